"""Is the best of many right? One picture first, then the ranker's pick among N, beside what was there to pick."""

import numpy as np
import pandas as pd
import torch

from helpers.probes import interval

NUMBERS = (1, 2, 4, 8, 16, 32)


def ranked(model, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of a probe with `fit`, the ranker's cosine of picture and caption, and `place`, 1 a caption's best."""
    fit = pd.Series(0.0, rows.index)
    for caption, part in rows.groupby("caption", sort=False):
        pictures = model.decode(torch.tensor(part["tokens"].tolist()))
        fit[part.index] = model.rank(caption, pictures).double().numpy()
    place = fit.groupby(rows["caption"]).rank(ascending=False, method="first").astype(int)
    return rows.assign(fit=fit, place=place)


def best_of(rows: pd.DataFrame, numbers: tuple[int, ...] = NUMBERS) -> pd.DataFrame:
    """A row an N, 1 first: share of captions right by the ranker's pick among pictures 0 … N − 1, from low to high.

    any: some picture among them is right, what a perfect pick would score; all: every one is (the two that Marcus
    et al. 2022 report); by chance: one taken blindly. `numbers` above the n drawn are left out.
    """
    if "fit" not in rows:
        raise ValueError("these rows are not ranked; give ranked(model, rows)")
    drawn = int(rows.groupby("caption")["index"].nunique().min())
    lines = []
    for number in (n for n in numbers if n <= drawn):
        among = rows[rows["index"] < number].groupby("caption", sort=False)
        chosen = rows.loc[among["fit"].idxmax()]
        score, low, high = interval(chosen)
        right = among["right"]
        line = {"N": number, "picked": score, "low": low, "high": high, "any": right.any().mean()}
        lines.append(line | {"all": right.all().mean(), "by chance": right.mean().mean()})
    return pd.DataFrame(lines)


def outranks(rows: pd.DataFrame) -> pd.DataFrame:
    """How often a right picture fits better than a wrong one of its caption: a row a caption that has both.

    ranks: share of such pairs that the ranker orders rightly, 0.5 by chance (the area under its ROC curve).
    """
    lines = []
    for caption, part in rows.groupby("caption", sort=False):
        right = part["right"].to_numpy(dtype=bool)
        good, bad = part["fit"].to_numpy()[right], part["fit"].to_numpy()[~right]
        if len(good) and len(bad):
            wins = np.sign(good[:, None] - bad[None]).mean() / 2 + 0.5
            lines.append({"caption": caption, "right": len(good), "wrong": len(bad), "ranks": float(wins)})
    return pd.DataFrame(lines, columns=["caption", "right", "wrong", "ranks"])
