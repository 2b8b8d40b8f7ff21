"""Pictures to pictures four times as wide, with sharp edges where a decoder smears them.

A residual network as in EDSR (Lim et al. 2017, section 3.1: no normalisation). It works on a grid half as fine as the
picture and turns channels into pixels at the end (Shi et al. 2016). It knows nothing of captions or tokens.
"""

from dataclasses import dataclass

import torch.nn.functional as F
from jaxtyping import Float
from torch import Tensor, nn

FACTOR = 4  # how many times as wide a picture comes out


@dataclass(frozen=True)
class UpsamplerConfig:
    """Geometry of an upsampler; it takes pictures of any size that `cell` divides."""

    width: int = 64  # channels
    blocks: int = 10  # residual blocks
    cell: int = 2  # width in pixels of the squares that enter as one position
    gain: float | None = 0.1  # factor of each residual path; None: 1


class ResidualBlock(nn.Module):
    """Two 3×3 convolutions, added to their input."""

    def __init__(self, width: int, gain: float):
        super().__init__()
        self.gain = gain
        self.conv_1, self.conv_2 = nn.Conv2d(width, width, 3, padding=1), nn.Conv2d(width, width, 3, padding=1)

    def forward(self, x: Float[Tensor, "batch width rows columns"]) -> Float[Tensor, "batch width rows columns"]:
        return x + self.gain * self.conv_2(F.relu(self.conv_1(x)))


class Upsampler(nn.Module):
    """A picture four times as wide: the bicubic enlargement plus what the network adds to it."""

    def __init__(self, config: UpsamplerConfig):
        super().__init__()
        self.config = c = config
        self.input = nn.Conv2d(3 * c.cell**2, c.width, 3, padding=1)
        self.blocks = nn.Sequential(*(ResidualBlock(c.width, c.gain or 1.0) for _ in range(c.blocks)))
        self.output = nn.Conv2d(c.width, 3 * (FACTOR * c.cell) ** 2, 3, padding=1)
        nn.init.zeros_(self.output.weight), nn.init.zeros_(self.output.bias)  # begin as the bicubic enlargement

    def forward(self, x: Float[Tensor, "batch 3 height width"]) -> Float[Tensor, "batch 3 tall wide"]:
        """Pixels in [0, 1] to pixels four times as fine, a few of which may lie a little outside [0, 1]."""
        cells = F.pixel_unshuffle(x - 0.5, self.config.cell)  # (batch, 3 · cell², height / cell, width / cell)
        # (batch, 3, 4 · height, 4 · width)
        added = F.pixel_shuffle(self.output(self.blocks(self.input(cells))), FACTOR * self.config.cell)
        return F.interpolate(x, scale_factor=FACTOR, mode="bicubic") + added
