"""DALL·E's tokenizer as OpenAI published it (github.com/openai/DALL-E): its two pickles, read into our dVAE."""

import hashlib
import json
import os
from pathlib import Path

import torch
from jaxtyping import Float, Int
from safetensors.torch import save as save_tensors
from torch import Tensor, nn

from helpers.files import write_atomically
from helpers.models.abilities import Unable
from helpers.models.base import Model
from helpers.models.reading import CheckpointError, read_json
from helpers.models.weights import build
from helpers.models.zoo.pickles import read_modules
from helpers.networks.dvae import DVAE, DVAEConfig

PICKLES = {"encoder": "encoder.pkl", "decoder": "decoder.pkl"}
NAME = "openai-dvae"
WEIGHTS, CARD = "dvae.safetensors", "card.json"
PUBLISHED = DVAEConfig()


class OpenAIDVAE(Model):
    """DALL·E's tokenizer alone: it encodes and decodes."""

    def __init__(self, dvae: DVAE, name: str = NAME):
        self.dvae, self.name = dvae, name
        self.picture_size, self.grid, self.codebook = dvae.config.size, dvae.config.grid, dvae.config.codebook

    @property
    def device(self) -> torch.device:
        return self.dvae.decoder.blocks.input.weight.device

    def to(self, device: str | torch.device) -> "OpenAIDVAE":
        """Move to a device."""
        self.dvae.to(device)
        return self

    def _networks(self) -> list[nn.Module]:
        return [self.dvae]

    def _encode(self, pixels: Float[Tensor, "n 3 size size"]) -> Int[Tensor, "n rows columns"]:
        return self.dvae.encode(pixels)

    def _decode(self, tokens: Int[Tensor, "n rows columns"]) -> Float[Tensor, "n 3 size size"]:
        return self.dvae.decode(tokens)

    def _unable(self, what: str) -> Unable:
        return Unable(
            f"{self.name} cannot {what}: OpenAI published DALL·E's tokenizer and not the transformer; "
            f"load() or another public model can"
        )


def load(folder: Path, device: str, precision: str = "float32") -> OpenAIDVAE:
    """Open the dVAE that lies in a folder."""
    return OpenAIDVAE(read(folder, PUBLISHED), folder.name).to(device)


def is_whole(folder: Path) -> bool:
    """Whether the converted weights or both pickles are there."""
    if all(os.path.isfile(folder / file) for file in PICKLES.values()):
        return True
    return os.path.isfile(folder / WEIGHTS) and os.path.isfile(folder / CARD) and _is_ours(folder / CARD)


def read(folder: Path, config: DVAEConfig) -> DVAE:
    """The published dVAE on the CPU; the first time, its pickles are converted to safetensors."""
    if not (folder / CARD).is_file():
        convert(folder, config)
    return build(DVAE, config, folder, "dvae")


def _is_ours(card: Path) -> bool:
    try:
        return read_json(card).get("name") == NAME
    except CheckpointError:
        return False


def convert(folder: Path, config: DVAEConfig) -> None:
    """Write the tensors of both pickles as float32 safetensors, and the hash of each file in a card."""
    with torch.device("meta"):
        wanted = {name: tuple(value.shape) for name, value in DVAE(config).state_dict().items()}
    tensors = {}
    for part, file in PICKLES.items():
        tensors |= {renamed(part, name): tensor.contiguous() for name, tensor in read_modules(folder / file).items()}
    found = {name: tuple(tensor.shape) for name, tensor in tensors.items()}
    if found != wanted:
        name = min(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))
        raise CheckpointError(
            f"{folder} does not hold the published dVAE: {name} should be {wanted.get(name, 'absent')}, "
            f"and is {found.get(name, 'absent')}"
        )
    data = save_tensors(tensors)
    files = {file: (folder / file).read_bytes() for file in PICKLES.values()} | {WEIGHTS: data}
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    write_atomically(folder / WEIGHTS, data)
    write_atomically(folder / CARD, json.dumps({"name": NAME, "sha256": hashes}, indent=1).encode())


def renamed(part: str, name: str) -> str:
    """A published parameter's name as ours: `.w` and `.b` are `.weight` and `.bias`."""
    stem, _, last = name.rpartition(".")
    return ".".join((part, stem, {"w": "weight", "b": "bias"}.get(last, last)))
