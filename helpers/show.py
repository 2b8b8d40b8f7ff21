"""Figures: pictures on a plain light ground. Knows pictures, not models."""

import io
import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import cycle
from pathlib import Path

import numpy as np
import pandas as pd
import torch
from jaxtyping import Bool, Shaped
from matplotlib import get_data_path
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure
from matplotlib.path import Path as Outline
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox
from PIL import Image, ImageDraw, ImageFont, ImageOps, UnidentifiedImageError
from torch import Tensor

MARGIN = 4  # pixels around and between pictures
OKABE_ITO = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#000000", "#56b4e9", "#e69f00")
RIGHT = "share of pictures that are right, with 95% interval over captions"
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


def captioned(
    rows: Sequence[tuple[str, Sequence[Image.Image]]], columns: int = 1, scale: int | None = None
) -> Image.Image:
    """Lay out (caption, pictures) pairs, `columns` of them side by side, each caption wrapped under its pictures."""
    font = _font(12)
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


def crossed(rows: Mapping[str, Sequence[Image.Image]], columns: Sequence[str], side: int = 96) -> Image.Image:
    """Pictures where rows meet columns: each row's name at its left, the columns' names on top, `side` px a picture."""
    font, step = _font(12), side + MARGIN
    beside = {name: wrap(name, font, 110) for name in rows}
    above = [wrap(name, font, side) for name in columns]
    left = round(max(font.getlength(line) for lines in beside.values() for line in lines)) + 3 * MARGIN
    top = 16 * max(map(len, above)) + 2 * MARGIN
    page = Image.new("RGB", (left + len(columns) * step, top + len(rows) * step), "white")
    pen = ImageDraw.Draw(page)
    for j, lines in enumerate(above):
        place = (left + j * step + side / 2, top - MARGIN)
        pen.multiline_text(place, "\n".join(lines), "#333333", font, "md", 2, "center")
    for i, (name, pictures) in enumerate(rows.items()):
        place = (left - 2 * MARGIN, top + i * step + side / 2)
        pen.multiline_text(place, "\n".join(beside[name]), "#333333", font, "rm", 2, "right")
        for j, picture in enumerate(pictures[: len(columns)]):
            big = picture.resize((side, side), Image.Resampling.BICUBIC) if picture.width != side else picture
            page.paste(big, (left + j * step, top + i * step))
    return page


def headed(pieces: Sequence[tuple[str, bool]], page: Image.Image) -> Image.Image:
    """The page under a sentence of (text, marked) pieces, the marked ones underlined on pale blue."""
    font, height, width = _font(15), 26, max(page.width, 360)
    words = [(word, marked) for text, marked in pieces for word in re.findall(r" |[^ ]+", text)]
    placed, x, y = [], MARGIN, MARGIN
    for word, marked in words:
        wide = round(font.getlength(word))
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
        pen.text((x, y), word, OKABE_ITO[0] if marked else "#333333", font)
    whole.paste(page, (0, head))
    return whole


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


def tiles(picture: Image.Image, grid: int) -> list[Image.Image]:
    """Cut a picture into its grid × grid places, in raster order."""
    side = picture.width // grid
    corners = [(column * side, row * side) for row in range(grid) for column in range(grid)]
    return [picture.crop((x, y, x + side, y + side)) for x, y in corners]


def strip(cells: Sequence[tuple[str | Image.Image, str]], width: int = 900) -> Image.Image:
    """A stream of tokens as (word or tile, "#rrggbb") cells from left to right, wrapped at `width` pixels."""
    font, height, placed, x, y = _font(12), 34, [], MARGIN, MARGIN
    for inside, color in cells:
        wide = height if isinstance(inside, Image.Image) else max(14, round(font.getlength(inside)) + 10)
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
            pen.text((x + wide / 2, y + height / 2), inside, "black", font, "mm")
    return page.quantize(256)


def veiled(picture: Image.Image, seen: Bool[Tensor, "rows columns"]) -> Image.Image:
    """The picture with the places that are not `seen` faded to almost white."""
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
    """One of the grid × grid places, framed, amid its eight neighbours, enlarged; white beyond the edge."""
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
        pen.text(
            ((i % grid + 0.5) * side, (i // grid + 0.5) * side), str(number), "black", _font(round(side / 3)), "mm"
        )
    return page


def mosaic(patches: Sequence[Image.Image | None], columns: int, scale: int = 2) -> Image.Image:
    """Patches of one size edge to edge in rows of `columns`; None leaves a grey dot."""
    side = next(patch.width for patch in patches if patch is not None)
    page = Image.new("RGB", (columns * side, -(-len(patches) // columns) * side), "white")
    for i, patch in enumerate(patches):
        x, y = i % columns * side, i // columns * side
        if patch is None:
            ImageDraw.Draw(page).point((x + side // 2, y + side // 2), "#999999")
        else:
            page.paste(patch, (x, y))
    return page.resize((page.width * scale, page.height * scale), Image.Resampling.NEAREST)


def opened(path: str | Path) -> Image.Image:
    """Open a picture file the right way up; say plainly when there is none at `path`."""
    try:
        return ImageOps.exif_transpose(Image.open(path))
    except FileNotFoundError:
        raise FileNotFoundError(f"there is no file {str(path)!r}; give the path of a picture (PNG, JPEG, …)") from None
    except (OSError, UnidentifiedImageError) as error:
        raise ValueError(f"{str(path)!r} cannot be read as a picture: {error}; give a PNG, JPEG, …") from error


def maps(
    panels: Sequence[tuple[str, Image.Image | Shaped[Tensor, "rows columns"]]],
    columns: int | None = None,
    unit: str = "",
    limits: tuple[float, float] | None = None,
    colors: str = "viridis",
    inches: float = 2.0,
) -> Image.Image:
    """(title, picture or grid of numbers) panels side by side; all numbers share one colour bar named `unit`.

    Whole numbers and truth values are kinds, not amounts: 0 is pale, 1 blue, 2 orange, and there is no bar.
    """
    grids = [panel for _, panel in panels if isinstance(panel, Tensor)]
    floats = [grid for grid in grids if grid.is_floating_point()]
    low, high = limits or torch.cat([grid[grid.isfinite()] for grid in floats] or [torch.zeros(1)]).aminmax()
    columns = columns or len(panels)
    rows = -(-len(panels) // columns)
    figure = Figure((columns * inches + 0.9 * bool(floats), rows * (inches + 0.3)), layout="constrained")
    axes, mesh = figure.subplots(rows, columns, squeeze=False).flatten(), None
    for axis in axes:
        axis.set(xticks=[], yticks=[], frame_on=False, aspect="equal", anchor="N")
    for axis, (title, panel) in zip(axes, panels, strict=False):
        axis.set_title(title, fontsize=9)
        if isinstance(panel, Image.Image):
            axis.imshow(panel, interpolation="bicubic")
            continue
        axis.invert_yaxis()
        edges = {"edgecolors": "white", "linewidth": 0.3} if len(panel) <= 32 else {}
        if panel.is_floating_point():
            mesh = axis.pcolormesh(panel.numpy(), cmap=colors, vmin=low, vmax=high, **edges)
        else:
            kinds = ListedColormap(["#eeeeee", BLUE, ORANGE])
            axis.pcolormesh(panel.int().numpy(), cmap=kinds, vmin=0, vmax=2, **edges)
    if mesh is not None:
        figure.colorbar(mesh, ax=axes, label=unit, shrink=0.8, pad=0.01)
    return _page(figure, 256 if len(grids) == len(panels) else None)


def bars(
    values: Sequence[float],
    labels: Sequence[str],
    unit: str,
    colors: str | Sequence[str] = BLUE,
    inches: tuple[float, float] | None = None,
) -> Image.Image:
    """Horizontal bars from top to bottom, one a label, with a line at nought."""
    figure = Figure(inches or (7, 0.6 + 0.24 * len(values)), layout="constrained")
    axis = figure.subplots()
    axis.barh(range(len(values)), values, color=colors)
    axis.axvline(0, color="black", linewidth=0.8)
    axis.set_yticks(range(len(values)), labels, fontsize=9)
    axis.set_xlabel(unit, fontsize=9)
    axis.invert_yaxis()
    axis.spines[["top", "right", "left"]].set_visible(False)
    axis.tick_params(axis="y", length=0)
    return _page(figure)


def scores(table: pd.DataFrame, unit: str = RIGHT) -> Image.Image:
    """A bar from nought to one for each row's `score` with its `low` and `high`; ticks at `floor` and `ceiling`. `unit`
    says what is counted."""
    figure = Figure((7, 0.9 + 0.36 * len(table)), layout="constrained")
    axis, rows = figure.subplots(), range(len(table))
    axis.barh(rows, table["score"], height=0.6, color=BLUE)
    spread = [table["score"] - table["low"], table["high"] - table["score"]]
    axis.errorbar(table["score"], rows, xerr=spread, fmt="none", ecolor="black", capsize=3, linewidth=1)
    for column, color in (("floor", OKABE_ITO[1]), ("ceiling", OKABE_ITO[2])):
        if column in table:
            axis.plot(table[column], rows, "|", color=color, markersize=14, markeredgewidth=3, label=column)
    if axis.get_legend_handles_labels()[0]:
        figure.legend(loc="outside upper right", fontsize=8, frameon=False, ncols=2)
    axis.set_yticks(rows, table.index, fontsize=9)
    axis.set_xlabel(unit, fontsize=9)
    axis.set_xlim(0, 1)
    axis.invert_yaxis()
    axis.spines[["top", "right", "left"]].set_visible(False)
    axis.tick_params(axis="y", length=0)
    return _page(figure)


def matrix(shares: pd.DataFrame, inches: float = 0.42) -> Image.Image:
    """Shares from 0 to 1, a row an index and a column a name, as squares `inches` wide; those from 1% on are written.

    The axes bear the names of index and columns, such as asked and read.
    """
    tall, wide = shares.shape
    figure = Figure((wide * inches + 2.2, tall * inches + 1.6), layout="constrained")
    axis = figure.subplots()
    axis.imshow(shares.to_numpy(dtype=float), cmap="cividis", vmin=0, vmax=1, aspect="equal")
    for i, j in zip(*np.nonzero(shares.to_numpy() >= 0.01), strict=True):
        share = shares.iat[i, j]
        axis.text(j, i, f"{share:.0%}", ha="center", va="center", fontsize=7, color="black" if share > 0.5 else "white")
    axis.set_xticks(range(wide), shares.columns, fontsize=8, rotation=45, ha="left", rotation_mode="anchor")
    axis.set_yticks(range(tall), shares.index, fontsize=8)
    axis.xaxis.tick_top()
    axis.xaxis.set_label_position("top")
    axis.set_xlabel(shares.columns.name or "", fontsize=9)
    axis.set_ylabel(shares.index.name or "", fontsize=9)
    axis.spines[:].set_visible(False)
    axis.tick_params(length=0)
    return _page(figure)


def curves(table: pd.DataFrame, columns: Sequence[str], unit: str) -> Image.Image:
    """A line for each of `columns` over the table's index, whose steps are doublings; with `low` and `high` columns
    the first line has them as a band."""
    figure = Figure((7, 3.4), layout="constrained")
    axis = figure.subplots()
    for i, column in enumerate(columns):
        dashes, size = ("o-", 5) if i == 0 else ("o--", 3)
        axis.plot(table.index, table[column], dashes, color=OKABE_ITO[i], label=column, markersize=size, linewidth=1.5)
    if {"low", "high"} <= {*table.columns}:
        axis.fill_between(table.index, table["low"], table["high"], color=OKABE_ITO[0], alpha=0.15, linewidth=0)
    axis.set_xscale("log", base=2)
    axis.set_xticks(table.index, [f"{step:g}" for step in table.index], fontsize=9)
    axis.set_xlabel(table.index.name, fontsize=9)
    axis.set_ylabel(unit, fontsize=9)
    axis.set_ylim(-0.02, 1.02)
    axis.spines[["top", "right"]].set_visible(False)
    figure.legend(loc="outside right upper", fontsize=8, frameon=False)
    return _page(figure)


def trails(frame: pd.DataFrame, x: str, y: str, line: str, label: str) -> Image.Image:
    """Points at columns `x` and `y`, each with its `label`, joined into one line for each kind of `line`."""
    figure = Figure((7, 4), layout="constrained")
    axis = figure.subplots()
    texts = []
    for color, (name, points) in zip(cycle(OKABE_ITO), frame.groupby(line, sort=False), strict=False):
        axis.plot(points[x], points[y], "o-", color=color, label=name, markersize=5, linewidth=1.2)
        style = {"textcoords": "offset points", "fontsize": 8, "color": color, "va": "center", "ha": "center"}
        for place in points[[x, y, label]].itertuples(index=False):
            texts.append(axis.annotate(str(place[2]), place[:2], (0, 0), **style))
    axis.set_xlabel(x, fontsize=9)
    axis.set_ylabel(y, fontsize=9)
    axis.spines[["top", "right"]].set_visible(False)
    axis.legend(fontsize=8, frameon=False)
    figure.draw_without_rendering()
    keep_apart(texts, [line.get_path().transformed(axis.transData) for line in axis.lines])
    return _page(figure)


def keep_apart(texts: list[Annotation], lines: list[Outline]) -> None:
    """Put each text on the side of its point where it covers least of earlier texts and points, then of lines."""
    taken = [Bbox.from_bounds(*(point - 4), 8, 8) for line in lines for point in line.vertices]
    sides = [(dx, dy) for dx in (9, -9, 0) for dy in (9, -9, 0) if dx or dy]

    def covered(side: tuple[int, int]) -> int:
        text.xyann = side
        box = text.get_window_extent()
        return 2 * box.count_overlaps(taken) + sum(line.intersects_bbox(box, filled=False) for line in lines)

    for text in texts:
        text.xyann = min(sides, key=covered)
        taken.append(text.get_window_extent())


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    """The font that comes with matplotlib: it has Greek letters and arrows, which Pillow's own lacks."""
    return ImageFont.truetype(Path(get_data_path(), "fonts", "ttf", "DejaVuSans.ttf"), size)


def _page(figure: Figure, colors: int | None = 256) -> Image.Image:
    """A drawn matplotlib figure as an image, of few `colors` so that it packs small, or of all (None)."""
    data = io.BytesIO()
    figure.savefig(data, dpi=100)
    page = Image.open(data).convert("RGB")
    return page.quantize(colors) if colors else page
