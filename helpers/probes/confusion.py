"""What was read where something else was asked, and how far off it is where the values have an order."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

OTHER = "other"  # none, several, unreadable, or a value that is not among those given


def confusion(rows: pd.DataFrame, slot: str, values: Sequence) -> pd.DataFrame:
    """Confusion matrix of a slot: share of pictures by value asked for (rows) and value read (columns).

    Everything read that is not among `values` counts as "other".
    """
    asked = pd.Series([facts[slot] for facts in rows["asked"]], name="asked")
    read = pd.Series([facts.get(slot) for facts in rows["read"]], name="read")
    return shared(asked, read.where(read.isin(list(values)), OTHER), values, (OTHER,))


def shared(asked: pd.Series, read: pd.Series, values: Sequence, further: Sequence) -> pd.DataFrame:
    """Share of each value read (columns) for each value asked for (rows), in the order of `values`.

    `further` names columns after these, which are left out where they were never read.
    """
    shares = pd.crosstab(asked, read, normalize="index")
    columns = [*values, *(one for one in further if one in shares.columns)]
    found = shares.reindex(index=[v for v in values if v in shares.index], columns=columns, fill_value=0.0)
    return found.rename_axis(index="asked", columns="read")


def mistaken(rows: pd.DataFrame, slot: str, top: int = 8) -> pd.DataFrame:
    """The `top` most frequent mistakes: asked, read, pictures that show it, of how many where that was asked."""
    asked = pd.Series([facts[slot] for facts in rows["asked"]], name="asked")
    pairs = pd.DataFrame({"asked": asked, "read": [facts.get(slot) for facts in rows["read"]]})
    wrong = pairs[pairs["asked"] != pairs["read"]].value_counts().rename("pictures").reset_index()
    return wrong.assign(of=wrong["asked"].map(asked.value_counts())).head(top)


def steps_off(rows: pd.DataFrame, slot: str, values: Sequence, around: bool = False) -> pd.Series:
    """For each picture, how many steps in the ordered `values` lie between asked and read; NaN where none is read.

    `around`: the order is a ring, as that of hours and seasons.
    """
    place = {value: i for i, value in enumerate(values)}
    off = [
        abs(place[a[slot]] - place.get(r.get(slot), np.nan)) for a, r in zip(rows["asked"], rows["read"], strict=True)
    ]
    off = pd.Series(off, rows.index, dtype=float)
    return np.minimum(off, len(place) - off) if around else off


def neighbours(rows: pd.DataFrame, slot: str, values: Sequence, around: bool = False) -> dict:
    """Are wrong values near the right ones? Over the pictures that show a wrong one of the ordered `values`.

    wrong: their number; next: share of them that are one step off; by chance: that share if all wrong values were
    equally likely. `around` as in `steps_off`.
    """
    off = steps_off(rows, slot, values, around)
    wrong = off > 0
    place = {value: i for i, value in enumerate(values)}
    ends = [not around and place[facts[slot]] in (0, len(place) - 1) for facts in rows["asked"][wrong]]
    beside = [1 if end else min(2, len(place) - 1) for end in ends]
    chance = float(np.mean(beside)) / (len(place) - 1) if beside else float("nan")
    return {"wrong": int(wrong.sum()), "next": float((off[wrong] == 1).mean()), "by chance": chance}
