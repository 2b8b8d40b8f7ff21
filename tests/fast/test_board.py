"""Probes as they run, with a fake model and judge and no browser."""

import json
import time

import pandas as pd
import pytest

from helpers.widgets import Board
from helpers.widgets.blanks import Filled
from helpers.widgets.tally import listed, table, tallies
from tests.fake import FakeJudge, FakeModel

COLORS = ("red", "green", "yellow", "blue", "black", "white")
ASKED = [Filled.first("outfit").put("hat", color).facts for color in COLORS]
GROUPS = {"seen": ASKED[:4], "unseen": ASKED[4:]}


def make(tmp_path, groups=GROUPS, seconds=0.0, judge=True, **options):
    """A board whose judge reads a red hat in every picture."""
    model = FakeModel(seconds, judge=FakeJudge(ASKED[0]) if judge else None)
    return Board(model, groups.items(), exports=tmp_path, **options)


def run(board):
    board.begin.click()
    board.wait(20)


def test_groups_take_turns():
    assert [label for label, _ in listed(GROUPS.items())] == ["seen", "unseen", "seen", "unseen", "seen", "seen"]


def test_pieces_make_up_the_whole():
    model = FakeModel(judge=FakeJudge(ASKED[0]))
    found = list(tallies(model, listed(GROUPS.items()), n=2))
    assert [tally.done for tally in found] == [4, 6] and found[-1].total == 6
    rows = found[-1].rows
    assert len(rows) == 12 and rows["right"].sum() == 2 and list(rows["index"][:4]) == [0, 1, 0, 1]
    assert rows["group"].value_counts().to_dict() == {"seen": 8, "unseen": 4}
    assert [row["caption"] for _, row in found[-1].latest] == list(rows["caption"][-8:])


def test_time_left_follows_the_pace():
    now = iter(range(0, 100, 2))
    tally = next(tallies(FakeModel(judge=FakeJudge(ASKED[0])), listed(GROUPS.items()), clock=lambda: float(next(now))))
    assert (tally.seconds, tally.seconds_left) == (2.0, 1.0)


def test_scores_stand_beside_floor_and_ceiling():
    rows = list(tallies(FakeModel(judge=FakeJudge(ASKED[0])), listed(GROUPS.items())))[-1].rows
    found = table(rows, {"seen": 0.9})
    assert found.loc["seen", "score"] == 0.25 and found.loc["seen", "captions"] == 4
    assert found.loc["seen", "low"] <= 0.25 <= found.loc["seen", "high"]
    assert found.loc["seen", "ceiling"] == 0.9 and pd.isna(found.loc["unseen", "ceiling"])
    assert found.loc["unseen", "floor"] == 0


def test_board_runs_and_exports(tmp_path):
    board = make(tmp_path, ceilings={"seen": 0.9}, seed=3)
    assert board.status.text == "Ready: 6 captions in 2 groups, 1 picture each with fake on cpu. Press Start."
    run(board)
    assert board.status.text.startswith("Done: 6 captions in 2 groups")
    assert board.bars.alt.startswith("seen: 25% right (") and "<table" in board.numbers.value
    assert "✗ hat: red, not" in board.live.alt and board.progress.value == 6
    board.export.click()
    path = tmp_path / "probe-seen-unseen-seed-3.csv"
    assert board.status.text == f"Saved 6 rows in {path}."
    saved = pd.read_csv(path)
    assert list(saved["group"]) == list(board.rows["group"]) and json.loads(saved["read"][0])["hat"] == "red"


def test_pause_cancel_and_again(tmp_path):
    board = make(tmp_path, {"seen": ASKED * 4}, seconds=0.005)
    board.begin.click()
    board.pause.click()
    assert board.pause.description == "Resume" and board.status.text.startswith("Paused")
    while board.rows.empty:
        time.sleep(0.01)
    time.sleep(0.3)
    assert board.progress.value == 4
    board.pause.click()
    while board.progress.value == 4:
        time.sleep(0.01)
    board.cancel.click()
    board.wait(20)
    assert board.status.text.startswith("Cancelled after") and 4 < len(board.rows) < 24
    assert not board.export.disabled and not board.begin.disabled


def test_cancel_while_paused(tmp_path):
    board = make(tmp_path, {"seen": ASKED * 4})
    board.begin.click()
    board.pause.click()
    board.cancel.click()
    board.wait(20)
    assert board.status.text.startswith(("Cancelled", "Done"))


@pytest.mark.parametrize(
    "groups, judge, said", [(GROUPS, False, "fake has no judge"), ({}, True, "There is no caption to draw")]
)
def test_what_cannot_run_is_a_sentence(tmp_path, groups, judge, said):
    board = make(tmp_path, groups, judge=judge)
    run(board)
    assert board.status.text.startswith(said) and board.export.disabled
