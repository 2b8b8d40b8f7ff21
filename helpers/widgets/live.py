"""Small front-end parts: a canvas for pictures, a status line for screen readers, a line of code to copy."""

import io
from pathlib import Path

import anywidget
from PIL import Image
from traitlets import Bool, Bytes, Int, List, Unicode


def script(name: str) -> str:
    """A script or style sheet of this folder, as text. With a path, anywidget would watch it and keep each widget."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def packed(image: Image.Image, format: str = "PNG") -> bytes:
    """An image as PNG, or as JPEG for pictures that are shown only briefly."""
    data = io.BytesIO()
    image.save(data, format, **({"quality": 85, "subsampling": 0} if format == "JPEG" else {}))
    return data.getvalue()


class Live(anywidget.AnyWidget):
    """Show PNG or JPEG bytes on one labelled canvas, `width` screen pixels wide."""

    _esm = script("live.js")
    frame = Bytes(b"", help="PNG or JPEG; empty hides the canvas").tag(sync=True)
    width = Int(512, help="width on the screen, whatever the picture's own size").tag(sync=True)
    smooth = Bool(False, help="smooth rather than square pixels when enlarged").tag(sync=True)
    alt = Unicode("no picture yet", help="what a screen reader says").tag(sync=True)
    takes = List(Unicode(), help="keys that it takes while it has the focus; each comes as a message").tag(sync=True)


class Status(anywidget.AnyWidget):
    """Show one line of plain text, which screen readers announce when it changes.

    Its script also serves the panel around it: a click is answered at once even if the kernel is busy, the focus stays
    where it was, and if the kernel is gone, a sentence says so.
    """

    _esm = script("status.js")
    _css = script("panel.css")
    text = Unicode("").tag(sync=True)

    def __init__(self, **options):
        super().__init__(**options)
        self.on_msg(lambda *_: self.send({"heard": True}))


class Line(anywidget.AnyWidget):
    """Show a line of code with a button that copies it."""

    _esm = script("line.js")
    text = Unicode("").tag(sync=True)
