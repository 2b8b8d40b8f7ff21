"""Characters and moods: every value of every slot shows at 64 px, whatever else is worn."""

import itertools

import pytest
from PIL import ImageChops, ImageStat

from helpers import pictures
from helpers.pictures import heldout

LOOK = {"backdrop": "mint", "pattern": "plain", "side": "left"}
RADISH = {"character": "baby daikon radish", "wearing": "tutu", "doing": "walking a dog"}
MOOD = {"mood": "happy", "thing": "cat"}
CHARACTER = pictures.FAMILIES["character"]


def painted(stated: dict):
    return pictures.paint(CHARACTER.blank() | LOOK | stated, 64)


@pytest.mark.parametrize("usual, slot", [(RADISH, slot) for slot in RADISH] + [(MOOD, slot) for slot in MOOD])
def test_values_tell_apart(usual, slot):
    shown = [painted(usual | {slot: value}) for value in CHARACTER.slots[slot][1:]]
    for one, other in itertools.combinations(shown, 2):
        assert sum(ImageStat.Stat(ImageChops.difference(one, other)).sum) / 64**2 > 4


@pytest.mark.parametrize("who", CHARACTER.slots["character"][1:])
def test_everybody_can_wear_everything(who):
    shown = {painted(RADISH | {"character": who, "wearing": worn}).tobytes() for worn in CHARACTER.slots["wearing"]}
    assert len(shown) == len(CHARACTER.slots["wearing"])


def test_the_announcements_radish_is_held_out_for_the_three_together():
    assert heldout.is_held_out(RADISH)
    assert not any(heldout.is_held_out(RADISH | {slot: "none"}) for slot in RADISH)


@pytest.mark.parametrize("stated", [{"wearing": "tutu"}, {"mood": "happy"}, MOOD | RADISH, {}])
def test_facts_that_make_no_character_are_refused(stated):
    with pytest.raises(ValueError, match="is no picture of a character"):
        painted(stated)
