"""The drawing session and Studio, with a fake model and no browser."""

import io
import json
import threading
import time

import pytest
from PIL import Image

from helpers.files import free_path, slug
from helpers.sampling import Settings
from helpers.widgets import Sentence, Session, Studio
from tests.fake import FakeModel
from tests.tiny import make_model


@pytest.fixture
def studio(tmp_path):
    return Studio(FakeModel(), caption="a red cube", n=2, exports=tmp_path / "exports")


def draw(session, caption="a red cube", stop_at=None, **settings):
    """Draw and return the entry and all frames shown."""
    frames, stop = [], threading.Event()

    def show(frame):
        frames.append(frame)
        if frame.done == stop_at:
            stop.set()

    return session.draw(caption, Settings(**settings), show, stop), frames


def timed_session(seconds_per_token):
    """A session whose clock moves only while the model draws."""
    now = [0.0]

    def sleep(seconds):
        now[0] += seconds

    return Session(FakeModel(seconds_per_token, sleep), clock=lambda: now[0])


def type_and_draw(studio, caption):
    studio.prompt.value = caption
    studio.draw.click()
    studio.wait(10)


def shown(studio):
    return Image.open(io.BytesIO(studio.live.frame))


def test_frames_arrive_and_the_last_is_whole():
    entry, frames = draw(timed_session(0.1), n=2)
    assert [frame.done for frame in frames] == [*range(1, 17)]
    assert frames[-1].finished and entry.frame is frames[-1]
    assert entry.drawing.settings.n == 2


def test_frames_are_at_most_twenty_a_second():
    _, frames = draw(timed_session(1 / 64))
    assert [frame.done for frame in frames] == [1, 5, 9, 13, 16]


def test_frames_are_jpeg_until_the_last_which_is_png():
    _, frames = draw(timed_session(0.1))
    kinds = [Image.open(io.BytesIO(frame.encoded())).format for frame in frames]
    assert kinds == ["JPEG"] * 15 + ["PNG"]


def test_time_left_follows_the_pace():
    _, frames = draw(timed_session(0.1))
    assert frames[0].seconds_left == pytest.approx(15 * frames[0].seconds)
    assert frames[-1].seconds_left == 0


def test_cancel_keeps_what_was_drawn():
    session = timed_session(0.1)
    entry, frames = draw(session, stop_at=5)
    assert not entry.frame.finished
    assert len(entry.drawing.tokens[0]) == entry.frame.done == 6
    assert frames[-1] is entry.frame and session.history == [entry]


def test_undo_goes_back_one_drawing():
    session = Session(FakeModel())
    first, _ = draw(session, "a red cube")
    draw(session, "a blue ball")
    assert session.undo() is first
    assert session.undo() is None and session.history == [first]


def test_same_seed_same_picture():
    session = Session(FakeModel())
    one, _ = draw(session, seed=3)
    two, _ = draw(session, seed=3)
    other, _ = draw(session, seed=4)
    assert one.frame.encoded() == two.frame.encoded() != other.frame.encoded()


def test_studio_draws(studio):
    type_and_draw(studio, "a green clock")
    assert studio.status.text.startswith("Done: 2 pictures of “a green clock” in")
    assert studio.status.text.endswith("with fake on cpu.")
    assert shown(studio).format == "PNG"
    assert studio.live.alt == "2 pictures of “a green clock”"
    assert (studio.progress.value, studio.progress.max) == (16, 16)
    assert studio.cancel.disabled and not studio.draw.disabled


def test_studio_says_its_device_before_drawing(studio):
    assert "fake on cpu" in studio.status.text


def test_enter_draws(studio):
    studio.prompt._handle_custom_msg({"event": "submit"}, [])
    studio.wait(10)
    assert studio.status.text.startswith("Done")


def test_studio_cancel_keeps_the_partial_pictures_and_draws_again(tmp_path):
    studio = Studio(FakeModel(seconds_per_token=0.05), caption="a red cube", n=1, exports=tmp_path)
    studio.start()
    while studio.progress.value < 2:
        time.sleep(0.01)
    assert studio.draw.disabled and not studio.cancel.disabled
    studio.start()
    assert studio.status.text == "Still drawing: press Cancel first."
    studio.cancel.click()
    studio.wait(10)
    assert "Cancelled at" in studio.status.text
    assert shown(studio).format == "JPEG"
    studio.export.click()
    assert "Saved" in studio.status.text
    studio.session.model.seconds_per_token = 0
    studio.draw.click()
    studio.wait(10)
    assert studio.status.text.startswith("Done")


def test_export_writes_picture_and_settings(studio, tmp_path):
    studio.fields["top_k"].value = 5
    type_and_draw(studio, "a red cube")
    studio.export.click()
    studio.export.click()
    names = sorted(path.name for path in (tmp_path / "exports").iterdir())
    stem = "a-red-cube-seed-0"
    assert names == [f"{stem}-2.json", f"{stem}-2.png", f"{stem}.json", f"{stem}.png"]
    saved = json.loads((tmp_path / "exports" / f"{stem}.json").read_text())
    assert saved["caption"] == "a red cube"
    assert saved["settings"]["top_k"] == 5 and saved["settings"]["top_p"] == 1.0
    assert f"{stem}-2.png" in studio.status.text


def test_nothing_to_export_is_a_sentence(studio):
    studio.export.disabled = False
    studio.export.click()
    assert studio.status.text == "Nothing was saved: there is no drawing yet."


def test_bad_caption_shows_a_sentence(studio):
    type_and_draw(studio, "  ")
    assert studio.status.text == "the caption is empty: describe a picture in a few words"
    assert not studio.draw.disabled and studio.export.disabled


@pytest.mark.parametrize("broken", ["a red\ncube", " a red\r\n\r\ncube ", "a\u2028red\x0bcube\n"])
def test_a_caption_of_several_lines_becomes_one(broken, studio):
    made = Studio(FakeModel(), broken, n=2, exports=studio.exports)
    assert made.prompt.value == "a red cube"
    studio.prompt.value = broken  # as a front end may send it
    studio.draw.click()
    made.start()
    for one in (studio, made):
        one.wait(10)
        one.export.click()
        assert one.status.text.startswith("Saved") and one.session.history[-1].caption == "a red cube"
    assert {path.stem for path in studio.exports.iterdir()} == {"a-red-cube-seed-0", "a-red-cube-seed-0-2"}


def test_broken_model_shows_a_sentence(studio):
    studio.session.model.drawing = None
    type_and_draw(studio, "a red cube")
    assert studio.status.text.startswith("The drawing stopped: TypeError")
    assert not studio.draw.disabled


def test_next_seed_and_undo(studio):
    type_and_draw(studio, "a red cube")
    first = studio.live.frame
    studio.next_seed.click()
    studio.wait(10)
    assert studio.fields["seed"].value == 1 and studio.live.frame != first
    studio.undo.click()
    assert studio.fields["seed"].value == 0 and studio.live.frame == first
    assert studio.undo.disabled and "seed 0" in studio.status.text


def test_undo_and_redo(studio):
    type_and_draw(studio, "a red cube")
    type_and_draw(studio, "a blue ball")
    last = studio.live.frame
    studio.undo.click()
    assert studio.prompt.value == "a red cube" and not studio.redo.disabled
    studio.redo.click()
    assert studio.prompt.value == "a blue ball" and studio.live.frame == last and studio.redo.disabled
    studio.undo.click()
    type_and_draw(studio, "a green cone")
    assert studio.redo.disabled


def test_rank_puts_the_best_first_and_undo_takes_it_back(tmp_path):
    model = FakeModel()
    model.ranker = object()
    studio = Studio(model, n=3, exports=tmp_path)
    type_and_draw(studio, "a red cube")
    drawn = studio.session.history[-1].drawing.pictures
    studio.rank.click()
    studio.wait(10)
    assert studio.session.history[-1].drawing.pictures == drawn[::-1] and studio.status.text.startswith("Best first")
    studio.undo.click()
    assert studio.session.history[-1].drawing.pictures == drawn


def test_without_a_ranker_rank_is_off(studio):
    type_and_draw(studio, "a red cube")
    assert studio.rank.disabled


def test_what_is_saved_looks_as_what_is_shown_and_can_be_fetched(tmp_path):
    studio = Studio(FakeModel(), n=8, exports=tmp_path)
    type_and_draw(studio, "a red cube")
    studio.export.click()
    with Image.open(tmp_path / "a-red-cube-seed-0.png") as saved:
        rows = [round(4 * picture.height / picture.width) for picture in (saved, shown(studio))]
    assert rows == [2, 2]
    assert 'download="a-red-cube-seed-0.png" href="data:image/png;base64,' in studio.saved.value


def test_fields_begin_as_the_model_recommends(tiny):
    settings = Studio(tiny).fields.settings
    assert (settings.temperature, settings.guidance) == (0.5, 2.0)


def test_settings_off_are_none(studio):
    assert studio.fields.settings == Settings(n=2, top_p=1.0)
    studio.fields["top_p"].value = 0.5
    assert studio.fields.settings.top_p == 0.5


@pytest.mark.parametrize("caption, name", [("A “red” cube!", "a-red-cube"), ("…", "drawing"), ("x" * 99, "x" * 60)])
def test_slug(caption, name):
    assert slug(caption) == name


def test_free_path_takes_nothing_over(tmp_path):
    (tmp_path / "cube-seed-1.json").touch()
    with free_path("cube", 1, tmp_path) as path:
        assert path.name == "cube-seed-1-2.png"


def test_what_the_model_does_not_know_is_told_when_it_is_drawn(studio):
    type_and_draw(studio, "a zyx cube")
    assert studio.status.text.startswith("Done") and studio.status.text.endswith(
        "with fake on cpu. The model was never shown the word 'zyx'."
    )


def test_a_full_disk_is_one_sentence_and_leaves_no_file(studio, monkeypatch):
    type_and_draw(studio, "a red cube")
    full = OSError(28, "No space left on device")
    monkeypatch.setattr("tests.fake.FakeDrawing.save", lambda *_: (_ for _ in ()).throw(full))
    studio.export.click()
    assert studio.status.text == "Nothing was saved: the disk is full." and not list(studio.exports.iterdir())


def test_its_page_has_the_drawing_on_show(tiny, tmp_path):
    studio = Studio(tiny, "a red cube", n=3)
    with pytest.raises(ValueError, match="press Draw first"):
        studio.to_page(tmp_path / "cube")
    studio.start()
    studio.wait(20)
    said = studio.to_page(tmp_path / "cube").read_text("utf-8")
    assert said.count('<img alt="Picture') == 3 and "Picture 3 of 3 of “a red cube”" in said


def test_fields_begin_with_what_the_checkpoint_recommends():
    model = make_model()
    model.card = {"recommended": {"temperature": 0.7, "guidance": 1.5, "top_p": 0.9}}
    for one in (Studio(model), Sentence(model)):
        chosen = one.fields.settings
        assert (chosen.temperature, chosen.guidance) == (0.7, 1.5)
    assert Studio(model).fields.settings.top_p == 0.9
