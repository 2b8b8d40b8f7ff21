"""Drawing mediums: pen, pencil, charcoal, crayon, chalk, cartoon, engraving, poster."""

from functools import lru_cache

import numpy as np
from PIL import Image, ImageEnhance, ImageFilter, ImageOps

from helpers.pictures.kit.mediums.filters import detail, edges, grain, mask, palette, places
from helpers.pictures.kit.sprites import layer

CRAYONS = (
    "ef2b2d", "ff7f27", "ffd21f", "ffb199", "7a3f1d", "1f9d3a", "8ed13f", "0f7f78", "2a62d8", "5fb4f2",
    "1c2a6e", "7b3fb0", "d86fb8", "1f1f26", "8d8f98", "fff4d6", "6e6a14", "c79a62", "b9dcf5",
)  # fmt: skip

_NOTEBOOK = '<rect width="128" height="128" fill="#fdfdf8"/>' + "".join(
    f'<path d="M0 {y}H128" stroke="#a9c8ea" stroke-width="1.6"/>' for y in range(12, 128, 12)
) + '<path d="M14 0V128" stroke="#ee7b86" stroke-width="2"/>'  # fmt: skip
_PANEL = (
    '<path d="M0 0H128V128H0ZM14 5Q5 5 5 14V114Q5 123 14 123H114Q123 123 123 114V14Q123 5 114 5Z" fill="#ffffff"/>'
    + ('<rect x="5" y="5" width="118" height="118" rx="9" fill="none" stroke="#101014" stroke-width="4"/>')
)
_PLATE = '<path d="M0 0H128V128H0ZM6 6V122H122V6Z" fill="#f1e6cb"/>' + (
    '<rect x="6" y="6" width="116" height="116" fill="none" stroke="#17120e" stroke-width="2.5"/>'
)
_LETTERS = "".join(
    f'<path d="{d}" transform="translate({x} 108)" fill="#fff3d2"/>'
    for x, d in (
        (17, "M0 0H4V10H0Z"), (24, "M0 10L6 0L12 10Z"), (39, "M0 0H9V3H3V10H0Z"), (51, "M5 0A5 5 0 1 1 4.9 0Z"),
        (64, "M0 0H3V7H9V10H0Z"), (76, "M0 0H10V4H7V10H3V4H0Z"), (89, "M0 0H12L6 10Z"), (104, "M0 0H8V10H0Z"),
    )
)  # fmt: skip
_POSTER = (
    '<path d="M0 0H128V128H0ZM8 8V102H120V8Z" fill="#f7ead0"/>'
    '<rect x="8" y="8" width="112" height="94" fill="none" stroke="#1c2430" stroke-width="2"/>'
    f'<rect x="8" y="104" width="112" height="18" fill="#b3261e"/>{_LETTERS}'
)


def pencil(image):
    tone = image.convert("L").point(lambda v: 112 + v * 134 // 255)
    drawn = ImageOps.colorize(tone, "#000000", "#fdfaf0")
    drawn.paste("#2b2826", (0, 0), mask(edges(image, bold=False), 10, 44))
    return drawn


def chalk(image):
    board = ImageOps.colorize(image.convert("L"), "#16302a", "#648578")
    strokes = ImageEnhance.Brightness(ImageEnhance.Color(image).enhance(1.4)).enhance(1.2)
    soft = Image.blend(strokes, Image.new("RGB", image.size, "#ffffff"), 0.65)
    return Image.composite(soft, board, mask(edges(image), 18, 64))


@lru_cache(maxsize=8)
def _hatching(size: int, lines: int, slant: float, sway: float = 0.0) -> np.ndarray:
    """Nearness of each pixel to a hatching line, (size, size): 0 midway between two lines, 1 on a line."""
    x, y = places(size)
    phase = (y + slant * x + sway * np.sin(2 * np.pi * x)) * lines
    return 1 - np.abs(phase % 1 - 0.5) * 2


def pen(image):
    """Ballpoint and coloured pencil on a page of a notebook."""
    size = image.width
    tone = np.asarray(image.convert("L"), dtype=np.float32) / 255
    cover = (0.95 - tone * 0.55 - _hatching(size, 16, 0.8) * 0.75 + 0.1) * 255
    page = layer(_NOTEBOOK, size).convert("RGB")
    tint = Image.blend(ImageEnhance.Color(image).enhance(1.3), Image.new("RGB", image.size, "#ffffff"), 0.25)
    page.paste(tint, (0, 0), mask(cover, 0, 128))
    page.paste("#1c2fa8", (0, 0), mask(edges(image, bold=False), 12, 40))
    return page


def charcoal(image):
    """Broad smudged black on grey paper, with bare paper round it."""
    size = image.width
    rough = grain(size, 64, 11)
    gray = ImageOps.autocontrast(image.convert("L"), cutoff=1)
    tone = np.asarray(Image.blend(gray, ImageOps.equalize(gray), 0.4).filter(ImageFilter.BoxBlur(size / 64)))
    lines = mask(edges(image), 8, 70).filter(ImageFilter.GaussianBlur(size / 128))
    black = (255 - tone.astype(np.float32)) * 0.75 - rough * 44
    black = np.maximum(black, np.asarray(lines) * (0.7 + 0.5 * (rough < 0.7)))
    x, y = places(size)
    margin = np.minimum(np.minimum(x, 1 - x), np.minimum(y, 1 - y)) + (grain(size, 16, 5) - 0.5) * 0.06
    paper = Image.new("RGB", image.size, "#c6beb2")
    paper.paste("#121214", (0, 0), mask(black * ((margin - 0.03) * 28).clip(0, 1), 0, 235))
    return paper


def crayon(image):
    """Waxy colour that leaves the tooth of white paper bare."""
    size = image.width
    bright = ImageEnhance.Color(image.filter(ImageFilter.BoxBlur(size / 64))).enhance(1.5)
    wax = bright.quantize(palette=palette(CRAYONS), dither=Image.Dither.NONE).convert("RGB")
    tooth = grain(size, 48, 2) * 0.7 + _hatching(size, 12, -0.9, 0.03) * 0.35
    x, y = places(size)
    margin = np.minimum(np.minimum(x, 1 - x), np.minimum(y, 1 - y)) + (grain(size, 24, 4) - 0.5) * 0.07
    paper = Image.new("RGB", image.size, "#fffefa")
    paper.paste(wax, (0, 0), mask((tooth - 0.22) * ((margin - 0.03) * 40).clip(0, 1), 0, 0.2))
    dark = ImageEnhance.Brightness(wax).enhance(0.55)
    paper.paste(dark, (0, 0), mask(edges(image) * (0.6 + grain(size, 48, 9)), 18, 50))
    return paper


def cartoon(image):
    """Flat colours and thick black lines in a round-cornered panel."""
    bright = ImageEnhance.Color(image.filter(ImageFilter.BoxBlur(image.width / 64))).enhance(1.45)
    flat = bright.point(lambda v: min(255, round(v / 51) * 47 + 30))
    flat.paste("#101014", (0, 0), mask(edges(image), 26, 48))
    panel = layer(_PANEL, image.width)
    flat.paste(panel, (0, 0), panel)
    return flat


def engraving(image):
    """Lines cut close or far apart as the tone asks, white ones where it is dark."""
    size = image.width * (2 if image.width < 256 else 1)  # a small picture cannot hold its fine lines
    large = image.resize((size, size), Image.Resampling.BICUBIC)
    gray = large.convert("L")
    even = Image.blend(ImageOps.autocontrast(gray, cutoff=1), ImageOps.equalize(gray), 0.5)
    tone = np.asarray(even, dtype=np.float32) / 255
    near = np.asarray(detail(large), dtype=np.float32) * (0.85 / 255)
    ink = 0.1 + (_hatching(size, 22, 0.0, 0.02) * (1 - near) + 0.5 * near) * 0.85 - tone
    line = np.clip((edges(large, bold=False).astype(np.float32) - 12) / 60, 0, 1)
    dark = np.asarray(even.filter(ImageFilter.BoxBlur(size / 24))) < 107
    ink += np.where(dark, -line, line)
    cut = mask(ink, -0.22, 0.22).resize(image.size, Image.Resampling.BOX)
    plate = layer(_PLATE, image.width)
    paper = Image.new("RGB", image.size, "#f1e6cb")
    paper.paste("#17120e", (0, 0), cut)
    paper.paste(plate, (0, 0), plate)
    return paper


def poster(image):
    """A few flat tones over a bar of letters."""
    size = image.width
    soft = image.filter(ImageFilter.BoxBlur(size / 100))
    flat = ImageEnhance.Contrast(soft).enhance(1.25).point(lambda v: round(v / 51) * 51)
    inner, corner = round(size * 7 / 8), round(size / 16)
    sheet = Image.new("RGB", image.size)
    sheet.paste(flat.resize((inner, inner), Image.Resampling.BOX), (corner, round(size * 0.02)))
    frame = layer(_POSTER, size)
    sheet.paste(frame, (0, 0), frame)
    return sheet
