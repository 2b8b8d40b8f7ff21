"""Scenes in Korean: natural sentences, all facts said, nothing ambiguous."""

import pytest

from helpers import pictures
from helpers.pictures.families.scene import korean

SLOTS = pictures.FAMILIES["scene"].slots

CAPYBARA = {
    "family": "scene",
    "medium": "illustration",
    "animal": "capybara",
    "place": "sitting in a field",
    "time": "at sunrise",
}
LANDSCAPE = CAPYBARA | {"animal": "none", "medium": "painting in the style of van gogh"}
VAN_GOGH = "반 고흐 스타일로 그린 풍경 그림"  # leaves place and time open


def test_the_sentences_of_the_newspapers():
    assert "해가 떠오르는 들판에 앉은 카피바라" in korean.captions(CAPYBARA)[:-1]
    assert VAN_GOGH in korean.captions(LANDSCAPE)[:-1]
    assert VAN_GOGH not in korean.captions(LANDSCAPE | {"animal": "fox"})


@pytest.mark.parametrize("slot", SLOTS)
def test_every_value_is_said_in_its_own_words(slot):
    said = [korean.captions(CAPYBARA | {slot: value}) for value in SLOTS[slot]]
    assert len({captions[0] for captions in said}) == len({captions[-1] for captions in said}) == len(said)


def test_captions_word_for_word():
    bear = {"medium": "pencil sketch", "animal": "bear", "place": "on the beach", "time": "at night"}
    assert korean.captions(CAPYBARA | bear) == [
        "밤의 해변에 있는 곰을 담은 연필 스케치",
        "연필 스케치로 표현한 밤의 해변에 있는 곰",
        "밤의 해변에 곰이 있는 연필 스케치",
        "곰이 밤의 해변에 있는 모습을 보여 주는 연필 스케치",
    ]
    car = {"medium": "sepia tone photograph", "animal": "car", "place": "sitting in a forest", "time": "during fall"}
    assert korean.captions(CAPYBARA | car)[1:3] == [
        "세피아 톤 사진으로 표현한 가을 숲속에 있는 자동차",
        "가을 숲속에 자동차가 있는 세피아 톤 사진",
    ]
    assert korean.captions(LANDSCAPE | {"medium": "neon sign", "place": "in a garden"})[2:] == [
        "해가 떠오르는 정원이 보이는 네온사인",
        "해가 떠오르는 정원의 모습을 보여 주는 네온사인",
    ]
