"""Summing up the rows of a probe: mean with its interval, floor, table, and a test of pairs."""

import random

import numpy as np
import pandas as pd
from scipy import stats

from helpers import pictures
from helpers.probes.asking import scored

SHUFFLES = 8  # shuffles over which a floor in a table is averaged
RESAMPLES = 2000
Z = 1.959964  # 95% of a normal distribution lie within this many standard deviations


def floor(rows: pd.DataFrame, seed: int = 0) -> pd.DataFrame:
    """The same pictures scored against another caption of their family: what a model scores that ignores its caption.

    Rows of a family whose captions all ask for the same are left out.
    """
    families: dict[str, dict[tuple, dict]] = {}
    for asked in rows["asked"]:
        families.setdefault(asked["family"], {})[_stated(asked)] = asked
    others = {}
    for family, different in families.items():
        order = random.Random(seed).sample(list(different), len(different))
        others |= {(family, key): different[order[i - 1]] for i, key in enumerate(order) if len(order) > 1}
    kept = rows[[(asked["family"], _stated(asked)) in others for asked in rows["asked"]]]
    asked = [others[asked["family"], _stated(asked)] for asked in kept["asked"]]
    again = [scored(facts, read) for facts, read in zip(asked, kept["read"], strict=True)]
    return kept.assign(**{key: [row[key] for row in again] for key in ("asked", "share", "right")})


def interval(rows: pd.DataFrame, column: str = "right", seed: int = 0) -> tuple[float, float, float]:
    """Mean of a column with its 95% interval over captions (not pictures).

    Wilson's interval (1927) where every caption scores 0 or 1, or all captions score the same: it stays honest at 0%
    and 100%, where resampling finds no spread. Otherwise a bootstrap. Equal values outside [0, 1] have no width.
    """
    by_caption = rows.groupby("caption")[column].mean().to_numpy(dtype=float)
    mean = float(by_caption.mean()) if len(by_caption) else float("nan")
    alike = len(by_caption) < 2 or (by_caption == by_caption[0]).all()
    if np.isin(by_caption, (0, 1)).all() or (alike and 0 <= mean <= 1):
        return mean, *wilson(mean, len(by_caption))
    if alike:
        return mean, mean, mean
    found = stats.bootstrap((by_caption,), np.mean, method="percentile", rng=seed, n_resamples=RESAMPLES)
    return mean, float(found.confidence_interval.low), float(found.confidence_interval.high)


def wilson(share: float, n: int) -> tuple[float, float]:
    """Wilson's 95% score interval of a share among `n`, as (low, high); NaN for n = 0."""
    if not n:
        return float("nan"), float("nan")
    middle, reach = share + Z**2 / (2 * n), Z * np.sqrt(share * (1 - share) / n + (Z / (2 * n)) ** 2)
    low, high = (middle - reach) / (1 + Z**2 / n), (middle + reach) / (1 + Z**2 / n)
    return float(np.clip(low, 0, share)), float(np.clip(high, share, 1))


def table(rows: pd.DataFrame, by: str, true: pd.DataFrame | None = None, column: str = "right") -> pd.DataFrame:
    """One row per group: n captions, score with its 95% interval (low, high), floor, and ceiling if `true` is given.

    `by` is the column that groups the rows, `column` the one that is averaged, `true` the rows of `ceiling`. The floor
    scores each picture against another caption of its group, averaged over a few shuffles.
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
    """Do two lists of answers to the same questions differ? McNemar's (1947) exact test; answers are true or false.

    Only pairs that differ count, `one only` and `other only`; p is the probability of a split at least as uneven if
    both were equally likely. Raises ValueError for lists of different lengths.
    """
    one, other = np.asarray(one, dtype=bool), np.asarray(other, dtype=bool)
    if one.shape != other.shape:
        raise ValueError(f"{len(one)} and {len(other)} answers are not pairs; give as many of one as of the other")
    first, second = int((one & ~other).sum()), int((other & ~one).sum())
    p = stats.binomtest(first, first + second).pvalue if first + second else 1.0
    both, neither = int((one & other).sum()), int((~one & ~other).sum())
    return {"both": both, "one only": first, "other only": second, "neither": neither, "p": float(p)}


def verdict(p: float) -> str:
    """A difference with this p in words: "shown" below 5%, else "not shown", which does not mean that there is none."""
    return f"{'shown' if p < 0.05 else 'not shown'} (p = {p:.2g})"


def _stated(asked: dict) -> tuple:
    return tuple(pictures.stated(asked).items())
