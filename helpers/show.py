"""Figures: pictures on a plain light ground. Knows pictures, not models."""

from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

MARGIN = 4  # pixels around and between pictures


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


def captioned(
    rows: Sequence[tuple[str, Sequence[Image.Image]]], columns: int = 1, scale: int | None = None
) -> Image.Image:
    """Lay out (caption, pictures) pairs, `columns` of them side by side, each caption wrapped under its pictures."""
    font = ImageFont.load_default(13)
    blocks = []
    for caption, pictures in rows:
        strip = sheet(pictures, len(pictures), scale)
        lines = wrap(caption, font, strip.width - 2 * MARGIN)
        block = Image.new("RGB", (strip.width, strip.height + 16 * len(lines) + 2 * MARGIN), "white")
        block.paste(strip, (0, 0))
        ImageDraw.Draw(block).multiline_text((MARGIN, strip.height), "\n".join(lines), "#333333", font, spacing=2)
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


def wrap(text: str, font: ImageFont.ImageFont, width: int) -> list[str]:
    """Break a text into lines no wider than `width` pixels."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
