"""Where sights stand: a sky by the hour, and art that is lit, snowed on or in the dark.

Art is drawn once, by day. Its colours say what becomes of it: whatever is painted in GLASS,
LAMP or DIAL shines at night, and what is painted in a key of SNOWED lies under snow in winter.
"""

import re
from functools import lru_cache

from PIL import Image, ImageChops, ImageFilter, ImageOps

from helpers.pictures.backdrops import HOURS, light
from helpers.pictures.pen import disc, many
from helpers.pictures.sprites import layer, tinted

# hour -> the time whose sky and light it has
TIMES = {"morning": "in the morning", "afternoon": "in the afternoon", "night": "at night", "winter": "during winter"}

GLASS, LAMP, DIAL, LIT = "#8fb6ce", "#ffe27a", "#fffdf0", "#ffdf6b"
FLOODLIT, CANDLE = (150, 146, 186), (232, 206, 172)
GRASS, GRASS2, LEAF, LEAF2 = "#93d460", "#5fb045", "#4cb050", "#2f7d3a"
SAND, ROAD, PAVE, WATER, WATER2 = "#f0d8a0", "#6b7080", "#c9c5bd", "#4fa8dc", "#7cc4ec"
SNOWED = {
    GRASS: "#ffffff", GRASS2: "#d3e2f0", LEAF: "#eaf3fa", LEAF2: "#a9c4da", SAND: "#f7f5f2", ROAD: "#b9c4d2",
    PAVE: "#f2f6fa", WATER: "#a3cfe6", WATER2: "#cfe7f4",
}  # fmt: skip
FLAKES = many(
    lambda x, y: disc(x, y, 3, "#ffffff"),
    (8, 8), (40, 24), (72, 8), (104, 40), (120, 12), (8, 56), (44, 66), (120, 72), (8, 92), (88, 60), (96, 100),
)  # fmt: skip
COLOR = re.compile(r'"(#[0-9a-fA-F]{3,8}|white)"')


@lru_cache(maxsize=64)
def sky(hour: str, pixels: int, flip: bool = False) -> Image.Image:
    """The sky at an hour as an RGB image."""
    time = HOURS[TIMES[hour]]
    top, middle, low = time.sky
    image = layer(
        f'<defs><linearGradient id="st-sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{top}"/>'
        f'<stop offset=".4" stop-color="{middle}"/><stop offset=".75" stop-color="{low}"/></linearGradient></defs>'
        f'<rect width="128" height="128" fill="url(#st-sky)"/>{time.sign}',
        pixels,
    ).convert("RGB")
    return ImageOps.mirror(image) if flip else image


@lru_cache(maxsize=2048)
def sight(art: str, hour: str, pixels: int, flip: bool = False) -> Image.Image:
    """Art under the sky of an hour, as an RGB image that must not be drawn on."""
    image = sky(hour, pixels).copy()
    over = lit(art, hour, pixels)
    image.paste(over, (0, 0), over)
    if hour == "winter":
        flakes = layer(FLAKES, pixels)
        image.paste(flakes, (0, 0), flakes)
    return ImageOps.mirror(image) if flip else image


@lru_cache(maxsize=1024)
def table(art: str, hour: str, pixels: int, flip: bool = False) -> Image.Image:
    """Art indoors, before a window that shows the hour, as an RGB image that must not be drawn on."""
    image = sky(hour, pixels).copy()
    if hour == "winter":
        flakes = layer(FLAKES, pixels)
        image.paste(flakes, (0, 0), flakes)
    over = tinted(lit(art, "afternoon", pixels), CANDLE if hour == "night" else (255, 255, 255))
    image.paste(over, (0, 0), over)
    return ImageOps.mirror(image) if flip else image


@lru_cache(maxsize=1024)
def lit(art: str, hour: str, pixels: int) -> Image.Image:
    """Art in the light of an hour, as an RGBA layer."""
    if hour == "winter":
        art = COLOR.sub(lambda color: f'"{SNOWED.get(color[1], color[1])}"', art)
    over = layer(art, pixels)
    shaded = ImageChops.multiply(over.convert("RGB"), _fall(pixels))
    shaded = Image.merge("RGBA", (*shaded.split(), over.getchannel("A")))
    over = tinted(shaded, FLOODLIT if hour == "night" else light(TIMES[hour]).tint)
    return _with_lamps(over, art, pixels) if hour == "night" else over


def _with_lamps(over: Image.Image, art: str, pixels: int) -> Image.Image:
    """What is made of glass or lamp shines, and glows a little on what is round it."""
    shining = layer(COLOR.sub(lambda c: '"#ffffff"' if c[1] in (GLASS, LAMP, DIAL) else '"#000000"', art), pixels)
    mask = ImageChops.multiply(shining.convert("L"), shining.getchannel("A"))
    rgb = over.convert("RGB")
    glow = mask.filter(ImageFilter.GaussianBlur(pixels / 28))
    rgb = ImageChops.screen(rgb, ImageOps.colorize(glow, "#000000", "#c08a30"))
    rgb.paste(LIT, (0, 0), mask)
    return Image.merge("RGBA", (*rgb.split(), over.getchannel("A")))


@lru_cache(maxsize=16)
def _fall(pixels: int) -> Image.Image:
    """Light that falls off a little from the top to the foot of the picture."""
    ramp = Image.new("L", (1, 2))
    ramp.putdata([255, 218])
    return Image.merge("RGB", [ramp.resize((pixels, pixels), Image.Resampling.BILINEAR)] * 3)
