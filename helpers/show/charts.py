"""Numbers as figures, drawn by matplotlib: maps, bars, matrices, curves, trails."""

import io
from collections.abc import Sequence
from functools import cache
from itertools import cycle

import numpy as np
import pandas as pd
import torch
from jaxtyping import Shaped
from matplotlib import ft2font
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.path import Path
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Bbox
from PIL import Image
from torch import Tensor

from helpers.show.basics import BLUE, FONTS, OKABE_ITO, ORANGE, font, tell_reversed, wrap
from helpers.show.saving import DPI

BESIDE = 3.0  # maximum width in inches of the labels beside a chart
RIGHT = "share of pictures that are right, with 95% interval over captions"


def maps(
    panels: Sequence[tuple[str, Image.Image | Shaped[Tensor, "rows columns"]]],
    columns: int | None = None,
    unit: str = "",
    limits: tuple[float, float] | None = None,
    colors: str = "viridis",
    inches: float = 2.0,
) -> Image.Image:
    """Panels of (title, picture or grid of numbers) side by side; all floats share one colour bar labelled `unit`.

    Whole numbers and truth values are shown as kinds, without a bar: 0 pale, 1 blue, 2 orange.
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
        axis.set_title(wrapped(title, 0.85 * inches), fontsize=9)
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
        figure.colorbar(mesh, ax=axes, label=wrapped(unit, rows * inches), shrink=0.8, pad=0.01)
    return _page(figure, 256 if len(grids) == len(panels) else None)


def bars(
    values: Sequence[float],
    labels: Sequence[str],
    unit: str,
    colors: str | Sequence[str] = BLUE,
    inches: tuple[float, float] | None = None,
) -> Image.Image:
    """Horizontal bars from top to bottom, one for each label, with a line at zero; `unit` labels the axis."""
    labels = [wrapped(label, BESIDE) for label in labels]
    figure = Figure(inches or (7, 0.6 + 0.24 * len(labels) * tallest(labels)), layout="constrained")
    axis = figure.subplots()
    axis.barh(range(len(values)), values, color=colors)
    axis.axvline(0, color="black", linewidth=0.8)
    axis.set_yticks(range(len(values)), labels, fontsize=9)
    axis.set_xlabel(wrapped(unit, 4), fontsize=9)
    axis.invert_yaxis()
    axis.spines[["top", "right", "left"]].set_visible(False)
    axis.tick_params(axis="y", length=0)
    return _page(figure)


def scores(table: pd.DataFrame, unit: str = RIGHT) -> Image.Image:
    """A bar from 0 to 1 for each row's `score`, an error bar from `low` to `high`, ticks at `floor` and `ceiling`.

    `table` has these columns, the last two optionally, and labels as its index; `unit` labels the axis.
    """
    labels = [wrapped(label, BESIDE) for label in table.index]
    figure = Figure((7, 0.9 + max(0.36, 0.18 * tallest(labels)) * len(table)), layout="constrained")
    axis, rows = figure.subplots(), range(len(table))
    axis.barh(rows, table["score"], height=0.6, color=BLUE)
    spread = [table["score"] - table["low"], table["high"] - table["score"]]
    axis.errorbar(table["score"], rows, xerr=spread, fmt="none", ecolor="black", capsize=3, linewidth=1)
    for column, color in (("floor", OKABE_ITO[1]), ("ceiling", OKABE_ITO[2])):
        if column in table:
            axis.plot(table[column], rows, "|", color=color, markersize=14, markeredgewidth=3, label=column)
    if axis.get_legend_handles_labels()[0]:
        figure.legend(loc="outside upper right", fontsize=8, frameon=False, ncols=2)
    axis.set_yticks(rows, labels, fontsize=9)
    axis.set_xlabel(wrapped(unit, 4), fontsize=9)
    axis.set_xlim(0, 1)
    axis.invert_yaxis()
    axis.spines[["top", "right", "left"]].set_visible(False)
    axis.tick_params(axis="y", length=0)
    return _page(figure)


def matrix(shares: pd.DataFrame, inches: float = 0.42) -> Image.Image:
    """A table of shares from 0 to 1 as coloured squares `inches` wide, with the share written where it is 1% or more.

    The axes are labelled with the names of the table's index and columns, such as "asked" and "read".
    """
    tall, wide = shares.shape
    above, beside = ([wrapped(name, BESIDE / 2, 8) for name in names] for names in (shares.columns, shares.index))
    figure = Figure((wide * inches, tall * inches))
    axis = figure.add_axes((0, 0, 1, 1))
    axis.imshow(shares.to_numpy(dtype=float), cmap="cividis", vmin=0, vmax=1, aspect="equal")
    for i, j in zip(*np.nonzero(shares.to_numpy() >= 0.01), strict=True):
        share = shares.iat[i, j]
        axis.text(j, i, f"{share:.0%}", ha="center", va="center", fontsize=7, color="black" if share > 0.5 else "white")
    axis.set_xticks(range(wide), above, fontsize=8, rotation=45, ha="left", rotation_mode="anchor")
    axis.set_yticks(range(tall), beside, fontsize=8)
    axis.xaxis.tick_top()
    axis.xaxis.set_label_position("top")
    axis.set_xlabel(wrapped(shares.columns.name or "", max(1.2, wide * inches)), fontsize=9)
    axis.set_ylabel(wrapped(shares.index.name or "", max(1.2, tall * inches)), fontsize=9)
    axis.spines[:].set_visible(False)
    axis.tick_params(length=0)
    return _page(figure, filled_by=axis)


def curves(table: pd.DataFrame, columns: Sequence[str], unit: str) -> Image.Image:
    """A line for each of `columns` over the table's index on a logarithmic scale to base 2; `unit` labels the y axis.

    Where the table has columns `low` and `high`, they are a band around the first line. y runs from 0 to 1.
    """
    figure = Figure((7, 3.4), layout="constrained")
    axis = figure.subplots()
    for i, column in enumerate(columns):
        dashes, size = ("o-", 5) if i == 0 else ("o--", 3)
        axis.plot(table.index, table[column], dashes, color=OKABE_ITO[i], markersize=size, linewidth=1.5)
    if {"low", "high"} <= {*table.columns}:
        axis.fill_between(table.index, table["low"], table["high"], color=OKABE_ITO[0], alpha=0.15, linewidth=0)
    axis.set_xscale("log", base=2)
    axis.set_xticks(table.index, [f"{step:g}" for step in table.index], fontsize=9)
    axis.set_xlabel(wrapped(table.index.name or "", 4), fontsize=9)
    axis.set_ylabel(wrapped(unit, 2.2), fontsize=9)
    axis.set_ylim(-0.02, 1.02)
    axis.spines[["top", "right"]].set_visible(False)
    figure.legend(
        axis.lines,
        [wrapped(name, BESIDE / 2, 8) for name in columns],
        loc="outside right upper",
        fontsize=8,
        frameon=False,
    )
    return _page(figure)


def trails(frame: pd.DataFrame, x: str, y: str, line: str, label: str) -> Image.Image:
    """Points (`x`, `y`), each with its `label`, joined into one line for each value of `line`; all four are columns."""
    figure = Figure((7, 4), layout="constrained")
    axis = figure.subplots()
    texts, names = [], []
    for color, (name, points) in zip(cycle(OKABE_ITO), frame.groupby(line, sort=False), strict=False):
        axis.plot(points[x], points[y], "o-", color=color, markersize=5, linewidth=1.2)
        names.append(wrapped(name, BESIDE / 2, 8))
        style = {"textcoords": "offset points", "fontsize": 8, "color": color, "va": "center", "ha": "center"}
        for place in points[[x, y, label]].itertuples(index=False):
            texts.append(axis.annotate(wrapped(place[2], BESIDE / 2, 8), place[:2], (0, 0), **style))
    axis.set_xlabel(wrapped(x, 4), fontsize=9)
    axis.set_ylabel(wrapped(y, BESIDE), fontsize=9)
    axis.spines[["top", "right"]].set_visible(False)
    axis.legend(axis.lines, names, fontsize=8, frameon=False)
    _as_written(figure)
    figure.draw_without_rendering()
    keep_apart(texts, [line.get_path().transformed(axis.transData) for line in axis.lines])
    return _page(figure)


def keep_apart(texts: list[Annotation], lines: list[Path]) -> None:
    """Move each text to the side of its point where it covers the fewest earlier texts and points, then lines."""
    taken = [Bbox.from_bounds(*(point - 4), 8, 8) for line in lines for point in line.vertices]
    sides = [(dx, dy) for dx in (9, -9, 0) for dy in (9, -9, 0) if dx or dy]

    def covered(side: tuple[int, int]) -> int:
        text.xyann = side
        box = text.get_window_extent()
        return 2 * box.count_overlaps(taken) + sum(line.intersects_bbox(box, filled=False) for line in lines)

    for text in texts:
        text.xyann = min(sides, key=covered)
        taken.append(text.get_window_extent())


def wrapped(text: object, inches: float, points: int = 9) -> str:
    """A text broken into lines no wider than `inches`, in letters of `points`; longer words are broken, too."""
    letters, width = font(round(points * DPI / 72)), round(inches * DPI)
    return "\n".join(piece for line in str(text).split("\n") for piece in wrap(line, letters, width))


def _make_room(figure: Figure, axis: Axes, margin: float = 0.08) -> None:
    """Enlarge a figure that its axis fills, so that the labels around the axis fit into it, `margin` inches apart."""
    wide, tall = figure.get_size_inches()
    box = figure.get_tightbbox().padded(margin)  # inches
    figure.set_size_inches(box.width, box.height)
    axis.set_position((-box.x0 / box.width, -box.y0 / box.height, wide / box.width, tall / box.height))


def tallest(labels: Sequence[str]) -> int:
    """How many lines the tallest label has."""
    return max((label.count("\n") + 1 for label in labels), default=1)


@cache
def _register() -> None:
    fontManager.addfont(FONTS[1])


def _as_written(figure: Figure) -> None:
    """Have matplotlib write each text literally (no formulas between dollar signs), with a font that has Hangul."""
    _register()
    if not hasattr(ft2font, "__libraqm_version__"):
        tell_reversed(" ".join(text.get_text() for text in figure.findobj(Text)), "matplotlib", 5)
    for text in figure.findobj(Text):
        text.set_parse_math(False)
        text.set_fontfamily(["DejaVu Sans", "Daikon Hangul"])


def _page(figure: Figure, colors: int | None = 256, filled_by: Axes | None = None) -> Image.Image:
    """A matplotlib figure as an image, with its colours reduced to `colors` for a small file, or all of them (None).

    A figure that the axis `filled_by` fills is enlarged, so that the axis's labels fit. The image keeps the figure as
    its attribute `chart`, which `save` uses.
    """
    _as_written(figure)
    if filled_by is not None:
        _make_room(figure, filled_by)
    data = io.BytesIO()
    figure.savefig(data, dpi=DPI)
    page = Image.open(data).convert("RGB")
    page = page.quantize(colors) if colors else page
    page.chart = figure
    return page
