"""Captions × seeds → pictures → what the judge reads in them → scores, one row per picture.

A question is a caption, facts of which it is a caption, and which of these facts are scored. The other modules here
make frames with one question per row, `probe` answers them, `scores.table` sums up. A caption without facts can be
asked, too: its pictures are ranked, not judged.
"""

import dataclasses
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import SupportsIndex

import numpy as np
import pandas as pd
import torch
from tqdm.auto import tqdm

from helpers import pictures
from helpers.checks import check, count, shown
from helpers.pictures.world import WHOLE, World
from helpers.probes.answers import PLAIN, by_processes
from helpers.probes.cache import FOLDER, opened
from helpers.text import normalise

EXAMPLE = "{'family': 'counting', 'counted': 'cup', 'count': 3, 'layout': 'first', 'table': 'oak'}"
PACE = "{desc} {n} of {total} captions |{bar}| {remaining} left"


def questions(facts: Iterable, phrasing: int = 0, scored: tuple[str, ...] | None = None, **labels) -> pd.DataFrame:
    """Facts as questions, one per row: columns caption, facts (as given), asked (those scored), and the labels.

    `phrasing` chooses among the captions of the facts: 0 the announcement's, −1 the one kept for testing.
    `scored` names the slots that count; None counts all that the caption states.
    """
    facts = list(facts)
    said = [_phrased(f, phrasing) for f in facts]
    asked = facts if scored is None else [{slot: f[slot] for slot in ("family", *scored)} for f in facts]
    return pd.DataFrame({"caption": said, "facts": facts, "asked": asked} | labels)


def probe(
    model,
    asked: Iterable | pd.DataFrame,
    n: SupportsIndex = 1,
    seed: SupportsIndex = 0,
    *,
    phrasing: int = 0,
    cache: str | os.PathLike | None = FOLDER,
    workers: SupportsIndex | Callable = 1,
    judge=None,
    **settings,
) -> pd.DataFrame:
    """Draw `n` pictures of each question and judge them; returns one row per picture.

    `asked` is a frame of `questions`, a list of facts (said in their `phrasing`, all scored), or a list of plain
    captions. A row has the question's columns and: family, index, seed, settings, tokens, `read` (the facts that the
    judge reads), `share` (of the facts asked for that are right) and `right` (all are). Rows of plain captions have no
    facts, but `fit`, the ranker's cosine, where the model has a ranker.

    What was drawn before with the same weights, seed and settings is read from the folder `cache` (None draws all anew
    and keeps nothing). `workers` is the number of processes that draw, on a CPU; a script that wants several must call
    this below `if __name__ == "__main__":`. (`helpers.sweep` passes a function that has a cluster draw.) `judge`
    replaces the model's own judge. Raises ValueError for bad questions, and for facts where there is no judge.
    """
    frame = _frame(asked, phrasing)
    done: list[dict] = []
    with tqdm(total=len(_wanted(frame)), desc="probe", bar_format=PACE, delay=2, leave=False) as bar:
        for rows in stream(model, frame, n, seed, cache=cache, workers=workers, judge=judge, **settings):
            done += rows
            bar.update()
    return pd.DataFrame(sorted(done, key=lambda row: row["question"])).drop(columns="question")


def stream(
    model,
    asked: Iterable | pd.DataFrame,
    n: SupportsIndex = 1,
    seed: SupportsIndex = 0,
    *,
    phrasing: int = 0,
    cache: str | os.PathLike | None = FOLDER,
    workers: SupportsIndex | Callable = 1,
    judge=None,
    **settings,
) -> Iterator[list[dict]]:
    """Yield the rows of `probe`, those of one caption at a time; their column `question` is the number of the question.

    Captions that were drawn before come first, the others by their length, which is the fastest order to draw them in.
    """
    frame = _frame(asked, phrasing)
    if "asked" in frame:
        reader = judge or _judge_of(model)
    else:
        reader = model.ranker
    wanted, records = _wanted(frame), frame.to_dict("records")
    how = dataclasses.asdict(model.settings(n, seed, **settings))
    n, seed = how["n"], how["seed"]
    if not callable(workers):
        workers = by_processes(count("workers", workers, 1))
    how = {name: value for name, value in how.items() if name not in ("n", "seed") and value is not None}

    def rows(key: tuple, seen: list[tuple[list, dict]]) -> list[dict]:
        drawn = {"seed": seed, "settings": how}
        return [
            {"question": place} | _row(records[place], index, read, drawn | {"tokens": tokens})
            for place in wanted[key]
            for index, (tokens, read) in enumerate(seen)
        ]

    with opened(model, reader, how, cache) as store:
        missing: dict[str, list[str]] = {}
        for caption, family in wanted:
            seen = store.get(family, caption, seed, n) if store else None
            if seen:
                yield rows((caption, family), seen)
            else:
                missing.setdefault(caption, []).append(family)
        left = {caption: missing[caption] for caption in sorted(missing, key=len)}
        for caption, family, seen in workers(model, reader, left, {"n": n, "seed": seed, **settings}):
            if store:
                store.put(family, caption, seed, seen)
            yield rows((caption, family), seen)


def judged(model, asked: list[dict], said: list[str], drawn) -> pd.DataFrame:
    """The rows of `probe` for pictures that exist already: `drawn` yields a list of them for each of the facts."""
    _judge_of(model)
    return _judged(model, pd.DataFrame({"caption": said, "facts": asked, "asked": asked}), drawn)


def ceiling(model, asked: Iterable | pd.DataFrame, phrasing: int = 0, seed: int = 0) -> pd.DataFrame:
    """What a perfect transformer would score: true pictures → dVAE → judge, one row per question, with the tokens.

    What the facts leave open is sampled from the model's world. A column `jitter` moves things off the lattice by up to
    so many eighths of the picture.
    """
    _judge_of(model)
    frame = _frame(asked, phrasing)
    check("facts" in frame, "asked", "captions without facts", "facts, from which true pictures are painted")
    jitter = frame["jitter"] if "jitter" in frame else [0.0] * len(frame)
    true = [
        painted(facts, model.picture_size, seed, i, float(by), model.world)
        for i, (facts, by) in enumerate(zip(frame["facts"], jitter, strict=True))
    ]
    tokens = torch.cat([model.encode(true[i : i + 64]) for i in range(0, len(true), 64)])
    return _judged(model, frame, ([image] for image in model.decode(tokens))).assign(tokens=tokens.tolist())


def painted(facts: dict, size: int, seed: int, index: int, jitter: float = 0.0, world: World = WHOLE):
    """A true picture of these facts; what they leave open is sampled from `world` by seed and index."""
    rng = pictures.rng_for("probe", seed, index)
    return pictures.paint(world.complete(facts, rng), size, rng, jitter)


def left_out(model, family: str, slot: str) -> str:
    """A sentence for a chart of a slot's values: which ones are not in it, since training had few or none."""
    values = [str(value) for value in model.world.left_out(family, slot)]
    if not values:
        return f"{model.name} was shown every {slot.replace('_', ' ')}"
    seldom = family in model.world.beyond and slot in pictures.FAMILIES[family].slots
    return f"not asked for, since {model.name} was {'seldom' if seldom else 'never'} shown: {', '.join(values)}"


def scored(facts: dict, read: dict) -> dict:
    """The columns asked, read, share (of what was asked that is right) and right (all of it) for one picture.

    Only what a caption states counts, as far as it is in `facts`; what it leaves open may look like anything.
    """
    right = [read.get(slot) == value for slot, value in pictures.wanted(facts).items()]
    return {"asked": facts, "read": read, "share": float(np.mean(right)), "right": all(right)}


def _phrased(facts: object, phrasing: int) -> str:
    if not isinstance(facts, Mapping) or "family" not in facts:
        raise ValueError(f"{shown(facts)} is no picture's facts; give a dict with its family, such as {EXAMPLE}")
    family = pictures.FAMILIES[pictures.known("family", facts["family"], pictures.FAMILIES)]
    if strange := facts.keys() - family.blank().keys() - family.hidden.keys():
        raise ValueError(f"{family.name} has no {', '.join(map(str, strange))}; it has {', '.join(family.slots)}")
    try:
        forms = pictures.captions(facts)
    except KeyError as slot:
        raise ValueError(f"these facts of {family.name} lack {slot}; give it, or 'none' to leave it open") from None
    return forms[count("phrasing", phrasing, -len(forms), len(forms) - 1, f" for {family.name}; −1 is the last")]


def _frame(asked: Iterable | pd.DataFrame, phrasing: int) -> pd.DataFrame:
    if isinstance(asked, Mapping | str | bytes) or not isinstance(asked, Iterable):
        raise ValueError(f"asked is {shown(asked)}; give a list of captions or of facts, such as [{EXAMPLE}]")
    if isinstance(asked, pd.DataFrame):
        frame = asked
    else:
        asked = list(asked)
        captions = all(isinstance(one, str) for one in asked)
        frame = pd.DataFrame({"caption": asked}) if captions else questions(asked, phrasing)
    if not len(frame):
        raise ValueError("there is nothing to ask; give at least one caption or the facts of one picture")
    missing = {"caption", "facts", "asked"} - {*frame}
    if missing - {"facts", "asked"} or len(missing) == 1:
        raise ValueError(f"the questions lack {', '.join(sorted(missing))}; make them with probes.questions(facts)")
    for caption in frame["caption"]:
        normalise(caption)  # refuses what is no caption
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
    families = [asked["family"] for asked in frame["asked"]] if "asked" in frame else [PLAIN] * len(frame)
    for place, key in enumerate(zip(frame["caption"], families, strict=True)):
        wanted.setdefault(key, []).append(place)
    return wanted


def _row(question: dict, index: int, read: dict, drawn: dict | None = None) -> dict:
    if "asked" not in question:
        return question | {"index": index} | (drawn or {}) | read
    asked = question["asked"]
    return question | {"family": asked["family"], "index": index} | (drawn or {}) | scored(asked, read)


def _judge_of(model):
    if model.judge is None:
        raise ValueError(f"{model.name} has no judge; train one: python -m helpers.training judge --init {model.name}")
    return model.judge
