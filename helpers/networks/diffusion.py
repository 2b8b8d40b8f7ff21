"""From a noisy picture, the strength of its noise and a caption to the picture. It knows nothing of sampling.

A small U-Net (Ho et al. 2020, appendix B) that reads captions as GLIDE does (Nichol et al. 2022, section 3.1): what
the caption says as a whole scales and shifts every residual block, together with the strength of the noise (Dhariwal
& Nichol 2021, section 3.1), and at the coarsest grid every place looks at all other places and at every word.
"""

import math
from dataclasses import dataclass
from itertools import pairwise

import torch
import torch.nn.functional as F
from jaxtyping import Bool, Float, Int
from torch import Tensor, nn

from helpers.networks.transformer import Layer, TransformerConfig

GROUPS = 8  # of channels that are normalised together
TIMES = 64  # sines and cosines that encode the strength of the noise


@dataclass(frozen=True)
class DiffusionConfig:
    """Geometry of a denoiser and of the captions it reads."""

    size: int = 32
    cell: int = 4  # width in pixels of the squares that enter as one position
    widths: tuple[int, ...] = (64, 80)  # channels of each grid, which is half as fine as the one before
    blocks: int = 2  # for each grid on the way down, and as many on the way up
    heads: int = 4
    about: int = 128  # width of the vector that tells all blocks about noise and caption
    text_vocab: int = 2048
    text_window: int = 32
    text_width: int = 64

    def __post_init__(self):
        if self.size % (self.cell * 2 ** (len(self.widths) - 1)):
            raise ValueError(f"size {self.size} does not divide into cells of {self.cell} and {len(self.widths)} grids")
        for width in self.widths:
            if width % GROUPS or width % self.heads:
                raise ValueError(f"width {width} does not divide into {GROUPS} groups and {self.heads} heads")

    @property
    def pad(self) -> int:
        """The text id that stands for "nothing here"; nothing looks at it."""
        return self.text_vocab


class Block(nn.Module):
    """Two 3×3 convolutions, added to their input; between them noise and caption scale and shift the channels."""

    def __init__(self, width: int, about: int):
        super().__init__()
        self.norm_1, self.norm_2 = nn.GroupNorm(GROUPS, width), nn.GroupNorm(GROUPS, width, affine=False)
        self.conv_1, self.conv_2 = nn.Conv2d(width, width, 3, padding=1), nn.Conv2d(width, width, 3, padding=1)
        self.told = nn.Linear(about, 2 * width)
        nn.init.zeros_(self.conv_2.weight), nn.init.zeros_(self.conv_2.bias)  # begin as the identity

    def forward(
        self, x: Float[Tensor, "batch width rows columns"], about: Float[Tensor, "batch about"]
    ) -> Float[Tensor, "batch width rows columns"]:
        scale, shift = self.told(about)[..., None, None].chunk(2, 1)  # each (batch, width, 1, 1)
        y = self.norm_2(self.conv_1(F.silu(self.norm_1(x)))) * (1 + scale) + shift
        return x + self.conv_2(F.silu(y))


class Look(nn.Module):
    """Attention from every place of a grid to all of its places and to the words of the caption."""

    def __init__(self, width: int, text_width: int, heads: int):
        super().__init__()
        self.heads, self.norm = heads, nn.GroupNorm(GROUPS, width)
        self.qkv, self.words = nn.Linear(width, 3 * width), nn.Linear(text_width, 2 * width)
        self.out = nn.Linear(width, width)
        nn.init.zeros_(self.out.weight), nn.init.zeros_(self.out.bias)  # begin as the identity

    def forward(
        self,
        x: Float[Tensor, "batch width rows columns"],
        words: Float[Tensor, "batch text text_width"],
        is_word: Bool[Tensor, "batch text"],
    ) -> Float[Tensor, "batch width rows columns"]:
        places = self.norm(x).flatten(2).transpose(1, 2)  # (batch, places, width)
        q, k, v = self._split(self.qkv(places), 3)  # (batch, heads, places, head)
        said_k, said_v = self._split(self.words(words), 2)  # (batch, heads, text, head)
        seen = F.pad(is_word, (places.shape[1], 0), value=True)[:, None, None]  # pads are not looked at
        y = F.scaled_dot_product_attention(q, torch.cat([k, said_k], 2), torch.cat([v, said_v], 2), attn_mask=seen)
        return x + self.out(y.transpose(1, 2).flatten(2)).transpose(1, 2).reshape(x.shape)

    def _split(self, x: Tensor, parts: int) -> Tensor:
        """(batch, tokens, parts · width) into parts of (batch, heads, tokens, head)."""
        return x.unflatten(2, (parts, self.heads, -1)).permute(2, 0, 3, 1, 4)


class Diffusion(nn.Module):
    """The clean picture x_0, guessed from a noisy one, how strong its noise is, and what its caption says.

    From x_0 and the noisy x_t = √ᾱ x_0 + √(1 − ᾱ) ε follow the noise ε and the velocity v = √ᾱ ε − √(1 − ᾱ) x_0, so any
    of the three may be what a network says (Salimans & Ho 2022, section 4). Pictures have fewer degrees of freedom than
    noise has: a narrow network can say x_0, and not all of ε or v (Li & He 2025, arXiv 2511.13720). The loss is v's.
    """

    def __init__(self, config: DiffusionConfig):
        super().__init__()
        self.config = c = config
        first, last = c.widths[0], c.widths[-1]
        # noise and words
        self.time = nn.Sequential(nn.Linear(TIMES, c.about), nn.SiLU(), nn.Linear(c.about, c.about))
        self.text_token, self.text_position = (nn.Embedding(n, c.text_width) for n in (c.text_vocab, c.text_window))
        self.text_layer = Layer(TransformerConfig(width=c.text_width, heads=c.heads))
        self.text = nn.Sequential(nn.LayerNorm(c.text_width), nn.Linear(c.text_width, c.about))
        # down, to and fro at the coarsest grid, and up
        self.input = nn.Conv2d(3 * c.cell**2, first, 3, padding=1)
        self.down, self.up = (nn.ModuleList(self._blocks(width) for width in c.widths) for _ in range(2))
        pairs = list(pairwise(c.widths))
        self.coarser = nn.ModuleList(nn.Conv2d(fine, coarse, 2, 2) for fine, coarse in pairs)
        self.finer = nn.ModuleList(nn.ConvTranspose2d(coarse, fine, 2, 2) for fine, coarse in pairs)
        self.joined = nn.ModuleList(nn.Conv2d(2 * fine, fine, 1) for fine, _ in pairs)
        self.looks = nn.ModuleList(Look(last, c.text_width, c.heads) for _ in range(2))
        self.norm, self.output = nn.GroupNorm(GROUPS, first), nn.Conv2d(first, 3 * c.cell**2, 3, padding=1)
        nn.init.normal_(self.text_token.weight, std=0.5), nn.init.normal_(self.text_position.weight, std=0.1)
        nn.init.zeros_(self.output.weight), nn.init.zeros_(self.output.bias)

    def _blocks(self, width: int) -> nn.ModuleList:
        return nn.ModuleList(Block(width, self.config.about) for _ in range(self.config.blocks))

    def read(
        self, text: Int[Tensor, "batch text"]
    ) -> tuple[Float[Tensor, "batch text text_width"], Bool[Tensor, "batch text"]]:
        """Vectors of the caption's tokens in their context, and which places hold tokens rather than pads.

        A layer of attention puts each word in its context, so that a colour knows its garment.
        """
        is_word = text != self.config.pad
        at = self.text_position.weight[: text.shape[1]]
        words = self.text_token(text.masked_fill(~is_word, 0)) + at  # (batch, text, text_width)
        return self.text_layer(words, is_word[:, None, None]), is_word

    def forward(
        self,
        x: Float[Tensor, "batch 3 size size"],
        noise: Float[Tensor, " batch"],
        text: Int[Tensor, "batch text"],
    ) -> Float[Tensor, "batch 3 size size"]:
        """The pictures `x` without their noise; the pixels of both lie in [−1, 1], or a little beyond.

        `noise` says how strong it is in each picture, from 0 (there is none) to 1 (there is nothing else). `text` are
        token ids with an end of text; a caption that says nothing is that end alone.
        """
        words, is_word = self.read(text)
        # the mean of the words, (batch, text_width)
        said = (words * is_word[..., None]).sum(1) / is_word.sum(1, keepdim=True)
        about = F.silu(self.time(sinusoids(noise)) + self.text(said))  # (batch, about)

        x = self.input(F.pixel_unshuffle(x, self.config.cell))  # (batch, widths[0], size / cell, size / cell)
        kept = []
        for i, blocks in enumerate(self.down):  # each grid half as fine as the one before
            for block in blocks:
                x = block(x, about)
            if i < len(self.coarser):
                kept.append(x)
                x = self.coarser[i](x)
        x = self.looks[0](x, words, is_word)
        for i, blocks in reversed(list(enumerate(self.up))):  # back up, beside what was kept on the way down
            if i < len(self.finer):
                x = self.joined[i](torch.cat([self.finer[i](x), kept[i]], 1))
            for block in blocks:
                x = block(x, about)
            if i == len(self.finer):
                x = self.looks[1](x, words, is_word)
        return F.pixel_shuffle(self.output(F.silu(self.norm(x))), self.config.cell)


def sinusoids(noise: Float[Tensor, " batch"]) -> Float[Tensor, "batch times"]:
    """Numbers from 0 to 1 as sines and cosines of many wavelengths (Vaswani et al. 2017, section 3.5)."""
    rates = torch.exp(-math.log(10_000) * torch.arange(TIMES // 2, device=noise.device) / (TIMES // 2))
    angles = 1000 * noise[:, None] * rates
    return torch.cat([angles.sin(), angles.cos()], 1)
