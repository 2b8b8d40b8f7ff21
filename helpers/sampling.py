"""One token after another: a generator that everything that draws consumes.

A draw depends on (seed, picture index, position) alone: one uniform number a token, taken
from a counter-based stream and turned into a token by inverting the distribution. So a
picture does not depend on its neighbours, on how many there are, or on a cancel.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from helpers.transformer import CONDITION, GENERATED, Transformer, stream_mask

VIEWS = ("logprobs", "entropy", "attention")
LARGEST_SEED = 2**63 - 1


@dataclass(frozen=True)
class Settings:
    """How to draw: checked on the way in, kept with the drawing."""

    n: int = 8
    seed: int = 0
    temperature: float = 1.0
    top_k: int | None = None
    top_p: float | None = None
    guidance: float = 1.0

    def __post_init__(self):
        _check(isinstance(self.n, int) and self.n > 0, "n", self.n, "a whole number from 1 up")
        _check(
            isinstance(self.seed, int) and 0 <= self.seed <= LARGEST_SEED,
            "seed",
            self.seed,
            f"a whole number from 0 to {LARGEST_SEED}",
        )
        _check(_number(self.temperature) and self.temperature > 0, "temperature", self.temperature, "a number above 0")
        _check(
            self.top_k is None or (isinstance(self.top_k, int) and self.top_k > 0),
            "top_k",
            self.top_k,
            "a whole number from 1 up, or None for no limit",
        )
        _check(
            self.top_p is None or (_number(self.top_p) and 0 < self.top_p <= 1),
            "top_p",
            self.top_p,
            "a number above 0 and up to 1, or None for no limit",
        )
        _check(_number(self.guidance) and self.guidance >= 0, "guidance", self.guidance, "a number from 0 up; 1 is off")


@dataclass
class Step:
    """One position drawn: its tokens, and per-picture views of it when asked for.

    logprobs: [n] of the token drawn; entropy: [n] in bits, of the distribution drawn from;
    attention: [layers, heads, tokens before it], by which the token of the first picture was chosen.
    """

    position: int
    tokens: Int[Tensor, " n"]
    views: dict[str, Tensor] = field(default_factory=dict)


def _number(x) -> bool:
    return isinstance(x, (int, float)) and math.isfinite(x)


def _check(good: bool, name: str, value, wanted: str) -> None:
    if not good:
        raise ValueError(f"{name} is {value!r}; give {wanted}")


def uniforms(seed: int, index: int, count: int) -> np.ndarray:
    """`count` numbers in [0, 1) that belong to picture `index` of `seed`."""
    return np.random.Generator(np.random.Philox(key=[seed, index])).random(count)


def pick(
    logits: Float[Tensor, "n vocabulary"], u: Float[Tensor, " n"], settings: Settings
) -> tuple[Int[Tensor, " n"], Float[Tensor, "n vocabulary"]]:
    """Turn uniform numbers into tokens: temperature, then top-k, then top-p, then the inverse CDF.

    Returns the tokens and the probabilities they were drawn from.
    """
    logits = logits.double() / settings.temperature
    if settings.top_k is not None and settings.top_k < logits.shape[1]:
        kth = logits.topk(settings.top_k).values[:, -1:]
        logits = logits.masked_fill(logits < kth, -torch.inf)
    p = logits.softmax(-1)
    if settings.top_p is not None and settings.top_p < 1:
        ordered, where = p.sort(descending=True)
        drop = ordered.cumsum(-1) - ordered >= settings.top_p
        p = p.masked_fill(torch.zeros_like(drop).scatter(1, where, drop), 0)
        p = p / p.sum(-1, keepdim=True)
    cdf = p.cumsum(-1)
    tokens = torch.searchsorted(cdf, u[:, None] * cdf[:, -1:], right=True)[:, 0]
    return tokens.clamp_max(p.shape[1] - 1), p


@torch.inference_mode()
def sample_picture(
    model: Transformer,
    text: Int[Tensor, "captions text"],
    empty: Int[Tensor, "1 text"],
    settings: Settings,
    known: Int[Tensor, " picture"] | None = None,
    keep: tuple[str, ...] = (),
    first: int = 0,
) -> Iterator[Step]:
    """Draw n pictures of each caption, token by token in raster order, yielding after every one.

    `known` forces tokens where it is not −1. `first` numbers the first picture of a caption, so that
    a large n can be drawn in parts. A caption is read once; its n pictures start from copies of its
    cache. With guidance g ≠ 1 the empty caption makes a second half of the same batch and logits are
    empty + g · (caption − empty). Tokens come as [captions · n], a caption's pictures side by side.
    """
    for view in keep:
        _check(view in VIEWS, "keep", view, f"one of {', '.join(VIEWS)}")
    c, n = model.config, settings.n
    device = model.start.device
    guided = settings.guidance != 1
    prompts = torch.cat([text, empty.expand(len(text), -1)]) if guided else text
    u = np.stack([uniforms(settings.seed, first + i, c.picture_tokens) for i in range(n)])
    u = torch.from_numpy(u).to(device).repeat(len(text), 1)
    prefix = prompts.shape[1] + 1
    views = [] if "attention" in keep else None
    cache, x = _read(model, prompts.to(device), prefix + c.picture_tokens, views)
    cache = [kv.repeat_interleave(n, 1) for kv in cache]
    x = x.repeat_interleave(n, 0)
    masks = [stream_mask(p, c, prompts.shape[1]).to(device) if p != "full" else None for p in c.attention]
    for position in range(c.picture_tokens):
        logits = model.picture_head(x[:, -1]).float()
        if guided:
            with_caption, without = logits.chunk(2)
            logits = without + settings.guidance * (with_caption - without)
        tokens, p = pick(logits, u[:, position], settings)
        if known is not None and known[position] >= 0:
            tokens = torch.full_like(tokens, int(known[position]))
        step = Step(position, tokens)
        if "logprobs" in keep:
            step.views["logprobs"] = p.gather(1, tokens[:, None])[:, 0].log()
        if "entropy" in keep:
            step.views["entropy"] = torch.special.entr(p).sum(-1) / math.log(2)
        if views is not None:
            step.views["attention"] = torch.stack([v[0] for v in views])
            views = []
        yield step
        if position + 1 < c.picture_tokens:
            again = tokens.repeat(2) if guided else tokens
            at = prefix + position
            rows = [None if m is None else m[at : at + 1, : at + 1] for m in masks]
            x = model.advance(model.embed_picture(again[:, None], GENERATED, position), cache, at, rows, views)


@torch.inference_mode()
def sample_text(
    model: Transformer, picture: Int[Tensor, "1 picture"], settings: Settings, end: int, first: int = 0
) -> Int[Tensor, "n text"]:
    """Read a picture back: draw text tokens after it until every row has met `end`."""
    c, n = model.config, settings.n
    device = model.start.device
    u = torch.from_numpy(np.stack([uniforms(settings.seed, first + i, c.text_window) for i in range(n)])).to(device)
    x = torch.cat([model.embed_start(1), model.embed_picture(picture.to(device), CONDITION)], 1)
    cache = model.new_cache(1, x.shape[1] + c.text_window)
    masks = [stream_mask(p, c, 0, False).to(device) for p in c.attention]
    x = model.advance(x, cache, 0, masks)
    cache, x = [kv.repeat_interleave(n, 1) for kv in cache], x.repeat_interleave(n, 0)
    drawn = torch.full((n, c.text_window), end, device=device)
    open_ = torch.ones(n, dtype=torch.bool, device=device)
    for position in range(c.text_window):
        tokens, _ = pick(model.text_head(x[:, -1]).float(), u[:, position], settings)
        drawn[:, position] = torch.where(open_, tokens, end)
        open_ &= tokens != end
        if not open_.any() or position + 1 == c.text_window:
            break
        at = 1 + c.picture_tokens + position
        new = model.text_token(drawn[:, position : position + 1]) + model.text_position.weight[position]
        new = new + model.segment.weight[GENERATED]
        x = model.advance(new, cache, at, [None] * len(cache))
    return drawn


def _read(
    model: Transformer, prompts: Int[Tensor, "batch text"], length: int, views: list | None = None
) -> tuple[list[Tensor], Tensor]:
    """Run start and captions once; returns their cache, with room for `length` tokens, and their output."""
    x = torch.cat([model.embed_start(len(prompts)), model.embed_text(prompts, CONDITION)], 1)
    cache = model.new_cache(len(prompts), length)
    causal = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool, device=x.device).tril()
    return cache, model.advance(x, cache, 0, [causal] * len(cache), views)
