"""Files: written whole or not at all, never one over another. It knows nothing of their contents."""

import errno
import os
import re
import secrets
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from helpers.checks import shown

CHECKOUT = Path(__file__).resolve().parents[1]
LONGEST = 250  # bytes of a file's name, so that ".json" fits behind it
SPARE = 16 << 20  # bytes of disk that must be free before a drawing is begun


def _user_cache() -> Path:
    """The folder in which this system keeps the user's caches."""
    homes = {"win32": ("LOCALAPPDATA", "~/AppData/Local"), "darwin": ("", "~/Library/Caches")}
    variable, usual = homes.get(sys.platform, ("XDG_CACHE_HOME", "~/.cache"))
    return Path(os.environ.get(variable) or usual).expanduser() / "daikon"


def _can_write(folder: Path) -> bool:
    """Whether files can be made in a folder or, where it does not exist yet, in the nearest existing one above it."""
    there = next(one for one in (folder, *folder.parents) if one.exists())
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def place_for(name: str, kept: bool) -> Path:
    """The folder `name` of the checkout, or of another place where there is no checkout or it cannot be written.

    That place is the working directory for what the user made (`kept`), the user's cache for what can be made again.
    """
    places = [CHECKOUT / name] if (CHECKOUT / "pyproject.toml").is_file() else []
    places += [Path.cwd() / name] if kept else []
    return next((place for place in places if _can_write(place)), _user_cache() / name)


EXPORTS = place_for("exports", kept=True)  # where drawings are saved


def opened(path: Path, most: int) -> BinaryIO:
    """A regular file of at most `most` bytes, opened to be read: no pipe that waits, no device that never ends.

    Raises OSError where there is none, and ValueError for a name that no file can have.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode) or found.st_size > most:
        raise OSError(f"it is no file of at most {most:,} bytes")
    return path.open("rb")


def write_atomically(path: Path, data: bytes) -> None:
    """Write to a temporary file beside `path`, then rename it: a reader sees the old file or the new one."""
    temporary = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(temporary, "xb") as file:  # with the rights that the user's umask leaves
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException as error:
        with suppress(OSError):  # a path below a file, or in a folder that cannot be read
            temporary.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno:
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise


def path_of(path: str | os.PathLike) -> Path:
    """A name as a path, with `~` as the user's home; a ValueError for what cannot be the name of a file."""
    try:
        if b"\0" in os.fsencode(path) or len(os.path.basename(os.fsencode(path))) > LONGEST:
            raise ValueError("no system takes it")
        return Path(os.fsdecode(path)).expanduser()
    except (TypeError, ValueError, RuntimeError) as error:  # no text, half of a character, no such user
        raise ValueError(f"the path is {shown(path)}; give the name of a file") from error


def target(path: str | os.PathLike, suffix: str) -> Path:
    """The path to write to: `path_of` the name, with `suffix` added where it is missing.

    Raises ValueError for a folder, and for the name of another kind of file.
    """
    path = path_of(path)
    if os.path.isdir(path) or not path.name:
        raise ValueError(f"{str(path)!r} is a folder; name a file in it, such as {str(path / f'fox{suffix}')!r}")
    if path.suffix.lower() == suffix:
        return path
    if re.fullmatch(r"\.[A-Za-z][A-Za-z0-9]{1,4}", path.suffix):
        raise ValueError(f"{str(path)!r} ends in {path.suffix}, and what is written is {suffix}; name it *{suffix}")
    return path.with_name(path.name + suffix)


def check_folder(folder: Path) -> None:
    """Raise an OSError, in one sentence, if nothing can be saved in a folder. To be called before the work begins."""
    if not _can_write(folder):
        raise PermissionError(f"{folder} cannot be written; name another place")
    there = next(one for one in (folder, *folder.parents) if one.exists())
    if shutil.disk_usage(there).free < SPARE:
        raise OSError(f"the disk of {folder} is full; free {SPARE >> 20} MB or name another place")


def why(error: OSError) -> str:
    """What went wrong with which file, without the system's error number."""
    if error.strerror is None:
        return str(error)
    said = "the disk is full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else error.strerror
    return f"{error.filename}: {said}" if error.filename else said


def slug(caption: str, longest: int = 60) -> str:
    """Turn a caption into a file name: lower case, words joined by hyphens."""
    words = re.findall(r"[^\W_]+", caption.lower())
    name = "-".join(words)[:longest].strip("-")
    return name or "drawing"


@contextmanager
def free_path(caption: str, seed: int, folder: Path = EXPORTS, suffix: str = ".png") -> Iterator[Path]:
    """A context with an unused path in `folder`, named by caption and seed; neither it nor its .json exists.

    The name is reserved at once, so that two programs that save at the same time get two names. It is freed again if
    nothing is written within the context.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stem, count = f"{slug(caption)}-seed-{seed}", 1
    while True:
        path = folder / f"{stem}{f'-{count}' if count > 1 else ''}{suffix}"
        count += 1
        if path.with_suffix(".json").exists():
            continue
        try:
            path.touch(exist_ok=False)
            break
        except FileExistsError:
            continue
    try:
        yield path
    finally:
        if path.exists() and not path.stat().st_size:
            path.unlink()


def relative(path: Path) -> Path:
    """Shorten a path of this checkout to start at its root; leave any other as it is."""
    return path.relative_to(CHECKOUT) if path.is_relative_to(CHECKOUT) else path
