"""The contract that every family of pictures fulfils.

Facts are a flat dict: "family", then one value per slot. A slot is *stated* where captions can name its value, and
*hidden* where the value shows in the picture but no caption names it.
"""

import difflib
import random
from collections.abc import Iterable
from importlib import import_module
from numbers import Integral

from PIL import Image

from helpers import checks

NONE = "none"  # the value of a stated slot that a caption leaves open
LANGUAGES = ("en", "ko")


class Open:
    """Values of a slot that are too many to list: `in` says whether a value exists, iterating gives examples."""

    allowed: str  # what can be given, for error messages


class Family:
    """One kind of picture: its slots, and how its facts are sampled, put into words and painted.

    A subclass sets `name`, `slots` and `hidden`, and writes `sample`, `english` and `paint`. The rest has defaults.
    """

    name: str
    slots: dict[str, Iterable]  # stated slot -> its values, NONE among them where captions may leave it open
    hidden: dict[str, tuple]  # hidden slot -> its values
    absent: tuple[str, ...] = ()  # stated slots whose NONE is a promise, such as no hat

    def sample(self, rng: random.Random) -> dict:
        """Facts of one picture, chosen at random: "family", all stated slots, and the hidden slots that are visible."""
        raise NotImplementedError

    def english(self, facts: dict) -> list[str]:
        """English captions: first the announcement's own where it has one, last the one kept for testing."""
        raise NotImplementedError

    def korean(self, facts: dict) -> list[str]:
        """Korean captions, those of `korean.py` in the family's folder; last the one kept for testing."""
        return import_module(f"{type(self).__module__}.korean").captions(facts)

    def paint(self, facts: dict, size: int, rng: random.Random, jitter: float = 0.0) -> Image.Image:
        """An RGB image of `size` × `size` pixels. The facts determine it; `rng` only moves things by the jitter."""
        raise NotImplementedError

    def sample_hidden(self, facts: dict, rng: random.Random) -> dict:
        """Values of the hidden slots, chosen at random. A subclass leaves out slots that do not show with `facts`."""
        return {slot: rng.choice(values) for slot, values in self.hidden.items()}

    def shown(self, facts: dict) -> dict:
        """Canonical visible facts: captions of the same picture map to the same dict."""
        return facts

    def check(self, facts: dict) -> None:
        """Raise ValueError for known values that make no picture together."""

    def captions(self, facts: dict, language: str = "en") -> list[str]:
        """All captions of these facts; the last is kept for testing and never trained on."""
        return self.korean(facts) if known("language", language, LANGUAGES) == "ko" else self.english(facts)

    def stated(self, facts: dict) -> dict:
        """Slot -> value, for the slots that captions of these facts state."""
        return {slot: facts[slot] for slot in self.slots if facts.get(slot, NONE) != NONE}

    def wanted(self, facts: dict) -> dict:
        """Slot -> value that a picture must show to answer a caption of these facts: stated ones, promised absences."""
        shows = self.shown(facts)
        return {s: shows[s] for s in self.slots if s in facts and (facts[s] != NONE or s in self.absent)}

    def blank(self) -> dict:
        """Facts that state nothing."""
        return {"family": self.name} | dict.fromkeys(self.slots, NONE)

    def check_values(self, facts: dict) -> None:
        """Raise ValueError where a slot has a value that it does not know."""
        for slot, values in (self.slots | self.hidden).items():
            if slot in facts:
                known(slot, facts[slot], values)

    def refusal(self, facts: dict, why: str) -> ValueError:
        """The error for facts that make no picture: what they state, then `why`."""
        stated = ", ".join(f"{slot} {value!r}" for slot, value in self.stated(facts).items())
        return ValueError(f"{stated or 'nothing'} {why}")


def known(slot: str, value, values: Iterable):
    """Return `value` if it is one of `values`; else raise ValueError that names the nearest ones."""
    named = isinstance(value, str | Integral) and not isinstance(value, bool)  # 2.0 and True do not count things
    if named and value in values:
        return value
    if isinstance(values, Open):
        raise ValueError(f"{slot} {checks.shown(value)} is not in the picture world; {values.allowed}")
    near = difflib.get_close_matches(str(value), [str(v) for v in values], n=3, cutoff=0.3)
    hint = f"; nearest: {', '.join(near)}" if near else f"; one of: {', '.join(map(str, list(values)[:12]))}"
    raise ValueError(f"{slot} {checks.shown(value)} is not in the picture world{hint}")
