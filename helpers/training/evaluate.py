"""Measuring a checkpoint, one row per family, on new samples of seen combinations and on unseen ones."""

import json
import math
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd
import torch
from PIL import Image
from tqdm import tqdm

from helpers import pictures, show
from helpers.models.daikon import TextToImage
from helpers.networks.dvae import psnr
from helpers.networks.judge import UNREADABLE, Judge
from helpers.pictures.world import World
from helpers.probes import ceiling, floor, interval, judged
from helpers.probes.asking import PACE
from helpers.training.judge import accuracy
from helpers.training.presets import Preset
from helpers.training.stream import Batches, to_floats

# settings that are tried to find those to recommend
TEMPERATURES, GUIDANCES, TOP_P = (0.3, 0.5, 0.7, 1.0), (1.0, 1.5, 2.0, 3.0), 0.9
TRIED = 6  # captions per family in such a trial, for seen and for unseen combinations each
SAMPLES = 8  # pictures of a caption whose diversity is measured
BEST = 64  # pictures of a caption from which the ranker picks


def evaluate(model: TextToImage, preset: Preset, seed: int = 0) -> pd.DataFrame:
    """Measure a model on the preset's number of `tests` pictures per family, seen and unseen, with its own settings.

    The last two rows are means over the families, for seen and for unseen combinations. Columns:

    score: share of captions whose first picture shows all they state, by the judge, from `low` to `high` at 95%;
    facts: share of single facts right; korean: the score of Korean captions of the same facts; ceiling: the score
    of what the dVAE makes of true pictures; floor: the score against captions of other pictures; best of 64: the
    score of the picture that the ranker puts first among 64; diversity: mean share of tokens in which two pictures
    of a caption differ, and `of paintings`, two paintings of its facts; originals, reconstructions: share of stated
    facts that the judge reads right on true pictures, and on what the dVAE makes of them. All these need a judge.
    psnr: dB of the dVAE; codes: share of the codebook in use; bits: of a picture's tokens given its caption, and
    `bits alone` without one; text: nats per text token given the picture.
    """
    rows, used = [], {False: set(), True: set()}
    cases = list(product(preset.world.shares, (False, True)))
    with progress("evaluate", len(cases) * _pictures_of_a_row(model, preset)) as bar:
        for family, unseen in cases:
            numbers = {"seed": seed, "split": "test", "unseen": unseen, "family": family}
            facts, images = Batches(preset.world, model.picture_size, preset.tests, **numbers)[0]
            row, codes = measured(model, preset.world, facts, images)
            used[unseen] |= codes
            bar.update(len(facts) // 8)
            if judged_by(model, preset):
                row = Row(model, facts[: preset.judged], seed, bar).scores(preset) | _read(model, facts, images) | row
            rows.append({"family": family, "combinations": "unseen" if unseen else "seen", **row})
    frame = pd.DataFrame(rows)
    means = []
    for kind, codes in zip(("seen", "unseen"), used.values(), strict=True):
        part = frame[frame.combinations == kind]
        mean = part.drop(columns=["family", "combinations"]).mean().to_dict()
        if judged_by(model, preset):  # the interval of a mean of independent scores
            for end in ("low", "high"):
                off = math.sqrt(((part[end] - part["score"]) ** 2).sum()) / len(part)
                mean[end] = mean["score"] + (off if end == "high" else -off)
        codes = len(codes) / model.dvae.config.codebook
        means.append({"family": "all", "combinations": kind, **mean, "codes": codes})
    return pd.concat([frame, pd.DataFrame(means)], ignore_index=True).round(3)


@dataclass
class Row:
    """One family's captions, seen or unseen, of which pictures are drawn and judged."""

    model: TextToImage
    facts: list[dict]
    seed: int
    bar: tqdm

    def scores(self, preset: Preset) -> dict[str, float]:
        """The scores of the first picture of each caption, with ceiling and floor, and what `many` measures."""
        rows = self.judged("en")
        score, low, high = interval(rows)
        found = {"score": score, "low": low, "high": high, "facts": rows["share"].mean()}
        if preset.world.korean:
            found["korean"] = self.judged("ko")["right"].mean()
        found["ceiling"] = ceiling(self.model, self.facts)["right"].mean()
        found["floor"] = floor(rows)["right"].mean()
        return found | self.many(self.facts[: preset.ranked])

    def judged(self, language: str) -> pd.DataFrame:
        """One picture of each caption, judged."""
        captions = [pictures.captions(f, language)[0] for f in self.facts]
        return judged(self.model, self.facts, captions, self.drawn(captions, 1))

    def drawn(self, captions: list[str], n: int) -> Iterator[list[Image.Image]]:
        """n pictures of each caption."""
        for drawing in self.model.draw_each(captions, n=n, seed=self.seed):
            self.bar.update(n)
            yield drawing.pictures

    def many(self, facts: list[dict]) -> dict[str, float]:
        """How much pictures of one caption differ, and the score of the ranker's choice among many of them."""
        model, n = self.model, BEST if self.model.ranker else SAMPLES
        captions, differ, best = [pictures.captions(f)[0] for f in facts], [], []
        for drawing in model.draw_each(captions, n=n, seed=self.seed):
            differ.append(disagreement(drawing.tokens[:SAMPLES]))
            best.append(drawing.best(1).pictures if model.ranker else [])
            self.bar.update(n)
        rng, size = pictures.rng_for("diversity", self.seed, 0), model.picture_size
        painted = [model.encode([pictures.paint(_redrawn(f, rng), size) for _ in range(SAMPLES)]) for f in facts]
        found = {"diversity": float(np.mean(differ)), "of paintings": float(np.mean([*map(disagreement, painted)]))}
        return found | (
            {f"best of {BEST}": judged(model, facts, captions, best)["right"].mean()} if model.ranker else {}
        )


def recommended(model: TextToImage, preset: Preset, seed: int = 0) -> dict[str, float]:
    """The temperature, guidance and top_p with which a model scores best, as `card["recommended"]` holds them.

    The judge scores captions of a separate split ("settings"), which no reported score uses; half of them are held-out
    combinations. First a grid of temperatures and guidances is tried, then top_p with the best of them. Without a judge
    the model keeps the settings that it has.
    """
    best = dict(model.recommended)
    if not judged_by(model, preset):
        return best
    cases = product(preset.world.shares, (False, True), range(TRIED))
    facts = [preset.world.facts("settings", seed, i, family, unseen)[0] for family, unseen, i in cases]
    captions, scores = [pictures.captions(f)[0] for f in facts], {}
    with progress("settings", (len(TEMPERATURES) * len(GUIDANCES) + 1) * len(facts)) as bar:

        def score(settings: tuple) -> float:
            named = dict(zip(("temperature", "guidance", "top_p"), settings, strict=True))
            drawn = (d.pictures for d in model.draw_each(captions, n=1, seed=seed, **named))
            rows = judged(model, facts, captions, drawn)
            bar.update(len(facts))
            return float(rows["right"].mean() + rows["share"].mean())

        for temperature, guidance in product(TEMPERATURES, GUIDANCES):
            scores[temperature, guidance, 1.0] = score((temperature, guidance, 1.0))
        temperature, guidance, _ = max(scores, key=scores.get)
        scores[temperature, guidance, TOP_P] = score((temperature, guidance, TOP_P))
    return dict(zip(("temperature", "guidance", "top_p"), max(scores, key=scores.get), strict=True))


def judged_by(model: TextToImage, preset: Preset) -> bool:
    """Whether the model has a judge and the preset's pictures have facts that it could read."""
    return preset.world.known and model.judge is not None


def progress(name: str, total: int) -> tqdm:
    """A progress bar with the time left; where stderr is no terminal, a line once a minute."""
    watched = sys.stderr.isatty()
    return tqdm(total=total, desc=f"{name:<11}", bar_format=PACE.replace("captions", "pictures"), leave=False,
                mininterval=0.5 if watched else 60)  # fmt: skip


def _pictures_of_a_row(model: TextToImage, preset: Preset) -> int:
    """About how many pictures a row of the evaluation draws; encoding a test picture counts as an eighth of one."""
    if not judged_by(model, preset):
        return preset.tests // 8
    each = preset.judged * (2 if preset.world.korean else 1)
    return preset.tests // 8 + each + min(preset.ranked, preset.judged) * (BEST if model.ranker else SAMPLES)


@torch.inference_mode()
def measured(
    model: TextToImage, world: World, facts: list[dict], images: np.ndarray
) -> tuple[dict[str, float], set[int]]:
    """The columns of a row that need no judge, and the codes its pictures use; images: uint8 [n, size, size, 3]."""
    window, device, tokenizer = model.transformer.config.text_window, model.device, model.tokenizer
    decibels, given, alone, in_text, said, codes = [], 0.0, 0.0, 0.0, 0, set()
    for first in range(0, len(images), 64):
        pixels = to_floats(images[first : first + 64], device)
        tokens = model.dvae.encode(pixels)
        decibels.append(psnr(model.dvae.decode(tokens), pixels))
        tokens = tokens.flatten(1)
        codes |= set(tokens.flatten().tolist())
        ids = [tokenizer.encode(world.captions(f)[0], window) for f in facts[first : first + 64]]
        text = tokenizer.batch(ids, window).to(device)
        empty = tokenizer.empty().to(device).expand(len(text), -1)
        given += _nats(model.transformer(text, tokens)[1], tokens)
        alone += _nats(model.transformer(empty, tokens)[1], tokens)
        target = text.masked_fill(text == tokenizer.pad, -100)
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


def _read(model: TextToImage, facts: list[dict], images: np.ndarray) -> dict[str, float]:
    """How well the judge reads true pictures."""
    originals, again = (accuracy(model.judge, images, facts, dvae) for dvae in (None, model.dvae))
    return {"originals": originals, "reconstructions": again}


def _redrawn(facts: dict, rng: random.Random) -> dict:
    """The same stated facts with hidden ones sampled anew."""
    stated = {slot: facts[slot] for slot in ("family", *pictures.FAMILIES[facts["family"]].slots)}
    return pictures.complete(stated, rng)


def disagreement(tokens: torch.Tensor) -> float:
    """Share of places at which the tokens of two pictures differ, mean over all pairs; tokens: [n, tokens]."""
    differ = (tokens[:, None] != tokens[None]).float().mean(-1)
    n = len(tokens)
    return (differ.sum() / (n * (n - 1))).item()


def _nats(logits: torch.Tensor, target: torch.Tensor) -> float:
    """Summed cross-entropy in nats."""
    return torch.nn.functional.cross_entropy(logits.float().flatten(0, 1), target.flatten(), reduction="sum").item()


def agreement(judge: Judge, folder: Path) -> pd.DataFrame:
    """How often the judge reads what people read in pictures labelled by eye, one row per family and slot.

    `folder` holds sheet.png, a sheet of pictures, and labels.json: their size, how many stand in a row of the sheet,
    and for each picture its family and the facts that people read in it. Columns: family, slot, n, agree, and of those
    that people could read: readable, agree on readable.
    """
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    sheet, size = Image.open(folder / "sheet.png").convert("RGB"), labels["size"]
    rows = []
    for i, one in enumerate(labels["pictures"]):
        x, y = i % labels["columns"] * size, i // labels["columns"] * size
        [answer] = judge.read([sheet.crop((x, y, x + size, y + size))], one["family"])
        for slot, seen in one["read"].items():
            agree, readable = answer[slot] == seen, seen != UNREADABLE
            found = {"n": 1, "agree": agree, "readable": readable, "agree on readable": agree and readable}
            rows.append({"family": one["family"], "slot": slot} | found)
    return pd.DataFrame(rows).groupby(["family", "slot"], sort=False).sum().reset_index()


def overview(model: TextToImage, preset: Preset, seed: int = 0) -> Image.Image:
    """A sheet with eight pictures for each caption in `preset.asked`, none of them picked by hand."""
    return show.captioned([(d.caption, d.shown) for d in model.draw_each(list(preset.asked), n=8, seed=seed)])


def sample_sheets(model: TextToImage, preset: Preset, folder: Path, seed: int = 0) -> None:
    """Write a sheet for each family, seen and unseen: captions with their first picture, one seed per row of 8."""
    count = max(8, preset.tests // 8)
    for family, unseen in product(preset.world.shares, (False, True)):
        begin = time.monotonic()
        asked = [preset.world.facts("test", seed, i, family, unseen)[0] for i in range(count)]
        captions, rows = [preset.world.captions(f)[0] for f in asked], []
        for i in range(0, count, 8):
            rows += [(d.caption, d.pictures) for d in model.draw_each(captions[i : i + 8], seed=i)]
        file = folder / f"{family}-{'unseen' if unseen else 'seen'}.png"
        folder.mkdir(parents=True, exist_ok=True)
        show.captioned(rows, 8).save(file)
        print(f"samples     {file}  {count / (time.monotonic() - begin):.1f} pictures/s", flush=True)
