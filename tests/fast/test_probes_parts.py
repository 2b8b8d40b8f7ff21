"""Which part of a caption is right, and captions of which two parts vary."""

import random

import pandas as pd
import pytest

from helpers import pictures, probes
from helpers.probes.crossings import across, drawn, truth
from helpers.probes.parts import parts, right_in
from tests.fake import FakeModel

FOX = {"family": "scene", "medium": "illustration", "animal": "fox"}


def question(place, time, read):
    facts = pictures.complete(FOX | {"place": place, "time": time}, random.Random(0))
    return {"caption": f"{place} {time}", "facts": facts, "read": facts | read}


@pytest.fixture
def rows():
    return pd.DataFrame(
        [
            question("on the beach", "at night", {"lamps": "out"}),
            question("on the beach", "at dusk", {"time": "at night"}),
            question("in the city", "at night", {"place": "on the beach"}),
        ]
    )


def test_parts_are_scored_one_by_one_and_together(rows):
    table = parts(rows, {"place": ("place",), "time": ("time",), "both": ("place", "time")}, rows).set_index("part")
    assert table["score"].tolist() == table["ceiling"].tolist() == pytest.approx([2 / 3, 2 / 3, 1 / 3])
    assert (table["n"] == 3).all()


def test_a_floor_asks_of_each_picture_what_every_other_caption_asked(rows):
    floors = parts(rows, {"place": ("place",), "both": ("place", "time")})["floor"]
    assert floors.tolist() == pytest.approx([(1 + 1 + 2) / 6, (0 + 1 + 1) / 6])


def test_what_is_unsaid_counts_too(rows):
    assert right_in(rows, ("lamps",)).tolist() == [False, True, True]


def test_rows_meet_columns_in_captions_pictures_and_paintings():
    crossing = across(FOX, {"place": ("on the beach", "in the city")}, {"time": ("at dawn", "at night")})
    assert list(crossing) == ["on the beach", "in the city"]
    assert [facts["time"] for facts in crossing["in the city"]] == ["at dawn", "at night"]
    found, paintings = drawn(FakeModel(), crossing), truth(crossing, 32)
    assert (
        found["in the city"][1].tobytes()
        == FakeModel().draw(pictures.captions(crossing["in the city"][1])[0], n=1).pictures[0].tobytes()
    )
    assert list(paintings) == ["painted: on the beach", "painted: in the city"]
    assert (
        paintings["painted: on the beach"][1].tobytes()
        == probes.painted(crossing["on the beach"][1], 32, 0, 0).tobytes()
    )
