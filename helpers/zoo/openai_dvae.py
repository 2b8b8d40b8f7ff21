"""The tokenizer that OpenAI published of DALL·E (github.com/openai/DALL-E): its two pickles as our dVAE."""

import hashlib
import json
from pathlib import Path

import torch
from safetensors.torch import save as save_tensors

from helpers.checkpoints import CheckpointError, load_weights, write_atomically
from helpers.dvae import DVAE, DVAEConfig
from helpers.zoo.pickles import read_modules

PICKLES = {"encoder": "encoder.pkl", "decoder": "decoder.pkl"}
WEIGHTS, CARD = "dvae.safetensors", "card.json"


def read(folder: Path, config: DVAEConfig = DVAEConfig()) -> DVAE:  # noqa: B008 (frozen)
    """The published dVAE on the CPU; the first time, its pickles are converted to safetensors."""
    if not (folder / CARD).is_file():
        convert(folder, config)
    with torch.device("meta"):
        dvae = DVAE(config)
    dvae.to_empty(device="cpu")
    load_weights(dvae, folder / WEIGHTS, json.loads((folder / CARD).read_text()))
    return dvae.eval()


def convert(folder: Path, config: DVAEConfig = DVAEConfig()) -> None:  # noqa: B008 (frozen)
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
    write_atomically(folder / CARD, json.dumps({"name": "openai-dvae", "sha256": hashes}, indent=1).encode())


def renamed(part: str, name: str) -> str:
    """A published parameter's name as ours: `.w` and `.b` are `.weight` and `.bias`."""
    stem, _, last = name.rpartition(".")
    return ".".join((part, stem, {"w": "weight", "b": "bias"}.get(last, last)))
