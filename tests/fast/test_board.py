"""Probes as they run, with a fake model and judge and no browser."""

import json
import threading
import time

import pandas as pd
import pytest

from helpers.networks.judge import Judge, JudgeConfig, questions
from helpers.pictures.blanks import Filled
from helpers.probes import probe
from helpers.widgets import Board
from tests.fake import FakeJudge, FakeModel, until
from tests.tiny import make_model

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


def test_rows_are_those_of_the_probe(tmp_path):
    model = FakeModel(judge=FakeJudge(ASKED[0]))
    board = Board(model, GROUPS.items(), n=2, temperature=0.5)
    run(board)
    wanted = probe(model, ASKED, n=2, temperature=0.5)
    shared = [column for column in wanted if column in board.rows]
    assert board.rows[shared].to_dict("records") == wanted.to_dict("records")
    assert board.rows["group"].value_counts().to_dict() == {"seen": 8, "unseen": 4} and len(board.rows) == 12
    assert board.rows["right"].sum() == 2


def test_what_was_drawn_before_is_not_drawn_again(tmp_path):
    model = make_model()
    model._further["judge"] = Judge(JudgeConfig(size=16, width=8, blocks=1, questions=questions(("outfit",)))).eval()
    boards = [Board(model, GROUPS.items(), cache=tmp_path / "cache") for _ in range(2)]
    run(boards[0])
    model.draw_each = lambda captions, **_: pytest.fail("drawn again") if captions else iter(())
    run(boards[1])
    assert boards[1].status.text.startswith("Done: 6 captions") and boards[1].rows.equals(boards[0].rows)


def test_board_runs_and_exports(tmp_path):
    board = make(tmp_path, ceilings={"seen": 0.9}, seed=3)
    assert board.status.text == "Ready: 6 captions in 2 groups, 1 picture each with fake on cpu. Press Start."
    run(board)
    assert board.status.text.startswith("Done: 6 captions in 2 groups")
    assert board.bars.alt.startswith("seen: 25% right (") and "<table" in board.numbers.value
    assert "✗ hat: red, not" in board.live.alt and board.progress.value == 6
    board.export.click()
    path = tmp_path / "probe-seen-unseen-seed-3.csv"
    assert board.status.text == f"Saved {path}."
    saved = pd.read_csv(path)
    assert list(saved["group"]) == list(board.rows["group"]) and json.loads(saved["read"][0])["hat"] == "red"


def test_its_page_has_the_scores_and_pictures_in_words(tmp_path):
    board = make(tmp_path, GROUPS)
    with pytest.raises(ValueError, match="press Start first"):
        board.to_page(tmp_path / "scores")
    run(board)
    said = board.to_page(tmp_path / "scores").read_text("utf-8")
    for label in GROUPS:
        assert f'<th scope="row">{label}</th>' in said
    assert said.count("<img alt=") == said.count("✗ hat: red, not") + said.count("✓ right") > 1
    assert "<td>nan" not in said


class Paced:
    """The time that a fake model waits for: it passes token by token, as it is let."""

    def __init__(self):
        self.asked, self.let = 0, threading.Semaphore(0)

    def __call__(self, _):
        self.asked += 1
        assert self.let.acquire(timeout=20)


def test_pause_cancel_and_again(tmp_path):
    paced = Paced()
    board = Board(FakeModel(sleep=paced, judge=FakeJudge(ASKED[0])), [("seen", ASKED * 4)], exports=tmp_path)
    board.begin.click()
    board.pause.click()
    assert board.pause.description == "Resume" and board.status.text.startswith("Paused")
    paced.let.release(16 + 8)  # the tokens of one caption, and half of another
    until(lambda: board.progress.value == 4)
    time.sleep(0.2)
    assert paced.asked == 16
    board.pause.click()
    until(lambda: paced.asked > 16 + 8)
    board.cancel.click()
    paced.let.release(1000)
    board.wait(20)
    assert board.status.text.startswith("Cancelled after 8 of 24") and len(board.rows) == 8
    assert not board.export.disabled and not board.begin.disabled
    board.begin.click()
    board.wait(20)
    assert board.status.text.startswith("Done: 24 captions") and len(board.rows) == 24


def test_a_pause_that_comes_too_late_changes_nothing(tmp_path):
    board = make(tmp_path)
    run(board)
    board.pause.click()
    assert board.status.text.startswith("Done") and board.pause.description == "Pause"


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


def test_several_models_are_asked_the_same_and_judged_by_one_judge(tmp_path):
    first, second = FakeModel(judge=FakeJudge(ASKED[0])), FakeModel()
    second.name = "other"
    board = Board([first, second], GROUPS.items(), exports=tmp_path, n=2)
    run(board)
    assert board.status.text.startswith("Done: 6 captions in 2 groups, 2 pictures each in")
    assert list(board.rows["group"].unique()) == ["seen, fake", "seen, other", "unseen, fake", "unseen, other"]
    assert board.progress.value == 12 and len(board.rows) == 24 and "seen, other: 25% right" in board.bars.alt
    for name, model in (("fake", first), ("other", second)):
        wanted = probe(model, ASKED, n=2, judge=first.judge)
        rows = board.rows[board.rows["model"] == name]
        assert list(rows["caption"]) == list(wanted["caption"]) and list(rows["tokens"]) == list(wanted["tokens"])
    assert "seen, other" in board.to_page(tmp_path / "scores").read_text("utf-8")
    with pytest.raises(ValueError, match="at least two in a list"):
        Board([first], GROUPS.items())
