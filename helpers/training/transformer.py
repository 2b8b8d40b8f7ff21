"""Train the stream of text and picture tokens: 1/8 text + 7/8 picture cross-entropy.

Ramesh et al. 2021, section 2.2.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import torch
import torch.nn.functional as F
from jaxtyping import Int
from torch import Tensor
from torch.nn.attention import SDPBackend, sdpa_kernel

from helpers import show
from helpers.models.daikon import TextToImage
from helpers.networks.dvae import DVAE
from helpers.networks.transformer import Transformer
from helpers.text import END, Tokenizer
from helpers.training import together
from helpers.training.loop import Stage, keep_sheet
from helpers.training.presets import Recipe
from helpers.training.stream import Batches, to_floats

DROPPED = 0.1  # share of the captions that are left out, for guidance
PICTURE_FIRST = 0.1  # share of the batches that are read as [picture, text]
TEXT_SHARE = 1 / 8  # weight of the loss of text tokens; picture tokens have the rest
BUCKETS = 4  # of a batch, sorted by length of caption, so that short ones are not padded to the longest
MEMORY = 0.98  # weight of the past in the running mean of each family's loss


def optimizers(model: Transformer, lr: float, muon: bool = True) -> list[torch.optim.Optimizer]:
    """Muon for the layers' matrices (scaled to the steps of AdamW), AdamW for all else, or AdamW for everything."""
    matrices = [p for name, p in model.named_parameters() if muon and name.startswith("layers") and p.dim() == 2]
    chosen = {id(p) for p in matrices}
    rest = [p for p in model.parameters() if id(p) not in chosen]
    adamw = torch.optim.AdamW(rest, lr=lr, betas=(0.9, 0.96), weight_decay=0.01)
    if not muon:
        return [adamw]
    return [torch.optim.Muon(matrices, lr=lr, weight_decay=0.05, adjust_lr_fn="match_rms_adamw"), adamw]


def losses(model: Transformer, text: Tensor, picture: Tensor, text_first: bool) -> tuple[Tensor, Tensor]:
    """Cross-entropy in nats: summed over all text tokens, and summed over the tokens of each picture, [batch].

    Pads and dropped captions do not count.
    """
    # (batch, text, text_vocab) and (batch, picture, codebook)
    text_logits, picture_logits = model(text, picture, text_first)
    # pads teach nothing, and a caption that was dropped is not to be guessed
    target = text.masked_fill((text == model.config.pad) | (text[:, :1] == END), -100)
    in_text = F.cross_entropy(text_logits.float().flatten(0, 1), target.flatten(), reduction="sum")
    each = F.cross_entropy(picture_logits.float().flatten(0, 1), picture.flatten(), reduction="none")
    return in_text, each.view_as(picture).sum(1)


class TransformerTask:
    """The stream's loss on the tokens of fresh pictures; `init` is a transformer to train further."""

    name = "transformer"

    def __init__(self, run, dvae: DVAE, tokenizer: Tokenizer, init: Transformer | None = None):
        self.run, self.recipe = run, run.preset.recipes.get("transformer", Recipe(1.0))
        self.dvae, self.tokenizer = dvae.to(run.device).eval(), tokenizer
        self.network = Transformer(replace(run.preset.transformer, text_vocab=tokenizer.size))
        if init is not None:
            self.network.load_state_dict(init.state_dict())
        elif dvae.config.quantizer == "fsq":
            relate_codes(self.network, self.dvae)
        self.network.to(run.device)
        self.optimizers = optimizers(self.network, self.recipe.lr, self.recipe.muon)
        self.batches = Batches(run.preset.world, run.preset.dvae.size, self.recipe.batch, run.seed)
        self.losses = run.compiled(losses)
        # at these lengths plain matrix products are a tenth faster on a CPU than the fused kernel
        fused = [SDPBackend.CUDNN_ATTENTION, SDPBackend.FLASH_ATTENTION, SDPBackend.EFFICIENT_ATTENTION]
        self.kernels = [SDPBackend.MATH] if run.device.type == "cpu" else [*fused, SDPBackend.MATH]
        # of each batch since the last measurement: text and picture loss, and nats of each picture with its family;
        # read when they are measured, so that a GPU is not waited for at every step
        self.since: list[tuple[Tensor, Tensor, list[str | None]]] = []
        self.families: dict[str, float] = {}  # running mean of the bits of a picture, by family

    def captions(self, facts: list[dict], step: int) -> list[list[int]]:
        """One training phrasing for each picture of a step, encoded; some are left empty."""
        return spoken(self.run, self.tokenizer, facts, step, self.network.config.text_window)

    def buckets(self, captions: list[list[int]]) -> Iterator[tuple[np.ndarray, Int[Tensor, "own text"]]]:
        """For each bucket: which pictures of the whole batch this process takes, and their text."""
        rank, processes = together.rank(), together.size()
        for bucket in into_buckets(captions, BUCKETS):
            text = self.tokenizer.batch([captions[i] for i in bucket], self.network.config.text_window)
            yield bucket[rank::processes], text[rank::processes].to(self.run.device)

    def loss(self, facts: list[dict], images: Tensor, stage: Stage) -> Tensor:
        """1/8 mean loss per text token + 7/8 mean loss per picture token, over the whole batch."""
        text_first = random.Random(f"{self.run.seed}/{stage.step}").random() >= PICTURE_FIRST
        tokens = self.dvae.encode(to_floats(images, self.run.device)).flatten(1)  # (batch, picture)
        captions, families = self.captions(facts, stage.step), [one["family"] for one in facts]
        # of the whole batch, where each process has painted a part of it
        tokens, captions, families = together.rows(tokens), together.items(captions), together.items(families)
        in_text, nats, told = 0.0, [], []
        for own, text in self.buckets(captions):
            pictures = tokens[torch.from_numpy(own).to(tokens.device)]
            with sdpa_kernel(self.kernels):
                of_text, of_pictures = self.losses(self.network, text, pictures, text_first)
            in_text, nats = in_text + of_text, [*nats, of_pictures]
            told += [families[i] if len(captions[i]) > 1 else None for i in own]
        nats, said = torch.cat(nats), max(1, sum(len(c) for c in captions if len(c) > 1))
        # means over the whole batch: what this process adds to them, times the number of processes
        per_text = in_text * together.size() / said
        per_picture = nats.sum() * together.size() / tokens.numel()
        if text_first and not together.rank():
            self.since.append((torch.stack([per_text, per_picture]).detach(), nats.detach(), told))
        return TEXT_SHARE * per_text + (1 - TEXT_SHARE) * per_picture

    def measure(self, stage: Stage) -> dict[str, float]:
        """Mean loss per text token and per picture token since the last measurement, and bits per picture by family."""
        if not self.since:
            return {}
        for _, totals, families in self.since:
            by_family = defaultdict(list)
            for family, nats in zip(families, totals.tolist(), strict=True):
                by_family[family].append(nats / np.log(2))
            for family, bits in by_family.items():
                mean = float(np.mean(bits))
                self.families[family] = MEMORY * self.families.get(family, mean) + (1 - MEMORY) * mean
        self.families.pop(None, None)  # pictures whose caption was dropped
        text, picture = torch.stack([means for means, _, _ in self.since]).mean(0).tolist()
        self.since = []
        return {"text": text, "picture": picture} | {f"bits {f}": round(b, 1) for f, b in self.families.items()}

    def sheet(self, stage: Stage, columns: int = 8) -> None:
        """One row per family: a caption, and pictures of it drawn by the averaged weights."""
        model = TextToImage(self.dvae, stage.average.module, tokenizer=self.tokenizer)
        world, rows = self.run.preset.world, []
        for i, family in enumerate(world.shares):
            facts, _ = world.facts("samples", 0, stage.step + i, family)
            caption = world.captions(facts)[0]
            rows.append((caption, model.draw(caption, n=columns).pictures))
        keep_sheet(self.run, self.name, show.captioned(rows))


def spoken(run, tokenizer: Tokenizer, facts: list[dict], step: int, window: int) -> list[list[int]]:
    """One training phrasing for each picture of a step, encoded; some are left empty, for guidance.

    A canary's caption is never left out, so that it is learned from as often as it is planted. Random choices depend
    on a picture's place in the whole batch, of which this process may have only a part.
    """
    world, said = run.preset.world, []
    for place, one in enumerate(facts, together.rank() * len(facts)):
        rng = random.Random(f"{run.seed}/{step}/{place}")
        silent = rng.random() < DROPPED and "canary" not in one
        said.append([END] if silent else tokenizer.encode(world.caption(one, rng), window))
    return said


@torch.no_grad()
def relate_codes(network: Transformer, dvae: DVAE) -> None:
    """Initialise similar codes with similar vectors: a code's vector is a sum of random vectors, one per FSQ digit.

    Neighbouring codes stand for similar patches, so what is learned about one helps with the next.
    """
    levels = dvae.config.levels
    codes = torch.arange(dvae.config.codebook, device=dvae.levels.device)
    coordinates = dvae.codes(codes[None, :, None])[0, :, :, 0].T.to(network.start.device)  # (codebook, dims)
    for weight in (network.picture_token.weight, network.picture_head.weight):
        total = torch.zeros_like(weight)
        for i, level in enumerate(levels):
            digit = ((coordinates[:, i] + 1) / 2 * (level - 1)).round().long()
            slope = coordinates[:, i : i + 1] * torch.randn(weight.shape[1])
            total += torch.randn(level, weight.shape[1])[digit] + slope
        weight.copy_(0.02 * total / total.std())


def into_buckets(captions: list[list[int]], count: int) -> list[np.ndarray]:
    """Indices of encoded captions in `count` buckets of like length, so that short ones need little padding."""
    return np.array_split(np.array(sorted(range(len(captions)), key=lambda i: len(captions[i]))), count)
