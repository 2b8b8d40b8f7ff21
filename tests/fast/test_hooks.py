"""Hooks and edited weights work at every n, with guidance and without: ablating a layer shows in the pictures."""

import pytest
import torch

from tests.tiny import make_model

TOKENS = 16


@pytest.fixture
def model():
    """A model of its own, since a test changes it."""
    return make_model()


@pytest.mark.parametrize("precision", ["float32", "int8"])
@pytest.mark.parametrize("guidance", [1.0, 2.0])
@pytest.mark.parametrize("n", [1, 4, 8, 17])
def test_a_hook_is_called_at_every_token(n, guidance, precision, model):
    model.to("cpu", precision)
    layer, calls = model.transformer.layers[0], []
    for part in (layer, layer.attention, layer.down):
        part.register_forward_hook(lambda module, given, made: calls.append(module))
    model.draw("a fox", n, guidance=guidance)
    assert all(calls.count(part) >= TOKENS for part in (layer, layer.attention, layer.down))
    assert len({calls.count(part) for part in (layer, layer.attention, layer.down)}) == 1


@pytest.mark.parametrize("n", [1, 8])
def test_what_a_hook_returns_is_drawn_with(n, model):
    before = model.draw("a fox", n).tokens
    handle = model.transformer.layers[0].register_forward_hook(lambda module, given, made: torch.zeros_like(made))
    ablated = model.draw("a fox", n).tokens
    handle.remove()
    assert not torch.equal(ablated, before) and torch.equal(model.draw("a fox", n).tokens, before)


@pytest.mark.parametrize("n", [1, 8])
def test_an_edited_weight_is_drawn_with(n, model):
    before = model.draw("a fox", n).tokens
    with torch.no_grad():
        model.transformer.layers[1].down.weight.mul_(-1)
    assert not torch.equal(model.draw("a fox", n).tokens, before)


def test_a_hook_that_would_not_be_called_is_refused(model):
    model.transformer.register_forward_hook(lambda *_: None)
    with pytest.raises(ValueError, match="hook on the transformer itself, which is not called while it draws"):
        model.draw("a fox", 1)
