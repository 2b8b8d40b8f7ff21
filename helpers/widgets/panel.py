"""What the widgets share: one job at a time in a thread, progress with time left, a status line, a canvas."""

import base64
import mimetypes
import threading
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

import ipywidgets as W
from PIL import Image
from traitlets import Bool, observe

from helpers.files import EXPORTS, relative, why
from helpers.widgets.life import Column
from helpers.widgets.live import Live, Status, packed

WIDEST = 720  # screen pixels of a canvas


class Worker:
    """One job at a time in a thread of its own; a newer job stops the one before it and takes its place."""

    def __init__(self):
        self.stop = threading.Event()
        self._thread: threading.Thread | None = None

    def run(self, job: Callable[[threading.Event], None]) -> None:
        """Start a job; it gets the event that tells it to stop."""
        self.stop.set()
        self.stop = stop = threading.Event()
        self._thread = threading.Thread(target=self._turn, args=(self._thread, job, stop), daemon=True)
        self._thread.start()

    def wait(self, seconds: float | None = None) -> None:
        """Wait until the latest job has ended."""
        if self._thread is not None:
            self._thread.join(seconds)

    def latest(self, stop: threading.Event) -> bool:
        """Whether the job with this event is the latest, so that no other has taken its place."""
        return self.stop is stop

    def _turn(self, before: threading.Thread | None, job: Callable[[threading.Event], None], stop: threading.Event):
        if before is not None:
            before.join()
        if self.latest(stop):
            job(stop)


class Panel(Column):
    """A column of controls for one model; it says on which device it runs, and shows every error as a sentence."""

    def __init__(self, model, exports: Path = EXPORTS):
        super().__init__()
        self.model, self.exports = model, exports
        self.device = f"{model.name} on {model.device}"
        self.busy = False
        self.worker = Worker()
        self._switching = threading.Lock()
        self.live = Live(smooth=True)
        self.progress = W.IntProgress(description="Progress", layout=W.Layout(width="320px"))
        self.time_left = W.Label()
        self.pace = W.HBox([self.progress, self.time_left], layout=W.Layout(visibility="hidden"))
        self.status = Status()
        self.saved = W.HTML()
        self.add_class("daikon-panel")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.device})"

    def run(self, beginning: str, job: Callable[[threading.Event], str]) -> None:
        """Do a job in a thread, in place of any that is running; the sentence that it returns becomes the status."""
        with self._switching:
            self.progress.value, self.time_left.value = 0, ""
            self.status.text = beginning
            self.set_busy(True)
            self.worker.run(lambda stop: self._work(job, stop))

    def wait(self, seconds: float | None = None) -> None:
        """Wait until the job is done."""
        self.worker.wait(seconds)

    def cancelled(self) -> None:
        """Stop the job; what is there stays."""
        self.worker.stop.set()

    def close(self) -> None:
        """End the job and take the panel away."""
        if "worker" in vars(self):  # not where making it has failed
            self.cancelled()
        super().close()

    def save(self, export: Callable[[Path], Sequence[Path]]) -> None:
        """Export into the panel's folder; the status says where, and links let the browser keep a copy."""
        try:
            paths = export(self.exports)
            first, *rest = paths
            self.status.text = f"Saved {relative(first)}" + "".join(f" and its {path.suffix}" for path in rest) + "."
            self.saved.value = "Keep a copy: " + " · ".join(map(_link, paths))
        except (ValueError, OSError) as error:
            self.status.text = unsaved(error)

    def set_busy(self, busy: bool) -> None:
        """Note whether a job is running, and show or hide its progress bar."""
        self.busy = busy
        self.pace.layout.visibility = "visible" if busy else "hidden"

    def report(self, done: int, total: int, seconds_left: float) -> None:
        """Move the progress bar and the time left."""
        with self.progress.hold_sync():
            self.progress.max, self.progress.value = total, done
        self.time_left.value = "" if done == total else f"{seconds_left:.0f} s left"

    def _work(self, job: Callable[[threading.Event], str], stop: threading.Event) -> None:
        try:
            said = job(stop)
        except ValueError as error:
            said = str(error)
        except Exception as error:
            said = f"The drawing stopped: {type(error).__name__}: {error}"
        with self._switching:
            if self.worker.latest(stop):
                self.status.text, self.time_left.value = said, ""
                self.set_busy(False)


def _link(path: Path) -> str:
    """HTML that hands a file to the browser, which may run on another machine than the kernel."""
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    data = base64.b64encode(path.read_bytes()).decode()
    return f'<a download="{escape(path.name)}" href="data:{kind};base64,{data}">{escape(path.name)}</a>'


def put(live: Live, image: Image.Image, alt: str, width: int | None = None) -> None:
    """Show an image on a canvas, `width` screen pixels wide, or as wide as it is."""
    with live.hold_sync():
        live.alt, live.width, live.frame = alt, width or min(image.width, WIDEST), packed(image)


class Button(W.Button):
    """A button that keeps the focus while it is disabled: the browser marks it as off and refuses its clicks."""

    disabled = Bool(False)  # not synced: a button that the browser disables loses the focus

    @observe("disabled")
    def _mark(self, change: dict) -> None:
        (self.add_class if change["new"] else self.remove_class)("daikon-off")


def button(words: str, tooltip: str, on_click: Callable[[], None], **options) -> Button:
    """A button with words on it."""
    made = Button(description=words, tooltip=tooltip, layout=W.Layout(width="auto", min_width="6em"), **options)
    made.on_click(lambda _: on_click())
    return made


def noticed(model, caption: str) -> list[str]:
    """The model's notices about a caption as sentences: it is cut, or has words that are new to the model."""
    return [f"{notice[0].upper()}{notice[1:]}." for notice in model.notices(caption)]


def unsaved(error: ValueError | OSError) -> str:
    """A sentence that says that nothing was saved, and why."""
    return f"Nothing was saved: {why(error) if isinstance(error, OSError) else error}."


def pictures(n: int) -> str:
    """How many pictures, in words."""
    return f"{n} picture" if n == 1 else f"{n} pictures"
