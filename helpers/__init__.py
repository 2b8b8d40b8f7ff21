"""Daikon: a notebook lab for text-to-image language models.

>>> from helpers import load
>>> load().draw("a fox on the beach at night")
"""

import os

__all__ = ["load"]


def load(name: str | os.PathLike | None = None, device: str | None = None, precision: str | None = None):
    """Open a model: by name in `checkpoints/`, by path, or the shipped default.

    `device` is "cpu", "cuda", "mps" …; None takes a GPU when there is one. `precision` is "float32",
    "bfloat16" or "int8" (fastest on a CPU, its pictures are not those of float32); None takes
    bfloat16 on CUDA and float32 elsewhere.
    """
    import torch

    from helpers import checkpoints
    from helpers.model import TextToImage

    folder = checkpoints.find(name or "nano")
    if device is None:
        device = "cuda" if torch.cuda.is_available() else "cpu"
    if precision is None:
        precision = "bfloat16" if torch.device(device).type == "cuda" else "float32"
    dvae, transformer, card = checkpoints.read(folder)
    return TextToImage(dvae, transformer, folder.name, card, folder=folder).to(device, precision)
