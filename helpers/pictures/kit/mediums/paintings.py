"""Painting mediums: oil, Van Gogh, Monet, cubist, surrealist, pop art.

Brush strokes lie in the same places in every picture; only their colours come from the picture.
"""

from functools import lru_cache

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

from helpers.pictures.kit.mediums.filters import detail, edges, mask, palette, places, ramp
from helpers.pictures.kit.sprites import layer

# whirls of the van gogh sky: (x, y, strength), and the rolling ground below them
WHIRLS = ((0.24, 0.2, 0.10), (0.74, 0.16, -0.09), (0.5, 0.42, 0.05), (0.08, 0.62, -0.05), (0.93, 0.55, 0.06))
FACETS = 6  # a side

POP = (
    "101010", "ffffff", "ffe600", "ff1e3c", "ff7ab8", "00b4ff", "1a36d8", "00a84f", "ff8a00", "8a2be2",
    "8ff0ff", "b4e61e", "0c1460", "7a3a10", "ffd9a8", "004d3a",
)  # fmt: skip

_FRAME = "".join(
    f'<path d="M{i} {i}H{128 - i}V{128 - i}H{i}Z" fill="none" stroke="{color}" stroke-width="{w}"/>'
    for i, w, color in ((4, 8, "#c8922a"), (1, 2, "#7a4f12"), (4.5, 2.5, "#f6d774"), (8.5, 2, "#6b430f"))
) + "".join(
    f'<path d="M{x} {y - 6}L{x + 6} {y}L{x} {y + 6}L{x - 6} {y}Z" fill="#f6d774" stroke="#7a4f12" stroke-width="1.5"/>'
    for x in (6, 64, 122)
    for y in (6, 64, 122)
    if (x, y) != (64, 64)
)

_DRIPS = (
    "M-2 108Q4 116 8 108Q12 102 16 112V120Q20 126 24 118V106Q30 100 36 108V115Q40 120 44 113Q50 100 58 109"
    "V121Q62 127 66 119Q68 102 78 107V113Q82 118 86 111Q92 101 98 109V122Q102 127 106 118Q108 103 116 108"
    "Q124 116 130 106"
)
_FLOOR = "".join(
    f'<path d="M{64 + k * a} {top}H{64 + (k + 1) * a}L{64 + (k + 1) * b} {low}H{64 + k * b}Z"'
    f' fill="{"#2a1f3a" if (k + row) % 2 else "#f4ead6"}"/>'
    for row, (top, low, a, b) in enumerate(((96, 108, 10, 13), (108, 118, 13, 16), (118, 130, 16, 20)))
    for k in range(-7, 7)
)
_CLOCK = (
    '<path d="M4 34Q2 14 26 13Q52 12 53 30Q54 44 53 58Q52 70 47 60Q45 46 38 44Q8 50 4 34Z" fill="#c98a1d"/>'
    '<path d="M7 33Q7 17 27 16Q49 16 50 31Q50 44 49 56Q47 44 40 41Q9 46 7 33Z" fill="#f7fbff"/>'
    '<path d="M27 31L16 25M27 31L41 29" stroke="#20232e" stroke-width="2.6" stroke-linecap="round"/>'
    + "".join(
        f'<circle cx="{x}" cy="{y}" r="1.7" fill="#20232e"/>' for x, y in ((27, 19), (12, 33), (27, 41), (45, 36))
    )
)
_HAT = (
    '<g stroke="#9d97bd" stroke-width="1.2"><ellipse cx="0" cy="9" rx="19" ry="4.5" fill="#14131c"/>'
    '<path d="M-12 9V-4Q-12 -13 0 -13Q12 -13 12 -4V9Z" fill="#23222e"/></g>'
    '<path d="M-12 2H12V7H-12Z" fill="#7d1f2c"/>'
)
_MELT = (
    f'<defs><clipPath id="drip"><path d="{_DRIPS}V130H-2Z"/></clipPath></defs>'
    f'<g clip-path="url(#drip)">{_FLOOR}</g><path d="{_DRIPS}" fill="none" stroke="#1a1426" stroke-width="1.5"/>'
    f'<g transform="translate(99 76) scale(.52)">{_CLOCK}</g>'
    f'<g transform="translate(64 18) rotate(-14)">{_HAT}</g>'
)


@lru_cache(maxsize=8)
def _strokes(kind: str, size: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """For a brush: the number of the stroke at each pixel, the relief there, each stroke's middle and colour noise."""
    rng = np.random.default_rng(7)
    across, length, width, bend = BRUSHES[kind]
    count = across * across
    cells = rng.permutation(count)
    x = (cells % across + 0.5 + rng.uniform(-0.5, 0.5, count)) / across
    y = (cells // across + 0.5 + rng.uniform(-0.5, 0.5, count)) / across
    side = size * max(2, 256 // size) if size < 512 else size
    owner, relief = Image.new("I", (side, side)), Image.new("L", (side, side), 128)
    pens = ImageDraw.Draw(owner), ImageDraw.Draw(relief)
    height = rng.integers(-18, 19, count)
    spine = _spines(x, y, length, bend, rng)
    normal = np.stack([-np.gradient(spine[..., 1], axis=1), np.gradient(spine[..., 0], axis=1)], axis=-1)
    normal *= width / 2 / np.maximum(np.hypot(normal[..., :1], normal[..., 1:]), 1e-6)
    taper = np.array([0.55, 1, 1, 1, 0.55])[None, :, None]
    left, right = (spine + normal * taper) * side, (spine - normal * taper) * side
    for k in range(count):
        outline = [tuple(p) for p in (*left[k], *right[k][::-1])]
        pens[0].polygon(outline, k)
        pens[1].polygon(outline, int(128 + height[k]))
        pens[1].line([tuple(p) for p in left[k]], int(160 + height[k]), max(1, round(side / 200)))
        pens[1].line([tuple(p) for p in right[k]], int(92 + height[k]), max(1, round(side / 200)))
    whims = rng.normal(0, 1, (count, 3)).astype(np.float32)
    return np.asarray(owner), np.asarray(relief, dtype=np.int16) - 128, np.stack([x, y]), whims


def _spines(x, y, length, bend, rng) -> np.ndarray:
    """Five points along each stroke: on a straight line, or along the whirls."""
    if bend is not None:
        angle = bend + rng.normal(0, 0.35, len(x))
        steps = np.linspace(-0.5, 0.5, 5)[None, :] * length
        return np.stack([x[:, None] + np.cos(angle)[:, None] * steps, y[:, None] + np.sin(angle)[:, None] * steps], -1)
    points = [np.stack([x, y], -1)]
    for _ in range(4):
        points.append(points[-1] + _flow(points[-1]) * length / 4)
    return np.stack(points, 1)


def _flow(points: np.ndarray) -> np.ndarray:
    """Unit vectors along which paint runs at these points (shares of the side)."""
    along = np.stack([np.full(len(points), 0.5), 0.35 * np.cos(points[:, 0] * 9) * (points[:, 1] > 0.5)], -1)
    for cx, cy, strength in WHIRLS:
        away = points - (cx, cy)
        along += strength * away[:, ::-1] * (-1, 1) / ((away**2).sum(1, keepdims=True) + 0.006) * 1.4
    return along / np.maximum(np.hypot(along[:, :1], along[:, 1:]), 1e-6)


# brush -> strokes a side, length and width as shares of it, angle (None: whirls)
BRUSHES = {"oil": (40, 0.08, 0.036, 0.9), "whirl": (52, 0.1, 0.021, None), "dab": (44, 0.046, 0.028, 0.1)}


def _brushed(image: Image.Image, kind: str, whim: float, relief: float) -> Image.Image:
    """The picture in strokes: each has the colour at its middle, changed by noise (`whim`) and shaded (`relief`)."""
    owner, heights, at, whims = _strokes(kind, image.width)
    soft = np.asarray(image.filter(ImageFilter.BoxBlur(image.width / 128)))
    x, y = (at * image.width).astype(int).clip(0, image.width - 1)
    colors = (soft[y, x] + whims * whim).clip(0, 255).astype(np.int16)
    lit = (np.take(colors, owner, axis=0) + (heights * relief).astype(np.int16)[..., None]).clip(0, 255)
    painted = Image.fromarray(lit.astype(np.uint8))
    painted = painted.resize(image.size, Image.Resampling.BOX) if painted.size != image.size else painted
    return Image.composite(Image.blend(painted, image, 0.75), Image.blend(painted, image, 0.2), detail(image))


def oil(image):
    """A framed oil painting."""
    strokes = _brushed(ImageEnhance.Color(image).enhance(1.15), "oil", 9, 1.1)
    strokes.paste("#2c1a12", (0, 0), mask(edges(image, bold=False) * 0.7, 9, 60))
    size = image.width
    inner, corner = round(size * 7 / 8), round(size / 16)
    framed = Image.new("RGB", image.size)
    framed.paste(strokes.resize((inner, inner), Image.Resampling.BOX), (corner, corner))
    frame = layer(_FRAME, size)
    framed.paste(frame, (0, 0), frame)
    return framed


def van_gogh(image):
    """Long strokes that whirl, in blue and yellow."""
    vivid = ImageEnhance.Color(image).enhance(1.5)
    toned = Image.blend(vivid, ramp(image, "#1c3090", "#2f74c8", "#ffe566"), 0.36)
    strokes = _brushed(toned, "whirl", 20, 1.6)
    strokes.paste("#0d1440", (0, 0), mask(edges(image, bold=False), 12, 52))
    return strokes


def monet(image):
    """Soft dabs of pastel colour, without outlines."""
    pale = Image.blend(ImageEnhance.Color(image).enhance(1.25), Image.new("RGB", image.size, "#e6d6f2"), 0.3)
    return _brushed(pale, "dab", 22, 0.35)


@lru_cache(maxsize=4)
def _shards(size: int) -> tuple[np.ndarray, np.ndarray]:
    """For each pixel of a faceted picture: the pixel it shows, and the light on its facet (RGB)."""
    rng = np.random.default_rng(3)
    ticks = np.linspace(0, 1, FACETS + 1)
    corners = np.stack(np.meshgrid(ticks, ticks), -1)
    corners[1:-1, 1:-1] += rng.uniform(-0.3, 0.3, (FACETS - 1, FACETS - 1, 2)) / FACETS
    side = size * 2 if size < 512 else size
    owner = Image.new("I", (side, side))
    pen, middles = ImageDraw.Draw(owner), []
    for row in range(FACETS):
        for column in range(FACETS):
            a, b, c, d = (corners[row + i, column + j] for i, j in ((0, 0), (0, 1), (1, 1), (1, 0)))
            for three in ((a, b, c), (a, c, d)) if (row + column) % 2 else ((a, b, d), (b, c, d)):
                pen.polygon([tuple(p * side) for p in three], len(middles))
                middles.append(np.mean(three, axis=0))
    owner, middles = np.asarray(owner), np.array(middles)
    count = len(middles)
    moved = rng.uniform(-0.03, 0.03, (count, 2))[owner].astype(np.float32)
    zoom = rng.uniform(0.8, 1.05, count)[owner].astype(np.float32)
    x, y = places(side)
    from_middle = x - middles[owner, 0].astype(np.float32), y - middles[owner, 1].astype(np.float32)
    column, row = (
        ((middles[owner, k].astype(np.float32) + off * zoom + moved[..., k]) * size).astype(np.int32).clip(0, size - 1)
        for k, off in enumerate(from_middle)
    )
    turn = rng.uniform(0, 2 * np.pi, count)[owner].astype(np.float32)
    slope = (from_middle[0] * np.cos(turn) + from_middle[1] * np.sin(turn)) * FACETS
    tints = np.array([(1.12, 1.0, 0.78), (0.86, 0.96, 1.1), (1.1, 0.88, 0.76), (0.95, 0.95, 0.95)], np.float32)
    light = (1 + 0.42 * slope)[..., None] * tints[rng.integers(0, 4, count)][owner]
    return row * size + column, (light * 64).clip(0, 255).astype(np.uint16)


def cubist(image):
    """Facets, each showing a slightly shifted part of the picture in its own light."""
    index, light = _shards(image.width)
    muted = Image.blend(image, ramp(image, "#241d1a", "#96785a", "#ecdfc2"), 0.25)
    muted.paste("#1b1616", (0, 0), mask(edges(image, bold=False), 20, 70))
    pixels = np.asarray(muted, dtype=np.uint16).reshape(-1, 3)
    broken = (np.take(pixels, index, axis=0) * light >> 6).clip(0, 255).astype(np.uint8)
    shown = Image.fromarray(broken)
    return shown.resize(image.size, Image.Resampling.BOX) if shown.size != image.size else shown


@lru_cache(maxsize=4)
def _melted(size: int) -> np.ndarray:
    """For each pixel of a melting picture the pixel it shows; it sways more towards the lower edge."""
    x, y = places(size)
    sway = 0.012 + 0.04 * y
    column = x + sway * np.sin(2 * np.pi * (1.6 * y + 0.1)) + 0.02 * np.sin(2 * np.pi * 2.5 * y)
    row = y * 1.08 - 0.03 + 0.03 * np.sin(2 * np.pi * 1.5 * x) * y
    column, row = ((part * size).astype(np.int32).clip(0, size - 1) for part in np.broadcast_arrays(column, row))
    return row * size + column


def surreal(image):
    """The picture melts onto a chequered floor; a soft clock hangs in it and a hat floats."""
    size = image.width
    pixels = np.asarray(ImageEnhance.Contrast(image).enhance(1.1)).reshape(-1, 3)
    melting = Image.fromarray(np.take(pixels, _melted(size), axis=0))
    over = layer(_MELT, size)
    melting.paste(over, (0, 0), over)
    return melting


@lru_cache(maxsize=8)
def _dots(size: int) -> Image.Image:
    """A screen of round dots, sixteen along a side, every other row shifted by half."""
    return layer(
        "".join(
            f'<circle cx="{8 * x + 4 + y % 2 * 4 - 4}" cy="{8 * y + 4}" r="2.7"/>' for y in range(16) for x in range(17)
        ),
        size,
    ).getchannel("A")


def pop_art(image):
    """A few loud colours, printed dots, heavy outlines."""
    loud = ImageEnhance.Color(image.filter(ImageFilter.BoxBlur(image.width / 96))).enhance(2.0)
    flat = loud.quantize(palette=palette(POP), dither=Image.Dither.NONE).convert("RGB")
    dotted = ImageChops.screen(flat, Image.new("RGB", image.size, "#5a5a5a"))
    flat = ImageChops.multiply(flat, Image.new("RGB", image.size, "#d8d8d8"))
    flat.paste(dotted, (0, 0), _dots(image.width))
    flat.paste("#0a0a0a", (0, 0), mask(edges(image), 34, 64))
    return flat
