"""How to draw: what may be asked, and what is refused."""

import math
from dataclasses import dataclass

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
        check(isinstance(self.n, int) and self.n > 0, "n", self.n, "a whole number from 1 up")
        check(
            isinstance(self.seed, int) and 0 <= self.seed <= LARGEST_SEED,
            "seed",
            self.seed,
            f"a whole number from 0 to {LARGEST_SEED}",
        )
        check(_number(self.temperature) and self.temperature > 0, "temperature", self.temperature, "a number above 0")
        check(
            self.top_k is None or (isinstance(self.top_k, int) and self.top_k > 0),
            "top_k",
            self.top_k,
            "a whole number from 1 up, or None for no limit",
        )
        check(
            self.top_p is None or (_number(self.top_p) and 0 < self.top_p <= 1),
            "top_p",
            self.top_p,
            "a number above 0 and up to 1, or None for no limit",
        )
        check(_number(self.guidance) and self.guidance >= 0, "guidance", self.guidance, "a number from 0 up; 1 is off")


def _number(x) -> bool:
    return isinstance(x, (int, float)) and math.isfinite(x)


def check(good: bool, name: str, value, wanted: str) -> None:
    if not good:
        raise ValueError(f"{name} is {value!r}; give {wanted}")
