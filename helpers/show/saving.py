"""Figures as files, for slides and papers."""

import io
from pathlib import Path

from matplotlib import rc_context
from matplotlib.figure import Figure
from PIL import Image, ImageDraw

from helpers.files import target, write_atomically
from helpers.show.basics import MARGIN, font, wrap

DPI = 100  # dots per inch of a figure as it is shown
WIDEST = 20_000  # pixels
LETTERS = 12  # height in pixels of a caption's letters, in a figure of the size that it is shown with
VECTOR = {".pdf": {"CreationDate": None}, ".svg": {"Date": None}}  # without a date, the same figure is the same file


def save(
    figure: Image.Image, path: str | Path, width: int | None = None, dpi: int | None = None, caption: str = ""
) -> Path:
    """Write a figure as PNG, or a chart also as PDF or SVG, as the suffix of `path` says; returns the path.

    width: pixels of a PNG. dpi: dots per inch, written into a PNG; without `width` it also sets the size, and 300 means
    three times as wide as shown. caption: written under the figure. A name without a suffix gets ".png". Raises
    ValueError for the name of another kind of file, and for PDF or SVG of a figure that is no chart.
    """
    suffix = Path(path).suffix.lower()
    path = target(path, suffix if suffix in VECTOR else ".png")
    chart = getattr(figure, "chart", None)
    if suffix not in VECTOR:
        write_atomically(path, png(lettered(enlarged(figure, width, dpi), caption, figure.width), dpi))
        return path
    if chart is None:
        raise ValueError(f"{str(path)!r}: only charts are saved as {suffix}; this figure holds pictures, name it *.png")
    write_atomically(path, _vector(chart, suffix, caption))
    return path


def enlarged(figure: Image.Image, width: int | None = None, dpi: int | None = None) -> Image.Image:
    """The figure `width` pixels wide, or as wide as `dpi` makes it; a chart is rendered anew at that size.

    Raises ValueError for a width that is not from 1 to 20,000 pixels.
    """
    width = width or round(figure.width * (dpi or DPI) / DPI)
    if not 0 < width <= WIDEST:
        raise ValueError(f"the figure would be {width} pixels wide; give a width from 1 to {WIDEST:,}, or other dpi")
    if width == figure.width:
        return figure.convert("RGB")
    if (chart := getattr(figure, "chart", None)) is not None:
        data = io.BytesIO()
        chart.savefig(data, dpi=width / chart.get_figwidth())
        figure = Image.open(data)
    height = round(figure.height * width / figure.width)
    return figure.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)


def lettered(page: Image.Image, caption: str, shown: int | None = None) -> Image.Image:
    """The page with a caption under it, in letters that look as large as on a page `shown` pixels wide."""
    if not caption:
        return page
    scale = page.width / (shown or page.width)
    letters, margin = font(max(8, round(LETTERS * scale))), round(MARGIN * scale)
    lines = wrap(caption, letters, page.width - 2 * margin)
    whole = Image.new("RGB", (page.width, page.height + letters.step * len(lines) + 2 * margin), "white")
    whole.paste(page, (0, 0))
    letters.write(ImageDraw.Draw(whole), (margin, page.height + margin), lines, "#333333")
    return whole


def png(page: Image.Image, dpi: int | None = None, **options) -> bytes:
    """A page as PNG, with its dots per inch written into it."""
    data = io.BytesIO()
    page.save(data, "PNG", **options, **({"dpi": (dpi, dpi)} if dpi else {}))
    return data.getvalue()


def _vector(chart: Figure, suffix: str, caption: str) -> bytes:
    inches, letters = chart.get_figwidth(), font(LETTERS)
    lines = ["", *wrap(caption, letters, round(inches * DPI) - 2 * MARGIN)] if caption else []
    box, data = chart.bbox_inches.frozen(), io.BytesIO()
    box.y0 -= len(lines) * 1.4 * LETTERS / DPI
    names = ["DejaVu Sans", "Daikon Hangul"]
    text = chart.text(0.01, 0, "\n".join(lines), va="top", fontfamily=names, fontsize=72 * LETTERS / DPI)
    text.set_parse_math(False)
    text.set_in_layout(False)
    try:
        with rc_context({"svg.hashsalt": "daikon"}):  # so that the same figure gives the same file
            chart.savefig(data, format=suffix[1:], bbox_inches=box, metadata=VECTOR[suffix])
    finally:
        text.remove()
    return data.getvalue()
