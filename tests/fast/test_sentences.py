"""Sentences of the picture world read back into facts, and a model's own reading of pictures."""

import random
from types import SimpleNamespace

import pandas as pd
import pytest

from helpers import pictures
from helpers.probes import sentences

FACTS = {"family": "outfit", "animal": "fox", "hat": "red", "gloves": "none", "shirt": "blue", "pants": "none"}


@pytest.mark.parametrize("family", pictures.FAMILIES)
def test_every_phrasing_is_read_back(family):
    rng = random.Random(0)
    for _ in range(2):
        facts = pictures.sample_facts(rng, family, None)
        for caption in pictures.captions(facts):
            read = pictures.shown(sentences.facts_of(caption, family))
            assert pictures.wanted(facts).items() <= read.items(), caption


@pytest.mark.parametrize("said", ["", "a fox", "an emoji of a baby fox wearing a red hat and", "a fox on the beach"])
def test_what_no_picture_of_the_family_is_called_says_nothing(said):
    assert sentences.facts_of(said, "outfit") is None


def test_a_model_is_scored_by_what_it_says():
    said = iter([pictures.captions(FACTS)[2], "a fox, a fox"])
    model = SimpleNamespace(describe=lambda tokens, top_k: [next(said)])
    rows = pd.DataFrame({"caption": ["a", "b"], "asked": [FACTS, FACTS], "tokens": [[1], [2]]}, index=[3, 5])
    found = sentences.told(model, rows)
    assert list(found.index) == [3, 5] and list(found["right"]) == [True, False]
    assert list(found["share"]) == [1, 0] and found["sentence"][5] == "a fox, a fox"
    slots = sentences.by_slot(found)
    assert list(slots["slot"]) == ["animal", "hat", "gloves", "shirt", "pants"] * 2
    assert slots.groupby("caption")["right"].mean().to_dict() == {"a": 1, "b": 0}
