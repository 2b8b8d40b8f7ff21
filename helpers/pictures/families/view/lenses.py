"""Lenses: warps of a picture or a layer, computed once per size."""

from functools import lru_cache

import numpy as np
from PIL import Image

SUPERSAMPLED = 1024  # pictures up to here are warped at twice their size, so that edges stay smooth


def fisheye_side(size: int) -> int:
    """The side of the picture that `fisheye` wants for a result of `size` pixels."""
    return size * 2 if size <= SUPERSAMPLED else size


def fisheye(image: Image.Image, size: int) -> Image.Image:
    """A round picture on black whose middle bulges towards the viewer."""
    side = image.width
    pixels = np.asarray(image).reshape(-1, 3)
    picked = np.concatenate([pixels, np.zeros((1, 3), np.uint8)])[_bulge(side)]
    warped = Image.fromarray(picked)
    return warped.reduce(side // size) if side > size else warped


@lru_cache(maxsize=8)
def _bulge(side: int) -> np.ndarray:
    """For each pixel the index of the pixel it shows; the index after the last is black."""
    line = (np.arange(side) + 0.5) / side * 2 - 1
    x, y = np.meshgrid(line, line)
    far = np.hypot(x, y) / 0.97
    stretch = (0.5 + 0.8 * far**3) / 0.97
    across = np.clip((x * stretch + 1) * side / 2, 0, side - 1).astype(np.int64)
    down = np.clip((y * stretch + 1) * side / 2, 0, side - 1).astype(np.int64)
    return np.where(far < 1, down * side + across, side * side)


def from_below(image: Image.Image, narrow: float = 0.3) -> Image.Image:
    """A layer seen from below: its upper edge is narrower by the share `narrow`."""
    side = image.width
    loss = narrow / 2 * side
    corners = ((loss, 0), (side - loss, 0), (side, side), (0, side))
    whole = ((0, 0), (side, 0), (side, side), (0, side))
    rows, known = [], []
    for (x, y), (u, v) in zip(corners, whole, strict=True):
        rows += [(x, y, 1, 0, 0, 0, -u * x, -u * y), (0, 0, 0, x, y, 1, -v * x, -v * y)]
        known += [u, v]
    plane = tuple(np.linalg.solve(np.array(rows, float), np.array(known, float)))
    return image.transform(image.size, Image.Transform.PERSPECTIVE, plane, Image.Resampling.BICUBIC)


def cropped(image: Image.Image, x: float, y: float, width: float, size: int) -> Image.Image:
    """The square of `width` round (x, y), in shares of the layer's side, on a layer of `size` pixels."""
    left, top = round((x - width / 2) * image.width), round((y - width / 2) * image.width)
    return image.transform(
        (size, size),
        Image.Transform.AFFINE,
        (width * image.width / size, 0, left, 0, width * image.width / size, top),
        Image.Resampling.BILINEAR,
    )


GLOBE = (4, 4.75, 1.6)  # the little planet of a spherical panorama: middle and radius, in eighths of the picture


def round_a_planet(image: Image.Image, size: int, degrees: float) -> Image.Image:
    """A layer standing on the little planet, `degrees` around it."""
    x, y, radius = (v * size / 8 for v in GLOBE)
    whole, pixels = Image.new("RGBA", (size, size)), max(1, round(3 * size / 8))
    small = image.resize((pixels, pixels), Image.Resampling.LANCZOS)
    whole.paste(small, (round(x - pixels / 2), round(y - 0.96 * radius) - pixels))
    return whole.rotate(degrees, Image.Resampling.BICUBIC, center=(x, y))
