"""Every figure of the announcement can be asked of the picture world."""

import itertools
import re

import pytest

from helpers import pictures
from helpers.pictures.announcement import figures

FIGURES = {name: figure for name, figure in figures().items() if figure.ours}
every = pytest.mark.parametrize("name", FIGURES)


def fillings(figure):
    """Every value of every slot at least once."""
    width = max(map(len, figure.slots.values()))
    for row in itertools.islice(zip(*map(itertools.cycle, figure.slots.values()), strict=True), width):
        yield dict(zip(figure.slots, row, strict=True))


def plain(sentence: str) -> str:
    """Without articles, which depend on the word that follows, and with one form of a polygon's name."""
    words = re.sub(r"gonal\b", "gon", sentence.replace("_adj", ""))
    return re.sub(r"\b(an?) ", "", words).strip(" .")


@every
def test_every_value_is_drawn_or_has_a_stand_in(name):
    figure = FIGURES[name]
    for values in fillings(figure):
        facts = figure.facts(values)
        assert facts["family"] == figure.family
        assert pictures.paint(facts, 64).size == (64, 64)


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
