"""Figures of tokens over pictures, patches side by side, and pictures from files."""

import numpy as np
import pytest
from PIL import Image

from helpers.images import open_picture
from helpers.show import around, crossed, mosaic, numbered


@pytest.fixture
def picture():
    noise = np.random.default_rng(0).integers(0, 256, (16, 16, 3), dtype=np.uint8)
    return Image.fromarray(noise)


def test_numbers_stand_over_the_enlarged_picture(picture):
    page = numbered(picture, range(16), grid=4, scale=6)
    assert page.size == (96, 96)
    assert page.tobytes() != numbered(picture, [7] * 16, grid=4, scale=6).tobytes()


def test_mosaic_leaves_a_place_for_what_is_missing(picture):
    page = np.asarray(mosaic([picture, None, picture], columns=2, scale=1))
    assert page.shape == (32, 32, 3)
    assert np.array_equal(page[:16, :16], picture) and np.array_equal(page[16:, :16], picture)
    assert (page[:16, 16:] == 255).all(-1).sum() == 16 * 16 - 1


@pytest.mark.parametrize("place", [0, 5, 15])
def test_around_shows_the_place_in_the_middle(picture, place):
    page = np.asarray(around(picture, place, grid=4, scale=1))
    row, column = divmod(place, 4)
    assert page.shape == (12, 12, 3)
    assert np.array_equal(page[4:8, 4:8], np.asarray(picture)[row * 4 : row * 4 + 4, column * 4 : column * 4 + 4])


def test_opened_turns_a_photograph_upright(picture, tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    picture.crop((0, 0, 16, 8)).save(tmp_path / "a.png", exif=exif)
    assert open_picture(tmp_path / "a.png").size == (8, 16)


def test_what_cannot_be_opened_is_a_sentence(tmp_path):
    (tmp_path / "a.png").write_text("no picture")
    with pytest.raises(FileNotFoundError, match="there is no file"):
        open_picture(tmp_path / "b.png")
    with pytest.raises(ValueError, match="cannot be read as a picture"):
        open_picture(tmp_path / "a.png")


def test_rows_meet_columns(picture):
    dark = Image.new("RGB", (16, 16))
    page = np.asarray(crossed({"dawn": [picture, dark], "night": [dark, picture]}, ["field", "forest"], side=16))
    corner = page[-40:, -40:]  # 2 × 2 pictures with their margins
    assert np.array_equal(corner[:16, :16], picture) and np.array_equal(corner[20:36, 20:36], picture)
    assert not corner[:16, 20:36].any() and page[:-40].min() < 255 and page[-40:, :-40].min() < 255
