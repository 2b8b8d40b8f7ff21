"""Figures as files: the size asked for, the caption under them, lines that stay lines, kinds that are refused."""

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from helpers import show

CAPTION = "A fox, five times. 여우 다섯 마리."


@pytest.fixture(scope="module")
def chart():
    return show.bars([1, 2, 3], ["one", "둘", "three"], "pictures")


@pytest.fixture(scope="module")
def pictures():
    return show.sheet([Image.new("RGB", (64, 64), color) for color in ("red", "green", "blue")])


@pytest.mark.parametrize("figure", ["chart", "pictures"])
def test_a_png_is_as_wide_as_asked_for(figure, request, tmp_path):
    figure = request.getfixturevalue(figure)
    for asked, wide in (({}, figure.width), ({"width": 1600}, 1600), ({"dpi": 300}, 3 * figure.width)):
        with Image.open(show.save(figure, tmp_path / "a", **asked)) as saved:
            assert saved.width == wide and abs(saved.height / wide - figure.height / figure.width) < 0.01
            assert "dpi" not in asked or saved.info["dpi"][0] == pytest.approx(300, abs=0.1)
    with Image.open(show.save(figure, tmp_path / "a.png", width=900, dpi=600)) as saved:
        assert saved.width == 900 and saved.info["dpi"][0] == pytest.approx(600, abs=0.1)


def test_a_chart_is_drawn_anew_at_its_size(chart, tmp_path):
    with Image.open(show.save(chart, tmp_path / "a", width=2100)) as saved:
        sharp, stretched = saved.convert("L"), chart.convert("L").resize(saved.size)
    edges = [np.abs(np.diff(np.asarray(page, float), axis=1)).max(0).mean() for page in (sharp, stretched)]
    assert edges[0] > 1.3 * edges[1]


def test_the_caption_stands_under_the_figure(pictures, tmp_path):
    with Image.open(show.save(pictures, tmp_path / "a", width=800)) as plain:
        with Image.open(show.save(pictures, tmp_path / "b", width=800, caption=CAPTION)) as said:
            below = np.asarray(said)[plain.height :]
            assert said.height > plain.height and said.crop((0, 0, *plain.size)).tobytes() == plain.tobytes()
    assert (below < 128).any()


def test_a_chart_stays_lines(chart, tmp_path):
    before = np.asarray(chart.convert("RGB"))
    drawn, said = (show.save(chart, tmp_path / name, caption=CAPTION).read_bytes() for name in ("a.pdf", "a.SVG"))
    assert drawn.startswith(b"%PDF") and b"DaikonHangul" in drawn
    assert said.startswith(b"<?xml") and b"<image" not in said and said.count(b"<path") > 20
    assert len(said) > len(show.save(chart, tmp_path / "b.svg").read_bytes())
    assert show.save(chart, tmp_path / "c.svg", caption=CAPTION).read_bytes() == said
    table = pd.DataFrame({"score": [0.5], "low": [0.4], "high": [0.6]}, ["a"])
    assert show.save(show.scores(table), tmp_path / "d.pdf").stat().st_size > 1000
    with Image.open(show.save(chart, tmp_path / "e")) as again:
        assert np.array_equal(np.asarray(again), before)


@pytest.mark.parametrize("name", ["a.jpg", "a.webp", "a.eps", "a.pgn", "a.docx"])
def test_another_kind_of_file_is_refused(chart, name, tmp_path):
    with pytest.raises(ValueError, match=r"ends in \.\w+, and what is written is \.png"):
        show.save(chart, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_pictures_are_no_lines(pictures, tmp_path):
    with pytest.raises(ValueError, match=r"only charts are saved as \.svg"):
        show.save(pictures, tmp_path / "a.svg")
    with pytest.raises(ValueError, match="20,000"):
        show.save(pictures, tmp_path / "a", width=30_000)
    assert not list(tmp_path.iterdir())
