"""Train the ranker to match each caption with its own picture, against other captions and near misses.

The loss is CLIP's (Radford et al. 2021). Like the transformer, the ranker never sees what is held out.
"""

import random

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from helpers import pictures
from helpers.networks.dvae import DVAE
from helpers.networks.ranker import Ranker, RankerConfig
from helpers.pictures.near import near_misses
from helpers.pictures.world import World
from helpers.text import Tokenizer
from helpers.training.loop import Stage, initialised
from helpers.training.presets import Recipe
from helpers.training.stream import Batches, to_floats
from helpers.training.transformer import into_buckets

MIXED = 0.3  # share of the batches with all families: they are easier, and the first to be learned from
BUCKETS = 4  # of a batch's captions, sorted by length, so that short ones are not padded to the longest
RECONSTRUCTED = 0.4  # share of a batch that is encoded and decoded by the dVAE, as the pictures to be ranked are
SHIFT = 1 / 32  # share of the side by which a batch is moved, at most
CAPTIONS = 64  # different captions per family in a measurement


class RankerBatches(Batches):
    """Most batches are of one family, so that their captions are hard to tell apart."""

    def family_of(self, number: int) -> str | None:
        rng = random.Random(f"family/{self.seed}/{number}")
        shares = self.world.shares
        return None if rng.random() < MIXED else rng.choices(list(shares), list(shares.values()))[0]


class RankerTask:
    """The ranker's loss on fresh pictures; `init` is a ranker to train further."""

    name = "ranker"

    def __init__(self, run, dvae: DVAE, tokenizer: Tokenizer, init: Ranker | None = None):
        preset = run.preset
        self.run, self.recipe, self.tokenizer = run, preset.recipes.get("ranker", Recipe(1.0, 128)), tokenizer
        self.dvae = dvae.to(run.device).eval()
        geometry = {"text_window": preset.transformer.text_window, "vocabulary": tokenizer.size}
        config = RankerConfig(preset.dvae.size, **geometry, **self.recipe.geometry)
        self.network = initialised(Ranker(config), init, self.name).to(run.device)
        adamw = {"lr": self.recipe.lr, "betas": (0.9, 0.98), "weight_decay": 0.05}
        self.optimizers = [torch.optim.AdamW(self.network.parameters(), **adamw)]
        self.batches = RankerBatches(preset.world, preset.dvae.size, self.recipe.batch, run.seed)
        self._test: dict[str, tuple] | None = None

    def loss(self, facts: list[dict], images: Tensor, stage: Stage) -> Tensor:
        """Symmetric contrastive cross-entropy; each picture also has a near miss of its caption, which is wrong.

        A caption with the same meaning as another picture's own counts as right for that picture, too.
        """
        rng, world = random.Random(f"{self.run.seed}/{stage.step}"), self.run.preset.world
        missed = [list(misses(f, rng, world).values()) for f in facts]
        asked = facts + [rng.choice(others) for others in missed if others]
        captions = [world.caption(f, rng) for f in asked]
        pixels, few = to_floats(images, self.run.device), round(RECONSTRUCTED * len(facts))
        pixels[:few] = self.dvae.decode(self.dvae.encode(pixels[:few])).to(pixels.dtype)
        seen = self.network.of_pictures(shifted(pixels, rng))
        logits = (self.network.scale * seen @ read(self.network, self.tokenizer, captions).T).float()
        # same[i, j]: caption j is right for picture i, (pictures, captions)
        forms = [(world.captions(f)[0], caption) for f, caption in zip(asked, captions, strict=True)]
        same = torch.tensor([[a[0] == b[0] or a[1] == b[1] for b in forms] for a in forms[: len(facts)]])
        same = same.float().to(logits.device)
        from_pictures = F.cross_entropy(logits, same / same.sum(1, keepdim=True))
        square, own = logits[:, : len(facts)].T, same[:, : len(facts)].T
        return (from_pictures + F.cross_entropy(square, own / own.sum(1, keepdim=True))) / 2

    def measure(self, stage: Stage) -> dict[str, float]:
        """Retrieval accuracy on test pictures; see `accuracy`."""
        if self._test is None:
            self._test = test_pictures(self.run.preset.world, self.run.preset.dvae.size, self.run.seed)
        return accuracy(stage.average.module.eval(), self.tokenizer, self._test, self.run.device)

    def sheet(self, stage: Stage) -> None:
        """A ranker draws nothing."""


def misses(facts: dict, rng: random.Random, world: World) -> dict[str, dict]:
    """Near misses of these facts that training may show. Others would be recognised by never being right."""
    near = near_misses(facts, rng).items() if world.known else ()
    return {kind: f for kind, f in near if world.outside(f) is None and not world.is_held_out(f)}


def read(model: Ranker, tokenizer: Tokenizer, captions: list[str]) -> Tensor:
    """Unit vectors of captions, [captions, space], read in buckets of like length."""
    window = model.config.text_window
    ids = [tokenizer.encode(caption, window) for caption in captions]
    buckets = into_buckets(ids, BUCKETS)
    texts = [tokenizer.batch([ids[i] for i in bucket], window) for bucket in buckets if len(bucket)]
    vectors = torch.cat([model.of_text(text.to(model.scale.device)) for text in texts])
    return vectors[torch.from_numpy(np.concatenate(buckets).argsort()).to(vectors.device)]


def shifted(pixels: Tensor, rng: random.Random) -> Tensor:
    """The whole batch moved by a few pixels."""
    most = round(SHIFT * pixels.shape[-1])
    return torch.roll(pixels, (rng.randint(-most, most), rng.randint(-most, most)), (2, 3))


def test_pictures(world: World, size: int, seed: int) -> dict[str, tuple[np.ndarray, list[str], list[list[str]]]]:
    """Family -> test pictures of different captions, uint8 [n, size, size, 3]; the captions; near misses of each."""
    test = {}
    for family in world.shares:
        rng, chosen = pictures.rng_for("test", seed, 0), {}
        for i in range(20 * CAPTIONS):
            facts, _ = world.facts("test", seed, i, family, unseen=not world.known)
            chosen.setdefault(world.captions(facts)[0], facts)
            if len(chosen) == CAPTIONS:
                break
        images = np.stack([np.asarray(world.paint(f, size)) for f in chosen.values()])
        near = [[pictures.captions(o)[0] for o in misses(f, rng, world).values()] for f in chosen.values()]
        test[family] = images, list(chosen), near
    return test


@torch.inference_mode()
def accuracy(model: Ranker, tokenizer: Tokenizer, test: dict[str, tuple], device: torch.device) -> dict[str, float]:
    """Retrieval accuracy: the share of test pictures that rank their own caption first.

    Among 64 captions of all families, among those of its own family, and against each single near miss.
    """
    sizes = [len(captions) for _, captions, _ in test.values()]
    seen = torch.cat([model.of_pictures(to_floats(images, device)) for images, _, _ in test.values()]).cpu()
    own = read(model, tokenizer, [caption for _, captions, _ in test.values() for caption in captions]).cpu()
    scores = own @ seen.T  # (captions, pictures)
    in_order = torch.arange(len(scores))
    mixed = torch.randperm(len(scores), generator=torch.Generator().manual_seed(0))
    shares = {"of all families": mixed.split(CAPTIONS), "of one family": in_order.split(sizes)}
    shares = {name: found(scores, parts) for name, parts in shares.items()}
    near = [captions for _, _, of_family in test.values() for captions in of_family]
    rows = torch.tensor([i for i, captions in enumerate(near) for _ in captions], dtype=torch.long)
    if not len(rows):
        return shares
    against = (read(model, tokenizer, [caption for captions in near for caption in captions]).cpu() * seen[rows]).sum(1)
    return shares | {"near misses": (scores.diag()[rows] > against).float().mean().item()}


def found(scores: Tensor, parts: tuple[Tensor, ...]) -> float:
    """Share of pictures whose own caption scores highest among those of their part; scores: [captions, pictures]."""
    right = [scores[part][:, part].argmax(0) == torch.arange(len(part)) for part in parts]
    return torch.cat(right).float().mean().item()
