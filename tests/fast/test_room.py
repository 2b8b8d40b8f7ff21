"""Rooms: every value of every slot shows at 64 px."""

import itertools

import pytest
from PIL import ImageChops, ImageStat

from helpers import pictures
from helpers.pictures.families import room

LOOK = {"side": "left", "hour": "day", "wall": "teal", "floor": "oak"}
LIVING = {"armchairs": "two", "color": "red", "subject": "a squid", "mount": "above a sofa", "frame": "gold"}
BEDROOM = {"bed": "king bed", "color": "white", "stand": "shelf", "item": "cat"}


def painted(stated: dict):
    return pictures.paint(pictures.FAMILIES["room"].blank() | LOOK | stated, 64)


@pytest.mark.parametrize(
    "usual, slot, values",
    [(LIVING, slot, room.LIVING[slot]) for slot in room.LIVING]
    + [(BEDROOM, slot, room.BEDROOM[slot]) for slot in room.BEDROOM],
)
def test_values_tell_apart(usual, slot, values):
    shown = [painted(usual | {slot: value}) for value in values]
    for one, other in itertools.combinations(shown, 2):
        assert sum(ImageStat.Stat(ImageChops.difference(one, other)).sum) / 64**2 > 2


def test_a_bed_without_a_color_may_have_any():
    stated = {"family": "room", "bed": "bed", "stand": "shelf", "item": "cat"}
    assert len({pictures.complete(stated, pictures.rng_for("test", 0, index))["linen"] for index in range(40)}) == len(
        room.LINEN
    )


@pytest.mark.parametrize("stated", [LIVING | {"subject": "none"}, BEDROOM | {"armchairs": "two"}, {}])
def test_half_a_room_is_refused(stated):
    with pytest.raises(ValueError, match="is no room"):
        painted(stated)
