"""A gallery of failures, with a fake model and no browser."""

import ast
import io
import json

import pytest
from PIL import Image

from helpers.pictures.blanks import Filled
from helpers.probes.album import kinds, line, of_kind, page
from helpers.probes.gallery import load
from helpers.widgets import Gallery
from tests.fake import FakeModel

ASKED = Filled.first("outfit").facts
ENTRIES = [
    {
        "caption": f"a <{i}>",
        "seed": 2,
        "index": i,
        "settings": {"guidance": 2.0},
        "failures": failures,
        "said": "leak: hat red, not blue",
        "asked": ASKED,
        "read": ASKED | {"hat": "red"},
    }
    for i, failures in enumerate([["swap"], ["leak"], ["leak", "missing"]])
]
GALLERY = {"model": "fake", "checkpoint": None, "note": "an undertrained snapshot", "entries": ENTRIES}


@pytest.fixture
def gallery(tmp_path):
    made = Gallery(FakeModel(), GALLERY, exports=tmp_path)
    made.wait(10)
    return made


def press(gallery, key):
    gallery.live._handle_custom_msg({"key": key}, [])
    gallery.wait(10)


def test_kinds_are_counted():
    assert kinds(ENTRIES) == [("all (3)", ""), ("leak (2)", "leak"), ("swap (1)", "swap"), ("missing (1)", "missing")]
    assert [entry["index"] for entry in of_kind(ENTRIES, "leak")] == [1, 2]


def test_the_line_draws_the_picture_again(gallery):
    said = line(ENTRIES[2], GALLERY)
    assert said == "load('fake').draw('a <2>', n=3, seed=2, guidance=2.0)[2]"
    again = FakeModel().draw("a <2>", n=3, seed=2, guidance=2.0).pictures[2]
    press(gallery, "ArrowRight")
    press(gallery, "ArrowRight")
    assert gallery.line.text == said
    with Image.open(io.BytesIO(gallery.live.frame)) as picture:
        assert picture.convert("RGB").tobytes() == again.tobytes()


def test_the_line_says_another_precision():
    assert line(ENTRIES[0], GALLERY | {"precision": "int8"}).startswith("load('fake', precision='int8').draw(")


HOSTILE = [
    {"seed": "0); import os; os.system('x'"},
    {"seed": -1},
    {"seed": 0.5},
    {"seed": None},
    {"index": "0"},
    {"index": 10**6},
    {"index": -1},
    {"index": True},
    {"settings": {"guidance=0); print(1)#": 1}},
    {"settings": {"guidance": "2"}},
    {"settings": {"temperature": float("nan")}},
    {"settings": {"n": 10**9}},
    {"settings": [2]},
    {"settings": None},
    {"caption": ["a fox"]},
    {"caption": "\ud800"},
    {"caption": ""},
    {"failures": "swap"},
    {"failures": [3]},
    {"failures": None},
    {"said": 3},
    {"asked": "outfit"},
    {"read": []},
]


@pytest.mark.parametrize("change", HOSTILE, ids=str)
def test_a_strangers_gallery_is_checked_before_it_is_shown(tmp_path, change):
    found = GALLERY | {"entries": [ENTRIES[0], ENTRIES[1] | change]}
    (tmp_path / "a.json").write_text(json.dumps(found), "utf-8")
    with pytest.raises(ValueError, match=r"a.json is no gallery: entry 1") as error:
        load(tmp_path / "a.json")
    assert "\n" not in str(error.value)
    with pytest.raises(ValueError, match="this is no gallery"):
        Gallery(FakeModel(), found, exports=tmp_path)


@pytest.mark.parametrize(
    "change",
    [{"model": 3}, {"model": None}, {"checkpoint": []}, {"note": {}}, {"precision": 8}, {"entries": {}}],
    ids=str,
)
def test_a_strangers_gallery_is_checked_as_a_whole(tmp_path, change):
    (tmp_path / "a.json").write_text(json.dumps(GALLERY | change), "utf-8")
    with pytest.raises(ValueError, match=r"a.json is no gallery"):
        load(tmp_path / "a.json")


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b"{}", b"[" * 99999, b"\xff", b'{"entries": [[]]}'])
def test_what_is_no_gallery_is_one_sentence(tmp_path, data):
    (tmp_path / "a.json").write_bytes(data)
    with pytest.raises(ValueError, match=r"a.json is no gallery") as error:
        load(tmp_path / "a.json")
    assert "\n" not in str(error.value)


def test_a_line_of_any_caption_is_one_call(tmp_path):
    for caption in ("a'); print(1); ('", 'say "hi"', "back\\slash", "여우\nfox"):
        entry = ENTRIES[0] | {"caption": caption}
        (tmp_path / "a.json").write_text(json.dumps(GALLERY | {"entries": [entry]}), "utf-8")
        tree = ast.parse(line(load(tmp_path / "a.json")["entries"][0], GALLERY), mode="eval")
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        assert len(calls) == 2 and calls[0].args[0].value == caption


def test_a_page_marks_the_facts_that_differ():
    said = page(ENTRIES[0])
    assert said.count("✗ differs") == 1 and "&lt;0&gt;" in said
    plain = {key: value for key, value in ENTRIES[0].items() if key not in ("asked", "read")}
    assert "leak: hat red, not blue" in page(plain)


def test_arrow_keys_turn_the_pages(gallery):
    assert gallery.at.value == "1 of 3" and gallery.back.disabled
    press(gallery, "ArrowLeft")
    assert gallery.at.value == "1 of 3"
    press(gallery, "ArrowRight")
    assert gallery.at.value == "2 of 3" and "“a <1>”: leak" in gallery.live.alt
    gallery.next.click()
    assert gallery.next.disabled and not gallery.back.disabled


def test_a_kind_shows_only_its_own(gallery):
    gallery.kind.value = "leak"
    gallery.wait(10)
    assert gallery.at.value == "1 of 2" and gallery.status.text.startswith("1 of 2, leak: hat red")
    assert gallery.status.text.endswith("(drawn by fake on cpu)")


def test_export_saves_a_sheet_and_a_gallery_of_its_entries(gallery, tmp_path):
    gallery.kind.value = "leak"
    gallery.wait(10)
    gallery.export.click()
    gallery.wait(10)
    assert gallery.status.text.startswith("Saved") and gallery.progress.value == 2
    assert (tmp_path / "failures-leak-seed-2.png").stat().st_size > 0
    saved = json.loads((tmp_path / "failures-leak-seed-2.json").read_text())
    assert saved == GALLERY | {"entries": ENTRIES[1:]}


def test_another_checkpoint_is_refused_in_a_sentence(tmp_path):
    gallery = Gallery(FakeModel(), GALLERY | {"checkpoint": "0123"}, exports=tmp_path)
    gallery.wait(10)
    assert "would draw other pictures" in gallery.status.text and gallery.live.frame == b""


def test_what_a_caption_has_that_the_model_does_not_know_is_told(tmp_path):
    gallery = Gallery(FakeModel(), GALLERY | {"entries": [ENTRIES[0] | {"caption": "a zyx"}]}, exports=tmp_path)
    gallery.wait(10)
    assert gallery.status.text.endswith("The model was never shown the word 'zyx'.")


def test_an_empty_gallery_says_so(tmp_path):
    gallery = Gallery(FakeModel(), GALLERY | {"entries": []}, exports=tmp_path)
    assert gallery.status.text == "There is no failure in this gallery." and gallery.next.disabled
