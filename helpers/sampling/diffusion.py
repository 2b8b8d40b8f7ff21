"""From noise to a picture, step by step: DDPM (Ho et al. 2020) and DDIM (Song et al. 2021).

Pixels lie in [−1, 1] here. A picture x_0 and noise ε make x_t = √ᾱ x_0 + √(1 − ᾱ) ε, where ᾱ falls from 1 to 0 as the
noise grows from 0 to 1. The noise of a picture depends on (seed, picture index) alone.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float, Int
from PIL import Image
from torch import Tensor, nn

from helpers.checks import check, count, number
from helpers.images import to_images
from helpers.sampling.settings import LARGEST_SEED

OFFSET = 0.008  # s of the cosine schedule: the first step adds a little less noise than one grey level
MOST_STEPS = 1000
METHODS = ("ddim", "ddpm")


@dataclass(frozen=True)
class Denoising:
    """How to draw from noise. Raises ValueError for values out of range."""

    n: int = 8  # how many pictures of the caption
    seed: int = 0
    steps: int = 50  # evaluations of the network for each picture; twice as many with guidance
    guidance: float = 2.0  # above 1 pushes away from what would be drawn without the caption; 1 is off
    method: str = "ddim"
    eta: float = 0.0  # DDIM: how much new noise each step adds; 0 adds none, 1 as much as DDPM

    def __post_init__(self):
        whole = {"n": count("n", self.n, 1), "seed": count("seed", self.seed, 0, LARGEST_SEED)}
        for name, value in (whole | {"steps": count("steps", self.steps, 1, MOST_STEPS)}).items():
            object.__setattr__(self, name, value)
        for name, most in (("guidance", math.inf), ("eta", 1.0)):
            value = number(getattr(self, name))
            wanted = "a number from 0 up; 1 is off" if name == "guidance" else "a number from 0 to 1"
            check(value is not None and 0 <= value <= most, name, getattr(self, name), wanted)
            object.__setattr__(self, name, value)
        check(self.method in METHODS, "method", self.method, f"one of {', '.join(METHODS)}")


@dataclass
class Denoised:
    """One step of a drawing from noise: the noisy pictures, and the network's estimate of the clean ones.

    noise: strength of the noise, from 1 (nothing but noise) to 0; noisy: x_t; clean: the estimate of x_0. Pixels of
    `clean` lie in [−1, 1], those of `noisy` also beyond.
    """

    step: int
    noise: float
    noisy: Float[Tensor, "n 3 size size"]
    clean: Float[Tensor, "n 3 size size"]
    last: bool

    @property
    def pictures(self) -> list[Image.Image]:
        """The estimates as images; those of the last step are the drawing."""
        return to_images((self.clean + 1) / 2)


def signal(noise: Float[Tensor, " *any"]) -> Float[Tensor, " *any"]:
    """ᾱ of each strength of the noise, from 1 at 0 to 0 at 1: half a cosine, squared.

    Nichol & Dhariwal 2021, equation 17. It falls evenly, where the linear schedule of Ho et al. makes pictures of
    few pixels pure noise long before its end.
    """
    return (_half_cosine(noise) / _half_cosine(torch.zeros_like(noise))).clamp(0, 1)


def _half_cosine(noise: Tensor) -> Tensor:
    return torch.cos((noise + OFFSET) / (1 + OFFSET) * math.pi / 2) ** 2


def noised(x: Tensor, noise: Float[Tensor, " batch"], eps: Tensor) -> Tensor:
    """x_t: the pictures `x` (x_0) with the noise `eps` at these strengths. Ho et al. 2020, equation 4."""
    kept = signal(noise).view(-1, 1, 1, 1)
    return kept.sqrt() * x + (1 - kept).sqrt() * eps


def ddim(x: Tensor, clean: Tensor, now: Tensor, then: Tensor, eta: float = 0.0) -> tuple[Tensor, Tensor]:
    """Mean and standard deviation of x at the next strength, given x now and the estimate `clean` of x_0.

    `now` and `then` are ᾱ at the present and at the next strength. Song et al. 2021, equations 12 and 16.
    """
    eps = (x - now.sqrt() * clean) / (1 - now).sqrt()
    sigma = eta * ((1 - then) / (1 - now) * (1 - now / then)).sqrt()
    return then.sqrt() * clean + (1 - then - sigma**2).clamp_min(0).sqrt() * eps, sigma


def ddpm(x: Tensor, clean: Tensor, now: Tensor, then: Tensor) -> tuple[Tensor, Tensor]:
    """As `ddim`, by the posterior of the process that adds the noise. Ho et al. 2020, equations 6 and 7."""
    alpha = now / then  # the share of the signal at `then` that is left at `now`
    mean = then.sqrt() * (1 - alpha) / (1 - now) * clean + alpha.sqrt() * (1 - then) / (1 - now) * x
    return mean, ((1 - then) / (1 - now) * (1 - alpha)).sqrt()


def denoise(
    network: nn.Module, text: Int[Tensor, "captions text"], empty: Int[Tensor, "1 text"], settings: Denoising
) -> Iterator[Denoised]:
    """Draw n pictures of each caption, yielding after each step; a caption's pictures stand side by side.

    The network is a `Diffusion`; `empty` is the empty caption. With guidance g ≠ 1 the estimate of x_0 is
    empty + g · (caption − empty), and thereby that of ε, too (Ho & Salimans 2022, equation 6, whose w is g − 1).
    Pictures of a seed are the same for every n, except for the last bits of their floats.
    """
    size, device, rows = network.config.size, text.device, len(text) * settings.n
    streams = [np.random.Generator(np.random.Philox(key=[settings.seed, i])) for i in range(settings.n)]

    def fresh() -> Tensor:
        drawn = np.stack([one.standard_normal((3, size, size), dtype=np.float32) for one in streams])
        return torch.from_numpy(drawn).to(device).repeat(len(text), 1, 1, 1)  # (captions · n, 3, size, size)

    guided = settings.guidance != 1
    texts = text.repeat_interleave(settings.n, 0)
    if guided:
        texts = torch.cat([texts, empty.expand(rows, -1)])
    strengths = torch.linspace(1, 0, settings.steps + 1, device=device)
    kept = signal(strengths.double()).float()  # ᾱ of each
    x = fresh()
    for i in range(settings.steps):
        both = x.repeat(2, 1, 1, 1) if guided else x
        with torch.inference_mode():
            # (rows, 3, size, size), or with guidance twice as many rows
            clean = network(both, strengths[i].expand(len(both)), texts).float()
        if guided:
            said, unsaid = clean.chunk(2)
            clean = unsaid + settings.guidance * (said - unsaid)
        clean = clean.clamp(-1, 1)  # guidance may lead beyond the range of pixels
        now, then = kept[i], kept[i + 1]
        last = i + 1 == settings.steps
        yield Denoised(i, strengths[i].item(), x, clean, last)
        if not last:
            by_ddpm = settings.method == "ddpm"
            mean, sigma = ddpm(x, clean, now, then) if by_ddpm else ddim(x, clean, now, then, settings.eta)
            x = mean + sigma * fresh() if sigma > 0 else mean
