"""Changed twins, turned heads, reflections and sequences: each is what its facts say."""

import itertools
import random

import numpy as np
import pytest

from helpers import pictures
from helpers.pictures import heldout
from helpers.pictures.families.analogy.changes import CHANGES
from helpers.pictures.families.analogy.matrices import RULES, SHAPES, VARIES, cells

ANALOGY = pictures.FAMILIES["analogy"]


def painted(**facts) -> np.ndarray:
    usual = {slot: values[0] for slot, values in ANALOGY.hidden.items()}
    whole = pictures.complete({"family": "analogy"} | facts, random.Random(0))
    whole |= {slot: value for slot, value in usual.items() if slot in whole}
    return np.asarray(pictures.paint(whole | facts), dtype=int)


def differ(pair) -> float:
    """The share of a picture in which two differ plainly."""
    one, other = pair
    return (abs(one - other).max(axis=2) > 40).mean()


@pytest.mark.parametrize("subject", CHANGES)
def test_changes_show_below_and_leave_the_top_alone(subject):
    twins = [painted(kind="panels", subject=subject, change=change) for change in CHANGES[subject]]
    assert all((twin[:31] == twins[0][:31]).all() for twin in twins)
    assert min(map(differ, itertools.combinations(twins, 2))) > 0.005


@pytest.mark.parametrize("slot", ["angle", "person"])
def test_busts_tell_apart(slot):
    values = ANALOGY.hidden["angle"] if slot == "angle" else ANALOGY.slots["person"][1:]
    busts = [painted(**{"kind": "bust", "person": "plato", "angle": "half left", slot: value}) for value in values]
    assert min(map(differ, itertools.combinations(busts, 2))) > 0.03


def test_one_change_is_never_trained_though_its_words_are():
    for subject in CHANGES:
        assert heldout.is_held_out({"subject": subject, "change": "as a photo colored blue"})
    for change in ("as a photo colored pink", "colored blue"):
        assert not all(heldout.is_held_out({"subject": subject, "change": change}) for subject in CHANGES)


@pytest.mark.parametrize("rule", RULES)
def test_sequences_obey_their_rule(rule):
    for varies, start in itertools.product(VARIES, SHAPES):
        grid = cells(rule, varies, start)
        lines = [*grid, *zip(*grid, strict=True)]
        assert all(len(set(line)) == len(line) for line in lines)
        if rule == "exclusion":
            assert all(set(third) == set(one) ^ set(other) for one, other, third in lines)
            assert all(cell for line in grid for cell in line)


def test_given_facts_win_over_the_sampled_ones():
    stated = {"family": "analogy", "kind": "sequence", "rule": "exclusion", "inverted": "yes"}
    assert all(pictures.complete(stated, random.Random(seed)).items() >= stated.items() for seed in range(5))


def test_a_change_that_a_subject_never_has_is_refused():
    with pytest.raises(ValueError, match=r"never 'broken'.*colored red"):
        painted(kind="panels", subject="cat", change="broken")
