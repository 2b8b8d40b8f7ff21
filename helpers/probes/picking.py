"""Is the best of many right? One picture first, then the ranker's pick among N, beside what was there to pick."""

from math import comb

import numpy as np
import pandas as pd
import torch

from helpers.probes.scores import interval

NUMBERS = tuple(2**i for i in range(10))


def ranked(model, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of a probe with `fit`, the ranker's cosine of picture and caption, and `place`, 1 a caption's best."""
    fit = pd.Series(0.0, rows.index)
    for caption, part in rows.groupby("caption", sort=False):
        pictures = model.decode(torch.tensor(part["tokens"].tolist()))
        fit[part.index] = model.rank(caption, pictures).double().numpy()
    place = fit.groupby(rows["caption"]).rank(ascending=False, method="first").astype(int)
    return rows.assign(fit=fit, place=place)


def best_of(rows: pd.DataFrame, numbers: tuple[int, ...] = NUMBERS) -> pd.DataFrame:
    """A row an N, 1 first: share of captions right by the ranker's pick among N pictures, from low to high.

    any: some picture among them is right, what a perfect pick would score; all: every one is (the two that Marcus
    et al. 2022 report); by chance: one taken blindly. Each is the mean over all ways to take N of a caption's
    pictures (as pass@k is, Chen et al. 2021). `numbers` above the n drawn are left out.
    """
    if "fit" not in rows:
        raise ValueError("these rows are not ranked; give ranked(model, rows)")
    best_first = rows.sort_values(["caption", "fit"], ascending=[True, False], kind="stable").groupby("caption")
    right = {caption: part.to_numpy(dtype=bool) for caption, part in best_first["right"]}
    lines = []
    for number in (n for n in numbers if n <= min(map(len, right.values()))):
        found = pd.DataFrame([{"caption": caption} | _of(number, row) for caption, row in right.items()])
        score, low, high = interval(found, "picked")
        line = {"N": number, "picked": score, "low": low, "high": high}
        lines.append(line | found[["any", "all", "by chance"]].mean().to_dict())
    return pd.DataFrame(lines)


def _of(number: int, right: np.ndarray) -> dict[str, float]:
    """Shares of all ways to take `number` of the pictures, which stand best first."""
    drawn, ways = len(right), comb(len(right), number)
    first = [comb(drawn - 1 - place, number - 1) / ways for place in range(drawn)]  # is the best of those taken
    none, every = comb(int((~right).sum()), number) / ways, comb(int(right.sum()), number) / ways
    return {"picked": float(right @ first), "any": 1 - none, "all": every, "by chance": float(right.mean())}


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
