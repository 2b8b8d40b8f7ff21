"""Fruits and words on things: letters, fruits and colours tell apart; words that cannot be set are refused."""

import itertools
import random

import numpy as np
import pytest

from helpers import pictures
from helpers.pictures.families.carrier.fruits import FRUIT_COLORS, FRUITS
from helpers.pictures.families.carrier.lettering import FACES, GLYPHS, Words, set_word
from helpers.pictures.families.carrier.signs import WORD_CARRIERS

LETTERED = {"family": "carrier", "carrier": "road sign", "color": "none", "fruit": "none", "word": "cat"}


def difference(one: dict, other: dict) -> float:
    """How far two pictures of 64 × 64 are apart, in levels of 255."""
    a, b = (np.asarray(pictures.paint(facts), dtype=float) for facts in (one, other))
    return abs(a - b).mean()


@pytest.mark.parametrize("face", FACES)
def test_every_letter_looks_different(face):
    words = [LETTERED | {"face": face, "word": f"a{letter}a"} for letter in GLYPHS]
    assert all(difference(one, other) > 0.5 for one, other in itertools.combinations(words, 2))


def test_every_fruit_and_every_color_shows_on_glass_and_in_neon():
    for carrier, color in itertools.product(("stained glass window", "neon sign"), ("black", "blue")):
        stated = {"family": "carrier", "carrier": carrier, "word": "none", "color": color}
        kinds = [stated | {"fruit": fruit} for fruit in FRUITS]
        colors = [stated | {"fruit": "strawberry", "color": other} for other in FRUIT_COLORS]
        for group in (kinds, colors):
            assert all(difference(one, other) > 1 for one, other in itertools.combinations(group, 2))


@pytest.mark.parametrize("word", ["a", "everything", "naïve", "two words", "r2d2", "Hi", "-a", ""])
def test_a_word_that_cannot_be_lettered_is_answered_with_what_can(word):
    with pytest.raises(ValueError, match="2 to 8 letters from a to z"):
        pictures.paint(LETTERED | {"word": word})


def test_any_other_word_can_be_painted_on_every_carrier():
    for carrier, word in itertools.product(WORD_CARRIERS, ("dall-e", "qx", "zzzzzzzz")):
        assert pictures.paint(LETTERED | {"carrier": carrier, "word": word}, 16).size == (16, 16)


def test_sampled_words_can_be_lettered_use_all_letters_and_are_mostly_short():
    words, rng = Words(), random.Random(0)
    sampled = [words.sample(rng) for _ in range(2000)]
    assert all(word in words for word in sampled) and set("".join(sampled)) == set(GLYPHS)
    assert sum(len(word) <= 6 for word in sampled) > 0.75 * len(sampled)


def test_letters_fill_their_room():
    for face, word in itertools.product(FACES, ("wow", "openai", "peekaboo")):
        line = set_word(word, face, 100, 40)
        xs, ys = ([point[axis] for path in line.paths for point in path] for axis in (0, 1))
        assert 70 < max(xs) - min(xs) + line.weight < 108 and max(ys) - min(ys) + line.weight <= 48


def test_a_fruit_and_a_word_make_no_picture():
    with pytest.raises(ValueError, match="is no picture of a carrier"):
        pictures.paint(LETTERED | {"fruit": "pear", "color": "blue"})
