"""Captions that vary in two slots, as rows and columns, and the first picture of each, for `show.crossed`."""

import random
from collections.abc import Mapping, Sequence

from PIL import Image

from helpers import pictures
from helpers.pictures.world import WHOLE, World
from helpers.probes.asking import painted

Crossing = dict[str, list]


def across(
    fixed: dict, rows: Mapping[str, Sequence], columns: Mapping[str, Sequence], world: World = WHOLE
) -> Crossing:
    """Row's name -> the facts of each column. `rows` and `columns` each map one slot to its values.

    Slots that neither these nor `fixed` say are sampled from `world`, the same in all cells as far as possible.
    """
    ((row, down),) = rows.items()
    ((column, along),) = columns.items()
    found = {
        value: [world.complete(fixed | {row: value, column: other}, random.Random(0)) for other in along]
        for value in down
    }
    return {name if name != pictures.NONE else "nothing said": facts for name, facts in found.items()}


def drawn(model, crossing: Crossing, seed: int = 0, **settings) -> Crossing:
    """The first picture drawn for each of the facts, as figures show it; `settings` are those of `draw`."""
    captions = [pictures.captions(facts)[0] for line in crossing.values() for facts in line]
    found = (drawing.shown[0] for drawing in model.draw_each(captions, n=1, seed=seed, **settings))
    return {name: [next(found) for _ in line] for name, line in crossing.items()}


def truth(crossing: Crossing, size: int, name: str = "painted: {}") -> dict[str, list[Image.Image]]:
    """The paintings of the facts, `size` pixels a side; `name` formats the name of each row."""
    return {name.format(row): [painted(facts, size, 0, 0) for facts in line] for row, line in crossing.items()}
