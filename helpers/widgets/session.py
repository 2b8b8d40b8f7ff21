"""One person drawing with one model: runs, cancels, remembers, saves. Knows no widget."""

import threading
import time
import warnings
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import torch
from jaxtyping import Int
from PIL import Image
from torch import Tensor

from helpers.checks import check, count
from helpers.files import EXPORTS, free_path
from helpers.models.drawing import Drawing
from helpers.sampling import HOW, Settings
from helpers.show import sheet
from helpers.text import normalise
from helpers.widgets.live import packed

FRAME_SECONDS = 1 / 20
REMEMBERED = 50
_quiet = threading.Lock()  # Python's warning filters are shared by all threads


@dataclass(frozen=True)
class Frame:
    """The pictures as far as they are drawn: `done` of `total` tokens each, after `seconds`."""

    pictures: list[Image.Image]
    done: int
    total: int
    seconds: float

    @cached_property
    def image(self) -> Image.Image:
        """The pictures on one sheet, as they are shown and saved."""
        return sheet(self.pictures, columns(len(self.pictures)), scale=1)

    @property
    def seconds_left(self) -> float:
        """Seconds to the end at the pace so far."""
        return self.seconds / max(self.done, 1) * (self.total - self.done)

    @property
    def finished(self) -> bool:
        """Whether every token is drawn."""
        return self.done == self.total

    @property
    def progress(self) -> str:
        """What a screen reader adds while tokens are missing."""
        return "" if self.finished else f", {self.done} of {self.total} tokens drawn"

    def encoded(self) -> bytes:
        """Pack the pictures: JPEG on the way, PNG once finished."""
        return packed(self.image, "PNG" if self.finished else "JPEG")


@dataclass(frozen=True)
class Entry:
    """A drawing in the history, and the frame that shows it."""

    caption: str
    settings: Settings
    frame: Frame
    drawing: Any


class Session:
    """Drawings made one after another; the last entry of `history` is the one on show, `undone` are those after it."""

    def __init__(self, model, clock: Callable[[], float] = time.monotonic):
        self.model = model
        self.clock = clock
        self.history: list[Entry] = []
        self.undone: list[Entry] = []

    def draw(
        self,
        caption: str,
        settings: Settings,
        show: Callable[[Frame], None],
        stop: threading.Event,
        rest: tuple[Tensor, Tensor] | None = None,
    ) -> Entry:
        """Draw, calling `show` at most 20 times a second and always with the last frame; `stop` ends it early.

        `rest`, (tokens, known), draws only the places of a picture that are not known. Showing takes at most half the
        time. Raises ValueError, in one sentence, for what the model cannot draw.
        """
        began = next_frame = self.clock()
        partial, how = None, self.model.settings(**asdict(settings))
        for partial in quietly(lambda: self._stream(caption, how, rest)):
            started = self.clock()
            if stop.is_set() or partial.done == partial.total:
                break
            if started >= next_frame:
                show(Frame(partial.pictures(), partial.done, partial.total, started - began))
                next_frame = started + max(FRAME_SECONDS, 2 * (self.clock() - started))
        if partial is None:
            raise RuntimeError("the model drew not a single token")
        tokens = partial.tokens
        if rest is not None:  # cancelled: what was not drawn again stays as it was
            tokens = torch.cat([tokens.cpu(), rest[0].reshape(-1)[tokens.shape[1] :].expand(len(tokens), -1)], 1)
        drawing = self.model.drawing(caption, tokens, how)
        if rest is not None:
            drawing = replace(drawing, known=torch.where(rest[1], rest[0].reshape(-1), -1))
        frame = Frame(drawing.pictures, partial.done, partial.total, self.clock() - began)
        entry = Entry(caption, settings, frame, drawing)
        self.add(entry)
        show(frame)
        return entry

    def add(self, entry: Entry) -> None:
        """Show an entry; what was undone is forgotten."""
        self.history, self.undone = [*self.history, entry][-REMEMBERED:], []

    def rank(self) -> Entry:
        """The drawing on show with the pictures that fit its caption best first, by the ranker."""
        if not self.history or not self.history[-1].frame.finished:
            raise ValueError("There is no finished drawing to rank: press Draw first.")
        entry = self.history[-1]
        best = entry.drawing.best(len(entry.frame.pictures))
        self.add(replace(entry, drawing=best, frame=replace(entry.frame, pictures=best.pictures)))
        return self.history[-1]

    def _stream(self, caption: str, settings: Settings, rest: tuple[Tensor, Tensor] | None):
        if rest is None:
            return self.model.stream(caption, **asdict(settings))
        return self.model.stream_rest(caption, *rest, settings)

    def recall(self, caption: str, settings: Settings) -> Entry | None:
        """Show the finished drawing of this caption and these settings again, if it is in the history; else None."""
        for entry in reversed(self.history):
            if (entry.caption, entry.settings) == (caption, settings) and entry.frame.finished:
                self.history = [one for one in self.history if one is not entry] + [entry]
                return entry
        return None

    def undo(self) -> Entry | None:
        """Take the last drawing off and return the one before it, if there is one."""
        if len(self.history) < 2:
            return None
        self.undone.append(self.history.pop())
        return self.history[-1]

    def redo(self) -> Entry | None:
        """Put the drawing that was last undone on show again, if there is one."""
        if not self.undone:
            return None
        self.history.append(self.undone.pop())
        return self.history[-1]

    def export(self, folder: Path = EXPORTS) -> tuple[Path, Path]:
        """Save the drawing on show as PNG and JSON; ValueError if there is none."""
        if not self.history:
            raise ValueError("there is no drawing yet")
        return save(self.history[-1].drawing, folder)


def save(drawing, folder: Path = EXPORTS) -> tuple[Path, Path]:
    """Save a drawing as PNG and JSON, over no other."""
    with free_path(drawing.caption, drawing.settings.seed, folder) as path:
        return drawing.save(path, columns(len(drawing.pictures)))


def save_picture(model, caption: str, tokens: Tensor, settings: Settings, folder: Path) -> tuple[Path, Path]:
    """Save one picture with all of its tokens marked as given, so that drawing it again gives the same."""
    drawing = model.drawing(caption, tokens[None], replace(settings, n=1))
    return save(replace(drawing, known=tokens), folder)


def quietly(ask: Callable):
    """Call `ask` without warnings: a panel shows them as text."""
    with _quiet, warnings.catch_warnings(action="ignore"):
        return ask()


def given(
    model, picture, caption: str | None, index: int, n: int, settings: dict
) -> tuple[Int[Tensor, " tokens"], str, Settings]:
    """Tokens, caption and settings of a picture to work on: one of a Drawing's, an image, or tokens.

    A drawing brings its caption and settings along, where nothing else is said.
    """
    if isinstance(picture, Drawing):
        index = count("index", index, 0, len(picture) - 1)
        own = {name: getattr(picture.settings, name) for name in HOW} | {"seed": picture.settings.seed}
        return picture.tokens[index], worded(caption or picture.caption), model.settings(n, **(own | settings))
    if not caption:
        raise ValueError("a picture of your own needs a caption: say what the model shall read with it")
    return model._tokens(picture).cpu(), worded(caption), model.settings(n, **settings)


def worded(caption: object) -> str:
    """A caption in one line, as a field shows it; empty where nothing is said. A ValueError for what is no text."""
    check(isinstance(caption, str), "caption", caption, "a text")
    return one_line(caption) if caption.strip() and normalise(caption) else ""


def one_line(caption: str) -> str:
    """A caption without its line breaks, and with one space between two words."""
    return " ".join(caption.split())


def columns(n: int) -> int:
    """How many of n pictures stand side by side, on the screen and in saved files."""
    return min(n, 4 if n <= 16 else 8)
