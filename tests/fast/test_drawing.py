"""A saved drawing can be drawn again: chosen, completed, cancelled, in int8, by a checkpoint of one's own."""

import copy
import dataclasses
import json
import pickle

import pytest
import torch
from PIL import Image

from helpers import load
from helpers.models import checkpoints
from helpers.models.drawing import Drawing, read_record
from helpers.models.identity import drawn_by
from tests.tiny import make_model

CAPTION = "a fox on the beach"


@pytest.fixture(scope="module")
def drawing(tiny):
    return tiny.draw(CAPTION, n=4, seed=5, temperature=0.7, top_k=9, guidance=2.0)


@pytest.fixture(scope="module")
def completed(tiny, drawing):
    return tiny.complete("해변의 여우", drawing.tokens[1], keep_rows=2, n=3, seed=1)


def chosen(drawing):
    return dataclasses.replace(
        drawing, pictures=[drawing[2], drawing[0]], tokens=drawing.tokens[[2, 0]], indices=(2, 0)
    )


def cancelled(tiny):
    *_, half = (partial for partial in tiny.stream(CAPTION, n=2, seed=3) if partial.done <= 7)
    return tiny.drawing(CAPTION, half.tokens, tiny.settings(2, 3))


def test_a_drawing_is_saved_at_a_width_with_its_caption(tiny, drawing, tmp_path):
    plain, _ = drawing.save(tmp_path / "plain", width=1200)
    said, _ = drawing.save(tmp_path / "said", width=1200, dpi=300, captioned=True)
    with Image.open(plain) as one, Image.open(said) as other:
        assert one.width == other.width == 1200 and other.height > one.height
        assert other.info["dpi"][0] == pytest.approx(300, abs=0.1)
    assert Drawing.load(said, tiny) == drawing


@pytest.mark.parametrize("suffix", [".json", ".png"])
def test_what_was_saved_draws_itself_again(tiny, drawing, completed, tmp_path, suffix):
    for one in (drawing, completed, chosen(drawing), cancelled(tiny)):
        one.save(tmp_path / "fox")
        again = Drawing.load((tmp_path / "fox").with_suffix(suffix), tiny)
        assert again == one and again.redraw() == one
        assert [picture.tobytes() for picture in again] == [picture.tobytes() for picture in one]
        assert again.record() == one.record()


def test_png_and_json_hold_the_same(drawing, completed, tmp_path):
    for one in (drawing, completed):
        png, sidecar = one.save(tmp_path / "fox")
        assert read_record(png) == read_record(sidecar) == json.loads(sidecar.read_text(encoding="utf-8"))
        assert Image.open(png).text["daikon"]


def test_the_best_know_which_they_are(tiny, drawing):
    class Ranker:
        def score(self, caption, pictures):
            return torch.tensor([[0.1, 0.4, 0.2, 0.3]])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(tiny), "ranker", Ranker())
        best = drawing.best(2)
        assert best.indices == (1, 3) and best.redraw() == best
        patch.setattr(Ranker, "score", lambda self, caption, pictures: torch.tensor([[0.1, 0.2]]))
        assert best.best(1).indices == (3,)


@pytest.mark.parametrize("k", [0, -1, 5])
def test_as_many_are_best_as_there_are(drawing, k):
    with pytest.raises(ValueError, match=f"k is {k}; give a whole number from 1 to 4, the pictures there are"):
        drawing.best(k)


def test_a_checkpoint_of_ones_own_is_found_again(tiny, tmp_path):
    folder = tmp_path / "own" / "checkpoint"
    checkpoints.save(folder, make_model(seed=3), {"seed": 3})
    for precision in ("float32", "int8"):
        drawing = load(folder, "cpu", precision).draw(CAPTION, n=2, seed=4)
        png, _ = drawing.save(tmp_path / precision)
        again = Drawing.load(png, device="cpu")
        assert again == drawing and again.redraw() == drawing and again.drawn_by.precision == precision


def test_another_checkpoint_or_precision_is_refused(tiny, drawing, tmp_path):
    png, _ = drawing.save(tmp_path / "fox")
    for other in (make_model(seed=1), make_model().to("cpu", "int8")):
        with pytest.raises(ValueError, match=r"drawn by tiny \(.*\) in float32, and tiny in .* other pictures"):
            Drawing.load(png, other)


def test_drawings_are_equal_by_what_they_are(tiny, drawing):
    same = tiny.draw(CAPTION, n=4, seed=5, temperature=0.7, top_k=9, guidance=2.0)
    assert drawing == drawing and drawing == same and hash(drawing) == hash(same) and len({drawing, same}) == 1
    others = [tiny.draw(CAPTION, n=4, seed=6), tiny.draw(CAPTION, n=2, seed=5), chosen(drawing), "fox", None]
    assert all(drawing != other for other in others)
    assert drawing != dataclasses.replace(drawing, tokens=drawing.tokens[:, :9])


def test_a_pickled_drawing_does_not_hold_its_model(tiny, drawing, tmp_path):
    data = pickle.dumps(drawing)
    assert len(data) < 40_000
    again = pickle.loads(data)
    assert again == drawing and again.identity == drawing.identity == drawn_by(tiny)
    assert read_record(again.save(tmp_path / "fox")[0]) == drawing.record()
    with pytest.raises(ValueError, match="does not know its model"):
        copy.deepcopy(drawing).redraw()


RECORD = {
    "caption": "a fox",
    "model": "tiny",
    "checkpoint": None,
    "precision": "float32",
    "settings": {"n": 2},
    "indices": [0, 1],
    "known": None,
    "tokens": [[1, 2], [3, 4]],
}


@pytest.mark.parametrize(
    "change",
    [
        {"caption": ""},
        {"caption": 3},
        {"caption": "\ud800"},
        {"model": ["tiny"]},
        {"checkpoint": 7},
        {"precision": None},
        {"settings": {"n": 10**30, "seed": -1}},
        {"settings": {"n": 2, "eval": "1"}},
        {"settings": []},
        {"settings": None},
        {"indices": [0, 2]},
        {"indices": [0]},
        {"indices": [0, -1]},
        {"indices": [0, 0.5]},
        {"indices": [0, True]},
        {"indices": "01"},
        {"known": [-2]},
        {"known": 5},
        {"tokens": []},
        {"tokens": [[1], [2, 3]]},
        {"tokens": [[1, 2], [3, "4"]]},
        {"tokens": [[1, 2], [3, 2**70]]},
        {"tokens": {"a": 1}},
    ],
    ids=str,
)
def test_a_record_of_another_kind_is_refused_in_a_sentence(tmp_path, change):
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps(RECORD))
    assert read_record(good)["tokens"] == RECORD["tokens"]
    bad.write_text(json.dumps(RECORD | change))
    with pytest.raises(ValueError, match=r"bad.json holds no drawing .* give what Drawing.save wrote"):
        read_record(bad)


@pytest.mark.parametrize("data", [b"", b"null", b"[]", b"{}", b"[" * 99999, b"\xff\xfe", b'"a"', b"\x89PNG\r\n\x1a\n"])
@pytest.mark.parametrize("suffix", [".json", ".png"])
def test_a_file_of_another_kind_is_refused_in_a_sentence(tmp_path, data, suffix):
    (tmp_path / f"a{suffix}").write_bytes(data)
    with pytest.raises(ValueError, match=r"holds no drawing|cannot be read"):
        read_record(tmp_path / f"a{suffix}")


def test_a_picture_without_a_record_and_a_file_that_is_not_there(tmp_path):
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png")
    with pytest.raises(ValueError, match="holds no drawing"):
        read_record(tmp_path / "a.png")
    for name in ("b.png", "b.json"):
        with pytest.raises(ValueError, match="there is no file"):
            read_record(tmp_path / name)
    (tmp_path / "c.json").mkdir()
    with pytest.raises(ValueError, match="cannot be read"):
        read_record(tmp_path / "c.json")
