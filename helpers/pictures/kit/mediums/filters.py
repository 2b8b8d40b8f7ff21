"""What the mediums share: edges, masks, tones, grain. Lengths are shares of the picture's side."""

from functools import lru_cache

import numpy as np
from PIL import Image, ImageFilter, ImageOps

# perceived brightness: a square root, so that steps between dark tones count as much as between light ones
_EYE = [round(255 * (v / 255) ** 0.5) for v in range(256)] * 3


def edges(image: Image.Image, bold: bool = True) -> np.ndarray:
    """Largest change of a colour channel across 1/32 of the side (1/64 if not bold): (size, size), 0–255."""
    step = max(1, round(image.width / 64))
    pixels = np.asarray(image.filter(ImageFilter.BoxBlur(image.width / 256)).point(_EYE), dtype=np.int16)
    after = step if bold else 0
    padded = np.pad(pixels, ((step, after), (step, after), (0, 0)), mode="edge")
    inner = slice(step, step + image.width)
    across = np.abs(padded[inner, step + after :] - padded[inner, : -step - after])
    down = np.abs(padded[step + after :, inner] - padded[: -step - after, inner])
    return np.maximum(across, down).max(axis=2)


def mask(values: np.ndarray, low: float, high: float) -> Image.Image:
    """A mask that is 0 up to `low`, 255 from `high`, linear in between."""
    return Image.fromarray(np.clip((values - low) * (255 / (high - low)), 0, 255).astype(np.uint8))


def ramp(image: Image.Image, dark: str, middle: str, light: str) -> Image.Image:
    """The picture's brightness, mapped to three colours."""
    return ImageOps.colorize(ImageOps.autocontrast(image.convert("L"), cutoff=1), dark, light, middle)


def detail(image: Image.Image) -> Image.Image:
    """A soft mask of where the picture has fine detail, for mediums that work finer there."""
    return mask(edges(image, bold=False), 5, 36).filter(ImageFilter.BoxBlur(image.width / 40))


def palette(colors: tuple[str, ...]) -> Image.Image:
    """The palette image that PIL's `quantize` needs, from "rrggbb" colours."""
    image = Image.new("P", (1, 1))
    flat = [channel for code in colors for channel in bytes.fromhex(code)]
    image.putpalette(flat + flat[:3] * (256 - len(colors)))
    return image


@lru_cache(maxsize=16)
def grain(size: int, cells: int, seed: int) -> np.ndarray:
    """Fixed noise in [0, 1] with `cells` × `cells` grains, (size, size)."""
    noise = np.random.default_rng(seed).random((cells, cells), dtype=np.float32)
    return np.asarray(Image.fromarray(noise).resize((size, size), Image.Resampling.BILINEAR))


@lru_cache(maxsize=16)
def places(size: int) -> tuple[np.ndarray, np.ndarray]:
    """x and y of the pixels' centres as shares of the side, shaped (1, size) and (size, 1)."""
    along = (np.arange(size, dtype=np.float32) + 0.5) / size
    return along[None, :], along[:, None]
