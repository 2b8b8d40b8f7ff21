"""Korean captions of things through the eras."""

import pytest

from helpers import pictures
from helpers.pictures.families.decade import korean

SLOTS = pictures.FAMILIES["decade"].slots


def asked(thing: str, era: str, medium: str = "none", place: str = "none") -> dict:
    return {"family": "decade", "thing": thing, "decade": era, "medium": medium, "place": place}


@pytest.mark.parametrize("era", SLOTS["decade"])
def test_the_newspapers_caption_is_trained_for_phones_of_any_era(era):
    assert "시대별 전화기" in korean.captions(asked("phone", era))[:-1]


@pytest.mark.parametrize(
    "facts",
    [
        asked("camera", "50s"),
        asked("phone", "50s", medium="postage stamp"),
        asked("phone", "50s", place="on the beach"),
    ],
)
def test_the_newspapers_caption_is_of_photos_of_phones_alone(facts):
    assert "시대별 전화기" not in korean.captions(facts)


@pytest.mark.parametrize(
    "caption",
    [
        (asked("phone", "1900"), 0, "1900년의 전화기 사진"),
        (asked("car", "distant future", place="on the beach"), 1, "해변에 있는 먼 미래의 자동차를 찍은 사진"),
        (asked("music device", "today"), 2, "사진 속 음악 재생기는 오늘날의 것이다."),
        (
            asked("television", "80s", place="in a museum"),
            2,
            "사진 속 텔레비전은 1980년대의 것으로, 박물관에 전시되어 있다.",
        ),
        (asked("computer", "two thousands", medium="chalk drawing"), -1, "분필 그림으로 보는 2000년대의 컴퓨터"),
        (asked("camera", "20s", medium="postage stamp"), -1, "우표로 보는 1920년대의 카메라"),
    ],
)
def test_captions_word_for_word(caption):
    facts, which, words = caption
    assert korean.captions(facts)[which] == words


@pytest.mark.parametrize("slot", ("thing", "decade", "medium", "place"))
def test_every_value_is_said_by_a_name_of_its_own(slot):
    said = [tuple(korean.captions(asked("phone", "50s") | {slot: value})) for value in SLOTS[slot]]
    for phrasing in zip(*[(s[0], s[1], s[2], s[-1]) for s in said], strict=True):
        assert len(set(phrasing)) == len(phrasing)
