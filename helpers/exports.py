"""Where drawings are saved: exports/ of this checkout, named by caption and seed, none over another."""

import re
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "exports"


def slug(caption: str, longest: int = 60) -> str:
    """Turn a caption into a file name: lower case, words joined by hyphens."""
    words = re.findall(r"[^\W_]+", caption.lower())
    name = "-".join(words)[:longest].strip("-")
    return name or "drawing"


def free_path(caption: str, seed: int, folder: Path = FOLDER, suffix: str = ".png") -> Path:
    """Find a path in `folder` that neither such a file nor its JSON has taken."""
    stem = f"{slug(caption)}-seed-{seed}"
    path, count = folder / f"{stem}{suffix}", 1
    while path.exists() or path.with_suffix(".json").exists():
        count += 1
        path = folder / f"{stem}-{count}{suffix}"
    return path


def shown(path: Path) -> Path:
    """Shorten a path of this checkout to start at its root; leave any other as it is."""
    root = FOLDER.parent
    return path.relative_to(root) if path.is_relative_to(root) else path
