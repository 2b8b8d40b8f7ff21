"""Korean captions of characters, and of emoji of things in a mood."""

import pytest

from helpers import pictures
from helpers.pictures.families.character import korean

SLOTS = pictures.FAMILIES["character"].slots

RADISH = {"character": "baby daikon radish", "wearing": "tutu", "doing": "walking a dog"}
MOOD = {"mood": "happy", "thing": "cat"}


def said(**facts: str) -> list[str]:
    return korean.captions({"family": "character"} | dict.fromkeys(SLOTS, "none") | facts)


@pytest.mark.parametrize("wearing, trained", [("tutu", True), ("none", True), ("helmet", False)])
def test_the_newspapers_caption_is_of_the_radish_in_a_tutu_or_in_nothing(wearing, trained):
    assert ("개를 산책시키는 아기 무" in said(**RADISH | {"wearing": wearing})[:-1]) == trained


@pytest.mark.parametrize(
    "caption",
    [
        (RADISH, 0, "튀튀를 입고 개를 산책시키는 아기 무 일러스트"),
        (RADISH, 2, "튀튀를 입은 아기 무가 개를 산책시키고 있는 일러스트"),
        (RADISH, -1, "그림 속 아기 무는 개를 산책시키고 있다. 튀튀를 입은 모습이다."),
        ({"character": "baby penguin", "wearing": "mustache"}, 2, "콧수염을 기른 아기 펭귄이 서 있는 일러스트"),
        (
            {"character": "baby tapir", "doing": "riding a car"},
            -1,
            "그림 속 아기 맥은 자동차를 타고 있다. 아무것도 걸치지 않은 모습이다.",
        ),
        ({"character": "shrimp"}, 2, "새우가 서 있는 일러스트"),
        ({"mood": "lovestruck", "thing": "snake"}, 0, "사랑에 빠진 뱀을 그린 전문가급 고품질 이모지"),
        ({"mood": "scared", "thing": "cup of boba"}, 1, "겁먹은 버블티 한 잔 이모지"),
        ({"mood": "laughing", "thing": "bowl of ramen"}, -1, "이모지 속 라멘 한 그릇은 웃는 표정을 짓고 있다."),
    ],
)
def test_captions_word_for_word(caption):
    facts, which, words = caption
    assert said(**facts)[which] == words


@pytest.mark.parametrize(
    "usual, slot", [(usual, slot) for usual in (RADISH | {"wearing": "cape"}, MOOD) for slot in usual]
)
def test_every_value_is_said_by_a_name_of_its_own(usual, slot):
    values = SLOTS[slot][0 if slot in ("wearing", "doing") else 1 :]
    ways = [said(**usual | {slot: value}) for value in values]
    for phrasing in zip(*((*way[:3], way[-1]) for way in ways), strict=True):
        assert len(set(phrasing)) == len(values)
