"""What the page is written from: sentences in pieces, kernels, weights as text, single figures as HTML."""

import dataclasses
import html.parser

import pandas as pd
import pytest
from PIL import Image
from torch import nn

from helpers.page import Shown, Still, __main__, figures, kernels, site, wat, weights, wording
from tests.tiny import STREAM, make_dvae, make_model, make_transformer

SLOTS = {"animal": ("fox", "owl"), "color": ("red", "orange")}
FIRST = {"animal": "fox", "color": "red"}


def a(word):
    return f"an {word}" if word[0] in "ao" else f"a {word}"


def learned(say):
    return wording.learn(SLOTS, FIRST, say)


def test_articles_and_repeated_words_go_with_their_value():
    found = learned(lambda v: f"{a(v['animal'])} in {a(v['color'])} hat, {v['color']} as {a(v['animal'])}.")
    assert found.say({"animal": "owl", "color": "orange"}) == "an owl in an orange hat, orange as an owl."
    assert {piece.slots for piece in found.pieces} == {(), ("animal",), ("color",)}


def test_words_that_depend_on_two_slots_share_a_piece():
    found = learned(lambda v: f"a {'fiery' if v == {'animal': 'owl', 'color': 'orange'} else v['color']} {v['animal']}")
    assert found.say({"animal": "owl", "color": "orange"}) == "a fiery owl"


def test_captions_without_order_are_refused():
    numbers = iter(map(str, range(10**6)))
    with pytest.raises(ValueError, match="do not fall into pieces"):
        wording.learn({"a": ("1", "2")}, {"a": "1"}, lambda v: next(numbers))


@pytest.mark.parametrize(
    ("name", "chosen", "english", "korean"),
    [
        ("outfit", {"animal": "hedgehog", "hat": "red", "gloves": "yellow", "shirt": "blue", "pants": "green"},
         "an emoji of a baby hedgehog wearing a red hat, yellow gloves, blue shirt, and green pants",
         "빨간 모자, 노란색 장갑, 파란색 셔츠, 녹색 바지를 입은 고슴도치"),
        ("image_on_object", {"carrier": "stained glass window", "color": "blue", "fruit": "strawberry"},
         "a stained glass window with an image of a blue strawberry", "파란 딸기 이미지가 있는 스테인드글라스 창"),
        ("animal_made_of", {"animal": "snail", "material": "harp"},
         "a snail made of harp. a snail with the texture of a harp.",
         "하프로 만든 달팽이. 하프의 질감을 지닌 달팽이."),
    ],
)  # fmt: skip
def test_the_page_says_the_announcements_sentences(name, chosen, english, korean, monkeypatch):
    monkeypatch.setattr(wording, "CHECKED", 1000)
    told = figures.describe(name, ("en", "ko"))
    index = {slot: told["slots"][slot].index(value) for slot, value in chosen.items()}

    def said(pieces):
        text = ""
        for piece in pieces:
            at = 0
            for slot in () if isinstance(piece, str) else piece["slots"]:
                at = at * len(told["slots"][slot]) + index[slot]
            text += piece if isinstance(piece, str) else piece["texts"][at]
        return text

    assert said(told["caption"]["en"]["pieces"]) == english == said(told["sentence"]["en"])
    assert said(told["caption"]["ko"]["pieces"]) == korean


def test_a_figure_says_what_has_no_counterpart():
    assert figures.describe("mirror", ("en",))["instead"] == {"thing": {"statue of david": "marble statue"}}
    assert any("best of" in note for note in figures.describe("reranking", ("en",))["notes"])


def test_paintings_are_stored_for_every_single_change():
    sheet, where = figures.paintings("relative_position")
    slots = figures.describe("relative_position", ("en",))["slots"]
    assert len(where) == 1 + sum(len(values) - 1 for values in slots.values())
    assert sheet.width % figures.PAINTED == 0 and max(where.values()) < len(where)


def test_known_text_assembles_to_known_bytes():
    found = wat.assemble("func f ( param x i32 ) ( local y f32 ) ;; a comment\n local.get x local.set x end")
    assert found[:8] == b"\0asm\x01\0\0\0"
    assert found.endswith(b"\x0a\x0a\x01\x08\x01\x01\x7d\x20\x00\x21\x00\x0b")
    assert b"\x01f\x00\x00" in found and len(kernels.module()) < 4000
    with pytest.raises(ValueError, match=r"'i64\.add'"):
        wat.assemble("func f i64.add end")


def test_fifteen_bits_a_letter_hold_any_bytes():
    data = bytes(range(256)) * 3 + b"\xff"
    numbers = "".join(f"{ord(letter) - 0x3000:015b}" for letter in site._letters(data))
    assert bytes(int(numbers[i : i + 8], 2) for i in range(0, 8 * len(data), 8)) == data


def test_what_the_page_cannot_run_is_refused():
    narrow = make_transformer(dataclasses.replace(STREAM, width=24))
    with pytest.raises(ValueError, match="width 24"):
        weights.export(make_dvae(), narrow)
    other = make_dvae()
    other.decoder.shuffle = nn.Tanh()
    with pytest.raises(ValueError, match="Tanh"):
        weights.export(other, make_transformer())


def test_an_unknown_checkpoint_is_one_sentence(capsys):
    assert __main__.main(["--checkpoint", "none such"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


class Images(html.parser.HTMLParser):
    """Collects the alt texts of a page."""

    def __init__(self, text):
        super().__init__()
        self.alts, self.sources = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "img":
            self.alts.append(dict(attrs).get("alt"))
            self.sources.append(dict(attrs)["src"])


@pytest.mark.filterwarnings("ignore:the model was never shown")
def test_every_stored_picture_has_words_and_lies_in_the_file(tmp_path):
    drawing = make_model().draw("a red fox & '<owl>'", n=3)
    path = Still.sheet(drawing).to_page(tmp_path / "fox.html")
    found = Images(path.read_text())
    assert found.alts == [f"Picture {i} of 3 of “{drawing.caption}”" for i in (1, 2, 3)]
    assert all(source.startswith("data:image/webp;base64,") for source in found.sources)


def test_a_crossed_grid_and_a_board_name_their_rows(tmp_path):
    picture = Image.new("RGB", (8, 8), "red")
    grid = Still.crossed("hats", {"fox": [picture] * 2, "owl": [picture] * 2}, ["red", "blue"])
    assert Images(grid.to_page(tmp_path / "grid.html").read_text()).alts == [
        "fox, red", "fox, blue", "owl, red", "owl, blue",
    ]  # fmt: skip
    table = pd.DataFrame({"score": [0.25], "pictures": [8]}, index=["outfit"])
    board = Still.board("scores", table, {"outfit": [Shown(picture, "a red square")]}).to_page(tmp_path / "b.html")
    assert "25%" in board.read_text() and "a red square" in board.read_text()


def test_a_page_is_html_and_small(tmp_path):
    with pytest.raises(ValueError, match=r"figure\.png"):
        Still("x", {(): ""}).to_page(tmp_path / "figure.png")
    with pytest.raises(ValueError, match=r"3\.1 MB"):
        Still("x", {(): "x" * 3_100_000}).to_page(tmp_path / "figure.html")
    assert list(tmp_path.iterdir()) == []
