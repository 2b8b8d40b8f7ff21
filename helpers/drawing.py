"""What a model gives back: drawings, finished and in the making, and pixels as images."""

import dataclasses
import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from jaxtyping import Float, Int
from PIL import Image
from torch import Tensor

from helpers.checkpoints import write_atomically
from helpers.sampling import Settings
from helpers.show import sheet


@dataclass(frozen=True)
class Drawing:
    """Pictures drawn from one caption, with all that is needed to draw them again.

    tokens: [n, rows · columns]; views: per-token [n, rows · columns] tensors asked for by `keep`.
    """

    pictures: list[Image.Image]
    tokens: Int[Tensor, "n picture"]
    caption: str
    settings: Settings
    model: str
    views: dict[str, Tensor | list[Tensor]] = field(default_factory=dict, repr=False)
    drawn_by: Any = field(default=None, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.pictures)

    def __getitem__(self, i) -> Image.Image:
        return self.pictures[i]

    def __repr__(self) -> str:
        size = self.pictures[0].width
        return f"<Drawing: {len(self)} pictures of {size} × {size} px, {self.caption!r}, seed {self.settings.seed}>"

    def _repr_png_(self) -> bytes:
        data = io.BytesIO()
        self.sheet().save(data, "PNG")
        return data.getvalue()

    def sheet(self, columns: int | None = None, scale: int | None = None) -> Image.Image:
        """All pictures on one light sheet, at least 128 px each unless `scale` says otherwise."""
        return sheet(self.pictures, columns, scale)

    def best(self, k: int = 1) -> "Drawing":
        """The `k` pictures that fit the caption best, by the ranker, best first."""
        if not 0 < k <= len(self):
            raise ValueError(f"k is {k}; give a whole number from 1 to {len(self)}, the pictures there are")
        if self.drawn_by is None:
            raise ValueError("this drawing does not know its model; draw it again to rank it")
        order = self.drawn_by.rank(self.caption, self.pictures).argsort(descending=True, stable=True)[:k]
        views = {name: view[order] for name, view in self.views.items() if isinstance(view, Tensor)}
        return dataclasses.replace(
            self, pictures=[self.pictures[i] for i in order], tokens=self.tokens[order], views=views
        )

    def save(self, path: str | Path) -> tuple[Path, Path]:
        """Write the sheet as PNG and caption, settings and tokens as JSON beside it; returns both paths."""
        path = Path(path).with_suffix(".png")
        record = {
            "caption": self.caption,
            "model": self.model,
            "settings": dataclasses.asdict(self.settings),
            "tokens": self.tokens.tolist(),
        }
        write_atomically(path, self._repr_png_())
        write_atomically(path.with_suffix(".json"), json.dumps(record, indent=1).encode())
        return path, path.with_suffix(".json")


@dataclass(frozen=True)
class Partial:
    """A drawing in the making: `done` of `total` tokens of every picture.

    tokens: [n, done]; where n is drawn in parts, those of the first part, or of the parts that are finished.
    """

    tokens: Int[Tensor, "pictures tokens"]
    done: int
    total: int
    _model: Any = field(repr=False)

    def pictures(self) -> list[Image.Image]:
        """What there is so far; what is not drawn yet is grey."""
        return self._model.decode(self.tokens)


def to_pixels(image: Image.Image, size: int) -> Float[Tensor, "3 size size"]:
    """An image as floats in [0, 1], on white, cropped to its middle square and resized."""
    if image.mode in ("RGBA", "LA", "P"):
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image.convert("RGBA"))
    image = image.convert("RGB")
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    if image.size != (size, size):
        image = image.resize((size, size), Image.Resampling.LANCZOS, (left, top, left + side, top + side))
    return torch.from_numpy(np.asarray(image, dtype=np.float32) / 255).permute(2, 0, 1)


def to_batch(images: list[Image.Image] | Tensor, size: int) -> Float[Tensor, "n 3 size size"]:
    """Images as floats in [0, 1], each as `to_pixels` makes it; what is a tensor already stays as it is."""
    return images if isinstance(images, Tensor) else torch.stack([to_pixels(image, size) for image in images])


def to_images(pixels: Float[Tensor, "n 3 height width"]) -> list[Image.Image]:
    """Floats in [0, 1] as images."""
    array = (pixels.clamp(0, 1) * 255).round().byte().permute(0, 2, 3, 1).cpu().numpy()
    return [Image.fromarray(a) for a in array]
