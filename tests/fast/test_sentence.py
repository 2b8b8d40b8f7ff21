"""The announcement's figures as sentences with blanks, with a fake model and no browser."""

import io
import json
import time

import pytest
from PIL import Image, ImageColor

from helpers import pictures
from helpers.pictures.announcement import figures
from helpers.pictures.blanks import Filled, choices, titles, written
from helpers.probes.marks import mark, table
from helpers.show import OKABE_ITO, headed
from helpers.widgets import Sentence
from tests.fake import FakeJudge, FakeModel

OUTFIT = Filled.first("outfit")


@pytest.fixture
def sentence(tmp_path):
    return Sentence(FakeModel(), n=2, exports=tmp_path / "exports")


def choose(sentence, slot, value):
    """Choose as the drop-down does."""
    sentence.blanks._handle_custom_msg({"slot": slot, "value": value}, [])
    sentence.wait(10)


def size(live):
    return Image.open(io.BytesIO(live.frame)).size


@pytest.mark.parametrize("name", figures())
def test_every_figure_has_a_sentence_a_caption_and_a_drop_down_for_each_slot(name):
    filled = Filled.first(name)
    blanks = [piece.slot for piece in filled.pieces if piece.blank]
    assert sorted(blanks) == sorted(choices(name))
    assert "{" not in filled.text and filled.caption
    for slot, values in choices(name).items():
        assert filled.put(slot, values[-1]).values[slot] == values[-1]


def test_words_follow_the_value():
    filled = Filled.first("polygon_objects").put("polygon", "heptagon").put("object", "clock")
    assert filled.text == "a heptagonal green clock. a green clock in the shape of a heptagon."
    assert filled.notes == {"polygon": "our world shows “octagon”"}
    assert Filled.first("animal_made_of").put("animal", "elephant").text.startswith("an elephant made of")


def test_slots_with_the_same_values_begin_apart():
    values = Filled.first("chimera").values
    assert values["first"] != values["second"]


def test_a_slot_without_words_stands_after_the_sentence():
    assert Filled.first("raven").text == "a sequence of geometric shapes. (set: B)"


def test_a_single_published_value_is_joined_by_ours():
    assert choices("outfit")["hat"][0] == "blue" and len(choices("outfit")["hat"]) > 5
    assert choices("counting")["things"] == figures()["counting"].slots["things"]


def test_values_that_are_none_of_the_slot_are_refused():
    with pytest.raises(ValueError, match="hat 'plaid'"):
        OUTFIT.put("hat", "plaid")


def test_titles_name_every_figure():
    assert [name for _, name in titles()] == list(figures())
    assert titles()[5][0].startswith("outfit: an emoji of a baby … wearing")


def test_marks_say_what_is_wrong():
    facts = OUTFIT.facts
    assert mark(facts, facts) == "✓ right"
    assert mark(facts, facts | {"hat": "red"}) == "✗ hat: red, not blue"
    below = {"family": "blocks", "kind": "pair", "relation": "sitting below", "size": "small", "color": "red"}
    below |= {"other_size": "large", "other_color": "blue"}
    assert mark(below, pictures.shown(below)) == "✓ right"  # the upper block sits on the lower one: the same picture
    assert "and 2 more" in mark(facts, facts | dict.fromkeys(("hat", "shirt", "pants", "gloves", "animal"), "none"))
    assert table(facts, facts | {"hat": "<red>"}).count("✗ differs") == 1
    assert "&lt;red&gt;" in table(facts, facts | {"hat": "<red>"})


def test_a_choice_draws_at_once(sentence):
    assert sentence.live.frame == b"" and "fake on cpu" in sentence.status.text
    choose(sentence, "hat", "red")
    assert sentence.status.text.startswith("Done: 2 pictures of “an emoji of a baby penguin wearing a red hat")
    assert sentence.live.alt.endswith("yellow pants”") and size(sentence.live) == (268, 136)
    assert "a red hat" in sentence.asked.value and sentence.cancel.disabled


def test_what_is_being_drawn_gives_way_to_a_newer_choice(tmp_path):
    sentence = Sentence(FakeModel(seconds_per_token=0.05), n=1, exports=tmp_path)
    sentence.start()
    while sentence.progress.value < 1:
        time.sleep(0.01)
    for color in ("red", "green", "yellow"):
        sentence.blanks._handle_custom_msg({"slot": "hat", "value": color}, [])
    sentence.wait(10)
    drawn = [entry.caption for entry in sentence.session.history if entry.frame.finished]
    assert len(drawn) == 1 and "a yellow hat" in drawn[0] and "a yellow hat" in sentence.live.alt
    assert not any("red hat" in entry.caption for entry in sentence.session.history)


def test_cancel_keeps_the_partial_pictures(tmp_path):
    sentence = Sentence(FakeModel(seconds_per_token=0.05), n=1, exports=tmp_path)
    sentence.draw.click()
    while sentence.progress.value < 2:
        time.sleep(0.01)
    sentence.cancel.click()
    sentence.wait(10)
    assert sentence.status.text.startswith("Cancelled at") and "tokens drawn" in sentence.live.alt


def test_undo_takes_changes_back_one_by_one_without_drawing_again(sentence):
    sentence.start()
    sentence.wait(10)
    first = sentence.live.frame
    choose(sentence, "hat", "red")
    sentence.fields["seed"].value = 3
    sentence.figure.value = "raven"
    sentence.wait(10)
    finished = len(sentence.session.history)
    assert "geometric" in sentence.live.alt
    for _ in range(3):
        sentence.blanks._handle_custom_msg({"undo": True}, [])
        sentence.wait(10)
    assert sentence.live.frame == first and sentence.undo.disabled
    assert (sentence.figure.value, sentence.fields["seed"].value, sentence.filled) == ("outfit", 0, OUTFIT)
    assert len(sentence.session.history) <= finished + 1


def test_the_true_painting_stands_beside_and_follows(sentence):
    sentence.truth.value = True
    before = sentence.painting.frame
    assert size(sentence.painting) == (256, 256) and "blue hat" in sentence.painting.alt
    choose(sentence, "hat", "red")
    assert sentence.painting.frame != before and "red hat" in sentence.painting.alt
    sentence.truth.value = False
    assert sentence.painting.frame == b""


def test_the_judge_marks_each_picture(tmp_path):
    facts = OUTFIT.facts
    model = FakeModel(judge=FakeJudge(facts, facts | {"hat": "red"}), families=["outfit"])
    sentence = Sentence(model, n=2, exports=tmp_path)
    sentence.start()
    sentence.wait(10)
    assert sentence.status.text.endswith("The judge finds 1 of 2 right.")
    assert sentence.live.alt.endswith("✓ right, ✗ hat: red, not blue")
    sentence.figure.value = "raven"
    sentence.wait(10)
    assert sentence.status.text.endswith("fake was never trained on pictures of this kind (analogy).")


def test_export_keeps_figure_sentence_and_settings(sentence, tmp_path):
    assert sentence.export.disabled
    choose(sentence, "hat", "red")
    sentence.export.click()
    assert sentence.status.text.startswith("Saved")
    png, record = (next((tmp_path / "exports").glob(f"*{suffix}")) for suffix in (".png", ".json"))
    saved = json.loads(record.read_text())
    assert saved["figure"] == "outfit" and saved["values"]["hat"] == "red" and saved["settings"]["n"] == 2
    assert saved["caption"] == pictures.captions(saved["facts"])[0]
    with Image.open(png) as picture:
        assert picture.height > size(sentence.live)[1]


def test_what_cannot_be_asked_is_a_sentence_and_changes_nothing(sentence):
    choose(sentence, "hat", "plaid")
    assert sentence.status.text.startswith("hat 'plaid' is not in the picture world")
    assert sentence.filled == OUTFIT and sentence.undo.disabled


def test_a_headed_page_marks_the_words_of_slots():
    page = Image.new("RGB", (100, 10), "white")
    plain, marked = (headed([("a ", False), ("red", mark), (" cube", False)], page) for mark in (False, True))
    assert plain.size == marked.size and plain.width == 360
    blue = ImageColor.getrgb(OKABE_ITO[0])
    colors = [{color for _, color in image.getcolors(10**6)} for image in (plain, marked)]
    assert blue not in colors[0] and blue in colors[1]
    assert headed([("a red cube " * 20, True)], page).height > 2 * marked.height


def test_errors_are_sentences(sentence):
    sentence.session.model.drawing = None
    sentence.start()
    sentence.wait(10)
    assert sentence.status.text.startswith("The drawing stopped: TypeError") and not sentence.busy


def test_a_sentence_names_the_slots_that_are_left_open():
    pieces = written("style_place_time", {"medium": "illustration", "animal": "fox"})
    assert "".join(text for text, _ in pieces) == "an illustration of a fox ‹place› ‹time›"
    assert [text for text, marked in pieces if marked] == ["illustration", "fox", "‹place›", "‹time›"]
    with pytest.raises(ValueError, match="hour"):
        written("style_place_time", {"hour": "at night"})


@pytest.mark.filterwarnings("ignore:the model was never shown")
def test_its_page_begins_with_what_is_on_show(tiny, tmp_path):
    sentence = Sentence(tiny, n=2)
    sentence._fill("hat", "green")
    sentence.wait(20)
    said = sentence.to_page(tmp_path / "hats", {"pants": ["black", "red"]}).read_text("utf-8")
    assert said.count("<section") == 2 and said.count("<img") == 4 and "green hat" in said and "blue hat" not in said
    assert '<select name="pants" aria-label="pants">' in said
    assert "<select name" not in sentence.to_page(tmp_path / "one").read_text("utf-8")
    with pytest.raises(ValueError, match="slot 'shoes' is not in the picture world"):
        sentence.to_page(tmp_path / "shoes", {"shoes": ["red"]})
