"""What a notebook holds: captions to pictures, pictures to captions, and how likely each is."""

import json
from dataclasses import asdict

import pytest
import torch
from PIL import Image

from helpers.images import to_images, to_pixels
from helpers.models.daikon import TextToImage
from helpers.sampling import Settings, picture_bytes, room
from tests.tiny import GUMBEL, make_dvae, make_model, make_transformer

CAPTION = "a fox on the beach"
PLAIN = {"temperature": 1.0, "guidance": 1.0}  # the model's own probabilities


def same(one, other):
    """Whether two lists of pictures are equal to the last pixel."""
    return [p.tobytes() for p in one] == [p.tobytes() for p in other]


@pytest.fixture(scope="module")
def drawing(tiny):
    return tiny.draw(CAPTION, n=3, seed=5)


def test_draw_gives_pictures_tokens_and_how_they_were_made(tiny, drawing):
    assert len(drawing) == len(drawing.pictures) == 3 and drawing[0] is drawing.pictures[0]
    assert all(picture.size == (16, 16) and picture.mode == "RGB" for picture in drawing)
    assert drawing.tokens.shape == (3, 16) and drawing.views == {}
    assert (drawing.caption, drawing.settings, drawing.model) == (CAPTION, tiny.settings(3, 5), "tiny")


def test_same_seed_same_picture(tiny, drawing):
    again = tiny.draw(CAPTION, n=3, seed=5)
    assert torch.equal(again.tokens, drawing.tokens) and same(again, drawing)
    assert same([tiny.draw(CAPTION, n=1, seed=5)[0]], drawing.pictures[:1])


def test_caption_is_read_without_case_and_extra_spaces(tiny, drawing):
    other = tiny.draw("  A Fox on\nthe BEACH", n=3, seed=5)
    assert torch.equal(other.tokens, drawing.tokens) and other.caption == CAPTION


def test_words_change_the_picture(tiny, drawing):
    assert not torch.equal(tiny.draw("a cat on the beach", n=3, seed=5).tokens, drawing.tokens)


def test_kept_views_have_an_entry_a_picture_and_a_token(tiny, drawing):
    kept = tiny.draw(CAPTION, n=3, seed=5, keep=("logprobs", "entropy", "attention"))
    assert torch.equal(kept.tokens, drawing.tokens)
    assert kept.views["logprobs"].shape == kept.views["entropy"].shape == (3, 16)
    assert len(kept.views["attention"]) == 16


def test_last_partial_of_a_stream_is_the_drawing(tiny, drawing):
    partials = list(tiny.stream(CAPTION, n=3, seed=5, every=6))
    assert [partial.done for partial in partials] == [6, 12, 16]
    assert all(partial.total == 16 for partial in partials)
    assert torch.equal(partials[-1].tokens, drawing.tokens) and same(partials[-1].pictures(), drawing)
    assert torch.equal(partials[0].tokens, drawing.tokens[:, :6])
    assert same(tiny.drawing(CAPTION, partials[-1].tokens, drawing.settings), drawing)


def test_what_does_not_fit_in_memory_is_drawn_in_chunks(tiny, monkeypatch):
    whole = tiny.draw(CAPTION, n=5, **PLAIN, keep=("logprobs", "attention"))
    each = picture_bytes(tiny.transformer, whole.settings)
    monkeypatch.setattr("helpers.sampling.memory.room", lambda device: 2.6 * each)
    split = tiny.draw(CAPTION, n=5, **PLAIN, keep=("logprobs", "attention"))
    assert torch.equal(split.tokens, whole.tokens)
    torch.testing.assert_close(split.views["logprobs"], whole.views["logprobs"], atol=1e-6, rtol=1e-6)
    torch.testing.assert_close(split.views["attention"], whole.views["attention"])
    partials = list(tiny.stream(CAPTION, n=5, **PLAIN, every=4))
    assert [len(p.tokens) for p in partials] == [1] * 4 + [1] * 3 + [3] + [3] * 3 + [5]
    assert [p.done for p in partials] == sorted(p.done for p in partials) and partials[-1].done == 16
    assert torch.equal(partials[-1].tokens, whole.tokens)


def test_free_memory_is_measured():
    assert 1e6 < room(torch.device("cpu")) < 1e14


def test_what_is_not_drawn_yet_is_grey(tiny):
    picture = next(tiny.stream(CAPTION, n=1, every=4)).pictures()[0]
    grey = picture.crop((0, 4, 16, 16)).getcolors()
    assert len(grey) == 1 and len(set(grey[0][1])) == 1
    assert len(picture.crop((0, 0, 16, 4)).getcolors()) > 1


def test_complete_keeps_rows_and_draws_the_rest(tiny, drawing):
    completed = tiny.complete("a cat at night", drawing.tokens[0], keep_rows=2, n=3)
    assert torch.equal(completed.tokens[:, :8], drawing.tokens[:1, :8].expand(3, -1))
    assert len(completed.tokens[:, 8:].unique(dim=0)) == 3
    whole = tiny.complete("a cat", drawing.tokens[0].view(4, 4), keep_rows=4, n=1)
    assert torch.equal(whole.tokens[0], drawing.tokens[0])


def test_complete_keeps_the_known_places(tiny, drawing):
    known = torch.zeros(4, 4, dtype=torch.bool)
    known[1:3, 1:3] = True
    completed = tiny.complete("a cat at night", drawing.tokens[0], known=known, n=3)
    assert torch.equal(
        completed.tokens.view(3, 4, 4)[:, known], drawing.tokens[:1].view(1, 4, 4)[:, known].expand(3, -1)
    )


def test_complete_that_keeps_nothing_is_draw(tiny, drawing):
    completed = tiny.complete(CAPTION, drawing.tokens[0], keep_rows=0, n=3, seed=5)
    assert torch.equal(completed.tokens, drawing.tokens)


def test_describe_reads_a_picture_or_its_tokens(tiny, drawing):
    said = tiny.describe(drawing.tokens[0], n=2, seed=1)
    assert len(said) == 2 and all(isinstance(caption, str) for caption in said)
    assert said == tiny.describe(drawing.tokens[0], n=2, seed=1)
    assert len(tiny.describe(drawing[0])) == 1


def test_score_is_the_sum_of_the_logprobs_drawn(tiny):
    kept = tiny.draw(CAPTION, n=2, **PLAIN, keep=("logprobs",))
    for tokens, logprobs in zip(kept.tokens, kept.views["logprobs"].float(), strict=True):
        torch.testing.assert_close(tiny.score(CAPTION, tokens)[0], logprobs.sum(), atol=1e-4, rtol=1e-5)
        torch.testing.assert_close(tiny.score(CAPTION, tokens, per_token=True)[0], logprobs, atol=1e-4, rtol=1e-4)


def test_score_of_many_captions_against_none(tiny, drawing):
    captions = [CAPTION, "a cat", "two blue blocks and a large red one beside them on a table at night in the rain"]
    scores = tiny.score(captions, drawing.tokens[0])
    assert scores.shape == (3,) and (scores < 0).all() and scores.isfinite().all()
    torch.testing.assert_close(scores[1:2], tiny.score("a cat", drawing.tokens[0]))
    gained = tiny.score(captions, drawing.tokens[0], against_empty=True)
    torch.testing.assert_close(scores - gained, (scores - gained)[:1].expand(3))


def test_score_of_a_picture_is_that_of_its_tokens(tiny, drawing):
    torch.testing.assert_close(tiny.score(CAPTION, drawing[0]), tiny.score(CAPTION, tiny.encode(drawing[0])[0]))


def test_encode_takes_images_of_any_size_and_kind(tiny):
    image = Image.radial_gradient("L")
    kinds = [image.convert(mode) for mode in ("L", "RGB", "RGBA", "P", "LA")]
    tokens = tiny.encode([*kinds, image.resize((300, 200)), image.resize((9, 40))])
    assert tokens.shape == (7, 16) and torch.equal(tokens[:1].expand(3, -1), tokens[:3])
    assert torch.equal(tiny.encode(image), tokens[:1])
    assert torch.equal(tiny.encode(to_pixels(image, 16)[None]), tokens[:1])


def test_transparent_parts_are_white():
    assert to_pixels(Image.new("RGBA", (16, 16), (255, 0, 0, 0)), 16).min() == 1


def test_pictures_are_cropped_to_their_middle_square():
    wide = Image.new("RGB", (48, 16), "red")
    wide.paste((0, 0, 255), (16, 0, 32, 16))
    assert to_pixels(wide, 16)[2].min() > 0.99


def test_pixels_and_images_there_and_back():
    image = Image.effect_noise((16, 16), 80).convert("RGB")
    assert to_images(to_pixels(image, 16)[None])[0].tobytes() == image.tobytes()


def test_decode_takes_any_number_of_tokens(tiny, drawing):
    assert same(tiny.decode(drawing.tokens), drawing)
    assert same(tiny.decode(drawing.tokens.view(3, 4, 4)), drawing)
    assert same(tiny.decode(drawing.tokens[0]), drawing.pictures[:1])
    nothing = tiny.decode(torch.zeros(2, 0, dtype=torch.long))
    assert len(nothing) == 2 and len(nothing[0].getcolors()) == 1


def test_drawing_saves_a_picture_and_its_recipe(tiny, drawing, tmp_path):
    png, sidecar = drawing.save(tmp_path / "new" / "fox")
    assert (png.name, sidecar.name) == ("fox.png", "fox.json")
    with Image.open(png) as page:
        assert page.size == drawing.sheet().size
    recipe = json.loads(sidecar.read_text())
    assert (recipe["caption"], recipe["model"]) == (CAPTION, "tiny")
    assert tiny.draw(recipe["caption"], **recipe["settings"]).tokens.tolist() == recipe["tokens"]


def test_a_save_that_fails_leaves_what_was_there(drawing, tmp_path, monkeypatch):
    png, sidecar = drawing.save(tmp_path / "fox.png")
    before = png.read_bytes(), sidecar.read_bytes()
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        drawing.save(tmp_path / "fox.png")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["fox.json", "fox.png"]
    assert (png.read_bytes(), sidecar.read_bytes()) == before


def test_drawing_says_what_it_is_in_a_terminal_and_shows_itself_in_a_notebook(drawing):
    assert repr(drawing) == "<Drawing: 3 pictures of 16 × 16 px, 'a fox on the beach', seed 5>"
    assert drawing._repr_png_().startswith(b"\x89PNG")
    assert drawing.sheet(columns=1).height > drawing.sheet(columns=1).width


def test_model_says_what_it_is(tiny):
    assert repr(tiny).startswith("<TextToImage 'tiny': 16 px, 4 × 4 tokens of 16, ") and "on cpu" in repr(tiny)
    assert (tiny.picture_size, tiny.grid, tiny.device.type) == (16, 4, "cpu")


def test_seeds_make_different_models(tiny, drawing):
    assert not torch.equal(make_model(seed=1).draw(CAPTION, n=3, seed=5).tokens, drawing.tokens)


def test_a_gumbel_dvae_draws_too(tiny):
    model = TextToImage(make_dvae(GUMBEL), tiny.transformer)
    assert same(model.decode(model.draw(CAPTION, n=2).tokens), model.draw(CAPTION, n=2))


def test_long_caption_warns_and_says_where_it_is_cut(tiny):
    with pytest.warns(UserWarning, match="reads 31: cut after '.*beach"):
        tiny.draw("a fox on the beach " * 20, n=1)


@pytest.mark.parametrize("caption", ["", "  "])
def test_empty_caption_is_refused_before_anything_is_drawn(tiny, caption):
    for ask in (tiny.draw, tiny.stream, lambda c: tiny.score(c, torch.zeros(16, dtype=torch.long))):
        with pytest.raises(ValueError, match="the caption is empty; say what to draw"):
            ask(caption)


@pytest.mark.parametrize(
    "ask, message",
    [
        (lambda model: model.draw(CAPTION, n=0), "n is 0"),
        (lambda model: model.stream(CAPTION, temperature=-1.0), "temperature is -1"),
        (lambda model: model.stream(CAPTION, every=0), "every is 0; give a whole number from 1 up"),
        (lambda model: model.draw(CAPTION, keep=("logits",)), "keep is 'logits'"),
        (lambda model: model.complete(CAPTION, torch.zeros(9).long(), 1), "has 16 tokens, not 9"),
        (lambda model: model.complete(CAPTION, torch.zeros(16).long()), "either keep_rows=… or known=…"),
        (lambda model: model.complete(CAPTION, torch.zeros(16).long(), 5), "keep_rows is 5; give .* from 0 to 4"),
        (lambda model: model.complete(CAPTION, torch.zeros(16).long(), -1), "keep_rows is -1"),
        (lambda model: model.complete(CAPTION, torch.full((16,), 16), 1), "tokens run from 16 to 16"),
        (lambda model: model.complete(CAPTION, torch.zeros(16).long(), known=torch.zeros(9)), "known has 9 places"),
        (lambda model: model.complete(CAPTION, [0] * 16, known="yes"), "known is 'yes'; give a 4 × 4 grid of true and"),
        (lambda model: model.complete(CAPTION, [0] * 16, known=[[0.5] * 4] * 4), "known has 16 places of type torch.f"),
        (lambda model: model.complete(CAPTION, "0" * 16, 1), "tokens is '0000000000000000'; give whole numbers from 0"),
        (lambda model: model.decode([0.5] * 16), "tokens of type torch.float32 are no tokens"),
        (lambda model: model.decode([[1], [2, 3]]), r"tokens is \[\[1\], \[2, 3\]\]; give whole numbers from 0 to 15"),
        (lambda model: model.encode([]), "there is no picture; give at least one"),
        (lambda model: model.decode(torch.zeros(1, 17).long()), "has 16 tokens, not 17"),
        (lambda model: model.decode(torch.tensor([[3, 16]])), "tokens run from 3 to 16; the codebook has 0 … 15"),
        (lambda model: model.decode(torch.tensor([[-1]])), "tokens run from -1 to -1"),
        (lambda model: model.describe(torch.zeros(16)), "torch.float32 is no picture"),
        (lambda model: model.describe(torch.zeros(9).long()), r"shape \(9,\)"),
        (lambda model: model.describe(torch.full((16,), 99)), "tokens run from 99 to 99"),
    ],
)
def test_bad_input_is_refused_with_its_value(tiny, ask, message):
    with pytest.raises(ValueError, match=message):
        ask(tiny)


def test_networks_that_do_not_fit_are_refused(tiny):
    config = {"size": 16, "patch": 2, "groups": 1, "width": 8, "init": 8, "codebook": 16}
    with pytest.raises(ValueError, match="makes 8² tokens of 16, the transformer reads 4² of 16"):
        TextToImage(make_dvae(type(GUMBEL)(**config)), tiny.transformer)


@pytest.mark.parametrize("guidance", [1.0, 2.0])
def test_many_captions_at_once_draw_what_each_draws_alone(tiny, guidance):
    captions = ["a fox", "a green clock in the shape of a pentagon on a table in a garden", "an owl"]
    together = list(tiny.draw_each(captions, n=2, seed=3, guidance=guidance))
    assert [drawing.caption for drawing in together] == captions
    for drawing in together:
        assert torch.equal(drawing.tokens, tiny.draw(drawing.caption, n=2, seed=3, guidance=guidance).tokens)


@pytest.fixture(scope="module")
def recommending():
    """A model whose card says how it wants to be drawn with."""
    card = {"recommended": {"temperature": 0.7, "guidance": 1.5, "top_p": 0.9}}
    return TextToImage(make_dvae(), make_transformer(), "tiny", card)


def test_what_is_not_said_is_as_the_checkpoint_recommends(recommending):
    said = {"temperature": 0.7, "guidance": 1.5, "top_p": 0.9}
    tokens = recommending.draw("a fox", n=2, seed=3, **said).tokens
    drawing = recommending.draw("a fox", n=2, seed=3)
    assert drawing.settings == Settings(2, 3, **said) and torch.equal(drawing.tokens, tokens)
    assert torch.equal(list(recommending.stream("a fox", n=2, seed=3))[-1].tokens, tokens)
    [each] = recommending.draw_each(["a fox"], n=2, seed=3)
    assert each.settings == drawing.settings and torch.equal(each.tokens, tokens)
    completed = recommending.complete("a fox", tokens[0], keep_rows=0, n=2, seed=3)
    assert completed.settings == drawing.settings and torch.equal(completed.tokens, tokens)


def test_an_argument_overrides_what_is_recommended(recommending):
    settings = recommending.draw("a fox", n=1, temperature=1.0, top_p=1).settings
    assert (settings.temperature, settings.top_p, settings.guidance) == (1.0, 1, 1.5)
    free = recommending.draw("a fox", n=4, temperature=2.0, guidance=1.0, top_p=1).tokens
    assert torch.equal(free, make_model().draw("a fox", n=4, temperature=2.0, guidance=1.0).tokens)
    assert not torch.equal(free, recommending.draw("a fox", n=4, temperature=2.0, guidance=1.0).tokens)


def test_a_checkpoint_that_recommends_nothing_is_drawn_colder_and_guided(tiny):
    settings = tiny.draw("a fox", n=1).settings
    assert (settings.temperature, settings.guidance, settings.top_k) == (0.5, 2.0, None)


def test_the_settings_of_a_drawing_draw_it_again(recommending):
    drawing = recommending.draw("a fox", n=2, top_p=1)
    again = recommending.draw("a fox", **asdict(drawing.settings))
    assert torch.equal(again.tokens, drawing.tokens) and again.settings == drawing.settings


def test_a_setting_that_there_is_not_is_refused(tiny):
    for ask in (tiny.settings, lambda **how: tiny.draw_each(["a fox"], **how)):
        with pytest.raises(TypeError, match="there is no setting 'warmth'; there are n, seed, temperature"):
            ask(warmth=3)
