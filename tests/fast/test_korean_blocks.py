"""Korean captions of blocks: natural sentences, each fact said, no two pictures under one caption."""

import itertools

from helpers import pictures
from helpers.pictures.families import blocks
from helpers.pictures.families.blocks.korean import NAMES, captions
from helpers.pictures.kit.korean import COLORS

SLOTS = pictures.FAMILIES["blocks"].slots


def pair(relation: str, size: str, color: str, other_size: str, other_color: str) -> dict:
    none = {"family": "blocks", "kind": "pair"} | dict.fromkeys(blocks.STACK, "none")
    return none | dict(zip(blocks.PAIR, (relation, size, color, other_size, other_color), strict=True))


def stack(top: str, middle: str, bottom: str) -> dict:
    none = {"family": "blocks", "kind": "stack"} | dict.fromkeys(blocks.PAIR, "none")
    return none | {"top": top, "middle": middle, "bottom": bottom}


def test_captions_read_as_a_newspaper_would_write_them():
    on = captions(pair("sitting on", "small", "red", "large", "green"))
    assert on[0] == "큰 초록 블록 위에 놓인 작은 빨간 블록"
    assert on[3] == "초록 블록 위에 놓인 빨간 블록. 빨간 블록은 작고 초록 블록은 크다."
    far = captions(pair("far from", "large", "white", "large", "purple"))
    assert far[1] == "큰 하얀색 블록이 큰 보라색 블록에서 멀리 떨어져 있다."
    assert far[3] == "보라 블록에서 멀리 떨어진 하얀 블록. 두 블록 다 크다."
    assert far[4] == "큰 보라색 블록이 있고 거기서 멀리 큰 하얀색 블록이 떨어져 있다."
    below = captions(pair("sitting below", "small", "orange", "large", "black"))
    assert below[2] == "블록 두 개. 작은 주황 블록이 큰 검은 블록 밑에 깔려 있다."
    cubes = captions(stack("red", "green", "blue"))
    assert cubes[2] == "파란 정육면체 위에 초록 정육면체, 그 위에 빨간 정육면체를 쌓은 모습"
    assert cubes[3] == "차곡차곡 쌓인 정육면체 세 개. 위에서부터 빨간색, 초록색, 파란색이다."


def test_every_value_has_a_name_of_its_own_and_can_be_said():
    for slot, values in SLOTS.items():
        names = [NAMES[value] if value in NAMES else COLORS[value] for value in values if value != "none"]
        assert len(names) == len(set(names)), slot
    for relation, size, other in itertools.product(blocks.RELATIONS, ("small", "large"), ("small", "large")):
        for color, other_color in itertools.permutations(blocks.COLORS, 2):
            assert len(captions(pair(relation, size, color, other, other_color))) >= 4
    for colors in itertools.permutations(blocks.COLORS, 3):
        assert len(captions(stack(*colors))) >= 4
