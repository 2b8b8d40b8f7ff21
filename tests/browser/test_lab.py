"""JupyterLab in a real browser: the first notebook, run, draw, cancel, export; then the other widgets, by keyboard."""

import os
import re
import shutil
import time
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import expect

from tests.browser.lab import browser_page, find_browser, lab, run_all

expect.set_options(timeout=60_000)

ROOT = Path(__file__).parents[2]
NOTEBOOK = Path(os.environ.get("DAIKON_TEST_NOTEBOOK", ROOT / "notebooks" / "00_first_picture.ipynb"))
SCREENSHOTS = ROOT / "runs"
CELLS = [
    """
from helpers import load
from helpers.networks.judge import Judge, JudgeConfig, questions
from helpers.models.daikon import TextToImage
from helpers.probes import asking, probe
from helpers.probes.cache import drawn_by
from helpers.probes.gallery import entries
from helpers.widgets import Board, Gallery, Sentence
from helpers.pictures.blanks import Filled

shipped = load()
judge = Judge(JudgeConfig(width=8, questions=questions(("outfit",))))
words = shipped.tokenizer
model = TextToImage(shipped.dvae, shipped.transformer, shipped.name, shipped.card, judge=judge, tokenizer=words)
asked = [Filled.first("outfit").put("hat", color).facts for color in ("red", "green", "black", "white")]
bar = asking.tqdm
asking.tqdm = lambda **options: bar(**options | {"delay": 0})
failed = entries(probe(model, asked, cache=None))
gallery = {"model": model.name, "checkpoint": drawn_by(model), "note": "An untrained judge.", "entries": failed}
""",
    "Sentence(model, n=4)",
    'Board(model, [("some", asked[:2]), ("others", asked[2:])], ceilings={"some": 0.9})',
    "Gallery(model, gallery)",
]


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """A page, the addresses of notebooks, their folder."""
    browser = find_browser()
    if browser is None and os.environ.get("CI"):
        pytest.fail("No Chromium or Chrome here; continuous integration must have one.")
    if browser is None:
        pytest.skip("No Chromium or Chrome found: install one to test the widgets in a browser.")
    root, scratch = tmp_path_factory.mktemp("notebooks"), tmp_path_factory.mktemp("scratch")
    SCREENSHOTS.mkdir(exist_ok=True)
    with lab(root, scratch) as address, browser_page(browser) as page:
        yield page, address, root


@pytest.fixture
def errors(opened):
    """What scripts of the page could not do."""
    found, page = [], opened[0]

    def remember(error):
        found.append(str(error))

    page.on("pageerror", remember)
    yield found
    page.remove_listener("pageerror", remember)


def watch(canvas, status, until, seconds=60):
    """Collect the different pictures a canvas shows until the status says `until`."""
    seen, end = set(), time.monotonic() + seconds
    while until not in status.inner_text() and time.monotonic() < end:
        seen.add(canvas.evaluate("canvas => canvas.toDataURL()"))
        time.sleep(0.02)
    return seen


def test_studio_in_the_first_notebook(opened, errors):
    page, address, root = opened
    shutil.copy(NOTEBOOK, root)
    notebook = run_all(page, address.format(NOTEBOOK.name))
    studio = notebook.locator(".daikon-panel").first
    status = studio.locator(".daikon-status")
    expect(status).to_contain_text("Ready", timeout=120_000)
    expect(notebook.locator('[data-mime-type="application/vnd.jupyter.error"]')).to_have_count(0)
    prompt = studio.get_by_role("textbox", name="Caption")
    draw, cancel = studio.locator("button.daikon-draw"), studio.locator("button.daikon-cancel")
    pictures = studio.get_by_role("spinbutton", name="Pictures")
    canvas = studio.locator(".daikon-live canvas")
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
    studio.locator("button.daikon-export").click()
    expect(status).to_contain_text("Saved")
    saved = ROOT / re.search(r"Saved (\S+\.png)", status.inner_text()).group(1)
    try:
        assert saved.stat().st_size > 0 and saved.with_suffix(".json").stat().st_size > 0
    finally:
        saved.unlink(missing_ok=True)
        saved.with_suffix(".json").unlink(missing_ok=True)
    status.scroll_into_view_if_needed()
    page.screenshot(path=SCREENSHOTS / "studio.png")
    assert errors == []


@pytest.fixture(scope="module")
def panels(opened):
    """Sentence, board and gallery in one notebook, run."""
    page, address, root = opened
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    metadata = nbformat.read(NOTEBOOK, as_version=4).metadata
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), root / "panels.ipynb")
    notebook = run_all(page, address.format("panels.ipynb"))
    expect(notebook.locator(".daikon-panel")).to_have_count(3, timeout=120_000)
    return notebook.locator(".daikon-panel")


def test_nothing_stays_of_a_progress_bar(opened, panels):
    outputs = opened[0].locator(".jp-Notebook .jp-Cell").first.locator(".jp-OutputArea-child")
    assert outputs.count() >= 1  # what the bar was shown in
    assert all(one.bounding_box()["height"] == 0 for one in outputs.all())


def test_arrows_choose_a_word_of_the_sentence_and_draw_it(opened, panels, errors):
    page, sentence = opened[0], panels.nth(0)
    status, hat = sentence.get_by_role("status"), sentence.get_by_role("combobox", name="hat")
    hat.focus()
    page.keyboard.press("ArrowDown")
    chosen = hat.input_value()
    assert chosen != "blue"
    expect(status).to_contain_text(f"wearing a {chosen} hat")
    expect(status).to_contain_text(re.compile("The judge finds . of 4 right"))
    expect(hat).to_be_focused()
    page.keyboard.press("Control+z")
    expect(hat).to_have_value("blue")
    expect(status).to_contain_text("wearing a blue hat")
    sentence.get_by_role("button", name="What it should look like").click()
    expect(sentence.get_by_role("img", name=re.compile("^a painting of .* blue hat"))).to_be_visible()
    sentence.screenshot(path=SCREENSHOTS / "sentence.png")
    assert errors == []


def test_board_runs_to_its_scores(panels, errors):
    board = panels.nth(1)
    start = board.get_by_role("button", name="Start")
    start.press("Enter")
    expect(board.get_by_role("status")).to_contain_text("Done: 4 captions in 2 groups")
    expect(start).to_be_focused()
    expect(board.get_by_role("img", name=re.compile("^some: .*right"))).to_be_visible()
    expect(board.get_by_role("cell", name="others")).to_be_visible()
    board.screenshot(path=SCREENSHOTS / "board.png")
    assert errors == []


def test_arrows_turn_the_pages_of_the_gallery(opened, panels, errors):
    page, gallery = opened[0], panels.nth(2)
    status, picture = gallery.get_by_role("status"), gallery.get_by_role("img")
    expect(status).to_contain_text(re.compile("1 of .*drawn by"))
    picture.focus()
    page.keyboard.press("ArrowRight")
    expect(status).to_contain_text(re.compile("2 of .*drawn by"))
    expect(picture).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")  # while the page before it is empty
    expect(status).to_contain_text(re.compile("4 of .*drawn by"))
    page.keyboard.press("ArrowLeft")
    expect(status).to_contain_text(re.compile("3 of .*drawn by"))
    expect(picture).to_be_focused()
    gallery.get_by_role("button", name="Copy").press("Enter")
    expect(gallery.get_by_text(re.compile("Copied|Marked"))).to_be_visible()
    gallery.screenshot(path=SCREENSHOTS / "gallery.png")
    assert errors == []
