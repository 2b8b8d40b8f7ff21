"""Styles: filters that make a layer of voxels, of clay or an x-ray. Every size gives the same picture."""

import random

import numpy as np
from PIL import Image, ImageChops, ImageFilter, ImageOps

from helpers.pictures.kit.sprites import layer
from helpers.pictures.vocabulary import darker, lighter

FINE = 512  # pixels; the soft shading of larger layers is computed at this size and enlarged


def voxels(image: Image.Image, cells: int, relief: float = 1.0) -> Image.Image:
    """The layer built of shaded cubes, `cells` of them along its side."""
    parts = 6
    fine = image.resize((cells * parts, cells * parts), Image.Resampling.BOX)
    opaque = (
        np.asarray(fine.getchannel("A")).reshape(cells, parts, cells, parts).swapaxes(1, 2).reshape(cells, cells, -1)
    )
    few = fine.convert("RGB").quantize(20, dither=Image.Dither.NONE)
    names = np.asarray(few).reshape(cells, parts, cells, parts).swapaxes(1, 2).reshape(cells, cells, -1)
    palette, backs, fronts = few.getpalette(), [], []
    count = len(palette) // 3
    dark = np.asarray(palette[: 3 * count]).reshape(-1, 3).mean(axis=1) < 75
    weight = np.where(dark, 3.2, 1.0)  # dark colours count more: eyes and stripes would be outvoted
    for row in range(cells):
        for column in range(cells):
            seen = opaque[row, column] > 127
            if seen.mean() < 0.45:
                continue
            name = int((np.bincount(names[row, column][seen], minlength=count) * weight).argmax())
            color = "#" + bytes(palette[3 * name : 3 * name + 3]).hex()
            x, y = column * 10, row * 10
            backs.append(
                f'<path d="M{x} {y}l4 -4h10l-4 4z" fill="{lighter(color, 0.45)}"/>'
                f'<path d="M{x + 10} {y}l4 -4v10l-4 4z" fill="{darker(color, 0.45)}"/>'
            )
            fronts.append(
                f'<path d="M{x} {y}h10v10h-10z" fill="{darker(color, 0.3 * relief)}"/>'
                f'<path d="M{x} {y}h8v8h-8z" fill="{lighter(color, 0.35 * relief)}"/><path '
                f'd="M{x + 2} {y + 2}h6v6h-6z" fill="{color}"/>'
            )
    return layer("".join(backs + fronts), image.width, cells * 10)


def clay(image: Image.Image, prints: float = 0.16, pats: float = 0.0) -> Image.Image:
    """The layer kneaded of clay: soft light from the upper left, thumbprints, or pats of clay side by side."""
    if image.width > FINE:
        return clay(image.resize((FINE, FINE), Image.Resampling.BOX), prints, pats).resize(
            image.size, Image.Resampling.BICUBIC
        )
    width = image.width
    soft = image.filter(ImageFilter.GaussianBlur(width / 150))
    alpha = image.getchannel("A").filter(ImageFilter.GaussianBlur(width / 64))
    alpha = alpha.point(lambda v: max(0, min(255, (v - 96) * 4)))
    rgb = np.asarray(soft.convert("RGB"), dtype=np.float32)
    height = 0.85 * _blurred(image.getchannel("A"), width / 22) + 0.15 * _blurred(image.convert("L"), width / 58)
    down, across = np.gradient(height, 1 / width)
    light = np.clip((across + down) * 0.1, -0.55, 0.5)
    pressed = np.asarray(_thumbprints(width), dtype=np.float32)[..., 3:] / 255
    shaded = rgb * 0.9 + 20
    if pats:
        light = light + (np.asarray(_pats(width).convert("L"), dtype=np.float32) / 255 - 0.5) * pats
    shaded = np.where(light[..., None] > 0, shaded + (255 - shaded) * light[..., None], shaded * (1 + light[..., None]))
    shaded = shaded * (1 - prints * pressed)
    return Image.merge("RGBA", (*Image.fromarray(np.uint8(np.clip(shaded, 0, 255))).split(), alpha))


def _blurred(image: Image.Image, radius: float) -> np.ndarray:
    """A gray layer blurred in three passes, as floats from 0 to 1: whole numbers would turn slopes into steps."""
    values, step = np.asarray(image, dtype=np.float32) / 255, max(1, round(radius))
    for axis in (0, 1) * 3:
        padded = np.pad(values, [(step + 1, step) if axis == k else (0, 0) for k in (0, 1)], mode="edge")
        sums = np.cumsum(padded, axis=axis, dtype=np.float64)
        after, before = (np.take(sums, np.arange(n, n + values.shape[axis]), axis=axis) for n in (2 * step + 1, 0))
        values = (after - before) / (2 * step + 1)
    return values


def _pats(pixels: int) -> Image.Image:
    """Lumps of clay pressed side by side, light at their upper left and dark at their lower right."""
    rng = random.Random("pats")
    lumps = "".join(
        f'<ellipse cx="{14 * column + 7 * (row % 2) + rng.uniform(-2, 2):.1f}" '
        f'cy="{9 * row + rng.uniform(-1.500, 1.500):.1f}" '
        f'rx="10" ry="6.500" fill="url(#pat)" transform="rotate({rng.uniform(-12, 12):.0f} {14 * column} {9 * row})"/>'
        for row in range(16)
        for column in range(11)
    )
    shade = '<linearGradient id="pat" x1=".2" y1="0" x2=".8" y2="1"><stop offset="0" stop-color="#fff"/>'
    shade += '<stop offset=".35" stop-color="#888"/><stop offset="1" stop-color="#222"/></linearGradient>'
    return layer(f'<defs>{shade}</defs><path d="M0 0h128v128h-128z" fill="#666"/>{lumps}', pixels)


def _thumbprints(pixels: int) -> Image.Image:
    """The prints of a thumb here and there: nested arcs, in the alpha channel."""
    rng, arcs = random.Random("thumb"), ""
    for x, y in ((28, 34), (88, 22), (62, 66), (104, 84), (24, 96), (70, 112)):
        turn = rng.randrange(180)
        for k in range(5):
            arcs += (
                f'<ellipse cx="{x}" cy="{y}" rx="{2 + 2.600 * k:.1f}" ry="{3 + 3.400 * k:.1f}" '
                f'transform="rotate({turn} {x} {y})"/>'
            )
    return layer(f'<g fill="none" stroke="#000" stroke-width="1.300">{arcs}</g>', pixels)


def xray(image: Image.Image, bones: Image.Image) -> Image.Image:
    """The layer as a glowing shadow with a bright rim, its bones shining through."""
    if image.width > FINE:
        small = (one.resize((FINE, FINE), Image.Resampling.BOX) for one in (image, bones))
        return xray(*small).resize(image.size, Image.Resampling.BICUBIC)
    alpha = image.getchannel("A")
    inner = alpha.filter(ImageFilter.GaussianBlur(image.width / 40))
    rim = ImageChops.multiply(alpha, ImageOps.invert(inner)).point(lambda v: min(255, v * 3))
    tissue = image.convert("L").point(lambda v: 30 + v * 9 // 16)
    glow = ImageChops.add(tissue, rim.point(lambda v: v // 2))
    flesh = ImageOps.colorize(glow, "#0a2a5c", "#b8ecff", "#2f86c8")
    seen = ImageChops.multiply(alpha, ImageChops.add(rim, Image.new("L", image.size, 150)))
    body = Image.merge("RGBA", (*flesh.split(), seen))
    body.alpha_composite(bones)
    return body


def xray_ground(image: Image.Image) -> Image.Image:
    """The background of an x-ray: the picture in darkest blue."""
    return ImageOps.colorize(image.convert("L"), "#020a1e", "#2a5c96", "#103668")
