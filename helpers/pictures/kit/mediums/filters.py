"""What the mediums share: edges, masks, tones, fixed grain. Every scale is a share of the picture's side."""

from functools import lru_cache

import numpy as np
from PIL import Image, ImageFilter, ImageOps

# brightness as the eye takes it: a step between two darks counts like one between two lights
_EYE = [round(255 * (v / 255) ** 0.5) for v in range(256)] * 3


def edges(image: Image.Image, bold: bool = True) -> np.ndarray:
    """How much the picture changes across 1/32 of its side (1/64 if not bold), 0–255, one value a pixel."""
    step = max(1, round(image.width / 64))
    pixels = np.asarray(image.filter(ImageFilter.BoxBlur(image.width / 256)).point(_EYE), dtype=np.int16)
    after = step if bold else 0
    padded = np.pad(pixels, ((step, after), (step, after), (0, 0)), mode="edge")
    inner = slice(step, step + image.width)
    across = np.abs(padded[inner, step + after :] - padded[inner, : -step - after])
    down = np.abs(padded[step + after :, inner] - padded[: -step - after, inner])
    return np.maximum(across, down).max(axis=2)


def mask(values: np.ndarray, low: float, high: float) -> Image.Image:
    """A mask that is 0 up to `low`, 255 from `high`, and runs evenly between."""
    return Image.fromarray(np.clip((values - low) * (255 / (high - low)), 0, 255).astype(np.uint8))


def ramp(image: Image.Image, dark: str, middle: str, light: str) -> Image.Image:
    """The picture's brightness in three colours."""
    return ImageOps.colorize(ImageOps.autocontrast(image.convert("L"), cutoff=1), dark, light, middle)


def detail(image: Image.Image) -> Image.Image:
    """A soft mask of where the picture is rich in detail, so that a coarse hand goes finer there."""
    return mask(edges(image, bold=False), 5, 36).filter(ImageFilter.BoxBlur(image.width / 40))


def palette(colors: tuple[str, ...]) -> Image.Image:
    """Colours as the palette image that `quantize` asks for."""
    image = Image.new("P", (1, 1))
    flat = [channel for code in colors for channel in bytes.fromhex(code)]
    image.putpalette(flat + flat[:3] * (256 - len(colors)))
    return image


@lru_cache(maxsize=16)
def grain(size: int, cells: int, seed: int) -> np.ndarray:
    """Fixed noise in [0, 1], `cells` × `cells` grains over the picture, one value a pixel."""
    noise = np.random.default_rng(seed).random((cells, cells), dtype=np.float32)
    return np.asarray(Image.fromarray(noise).resize((size, size), Image.Resampling.BILINEAR))


@lru_cache(maxsize=16)
def places(size: int) -> tuple[np.ndarray, np.ndarray]:
    """Where each pixel's centre lies, as shares of the side: across as a row, down as a column."""
    along = (np.arange(size, dtype=np.float32) + 0.5) / size
    return along[None, :], along[:, None]
