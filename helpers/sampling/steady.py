"""Matrix products whose rows do not depend on how many rows stand beside them.

A matrix product chooses its kernel by the number of rows, and different kernels may round the last bit differently.
The tokens of a picture would then depend on how many pictures are drawn at once. So on a CPU each shape of product is
tried out once, to find the least number of rows from which on a row always has the same result. Products with fewer
rows are filled up to that number; where there is none, rows are computed `ROWS` at a time. Weights in float32 are laid
out for oneDNN, whose kernel is the same for nearly all numbers of rows, and the fastest.
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

ROWS = 8  # rows that are computed together where no number of rows gives the same results
TRIED = (1, 2, 3, 4, 5, 6, 7, ROWS, 9, 13, 16, 33, 64, 128)  # numbers of rows that are tried out
LAYS_OUT = platform.machine() in ("x86_64", "AMD64") and torch.backends.mkldnn.is_available()

Product = Callable[[Tensor], Tensor]  # of rows with one matrix: [..., rows, inner] -> [..., rows, outer]


def steadily(product: Product, x: Float[Tensor, "*batch rows inner"], least: int) -> Float[Tensor, "*batch rows outer"]:
    """The product of any number of rows; each row's result is the same however many there are.

    `least`: from how many rows on `product` itself computes every row alike; 0 if never.
    """
    rows = x.shape[-2]
    if 0 < least <= rows:
        return product(x)
    filled = least or -(-rows // ROWS) * ROWS
    x = F.pad(x, (0, 0, 0, filled - rows))
    y = product(x) if least else torch.cat([product(block) for block in x.split(ROWS, -2)], -2)
    return y[..., :rows, :]


@torch.inference_mode()
def least_rows(product: Product, x: Float[Tensor, "*batch rows inner"]) -> int:
    """From how many rows on a product computes every row alike on this machine; 0 if that is more than `ROWS`.

    `x` holds the rows to try it with, as many as the largest number of `TRIED`.
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
    """`torch.bmm`, [batch, rows, outer]; on a CPU a row's result is the same however many rows there are."""
    if x.device.type != "cpu":
        return torch.bmm(x, matrices)
    return steadily(lambda x: torch.bmm(x, matrices), x, least_of_batch(*matrices.shape[1:]))


@dataclass(frozen=True)
class Weights:
    """The weights of a linear layer, laid out for its product."""

    seen: Float[Tensor, "outputs width"]  # a copy of the layer's weights, to notice when they change
    taken: Tensor  # the same weights as the product takes them
    least: int  # `least_rows` of the product

    def times(self, x: Float[Tensor, "*rows width"], bias: Float[Tensor, " outputs"] | None = None) -> Tensor:
        """The product of x with the weights, plus the bias."""
        if not LAYS_OUT:
            return F.linear(x, self.taken, bias)
        return torch.ops.mkldnn._linear_pointwise(x, self.taken, bias, "none", [], "")


_drawing = threading.local()  # `.weights` while a thread draws
_kept: WeakKeyDictionary[nn.Module, Weights] = WeakKeyDictionary()


class SteadyLinear(nn.Linear):
    """An `nn.Linear` in which, within `drawing`, a row's result is the same however many rows there are."""

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
    """Turn a model's linear layers into `SteadyLinear`s; returns their weights laid out, for `drawing`.

    Each layer stays the same module, with its weights, names and hooks. Weights that have changed since the last call
    are laid out anew. Layers on a GPU or in another precision than float32 need none of this and are left out.
    """
    for layer in model.modules():
        if type(layer) is nn.Linear:
            layer.__class__ = SteadyLinear
    layers = [layer for layer in model.modules() if isinstance(layer, SteadyLinear)]
    fit = [x for x in layers if x.weight.device.type == "cpu" and x.weight.dtype == torch.float32]
    return {layer: _weights(layer) for layer in fit}


@contextmanager
def drawing(weights: dict[nn.Module, Weights]) -> Iterator[None]:
    """A context in which, in this thread, these layers compute with these weights."""
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
