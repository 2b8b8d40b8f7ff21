"""A model's foresight of a picture and the widget that shows it, on a tiny model and no browser."""

import io

import pytest
import torch
from PIL import Image

from helpers.models.zoo import emu3, janus
from helpers.sampling import Settings
from helpers.widgets import Inspector
from tests.tiny_public import make_emu3, make_janus

CAPTION = "a fox on the beach"


@pytest.fixture(scope="module")
def drawing(tiny):
    return tiny.draw(CAPTION, n=2, seed=3, guidance=1.0, temperature=1.0)


@pytest.fixture
def inspector(tiny, drawing, tmp_path):
    made = Inspector(tiny, drawing, index=1, exports=tmp_path)
    made.wait(20)
    yield made
    made.close()


def point(inspector, place):
    inspector.grid.at = place
    inspector.looking.wait(10)


def press(piece, key):
    piece._handle_custom_msg({"key": key}, [])


def test_foresight_is_the_score_of_each_token(tiny, drawing):
    seen = tiny.foresee(CAPTION, drawing.tokens[1], guidance=1.0, temperature=1.0)
    scored = tiny.score(CAPTION, drawing.tokens[1], per_token=True)[0]
    torch.testing.assert_close(seen.chances.log().float(), scored, atol=1e-4, rtol=1e-4)
    assert seen.words == CAPTION.split() and seen.attention.shape[-1] == 5
    assert (seen.attention.sum(-1) <= 1.0001).all() and (seen.attention.sum(-1) > 0).all()


def test_others_are_the_likeliest_without_the_token_there(tiny, drawing):
    seen = tiny.foresee(CAPTION, drawing.tokens[0], guidance=1.0, temperature=1.0)
    others = seen.others(5)
    chances = [p for _, p in others]
    assert len(others) == 8 and chances == sorted(chances, reverse=True)
    assert int(seen.tokens[5]) not in [code for code, _ in others]


def test_guidance_and_temperature_change_what_is_foreseen(tiny, drawing):
    plain = tiny.foresee(CAPTION, drawing.tokens[0], guidance=1.0, temperature=1.0)
    guided = tiny.foresee(CAPTION, drawing.tokens[0], guidance=3.0, temperature=0.5)
    assert guided.entropy.mean() < plain.entropy.mean()


@pytest.fixture(params=["janus", "emu3"])
def public(request):
    if request.param == "janus":
        return janus.Janus(*make_janus(), "tiny-janus")
    return emu3.Emu3(*make_emu3(), "tiny-emu3", size=32)


def test_public_models_are_looked_into_and_drawn_on_from(public, tmp_path):
    drawing = public.draw("a red cube", n=1, guidance=2.0, temperature=1.0)
    inspector = Inspector(public, drawing, exports=tmp_path)
    inspector.wait(60)
    point(inspector, 5)
    assert f"code <b>{int(drawing.tokens[0][5])}</b>" in inspector.about.value
    assert len(inspector.others.labels) == 9 and inspector.others._sheets
    assert "cube" in inspector.words.value and inspector.words.value.count("+") + inspector.words.value.count("-") >= 3
    assert (inspector.foresight.attention > 0).any() and len(inspector.layer.options) > 1
    press(inspector.grid, "1")
    code = inspector.chosen
    inspector.draw.click()
    inspector.wait(60)
    assert inspector.status.text.startswith(f"Drawn on from code {code}: log-probability")
    assert torch.equal(inspector.tokens[:5], drawing.tokens[0][:5]) and int(inspector.tokens[5]) == code
    inspector.close()


def test_public_models_foresee_what_they_score(public):
    tokens = public.draw("a red cube", n=1).tokens[0]
    seen = public.foresee("a red cube", tokens, guidance=1.0, temperature=1.0)
    scored = public.score("a red cube", tokens, per_token=True)[0]
    torch.testing.assert_close(seen.chances.log().float(), scored, atol=1e-4, rtol=1e-4)
    assert seen.words == ["a", "red", "cube"] and seen.attention.shape[::3] == (len(tokens), 3)


def test_pointing_says_code_probability_entropy_and_words(inspector, drawing):
    point(inspector, 6)
    code = int(drawing.tokens[1][6])
    assert f"code <b>{code}</b>" in inspector.about.value and "bits" in inspector.about.value
    assert inspector.about.value.startswith("Row 2, column 3")
    assert len(inspector.others.order) == 9 and inspector.others.labels[0].startswith(f"{code} · ")
    assert inspector.words.value.count("<tr>") == 6 and "beach" in inspector.words.value


def test_layer_and_head_choose_the_attention(inspector):
    point(inspector, 9)
    mean = inspector.words.value
    inspector.layer.value, inspector.head.value = 0, 1
    assert inspector.words.value != mean
    assert [value for _, value in inspector.head.options] == [-1, 0, 1]


def test_another_token_is_put_there_and_nothing_else_changes(inspector, drawing):
    point(inspector, 4)
    code = inspector.foresight.others(4)[1][0]
    press(inspector.grid, "2")
    press(inspector.grid, "Enter")
    inspector.wait(20)
    assert int(inspector.tokens[4]) == code
    kept = torch.arange(16) != 4
    assert torch.equal(inspector.tokens[kept], drawing.tokens[1][kept])
    press(inspector.grid, "u")
    inspector.wait(20)
    assert torch.equal(inspector.tokens, drawing.tokens[1])


def test_drawing_on_keeps_what_comes_before(tiny, inspector, drawing):
    point(inspector, 4)
    press(inspector.grid, "1")
    code = inspector.chosen
    inspector.draw.click()
    inspector.wait(20)
    assert torch.equal(inspector.tokens[:4], drawing.tokens[1][:4]) and int(inspector.tokens[4]) == code
    given = drawing.tokens[1].clone()
    given[4] = code
    again = tiny.complete(CAPTION, given, known=torch.arange(16) < 5, n=1, seed=3, guidance=1.0, temperature=1.0)
    assert torch.equal(again.tokens[0], inspector.tokens)


def test_own_picture_needs_a_caption(tiny, tmp_path):
    image = Image.new("RGB", (40, 40), "red")
    with pytest.raises(ValueError, match="needs a caption"):
        Inspector(tiny, image)
    inspector = Inspector(tiny, image, CAPTION, exports=tmp_path)
    inspector.wait(20)
    assert torch.equal(inspector.tokens, tiny.encode(image)[0])
    assert Image.open(io.BytesIO(inspector.grid.frame)).size == (16, 16)
    inspector.export.click()
    assert inspector.status.text.startswith("Saved") and "download=" in inspector.saved.value


def test_settings_are_those_of_the_drawing(inspector):
    assert inspector.settings == Settings(1, 3, 1.0, None, 1.0, 1.0)
