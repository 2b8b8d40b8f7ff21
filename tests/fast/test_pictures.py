"""The picture world: what it samples, states, paints and refuses."""

import inspect
import itertools
import random

import numpy as np
import pytest

from helpers import pictures
from helpers.pictures import FAMILIES

FOLLOWS_THE_HOUR = ("light", "lamps")  # hidden in a scene, and yet fixed by the stated time

families = pytest.mark.parametrize("family", FAMILIES)


def facts_of(family: str, count: int, seed: int = 0) -> list[dict]:
    return [pictures.sample_facts(pictures.rng_for("test", seed, index), family) for index in range(count)]


@families
def test_same_seed_same_picture(family):
    one, same = (pictures.sample(pictures.rng_for("train", 1, 7), family) for _ in range(2))
    assert (one.caption, one.facts, one.image.tobytes()) == (same.caption, same.facts, same.image.tobytes())


@families
def test_facts_are_values_of_their_slots(family):
    slots, hidden = FAMILIES[family].slots, FAMILIES[family].hidden
    for facts in facts_of(family, 300):
        values = {"family": (family,)} | slots | hidden
        assert set(slots) < set(facts) <= set(values)
        assert all(value in values[slot] for slot, value in facts.items())


@pytest.fixture(scope="module", params=FAMILIES)
def said(request):
    """(facts, their captions) of many pictures of a family."""
    return [(facts, pictures.captions(facts)) for facts in facts_of(request.param, 600)]


def test_phrasings_are_many_short_and_distinct(said):
    for _, phrasings in said:
        assert len(phrasings) >= 4 and len(set(phrasings)) == len(phrasings)
        assert max(len(phrasing.split()) for phrasing in phrasings) <= 45


def test_articles_fit_the_word_that_follows(said):
    exceptions = ("hour", "uni", "ukiyo")
    for _, phrasings in said:
        for phrasing in phrasings:
            words = phrasing.replace(".", "").replace(",", "").split()
            for article, word in itertools.pairwise(words):
                if article in ("a", "an"):
                    vowel = (word[0] in "aeiou") != word.startswith(exceptions)
                    assert (article == "an") == vowel, phrasing


def test_phrasings_differ_where_stated_facts_differ(said):
    seen = {}
    for facts, phrasings in said:
        key = pictures.stated(facts)
        for phrasing in phrasings:
            assert seen.setdefault(phrasing, key) == key


@families
@pytest.mark.parametrize("size", [16, 256])
def test_any_size_is_the_same_picture(family, size):
    facts = facts_of(family, 1)[0]
    image = pictures.paint(facts, size)
    assert image.mode == "RGB" and image.size == (size, size)
    small, usual = (pictures.paint(facts, pixels).resize((8, 8), 4).tobytes() for pixels in (size, 64))
    assert sum(abs(a - b) for a, b in zip(small, usual, strict=True)) / len(small) < 20


@families
def test_stated_facts_show(family):
    changed = 0
    for facts, other in itertools.pairwise(facts_of(family, 30)):
        other = other | {slot: facts[slot] for slot in FAMILIES[family].hidden if slot in facts}
        if pictures.stated(other) != pictures.stated(facts):
            assert pictures.paint(facts, 64).tobytes() != pictures.paint(other, 64).tobytes()
            changed += 1
    assert changed > 15


@families
def test_each_hidden_slot_shows(family):
    for slot, values in FAMILIES[family].hidden.items():
        examples = [facts for facts in facts_of(family, 20) if slot in facts and slot not in FOLLOWS_THE_HOUR]
        shown = (
            len({pictures.paint(facts | {slot: value}, 64).tobytes() for value in values}) > 1 for facts in examples
        )
        assert any(shown) or not examples, f"{slot} never shows"


@pytest.mark.parametrize("family", pictures.FAMILIES)
def test_jitter_moves_things_off_the_lattice(family):
    facts = facts_of(family, 1)[0]
    still, moved = (pictures.paint(facts, 64, random.Random(1), jitter) for jitter in (0.0, 0.5))
    assert still.tobytes() != moved.tobytes()


@pytest.mark.parametrize("slot, wrong, near", [("animal", "pengiun", "penguin"), ("hat", "gren", "green")])
def test_an_unknown_value_is_answered_with_the_nearest(slot, wrong, near):
    facts = facts_of("outfit", 1)[0] | {slot: wrong}
    with pytest.raises(ValueError, match=f"{wrong}.*{near}"):
        pictures.paint(facts)


def test_an_unknown_family_is_answered_with_the_nearest():
    with pytest.raises(ValueError, match=r"outfits.*outfit"):
        pictures.sample(random.Random(0), family="outfits")


@pytest.mark.parametrize("size", [-64, 8, 5000])
def test_a_size_that_cannot_be_painted_is_refused(size):
    with pytest.raises(ValueError, match="16 to 4096"):
        pictures.paint(facts_of("outfit", 1)[0], size)


def test_whole_numbers_of_numpy_are_sizes_and_what_is_no_dict_is_no_facts():
    facts = facts_of("outfit", 1)[0]
    assert pictures.paint(facts, np.int64(64)).tobytes() == pictures.paint(facts, 64).tobytes()
    for strange in (None, 3, [], "a fox"):
        with pytest.raises(ValueError, match=r"facts is .*; give a dict, such as {'family'"):
            inspect.unwrap(pictures._family)(strange)  # outside of tests nothing checks types


@pytest.mark.parametrize(
    "family, slot, message", [("thing", "texture", "is no picture"), ("blocks", "relation", "needs relation")]
)
def test_facts_that_make_no_picture_are_refused(family, slot, message):
    facts = next(facts for facts in facts_of(family, 50) if facts[slot] != "none") | {slot: "none"}
    with pytest.raises(ValueError, match=message):
        pictures.paint(facts)


@families
def test_what_shows_is_the_same_where_the_pictures_are(family):
    for facts in facts_of(family, 20):
        shows = pictures.shown(facts)
        if facts.get("relation") != "far from":  # nobody says which of the two is nearer
            assert pictures.paint(shows, 64).tobytes() == pictures.paint(facts, 64).tobytes()
        assert pictures.shown(shows) == shows


def test_what_is_stated_leaves_out_what_is_open_or_hidden():
    facts = {"family": "outfit", "animal": "fox", "hat": "red", "gloves": "none", "shirt": "none", "pants": "none"}
    assert pictures.stated(facts | {"pose": "waving"}) == {"animal": "fox", "hat": "red"}
    assert pictures.wanted(facts) == {slot: facts[slot] for slot in facts if slot != "family"}  # bare is promised


def test_an_unknown_language_is_answered_with_the_known_ones():
    with pytest.raises(ValueError, match="one of: en, ko"):
        pictures.captions(facts_of("outfit", 1)[0], "fr")
