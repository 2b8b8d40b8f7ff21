"""One person drawing with one model: runs, cancels, remembers, saves. Knows nothing of widgets."""

import io
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from helpers.files import EXPORTS, free_path
from helpers.sampling import Settings
from helpers.show import sheet

FRAME_SECONDS = 1 / 20
REMEMBERED = 50


@dataclass(frozen=True)
class Frame:
    """The pictures as far as they are drawn: `done` of `total` tokens each, after `seconds`."""

    image: Image.Image
    done: int
    total: int
    seconds: float

    @property
    def seconds_left(self) -> float:
        """Seconds to the end at the pace so far."""
        return self.seconds / max(self.done, 1) * (self.total - self.done)

    @property
    def finished(self) -> bool:
        """Is every token drawn?"""
        return self.done == self.total

    @property
    def progress(self) -> str:
        """What a screen reader adds while tokens are missing."""
        return "" if self.finished else f", {self.done} of {self.total} tokens drawn"

    def encoded(self) -> bytes:
        """Pack the pictures: JPEG on the way, PNG once finished."""
        packed = io.BytesIO()
        if self.finished:
            self.image.save(packed, "PNG")
        else:
            self.image.save(packed, "JPEG", quality=85, subsampling=0)
        return packed.getvalue()


@dataclass(frozen=True)
class Entry:
    """One drawing as it is remembered, and the frame that shows it."""

    caption: str
    settings: Settings
    frame: Frame
    drawing: Any


class Session:
    """Drawings made one after another; the last entry of `history` is the one on show."""

    def __init__(self, model, clock: Callable[[], float] = time.monotonic):
        self.model = model
        self.clock = clock
        self.history: list[Entry] = []

    def draw(self, caption: str, settings: Settings, show: Callable[[Frame], None], stop: threading.Event) -> Entry:
        """Draw, calling `show` at most 20 times a second and always with the last frame; `stop` ends it early.

        Showing takes at most half of the time. Raises ValueError, in one sentence, for what the model cannot draw.
        """
        began = next_frame = self.clock()
        partial, how = None, self.model.settings(**asdict(settings))
        for partial in self.model.stream(caption, **asdict(how)):
            started = self.clock()
            if stop.is_set() or partial.done == partial.total:
                break
            if started >= next_frame:
                show(_frame(partial, partial.pictures(), started - began))
                next_frame = started + max(FRAME_SECONDS, 2 * (self.clock() - started))
        if partial is None:
            raise RuntimeError("the model drew not a single token")
        drawing = self.model.drawing(caption, partial.tokens, how)
        entry = Entry(caption, settings, _frame(partial, drawing.pictures, self.clock() - began), drawing)
        self.history = [*self.history, entry][-REMEMBERED:]
        show(entry.frame)
        return entry

    def recall(self, caption: str, settings: Settings) -> Entry | None:
        """Put the finished drawing of exactly this on show again, if it is remembered."""
        for entry in reversed(self.history):
            if (entry.caption, entry.settings) == (caption, settings) and entry.frame.finished:
                self.history = [one for one in self.history if one is not entry] + [entry]
                return entry
        return None

    def undo(self) -> Entry | None:
        """Forget the last drawing and return the one before it, if there is one."""
        if len(self.history) < 2:
            return None
        self.history.pop()
        return self.history[-1]

    def export(self, folder: Path = EXPORTS) -> tuple[Path, Path]:
        """Save the drawing on show as PNG and JSON; ValueError if there is none."""
        if not self.history:
            raise ValueError("there is no drawing yet")
        return save(self.history[-1], folder)


def save(entry: Entry, folder: Path = EXPORTS) -> tuple[Path, Path]:
    """Save a drawing as PNG and JSON, over no other."""
    with free_path(entry.caption, entry.settings.seed, folder) as path:
        return entry.drawing.save(path)


def _frame(partial, pictures: list[Image.Image], seconds: float) -> Frame:
    columns = 4 if len(pictures) <= 16 else 8
    return Frame(sheet(pictures, min(columns, len(pictures)), scale=1), partial.done, partial.total, seconds)
