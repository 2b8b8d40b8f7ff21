"""Record Studio as it draws with the shipped model: `python -m tests.browser.recording`."""

import argparse
import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.lab import app, browser_page, find_browser
from tests.browser.test_app import NOTEBOOK, ROOT, panel

CAPTIONS = (
    "an emoji of a baby penguin wearing a blue hat, red gloves, green shirt, and yellow pants",
    "a green clock in the shape of a pentagon",
    "a loft bedroom with a white bed next to a nightstand. there is a fish tank standing beside the bed.",
)
WIDTH = 640  # of the window
PACE, REST = 90, 2500  # milliseconds that a frame stays, and a finished drawing
COLORS = 64


def frames(page: Page, studio: Locator, caption: str) -> list[tuple[Image.Image, int]]:
    """(screenshot, milliseconds it stays) from the click on Draw to the finished drawing."""
    box = studio.get_by_role("textbox", name="Caption")
    box.fill(caption)
    studio.get_by_role("button", name="Draw").click()
    taken = []
    while not taken or caption not in studio.get_by_role("status").inner_text():
        taken.append((Image.open(io.BytesIO(studio.screenshot())).convert("RGB"), PACE))
    expect(studio.locator(".daikon-live canvas")).to_be_visible()
    page.wait_for_timeout(300)
    return [*taken, (Image.open(io.BytesIO(studio.screenshot())).convert("RGB"), REST)]


def record(out: Path) -> None:
    """Draw each caption in Studio, and write what was seen as an animation."""
    with (
        tempfile.TemporaryDirectory() as scratch,
        app(NOTEBOOK, Path(scratch)) as address,
        browser_page(find_browser()) as page,
    ):
        page.set_viewport_size({"width": WIDTH, "height": 600})
        page.goto(address, timeout=180_000)
        page.get_by_role("tab", name="Studio").wait_for(timeout=180_000)
        studio = panel(page, "Studio")
        taken = [one for caption in CAPTIONS for one in frames(page, studio, caption)]
    high = max(image.height for image, _ in taken)
    pages = []
    for image, _ in taken:
        whole = Image.new("RGB", (image.width, high), "white")
        whole.paste(image)
        pages.append(whole.quantize(COLORS, dither=Image.Dither.NONE))
    pages[0].save(out, save_all=True, append_images=pages[1:], duration=[stay for _, stay in taken], loop=0)
    print(f"{out}: {len(pages)} frames, {out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.browser.recording", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "checkpoints" / "studio.gif", help="default: %(default)s")
    record(parser.parse_args().out)
