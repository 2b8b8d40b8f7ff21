"""Images ⇄ pixels, and pictures from files. It knows no model."""

from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float
from PIL import Image, ImageOps, UnidentifiedImageError
from torch import Tensor


def open_picture(path: str | Path) -> Image.Image:
    """Open a picture file the right way up; say plainly when there is none at `path`."""
    try:
        return ImageOps.exif_transpose(Image.open(path))
    except FileNotFoundError:
        raise FileNotFoundError(f"there is no file {str(path)!r}; give the path of a picture (PNG, JPEG, …)") from None
    except (OSError, UnidentifiedImageError) as error:
        raise ValueError(f"{str(path)!r} cannot be read as a picture: {error}; give a PNG, JPEG, …") from error


def to_pixels(image: Image.Image, size: int) -> Float[Tensor, "3 size size"]:
    """An image as floats in [0, 1]: on white, cropped to its middle square and resized."""
    if image.mode in ("RGBA", "LA", "P"):
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image.convert("RGBA"))
    image = image.convert("RGB")
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    if image.size != (size, size):
        image = image.resize((size, size), Image.Resampling.LANCZOS, (left, top, left + side, top + side))
    return torch.from_numpy(np.asarray(image, dtype=np.float32) / 255).permute(2, 0, 1)


def to_batch(images: list[Image.Image] | Tensor, size: int) -> Float[Tensor, "n 3 size size"]:
    """Images as floats in [0, 1], each as `to_pixels` makes it; a tensor is returned as it is."""
    return images if isinstance(images, Tensor) else torch.stack([to_pixels(image, size) for image in images])


def to_images(pixels: Float[Tensor, "n 3 height width"]) -> list[Image.Image]:
    """Floats in [0, 1] as images."""
    array = (pixels.clamp(0, 1) * 255).round().byte().permute(0, 2, 3, 1).cpu().numpy()
    return [Image.fromarray(a) for a in array]
