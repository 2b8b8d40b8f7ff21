"""Files: written whole or not at all, never one over another. It knows nothing of what stands in them."""

import os
import re
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
EXPORTS = CHECKOUT / "exports"  # where drawings are saved


def write_atomically(path: Path, data: bytes) -> None:
    """Write to a temporary file beside `path`, then rename it: a reader sees the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def slug(caption: str, longest: int = 60) -> str:
    """Turn a caption into a file name: lower case, words joined by hyphens."""
    words = re.findall(r"[^\W_]+", caption.lower())
    name = "-".join(words)[:longest].strip("-")
    return name or "drawing"


def free_path(caption: str, seed: int, folder: Path = EXPORTS, suffix: str = ".png") -> Path:
    """Find a path in `folder`, named by caption and seed, that neither such a file nor its JSON has taken."""
    stem = f"{slug(caption)}-seed-{seed}"
    path, count = folder / f"{stem}{suffix}", 1
    while path.exists() or path.with_suffix(".json").exists():
        count += 1
        path = folder / f"{stem}-{count}{suffix}"
    return path


def relative(path: Path) -> Path:
    """Shorten a path of this checkout to start at its root; leave any other as it is."""
    return path.relative_to(CHECKOUT) if path.is_relative_to(CHECKOUT) else path
