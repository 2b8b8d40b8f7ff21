"""Lenses, three-dimensional styles, cross-sections and macro views: what is stated can be seen."""

import itertools

import pytest
from PIL import Image, ImageChops, ImageStat

from helpers import pictures
from helpers.pictures import FAMILIES, heldout
from helpers.pictures.families import inside
from helpers.pictures.families.view import lenses

FOX = {"family": "view", "animal": "fox", "view": "none", "style": "none", "field": "meadow", "spot": "middle"}
WALNUT = {"family": "inside", "kind": "cross-section", "thing": "walnut", "background": "none", "medium": "none"}


def apart(images: list[Image.Image]) -> float:
    """The smallest mean difference between any two pictures, 0–255."""
    pairs = itertools.combinations(images, 2)
    return min(sum(ImageStat.Stat(ImageChops.difference(*pair)).mean) / 3 for pair in pairs)


@pytest.mark.parametrize("slot", ["animal", "view", "style"])
@pytest.mark.parametrize("other", [{}, {"style": "in x-ray"}, {"view": "a rear view"}, {"view": "an aerial view"}])
def test_values_of_a_view_differ_visibly(slot, other):
    assert apart([pictures.paint(FOX | other | {slot: value}, 64) for value in FAMILIES["view"].slots[slot]]) > 1.5


@pytest.mark.parametrize("slot", ["background", "medium"])
def test_values_of_a_cross_section_differ_visibly(slot):
    assert apart([pictures.paint(WALNUT | {slot: value}, 64) for value in FAMILIES["inside"].slots[slot]]) > 4


@pytest.mark.parametrize("kind, art", [("cross-section", inside.SECTIONS), ("macro", inside.MACROS)])
def test_things_differ_visibly_inside(kind, art):
    assert apart([pictures.paint(WALNUT | {"kind": kind, "thing": thing}, 64) for thing in art]) > 6


def test_a_thing_of_the_other_kind_is_refused():
    with pytest.raises(ValueError, match="no macro of 'walnut'"):
        pictures.paint(WALNUT | {"kind": "macro"})


def test_every_lens_and_style_is_seen_with_some_animal():
    slots = FAMILIES["view"].slots
    for lens, style in itertools.product(slots["view"], slots["style"]):
        pairs = [FOX | {"animal": animal, "view": lens, "style": style} for animal in slots["animal"]]
        assert sum(not heldout.is_held_out(facts) for facts in pairs) >= 6


def test_a_fisheye_is_round_on_black():
    image = lenses.fisheye(Image.new("RGB", (128, 128), "white"), 64)
    assert [image.getpixel(spot) for spot in ((0, 0), (63, 0), (32, 32))] == [(0, 0, 0), (0, 0, 0), (255, 255, 255)]
