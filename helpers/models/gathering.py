"""The steps of a drawing, which comes in parts where memory is small, gathered into its tokens and views."""

from collections.abc import Iterator

import torch
from jaxtyping import Int
from torch import Tensor

from helpers.sampling import Step


def whole_parts(steps: Iterator[tuple[int, Step]]) -> Iterator[tuple[int, list[Step]]]:
    """Gather the steps of each part; a part that was begun again counts once."""
    part: list[Step] = []
    for first, step in steps:
        part = [step] if step.position == 0 else [*part, step]
        if step.last:
            yield first, part


def gathered(steps: Iterator[tuple[int, Step]]) -> tuple[Int[Tensor, "n picture"], dict]:
    """The tokens of all pictures, and their views as a `Drawing` has them."""
    tokens, kept, attention = [], [], None
    for first, part in whole_parts(steps):
        tokens.append(torch.stack([step.tokens for step in part], 1))
        names = [name for name in part[0].views if name != "attention"]
        kept.append({name: torch.stack([step.views[name] for step in part], 1).cpu() for name in names})
        if first == 0 and "attention" in part[0].views:
            attention = [step.views["attention"].cpu() for step in part]
    views = {name: torch.cat([part[name] for part in kept]) for name in kept[0]}
    if attention is not None:
        views["attention"] = attention
    return torch.cat(tokens), views


def growing(
    steps: Iterator[tuple[int, Step]], n: int, total: int, every: int
) -> Iterator[tuple[Int[Tensor, "pictures tokens"], int]]:
    """Every `every` steps the tokens that a `Partial` shows, and how many of `total` are drawn, over all n pictures."""
    finished, drawn = [], []
    for first, step in steps:
        done = step.position + 1
        drawn = [step.tokens] if step.position == 0 else [*drawn, step.tokens]
        if done == total:
            finished.append(torch.stack(drawn, 1))
        if done % every == 0 or done == total:
            shown = torch.cat(finished) if finished else torch.stack(drawn, 1)
            yield shown, (first * total + len(step.tokens) * done) // n
