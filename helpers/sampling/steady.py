"""Linear layers whose rows do not depend on how many rows stand beside them.

A matrix product chooses its kernel by the number of rows, and another kernel may round the last bit otherwise. The
tokens of a picture would then depend on how many pictures are drawn at once. So while tokens are drawn on a CPU in
float32, all products go through one kernel: that of oneDNN for weights laid out for `ROWS` rows. It is also the
fastest for any number of rows. Where it is absent or does not pass a test, products take `ROWS` rows at a time.
"""

import platform
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from weakref import WeakKeyDictionary

import torch
import torch.nn.functional as F
from jaxtyping import Float
from torch import Tensor, nn

ROWS = 8
LAYS_OUT = platform.machine() in ("x86_64", "AMD64") and torch.backends.mkldnn.is_available()
TRIED = (2, 3, 5, 8, 13, 64)  # numbers of rows


@dataclass(frozen=True)
class Weights:
    """The weights of a layer as they were, the same as its products take them, and whether any rows go at once."""

    seen: Float[Tensor, "outputs width"]
    taken: Tensor
    whole: bool

    def times(self, rows: Float[Tensor, "*rows width"], bias: Float[Tensor, " outputs"]) -> Tensor:
        """The product of two or more rows, by the one kernel."""
        if not LAYS_OUT:
            return F.linear(rows, self.taken, bias)
        return torch.ops.mkldnn._linear_pointwise(rows, self.taken, bias, "none", [], "")


_drawing = threading.local()  # `.weights` while a thread draws
_kept: WeakKeyDictionary[nn.Module, Weights] = WeakKeyDictionary()


class SteadyLinear(nn.Linear):
    """An `nn.Linear` that, within `drawing`, computes every row in the same way however many there are."""

    def forward(self, x: Float[Tensor, "*rows width"]) -> Float[Tensor, "*rows outputs"]:
        weights = getattr(_drawing, "weights", {}).get(self)
        if weights is None:
            return super().forward(x)
        count = x.numel() // self.in_features
        if weights.whole and count > 1:
            return weights.times(x, self.bias)
        rows = x.reshape(count, self.in_features)
        if weights.whole:
            y = weights.times(
                torch.cat([rows, rows]), self.bias
            )  # one row alone is another kernel: it stands there twice
        else:
            blocks = F.pad(rows, (0, 0, 0, -count % ROWS)).split(ROWS)
            y = torch.cat([weights.times(block, self.bias) for block in blocks])
        return y[:count].view(*x.shape[:-1], self.out_features)


@torch.inference_mode()
def steady(model: nn.Module) -> dict[nn.Module, Weights]:
    """Make a model's linear layers steady and lay their weights out: what `drawing` takes.

    A layer stays the module that it was, with its weights, names and hooks; weights that have changed since the
    last time are laid out anew. Empty where nothing is to be done: on a GPU, or in another precision.
    """
    for layer in model.modules():
        if type(layer) is nn.Linear:
            layer.__class__ = SteadyLinear
    layers = [layer for layer in model.modules() if isinstance(layer, SteadyLinear)]
    fit = [x for x in layers if x.weight.device.type == "cpu" and x.weight.dtype == torch.float32]
    return {layer: _weights(layer) for layer in fit}


@contextmanager
def drawing(weights: dict[nn.Module, Weights]) -> Iterator[None]:
    """Within this, in this thread, these layers use these weights."""
    before, _drawing.weights = getattr(_drawing, "weights", {}), weights
    try:
        yield
    finally:
        _drawing.weights = before


def _weights(layer: nn.Linear) -> Weights:
    seen = layer.weight.detach()
    if layer not in _kept or not torch.equal(_kept[layer].seen, seen):
        taken = torch.ops.mkldnn._reorder_linear_weight(seen.contiguous(), ROWS) if LAYS_OUT else seen.clone()
        _kept[layer] = Weights(seen.clone(), taken, whole=LAYS_OUT and _any_rows(*seen.shape))
    return _kept[layer]


@cache
def _any_rows(outputs: int, width: int) -> bool:
    """Whether the one kernel, on this machine, computes a row of such a layer alike beside any number of rows."""
    random = torch.Generator().manual_seed(0)
    weight, x = (torch.randn(rows, width, generator=random) for rows in (outputs, max(TRIED)))
    weights = Weights(weight, torch.ops.mkldnn._reorder_linear_weight(weight, ROWS), whole=True)
    few = weights.times(x[:ROWS], weight.new_zeros(outputs))
    tried = ((rows, weights.times(x[:rows], weight.new_zeros(outputs))) for rows in TRIED)
    return all(torch.equal(y[:ROWS], few[:rows]) for rows, y in tried)
