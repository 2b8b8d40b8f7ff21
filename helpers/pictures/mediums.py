"""What a picture is made of or with: filters whose scale is a share of the size, so any size gives the same picture."""

from functools import lru_cache

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageOps

# the lattice on which glass is leaded and pixel art is laid
PANES, BLOCKS = 8, 32

UKIYOE = (
    "1c2440", "27508a", "5f93b8", "a9cbd0", "f2e6c6", "e6c98e", "d9a23c", "cf4630", "e89a7d", "8fa860",
    "47714a", "7d5236", "b7b0a0", "6d6a78", "3a3230", "dcb6c4",
)  # fmt: skip


def apply(medium: str, image: Image.Image) -> Image.Image:
    """The same picture in another medium, at the same size."""
    return MEDIUMS[medium](image)


def _illustration(image):
    return image


# brightness as the eye takes it: a step between two darks counts like one between two lights
_EYE = [round(255 * (v / 255) ** 0.5) for v in range(256)] * 3


def _edges(image: Image.Image, bold: bool = True) -> np.ndarray:
    """How much the picture changes across 1/32 of its side (1/64 if not bold), 0–255, one value a pixel."""
    step = max(1, round(image.width / 64))
    pixels = np.asarray(image.filter(ImageFilter.BoxBlur(image.width / 256)).point(_EYE), dtype=np.int16)
    after = step if bold else 0
    padded = np.pad(pixels, ((step, after), (step, after), (0, 0)), mode="edge")
    inner = slice(step, step + image.width)
    across = np.abs(padded[inner, step + after :] - padded[inner, : -step - after])
    down = np.abs(padded[step + after :, inner] - padded[: -step - after, inner])
    return np.maximum(across, down).max(axis=2)


def _mask(values: np.ndarray, low: float, high: float) -> Image.Image:
    """A mask that is 0 up to `low`, 255 from `high`, and runs evenly between."""
    return Image.fromarray(np.clip((values - low) * (255 / (high - low)), 0, 255).astype(np.uint8))


def _ramp(image: Image.Image, dark: str, middle: str, light: str) -> Image.Image:
    """The picture's brightness in three colours."""
    return ImageOps.colorize(ImageOps.autocontrast(image.convert("L"), cutoff=1), dark, light, middle)


def _pencil(image):
    tone = image.convert("L").point(lambda v: 112 + v * 134 // 255)
    drawn = ImageOps.colorize(tone, "#000000", "#fdfaf0")
    drawn.paste("#2b2826", (0, 0), _mask(_edges(image, bold=False), 10, 44))
    return drawn


def _pixels(image):
    small = image.resize((BLOCKS, BLOCKS), Image.Resampling.BOX)
    flat = (
        ImageEnhance.Color(ImageEnhance.Contrast(small).enhance(1.25)).enhance(1.3).point(lambda v: round(v / 51) * 51)
    )
    return flat.resize(image.size, Image.Resampling.NEAREST)


def _glass(image):
    bright = ImageEnhance.Color(image.filter(ImageFilter.BoxBlur(image.width / 64))).enhance(2.2)
    flat = bright.point(lambda v: min(255, round(v / 64) * 64))
    flat.paste("#14121c", (0, 0), _mask(_edges(image), 38, 72))
    flat.paste("#14121c", (0, 0), _leads(image.width))
    return flat


@lru_cache(maxsize=16)
def _leads(size: int) -> Image.Image:
    """The leads of a window: a diamond lattice under a pointed arch."""
    box = size * 4 if size < 512 else size
    mask = Image.new("L", (box, box))
    pen, line = ImageDraw.Draw(mask), max(1, box // 56)
    for k in range(-PANES, 2 * PANES, 2):
        x = k * box / PANES
        pen.line((x, 0, x + box, box), 190, line)
        pen.line((x, 0, x - box, box), 190, line)
    frame, edge, spring = Image.new("L", (box, box), 255), box // 32, box * 3 // 8
    half = box / 2 - edge
    left, right = (Image.new("L", (box, box), 255) for _ in range(2))
    for side, middle in ((left, edge), (right, box - edge)):
        bow = (middle - 2 * half, spring - 0.84 * half, middle + 2 * half, spring + 0.84 * half)
        ImageDraw.Draw(side).ellipse(bow, 0)
    ImageDraw.Draw(frame).rectangle((edge, spring, box - edge, box - edge), 0)
    frame = ImageChops.darker(frame, ImageChops.lighter(left, right))
    return ImageChops.lighter(mask, frame).resize((size, size), Image.Resampling.BOX)


def _neon(image):
    lines = _mask(_edges(image), 20, 70)
    colors = ImageEnhance.Color(image.filter(ImageFilter.BoxBlur(image.width / 64))).enhance(3.0)
    peak = np.asarray(colors, dtype=np.float32)
    vivid = Image.fromarray(
        (peak * (255 / np.maximum(peak.max(axis=2, keepdims=True), 60))).clip(0, 255).astype(np.uint8)
    )
    tubes = Image.composite(vivid, ImageEnhance.Brightness(image).enhance(0.2), lines)
    glow = ImageEnhance.Brightness(tubes.filter(ImageFilter.GaussianBlur(image.width / 32))).enhance(1.2)
    return ImageChops.screen(tubes, glow)


def _monochrome(image):
    return _ramp(image, "#000000", "#808080", "#ffffff")


def _sepia(image):
    faded = _ramp(image, "#2e1a0c", "#a5763f", "#fbeccb")
    faded.paste("#fff6e0", (0, 0), _frame(image.width))
    return faded


@lru_cache(maxsize=16)
def _frame(size: int) -> Image.Image:
    """The border of an old print, a sixteenth wide."""
    mask, edge = Image.new("L", (size, size), 255), size // 16
    mask.paste(0, (edge, edge, size - edge, size - edge))
    return mask


def _ukiyoe(image):
    soft = image.filter(ImageFilter.BoxBlur(image.width / 128))
    flat = soft.quantize(palette=_woodblocks(), dither=Image.Dither.NONE).convert("RGB")
    flat.paste("#1c2440", (0, 0), _mask(_edges(image, bold=False), 13, 44))
    unit = image.width / 32
    flat.paste("#f2e6c6", tuple(round(v * unit) for v in (26, 1, 31, 12)))
    flat.paste("#c0301c", tuple(round(v * unit) for v in (27, 2, 30, 11)))
    return flat


@lru_cache(maxsize=1)
def _woodblocks() -> Image.Image:
    """The colours of a print, as a palette image."""
    palette = Image.new("P", (1, 1))
    colors = [channel for code in UKIYOE for channel in bytes.fromhex(code)]
    palette.putpalette(colors + colors[:3] * (256 - len(UKIYOE)))
    return palette


def _stamp(image):
    size = image.width
    inner = size * 3 // 4
    sheet = _perforated(size).copy()
    corner = (size - inner) // 2
    sheet.paste(
        image.resize((inner, inner), Image.Resampling.BOX if inner > 48 else Image.Resampling.LANCZOS), (corner, corner)
    )
    return sheet


@lru_cache(maxsize=16)
def _perforated(size: int) -> Image.Image:
    """White stamp paper with a perforated edge, on a desk."""
    box = size * 4 if size < 512 else size
    sheet, edge, hole = Image.new("RGB", (box, box), "#53606e"), box / 32, box / 40
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((edge, edge, box - edge, box - edge), "#fffdf6")
    for k in range(17):
        along = k * (box - 2 * edge) / 16 + edge
        for x, y in ((along, edge), (along, box - edge), (edge, along), (box - edge, along)):
            pen.ellipse((x - hole, y - hole, x + hole, y + hole), "#53606e")
    return sheet.resize((size, size), Image.Resampling.BOX)


def _chalk(image):
    board = ImageOps.colorize(image.convert("L"), "#16302a", "#648578")
    strokes = ImageEnhance.Brightness(ImageEnhance.Color(image).enhance(1.4)).enhance(1.2)
    soft = Image.blend(strokes, Image.new("RGB", image.size, "#ffffff"), 0.65)
    return Image.composite(soft, board, _mask(_edges(image), 18, 64))


MEDIUMS = {
    "illustration": _illustration,
    "pencil sketch": _pencil,
    "chalk drawing": _chalk,
    "pixel art illustration": _pixels,
    "black and white photograph": _monochrome,
    "sepia tone photograph": _sepia,
    "ukiyo-e print": _ukiyoe,
    "postage stamp": _stamp,
    "stained glass window": _glass,
    "neon sign": _neon,
}
