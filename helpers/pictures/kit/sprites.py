"""Vector art as layers (RGBA images), and the canvas that they are put on.

The art is Fluent Emoji (MIT) from `assets/fluent.json` and our own SVG from `assets/own/`, all in 32 × 32 view boxes.
Layers are cached, one per size, so never change one in place.
"""

import io
import json
import random
from functools import lru_cache
from importlib import resources

import resvg_py
from PIL import Image, ImageChops, ImageOps

CACHED_PIXELS = 256  # larger layers are not cached: 4,096 of them would fill the memory
ASSETS = resources.files("helpers.pictures") / "assets"


@lru_cache(maxsize=1)
def bodies() -> dict[str, str]:
    """Name of the art -> its SVG body; our own art replaces Fluent's of the same name."""
    art = json.loads((ASSETS / "fluent.json").read_text("utf-8"))["icons"]
    for file in (ASSETS / "own").iterdir():
        if file.name.endswith(".svg"):
            text = file.read_text("utf-8")
            art[file.name[:-4]] = text[text.index(">", text.index("<svg")) + 1 : text.rindex("</svg>")]
    return art


def nested(name: str, x: float, y: float, width: float) -> str:
    """SVG that draws the art `name` at (x, y), `width` wide, inside a larger drawing."""
    if name not in bodies():
        raise KeyError(f"no art named {name!r} in assets/fluent.json or assets/own")
    return f'<svg x="{x}" y="{y}" width="{width}" height="{width}" viewBox="0 0 32 32">{bodies()[name]}</svg>'


def layer(markup: str, pixels: int, box: int = 128) -> Image.Image:
    """Rasterise SVG markup drawn in a `box` × `box` view box to an RGBA layer of `pixels` × `pixels`."""
    return _rasterised(markup, pixels, box) if pixels > CACHED_PIXELS else _cached(markup, pixels, box)


def _rasterised(markup: str, pixels: int, box: int) -> Image.Image:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {box} {box}" width="{box}" height="{box}">{markup}</svg>'
    )
    png = resvg_py.svg_to_bytes(svg_string=svg, width=pixels, height=pixels)
    return Image.open(io.BytesIO(bytes(png))).convert("RGBA")


_cached = lru_cache(maxsize=4096)(_rasterised)


@lru_cache(maxsize=4096)
def sprite(name: str, pixels: int, flip: bool = False) -> Image.Image:
    """The art `name` as an RGBA layer of `pixels` × `pixels`, looking the other way if `flip`."""
    image = layer(nested(name, 0, 0, 32), pixels, 32)
    return ImageOps.mirror(image) if flip else image


def tinted(image: Image.Image, light: tuple[int, int, int]) -> Image.Image:
    """Multiply a layer's colours by a light (255, 255, 255 leaves it as it is)."""
    rgb = ImageChops.multiply(image.convert("RGB"), Image.new("RGB", image.size, light))
    return Image.merge("RGBA", (*rgb.split(), image.getchannel("A")))


def filled(image: Image.Image, color: tuple[int, int, int]) -> Image.Image:
    """A layer's silhouette filled with one colour."""
    return Image.merge("RGBA", (*Image.new("RGB", image.size, color).split(), image.getchannel("A")))


class Canvas:
    """A square picture that is being painted. Positions are in eighths of its side: (4, 4) is the centre."""

    def __init__(self, size: int, rng: random.Random, jitter: float = 0.0, color="white"):
        self.size, self.rng, self.jitter = size, rng, jitter
        self.image = Image.new("RGB", (size, size), color)

    def pixels(self, eighths: float) -> int:
        """A length in whole pixels, at least one."""
        return max(1, round(eighths * self.size / 8))

    def put(self, image: Image.Image, x: float, y: float) -> None:
        """Paste a layer with its centre at (x, y), moved by up to `jitter` eighths."""
        if self.jitter:
            x += self.rng.uniform(-self.jitter, self.jitter)
            y += self.rng.uniform(-self.jitter, self.jitter)
        left, top = round(x * self.size / 8 - image.width / 2), round(y * self.size / 8 - image.height / 2)
        self.image.paste(image, (left, top), image)

    def cover(self, image: Image.Image) -> None:
        """Paste a layer that has the picture's own size."""
        self.image.paste(image, (0, 0), image)
