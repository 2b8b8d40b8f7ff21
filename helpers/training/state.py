"""The state of a training run in a file: written whole or not at all, and damage is noticed."""

import hashlib
import io
from pathlib import Path

import torch
from torch import Tensor

from helpers.files import opened, write_atomically
from helpers.models.checkpoints import CheckpointError

MOST_STATE = 2**34  # bytes of a state
KEPT = {  # entries of a state and their types
    "network": dict,
    "average": dict,
    "optimizers": list,
    "step": int,
    "history": list,
    "snapshots": dict,
    "seconds": int | float,
    "finished": bool,
}


def write_state(path: Path, state: dict) -> None:
    """Write a state atomically: a line with the SHA-256 of the rest, then the output of torch.save."""
    data = io.BytesIO()
    torch.save(state, data)
    digest = hashlib.sha256(data.getbuffer()).hexdigest()
    write_atomically(path, digest.encode() + b"\n" + data.getvalue())


def read_state(path: Path) -> dict:
    """Read a state; a CheckpointError for one that is damaged, or whose weights are NaN or infinite."""
    try:
        with opened(path, MOST_STATE) as file:
            digest, _, data = file.read().partition(b"\n")
    except OSError as error:
        raise CheckpointError(f"{path} cannot be read: {error.strerror or error}") from error
    if hashlib.sha256(data).hexdigest().encode() != digest:
        raise CheckpointError(f"{path} is damaged or not a state of this version; move it away to start anew")
    try:
        state = torch.load(io.BytesIO(data), weights_only=True, map_location="cpu")
        if not all(isinstance(state[key], kind) for key, kind in KEPT.items()) or not 0 <= state["seconds"]:
            raise ValueError("it holds something else")
    except Exception as error:  # a right hash does not mean that the content is right
        raise CheckpointError(f"{path} is not a state of a network; move it away to start anew") from error
    if not is_finite(state):
        raise CheckpointError(f"{path} holds weights that are NaN or infinite; move it away to start anew")
    return state


def is_finite(kept: object) -> bool:
    """Whether no tensor is NaN or infinite, however deep it lies in dicts and lists."""
    if isinstance(kept, dict | list | tuple):
        return all(map(is_finite, kept.values() if isinstance(kept, dict) else kept))
    return not isinstance(kept, Tensor) or bool(kept.isfinite().all())
