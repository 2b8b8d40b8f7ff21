"""The steps of a drawing gathered into its tokens and views; where memory is small, a drawing comes in chunks."""

from collections.abc import Iterator

import torch
from jaxtyping import Int
from torch import Tensor

from helpers.sampling import Step


def whole_chunks(steps: Iterator[tuple[int, Step]]) -> Iterator[tuple[int, list[Step]]]:
    """The steps of each chunk, with the number of its first picture; a chunk that was begun again counts once."""
    chunk: list[Step] = []
    for first, step in steps:
        chunk = [step] if step.position == 0 else [*chunk, step]
        if step.last:
            yield first, chunk


def gathered(steps: Iterator[tuple[int, Step]]) -> tuple[Int[Tensor, "n picture"], dict]:
    """The tokens of all pictures, and their views as a `Drawing` has them."""
    tokens, kept, attention = [], [], None
    for first, chunk in whole_chunks(steps):
        tokens.append(torch.stack([step.tokens for step in chunk], 1))
        names = [name for name in chunk[0].views if name != "attention"]
        kept.append({name: torch.stack([step.views[name] for step in chunk], 1).cpu() for name in names})
        if first == 0 and "attention" in chunk[0].views:
            attention = [step.views["attention"].cpu() for step in chunk]
    views = {name: torch.cat([chunk[name] for chunk in kept]) for name in kept[0]}
    if attention is not None:
        views["attention"] = attention
    return torch.cat(tokens), views


def growing(
    steps: Iterator[tuple[int, Step]], n: int, total: int, every: int
) -> Iterator[tuple[Int[Tensor, "pictures tokens"], int]]:
    """Every `every` steps: the tokens that a `Partial` shows, and how many of `total` tokens are drawn.

    The second is a mean over all n pictures. Shown are the finished chunks, or the first chunk while none is finished.
    """
    finished, drawn = [], []
    for first, step in steps:
        done = step.position + 1
        drawn = [step.tokens] if step.position == 0 else [*drawn, step.tokens]
        if done == total:
            finished.append(torch.stack(drawn, 1))
        if done % every == 0 or done == total:
            shown = torch.cat(finished) if finished else torch.stack(drawn, 1)
            yield shown, (first * total + len(step.tokens) * done) // n
