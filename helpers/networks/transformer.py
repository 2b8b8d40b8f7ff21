"""One stream of text and picture tokens. It knows nothing of words, pixels or sampling.

A pre-norm decoder over [start, text, picture] or [start, picture, text] (Ramesh et al. 2021,
section 2.2 and appendix B; both orders in one model with a two-row segment embedding as in
L-Verse, Kim et al. 2022). A picture token sees all the text before it and those picture
tokens that its layer's pattern lets it see.
"""

import math
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import torch
import torch.nn.functional as F
from jaxtyping import Bool, Float, Int
from torch import Tensor, nn

PATTERNS = ("full", "row", "column", "convolutional")
CONDITION, GENERATED = 0, 1


@dataclass(frozen=True)
class TransformerConfig:
    """Geometry of the stream and of the network that reads it."""

    text_vocab: int = 2048  # number of text tokens, without the pad
    text_window: int = 64  # text tokens of a caption, at most
    codebook: int = 1024  # number of picture tokens to choose from
    grid: int = 8  # picture tokens along a side
    width: int = 256  # of the vector at each place of the stream
    heads: int = 4
    attention: tuple[str, ...] = ("full",) * 6  # the pattern of each layer
    kernel: int = 11  # width of the window that convolutional layers see

    def __post_init__(self):
        for pattern in self.attention:
            if pattern not in PATTERNS:
                raise ValueError(f"attention pattern {pattern!r}: give one of {', '.join(PATTERNS)}")
        if self.width % self.heads:
            raise ValueError(f"width {self.width} does not divide into {self.heads} heads")

    @property
    def picture_tokens(self) -> int:
        return self.grid**2

    @property
    def pad(self) -> int:
        """The text id that stands for "nothing here": each position learns its own pad."""
        return self.text_vocab


def published_attention(layers: int = 64) -> tuple[str, ...]:
    """Column attention where (i − 2) mod 4 = 0, else row; the last layer convolutional (appendix B.1)."""
    return (*("column" if (i - 2) % 4 == 0 else "row" for i in range(1, layers)), "convolutional")


def pattern_mask(pattern: str, grid: int, kernel: int = 11) -> Bool[Tensor, "tokens tokens"]:
    """Which picture tokens (columns) each picture token (rows) sees, itself included (figure 11).

    Row: back to the same column of the row above. Column: its own column. Convolutional: a
    kernel × kernel window that wraps round the edges like the row pattern does.
    """
    i = torch.arange(grid**2)
    back = i[:, None] - i[None, :]
    if pattern == "row":
        seen = back <= grid
    elif pattern == "column":
        seen = back % grid == 0
    elif pattern == "convolutional":
        half = kernel // 2
        seen = torch.zeros_like(back, dtype=torch.bool)
        for rows in range(half + 1):
            seen |= (back >= rows * grid - half) & (back <= rows * grid + half)
    else:
        seen = torch.ones_like(back, dtype=torch.bool)
    return seen & (back >= 0)


def stream_mask(
    pattern: str, config: TransformerConfig, text: int, text_first: bool = True
) -> Bool[Tensor, "tokens tokens"]:
    """The mask of a whole stream of inputs: start, then `text` and picture tokens in their order."""
    n = config.picture_tokens
    mask = torch.ones(1 + text + n, 1 + text + n, dtype=torch.bool).tril()
    first = 1 + text if text_first else 1
    mask[first : first + n, first : first + n] &= pattern_mask(pattern, config.grid, config.kernel)
    return mask


@runtime_checkable
class Memory(Protocol):
    """Remembers the keys and values of earlier tokens, so that only new tokens run through the network."""

    def attend(self, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        """Keep the keys and values of new tokens and attend from their queries; all are [rows, heads, tokens, head]."""


class Attention(nn.Module):
    """Causal self-attention over whole streams, or from new tokens to what a cache holds."""

    def __init__(self, config: TransformerConfig):
        super().__init__()
        self.heads = config.heads
        self.qkv = nn.Linear(config.width, 3 * config.width)
        self.out = nn.Linear(config.width, config.width)

    def forward(
        self, x: Float[Tensor, "rows tokens width"], mask: Tensor | None = None, cache: Memory | None = None
    ) -> Float[Tensor, "rows tokens width"]:
        rows, tokens, width = x.shape
        # one product for queries, keys and values, then three of (rows, heads, tokens, head)
        q, k, v = self.qkv(x).view(rows, tokens, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        if cache is None:
            y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, is_causal=mask is None)
        else:
            y = cache.attend(q, k, v)
        # heads side by side again: (rows, tokens, width)
        return self.out(y.transpose(1, 2).reshape(rows, tokens, width))


class Layer(nn.Module):
    """Attention, then a GELU layer four times as wide; the result of each is added to its input."""

    def __init__(self, config: TransformerConfig):
        super().__init__()
        self.norm_1, self.attention = nn.LayerNorm(config.width), Attention(config)
        self.norm_2 = nn.LayerNorm(config.width)
        self.up, self.down = nn.Linear(config.width, 4 * config.width), nn.Linear(4 * config.width, config.width)

    def forward(
        self, x: Float[Tensor, "rows tokens width"], mask: Tensor | None = None, cache: Memory | None = None
    ) -> Float[Tensor, "rows tokens width"]:
        x = x + self.attention(self.norm_1(x), mask, cache)
        return x + self.down(F.gelu(self.up(self.norm_2(x))))


class Transformer(nn.Module):
    """Next-token logits over one stream, in either order."""

    def __init__(self, config: TransformerConfig):
        super().__init__()
        self.config = c = config
        self.start = nn.Parameter(torch.zeros(c.width))
        self.segment = nn.Embedding(2, c.width)
        self.text_token = nn.Embedding(c.text_vocab, c.width)
        self.text_position = nn.Embedding(c.text_window, c.width)
        self.text_pad = nn.Embedding(c.text_window, c.width)
        self.picture_token = nn.Embedding(c.codebook, c.width)
        self.picture_row = nn.Embedding(c.grid, c.width)
        self.picture_column = nn.Embedding(c.grid, c.width)
        self.layers = nn.ModuleList(Layer(c) for _ in c.attention)
        self.norm = nn.LayerNorm(c.width)
        self.text_head = nn.Linear(c.width, c.text_vocab)
        self.picture_head = nn.Linear(c.width, c.codebook)
        self._masks: dict = {}
        if self.start.device.type != "meta":
            self._initialise()

    def _initialise(self) -> None:
        """Normal weights, σ = 0.02; those that add to the residual stream are scaled down by the depth (GPT-2)."""
        for name, p in self.named_parameters():
            if p.dim() == 2:
                deep = name.endswith(("attention.out.weight", "down.weight"))
                nn.init.normal_(p, std=0.02 / math.sqrt(2 * len(self.layers)) if deep else 0.02)
            elif name.endswith("bias"):
                nn.init.zeros_(p)

    def embed_text(self, text: Int[Tensor, "batch text"], segment: int) -> Float[Tensor, "batch text width"]:
        """Token + position; where the id is the pad, that position's own pad."""
        at = torch.arange(text.shape[1], device=text.device)
        is_pad = text == self.config.pad
        token = self.text_token(text.masked_fill(is_pad, 0))
        return (
            torch.where(is_pad[..., None], self.text_pad(at), token + self.text_position(at))
            + self.segment.weight[segment]
        )

    def embed_picture(
        self, picture: Int[Tensor, "batch picture"], segment: int
    ) -> Float[Tensor, "batch picture width"]:
        """Token + row + column."""
        return self.picture_token(picture) + self.picture_places(segment)[: picture.shape[1]]

    def picture_places(self, segment: int) -> Float[Tensor, "picture width"]:
        """Row + column + segment of every place, in raster order."""
        rows, columns = self.picture_row.weight[:, None], self.picture_column.weight[None]
        return (rows + columns).flatten(0, 1) + self.segment.weight[segment]

    def embed_start(self, batch: int) -> Float[Tensor, "batch 1 width"]:
        """The token with which every stream begins."""
        return self.start.expand(batch, 1, -1)

    def forward(
        self, text: Int[Tensor, "batch text"], picture: Int[Tensor, "batch picture"], text_first: bool = True
    ) -> tuple[Float[Tensor, "batch text text_vocab"], Float[Tensor, "batch picture codebook"]]:
        """Teacher forcing: logits of every text token and of every picture token, given all true tokens before it."""
        start = self.embed_start(len(text))
        if text_first:
            parts = [start, self.embed_text(text, CONDITION), self.embed_picture(picture, GENERATED)]
        else:
            parts = [start, self.embed_picture(picture, CONDITION), self.embed_text(text, GENERATED)]
        # nothing comes after the last token, so it is no input: (batch, text + picture, width)
        x = torch.cat(parts, 1)[:, :-1]
        for layer, pattern in zip(self.layers, self.config.attention, strict=True):
            x = layer(x, self.mask(pattern, text.shape[1], text_first, x.device))
        x = self.norm(x)
        # the output at each place foresees the next token: the first `cut` of them those of the first part
        cut = text.shape[1] if text_first else picture.shape[1]
        first, second = x[:, :cut], x[:, cut:]
        in_text, in_picture = (first, second) if text_first else (second, first)
        return self.text_head(in_text), self.picture_head(in_picture)

    def mask(self, pattern: str, text: int, text_first: bool, device) -> Tensor | None:
        """The mask of a layer over the inputs of a stream, [tokens, tokens]; None where it is plainly causal."""
        if pattern == "full":
            return None
        key = (pattern, text, text_first, device)
        if key not in self._masks:
            self._masks[key] = stream_mask(pattern, self.config, text, text_first)[:-1, :-1].to(device)
        return self._masks[key]


def parameters(config: TransformerConfig) -> int:
    """How many parameters the network has, counted without allocating them."""
    with torch.device("meta"):
        return sum(p.numel() for p in Transformer(config).parameters())
