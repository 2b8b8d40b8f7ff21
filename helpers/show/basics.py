"""What all figures share: margins, colours, one font, and a sheet of pictures."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from matplotlib import get_data_path
from PIL import Image, ImageFont

MARGIN = 4  # pixels around and between pictures
OKABE_ITO = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#000000", "#56b4e9", "#e69f00")
BLUE, ORANGE, GREY = "#56b4e9", "#e69f00", "#dddddd"  # Okabe–Ito: text, picture, neither


def sheet(pictures: Sequence[Image.Image], columns: int | None = None, scale: int | None = None) -> Image.Image:
    """Lay pictures of one size out in rows of `columns`, each enlarged `scale` times, or to 128 px or more."""
    if not pictures:
        raise ValueError("a sheet needs at least one picture, got none")
    side = pictures[0].width
    scale = scale or max(1, -(-128 // side))
    columns = columns or min(len(pictures), 8 if len(pictures) > 4 else 4)
    rows, step = -(-len(pictures) // columns), side * scale + MARGIN
    page = Image.new("RGB", (columns * step + MARGIN, rows * step + MARGIN), "white")
    for i, picture in enumerate(pictures):
        big = picture.resize((side * scale, side * scale), Image.Resampling.BICUBIC) if scale > 1 else picture
        page.paste(big, (MARGIN + i % columns * step, MARGIN + i // columns * step))
    return page


def wrap(text: str, font: ImageFont.ImageFont | ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Break a text into lines no wider than `width` pixels."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """The font that comes with matplotlib: it has Greek letters and arrows, which Pillow's own lacks."""
    return ImageFont.truetype(Path(get_data_path(), "fonts", "ttf", "DejaVuSans.ttf"), size)
