"""A text that identifies a model: a hash of its weights, or the commit of a public one."""

import hashlib

import torch
from torch import nn


def digits(*networks: nn.Module) -> str:
    """Sixteen hexadecimal digits that change with any weight, the precision and the geometry of these networks."""
    found = hashlib.sha256()
    for network in networks:
        found.update(repr(network.config).encode())
        for name, value in network.state_dict().items():
            found.update(f"{name} {value.dtype}".encode())
            found.update(value.detach().cpu().contiguous().flatten().view(torch.uint8).numpy())
    return found.hexdigest()[:16]


def drawn_by(model) -> str | None:
    """A model's identity: a public one's commit, or the digits of its dVAE and transformer; None if it has neither."""
    if getattr(model, "identity", None):
        return model.identity
    networks = [getattr(model, name, None) for name in ("dvae", "transformer")]
    if not all(isinstance(network, nn.Module) for network in networks):
        return None
    return digits(*networks) + ("-compiled" if model.precision == "int8 compiled" else "")
