"""The first notebook in JupyterLab, in a real browser: run all, draw live, cancel, draw again, export."""

import os
import re
import shutil
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.lab import browser_page, find_browser, lab, run_all

ROOT = Path(__file__).parents[2]
NOTEBOOK = Path(os.environ.get("DAIKON_TEST_NOTEBOOK", ROOT / "notebooks" / "00_first_picture.ipynb"))
SCREENSHOT = ROOT / "runs" / "studio.png"


@pytest.fixture
def browser():
    path = find_browser()
    if path is None and os.environ.get("CI"):
        pytest.fail("No Chromium or Chrome here; continuous integration must have one.")
    if path is None:
        pytest.skip("No Chromium or Chrome found: install one to test the widgets in a browser.")
    return path


def watch(canvas, status, until, seconds=60):
    """Collect the different pictures a canvas shows until the status says `until`."""
    seen, end = set(), time.monotonic() + seconds
    while until not in status.inner_text() and time.monotonic() < end:
        seen.add(canvas.evaluate("canvas => canvas.toDataURL()"))
        time.sleep(0.02)
    return seen


def test_studio_in_the_first_notebook(browser, tmp_path):
    root, scratch = tmp_path / "notebooks", tmp_path / "scratch"
    root.mkdir(), scratch.mkdir()
    shutil.copy(NOTEBOOK, root)
    SCREENSHOT.parent.mkdir(exist_ok=True)
    with lab(root, scratch) as address, browser_page(browser) as page:
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        notebook = run_all(page, address.format(NOTEBOOK.name))
        status = notebook.locator(".daikon-status")
        expect(status).to_contain_text("Ready", timeout=120_000)
        expect(notebook.locator('[data-mime-type="application/vnd.jupyter.error"]')).to_have_count(0)
        prompt = notebook.get_by_role("textbox", name="Caption")
        draw, cancel = notebook.locator("button.daikon-draw"), notebook.locator("button.daikon-cancel")
        pictures = notebook.get_by_role("spinbutton", name="Pictures")
        canvas = notebook.locator(".daikon-live canvas")
        prompt.scroll_into_view_if_needed()

        prompt.fill("a fox on the beach at night")
        draw.click()
        expect(status).to_contain_text("Drawing")
        seen = watch(canvas, status, until="Done")
        expect(status).to_contain_text("Done")
        expect(canvas).to_have_attribute("aria-label", re.compile("pictures of “a fox on the beach at night”$"))
        assert len(seen) >= 5

        pictures.fill("32")
        draw.click()
        expect(canvas).to_have_attribute("aria-label", re.compile("tokens drawn"))
        began = time.monotonic()
        cancel.click()
        expect(status).to_contain_text("Cancelled at")
        assert time.monotonic() - began < 5

        pictures.fill("4")
        prompt.fill("a large red block sitting on a small blue block")
        prompt.press("Enter")
        expect(status).to_contain_text("Done: 4 pictures of “a large red block")
        notebook.locator("button.daikon-export").click()
        expect(status).to_contain_text("Saved")
        saved = ROOT / re.search(r"Saved (\S+\.png)", status.inner_text()).group(1)
        try:
            assert saved.stat().st_size > 0 and saved.with_suffix(".json").stat().st_size > 0
        finally:
            saved.unlink(missing_ok=True)
            saved.with_suffix(".json").unlink(missing_ok=True)
        notebook.locator(".daikon-status").scroll_into_view_if_needed()
        page.screenshot(path=SCREENSHOT)
        assert errors == []
