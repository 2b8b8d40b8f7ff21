"""Labeller: one picture after another, and a key for what it is: right, wrong, or which kind of failure."""

import os
from html import escape

import ipywidgets as W

from helpers.files import relative
from helpers.models.drawing import Drawing
from helpers.probes.labels import KEYS, RIGHT, WRONG, Labels
from helpers.widgets.life import Column
from helpers.widgets.live import Live, Status
from helpers.widgets.panel import button, pictures, put, unsaved

SIDE = 384  # screen pixels of the picture
UNDO = "u"
ALL_KEYS = [*KEYS, UNDO, "R", "W", "U"]  # capitals, too, in case Caps Lock is on
STYLES = {RIGHT: "success", WRONG: "warning"}


class Labeller(Column):
    """Label the pictures of some drawings in a CSV, one key press each; it resumes where it was left."""

    def __init__(self, drawings: list[Drawing], path: str | os.PathLike):
        super().__init__()
        self.labels = Labels(path, drawings)
        self.live = Live(width=SIDE, smooth=True, takes=ALL_KEYS)
        self.live.on_msg(lambda _, content, __: self.press(content["key"]))
        self.caption, self.status = W.HTML(), Status()
        self.progress = W.IntProgress(max=len(self.labels.items), description="Labelled")
        self.says = {label: self._button(key, label) for key, label in KEYS.items()}
        self.undo = button(f"Undo ({UNDO})", "Take the last label back", lambda: self.press(UNDO))
        self.hooks("live", "caption", "progress", "undo", "status")
        row = W.Layout(flex_flow="row wrap")
        first = W.Box([self.says[RIGHT], self.says[WRONG], self.undo], layout=row)
        kinds = W.Box([made for label, made in self.says.items() if label not in (RIGHT, WRONG)], layout=row)
        self.children = [self.caption, self.live, first, kinds, self.progress, self.status]
        self._show()

    def __repr__(self) -> str:
        labels = self.labels
        return f"Labeller({len(labels.said)} of {pictures(len(labels.items))} in {relative(labels.path)})"

    def press(self, key: str) -> None:
        """Do what a key stands for."""
        try:
            if key.lower() == UNDO:
                self._show("" if self.labels.undo() else "There is no label to take back. ")
            else:
                self.labels.say(KEYS[key.lower()])
                self._show()
        except (ValueError, OSError) as error:
            self.status.text = unsaved(error)

    def _button(self, key: str, label: str) -> W.Button:
        tip, style = f"{label}: press {key} in the picture", STYLES.get(label, "")
        made = button(f"{label} ({key})", tip, lambda: self.press(key), button_style=style)
        made.layout.width = "auto"  # as wide as its words
        return made

    def _show(self, first: str = "") -> None:
        """Show the next picture to label and the progress; `first` begins the status line."""
        place, total = self.labels.place, len(self.labels.items)
        self.progress.value, self.undo.disabled = len(self.labels.said), not self.labels.said
        for made in self.says.values():
            made.disabled = place is None
        if place is None:
            self.live.frame, self.live.alt, self.caption.value = b"", "no picture left", ""
            self.status.text = f"{first}All {pictures(total)} are labelled, in {relative(self.labels.path)}."
            return
        said = self.labels.items[place]["caption"]
        self.caption.value = f"Does it show <b>{escape(said)}</b>?"
        put(self.live, self.labels.pictures[place], f"a picture drawn from “{said}”", SIDE)
        self.status.text = (
            f"{first}Picture {place + 1} of {total}, “{said}”. Click the picture, then r right, w wrong, "
            f"1–9, 0, - or = for a kind of failure, u undo."
        )
