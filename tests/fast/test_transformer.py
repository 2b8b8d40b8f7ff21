"""One stream of text and picture tokens: who sees whom, caches, both orders, the published geometry."""

from dataclasses import replace

import pytest
import torch

from helpers.networks.transformer import (
    CONDITION,
    GENERATED,
    PATTERNS,
    Transformer,
    TransformerConfig,
    parameters,
    pattern_mask,
    published_attention,
    stream_mask,
)
from helpers.sampling.cache import Cache, picture_sight, text_sight
from helpers.sampling.writers import run
from helpers.text import default
from helpers.training.presets import PRESETS
from tests.tiny import STREAM, make_transformer

each_pattern = pytest.mark.parametrize("pattern", PATTERNS)
each_order = pytest.mark.parametrize("text_first", [True, False], ids=["text first", "picture first"])

# A 4 × 4 picture as in figure 11 of the paper, raster order: @ is the token, # what it sees besides itself.
SEEN = {
    "row": ["@... .... .... ....", "#### @... .... ....", ".... .### #@.. ....", ".... .... ...# ###@"],
    "column": ["@... .... .... ....", "#... @... .... ....", ".#.. .#.. .@.. ....", "...# ...# ...# ...@"],
    # a 3 × 3 window that wraps round the left and right edges
    "convolutional": ["@... .... .... ....", "..## #.#@ .... ....", ".... ###. #@.. ....", "...# ##.# @... ...."],
    "full": ["@... .... .... ....", "#### @... .... ....", "#### #### #@.. ....", "#### #### #### ###@"],
}


@pytest.mark.parametrize("pattern, drawn", [(pattern, drawn) for pattern in SEEN for drawn in SEEN[pattern]])
def test_pattern_sees_what_the_paper_draws(pattern, drawn):
    drawn = drawn.replace(" ", "")
    seen = pattern_mask(pattern, grid=4, kernel=3)[drawn.index("@")]
    assert seen.tolist() == [mark in "#@" for mark in drawn]


@each_pattern
def test_every_token_sees_itself_and_nothing_later(pattern):
    mask = pattern_mask(pattern, grid=8)
    assert mask.diagonal().all() and not mask.triu(1).any()


@each_pattern
def test_picture_tokens_see_all_the_text_before_them(pattern):
    mask = stream_mask(pattern, STREAM, text=5)
    assert mask.shape == (22, 22)
    assert mask[6:, :6].all() and torch.equal(mask[6:, 6:], pattern_mask(pattern, 4, STREAM.kernel))
    assert torch.equal(mask[:6, :6], torch.ones(6, 6, dtype=torch.bool).tril())


@each_pattern
def test_text_that_follows_a_picture_sees_all_of_it(pattern):
    mask = stream_mask(pattern, STREAM, text=5, text_first=False)
    assert mask[17:, :17].all() and torch.equal(mask[1:17, 1:17], pattern_mask(pattern, 4, STREAM.kernel))


def stream(seed=0):
    """A caption with pads and a picture."""
    generator = torch.Generator().manual_seed(seed)
    return default().batch([default().encode("a fox on the beach")]), torch.randint(16, (1, 16), generator=generator)


def uniform(pattern):
    """A random transformer with one pattern in both of its layers."""
    return make_transformer(replace(STREAM, attention=(pattern,) * 2))


def cached(model, pattern, text, picture, text_first, fixed_shapes):
    """The outputs after what is given and after each token written, one step at a time, for two rows."""
    if text_first:
        given, written = model.embed_text(text, CONDITION), model.embed_picture(picture, GENERATED)
        mask, sight = None, picture_sight(pattern, 4, STREAM.kernel)
    else:
        given, written = model.embed_picture(picture, CONDITION), model.embed_text(text, GENERATED)
        mask, sight = stream_mask(pattern, STREAM, 0, False), text_sight(text.shape[1])
    caches = [Cache(2, sight, mask) for _ in model.layers]
    out = [run(model, torch.cat([model.embed_start(1), given], 1), caches).expand(2, -1, -1)]
    for cache in caches:
        cache.capture()
    for at in range(written.shape[1] - 1):
        for cache in caches:
            cache.at = torch.tensor([at]) if fixed_shapes else at
        out.append(run(model, written[:, at].expand(2, 1, -1), caches))
    return torch.cat(out, 1), given.shape[1]


@each_order
@each_pattern
@pytest.mark.parametrize("fixed_shapes", [False, True], ids=["", "fixed shapes"])
@torch.inference_mode()
def test_cached_decoding_equals_a_plain_forward(pattern, text_first, fixed_shapes):
    model = uniform(pattern)
    text, picture = stream()
    wanted = model(text, picture, text_first)
    out, cut = cached(model, pattern, text, picture, text_first, fixed_shapes)
    heads = (model.text_head, model.picture_head)
    if not text_first:
        heads, wanted = heads[::-1], wanted[::-1]
    for got, plain in zip((heads[0](out[:, :cut]), heads[1](out[:, cut:])), wanted, strict=True):
        torch.testing.assert_close(got, plain.expand_as(got), atol=1e-5, rtol=1e-5)
        assert torch.equal(got.argmax(-1), plain.argmax(-1).expand(2, -1))


@pytest.mark.parametrize("pattern, kept", [("full", 64), ("column", 64), ("row", 9), ("convolutional", 2 * 9 + 1)])
def test_a_cache_keeps_what_later_tokens_see(pattern, kept):
    sight = picture_sight(pattern, 8, 5)
    assert sight.slots == kept
    for at, seen in enumerate(pattern_mask(pattern, 8, 5)):
        assert sorted(sight.tokens[at].tolist()) == seen.nonzero()[:, 0].tolist()


def test_row_and_column_layers_read_one_piece_of_memory():
    for pattern in ("full", "row", "column"):
        assert all(isinstance(read, slice) for read in picture_sight(pattern, 8, 5).reads)


@each_order
@each_pattern
@torch.inference_mode()
def test_a_later_token_never_changes_earlier_logits(pattern, text_first):
    model = uniform(pattern)
    text, picture = stream()
    before = model(text, picture, text_first)
    for kind, place in ((0, 3), (1, 9)):
        changed = [text.clone(), picture.clone()]
        changed[kind][0, place] = (changed[kind][0, place] + 1) % 16
        after = model(*changed, text_first)
        first = kind == (0 if text_first else 1)  # then all of the other part stands after it
        assert torch.equal(before[kind][:, : place + 1], after[kind][:, : place + 1])
        assert not torch.allclose(before[kind][:, place + 1 :], after[kind][:, place + 1 :])
        assert first != torch.equal(before[1 - kind], after[1 - kind])


@each_order
@torch.inference_mode()
def test_pads_after_a_caption_change_none_of_its_logits(text_first):
    model, (text, picture) = make_transformer(), stream()
    longer = torch.cat([text, torch.full((1, 16), STREAM.pad)], 1)
    one, other = model(text, picture, text_first)[0], model(longer, picture, text_first)[0]
    torch.testing.assert_close(one, other[:, : text.shape[1]], atol=1e-5, rtol=1e-5)


@torch.inference_mode()
def test_every_position_has_its_own_pad():
    model = make_transformer()
    pads = model.embed_text(torch.full((1, 16), model.config.pad), CONDITION)[0]
    assert len(pads.unique(dim=0)) == 16


@torch.inference_mode()
def test_condition_and_generated_embed_differently():
    model, (text, picture) = make_transformer(), stream()
    assert not torch.equal(model.embed_text(text, CONDITION), model.embed_text(text, GENERATED))
    assert not torch.equal(model.embed_picture(picture, CONDITION), model.embed_picture(picture, GENERATED))


def test_same_seed_same_weights_and_seed_alone():
    one, same, other = make_transformer(seed=1), make_transformer(seed=1), make_transformer(seed=2)
    assert torch.equal(one.picture_head.weight, same.picture_head.weight)
    assert not torch.equal(one.picture_head.weight, other.picture_head.weight)


def test_published_model_has_twelve_billion_parameters_and_allocates_none():
    config = PRESETS["paper"].transformer
    assert 12.1e9 < parameters(config) < 12.3e9
    with torch.device("meta"):
        assert {p.device.type for p in Transformer(config).parameters()} == {"meta"}


def test_parameters_counts_what_is_allocated():
    assert parameters(STREAM) == sum(p.numel() for p in make_transformer().parameters())


def test_published_attention_stands_where_the_paper_says():
    layers = published_attention(64)
    assert len(layers) == 64 and layers[-1] == "convolutional" and "full" not in layers
    columns = [i for i, pattern in enumerate(layers, 1) if pattern == "column"]
    assert columns == list(range(2, 63, 4))
    assert layers.count("row") == 47


@pytest.mark.parametrize(
    "changes, message",
    [({"attention": ("diagonal",)}, "attention pattern 'diagonal'"), ({"width": 30, "heads": 4}, "width 30")],
)
def test_bad_configuration_is_refused_with_the_value(changes, message):
    with pytest.raises(ValueError, match=message):
        TransformerConfig(**changes)
