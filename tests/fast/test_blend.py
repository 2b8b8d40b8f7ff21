"""Blends: every animal, material, product, concept, head and body is told from every other."""

import itertools
import random

import numpy as np
import pytest
from PIL import Image

from helpers import pictures
from helpers.pictures import FAMILIES

OTHERS = {
    "material": {"animal": "pig"},
    "animal": {"material": "pizza"},
    "product": {"concept": "strawberry"},
    "concept": {"product": "teapot"},
    "first": {"second": "zebra", "medium": "emoji"},
    "second": {"first": "cat", "medium": "emoji"},
}


@pytest.mark.parametrize("slot", OTHERS)
def test_values_differ_at_a_glance(slot):
    stated = {"family": "blend"} | OTHERS[slot]
    facts = pictures.complete(stated | {slot: FAMILIES["blend"].slots[slot][1]}, random.Random(0))
    small = [
        np.asarray(pictures.paint(facts | {slot: value}, 64).resize((16, 16), Image.Resampling.BOX), float)
        for value in FAMILIES["blend"].slots[slot][1:]
    ]
    assert min(np.abs(one - other).mean() for one, other in itertools.combinations(small, 2)) > 2


def test_the_order_of_a_chimera_matters():
    facts = pictures.complete(
        {"family": "blend", "first": "giraffe", "second": "turtle", "medium": "emoji"}, random.Random(0)
    )
    swapped = facts | {"first": "turtle", "second": "giraffe"}
    assert pictures.paint(facts, 64).tobytes() != pictures.paint(swapped, 64).tobytes()


def test_facts_of_two_kinds_are_refused():
    facts = pictures.complete({"family": "blend", "animal": "cat", "concept": "peach"}, random.Random(0))
    with pytest.raises(ValueError, match="animal and material"):
        pictures.paint(facts)
