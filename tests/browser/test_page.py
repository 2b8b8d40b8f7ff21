"""The page in a real browser: the same model as in Python, and all that one can do there."""

import base64
import dataclasses
import os
import re

import numpy as np
import pytest
import torch
from playwright.sync_api import expect

from helpers import load, text
from helpers.models import checkpoints
from helpers.models.daikon import TextToImage
from helpers.networks.dvae import DVAEConfig
from helpers.page import Still, figures, site
from helpers.pictures.announcement import figures as announced
from tests.browser.lab import browser_page, find_browser
from tests.browser.page import OPEN, open_page, served
from tests.browser.reader import nameless, told
from tests.browser.test_lab import SCREENSHOTS
from tests.tiny import FSQ, GUMBEL, STREAM, make_dvae, make_model, make_transformer

expect.set_options(timeout=60_000)

OWN = [
    "a fox on the beach at night",
    "  An OWL   made of “glass”, 3rd try! ",
    "들판에 앉은 카피바라",
    "'agi'가 적힌 간판",
]
LOCAL = DVAEConfig(32, 2, 3, 2, 16, 8, 4096, "fsq", (8, 8, 4, 4, 4), "gaussian", 0.5, "local", 16, 1)
SHAPES = {
    "fsq": FSQ,
    "gumbel": GUMBEL,
    "two upsamplings, then a shuffle": LOCAL,
    "no upsampling": dataclasses.replace(FSQ, patch=4, groups=1, blocks=3),
    "odd widths": dataclasses.replace(FSQ, patch=2, groups=2, width=12, init=6, likelihood="logit-laplace", gain=None),
}
CAPTIONS = OWN + [figures.first_caption(name) for name in list(announced())[::2]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The page of the shipped checkpoint."""
    out = tmp_path_factory.mktemp("page")
    for _ in site.write(load(device="cpu", precision="float32"), out):
        pass
    return out


@pytest.fixture(scope="module")
def browser():
    found = find_browser()
    if found is None and os.environ.get("CI"):
        pytest.fail("No Chromium or Chrome here; continuous integration must have one.")
    if found is None:
        pytest.skip("No Chromium or Chrome found: install one to test the page in a browser.")
    SCREENSHOTS.mkdir(exist_ok=True)
    with browser_page(found) as page:
        yield page


@pytest.fixture(scope="module")
def address(folder):
    with served(folder) as where:
        yield where


@pytest.fixture
def opened(browser, address):
    """The page, ready; a test fails if its scripts raise, or if it loads anything from elsewhere."""
    errors, loaded = [], []

    def fail(error):
        errors.append(str(error))

    def remember(request):
        loaded.append(request.url)

    browser.goto("about:blank")  # what the page before still loads is not this page's
    browser.on("pageerror", fail)
    browser.on("request", remember)
    open_page(browser, address)
    yield browser
    browser.remove_listener("pageerror", fail)
    browser.remove_listener("request", remember)
    assert errors == []
    assert [url for url in loaded if not url.startswith((address, "blob:", "data:"))] == []


def stream(config):
    """A tiny transformer's configuration for such tokens."""
    return dataclasses.replace(STREAM, text_vocab=text.default().size, codebook=config.codebook, grid=config.grid)


def assert_same_model(page, model, captions):
    """Greedy tokens, logits at each of their places, and pixels are those of Python."""
    page.evaluate(OPEN)
    page.evaluate("sent => daikonTest.open(sent)", site.sent(model))
    worst = 0
    for caption in captions:
        ours = model.draw(caption, n=1, top_k=1, guidance=1.0, temperature=1.0, top_p=None)
        theirs = page.evaluate("caption => daikonTest.greedy(caption)", caption)
        assert theirs["tokens"] == ours.tokens[0].tolist(), caption
        with torch.inference_mode():
            logits = model.transformer(model._encoded(caption), ours.tokens)[1][0]
        found = np.frombuffer(base64.b64decode(theirs["logits"]), np.float32).reshape(logits.shape)
        worst = max(worst, np.abs(found - logits.numpy()).max())
        pixels = np.array(page.evaluate("tokens => daikonTest.decode(tokens)", theirs["tokens"])).reshape(-1, 4)
        assert np.abs(pixels[:, :3] - np.asarray(ours[0]).reshape(-1, 3).astype(int)).max() <= 1
    print(f"largest difference of a logit: {worst:.1e}")
    assert worst < 1e-3


@pytest.mark.filterwarnings("ignore:the model was never shown", "ignore:the caption has")
def test_the_page_runs_the_same_model_as_python(opened):
    assert len(CAPTIONS) == 20
    assert_same_model(opened, load(device="cpu", precision="float32"), CAPTIONS)


@pytest.mark.filterwarnings("ignore:the model was never shown", "ignore:the caption has")
@pytest.mark.parametrize("config", SHAPES.values(), ids=SHAPES)
def test_every_attention_pattern_and_every_decoder(opened, tmp_path, config):
    tiny = TextToImage(make_dvae(config), make_transformer(stream(config)), "tiny")
    checkpoints.save(tmp_path / "tiny", tiny, {})
    assert_same_model(opened, load(tmp_path / "tiny", "cpu", "float32"), OWN)


@pytest.mark.parametrize("settings", [{}, {"guidance": 1.0, "top_p": 0.9, "temperature": 1.0}])
def test_a_seed_draws_what_it_draws_in_python(opened, settings):
    page, asked = opened, {"n": 3, "seed": 7, "temperature": 0.7, "guidance": 2.0, "top_p": 1.0} | settings
    for name, value in asked.items():
        page.locator(f"#settings [name={name}]").fill(str(value))
    page.get_by_role("textbox", name="Sentence").fill("a large red block sitting on a small blue block")
    page.get_by_role("button", name="Draw", exact=True).click()
    expect(page.locator("#own-sheet .line")).to_contain_text("3 pictures, drawn in")
    found = page.evaluate("Sheet.all.get('own').pictures.map(picture => picture.tokens)")
    model = load(device="cpu", precision="float32")
    ours = model.draw("a large red block sitting on a small blue block", **asked).tokens
    assert (ours == torch.tensor(found)).float().mean() > 0.98  # a tie may fall to either side


def test_a_sentence_is_typed_drawn_and_looked_into(opened):
    page, sheet = opened, opened.locator("#own-sheet")
    page.get_by_role("textbox", name="Sentence").fill("a zeppelin made of glass")
    page.locator("#settings [name=slowly]").check()
    page.keyboard.press("Tab")
    page.get_by_role("textbox", name="Sentence").press("Enter")
    expect(sheet.locator(".line")).to_contain_text("drawn in")
    page.locator("#settings [name=slowly]").uncheck()
    assert int(sheet.locator(".sheet").get_attribute("data-frames")) >= 32  # it was seen to grow
    picture = sheet.get_by_role("slider", name="Picture 2 of 4 of “a zeppelin made of glass”")
    picture.hover(position={"x": 60, "y": 60})
    words = sheet.locator(".inspector p")
    expect(words).to_contain_text(re.compile(r"Token \d+ .* of picture 2: code \d+, probability .*%, entropy .* bits"))
    chosen = sheet.locator(".likeliest button").nth(3)
    code, at = chosen.get_attribute("data-code"), int(re.search(r"Token (\d+)", words.inner_text())[1])
    before = page.evaluate("Sheet.all.get('own').pictures.map(picture => picture.tokens)")
    chosen.click()
    expect(sheet.locator(".line")).to_contain_text(f"Picture 2, from token {at} on, drawn in")
    after = page.evaluate("Sheet.all.get('own').pictures.map(picture => picture.tokens)")
    assert after[1][: at - 1] == before[1][: at - 1] and after[1][at - 1] == int(code)
    assert [after[i] == before[i] for i in (0, 2, 3)] == [True] * 3
    page.screenshot(path=SCREENSHOTS / "page-own.png")


def test_a_word_is_chosen_by_keyboard_and_drawn(opened):
    page, figure = opened, opened.locator("#outfit")
    figure.scroll_into_view_if_needed()
    expect(figure.get_by_text("Drawn when this page was written")).to_be_visible()
    hat = figure.get_by_role("combobox", name="hat")
    hat.focus()
    page.keyboard.press("ArrowDown")
    expect(figure.locator(".line")).to_contain_text("4 pictures, drawn in")
    chosen = hat.locator("option:checked").inner_text().split()[-1]
    assert chosen != "blue"
    truth = figure.get_by_role("img", name=re.compile(f"^What it should look like: .* {chosen} hat"))
    expect(truth).to_be_visible()
    picture = figure.get_by_role("slider", name=re.compile(f"^Picture 1 of 4 of .*{chosen} hat"))
    picture.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(picture).to_have_attribute("aria-valuenow", str(2 + load().grid))
    expect(picture).to_have_attribute("aria-valuetext", re.compile(r"\(row 2, column 2\) .* entropy"))
    page.keyboard.press("Enter")
    expect(figure.locator(".likeliest button").first).to_be_focused()
    figure.screenshot(path=SCREENSHOTS / "page-figure.png")


def test_all_figures_stand_there_and_say_what_they_lack(opened):
    assert [one.get_attribute("id") for one in opened.locator(".figure").all()] == list(announced())
    chimera = opened.locator("#chimera")
    chimera.get_by_role("combobox", name="first").select_option(label="a pikachu")
    expect(chimera).to_contain_text("Our world has no “pikachu”: it shows")
    expect(chimera).to_contain_text("Asked of the model: “a professional high quality")
    unnamed = "[...document.querySelectorAll('canvas')].filter(one => !one.closest('button') && !one.ariaLabel).length"
    assert opened.evaluate(unnamed) == 0


def test_stored_pictures_are_what_the_page_would_draw(opened):
    canvas = opened.locator("#decade .sheet canvas").first
    canvas.scroll_into_view_if_needed()
    painted = "canvas => Array.from(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data)"
    expect(opened.locator("#decade .line")).to_have_text("Drawn when this page was written.")
    stored = np.array(canvas.evaluate(painted))
    canvas.hover()
    expect(opened.locator("#decade .line")).to_contain_text("4 pictures, drawn in")
    drawn = np.array(canvas.evaluate(painted))
    assert stored.std() > 20 and np.abs(stored - drawn).mean() < 8


def test_it_works_from_a_file_on_a_phone_and_in_the_dark(browser, folder):
    browser.set_viewport_size({"width": 360, "height": 740})
    browser.emulate_media(color_scheme="dark")
    try:
        open_page(browser, (folder / "index.html").as_uri())
        assert browser.evaluate("document.scrollingElement.scrollWidth") <= 360
        browser.locator("#country").get_by_role("combobox", name="country").select_option(label="japan")
        expect(browser.locator("#country .line")).to_contain_text("4 pictures, drawn in")
        browser.locator("#country").screenshot(path=SCREENSHOTS / "page-phone.png")
        ground = browser.evaluate("getComputedStyle(document.body).backgroundColor")
        assert max(map(int, re.findall(r"\d+", ground)[:3])) < 64
    finally:
        browser.set_viewport_size({"width": 1280, "height": 1100})
        browser.emulate_media(color_scheme="light")


def test_a_screen_reader_is_told_of_everything(opened):
    assert nameless(opened) == []
    figure = opened.locator("#outfit")
    figure.scroll_into_view_if_needed()
    figure.get_by_role("combobox", name="hat").select_option(label="a red")
    expect(figure.get_by_role("status")).to_contain_text("4 pictures, drawn in")
    figure.get_by_role("slider").first.focus()
    opened.keyboard.press("ArrowRight")
    expect(figure.get_by_role("group", name="The likeliest tokens")).to_be_visible()
    said = [*told(opened, "#outfit")]
    assert (
        ("heading", "Outfit") in said
        and opened.get_by_role("article", name="outfit").count() == 1
        and ("combobox", "gloves") in said
    )
    assert sum(role == "slider" and "wearing a red hat" in name for role, name in said) == 4
    assert any(role == "image" and name.startswith("What it should look like: a painting of") for role, name in said)
    assert sum(role == "button" and name.endswith("draw on from it") for role, name in said) == 5
    assert nameless(opened, "#outfit") == []


@pytest.fixture(scope="module")
def korean(tmp_path_factory):
    """The page of a tiny model whose vocabulary has Korean words."""
    out = tmp_path_factory.mktemp("korean")
    made = TextToImage(make_dvae(LOCAL), make_transformer(stream(LOCAL)), "tiny", {"recommended": {"guidance": 2.0}})
    for _ in site.write(made, out, ["outfit", "country", "decade"]):
        pass
    return out


def test_korean_sentences_are_offered_where_the_model_knows_their_letters(browser, korean):
    open_page(browser, (korean / "index.html").as_uri())
    figure = browser.locator("#outfit")
    expect(figure.locator(".sentence")).to_contain_text("an emoji of a baby")
    browser.get_by_role("combobox", name="Sentences in").select_option(label="한국어")
    expect(figure.locator(".sentence")).to_have_attribute("lang", "ko")
    expect(figure.locator(".line")).to_contain_text("4 pictures, drawn in")
    figure.get_by_role("combobox", name="hat").select_option(label="빨간")
    expect(figure.get_by_role("slider").first).to_have_attribute("aria-label", re.compile("빨간 모자.*펭귄"))
    expect(figure.locator(".line")).to_contain_text("4 pictures, drawn in")
    assert "never shown" not in figure.locator(".line").inner_text()
    assert nameless(browser, "#outfit") == []
    browser.get_by_role("textbox", name="Sentence").fill("들판에 앉은 카피바라")
    browser.get_by_role("button", name="Draw", exact=True).click()
    expect(browser.locator("#own-sheet .line")).to_contain_text("4 pictures, drawn in")
    browser.screenshot(path=SCREENSHOTS / "page-korean.png", full_page=True)
    browser.get_by_role("combobox", name="Sentences in").select_option(label="English")
    expect(figure.locator(".sentence")).to_contain_text("an emoji of a baby")


@pytest.mark.filterwarnings("ignore:the model was never shown")
def test_a_stored_figure_shows_what_is_chosen(browser, tmp_path):
    vary = {"hat": ["blue", "red", "green"], "pants": ["yellow", "black"]}
    path = Still.sentence(make_model(), "outfit", vary, n=4).to_page(tmp_path / "outfit.html")
    browser.goto(path.as_uri())
    browser.get_by_label("hat").select_option("red")
    browser.get_by_label("pants").press("ArrowDown")
    expect(browser.get_by_role("img")).to_have_count(4)
    alts = [picture.get_attribute("alt") for picture in browser.get_by_role("img").all()]
    assert all("red hat" in alt and "black pants" in alt for alt in alts) and len(set(alts)) == 4
    said = browser.locator(".sentence").evaluate(
        "p => [...p.children].map((one) => one.value ?? one.textContent).join('')"
    )
    assert said == "an emoji of a baby penguin wearing a red hat, red gloves, green shirt, and black pants"
    assert nameless(browser) == []
    browser.screenshot(path=SCREENSHOTS / "page-still.png")
    browser.set_viewport_size({"width": 360, "height": 740})
    assert browser.evaluate("document.scrollingElement.scrollWidth") <= 360
    browser.set_viewport_size({"width": 1280, "height": 1100})


def test_the_folder_is_small(folder):
    assert sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) <= 16_000_000
