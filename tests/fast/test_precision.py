"""How exactly a transformer computes, and what int8 changes."""

import pytest
import torch

from helpers.sampling import Settings, sample_picture
from helpers.sampling.precision import PRECISIONS, Int8Linear, agreement, precision_of, set_precision
from helpers.text import default
from tests.shipped import assert_scores_stay, pictures_that_stay
from tests.tiny import make_model, make_transformer

CAPTION = default().batch([default().encode("a fox on the beach")])


def rounded(precision):
    model = make_transformer()
    set_precision(model, precision)
    return model


@torch.inference_mode()
def test_int8_layer_is_the_product_of_rounded_numbers():
    linear = torch.nn.Linear(48, 80)
    x = torch.randn(5, 48) * torch.tensor([1e-3, 1, 100, 1, 0])[:, None]
    layer = Int8Linear(linear)
    scale, most = linear.weight.abs().amax(1, keepdim=True) / 127, x.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
    wanted = (x / most).round() * most @ ((linear.weight / scale).round() * scale).T + linear.bias
    torch.testing.assert_close(layer(x), wanted, atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(layer(x[None])[0], layer(x))


@torch.inference_mode()
def test_int8_rows_do_not_depend_on_their_neighbours():
    layer, x = Int8Linear(torch.nn.Linear(48, 80)), torch.randn(9, 48)
    assert torch.equal(layer(x)[:3], layer(x[:3]))


def test_int8_keeps_weights_that_were_int8_to_begin_with():
    linear = torch.nn.Linear(48, 80)
    stored = torch.randint(-127, 128, (80, 48))
    stored[:, 0] = 127
    linear.weight.data = stored * torch.rand(80, 1)
    assert torch.equal(Int8Linear(linear).weight, stored.to(torch.int8))


@pytest.mark.parametrize("precision", [p for p in PRECISIONS if p != "int8 compiled"])  # that is in tests/compiled
def test_every_precision_draws_and_scores(precision):
    model = make_model().to("cpu", precision)
    assert precision_of(model.transformer) == precision
    drawing = model.draw("a fox", n=2, guidance=2.0, keep=("logprobs", "attention"))
    assert drawing.tokens.shape == (2, 16) and drawing.views["logprobs"].isfinite().all()
    assert model.score("a fox", drawing.tokens[0]).isfinite() and model.describe(drawing[0])
    assert (precision in repr(model)) == (precision != "float32")


def test_int8_draws_the_same_however_many_are_drawn():
    model, empty = rounded("int8"), default().empty(CAPTION.shape[1])
    drawn = [
        torch.stack([step.tokens for step in sample_picture(model, CAPTION, empty, Settings(n))], 1) for n in (8, 3)
    ]
    assert torch.equal(drawn[0][:3], drawn[1])


def test_agreement_with_itself_is_whole_and_with_int8_nearly_so(tiny):
    picture = torch.randint(16, (4, 16), generator=torch.Generator().manual_seed(0))
    text = CAPTION.expand(4, -1)
    same = agreement(make_transformer(), make_transformer(), text, picture)
    assert same["nats"] == 0 and same["likeliest"] == 1 and abs(same["divergence"]) < 1e-6
    other = agreement(make_transformer(), rounded("int8"), text, picture)
    assert 0 < other["divergence"] < 0.1 and other["likeliest"] > 0.9 and abs(other["nats"]) < 0.1


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:the (model was never shown|caption has)")
@pytest.mark.parametrize("precision", ["float32", "int8"])
def test_a_shipped_picture_is_the_same_whatever_is_drawn_beside_it(precision, monkeypatch):
    assert pictures_that_stay(precision, 10, 4, monkeypatch) == 268  # with tests/compiled more than a thousand


@pytest.mark.slow
def test_int8_leaves_the_judges_scores_within_their_intervals():
    assert_scores_stay("int8")


def test_bad_precision_is_refused_with_its_value():
    with pytest.raises(ValueError, match="precision is 'int4'; give one of float32, bfloat16, int8, int8 compiled"):
        make_model().to("cpu", "int4")
    with pytest.raises(ValueError, match="precision is 'int8' and cannot become 'float32'"):
        make_model().to("cpu", "int8").to("cpu", "float32")


def test_only_layers_that_see_everything_are_compiled_and_nothing_is_lost():
    model = make_model()
    with pytest.raises(ValueError, match="attention is column, convolutional, full, row; only a transformer"):
        model.to("cpu", "int8 compiled")
    assert model.precision == "float32"
