"""Weights in and out of safetensors files, which are compared with their network before memory is taken for it.

Weights that fill more than one file are spread over parts, named as the Hugging Face hub names them:
`transformer-00001-of-00002.safetensors`.
"""

import hashlib
import os
import re
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load as load_tensors
from safetensors.torch import save as save_tensors
from torch import Tensor

from helpers.models.reading import (
    MOST_JSON,
    CheckpointError,
    as_object,
    bytes_of,
    check_hash,
    hashes_of,
    opened,
    reason_of,
)

SCALE = ".scale"  # suffix of the scales of int8 weights
WRITTEN = {"F16", "F32", "BF16"}  # types that weights may have, besides int8 with scales
PART = 14 * 2**20  # bytes of weights in a file: with its header below 15 MB, which repositories and mail accept
MOST_WEIGHTS = 2**36  # bytes of a file of weights, at most


def pack(state: dict[str, Tensor], int8: bool = False) -> dict[str, Tensor]:
    """Shrink weights for shipping: to float16, and with `int8` matrices to int8 with one scale for each output row."""
    packed = {}
    for name, value in state.items():
        value = value.detach().float().cpu()
        if int8 and value.dim() == 2:
            scale = value.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
            packed[name] = (value / scale).round().to(torch.int8)
            packed[name + SCALE] = scale
        else:
            packed[name] = value.half().contiguous()
    return packed


def unpack(packed: dict[str, Tensor]) -> dict[str, Tensor]:
    """The float32 weights that `pack` shrank."""
    return {
        name: value.float() * packed[name + SCALE] if name + SCALE in packed else value.float()
        for name, value in packed.items()
        if not name.endswith(SCALE)
    }


def written(name: str, packed: dict[str, Tensor]) -> dict[str, bytes]:
    """File name -> bytes of a network's weights: one file, or several of about `PART` bytes."""
    parts, room = [{}], PART
    for key, value in packed.items():
        if parts[-1] and value.nbytes > room:
            parts, room = [*parts, {}], PART
        parts[-1][key] = value
        room -= value.nbytes
    return dict(zip(_names(name, len(parts)), map(save_tensors, parts), strict=True))


def files_of(folder: Path, name: str) -> list[Path]:
    """The files of a network's weights, as the folder's card lists them."""
    here = hashes_of(folder / "card.json")
    counts = (re.fullmatch(re.escape(name) + r"-00001-of-(\d{5})\.safetensors", file) for file in here)
    count = next((int(match[1]) for match in counts if match), 1)
    return [folder / file for file in _names(name, count)]


def build(network: type, config: Any, folder: Path, name: str) -> torch.nn.Module:
    """Build a network and fill it with the weights in `folder`, whose hashes must be those in its card.

    Names and shapes are compared with the files' headers before any memory is taken. Raises CheckpointError.
    """
    paths = files_of(folder, name)
    for path in paths:
        with opened(path, MOST_WEIGHTS) as file:
            check_hash(path, hashlib.file_digest(file, "sha256").hexdigest())
    try:
        with torch.device("meta"):
            outline = network(config)
    except Exception as error:  # a stranger's geometry may raise anything
        raise CheckpointError(f"{paths[0]} is of no network that can be built: {reason_of(error)}") from error
    _check_outline(outline, paths)
    built = network(config)
    load_weights(built, paths)
    return built.eval()


def load_weights(network: torch.nn.Module, paths: list[Path]) -> None:
    """Fill a network from packed safetensors files.

    Raises CheckpointError where their tensors are not the network's, or hold NaN or numbers too large for 16 bits.
    """
    _check_outline(network, paths)
    try:
        packed = {}
        for path in paths:
            packed |= load_tensors(bytes_of(path, MOST_WEIGHTS))
        weights = unpack(packed)
        broken = [name for name, value in weights.items() if not value.half().isfinite().all()]
        if broken:
            raise ValueError(f"{broken[0]} has weights that are NaN or too large")
        network.load_state_dict(weights)
    except (SafetensorError, RuntimeError, ValueError) as error:
        raise _unfit(paths[0], error) from error


def header(path: Path) -> dict[str, dict]:
    """Tensor name -> "dtype" and "shape", from the header of a safetensors file; nothing else is read."""
    with opened(path, MOST_WEIGHTS) as file:
        length = int.from_bytes(file.read(8), "little")
        if not 2 <= length <= min(MOST_JSON, os.fstat(file.fileno()).st_size - 8):
            raise _unfit(path, "it is no safetensors file")
        found = as_object(file.read(length), path)
    found.pop("__metadata__", None)
    for entry in found.values():
        shape = entry.get("shape") if isinstance(entry, dict) else None
        if not isinstance(shape, list) or any(type(side) is not int or side < 0 for side in shape):
            raise _unfit(path, "its header is damaged")
    return found


def _names(name: str, parts: int) -> list[str]:
    if parts == 1:
        return [f"{name}.safetensors"]
    return [f"{name}-{i:05}-of-{parts:05}.safetensors" for i in range(1, parts + 1)]


def _check_outline(network: torch.nn.Module, paths: list[Path]) -> None:
    """Compare names and shapes of a network's weights with the headers of its files."""
    found: dict[str, dict] = {}
    for path in paths:
        found |= header(path)
    path = paths[0]
    wanted = {name: list(value.shape) for name, value in network.state_dict().items()}
    scales = {
        name + SCALE: [shape[0], 1] for name, shape in wanted.items() if name + SCALE in found and len(shape) == 2
    }
    for name in sorted(found.keys() | wanted.keys()):
        here = found.get(name, {}).get("shape", "absent")
        due = (wanted | scales).get(name, "absent")
        if here != due:
            raise _unfit(path, f"{name[:80]} should be {due}, and is {here}"[:300])
        if found[name].get("dtype") not in ({"I8"} if name + SCALE in scales else WRITTEN):
            raise _unfit(path, f"{name[:80]} is of a type that no checkpoint has")


def _unfit(path: Path, reason: object) -> CheckpointError:
    return CheckpointError(f"{path} does not hold this network's weights: {reason_of(reason)}")
