"""A step recorded as a CUDA graph: replayed, it launches all of its kernels at once."""

from collections.abc import Callable

import torch
from jaxtyping import Int
from torch import Tensor

from helpers.sampling.cache import Cache


def captured(step: Callable, tokens: Int[Tensor, " n"], caches: list[Cache]) -> Callable:
    """Record `step(tokens, at)` as a CUDA graph; returns a function that replays it for any tokens and position.

    Raises RuntimeError where the step cannot be recorded.
    """
    for cache in caches:
        cache.capture()
    tokens, at = tokens.clone(), torch.zeros(1, dtype=torch.long, device=tokens.device)
    side = torch.cuda.Stream(tokens.device)
    side.wait_stream(torch.cuda.current_stream(tokens.device))
    with torch.cuda.stream(side):  # warms libraries up; writing token 0 several times does no harm
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
