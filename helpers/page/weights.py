"""A model's weights as one block of bytes and a description of it, as `network.js` reads them.

Matrices of the transformer are int8 with a float32 scale per row, all else is float16, as in a checkpoint. The
decoder is described as a list of layers, so that the page can run any that is built of the modules listed here.
"""

import dataclasses
from collections.abc import Callable

import torch
from torch import Tensor, nn

from helpers.models.weights import SCALE, pack
from helpers.networks.dvae import DVAE, Block, Decoder
from helpers.networks.transformer import Transformer

LANES = 4  # channels of the decoder are filled up with zeros to a multiple of this
VECTOR = 16  # the transformer's widths must be a multiple of this
KINDS = {torch.int8: "int8", torch.float16: "float16", torch.float32: "float32"}


class Store:
    """Tensors one after another; `put` gives each its number in `tensors`."""

    def __init__(self):
        self.data, self.tensors = bytearray(), []

    def put(self, tensor: Tensor) -> int:
        """Append a tensor: its kind, shape and place are described, its number is returned."""
        self.data += bytes(-len(self.data) % 16)
        self.tensors.append({"kind": KINDS[tensor.dtype], "shape": list(tensor.shape), "at": len(self.data)})
        self.data += tensor.contiguous().numpy().tobytes()
        return len(self.tensors) - 1


def export(dvae: DVAE, transformer: Transformer) -> tuple[dict, bytes]:
    """The description of both networks, as far as drawing needs them, and their weights.

    Raises ValueError for a network that the page cannot run.
    """
    c, store = transformer.config, Store()
    if c.width % VECTOR or c.width // c.heads % VECTOR:
        raise ValueError(f"width {c.width} in {c.heads} heads: the page needs multiples of {VECTOR} for both")
    packed = {k: v for k, v in pack(transformer.state_dict(), int8=True).items() if not k.startswith("text_head.")}
    names = {name: store.put(value.flatten() if name.endswith(SCALE) else value) for name, value in packed.items()}
    described = {
        "transformer": dataclasses.asdict(c) | {"weights": names},
        "dvae": {"size": dvae.config.size, "decoder": _decoder(dvae, store)},
        "tensors": store.tensors,
    }
    return described, bytes(store.data)


def _decoder(dvae: DVAE, store: Store) -> list[dict]:
    """From tokens to pixels, layer by layer."""
    c = dvae.config
    codes = {"layer": "fsq", "levels": list(c.levels)} if c.quantizer == "fsq" else {"layer": "one-hot"}
    pixels = {"layer": "pixels", "likelihood": c.likelihood}
    return [codes | {"channels": c.code_dim}, *_layers(dvae.decoder, store), pixels]


def _layers(module: nn.Module, store: Store) -> list[dict]:
    for kind, describe in DESCRIBED.items():
        if isinstance(module, kind):
            return describe(module, store)
    raise ValueError(f"the page cannot run a decoder with a {type(module).__name__}")


def _sequence(module: nn.Module, store: Store) -> list[dict]:
    """Children one after another."""
    return [layer for child in module.children() for layer in _layers(child, store)]


def _convolution(conv: nn.Conv2d, store: Store) -> list[dict]:
    """Weights as [outputs, kernel · kernel · inputs], channels last and filled up."""
    outputs, inputs, kernel, _ = conv.weight.shape
    if conv.stride != (1, 1) or conv.groups != 1 or kernel != conv.weight.shape[3] or kernel % 2 == 0:
        raise ValueError(f"the page cannot run {conv}: give a square, odd kernel, stride 1 and one group")
    weight = torch.zeros(_filled(outputs), kernel, kernel, _filled(inputs))
    weight[:outputs, :, :, :inputs] = conv.weight.detach().float().movedim(1, -1)
    bias = torch.zeros(_filled(outputs))
    bias[:outputs] = conv.bias.detach().float()
    where = {"weight": store.put(weight.flatten(1).half()), "bias": store.put(bias.half())}
    return [{"layer": "convolution", "kernel": kernel, "channels": outputs, **where}]


def _residual(block: Block, store: Store) -> list[dict]:
    """identity + gain · path."""
    branches = {"path": _layers(block.res_path, store), "identity": _layers(block.id_path, store)}
    return [{"layer": "residual", "gain": block.gain, **branches}]


DESCRIBED: dict[type, Callable[..., list[dict]]] = {
    Decoder: _sequence,
    nn.Sequential: _sequence,
    Block: _residual,
    nn.Conv2d: _convolution,
    nn.ReLU: lambda module, store: [{"layer": "relu"}],
    nn.GELU: lambda module, store: [{"layer": "gelu"}],
    nn.Identity: lambda module, store: [],
    nn.Upsample: lambda module, store: [{"layer": "upsample", "by": int(module.scale_factor)}],
    nn.PixelShuffle: lambda module, store: [{"layer": "shuffle", "by": module.upscale_factor}],
}


def _filled(channels: int) -> int:
    return -(-channels // LANES) * LANES
