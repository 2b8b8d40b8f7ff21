"""One stream of text and picture tokens. It knows nothing of words, pixels or sampling.

A pre-norm decoder over [start, text, picture] or [start, picture, text] (Ramesh et al. 2021,
section 2.2 and appendix B; both orders in one model with a two-row segment embedding as in
L-Verse, Kim et al. 2022). A picture token sees all the text before it and those picture
tokens that its layer's pattern lets it see.
"""

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from jaxtyping import Bool, Float, Int
from torch import Tensor, nn

PATTERNS = ("full", "row", "column", "convolutional")
CONDITION, GENERATED = 0, 1


@dataclass(frozen=True)
class TransformerConfig:
    """Geometry of the stream and of the network that reads it."""

    text_vocab: int = 2048
    text_window: int = 64
    codebook: int = 1024
    grid: int = 8
    width: int = 256
    heads: int = 4
    attention: tuple[str, ...] = ("full",) * 6  # one pattern a layer
    kernel: int = 11  # of convolutional layers

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


class Attention(nn.Module):
    """Causal self-attention that can write to, and read from, a cache of keys and values."""

    def __init__(self, config: TransformerConfig):
        super().__init__()
        self.heads = config.heads
        self.qkv = nn.Linear(config.width, 3 * config.width)
        self.out = nn.Linear(config.width, config.width)

    def forward(
        self, x: Tensor, mask: Tensor | None, cache: Tensor | None = None, at: int = 0, views: list | None = None
    ):
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        if cache is not None:
            cache[0, :, :, at : at + t], cache[1, :, :, at : at + t] = k, v
            k, v = cache[0, :, :, : at + t], cache[1, :, :, : at + t]
        if views is not None:
            scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
            if mask is not None:
                scores = scores.masked_fill(~mask, -torch.inf)
            views.append(scores.softmax(-1)[:, :, -1])
        causal = mask is None and cache is None
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, is_causal=causal)
        return self.out(y.transpose(1, 2).reshape(b, t, -1))


class Layer(nn.Module):
    """Attention, then a four times wider GELU layer, each added to what came in."""

    def __init__(self, config: TransformerConfig):
        super().__init__()
        self.norm_1, self.attention = nn.LayerNorm(config.width), Attention(config)
        self.norm_2 = nn.LayerNorm(config.width)
        self.up, self.down = nn.Linear(config.width, 4 * config.width), nn.Linear(4 * config.width, config.width)

    def forward(self, x: Tensor, mask, cache=None, at: int = 0, views=None) -> Tensor:
        x = x + self.attention(self.norm_1(x), mask, cache, at, views)
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
        """Normal weights of 0.02, those that add to the residual stream scaled down by the depth (GPT-2)."""
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
        self, picture: Int[Tensor, "batch picture"], segment: int, first: int = 0
    ) -> Float[Tensor, "batch picture width"]:
        """Token + row + column, for tokens that stand at `first` and after in raster order."""
        at = torch.arange(first, first + picture.shape[1], device=picture.device)
        place = self.picture_row(at // self.config.grid) + self.picture_column(at % self.config.grid)
        return self.picture_token(picture) + place + self.segment.weight[segment]

    def embed_start(self, batch: int) -> Float[Tensor, "batch 1 width"]:
        return self.start.expand(batch, 1, -1)

    def forward(
        self, text: Int[Tensor, "batch text"], picture: Int[Tensor, "batch picture"], text_first: bool = True
    ) -> tuple[Float[Tensor, "batch text text_vocab"], Float[Tensor, "batch picture codebook"]]:
        """Teacher forcing: logits for every text and every picture token given what stands before it."""
        start = self.embed_start(len(text))
        if text_first:
            parts = [start, self.embed_text(text, CONDITION), self.embed_picture(picture, GENERATED)]
        else:
            parts = [start, self.embed_picture(picture, CONDITION), self.embed_text(text, GENERATED)]
        x = torch.cat(parts, 1)[:, :-1]
        for layer, pattern in zip(self.layers, self.config.attention, strict=True):
            x = layer(x, self.mask(pattern, text.shape[1], text_first, x.device))
        x = self.norm(x)
        cut = text.shape[1] if text_first else picture.shape[1]
        first, second = x[:, :cut], x[:, cut:]
        in_text, in_picture = (first, second) if text_first else (second, first)
        return self.text_head(in_text), self.picture_head(in_picture)

    def mask(self, pattern: str, text: int, text_first: bool, device) -> Tensor | None:
        """The mask of a layer over the inputs of a stream; None where plain causality says it all."""
        if pattern == "full":
            return None
        key = (pattern, text, text_first, device)
        if key not in self._masks:
            self._masks[key] = stream_mask(pattern, self.config, text, text_first)[:-1, :-1].to(device)
        return self._masks[key]

    def new_cache(self, batch: int, length: int) -> list[Tensor]:
        """Room for the keys and values of `length` tokens in every layer."""
        head = self.config.width // self.config.heads
        p = self.start
        return [p.new_empty(2, batch, self.config.heads, length, head) for _ in self.layers]

    def advance(
        self, x: Float[Tensor, "batch new width"], cache: list[Tensor], at: int, masks: list, views: list | None = None
    ) -> Float[Tensor, "batch new width"]:
        """Run embedded tokens that stand at `at` and after, reading and extending the cache.

        `masks` has one entry a layer: None, or which of the tokens so far the new ones see.
        `views` collects each layer's attention of the last new token, [batch, heads, tokens so far].
        """
        for layer, kv, mask in zip(self.layers, cache, masks, strict=True):
            x = layer(x, mask, kv, at, views)
        return self.norm(x)


def parameters(config: TransformerConfig) -> int:
    """How many parameters the network has, counted without allocating them."""
    with torch.device("meta"):
        return sum(p.numel() for p in Transformer(config).parameters())
