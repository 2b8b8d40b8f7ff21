"""Sentence: the announcement's figures, a sentence with drop-downs in it, drawn anew at every change."""

import dataclasses
import json
import random
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import anywidget
import ipywidgets as W
from PIL import Image
from traitlets import Dict, List

from helpers import pictures as world
from helpers.files import EXPORTS, free_path, write_atomically
from helpers.models.drawing import png
from helpers.page import Still
from helpers.pictures.blanks import Filled, choices, titles
from helpers.probes.marks import RIGHT, mark
from helpers.sampling import Settings
from helpers.show import captioned, headed, sheet
from helpers.widgets.fields import Fields
from helpers.widgets.live import Live, script
from helpers.widgets.panel import WIDEST, Panel, button, noticed, pictures, put
from helpers.widgets.session import Entry, Frame, Session
from helpers.widgets.studio import summary

COLUMNS = 4
SIDE = 128  # screen pixels of a picture
REMEMBERED = 100


class Blanks(anywidget.AnyWidget):
    """Show a sentence with a drop-down in each blank; a choice comes back as a message, and so does Ctrl+Z."""

    _esm = script("sentence.js")
    pieces = List().tag(sync=True)
    choices = Dict().tag(sync=True)
    notes = Dict().tag(sync=True)

    def show(self, filled: Filled) -> None:
        """Show a figure with its values."""
        with self.hold_sync():
            self.choices = {slot: list(values) for slot, values in choices(filled.name).items()}
            self.pieces = [dataclasses.asdict(piece) for piece in filled.pieces]
            self.notes = filled.notes


@dataclass(frozen=True)
class Shown:
    """What is shown when drawing has ended: the pictures, and the judge's marks where there is a judge."""

    filled: Filled
    entry: Entry
    marks: list[str]

    @property
    def page(self) -> Image.Image:
        """The pictures, each with its mark under it."""
        drawn = self.entry.drawing.pictures
        columns, scale = min(COLUMNS, len(drawn)), max(1, SIDE // drawn[0].width)
        if not self.marks:
            return sheet(drawn, columns, scale)
        return captioned([(said, [picture]) for said, picture in zip(self.marks, drawn, strict=True)], columns, scale)


class Sentence(Panel):
    """Choose words in a figure's sentence; what they ask for is drawn at once, an earlier drawing is dropped."""

    def __init__(self, model, figure: str = "outfit", n: int = 8, seed: int = 0, exports: Path = EXPORTS):
        super().__init__(model, exports)
        self.session = Session(model)
        self.filled, self.on_show = Filled.first(figure), None
        self.before: list[tuple[Filled, Settings]] = []
        self.figure = W.Dropdown(options=titles(), value=figure, description="Figure", layout=_wide())
        self.blanks, self.asked = Blanks(), W.HTML()
        self.fields = Fields(model.settings(n, seed), ("n", "seed", "temperature", "guidance"))
        self.draw = button("Draw", "Draw what the sentence says", self.start, button_style="primary")
        self.cancel = button("Cancel", "Stop; what is drawn stays", self.cancelled, disabled=True)
        self.next_seed = button("Next seed", "Draw other pictures of the same sentence", self._next_seed)
        self.undo = button("Undo", "Take the last change back (Ctrl+Z in the sentence)", self._undo, disabled=True)
        self.export = button("Export", "Save as PNG with its JSON", self._export, disabled=True)
        self.truth = W.ToggleButton(description="What it should look like", layout=W.Layout(width="15em"))
        self.painting = Live(width=SIDE, smooth=True)
        self.status.text = f"Ready: {self.device}. Choose words in the sentence, or press Draw."
        self.hooks("figure", "blanks", "draw", "cancel", "next_seed", "undo", "export", "truth", "painting", "live")
        self.hooks("progress", "status")
        self._restore(self.filled, self.fields.settings)
        self.figure.observe(lambda change: self._choose(Filled.first(change["new"])), "value")
        self.blanks.on_msg(self._on_message)
        for field in self.fields.fields.values():
            field.observe(lambda _: self._choose(self.filled), "value")
        self.truth.observe(lambda _: self._paint(), "value")
        row = W.Layout(flex_flow="row wrap")
        buttons = W.Box([self.draw, self.cancel, self.next_seed, self.undo, self.export, self.truth], layout=row)
        pages = W.Box([self.live, self.painting], layout=W.Layout(flex_flow="row wrap", grid_gap="12px"))
        top = [self.figure, self.blanks, self.asked, self.fields]
        self.children = [*top, buttons, self.pace, self.status, self.saved, pages]

    def start(self) -> None:
        """Draw what the sentence says; an earlier drawing that is not finished is dropped."""
        filled, settings = self.filled, self.fields.settings
        beginning = f"Drawing {pictures(settings.n)} with {self.device} …"
        self.run(beginning, lambda stop: self._draw(filled, settings, stop))

    def to_page(self, path: str | Path, vary: Mapping[str, Sequence[str]] | None = None) -> Path:
        """Write the sentence as one HTML file, its pictures drawn for every combination of the values in `vary`.

        `vary`, slot -> values, says which blanks are drop-downs there; without it none is. Raises ValueError for an
        unknown slot or value, and for more than 3 MB.
        """
        settings = dataclasses.asdict(self.fields.settings)
        return Still.sentence(self.model, self.filled, vary or {}, **settings).to_page(path)

    def set_busy(self, busy: bool) -> None:
        """Switch the buttons; the sentence can be changed at any time."""
        super().set_busy(busy)
        self.cancel.disabled = not busy
        self.export.disabled = busy or self.on_show is None

    def _draw(self, filled: Filled, settings: Settings, stop: threading.Event) -> str:
        def show(frame: Frame) -> None:
            if self.worker.latest(stop):
                self._show_frame(filled, settings, frame)

        caption = filled.caption
        entry = self.session.recall(caption, settings) or self.session.draw(caption, settings, show, stop)
        marks, verdict = self._judged(filled.facts, entry) if entry.frame.finished else ([], "")
        if self.worker.latest(stop):
            self.on_show = Shown(filled, entry, marks)
            put(self.live, self.on_show.page, _alt(filled, settings, entry.frame, marks))
            self.report(entry.frame.done, entry.frame.total, 0)
        more = [verdict, self._untrained(filled), *noticed(self.model, caption)]
        return " ".join(filter(None, [summary(entry, self.device), *more]))

    def _judged(self, facts: dict, entry: Entry) -> tuple[list[str], str]:
        """The judge's mark for each picture, and a sentence that counts them; empty without a judge for the family."""
        judge = self.model.judge
        if judge is None or facts["family"] not in judge.config.questions:
            return [], ""
        marks = [mark(facts, read) for read in judge.read(entry.drawing.pictures, facts["family"])]
        right = sum(one.startswith(RIGHT) for one in marks)
        return marks, f"The judge finds {right} of {len(marks)} right."

    def _untrained(self, filled: Filled) -> str:
        trained = self.model.card.get("families")
        if not trained or filled.figure.family in trained:
            return ""
        return f"{self.model.name} was never trained on pictures of this kind ({filled.figure.family})."

    def _show_frame(self, filled: Filled, settings: Settings, frame: Frame) -> None:
        with self.live.hold_sync():
            self.live.alt = _alt(filled, settings, frame, [])
            columns = min(COLUMNS, settings.n)
            self.live.width = min(columns * (SIDE + 8), WIDEST)
            self.live.frame = frame.encoded()
        self.report(frame.done, frame.total, frame.seconds_left)

    def _choose(self, filled: Filled) -> None:
        """Apply a change and draw it, unless it comes from `_restore`."""
        settings = self.fields.settings
        if self.restoring or (filled, settings) == self.now:
            return
        self.before = [*self.before, self.now][-REMEMBERED:]
        self._restore(filled, settings)
        self.start()

    def _fill(self, slot: str, value: str) -> None:
        """Put a value into the sentence; where that makes no picture, the status says why."""
        try:
            self._choose(self.filled.put(slot, value))
        except ValueError as error:
            self.status.text = str(error)
            self.blanks.send({"again": True})

    def _restore(self, filled: Filled, settings: Settings) -> None:
        """Set all controls to this sentence and these settings."""
        self.now, self.filled, self.restoring = (filled, settings), filled, True
        self.figure.value, self.fields.settings = filled.name, settings
        self.restoring = False
        self.blanks.show(filled)
        self.asked.value = escape(f"Asked of the model: “{filled.caption}”")
        self.undo.disabled = not self.before
        self._paint()

    def _undo(self) -> None:
        if self.before:
            filled, settings = self.before.pop()
            self._restore(filled, settings)
            self.start()

    def _next_seed(self) -> None:
        self.fields["seed"].value += 1

    def _paint(self) -> None:
        """Show the painting that answers the sentence, if asked to."""
        self.painting.frame = b""
        if self.truth.value:
            rng = random.Random(self.fields.settings.seed)
            put(self.painting, world.paint(self.filled.facts, 2 * SIDE, rng), f"a painting of “{self.filled.text}”")

    def _export(self) -> None:
        self.save(self._saved)

    def _saved(self, folder: Path) -> tuple[Path, Path]:
        """Save the figure as the announcement shows it, and all that is needed to draw it again."""
        filled, marks = self.on_show.filled, self.on_show.marks
        page = headed([(piece.text, bool(piece.slot)) for piece in filled.pieces], self.on_show.page)
        more = {"figure": filled.name, "values": filled.values, "facts": filled.facts, "marks": marks}
        record = self.on_show.entry.drawing.record() | more
        with free_path(filled.caption, self.on_show.entry.settings.seed, folder) as path:
            write_atomically(path, png(page, record))
            write_atomically(path.with_suffix(".json"), json.dumps(record, indent=1, ensure_ascii=False).encode())
        return path, path.with_suffix(".json")

    def _on_message(self, _, content: dict, buffers: list) -> None:
        if content.get("undo"):
            self._undo()
        elif "slot" in content:
            self._fill(content["slot"], content["value"])


def _alt(filled: Filled, settings: Settings, frame: Frame, marks: list[str]) -> str:
    said = f"{pictures(settings.n)} of “{filled.text}”{frame.progress}"
    return f"{said}; from left to right and top to bottom: {', '.join(marks)}" if marks else said


def _wide() -> W.Layout:
    return W.Layout(width="min(720px, 98%)")
