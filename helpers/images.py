"""Images ⇄ pixels: everything that reads a picture of any kind does it here. It knows no model."""

import os
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float
from PIL import Image, ImageCms, ImageOps
from torch import Tensor
from torch.nn import functional as F

LARGEST = 89_478_485  # pixels of a picture; Pillow warns of a decompression bomb above that
SLACK = 1e-3  # how far rounding may take floats out of [0, 1]
KINDS = (
    "a path, an image, an array [height, width] or [height, width, 1 … 4], or a tensor [3, height, width]; "
    "whole numbers are uint8 or uint16, floats lie in [0, 1]"
)

Picture = str | os.PathLike | Image.Image | np.ndarray | Tensor


def open_picture(path: str | os.PathLike) -> Image.Image:
    """Open a picture file the right way up. Raises FileNotFoundError, or ValueError for one that is damaged or huge."""
    path = Path(path).expanduser()
    if not path.exists():
        raise FileNotFoundError(f"there is no file {str(path)!r}; give the path of a picture (PNG, JPEG, …)")
    try:
        if not path.is_file():
            raise ValueError("it is no file")
        with Image.open(path) as image:
            return _upright(image)
    except Exception as error:  # Pillow's readers have errors of many kinds for damaged files
        raise ValueError(f"{str(path)!r} cannot be read as a picture: {error}; give a PNG, JPEG, …") from error


def to_pixels(picture: Picture, size: int) -> Float[Tensor, "3 size size"]:
    """A picture of any kind as floats in [0, 1]: upright, on white, cropped to its middle square and resized.

    Raises ValueError, in one sentence, for what is no picture; FileNotFoundError for a path without a file.
    """
    if isinstance(picture, Tensor) and picture.dim() == 3 and len(picture) == 3 and picture.is_floating_point():
        return _resized(_checked(picture).float(), size)
    return torch.from_numpy(np.asarray(to_square(picture, size), dtype=np.float32) / 255).permute(2, 0, 1)


def to_batch(pictures: Picture | Iterable[Picture], size: int) -> Float[Tensor, "n 3 size size"]:
    """One picture or several as floats in [0, 1], each as `to_pixels` makes it; arrays and tensors may be batches."""
    if isinstance(pictures, Tensor) and pictures.is_floating_point() and pictures.shape[1:] == (3, size, size):
        return _checked(pictures).float()
    one = isinstance(pictures, str | os.PathLike | Image.Image)
    if one or (isinstance(pictures, np.ndarray | Tensor) and pictures.ndim != 4):
        pictures = [pictures]
    if not isinstance(pictures, Iterable):
        raise _no_picture(pictures)
    pixels = [to_pixels(picture, size) for picture in pictures]
    if not pixels:
        raise ValueError("there is no picture; give at least one")
    return torch.stack(pixels)


def to_image(picture: Picture) -> Image.Image:
    """A picture of any kind as an RGB image, upright and on white. Raises as `to_pixels` does."""
    if isinstance(picture, str | os.PathLike):
        picture = open_picture(picture)
    if isinstance(picture, Tensor):
        if picture.dim() != 3 or len(picture) > 4 or picture.is_meta:
            raise _no_picture(picture)
        picture = picture.detach().cpu()
        picture = (picture.float() if picture.is_floating_point() else picture).permute(1, 2, 0).numpy()
    if isinstance(picture, np.ndarray):
        picture = _of_array(picture)
    if not isinstance(picture, Image.Image):
        raise _no_picture(picture)
    try:
        picture = _upright(picture)
    except Exception as error:  # a file that Pillow opened is read only now
        raise ValueError(f"the picture cannot be read: {error}") from error
    return _rgb(picture)


def to_square(picture: Picture, size: int) -> Image.Image:
    """The middle square of a picture of any kind, resized to `size` pixels. Raises as `to_pixels` does."""
    image = to_image(picture)
    if image.size == (size, size):
        return image
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    return image.resize((size, size), Image.Resampling.LANCZOS, (left, top, left + side, top + side))


def to_images(pixels: Float[Tensor, "n 3 height width"]) -> list[Image.Image]:
    """Floats in [0, 1] as images."""
    array = (pixels.clamp(0, 1) * 255).round().byte().permute(0, 2, 3, 1).cpu().numpy()
    return [Image.fromarray(a) for a in array]


def _upright(image: Image.Image) -> Image.Image:
    """A loaded image, turned as its EXIF says; not turned where the EXIF cannot be read."""
    if not 0 < image.width * image.height <= LARGEST:
        raise ValueError(f"it has {image.width} × {image.height} pixels; give 1 to {LARGEST:,}")
    image.load()
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # cameras write EXIF of many kinds
        return image.copy()


def _rgb(image: Image.Image) -> Image.Image:
    """An image of any mode as RGB: 16-bit greys and floats are scaled, transparent parts become white."""
    if image.mode == "F" or image.mode.startswith("I;16"):
        image = _of_array(np.asarray(image))
    elif image.mode == "I":  # 32 bits that hold greys of 8 or 16
        low, high = image.getextrema()
        if low < 0 or high > 65535:
            raise ValueError(f"values run from {low} to {high}; greys have 8 bits or 16")
        image = _of_array(np.asarray(image).astype(np.uint16 if high > 255 else np.uint8))
    elif image.mode == "LAB":
        lab, rgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        image = ImageCms.profileToProfile(image, lab, rgb, outputMode="RGB")
    if image.mode == "La":
        image = image.convert("LA")
    if image.mode in ("RGBA", "RGBa", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    return image.convert("RGB")


def _of_array(array: np.ndarray) -> Image.Image:
    """An array [height, width] or [height, width, 1 … 4] as an image of 8 bits: grey, grey and alpha, RGB or RGBA."""
    if array.ndim == 3 and array.shape[2] == 1:
        array = array[:, :, 0]
    if not (array.ndim == 2 or (array.ndim == 3 and array.shape[2] in (2, 3, 4))) or not 0 < array.size <= 4 * LARGEST:
        raise _no_picture(array)
    if array.dtype == bool:
        array = array * np.uint8(255)
    elif array.dtype == np.uint16:
        array = np.round(array / 257).astype(np.uint8)
    elif array.dtype.kind == "f":
        array = np.round(_checked(array).clip(0, 1) * 255).astype(np.uint8)
    elif array.dtype != np.uint8:
        raise _no_picture(array)
    return Image.fromarray(np.ascontiguousarray(array))


def _checked(values: Tensor | np.ndarray) -> Tensor | np.ndarray:
    """The values, if they are floats in [0, 1]; else a ValueError."""
    if 0 in values.shape or getattr(values, "is_meta", False):
        raise _no_picture(values)
    low, high = float(values.min()), float(values.max())
    if not (low >= -SLACK and high <= 1 + SLACK):  # NaN is neither
        raise ValueError(f"a picture's floats run from {low:g} to {high:g}; give them in [0, 1], or uint8 in 0 … 255")
    return values


def resized(pixels: Float[Tensor, "n 3 side side"], size: int) -> Float[Tensor, "n 3 size size"]:
    """Pixels resized bicubically, with antialiasing; those of that size already are returned as they are."""
    if pixels.shape[-1] == size:
        return pixels
    return F.interpolate(pixels, (size, size), mode="bicubic", antialias=True).clamp(0, 1)


def _resized(pixels: Float[Tensor, "3 height width"], size: int) -> Float[Tensor, "3 size size"]:
    height, width = pixels.shape[1:]
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    square = pixels[None, :, top : top + side, left : left + side]
    return resized(square, size)[0]


def _no_picture(thing: object) -> ValueError:
    what = f"{type(thing).__name__}"
    if isinstance(thing, np.ndarray | Tensor):
        what = f"{type(thing).__name__} of shape {tuple(thing.shape)} and type {thing.dtype}"
    return ValueError(f"a {what} is no picture; give {KINDS}")
