"""Text in figures: Hangul has its own font, dollars stay dollars, long words are broken, missing letters are told."""

import random
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure
from PIL import Image

from helpers import pictures, show
from helpers.show.basics import FONTS, broken, covered, font, wrap
from helpers.show.charts import _as_written

PICTURE = Image.new("RGB", (64, 64), "tan")
SENTENCES = [
    "해변의 여우",
    "개를 산책시키는 아기 무",
    "ひらがな",
    "مرحبا بالعالم",
    "Ελληνικά",
    "кошка",
    "é ß ł",
    "→ × ✓ ★",
]


def ink(page):
    return (np.asarray(page.convert("L")) < 128).sum()


def test_the_font_is_small_and_comes_with_its_licence():
    hangul = FONTS[1]
    assert hangul.stat().st_size < 1_000_000
    assert "SIL OPEN FONT LICENSE" in hangul.with_name("LICENSE-nanum.txt").read_text("utf-8")
    assert sum(0xAC00 <= code <= 0xD7A3 for code in covered()[1]) == 2350


def test_every_korean_caption_of_the_world_can_be_written():
    known = covered()[0] | covered()[1]
    for family in pictures.FAMILIES:
        for i in range(40):
            facts = pictures.sample_facts(random.Random(i), family, unseen=None)
            for caption in pictures.captions(facts, "ko"):
                assert {*map(ord, caption)} <= known, caption


@pytest.mark.parametrize("sentence", SENTENCES)
def test_letters_are_drawn_and_differ(sentence):
    box = font(24).getlength("\u0378")  # no letter
    said = show.captioned([(sentence, [PICTURE] * 4)])
    other = show.captioned([(sentence[::-1] + ".", [PICTURE] * 4)])
    assert ink(said) > 20 and said.tobytes() != other.tobytes()
    assert all(font(24).getlength(letter) > 0 or letter.isspace() for letter in sentence) and box > 0


@pytest.mark.parametrize("sentence, lacking", [("漢字 fox", "字漢"), ("a 🦊", "🦊"), ("뷁", "뷁")])
def test_letters_that_no_font_has_are_told(sentence, lacking):
    with pytest.warns(UserWarning, match=f"the fonts of figures lack {lacking}; boxes stand in their place"):
        show.captioned([(sentence, [PICTURE] * 4)])


@pytest.mark.parametrize("told, chart", [("Pillow", False), ("matplotlib", True)])
def test_where_nothing_can_write_from_right_to_left_that_is_told(told, chart, monkeypatch):
    def show_(label):
        return show.bars([1], [label], "x") if chart else show.captioned([(label, [PICTURE] * 4)])

    monkeypatch.setattr("PIL.features.check", lambda feature: True)
    monkeypatch.setattr("matplotlib.ft2font.__libraqm_version__", "1", raising=False)
    show_("fox مرحبا שלום")  # a warning would be an error
    monkeypatch.setattr("PIL.features.check", lambda feature: feature != "fribidi")
    monkeypatch.delattr("matplotlib.ft2font.__libraqm_version__")
    show_("fox 여우")
    with pytest.warns(UserWarning, match=f"^مرحبا שלום stands from left to right, .*: this {told} lacks raqm"):
        show_("fox مرحبا שלום")


def test_marks_and_decomposed_hangul_are_no_letters_of_their_own():
    for one, other in (("여우", "여우"), ("é", "e\u0301")):
        assert font(20).getlength(one) == pytest.approx(font(20).getlength(other), abs=1)
    show.captioned([("e\u0301 \u200d x\ufe0f", [PICTURE] * 4)])


@pytest.mark.parametrize("word", ["Donaudampfschifffahrtsgesellschaft", "가" * 60, "a" * 300, "x"])
def test_long_words_are_broken(word):
    letters = font(12)
    lines = wrap(f"to {word} end", letters, 80)
    assert max(map(letters.getlength, lines)) <= 80 and "".join(lines).replace(" ", "") == f"to{word}end"
    assert broken(word, letters, 1) == list(word)
    assert show.headed([(word, True)], PICTURE).width == 360


@pytest.mark.parametrize(
    "text", ["a long label " * 5, "x" * 60, "여우가 해변에 있는 그림 " * 4], ids=["words", "word", "ko"]
)
def test_long_labels_are_wrapped_and_leave_room_for_the_chart(text):
    names = [text, "b"]
    score = pd.DataFrame({"score": [0.5, 1.0], "low": [0.4, 0.9], "high": [0.6, 1.0]}, names)
    for long, short in (
        (show.bars([1, 2], names, text), show.bars([1, 2], ["a", "b"], "x")),
        (show.scores(score, text), show.scores(score.set_axis(["a", "b"]), "x")),
    ):
        blue = [(np.asarray(page.convert("RGB")) == (86, 180, 233)).all(-1) for page in (long, short)]
        wide = [np.ptp(np.nonzero(page.any(0))[0]) for page in blue]
        assert long.width == short.width and long.height >= short.height and wide[0] > wide[1] / 2
    curve = pd.DataFrame({text: [0.1, 0.2]}, pd.Index([1, 2], name=text))
    frame = pd.DataFrame({text: [1.0, 2.0], "y": [1.0, 3.0], "line": [text, "a"], "label": [text, "b"]})
    for page in (
        show.matrix(pd.DataFrame([[0.5, 0.2], [0.1, 0.2]], names, names).rename_axis(text)),
        show.curves(curve, [text], text),
        show.trails(frame, text, "y", "line", "label"),
        show.maps([(text, PICTURE), ("b", PICTURE)]),
    ):
        edge = np.asarray(page.convert("L"))
        assert edge[:, [0, -1]].min() > 200 and edge[[0, -1]].min() > 200  # nothing is cut


@pytest.mark.parametrize("text", ["_a", "$_$"])
def test_labels_are_text_wherever_they_stand(text):
    names = [text, "$x_1^2$", "a^b_c", "$5 or $6", r"\frac{", "100%", "여우"]
    each = range(len(names))
    frame = pd.DataFrame({"x": map(float, each), "y": 1.0, text: names, "label": names})
    pages = [
        show.bars([*each], names, text),
        show.matrix(pd.DataFrame(0.5, names, names).rename_axis(text)),
        show.trails(frame, "x", "y", text, "label"),
        show.curves(pd.DataFrame(0.1, pd.Index([1, 2], name=text), names), names, text),
        show.scores(pd.DataFrame({"score": 0.5, "low": 0.4, "high": 0.6}, names), text),
        show.maps([(name, PICTURE) for name in names]),
    ]
    assert all(ink(page) for page in pages)


def test_every_text_of_a_figure_is_as_it_is_written():
    figure = Figure()
    axis = figure.subplots()
    axis.plot([1], label="_a")
    axis.set_title("$a$")
    axis.legend(axis.lines, ["_a"])
    figure.suptitle("$b$")
    _as_written(figure)
    figure.draw_without_rendering()
    texts = [axis.title, figure._suptitle, *axis.get_legend().get_texts(), *axis.get_xticklabels()]
    assert len(texts) > 5 and not any(text.get_parse_math() for text in texts)
    assert [text.get_text() for text in axis.get_legend().get_texts()] == ["_a"]


def test_fonts_lie_in_the_package():
    assert all(Path(path).is_file() for path in FONTS)
