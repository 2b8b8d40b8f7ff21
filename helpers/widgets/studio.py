"""Studio: a sentence, a Draw button, and the pictures while they are being drawn."""

import threading
from collections.abc import Callable
from pathlib import Path

import ipywidgets as W

from helpers.files import EXPORTS
from helpers.page import Still
from helpers.sampling import Settings
from helpers.widgets.fields import Fields
from helpers.widgets.panel import WIDEST, Panel, button, noticed, pictures
from helpers.widgets.session import Entry, Frame, Session, one_line, worded

NARROWEST = 256  # screen pixels of the canvas


class Studio(Panel):
    """Draw what a sentence says, live; cancel, rank, undo, redo, export PNG + JSON. Works with the keyboard alone."""

    def __init__(self, model, caption: str = "", n: int = 8, seed: int = 0, exports: Path = EXPORTS):
        super().__init__(model, exports)
        self.session = Session(model)
        self.fields = Fields(model.settings(n, seed))
        self.prompt = W.Text(
            worded(caption),
            description="Caption",
            placeholder="a penguin in a blue hat",
            layout=W.Layout(width="min(720px, 98%)"),
        )
        self.prompt.on_msg(self._on_prompt_message)
        self.draw = button("Draw", "Draw what the caption says", self.start, button_style="primary")
        self.cancel = button("Cancel", "Stop; what is drawn stays", self.cancelled, disabled=True)
        self.next_seed = button("Next seed", "Draw other pictures of the same caption", self._draw_next_seed)
        self.rank = button(
            "Rank", "The pictures that fit the caption best first, by the ranker", self._rank, disabled=True
        )
        self.undo = button("Undo", "Back to the drawing before", lambda: self._turn(self.session.undo), disabled=True)
        self.redo = button("Redo", "Forward to what was undone", lambda: self._turn(self.session.redo), disabled=True)
        self.export = button("Export", "Save as PNG with its JSON", self._export, disabled=True)
        self.status.text = f"Ready: {self.device}. Describe pictures, then press Draw or Enter."
        self.hooks(
            "prompt", "draw", "cancel", "next_seed", "rank", "undo", "redo", "export", "live", "progress", "status"
        )
        all_buttons = [self.draw, self.cancel, self.next_seed, self.rank, self.undo, self.redo, self.export]
        buttons = W.Box(all_buttons, layout=W.Layout(flex_flow="row wrap"))
        self.children = [self.prompt, self.fields, buttons, self.pace, self.status, self.saved, self.live]

    def start(self) -> None:
        """Begin to draw what the fields say, in a thread of its own."""
        if self.busy:
            self.status.text = "Still drawing: press Cancel first."
            return
        caption, settings = one_line(self.prompt.value), self.fields.settings
        beginning = f"Drawing {pictures(settings.n)} with {self.device} …"
        self.run(beginning, lambda stop: self._draw(caption, settings, stop))

    def to_page(self, path: str | Path) -> Path:
        """Write the drawing on show as one HTML file; ValueError where there is none."""
        if not self.session.history:
            raise ValueError("there is no drawing yet: press Draw first")
        return Still.sheet(self.session.history[-1].drawing).to_page(path)

    def set_busy(self, busy: bool) -> None:
        """Switch the buttons: while drawing, only Cancel."""
        super().set_busy(busy)
        self.cancel.disabled = not busy
        self.draw.disabled = self.next_seed.disabled = busy
        self.undo.disabled = busy or len(self.session.history) < 2
        self.redo.disabled = busy or not self.session.undone
        self.rank.disabled = busy or not self.session.history or self.model.ranker is None
        self.export.disabled = busy or not self.session.history

    def _draw(self, caption: str, settings: Settings, stop: threading.Event) -> str:
        entry = self.session.draw(caption, settings, lambda frame: self._show(caption, settings, frame), stop)
        return " ".join([summary(entry, self.device), *noticed(self.model, caption)])

    def _show(self, caption: str, settings: Settings, frame: Frame) -> None:
        with self.live.hold_sync():
            self.live.alt = f"{pictures(settings.n)} of “{caption}”{frame.progress}"
            self.live.width = min(max(NARROWEST, 2 * frame.image.width), WIDEST)
            self.live.frame = frame.encoded()
        self.report(frame.done, frame.total, frame.seconds_left)

    def _draw_next_seed(self) -> None:
        if not self.busy:
            self.fields["seed"].value += 1
            self.start()

    def _rank(self) -> None:
        if not self.busy:
            self.run(f"Ranking with {self.device} …", lambda stop: self._ranked())

    def _ranked(self) -> str:
        entry = self.session.rank()
        self._show(entry.caption, entry.settings, entry.frame)
        return f"Best first: {pictures(entry.settings.n)} of “{entry.caption}” as the ranker orders them."

    def _turn(self, to: Callable[[], Entry | None]) -> None:
        """Show the drawing before or after."""
        entry = None if self.busy else to()
        if entry is None:
            return
        self.prompt.value, self.fields.settings = entry.caption, entry.settings
        self._show(entry.caption, entry.settings, entry.frame)
        self.status.text = f"On show: “{entry.caption}”, seed {entry.settings.seed}."
        self.set_busy(False)

    def _export(self) -> None:
        self.save(self.session.export)

    def _on_prompt_message(self, _, content: dict, buffers: list) -> None:
        if content.get("event") == "submit":
            self.start()


def summary(entry: Entry, device: str) -> str:
    """How the drawing went, in a sentence."""
    frame = entry.frame
    if frame.finished:
        return f"Done: {pictures(entry.settings.n)} of “{entry.caption}” in {frame.seconds:.1f} s with {device}."
    return f"Cancelled at {frame.done} of {frame.total} tokens; what was drawn stays."
