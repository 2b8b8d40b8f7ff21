"""The six axes of GenEval (Ghosh et al. 2023), asked in our picture world.

An axis is a family, a condition that its facts must meet, and the slots that count. "two objects" are a carrier and
the fruit on it; "position" is a relation of two blocks told apart by colour; "color attribution" is two garments,
each in its colour. GenEval judges photographs with a detector, we judge drawings with our judge: the questions are
the same, but scores cannot be compared with theirs.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from helpers import pictures
from helpers.pictures import NONE
from helpers.pictures.heldout import GARMENTS
from helpers.pictures.world import WHOLE, World
from helpers.probes.asking import questions


@dataclass(frozen=True)
class Axis:
    """Which facts of a family ask for an axis, and which of their slots count."""

    family: str
    fits: Callable[[dict], bool]
    scored: Callable[[dict], tuple[str, ...]]


def worn(facts: dict) -> tuple[str, ...]:
    """The garments in the facts of an outfit."""
    return tuple(garment for garment in GARMENTS if facts[garment] != NONE)


PATIENCE = 1000  # samples in a row without a new caption, after which the search ends
POSITIONS = ("sitting on", "sitting below", "standing left of", "standing right of", "floating above")
AXES = {
    "single object": Axis("thing", lambda f: f["shape"] == f["solid"] == f["ground"] == NONE, lambda f: ("thing",)),
    "two objects": Axis("carrier", lambda f: f["word"] == NONE, lambda f: ("carrier", "fruit")),
    "counting": Axis("counting", lambda f: 2 <= f["count"] <= 4, lambda f: ("counted", "count")),
    "colors": Axis("thing", lambda f: f["color"] != NONE, lambda f: ("thing", "color")),
    "position": Axis(
        "blocks", lambda f: f["relation"] in POSITIONS, lambda f: ("kind", "relation", "color", "other_color")
    ),
    "color attribution": Axis("outfit", lambda f: len(worn(f)) == 2, worn),
}


def axes(model, count: int = 16, seed: int = 0, unseen: bool | None = False) -> pd.DataFrame:
    """Questions for every axis that the model was trained on and its judge can read; the column `axis` groups them.

    `count` questions per axis, with values of the model's world. `unseen` asks for combinations that training never
    shows (True), for seen ones (False) or for either (None).
    """
    world = model.world
    families = [name for name in world.shares if model.judge is None or name in model.judge.config.questions]
    frames = []
    for name, axis in AXES.items():
        if axis.family in families:
            facts = sample(axis.family, count, seed, axis.fits, unseen, world)
            frames += [questions([f], scored=axis.scored(f), axis=name) for f in facts]
    if not frames:
        raise ValueError(f"the model was shown and the judge reads {', '.join(families)}; no axis asks for these")
    return pd.concat(frames, ignore_index=True)


def sample(
    family: str,
    count: int,
    seed: int = 0,
    fits: Callable[[dict], bool] = lambda facts: True,
    unseen: bool | None = False,
    world: World = WHOLE,
) -> list[dict]:
    """Facts of a family that meet the condition `fits`, for `count` different captions; fewer where no more are found.

    `world` is the part of the picture world to sample from; give `model.world` for what a model was trained on. Raises
    ValueError where nothing fits.
    """
    rng, found, fruitless = random.Random(f"probe/{family}/{seed}"), {}, 0
    while len(found) < count and fruitless < PATIENCE:
        facts = world.sample_facts(rng, family, unseen)
        caption = pictures.captions(facts)[0]
        fruitless = 0 if caption not in found and fits(facts) else fruitless + 1
        if not fruitless:
            found[caption] = facts
    if not found:
        raise ValueError(f"no {'unseen' if unseen else 'seen'} {family} fits what is asked; ask for something wider")
    return list(found.values())
