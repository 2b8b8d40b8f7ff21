"""What a checkpoint measures, a row a family: on new draws of seen combinations and on unseen ones."""

import functools
import json
import math
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import torch
from PIL import Image

from helpers import pictures, show
from helpers import text as words
from helpers.models.daikon import TextToImage
from helpers.networks.dvae import psnr
from helpers.networks.judge import Judge
from helpers.probes import ceiling, floor, interval, probe
from helpers.training import data
from helpers.training.judge import accuracy
from helpers.training.presets import Preset

SHEET = {"guidance": 2.0, "temperature": 0.5}  # how sample sheets are drawn


@torch.inference_mode()
def evaluate(model: TextToImage, preset: Preset, seed: int = 0) -> pd.DataFrame:
    """Measure the preset's `tests` pictures a family, seen and unseen; the last row is over all of them.

    score: share of captions whose first picture shows all they say, by the judge, from `low` to `high` at
    95%; facts: share of single facts right; ceiling: the score of what the dVAE makes of true pictures;
    floor: the score against captions of other pictures; diversity: of 8 samples of a caption, the mean
    share of tokens in which two differ, and of 8 paintings of its facts; originals, reconstructions: share of
    said facts that the judge reads right on the pictures, and on what the dVAE makes of them (without a
    judge none of these).
    psnr: dB of the dVAE's hard tokens; codes: share of the codebook in use; bits: of a picture's
    tokens given its caption; bits alone: without a caption; text: nats a text token given the picture.
    """
    rows, used = [], set()
    for family in preset.families:
        one = replace(preset, families={family: 1.0})
        for unseen in (False, True):
            images, facts = data.paint_range(one, "test", seed, 0, preset.tests, unseen)
            row, codes = _measure(model, images, facts)
            used |= codes
            if model.judge:
                row = _score(model, facts[: preset.judged], seed) | _read(model, images, facts) | row
            rows.append({"family": family, "combinations": "unseen" if unseen else "seen", **row})
            print(f"evaluate    {family} {'unseen' if unseen else 'seen'}", flush=True)
    frame = pd.DataFrame(rows)
    mean = frame[frame.combinations == "seen"].drop(columns=["family", "combinations"]).mean()
    total = {"family": "all", "combinations": "seen", **mean, "codes": len(used) / model.dvae.config.codebook}
    return pd.concat([frame, pd.DataFrame([total])], ignore_index=True).round(3)


def _measure(model: TextToImage, images: np.ndarray, facts: list[dict]) -> tuple[dict, set]:
    """The numbers of one row, and the codes its pictures use."""
    window, device = model.transformer.config.text_window, model.device
    decibels, given, alone, in_text, said, codes = [], 0.0, 0.0, 0.0, 0, set()
    for first in range(0, len(images), 64):
        pixels = data.to_floats(images[first : first + 64], device)
        tokens = model.dvae.encode(pixels)
        decibels.append(psnr(model.dvae.decode(tokens), pixels))
        tokens = tokens.flatten(1)
        codes |= set(tokens.flatten().tolist())
        ids = [words.encode(pictures.captions(f)[0], window) for f in facts[first : first + 64]]
        text = words.batch(ids, window).to(device)
        empty = words.empty(words.STEP).to(device).expand(len(text), -1)
        given += _nats(model.transformer(text, tokens)[1], tokens)
        alone += _nats(model.transformer(empty, tokens)[1], tokens)
        target = text.masked_fill(text == words.VOCABULARY, -100)
        in_text += _nats(model.transformer(text, tokens, False)[0], target)
        said += int((target >= 0).sum())
    bits = len(images) * math.log(2)
    return {
        "psnr": torch.cat(decibels).mean().item(),
        "codes": len(codes) / model.dvae.config.codebook,
        "bits": given / bits,
        "bits alone": alone / bits,
        "text": in_text / said,
    }, codes


@torch.inference_mode()
def _score(model: TextToImage, facts: list[dict], seed: int) -> dict:
    """What the judge says of the first picture of each caption, and of what the best one could be."""
    drawn = probe(model, facts, seed=seed, cache=None, **SHEET)
    score, low, high = interval(drawn)
    few = facts[:16]
    samples = [d.tokens for d in model.draw_each([pictures.captions(f)[0] for f in few], n=8, seed=seed, **SHEET)]
    rng = pictures.rng_for("diversity", seed, 0)
    size = model.picture_size
    painted = [model.encode([pictures.paint(_redrawn(f, rng), size) for _ in range(8)]) for f in few]
    return {
        "score": score,
        "low": low,
        "high": high,
        "facts": drawn["share"].mean(),
        "ceiling": ceiling(model, facts)["right"].mean(),
        "floor": floor(drawn)["right"].mean(),
        "diversity": float(np.mean([disagreement(tokens) for tokens in samples])),
        "of paintings": float(np.mean([disagreement(tokens) for tokens in painted])),
    }


def _read(model: TextToImage, images: np.ndarray, facts: list[dict]) -> dict[str, float]:
    """How well the judge reads true pictures."""
    read = functools.partial(accuracy, model.judge, images, facts, model.device)
    return {"originals": read(), "reconstructions": read(model.dvae)}


def _redrawn(facts: dict, rng) -> dict:
    """The same said facts with the unsaid drawn anew."""
    said = {slot: facts[slot] for slot in ("family", *pictures.FAMILIES[facts["family"]].slots)}
    return pictures.complete(said, rng)


def disagreement(tokens: torch.Tensor) -> float:
    """Mean share of places at which two of n pictures' tokens differ, [n, tokens] -> 0 … 1."""
    differ = (tokens[:, None] != tokens[None]).float().mean(-1)
    n = len(tokens)
    return (differ.sum() / (n * (n - 1))).item()


def _nats(logits: torch.Tensor, target: torch.Tensor) -> float:
    """Summed cross-entropy in nats."""
    return torch.nn.functional.cross_entropy(logits.float().flatten(0, 1), target.flatten(), reduction="sum").item()


def agreement(judge: Judge, folder: Path) -> pd.DataFrame:
    """How often the judge reads what people read: of pictures labelled by eye, a row a family and slot.

    `folder` holds sheet.png and labels.json: the pictures' size, how many stand in a row of the sheet, and
    of each picture its family and the facts that were read in it. Columns: family, slot, n, agree.
    """
    labels = json.loads((folder / "labels.json").read_text())
    sheet, size = Image.open(folder / "sheet.png").convert("RGB"), labels["size"]
    rows = []
    for i, one in enumerate(labels["pictures"]):
        x, y = i % labels["columns"] * size, i // labels["columns"] * size
        [answer] = judge.read([sheet.crop((x, y, x + size, y + size))], one["family"])
        for slot, seen in one["read"].items():
            rows.append({"family": one["family"], "slot": slot, "agree": answer[slot] == seen})
    by_slot = pd.DataFrame(rows).groupby(["family", "slot"], sort=False)["agree"]
    return by_slot.agg(n="size", agree="sum").reset_index()


def overview(model: TextToImage, preset: Preset, seed: int = 0) -> Image.Image:
    """Eight pictures of each of the preset's few captions; nothing picked among them."""
    return show.captioned(
        [(d.caption, d.pictures) for d in model.draw_each(list(preset.asked), n=8, seed=seed, **SHEET)]
    )


def sample_sheets(model: TextToImage, preset: Preset, folder: Path, seed: int = 0) -> None:
    """For each family, seen and unseen, a sheet of captions with the first picture drawn; a new seed each row of 8."""
    count = max(8, preset.tests // 8)
    for family in preset.families:
        one = replace(preset, families={family: 1.0})
        for unseen in (False, True):
            begin = time.monotonic()
            asked = [data.draw_facts(one, "test", seed, i, unseen)[0] for i in range(count)]
            said = [pictures.captions(f)[0] for f in asked]
            rows = []
            for i in range(0, count, 8):
                rows += [(d.caption, d.pictures) for d in model.draw_each(said[i : i + 8], seed=i, **SHEET)]
            file = folder / f"{family}-{'unseen' if unseen else 'seen'}.png"
            folder.mkdir(parents=True, exist_ok=True)
            show.captioned(rows, 8).save(file)
            print(f"samples     {file}  {count / (time.monotonic() - begin):.1f} pictures/s", flush=True)
