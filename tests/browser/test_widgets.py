"""Inspector, Canvas, Curator and Chat in JupyterLab in a real browser, by mouse and by keyboard, light and dark."""

import os
import re

import nbformat
import pytest
from playwright.sync_api import expect

from tests.browser.lab import run_all
from tests.browser.reader import nameless, told
from tests.browser.test_lab import NOTEBOOK, SCREENSHOTS, errors, opened  # noqa: F401 fixtures

CELLS = [
    """
from helpers import load
from helpers.widgets import Canvas, Chat, Curator, Inspector, Studio

model = load(device="cpu")
drawing = model.draw("a fox on the beach at night", n=2, seed=0)
""",
    "Inspector(model, drawing)",
    "Canvas(model, drawing, n=2)",
    "Curator(model, model.draw_each(['a red dress', 'a fox on the beach at night'], n=4))",
    "Chat(model, n=3)",
    "Studio(model, 'a fox on the beach ' * 20, n=2)",
    """
from types import SimpleNamespace
import torch
from PIL import Image
from helpers.models.drawing import Drawing
from helpers.sampling import Settings

colors = [(i % 256, 7 * i % 256, 99) for i in range(3000)]
many = Drawing([Image.new("RGB", (64, 64), c) for c in colors], torch.zeros(3000, 64), "x", Settings(3000), "many")
Curator(SimpleNamespace(name="many", device="cpu", ranker=None), [many])
""",
    "import time; time.sleep(4)",
]
INSPECTOR, CANVAS, CURATOR, CHAT, STUDIO, MANY = range(6)
# Frames a second while a box scrolls, and the share of them that the box has drawn.
FRAMES = """async box => { const gaps = [], began = performance.now(), before = +box.dataset.drawn;
  let last = began;
  while (last - began < 2000) { box.scrollTop += 40; await new Promise(requestAnimationFrame);
    gaps.push(performance.now() - last); last = performance.now(); }
  gaps.sort((a, b) => a - b);
  return [1000 / gaps[gaps.length >> 1], (box.dataset.drawn - before) / gaps.length]; }"""


@pytest.fixture(scope="module")
def panels(opened):  # noqa: F811
    """The panels in one notebook, run."""
    page, address, root = opened
    metadata = nbformat.read(NOTEBOOK, as_version=4).metadata
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), root / "new.ipynb")
    notebook = run_all(page, address.format("new.ipynb"))
    expect(notebook.locator(".daikon-panel")).to_have_count(6, timeout=180_000)
    return notebook.locator(".daikon-panel")


def status(panel):
    return panel.get_by_role("status")


def at(grid, row, column, side=8):
    """Screen position of a cell's middle."""
    box = grid.bounding_box()
    return box["x"] + (column + 0.5) * box["width"] / side, box["y"] + (row + 0.5) * box["height"] / side


def test_inspector_by_mouse_and_keyboard(opened, panels, errors):  # noqa: F811
    page, inspector = opened[0], panels.nth(INSPECTOR)
    grid = inspector.locator(".daikon-grid canvas")
    expect(status(inspector)).to_contain_text("Point at a token")
    grid.scroll_into_view_if_needed()
    page.mouse.move(*at(grid, 2, 3))
    expect(inspector.get_by_text("Row 3, column 4: code")).to_be_visible()
    page.mouse.click(*at(grid, 4, 4))
    page.mouse.move(*at(grid, 6, 6))
    expect(inspector.get_by_text("Row 5, column 5: code")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(inspector.get_by_text("Row 5, column 6: code")).to_be_visible()
    expect(inspector.get_by_role("cell", name="beach")).to_be_visible()
    page.keyboard.press("2")
    page.keyboard.press("d")
    expect(status(inspector)).to_contain_text("Drawn on from code")
    expect(grid).to_be_focused()
    page.keyboard.press("u")
    expect(status(inspector)).to_contain_text("Undone")
    inspector.get_by_role("combobox", name="Layer").select_option("2")
    assert errors == []


def test_canvas_by_mouse_and_keyboard(opened, panels, errors):  # noqa: F811
    page, canvas = opened[0], panels.nth(CANVAS)
    grid = canvas.locator(".daikon-grid canvas")
    grid.scroll_into_view_if_needed()
    page.mouse.move(*at(grid, 2, 2))
    page.mouse.down()
    page.mouse.move(*at(grid, 2, 4), steps=8)
    page.mouse.up()
    expect(grid).to_have_attribute("aria-label", re.compile("3 of 64 cells marked"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press(" ")
    expect(grid).to_have_attribute("aria-label", re.compile("4 of 64 cells marked"))
    expect(canvas.get_by_text("kept cells come after")).to_be_visible()
    draw = canvas.get_by_role("button", name="Draw", exact=True)
    draw.press("Enter")
    expect(status(canvas)).to_contain_text("Choose one of the drawings")
    expect(draw).to_be_focused()
    wall = canvas.get_by_role("listbox")
    wall.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(status(canvas)).to_contain_text("Going on with drawing 2")
    canvas.get_by_role("button", name="Undo").click()
    data = page.evaluate_handle(
        """() => new Promise(done => { const c = new OffscreenCanvas(90, 60), p = c.getContext("2d");
        p.fillStyle = "orange"; p.fillRect(0, 0, 90, 60); c.convertToBlob().then(blob => {
        const d = new DataTransfer(); d.items.add(new File([blob], "mine.png")); done(d); }); })"""
    )
    grid.dispatch_event("drop", {"dataTransfer": data})
    expect(status(canvas)).to_contain_text("This is your picture")
    assert errors == []


def test_curator_by_mouse_and_keyboard(opened, panels, errors):  # noqa: F811
    page, curator = opened[0], panels.nth(CURATOR)
    expect(status(curator)).to_contain_text("Done: 8 pictures")
    wall = curator.get_by_role("listbox")
    wall.scroll_into_view_if_needed()
    wall.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("s")
    expect(curator.get_by_text("1 of 8 starred")).to_be_visible()
    box = wall.bounding_box()
    page.mouse.click(box["x"] + 8 + 104 + 88, box["y"] + 16)
    expect(curator.get_by_text("2 of 8 starred")).to_be_visible()
    page.keyboard.press("c")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("c")
    expect(curator.get_by_role("img", name=re.compile("side by side: design 2.*design 3"))).to_be_visible()
    curator.get_by_role("combobox", name="Order").select_option("best first")
    curator.get_by_role("button", name="Starred only").click()
    expect(curator.get_by_text("2 shown")).to_be_visible()
    assert errors == []


def test_three_thousand_designs_scroll_at_thirty_frames_a_second(panels):
    many = panels.nth(MANY)
    expect(status(many)).to_contain_text("Done: 3000 pictures")
    wall = many.get_by_role("listbox")
    wall.scroll_into_view_if_needed()
    frames, drawn = wall.evaluate(FRAMES)
    share = max(1, os.getloadavg()[0] / os.cpu_count())  # how many want each core: less than 1 is a free one
    print(f"{frames:.0f} frames a second, {share:.1f} processes a core")
    assert frames >= 30 / share and drawn >= 0.9


def test_three_thousand_designs_are_one_canvas_and_few_images(panels):
    wall = panels.nth(MANY).get_by_role("listbox")
    wall.evaluate("async box => { box.scrollTop = box.scrollHeight; await new Promise(requestAnimationFrame); }")
    nodes, images, area = wall.evaluate(
        """box => [box.querySelectorAll("*").length, box.querySelectorAll("img, picture, svg").length,
        box.querySelector("canvas").clientHeight / box.clientHeight]"""
    )
    assert nodes <= 3 and images == 0 and area <= 1  # whatever is scrolled to, what is in view alone is drawn


def test_chat_by_keyboard(panels, errors):  # noqa: F811
    chat = panels.nth(CHAT)
    prompt = chat.get_by_role("textbox", name="You")
    for said, answer in (
        ("a penguin wearing a blue hat", "Done: 3 pictures"),
        ("make the hat red", "wearing a red hat"),
        ("at night", "cannot be said of this kind"),
        ("two more", "Done: 2 pictures"),
        ("what is in the third?", "reads number 3 as"),
        ("the second again but in Korean style of words", "빨간 모자"),
    ):
        prompt.fill(said)
        prompt.press("Enter")
        expect(status(chat)).to_contain_text(answer)
        expect(prompt).to_be_focused()
        expect(chat.locator(".daikon-cancel.daikon-off")).to_have_count(1)
    expect(chat.locator(".daikon-turns > *").last).to_be_in_viewport()  # the log is scrolled to its end
    assert errors == []


def test_studio_tells_a_cut_caption_and_ranks(opened, panels, errors):  # noqa: F811
    studio = panels.nth(STUDIO)
    draw = studio.locator("button.daikon-draw")
    draw.press("Enter")
    expect(status(studio)).to_contain_text("and the model reads 63: cut after")
    expect(draw).to_be_focused()
    studio.locator("button.daikon-rank").click()
    expect(status(studio)).to_contain_text("Best first")
    studio.locator("button.daikon-undo").click()
    studio.locator("button.daikon-redo").click()
    expect(status(studio)).to_contain_text("On show")
    assert errors == []


def test_a_screen_reader_is_told_of_everything(opened, panels):  # noqa: F811
    page = opened[0]
    assert nameless(page, ".daikon-panel") == []
    for panel in panels.all():
        line = panel.get_by_role("status")
        expect(line).to_have_count(1)
        expect(line).to_have_attribute("aria-live", "polite")
    said = [*told(page, ".daikon-panel")]
    assert ("listbox", "the designs: s stars, c compares, u undoes") in said
    assert sum(role == "application" for role, _ in said) == 2  # the grids of Inspector and Canvas
    assert any(role == "textbox" and name == "You" for role, name in said)


@pytest.mark.parametrize("theme", ["Light", "Dark"])
@pytest.mark.parametrize("width", [1280, 800])
def test_looks(opened, panels, theme, width):  # noqa: F811
    page = opened[0]
    page.set_viewport_size({"width": width, "height": 1100})
    page.evaluate(f"window.jupyterapp?.commands.execute('apputils:change-theme', {{theme: 'JupyterLab {theme}'}})")
    page.wait_for_timeout(1500)
    for name, number in (("inspector", INSPECTOR), ("canvas", CANVAS), ("curator", CURATOR), ("chat", CHAT)):
        panel = panels.nth(number)
        panel.scroll_into_view_if_needed()
        page.wait_for_timeout(300)
        panel.screenshot(path=SCREENSHOTS / f"{name}-{theme.lower()}-{width}.png")
        assert panel.evaluate("e => e.scrollWidth <= e.clientWidth + 1"), f"{name} is cut at {width} px"


def test_a_click_while_the_kernel_is_busy_is_answered_and_a_restart_leaves_a_sentence(opened, panels):  # noqa: F811
    page = opened[0]
    page.set_viewport_size({"width": 1280, "height": 1100})
    studio = panels.nth(STUDIO)
    cell = page.locator(".jp-Notebook .jp-Cell").last
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    expect(cell.locator(".jp-InputPrompt")).to_have_text("[*]:")
    studio.locator("button.daikon-draw").click()
    # Newer kernels hear it beside the running cell, older ones after it.
    expect(status(studio)).to_contain_text(re.compile("waiting for the kernel|Drawing"), timeout=1500)
    expect(status(studio)).to_contain_text("Done", timeout=30_000)
    page.evaluate("() => void window.jupyterapp.commands.execute('kernelmenu:restart')")
    page.get_by_role("button", name="Confirm Kernel Restart").click()
    expect(status(studio)).to_contain_text("The kernel that made this is gone")
