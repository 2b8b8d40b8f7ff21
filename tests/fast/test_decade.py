"""Things through the eras: every era of a thing is told from the others by its shape, not by its colours."""

import itertools

import pytest
from PIL import Image, ImageOps

from helpers import pictures
from helpers.pictures.families import decade
from helpers.pictures.families.decade.finish import FINISHES
from helpers.pictures.kit.sprites import layer


def difference(one: bytes, other: bytes) -> float:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


def shape(thing: str, era: str) -> bytes:
    """A coarse grey picture of the thing alone."""
    art = layer(decade.THINGS[thing].ART[era](FINISHES[era][0]), 64)
    image = Image.new("L", art.size, 240)
    image.paste(art.convert("L"), (0, 0), art)
    return ImageOps.autocontrast(image).resize((16, 16), 4).tobytes()


@pytest.mark.parametrize("thing", decade.THINGS)
def test_eras_tell_apart_without_colour(thing):
    painted = [shape(thing, era) for era in decade.ERAS]
    assert min(difference(*pair) for pair in itertools.combinations(painted, 2)) > 4


@pytest.mark.parametrize("place", pictures.FAMILIES["decade"].slots["place"])
def test_the_wall_behind_a_thing_is_of_its_era(place):
    facts = {"family": "decade", "thing": "phone", "medium": "none", "place": place}
    corners = [
        pictures.paint(facts | {"decade": era}, 64).crop((0, 8, 64, 24)).resize((16, 4), 4).tobytes()
        for era in decade.ERAS
    ]
    assert min(difference(*pair) for pair in itertools.combinations(corners, 2)) > 4
