"""Inspector: point at a token of a picture and see what the model foresaw there; choose another and draw on from it."""

import threading
from collections.abc import Callable
from html import escape
from pathlib import Path

import ipywidgets as W
import torch
from jaxtyping import Float, Int
from torch import Tensor

from helpers.files import EXPORTS
from helpers.models.drawing import Foresight
from helpers.probes.influence import change
from helpers.show import tiles
from helpers.widgets.live import packed
from helpers.widgets.panel import Panel, Worker, button, noticed
from helpers.widgets.session import HOW, Frame, Session, given, quietly, save_picture
from helpers.widgets.tiles import Grid, Wall

SIDE = 384  # screen pixels of the picture
PATCH = 88  # screen pixels of a token's patch
MEAN = -1  # stands for the choice "mean" of layer or head


class Inspector(Panel):
    """One picture, token by token: its code, probability and entropy, the likeliest others, the words that mattered.

    `picture` is a Drawing (of which picture `index` is shown), an image, or one picture's tokens; the latter two need a
    `caption` for the model to read with them. `settings` (temperature, guidance, …) default to those of the drawing.
    Works with every model that can `foresee`.
    """

    def __init__(self, model, picture, caption: str | None = None, index: int = 0, exports: Path = EXPORTS, **settings):
        super().__init__(model, exports)
        self.tokens, self.said, self.settings = given(model, picture, caption, index, 1, settings)
        self.session, self.looking = Session(model), Worker()
        self.before: list[Tensor] = []
        self.foresight: Foresight | None = None
        self.lost: Float[Tensor, "words tokens"] | None = None
        self.caption = W.HTML(f"Caption: <b>{escape(self.said)}</b>")
        self.grid = Grid(side=model.grid, width=SIDE, takes=[*"12345678", "Enter", "d", "u"], alt=_alt(self.said))
        self.about, self.words = W.HTML(), W.HTML()
        self.others = Wall(
            side=PATCH, height=3 * PATCH + 100, takes=["Enter", "d", "u"], alt="the token here, then likelier others"
        )
        self.layer = W.Dropdown(options=[("mean", MEAN)], description="Layer", layout=W.Layout(width="14em"))
        self.head = W.Dropdown(options=[("mean", MEAN)], description="Head", layout=W.Layout(width="14em"))
        self.put = button("Put it there", "Exchange the token, keep all others (Enter)", self.exchange)
        self.draw = button("Draw on from it", "Exchange the token, draw all after it again (d)", self.draw_on)
        self.cancel = button("Cancel", "Stop drawing; what is drawn stays", self.cancelled, disabled=True)
        self.undo = button("Undo", "Back to the picture before (u)", self._undo, disabled=True)
        self.export = button("Export", "Save the picture as PNG with its JSON", lambda: self.save(self._saved))
        parts = ("grid", "about", "others", "words", "layer", "head", "put", "draw", "cancel", "undo", "export")
        self.hooks(*parts, "progress", "status")
        self.grid.observe(lambda _: self.look(), "at")
        self.grid.on_msg(self._on_key)
        self.others.on_msg(self._on_key)
        for choice in (self.layer, self.head):
            choice.observe(lambda _: self._show_words(), "value")
        row = W.Layout(flex_flow="row wrap")
        beside = W.VBox(
            [self.about, self.others, W.Box([self.layer, self.head], layout=row), self.words],
            layout=W.Layout(flex="1 1 320px", min_width="260px"),
        )
        both = W.Box([self.grid, beside], layout=W.Layout(flex_flow="row wrap", grid_gap="16px"))
        buttons = W.Box([self.put, self.draw, self.cancel, self.undo, self.export], layout=row)
        self.children = [self.caption, both, buttons, self.pace, self.status, self.saved]
        self._read("Read", lambda stop: "")

    @property
    def place(self) -> int:
        """The place pointed at, in raster order."""
        return max(self.grid.at, 0)

    @property
    def chosen(self) -> int:
        """The code chosen among the likeliest others; without a choice the one that is there."""
        codes = self._codes()
        return codes[self.others.at] if 0 <= self.others.at < len(codes) else codes[0]

    def close(self) -> None:
        """Close the widget; what is being looked up ends, too."""
        self.looking.stop.set()
        super().close()

    def set_busy(self, busy: bool) -> None:
        """Switch the buttons: while drawing, only Cancel."""
        super().set_busy(busy)
        self.cancel.disabled = not busy
        self.put.disabled = self.draw.disabled = self.export.disabled = busy
        self.undo.disabled = busy or not self.before

    def look(self) -> None:
        """Show what is known of the place pointed at."""
        if self.foresight is None or self.busy:
            return
        place, seen = self.place, self.foresight
        row, column = divmod(place, self.model.grid)
        self.about.value = (
            f"Row {row + 1}, column {column + 1}: code <b>{int(seen.tokens[place])}</b>, "
            f"probability <b>{_percent(float(seen.chances[place]))}</b>, "
            f"entropy {float(seen.entropy[place]):.2f} bits"
        )
        self._show_words()
        self.looking.run(lambda stop: self._show_others(place, seen, stop))

    def exchange(self) -> None:
        """Replace the token pointed at by the chosen code; all other tokens stay."""
        place, code = self.place, self.chosen
        tokens = self._with(place, code)
        self._read(f"Code {code} put in place", lambda stop: "", tokens)

    def draw_on(self) -> None:
        """Replace the token pointed at by the chosen code, and draw all tokens after it again."""
        place, code = self.place, self.chosen
        tokens, known = self._with(place, code), torch.arange(len(self.tokens)) <= place

        def draw(stop: threading.Event) -> str:
            entry = self.session.draw(self.said, self.settings, self._show_frame, stop, (tokens, known))
            self.tokens = entry.drawing.tokens[0]
            return "" if entry.frame.finished else "Cancelled: what was not drawn again stays as it was. "

        self._read(f"Drawn on from code {code}", draw, tokens)

    def _read(self, done: str, first: Callable[[threading.Event], str], tokens: Tensor | None = None) -> None:
        """In a thread: call `first`, then ask the model what it foresees at each place of the picture."""
        if self.busy:
            self.status.text = "Still drawing: press Cancel first."
            return
        if tokens is not None:
            self.before, self.tokens = [*self.before, self.tokens], tokens

        def read(stop: threading.Event) -> str:
            said = first(stop)
            quietly(self._foresee)
            self.busy = False
            self.grid.at = self.place
            self.look()
            read = (
                f"{said}{done}: log-probability {float(self.foresight.chances.log().sum()):.0f} nats with "
                f"{self.device}. Point at a token, or walk with the arrows; a click holds it, 1 … 8 choose another."
            )
            return " ".join([read, *noticed(self.model, self.said)])

        self.run(f"Reading with {self.device} …", read)

    def _foresee(self) -> None:
        how = {name: getattr(self.settings, name) for name in HOW}
        seen = self.model.foresee(self.said, self.tokens, **how)
        self.lost = change(self.model, self.said, self.tokens) if len(seen.words) > 1 else None
        self.grid.frame = packed(self.model.decode(self.tokens[None])[0])
        layers, heads = seen.attention.shape[1:3]
        for choice, count in ((self.layer, layers), (self.head, heads)):
            if len(choice.options) == 1:
                choice.options = [("mean", MEAN), *((str(i + 1), i) for i in range(count))]
        self.foresight = seen

    def _with(self, place: int, code: int) -> Int[Tensor, " tokens"]:
        tokens = self.tokens.clone()
        tokens[place] = code
        return tokens

    def _codes(self) -> list[int]:
        """The code that is there, then the likeliest others."""
        return [int(self.tokens[self.place]), *(code for code, _ in self.foresight.others(self.place))]

    def _show_others(self, place: int, seen: Foresight, stop: threading.Event) -> None:
        """Draw the patches: what stands at the place with each of the codes, all other tokens as they are."""
        here = [(int(seen.tokens[place]), float(seen.chances[place]))]
        found = here + seen.others(place)
        tokens = seen.tokens.repeat(len(found), 1)
        tokens[:, place] = torch.tensor([code for code, _ in found])
        patches = [tiles(picture, self.model.grid)[place] for picture in self.model.decode(tokens)]
        if stop.is_set() or not self.looking.latest(stop):
            return
        with self.others.hold_sync():
            self.others.labels = [f"{code} · {_percent(p)}" for code, p in found]
            self.others.order, self.others.at = [*range(len(found))], 0
        self.others.put(patches)

    def _show_words(self) -> None:
        """A row for each word: its share of attention and what the token loses without it."""
        if self.foresight is None:
            return
        seen = self.foresight.attention[self.place]  # (layers, heads, words)
        seen = seen.mean(0) if self.layer.value == MEAN else seen[self.layer.value]
        seen = seen.mean(0) if self.head.value == MEAN else seen[self.head.value]
        rows = []
        for i, word in enumerate(self.foresight.words):
            share = float(seen[i])
            lost = "" if self.lost is None else f"{float(self.lost[i, self.place]):+.2f}"
            bar = f'<div style="background: var(--daikon-ink); height: 8px; width: {100 * min(share, 1):.1f}%"></div>'
            rows.append(
                f"<tr><td>{escape(word)}</td><td style='width: 8em'>{bar}</td>"
                f"<td style='padding-right: 2em'>{share:.1%}</td><td>{lost}</td></tr>"
            )
        self.words.value = (
            '<table style="line-height: 1.3"><thead><tr><th scope="col">word</th><th scope="col" colspan="2">attention'
            '</th><th scope="col">nats lost without it</th></tr></thead>' + f"<tbody>{''.join(rows)}</tbody></table>"
        )

    def _show_frame(self, frame: Frame) -> None:
        self.grid.frame = packed(frame.pictures[0], "PNG" if frame.finished else "JPEG")
        self.report(frame.done, frame.total, frame.seconds_left)

    def _undo(self) -> None:
        if self.before and not self.busy:
            self.tokens = self.before.pop()
            self._read("Undone", lambda stop: "")

    def _saved(self, folder: Path) -> tuple[Path, Path]:
        return save_picture(self.model, self.said, self.tokens, self.settings, folder)

    def _on_key(self, _, content: dict, buffers: list) -> None:
        key = content.get("key", "")
        if self.busy or self.foresight is None:
            return
        if key.isdigit() and int(key) < len(self._codes()):
            self.others.at = int(key)
        elif key in ("Enter", "d", "u"):
            {"Enter": self.exchange, "d": self.draw_on, "u": self._undo}[key]()


def _percent(p: float) -> str:
    """A probability as text: "12.3%", "4e-05", "0"."""
    return f"{p:.1%}" if p >= 0.001 else "0" if p == 0 else f"{p:.0e}"


def _alt(caption: str) -> str:
    keys = "arrows walk, 1 to 8 choose another token, Enter puts it there, d draws on from it"
    return f"The picture of “{caption}” as a grid of tokens: {keys}"
