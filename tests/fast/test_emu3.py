"""Emu3 through our sampling loop, against transformers' own generation, with a tiny network of random weights."""

import numpy as np
import pytest
import torch

import helpers
from helpers.models import zoo
from helpers.models.abilities import Unable
from helpers.models.zoo import emu3
from helpers.widgets import Studio
from tests.tiny_public import CODES, make_emu3

CAPTION = "a Fox on the beach"
SIDE = 4


@pytest.fixture(scope="module")
def model():
    return emu3.Emu3(*make_emu3(), "tiny-emu3", size=32)


def generated(model, caption, guidance):
    """What transformers draws by argmax, with the constraint of its documentation, as codes; and its picture."""
    net, tokenizer = model.net, model.tokenizer
    ids, without = (torch.tensor([model._prompt(text)]) for text in (caption, ""))
    special = {name: tokenizer.convert_tokens_to_ids(name) for name in (emu3.PICTURE, "<|extra_200|>", "<|extra_201|>")}
    visual = net.vocabulary_mapping.image_tokens

    def allowed(_, so_far):
        begin = int((so_far == special[emu3.PICTURE]).nonzero()[0, 0])
        offset = len(so_far) - begin
        if offset > (SIDE + 1) * SIDE:
            return [special["<|extra_201|>"]]
        return [special["<|extra_200|>"]] if offset % (SIDE + 1) == 0 else visual

    options = {"guidance_scale": guidance, "negative_prompt_ids": without} if guidance != 1 else {}
    out = net.generate(
        ids,
        attention_mask=torch.ones_like(ids),
        prefix_allowed_tokens_fn=allowed,
        do_sample=False,
        max_new_tokens=(SIDE + 1) * SIDE + 3,
        eos_token_id=-1,
        **options,
    )[:, ids.shape[1] :]
    picture = net.decode_image_tokens(image_tokens=out, height=SIDE, width=SIDE)[0]
    codes = net.vocabulary_mapping.convert_bpe2img(out[:, :-3].view(1, SIDE, SIDE + 1)).flatten(1).long()
    return codes, (picture.float() + 1) / 2


@pytest.mark.parametrize("guidance", [1.0, 3.0])
def test_top_k_of_one_draws_what_transformers_generates(model, guidance):
    for caption in (CAPTION, "two blue blocks and a large red one"):
        codes, pixels = generated(model, caption, guidance)
        drawing = model.draw(caption, n=2, top_k=1, guidance=guidance)
        assert torch.equal(drawing.tokens, codes.expand(2, -1)) and len(codes.unique()) > 3
        shown = pixels.clamp(0, 1).permute(1, 2, 0) * 255
        assert np.abs(np.asarray(drawing[0]) - shown.numpy()).max() < 0.51


def test_prompt_says_how_many_tokens_a_side(model):
    text = f"<bos>{CAPTION}<|image start|>4*4<|image token|>"
    assert model.tokenizer.decode(model._prompt(CAPTION)) == text
    assert model.tokenizer.decode(model._without(model._prompt(CAPTION))) == text.replace(CAPTION, "")


def test_same_seed_same_picture_whatever_is_beside_it(model):
    drawing = model.draw(CAPTION, n=3, seed=5, guidance=2.0)
    assert drawing.tokens.shape == (3, 16) and drawing[0].size == (32, 32)
    assert torch.equal(model.draw(CAPTION, n=1, seed=5, guidance=2.0).tokens, drawing.tokens[:1])
    assert torch.equal(list(model.stream(CAPTION, n=3, seed=5, guidance=2.0))[-1].tokens, drawing.tokens)
    completed = model.complete(CAPTION, drawing.tokens[0], keep_rows=3, n=4)
    assert torch.equal(completed.tokens[:, :12], drawing.tokens[:1, :12].expand(4, -1))


def test_views_count_the_ends_of_lines_and_no_padding(model):
    kept = model.draw("fox", n=2, guidance=3.0, keep=("logprobs", "entropy", "attention"))
    prompt = len(model._prompt("fox"))
    shapes = [tuple(view.shape) for view in kept.views["attention"]]
    assert shapes == [(2, 4, prompt + at + at // SIDE) for at in range(16)]
    torch.testing.assert_close(kept.views["attention"][7].sum(-1), torch.ones(2, 4))
    assert kept.views["logprobs"].shape == (2, 16)


def test_score_is_the_sum_of_the_logprobs_drawn(model):
    kept = model.draw(CAPTION, n=2, guidance=1, keep=("logprobs",))
    for tokens, logprobs in zip(kept.tokens, kept.views["logprobs"].float(), strict=True):
        torch.testing.assert_close(model.score(CAPTION, tokens, per_token=True)[0], logprobs, atol=1e-4, rtol=1e-4)
    assert model.score([CAPTION, "a cat"], kept.tokens[0], against_empty=True).isfinite().all()


def test_encode_is_that_of_transformers(model):
    pixels = torch.rand(2, 3, 32, 32, generator=torch.Generator().manual_seed(0))
    tokens = model.encode(pixels)
    with torch.no_grad():
        bpe = model.net.model.get_image_tokens(pixels * 2 - 1, torch.tensor([[32, 32]] * 2)).view(2, SIDE, SIDE + 1)
    assert torch.equal(tokens, model.net.vocabulary_mapping.convert_bpe2img(bpe).flatten(1).long())
    assert tokens.max() < CODES


def test_what_this_checkpoint_cannot_is_a_sentence(model):
    with pytest.raises(Unable, match=r"tiny-emu3 cannot describe a picture: .* Emu3-Chat"):
        model.describe(torch.zeros(16, dtype=torch.long))


def test_studio_draws_with_it(model):
    studio = Studio(model, CAPTION, n=2)
    studio.draw.click()
    studio.wait(60)
    assert studio.status.text.startswith("Done: 2 pictures") and studio.live.frame


def test_load_opens_it_by_name(model, tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setattr(zoo, "ROOT", tmp_path)
    monkeypatch.setattr(emu3, "SIZE", 32)
    model.net.save_pretrained(tmp_path / "emu3-gen")
    model.tokenizer.save_pretrained(tmp_path / "emu3-gen")
    loaded = helpers.load("emu3-gen", device="cpu")
    assert torch.equal(loaded.draw(CAPTION, n=1).tokens, model.draw(CAPTION, n=1).tokens)
