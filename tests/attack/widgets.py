"""What is done to widgets: odd arguments and pictures, closed and made again in the middle of their work."""

import itertools
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch
from PIL import Image

from helpers.checks import check
from helpers.pictures.blanks import Filled
from helpers.widgets import Board, Canvas, Chat, Curator, Gallery, Inspector, Sentence, Studio, life
from tests.attack.cases import Case
from tests.attack.inputs import CAPTIONS, NUMBERS, model
from tests.fake import FakeJudge, FakeModel

ENDS = 20.0  # seconds after which the thread of a closed widget is gone, on a busy machine
PATIENT = 60.0  # seconds for a widget to do its work
FACTS = {"family": "counting", "counted": "cup", "count": 2, "layout": "first", "table": "oak"}
PICTURES = [
    *(None, 3, "", "missing.png", b"", [], {}, np.zeros((0, 4)), np.zeros((4, 4), object), np.full((4, 4), np.nan)),
    *(np.full((4, 4), 16), torch.full((16,), -1), torch.zeros(4, 4, device="meta"), Image.new("RGB", (0, 0))),
]


def cases(folder: Path) -> Iterator[Case]:
    """Every widget with odd arguments; every widget that works, stopped in every way."""
    tiny = model()
    picture = torch.zeros(16, dtype=torch.long)
    makes = {
        "Studio": partial(Studio, tiny, exports=folder),
        "Sentence": partial(Sentence, tiny, exports=folder),
        "Canvas": partial(Canvas, tiny, picture, "a fox", exports=folder),
        "Inspector": partial(Inspector, tiny, picture, "a fox", exports=folder),
        "Chat": partial(Chat, tiny, exports=folder),
        "Board": partial(Board, tiny, [("all", [FACTS])], exports=folder, cache=None),
    }
    for (name, make), argument, value in itertools.product(makes.items(), ("n", "seed"), NUMBERS):
        if (name, argument) == ("Inspector", "n"):
            continue
        low = 1 if argument == "n" else 0
        plain = type(value) is int and low <= value <= 100
        wanted = "take" if plain else "either" if _whole(value, low) else "refuse"
        attack = partial(lambda make, given: make(**given), make, {argument: value})
        yield Case(f"{name}({argument}={value!r:.30})", attack, wanted, partial(_says, argument, value))
    for caption in CAPTIONS:
        wanted = "either" if isinstance(caption, str) else "refuse"
        yield Case(f"Studio({caption!r:.30})", partial(_drawn, tiny, caption), wanted, seconds=90)
        yield Case(f"Chat hears {caption!r:.30}", partial(_heard, tiny, caption), "either", seconds=90)
    for widget, given in itertools.product((Canvas, Inspector), PICTURES):
        yield Case(f"{widget.__name__}({given!r:.30})", partial(widget, tiny, given, "a fox"), "refuse")
        yield Case(f"{widget.__name__} without a caption", partial(widget, tiny, picture), "refuse")
    for groups in (None, 3, "all", [3], [("all", None)], [("all", 3)], [("all", [3])], [("all", [{}])], [(1, 2, 3)]):
        yield Case(f"Board({groups!r:.30})", partial(_boarded, tiny, groups), "refuse", seconds=90)
    for drawings in (None, 3, "a fox", [3], [None]):
        yield Case(f"Curator({drawings!r:.30})", partial(_curated, tiny, drawings), "refuse", seconds=90)
    for name, begin in WORKING.items():
        for how, end in ENDINGS.items():
            for moment in (0.0, 0.05, 0.2):
                attack = partial(_ended, begin, end, moment)
                yield Case(f"{name}, {how} after {moment} s", attack, "take", lambda ended: ended is True)


def _whole(value, low: int) -> bool:
    try:
        return not isinstance(value, bool | np.bool_) and low <= value.__index__()
    except (AttributeError, TypeError, ValueError):
        return False


def _says(argument: str, value, widget) -> bool:
    """Whether the fields of a widget, where it has some, say what was asked for."""
    fields = getattr(widget, "fields", None)
    return fields is None or getattr(fields.settings, argument) == int(value)


def _drawn(tiny, caption) -> str:
    studio = Studio(tiny, caption, n=1)
    studio.start()
    studio.wait(PATIENT)
    return _sentence(studio)


def _heard(tiny, sentence) -> str:
    chat = Chat(tiny, n=1)
    chat.prompt.value = sentence if isinstance(sentence, str) else str(sentence)
    chat.start()
    chat.wait(PATIENT)
    return _sentence(chat)


def _boarded(tiny, groups) -> None:
    board = Board(tiny, groups, cache=None)
    board.start()
    board.wait(PATIENT)
    _refused(board)


def _curated(tiny, drawings) -> None:
    curator = Curator(tiny, drawings)
    curator.wait(PATIENT)
    _refused(curator)


def _sentence(panel) -> str:
    """What a panel says at the end; it may not be an error of another library."""
    said = panel.status.text
    assert said and "\n" not in said and "stopped: " not in said and not panel.busy, said
    return said


def _refused(panel) -> None:
    """Raise what a panel says as its own error, so that it is counted as a sentence."""
    said = _sentence(panel)
    if not said.startswith("Done"):
        check(False, "it", said, "another")


# what works, and is stopped


def _studio() -> Studio:
    studio = Studio(FakeModel(0.05), "a red cube", n=1)
    studio.start()
    return studio


def _sentence_at_work() -> Sentence:
    sentence = Sentence(FakeModel(0.05), n=1)
    sentence.start()
    return sentence


def _board() -> Board:
    facts = Filled.first("outfit").facts
    board = Board(FakeModel(0.01, judge=FakeJudge(facts)), [("all", [facts] * 9)])
    board.start()
    return board


def _paused_board() -> Board:
    board = _board()
    board.pause.click()
    return board


def _curator() -> Curator:
    fake = FakeModel(0.01)
    return Curator(fake, (fake.draw("a red cube", 1, seed) for seed in range(20)))


def _gallery() -> Gallery:
    entry = {"caption": "a red cube", "seed": 0, "index": 0, "settings": {}, "failures": ["odd"]}
    gallery = Gallery(FakeModel(0.05), {"model": "fake", "checkpoint": None, "entries": [entry] * 9})
    gallery.export.click()
    return gallery


def _chat() -> Chat:
    chat = Chat(FakeModel(0.05), n=1)
    chat.say("an emoji of a penguin wearing a red hat")
    return chat


WORKING: dict[str, Callable] = {
    "Studio": _studio,
    "Sentence": _sentence_at_work,
    "Board": _board,
    "paused Board": _paused_board,
    "Curator": _curator,
    "Gallery": _gallery,
    "Chat": _chat,
}


def _made_again(panel, begin: Callable) -> None:
    """Run the cell again that made it."""
    life._made["cell"] = [weakref.ref(panel)]
    shell = SimpleNamespace(user_ns={}, displayhook=SimpleNamespace())
    before, life.get_ipython = life.get_ipython, lambda: shell
    try:
        life.end_former(SimpleNamespace(cell_id="cell"))
    finally:
        life.get_ipython = before
    begin().close()


def _stormed(panel, begin: Callable) -> None:
    """Press everything many times, then close."""
    for _ in range(30):
        for name in ("draw", "begin", "cancel", "pause", "next_seed", "export", "undo", "redo"):
            if hasattr(getattr(panel, name, None), "click"):
                getattr(panel, name).click()
    panel.close()


ENDINGS: dict[str, Callable] = {
    "closed": lambda panel, begin: panel.close(),
    "closed twice": lambda panel, begin: [panel.close(), panel.close()],
    "its cell run again": _made_again,
    "a storm of clicks": _stormed,
}


def _ended(begin: Callable, end: Callable, moment: float) -> bool:
    """Whether no thread is left some seconds after a widget was ended."""
    panel = begin()
    time.sleep(moment)
    end(panel, begin)
    deadline = time.monotonic() + ENDS
    while threading.active_count() > 1 and time.monotonic() < deadline:
        time.sleep(0.01)
    return threading.active_count() == 1
