"""Matrix products whose rows do not depend on how many rows stand beside them.

A matrix product chooses its kernel by the number of rows, and another kernel may round the last bit otherwise. The
tokens of a picture would then depend on how many pictures are drawn at once. So on a CPU products are tried once for
every shape: from how many rows on is a row always computed alike? Fewer rows are filled up to as many; where no
number will do, rows go `ROWS` at a time. Weights in float32 are laid out for oneDNN, whose kernel is alike nearly
everywhere and the fastest for any number of rows.
"""

import platform
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from weakref import WeakKeyDictionary

import torch
import torch.nn.functional as F
from jaxtyping import Float
from torch import Tensor, nn

from helpers.sampling.threads import computing, cores

ROWS = 8
TRIED = (1, 2, 3, 4, 5, 6, 7, ROWS, 9, 13, 16, 33, 64, 128)  # numbers of rows
LAYS_OUT = platform.machine() in ("x86_64", "AMD64") and torch.backends.mkldnn.is_available()

Product = Callable[[Tensor], Tensor]  # of rows with one matrix: [..., rows, inner] -> [..., rows, outer]


def steadily(product: Product, x: Float[Tensor, "*batch rows inner"], least: int) -> Float[Tensor, "*batch rows outer"]:
    """The product of any number of rows, where it computes a row alike from `least` rows on, or never (0)."""
    rows = x.shape[-2]
    if 0 < least <= rows:
        return product(x)
    filled = least or -(-rows // ROWS) * ROWS
    x = F.pad(x, (0, 0, 0, filled - rows))
    y = product(x) if least else torch.cat([product(block) for block in x.split(ROWS, -2)], -2)
    return y[..., :rows, :]


@torch.inference_mode()
def least_rows(product: Product, x: Float[Tensor, "*batch rows inner"]) -> int:
    """From how many rows on this machine computes every row of a product alike; 0 if that is more than `ROWS`.

    `x` are rows to try it with, as many as the largest number of `TRIED`.
    """
    with computing(1):
        whole = product(x)

    def alike(rows: int) -> bool:
        ends = [(first, first + rows) for first in {0, min(3, TRIED[-1] - rows)}]
        return all(torch.equal(product(x[..., i:j, :]), whole[..., i:j, :]) for i, j in ends)

    least = 0
    for rows in reversed(TRIED):
        for threads in {1, cores()}:
            with computing(threads):
                if not alike(rows):
                    return least if least <= ROWS else 0
        least = rows
    return least


@cache
def least_of_batch(inner: int, outer: int) -> int:
    """`least_rows` of `torch.bmm` with matrices of this shape."""
    random = torch.Generator().manual_seed(0)
    matrices = torch.randn(8, outer, inner, generator=random).mT
    return least_rows(lambda x: torch.bmm(x, matrices), torch.randn(8, TRIED[-1], inner, generator=random))


def batched(x: Float[Tensor, "batch rows inner"], matrices: Float[Tensor, "batch inner outer"]) -> Tensor:
    """`torch.bmm`; on a CPU every row is computed alike however many there are. [batch, rows, outer]"""
    if x.device.type != "cpu":
        return torch.bmm(x, matrices)
    return steadily(lambda x: torch.bmm(x, matrices), x, least_of_batch(*matrices.shape[1:]))


@dataclass(frozen=True)
class Weights:
    """The weights of a layer as they were, the same as its product takes them, and `least_rows` of that."""

    seen: Float[Tensor, "outputs width"]
    taken: Tensor
    least: int

    def times(self, x: Float[Tensor, "*rows width"], bias: Float[Tensor, " outputs"] | None = None) -> Tensor:
        """The product, whatever its rows."""
        if not LAYS_OUT:
            return F.linear(x, self.taken, bias)
        return torch.ops.mkldnn._linear_pointwise(x, self.taken, bias, "none", [], "")


_drawing = threading.local()  # `.weights` while a thread draws
_kept: WeakKeyDictionary[nn.Module, Weights] = WeakKeyDictionary()


class SteadyLinear(nn.Linear):
    """An `nn.Linear` that, within `drawing`, computes every row alike however many there are."""

    def forward(self, x: Float[Tensor, "*rows width"]) -> Float[Tensor, "*rows outputs"]:
        weights = getattr(_drawing, "weights", {}).get(self)
        if weights is None:
            return super().forward(x)
        if 0 < weights.least <= x.numel() // self.in_features:
            return weights.times(x, self.bias)
        rows = x.reshape(-1, self.in_features)
        return steadily(lambda x: weights.times(x, self.bias), rows, weights.least).view(*x.shape[:-1], -1)


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
    weight = layer.weight.detach()
    if layer not in _kept or not torch.equal(_kept[layer].seen, weight):
        _kept[layer] = Weights(weight.clone(), _taken(weight), _least_of_layer(*weight.shape))
    return _kept[layer]


def _taken(weight: Float[Tensor, "outputs width"]) -> Tensor:
    return torch.ops.mkldnn._reorder_linear_weight(weight.contiguous(), ROWS) if LAYS_OUT else weight.clone()


@cache
def _least_of_layer(outputs: int, width: int) -> int:
    random = torch.Generator().manual_seed(0)
    weight, x = (torch.randn(rows, width, generator=random) for rows in (outputs, TRIED[-1]))
    return least_rows(Weights(weight, _taken(weight), 0).times, x)
