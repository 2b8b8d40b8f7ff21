"""Open the notebooks in JupyterLab: python -m helpers.lab [options of JupyterLab].

What opens are copies in work/, which git ignores: running and saving them leaves the checkout as it was.
"""

import hashlib
import json
import os
import shutil
import sys
from pathlib import Path

from helpers.files import CHECKOUT, place_for, relative, write_atomically

NOTEBOOKS = CHECKOUT / "notebooks"
FIRST = "00_first_picture.ipynb"
RECORD = ".copied.json"  # in the folder of copies: the digest that each notebook had when it was copied


def copy_notebooks(originals: Path, folder: Path) -> list[Path]:
    """Copy every notebook into `folder`, again where an original has changed since it was copied.

    A copy that the reader has changed is never lost: before a newer copy takes its place it is renamed to
    NAME-before.ipynb, NAME-before-2.ipynb and so on. Returns the paths of the renamed ones.
    """
    folder.mkdir(parents=True, exist_ok=True)
    record = folder / RECORD
    copied = json.loads(record.read_text("utf-8")) if record.exists() else {}
    renamed = []
    for original in sorted(originals.glob("*.ipynb")):
        copy, digest = folder / original.name, _digest(original)
        if copy.exists() and copied.get(original.name) == digest:
            continue  # the original is as it was when it was copied
        if copy.exists() and _digest(copy) not in (digest, copied.get(original.name)):
            renamed.append(copy.rename(_free(copy)))
        shutil.copyfile(original, copy)
        copied[original.name] = digest
    write_atomically(record, json.dumps(copied, indent=1).encode())
    return renamed


def main(options: list[str]) -> None:
    """Copy the notebooks, then serve JupyterLab on the first of them until it is stopped."""
    folder = place_for("work", kept=True)
    for path in copy_notebooks(NOTEBOOKS, folder):
        print(f"This notebook has a newer version; yours is kept as {relative(path)}")
    root = CHECKOUT if folder.is_relative_to(CHECKOUT) else folder.parent
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"  # this environment's kernel, not the user's
    address = (folder / FIRST).relative_to(root).as_posix()
    options = [f"--ServerApp.root_dir={root}", f"--LabApp.default_url=/lab/tree/{address}", *options]
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # in a container, say
        options.append("--allow-root")
    from jupyterlab.labapp import LabApp  # takes seconds to import

    LabApp.launch_instance(options)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _free(path: Path) -> Path:
    """A name beside `path` that no file has."""
    count, free = 1, path.with_stem(f"{path.stem}-before")
    while free.exists():
        count += 1
        free = path.with_stem(f"{path.stem}-before-{count}")
    return free


if __name__ == "__main__":
    main(sys.argv[1:])
