"""Every figure of the announcement can be asked of the picture world."""

import itertools
import re

import pytest

from helpers import pictures
from helpers.pictures import heldout
from helpers.pictures.announcement import figures

FIGURES = figures()
every = pytest.mark.parametrize("name", FIGURES)
HEADLINES = {
    "outfit": {"animal": "penguin", "hat": "blue", "gloves": "red", "shirt": "green", "pants": "yellow"},
    "style_place_time": {
        "medium": "illustration",
        "animal": "capybara",
        "place": "sitting in a field",
        "time": "at sunrise",
    },
    "image_on_object": {"carrier": "stained glass window", "color": "blue", "fruit": "strawberry"},
    "lettering": {"carrier": "store front", "word": "openai"},
    "animal_made_of": {"animal": "snail", "material": "harp"},
    "product_in_shape": {"product": "armchair", "how": "shape", "concept": "avocado"},
    "anthropomorphic": {"subject": "a baby daikon radish", "wearing": "in a tutu", "action": "walking a dog"},
    "reranking": {"caption_variant": "1", "best_of": "8 of 8"},
}


def test_all_32_figures_are_here_and_every_family_answers_one():
    assert len(FIGURES) == 32 and {figure.family for figure in FIGURES.values()} == set(pictures.FAMILIES)


@pytest.mark.parametrize("name", HEADLINES)
def test_the_headline_captions_are_never_trained_on(name):
    assert heldout.is_held_out(FIGURES[name].facts(HEADLINES[name]))


def fillings(figure):
    """Every value of every slot at least once."""
    width = max(map(len, figure.slots.values()))
    for row in itertools.islice(zip(*map(itertools.cycle, figure.slots.values()), strict=True), width):
        yield dict(zip(figure.slots, row, strict=True))


def plain(sentence: str) -> str:
    """Without articles, which the slots leave out, and with one form of a polygon's name."""
    words = re.sub(r"gonal\b", "gon", sentence.replace("_adj", ""))
    return re.sub(r"\b(an?|the) ", "", words).strip(" .")


@every
def test_every_value_is_drawn_or_has_a_stand_in(name):
    figure = FIGURES[name]
    for values in fillings(figure):
        facts = figure.facts(values)
        assert facts["family"] == figure.family
        assert pictures.paint(facts, 16).size == (16, 16)


@every
def test_the_announcements_sentence_is_one_of_ours(name):
    figure = FIGURES[name]
    if figure.ours.get("other_words"):
        pytest.skip(figure.ours["other_words"])
    for values in fillings(figure):
        if any(figure.stand_in(slot, value) for slot, value in values.items()):
            continue
        said = re.sub(r"_adj\b", "", figure.caption).format(**values)
        assert plain(said) in map(plain, pictures.captions(figure.facts(values))), said
