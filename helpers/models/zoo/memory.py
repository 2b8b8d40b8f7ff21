"""Does a model fit? Compares its parameters, counted in the files' headers, with the free memory of a device."""

import math
from pathlib import Path

import torch

from helpers.models.reading import CheckpointError
from helpers.models.weights import header
from helpers.sampling import room

BYTES = {"float32": 4, "bfloat16": 2}
WORKING_ROOM = 0.25  # memory for intermediate results, as a share of the weights' size


def parameters(folder: Path) -> int:
    """How many numbers the weights of a folder hold, without reading them."""
    count = 0
    for path in sorted(folder.glob("*.safetensors")):
        count += sum(math.prod(entry["shape"]) for entry in header(path).values())
    return count or sum(path.stat().st_size for path in folder.glob("*.pkl")) // 4


def fitting(folder: Path, device: str, precision: str | None = None, only: tuple[str, ...] | None = None) -> str:
    """The precision to load in: the one asked for, or the first that fits; prints the memory that it needs.

    None asks for bfloat16 on CUDA, elsewhere for float32, or for bfloat16 if only that fits. Raises CheckpointError
    if none fits.
    """
    offered = only or tuple(BYTES)
    if precision is not None and precision not in offered:
        raise CheckpointError(f"precision is {precision!r}; {folder.name} takes {' or '.join(offered)}")
    usual = ("bfloat16",) if torch.device(device).type == "cuda" else ("float32", "bfloat16")
    wanted = (precision,) if precision else tuple(p for p in usual if p in offered) or offered
    count, free = parameters(folder), room(torch.device(device))
    for choice in wanted:
        needed = count * BYTES[choice] * (1 + WORKING_ROOM)
        said = f"{folder.name}: {count / 1e6:,.0f}M parameters in {choice} need {needed / 1e9:.1f} GB with room to work"
        if needed <= free:
            print(f"{said}; {device} has {free / 1e9:.1f} GB free")
            return choice
    raise CheckpointError(f"{said}, and {device} has {free / 1e9:.1f} GB free; use a device with more memory")
