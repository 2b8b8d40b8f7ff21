"""Does each thing get its own attribute? Outfits of 0 to 4 garments, swapped pairs, and forced choice between them."""

import random

import numpy as np
import pandas as pd

from helpers import pictures
from helpers.pictures.near import near_misses
from helpers.pictures.world import WHOLE, World
from helpers.probes.asking import painted, questions, scored
from helpers.probes.axes import sample, worn
from helpers.probes.scores import mcnemar

CHANCE = {"text": 1 / 4, "image": 1 / 4, "group": 1 / 6}  # Winoground's scores by chance


def garments(count: int = 16, seed: int = 0, unseen: bool | None = False, world: World = WHOLE) -> pd.DataFrame:
    """Questions for outfits of 0, 1, 2, 3 and 4 garments, `count` of each; the column `garments` groups them.

    With `unseen`, numbers of garments for which `world` holds nothing out are left out.
    """
    frames = []
    for number in range(5):
        if number < 1 and unseen:
            continue  # what is held out is held out by garments
        try:
            facts = sample("outfit", count, seed, lambda f, number=number: len(worn(f)) == number, unseen, world)
        except ValueError:
            if not unseen:
                raise
            continue
        frames.append(questions(facts, garments=number))
    return pd.concat(frames, ignore_index=True)


def garments_right(rows: pd.DataFrame) -> pd.Series:
    """For each picture: how many of the garments asked for it shows in the right colour."""
    both = zip(rows["asked"], rows["read"], strict=True)
    return pd.Series(
        [sum(read.get(g) == asked[g] for g in worn(asked)) for asked, read in both], rows.index, name="right"
    )


def garments_shared(rows: pd.DataFrame) -> pd.DataFrame:
    """Share of pictures by number of garments asked for (one row each) and number that are right (one column each)."""
    return pd.crosstab(rows["garments"], garments_right(rows), normalize="index")


def pairs(
    family: str = "outfit", count: int = 16, seed: int = 0, kind: str = "swapped", world: World = WHOLE
) -> pd.DataFrame:
    """Questions in pairs with the same words, two of which change places.

    Further columns: `pair` numbers the pairs, `side` is 0 or 1, `rival` holds the facts of the other side. `kind` is
    "swapped" (values of two slots) or "reversed" (all values of two things), as in `pictures.near`.
    Both sides are combinations that `world` shows. The kinds are those of ABC-6K (Feng et al. 2023) and Winoground.
    """

    def rival(facts: dict) -> dict | None:
        other = near_misses(facts, random.Random(f"pairs/{seed}/{pictures.captions(facts)[0]}")).get(kind)
        return other if other and world.shows(other) else None

    one = [facts for facts in sample(family, 4 * count, seed, world=world) if rival(facts)][:count]
    if not one:
        raise ValueError(f"{family} has no {kind} pairs; outfit and blocks have swapped, blocks reversed ones")
    other = [rival(facts) for facts in one]
    pair = list(range(len(one)))
    sides = [questions(one, pair=pair, side=0, rival=other), questions(other, pair=pair, side=1, rival=one)]
    return pd.concat(sides, ignore_index=True)


def swaps(rows: pd.DataFrame) -> dict:
    """Do the pictures tell a caption from its swap? McNemar's test over the first picture of each question.

    `one only` counts pictures that fit only what was asked, `other only` those that fit only the swap. Where the order
    of the words makes no difference to the model, both are about equal.
    """
    first = rows[rows["index"] == 0]
    rival = [scored(row.rival, row.read)["right"] for row in first.itertuples()]
    return mcnemar(first["right"], rival)


def both_right(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per pair: the caption of side 0, and whether the first picture of each side is right, and both are."""
    first = rows[rows["index"] == 0].pivot(index="pair", columns="side", values="right").astype(bool)
    captions = rows[rows["side"] == 0].drop_duplicates("pair").set_index("pair")["caption"]
    return pd.DataFrame({"caption": captions, "one": first[0], "other": first[1], "both": first[0] & first[1]})


def forced_choice(model, asked: pd.DataFrame, seed: int = 0) -> pd.DataFrame:
    """Winoground's scores (Thrush et al. 2022) by likelihood, one row per pair of `pairs`; it needs no judge.

    Both sides are painted, the same in everything that captions leave open. text: each picture is likelier with its own
    caption than with the other; image: each caption raises the likelihood of its own picture more than of the other;
    group: both. By chance these are 1/4, 1/4 and 1/6. margin: by how many nats, on average, matching pairs exceed
    crossed ones.
    """
    lines = []
    for pair, sides in asked.sort_values("side").groupby("pair"):
        captions = list(sides["caption"])
        true = [painted(facts, model.picture_size, seed, int(pair), world=model.world) for facts in sides["facts"]]
        fit = np.array([model.score(captions, picture, against_empty=True).tolist() for picture in true]).T
        text = fit[0, 0] > fit[1, 0] and fit[1, 1] > fit[0, 1]
        image = fit[0, 0] > fit[0, 1] and fit[1, 1] > fit[1, 0]
        margin = float(fit[0, 0] + fit[1, 1] - fit[0, 1] - fit[1, 0]) / 2
        said = {"caption": captions[0], "other": captions[1]}
        lines.append(said | {"text": text, "image": image, "group": text and image, "margin": margin})
    return pd.DataFrame(lines)
