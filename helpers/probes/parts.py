"""Which part of a caption is right? A probe's scores slot by slot, also for slots that captions leave open."""

from collections.abc import Mapping, Sequence

import pandas as pd

from helpers import pictures
from helpers.probes.scores import interval


def parts(
    rows: pd.DataFrame, slots: Mapping[str, Sequence[str]], true: pd.DataFrame | None = None, name: str = "part"
) -> pd.DataFrame:
    """One row per part: n captions, score with its 95% interval (low, high), floor, and ceiling if `true` is given.

    `slots`: part's name -> the slots that must all be read as in the question's facts. The floor compares each picture
    with the facts of all other captions. `true`: rows of `ceiling`.
    """
    lines = []
    for part, these in slots.items():
        score, low, high = interval(rows.assign(right=right_in(rows, these)))
        line = {name: part, "n": rows["caption"].nunique(), "score": score, "low": low, "high": high}
        best = right_in(true, these).mean() if true is not None else float("nan")
        lines.append(line | {"floor": _by_another(rows, these), "ceiling": best})
    return pd.DataFrame(lines)


def right_in(rows: pd.DataFrame, slots: Sequence[str]) -> pd.Series:
    """Whether each picture is read as its facts say in all of these slots, whether the caption states them or not."""
    pairs = zip(_of(rows["facts"].map(pictures.shown), slots), _of(rows["read"], slots), strict=True)
    return pd.Series([meant == read for meant, read in pairs], rows.index, dtype=bool)


def _of(facts: pd.Series, slots: Sequence[str]) -> list[tuple]:
    return [tuple(one.get(slot) for slot in slots) for one in facts]


def _by_another(rows: pd.DataFrame, slots: Sequence[str]) -> float:
    """The share of pictures that are right for another caption, mean over all others; NaN where there is none."""
    first = rows.drop_duplicates("caption")
    if len(first) < 2:
        return float("nan")
    meant = pd.Series(_of(first["facts"].map(pictures.shown), slots), dtype=object)
    counts = meant.value_counts()
    found = [counts.get(read, 0) for read in _of(rows["read"], slots)]
    own = right_in(rows, slots).to_numpy()
    return float((pd.Series(found).to_numpy() - own).mean() / (len(first) - 1))
