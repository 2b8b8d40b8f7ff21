"""Countries and San Francisco: every sight is told from every other, and the night lights lamps."""

import itertools

import pytest

from helpers import pictures
from helpers.pictures.families import country

BARE = pictures.FAMILIES["country"].blank() | {"hour": "afternoon", "side": "left", "look": "one"}


def bytes_of(**facts) -> bytes:
    return pictures.paint(BARE | facts, 64).resize((16, 16), 4).tobytes()


def difference(one: bytes, other: bytes) -> float:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


@pytest.mark.parametrize("what", country.WHATS)
def test_countries_tell_apart(what):
    painted = [bytes_of(what=what, country=name) for name in country.FLAGS]
    assert min(difference(*pair) for pair in itertools.combinations(painted, 2)) > 3


def test_the_sights_of_san_francisco_tell_apart():
    painted = [bytes_of(landmark=name) for name in country.SIGHTS]
    painted += [
        bytes_of(place=place, vantage=vantage, time="in the morning")
        for place in country.SPOTS
        for vantage in country.VANTAGES
    ]
    assert min(difference(*pair) for pair in itertools.combinations(painted, 2)) > 3


def test_a_hidden_hour_of_a_country_is_by_day():
    """A country at night or in winter may be held out, so it is never painted unasked."""
    plain = [facts for facts in map(_facts, range(400)) if facts["country"] != "none" and facts["time"] == "none"]
    assert {facts["hour"] for facts in plain} == {"morning", "afternoon"}


def test_windows_shine_at_night():
    night = pictures.paint(BARE | {"landmark": "ferry building", "time": "at night"}, 128)
    assert (255, 223, 107) in {color for _, color in night.getcolors(128 * 128)}


def test_a_country_needs_something_of_it():
    with pytest.raises(ValueError, match="is no picture"):
        pictures.paint(BARE | {"country": "japan"})


def _facts(index: int) -> dict:
    return pictures.sample_facts(pictures.rng_for("test", 1, index), "country")
