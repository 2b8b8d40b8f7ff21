"""Figures of streams, masks and numbers over the grid of tokens."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
import torch
from matplotlib.figure import Figure
from PIL import Image

from helpers.show import BLUE, ORANGE, bars, curves, framed, keep_apart, maps, matrix, strip, tiles, trails, veiled


@pytest.fixture
def picture():
    noise = np.random.default_rng(0).integers(0, 256, (16, 16, 3), dtype=np.uint8)
    return Image.fromarray(noise)


def test_tiles_are_the_picture_in_raster_order(picture):
    whole = np.concatenate([np.asarray(tile) for tile in tiles(picture, 4)[:4]], axis=1)
    assert np.array_equal(whole, np.asarray(picture)[:4])


def test_strip_wraps_at_its_width(picture):
    one = strip([("fox", BLUE)] * 3, 300)
    many = strip([("fox", BLUE), *[(tile, ORANGE) for tile in tiles(picture, 4)]], 300)
    assert one.width == many.width == 300 and many.height > one.height


def test_veil_leaves_what_is_seen(picture):
    seen = torch.zeros(4, 4, dtype=torch.bool)
    seen[1, 2] = True
    veiled_picture = np.asarray(veiled(picture, seen))
    assert np.array_equal(veiled_picture[4:8, 8:12], np.asarray(picture)[4:8, 8:12])
    assert veiled_picture[:4].mean() > np.asarray(picture)[:4].mean()


def test_frame_goes_round_one_place(picture):
    changed = (np.asarray(framed(picture, 5, 4)) != np.asarray(picture)).any(-1)
    assert changed.any() and not changed[4:8, 4:8].any() and not changed[10:].any()


def test_maps_take_pictures_amounts_and_kinds(picture):
    amounts = torch.rand(4, 4)
    amounts[0, 0] = torch.nan
    panels = [("picture", picture), ("amounts", amounts), ("kinds", torch.ones(4, 4, dtype=torch.bool))]
    wide, high = maps(panels, unit="bits"), maps(panels, columns=1, unit="bits")
    assert wide.width > high.width and wide.height < high.height


def test_bars_and_trails_draw():
    frame = pd.DataFrame({"x": [0.0, 1.0], "y": [1.0, 2.0], "line": ["a", "b"], "label": [0.5, ""]})
    for figure in bars([1.0, -2.0], ["a", "b"], "nats"), trails(frame, "x", "y", "line", "label"):
        assert np.ptp(np.asarray(figure.convert("L"))) > 200


def test_labels_at_one_place_keep_apart():
    figure = Figure((4, 3))
    axis = figure.subplots()
    axis.plot([0, 1, 2], [0, 1, 0])
    style = {"textcoords": "offset points", "fontsize": 8, "ha": "center", "va": "center"}
    texts = [axis.annotate("0.2", (1, 1), (0, 0), **style) for _ in range(4)]
    figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in texts]
    assert all(box.overlaps(boxes[0]) for box in boxes)
    keep_apart(texts, [line.get_path().transformed(axis.transData) for line in axis.lines])
    boxes = [text.get_window_extent() for text in texts]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))


def test_curves_draw_a_line_a_column_with_a_band():
    table = pd.DataFrame({"picked": [0.2, 0.4, 0.5], "any": [0.2, 0.6, 0.9]}, pd.Index([1, 2, 4], name="N"))
    plain = curves(table, ["picked", "any"], "share")
    assert plain.size == (700, 340)
    banded = curves(table.assign(low=0.1, high=0.7), ["picked", "any"], "share")
    assert plain.convert("RGB").tobytes() != banded.convert("RGB").tobytes()


def test_long_names_of_a_matrix_stand_within_the_page():
    names = ["an extreme close-up view", "none", "a spherical panorama"]
    page = np.asarray(matrix(pd.DataFrame(np.eye(3), names, names).rename_axis(index="asked")).convert("L"))
    assert min(edge.min() for edge in (page[0], page[-1], page[:, 0], page[:, -1])) > 250


def test_matrix_writes_its_shares_into_squares():
    shares = pd.DataFrame([[0.25, 0.75], [0.0, 1.0]], index=["a", "b"], columns=["a", "b"])
    small, large = matrix(shares), matrix(pd.concat([shares] * 2))
    assert small.width == large.width and small.height < large.height
    assert small.tobytes() != matrix(1 - shares).tobytes()
