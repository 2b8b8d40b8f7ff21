"""Animals made of a material: an animal's outline filled with another thing's rind, marks, core and crown.

Marks are drawn around the middle of the animal's body, (0, 0), which is about 24 in radius; a core fills
a circle of radius 32 there, a crown stands on the animal's back and grows upwards from (0, 0).
"""

import math
from functools import lru_cache, wraps
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

from helpers.pictures.kit.sprites import CACHED_PIXELS, filled, layer, nested


class Material(NamedTuple):
    """One material: rinds from the outside in, the ground inside them, and the marks on it."""

    rinds: tuple[str, ...]
    ground: str
    marks: str = ""
    core: str = ""
    crown: str = ""


def _rows(mark: str, across: float, down: float, shift: float = 0.5) -> str:
    """A mark in staggered rows over the whole animal."""
    count, places = math.ceil(100 / across), []
    for row in range(-math.ceil(90 / down), math.ceil(90 / down) + 1):
        offset = shift * across * (row % 2)
        places += [(column * across + offset, row * down) for column in range(-count, count + 1)]
    return "".join(f'<g transform="translate({x:.1f} {y:.1f})">{mark}</g>' for x, y in places)


def _spokes(mark: str, count: int) -> str:
    return "".join(f'<g transform="rotate({360 * k / count:.1f})">{mark}</g>' for k in range(count))


def _bands(*bands: tuple[float, str]) -> str:
    """Level bands, each from its height down to the animal's feet."""
    return "".join(f'<path d="M-150 {y}h300v200h-300z" fill="{color}"/>' for y, color in bands)


def _spiral(turns: float, gap: float) -> str:
    steps = [(k / 8 * math.pi, k / 16 * gap) for k in range(int(turns * 16) + 1)]
    return "M" + "L".join(f"{r * math.cos(angle):.1f} {r * math.sin(angle):.1f}" for angle, r in steps)


def _mosaic(colors: tuple[str, ...], side: float, tile: str) -> str:
    """Square tiles; neighbours have different colours."""
    return "".join(
        f'<g transform="translate({x * side} {y * side})" fill="{colors[(x * 2 + y * 3) % len(colors)]}">{tile}</g>'
        for x in range(-6, 7)
        for y in range(-6, 7)
    )


def _facets(colors: tuple[str, ...], side: float) -> str:
    """Triangles between crooked lattice points."""

    def point(x, y):
        return f"{(x + 0.32 * math.sin(7 * x + 4 * y)) * side:.1f} {(y + 0.32 * math.cos(5 * x - 3 * y)) * side:.1f}"

    cells = [(x, y) for x in range(-6, 6) for y in range(-6, 6)]
    halves = [((x, y), (x + 1, y), (x, y + 1)) for x, y in cells]
    halves += [((x + 1, y), (x + 1, y + 1), (x, y + 1)) for x, y in cells]
    return "".join(
        f'<path d="M{"L".join(point(*p) for p in half)}z" fill="{colors[(half[0][0] * 3 + half[0][1] * 5) % 7]}" '
        'stroke="#fff" stroke-opacity=".5"/>'
        for half in halves
    )


# fmt: off
LEAVES = (
    '<path d="M0 2q-18 -6 -18 -22q14 4 18 22z" fill="#3f9b3f"/><path d="M0 2q18 -6 18 -22q-14 4 -18 22z" '
    'fill="#3f9b3f"/><path d="M0 4q-9 -16 0 -28q9 12 0 28z" fill="#6cc24a"/>'
)
FEATHERY = "".join(
    f'<path d="M0 3Q{x / 3} {-10 - y} {x} {-y}" fill="none" stroke="{c}" stroke-width="4.500" stroke-linecap="round"/>'
    for x, y, c in ((-17, 14, "#3f9b3f"), (17, 14, "#3f9b3f"), (-9, 22, "#6cc24a"), (9, 22, "#6cc24a"),
                    (0, 25, "#3f9b3f"))
)
STAR = '<path d="M0 -9l4 6l14 -3l-9 8l6 7l-13 -3l-2 5l-3 -5l-12 3l6 -7l-9 -8l14 3z" fill="#3f9b3f"/>'
CALYX = STAR + '<path d="M-2.500 0q-1 -10 4 -16l4 2q-4 6 -3 14z" fill="#2f7d32"/>'
SPIKES = "".join(
    f'<path d="M-4 4L{x} {-y}L5 4z" fill="{c}"/>'
    for x, y, c in ((-20, 12, "#2f7d32"), (20, 12, "#2f7d32"), (-11, 20, "#4caf50"), (11, 20, "#4caf50"),
                    (0, 27, "#2f7d32"))
)
STEM_LEAF = (
    '<path d="M-2 4q-2 -14 3 -20l4 2q-4 8 -2 18z" fill="#6b4423"/><path d="M3 -8q4 -14 20 -13q-3 14 -20 13z" '
    'fill="#4caf50"/>'
)
LINES = "".join(f'<path d="M{x} -130v260" stroke="{{color}}" stroke-width="{{width}}"/>' for x in range(-126, 130, 7))
HARP = (
    '<path d="M-16 22L-14 -22Q6 -30 22 -14L-6 24z" fill="#fff6dc"/>'
    + "".join(f'<path d="M{x} {-22 + (x + 10) * .2}V{20 - max(0, x + 4) * 1.2}" stroke="#4a3413" stroke-width="1.600"/>'
              for x in (-9, -3, 3, 9, 15))
    + '<path d="M24 -16L-6 26" stroke="#8a5a12" stroke-width="9" stroke-linecap="round"/>'
    '<path d="M24 -16L-6 26" stroke="#d99a1c" stroke-width="6" stroke-linecap="round"/>'
    '<path d="M-17 26V-24Q-4 -34 6 -25T26 -20" fill="none" stroke="#8a5a12" stroke-width="10" stroke-linecap="round"/>'
    '<path d="M-17 26V-24Q-4 -34 6 -25T26 -20" fill="none" stroke="#ffc83d" stroke-width="6.500" '
    'stroke-linecap="round"/><path d="M-24 27h26" stroke="#8a5a12" stroke-width="7" stroke-linecap="round"/>'
)
VIOLIN = (
    '<path d="M0 -60v60" stroke="#2b1a10" stroke-width="8"/><path d="M0 -28q19 0 16 16q-6 8 3 15q5 25 -19 27q-24 -2 '
    '-19 -27q9 -7 3 -15q-3 -16 16 -16z" fill="#a5401a" stroke="#4a1c08" stroke-width="3"/>'
    '<path d="M-4 -30h8v28h-8z" fill="#22150e"/><path d="M-10 -2q-5 5 0 10t-2 9M10 -2q5 5 0 10t2 9" fill="none" '
    'stroke="#22150e" stroke-width="2.600"/><path d="M-3 -28v50M0 -28v50M3 -28v50" stroke="#f5e6c8" '
    'stroke-width="1.100"/><path d="M-8 10h16" stroke="#f2cf95" stroke-width="3"/>'
)
KEYBOARD = (
    '<path d="M-32 -19h64v38h-64z" fill="#d7263d" stroke="#7c0f20" stroke-width="3"/><path d="M-28 -15h30v30h-30z" '
    'fill="#fff"/><path d="M-28 -7.500h30M-28 0h30M-28 7.500h30" stroke="#333" stroke-width="1.500"/>'
    '<path d="M-13 -10h15v5h-15zM-13 -2.500h15v5h-15zM-13 5h15v5h-15z" fill="#1b1b22"/><g fill="#ffe08a">'
    '<circle cx="12" cy="-9" r="3.500"/><circle cx="22" cy="-9" r="3.500"/><circle cx="12" cy="1" r="3.500"/>'
    '<circle cx="22" cy="1" r="3.500"/><circle cx="12" cy="11" r="3.500"/><circle cx="22" cy="11" r="3.500"/></g>'
)
FLOWER = _spokes('<circle cy="-5" r="4" fill="#ffd54a"/>', 5) + '<circle r="3" fill="#2f6fd0"/>'
FISH = (
    '<path d="M-13 0q9 -9 20 0l7 -5v10l-7 -5q-11 9 -20 0z" fill="#b9c9d6" stroke="#3b5266" stroke-width="1.400"/>'
    '<path d="M-10 -1q8 -5 15 0z" fill="#4f708c"/><circle cx="-9" cy="1" r="1.300" fill="#111"/>'
)
CORAL = (
    '<path d="M0 14v-12M0 4q-9 -2 -9 -13M0 2q9 -3 8 -15M0 4q-1 -9 0 -18M-8 -4l-6 -3M8 -4l6 -2" fill="none" '
    'stroke-width="4.600" stroke-linecap="round"/>'
)
PATTY = "M-150 -8" + "q6 9 12 0t12 0" * 13 + "v-9h-312z"
DRIP = "M-150 -4" + "q6 22 12 2t9 2q6 12 10 0" * 10 + "v-120h-310z"
SCRIPT = "".join(
    f'<path d="M-132 {y}' + "q5 -16 9 -8t-6 9q8 4 14 -5q3 -18 7 -12t-7 16q8 2 13 -6q4 10 10 -1" * 7
    + '" fill="none" stroke="#20265c" stroke-width="2.600" stroke-linecap="round"/>'
    for y in range(-84, 90, 17)
)
BARS = ("#e53935", "#fb8c00", "#fdd835", "#43a047", "#1e88e5", "#8e24aa")

MATERIALS = {
    "accordion": Material(("#b3152a",), "#f7f1e3", "".join(
        f'<path d="M{x} -130h4v260h-4z" fill="#3a2a30"/>' for x in range(-130, 130, 9)), KEYBOARD),
    "apple": Material(("#d3202f",), "#fff4cf", core=(
        '<path d="M0 -20q17 6 13 24q-4 12 -13 16q-9 -4 -13 -16q-4 -18 13 -24z" fill="none" stroke="#d8b96a" '
        'stroke-width="3"/><path d="M-6 -6q6 8 0 15q-6 -8 0 -15zM6 -6q6 8 0 15q-6 -8 0 -15z" fill="#5b2f16"/>'),
        crown=STEM_LEAF),
    "avocado": Material(("#2f5a1f", "#86b83f"), "#e9ef9a", core=(
        '<circle r="22" fill="#5c3416"/><circle cx="-1" cy="-1" r="20" fill="#8f5a2b"/><ellipse cx="-8" cy="-9" rx="6" '
        'ry="4" fill="#c99763"/>')),
    "beetroot": Material(("#5a0d35",), "#9c1d59", core="".join(
        f'<circle r="{r}" fill="none" stroke="#e58ab5" stroke-width="3.500"/>' for r in (7, 17, 27)),
        crown=LEAVES.replace("#6cc24a", "#c2255c")),
    "broom": Material(("#9c6a1a",), "#eec25a", LINES.format(color="#a8741c", width=2.2)
        + '<path d="M-150 -16h300v6h-300zM-150 -6h300v6h-300z" fill="#c8242f"/>',
        crown='<path d="M-3 4h6v-40h-6z" fill="#8a5230"/>'),
    "burger": Material((), "#e39a43", _rows('<ellipse rx="2.600" ry="1.700" fill="#fff0c9"/>', 13, 9)
        + _bands((-8, "#e5484d"), (-2, "#6b3a1e"), (12, "#ffcf3f"), (16, "#d98a35"))
        + f'<path d="{PATTY}" fill="#6ccb3f"/>'),
    "cabbage": Material(("#4c8f35",), "#a6db72", _rows(
        '<path d="M0 22V-20M0 10l-12 -12M0 10l12 -12M0 -4l-9 -9M0 -4l9 -9" fill="none" stroke="#f0fbd8" '
        'stroke-width="2.600"/>', 34, 44)),
    "cake": Material((), "#f3cf94", _bands((0, "#f3cf94"), (10, "#fff"), (15, "#f3cf94"), (28, "#fff"),
        (33, "#f3cf94")) + f'<path d="{DRIP}" fill="#ff8fb8"/>'
        + _rows('<path d="M-2 -24l4 2" stroke="#fff" stroke-width="2"/>', 14, 400),
        crown='<path d="M-3.500 4v-17h7v17z" fill="#5ab0f5"/><path d="M-3.500 -3l7 -5M-3.500 3l7 -5" stroke="#fff" '
        'stroke-width="2"/><path d="M0 -26q7 8 0 13q-7 -5 0 -13z" fill="#ffb020"/>'),
    "carpet": Material(("#16305e", "#f0d9a8"), "#a31f2b", _rows(
        '<path d="M0 -9l8 9l-8 9l-8 -9z" fill="#f0d9a8"/><path d="M0 -5l4.500 5l-4.500 5l-4.500 -5z" fill="#16305e"/>',
        26, 15), '<path d="M0 -24l26 24l-26 24l-26 -24z" fill="#16305e"/><path d="M0 -17l18 17l-18 17l-18 -17z" '
        'fill="#f0d9a8"/><path d="M0 -9l10 9l-10 9l-10 -9z" fill="#a31f2b"/>'),
    "carrot": Material(("#d4600a",), "#ff8c22", _rows(
        '<path d="M-7 0q7 3 14 0" fill="none" stroke="#b84e05" stroke-width="2.600"/>', 27, 11), crown=FEATHERY),
    "coral reef": Material(("#0d4f8c",), "#2f9be0", _rows(f'<g stroke="#ff6f61">{CORAL}</g>', 48, 40)
        + _rows(f'<g stroke="#ffb13d" transform="translate(24 0)">{CORAL}</g>', 48, 40)
        + _rows('<path d="M-8 -20q6 -6 12 0l4 -3v6l-4 -3q-6 6 -12 0z" fill="#ffe14d"/>', 60, 80)),
    "cucumber": Material(("#245c22", "#8fcf5a"), "#def3b4", _rows(
        '<path d="M0 -5q4 5 0 9q-4 -4 0 -9z" fill="#8fb55a"/>', 15, 13), '<circle r="26" fill="#eefad2"/>' + _spokes(
        '<path d="M0 -23q6 8 0 15q-6 -7 0 -15z" fill="#7ea84a"/>', 7)),
    "cursive letters": Material(("#20265c",), "#fdf8e8", SCRIPT),
    "eggplant": Material(("#32104f",), "#5f2a93", _rows(
        '<path d="M-2 -22q-9 20 0 44" fill="none" stroke="#a678d6" stroke-width="4" stroke-linecap="round"/>', 40, 62),
        crown=CALYX.replace("<path", '<path transform="scale(1.3)"')),
    "fossil": Material(("#7d6642",), "#d8c49d", _rows('<circle r="2" fill="#a58d63"/>', 17, 15),
        '<circle r="30" fill="#b0956a"/>' + _spokes('<path d="M0 -10V-29" stroke="#75593a" stroke-width="2"/>', 18)
        + f'<path d="{_spiral(3.4, 8.5)}" fill="none" stroke="#5b4227" stroke-width="4.500"/>'),
    "fries": Material((), "#ffd24a", "".join(
        f'<path d="M{x} -130h4v260h-4z" fill="#d9951f"/>' for x in range(-130, 130, 12))
        + '<path d="M-150 4Q0 16 150 4v130h-300z" fill="#d81f2a"/><path d="M-150 12Q0 24 150 12v6Q0 30 -150 18z" '
        'fill="#fff"/>', crown="".join(f'<path d="M{x} 4l{d} -{h}h7l{-d} {h}z" fill="#ffd24a" stroke="#c98a17"/>'
        for x, d, h in ((-14, -4, 18), (-5, 0, 25), (5, 4, 19)))),
    "glacier": Material(("#f4fcff",), "#9fdcf5", _facets(
        ("#eaf9ff", "#9fdcf5", "#5db7e8", "#d3f1fc", "#2f8fd0", "#b9e7f9", "#7cc9ef"), 17), crown=
        '<path d="M-22 5L-10 -15L-3 -6L6 -25L22 5z" fill="#d3f1fc" stroke="#5db7e8"/><path d="M6 -25L22 5H8z" '
        'fill="#7cc9ef"/>'),
    "grater": Material(("#6c7885",), "#cfd7de", _rows(
        '<path d="M-5 3a5 5 0 0 1 10 0z" fill="#39434d"/><path d="M-5 3h10" stroke="#fff" stroke-width="1.800"/>',
        15, 11), crown='<path d="M-14 4v-8q0 -13 14 -13t14 13v8" fill="none" stroke="#d3323d" stroke-width="7"/>'),
    "harp": Material(("#8a5a12", "#ffc83d"), "#6b2330", LINES.format(color="#e8b84a", width=1.6), HARP),
    "loaf of bread": Material(("#96541f", "#d08a41"), "#f8e3ba", _rows(
        '<ellipse rx="3" ry="2" fill="#dcb67c"/>', 15, 12), '<g stroke="#b06f2f" stroke-width="6" '
        'stroke-linecap="round"><path d="M-26 14l12 -28M-8 16l12 -28M10 16l12 -28"/></g>'),
    "lotus root": Material(("#a87950",), "#f4e6cf", _rows('<ellipse rx="4" ry="5.500" fill="#8a5c3c"/>', 21, 20),
        '<circle r="31" fill="#f4e6cf"/><circle r="5.500" fill="#6f452b"/>' + _spokes(
        '<ellipse cy="-18" rx="6.500" ry="8.500" fill="#6f452b"/>', 7)),
    "maple leaf": Material(("#a52a12",), "#ffb067", _rows(nested("maple-leaf", -13, -13, 26), 30, 27)),
    "mushroom": Material((), "#e0262f", _rows('<circle r="7" fill="#fff5ea"/>', 27, 19)
        + _bands((12, "#f6e7cd")) + "".join(f'<path d="M{x} 14v110" stroke="#cfae82" stroke-width="2.500"/>'
        for x in range(-126, 130, 11)) + '<path d="M-150 10h300v4h-300z" fill="#a5161f"/>'),
    "orange": Material(("#f0800f", "#fff1d2"), "#ffae2b", _spokes(
        '<path d="M0 -10V-130" stroke="#fff1d2" stroke-width="4.500"/>', 9), '<circle r="9" fill="#fff1d2"/>',
        STEM_LEAF),
    "piano": Material(("#15151b",), "#fff", "".join(f'<path d="M{x} -130v260" stroke="#55555f" stroke-width="1.600"/>'
        f'<path d="M{x - 3.5} -18h7v24h-7zM{x - 3.5} -66h7v24h-7zM{x - 3.5} 30h7v24h-7z" fill="#15151b"/>'
        for x in range(-132, 132, 12))
        + '<path d="M-150 -24h300v6h-300zM-150 24h300v6h-300zM-150 -72h300v6h-300z" fill="#15151b"/>'),
    "pineapple": Material(("#b0700f",), "#ffc93a", "".join(
        f'<path d="M{x} -130l260 260M{x} 130l260 -260" stroke="#b8741a" '
        f'stroke-width="3"/>' for x in range(-320, 130, 18))
        + _rows('<circle r="2.200" fill="#7a4a10"/>', 18, 9), crown=SPIKES),
    "pizza": Material(("#a8622a", "#e6ab5c"), "#ffd75e", _rows(
        '<circle r="8" fill="#d2382f" stroke="#8f1f1c" stroke-width="2"/>', 29, 20) + _rows(
        '<g transform="translate(13 5)"><path d="M-5 0q5 -6 10 0q-5 6 -10 0z" fill="#3f9b3f"/></g>', 58, 40)),
    "polygons": Material((), "#fff", _facets(
        ("#ef476f", "#ffd166", "#06d6a0", "#118ab2", "#8338ec", "#ff9f1c", "#3a86ff"), 17)),
    "raspberry": Material(("#8f0f42",), "#a5144f", _rows(
        '<circle r="6.600" fill="#e33674"/><circle cx="-2" cy="-2.500" r="2" fill="#ff9dc0"/>', 13, 11), crown=STAR),
    "rubik's cube": Material(("#15151b",), "#15151b", _mosaic(
        ("#e53935", "#fff", "#1e66d0", "#ffd600", "#2ea043", "#ff8a00"), 15,
        '<rect x="-6.500" y="-6.500" width="13" height="13" rx="2"/>')),
    "russian doll": Material(("#7c0f20",), "#d7263d", _rows(FLOWER, 27, 18),
        '<ellipse rx="25" ry="29" fill="#ffd54a"/><ellipse rx="20" ry="24" fill="#ffe3c7"/><path d="M-20 -4q2 -20 '
        '20 -20'
        'q18 0 20 20q-12 -2 -20 -14q-8 12 -20 14z" fill="#6b3a1e"/><circle cx="-8" cy="2" r="3" fill="#222"/>'
        '<circle cx="8" cy="2" r="3" fill="#222"/><circle cx="-12" cy="10" r="4" fill="#ff9c9c"/>'
        '<circle cx="12" cy="10" r="4" fill="#ff9c9c"/><path d="M-4 14q4 4 8 0" stroke="#c2182b" stroke-width="3" '
        'fill="none"/>'),
    "salami": Material(("#6d1519",), "#c43c42", _rows('<path d="M-4 -2q4 -4 7 0t0 6t-6 -1t-1 -5z" fill="#ffe6df"/>',
        15, 11, 0.45) + _rows('<circle r="1.600" fill="#ffe6df"/>', 15, 22, 0.3)),
    "sardines": Material(("#8a7a3a",), "#f2d36b", _rows(FISH, 30, 12)),
    "soda can": Material(("#9aa6b2", "#dfe5ea"), "#d81f2a",
        '<path d="M-150 10Q-60 -30 0 2T150 -8v14Q60 34 0 14T-150 24z" fill="#fff"/>' + _rows(
        '<circle r="2" fill="#ff9a9f"/>', 22, 24),
        crown='<path d="M-3 4l3 -24l15 -5l2 5l-12 4l-3 20z" fill="#fff" stroke="#d81f2a" stroke-width="1.500"/>'),
    "spiral": Material(("#1b1b3a",), "#fff", f'<path d="{_spiral(9, 13)}" fill="none" stroke="#1b1b3a" '
        'stroke-width="6"/>'),
    "sushi": Material(("#14211c",), "#fbfbf6", _rows('<ellipse rx="3.500" ry="1.500" fill="#dcdccf"/>', 12, 7),
        '<rect x="-24" y="-20" width="48" height="40" rx="14" fill="#ff7a4d"/><path d="M-14 -20l-8 22M2 -20l-15 40'
        'M18 -18l-14 38" stroke="#ffd9c7" stroke-width="4"/><path d="M8 -20h14v16h-14z" fill="#7cc24a"/>'),
    "tank": Material(("#2c3319",), "#6d7c3d", _rows(
        '<path d="M-10 -2q4 -9 12 -4t9 3t-5 8t-10 1t-6 -8z" fill="#3f4a22"/>', 32, 17) + _rows(
        '<g transform="translate(14 8)"><path d="M-6 0q3 -6 8 -2t2 6t-10 -4z" fill="#a58d5a"/></g>', 32, 17),
        '<circle r="18" fill="#2c3319"/>' + _spokes('<path d="M0 -15l4.500 10.500h-9z" fill="#fff"/>', 5)
        + '<circle r="6" fill="#fff"/>',
        '<path d="M-40 -14h28v-5h-28z" fill="#2c3319"/><path d="M-16 5v-17q0 -7 7 -7h18q7 0 8 8v16z" fill="#55622d" '
        'stroke="#2c3319" stroke-width="2.500"/>'),
    "tomato": Material(("#c01f22", "#ff8a70"), "#ee3f32", core='<circle r="28" fill="#ff8a70"/>' + _spokes(
        '<path d="M-7 -10q7 -4 14 0q6 14 -7 15q-13 -1 -7 -15z" transform="translate(0 -12) scale(.85)" '
        'fill="#d3202f"/><circle cx="-3" cy="-15" r="2.200" fill="#ffe08a"/><circle cx="3" cy="-12" r="2.200" '
        'fill="#ffe08a"/>', 4), crown=CALYX),
    "turnip": Material((), "#fdf8f0", '<path d="M-150 -130h300v132Q0 -14 -150 2z" fill="#b0488f"/>'
        '<path d="M-150 2Q0 -14 150 2v6Q0 -6 -150 8z" fill="#dca3cb"/>' + _rows(
        '<path d="M-5 0q5 3 10 0" stroke="#d8cbb8" stroke-width="2" fill="none"/>', 27, 18), crown=LEAVES),
    "violin": Material(("#5a2508",), "#cf7a36", "".join(
        f'<path d="M-150 {y}q40 -8 80 0t80 0t80 0t80 0" fill="none" stroke="#a5541d" stroke-width="2"/>'
        for y in range(-120, 126, 9)), VIOLIN),
    "waffle": Material(("#a5641a",), "#f3bd62", _rows(
        '<path d="M-6 -6h12v12h-12z" fill="#c47f26"/><path d="M-6 -6h12v3h-12z" fill="#945512"/>', 17, 17, 0),
        '<path d="M-19 -10q19 -12 38 0t0 18q-5 12 -9 2q-9 6 -15 0q-8 14 -10 0q-12 -6 -4 -20z" fill="#8a3f0c"/>'
        '<path d="M-10 -9h20v14h-20z" fill="#fff0a0" stroke="#e0c040" stroke-width="1.500"/>'),
    "watermelon": Material(("#1d6b2c", "#e3f6c0"), "#f5455c", _rows(
        '<path d="M0 -5q5 6 0 9q-5 -3 0 -9z" fill="#2b1416"/>', 18, 14)),
    "xylophone": Material(("#5a3716",), "#fff3d6", "".join(
        f'<path d="M{x} -130h10v260h-10z" fill="{BARS[k % 6]}"/><circle cx="{x + 5}" cy="-12" r="2.200" fill="#fff"/>'
        f'<circle cx="{x + 5}" cy="14" r="2.200" fill="#fff"/>' for k, x in enumerate(range(-132, 132, 13)))),
}

# animal -> (art's middle of the body and its radius), (where a crown stands), features that stay, in the art's 32 x 32
EYE = '<circle cx="{0}" cy="{1}" r="{2}" fill="#fff"/><circle cx="{0}" cy="{1}" r="{3}" fill="#1b1420"/>'


def _eyes(radius: float, *places: tuple[float, float]) -> str:
    return "".join(EYE.format(x, y, radius, radius * 0.62) for x, y in places)


ANIMALS = {
    "cat": ((19, 16.8, 6.2), (18.500, 11.5), _eyes(1.7, (6.4, 11.7)) + '<circle cx="2.800" cy="12.800" r="1" '
    'fill="#221a22"/>'),
    "elephant": ((22.500, 13.500, 7), (20, 5.4), _eyes(1.6, (6.4, 12)) + '<path d="M3.500 18.600q3.500 1.500 4 '
    '-2.600" fill="none" '
                 'stroke="#fff" stroke-width="2" stroke-linecap="round"/>'),
    "hedgehog": ((21.500, 17, 7.500), (22, 8.4), _eyes(1.5, (7.8, 22)) + '<circle cx="3" cy="22.300" r="1.200" '
    'fill="#221a22"/>'),
    "kangaroo": ((19.500, 12, 6.5), (19, 5.4), _eyes(1.4, (4.6, 7.4)) + '<circle cx="1" cy="8.500" r=".9" '
    'fill="#221a22"/>'),
    "peacock": ((16.500, 20.5, 6), (16, 3.4), _eyes(1.3, (14.6, 10.6)) + '<path d="M12.800 9.500l-2.600 -.4l2.400 '
    '2.900z" fill="#ffb020"/>'),
    "penguin": ((16, 21, 7), (16, 6.5), _eyes(1.6, (14.2, 10.6), (17.8, 10.6)) + '<path d="M13.500 14.500q0 -2.500 '
    '2.500 -2.500t2.500 2.500z" '
                'fill="#ff9a1f"/>'),
    "pig": ((18.500, 16.500, 6.7), (18, 9.7), _eyes(1.6, (7.5, 16.2)) + '<path d="M2.300 16v3M3.600 16v3" '
    'stroke="#221a22" '
            'stroke-width=".7"/>'),
    "snail": ((19, 17, 10), (19.500, 5.2), _eyes(1.6, (4.3, 3.6), (8, 3.6)) + '<path d="M11.200 9.300A11 11 0 1 0 '
              '28.500 23.500M3.500 11q2 2 4 0" fill="none" stroke="#261a26" stroke-width=".8" '
              'stroke-linecap="round"/>'),
    "tapir": ((22, 16, 7), (20.500, 9), _eyes(1.7, (8.2, 10.9))),
}
# fmt: on
SCALE, LEFT, TOP = 3.5, 8, 13


def _placed(markup: str, x: float, y: float, scale: float = 1.0) -> str:
    """Markup around (0, 0) moved to (x, y) of the animal's art."""
    return f'<g transform="translate({LEFT + SCALE * x} {TOP + SCALE * y}) scale({scale})">{markup}</g>'


def kept(painter):
    """Cache what `painter` returns for these arguments, unless the last of them (pixels) is large."""
    cached = lru_cache(maxsize=1024)(painter)

    @wraps(painter)
    def paint(*what):
        return painter(*what) if what[-1] > CACHED_PIXELS else cached(*what)

    return paint


@kept
def made_of(animal: str, material: str, pixels: int) -> Image.Image:
    """The animal in this material, looking left, as an RGBA layer of `pixels` × `pixels`."""
    (x, y, radius), back, features = ANIMALS[animal]
    look = MATERIALS[material]
    art = layer(nested(animal, LEFT, TOP, 32 * SCALE), pixels)
    outline = _solid(art)
    texture = f'<path d="M0 0h128v128h-128z" fill="{look.ground}"/>{_placed(look.marks, x, y, radius / 6.8)}'
    body = layer(texture + _placed(look.core, x, y, SCALE * radius / 32), pixels)
    body = _with_rinds(body, outline, look.rinds)
    body = ImageChops.multiply(body.convert("RGB"), _folds(art)).convert("RGBA")
    body.putalpha(outline)
    whole = layer(_placed(look.crown, *back), pixels).copy()
    whole = contoured(whole) if look.crown else whole
    whole.alpha_composite(contoured(body))
    whole.alpha_composite(layer(f'<g transform="translate({LEFT} {TOP}) scale({SCALE})">{features}</g>', pixels))
    return whole


def _with_rinds(body: Image.Image, outline: Image.Image, rinds: tuple[str, ...]) -> Image.Image:
    """The inside shrunk from the outline, one step per rind; the rinds show around it."""
    reach = outline.width * 0.024
    depth, steep = outline.filter(ImageFilter.GaussianBlur(reach)), 4 + 4 * reach
    for color, limit in reversed(list(zip(rinds, (200, 238), strict=False))):
        rind = Image.new("RGBA", body.size, color)
        rind.paste(body, (0, 0), depth.point(lambda value, limit=limit: max(0, min(255, (value - limit) * steep))))
        body = rind
    return body


def _folds(art: Image.Image) -> Image.Image:
    """Shading from the animal's own art: darker at ears, legs, wings, a shell's edge."""
    ground = Image.new("RGB", art.size, "#999")
    ground.paste(art, (0, 0), art)
    light = ground.convert("L")
    near = light.filter(ImageFilter.GaussianBlur(art.width * 0.03))
    folds = ImageChops.subtract(near, light).point(lambda value: 255 - min(150, value * 3))
    return Image.merge("RGB", (folds,) * 3)


def _solid(image: Image.Image) -> Image.Image:
    """The layer's outline without the faint glow that some art has around it."""
    return image.getchannel("A").point(lambda value: max(0, min(255, (value - 100) * 2)))


def contoured(image: Image.Image, width: float = 0.011, color: tuple[int, int, int] = (38, 26, 38)) -> Image.Image:
    """The layer with a dark line around it, its width a share of the layer's."""
    reach = image.width * width
    wide, steep = _solid(image).filter(ImageFilter.GaussianBlur(reach)), max(4, 6 * reach)
    around = filled(image, color)
    around.putalpha(wide.point(lambda value: max(0, min(255, (value - 14) * steep))))
    around.alpha_composite(image)
    return around
