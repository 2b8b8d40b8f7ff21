"""Mediums: filters that turn a picture into a pencil sketch, a neon sign, an oil painting …

Lengths are shares of the picture's side, so every size gives the same picture."""

from functools import lru_cache

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

from helpers.pictures.kit.mediums import drawings, paintings
from helpers.pictures.kit.mediums.filters import edges, mask, palette, ramp

# panes of leaded glass and blocks of pixel art along a side
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


def _pixels(image):
    small = image.resize((BLOCKS, BLOCKS), Image.Resampling.BOX)
    flat = (
        ImageEnhance.Color(ImageEnhance.Contrast(small).enhance(1.25)).enhance(1.3).point(lambda v: round(v / 51) * 51)
    )
    return flat.resize(image.size, Image.Resampling.NEAREST)


def _glass(image):
    bright = ImageEnhance.Color(image.filter(ImageFilter.BoxBlur(image.width / 64))).enhance(2.2)
    flat = bright.point(lambda v: min(255, round(v / 64) * 64))
    flat.paste("#14121c", (0, 0), mask(edges(image), 38, 72))
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
    lines = mask(edges(image), 20, 70)
    colors = ImageEnhance.Color(image.filter(ImageFilter.BoxBlur(image.width / 64))).enhance(3.0)
    peak = np.asarray(colors, dtype=np.float32)
    vivid = Image.fromarray(
        (peak * (255 / np.maximum(peak.max(axis=2, keepdims=True), 60))).clip(0, 255).astype(np.uint8)
    )
    tubes = Image.composite(vivid, ImageEnhance.Brightness(image).enhance(0.2), lines)
    glow = ImageEnhance.Brightness(tubes.filter(ImageFilter.GaussianBlur(image.width / 32))).enhance(1.2)
    return ImageChops.screen(tubes, glow)


def _monochrome(image):
    return ramp(image, "#000000", "#808080", "#ffffff")


def _sepia(image):
    faded = ramp(image, "#2e1a0c", "#a5763f", "#fbeccb")
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
    flat = soft.quantize(palette=palette(UKIYOE), dither=Image.Dither.NONE).convert("RGB")
    flat.paste("#1c2440", (0, 0), mask(edges(image, bold=False), 13, 44))
    unit = image.width / 32
    flat.paste("#f2e6c6", tuple(round(v * unit) for v in (26, 1, 31, 12)))
    flat.paste("#c0301c", tuple(round(v * unit) for v in (27, 2, 30, 11)))
    return flat


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


MEDIUMS = {
    "illustration": _illustration,
    "pencil sketch": drawings.pencil,
    "chalk drawing": drawings.chalk,
    "pixel art illustration": _pixels,
    "black and white photograph": _monochrome,
    "sepia tone photograph": _sepia,
    "ukiyo-e print": _ukiyoe,
    "postage stamp": _stamp,
    "stained glass window": _glass,
    "neon sign": _neon,
    "painting": paintings.oil,
    "painting in pop art style": paintings.pop_art,
    "painting in cubist style": paintings.cubist,
    "painting in surrealist style": paintings.surreal,
    "painting in the style of van gogh": paintings.van_gogh,
    "painting in the style of claude monet": paintings.monet,
    "drawing": drawings.pen,
    "charcoal drawing": drawings.charcoal,
    "crayon drawing": drawings.crayon,
    "cartoon": drawings.cartoon,
    "wood engraving": drawings.engraving,
    "poster": drawings.poster,
}
# mediums too coarse for outlines: a subject needs a glow to stand out from what is behind it
BROAD = {
    "painting", "painting in cubist style", "painting in the style of van gogh",
    "painting in the style of claude monet", "drawing", "charcoal drawing", "crayon drawing", "wood engraving",
}  # fmt: skip
