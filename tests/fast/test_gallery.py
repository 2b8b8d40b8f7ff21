"""A gallery of failures, with a fake model and no browser."""

import io
import json

import pytest
from PIL import Image

from helpers.pictures.blanks import Filled
from helpers.probes.album import kinds, line, of_kind, page
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
    said = line(ENTRIES[2], "fake")
    assert said == "load('fake').draw('a <2>', n=3, seed=2, guidance=2.0)[2]"
    again = FakeModel().draw("a <2>", n=3, seed=2, guidance=2.0).pictures[2]
    press(gallery, "ArrowRight")
    press(gallery, "ArrowRight")
    assert gallery.line.text == said
    with Image.open(io.BytesIO(gallery.live.frame)) as picture:
        assert picture.convert("RGB").tobytes() == again.tobytes()


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


def test_an_empty_gallery_says_so(tmp_path):
    gallery = Gallery(FakeModel(), GALLERY | {"entries": []}, exports=tmp_path)
    assert gallery.status.text == "There is no failure in this gallery." and gallery.next.disabled
