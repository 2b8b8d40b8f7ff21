"""The sky at an hour, and art in its light, in snow or at night.

Art is drawn once, as by day. Its colours say how it changes: what has the colour GLASS, LAMP or DIAL shines at night,
and a colour that is a key of SNOWED is replaced by snow in winter.
"""

import re
from functools import lru_cache

from PIL import Image, ImageChops, ImageFilter, ImageOps

from helpers.pictures.kit.backdrops import light
from helpers.pictures.kit.sprites import layer, tinted
from helpers.pictures.kit.svg import at, box, disc, line, many, path, star

# hour -> the time whose sky and light it has
TIMES = {"morning": "in the morning", "afternoon": "in the afternoon", "night": "at night", "winter": "during winter"}

GLASS, LAMP, DIAL, LIT = "#8fb6ce", "#ffe27a", "#fffdf0", "#ffdf6b"
FLOODLIT, CANDLE, SNOWLIGHT = (150, 146, 186), (232, 206, 172), (246, 250, 255)
GRASS, GRASS2, LEAF, LEAF2 = "#93d460", "#5fb045", "#4cb050", "#2f7d3a"
SAND, ROAD, PAVE, WATER, WATER2 = "#f0d8a0", "#6b7080", "#c9c5bd", "#4fa8dc", "#7cc4ec"
DUNE, OCHRE, OCHRE2, STRAW, STRAW2 = "#e2bf7a", "#e08a4a", "#c8703a", "#e6c870", "#c9a850"
SNOWED = {
    GRASS: "#ffffff", GRASS2: "#d3e2f0", LEAF: "#eaf3fa", LEAF2: "#a9c4da", SAND: "#f7f5f2", ROAD: "#b9c4d2",
    PAVE: "#f2f6fa", WATER: "#a3cfe6", WATER2: "#cfe7f4", DUNE: "#e3ebf3", OCHRE: "#ffffff", OCHRE2: "#d9dfea",
    STRAW: "#ffffff", STRAW2: "#dbe3ee",
}  # fmt: skip
FLAKES = many(
    lambda x, y: disc(x, y, 2.800, "#ffffff"),
    (8, 8), (26, 32), (46, 22), (72, 8), (80, 30), (104, 40), (120, 12), (8, 56), (44, 66), (120, 72), (8, 92),
    (88, 58), (96, 100), (34, 104), (66, 84), (24, 72), (112, 116), (60, 116),
)  # fmt: skip


def _cloud(x, y, s) -> str:
    return at(path("M-16 6a6 6 0 0 1 2 -11a9 9 0 0 1 16 -4a8 8 0 0 1 13 6a5 5 0 0 1 0 9z", "#ffffff"), x, y, s)


def flock(x, y, color="#3a4f5c") -> str:
    """Birds far away, flying in a V."""
    return many(
        lambda dx, dy: line(f"M{x + dx - 3} {y + dy - 2}L{x + dx} {y + dy}L{x + dx + 3} {y + dy - 2}", color, 1.300),
        (0, 0), (8, -4), (8, 5), (16, -8),
    )  # fmt: skip


_GLOW = (
    '<defs><radialGradient id="st-glow"><stop offset=".3" stop-color="{0}" stop-opacity=".9"/>'
    '<stop offset="1" stop-color="{0}" stop-opacity="0"/></radialGradient></defs>'
    '<circle cx="{1}" cy="{2}" r="{3}" fill="url(#st-glow)"/>'
)
_RAYS = "".join(at(line("M0 -15V-20", "#fff3a0", 3), 108, 18, 1, 45 * k) for k in range(8))
_STARS = many(
    lambda x, y: star(x, y, 4, "#fffbe0", 4, 0.28), (10, 46), (56, 34), (62, 8), (84, 20), (112, 42), (120, 8), (6, 8)
)
_MIST = many(
    lambda x, y, w: box(x, y, w, 5, "#ffffffb0", 2.500), (-10, 60, 60), (74, 66, 70), (-14, 74, 84), (60, 82, 80)
)
# hour -> the sky from top to horizon and what hangs in it: low in the morning, high in the afternoon
SKIES = {
    "morning": (
        ("#4fcdb4", "#b5efb0", "#ffe26a"),
        _GLOW.format("#fff7b0", 16, 44, 34) + disc(16, 44, 13, "#fffbe0") + flock(100, 16) + _MIST,
    ),
    "afternoon": (
        ("#0f62d0", "#2f8cec", "#8fcbfa"),
        _GLOW.format("#fff3a0", 108, 18, 22) + disc(108, 18, 11, "#ffe85a") + _RAYS + _cloud(22, 20, 0.900)
        + _cloud(100, 46, 0.700),
    ),
    "night": (
        ("#060a24", "#101a4a", "#24357a"),
        _GLOW.format("#7f8fe0", 30, 22, 26) + disc(30, 22, 11, "#fdf6d0") + _STARS,
    ),
    "winter": (("#6f8bb8", "#9db6d6", "#d5e2f0"), _cloud(22, 18, 1) + _cloud(104, 24, 1)),
}  # fmt: skip
# hour -> what is seen through a window
HILLS = path("M0 40Q24 26 52 36T128 32V48H0Z", GRASS2) + many(
    lambda x, h: path(f"M{x} {40 - h}L{x + 7} 40H{x - 7}Z", LEAF), (52, 18), (112, 14)
)
OUTSIDE = {
    "morning": disc(38, 32, 10, "#fffbe0") + HILLS,
    "winter": HILLS + path("M8 40Q14 33 30 36T60 34V48H8ZM66 40Q80 32 96 36T120 33V48H66Z", "#ffffff"),
}
COLOR = re.compile(r'"(#[0-9a-fA-F]{3,8}|white)"')


@lru_cache(maxsize=64)
def sky(hour: str, pixels: int, flip: bool = False) -> Image.Image:
    """The sky at an hour as an RGB image."""
    (top, middle, low), signs = SKIES[hour]
    image = layer(
        f'<defs><linearGradient id="st-sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{top}"/>'
        f'<stop offset=".35" stop-color="{middle}"/><stop offset=".7" stop-color="{low}"/></linearGradient></defs>'
        f'<rect width="128" height="128" fill="url(#st-sky)"/>{signs}',
        pixels,
    ).convert("RGB")
    return ImageOps.mirror(image) if flip else image


@lru_cache(maxsize=2048)
def sight(art: str, hour: str, pixels: int, flip: bool = False) -> Image.Image:
    """Art under the sky of an hour, as a cached RGB image; do not change it."""
    image = sky(hour, pixels).copy()
    over = lit(art, hour, pixels)
    image.paste(over, (0, 0), over)
    if hour == "winter":
        snow(image)
    return ImageOps.mirror(image) if flip else image


def snow(image: Image.Image) -> None:
    """Add falling snow in front of the picture."""
    flakes = layer(FLAKES, image.width)
    image.paste(flakes, (0, 0), flakes)


@lru_cache(maxsize=1024)
def table(art: str, hour: str, pixels: int, flip: bool = False) -> Image.Image:
    """Art indoors, before a window that shows the hour, as a cached RGB image; do not change it."""
    image = sky(hour, pixels).copy()
    view = lit(OUTSIDE.get(hour, HILLS), hour, pixels)
    image.paste(view, (0, 0), view)
    if hour == "winter":
        snow(image)
    over = tinted(lit(art, "afternoon", pixels), CANDLE if hour == "night" else (255, 255, 255))
    image.paste(over, (0, 0), over)
    return ImageOps.mirror(image) if flip else image


@lru_cache(maxsize=1024)
def lit(art: str, hour: str, pixels: int) -> Image.Image:
    """Art in the light of an hour, as an RGBA layer."""
    if hour == "winter":
        art = COLOR.sub(lambda color: f'"{SNOWED.get(color[1], color[1])}"', art)
        return tinted(layer(art, pixels), SNOWLIGHT)
    over = layer(art, pixels)
    shaded = ImageChops.multiply(over.convert("RGB"), _fall(pixels))
    shaded = Image.merge("RGBA", (*shaded.split(), over.getchannel("A")))
    over = tinted(shaded, FLOODLIT if hour == "night" else light(TIMES[hour]).tint)
    return _with_lamps(over, art, pixels) if hour == "night" else over


def _with_lamps(over: Image.Image, art: str, pixels: int) -> Image.Image:
    """Lamps and windows shine and cast a little glow around them."""
    shining = layer(COLOR.sub(lambda c: '"#ffffff"' if c[1] in (GLASS, LAMP, DIAL) else '"#000000"', art), pixels)
    mask = ImageChops.multiply(shining.convert("L"), shining.getchannel("A"))
    rgb = over.convert("RGB")
    glow = mask.filter(ImageFilter.GaussianBlur(pixels / 28))
    rgb = ImageChops.screen(rgb, ImageOps.colorize(glow, "#000000", "#c08a30"))
    rgb.paste(LIT, (0, 0), mask)
    return Image.merge("RGBA", (*rgb.split(), over.getchannel("A")))


@lru_cache(maxsize=16)
def _fall(pixels: int) -> Image.Image:
    """Light that falls off a little from top to bottom."""
    ramp = Image.new("L", (1, 2))
    ramp.putdata([255, 218])
    return Image.merge("RGB", [ramp.resize((pixels, pixels), Image.Resampling.BILINEAR)] * 3)
