"""Sheets of pictures with words: captions under them, row and column names, a sentence on top."""

import re
from collections.abc import Mapping, Sequence

from PIL import Image, ImageDraw

from helpers.show.basics import MARGIN, OKABE_ITO, broken, font, sheet, wrap


def captioned(
    rows: Sequence[tuple[str, Sequence[Image.Image]]], columns: int = 1, scale: int | None = None
) -> Image.Image:
    """Lay out (caption, pictures) pairs, `columns` of them side by side; each caption stands under its pictures."""
    letters = font(12)
    blocks = []
    for caption, pictures in rows:
        strip = sheet(pictures, len(pictures), scale)
        lines = wrap(caption, letters, strip.width - 2 * MARGIN)
        block = Image.new("RGB", (strip.width, strip.height + letters.step * len(lines) + 2 * MARGIN), "white")
        block.paste(strip, (0, 0))
        letters.write(ImageDraw.Draw(block), (MARGIN, strip.height), lines, "#333333")
        blocks.append(block)
    lines = [blocks[i : i + columns] for i in range(0, len(blocks), columns)]
    page = Image.new(
        "RGB", (sum(b.width for b in lines[0]), sum(max(b.height for b in line) for line in lines)), "white"
    )
    y = 0
    for line in lines:
        x = 0
        for block in line:
            page.paste(block, (x, y))
            x += block.width
        y += max(b.height for b in line)
    return page


def crossed(rows: Mapping[str, Sequence[Image.Image]], columns: Sequence[str], side: int = 96) -> Image.Image:
    """A table of pictures, each `side` pixels wide: `rows` maps a row's name to its pictures, one for each column."""
    letters, step = font(12), side + MARGIN
    beside = {name: wrap(name, letters, 110) for name in rows}
    above = [wrap(name, letters, side) for name in columns]
    left = round(max(letters.getlength(line) for lines in beside.values() for line in lines)) + 3 * MARGIN
    top = letters.step * max(map(len, above)) + 2 * MARGIN
    page = Image.new("RGB", (left + len(columns) * step, top + len(rows) * step), "white")
    pen = ImageDraw.Draw(page)
    for j, lines in enumerate(above):
        place = (left + j * step + side / 2, top - MARGIN)
        letters.write(pen, place, lines, "#333333", "md")
    for i, (name, pictures) in enumerate(rows.items()):
        place = (left - 2 * MARGIN, top + i * step + side / 2)
        letters.write(pen, place, beside[name], "#333333", "rm")
        for j, picture in enumerate(pictures[: len(columns)]):
            big = picture.resize((side, side), Image.Resampling.BICUBIC) if picture.width != side else picture
            page.paste(big, (left + j * step, top + i * step))
    return page


def headed(pieces: Sequence[tuple[str, bool]], page: Image.Image) -> Image.Image:
    """The page with a sentence above it, given as (text, marked) pieces; marked ones are underlined on pale blue."""
    letters, height, width = font(15), 26, max(page.width, 360)
    words = [(word, marked) for text, marked in pieces for word in re.findall(r" |[^ ]+", text)]
    words = [(part, marked) for word, marked in words for part in broken(word, letters, width - 2 * MARGIN)]
    placed, x, y = [], MARGIN, MARGIN
    for word, marked in words:
        wide = round(letters.getlength(word))
        if x + wide > width - MARGIN and word != " ":
            x, y = MARGIN, y + height
        placed.append((word, marked, x, y, wide))
        x += wide
    head = y + height + MARGIN
    whole = Image.new("RGB", (width, head + page.height), "white")
    pen = ImageDraw.Draw(whole)
    for word, marked, x, y, wide in placed:
        if marked:
            pen.rectangle((x, y, x + wide - 1, y + 20), "#e4f3fc")
            pen.rectangle((x, y + 19, x + wide - 1, y + 20), OKABE_ITO[0])
        letters.write(pen, (x, y), [word], OKABE_ITO[0] if marked else "#333333")
    whole.paste(page, (0, head))
    return whole
