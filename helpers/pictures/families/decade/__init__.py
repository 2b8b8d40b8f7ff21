"""A {thing} from the {decade}: seven machines, a poster and a magazine cover in fifteen eras.

Where a thing did not exist yet, its forerunner is painted: for a computer an adding machine, a comptometer, a
punched card tabulator, a differential analyser; for a television a stage, a film projector; for a movie poster a
playbill.
"""

import random
from functools import lru_cache

from PIL import Image, ImageFilter, ImageOps

from helpers.pictures.families.decade import (
    cameras,
    cars,
    computers,
    magazines,
    music,
    phones,
    posters,
    televisions,
    vacuums,
)
from helpers.pictures.families.decade.finish import ERAS, FINISHES
from helpers.pictures.families.decade.grounds import GROUNDS, PLACES, SPOT, room
from helpers.pictures.families.decade.walls import WALLS
from helpers.pictures.family import NONE, Family
from helpers.pictures.kit.mediums import apply
from helpers.pictures.kit.sprites import Canvas, layer
from helpers.pictures.vocabulary import a

THINGS = {
    "phone": phones, "camera": cameras, "computer": computers, "car": cars, "music device": music,
    "television": televisions, "vacuum cleaner": vacuums, "action movie poster": posters, "magazine cover": magazines,
}  # fmt: skip
ANNOUNCED = {"car": "conveyance or vehicle"}  # the announcement's word for it
WITHOUT_ARTICLE = ("1900", "today")


class Decade(Family):
    """A thing as an era made it, in a medium or in a place."""

    name = "decade"
    slots = {
        "thing": tuple(THINGS),
        "decade": ERAS,
        "medium": (NONE, "pencil sketch", "postage stamp", "chalk drawing", "ukiyo-e print"),
        "place": (NONE, *PLACES),
    }
    hidden = {"ground": tuple(GROUNDS), "finish": ("one", "two", "three"), "side": ("left", "right")}

    def sample(self, rng: random.Random) -> dict:
        """Facts of one picture: a third plain, a third in a medium, a third in a place."""
        kind = rng.random()
        facts = {
            "family": "decade",
            "thing": rng.choice(self.slots["thing"]),
            "decade": rng.choice(ERAS),
            "medium": rng.choice(self.slots["medium"][1:]) if kind < 0.33 else NONE,
            "place": rng.choice(self.slots["place"][1:]) if kind > 0.67 else NONE,
        }
        return facts | self.sample_hidden(facts, rng)

    def sample_hidden(self, facts: dict, rng: random.Random) -> dict:
        """Finish and side at random; the ground only where no place is stated."""
        hidden = super().sample_hidden(facts, rng)
        if facts["place"] != NONE:
            del hidden["ground"]
        return hidden

    def english(self, facts: dict) -> list[str]:
        """Captions; an era has its article where it needs one: from 1900, from the 20s, from today."""
        thing, decade = facts["thing"], facts["decade"]
        medium = "photo" if facts["medium"] == NONE else facts["medium"]
        where = f" {facts['place']}" if facts["place"] != NONE else ""
        when = decade if decade in WITHOUT_ARTICLE else f"the {decade}"
        announced = ANNOUNCED.get(thing, thing)
        return [
            f"{a(medium)} of {a(announced)} from {when}{where}",
            f"{a(medium)} of {a(thing)}{where}. the {thing} is from {when}.",
            f"{a(thing)} from {when}{where}, shown as {a(medium)}",
            f"from {when}: {a(thing)}{where}, {a(medium)}",
            f"this is what {a(thing)} of {when} looks like{where}, as {a(medium)}",
        ]

    def paint(self, facts: dict, size: int, rng: random.Random, jitter: float = 0.0) -> Image.Image:
        """The thing in front of its era's wall or in its place, shown in the medium."""
        finish = self.hidden["finish"].index(facts.get("finish", "one"))
        canvas = Canvas(size, rng, jitter)
        era, place = facts["decade"], facts["place"]
        behind, before, spot = PLACES[place] if place != NONE else (None, "", SPOT)
        canvas.cover(layer(behind(era) if behind else room(era, facts.get("ground", "studio")), size))
        canvas.put(_thing(facts["thing"], era, finish, facts.get("side") == "right", spot, size), 4, 4)
        canvas.cover(layer(before, size))
        return canvas.image if facts["medium"] == NONE else apply(facts["medium"], canvas.image)


@lru_cache(maxsize=2048)
def _thing(thing: str, era: str, finish: int, flip: bool, spot: tuple, size: int) -> Image.Image:
    """The thing with its shadow as a layer of the picture's size; things of the distant future hover."""
    art = THINGS[thing].ART[era](FINISHES[era][finish])
    scale, foot = spot
    shadow = f'<ellipse cx="64" cy="{foot + 2}" rx="{56 * scale}" ry="6" fill="#00000030"/>'
    rise = 8 if era == "distant future" else 0
    stand = f"translate({64 - 64 * scale} {foot - rise - 116 * scale + 3}) scale({scale})"
    image = layer(f'{shadow}<g transform="{stand}">{art}</g>', size)
    image = Image.alpha_composite(_edge(image, WALLS[era][3]), image)
    return ImageOps.mirror(image) if flip else image


def _edge(image: Image.Image, color: str) -> Image.Image:
    """An outline around the solid parts of a layer, so that a thing stands out from any wall."""
    solid = image.getchannel("A").point(lambda v: 255 if v > 248 else 0)
    spread = solid.filter(ImageFilter.GaussianBlur(image.width / 90)).point(lambda v: min(255, max(0, v - 24) * 5))
    edge = Image.new("RGBA", image.size, color)
    edge.putalpha(spread)
    return edge
