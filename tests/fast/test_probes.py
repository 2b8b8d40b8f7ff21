"""A probe: captions to pictures to facts to scores, beside a floor and with an interval."""

import random
from types import SimpleNamespace

import pandas as pd
import pytest

from helpers import pictures, probes
from helpers.judge import UNREADABLE

ASKED = [pictures.draw_facts(random.Random(i), "outfit") for i in range(20)]


class Reader:
    """A judge that knows what was painted: the pictures handed to it are their facts."""

    def read(self, images, family):
        return list(images)


class Painter:
    """A model that paints every caption right but for the hat of each second picture."""

    name, judge = "painter", Reader()

    def draw_each(self, captions, n=1, seed=0, **settings):
        by_caption = {pictures.captions(facts)[0]: facts for facts in ASKED}
        for caption in captions:
            facts = by_caption[caption]
            wrong = facts | {"hat": UNREADABLE}
            yield SimpleNamespace(pictures=[facts if i % 2 == 0 else wrong for i in range(n)])


def test_a_row_a_picture_with_what_was_asked_and_read():
    rows = probes.probe(Painter(), ASKED, n=2)
    assert len(rows) == 40 and set(rows.groupby("caption").size()) == {2}
    assert rows[rows["index"] == 0]["right"].all() and not rows[rows["index"] == 1]["right"].any()
    assert (rows[rows["index"] == 1]["share"] == 0.8).all()
    assert all(row.read["hat"] == UNREADABLE for row in rows[rows["index"] == 1].itertuples())


def test_the_floor_is_what_other_captions_would_have_scored():
    rows = probes.probe(Painter(), ASKED)
    low = probes.floor(rows)
    assert rows["share"].mean() == 1 and low["share"].mean() < 0.6 and not low["right"].all()
    assert list(low["read"]) == list(rows["read"])


def test_intervals_are_over_captions_not_pictures():
    few = pd.DataFrame({"caption": ["a", "b", "c", "d"], "right": [True, False, True, True]})
    many = pd.concat([few] * 50)
    assert probes.interval(few) == probes.interval(many)
    mean, low, high = probes.interval(few)
    assert mean == 0.75 and low < mean < high
    assert probes.interval(few[few.right])[1:] == (1, 1)


def test_without_a_judge_the_message_says_how_to_train_one():
    with pytest.raises(ValueError, match=r"no judge.*helpers\.training judge"):
        probes.judged(SimpleNamespace(judge=None, name="tiny"), ASKED, [], [])
