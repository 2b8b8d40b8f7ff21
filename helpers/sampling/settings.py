"""How to draw: what may be asked, and what is refused."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import SupportsFloat, SupportsIndex

from helpers.checks import check, count, number

LARGEST_SEED = 2**63 - 1
HOW = ("temperature", "top_k", "top_p", "guidance")  # the settings that say how each token is drawn


@dataclass(frozen=True)
class Settings:
    """How to draw: checked on the way in, kept with the drawing.

    Whole numbers and numbers of numpy and torch are taken as well; they become `int` and `float`. Two drawings with
    the same settings have the same tokens on one machine, on a CPU in float32, int8 and int8 compiled: a picture does
    not depend on how many are drawn, beside which others, or in which chunks. In bfloat16 and on a GPU the last bits
    may depend on that, which changes a token now and then.
    """

    n: SupportsIndex = 8  # how many pictures of each caption
    seed: SupportsIndex = 0
    temperature: SupportsFloat = 1.0  # below 1 sharpens every choice, above 1 flattens it; 0 takes the likeliest token
    top_k: SupportsIndex | None = None  # choose among the k likeliest tokens
    top_p: SupportsFloat | None = None  # choose among the likeliest tokens that together have probability p
    guidance: SupportsFloat = 1.0  # above 1 pushes away from what would be drawn without the caption; 1 is off

    def __post_init__(self):
        whole = {"n": count("n", self.n, 1), "seed": count("seed", self.seed, 0, LARGEST_SEED)}
        if self.top_k is not None:
            whole["top_k"] = count("top_k", self.top_k, 1, otherwise=", or None for no limit")
        for name, value in whole.items():
            object.__setattr__(self, name, value)
        warmth = "a number above 0, or 0 for the likeliest token"
        self._take("temperature", lambda temperature: temperature >= 0, warmth)
        if self.top_p is not None:
            self._take("top_p", lambda p: 0 < p <= 1, "a number above 0 and up to 1, or None for no limit")
        self._take("guidance", lambda guidance: guidance >= 0, "a number from 0 up; 1 is off")

    def _take(self, name: str, good: Callable[[float], bool], wanted: str) -> None:
        value = number(getattr(self, name))
        check(value is not None and good(value), name, getattr(self, name), wanted)
        object.__setattr__(self, name, value)


def add_options(parser: argparse.ArgumentParser, n: int) -> None:
    """Have a command line take the settings as options; `n` pictures where it says nothing."""
    add = parser.add_argument
    add("--n", type=int, default=n, help="pictures of each caption (%(default)s)")
    add("--seed", type=int, default=0, help="the same seed draws the same pictures (0)")
    add("--temperature", type=float, help="below 1 safer, above 1 wilder (what the checkpoint recommends)")
    add("--top-k", type=int, help="draw each token from the k likeliest")
    add("--top-p", type=float, help="draw each token from the likeliest that together have probability p; 1: all")
    add("--guidance", type=float, help="how much the caption counts; 1 is off (what the checkpoint recommends)")


def options(args: argparse.Namespace) -> dict:
    """The settings that a command line gave, None for those it left to the checkpoint."""
    return {name: getattr(args, name) for name in ("n", "seed", *HOW)}
