"""Fetching files from where they are published: ask their sizes, ask the user, then fetch, resuming earlier tries.

Servers' answers are checked: a web page in place of a file, another length than announced, another range than asked
for and another version of the file are refused, and nothing of them is kept.
"""

import fnmatch
import hashlib
import json
import os
import re
import shutil
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten

from tqdm import tqdm

from helpers.files import write_atomically
from helpers.models.checkpoints import CheckpointError

TIMEOUT = 30  # seconds to wait for an answer
BLOCK = 1 << 20
RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18})")
NUMBER = re.compile(r"[1-9]\d{0,17}")
SPARE = 1 << 30  # bytes of disk to leave free


def fetch_files(name: str, source, folder: Path, mark: str, yes: bool, ask) -> None:
    """Fetch all files of a source into `folder`, and write the file `mark` when they are complete.

    `ask` gets a question and returns the user's answer. Raises CheckpointError, in one sentence.
    """
    with _reaching(name, source):
        revision, sizes = _on_hub(source) if source.on_hub else (None, {})
        heads = {} if source.on_hub else {file: head(f"{source.at}/{file}") for file in source.files}
        sizes |= {file: found.size for file, found in heads.items()}
    _agree(name, source, folder, revision, sum(sizes.values()), yes=yes, ask=ask)
    with _reaching(name, source):
        if source.on_hub:
            _from_hub(source, revision, folder)
        for file, found in heads.items():
            download(f"{source.at}/{file}", folder / file, found)
        for file, size in sizes.items():
            if (folder / file).stat().st_size != size:
                raise ConnectionError(f"{file} has another length than the {size:,} bytes that were announced")
    record = {"name": name, "from": source.at, "revision": revision, "bytes": sizes}
    write_atomically(folder / mark, json.dumps(record, indent=1).encode())


@contextmanager
def _reaching(name: str, source) -> Iterator[None]:
    """A context that turns any error into a CheckpointError: one sentence, with the command that resumes."""
    try:
        yield
    except Exception as error:  # each library has errors of its own for a missing network
        why = shorten(str(getattr(error, "reason", error)) or type(error).__name__, 120)
        raise CheckpointError(
            f"{name} cannot be fetched from {source.at} now ({why}); "
            f"with a network, go on with: python -m helpers.models.zoo fetch {name}"
        ) from error


def _on_hub(source) -> tuple[str, dict[str, int]]:
    """The commit, and the size of each file that is taken."""
    from huggingface_hub import HfApi

    info = HfApi().model_info(source.at, revision=source.revision, files_metadata=True, timeout=TIMEOUT)
    taken = [file for file in info.siblings if any(fnmatch.fnmatch(file.rfilename, p) for p in source.files)]
    return info.sha, {file.rfilename: file.size or 0 for file in taken}


def _from_hub(source, revision: str, folder: Path) -> None:
    from huggingface_hub import snapshot_download

    snapshot_download(source.at, revision=revision, allow_patterns=list(source.files), local_dir=folder)


def _agree(name: str, source, folder: Path, revision: str | None, size: int, *, yes: bool, ask) -> None:
    """Say what will be fetched and ask the user; a CheckpointError if the disk is too full or the answer is no."""
    here = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else 0
    left, free = max(0, size - here), shutil.disk_usage(folder.parent).free
    commit = f" at commit {revision}" if revision else ""
    begun = f", {here / 1e9:.1f} GB of it are here" if here else ""
    if left + SPARE > free:
        raise CheckpointError(
            f"{name} needs {left / 1e9:.1f} GB of disk, and {folder.parent} has {free / 1e9:.1f} GB free"
        )
    print(f"{name}: {size / 1e9:.1f} GB from {source.at}{commit}{begun}; it goes into {folder}")
    if not yes and ask("Fetch it? [y/N] ").strip().lower() not in ("y", "yes"):
        raise CheckpointError(f"{name} was not fetched, as you said")


@dataclass(frozen=True)
class Head:
    """What a server says of a file: its size in bytes, and its version, which changes with it ("" if not told)."""

    size: int
    version: str

    def part(self, path: Path) -> Path:
        """Where the part of this version that has been fetched so far lies."""
        digest = hashlib.sha256(f"{self.size} {self.version}".encode()).hexdigest()[:12]
        return path.with_name(f"{path.name}.{digest}.part")


def head(url: str) -> Head:
    """Ask a server for a file's size and version."""
    with urllib.request.urlopen(urllib.request.Request(url, method="HEAD"), timeout=TIMEOUT) as answer:
        return _said(answer)


def download(url: str, path: Path, found: Head) -> None:
    """Fetch the file that `head` found; resumes from the part of the same version that an earlier try left."""
    if path.is_file() and path.stat().st_size == found.size:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = found.part(path)
    for other in path.parent.glob(f"{path.name}.*part"):
        if other != part or other.is_symlink() or not found.version:
            other.unlink()
    begun = part.stat().st_size if part.exists() else 0
    if begun > found.size:
        begun = 0
    if begun < found.size:
        _append(url, part, begun, found)
    part.replace(path)


def _append(url: str, part: Path, begun: int, found: Head) -> None:
    """Fetch what a part lacks, or the whole file where the server does not send ranges."""
    asked = {"Range": f"bytes={begun}-", "If-Range": found.version} if begun else {}
    with urllib.request.urlopen(urllib.request.Request(url, headers=asked), timeout=TIMEOUT) as answer:
        if answer.status == 206:
            sent = RANGE.fullmatch(answer.headers.get("Content-Range", ""))
            if not sent or tuple(map(int, sent.groups())) != (begun, found.size - 1, found.size):
                raise ConnectionError("the server sent another part than the one asked for")
        elif answer.status == 200:
            begun = 0
        else:
            raise ConnectionError(f"the server answered with status {answer.status}")
        if _said(answer) != Head(found.size - begun, found.version):
            raise ConnectionError("the file at the server is not the one that it announced")
        how = os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        with (
            os.fdopen(os.open(part, how, 0o666), "wb") as file,
            tqdm(total=found.size, initial=begun, unit="B", unit_scale=True, desc=part.stem) as bar,
        ):
            file.truncate(begun)
            file.seek(begun)
            while (left := found.size - file.tell()) and (block := answer.read(min(BLOCK, left))):
                file.write(block)
                bar.update(len(block))
    if left:
        raise ConnectionError(f"it broke off {left:,} bytes before the end")


def _said(answer) -> Head:
    """Size and version in an answer's header."""
    if answer.headers.get_content_type() in ("text/html", "application/xhtml+xml"):
        raise ConnectionError("a web page came in place of the file")
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        raise ConnectionError("the file came packed in a way that was not asked for")
    size, tag = answer.headers.get("Content-Length", ""), answer.headers.get("ETag", "")
    if not NUMBER.fullmatch(size):
        raise ConnectionError("the server does not say how large the file is")
    # a weak tag may be the same for files that differ, so that a part could not be resumed safely
    return Head(int(size), tag if tag.startswith('"') else answer.headers.get("Last-Modified", ""))
