"""Views of animals in Korean: natural sentences, all facts said, nothing ambiguous."""

import pytest

from helpers import pictures
from helpers.pictures.families.view import korean

SLOTS = pictures.FAMILIES["view"].slots

FOX = {"family": "view", "animal": "fox", "view": "a rear view", "style": "made of voxels"}


@pytest.mark.parametrize("slot", SLOTS)
def test_every_value_is_said_in_its_own_words(slot):
    said = [korean.captions(FOX | {slot: value}) for value in SLOTS[slot]]
    for phrasing in range(4):
        assert len({captions[phrasing] for captions in said}) == len(said)


def test_captions_word_for_word():
    assert korean.captions(FOX) == [
        "들판에 앉은 복셀로 만든 여우를 뒤에서 본 모습",
        "뒤에서 본, 들판에 앉은 복셀로 만든 여우",
        "들판에 작은 정육면체를 쌓아 만든 여우가 앉아 있는 모습, 후면 촬영",
        "작은 정육면체를 쌓아 만든 여우가 앉아 있는 들판을 뒤에서 본 장면",
    ]
    penguin = {"animal": "penguin", "style": "none"}
    assert (
        korean.captions(FOX | penguin | {"view": "a fisheye lens view"})[0] == "들판에 앉은 펭귄을 어안 렌즈로 본 모습"
    )
    assert korean.captions(FOX | penguin | {"view": "none"}) == [
        "들판에 앉은 펭귄",
        "펭귄이 들판에 앉아 있다",
        "들판에 펭귄이 앉아 있는 모습",
        "펭귄이 앉아 있는 들판",
    ]
