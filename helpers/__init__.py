"""Daikon: a notebook lab for text-to-image language models.

>>> from helpers import load
>>> load().draw("a fox on the beach at night")
"""

import os

__all__ = ["load"]


def load(name: str | os.PathLike | None = None, device: str | None = None, precision: str | None = None):
    """Open a model: by name in `checkpoints/`, by path, a public one that was fetched, or the shipped default.

    "micro@120" is a snapshot: `micro` as it was after 120 steps of its transformer. "micro@canaries" is a snapshot of
    further training: `micro`, trained on with canaries planted among its pictures.

    `device` is "cpu", "cuda", "mps" …; None takes a GPU when there is one. `precision` is "float32",
    "bfloat16", "int8" (faster on a CPU, its pictures are not those of float32) or "int8 compiled"
    (two to three times as fast again, after up to a minute; it needs a C++ compiler); None takes bfloat16
    on CUDA and float32 elsewhere. Raises CheckpointError, in one sentence, where there is no such model or its files
    are damaged.
    """
    import torch

    from helpers.models import checkpoints, zoo
    from helpers.models.daikon import TextToImage

    if device is None:
        device = "cuda" if torch.cuda.is_available() else "cpu"
    name = "nano" if name is None else name
    public = zoo.find(name)
    if public:
        return zoo.open_model(public, device, precision)
    folder, snapshot = checkpoints.find(name)
    if precision is None:
        precision = "bfloat16" if torch.device(device).type == "cuda" else "float32"
    dvae, transformer, tokenizer, card = checkpoints.read(folder, snapshot)
    called = checkpoints.name_of(folder) + ("" if snapshot is None else f"@{snapshot}")
    return TextToImage(dvae, transformer, called, card, folder=folder, tokenizer=tokenizer).to(device, precision)
