"""Studio: a sentence, a Draw button, and the pictures while they are being drawn."""

import threading
from pathlib import Path

import ipywidgets as W

from helpers.exports import FOLDER, shown
from helpers.sampling import Settings
from helpers.widgets.live import Live, Status
from helpers.widgets.session import Entry, Frame, Session

NARROWEST, WIDEST = 256, 720  # screen pixels of the canvas


class Studio(W.VBox):
    """Draw what a sentence says, live; cancel, undo, and export PNG + JSON. Works with the keyboard alone."""

    def __init__(self, model, caption: str = "", n: int = 8, seed: int = 0, exports: Path = FOLDER):
        self.session = Session(model)
        self.exports = exports
        self.worker: threading.Thread | None = None
        self.stop = threading.Event()
        self.drawing = False
        self.device = f"{model.name} on {model.device}"
        self._build_fields(caption, n, seed)
        self._build_buttons()
        self.live = Live(smooth=True)
        self.progress = W.IntProgress(description="Progress", layout=W.Layout(width="320px"))
        self.time_left = W.Label()
        self.status = Status(text=f"Ready: {self.device}. Describe pictures, then press Draw or Enter.")
        for name in ("prompt", "draw", "cancel", "next_seed", "undo", "export", "live", "progress", "status"):
            getattr(self, name).add_class(f"daikon-{name.replace('_', '-')}")
        super().__init__(
            [
                self.prompt,
                W.Box(list(self.fields.values()), layout=W.Layout(flex_flow="row wrap")),
                W.Box([self.draw, self.cancel, self.next_seed, self.undo, self.export]),
                W.HBox([self.progress, self.time_left]),
                self.status,
                self.live,
            ]
        )

    def __repr__(self) -> str:
        return f"Studio({self.device})"

    @property
    def settings(self) -> Settings:
        """What the fields say; 0 leaves top-k off, 1 leaves top-p off."""
        values = {name: field.value for name, field in self.fields.items()}
        values["top_k"] = values["top_k"] or None
        values["top_p"] = values["top_p"] if values["top_p"] < 1 else None
        return Settings(**values)

    def _build_fields(self, caption: str, n: int, seed: int) -> None:
        self.prompt = W.Text(
            caption,
            description="Caption",
            placeholder="a penguin in a blue hat",
            layout=W.Layout(width="min(720px, 98%)"),
        )
        self.prompt.on_msg(self._on_prompt_message)
        style, layout = {"description_width": "6.5em"}, W.Layout(width="14em")
        options = {"style": style, "layout": layout}
        self.fields = {
            "n": W.BoundedIntText(n, min=1, max=64, description="Pictures", **options),
            "seed": W.BoundedIntText(seed, min=0, max=2**31 - 1, description="Seed", **options),
            "temperature": W.BoundedFloatText(1.0, min=0.05, max=5, step=0.05, description="Temperature", **options),
            "top_k": W.BoundedIntText(
                0, min=0, max=65536, description="Top-k", tooltip="draw from the k likeliest tokens; 0: all", **options
            ),
            "top_p": W.BoundedFloatText(
                1.0,
                min=0.01,
                max=1,
                step=0.01,
                description="Top-p",
                tooltip="share of likelihood kept; 1: all",
                **options,
            ),
            "guidance": W.BoundedFloatText(
                1.0, min=0, max=20, step=0.5, description="Guidance", tooltip="weight of the caption; 1: off", **options
            ),
        }
        for name, field in self.fields.items():
            field.add_class(f"daikon-{name.replace('_', '-')}")

    def _build_buttons(self) -> None:
        self.draw = W.Button(description="Draw", tooltip="Draw what the caption says", button_style="primary")
        self.cancel = W.Button(description="Cancel", tooltip="Stop; what is drawn stays", disabled=True)
        self.next_seed = W.Button(description="Next seed", tooltip="Draw other pictures of the same caption")
        self.undo = W.Button(description="Undo", tooltip="Back to the drawing before", disabled=True)
        self.export = W.Button(description="Export", tooltip="Save as PNG with its JSON", disabled=True)
        self.draw.on_click(lambda _: self.start())
        self.cancel.on_click(lambda _: self.stop.set())
        self.next_seed.on_click(lambda _: self._draw_next_seed())
        self.undo.on_click(lambda _: self._undo())
        self.export.on_click(lambda _: self._export())

    def start(self) -> None:
        """Begin to draw what the fields say, in a thread of its own."""
        if self.drawing:
            self.status.text = "Still drawing: press Cancel first."
            return
        caption, settings = self.prompt.value, self.settings
        self.stop.clear()
        self._set_drawing(True)
        self.progress.value, self.time_left.value = 0, ""
        self.status.text = f"Drawing {_pictures(settings.n)} with {self.device} …"
        self.worker = threading.Thread(target=self._draw, args=(caption, settings), daemon=True)
        self.worker.start()

    def wait(self, seconds: float | None = None) -> None:
        """Wait until the drawing is made."""
        if self.worker is not None:
            self.worker.join(seconds)

    def _draw(self, caption: str, settings: Settings) -> None:
        try:
            entry = self.session.draw(caption, settings, lambda frame: self._show(caption, settings, frame), self.stop)
            self.status.text = self._summary(entry)
        except ValueError as error:
            self.status.text = str(error)
        except Exception as error:
            self.status.text = f"The drawing stopped: {type(error).__name__}: {error}"
        finally:
            self.time_left.value = ""
            self._set_drawing(False)

    def _show(self, caption: str, settings: Settings, frame: Frame) -> None:
        progress = "" if frame.finished else f", {frame.done} of {frame.total} tokens drawn"
        with self.live.hold_sync():
            self.live.alt = f"{_pictures(settings.n)} of “{caption}”{progress}"
            self.live.width = min(max(NARROWEST, 2 * frame.image.width), WIDEST)
            self.live.frame = frame.encoded()
        with self.progress.hold_sync():
            self.progress.max, self.progress.value = frame.total, frame.done
        self.time_left.value = "" if frame.finished else f"{frame.seconds_left:.0f} s left"

    def _summary(self, entry: Entry) -> str:
        frame, count = entry.frame, _pictures(entry.settings.n)
        if frame.finished:
            return f"Done: {count} of “{entry.caption}” in {frame.seconds:.1f} s with {self.device}."
        return f"Cancelled at {frame.done} of {frame.total} tokens; what was drawn stays."

    def _set_drawing(self, drawing: bool) -> None:
        self.drawing = drawing
        self.cancel.disabled = not drawing
        self.draw.disabled = self.next_seed.disabled = drawing
        self.undo.disabled = drawing or len(self.session.history) < 2
        self.export.disabled = drawing or not self.session.history

    def _draw_next_seed(self) -> None:
        if not self.drawing:
            self.fields["seed"].value += 1
            self.start()

    def _undo(self) -> None:
        entry = None if self.drawing else self.session.undo()
        if entry is None:
            return
        self.prompt.value = entry.caption
        for name, field in self.fields.items():
            off = {"top_k": 0, "top_p": 1.0}.get(name)
            value = getattr(entry.settings, name)
            field.value = off if value is None else value
        self._show(entry.caption, entry.settings, entry.frame)
        self.status.text = f"Back to “{entry.caption}”, seed {entry.settings.seed}."
        self._set_drawing(False)

    def _export(self) -> None:
        try:
            png, json = self.session.export(self.exports)
            self.status.text = f"Saved {shown(png)} and its {json.suffix}."
        except (ValueError, OSError) as error:
            self.status.text = f"Nothing was saved: {error}."

    def _on_prompt_message(self, _, content: dict, buffers: list) -> None:
        if content.get("event") == "submit":
            self.start()


def _pictures(n: int) -> str:
    return f"{n} picture" if n == 1 else f"{n} pictures"
