"""A fresh clone in which a notebook was opened as `make lab` opens it, run and saved: git has nothing to say."""

import os
import shutil
import subprocess
import time

import pytest
from playwright.sync_api import expect

from tests.browser.lab import browser_page, find_browser, lab, run_all
from tests.browser.test_lab import ROOT

NAME = "00_first_picture.ipynb"


def git(*words, cwd):
    return subprocess.run(["git", *words], cwd=cwd, check=True, capture_output=True, text=True).stdout


@pytest.mark.skipif(shutil.which("git") is None or not (ROOT / ".git").exists(), reason="this is no git checkout")
def test_run_all_and_save_leaves_git_clean(tmp_path):
    browser = find_browser()
    if browser is None and os.environ.get("CI"):
        pytest.fail("No Chromium or Chrome here; continuous integration must have one.")
    if browser is None:
        pytest.skip("No Chromium or Chrome found: install one to run a notebook in a browser.")
    clone, scratch = tmp_path / "clone", tmp_path / "scratch"
    scratch.mkdir()
    git("clone", "-q", "--depth=1", f"file://{ROOT}", str(clone), cwd=tmp_path)
    original = clone / "notebooks" / NAME
    with lab(clone, scratch, "helpers.lab") as address, browser_page(browser) as page:
        notebook = run_all(page, address.format(f"work/{NAME}"))
        expect(notebook.locator(".daikon-panel").first).to_be_visible(timeout=300_000)
        page.keyboard.press("Control+s")
        end = time.monotonic() + 60
        while (clone / "work" / NAME).read_bytes() == original.read_bytes() and time.monotonic() < end:
            time.sleep(0.2)
    assert (clone / "work" / NAME).read_bytes() != original.read_bytes()  # it was saved
    assert git("status", "--porcelain", cwd=clone) == ""
