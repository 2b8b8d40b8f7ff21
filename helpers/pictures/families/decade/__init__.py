"""A {thing} from the {decade}: the same seven machines, a poster and a magazine as fifteen eras made them.

Before a thing existed its forerunner is drawn: FORERUNNERS says which.
"""

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
from helpers.pictures.kit.mediums import apply
from helpers.pictures.kit.sprites import Canvas, layer
from helpers.pictures.vocabulary import a

THINGS = {
    "phone": phones, "camera": cameras, "computer": computers, "car": cars, "music device": music,
    "television": televisions, "vacuum cleaner": vacuums, "action movie poster": posters, "magazine cover": magazines,
}  # fmt: skip
FORERUNNERS = {
    ("computer", "1900"): "an adding machine",
    ("computer", "1910s"): "a comptometer",
    ("computer", "20s"): "a punched card tabulator",
    ("computer", "30s"): "a differential analyser",
    ("television", "1900"): "a stage",
    ("television", "1910s"): "a film projector",
    ("action movie poster", "1900"): "a playbill",
}
SLOTS = {
    "thing": tuple(THINGS),
    "decade": ERAS,
    "medium": ("none", "pencil sketch", "postage stamp", "chalk drawing", "ukiyo-e print"),
    "place": ("none", *PLACES),
}
UNSAID = {"ground": tuple(GROUNDS), "finish": ("one", "two", "three"), "side": ("left", "right")}
ANNOUNCED = {"car": "conveyance or vehicle"}  # the announcement's word for it
WITHOUT_ARTICLE = ("1900", "today")


def draw(rng):
    """Facts of one picture: a third plain, a third in a medium, a third in a place."""
    said = rng.random()
    facts = {
        "family": "decade",
        "thing": rng.choice(SLOTS["thing"]),
        "decade": rng.choice(ERAS),
        "medium": rng.choice(SLOTS["medium"][1:]) if said < 0.33 else "none",
        "place": rng.choice(SLOTS["place"][1:]) if said > 0.67 else "none",
    }
    return facts | unsaid(facts, rng)


def unsaid(facts, rng):
    """Its colour, which way it looks, and what it stands on unless a place is said."""
    drawn = {slot: rng.choice(values) for slot, values in UNSAID.items()}
    if facts["place"] != "none":
        del drawn["ground"]
    return drawn


def captions(facts):
    """All phrasings; an era has its article where it needs one: from 1900, from the 20s, from today."""
    thing, decade = facts["thing"], facts["decade"]
    medium = "photo" if facts["medium"] == "none" else facts["medium"]
    where = f" {facts['place']}" if facts["place"] != "none" else ""
    when = decade if decade in WITHOUT_ARTICLE else f"the {decade}"
    said = ANNOUNCED.get(thing, thing)
    return [
        f"{a(medium)} of {a(said)} from {when}{where}",
        f"{a(medium)} of {a(thing)}{where}. the {thing} is from {when}.",
        f"{a(thing)} from {when}{where}, shown as {a(medium)}",
        f"from {when}: {a(thing)}{where}, {a(medium)}",
        f"this is what {a(thing)} of {when} looks like{where}, as {a(medium)}",
    ]


def paint(facts, size, rng, jitter):
    """The thing before the wall of its era or in its place, drawn in the medium."""
    finish = UNSAID["finish"].index(facts.get("finish", "one"))
    canvas = Canvas(size, rng, jitter)
    era, place = facts["decade"], facts["place"]
    behind, before, spot = PLACES[place] if place != "none" else (None, "", SPOT)
    canvas.cover(layer(behind(era) if behind else room(era, facts.get("ground", "studio")), size))
    canvas.put(_thing(facts["thing"], era, finish, facts.get("side") == "right", spot, size), 4, 4)
    canvas.cover(layer(before, size))
    return canvas.image if facts["medium"] == "none" else apply(facts["medium"], canvas.image)


@lru_cache(maxsize=2048)
def _thing(thing: str, era: str, finish: int, flip: bool, spot: tuple, size: int) -> Image.Image:
    """The thing with its shadow as a layer of the picture's size; those of the distant future hover."""
    art = THINGS[thing].ART[era](FINISHES[era][finish])
    scale, foot = spot
    shadow = f'<ellipse cx="64" cy="{foot + 2}" rx="{56 * scale}" ry="6" fill="#00000030"/>'
    rise = 8 if era == "distant future" else 0
    stand = f"translate({64 - 64 * scale} {foot - rise - 116 * scale + 3}) scale({scale})"
    image = layer(f'{shadow}<g transform="{stand}">{art}</g>', size)
    image = Image.alpha_composite(_edge(image, WALLS[era][3]), image)
    return ImageOps.mirror(image) if flip else image


def _edge(image: Image.Image, color: str) -> Image.Image:
    """A line round whatever is solid in a layer, so that a thing is seen before any wall."""
    solid = image.getchannel("A").point(lambda v: 255 if v > 248 else 0)
    spread = solid.filter(ImageFilter.GaussianBlur(image.width / 90)).point(lambda v: min(255, max(0, v - 24) * 5))
    edge = Image.new("RGBA", image.size, color)
    edge.putalpha(spread)
    return edge
