"""Is the word right, and how many of its letters? Rows of a probe whose questions ask for a word."""

import numpy as np
import pandas as pd

from helpers.networks.judge import UNREADABLE
from helpers.probes.scores import interval


def letters_right(word: str, read: str) -> float:
    """Share of the word's letters that were read at their place; 0 for an unreadable word."""
    return sum(a == b for a, b in zip(word, read, strict=False)) / len(word) if read != UNREADABLE else 0.0


def by_length(rows: pd.DataFrame, true: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row per length of the word asked for: n captions, and how much of the word is right.

    word: share of whole words that are right; score: share of letters that are, with its 95% interval, floor
    (against the other words of that length) and ceiling if `true` rows are given; unreadable: share of pictures in
    which the judge reads no letter. Single letters that it cannot read count as wrong.
    """
    rows, lines = _spelled(rows), []
    best = _spelled(true) if true is not None else None
    for length, part in rows.groupby("length"):
        score, low, high = interval(part, "letters")
        line = {"length": length, "n": part["caption"].nunique(), "word": part["word right"].mean()}
        line |= {"score": score, "low": low, "high": high, "floor": _by_another(part)}
        line["ceiling"] = best[best["length"] == length]["letters"].mean() if best is not None else float("nan")
        lines.append(line | {"unreadable": (part["spelled"] == UNREADABLE).mean()})
    return pd.DataFrame(lines).set_index("length")


def _spelled(rows: pd.DataFrame) -> pd.DataFrame:
    word = rows["asked"].map(lambda facts: facts["word"])
    read = rows["read"].map(lambda facts: facts.get("word", ""))
    letters = [letters_right(a, b) for a, b in zip(word, read, strict=True)]
    return rows.assign(word=word, spelled=read, length=word.str.len(), letters=letters, **{"word right": word == read})


def _by_another(part: pd.DataFrame) -> float:
    """The mean share of letters right if each picture was asked for every other word."""
    shares = [
        letters_right(other, read)
        for word, read in zip(part["word"], part["spelled"], strict=True)
        for other in part["word"].unique()
        if other != word
    ]
    return float(np.mean(shares)) if shares else float("nan")
