"""Weights in and out: safetensors and JSON, hashed, written atomically, nothing executed.

A checkpoint is a folder: `config.json` (geometry), `text.json` (the text vocabulary), one `.safetensors` per network,
`card.json` (how it came to be, what it measures, the hash of every file). Of a transformer there may be snapshots:
"micro@120" is `micro` as it was after 120 steps.
"""

import dataclasses
import hashlib
import importlib
import json
import os
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load as load_tensors
from safetensors.torch import save as save_tensors
from torch import Tensor

from helpers.files import CHECKOUT, relative, write_atomically
from helpers.networks.dvae import DVAE, DVAEConfig
from helpers.networks.transformer import Transformer, TransformerConfig
from helpers.text import Tokenizer

ROOT = CHECKOUT / "checkpoints"
SCALE = ".scale"  # suffix of the scales of int8 weights


class CheckpointError(Exception):
    """A checkpoint that is missing, damaged or of another kind."""


def pack(state: dict[str, Tensor], int8: bool = False) -> dict[str, Tensor]:
    """Shrink weights for shipping: fp16, or matrices as int8 with one scale a row (output channel)."""
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
    """Float32 weights out of `pack`."""
    return {
        name: value.float() * packed[name + SCALE] if name + SCALE in packed else value.float()
        for name, value in packed.items()
        if not name.endswith(SCALE)
    }


def save(folder: Path, model, card: dict, snapshots: dict[int, dict[str, Tensor]] | None = None) -> None:
    """Write a whole checkpoint, its card last, so that a card vouches for files that are there.

    `model` is a TextToImage; a ranker and a judge are written if it has them. `snapshots` are earlier
    weights of its transformer, by the number of steps.
    """
    networks = {name: getattr(model, name) for name in ("dvae", "transformer", "ranker", "judge")}
    networks = {name: network for name, network in networks.items() if network is not None}
    config = {name: dataclasses.asdict(network.config) for name, network in networks.items()}
    files = {"config.json": json.dumps(config, indent=1).encode(), "text.json": model.tokenizer.data}
    for name, network in networks.items():
        files[f"{name}.safetensors"] = save_tensors(pack(network.state_dict(), int8=name != "dvae"))
    for step, state in (snapshots or {}).items():
        files[f"transformer@{step}.safetensors"] = save_tensors(pack(state, int8=True))
    for name, data in files.items():
        write_atomically(folder / name, data)
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    write_atomically(folder / "card.json", json.dumps({**card, "sha256": hashes}, indent=1).encode())


def fingerprint(network: torch.nn.Module) -> str:
    """Eight hexadecimal digits that change with any weight of a network."""
    weights = (value.detach().cpu().contiguous().numpy().tobytes() for value in network.state_dict().values())
    return hashlib.sha256(b"".join(weights)).hexdigest()[:8]


def available() -> list[str]:
    """Names of the checkpoints that are here."""
    return sorted(p.parent.name for p in ROOT.glob("*/config.json"))


def find(name: str | os.PathLike) -> tuple[Path, int | None]:
    """The folder of a checkpoint, by name in `checkpoints/` or by path, and the step of the snapshot asked for."""
    name = os.fspath(name)
    before, _, step = name.rpartition("@")
    if folder := _folder(name):
        return folder, None
    if before and (folder := _folder(before)):
        steps = snapshots(folder)
        if step in map(str, steps):
            return folder, int(step)
        here = ", ".join(f"{folder.name}@{kept}" for kept in steps) or "none"
        raise CheckpointError(f"{folder.name} has no snapshot {step!r}; here are: {here}")
    here = ", ".join(available()) or "none yet"
    raise CheckpointError(
        f"there is no checkpoint {name!r}; here are: {here}. "
        f"Train one with: python -m helpers.training all --preset nano --out runs/nano"
    )


def _folder(name: str) -> Path | None:
    return next(
        (folder for folder in (ROOT / name, CHECKOUT / name, Path(name)) if (folder / "config.json").is_file()), None
    )


def name_of(folder: Path) -> str:
    """What `find` knows a checkpoint's folder by: its name in `checkpoints/`, or its path from there or in full."""
    folder = folder.resolve()
    return folder.name if folder.parent == ROOT else relative(folder).as_posix()


def snapshots(folder: Path) -> list[int]:
    """The steps after which a checkpoint's transformer was kept, before the last one."""
    files = map(Path, _json(folder / "card.json").get("sha256", {}))
    return sorted(int(file.stem.partition("@")[2]) for file in files if file.stem.startswith("transformer@"))


def read(folder: Path, step: int | None = None) -> tuple[DVAE, Transformer, Tokenizer, dict]:
    """Read and verify a checkpoint: its networks on the CPU, in evaluation mode, its text vocabulary and its card.

    `step` asks for the transformer of a snapshot.
    """
    card = _json(folder / "card.json")
    config = json.loads(_verified(folder / "config.json", card))
    try:
        tokenizer = Tokenizer.of(_verified(folder / "text.json", card))
    except ValueError as error:
        raise CheckpointError(f"{folder / 'text.json'}: {error}") from error
    dvae = DVAE(_config(DVAEConfig, config, "dvae", folder))
    transformer = Transformer(_config(TransformerConfig, config, "transformer", folder))
    weights = "transformer" if step is None else f"transformer@{step}"
    for name, network in (("dvae", dvae), (weights, transformer)):
        load_weights(network, folder / f"{name}.safetensors", card)
    return dvae.eval(), transformer.eval(), tokenizer, card


def read_network(folder: Path, name: str, module: str, network: str) -> torch.nn.Module | None:
    """Read and verify one of a checkpoint's further networks; None where it has no such one.

    Its module, which may be slow to import, is imported only if the checkpoint has one.
    """
    card = _json(folder / "card.json")
    known = json.loads(_verified(folder / "config.json", card))
    if name not in known:
        return None
    found = importlib.import_module(module)
    built = getattr(found, network)(_config(getattr(found, f"{network}Config"), known, name, folder))
    load_weights(built, folder / f"{name}.safetensors", card)
    return built.eval()


def load_weights(network: torch.nn.Module, path: Path, card: dict | None = None) -> None:
    """Fill a network from a packed safetensors file."""
    data = _verified(path, card)
    try:
        network.load_state_dict(unpack(load_tensors(data)))
    except (SafetensorError, RuntimeError, ValueError) as error:
        raise CheckpointError(f"{path} does not hold this network's weights: {str(error).splitlines()[0]}") from error


def _config(kind: type, config: dict, name: str, folder: Path):
    try:
        return kind(**{k: tuple(v) if isinstance(v, list) else v for k, v in config[name].items()})
    except (KeyError, TypeError, ValueError) as error:
        raise CheckpointError(f"{folder / 'config.json'} is of another version: {error}") from error


def _json(path: Path) -> dict:
    try:
        return dict(json.loads(_bytes(path)))
    except (TypeError, ValueError) as error:
        raise CheckpointError(
            f"{path} is not a JSON object: {error}. Restore it with: git checkout -- {path.parent}"
        ) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CheckpointError(f"{path} cannot be read: {error.strerror}") from error


def _verified(path: Path, card: dict | None) -> bytes:
    """The bytes of a file whose hash stands in the card."""
    data = _bytes(path)
    wanted = (card or {}).get("sha256", {}).get(path.name)
    if card is not None and hashlib.sha256(data).hexdigest() != wanted:
        raise CheckpointError(
            f"{path} is damaged: its hash is not the one in card.json. Restore it with: git checkout -- {path.parent}"
        )
    return data
