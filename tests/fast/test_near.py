"""Near misses: one step away, and never the same sentence."""

import random

import pytest

from helpers import pictures
from helpers.pictures.near import KINDS, near_misses

BLOCKS = {
    "family": "blocks", "kind": "pair", "relation": "sitting on", "size": "small", "color": "red",
    "other_size": "large", "other_color": "green", "look": "sand", "turn": "left",
} | dict.fromkeys(("top", "middle", "bottom"), "none")  # fmt: skip


@pytest.mark.parametrize("family", pictures.FAMILIES)
def test_near_misses_state_something_else_and_can_be_painted(family):
    rng, found = random.Random(0), set()
    for _ in range(30):
        facts = pictures.sample_facts(rng, family)
        for kind, other in near_misses(facts, rng).items():
            changed = [slot for slot in pictures.FAMILIES[family].slots if other[slot] != facts[slot]]
            assert changed and pictures.captions(other)[0] != pictures.captions(facts)[0]
            assert kind != "changed" or len(changed) == 1
            assert kind != "swapped" or sorted(str(other[s]) for s in changed) == sorted(str(facts[s]) for s in changed)
            pictures.paint(other, 16)
            found.add(kind)
    assert "changed" in found and found <= set(KINDS)


def test_a_reversed_relation_exchanges_both_blocks_whole():
    other = near_misses(BLOCKS, random.Random(0))["reversed"]
    assert pictures.captions(other)[0] == "a large green block sitting on a small red block"


def test_counts_go_one_up_or_down():
    rng = random.Random(0)
    for _ in range(30):
        facts = pictures.sample_facts(rng, "counting")
        assert abs(near_misses(facts, rng)["counted"]["count"] - facts["count"]) == 1
