"""Gallery: failures by kind; page through them, see what was asked and what was read, redraw them."""

import json
import threading
import time
from pathlib import Path

import ipywidgets as W
from PIL import Image

from helpers.files import EXPORTS, free_path, relative, write_atomically
from helpers.probes.album import kinds, line, of_kind, page, told, wrong
from helpers.probes.gallery import checked, redraw
from helpers.show import captioned
from helpers.widgets.live import Line, packed
from helpers.widgets.panel import Panel, button, noticed, pictures, put, unsaved

SIDE = 384  # screen pixels of the big picture
COLUMNS, SMALL = 4, 192  # of the sheet
KEYS = {"ArrowLeft": -1, "ArrowRight": 1}


class Gallery(Panel):
    """Page through a gallery from `helpers.probes.gallery.load`; the model that drew it draws each picture again."""

    def __init__(self, model, gallery: dict, exports: Path = EXPORTS):
        super().__init__(model, exports)
        self.gallery = checked(gallery)
        self.place = 0
        self.drawn: dict[int, Image.Image] = {}
        self.kind = W.Dropdown(options=kinds(gallery["entries"]), value="", description="Kind")
        self.back = button("Previous", "The failure before (← in the picture)", lambda: self.turn(-1))
        self.next = button("Next", "The failure after (→ in the picture)", lambda: self.turn(1))
        self.export = button("Export sheet", "Save all of this kind as PNG with their JSON", self._export)
        self.cancel = button("Cancel", "Stop; nothing is saved", self.cancelled, disabled=True)
        self.at, self.page, self.line = W.Label(), W.HTML(), Line()
        self.live.width, self.live.takes = SIDE, list(KEYS)
        self.hooks("kind", "back", "next", "at", "export", "cancel", "page", "line", "progress", "status", "live")
        self.kind.observe(lambda _: self._show(0), "value")
        self.live.on_msg(lambda _, content, __: self.turn(KEYS[content["key"]]))
        row = W.Layout(flex_flow="row wrap")
        top = W.Box([self.kind, self.back, self.at, self.next], layout=row)
        sheet = W.Box([self.export, self.cancel, self.pace], layout=row)
        beside = W.VBox([self.page, self.line], layout=W.Layout(flex="1 1 300px"))
        both = W.Box([self.live, beside], layout=W.Layout(flex_flow="row wrap", grid_gap="16px"))
        self.children = [W.Label(gallery.get("note") or ""), top, self.status, both, sheet]
        self._show(0)

    @property
    def chosen(self) -> list[dict]:
        """The entries of the chosen kind."""
        return of_kind(self.gallery["entries"], self.kind.value)

    def turn(self, by: int) -> None:
        """Turn `by` pages forward, or back if negative; does nothing at the ends."""
        if 0 <= self.place + by < len(self.chosen):
            self._show(self.place + by)

    def set_busy(self, busy: bool) -> None:
        """Switch the buttons; pages can be turned at any time."""
        super().set_busy(busy)
        self.export.disabled, self.cancel.disabled = busy, not busy

    def _show(self, place: int) -> None:
        """Turn to a page and draw its picture; an export that is running is dropped."""
        if not self.chosen:
            self.back.disabled = self.next.disabled = self.export.disabled = True
            self.status.text = "There is no failure in this gallery."
            return
        self.place, count, entry = place, len(self.chosen), self.chosen[place]
        self.at.value = f"{place + 1} of {count}"
        self.back.disabled, self.next.disabled = place == 0, place + 1 == count
        self.page.value, self.line.text = page(entry), line(entry, self.gallery)
        self.live.frame, self.live.alt = b"", "not drawn yet"

        def draw(stop: threading.Event) -> str:
            picture = self._picture(entry)
            if self.worker.latest(stop):
                put(self.live, picture, told(entry), SIDE)
            said = f"{place + 1} of {count}, {wrong(entry)} (drawn by {self.device})"
            return " ".join([said, *noticed(self.model, entry["caption"])])

        self.run(f"Drawing with {self.device} …", draw)

    def _picture(self, entry: dict) -> Image.Image:
        if id(entry) not in self.drawn:
            self.drawn[id(entry)] = redraw(self.model, self.gallery | {"entries": [entry]})[0]
        return self.drawn[id(entry)]

    def _export(self) -> None:
        entries, kind = self.chosen, self.kind.value
        beginning = f"Drawing {pictures(len(entries))} with {self.device} …"
        self.run(beginning, lambda stop: self._save(entries, kind, stop))

    def _save(self, entries: list[dict], kind: str, stop: threading.Event) -> str:
        rows, began = [], time.monotonic()
        for entry in entries:
            rows.append((told(entry), [self._picture(entry)]))
            pace = (time.monotonic() - began) / len(rows)
            self.report(len(rows), len(entries), pace * (len(entries) - len(rows)))
            if stop.is_set():
                return "Cancelled: nothing was saved."
        page = captioned(rows, min(COLUMNS, len(rows)), max(1, SMALL // rows[0][1][0].width))
        record = json.dumps(self.gallery | {"entries": entries}, indent=1, ensure_ascii=False)
        try:
            with free_path(f"failures {kind}", entries[0]["seed"], self.exports) as path:
                write_atomically(path, packed(page))
                write_atomically(path.with_suffix(".json"), record.encode())
        except OSError as error:
            return unsaved(error)
        return f"Saved {relative(path)} and its .json."
