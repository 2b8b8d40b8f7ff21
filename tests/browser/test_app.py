"""The app that `make app` serves, in a real browser: draw in the studio, choose a word, point at a token."""

import os
import re

import pytest
from playwright.sync_api import expect

from tests.browser.lab import app, browser_page, find_browser
from tests.browser.test_lab import ROOT, SCREENSHOTS

NOTEBOOK = ROOT / "helpers" / "widgets" / "app.ipynb"


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The app, open in a browser."""
    browser = find_browser()
    if browser is None and os.environ.get("CI"):
        pytest.fail("No Chromium or Chrome here; continuous integration must have one.")
    if browser is None:
        pytest.skip("No Chromium or Chrome found: install one to test the app in a browser.")
    SCREENSHOTS.mkdir(exist_ok=True)
    with app(NOTEBOOK, tmp_path_factory.mktemp("scratch")) as address, browser_page(browser) as page:
        page.goto(address, timeout=180_000)
        page.get_by_role("tab", name="Studio").wait_for(timeout=180_000)
        yield page


def panel(page, name):
    """Turn to a tab; returns its panel."""
    page.get_by_role("tab", name=name).click()
    return page.locator(".daikon-panel:visible")


def test_the_studio_draws_what_is_typed(page):
    studio = panel(page, "Studio")
    studio.get_by_role("textbox", name="Caption").fill("a red dress")
    studio.get_by_role("button", name="Draw").click()
    expect(studio.get_by_role("status")).to_contain_text("of “a red dress”", timeout=120_000)
    expect(studio.locator(".daikon-live canvas")).to_have_attribute("aria-label", re.compile("of “a red dress”$"))
    page.screenshot(path=SCREENSHOTS / "app.png")


def test_a_word_of_the_sentence_is_chosen(page):
    sentence = panel(page, "Sentence")
    hat = sentence.get_by_role("combobox", name="hat")
    hat.select_option("red")
    expect(sentence.get_by_role("status")).to_contain_text("wearing a red hat", timeout=120_000)


def test_the_inspector_says_what_was_foreseen(page):
    inspector = panel(page, "Inspector")
    inspector.locator(".daikon-grid canvas").click()
    expect(inspector.get_by_text(re.compile(r"Row \d, column \d: code"))).to_be_visible(timeout=120_000)


def test_no_code_is_shown_and_nothing_failed(page):
    expect(page.get_by_text("from helpers import load")).to_have_count(0)
    expect(page.locator('[data-mime-type="application/vnd.jupyter.error"]')).to_have_count(0)
