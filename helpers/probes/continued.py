"""Part of a picture is given and the model draws the rest: does that belong to what was given?

Only the drawn part is judged, by `options`: of all paintings that it might have been, is the true one the nearest?
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

LINE, CELLS = 4, 120  # in 128ths of the side: where the first cell of a puzzle begins, width of all cells


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
    """Paint a picture, keep some places of it, and draw the rest n times.

    facts: what the whole should show, and whose caption is drawn, unless another is `said`. kept: True at the places
    that stay. given: facts that are painted instead of `facts`. `settings` are those of `model.complete`.
    """
    true = pictures.paint(given or facts, model.picture_size)
    caption = said or pictures.captions(facts)[0]
    drawing = model.complete(caption, model.encode(true)[0], known=kept, n=n, seed=seed, **settings)
    return Continued(facts, true, kept, drawing)


def belongs(model, one: Continued, options: Mapping[Hashable, Image.Image], truth: Hashable) -> list[dict]:
    """One row per drawing: is the option named `truth` the nearest to the drawn part?

    right: no other option is nearer; nearest: the first of the nearest options; chance: of being right by a blind
    choice; ceiling: whether the true option itself is right after dVAE encoding and decoding.
    """
    where = ~one.kept
    best = truth in nearest(model.decode(model.encode(options[truth]))[0], options, where)
    known = {"chance": chance(options, truth, where), "ceiling": best}
    rows = []
    for picture in one.drawing.pictures:
        found = nearest(picture, options, where)
        rows.append({"right": truth in found, "nearest": next(o for o in options if o in found)} | known)
    return rows


def analogy(kind: str, world: World = WHOLE, **said: str) -> dict:
    """Facts of the family `analogy`: "panels", "bust", "mirror" or "sequence"; the rest is sampled from `world`."""
    return world.complete({"family": "analogy", "kind": kind} | said, random.Random(0))


def last_cell(facts: dict, grid: int) -> Bool[Tensor, "rows columns"]:
    """The places of the tokens that show the last cell of a sequence of shapes."""
    first = (LINE + CELLS * (RULES[facts["rule"]] - 1) // RULES[facts["rule"]]) * grid // 128
    return corner(grid, first, first)


def answers(facts: dict, size: int, world: World = WHOLE) -> dict[Hashable, Image.Image]:
    """Pictures of a sequence of shapes with different last cells; "true" names the right one.

    The other last cells are taken from elsewhere in the same sequence, and from the ends of other sequences of `world`
    with the same rule and first shape.
    """
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
