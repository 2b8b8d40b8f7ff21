"""What is drawn where part of a picture is given, and whether it belongs to what was given.

The drawn part alone is judged, by `options`: is no other painting that it might have been nearer than the true one?
"""

import random
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from jaxtyping import Bool
from PIL import Image
from torch import Tensor

from helpers import pictures
from helpers.models.drawing import Drawing
from helpers.pictures.families.analogy.matrices import RULES
from helpers.pictures.world import WHOLE, World
from helpers.probes.options import chance, corner, nearest
from helpers.show import veiled

LINE, CELLS = 4, 120  # of 128: where the first cell of a puzzle begins, and what all cells take


@dataclass(frozen=True)
class Continued:
    """A painting of which the places `kept` were given, and drawings of the rest."""

    facts: dict
    true: Image.Image
    kept: Bool[Tensor, "rows columns"]
    drawing: Drawing

    @property
    def given(self) -> Image.Image:
        """The painting with what was not given faded."""
        return veiled(self.true, self.kept)


def go_on(
    model,
    facts: dict,
    kept: Bool[Tensor, "rows columns"],
    said: str | None = None,
    given: dict | None = None,
    *,
    n: int = 1,
    seed: int = 0,
    **settings,
) -> Continued:
    """Paint facts, or those `given`, keep these places of it and draw the rest n times under the caption of the facts,
    or another that is `said`."""
    true = pictures.paint(given or facts, model.picture_size)
    caption = said or pictures.captions(facts)[0]
    drawing = model.complete(caption, model.encode(true)[0], known=kept, n=n, seed=seed, **settings)
    return Continued(facts, true, kept, drawing)


def belongs(model, one: Continued, options: Mapping[Hashable, Image.Image], truth: Hashable) -> list[dict]:
    """A row a drawing: `right` where no option is nearer to the drawn part than that named `truth`, `nearest` the first
    one of the nearest; `chance` of a blind choice, and `ceiling`, whether the true option after its tokens is right."""
    where = ~one.kept
    best = truth in nearest(model.decode(model.encode(options[truth]))[0], options, where)
    known = {"chance": chance(options, truth, where), "ceiling": best}
    rows = []
    for picture in one.drawing.pictures:
        found = nearest(picture, options, where)
        rows.append({"right": truth in found, "nearest": next(o for o in options if o in found)} | known)
    return rows


def analogy(kind: str, world: World = WHOLE, **said: str) -> dict:
    """Facts of the `analogy` family: "panels", "bust", "mirror" or "sequence"; the rest by lot from `world`."""
    return world.complete({"family": "analogy", "kind": kind} | said, random.Random(0))


def last_cell(facts: dict, grid: int) -> Bool[Tensor, "rows columns"]:
    """The places of the tokens that show the last cell of a sequence of shapes."""
    first = (LINE + CELLS * (RULES[facts["rule"]] - 1) // RULES[facts["rule"]]) * grid // 128
    return corner(grid, first, first)


def answers(facts: dict, size: int, world: World = WHOLE) -> dict[Hashable, Image.Image]:
    """Whole pictures of a sequence of shapes that differ in their last cell: "true" the right one, and in its place the
    other cells of the same sequence and the last cells of others of `world` that follow the same rule from the same
    shape."""
    cell, begin = CELLS * size // 128 // RULES[facts["rule"]], LINE * size // 128
    starts = [begin + i * cell for i in range(RULES[facts["rule"]])]
    true, last = pictures.paint(facts, size), (starts[-1], starts[-1])
    found = {"true": true}
    others = [pictures.paint(facts | {"varies": v}, size) for v in world.values_of("analogy", "varies")]
    cuts = [(true, (x, y)) for y in starts for x in starts if (x, y) != last] + [(other, last) for other in others]
    for i, (page, (x, y)) in enumerate(cuts):
        choice = true.copy()
        choice.paste(page.crop((x, y, x + cell, y + cell)), last)
        if not _among(choice, found.values()):
            found[i] = choice
    return found


def _among(picture: Image.Image, others: Iterable[Image.Image]) -> bool:
    return any(picture.tobytes() == other.tobytes() for other in others)
