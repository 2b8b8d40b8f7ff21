"""Reading strangers' files safely: regular files of a limited size, JSON objects, hashes from a card."""

import hashlib
import json
from pathlib import Path
from typing import BinaryIO

from helpers import files
from helpers.files import CHECKOUT

ROOT = CHECKOUT / "checkpoints"
MOST_JSON = 2**26  # bytes of a JSON file or of a header, at most


class CheckpointError(Exception):
    """A checkpoint that is missing, damaged or of another kind."""


def read_json(path: Path) -> dict:
    """The JSON object in a file; a CheckpointError where there is none."""
    return as_object(bytes_of(path, MOST_JSON), path)


def reason_of(error: object) -> str:
    """Another library's error message, on one line of at most 300 letters."""
    return " ".join(str(error).split())[:300] or type(error).__name__


def as_object(data: bytes, path: Path) -> dict:
    """The JSON object in the bytes of a file; a CheckpointError for anything else."""
    try:
        found = json.loads(data)
        if not isinstance(found, dict):
            raise ValueError(f"it is a {type(found).__name__}")
        return found
    except (ValueError, RecursionError) as error:
        raise CheckpointError(f"{path} is not a JSON object: {reason_of(error)}{advice(path)}") from error


def hashes_of(card: Path) -> dict[str, str]:
    """File name -> SHA-256, from a card."""
    hashes = read_json(card).get("sha256", {})
    if not isinstance(hashes, dict) or not all(isinstance(digest, str) for digest in hashes.values()):
        raise CheckpointError(f"{card} has no hash of each file under sha256{advice(card)}")
    return hashes


def advice(path: Path) -> str:
    """How to restore a file that came with the repository, to be added to an error message; "" for others."""
    return f". Restore it with: git checkout -- {path.parent}" if path.parent.parent == ROOT else ""


def opened(path: Path, most: int) -> BinaryIO:
    """A regular file of at most `most` bytes, opened to be read; a CheckpointError for anything else."""
    try:
        return files.opened(path, most)
    except (OSError, ValueError) as error:
        raise CheckpointError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from error


def bytes_of(path: Path, most: int) -> bytes:
    """All of a regular file of at most `most` bytes."""
    with opened(path, most) as file:
        return file.read()


def verified(path: Path, most: int) -> bytes:
    """The bytes of a file, if they have the hash in its folder's card; else a CheckpointError."""
    data = bytes_of(path, most)
    check_hash(path, hashlib.sha256(data).hexdigest())
    return data


def check_hash(path: Path, digest: str) -> None:
    """Raise CheckpointError unless this is the hash of a file in its folder's card."""
    if digest != hashes_of(path.with_name("card.json")).get(path.name):
        raise CheckpointError(f"{path} is damaged: its hash is not the one in card.json{advice(path)}")
