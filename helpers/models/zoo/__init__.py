"""Public models behind the same methods as ours: which there are, where they come from, and opening them.

Nothing is fetched by importing or by opening; `fetch` says how large the files are and asks first.
"""

import importlib
import os
import re
from dataclasses import dataclass, replace
from pathlib import Path

from helpers.models.checkpoints import place
from helpers.models.reading import ROOT, CheckpointError, read_json
from helpers.models.zoo.fetching import fetch_files
from helpers.models.zoo.memory import fitting

HUB_FILES = ("*.json", "*.jinja", "*.txt", "*.safetensors", "LICENSE*")
COMMIT = re.compile("[0-9a-f]{40}")
MARK = "source.json"  # written last: a fetched folder that has it is complete


@dataclass(frozen=True)
class Source:
    """Where a model is published: a repository of the hub at a commit, or files at an address."""

    kind: str  # the module here that opens it
    at: str
    revision: str | None  # the commit that is fetched; None: none is pinned here, so the user names one
    files: tuple[str, ...]
    gigabytes: float  # approximately; the exact size is asked of the publisher before fetching
    what: str  # what it is and can do, for the list

    @property
    def on_hub(self) -> bool:
        return not self.at.startswith("http")


SOURCES = {
    "openai-dvae": Source(
        "openai_dvae",
        "https://cdn.openai.com/dall-e",
        None,
        ("encoder.pkl", "decoder.pkl"),
        0.4,
        "DALL·E's published tokenizer; it encodes and decodes",
    ),
    "janus-pro-1b": Source(
        "janus",
        "deepseek-community/Janus-Pro-1B",
        "1655280bb75959cc1cb85529a2a8b26e7016072e",
        HUB_FILES,
        4.2,
        "Janus-Pro 1B; it draws, describes and scores",
    ),
    "janus-pro-7b": Source(
        "janus", "deepseek-community/Janus-Pro-7B", None, HUB_FILES, 14.9, "Janus-Pro 7B; for a GPU of 24 GB or more"
    ),
    "emu3-gen": Source(
        "emu3", "Emu3-community/Emu3-Gen-hf", None, HUB_FILES, 35, "Emu3-Gen; it draws at 720 px, on a GPU of 40 GB"
    ),
    "clip": Source(
        "clip",
        "openai/clip-vit-large-patch14",
        "32bd64288804d66eefd0ccbe215aa642df71cc41",
        HUB_FILES,
        1.7,
        "CLIP ViT-L/14, a ranker for the models here; it does not draw",
    ),
}


def source(name: str) -> Source:
    """The source of a model; a CheckpointError for an unknown name."""
    if name not in SOURCES:
        raise CheckpointError(f"there is no public model {name!r} here; there are: {', '.join(SOURCES)}")
    return SOURCES[name]


def command(name: str) -> str:
    """The command that fetches a model."""
    pinned = source(name).revision or not source(name).on_hub
    return f"python -m helpers.models.zoo fetch {name}{'' if pinned else ' --revision COMMIT'}"


def fetch(name: str, yes: bool = False, ask=input, revision: str | None = None) -> Path:
    """Fetch a public model into `checkpoints/`: say its size, ask (unless `yes`), resume an earlier try.

    A model of the hub comes at one commit: the one pinned here, or `revision`, all 40 digits of another.
    """
    found, folder = source(name), ROOT / name
    if revision is not None and not (found.on_hub and COMMIT.fullmatch(revision)):
        raise CheckpointError(f"revision {revision!r} is no commit of {name}; give 40 hexadecimal digits")
    found = replace(found, revision=revision or found.revision)
    if found.on_hub and found.revision is None:
        raise CheckpointError(
            f"no commit of {name} is pinned here; choose one of https://huggingface.co/{found.at}/commits/main and "
            f"name it: {command(name)}"
        )
    if not (folder / MARK).is_file():
        fetch_files(name, found, folder, MARK, yes, ask)
    return folder


def is_here(name: str) -> bool:
    """Whether a model's files lie in its folder, fetched or put there by hand."""
    return kind_of(ROOT / name) == source(name).kind


def find(name: str | os.PathLike) -> Path | None:
    """The folder of a public model by name or path; None if there is no such public model. Never fetches.

    Raises CheckpointError, with the command that fetches it, for a known name whose files are not here.
    """
    if not isinstance(name, str | os.PathLike):
        return None
    if name in SOURCES:
        if not is_here(name):
            raise CheckpointError(f"{name} is not here; fetch its {SOURCES[name].gigabytes} GB with: {command(name)}")
        return ROOT / name
    folder = place(name)
    return folder if kind_of(folder) else None


def kind_of(folder: Path) -> str | None:
    """Which module opens a folder, judged by its files; None if none does, or if fetching is not finished."""
    from helpers.models.zoo import openai_dvae

    if openai_dvae.is_whole(folder):
        return "openai_dvae"
    try:
        config = read_json(folder / "config.json")
    except CheckpointError:
        return None
    fetching = (folder / ".cache" / "huggingface").is_dir() and not (folder / MARK).is_file()
    kind = config.get("model_type")
    return kind if kind in ("janus", "emu3", "clip") and not fetching else None


def open_model(folder: Path, device: str, precision: str | None = None):
    """Open the model in a folder; prints how much memory it needs. Raises CheckpointError if it does not fit."""
    kind = kind_of(folder)
    precision = fitting(folder, device, precision, only=("float32",) if kind == "openai_dvae" else None)
    model = importlib.import_module(f"helpers.models.zoo.{kind}").load(folder, device, precision)
    if (folder / MARK).is_file():
        model.commit = read_json(folder / MARK).get("revision")
    return model
