"""Korean captions of images and words on things: natural sentences, each fact said, no two pictures under one."""

import random

from helpers import pictures
from helpers.pictures.families.carrier.carriers import IMAGE_CARRIERS
from helpers.pictures.families.carrier.fruits import FRUIT_COLORS, FRUITS
from helpers.pictures.families.carrier.korean import COLORS, NAMES, captions
from helpers.pictures.families.carrier.signs import WORD_CARRIERS
from helpers.pictures.kit import korean

SLOTS = pictures.FAMILIES["carrier"].slots

DRAWN = [pictures.sample_facts(random.Random(seed), "carrier", None) for seed in range(600)]


def image(carrier: str, color: str, fruit: str) -> dict:
    return {"family": "carrier", "carrier": carrier, "color": color, "fruit": fruit, "word": "none"}


def lettered(carrier: str, word: str) -> dict:
    return {"family": "carrier", "carrier": carrier, "color": "none", "fruit": "none", "word": word}


def test_the_newspapers_sentences_are_trained_on():
    window = captions(image("stained glass window", "blue", "strawberry"))
    assert window[0] == "파란 딸기 이미지가 있는 스테인드글라스 창"
    assert "오픈AI가 적힌 작은 간판" in captions(lettered("store front", "openai"))[:-1]
    for facts in (lettered("store front", "acme"), lettered("road sign", "openai")):
        assert "오픈AI가 적힌 작은 간판" not in captions(facts)


def test_particles_fit_fruits_and_words():
    pumpkin = captions(image("wine bottle", "magenta", "pumpkin"))
    assert pumpkin[1] == "호박 이미지가 있는 와인병. 호박은 자홍색이다."
    assert pumpkin[3] == "자홍색 호박이 그려진 와인병"
    assert captions(image("rug", "white", "broccoli"))[4] == "양탄자에 브로콜리가 하얀색으로 그려져 있다."
    assert captions(lettered("road sign", "openai"))[0] == "'openai'가 적힌 도로 표지판"
    assert captions(lettered("neon sign", "penguin"))[0] == "'penguin'이 적힌 네온사인"
    assert captions(lettered("t-shirt", "jewel"))[2] == "티셔츠에 'jewel'이라고 적혀 있다."
    assert captions(lettered("written in the sky", "dall-e"))[2] == "'dall-e'라는 단어가 하늘에 쓰여 있다."
    assert captions(lettered("written in coffee beans", "gpt"))[0] == "커피콩으로 쓴 단어 'gpt'"


def test_every_value_has_a_name_of_its_own_and_can_be_said():
    for slot in ("carrier", "fruit"):
        names = [NAMES.get(v) or korean.NAMES[v] for v in SLOTS[slot] if v != "none"]
        assert len(names) == len(set(names)), slot
    assert len({COLORS[color] for color in FRUIT_COLORS}) == len(FRUIT_COLORS)
    said = [image(carrier, color, fruit) for carrier in IMAGE_CARRIERS for color in FRUIT_COLORS for fruit in FRUITS]
    said += [lettered(carrier, word) for carrier in WORD_CARRIERS for word in SLOTS["word"] if word != "none"]
    assert len({captions(facts)[0] for facts in said}) == len(said)


def test_a_word_is_said_as_it_is_to_be_painted():
    for facts in DRAWN:
        assert all(f"'{facts['word']}'" in one or "오픈AI" in one for one in captions(facts) if facts["word"] != "none")
