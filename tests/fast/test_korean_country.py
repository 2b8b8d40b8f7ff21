"""Countries and San Francisco in Korean: natural sentences, all facts said, nothing ambiguous."""

import pytest

from helpers import pictures
from helpers.pictures.families.country import korean

SLOTS = pictures.FAMILIES["country"].slots

BARE = dict.fromkeys(SLOTS, "none") | {"family": "country"}
FOOD = BARE | {"what": "food of", "country": "china"}
PLACE = BARE | {"place": "nob hill", "vantage": "from a street", "time": "at night"}
LANDMARK = BARE | {"landmark": "golden gate bridge"}
NIGHT_STREETS = "샌프란시스코 밤거리"  # leaves the place open


def test_the_sentences_of_the_newspapers():
    assert "중국 음식" in korean.captions(FOOD)[:-1]
    assert "중국 음식" not in korean.captions(FOOD | {"medium": "postage stamp"})
    assert NIGHT_STREETS in korean.captions(PLACE)[:-1]
    assert NIGHT_STREETS not in korean.captions(PLACE | {"vantage": "from the water"})
    assert NIGHT_STREETS not in korean.captions(PLACE | {"time": "in the morning"})


@pytest.mark.parametrize("facts", [FOOD, PLACE, LANDMARK])
def test_every_value_is_said_in_its_own_words(facts):
    for slot in (slot for slot in SLOTS if facts[slot] != "none" or slot in ("time", "medium")):
        values = [v for v in SLOTS[slot] if v != "none" or slot in ("time", "medium")]
        said = [korean.captions(facts | {slot: value}) for value in values]
        assert len({captions[0] for captions in said}) == len({captions[-1] for captions in said}) == len(said)


def test_captions_word_for_word():
    assert korean.captions(FOOD | {"country": "south korea", "what": "flag of", "time": "during winter"}) == [
        "겨울의 한국 국기 사진",
        "한국의 국기를 겨울에 담은 사진",
        "사진에 담은 겨울의 한국 깃발",
        "겨울의 한국 국기",
        "한국의 깃발을 겨울에 보여 주는 사진",
    ]
    assert korean.captions(PLACE) == [
        "거리에서 본 밤의 샌프란시스코 노브힐 사진",
        "샌프란시스코 노브힐을 밤에 거리에서 담은 사진",
        "사진 속 밤의 샌프란시스코 노브힐, 거리에서 본 모습",
        "거리에서 본 밤의 샌프란시스코 노브힐",
        NIGHT_STREETS,
        "샌프란시스코에 있는 노브힐을 밤에 거리에서 보여 주는 사진",
    ]
    assert korean.captions(LANDMARK | {"medium": "ukiyo-e print"}) == [
        "샌프란시스코 금문교 우키요에 판화",
        "샌프란시스코 금문교를 담은 우키요에 판화",
        "우키요에 판화 속 샌프란시스코 금문교",
        "샌프란시스코에 있는 금문교를 보여 주는 우키요에 판화",
    ]
