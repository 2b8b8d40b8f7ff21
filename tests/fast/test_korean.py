"""What holds for the Korean captions of every family; what is a family's own stands in a file of its own."""

import random
import re

import pytest

from helpers import pictures

# sentences that a newspaper printed; some leave out what a picture shows, so that several pictures share them
NEWSPAPER = {
    "개를 산책시키는 아기 무",
    "시대별 전화기",
    "샌프란시스코 밤거리",
    "반 고흐 스타일로 그린 풍경 그림",
}
LETTERED, PAINTED = {"analogy", "carrier"}, re.compile(r"'[a-z-]+'|오픈AI")  # words to be painted stay as they are
THREE = {"analogy", "blend", "blocks", "character", "decade", "fashion", "inside", "room"}  # the others: four ways


@pytest.fixture(scope="module", params=pictures.FAMILIES)
def family(request):
    return request.param


@pytest.fixture(scope="module")
def captions(family) -> list[tuple[dict, list[str]]]:
    """(facts, their Korean captions) of 800 pictures of a family."""
    rng = random.Random(0)
    drawn = [pictures.sample_facts(rng, family, None) for _ in range(800)]
    return [(facts, pictures.captions(facts, "ko")) for facts in drawn]


def test_facts_that_differ_never_share_a_caption(family, captions):
    meant = {}
    for facts, said in captions:
        wanted = pictures.FAMILIES[family].wanted(facts)
        assert all(meant.setdefault(one, wanted) == wanted for one in said if one not in NEWSPAPER)


def test_a_picture_is_said_in_several_ways_without_a_trace_of_english(family, captions):
    for _, said in captions:
        assert len(set(said)) == len(said) >= (3 if family in THREE else 4)
        for one in said:
            spoken = PAINTED.sub("낱말", one) if family in LETTERED else one
            assert not re.search(r"[A-Za-z(){}_']|  |^ | $", spoken), one
