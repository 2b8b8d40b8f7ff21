"""From logits to tokens: temperature, top-k, top-p, then the inverse CDF at a uniform number."""

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from helpers.sampling.settings import Settings

CHUNK = 2**16  # probabilities that are worked on at once
LEAST = 1e-30  # temperatures and top-p below it are raised to it: float32 cannot divide by less


def uniforms(seed: int, index: int, count: int) -> np.ndarray:
    """`count` random numbers in [0, 1) for picture `index` of `seed`; they depend on nothing else."""
    return np.random.Generator(np.random.Philox(key=[seed, index])).random(count)


def pick(
    logits: Float[Tensor, "n vocabulary"], u: Float[Tensor, " n"], settings: Settings
) -> tuple[Int[Tensor, " n"], Float[Tensor, "n vocabulary"]]:
    """Turn uniform numbers into tokens: temperature, then top-k, then top-p, then the inverse CDF.

    Returns the tokens and the probabilities from which they were drawn, in the precision of the logits. At temperature
    0 the likeliest token is taken, with probability 1.
    """
    if settings.temperature == 0:
        tokens = logits.argmax(-1)
        return tokens, torch.zeros_like(logits).scatter(1, tokens[:, None], 1)
    # only differences of logits count; with the largest at 0, dividing by a low temperature cannot overflow
    logits = (logits - logits.amax(-1, keepdim=True)) / max(settings.temperature, LEAST)
    if settings.top_k is not None and settings.top_k < logits.shape[1]:
        kth = logits.topk(settings.top_k).values[:, -1:]
        logits = logits.masked_fill(logits < kth, -torch.inf)
    p = logits.softmax(-1)
    if settings.top_p is not None and settings.top_p < 1:
        # keep the likeliest tokens up to the one at which their sum reaches top_p
        ordered, where = p.sort(descending=True)
        drop = ordered.cumsum(-1) - ordered >= max(settings.top_p, LEAST)
        p = p.masked_fill(torch.zeros_like(drop).scatter(1, where, drop), 0)
        p = p / p.sum(-1, keepdim=True)
    # the first token at which the sum of probabilities exceeds the uniform number
    cdf = p.cumsum(-1, dtype=torch.double)
    tokens = torch.searchsorted(cdf, u[:, None] * cdf[:, -1:], right=True)[:, 0]
    return tokens.clamp_max(p.shape[1] - 1), p


def pick_tokens(logits: Tensor, u: Tensor, settings: Settings) -> Int[Tensor, " n"]:
    """`pick` without probabilities; on a CPU a few rows at a time, so that intermediate results stay in its cache."""
    rows = max(1, CHUNK // logits.shape[1]) if logits.device.type == "cpu" else len(logits)
    parts = zip(logits.split(rows), u.split(rows), strict=True)
    return torch.cat([pick(part, v, settings)[0] for part, v in parts])


def stream(settings: Settings, first: int, count: int, captions: int = 1) -> Float[Tensor, "count rows"]:
    """Uniform numbers for `count` positions of n pictures from number `first` on, the same for every caption."""
    u = np.stack([uniforms(settings.seed, first + i, count) for i in range(settings.n)], 1)
    return torch.from_numpy(u).repeat(1, captions)
