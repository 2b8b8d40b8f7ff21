"""Curator: a wall of many designs, to keep a few of them; rank, filter, star, compare, export."""

import threading
import time
from collections.abc import Iterable, Sized
from pathlib import Path

import ipywidgets as W

from helpers.checks import check
from helpers.files import EXPORTS
from helpers.show import captioned
from helpers.widgets.collection import Collection
from helpers.widgets.panel import Panel, button, pictures, put
from helpers.widgets.tiles import Wall

SIDE, HEIGHT, LARGE = 96, 520, 256  # screen pixels: a tile, the wall, a picture that is compared
SENT = 128  # pictures sent to the browser at a time
SECONDS = 0.5  # between two updates of the wall
KEYS = ["s", " ", "c", "u"]
ALL = "all captions"


class Curator(Panel):
    """Go through hundreds of drawings: star with a click on the corner or with s, compare two with c, undo with u.

    `drawings` yields any number of drawings, such as `model.draw_each(captions, n=8)`; they appear on the wall as they
    are drawn. Where the model has a ranker, they can be shown best first.
    """

    def __init__(self, model, drawings: Iterable, exports: Path = EXPORTS):
        super().__init__(model, exports)
        several = isinstance(drawings, Iterable) and not isinstance(drawings, str)
        check(several, "drawings", drawings, "several in a list, or what yields them one after another")
        self.drawings, self.collection = drawings, Collection(model)
        self.compared: list[int] = []
        self.sort = W.Dropdown(options=["as drawn"], description="Order", layout=W.Layout(width="16em"))
        if model.ranker is not None:
            self.sort.options = ["as drawn", "best first"]
        self.caption = W.Dropdown(options=[(ALL, "")], description="Caption", layout=W.Layout(width="min(32em, 98%)"))
        self.only = W.ToggleButton(description="Starred only", layout=W.Layout(width="auto"))
        self.star = button("Star", "Star the chosen design, or take its star away (s)", self._star)
        self.compare = button("Compare", "Lay the chosen design beside the last one compared (c)", self._compare)
        self.undo = button("Undo", "Take the last star back (u)", self._undo, disabled=True)
        self.cancel = button("Cancel", "Draw no more; what is there stays", self.cancelled, disabled=True)
        self.export = button(
            "Export", "Save the starred: PNGs, contact sheet, CSV and JSON", self._export, disabled=True
        )
        self.counter = W.Label()
        self.wall = Wall(
            side=SIDE, height=HEIGHT, starring=True, takes=KEYS, alt="the designs: s stars, c compares, u undoes"
        )
        names = ("star", "compare", "undo", "cancel", "export")
        self.hooks("sort", "caption", "only", *names, "counter", "wall", "live", "progress", "status")
        for control in (self.sort, self.caption, self.only):
            control.observe(lambda _: self._arrange(), "value")
        self.wall.on_msg(self._on_key)
        row = W.Layout(flex_flow="row wrap", align_items="center")
        filters = W.Box([self.sort, self.caption, self.only], layout=row)
        buttons = W.Box([*(getattr(self, name) for name in names), self.counter], layout=row)
        self.children = [filters, buttons, self.pace, self.status, self.saved, self.wall, self.live]
        self._arrange()
        self.run(f"Drawing with {self.device} …", self._fill)

    def set_busy(self, busy: bool) -> None:
        """Switch the buttons; designs can be starred while others are still drawn."""
        super().set_busy(busy)
        self.cancel.disabled = not busy
        self._count()

    def _fill(self, stop: threading.Event) -> str:
        """Collect drawings one after another; the wall is updated only now and then: an update sends all labels."""
        began = sent = time.monotonic()
        known, first = len(self.drawings) if isinstance(self.drawings, Sized) else 0, 0
        for done, drawing in enumerate(self.drawings, 1):
            self.collection.add(drawing)
            now = time.monotonic()
            if now - sent > SECONDS:
                first, sent = self._deliver(first), time.monotonic()
                self.report(done, known or done, (now - began) / done * max(known - done, 0))
            if stop.is_set():
                break
        count = self._deliver(first)
        self.report(1, 1, 0)
        if not count:
            return "There is no drawing: give at least one."
        again = "Cancelled" if stop.is_set() else "Done"
        return f"{again}: {pictures(count)} with {self.device}. Walk with the arrows, s stars, c compares, u undoes."

    def _deliver(self, first: int) -> int:
        """Send the designs from number `first` on to the wall; returns how many there are now."""
        designs = self.collection.designs
        for start in range(first, len(designs), SENT):
            self.wall.put([design.picture for design in designs[start : start + SENT]], start, "JPEG")
        captions, chosen = self.collection.captions, self.caption.value
        if len(captions) + 1 != len(self.caption.options):
            self.caption.options = [(ALL, ""), *((caption, caption) for caption in captions)]
            self.caption.value = chosen
        self.wall.labels = [design.says for design in designs]
        self._arrange()
        return len(designs)

    def _arrange(self) -> None:
        """Show the chosen designs in the chosen order."""
        ranked = self.sort.value == "best first"
        self.wall.order = self.collection.order(ranked, self.caption.value, self.only.value)
        self._count()

    def _count(self) -> None:
        stars, all_of_them = len(self.collection.starred), len(self.collection.designs)
        self.wall.starred = list(self.collection.starred)
        self.counter.value = f"{stars} of {all_of_them} starred, {len(self.wall.order)} shown"
        self.undo.disabled = not self.collection.before
        self.export.disabled = self.busy or not stars

    def _star(self) -> None:
        number = self.wall.at
        try:
            starred = self.collection.star(number)
        except ValueError:
            self.status.text = "No design is chosen: click one, or walk with the arrows."
            return
        self.status.text = f"Design {number + 1} {'is starred' if starred else 'has no star now'}: {self._says(number)}"
        self._arrange() if self.only.value else self._count()

    def _undo(self) -> None:
        self.status.text = (
            "The last star is taken back." if self.collection.undo() else "There is no star to take back."
        )
        self._arrange()

    def _compare(self) -> None:
        number = self.wall.at
        if not 0 <= number < len(self.collection.designs):
            self.status.text = "No design is chosen: click one, or walk with the arrows."
            return
        self.compared = [*(one for one in self.compared if one != number), number][-2:]
        shown = [(f"design {i + 1}: {self._says(i)}", [self.collection.designs[i].picture]) for i in self.compared]
        page = captioned(shown, len(shown), max(1, LARGE // shown[0][1][0].width))
        put(self.live, page, "side by side: " + "; ".join(words for words, _ in shown))
        beside = " and ".join(str(i + 1) for i in self.compared)
        more = "" if len(self.compared) == 2 else ": choose another and compare it"
        self.status.text = f"Compared below: design {beside}{more}."

    def _says(self, number: int) -> str:
        return self.collection.designs[number].says

    def _export(self) -> None:
        self.save(self.collection.export)

    def _on_key(self, _, content: dict, buffers: list) -> None:
        keys = {"s": self._star, " ": self._star, "c": self._compare, "u": self._undo}
        if content.get("key") in keys:
            self.wall.at = content["at"]
            keys[content["key"]]()
