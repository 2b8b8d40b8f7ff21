"""Korean captions of the family "outfit"."""

import pytest

from helpers import pictures
from helpers.pictures.families.outfit import korean

SLOTS = pictures.FAMILIES["outfit"].slots

NAMED = ("animal",)


def dressed(animal: str, **worn: str) -> dict:
    return dict.fromkeys(SLOTS, "none") | {"family": "outfit", "animal": animal} | worn


def test_the_newspapers_hedgehog_is_a_training_phrasing():
    facts = dressed("hedgehog", hat="red", gloves="yellow", shirt="blue", pants="green")
    assert "빨간 모자, 노란색 장갑, 파란색 셔츠, 녹색 바지를 입은 고슴도치" in korean.captions(facts)[:-1]


@pytest.mark.parametrize(
    "facts, caption",
    [
        (dressed("bear", gloves="white"), "하얀색 장갑을 낀 곰"),
        (dressed("bear", hat="red", gloves="green"), "빨간 모자와 녹색 장갑을 착용한 곰"),
        (dressed("dog", hat="blue"), "파란 모자를 쓴 아기 강아지 이모지"),
        (dressed("fox", hat="red", gloves="black"), "빨간 모자를 쓰고 검은 장갑을 낀 아기 여우 이모지"),
        (
            dressed("penguin", hat="blue", gloves="red", shirt="green", pants="yellow"),
            "파란 모자를 쓰고 빨간 장갑을 끼고 초록 셔츠와 노란 바지를 입은 아기 펭귄 이모지",
        ),
        (dressed("pig", gloves="red", pants="orange"), "돼지 이모지. 장갑은 빨간색, 바지는 주황색이다."),
        (dressed("penguin", gloves="red"), "작은 펭귄이 빨간색 장갑을 착용하고 있다."),
        (dressed("lion"), "옷을 입지 않은 사자"),
    ],
)
def test_particles_and_verbs_fit_the_garments(facts, caption):
    assert caption in korean.captions(facts)


def test_every_value_can_be_said():
    for animal in SLOTS["animal"]:
        assert all(korean.WORD[animal] in said for said in korean.captions(dressed(animal)))
    for garment in pictures.FAMILIES["outfit"].absent:
        for color in SLOTS[garment][1:]:
            said = korean.captions(dressed("cat", **{garment: color}))
            assert all(korean.WORD[garment] in one for one in said)


def test_names_are_one_to_one_within_a_slot():
    for slot in NAMED:
        values = [value for value in SLOTS[slot] if value != "none"]
        assert len({korean.WORD[value] for value in values}) == len(values)
