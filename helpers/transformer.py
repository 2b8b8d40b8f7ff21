"""One stream of text and picture tokens. It knows nothing of words, pixels or sampling.

A pre-norm decoder over [start, text, picture] or [start, picture, text] (Ramesh et al. 2021,
section 2.2 and appendix B; both orders in one model with a two-row segment embedding as in
L-Verse, Kim et al. 2022). A picture token sees all the text before it and those picture
tokens that its layer's pattern lets it see.
"""

import functools
import math
from collections.abc import Callable
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


class Sight:
    """Where a layer keeps the tokens that are written one by one, and which of them each one reads.

    `slots` of them are kept: a row or convolutional layer overwrites what no later token sees, a
    column layer lays each column in one piece. Token `at` is kept in `slot[at]` and reads
    `reads[at]`, a slice of slots or their numbers, which hold the tokens `tokens[at]`. The same in
    fixed shapes, for a captured step: `table[at]`, or all slots if there is none, without `hidden[at]` (−∞).
    """

    def __init__(self, seen: Bool[Tensor, "tokens tokens"], slot: Int[Tensor, " tokens"]):
        self.slot, self.slots = slot.tolist(), int(slot.max()) + 1
        self.tokens, self.reads = [], []
        most = int(seen.sum(1).max())
        self.table = None if most == self.slots else torch.zeros(len(seen), most, dtype=torch.long)
        self.hidden = torch.full((len(seen), most), -torch.inf)
        for at, row in enumerate(seen):
            slots, order = slot[row].sort()
            self.tokens.append(row.nonzero()[:, 0][order])
            self.reads.append(_compact(slots))
            self.hidden[at, slots if self.table is None else slice(len(slots))] = 0
            if self.table is not None:
                self.table[at, : len(slots)] = slots


@functools.cache
def picture_sight(pattern: str, grid: int, kernel: int) -> Sight:
    """How a layer of a pattern keeps the tokens of a picture that follows its caption."""
    at, back = torch.arange(grid**2), {"row": grid, "convolutional": kernel // 2 * (grid + 1)}
    slot = at % grid * grid + at // grid if pattern == "column" else at % (back.get(pattern, grid**2) + 1)
    return Sight(pattern_mask(pattern, grid, kernel), slot)


@functools.cache
def text_sight(tokens: int) -> Sight:
    """How every layer keeps the tokens of a text that follows its picture."""
    return Sight(torch.ones(tokens, tokens, dtype=torch.bool).tril(), torch.arange(tokens))


def _compact(slots: Int[Tensor, " seen"]) -> slice | Tensor:
    first, last = int(slots[0]), int(slots[-1])
    return slice(first, last + 1) if last - first + 1 == len(slots) else slots


class Cache:
    """One layer's keys and values: of what is given, shared by the n rows written after it, and of each row's own.

    given: [2, heads · prompts, tokens, head]; own: [2, heads · rows, slots, head].
    """

    def __init__(self, given: Float[Tensor, "2 heads prompts tokens head"], n: int, sight: Sight, dtype=None):
        self.given, self.sight = given.flatten(1, 2).contiguous(), sight
        self.own = given.new_zeros(2, self.given.shape[1] * n, sight.slots, given.shape[-1], dtype=dtype)

    def capture(self) -> None:
        """Have at hand, on the device, what a step with `at` as a tensor reads."""
        device, sight = self.own.device, self.sight
        self.slot, self.hidden = torch.tensor(sight.slot, device=device), sight.hidden.to(self.own)
        self.table = None if sight.table is None else sight.table.to(device)

    def extend(self, new: Float[Tensor, "2 batch 1 head"], at: int | Tensor) -> tuple[Tensor, Tensor | None]:
        """Keep token `at` of every row; returns the own keys and values it reads, and what of them is hidden."""
        if isinstance(at, int):
            slot = self.sight.slot[at]
            self.own[:, :, slot : slot + 1] = new
            return self.own[:, :, self.sight.reads[at]], None
        self.own.index_copy_(2, self.slot[at], new)
        read = self.own if self.table is None else self.own.index_select(2, self.table[at][0])
        return read, self.hidden[at]


class Attention(nn.Module):
    """Causal self-attention over whole streams, or one token a row after what a cache holds."""

    def __init__(self, config: TransformerConfig):
        super().__init__()
        self.heads = config.heads
        self.qkv = nn.Linear(config.width, 3 * config.width)
        self.out = nn.Linear(config.width, config.width)

    def forward(self, x: Float[Tensor, "batch tokens width"], mask: Tensor | None, given: list | None = None):
        b, t, _ = x.shape
        qkv = self.qkv(x).view(b, t, 3, self.heads, -1)
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        if given is not None:
            given.append(qkv.permute(2, 3, 0, 1, 4))
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, is_causal=mask is None)
        return self.out(y.transpose(1, 2).reshape(b, t, -1))

    def step(self, x: Float[Tensor, "rows width"], cache: Cache, at: int | Tensor, views: list | None = None):
        """Attend from token `at` of every row; the scores of given and own tokens share one softmax."""
        qkv = self.qkv(x).view(len(x), 3, self.heads, -1).permute(1, 2, 0, 3).reshape(3, self.heads * len(x), 1, -1)
        q, (given_keys, given_values) = qkv[0] / math.sqrt(qkv.shape[-1]), cache.given
        (keys, values), hidden = cache.extend(qkv[1:], at)
        given = given_keys.shape[1]
        of_given = torch.bmm(q.view(len(given_keys), -1, q.shape[-1]), given_keys.mT)  # the rows of a prompt together
        of_own = torch.bmm(q, keys.mT)
        if hidden is not None:
            of_own = of_own + hidden
        p = torch.cat([of_given.view(len(q), 1, given), of_own], -1).softmax(-1)
        if views is not None:
            views.append(self._view(p.view(self.heads, len(x), -1)[:, 0], cache.sight.tokens[at], given, at))
        y = torch.bmm(p[..., :given].view(of_given.shape), given_values)
        y = y.view(q.shape).baddbmm(p[..., given:], values)
        return self.out(y.view(self.heads, len(x), -1).transpose(0, 1).reshape(len(x), -1))

    def _view(self, p: Float[Tensor, "heads seen"], tokens: Int[Tensor, " own"], given: int, at: int):
        """Attention to all tokens so far, nought to those not seen."""
        view = p.new_zeros(len(p), given + at + 1)
        view[:, :given], view[:, given + tokens] = p[:, :given], p[:, given:]
        return view


class Layer(nn.Module):
    """Attention, then a four times wider GELU layer, each added to what came in."""

    def __init__(self, config: TransformerConfig):
        super().__init__()
        self.norm_1, self.attention = nn.LayerNorm(config.width), Attention(config)
        self.norm_2 = nn.LayerNorm(config.width)
        self.up, self.down = nn.Linear(config.width, 4 * config.width), nn.Linear(4 * config.width, config.width)

    def forward(self, x: Tensor, mask: Tensor | None, given: list | None = None) -> Tensor:
        return self._transform(x + self.attention(self.norm_1(x), mask, given))

    def step(self, x: Tensor, cache: Cache, at: int | Tensor, views: list | None = None) -> Tensor:
        """Run token `at` of every row."""
        return self._transform(x + self.attention.step(self.norm_1(x), cache, at, views))

    def _transform(self, x: Tensor) -> Tensor:
        return x + self.down(F.gelu(self.up(self.norm_2(x))))


class Transformer(nn.Module):
    """Next-token logits over one stream, in either order."""

    compiled: Callable | None = None  # helpers.compiled.compiled_step of it

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
        self, picture: Int[Tensor, "batch picture"], segment: int
    ) -> Float[Tensor, "batch picture width"]:
        """Token + row + column."""
        return self.picture_token(picture) + self.picture_places(segment)[: picture.shape[1]]

    def picture_places(self, segment: int) -> Float[Tensor, "picture width"]:
        """Row + column + segment of every place in raster order."""
        rows, columns = self.picture_row.weight[:, None], self.picture_column.weight[None]
        return (rows + columns).flatten(0, 1) + self.segment.weight[segment]

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

    def read(
        self,
        x: Float[Tensor, "prompts tokens width"],
        masks: list,
        n: int,
        sights: list[Sight],
        views: list | None = None,
        dtype: torch.dtype | None = None,
    ) -> tuple[Float[Tensor, "prompts tokens width"], list[Cache]]:
        """Run what is given once; returns its output and a cache a layer for `n` rows written after each prompt.

        `views` collects each layer's attention of the first prompt's last token, [heads, tokens];
        `dtype` is that of the caches' own keys and values.
        """
        given: list[Tensor] = []
        for layer, mask in zip(self.layers, masks, strict=True):
            x = layer(x, mask, given)
        if views is not None:
            last = [(q[:, 0, -1:] @ k[:, 0].mT / math.sqrt(q.shape[-1])) for q, k, _ in given]
            views.extend(scores[:, 0].softmax(-1) for scores in last)
        caches = [Cache(qkv[1:], n, sight, dtype) for qkv, sight in zip(given, sights, strict=True)]
        return self.norm(x), caches

    def step(
        self, x: Float[Tensor, "rows width"], caches: list[Cache], at: int | Tensor, views: list | None = None
    ) -> Float[Tensor, "rows width"]:
        """Run one embedded token a row, the one at `at` among those written, and keep it in the caches.

        `at` as a tensor [1] makes every shape independent of it, so that the step can be captured.
        `views` collects each layer's attention of the first row, [heads, tokens so far].
        """
        for layer, cache in zip(self.layers, caches, strict=True):
            x = layer.step(x, cache, at, views)
        return self.norm(x)


def parameters(config: TransformerConfig) -> int:
    """How many parameters the network has, counted without allocating them."""
    with torch.device("meta"):
        return sum(p.numel() for p in Transformer(config).parameters())
