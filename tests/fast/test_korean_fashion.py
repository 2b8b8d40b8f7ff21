"""Korean captions of mannequins: the newspaper's sentence, one name per value, particles that fit."""

from helpers import pictures
from helpers.pictures.families.fashion import korean

SLOTS = pictures.FAMILIES["fashion"].slots

PLAIN = {
    "family": "fashion",
    "mannequin": "male",
    "upper": "button-down shirt",
    "upper_color": "blue",
    "pattern": "none",
    "second_color": "none",
    "lower": "pleated trousers",
    "lower_color": "black",
}


def test_the_newspaper_sentence_is_trained_on():
    assert "단추를 푼 파란색 셔츠와 검은색 트라우저를 입은 남자 마네킹" in korean.captions(PLAIN)[:-1]


def test_hand_written_captions():
    skirt = PLAIN | {"mannequin": "female", "upper": "polo shirt", "upper_color": "gold", "lower": "mini skirt"}
    assert korean.captions(skirt)[0] == "금색 폴로셔츠와 검은색 미니스커트를 입은 여자 마네킹"
    assert korean.captions(skirt)[-1] == "검은색 미니스커트에 금색 폴로셔츠를 맞춰 입힌 여자 마네킹"
    cardigan = PLAIN | {"upper": "cardigan sweater", "second_color": "yellow", "lower": "jeans", "lower_color": "navy"}
    assert korean.captions(cardigan)[0] == "파란색과 노란색 배색 카디건과 남색 청바지를 입은 남자 마네킹"
    assert korean.captions(cardigan)[2] == "남자 마네킹이 파란색과 노란색 배색 카디건에 남색 청바지를 입고 있다."
    dotted = PLAIN | {"pattern": "polka dotted", "second_color": "black", "lower": "shorts"}
    assert korean.captions(dotted)[1] == "파란색과 검은색 물방울무늬 버튼다운 셔츠와 검은색 반바지 차림의 남자 마네킹"


def test_every_value_changes_every_caption():
    worn = PLAIN | {"upper_color": "purple", "pattern": "striped", "second_color": "white"}
    for slot in ("mannequin", "upper", "upper_color", "pattern", "lower", "lower_color"):
        said = [korean.captions(worn | {slot: value}) for value in SLOTS[slot]]
        assert all(len(set(phrasing)) == len(said) for phrasing in zip(*said, strict=True))
    for pattern in SLOTS["pattern"]:
        colors = SLOTS["second_color"][1:]
        assert len({korean.captions(worn | {"pattern": pattern, "second_color": c})[0] for c in colors}) == len(colors)
