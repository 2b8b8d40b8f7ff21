"""What was read where something else was asked."""

import pandas as pd
import pytest

from helpers.probes.confusion import OTHER, confusion, mistaken, neighbours, steps_off

HOURS = ("dawn", "noon", "dusk", "night")


@pytest.fixture
def rows():
    pairs = [("dawn", "dawn"), ("dawn", "night"), ("noon", "dusk"), ("noon", "unreadable"), ("night", "noon")]
    return pd.DataFrame({"asked": [{"time": a} for a, _ in pairs], "read": [{"time": r} for _, r in pairs]})


def test_shares_of_what_was_read_sum_to_one_in_every_row(rows):
    shares = confusion(rows, "time", HOURS)
    assert list(shares.index) == ["dawn", "noon", "night"] and list(shares.columns) == [*HOURS, OTHER]
    assert (shares.sum(axis=1) == 1).all()
    assert shares.loc["dawn", "night"] == shares.loc["noon", OTHER] == 0.5


def test_mistakes_are_counted_beside_how_often_they_could_happen(rows):
    first = mistaken(pd.concat([rows, rows[2:3]], ignore_index=True), "time").iloc[0]
    assert list(first) == ["noon", "dusk", 2, 3]


def test_a_ring_has_no_ends(rows):
    assert steps_off(rows, "time", HOURS).tolist()[:3] == [0, 3, 1]
    assert steps_off(rows, "time", HOURS, around=True).tolist()[:3] == [0, 1, 1]
    assert steps_off(rows, "time", HOURS).isna().tolist() == [False, False, False, True, False]


def test_neighbours_stand_beside_their_share_by_chance(rows):
    assert neighbours(rows, "time", HOURS, around=True) == {"wrong": 3, "next": 2 / 3, "by chance": 2 / 3}
    straight = neighbours(rows, "time", HOURS)
    assert straight["next"] == 1 / 3 and straight["by chance"] == pytest.approx((1 + 2 + 1) / 3 / 3)


def test_of_two_values_the_wrong_one_is_always_beside_the_right_one():
    rows = pd.DataFrame({"asked": [{"time": "dawn"}] * 2, "read": [{"time": "dawn"}, {"time": "dusk"}]})
    assert neighbours(rows, "time", ("dawn", "dusk"), around=True) == {"wrong": 1, "next": 1, "by chance": 1}
