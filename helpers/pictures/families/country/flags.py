"""Twenty flags in their own proportions, and how one flies on a pole."""

from functools import lru_cache
from math import cos, pi, sin

import numpy as np
from PIL import Image

from helpers.pictures.families.country.ground import pine
from helpers.pictures.families.country.stage import GLASS, GRASS, GRASS2
from helpers.pictures.kit.sprites import layer
from helpers.pictures.kit.svg import at, box, disc, line, many, oval, path, star

RED, WHITE, BLACK = "#d7263d", "#ffffff", "#1c1c20"


def _bands(width, height, *colors, down=True) -> str:
    """Equal stripes, one below the other or side by side."""
    n = len(colors)
    if down:
        return "".join(box(0, k * height / n, width, height / n, c) for k, c in enumerate(colors))
    return "".join(box(k * width / n, 0, width / n, height, c) for k, c in enumerate(colors))


def _union(width, height) -> str:
    """The union flag in a box."""
    w, h = width, height
    return (
        f'<svg width="{w}" height="{h}" viewBox="0 0 60 30" preserveAspectRatio="none">'
        + box(0, 0, 60, 30, "#0a2a72")
        + line("M0 0L60 30M60 0L0 30", WHITE, 6)
        + '<path d="M0 0L30 15M60 30L30 15" stroke="#c8102e" stroke-width="2" transform="translate(0 1)"/>'
        + '<path d="M60 0L30 15M0 30L30 15" stroke="#c8102e" stroke-width="2" transform="translate(0 -1)"/>'
        + box(0, 10, 60, 10, WHITE) + box(25, 0, 10, 30, WHITE)
        + box(0, 12, 60, 6, "#c8102e") + box(27, 0, 6, 30, "#c8102e")
        + "</svg>"
    )  # fmt: skip


def _trigram(x, y, turn, broken) -> str:
    bars = "".join(
        box(-6, -5 + 4 * k, 12, 2.6, BLACK) + (box(-0.8, -5.2 + 4 * k, 1.6, 3, WHITE) if gap else "")
        for k, gap in enumerate(broken)
    )
    return at(bars, x, y, 1, turn)


_KOREA = (
    box(0, 0, 90, 60, WHITE)
    + at(
        disc(0, 0, 15, "#cd2e3a") + path("M-15 0A7.5 7.5 0 0 0 0 0A7.5 7.5 0 0 1 15 0A15 15 0 0 1 -15 0Z", "#0047a0"),
        45, 30, 1, 34,
    )
    + _trigram(19, 13, -56, (0, 0, 0)) + _trigram(71, 13, 56, (1, 0, 1))
    + _trigram(19, 47, 56, (0, 1, 0)) + _trigram(71, 47, -56, (1, 1, 1))
)  # fmt: skip
_WHEEL = (
    f'<circle cx="45" cy="30" r="8" fill="none" stroke="#0a2a8a" stroke-width="1.8"/>{disc(45, 30, 2, "#0a2a8a")}'
    + "".join(
        line(f"M45 30L{45 + 8 * cos(k * pi / 6):.2f} {30 + 8 * sin(k * pi / 6):.2f}", "#0a2a8a", 0.8)
        for k in range(12)
    )
)  # fmt: skip
_ARMS = (
    line("M44 27Q46 43 52.5 44Q59 43 61 27", "#3f8f3a", 3)
    + path("M45 22Q51 19 52 25Q56 18 61 21Q60 31 55 35L50 35Q45 30 45 22Z", "#8a5a2a")
    + path("M49 34h8l-2 4h-4z", "#5fae9a") + disc(53.500, 21, 2.400, "#6b4420")
)  # fmt: skip
_SHIELD = (
    line("M34 12L56 48M56 12L34 48", "#ffffff", 2)
    + oval(45, 30, 8.500, 15, "#bb1f2d") + path("M36.5 30Q38 19 41 18V42Q38 41 36.5 30Z", BLACK)
    + path("M53.5 30Q52 19 49 18V42Q52 41 53.5 30Z", BLACK) + oval(45, 30, 2, 10, WHITE)
)  # fmt: skip
_EAGLE = path("M45 22l4 3l7-1l-2 14l-5 1l1 3h-10l1-3l-5-1l-2-14l7 1z", "#c8963c")
_LEAF = (
    "M0-10L1.8-6.6L3.8-7.7L3-3L5.3-5.3L6-4L8.8-4.4L7.8-1.6L9.2-.9L4.8 2.6L5.3 4.4L.6 3.8L.8 9H-.8L-.6 3.8L-5.3 4.4"
    "L-4.8 2.6L-9.2-.9L-7.8-1.6L-8.8-4.4L-6-4L-5.3-5.3L-3-3L-3.8-7.7L-1.8-6.6Z"
)
_NORWAY = (
    box(0, 0, 88, 64, "#c8242f") + box(24, 0, 16, 64, WHITE) + box(0, 24, 88, 16, WHITE)
    + box(28, 0, 8, 64, "#0a2a63") + box(0, 28, 88, 8, "#0a2a63")
)  # fmt: skip
_STATES = (
    _bands(114, 60, *("#b22234" if k % 2 == 0 else WHITE for k in range(13)))
    + box(0, 0, 46, 32.300, "#3c3b6e")
    + many(lambda x, y: star(x, y, 2.300, WHITE), *((4.6 + 7.4 * x, 4 + 6 * y) for x in range(6) for y in range(5)))
    + many(lambda x, y: star(x, y, 2.300, WHITE), *((8.3 + 7.4 * x, 7 + 6 * y) for x in range(5) for y in range(4)))
)
_GREECE = (
    _bands(90, 60, *("#0d5eaf" if k % 2 == 0 else WHITE for k in range(9)))
    + box(0, 0, 33.300, 33.300, "#0d5eaf") + box(13.300, 0, 6.700, 33.300, WHITE) + box(0, 13.300, 33.300, 6.700, WHITE)
)  # fmt: skip
_AUSTRALIA = (
    box(0, 0, 120, 60, "#12246b") + _union(60, 30) + star(30, 45, 8, WHITE, 7, 0.45)
    + many(lambda x, y, r: star(x, y, r, WHITE, 7, 0.45), (90, 50, 5), (77, 27, 5), (90, 10, 5), (103, 23, 5))
    + star(96, 33, 2.600, WHITE)
)  # fmt: skip

# country -> width, height, markup
FLAGS = {
    "china": (90, 60, box(0, 0, 90, 60, "#de2910") + star(16, 16, 9.500, "#ffde00") + many(
        lambda x, y: star(x, y, 3.400, "#ffde00"), (31, 6), (37, 13), (37, 22), (31, 28))),
    "japan": (90, 60, box(0, 0, 90, 60, WHITE) + disc(45, 30, 18, "#bc002d")),
    "south korea": (90, 60, _KOREA),
    "india": (90, 60, _bands(90, 60, "#ff9933", WHITE, "#138808") + _WHEEL),
    "italy": (90, 60, _bands(90, 60, "#008c45", WHITE, "#cd212a", down=False)),
    "france": (90, 60, _bands(90, 60, "#0a2f8f", WHITE, "#e1000f", down=False)),
    "mexico": (105, 60, _bands(105, 60, "#006847", WHITE, "#ce1126", down=False) + _ARMS),
    "brazil": (86, 60, box(0, 0, 86, 60, "#009b3a") + path("M43 6L79 30L43 54L7 30Z", "#fedf00")
               + disc(43, 30, 14.500, "#002776") + line("M30 26Q45 24 56 35", WHITE, 3)
               + many(lambda x, y: disc(x, y, 1, WHITE), (38, 36), (44, 39), (48, 36), (36, 32), (47, 22))),
    "egypt": (90, 60, _bands(90, 60, "#ce1126", WHITE, BLACK) + at(_EAGLE, 9, 6, 0.800)),
    "kenya": (90, 60, _bands(90, 60, BLACK, "#bb1f2d", "#006b33") + box(0, 18.500, 90, 3, WHITE)
              + box(0, 38.500, 90, 3, WHITE) + _SHIELD),
    "greece": (90, 60, _GREECE),
    "switzerland": (60, 60, box(0, 0, 60, 60, "#da291c") + box(24, 11, 12, 38, WHITE) + box(11, 24, 38, 12, WHITE)),
    "norway": (88, 64, _NORWAY),
    "australia": (120, 60, _AUSTRALIA),
    "canada": (120, 60, box(0, 0, 120, 60, WHITE) + box(0, 0, 30, 60, "#d52b1e") + box(90, 0, 30, 60, "#d52b1e")
               + at(path(_LEAF, "#d52b1e"), 60, 31, 2.600)),
    "united states": (114, 60, _STATES),
    "united kingdom": (120, 60, _union(120, 60)),
    "peru": (90, 60, _bands(90, 60, "#d91023", WHITE, "#d91023", down=False)),
    "turkey": (90, 60, box(0, 0, 90, 60, "#e30a17") + disc(32, 30, 15, WHITE) + disc(36, 30, 12, "#e30a17")
               + star(55, 30, 7.500, WHITE, turn=180)),
    "vietnam": (90, 60, box(0, 0, 90, 60, "#da251d") + star(45, 31, 19, "#ffff00")),
}  # fmt: skip

POLE = (
    box(13, 10, 5, 118, "#b9bec9", 2) + box(13, 10, 2, 118, "#e9ecf2", 2) + disc(15.500, 9, 5, "#e8b93c")
    + disc(14, 7.500, 1.600, "#fff3c4")
)  # fmt: skip
SNOW = path("M7 9Q7 1 15.500 1Q24 1 24 9Q21 6 15.500 6Q10 6 7 9Z", "#ffffff")
# what lies below a flag; the sun stands on it in the morning
FIELD = (
    path("M0 104Q30 92 66 104T128 100V128H0Z", GRASS2) + path("M0 116Q50 104 128 116V128H0Z", GRASS)
    + pine(112, 112, 26) + pine(96, 114, 18) + box(36, 104, 18, 11, "#f2e6cc")
    + path("M33 105L45 95L57 105Z", "#b5563c")
    + box(42, 107, 6, 6, GLASS)
)  # fmt: skip
SUNRISE = disc(76, 104, 26, "#fff3a080") + disc(76, 104, 16, "#fffbe0")
WIDTH, SQUARE = 104, 74  # a flag's width on the pole; the square one is narrower


@lru_cache(maxsize=256)
def flying(country: str, wave: int, pixels: int, snow: bool = False) -> Image.Image:
    """The flag on its pole, capped with snow or not; `wave` 0, 1 or 2 is how the wind has it."""
    w, h, art = FLAGS[country]
    width = SQUARE if w == h else WIDTH
    fine = pixels * 2 if pixels <= 512 else pixels
    flat = layer(f'<svg x="18" y="16" width="{width}" height="{width * h / w}" viewBox="0 0 {w} {h}">{art}</svg>', fine)
    cloth = _waved(np.asarray(flat, dtype=np.float32), wave * 2 * pi / 3)
    whole = Image.fromarray(cloth).resize((pixels, pixels), Image.Resampling.BOX)
    whole.alpha_composite(layer(POLE + (SNOW if snow else ""), pixels))
    return whole


def _waved(cloth: np.ndarray, phase: float) -> np.ndarray:
    """Columns pushed down by a sine that grows from the pole, and shaded by its slope."""
    size = len(cloth)
    x = np.arange(size) / size
    reach = np.clip((x - 0.14) / 0.2, 0, 1)
    push = 0.025 * reach * np.sin(2 * pi * x / 0.5 + phase) * size
    rows = np.arange(size)[:, None] - push[None]
    low = np.clip(np.floor(rows).astype(int), 0, size - 2)
    share = np.clip(rows - low, 0, 1)[..., None]
    columns = np.arange(size)[None].repeat(size, 0)
    moved = cloth[low, columns] * (1 - share) + cloth[low + 1, columns] * share
    shade = 0.9 + 0.1 * reach * np.cos(2 * pi * x / 0.5 + phase)
    moved[..., :3] *= shade[None, :, None]
    return moved.clip(0, 255).astype(np.uint8)


def pennant(country: str, x: float, y: float) -> str:
    """A small flag at (x, y) on a pole that reaches down to the ground."""
    w, h, art = FLAGS[country]
    wide = 36 if w > h else 26
    high = wide * h / w
    cloth = f'<svg x="{x + 3}" y="{y}" width="{wide}" height="{high:.2f}" viewBox="0 0 {w} {h}">{art}</svg>'
    edge = f'<rect x="{x + 3}" y="{y}" width="{wide}" height="{high:.2f}" fill="none" stroke="#00000040"/>'
    return box(x, y - 2, 3, 84 - y, "#7d8290") + disc(x + 1.500, y - 3, 3, "#e8b93c") + cloth + edge
