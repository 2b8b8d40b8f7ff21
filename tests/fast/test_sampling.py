"""Drawing tokens: what decides them, what forces them, what is refused."""

import math
from dataclasses import replace

import pytest
import torch

from helpers.networks.transformer import PATTERNS
from helpers.sampling import Settings, pick, sample_picture, sample_text, uniforms
from helpers.text import END, default
from tests.tiny import STREAM, make_transformer

CAPTION = default().batch([default().encode("a fox on the beach")])
EMPTY = default().empty(CAPTION.shape[1])


@pytest.fixture(scope="module")
def model():
    return make_transformer()


def draw(model, settings, known=None, first=0, text=CAPTION):
    steps = list(sample_picture(model, text, EMPTY, settings, known=known, first=first))
    return torch.stack([step.tokens for step in steps], 1)


def views(model, settings, known=None):
    return list(sample_picture(model, CAPTION, EMPTY, settings, known=known, keep=("logprobs", "entropy", "attention")))


@torch.inference_mode()
def greedy(model, text=CAPTION):
    """The likeliest picture token after each, by plain forwards."""
    picture = torch.zeros(1, 16, dtype=torch.long)
    for position in range(16):
        picture[0, position] = model(text, picture)[1][0, position].argmax()
    return picture


def test_same_seed_same_tokens_however_many_are_drawn(model):
    eight = draw(model, Settings(8, seed=3))
    assert torch.equal(eight, draw(model, Settings(8, seed=3)))
    assert torch.equal(eight[:3], draw(model, Settings(3, seed=3)))


def test_a_large_n_can_be_drawn_in_chunks(model):
    eight = draw(model, Settings(8, seed=3))
    parts = [draw(model, Settings(n, seed=3), first=first) for first, n in ((0, 3), (3, 4), (7, 1))]
    assert torch.equal(eight, torch.cat(parts))


def test_another_seed_and_another_picture_draw_otherwise(model):
    assert not torch.equal(draw(model, Settings(2, seed=3)), draw(model, Settings(2, seed=4)))
    assert len(draw(model, Settings(8)).unique(dim=0)) == 8


def test_drawing_leaves_the_global_random_state_alone(model):
    before = torch.random.get_rng_state()
    draw(model, Settings(2))
    assert torch.equal(before, torch.random.get_rng_state())


def test_picking_a_few_rows_at_a_time_changes_no_token(model, monkeypatch):
    whole = draw(model, Settings(8, seed=3, top_p=0.9))
    monkeypatch.setattr("helpers.sampling.distribution.CHUNK", 3 * STREAM.codebook)
    assert torch.equal(draw(model, Settings(8, seed=3, top_p=0.9)), whole)


def test_a_cancelled_drawing_has_the_tokens_of_the_whole_one(model):
    steps = sample_picture(model, CAPTION, EMPTY, Settings(2))
    begun = torch.stack([next(steps).tokens for _ in range(5)], 1)
    steps.close()
    assert torch.equal(begun, draw(model, Settings(2))[:, :5])


@pytest.mark.parametrize("pattern", PATTERNS)
def test_top_k_of_one_is_argmax(pattern):
    model = make_transformer(replace(STREAM, attention=(pattern,) * 2))
    assert torch.equal(draw(model, Settings(2, seed=5, top_k=1)), greedy(model).expand(2, -1))


def test_a_small_top_p_is_argmax(model):
    assert torch.equal(draw(model, Settings(1, top_p=1e-9)), greedy(model))


def test_a_low_temperature_is_argmax(model):
    assert torch.equal(draw(model, Settings(1, temperature=1e-4)), greedy(model))


def test_no_limit_and_limits_that_leave_all_are_the_same(model):
    assert torch.equal(draw(model, Settings(4)), draw(model, Settings(4, top_k=16, top_p=1.0)))
    assert torch.equal(draw(model, Settings(4)), draw(model, Settings(4, top_k=10_000)))


def test_top_k_and_top_p_leave_only_the_likeliest():
    logits = torch.tensor([0.5, 0.3, 0.15, 0.05]).log().expand(1000, 4)
    u = torch.from_numpy(uniforms(0, 0, 1000))
    for settings, left in ((Settings(top_k=2), 2), (Settings(top_p=0.6), 2), (Settings(top_p=0.5), 1)):
        tokens, p = pick(logits, u, settings)
        assert set(tokens.tolist()) == set(range(left))
        torch.testing.assert_close(p.sum(1), torch.ones(1000))
        assert (p[:, left:] == 0).all()


def test_tokens_are_drawn_as_often_as_they_are_likely():
    p = torch.tensor([0.5, 0.3, 0.15, 0.05])
    tokens, _ = pick(p.log().expand(20_000, 4), torch.from_numpy(uniforms(0, 0, 20_000)), Settings())
    torch.testing.assert_close(tokens.bincount() / 20_000, p, atol=0.01, rtol=0)


def test_guidance_of_one_is_off_and_of_nought_is_the_empty_caption(model):
    plain = draw(model, Settings(4))
    assert torch.equal(plain, draw(model, Settings(4, guidance=1)))
    assert torch.equal(draw(model, Settings(4, guidance=0)), draw(model, Settings(4), text=EMPTY))
    assert not torch.equal(plain, draw(model, Settings(4), text=EMPTY))
    assert not torch.equal(plain, draw(model, Settings(4, guidance=4)))


@torch.inference_mode()
def test_guidance_moves_the_logits_away_from_the_empty_caption(model):
    tokens, g = torch.randint(16, (16,), generator=torch.Generator().manual_seed(0)), 2.5
    with_caption, without = (model(text, tokens[None])[1][0] for text in (CAPTION, EMPTY))
    wanted = (without + g * (with_caption - without)).double().log_softmax(-1).gather(1, tokens[:, None])[:, 0]
    got = torch.cat([step.views["logprobs"] for step in views(model, Settings(1, guidance=g), tokens)])
    torch.testing.assert_close(got, wanted, atol=1e-4, rtol=1e-4)


def test_known_tokens_are_forced_and_earlier_ones_unaffected(model):
    free, known = draw(model, Settings(4)), torch.full((16,), -1)
    known[6], known[7] = (free[0, 6] + 1) % 16, 3
    forced = draw(model, Settings(4), known)
    assert (forced[:, 6] == known[6]).all() and (forced[:, 7] == 3).all()
    assert torch.equal(forced[:, :6], free[:, :6])
    assert not torch.equal(forced[:, 8:], free[:, 8:])


def test_a_known_rectangle_stays_and_the_rest_is_drawn(model):
    grid = torch.full((4, 4), -1)
    grid[1:3, 1:3] = torch.tensor([[1, 2], [3, 4]])
    drawn = draw(model, Settings(4), grid.flatten()).view(4, 4, 4)
    assert torch.equal(drawn[:, 1:3, 1:3], grid[1:3, 1:3].expand(4, -1, -1))
    assert len(drawn[:, 3].unique(dim=0)) > 1


def test_a_picture_forced_to_what_is_drawn_anyway_is_the_same(model):
    free = draw(model, Settings(1))
    assert torch.equal(draw(model, Settings(1), free[0]), free)


def test_views_have_one_entry_a_picture_and_a_token(model):
    steps = views(model, Settings(3))
    assert [step.position for step in steps] == list(range(16))
    for step in steps:
        assert step.tokens.shape == step.views["logprobs"].shape == step.views["entropy"].shape == (3,)
        before = 1 + CAPTION.shape[1] + step.position
        assert step.views["attention"].shape == (len(STREAM.attention), STREAM.heads, before)
        torch.testing.assert_close(step.views["attention"].sum(-1), torch.ones(4, 2))
    assert next(sample_picture(model, CAPTION, EMPTY, Settings())).views == {}


def test_attention_is_nought_where_the_pattern_does_not_look(model):
    last = views(model, Settings(1))[-1].views["attention"][:, :, -15:]  # of the 15th picture token, to itself and back
    column = last[STREAM.attention.index("column")]
    assert (column[:, [14, 10, 6, 2]] > 0).all() and (column[:, [13, 12, 11, 9, 0]] == 0).all()


@pytest.mark.parametrize("guidance", [1.0, 2.0])
def test_views_change_no_token(model, guidance):
    steps = views(model, Settings(3, guidance=guidance))
    plain = draw(model, Settings(3, guidance=guidance))
    assert torch.equal(torch.stack([step.tokens for step in steps], 1), plain)


def test_entropy_is_between_nought_and_that_of_the_codebook(model):
    for settings in (Settings(4), Settings(4, temperature=100), Settings(4, top_k=1)):
        bits = torch.stack([step.views["entropy"] for step in views(model, settings)])
        assert -1e-9 <= bits.min() and bits.max() <= math.log2(STREAM.codebook) + 1e-9
    assert bits.max() < 1e-9


@torch.inference_mode()
def test_logprobs_are_those_of_a_plain_forward(model):
    steps = views(model, Settings(2))
    tokens = torch.stack([step.tokens for step in steps], 1)
    plain = model(CAPTION.expand(2, -1), tokens)[1].log_softmax(-1).gather(-1, tokens[..., None])[..., 0]
    got = torch.stack([step.views["logprobs"] for step in steps], 1).float()
    torch.testing.assert_close(got, plain, atol=1e-5, rtol=1e-5)


def test_same_seed_same_words_however_many_are_read(model):
    picture = torch.arange(16)[None]
    three = sample_text(model, picture, Settings(3, seed=1), END)
    assert three.shape == (3, STREAM.text_window)
    assert torch.equal(three[:1], sample_text(model, picture, Settings(1, seed=1), END))
    assert torch.equal(three[1:], sample_text(model, picture, Settings(2, seed=1), END, first=1))


@torch.inference_mode()
def test_reading_a_picture_with_top_k_of_one_is_argmax(model):
    picture, ids = torch.arange(16)[None], []
    drawn = sample_text(model, picture, Settings(1, top_k=1), END)[0].tolist()
    while len(ids) < STREAM.text_window and END not in ids:
        so_far = torch.tensor([[*ids, END]])
        ids.append(int(model(so_far, picture, False)[0][0, -1].argmax()))
    assert drawn[: len(ids)] == ids and set(drawn[len(ids) :]) <= {END}


@pytest.mark.parametrize(
    "name, value",
    [
        ("n", 0),
        ("n", -3),
        ("seed", -1),
        ("seed", 2**63),
        ("temperature", -0.5),
        ("temperature", math.inf),
        ("temperature", math.nan),
        ("top_k", 0),
        ("top_p", 0),
        ("top_p", 1.5),
        ("top_p", math.nan),
        ("guidance", -1),
        ("guidance", math.inf),
    ],
)
def test_bad_setting_is_refused_with_its_value(name, value):
    with pytest.raises(ValueError, match=rf"^{name} is {value}; give .*\d"):
        Settings(**{name: value})


def test_largest_seed_draws(model):
    assert draw(model, Settings(1, seed=2**63 - 1)).shape == (1, 16)


def test_unknown_view_is_refused_with_its_name(model):
    with pytest.raises(ValueError, match="keep is 'entropies'; give one of logprobs, entropy, attention"):
        next(sample_picture(model, CAPTION, EMPTY, Settings(), keep=("entropies",)))
