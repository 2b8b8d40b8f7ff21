"""Grids that are given to a model, as tensors: tokens, and which of them are known. It knows no model."""

from collections.abc import Sequence

import numpy as np
import torch
from jaxtyping import Bool, Int
from torch import Tensor

from helpers.checks import shown

# one picture's numbers, flat or as [rows, columns]; for several pictures with n as the first dimension
Grid = Tensor | np.ndarray | Sequence
WHOLE = (torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.uint16, torch.uint32, torch.uint64)


def tokens_of(given: object, codebook: int) -> Int[Tensor, "..."]:
    """Tokens as a tensor on the CPU; a ValueError for anything but whole numbers from 0 to codebook − 1."""
    tokens = _tensor("tokens", given, f"whole numbers from 0 to {codebook - 1}")
    if tokens.dtype not in WHOLE:
        raise ValueError(f"tokens of type {tokens.dtype} are no tokens; give whole numbers")
    low, high = (int(end) for end in tokens.double().aminmax()) if tokens.numel() else (0, 0)
    if low < 0 or high >= codebook:
        raise ValueError(f"tokens run from {low} to {high}; the codebook has 0 … {codebook - 1}")
    return tokens.long()


def places_of(given: object, grid: int) -> Bool[Tensor, " places"]:
    """Which places are known, flat and on the CPU; a ValueError for anything but true or false for each place."""
    wanted = f"a {grid} × {grid} grid of true and false"
    places = _tensor("known", given, wanted).reshape(-1)
    if places.numel() != grid**2 or places.dtype != torch.bool:
        raise ValueError(f"known has {places.numel()} places of type {places.dtype}; give {wanted}")
    return places


def is_tokens(given: object, count: int) -> bool:
    """Whether this is an array or a tensor of `count` whole numbers: one picture's tokens rather than its pixels."""
    if isinstance(given, np.ndarray):
        return given.size == count and given.dtype.kind in "iu"
    return isinstance(given, Tensor) and given.numel() == count and given.dtype in WHOLE


def _tensor(name: str, given: object, wanted: str) -> Tensor:
    try:
        return torch.as_tensor(given).cpu()
    except Exception as error:  # torch has errors of many kinds for what holds no numbers
        raise ValueError(f"{name} is {shown(given)}; give {wanted}") from error
