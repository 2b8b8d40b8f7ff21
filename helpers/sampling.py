"""One token after another: a generator that everything that draws consumes.

A draw depends on (seed, picture index, position) alone: one uniform number a token, taken
from a counter-based stream and turned into a token by inverting the distribution. So a
picture does not depend on its neighbours, on how many there are, or on a cancel.
"""

import math
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Protocol, runtime_checkable

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from helpers.compiled import KEPT
from helpers.precision import packed
from helpers.transformer import CONDITION, GENERATED, Cache, Transformer, picture_sight, stream_mask, text_sight

VIEWS = ("logprobs", "entropy", "attention")
LARGEST_SEED = 2**63 - 1
MEMINFO = Path("/proc/meminfo")
SHARE = 0.8  # of the free memory that a drawing may take
PICKED = 2**16  # probabilities that are worked on at once
DISTRIBUTIONS = 5  # over the codebook, in double, that a step has in memory at once


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

    Returns the tokens and the probabilities they were drawn from, as exact as the logits are.
    """
    logits = logits / settings.temperature
    if settings.top_k is not None and settings.top_k < logits.shape[1]:
        kth = logits.topk(settings.top_k).values[:, -1:]
        logits = logits.masked_fill(logits < kth, -torch.inf)
    p = logits.softmax(-1)
    if settings.top_p is not None and settings.top_p < 1:
        ordered, where = p.sort(descending=True)
        drop = ordered.cumsum(-1) - ordered >= settings.top_p
        p = p.masked_fill(torch.zeros_like(drop).scatter(1, where, drop), 0)
        p = p / p.sum(-1, keepdim=True)
    cdf = p.cumsum(-1, dtype=torch.double)
    tokens = torch.searchsorted(cdf, u[:, None] * cdf[:, -1:], right=True)[:, 0]
    return tokens.clamp_max(p.shape[1] - 1), p


def _tokens(logits: Tensor, u: Tensor, settings: Settings) -> Int[Tensor, " n"]:
    """`pick` without probabilities; on a CPU a few rows at a time, so that what it computes stays in its cache."""
    rows = max(1, PICKED // logits.shape[1]) if logits.device.type == "cpu" else len(logits)
    parts = zip(logits.split(rows), u.split(rows), strict=True)
    return torch.cat([pick(part, v, settings)[0] for part, v in parts])


def room(device: torch.device) -> int:
    """Bytes that are free on a device: measured on CUDA and Linux, elsewhere a quarter of the machine's memory."""
    if device.type == "cuda":
        unused = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
        return torch.cuda.mem_get_info(device)[0] + unused
    if MEMINFO.exists():
        fields = dict(line.split(":") for line in MEMINFO.read_text().splitlines())
        return int(fields["MemAvailable"].split()[0]) * 1024
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 4


def picture_bytes(model: Transformer, settings: Settings) -> int:
    """Memory that one picture takes while it is drawn: its caches, and what one step of it computes."""
    c, rows = model.config, 1 if settings.guidance == 1 else 2
    kept = sum(picture_sight(pattern, c.grid, c.kernel).slots for pattern in c.attention)
    read = max(picture_sight(pattern, c.grid, c.kernel).hidden.shape[1] for pattern in c.attention)
    step = 2 * read * c.width + 2 * c.heads * (read + c.text_window) + 16 * c.width
    return rows * (2 * kept * c.width + step) * model.start.element_size() + DISTRIBUTIONS * 8 * c.codebook


def parts(model: Transformer, settings: Settings) -> list[tuple[int, Settings]]:
    """Split n into as few nearly equal parts as memory allows: each part's first picture and settings."""
    return split(settings, picture_bytes(model, settings), model.start.device)


def split(settings: Settings, each: int, device: torch.device) -> list[tuple[int, Settings]]:
    """`parts` of pictures that take `each` bytes."""
    most = max(1, int(SHARE * room(device)) // each)
    count = -(-settings.n // most)
    edges = [settings.n * i // count for i in range(count + 1)]
    return [(first, replace(settings, n=last - first)) for first, last in pairwise(edges)]


@runtime_checkable
class Writer(Protocol):
    """What `sample` drives: reads its prompts once, then turns each step's tokens into the next logits.

    It has n rows a prompt, side by side; with guidance, as many rows again for the empty prompts.
    `views` collects each layer's attention of the first row, [heads, tokens so far].
    """

    device: torch.device
    caches: list[Cache]  # what a captured step keeps; empty if a step cannot be captured

    def read(self, views: list | None) -> Float[Tensor, "rows vocabulary"]: ...

    def write(self, tokens: Int[Tensor, " rows"], at: int | Tensor, views: list | None) -> Tensor: ...


def sample(
    writer: Writer,
    count: int,
    settings: Settings,
    captions: int = 1,
    known: Int[Tensor, " tokens"] | None = None,
    keep: tuple[str, ...] = (),
    first: int = 0,
) -> Iterator[Step]:
    """Draw `count` tokens of n pictures of each caption, one after another, yielding after every one.

    `known` forces tokens where it is not −1. `first` numbers the first picture of a caption, so that
    a large n can be drawn in parts. With guidance g ≠ 1 logits are empty + g · (caption − empty).
    Tokens come as [captions · n], a caption's pictures side by side.
    """
    for view in keep:
        _check(view in VIEWS, "keep", view, f"one of {', '.join(VIEWS)}")
    guided = settings.guidance != 1
    u = _stream(settings, first, count, captions).to(writer.device)
    known = None if known is None else known.to(writer.device)
    views = [] if "attention" in keep else None
    asked = bool({"logprobs", "entropy"} & {*keep})

    def choose(logits: Tensor, at: int | Tensor) -> tuple[Tensor, Tensor | None]:
        logits = logits.float()
        if guided:
            with_caption, without = logits.chunk(2)
            logits = without + settings.guidance * (with_caption - without)
        v = u[at].view(-1)
        tokens = _tokens(logits, v, settings)
        p = pick(logits.double(), v, settings)[1] if asked else None
        if known is not None:
            tokens = torch.where(known[at] >= 0, known[at], tokens)
        return tokens, p

    @torch.inference_mode()
    def start() -> tuple[Tensor, Tensor | None]:
        return choose(writer.read(views), 0)

    @torch.inference_mode()
    def step(tokens: Tensor, at: int | Tensor) -> tuple[Tensor, Tensor | None]:
        return choose(writer.write(tokens.repeat(2) if guided else tokens, at, views), at + 1)

    tokens, p = start()
    capture = writer.device.type == "cuda" and views is None and writer.caches
    advance = captured(step, tokens, writer.caches) if capture else step
    for position in range(count):
        if position:
            tokens, p = advance(tokens, position - 1)
        yield Step(position, tokens, _views(keep, tokens, p, views))
        if views is not None:
            views.clear()


class PictureWriter:
    """Our transformer, reading captions and writing n pictures after each."""

    def __init__(self, model: Transformer, prompts: Int[Tensor, "prompts text"], n: int):
        self.model, self.device, self.n = packed(model, len(prompts) * n), model.start.device, n
        self.prompts = prompts.to(self.device)
        self.caches, self.places, self.compiled = [], model.picture_places(GENERATED), None

    def read(self, views: list | None) -> Float[Tensor, "rows codebook"]:
        model, c = self.model, self.model.config
        x = torch.cat([model.embed_start(len(self.prompts)), model.embed_text(self.prompts, CONDITION)], 1)
        sights = [picture_sight(pattern, c.grid, c.kernel) for pattern in c.attention]
        quick = model.compiled is not None and views is None
        x, self.caches = model.read(x, [None] * len(sights), self.n, sights, views, KEPT if quick else None)
        self.compiled = model.compiled(self.caches) if quick else None
        return model.picture_head(x[:, -1].repeat_interleave(self.n, 0))

    def write(self, tokens: Int[Tensor, " rows"], at: int | Tensor, views: list | None) -> Tensor:
        if self.compiled is not None:
            return self.compiled(tokens, self.places[at], at)
        x = self.model.picture_token(tokens) + self.places[at]
        return self.model.picture_head(self.model.step(x, self.caches, at, views))


def sample_picture(
    model: Transformer,
    text: Int[Tensor, "captions text"],
    empty: Int[Tensor, "1 text"],
    settings: Settings,
    known: Int[Tensor, " picture"] | None = None,
    keep: tuple[str, ...] = (),
    first: int = 0,
) -> Iterator[Step]:
    """Draw n pictures of each caption with our transformer, in raster order; see `sample`."""
    prompts = torch.cat([text, empty.expand(len(text), -1)]) if settings.guidance != 1 else text
    with torch.inference_mode():
        writer = PictureWriter(model, prompts, settings.n)
    return sample(writer, model.config.picture_tokens, settings, len(text), known, keep, first)


def captured(step: Callable, tokens: Int[Tensor, " n"], caches: list[Cache]) -> Callable:
    """Record `step` once as a CUDA graph; what is returned replays it for any tokens and position."""
    for cache in caches:
        cache.capture()
    tokens, at = tokens.clone(), torch.zeros(1, dtype=torch.long, device=tokens.device)
    side = torch.cuda.Stream(tokens.device)
    side.wait_stream(torch.cuda.current_stream(tokens.device))
    with torch.cuda.stream(side):  # libraries set themselves up; step 0 may be taken again
        for _ in range(2):
            step(tokens, at)
    torch.cuda.current_stream(tokens.device).wait_stream(side)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        out = step(tokens, at)

    def replay(new: Tensor, position: int) -> tuple[Tensor, Tensor]:
        tokens.copy_(new)
        at.fill_(position)
        graph.replay()
        return out[0].clone(), out[1]

    return replay


class TextWriter:
    """Our transformer, reading a picture and writing n texts after it."""

    def __init__(self, model: Transformer, picture: Int[Tensor, "1 picture"], n: int):
        self.model, self.picture, self.n, self.device = model, picture.to(model.start.device), n, model.start.device
        self.caches, self.places = [], model.text_position.weight + model.segment.weight[GENERATED]

    def read(self, views: list | None) -> Float[Tensor, "rows text_vocab"]:
        model, c = self.model, self.model.config
        x = torch.cat([model.embed_start(1), model.embed_picture(self.picture, CONDITION)], 1)
        masks = [stream_mask(pattern, c, 0, False).to(self.device) for pattern in c.attention]
        x, self.kept = model.read(x, masks, self.n, [text_sight(c.text_window)] * len(masks), views)
        return model.text_head(x[:, -1].repeat_interleave(self.n, 0))

    def write(self, tokens: Int[Tensor, " rows"], at: int | Tensor, views: list | None) -> Tensor:
        return self.model.text_head(
            self.model.step(self.model.text_token(tokens) + self.places[at], self.kept, at, views)
        )


def sample_text(
    model: Transformer, picture: Int[Tensor, "1 picture"], settings: Settings, end: int, first: int = 0
) -> Int[Tensor, "n text"]:
    """Read a picture back: draw text tokens after it until every row has met `end`."""
    with torch.inference_mode():
        writer = TextWriter(model, picture, settings.n)
    return until(end, sample(writer, model.config.text_window, settings, first=first), model.config.text_window)


def until(end: int, steps: Iterator[Step], window: int) -> Int[Tensor, "n window"]:
    """Collect the tokens of each row up to its `end`, and nothing but `end` after it."""
    columns: list[Tensor] = []
    for step in steps:
        ended = columns[-1] == end if columns else torch.zeros_like(step.tokens, dtype=torch.bool)
        columns.append(torch.where(ended, end, step.tokens))
        if (columns[-1] == end).all():
            break
    columns += [torch.full_like(columns[0], end)] * (window - len(columns))
    return torch.stack(columns, 1)


def _stream(settings: Settings, first: int, count: int, captions: int = 1) -> Float[Tensor, "count rows"]:
    """The uniform numbers of n pictures from `first` on, the same for every caption."""
    u = np.stack([uniforms(settings.seed, first + i, count) for i in range(settings.n)], 1)
    return torch.from_numpy(u).repeat(1, captions)


def _views(
    keep: tuple[str, ...], tokens: Tensor, p: Tensor | None, attention: list[Tensor] | None
) -> dict[str, Tensor]:
    """What was asked for of one step."""
    views = {}
    if "logprobs" in keep:
        views["logprobs"] = p.gather(1, tokens[:, None])[:, 0].log()
    if "entropy" in keep:
        views["entropy"] = torch.special.entr(p).sum(-1) / math.log(2)
    if attention is not None:
        views["attention"] = torch.stack(attention)
    return views
