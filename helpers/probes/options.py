"""Which of several true pictures does a part of a drawn one look like? It needs no judge.

Where part of a picture is given and the rest drawn, a judge that reads the whole picture might see the answer in the
given part. So only the drawn part is compared, with the same part of every painting that it might have been.
"""

from collections.abc import Hashable, Mapping

import numpy as np
import torch
from jaxtyping import Bool
from PIL import Image
from torch import Tensor

ALIKE = 1e-6  # distances that differ by less are equal: the paintings are the same there


def below(grid: int, rows: int) -> Bool[Tensor, "rows columns"]:
    """The places of a grid below its first `rows` rows."""
    return (torch.arange(grid) >= rows)[:, None].expand(-1, grid)


def corner(grid: int, row: int, column: int) -> Bool[Tensor, "rows columns"]:
    """The places of a grid from a row and a column on: a rectangle that reaches the lower right corner."""
    return (torch.arange(grid) >= row)[:, None] & (torch.arange(grid) >= column)[None]


def nearest(
    picture: Image.Image, options: Mapping[Hashable, Image.Image], where: Bool[Tensor, "rows columns"]
) -> set[Hashable]:
    """Names of the options nearest to the picture in these places, by root mean square difference of pixels.

    There are several only where options look the same in these places.
    """
    seen = _seen(picture, where)
    far = {name: float(np.sqrt(np.mean((_seen(option, where) - seen) ** 2))) for name, option in options.items()}
    return {name for name, distance in far.items() if distance <= min(far.values()) + ALIKE}


def chance(options: Mapping[Hashable, Image.Image], truth: Hashable, where: Bool[Tensor, "rows columns"]) -> float:
    """The share of options that look like the true one in these places: how often a blind choice is right."""
    return len(nearest(options[truth], options, where)) / len(options)


def _seen(picture: Image.Image, where: Bool[Tensor, "rows columns"]) -> np.ndarray:
    cell = picture.width // len(where)
    mask = np.kron(where.numpy(), np.ones((cell, cell), bool))
    return np.asarray(picture.convert("RGB"), dtype=np.float32)[mask] / 255
