"""Train the judge: on originals, on what the dVAE makes of them, on splices and on ruins."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from helpers import pictures
from helpers.networks.dvae import DVAE
from helpers.networks.judge import (
    ALWAYS,
    BLANK,
    NONE,
    SEVERAL,
    UNREADABLE,
    WORD,
    Judge,
    JudgeConfig,
    answers,
    questions,
)
from helpers.pictures.world import World
from helpers.training.loop import Stage, initialised
from helpers.training.presets import Recipe
from helpers.training.stream import Batches, stream, to_floats

# family -> how many times its share the judge sees: more where there is most to tell apart in little space
HARD = {"scene": 3.0, "carrier": 1.5, "fashion": 9.0, "view": 4.0, "blend": 1.5, "character": 1.5}
BEYOND = 1 / 3  # of the pictures: values that the transformer may never be shown
RECONSTRUCTED, SPLICED, RUINED = 0.4, 0.08, 0.1  # shares of a batch; the rest stay originals
SHIFT = 1 / 32  # of the side: by at most so much a batch is moved
NOISE = 0.03  # largest standard deviation of the noise added to pixels
LETTERED = 48  # pictures of the family "carrier" a step, half of them with words, of which only letters are learned
SPELLED = 0.3  # weight of the letters' loss, beside that of all answers
HIDDEN = 0.3  # weight of an answer that no caption states: some of it does not show in every picture


class JudgeTask:
    """The judge's loss on fresh pictures, held out or not: most of the model's world, some of all that there is.

    `dvae` makes the reconstructions; `init` is a judge to train on.
    """

    name = "judge"

    def __init__(self, run, dvae: DVAE, init: Judge | None = None):
        self.run, self.recipe = run, run.preset.recipes.get("judge", Recipe(1.0))
        self.dvae, size, shares = dvae.to(run.device).eval(), dvae.config.size, run.preset.world.shares
        config = JudgeConfig(size, questions=questions(tuple(shares)), **self.recipe.geometry)
        self.network = initialised(Judge(config), init, self.name).to(run.device)
        adamw = {"lr": self.recipe.lr, "betas": (0.9, 0.98), "weight_decay": 0.01}
        self.optimizers = [torch.optim.AdamW(self.network.parameters(), **adamw)]
        shares = {family: share * HARD.get(family, 1.0) for family, share in shares.items()}
        self.world = World(shares, run.preset.world.values, beyond=dict.fromkeys(shares, BEYOND))
        self.batches = Batches(self.world, size, self.recipe.batch, run.seed, "judge", unseen=None)
        self.lettered = Batches(self.world, size, LETTERED, run.seed, "letters", unseen=None, family="carrier")
        self.stated = stated_questions(self.network).to(run.device)
        self._words: Iterator | None = None  # batches of `lettered`
        self._test: tuple[list[dict], np.ndarray] | None = None

    def loss(self, facts: list[dict], images: Tensor, stage: Stage) -> Tensor:
        rng = np.random.default_rng([self.run.seed, stage.step])
        asked = self.network.config.questions
        pixels, given = vary(to_floats(images, self.run.device), facts, self.dvae, rng, asked)
        families = [f["family"] for f in facts]
        rows = self.network.rows(families)  # (batch, questions)
        logits = self.network(pixels, rows)  # (batch, questions, words)
        target = self.network.targets(families, given).to(rows.device)
        each = F.cross_entropy(logits.flatten(0, 1), target.flatten(), reduction="none").view_as(target)
        weight = torch.where(self.stated[rows], 1.0, HIDDEN) * (target >= 0)
        loss = (each * weight).sum() / weight.sum()
        if "carrier" not in asked:
            return loss
        facts, images = self._next_words(stage.step)
        pixels, given = vary(to_floats(images, self.run.device), facts, self.dvae, rng, asked)
        return loss + SPELLED * misspelled(self.network, pixels, given)

    def _next_words(self, step: int) -> tuple[list[dict], Tensor]:
        """Pictures of words, from a stream of their own."""
        if self._words is None:
            self._words = stream(self.lettered, step, min(1, self.run.workers))
        facts, images = next(self._words)
        written = [i for i, f in enumerate(facts) if f[WORD] != NONE]
        return [facts[i] for i in written], images[written]

    def measure(self, stage: Stage) -> dict[str, float]:
        """Shares of stated facts that are read right, on originals and on reconstructions."""
        if self._test is None:
            count = self.run.preset.tests
            self._test = Batches(self.world, self.dvae.config.size, count, self.run.seed, "test", unseen=None)[0]
        model, (facts, images) = stage.average.module.eval(), self._test
        return {
            "originals": accuracy(model, images, facts),
            "reconstructions": accuracy(model, images, facts, self.dvae),
        }

    def sheet(self, stage: Stage) -> None:
        """A judge draws nothing."""


def misspelled(model: Judge, pixels: Tensor, given: list[dict]) -> Tensor:
    """Nats per letter of the words that can be read, by CTC (Graves et al. 2006); 0 where there is none."""
    legible = [i for i, facts in enumerate(given) if facts.get(WORD, NONE) not in ALWAYS]
    if not legible:
        return pixels.new_zeros(())
    columns = model.speller(pixels[legible]).transpose(0, 1)
    words = [[model.config.letters.index(letter) + 1 for letter in given[i][WORD]] for i in legible]
    joined = torch.tensor([letter for word in words for letter in word], device=columns.device)
    lengths = torch.tensor([*map(len, words)])
    width = torch.full_like(lengths, len(columns))
    return F.ctc_loss(columns, joined, width, lengths, BLANK, zero_infinity=True)


@torch.no_grad()
def vary(
    pixels: Tensor, facts: list[dict], dvae: DVAE, rng: np.random.Generator, asked: dict[str, dict]
) -> tuple[Tensor, list[dict]]:
    """Pictures as a judge may meet them, and the right answers; `asked` are the questions of each family."""
    given = [answers(f) for f in facts]
    fate = rng.random(len(facts))
    pixels = pixels.clone()
    chosen = torch.from_numpy(np.flatnonzero(fate < RECONSTRUCTED)).to(pixels.device)
    if len(chosen):
        pixels[chosen] = dvae.decode(dvae.encode(pixels[chosen])).to(pixels.dtype)
    for i in np.flatnonzero((fate >= RECONSTRUCTED) & (fate < RECONSTRUCTED + SPLICED)):
        others = [j for j, f in enumerate(facts) if f["family"] == facts[i]["family"] and j != i]
        if others:
            j = int(rng.choice(others))
            half = pixels.shape[-1] // 2
            pixels[i, :, :, half:] = pixels[j, :, :, half:]
            given[i] = both(given[i], answers(facts[j]))
    ruined = np.flatnonzero(fate >= 1 - RUINED)
    if len(ruined):
        rows = torch.from_numpy(ruined).to(pixels.device)
        pixels[rows] = ruin(pixels[rows], dvae, rng)
        for i in ruined:
            given[i] = dict.fromkeys(asked[facts[i]["family"]], UNREADABLE)
    by = rng.integers(-round(SHIFT * pixels.shape[-1]), round(SHIFT * pixels.shape[-1]) + 1, 2)
    pixels = torch.roll(pixels, tuple(int(b) for b in by), (2, 3))
    return (pixels + NOISE * rng.random() * torch.randn_like(pixels)).clamp(0, 1), given


def both(one: dict, other: dict) -> dict:
    """Answers of a picture whose halves come from two: "several" wherever they differ."""
    slots = one.keys() | other.keys()
    return {s: one.get(s, NONE) if one.get(s, NONE) == other.get(s, NONE) else SEVERAL for s in slots}


def ruin(pixels: Tensor, dvae: DVAE, rng: np.random.Generator) -> Tensor:
    """Pictures past reading: tokens at random or in disorder, cells in disorder, or nothing but noise."""
    tokens = dvae.encode(pixels)
    flat = tokens.flatten(1)
    kind = rng.integers(4)
    if kind == 0:
        flat = torch.from_numpy(rng.integers(0, dvae.config.codebook, flat.shape)).to(flat)
    elif kind == 1:
        flat = flat[:, torch.from_numpy(rng.permutation(flat.shape[1])).to(flat.device)]
    elif kind == 2:
        keep = torch.from_numpy(rng.random(flat.shape) < 0.4).to(flat.device)
        flat = torch.where(keep, flat, flat.flatten()[torch.from_numpy(rng.integers(0, flat.numel(), flat.shape))])
    else:
        return torch.rand_like(pixels) * 0.5 + pixels.mean((2, 3), keepdim=True) * 0.5
    return dvae.decode(flat.view_as(tokens)).to(pixels.dtype)


def stated_questions(model: Judge) -> Tensor:
    """Which questions captions answer, [questions]; the others ask for hidden facts."""
    return torch.tensor([slot in pictures.FAMILIES[family].slots for family, slot in model.config.asked])


@torch.inference_mode()
def accuracy(model: Judge, images: np.ndarray, facts: list[dict], dvae: DVAE | None = None) -> float:
    """Share of stated facts that are read right, on pictures or on what a dVAE makes of them.

    images: uint8 [n, size, size, 3]. Hidden facts do not count: some of them do not show in every picture.
    """
    right = asked = 0
    for first in range(0, len(images), 128):
        pixels = to_floats(images[first : first + 128], model.allowed.device)
        pixels = pixels if dvae is None else dvae.decode(dvae.encode(pixels)).float()
        by_family = defaultdict(list)
        for i, one in enumerate(facts[first : first + 128]):
            by_family[one["family"]].append(i)
        for family, rows in by_family.items():
            for read, i in zip(model.read(pixels[rows], family), rows, strict=True):
                shown = pictures.shown(facts[first + i])
                right += sum(read[slot] == shown[slot] for slot in pictures.FAMILIES[family].slots)
                asked += len(pictures.FAMILIES[family].slots)
    return right / asked
