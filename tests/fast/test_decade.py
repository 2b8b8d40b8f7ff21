"""Things through the eras: every era of a thing is told from the others by its shape, not by its colours."""

import itertools

import pytest
from PIL import ImageOps

from helpers import pictures
from helpers.pictures.families import decade


def shape(thing: str, era: str) -> bytes:
    """A coarse grey picture of the thing alone."""
    facts = {"family": "decade", "thing": thing, "decade": era, "medium": "none", "place": "none"}
    image = pictures.paint(facts | {"ground": "studio", "finish": "one", "side": "left"}, 64)
    return ImageOps.autocontrast(image.convert("L")).resize((16, 16), 4).tobytes()


@pytest.mark.parametrize("thing", decade.THINGS)
def test_eras_tell_apart_without_colour(thing):
    painted = [shape(thing, era) for era in decade.ERAS]
    for one, other in itertools.combinations(painted, 2):
        assert sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one) > 4


def test_forerunners_are_things_of_eras():
    assert all(thing in decade.THINGS and era in decade.ERAS for thing, era in decade.FORERUNNERS)
