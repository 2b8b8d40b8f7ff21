"""Files from where they are published: sizes first, then yes or no, then on from where it stopped."""

import fnmatch
import json
import shutil
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import shorten

from tqdm import tqdm

from helpers.files import write_atomically
from helpers.models.checkpoints import CheckpointError

TIMEOUT = 30  # seconds without an answer
BLOCK = 1 << 20
SPARE = 1 << 30  # bytes of disk to leave free


def fetch_files(name: str, source, folder: Path, mark: str, yes: bool, ask) -> None:
    """Fetch all files of a source into `folder` and write `mark` when they are whole."""
    with _reaching(name, source):
        revision, sizes = _on_hub(source) if source.on_hub else (None, _at_address(source))
    _agree(name, source, folder, revision, sum(sizes.values()), yes, ask)
    with _reaching(name, source):
        if source.on_hub:
            _from_hub(source, revision, folder)
        else:
            for file in source.files:
                download(f"{source.at}/{file}", folder / file)
    record = {"name": name, "from": source.at, "revision": revision, "bytes": sizes}
    write_atomically(folder / mark, json.dumps(record, indent=1).encode())


@contextmanager
def _reaching(name: str, source) -> Iterator[None]:
    """Whatever goes wrong on the way there, in one sentence with the command that goes on."""
    try:
        yield
    except Exception as error:  # each library has errors of its own for what is no network
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


def _at_address(source) -> dict[str, int]:
    sizes = {}
    for file in source.files:
        with urllib.request.urlopen(
            urllib.request.Request(f"{source.at}/{file}", method="HEAD"), timeout=TIMEOUT
        ) as answer:
            sizes[file] = int(answer.headers["Content-Length"])
    return sizes


def _agree(name: str, source, folder: Path, revision: str | None, size: int, yes: bool, ask) -> None:
    """Say what will be fetched and whether it fits the disk; go on only if that is wanted."""
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


def download(url: str, path: Path) -> None:
    """Fetch one file, going on from the part that an earlier try left."""
    part = path.with_name(f"{path.name}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        return
    begun = part.stat().st_size if part.exists() else 0
    request = urllib.request.Request(url, headers={"Range": f"bytes={begun}-"} if begun else {})
    try:
        answer = urllib.request.urlopen(request, timeout=TIMEOUT)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code != 416:  # nothing is left to send: the part is whole
            raise
        part.replace(path)
        return
    with answer:
        begun = begun if answer.status == 206 else 0
        total = begun + int(answer.headers["Content-Length"])
        with (
            part.open("ab" if begun else "wb") as file,
            tqdm(total=total, initial=begun, unit="B", unit_scale=True, desc=path.name) as bar,
        ):
            while block := answer.read(BLOCK):
                file.write(block)
                bar.update(len(block))
    if part.stat().st_size != total:
        raise ConnectionError(f"{path.name} broke off after {part.stat().st_size:,} of {total:,} bytes")
    part.replace(path)
