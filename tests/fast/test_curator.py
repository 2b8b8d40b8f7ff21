"""Many designs and the few that are kept, with a fake model and no browser."""

import json

import pandas as pd
import pytest
import torch
from PIL import Image

from helpers.probes import gallery
from helpers.widgets import Curator
from tests.fake import FakeModel

CAPTIONS = ["a red dress", "a blue coat"]


class Ranked(FakeModel):
    """Ranks the later of a drawing's pictures higher."""

    ranker = object()

    def rank(self, caption, pictures):
        """Scores that grow."""
        return torch.arange(len(pictures)) / 10


def make(tmp_path, model=None, n=5, captions=CAPTIONS):
    model = model or Ranked()
    curator = Curator(model, model.draw_each(captions, n=n, seed=7), exports=tmp_path)
    curator.wait(20)
    return curator


def press(curator, key, at):
    curator.wall._handle_custom_msg({"key": key, "at": at}, [])


@pytest.fixture
def curator(tmp_path):
    made = make(tmp_path)
    yield made
    made.close()


def test_all_designs_come_on_the_wall(curator):
    assert curator.status.text.startswith("Done: 10 pictures") and curator.counter.value == "0 of 10 starred, 10 shown"
    assert curator.wall.order == [*range(10)] and len(curator.wall.labels) == 10
    assert sum(says["count"] for says, _ in curator.wall._sheets) == 10


def test_best_first_and_by_caption(curator):
    curator.sort.value = "best first"
    assert curator.wall.order == [4, 9, 3, 8, 2, 7, 1, 6, 0, 5]
    curator.caption.value = "a blue coat"
    assert curator.wall.order == [9, 8, 7, 6, 5]
    curator.sort.value = "as drawn"
    assert curator.wall.order == [5, 6, 7, 8, 9]


def test_without_a_ranker_there_is_one_order(tmp_path):
    assert make(tmp_path, FakeModel()).sort.options == ("as drawn",)


def test_star_filter_and_undo(curator):
    press(curator, "s", 3)
    press(curator, " ", 8)
    assert curator.wall.starred == [3, 8] and curator.counter.value.startswith("2 of 10 starred")
    curator.only.value = True
    assert curator.wall.order == [3, 8]
    press(curator, "s", 3)
    assert curator.wall.order == [8]
    press(curator, "u", 8)
    assert curator.wall.order == [3, 8]
    for _ in range(3):
        curator.undo.click()
    assert curator.wall.starred == [] and curator.undo.disabled and curator.export.disabled


def test_two_side_by_side(curator):
    press(curator, "c", 1)
    assert "choose another" in curator.status.text
    press(curator, "c", 6)
    assert "design 2: 0.10 · a red dress" in curator.live.alt and "design 7" in curator.live.alt
    press(curator, "c", 0)
    assert "design 2" not in curator.live.alt and "design 7" in curator.live.alt


def test_nothing_chosen_is_a_sentence(curator):
    curator.star.click()
    assert curator.status.text.startswith("No design is chosen")


def test_export_saves_pictures_sheet_table_and_what_draws_them_again(curator, tmp_path):
    for at in (8, 2):
        press(curator, "s", at)
    curator.export.click()
    stem = tmp_path / "designs-2-seed-7"
    assert curator.status.text.startswith("Saved") and "designs-2-seed-7.png" in curator.status.text
    rows = pd.read_csv(stem.with_suffix(".csv"))
    assert list(rows["design"]) == [8, 2] and list(rows["index"]) == [3, 2]
    pictures = [Image.open(tmp_path / file).convert("RGB") for file in rows["file"]]
    saved = gallery.load(stem.with_suffix(".json"))
    again = gallery.redraw(curator.model, saved)
    assert [p.tobytes() for p in pictures] == [p.tobytes() for p in again]
    assert json.loads(rows["settings"][0])["guidance"] == 1.0


def test_cancel_keeps_what_is_there(tmp_path):
    model = Ranked()

    def drawings():
        yield from model.draw_each(CAPTIONS, n=2)
        curator.cancelled()
        yield from model.draw_each(CAPTIONS * 9, n=2)

    curator = Curator(model, drawings(), exports=tmp_path)
    curator.wait(20)
    assert curator.status.text.startswith("Cancelled: 6 pictures")
