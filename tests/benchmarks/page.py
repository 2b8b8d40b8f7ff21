"""How fast a checkpoint draws in a browser, as the page's reader sees it."""

import tempfile
from pathlib import Path

from helpers.models.daikon import TextToImage
from helpers.page import site
from tests.browser.lab import browser_page, find_browser
from tests.browser.page import open_page, served

DRAW = """
([caption, n]) => new Promise((done) => {
  const sheet = Sheet.all.get("own");
  const began = performance.now();
  let first = null;
  sheet.show = (data, wish) => {
    Sheet.prototype.show.call(sheet, data, wish);
    first ??= (performance.now() - began) / 1000;
    if (data.tokens) done([first, (performance.now() - began) / 1000]);
  };
  sheet.draw({ caption, ...settings(), n });
})
"""


def in_browser(model: TextToImage, caption: str, counts: list[int], rounds: int = 5) -> dict[int, tuple[float, float]]:
    """n -> seconds from a choice to the first tokens and to n pictures, each the least of a few rounds.

    Empty where there is no browser.
    """
    if (browser := find_browser()) is None:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        for _ in site.write(model, Path(folder), ["outfit"]):
            pass
        with served(Path(folder)) as address, browser_page(browser) as page:
            open_page(page, address)
            taken = {n: [page.evaluate(DRAW, [caption, n]) for _ in range(rounds)] for n in counts}
    return {n: tuple(map(min, zip(*runs, strict=True))) for n, runs in taken.items()}
