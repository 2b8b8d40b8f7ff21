"""Train the judge: on originals, on what the dVAE makes of them, on splices and on ruins."""

from collections import defaultdict
from pathlib import Path

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
from helpers.training import data
from helpers.training.presets import Preset
from helpers.training.runs import Stage, autocast_type, schedule

RECONSTRUCTED, SPLICED, RUINED = 0.4, 0.08, 0.1  # shares of a batch; the rest stay originals
SHIFT = 1 / 32  # of the side, by which a picture may be moved
NOISE = 0.03
LETTERED = 24  # pictures of words a step, of which only letters are learned
SPELLED = 0.3  # what those weigh, beside all answers
UNSAID = 0.3  # what an answer that no caption mentions weighs: some of it does not show in every picture


def train(
    preset: Preset, painted: data.Painted, run: Path, minutes: float, device: torch.device, seed: int, dvae: DVAE
) -> Stage:
    """Train a judge for `minutes`, going on from the run's state if it has one; 0 minutes only read that state."""
    torch.manual_seed(seed)
    model = Judge(JudgeConfig(preset.dvae.size, questions=questions(tuple(preset.families)), **preset.judge))
    model.to(device)
    optimizer = torch.optim.AdamW(model.parameters(), lr=preset.judge_lr, betas=(0.9, 0.98), weight_decay=0.01)
    stage = Stage(run / "judge.state", model, [optimizer], minutes, preset)
    dtype = autocast_type(device)
    dvae = dvae.to(device).eval()
    test = data.paint_range(preset, "test", seed, 0, preset.tests, None)
    said = said_of(model, device)
    written = np.array([i for i, f in enumerate(painted.facts) if f.get(WORD, NONE) != NONE], int)
    while stage.working:
        rows = data.batches(len(painted), preset.judge_batch, seed, stage.step)
        rng = np.random.default_rng([seed, stage.step])
        facts = [painted.facts[i] for i in rows]
        pixels, given = vary(painted.pixels(rows, device), facts, dvae, rng, model.config.questions)
        families = [f["family"] for f in facts]
        lettered = []
        if len(written):
            chosen = rng.choice(written, min(LETTERED, len(written)), replace=False)
            words = [painted.facts[i] for i in chosen]
            lettered = vary(painted.pixels(chosen, device), words, dvae, rng, model.config.questions)
        model.train()
        with torch.autocast(device.type, dtype or torch.bfloat16, enabled=dtype is not None):
            rows_of = model.rows(families)
            logits = model(pixels, rows_of)
            nats = misspelled(model, *lettered) if lettered else 0.0
        target = model.targets(families, given).to(device)
        each = F.cross_entropy(logits.flatten(0, 1), target.flatten(), reduction="none").view_as(target)
        weight = torch.where(said[rows_of], 1.0, UNSAID) * (target >= 0)
        loss = (each * weight).sum() / weight.sum() + SPELLED * nats
        loss.backward()
        stage.advance(schedule(stage.clock.share))
        measured, saved = stage.due()
        if measured:
            right = {"originals": accuracy(stage.average.module, *test, device)}
            right["reconstructions"] = accuracy(stage.average.module, *test, device, dvae)
            stage.report("judge", preset.judge_batch, loss=loss.item(), **right)
        if saved:
            stage.save()
    stage.finish()
    return stage


def misspelled(model: Judge, pixels: Tensor, given: list[dict]) -> Tensor:
    """Nats a letter of the words that can be read, by CTC; 0 where there is none."""
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
    """What a judge may meet, and what it should answer."""
    given = [answers(f) for f in facts]
    fate = rng.random(len(facts))
    pixels = pixels.clone()
    chosen = np.flatnonzero(fate < RECONSTRUCTED)
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
        pixels[ruined] = ruin(pixels[ruined], dvae, rng)
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


def said_of(model: Judge, device) -> Tensor:
    """Which questions captions answer, [questions]."""
    said = [slot in pictures.FAMILIES[f].slots for f, slot in model.config.asked]
    return torch.tensor(said, device=device)


@torch.inference_mode()
def accuracy(model: Judge, images: np.ndarray, facts: list[dict], device, dvae: DVAE | None = None) -> float:
    """Share of said facts that are read right, on pictures or on what the dVAE makes of them.

    What no caption mentions is left out: some of it does not show in every picture.
    """
    model.eval()
    right = asked = 0
    for first in range(0, len(images), 128):
        pixels = data.to_floats(images[first : first + 128], device)
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
