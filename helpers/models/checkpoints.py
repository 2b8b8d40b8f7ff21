"""Checkpoints in and out: safetensors and JSON, hashed, swapped in as a whole, nothing executed.

A checkpoint is a folder: `config.json` (geometry), `text.json` (the text vocabulary), the weights of each network,
`card.json` (how it came to be, what it measures, the hash of every file). Of a transformer there may be snapshots:
"micro@120" is `micro` as it was after 120 steps. One with a name, such as "micro@canaries", is the result of further
training of the checkpoint's own; what applies to it alone stands in the card under "snapshots".

Hashes come from whoever wrote the folder, so they prove that no file is damaged, not that its content is harmless. A
configuration is therefore compared with the headers of the weights before any memory is taken for the network.
"""

import dataclasses
import hashlib
import importlib
import json
import os
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from helpers.files import CHECKOUT, relative, write_atomically
from helpers.models.reading import (
    MOST_JSON,
    ROOT,
    CheckpointError,
    advice,
    as_object,
    hashes_of,
    read_json,
    reason_of,
    verified,
)
from helpers.models.weights import MOST_WEIGHTS, build, files_of, pack, written
from helpers.networks.dvae import DVAE, DVAEConfig
from helpers.networks.transformer import Transformer, TransformerConfig
from helpers.text import Tokenizer

NETWORKS = ("dvae", "transformer", "ranker", "judge", "upsampler", "diffusion")  # in the order of their training
SNAPSHOT = re.compile(r"transformer@(\d{1,12}|[a-z]{1,40})(-00001-of-\d{5})?\.safetensors")
# Limits for a stranger's configuration, so that even the network's outline costs little; the paper's is below them.
MOST_NUMBER, MOST_ITEMS = 2**18, 1024
MOST = {"size": 8192, "grid": 128, "groups": 12, "blocks": 64, "layers": 256, "encoder_layers": 256}


def save(folder: Path, model, card: dict, snapshots: dict[int, dict[str, Tensor]] | None = None) -> None:
    """Write a checkpoint beside `folder`, then swap the two; after a kill at any moment the old or new one is there.

    `model` is a TextToImage; all networks that it has are written. `snapshots`: number of steps -> earlier weights of
    its transformer. Files in `folder` that belong to no checkpoint are kept.
    """
    networks = {name: getattr(model, name) for name in NETWORKS}
    networks = {name: network for name, network in networks.items() if network is not None}
    config = {name: dataclasses.asdict(network.config) for name, network in networks.items()}
    files = {"config.json": json.dumps(config, indent=1).encode(), "text.json": model.tokenizer.data}
    for name, network in networks.items():
        files |= written(name, pack(network.state_dict(), int8=name != "dvae"))
    for step, state in (snapshots or {}).items():
        files |= written(f"transformer@{step}", pack(state, int8=True))
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    _swap_in(folder, files | {"card.json": json.dumps({**card, "sha256": hashes}, indent=1).encode()})


def _swap_in(folder: Path, files: dict[str, bytes]) -> None:
    """Replace `folder` by one with these files, name -> bytes."""
    folder = Path(folder).resolve()
    before, after = _kept_aside(folder), _kept_aside(folder).with_name("new")
    if before.is_dir() and not folder.exists():  # an earlier swap was killed half-way
        before.rename(folder)
    shutil.rmtree(before.parent, ignore_errors=True)
    after.mkdir(parents=True)
    for name, data in files.items():
        write_atomically(after / name, data)
    if folder.is_dir():
        ours = {*files, *hashes_of(folder / "card.json")} if (folder / "card.json").is_file() else {*files}
        shutil.copytree(folder, after, ignore=lambda at, _: ours if at == str(folder) else (), dirs_exist_ok=True)
        folder.rename(before)
    after.rename(folder)
    shutil.rmtree(before.parent, ignore_errors=True)


def _kept_aside(folder: Path) -> Path:
    """Where the old checkpoint lies for the moment in which a new one takes its place."""
    return folder.parent / f".{folder.name}.swap" / folder.name


def fingerprint(network: torch.nn.Module) -> str:
    """Eight hexadecimal digits that change with any weight of a network."""
    weights = (value.detach().cpu().contiguous().numpy().tobytes() for value in network.state_dict().values())
    return hashlib.sha256(b"".join(weights)).hexdigest()[:8]


def available() -> list[str]:
    """Names of the checkpoints in `checkpoints/`."""
    return sorted(p.parent.name for p in ROOT.glob("*/config.json"))


def find(name: str | os.PathLike) -> tuple[Path, str | None]:
    """The folder of a checkpoint, by its name in `checkpoints/` or its path, and the snapshot asked for or None.

    Raises CheckpointError, with a list of those there are, where there is no such checkpoint or snapshot.
    """
    if not isinstance(name, str | os.PathLike) or not isinstance(name := os.fspath(name), str):
        raise CheckpointError(f"a checkpoint is told by a name or a path, not by {type(name).__name__} {name!r:.80}")
    before, _, snapshot = name.rpartition("@")
    if folder := _folder(name):
        return folder, None
    if before and (folder := _folder(before)):
        kept = [*map(str, snapshots(folder)), *named_snapshots(folder)]
        if snapshot in kept:
            return folder, snapshot
        here = ", ".join(f"{folder.name}@{one}" for one in kept) or "none"
        raise CheckpointError(f"{folder.name} has no snapshot {snapshot!r}; here are: {here}")
    if os.path.isdir(place(name)):
        raise CheckpointError(f"{place(name)} has no config.json: it is no checkpoint, or not all of it is there")
    if os.path.isfile(name) and zipfile.is_zipfile(name):
        raise CheckpointError(f"{name} is packed; unpack it and load its folder: python -m zipfile -e {name} .")
    here = ", ".join(available()) or "none yet"
    raise CheckpointError(
        f"there is no checkpoint {name!r:.200}; here are: {here}. "
        f"Train one with: python -m helpers.training all --preset nano --out runs/nano"
    )


def place(name: str | os.PathLike) -> Path:
    """The folder of a model with this name or path; a folder in `checkpoints/` comes before a path of the same name."""
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
    """After how many steps the snapshots of a checkpoint's transformer were kept."""
    return sorted(int(name) for name in _others(folder) if name.isdigit())


def named_snapshots(folder: Path) -> list[str]:
    """The names of further trained transformers in a checkpoint."""
    return sorted(name for name in _others(folder) if not name.isdigit())


def _others(folder: Path) -> list[str]:
    found = map(SNAPSHOT.fullmatch, hashes_of(folder / "card.json"))
    return [match[1] for match in found if match]


def add_snapshot(folder: Path, name: str, trained: Path) -> None:
    """Add the transformer of the checkpoint in `trained`, which continued the training of `folder`'s, to `folder`.

    It opens as "folder@name". From its card what differs is kept. No other weights are touched. Raises CheckpointError
    where it has another dVAE, another text vocabulary or another geometry.
    """
    card, other = read_json(folder / "card.json"), read_json(trained / "card.json")
    one, two = ([fingerprint(at[0]), at[1].config, at[2].digest] for at in (read(folder), read(trained)))
    if one != two:
        raise CheckpointError(f"{trained} was not trained on from {folder}: its tokens are others")
    for file in files_of(trained, "transformer"):
        kept = file.name.replace("transformer", f"transformer@{name}", 1)
        write_atomically(folder / kept, verified(file, MOST_WEIGHTS))
        card["sha256"][kept] = other["sha256"][file.name]
    own = {key: said for key, said in other.items() if said != card.get(key)}
    for key in ("sha256", "trained on from"):
        own.pop(key, None)
    card["snapshots"] = card.get("snapshots", {}) | {name: own}
    write_atomically(folder / "card.json", json.dumps(card, indent=1).encode())


def read(folder: Path, snapshot: str | None = None) -> tuple[DVAE, Transformer, Tokenizer, dict]:
    """Read and verify a checkpoint: its networks on the CPU, in evaluation mode, its text vocabulary and its card.

    `snapshot` asks for another transformer, and for the card as it is for that one.
    """
    card = _card(folder, snapshot)
    config = _configuration(folder)
    try:
        tokenizer = Tokenizer.of(verified(folder / "text.json", MOST_JSON))
    except ValueError as error:
        raise CheckpointError(f"{folder / 'text.json'}: {error}") from error
    weights = "transformer" if snapshot is None else f"transformer@{snapshot}"
    dvae = build(DVAE, _config(DVAEConfig, config, "dvae", folder), folder, "dvae")
    transformer = build(Transformer, _config(TransformerConfig, config, "transformer", folder), folder, weights)
    return dvae, transformer, tokenizer, card


def read_network(folder: Path, name: str, module: str, network: str) -> torch.nn.Module | None:
    """Read and verify one of a checkpoint's further networks, such as its ranker; None where it has none.

    `module` and `network` name where its class is; the module may be slow to import and is only imported if needed.
    """
    config = _configuration(folder)
    if name not in config:
        return None
    found = importlib.import_module(module)
    kind = getattr(found, f"{network}Config")
    return build(getattr(found, network), _config(kind, config, name, folder), folder, name)


def _card(folder: Path, snapshot: str | None) -> dict:
    """A checkpoint's card; entries that a snapshot has for itself replace the checkpoint's."""
    path = folder / "card.json"
    card = read_json(path)
    snapshots = card.pop("snapshots", {})
    own = snapshots.get(snapshot, {}) if isinstance(snapshots, dict) else None
    if not isinstance(own, dict):
        raise CheckpointError(f"{path} has no card of each snapshot under snapshots{advice(path)}")
    return card | own


def _configuration(folder: Path) -> dict:
    path = folder / "config.json"
    return as_object(verified(path, MOST_JSON), path)


def _config(kind: type, config: dict, name: str, folder: Path):
    """A network's configuration, its numbers checked before anything is computed with them."""
    path = folder / "config.json"
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
        raise CheckpointError(f"{path} is of another version: {reason_of(error)}") from error


def _check_value(key: str, value: Any, kind: Any) -> None:
    """Raise ValueError for a value that is not of the field's type, or larger than in any network of ours."""
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
