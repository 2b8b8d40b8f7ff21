"""Captions × seeds → pictures → what the judge reads in them → scores, one row a picture."""

import random

import numpy as np
import pandas as pd
from scipy import stats

from helpers import pictures
from helpers.judge import agreement


def probe(model, asked: list[dict], n: int = 1, seed: int = 0, phrasing: int = 0, **settings) -> pd.DataFrame:
    """Draw `n` pictures of each of these facts' caption and judge them.

    `phrasing` chooses among the captions of the facts: 0 the announcement's, −1 the one kept for testing.
    A row has the family, caption and index, the facts asked for and read, the share of said facts that
    are right, and whether all are.
    """
    said = [pictures.captions(facts)[phrasing] for facts in asked]
    drawn = (drawing.pictures for drawing in model.draw_each(said, n=n, seed=seed, **settings))
    return judged(model, asked, said, drawn)


def judged(model, asked: list[dict], said: list[str], drawn) -> pd.DataFrame:
    """The rows of `probe` for pictures that are there already: for each of the facts, a list of them."""
    if model.judge is None:
        raise ValueError(f"{model.name} has no judge; train one: python -m helpers.training judge --init {model.name}")
    rows = []
    for facts, caption, images in zip(asked, said, drawn, strict=True):
        for index, read in enumerate(model.judge.read(images, facts["family"])):
            rows.append({"family": facts["family"], "caption": caption, "index": index} | scored(facts, read))
    return pd.DataFrame(rows)


def scored(facts: dict, read: dict) -> dict:
    """What was asked and read, the share of it that is right, and whether all is."""
    right = agreement(facts, read)
    return {"asked": facts, "read": read, "share": float(np.mean(list(right.values()))), "right": all(right.values())}


def floor(rows: pd.DataFrame, seed: int = 0) -> pd.DataFrame:
    """The same pictures scored against facts asked for elsewhere: what one gets without reading the caption."""
    asked = list(rows["asked"])
    random.Random(seed).shuffle(asked)
    again = [scored(facts, read) for facts, read in zip(asked, rows["read"], strict=True)]
    return rows.assign(**{key: [row[key] for row in again] for key in ("asked", "share", "right")})


def interval(rows: pd.DataFrame, column: str = "right", seed: int = 0) -> tuple[float, float, float]:
    """Mean of a column with its 95% bootstrap interval over captions (not pictures)."""
    by_caption = rows.groupby("caption")[column].mean().to_numpy(dtype=float)
    mean = float(by_caption.mean())
    if len(by_caption) < 2 or (by_caption == by_caption[0]).all():
        return mean, mean, mean
    found = stats.bootstrap((by_caption,), np.mean, method="percentile", rng=seed, n_resamples=2000)
    return mean, float(found.confidence_interval.low), float(found.confidence_interval.high)
