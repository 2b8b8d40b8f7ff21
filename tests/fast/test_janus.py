"""Janus through our sampling loop, against transformers' own generation, with a tiny network of random weights."""

import json

import numpy as np
import pytest
import torch
from PIL import Image

import helpers
from helpers.images import to_pixels
from helpers.models import zoo
from helpers.models.zoo import clip, janus
from helpers.probes.cache import drawn_by
from helpers.widgets import Studio
from tests.tiny_public import CODES, make_clip, make_janus

CAPTION = "a Fox on the beach"


@pytest.fixture(scope="module")
def model():
    return janus.Janus(*make_janus(), "tiny-janus")


def generated(model, caption, guidance, n=1):
    """What transformers draws by argmax."""
    ids = torch.tensor([model._prompt(caption)])
    return model.net.generate(
        ids,
        attention_mask=torch.ones_like(ids),
        generation_mode="image",
        do_sample=False,
        guidance_scale=guidance,
        num_return_sequences=n,
        use_cache=True,
    )


@pytest.mark.parametrize("guidance", [2.0, 5.0])
def test_top_k_of_one_draws_what_transformers_generates(model, guidance):
    for caption in (CAPTION, "two blue blocks and a large red one"):
        wanted = generated(model, caption, guidance)
        drawing = model.draw(caption, n=2, top_k=1, guidance=guidance)
        assert torch.equal(drawing.tokens, wanted.expand(2, -1)) and len(wanted.unique()) > 3
        pixels = (model.net.decode_image_tokens(wanted.expand(2, -1)).detach() + 1) / 2
        for picture, shown in zip(drawing, pixels.clamp(0, 1) * 255, strict=True):
            assert np.abs(np.asarray(picture) - shown.numpy()).max() < 0.5001


def test_prompt_is_that_of_the_published_chat_template(model):
    text = f"<|User|>: {CAPTION}\n\n<|Assistant|>:<begin_of_image>"
    assert model.tokenizer.decode(model._prompt(CAPTION)) == f"<bos>{text}"
    prompt = model._prompt("a")
    kept = [model.tokenizer.decode([i]) for i in model._without(prompt)]
    assert kept == ["<bos>", *["<pad>"] * (len(prompt) - 2), "<begin_of_image>"]


def test_settings_and_seeds_mean_what_they_mean_elsewhere(model):
    drawing = model.draw(CAPTION, n=3, seed=5)
    assert drawing.tokens.shape == (3, 16) and drawing.caption == CAPTION and drawing[0].size == (32, 32)
    assert len(drawing.tokens.unique(dim=0)) == 3
    assert torch.equal(model.draw(CAPTION, n=1, seed=5).tokens, drawing.tokens[:1])
    assert not torch.equal(model.draw(CAPTION, n=3, seed=6).tokens, drawing.tokens)
    assert not torch.equal(model.draw("a cat", n=3, seed=5).tokens, drawing.tokens)
    each = list(model.draw_each([CAPTION, "a cat"], n=3, seed=5))
    assert torch.equal(each[0].tokens, drawing.tokens) and each[1].caption == "a cat"


def test_stream_ends_with_the_drawing(model):
    partials = list(model.stream(CAPTION, n=2, seed=1, every=6))
    assert [partial.done for partial in partials] == [6, 12, 16]
    assert torch.equal(partials[-1].tokens, model.draw(CAPTION, n=2, seed=1).tokens)
    assert len(partials[0].pictures()[0].crop((0, 16, 32, 32)).getcolors()) == 1  # grey: not drawn yet


def test_parts_that_fit_in_memory_are_the_whole_drawing(model, monkeypatch):
    whole = model.draw(CAPTION, n=5, seed=2, guidance=2.0)
    each = model._picture_bytes(2, len(model._prompt(CAPTION)))
    monkeypatch.setattr("helpers.sampling.memory.room", lambda device: 2.6 * each)
    assert torch.equal(model.draw(CAPTION, n=5, seed=2, guidance=2.0).tokens, whole.tokens)


def test_complete_keeps_what_is_known(model):
    tokens = torch.arange(16)
    completed = model.complete(CAPTION, tokens, keep_rows=2, n=3)
    assert torch.equal(completed.tokens[:, :8], tokens[:8].expand(3, -1))
    assert len(completed.tokens[:, 8:].unique(dim=0)) == 3


def test_views_of_every_token(model):
    kept = model.draw(CAPTION, n=2, guidance=3.0, keep=("logprobs", "entropy", "attention"))
    assert torch.equal(kept.tokens, model.draw(CAPTION, n=2, guidance=3.0).tokens)
    assert kept.views["logprobs"].shape == kept.views["entropy"].shape == (2, 16)
    prompt = len(model._prompt(CAPTION))
    assert [tuple(view.shape) for view in kept.views["attention"]] == [(2, 4, prompt + at) for at in range(16)]
    for view in kept.views["attention"]:
        torch.testing.assert_close(view.sum(-1), torch.ones(2, 4))
    assert model.body.config._attn_implementation == "sdpa"


def test_score_is_the_sum_of_the_logprobs_drawn(model):
    kept = model.draw(CAPTION, n=2, guidance=1, keep=("logprobs",))
    for tokens, logprobs in zip(kept.tokens, kept.views["logprobs"].float(), strict=True):
        torch.testing.assert_close(model.score(CAPTION, tokens, per_token=True)[0], logprobs, atol=1e-4, rtol=1e-4)
    scores = model.score([CAPTION, "a cat"], kept.tokens[0], against_empty=True)
    assert scores.shape == (2,) and scores.isfinite().all()


def test_encode_finds_the_code_that_points_the_same_way(model):
    pixels = torch.rand(2, 3, 32, 32, generator=torch.Generator().manual_seed(0))
    tokens = model.encode(pixels)
    assert tokens.shape == (2, 16) and 0 <= tokens.min() and tokens.max() < CODES
    vq = model.net.model.vqmodel
    with torch.no_grad():
        z = vq.quant_conv(vq.encoder(pixels * 2 - 1)).permute(0, 2, 3, 1).flatten(0, 2)
        cosine = torch.cosine_similarity(z[:, None], vq.quantize.embedding.weight[None], dim=-1)
    assert torch.equal(tokens.flatten(), cosine.argmax(1))


def test_describe_says_what_transformers_generates(model):
    picture = Image.radial_gradient("L").convert("RGB").resize((32, 32))
    said = model.describe(picture, n=2, top_k=1)
    ids = model.tokenizer(
        f"{janus.SYSTEM}<|User|>: <begin_of_image>{'<image_placeholder>' * 16}<end_of_image>\n"
        f"{janus.QUESTION}\n\n<|Assistant|>:",
        return_tensors="pt",
    ).input_ids
    pixels = to_pixels(picture, 32)[None] * 2 - 1
    wanted = model.net.generate(
        ids, attention_mask=torch.ones_like(ids), pixel_values=pixels, do_sample=False, max_new_tokens=128
    )
    text = model.tokenizer.decode(wanted[0, ids.shape[1] :], skip_special_tokens=True).strip()
    assert said == [text, text] and len(text) > 3
    assert isinstance(model.describe(torch.arange(16))[0], str)


def test_bad_captions_and_tokens_are_refused_with_the_value(model):
    with pytest.raises(ValueError, match="the caption is empty"):
        model.draw(" ")
    with pytest.raises(ValueError, match="temperature is -1"):
        model.draw(CAPTION, temperature=-1)
    with pytest.raises(ValueError, match=f"the codebook has 0 … {CODES - 1}"):
        model.decode(torch.full((1, 16), CODES))
    with pytest.raises(ValueError, match="keep is 'words'"):
        model.draw(CAPTION, keep=("words",))


# from a folder


@pytest.fixture
def folder(model, tmp_path, monkeypatch):
    """The tiny model as it would lie in checkpoints/janus-pro-1b."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setattr(zoo, "ROOT", tmp_path)
    model.net.save_pretrained(tmp_path / "janus-pro-1b")
    model.tokenizer.save_pretrained(tmp_path / "janus-pro-1b")
    return tmp_path / "janus-pro-1b"


def test_load_opens_it_by_name_or_path_and_says_what_it_takes(model, folder, capsys):
    loaded = helpers.load("janus-pro-1b", device="cpu")
    assert "janus-pro-1b: 0M parameters in float32 need 0.0 GB" in capsys.readouterr().out
    assert torch.equal(loaded.draw(CAPTION, n=2).tokens, model.draw(CAPTION, n=2).tokens)
    assert repr(loaded).startswith("<Janus 'janus-pro-1b': 32 px, 4 × 4 tokens of 24, 0.")
    assert helpers.load(folder, device="cpu").name == "janus-pro-1b"


def test_commit_tells_what_drew_a_picture(folder):
    assert drawn_by(helpers.load("janus-pro-1b", device="cpu")) is None  # put there by hand: nobody knows
    (folder / zoo.MARK).write_text(json.dumps({"revision": "abc123"}))
    assert drawn_by(helpers.load("janus-pro-1b", device="cpu")) == "janus-pro-1b@abc123 in float32"


def test_bfloat16_draws(folder):
    loaded = helpers.load("janus-pro-1b", device="cpu", precision="bfloat16")
    assert loaded.draw(CAPTION, n=2, guidance=2.0).tokens.shape == (2, 16) and "in bfloat16" in repr(loaded)
    assert loaded.encode(Image.new("RGB", (40, 32))).shape == (1, 16)
    assert isinstance(loaded.describe(Image.new("RGB", (40, 32)))[0], str)


def test_studio_draws_with_it(model):
    studio = Studio(model, CAPTION, n=2)
    studio.draw.click()
    studio.wait(60)
    assert studio.status.text.startswith("Done: 2 pictures") and studio.live.frame


def test_clip_ranks_once_it_is_here(model, tmp_path, monkeypatch):
    monkeypatch.setattr(zoo, "ROOT", tmp_path)
    clip.fetched.cache_clear()
    drawing = janus.Janus(model.net, model.tokenizer, "tiny").draw(CAPTION, n=3)
    with pytest.raises(ValueError, match="tiny has no ranker; fetch one: python -m helpers"):
        drawing.best(1)
    net, tokenizer = make_clip()
    net.save_pretrained(tmp_path / "clip")
    tokenizer.save_pretrained(tmp_path / "clip")
    clip.fetched.cache_clear()
    again = janus.Janus(model.net, model.tokenizer, "tiny")
    scores = again.rank(CAPTION, drawing.pictures)
    assert scores.shape == (3,) and (scores.abs() <= 1).all()
    best = again.draw(CAPTION, n=3).best(1)
    assert best.tokens.tolist() == [drawing.tokens[scores.argmax()].tolist()]
    inputs = tokenizer([CAPTION], return_tensors="pt")
    pixels = torch.stack([to_pixels(p, 32) for p in drawing])
    pixels = (pixels - torch.tensor(clip.MEAN).view(3, 1, 1)) / torch.tensor(clip.SPREAD).view(3, 1, 1)
    with torch.no_grad():
        wanted = net(**inputs, pixel_values=pixels)
    torch.testing.assert_close(scores, wanted.logits_per_text[0] / net.logit_scale.exp(), atol=1e-5, rtol=1e-4)
    clip.fetched.cache_clear()
