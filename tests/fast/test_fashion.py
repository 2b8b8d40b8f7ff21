"""Mannequins: garments, colours and patterns tell apart; what cannot be worn is refused."""

import itertools

import numpy as np
import pytest

from helpers import pictures
from helpers.pictures import heldout
from helpers.pictures.families import fashion

DRESSED = {
    "family": "fashion",
    "mannequin": "female",
    "upper": "pullover sweater",
    "upper_color": "orange",
    "pattern": "none",
    "second_color": "none",
    "lower": "jeans",
    "lower_color": "blue",
}
CHECKERED = DRESSED | {"upper": "button-down shirt", "pattern": "checkered", "second_color": "black"}


def difference(one: dict, other: dict) -> float:
    """How far two pictures of 64 × 64 are apart, in levels of 255."""
    a, b = (np.asarray(pictures.paint(facts), dtype=float) for facts in (one, other))
    return abs(a - b).mean()


@pytest.mark.parametrize(
    "slot, least",
    [("mannequin", 3), ("upper", 0.9), ("upper_color", 1), ("lower", 1), ("lower_color", 0.9)],
)
def test_any_two_values_of_a_slot_look_different(slot, least):
    worn = [DRESSED | {slot: value} for value in pictures.FAMILIES["fashion"].slots[slot]]
    assert min(difference(one, other) for one, other in itertools.combinations(worn, 2)) > least


@pytest.mark.parametrize("slot", ["pattern", "second_color"])
def test_patterns_and_their_colors_show_on_every_top_that_can_have_them(slot):
    for upper in fashion.PATTERNED:
        values = [value for value in pictures.FAMILIES["fashion"].slots[slot] if value != "none"]
        worn = [CHECKERED | {"upper": upper, slot: value} for value in values]
        assert min(difference(one, other) for one, other in itertools.combinations(worn, 2)) > 0.8


@pytest.mark.parametrize("wrong", [{"upper": "leather jacket"}, {"second_color": "none"}])
def test_a_pattern_that_cannot_be_woven_is_answered_with_what_can(wrong):
    with pytest.raises(ValueError, match="a pattern needs a second color"):
        pictures.paint(CHECKERED | wrong)


def test_a_mannequin_without_a_bottom_is_refused():
    with pytest.raises(ValueError, match=r"lower 'none'.*one of: jeans"):
        pictures.paint(DRESSED | {"lower": "none"})


def test_the_upper_garment_is_held_out_with_both_colors_only():
    assert not any(
        heldout.is_held_out(DRESSED | {"upper": upper, "upper_color": color, "lower_color": "none"})
        for upper, color in itertools.product(fashion.TOPS, fashion.CLOTH)
    )
