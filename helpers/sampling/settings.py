"""How to draw: what may be asked, and what is refused."""

import math
import operator
from dataclasses import dataclass
from typing import SupportsFloat, SupportsIndex

LARGEST_SEED = 2**63 - 1


@dataclass(frozen=True)
class Settings:
    """How to draw: checked on the way in, kept with the drawing.

    Whole numbers and numbers of numpy and torch are taken as well; they become `int` and `float`. Two drawings with
    the same settings have the same tokens on one machine, on a CPU in float32 and int8: a picture does not depend on
    how many are drawn, beside which others, or in which parts. In int8 compiled, in bfloat16 and on a GPU the last
    bits may depend on that, and now and then a token.
    """

    n: SupportsIndex = 8  # how many pictures of each caption
    seed: SupportsIndex = 0
    temperature: SupportsFloat = 1.0  # below 1 sharpens every choice, above 1 flattens it; 0 takes the likeliest token
    top_k: SupportsIndex | None = None  # choose among the k likeliest tokens
    top_p: SupportsFloat | None = None  # choose among the likeliest tokens that share p of the probability
    guidance: SupportsFloat = 1.0  # above 1 pushes away from what would be drawn without the caption; 1 is off

    def __post_init__(self):
        self._take("n", whole(self.n), lambda n: n > 0, "a whole number from 1 up")
        seeds = f"a whole number from 0 to {LARGEST_SEED}"
        self._take("seed", whole(self.seed), lambda seed: 0 <= seed <= LARGEST_SEED, seeds)
        warmth = "a number above 0, or 0 for the likeliest token"
        self._take("temperature", number(self.temperature), lambda temperature: temperature >= 0, warmth)
        if self.top_k is not None:
            self._take("top_k", whole(self.top_k), lambda k: k > 0, "a whole number from 1 up, or None for no limit")
        if self.top_p is not None:
            share = "a number above 0 and up to 1, or None for no limit"
            self._take("top_p", number(self.top_p), lambda p: 0 < p <= 1, share)
        self._take("guidance", number(self.guidance), lambda guidance: guidance >= 0, "a number from 0 up; 1 is off")

    def _take(self, name: str, value: int | float | None, good, wanted: str) -> None:
        check(value is not None and good(value), name, getattr(self, name), wanted)
        object.__setattr__(self, name, value)


def whole(value) -> int | None:
    """A whole number as an `int`; None for anything else, truth values among it."""
    plain = value.item() if getattr(value, "ndim", None) == 0 else value  # a number of numpy or torch
    try:
        return None if isinstance(plain, bool) else operator.index(plain)
    except TypeError:
        return None


def number(value) -> float | None:
    """A finite number as a `float`; None for anything else, truth values and texts among it."""
    plain = value.item() if getattr(value, "ndim", None) == 0 else value
    if isinstance(plain, bool | str | bytes) or not isinstance(plain, SupportsFloat) or hasattr(plain, "ndim"):
        return None
    try:
        return float(plain) if math.isfinite(plain) else None
    except (TypeError, ValueError, OverflowError):
        return None


def check(good: bool, name: str, value, wanted: str) -> None:
    """ValueError that names a value and what would be accepted, unless `good`."""
    if not good:
        raise ValueError(f"{name} is {value!r}; give {wanted}")
