"""Train the ranker: each caption with its own picture, against the batch's others and against near misses."""

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from helpers import pictures
from helpers import text as words
from helpers.networks.ranker import Ranker, RankerConfig
from helpers.pictures.near import near_misses
from helpers.training import data
from helpers.training.presets import Preset
from helpers.training.runs import Stage, autocast_type, schedule

MIXED = 0.3  # of the batches hold all families: easy to tell apart, they are learned from first
PARTS = 4  # of a batch's captions, by length
SHIFT = 1 / 32  # of the side, by which a picture may be moved


def train(preset: Preset, painted: data.Painted, run: Path, minutes: float, device: torch.device, seed: int) -> Stage:
    """Train a ranker for `minutes`, going on from the run's state if it has one; 0 minutes only read that state.

    Most batches are of one family, so that their captions are hard to tell apart.
    """
    torch.manual_seed(seed)
    window = preset.transformer.text_window
    model = Ranker(RankerConfig(preset.dvae.size, text_window=window, **preset.ranker)).to(device)
    optimizer = torch.optim.AdamW(model.parameters(), lr=preset.ranker_lr, betas=(0.9, 0.98), weight_decay=0.05)
    stage = Stage(run / "ranker.state", model, [optimizer], minutes, preset)
    dtype = autocast_type(device)
    rows_of = {f: np.array([i for i, one in enumerate(painted.facts) if one["family"] == f]) for f in preset.families}
    test = test_batches(preset, seed, device)
    while stage.working:
        rng = random.Random(f"{seed}/{stage.step}")
        family = rng.choices(list(preset.families), preset.families.values())[0]
        among = len(painted) if rng.random() < MIXED else rows_of[family]
        rows = np.random.default_rng([seed, stage.step]).choice(among, preset.ranker_batch)
        facts = [painted.facts[i] for i in rows]
        model.train()
        with torch.autocast(device.type, dtype or torch.bfloat16, enabled=dtype is not None):
            loss = contrast(model, shifted(painted.pixels(rows, device), rng), facts, rng, window)
        loss.backward()
        stage.advance(schedule(stage.clock.share))
        measured, saved = stage.due()
        if measured:
            stage.report("ranker", preset.ranker_batch, loss=loss.item(), **measure(stage.average.module, test))
        if saved:
            stage.save()
    stage.finish()
    return stage


def contrast(model: Ranker, pixels: Tensor, facts: list[dict], rng: random.Random, window: int) -> Tensor:
    """Symmetric cross-entropy; pictures also have a near miss of each caption to refuse.

    Captions that say the same of another picture of the batch count as right for it, too.
    """
    missed = [list(near_misses(f, rng).values()) for f in facts]
    wrong = [rng.choice(others) for others in missed if others]
    said = [pictures.captions(f)[0] for f in facts + wrong]
    texts = [rng.choice(pictures.captions(f)[:-1]) for f in facts + wrong]
    text = read(model, [words.encode(t, window) for t in texts], window)
    seen = model.of_pictures(pixels)
    logits = (model.scale * seen @ text.T).float()
    same = torch.tensor([[a == b for b in said] for a in said[: len(facts)]])
    same = same.float().to(pixels.device)
    from_picture = F.cross_entropy(logits, same / same.sum(1, keepdim=True))
    square, own = logits[:, : len(facts)].T, same[:, : len(facts)]
    return (from_picture + F.cross_entropy(square, own / own.sum(1, keepdim=True))) / 2


def read(model: Ranker, ids: list[list[int]], window: int) -> Tensor:
    """Unit vectors of captions, in parts of like length, so that short ones are not padded to the longest."""
    parts = data.by_length(ids, PARTS)
    texts = [words.batch([ids[i] for i in part], window) for part in parts]
    vectors = torch.cat([model.of_text(text.to(model.scale.device)) for text in texts])
    return vectors[torch.from_numpy(np.concatenate(parts).argsort()).to(vectors.device)]


def shifted(pixels: Tensor, rng: random.Random) -> Tensor:
    """The whole batch moved by a few pixels."""
    most = round(SHIFT * pixels.shape[-1])
    return torch.roll(pixels, (rng.randint(-most, most), rng.randint(-most, most)), (2, 3))


def test_batches(preset: Preset, seed: int, device, captions: int = 64) -> dict[str, tuple]:
    """Family -> test pictures of `captions` different captions, those captions, and a near miss of each."""
    batches = {}
    for family in preset.families:
        one, rng, chosen = replace(preset, families={family: 1.0}), pictures.rng_for("test", seed, 0), {}
        for i in range(20 * captions):
            facts, _ = data.draw_facts(one, "test", seed, i)
            chosen.setdefault(pictures.captions(facts)[0], facts)
            if len(chosen) == captions:
                break
        images = np.stack([np.asarray(pictures.paint(f, preset.dvae.size)) for f in chosen.values()])
        hard = [sorted(near_misses(f, rng).items()) for f in chosen.values()]
        batches[family] = data.to_floats(images, device), list(chosen), hard
    return batches


@torch.inference_mode()
def measure(model: Ranker, test: dict[str, tuple]) -> dict[str, float]:
    """Share of test pictures that choose their caption among a family's number of them, and against every near miss.

    of all families: those captions come from all families; of one family: from the picture's own.
    """
    model.eval()
    window, sizes = model.config.text_window, [len(said) for _, said, _ in test.values()]

    def vectors(captions: list[str]) -> Tensor:
        return read(model, [words.encode(caption, window) for caption in captions], window).cpu()

    seen = torch.cat([model.of_pictures(pixels) for pixels, _, _ in test.values()]).cpu()
    scores = vectors([caption for _, said, _ in test.values() for caption in said]) @ seen.T
    in_order = torch.arange(len(scores))
    mixed = torch.randperm(len(scores), generator=torch.Generator().manual_seed(0))
    shares = {"of all families": mixed, "of one family": in_order}
    shares = {name: found(scores, order.split(sizes)) for name, order in shares.items()}
    near = enumerate(kinds for _, _, misses in test.values() for kinds in misses)
    wrong = [(i, pictures.captions(facts)[0]) for i, kinds in near for _, facts in kinds]
    if not wrong:
        return shares | {"near misses": 0.0}
    own = torch.tensor([i for i, _ in wrong])
    against = (vectors([caption for _, caption in wrong]) * seen[own]).sum(1)
    return shares | {"near misses": (scores.diag()[own] > against).float().mean().item()}


def found(scores: Tensor, parts: tuple[Tensor, ...]) -> float:
    """Share of pictures whose own caption scores highest in their part; scores: [captions, pictures]."""
    right = [scores[part][:, part].argmax(0) == torch.arange(len(part)) for part in parts]
    return torch.cat(right).float().mean().item()
