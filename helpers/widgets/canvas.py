"""Canvas: mark a part of a picture and have it drawn again; the rest stays."""

import io
import threading
from pathlib import Path

import ipywidgets as W
import torch
from PIL import Image
from torch import Tensor

from helpers.files import EXPORTS
from helpers.images import to_image
from helpers.sampling import Settings
from helpers.widgets.fields import Fields
from helpers.widgets.live import packed
from helpers.widgets.panel import Panel, button, noticed, pictures
from helpers.widgets.session import REMEMBERED, Frame, Session, given, one_line, save_picture
from helpers.widgets.studio import summary
from helpers.widgets.tiles import Grid, Wall

SIDE, SMALL = 384, 112  # screen pixels of the picture and of each drawing
RASTER = "The model draws row by row from the top left, and a new token sees only what stands above it and to its left."


class Canvas(Panel):
    """A picture whose cells can be marked and drawn again for a caption; then choose a drawing to continue with.

    `picture` is a Drawing (of which picture `index` is shown), an image, or one picture's tokens. Other pictures can be
    uploaded or dropped on it. Cells are marked with the mouse, or with arrows and space bar.
    """

    def __init__(
        self,
        model,
        picture,
        caption: str | None = None,
        n: int = 4,
        index: int = 0,
        exports: Path = EXPORTS,
        **settings,
    ):
        super().__init__(model, exports)
        self.tokens, said, how = given(model, picture, caption, index, n, settings)
        self.session = Session(model)
        self.drawn: list[Tensor] = []  # what the wall shows
        self.before: list[tuple[Tensor, list[int]]] = []
        self.after: list[tuple[Tensor, list[int]]] = []
        wide = W.Layout(width="min(720px, 98%)")
        self.prompt = W.Text(said, description="Caption", placeholder="what the whole picture shows", layout=wide)
        self.prompt.on_msg(lambda _, content, __: content.get("event") == "submit" and self.start())
        self.fields = Fields(how, ("n", "seed", "temperature", "guidance"))
        self.grid = Grid(side=model.grid, width=SIDE, paints=True, takes=["u"])
        self.wall = Wall(side=SMALL, height=3 * SMALL, takes=["Enter", "u"], alt="the drawings: Enter goes on with one")
        self.upload = W.FileUpload(accept="image/*", description="Your picture", layout=W.Layout(width="auto"))
        self.draw = button("Draw", "Draw the marked cells again", self.start, button_style="primary")
        self.cancel = button("Cancel", "Stop; what is drawn stays", self.cancelled, disabled=True)
        self.next_seed = button("Next seed", "Draw them again, differently", self._draw_next_seed)
        self.all = button("Mark all", "Mark every cell (a in the picture)", lambda: self.mark(range(len(self.tokens))))
        self.none = button("Clear", "Mark nothing (Escape in the picture)", lambda: self.mark([]))
        self.undo = button("Undo", "Back to the picture before (u)", lambda: self._turn(self.before, self.after))
        self.redo = button("Redo", "Forward to what was undone", lambda: self._turn(self.after, self.before))
        self.export = button("Export", "Save the picture as PNG with its JSON", lambda: self.save(self._saved))
        self.raster = W.HTML()
        names = ("draw", "cancel", "next_seed", "all", "none", "undo", "redo", "export")
        self.hooks("prompt", "grid", "wall", "upload", "raster", *names, "progress", "status")
        self.grid.observe(lambda _: self._explain(), "marked")
        self.grid.on_msg(self._on_message)
        self.wall.on_msg(self._on_message)
        self.upload.observe(lambda change: [self.use(bytes(one["content"])) for one in change["new"]], "value")
        row = W.Layout(flex_flow="row wrap")
        buttons = W.Box([*(getattr(self, name) for name in names), self.upload], layout=row)
        results = W.VBox([self.wall], layout=W.Layout(flex="1 1 260px", min_width="240px"))
        both = W.Box([self.grid, results], layout=W.Layout(flex_flow="row wrap", grid_gap="16px"))
        self.children = [
            self.prompt, self.fields, buttons, self.pace, self.status, self.saved, self.raster, both,
        ]  # fmt: skip
        self._show(self.tokens, [])
        self.status.text = f"Ready: {self.device}. Mark cells: drag, or arrows and space bar. Then press Draw."

    def mark(self, cells) -> None:
        """Mark these cells, and no others."""
        self.grid.marked = sorted(cells)

    def use(self, data: bytes) -> None:
        """Continue with the user's own picture: the bytes of a PNG, JPEG, …"""
        if self.busy:
            self.status.text = "Still drawing: press Cancel first."
            return
        try:
            tokens = self.model.encode(_opened(data))[0]
        except ValueError as error:
            self.status.text = str(error)
            return
        self._go_on(tokens, [])
        self.status.text = "This is your picture as the model's tokens keep it. Say what it shows, then mark cells."

    def start(self) -> None:
        """Draw the marked cells again, in a thread."""
        if self.busy:
            self.status.text = "Still drawing: press Cancel first."
            return
        marked = self.grid.marked
        if not marked:
            self.status.text = "No cell is marked: drag over the cells that are to be drawn again."
            return
        known = torch.ones(len(self.tokens), dtype=torch.bool)
        known[marked] = False
        caption, settings, tokens = one_line(self.prompt.value), self.fields.settings, self.tokens
        self.run(
            f"Drawing {len(marked)} of {len(tokens)} tokens of {pictures(settings.n)} with {self.device} …",
            lambda stop: self._draw(caption, settings, (tokens, known), stop),
        )

    def take(self, number: int) -> None:
        """Continue with one of the drawings; the marks stay."""
        if 0 <= number < len(self.drawn) and not self.busy:
            self._go_on(self.drawn[number], self.grid.marked)
            self.status.text = f"Going on with drawing {number + 1}. The marks stay; Undo goes back."

    def set_busy(self, busy: bool) -> None:
        """Switch the buttons: while drawing, only Cancel."""
        super().set_busy(busy)
        self.cancel.disabled = not busy
        self.draw.disabled = self.next_seed.disabled = self.upload.disabled = self.export.disabled = busy
        self.undo.disabled, self.redo.disabled = busy or not self.before, busy or not self.after

    def _draw(self, caption: str, settings: Settings, rest: tuple[Tensor, Tensor], stop: threading.Event) -> str:
        self.drawn = []
        self.wall.clear()
        self.wall.order = [*range(settings.n)]
        entry = self.session.draw(caption, settings, self._show_frame, stop, rest)
        self.drawn = [*entry.drawing.tokens]
        chosen = " Choose one of the drawings to go on with it: a click, or Enter."
        return " ".join([summary(entry, self.device) + chosen, *noticed(self.model, caption)])

    def _show_frame(self, frame: Frame) -> None:
        self.wall.put(frame.pictures, format="PNG" if frame.finished else "JPEG")
        self.wall.labels = [f"drawing {i + 1}" for i in range(len(frame.pictures))]
        self.report(frame.done, frame.total, frame.seconds_left)

    def _draw_next_seed(self) -> None:
        if not self.busy:
            self.fields["seed"].value += 1
            self.start()

    def _go_on(self, tokens: Tensor, marked: list[int]) -> None:
        self.before = [*self.before, (self.tokens, self.grid.marked)][-REMEMBERED:]
        self.after = []
        self._show(tokens, marked)

    def _turn(self, source: list, target: list) -> None:
        """Undo or redo: show the latest of `source`, put what was shown on `target`."""
        if source and not self.busy:
            target.append((self.tokens, self.grid.marked))
            self._show(*source.pop())

    def _show(self, tokens: Tensor, marked: list[int]) -> None:
        self.tokens = tokens
        self.grid.frame = packed(self.model.decode(tokens[None])[0])
        self.grid.marked = marked
        self._explain()
        self.set_busy(self.busy)

    def _explain(self) -> None:
        """Tell the user what drawing in raster order means for the marked cells."""
        marked, total = self.grid.marked, len(self.tokens)
        keys = "arrows walk, space marks, Shift with arrows marks along"
        self.grid.alt = f"The picture, {len(marked)} of {total} cells marked: {keys}"
        later = total - min(marked) - len(marked) if marked else 0
        if not marked:
            what = "What is kept below and to the right of a marked cell stays, but is not seen when it is drawn."
        elif later == 0:
            what = "Nothing that is kept comes after the first marked cell, so all that is kept is seen."
        else:
            what = (
                f"{later} kept cells come after the first marked one: they stay, but a cell drawn before them cannot "
                "see them, so a seam may show there."
            )
        self.raster.value = f"{RASTER} {what}"

    def _saved(self, folder: Path) -> tuple[Path, Path]:
        return save_picture(self.model, one_line(self.prompt.value), self.tokens, self.fields.settings, folder)

    def _on_message(self, piece: W.Widget, content: dict, buffers: list) -> None:
        if "file" in content:
            self.use(bytes(buffers[0]))
        elif content.get("key") == "u":
            self.undo.click()
        elif content.get("key") in ("Enter", "click"):
            self.take(content["at"])


def _opened(data: bytes) -> Image.Image:
    """The image in a file's bytes, the right way up; ValueError where there is none."""
    try:
        return to_image(Image.open(io.BytesIO(data)))
    except Exception:  # Pillow's readers have errors of many kinds
        raise ValueError("this file cannot be read as a picture: give a PNG, JPEG, …") from None
