"""Pictures as grids of tokens: cut, veiled, framed, numbered, laid out as a stream."""

from collections.abc import Sequence

import numpy as np
from jaxtyping import Bool
from PIL import Image, ImageDraw
from torch import Tensor

from helpers.show.basics import MARGIN, font


def tiles(picture: Image.Image, grid: int) -> list[Image.Image]:
    """Cut a picture into its grid × grid places, in raster order."""
    side = picture.width // grid
    corners = [(column * side, row * side) for row in range(grid) for column in range(grid)]
    return [picture.crop((x, y, x + side, y + side)) for x, y in corners]


def strip(cells: Sequence[tuple[str | Image.Image, str]], width: int = 900) -> Image.Image:
    """A stream of tokens as (word or tile, "#rrggbb") cells from left to right, wrapped at `width` pixels."""
    letters, height, placed, x, y = font(12), 34, [], MARGIN, MARGIN
    for inside, color in cells:
        wide = height if isinstance(inside, Image.Image) else max(14, round(letters.getlength(inside)) + 10)
        if x + wide > width - MARGIN:
            x, y = MARGIN, y + height + MARGIN
        placed.append((inside, color, x, y, wide))
        x += wide + 2
    page = Image.new("RGB", (width, y + height + MARGIN), "white")
    pen = ImageDraw.Draw(page)
    for inside, color, x, y, wide in placed:
        pen.rectangle((x, y, x + wide - 1, y + height - 1), color)
        if isinstance(inside, Image.Image):
            page.paste(inside.resize((height - 6, height - 6), Image.Resampling.NEAREST), (x + 3, y + 3))
        else:
            letters.write(pen, (x + wide / 2, y + height / 2), [inside], "black", "mm")
    return page.quantize(256)


def veiled(picture: Image.Image, seen: Bool[Tensor, "rows columns"]) -> Image.Image:
    """The picture with the places that are not `seen` faded almost to white."""
    mask = Image.fromarray(np.where(seen, 255, 40).astype(np.uint8)).resize(picture.size, Image.Resampling.NEAREST)
    return Image.composite(picture, Image.new("RGB", picture.size, "white"), mask)


def framed(picture: Image.Image, place: int, grid: int, scale: int = 1) -> Image.Image:
    """The picture, enlarged `scale` times, with a frame round one of its grid × grid places."""
    page = picture.resize((picture.width * scale, picture.height * scale), Image.Resampling.BICUBIC)
    side = page.width // grid
    x, y = place % grid * side, place // grid * side
    pen = ImageDraw.Draw(page)
    pen.rectangle((x - 2, y - 2, x + side + 1, y + side + 1), outline="white")
    pen.rectangle((x - 1, y - 1, x + side, y + side), outline="black")
    return page


def around(picture: Image.Image, place: int, grid: int, scale: int = 3) -> Image.Image:
    """One of the grid × grid places, framed, with its eight neighbours, enlarged; white beyond the picture's edge."""
    side = picture.width // grid
    page = Image.new("RGB", (3 * side, 3 * side), "white")
    page.paste(picture, ((1 - place % grid) * side, (1 - place // grid) * side))
    return framed(page, 4, 3, scale)


def numbered(picture: Image.Image, numbers: Sequence[int], grid: int, scale: int = 6) -> Image.Image:
    """The picture, pale and enlarged `scale` times, with its grid × grid numbers written over it in raster order."""
    size = (picture.width * scale, picture.height * scale)
    page = Image.blend(picture.resize(size, Image.Resampling.BICUBIC), Image.new("RGB", size, "white"), 0.5)
    side, pen = size[0] / grid, ImageDraw.Draw(page)
    for line in range(1, grid):
        pen.line((line * side, 0, line * side, size[1]), "white")
        pen.line((0, line * side, size[0], line * side), "white")
    for i, number in enumerate(map(int, numbers)):
        place = ((i % grid + 0.5) * side, (i // grid + 0.5) * side)
        font(round(side / 3)).write(pen, place, [str(number)], "black", "mm")
    return page


def mosaic(patches: Sequence[Image.Image | None], columns: int, scale: int = 2) -> Image.Image:
    """Patches of one size edge to edge in rows of `columns`; None leaves an empty place with a grey dot."""
    side = next(patch.width for patch in patches if patch is not None)
    page = Image.new("RGB", (columns * side, -(-len(patches) // columns) * side), "white")
    for i, patch in enumerate(patches):
        x, y = i % columns * side, i // columns * side
        if patch is None:
            ImageDraw.Draw(page).point((x + side // 2, y + side // 2), "#999999")
        else:
            page.paste(patch, (x, y))
    return page.resize((page.width * scale, page.height * scale), Image.Resampling.NEAREST)
