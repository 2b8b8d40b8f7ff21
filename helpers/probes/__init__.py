"""Captions × seeds → pictures → what the judge reads in them → scores, one row a picture.

A question is a caption, facts that a picture of it may have, and what of these is scored; the modules
beside this one make frames of them, `probe` answers them, `table` sums up.
"""

import dataclasses
import os
import random
from collections.abc import Iterator

import numpy as np
import pandas as pd
import torch
from scipy import stats
from tqdm import tqdm

from helpers import pictures
from helpers.probes.cache import FOLDER, opened

PACE = "{desc} {n} of {total} captions |{bar:30}| {remaining} left"
SHUFFLES = 8  # over which a floor in a table is averaged
RESAMPLES = 2000


def shortened(count: int, to: int = 4) -> int:
    """`count`; where the variable DAIKON_QUICK is set, as tests of the notebooks set it, at most `to`."""
    return min(count, to) if os.environ.get("DAIKON_QUICK") else count


def questions(facts: list[dict], phrasing: int = 0, scored: tuple[str, ...] | None = None, **labels) -> pd.DataFrame:
    """Facts as questions: columns caption, facts (what may be painted), asked (what is scored), and the labels.

    `phrasing` chooses among the captions of the facts: 0 the announcement's, −1 the one kept for testing.
    `scored` names the slots that count; None counts all that captions of the family can say.
    """
    said = [_phrased(f, phrasing) for f in facts]
    asked = facts if scored is None else [{slot: f[slot] for slot in ("family", *scored)} for f in facts]
    return pd.DataFrame({"caption": said, "facts": facts, "asked": asked} | labels)


def probe(
    model,
    asked: list[dict] | pd.DataFrame,
    n: int = 1,
    seed: int = 0,
    phrasing: int = 0,
    cache: str | os.PathLike | None = FOLDER,
    **settings,
) -> pd.DataFrame:
    """Draw `n` pictures of each question and judge them; facts alone stand for their caption, all of it scored.

    A row has the question's columns and family, index, seed, settings, tokens, the facts read, the share of
    those asked that are right, and whether all are. What was drawn before with these weights, seed and
    settings comes from the folder `cache` (None draws all anew and keeps nothing).
    """
    frame = _frame(asked, phrasing)
    done: list[dict] = []
    with tqdm(total=len(_wanted(frame)), desc="probe", bar_format=PACE, delay=2, leave=False) as bar:
        for rows in stream(model, frame, n, seed, cache=cache, **settings):
            done += rows
            bar.update()
    return pd.DataFrame(sorted(done, key=lambda row: row["question"])).drop(columns="question")


def stream(
    model,
    asked: list[dict] | pd.DataFrame,
    n: int = 1,
    seed: int = 0,
    phrasing: int = 0,
    cache: str | os.PathLike | None = FOLDER,
    **settings,
) -> Iterator[list[dict]]:
    """Yield the rows of `probe`, those of one caption at a time, with the place of their question.

    What was drawn before comes first; the rest comes by length of the caption, as it is drawn fastest.
    """
    _check_judge(model)
    frame = _frame(asked, phrasing)
    wanted, records = _wanted(frame), frame.to_dict("records")
    how = dataclasses.asdict(model.settings(n, seed, **settings))
    how = {name: value for name, value in how.items() if name not in ("n", "seed") and value is not None}

    def rows(key: tuple, seen: list[tuple[list, dict]]) -> list[dict]:
        drawn = {"seed": seed, "settings": how}
        return [
            {"question": place} | _row(records[place], index, read, drawn | {"tokens": tokens})
            for place in wanted[key]
            for index, (tokens, read) in enumerate(seen)
        ]

    with opened(model, how, cache) as store:
        missing: dict[str, list[str]] = {}
        for caption, family in wanted:
            seen = store.get(family, caption, seed, n) if store else None
            if seen:
                yield rows((caption, family), seen)
            else:
                missing.setdefault(caption, []).append(family)
        left = sorted(missing, key=len)
        drawings = model.draw_each(left, n=n, seed=seed, **settings)
        for caption, drawing in zip(left, drawings, strict=True):
            for family in missing[caption]:
                seen = list(zip(drawing.tokens.tolist(), model.judge.read(drawing.pictures, family), strict=True))
                if store:
                    store.put(family, caption, seed, seen)
                yield rows((caption, family), seen)


def judged(model, asked: list[dict], said: list[str], drawn) -> pd.DataFrame:
    """The rows of `probe` for pictures that are there already: for each of the facts, a list of them."""
    _check_judge(model)
    return _judged(model, pd.DataFrame({"caption": said, "facts": asked, "asked": asked}), drawn)


def ceiling(model, asked: list[dict] | pd.DataFrame, phrasing: int = 0, seed: int = 0) -> pd.DataFrame:
    """What the best drawing would score: true pictures → dVAE → judge, a row a question, with the tokens.

    What the facts leave open is drawn; a question's `jitter` moves things off the lattice (eighths of the picture).
    """
    _check_judge(model)
    frame = _frame(asked, phrasing)
    jitter = frame["jitter"] if "jitter" in frame else [0.0] * len(frame)
    true = [
        painted(facts, model.picture_size, seed, i, float(by))
        for i, (facts, by) in enumerate(zip(frame["facts"], jitter, strict=True))
    ]
    tokens = torch.cat([model.encode(true[i : i + 64]) for i in range(0, len(true), 64)])
    return _judged(model, frame, ([image] for image in model.decode(tokens))).assign(tokens=tokens.tolist())


def painted(facts: dict, size: int, seed: int, index: int, jitter: float = 0.0):
    """A true picture of these facts; what they leave open is drawn by seed and index."""
    rng = pictures.rng_for("probe", seed, index)
    return pictures.paint(pictures.complete(facts, rng), size, rng, jitter)


def scored(facts: dict, read: dict) -> dict:
    """What was asked and read, the share of it that is right, and whether all is.

    Counted is what a caption says, as far as `facts` has it; what it leaves open may show as it likes.
    """
    right = [read.get(slot) == value for slot, value in pictures.wanted(facts).items()]
    return {"asked": facts, "read": read, "share": float(np.mean(right)), "right": all(right)}


def floor(rows: pd.DataFrame, seed: int = 0) -> pd.DataFrame:
    """The same pictures scored against what another caption of their family asked: the score without reading it.

    Rows of a family in which all captions ask for the same are left out.
    """
    families: dict[str, dict[tuple, dict]] = {}
    for asked in rows["asked"]:
        families.setdefault(asked["family"], {})[_said(asked)] = asked
    others = {}
    for family, different in families.items():
        order = random.Random(seed).sample(list(different), len(different))
        others |= {(family, key): different[order[i - 1]] for i, key in enumerate(order) if len(order) > 1}
    kept = rows[[(asked["family"], _said(asked)) in others for asked in rows["asked"]]]
    asked = [others[asked["family"], _said(asked)] for asked in kept["asked"]]
    again = [scored(facts, read) for facts, read in zip(asked, kept["read"], strict=True)]
    return kept.assign(**{key: [row[key] for row in again] for key in ("asked", "share", "right")})


def interval(rows: pd.DataFrame, column: str = "right", seed: int = 0) -> tuple[float, float, float]:
    """Mean of a column with its 95% bootstrap interval over captions (not pictures).

    Where all captions score alike, the interval has no width: it then says nothing of further captions.
    """
    by_caption = rows.groupby("caption")[column].mean().to_numpy(dtype=float)
    mean = float(by_caption.mean()) if len(by_caption) else float("nan")
    if len(by_caption) < 2 or (by_caption == by_caption[0]).all():
        return mean, mean, mean
    found = stats.bootstrap((by_caption,), np.mean, method="percentile", rng=seed, n_resamples=RESAMPLES)
    return mean, float(found.confidence_interval.low), float(found.confidence_interval.high)


def table(rows: pd.DataFrame, by: str, true: pd.DataFrame | None = None, column: str = "right") -> pd.DataFrame:
    """A row a group: n captions, score from low to high at 95%, floor, and ceiling if `true` rows are given.

    The floor asks each picture what another caption of its group asked, averaged over a few shuffles.
    """
    lines = []
    for group, part in rows.groupby(by, sort=False):
        score, low, high = interval(part, column)
        lowest = np.mean([floor(part, seed)[column].mean() for seed in range(SHUFFLES)])
        highest = true[true[by] == group][column].mean() if true is not None else float("nan")
        line = {by: group, "n": part["caption"].nunique(), "score": score, "low": low, "high": high}
        lines.append(line | {"floor": float(lowest), "ceiling": float(highest)})
    return pd.DataFrame(lines)


def mcnemar(one, other) -> dict:
    """Do two answers to the same questions differ? Exact test of McNemar (1947) on two rows of true and false.

    Only pairs that differ count: `one only` and `other only`; p is that of so uneven a split by chance.
    """
    one, other = np.asarray(one, dtype=bool), np.asarray(other, dtype=bool)
    if one.shape != other.shape:
        raise ValueError(f"{len(one)} and {len(other)} answers are not pairs; give as many of one as of the other")
    first, second = int((one & ~other).sum()), int((other & ~one).sum())
    p = stats.binomtest(first, first + second).pvalue if first + second else 1.0
    both, neither = int((one & other).sum()), int((~one & ~other).sum())
    return {"both": both, "one only": first, "other only": second, "neither": neither, "p": float(p)}


def _phrased(facts: dict, phrasing: int) -> str:
    forms = pictures.captions(facts)
    if not -len(forms) <= phrasing < len(forms):
        raise ValueError(f"phrasing is {phrasing}; {facts['family']} has 0 to {len(forms) - 1}, or −1 for the last")
    return forms[phrasing]


def _frame(asked: list[dict] | pd.DataFrame, phrasing: int) -> pd.DataFrame:
    frame = questions(asked, phrasing) if isinstance(asked, list) else asked
    if not len(frame):
        raise ValueError("there is nothing to ask; give the facts of at least one picture")
    return frame


def _judged(model, frame: pd.DataFrame, drawn) -> pd.DataFrame:
    rows = []
    for question, images in zip(frame.to_dict("records"), drawn, strict=True):
        for index, read in enumerate(model.judge.read(images, question["asked"]["family"])):
            rows.append(_row(question, index, read))
    return pd.DataFrame(rows)


def _wanted(frame: pd.DataFrame) -> dict[tuple[str, str], list[int]]:
    """Caption and family -> the places of the questions that its pictures answer."""
    wanted: dict[tuple[str, str], list[int]] = {}
    for place, (caption, asked) in enumerate(zip(frame["caption"], frame["asked"], strict=True)):
        wanted.setdefault((caption, asked["family"]), []).append(place)
    return wanted


def _row(question: dict, index: int, read: dict, drawn: dict | None = None) -> dict:
    asked = question["asked"]
    return question | {"family": asked["family"], "index": index} | (drawn or {}) | scored(asked, read)


def _said(asked: dict) -> tuple:
    return tuple((slot, asked[slot]) for slot in pictures.FAMILIES[asked["family"]].SLOTS if slot in asked)


def _check_judge(model) -> None:
    if model.judge is None:
        raise ValueError(f"{model.name} has no judge; train one: python -m helpers.training judge --init {model.name}")
