"""Korean captions of the family "thing"."""

import random

import pytest

from helpers import pictures
from helpers.pictures.families import thing
from helpers.pictures.families.thing import korean

SLOTS = pictures.FAMILIES["thing"].slots

RNG = random.Random(0)
DRAWN = [pictures.sample_facts(RNG, "thing", None) for _ in range(600)]
NAMED = ("thing", "shape", "solid", "texture")


def alone(**said: str) -> dict:
    return {"family": "thing"} | dict.fromkeys(SLOTS, "none") | said


@pytest.mark.parametrize(
    "facts, caption",
    [
        (alone(thing="clock", shape="pentagon", color="green"), "오각형 모양의 초록색 시계"),
        (alone(thing="stop sign", shape="circle", color="red"), "동그란 빨간 정지 표지판"),
        (alone(thing="cushion", shape="star", color="blue"), "쿠션 그림. 쿠션은 파란색이고 별 모양이다."),
        (alone(solid="cube", texture="porcupine"), "호저로 만든 정육면체. 호저 질감의 정육면체."),
        (alone(solid="cone", texture="wool"), "양털로 만든 원뿔"),
        (alone(solid="sphere", texture="gold"), "금으로 뒤덮인 구"),
        (alone(thing="pencil", ground="red"), "빨간 배경에 연필이 있다"),
        (alone(thing="teapot", ground="white"), "찻주전자를 그린 그림. 배경은 하얀색이다."),
        (alone(thing="anchor"), "닻이 그려진 이미지"),
    ],
)
def test_particles_fit_the_words(facts, caption):
    assert caption in korean.captions(facts)


def test_every_value_can_be_said():
    drawn_things, plain = tuple(thing.DRAWN), tuple(thing.THINGS)
    asked = [alone(thing=t, shape=s, color="red") for t in drawn_things for s in thing.SHAPES]
    asked += [alone(thing=t, ground=g) for t in plain for g in SLOTS["ground"]]
    asked += [alone(solid=s, texture=t) for s in thing.SOLIDS for t in thing.TEXTURES]
    for facts in asked:
        for said in korean.captions(facts):
            named = [facts[slot] for slot in ("thing", "solid", "texture") if facts[slot] != "none"]
            assert all(korean.WORD[value] in said for value in named)


def test_names_are_one_to_one_within_a_slot():
    for slot in NAMED:
        values = [value for value in SLOTS[slot] if value != "none"]
        assert len({korean.WORD[value] for value in values}) == len(values)
