"""One token after another: the generator from which everything that draws takes its tokens.

Each token takes one uniform random number, which depends on (seed, picture index, position) alone,
and turns it into a token by inverting the distribution. So a picture does not depend on its
neighbours, on how many there are, or on whether an earlier drawing was cancelled.
"""

import math
import warnings
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

import torch
from jaxtyping import Float, Int
from torch import Tensor

from helpers.checks import some_of
from helpers.sampling.cache import Cache
from helpers.sampling.capture import captured
from helpers.sampling.distribution import pick, pick_tokens, stream
from helpers.sampling.settings import Settings
from helpers.sampling.threads import Threads

VIEWS = ("logprobs", "entropy", "attention", "likeliest")
LIKELIEST = 9  # codes kept for each place: the one drawn and eight others
STRONGEST = 1e30  # guidance is cut off here: more would overflow float32, and choose the same tokens


@dataclass
class Step:
    """One position drawn: the tokens of all n pictures, and the views of it that were asked for.

    logprobs: [n], in nats, of the token drawn; entropy: [n], in bits, of the distribution it was drawn from;
    attention: [layers, heads, tokens before it], with which the token of the first picture was chosen;
    likeliest: [n, 9] codes, the likeliest first, with their probabilities as "chances", [n, 9].
    """

    position: int
    tokens: Int[Tensor, " n"]
    views: dict[str, Tensor] = field(default_factory=dict)
    last: bool = False  # no step comes after it


@runtime_checkable
class Writer(Protocol):
    """A model as `sample` drives it: `read` takes in the prompts once, `write` turns tokens into the next logits.

    It has n rows for each prompt, side by side, and with guidance as many rows again for the empty prompts.
    `views`, if not None, is a list to which each call of `read` and `write` adds, for every layer, the attention of
    the first row, [heads, tokens so far].
    """

    device: torch.device
    caches: list[Cache]  # what a captured step keeps; empty if a step cannot be captured
    work: float  # multiplications in a step

    def read(self, views: list | None) -> Float[Tensor, "rows vocabulary"]:
        """Read the prompts; logits of the first token."""

    def write(self, tokens: Int[Tensor, " rows"], at: int | Tensor) -> Float[Tensor, "rows vocabulary"]:
        """Write token number `at` of every row; logits of the one after it."""


def sample(
    writer: Writer,
    count: int,
    settings: Settings,
    captions: int = 1,
    *,
    known: Int[Tensor, " tokens"] | None = None,
    keep: tuple[str, ...] = (),
    first: int = 0,
) -> Iterator[Step]:
    """Draw `count` tokens of n pictures of each caption, one position after another; yields a `Step` after each.

    `known` forces tokens where it is not −1. `first` numbers the first picture of a caption, so that
    a large n can be drawn in chunks. With guidance g ≠ 1 logits are empty + g · (caption − empty).
    Tokens come as [captions · n], a caption's pictures side by side.
    """
    keep = some_of("keep", keep, VIEWS)
    guided, guidance = settings.guidance != 1, min(settings.guidance, STRONGEST)
    u = stream(settings, first, count, captions).to(writer.device)
    known = None if known is None else known.to(writer.device)
    views = [] if "attention" in keep else None
    asked = bool({"logprobs", "entropy", "likeliest"} & {*keep})
    threads = Threads(writer.work) if writer.device.type == "cpu" else None

    def choose(logits: Tensor, at: int | Tensor) -> tuple[Tensor, Tensor | None]:
        logits = logits.float()
        if guided:
            with_caption, without = logits.chunk(2)
            logits = without + guidance * (with_caption - without)
        v = u[at].view(-1)
        tokens = pick_tokens(logits, v, settings)
        p = pick(logits.double(), v, settings)[1] if asked else None
        if known is not None:
            tokens = torch.where(known[at] >= 0, known[at], tokens)
        return tokens, p

    @torch.inference_mode()
    def start() -> tuple[Tensor, Tensor | None]:
        with threads.reading() if threads else nullcontext():
            return choose(writer.read(views), 0)

    @torch.inference_mode()
    def step(tokens: Tensor, at: int | Tensor) -> tuple[Tensor, Tensor | None]:
        with threads.step() if threads else nullcontext():
            return choose(writer.write(tokens.repeat(2) if guided else tokens, at), at + 1)

    tokens, p = start()
    advance = step
    if writer.device.type == "cuda" and views is None and writer.caches:
        try:
            advance = captured(step, tokens, writer.caches)
        except RuntimeError as error:
            warnings.warn(f"steps are not recorded as a CUDA graph, and are slower: {error}", stacklevel=2)
    for position in range(count):
        if position:
            tokens, p = advance(tokens, position - 1)
        yield Step(position, tokens, _views(keep, tokens, p, views), position + 1 == count)
        if views is not None:
            views.clear()


def until(end: int, steps: Iterator[Step], window: int) -> Int[Tensor, "n window"]:
    """The tokens of all steps, `window` for each row; after its first `end` a row holds nothing but `end`."""
    columns: list[Tensor] = []
    for step in steps:
        ended = columns[-1] == end if columns else torch.zeros_like(step.tokens, dtype=torch.bool)
        columns.append(torch.where(ended, end, step.tokens))
        if (columns[-1] == end).all():
            break
    columns += [torch.full_like(columns[0], end)] * (window - len(columns))
    return torch.stack(columns, 1)


def _views(
    keep: tuple[str, ...], tokens: Tensor, p: Tensor | None, attention: list[Tensor] | None
) -> dict[str, Tensor]:
    """The views of one step that `keep` asks for."""
    views = {}
    if "logprobs" in keep:
        views["logprobs"] = p.gather(1, tokens[:, None])[:, 0].log()
    if "entropy" in keep:
        views["entropy"] = torch.special.entr(p).sum(-1) / math.log(2)
    if "likeliest" in keep:
        views["chances"], views["likeliest"] = p.topk(min(LIKELIEST, p.shape[-1]))
    if attention is not None:
        views["attention"] = torch.stack(attention)
    return views
