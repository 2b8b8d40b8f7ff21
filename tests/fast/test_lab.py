"""What opens in JupyterLab are copies: the checkout stays as it was, and what the reader changed is never lost."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from helpers import lab

ROOT = Path(__file__).parents[2]


@pytest.fixture
def checkout(tmp_path):
    """A small checkout with two notebooks, under git, with the project's own list of what git ignores."""
    root = tmp_path / "checkout"
    (root / "notebooks").mkdir(parents=True)
    for name in (lab.FIRST, "01_second.ipynb"):
        (root / "notebooks" / name).write_text(json.dumps({"cells": [name]}))
    shutil.copy(ROOT / ".gitignore", root)
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "all")
    return root


def git(root, *words):
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@b", *words]
    return subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout


def copied(checkout):
    return lab.copy_notebooks(checkout / "notebooks", checkout / "work")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_running_and_saving_leaves_git_clean(checkout, monkeypatch):
    options = []
    monkeypatch.setattr(lab, "place_for", lambda name, kept: checkout / name)
    monkeypatch.setattr(lab, "CHECKOUT", checkout)
    monkeypatch.setattr(lab, "NOTEBOOKS", checkout / "notebooks")
    monkeypatch.setattr("jupyterlab.labapp.LabApp.launch_instance", options.extend)
    monkeypatch.setattr(os, "environ", dict(os.environ))
    lab.main(["--no-browser"])
    served = next(o.partition("=")[2] for o in options if o.startswith("--ServerApp.root_dir"))
    opened = next(o.partition("/lab/tree/")[2] for o in options if o.startswith("--LabApp.default_url"))
    assert "--no-browser" in options
    (Path(served) / opened).write_text("run and saved")  # the notebook that JupyterLab was told to open
    (checkout / "work" / ".ipynb_checkpoints").mkdir()
    (checkout / "work" / ".ipynb_checkpoints" / "00.ipynb").write_text("saved by JupyterLab")
    assert git(checkout, "status", "--porcelain") == ""


def test_a_changed_copy_stays(checkout):
    copied(checkout)
    (checkout / "work" / lab.FIRST).write_text("mine")
    assert copied(checkout) == []
    assert (checkout / "work" / lab.FIRST).read_text() == "mine"


def test_a_copy_that_nobody_changed_follows_its_original(checkout):
    copied(checkout)
    (checkout / "notebooks" / lab.FIRST).write_text("new")
    assert copied(checkout) == []
    assert (checkout / "work" / lab.FIRST).read_text() == "new"
    assert {file.name for file in (checkout / "work").glob("*.ipynb")} == {lab.FIRST, "01_second.ipynb"}


def test_a_changed_copy_is_kept_beside_a_newer_original(checkout):
    copied(checkout)
    for round in ("first", "second"):
        (checkout / "work" / lab.FIRST).write_text(f"mine, {round}")
        (checkout / "notebooks" / lab.FIRST).write_text(f"new, {round}")
        [kept] = copied(checkout)
        assert kept.read_text() == f"mine, {round}"
        assert (checkout / "work" / lab.FIRST).read_text() == f"new, {round}"


def test_a_deleted_copy_comes_back(checkout):
    copied(checkout)
    (checkout / "work" / lab.FIRST).unlink()
    assert copied(checkout) == []
    assert (checkout / "work" / lab.FIRST).read_bytes() == (checkout / "notebooks" / lab.FIRST).read_bytes()
