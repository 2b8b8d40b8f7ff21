"""Korean captions of the family "counting"."""

import pytest

from helpers import pictures
from helpers.pictures.families.counting import korean

SLOTS = pictures.FAMILIES["counting"].slots

NAMED = ("counted",)


@pytest.mark.parametrize(
    "counted, count, caption",
    [
        ("cup", 3, "컵 세 개가 탁자 위에 놓여 있다"),
        ("book", 2, "책 두 권이 놓인 탁자"),
        ("book", 4, "탁자에 책이 네 권 있다"),
        ("candle", 1, "양초 한 자루가 탁자 위에 놓여 있다"),
        ("apple", 6, "탁자에 사과가 여섯 개 있다"),
        ("glass", 5, "탁자 위에 놓인 유리잔 다섯 개"),
        ("key", 2, "탁자에 올려 둔 두 개의 열쇠"),
    ],
)
def test_counting_words_and_particles_fit_the_thing(counted, count, caption):
    assert caption in korean.captions({"family": "counting", "counted": counted, "count": count})


def test_every_thing_and_number_can_be_said():
    for counted in SLOTS["counted"]:
        for count in SLOTS["count"]:
            for said in korean.captions({"family": "counting", "counted": counted, "count": count}):
                assert korean.WORD[counted] in said and korean.COUNTERS[count - 1] in said


def test_names_are_one_to_one_within_a_slot():
    for slot in NAMED:
        values = [value for value in SLOTS[slot] if value != "none"]
        assert len({korean.WORD[value] for value in values}) == len(values)
