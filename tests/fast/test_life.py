"""Widgets end: closed by hand or by running their cell again, with a fake kernel, a fake model and no browser."""

import gc
import inspect
import threading
import time
import weakref
from types import SimpleNamespace

import pytest
from ipywidgets import widget

from helpers.pictures.blanks import Filled
from helpers.widgets import Board, Canvas, Chat, Curator, Gallery, Inspector, Labeller, Sentence, Studio, life
from helpers.widgets.panel import Button, button
from helpers.widgets.talk import Talk
from tests.fake import FakeJudge, FakeModel, until

ASKED = Filled.first("outfit").facts


def alive(name="Thread-"):
    return [thread for thread in threading.enumerate() if thread.name.startswith(name) and "_turn" in thread.name]


def test_a_closed_studio_draws_no_more():
    model = FakeModel(seconds_per_token=0.05)
    studio = Studio(model, "a red cube", n=1)
    studio.start()
    while studio.progress.value < 2:
        time.sleep(0.01)
    studio.close()
    studio.wait(5)
    assert studio.progress.value < 16 and not alive()


def test_a_paused_board_that_is_closed_ends_its_thread():
    board = Board(FakeModel(0.01, judge=FakeJudge(ASKED)), [("all", [ASKED] * 3)])
    board.begin.click()
    board.pause.click()
    board.close()
    board.wait(10)
    assert not alive()


def panels(tiny):
    """One of each kind, with something done."""
    fake, drawing = FakeModel(judge=FakeJudge(ASKED)), tiny.draw("a red cube", n=2, seed=0)
    chat = Chat(fake, n=1)
    chat.say("a penguin wearing a blue hat")
    canvas = Canvas(tiny, drawing, n=1)
    canvas.mark([3, 4])
    board = Board(fake, [("all", [ASKED])], cache=None)
    studio = Studio(fake, "a red cube", n=2)
    for one in (canvas, studio, board):
        one.start()
    gallery = Gallery(fake, {"model": "fake", "checkpoint": None, "entries": []})
    curator = Curator(fake, fake.draw_each(["a red cube"], n=4))
    return [studio, Sentence(fake, n=1), board, gallery, Inspector(tiny, drawing), canvas, curator, chat]


def nothing_left(kept):
    gc.collect()  # a thread that has just ended holds its panel for a moment
    return not any(ref() for ref in kept)


@pytest.mark.slow
def test_ten_of_each_kind_made_and_closed_leave_nothing(tiny):
    def make():
        made = panels(tiny)
        for one in made:
            one.wait(20)
            one.close()
            one.close()
        return [weakref.ref(one) for one in made] + [weakref.ref(one.worker) for one in made]

    first = make()
    until(lambda: nothing_left(first))
    before = len(widget._instances)
    kept = [ref for _ in range(10) for ref in make()]
    until(lambda: nothing_left(kept))
    assert len(widget._instances) == before and not alive()


@pytest.fixture
def shell(monkeypatch):
    """A kernel that runs cells: `run(id, what)` runs one, whose last expression is in its history of outputs."""

    class Displayhook:
        pass

    callbacks = {"pre_run_cell": []}
    shell = SimpleNamespace(user_ns={"_oh": {}}, displayhook=Displayhook(), cell=None)
    shell.events = SimpleNamespace(
        callbacks=callbacks, register=lambda name, function: callbacks[name].append(function)
    )
    shell.get_parent = lambda: {"metadata": {"cellId": shell.cell}}

    def run(cell, what):
        shell.cell = cell
        for function in callbacks["pre_run_cell"]:
            function(SimpleNamespace(cell_id=cell))
        made = what()
        shell.user_ns["_oh"][len(shell.user_ns["_oh"])] = shell.user_ns["_"] = shell.displayhook._ = made
        return weakref.ref(made) if made is not None else None

    shell.run = run
    monkeypatch.setattr(life, "get_ipython", lambda: shell)
    monkeypatch.setattr(life, "_made", {})
    return shell


def drawing():
    studio = Studio(FakeModel(seconds_per_token=0.05), "a red cube", n=1)
    studio.start()
    return studio


def test_running_a_cell_again_ends_what_it_made(shell):
    first = shell.run("a", drawing)
    other = shell.run("b", drawing)
    shell.run("a", drawing)
    time.sleep(0.5)
    gc.collect()
    assert first() is None and other() is not None and len(alive()) == 2
    shell.run("a", lambda: None)
    shell.run("b", lambda: None)
    time.sleep(0.5)
    gc.collect()
    assert other() is None and not alive()


def test_names_of_the_user_stay(shell):
    made = shell.run("a", lambda: Studio(FakeModel()))
    shell.user_ns["mine"] = made()
    shell.run("a", lambda: None)
    assert shell.user_ns["mine"] is made() and shell.user_ns["_oh"][0] == ""


@pytest.mark.parametrize("asked, said", [({"seed": 2**60}, "seed is"), ({"n": 2000}, "n is 2000")])
def test_what_a_field_cannot_hold_is_refused(asked, said):
    with pytest.raises(ValueError, match=said):
        Studio(FakeModel(), **asked)


def unchecked(widget, *given, **how):
    """Make a widget as it is made outside of tests, where nothing checks types."""
    made = widget.__new__(widget)
    inspect.unwrap(widget.__init__)(made, *given, **how)
    return made


ODD = [("n", 0), ("n", -3), ("n", True), ("seed", -1), ("seed", 2**70), ("seed", True)]


@pytest.mark.parametrize("widget", [Studio, Sentence, Chat, Board])
@pytest.mark.parametrize("name, value", ODD)
def test_odd_numbers_are_refused_where_a_widget_is_made(widget, name, value):
    groups = ([("all", [ASKED])],) if widget is Board else ()
    with pytest.raises(ValueError, match=f"^{name} is "):
        unchecked(widget, FakeModel(), *groups, **{name: value})


def test_a_talk_draws_as_many_as_are_asked_for_or_says_how_many_it_can():
    for n in (17, 100):
        with pytest.raises(ValueError, match=f"n is {n}; give a whole number from 1 to 16"):
            Chat(FakeModel(), n=n)
    talk = Talk(n=2)
    talk.hear("a red cube")
    for sentence, said in {"99 more": "16 of the 99", "99 개 더": "99"}.items():
        turn = talk.hear(sentence)
        assert (turn.n, turn.more) == (16, True) and said in turn.say and "16" in turn.say


@pytest.mark.parametrize("groups", [3, "all", [3], [("all", None)], [("all", 3)], [(1, 2, 3)]], ids=str)
def test_a_board_asks_for_pairs_of_a_label_and_facts(groups):
    with pytest.raises(ValueError, match=r"groups is .*; give pairs of a label and the facts of many pictures"):
        unchecked(Board, FakeModel(), groups)


def test_a_curator_asks_for_drawings():
    for drawings in (3, "a fox"):
        with pytest.raises(ValueError, match=f"drawings is {drawings!r}; give several in a list"):
            unchecked(Curator, FakeModel(), drawings)
    curator = Curator(FakeModel(), [3])
    curator.wait(5)
    assert curator.status.text == "a drawing is 3; give what model.draw gives"


@pytest.mark.parametrize("caption", [3, b"a fox", ["a fox"], None, "\ud800"])
def test_a_field_shows_text(caption):
    with pytest.raises(ValueError, match="caption"):
        unchecked(Studio, FakeModel(), caption)


def test_what_it_can_hold_is_kept():
    studio = Studio(FakeModel(), n=100, seed=2**40)
    assert (studio.fields.settings.n, studio.fields.settings.seed) == (100, 2**40)


def test_a_button_that_is_off_is_not_disabled_in_the_browser():
    made = button("Draw", "", lambda: None, disabled=True)
    assert made.disabled and "disabled" not in made.get_state() and "daikon-off" in made._dom_classes
    made.disabled = False
    assert "daikon-off" not in made._dom_classes and isinstance(made, Button)


def test_every_panel_is_a_column():
    assert issubclass(Labeller, life.Column) and issubclass(Studio, life.Column)
