"""Weights in and out: safetensors and JSON, hashed, swapped in as a whole, nothing executed.

A checkpoint is a folder: `config.json` (geometry), `text.json` (the text vocabulary), one `.safetensors` per network,
`card.json` (how it came to be, what it measures, the hash of every file). Of a transformer there may be snapshots:
"micro@120" is `micro` as it was after 120 steps.

Whoever writes a folder writes its hashes, too, so hashes prove that nothing is damaged, not that nothing is wrong.
What a configuration says is therefore compared with the header of the weights before any memory is taken for it.
"""

import dataclasses
import hashlib
import importlib
import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load as load_tensors
from safetensors.torch import save as save_tensors
from torch import Tensor

from helpers.files import CHECKOUT, opened, relative, write_atomically
from helpers.networks.dvae import DVAE, DVAEConfig
from helpers.networks.transformer import Transformer, TransformerConfig
from helpers.text import Tokenizer

ROOT = CHECKOUT / "checkpoints"
SCALE = ".scale"  # suffix of the scales of int8 weights
SNAPSHOT = re.compile(r"transformer@(\d{1,12})\.safetensors")

MOST_JSON = 2**26  # bytes of a JSON file or of a header
MOST_WEIGHTS = 2**36  # bytes of a file of weights
# The most that a configuration may say, so that even its outline costs little; the paper's own is below all of them.
MOST_NUMBER, MOST_ITEMS = 2**18, 1024
MOST = {"size": 8192, "grid": 128, "groups": 12, "blocks": 64, "layers": 256, "encoder_layers": 256}
WRITTEN = {"F16", "F32", "BF16"}  # types of weights that are not int8


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
    """Write a whole checkpoint beside `folder`, then swap: whatever ends this, the old or the new one is there.

    `model` is a TextToImage; a ranker and a judge are written if it has them. `snapshots` are earlier
    weights of its transformer, by the number of steps. Files in `folder` that no checkpoint wrote stay.
    """
    networks = {name: getattr(model, name) for name in ("dvae", "transformer", "ranker", "judge")}
    networks = {name: network for name, network in networks.items() if network is not None}
    config = {name: dataclasses.asdict(network.config) for name, network in networks.items()}
    files = {"config.json": json.dumps(config, indent=1).encode(), "text.json": model.tokenizer.data}
    for name, network in networks.items():
        files[f"{name}.safetensors"] = save_tensors(pack(network.state_dict(), int8=name != "dvae"))
    for step, state in (snapshots or {}).items():
        files[f"transformer@{step}.safetensors"] = save_tensors(pack(state, int8=True))
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    _swap_in(folder, files | {"card.json": json.dumps({**card, "sha256": hashes}, indent=1).encode()})


def _swap_in(folder: Path, files: dict[str, bytes]) -> None:
    """Put a folder of these files in the place of `folder`."""
    folder = Path(folder).resolve()
    before, after = _kept_aside(folder), _kept_aside(folder).with_name("new")
    if before.is_dir() and not folder.exists():  # an earlier swap was killed half-way
        before.rename(folder)
    shutil.rmtree(before.parent, ignore_errors=True)
    after.mkdir(parents=True)
    for name, data in files.items():
        write_atomically(after / name, data)
    if folder.is_dir():
        ours = {*files, *_hashes(folder / "card.json")} if (folder / "card.json").is_file() else {*files}
        shutil.copytree(folder, after, ignore=lambda at, _: ours if at == str(folder) else (), dirs_exist_ok=True)
        folder.rename(before)
    after.rename(folder)
    shutil.rmtree(before.parent, ignore_errors=True)


def _kept_aside(folder: Path) -> Path:
    """Where a checkpoint stands for the moment in which another takes its place."""
    return folder.parent / f".{folder.name}.swap" / folder.name


def fingerprint(network: torch.nn.Module) -> str:
    """Eight hexadecimal digits that change with any weight of a network."""
    weights = (value.detach().cpu().contiguous().numpy().tobytes() for value in network.state_dict().values())
    return hashlib.sha256(b"".join(weights)).hexdigest()[:8]


def available() -> list[str]:
    """Names of the checkpoints that are here."""
    return sorted(p.parent.name for p in ROOT.glob("*/config.json"))


def find(name: str | os.PathLike) -> tuple[Path, int | None]:
    """The folder of a checkpoint, by name in `checkpoints/` or by path, and the step of the snapshot asked for."""
    if not isinstance(name, str | os.PathLike) or not isinstance(name := os.fspath(name), str):
        raise CheckpointError(f"a checkpoint is told by a name or a path, not by {type(name).__name__} {name!r:.80}")
    before, _, step = name.rpartition("@")
    if folder := _folder(name):
        return folder, None
    if before and (folder := _folder(before)):
        steps = snapshots(folder)
        if step in map(str, steps):
            return folder, int(step)
        here = ", ".join(f"{folder.name}@{kept}" for kept in steps) or "none"
        raise CheckpointError(f"{folder.name} has no snapshot {step!r}; here are: {here}")
    if os.path.isdir(place(name)):
        raise CheckpointError(f"{place(name)} has no config.json: it is no checkpoint, or not all of it is there")
    here = ", ".join(available()) or "none yet"
    raise CheckpointError(
        f"there is no checkpoint {name!r:.200}; here are: {here}. "
        f"Train one with: python -m helpers.training all --preset nano --out runs/nano"
    )


def place(name: str | os.PathLike) -> Path:
    """Where a model of this name or path lies: what stands in `checkpoints/` comes before a path like it."""
    return ROOT / name if os.path.isdir(ROOT / name) else Path(name)


def _folder(name: str) -> Path | None:
    places = (place(name), _kept_aside(place(name)), CHECKOUT / name)
    return next((folder for folder in places if os.path.isfile(folder / "config.json")), None)


def name_of(folder: Path) -> str:
    """What `find` knows a checkpoint's folder by: its name in `checkpoints/`, or its path from there or in full."""
    folder = folder.resolve()
    if folder.parent.name == f".{folder.name}.swap":  # kept aside by a save that was killed
        folder = folder.parents[1] / folder.name
    return folder.name if folder.parent == ROOT else relative(folder).as_posix()


def snapshots(folder: Path) -> list[int]:
    """The steps after which a checkpoint's transformer was kept, before the last one."""
    found = map(SNAPSHOT.fullmatch, _hashes(folder / "card.json"))
    return sorted(int(match[1]) for match in found if match)


def read(folder: Path, step: int | None = None) -> tuple[DVAE, Transformer, Tokenizer, dict]:
    """Read and verify a checkpoint: its networks on the CPU, in evaluation mode, its text vocabulary and its card.

    `step` asks for the transformer of a snapshot.
    """
    card = read_json(folder / "card.json")
    config = _configuration(folder)
    try:
        tokenizer = Tokenizer.of(_verified(folder / "text.json", MOST_JSON))
    except ValueError as error:
        raise CheckpointError(f"{folder / 'text.json'}: {error}") from error
    weights = "transformer" if step is None else f"transformer@{step}"
    dvae = _network(DVAE, DVAEConfig, config, "dvae", folder / "dvae.safetensors")
    transformer = _network(Transformer, TransformerConfig, config, "transformer", folder / f"{weights}.safetensors")
    return dvae, transformer, tokenizer, card


def read_network(folder: Path, name: str, module: str, network: str) -> torch.nn.Module | None:
    """Read and verify one of a checkpoint's further networks; None where it has no such one.

    Its module, which may be slow to import, is imported only if the checkpoint has one.
    """
    config = _configuration(folder)
    if name not in config:
        return None
    found = importlib.import_module(module)
    kind = getattr(found, f"{network}Config")
    return _network(getattr(found, network), kind, config, name, folder / f"{name}.safetensors")


def build(network: type, config: Any, path: Path) -> torch.nn.Module:
    """A network with the weights of a file that its folder's card vouches for.

    Names and shapes are compared with the file's header before any memory is taken for the network.
    """
    with _opened(path, MOST_WEIGHTS) as file:
        _check_hash(path, hashlib.file_digest(file, "sha256").hexdigest())
    try:
        with torch.device("meta"):
            outline = network(config)
    except Exception as error:  # of whatever kind: the geometry is a stranger's
        raise CheckpointError(f"{path} is of no network that can be built: {_reason(error)}") from error
    _check_outline(outline, path)
    built = network(config)
    load_weights(built, path)
    return built.eval()


def load_weights(network: torch.nn.Module, path: Path) -> None:
    """Fill a network from a packed safetensors file.

    A CheckpointError where its tensors are not those of the network, or hold NaN or what sixteen bits cannot hold.
    """
    _check_outline(network, path)
    try:
        weights = unpack(load_tensors(_bytes(path, MOST_WEIGHTS)))
        broken = [name for name, value in weights.items() if not value.half().isfinite().all()]
        if broken:
            raise ValueError(f"{broken[0]} has weights that are NaN or too large")
        network.load_state_dict(weights)
    except (SafetensorError, RuntimeError, ValueError) as error:
        raise _unfit(path, error) from error


def read_json(path: Path) -> dict:
    """A JSON object in a file; a CheckpointError where there is none."""
    return _object(_bytes(path, MOST_JSON), path)


def header(path: Path) -> dict[str, dict]:
    """What the header of a safetensors file says of each tensor: "dtype" and "shape"; nothing else is read."""
    with _opened(path, MOST_WEIGHTS) as file:
        length = int.from_bytes(file.read(8), "little")
        if not 2 <= length <= min(MOST_JSON, os.fstat(file.fileno()).st_size - 8):
            raise _unfit(path, "it is no safetensors file")
        found = _object(file.read(length), path)
    found.pop("__metadata__", None)
    for entry in found.values():
        shape = entry.get("shape") if isinstance(entry, dict) else None
        if not isinstance(shape, list) or any(type(side) is not int or side < 0 for side in shape):
            raise _unfit(path, "its header is damaged")
    return found


def _network(network: type, kind: type, config: dict, name: str, path: Path) -> torch.nn.Module:
    return build(network, _config(kind, config, name, path.with_name("config.json")), path)


def _check_outline(network: torch.nn.Module, path: Path) -> None:
    """Compare names and shapes of a network's weights with a file's header."""
    found = header(path)
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
    return CheckpointError(f"{path} does not hold this network's weights: {_reason(reason)}")


def _reason(error: object) -> str:
    """What another library says, on one line."""
    return " ".join(str(error).split())[:300] or type(error).__name__


def _configuration(folder: Path) -> dict:
    path = folder / "config.json"
    return _object(_verified(path, MOST_JSON), path)


def _config(kind: type, config: dict, name: str, path: Path):
    """A network's configuration, its numbers checked before anything is computed with them."""
    try:
        given = config[name]
        if not isinstance(given, dict):
            raise TypeError(f"{name} is no JSON object")
        usual = {field.name: field for field in dataclasses.fields(kind)}
        for key, value in given.items():
            if key not in usual:
                raise TypeError(f"{name} has no {key[:80]!r}")
            _check_value(key, value, usual[key].type)
        return kind(**{k: tuple(v) if isinstance(v, list) else v for k, v in given.items()})
    except KeyError:
        raise CheckpointError(f"{path} is of another version: it has no {name}") from None
    except (TypeError, ValueError) as error:
        raise CheckpointError(f"{path} is of another version: {_reason(error)}") from error


def _check_value(key: str, value: Any, kind: Any) -> None:
    """Refuse a value that is not of the field's type, or larger than a network of ours can be."""
    whole = type(value) is int and 1 <= value <= MOST.get(key, MOST_NUMBER)
    items = isinstance(value, list) and len(value) <= MOST_ITEMS
    fits = {
        int: whole,
        str: isinstance(value, str) and len(value) <= MOST_ITEMS,
        float | None: value is None or (type(value) in (int, float) and 0 < value <= MOST_NUMBER),
        tuple[int, ...]: items and all(type(item) is int and 1 <= item <= MOST_NUMBER for item in value),
        tuple[str, ...]: items and all(isinstance(item, str) for item in value),
    }.get(kind, isinstance(value, dict))
    if not fits:
        raise ValueError(f"{key} is {value!r:.80}, which no such network has")


def _object(data: bytes, path: Path) -> dict:
    try:
        found = json.loads(data)
        if not isinstance(found, dict):
            raise ValueError(f"it is a {type(found).__name__}")
        return found
    except (ValueError, RecursionError) as error:
        raise CheckpointError(f"{path} is not a JSON object: {_reason(error)}{_advice(path)}") from error


def _hashes(card: Path) -> dict[str, str]:
    """The hash of each file, as a card has it."""
    hashes = read_json(card).get("sha256", {})
    if not isinstance(hashes, dict) or not all(isinstance(digest, str) for digest in hashes.values()):
        raise CheckpointError(f"{card} has no hash of each file under sha256{_advice(card)}")
    return hashes


def _advice(path: Path) -> str:
    """How to restore what came with the repository."""
    return f". Restore it with: git checkout -- {path.parent}" if path.parent.parent == ROOT else ""


def _opened(path: Path, most: int):
    try:
        return opened(path, most)
    except (OSError, ValueError) as error:
        raise CheckpointError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from error


def _bytes(path: Path, most: int) -> bytes:
    with _opened(path, most) as file:
        return file.read()


def _verified(path: Path, most: int) -> bytes:
    """The bytes of a file whose hash stands in its folder's card."""
    data = _bytes(path, most)
    _check_hash(path, hashlib.sha256(data).hexdigest())
    return data


def _check_hash(path: Path, digest: str) -> None:
    if digest != _hashes(path.with_name("card.json")).get(path.name):
        raise CheckpointError(f"{path} is damaged: its hash is not the one in card.json{_advice(path)}")
