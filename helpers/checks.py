"""Checks of arguments: numbers, choices, names. Bad ones are refused in one sentence that says what is accepted."""

import math
import operator
from collections.abc import Iterable
from typing import SupportsFloat

LONGEST = 80  # letters of a refused value that an error message repeats


def shown(value: object) -> str:
    """A value as an error message repeats it: on one line, and cut where it is long."""
    try:
        said = " ".join(repr(value).split())
    except Exception:  # a stranger's class may have a broken `repr`, and huge numbers have none
        said = f"a {type(value).__name__}"
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"


def check(good: bool, name: str, value: object, wanted: str) -> None:
    """ValueError that names a value and what would be accepted, unless `good`."""
    if not good:
        raise ValueError(f"{name} is {shown(value)}; give {wanted}")


def whole(value: object) -> int | None:
    """A whole number as an `int`; None for anything else, also for True and False."""
    plain = _plain(value)
    try:
        return None if isinstance(plain, bool) else operator.index(plain)
    except TypeError:
        return None


def number(value: object) -> float | None:
    """A finite number as a `float`; None for anything else, also for True, False and texts."""
    plain = _plain(value)
    if isinstance(plain, bool | str | bytes) or not isinstance(plain, SupportsFloat) or hasattr(plain, "ndim"):
        return None
    try:
        return float(plain) if math.isfinite(plain) else None
    except (TypeError, ValueError, OverflowError):
        return None


def count(name: str, value: object, low: int, high: int | None = None, otherwise: str = "") -> int:
    """A whole number from `low` to `high` as an `int`; else a ValueError, whose message ends in `otherwise`."""
    found = whole(value)
    good = found is not None and low <= found and (high is None or found <= high)
    check(good, name, value, f"a whole number from {low} {'up' if high is None else f'to {high}'}{otherwise}")
    return found


def some_of(name: str, given: object, known: Iterable[str]) -> tuple[str, ...]:
    """Several of the `known` names, in a list or the like; a ValueError for anything else."""
    wanted = f"some of {', '.join(known)}, in a tuple"
    check(isinstance(given, Iterable) and not isinstance(given, str | bytes), name, given, wanted)
    given = tuple(given)
    for one in given:
        check(isinstance(one, str) and one in known, name, one, f"one of {', '.join(known)}")
    return given


def _plain(value: object) -> object:
    """A number of numpy or torch as one of Python."""
    try:
        return value.item() if getattr(value, "ndim", None) == 0 else value
    except (TypeError, ValueError, RuntimeError):  # a tensor without content
        return None
