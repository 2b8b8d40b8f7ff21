"""Which of several true pictures a part of a drawn one looks like."""

import pytest
from PIL import Image

from helpers.probes.options import below, chance, corner, nearest


def halves(top, bottom):
    picture = Image.new("RGB", (8, 8), top)
    picture.paste(bottom, (0, 4, 8, 8))
    return picture


OPTIONS = {"red": halves("white", "red"), "blue": halves("white", "blue"), "also red": halves("black", "red")}


def test_only_the_places_that_count_are_looked_at():
    drawn = halves("black", (200, 20, 30))
    assert nearest(drawn, OPTIONS, below(4, 2)) == {"red", "also red"}
    assert nearest(drawn, OPTIONS, below(4, 0)) == {"also red"}


def test_chance_counts_what_looks_the_same():
    assert chance(OPTIONS, "red", below(4, 2)) == pytest.approx(2 / 3)
    assert chance(OPTIONS, "red", below(4, 0)) == pytest.approx(1 / 3)


def test_a_corner_reaches_to_the_lower_right():
    assert corner(4, 2, 1).int().tolist() == [[0] * 4, [0] * 4, [0, 1, 1, 1], [0, 1, 1, 1]]
