"""Korean captions of unrelated things made one."""

import pytest

from helpers import pictures
from helpers.pictures.families.blend import korean

SLOTS = pictures.FAMILIES["blend"].slots

USUAL = ({"animal": "snail", "material": "harp"}, {"product": "armchair", "concept": "avocado"},
         {"medium": "emoji", "first": "giraffe", "second": "turtle"})  # fmt: skip


def said(**facts: str) -> list[str]:
    return korean.captions({"family": "blend"} | dict.fromkeys(SLOTS, "none") | facts)


@pytest.mark.parametrize(
    "caption",
    [
        ({"animal": "snail", "material": "harp"}, 0, "하프로 만든 달팽이. 하프의 질감을 지닌 달팽이."),
        ({"animal": "pig", "material": "loaf of bread"}, 1, "빵으로 만든 돼지"),
        ({"animal": "elephant", "material": "xylophone"}, 3, "몸이 실로폰으로 된 코끼리"),
        ({"product": "armchair", "concept": "avocado"}, 0, "아보카도 모양의 안락의자. 아보카도를 흉내 낸 안락의자."),
        ({"product": "armchair", "concept": "avocado"}, 3, "아보카도 모양의 안락의자"),
        ({"product": "soap dispenser", "concept": "peacock"}, -1, "물비누통으로 변신한 공작"),
        (
            {"medium": "illustration", "first": "lion", "second": "zebra"},
            0,
            "사자와 얼룩말의 키메라를 그린 고품질 일러스트. 얼룩말을 흉내 내는 사자. 얼룩말로 만든 사자.",
        ),
        (
            {"medium": "emoji", "first": "dragon", "second": "robot"},
            0,
            "용과 로봇의 키메라를 그린 고품질 이모지. 로봇을 흉내 내는 용. 로봇으로 만든 용.",
        ),
        ({"medium": "emoji", "first": "giraffe", "second": "turtle"}, -1, "머리만 기린인 거북이 이모지"),
    ],
)
def test_captions_word_for_word(caption):
    facts, which, words = caption
    assert said(**facts)[which] == words


@pytest.mark.parametrize("usual, slot", [(usual, slot) for usual in USUAL for slot in usual])
def test_every_value_is_said_by_a_name_of_its_own(usual, slot):
    values = SLOTS[slot][1:]
    for phrasing in zip(*(said(**usual | {slot: value}) for value in values), strict=True):
        assert len(set(phrasing)) == len(values)


def test_the_order_of_a_chimera_is_said():
    assert not set(said(medium="emoji", first="cat", second="owl")) & set(
        said(medium="emoji", first="owl", second="cat")
    )
