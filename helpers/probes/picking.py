"""Is the best of many right? The ranker's pick among N pictures, beside the best and worst possible pick."""

from math import comb

import numpy as np
import pandas as pd
import torch

from helpers.probes.scores import interval

NUMBERS = tuple(2**i for i in range(10))


def ranked(model, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of a probe with `fit`, the ranker's cosine, and `place` among the caption's pictures, 1 for the best."""
    fit = pd.Series(0.0, rows.index)
    for caption, part in rows.groupby("caption", sort=False):
        pictures = model.decode(torch.tensor(part["tokens"].tolist()))
        fit[part.index] = model.rank(caption, pictures).double().numpy()
    place = fit.groupby(rows["caption"]).rank(ascending=False, method="first").astype(int)
    return rows.assign(fit=fit, place=place)


def best_of(rows: pd.DataFrame, numbers: tuple[int, ...] = NUMBERS) -> pd.DataFrame:
    """One row per N of `numbers`: the share of captions for which the ranker's pick among N pictures is right.

    picked: that share, with its 95% interval (low, high); any: some picture of the N is right, the score of a perfect
    pick; all: every one is (Marcus et al. 2022 report these two); by chance: a blind pick. Each is the mean over all
    ways to choose N of a caption's pictures (as pass@k, Chen et al. 2021). N above the n drawn are left out. Raises
    ValueError for rows that are not `ranked`.
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
    """Shares of all ways to choose `number` of the pictures; `right` is in order of the ranker, best first."""
    drawn, ways = len(right), comb(len(right), number)
    first = [
        comb(drawn - 1 - place, number - 1) / ways for place in range(drawn)
    ]  # chance that it is the best of those chosen
    none, every = comb(int((~right).sum()), number) / ways, comb(int(right.sum()), number) / ways
    return {"picked": float(right @ first), "any": 1 - none, "all": every, "by chance": float(right.mean())}


def outranks(rows: pd.DataFrame) -> pd.DataFrame:
    """How often the ranker prefers a right picture to a wrong one: one row per caption that has both.

    ranks: share of such pairs in the right order, 0.5 by chance (the area under the ROC curve).
    """
    lines = []
    for caption, part in rows.groupby("caption", sort=False):
        right = part["right"].to_numpy(dtype=bool)
        good, bad = part["fit"].to_numpy()[right], part["fit"].to_numpy()[~right]
        if len(good) and len(bad):
            wins = np.sign(good[:, None] - bad[None]).mean() / 2 + 0.5
            lines.append({"caption": caption, "right": len(good), "wrong": len(bad), "ranks": float(wins)})
    return pd.DataFrame(lines, columns=["caption", "right", "wrong", "ranks"])
