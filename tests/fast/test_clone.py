"""A fresh clone: the bytes of every file are those that were committed, whatever git was told of line ends."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(*words, cwd):
    return subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@b", *words],
        cwd=cwd,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def test_a_clone_on_windows_has_the_same_bytes(tmp_path):
    origin, clone = tmp_path / "origin", tmp_path / "clone"
    shutil.copytree(ROOT / "checkpoints" / "micro", origin / "checkpoints" / "micro")
    for name in (".gitattributes", "Makefile", "helpers/text.json", "helpers/pictures/core.json"):
        (origin / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, origin / name)
    git("init", "-q", cwd=origin)
    git("add", "-A", "-f", cwd=origin)
    git("commit", "-q", "-m", "all", cwd=origin)
    git("clone", "-q", "-c", "core.autocrlf=true", "-c", "core.eol=crlf", str(origin), str(clone), cwd=tmp_path)
    files = [file.relative_to(origin) for file in origin.rglob("*") if file.is_file() and ".git" not in file.parts]
    assert len(files) > 8
    for file in files:
        assert (clone / file).read_bytes() == (origin / file).read_bytes(), file
