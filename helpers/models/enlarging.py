"""Enlarging pictures: the upsampler, applied as often as it takes."""

from collections.abc import Iterator

from jaxtyping import Float
from torch import Tensor, nn

from helpers.images import resized

LARGEST = 512  # pixels a side of a picture that is enlarged in one piece: more would take gigabytes
MOST = 2048  # pixels a side of the result, at most


def enlarged(upsampler: nn.Module, pixels: Float[Tensor, "n 3 size size"], side: int) -> Iterator[Tensor]:
    """Each picture enlarged to [3, side, side], in [0, 1]; one at a time, so that memory stays small."""
    for picture in pixels:
        x = picture[None]
        while x.shape[-1] < side:
            x = upsampler(resized(x, min(LARGEST, x.shape[-1]))).clamp(0, 1)
        yield resized(x, side)[0]
