"""Labels by a person: saved after every label, taken back, resumed, read by the gallery."""

import dataclasses
import json

import pandas as pd
import pytest

from helpers import probes
from helpers.probes import gallery, labels
from helpers.probes.labels import KEYS, Labels
from helpers.widgets import Labeller
from helpers.widgets.labels import ALL_KEYS

CAPTIONS = ["a fox on the beach", "a red cube, on a blue one"]


@pytest.fixture(scope="module")
def drawings(tiny):
    return list(tiny.draw_each(CAPTIONS, n=2, seed=3, guidance=2.0))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "labels" / "tiny.csv"


def test_every_kind_of_failure_has_a_key():
    assert KEYS["r"] == "right" and KEYS["w"] == "wrong" and KEYS["1"] == "swap"
    assert set(KEYS.values()) == {"right", "wrong", *labels.NAMES}


def test_labels_are_kept_after_every_word_and_gone_on_with(path, drawings):
    first = Labels(path, drawings)
    assert first.place == 0 and not path.exists()
    for label in ("right", "swap", "wrong"):
        first.say(label)
        assert Labels(path, drawings).said == first.said
    again = Labels(path, drawings)
    assert again.place == 3 and again.said == {0: "right", 1: "swap", 2: "wrong"}
    again.say("unreadable")
    assert again.place is None
    with pytest.raises(ValueError, match="all 4 pictures are labelled"):
        again.say("right")


def test_a_row_has_all_that_draws_its_picture_again(path, drawings, tiny):
    told = Labels(path, drawings)
    for _ in range(4):
        told.say("swap")
    rows = pd.read_csv(path)
    assert list(rows) == list(labels.COLUMNS) and set(rows["precision"]) == {"float32"}
    for row in rows.itertuples():
        again = tiny.draw(row.caption, n=row.index + 1, seed=row.seed, **json.loads(row.settings))
        assert json.loads(row.tokens) == again.tokens[row.index].tolist()


def test_the_chosen_of_many_keep_their_numbers(path, drawings, tiny):
    chosen = dataclasses.replace(
        drawings[0], pictures=drawings[0].pictures[1:], tokens=drawings[0].tokens[1:], indices=(1,)
    )
    Labels(path, [chosen]).say("merge")
    (picture,) = gallery.redraw(tiny, gallery.load(path))
    assert picture.tobytes() == drawings[0].pictures[1].tobytes()


def test_labels_in_any_language_are_utf_8(path, tiny):
    drawing = tiny.draw("해변의 여우", n=1)
    Labels(path, [drawing]).say("right")
    assert "해변의 여우" in path.read_bytes().decode("utf-8") and Labels(path, [drawing]).place is None


def test_undo_takes_the_latest_back(path, drawings):
    told = Labels(path, drawings)
    assert not told.undo()
    told.say("right")
    told.say("leak")
    assert told.undo() and told.place == 1 and Labels(path, drawings).said == {0: "right"}


def test_write_that_fails_leaves_the_labels_that_were_there(path, drawings, monkeypatch):
    told = Labels(path, drawings)
    told.say("right")
    monkeypatch.setattr("os.fsync", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        told.say("leak")
    assert Labels(path, drawings).said == {0: "right"}


def test_other_drawings_share_the_file(path, drawings, tiny):
    Labels(path, drawings[:1]).say("right")
    other = Labels(path, [tiny.draw("a cat", n=1, seed=9)])
    assert other.place == 0
    other.say("missing")
    assert Labels(path, drawings).said == {0: "right"} and len(labels.read(path)) == 2


def test_labels_make_tables_like_a_judge(path, drawings):
    told = Labels(path, drawings)
    for label in ("right", "right", "merge", "right"):
        told.say(label)
    frame = told.frame()
    assert frame["right"].tolist() == [True, True, False, True]
    assert probes.interval(frame)[0] == 0.75


def test_gallery_reads_the_failures_and_draws_them_again(path, drawings, tiny):
    told = Labels(path, drawings)
    for label in ("right", "swap", "wrong", "right"):
        told.say(label)
    found = gallery.load(path)
    assert [entry["failures"] for entry in found["entries"]] == [["swap"], ["wrong"]]
    assert found["model"] == "tiny" and found["note"] == "2 of 4 pictures labelled by a person as failures"
    again = gallery.redraw(tiny, found)
    wanted = [drawings[0].pictures[1], drawings[1].pictures[0]]
    assert [picture.tobytes() for picture in again] == [picture.tobytes() for picture in wanted]


@pytest.mark.parametrize(
    "text, message",
    [
        ("", "has no labels yet"),
        ("caption\nfox\n", "is no file of labels"),
        ("model,checkpoint,caption,seed,index,settings,label\nm,,fox,0,0,{},purple\n", "is no file of labels"),
        ("model,checkpoint,caption,seed,index,settings,label\nm,,fox,one,0,{},right\n", "is no file of labels"),
        ("\0", "is no file of labels|has no labels yet"),
    ],
)
def test_file_that_holds_no_labels_is_refused(tmp_path, text, message):
    (tmp_path / "a.csv").write_text(text)
    with pytest.raises(ValueError, match=message) as error:
        gallery.load(tmp_path / "a.csv")
    assert "\n" not in str(error.value)


def test_labels_of_another_model_are_refused_by_name(path, drawings):
    Labels(path, drawings).say("right")
    text = path.read_text().replace("tiny", "janus-pro-1b")
    path.write_text(text)
    with pytest.raises(ValueError, match="holds labels of janus-pro-1b; give each model its own file"):
        Labels(path, drawings)


@pytest.mark.parametrize("label", ["", "Right", "blurry"])
def test_unknown_label_is_refused_with_the_value(path, drawings, label):
    with pytest.raises(ValueError, match=f"label is '{label}'; give one of right, wrong, swap"):
        Labels(path, drawings).say(label)


# the widget


def press(labeller, key):
    labeller.live._handle_custom_msg({"key": key}, [])


def test_keys_label_one_picture_after_another(path, drawings):
    labeller = Labeller(drawings, path)
    assert "fox" in labeller.caption.value and "Picture 1 of 4" in labeller.status.text and labeller.live.frame
    before = labeller.live.frame
    for key in ("r", "W", "1"):
        press(labeller, key)
    assert Labels(path, drawings).said == {0: "right", 1: "wrong", 2: "swap"}
    assert labeller.progress.value == 3 and labeller.live.frame != before and "red cube" in labeller.caption.value
    press(labeller, "u")
    assert Labels(path, drawings).said == {0: "right", 1: "wrong"} and "Picture 3 of 4" in labeller.status.text


def test_buttons_do_what_keys_do(path, drawings):
    labeller = Labeller(drawings, path)
    for label, made in labeller.says.items():
        assert label in made.description and made.tooltip and made.layout.width == "auto"
    labeller.says["miscount"].click()
    assert Labels(path, drawings).said == {0: "miscount"}
    labeller.undo.click()
    assert Labels(path, drawings).said == {} and labeller.undo.disabled


def test_it_goes_on_where_it_was_left_and_says_when_it_is_done(path, drawings):
    for key in "rr":
        press(Labeller(drawings, path), key)
    labeller = Labeller(drawings, path)
    assert "Picture 3 of 4" in labeller.status.text
    press(labeller, "r")
    press(labeller, "0")
    assert labeller.status.text.startswith("All 4 pictures are labelled, in ")
    assert all(made.disabled for made in labeller.says.values()) and labeller.live.frame == b""
    press(labeller, "r")
    assert labeller.status.text == "Nothing was saved: all 4 pictures are labelled."
    assert repr(labeller).startswith("Labeller(4 of 4 pictures in ")


def test_the_picture_takes_every_key(path, drawings):
    assert set(Labeller(drawings, path).live.takes) == set(ALL_KEYS) >= {*KEYS, "u"}


def test_full_disk_is_said_and_the_picture_stays(path, drawings, monkeypatch):
    labeller = Labeller(drawings, path)
    monkeypatch.setattr("os.fsync", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    press(labeller, "r")
    assert labeller.status.text == "Nothing was saved: disk full." and labeller.labels.place == 0


def test_kappa_of_two_labellers_is_cohens():
    """His example of two psychiatrists in form: 100 pictures, 25 apart."""

    def rows(*said):
        key = {"model": "m", "checkpoint": "c", "caption": "a fox", "seed": 0, "settings": "{}"}
        return [key | {"index": i, "label": label} for i, label in enumerate(said)]

    one = rows(*["right"] * 50, *["swap"] * 30, *["leak"] * 20)
    other = rows(*["right"] * 40, *["swap"] * 10, *["swap"] * 20, *["leak"] * 10, *["leak"] * 15, *["right"] * 5)
    coarse, fine = labels.agreement(one, other).to_dict("records")
    assert coarse["question"] == "right or wrong" and coarse["n"] == fine["n"] == 100
    # right: 50 and 45 of 100; agree on 40 right and 45 wrong
    assert coarse["agree"] == pytest.approx(0.85) and coarse["by chance"] == pytest.approx(0.5 * 0.45 + 0.5 * 0.55)
    assert coarse["kappa"] == pytest.approx((0.85 - 0.5) / 0.5)
    chance = 0.5 * 0.45 + 0.3 * 0.3 + 0.2 * 0.25
    assert fine["agree"] == pytest.approx(0.75) and fine["kappa"] == pytest.approx((0.75 - chance) / (1 - chance))
    assert labels.agreement(one, one)["kappa"].tolist() == [1, 1]
    assert labels.agreement(rows("right", "right"), rows("right", "right"))["kappa"].isna().all()
    assert labels.agreement(rows("right", "swap"), rows("right"))["n"].tolist() == [1, 1]
    with pytest.raises(ValueError, match="no picture that both labelled"):
        labels.agreement(one, [])
