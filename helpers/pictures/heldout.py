"""Which combinations are held out from training, for all families.

A rule names slots whose values must not meet in certain combinations. It holds in every family that has these slots,
so a held-out combination is seen nowhere. A hash of the words decides which combinations a rule holds out, so they
are the same for every seed, version and machine.
"""

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache

from helpers.pictures.family import NONE

GARMENTS = ("hat", "gloves", "shirt", "pants")


@dataclass(frozen=True)
class Rule:
    """Holds out a `share` of the combinations of these slots and all in `always`, but none with a `spared` value."""

    slots: tuple[str, ...]
    share: float = 0.0
    always: frozenset = field(default_factory=frozenset)
    spared: frozenset = field(default_factory=frozenset)

    def holds_out(self, values: tuple) -> bool:
        """Whether this combination of values, one for each slot, is held out."""
        if self.spared.intersection(values):
            return False
        return values in self.always or _fraction(self.slots, values) < self.share


RULES = (
    Rule(("animal", "material"), 0.10, frozenset({("snail", "harp")})),
    Rule(("product", "concept"), 0.10, frozenset({("armchair", "avocado")})),
    Rule(("first", "second"), 0.10),
    Rule(("subject", "mount"), 0.12),
    Rule(("item", "color"), 0.16),
    Rule(("character", "wearing", "doing"), 0.10, frozenset({("baby daikon radish", "tutu", "walking a dog")})),
    Rule(("mood", "thing"), 0.08),
    Rule(("thing", "shape"), 0.12),
    Rule(("solid", "texture"), 0.12),
    Rule(("counted", "count"), 0.10),
    Rule(("relation", "size", "color", "other_size", "other_color"), 0.10),
    Rule(("top", "middle", "bottom"), 0.10),
    Rule(GARMENTS, 0.10, frozenset({("blue", "red", "green", "yellow"), ("red", "yellow", "blue", "green")})),
    Rule(("animal", "garment"), 0.04),
    Rule(("animal", "place", "time"), 0.08),
    Rule(
        ("animal", "medium"),
        0.04,
        always=frozenset({("fox", "painting in the style of van gogh")}),
        spared=frozenset({"illustration"}),
    ),
    Rule(("thing", "medium"), 0.16),
    Rule(("animal", "view"), 0.08, frozenset({("capybara", "a fisheye lens view")})),
    Rule(("animal", "style"), 0.08, frozenset({("fox", "made of voxels")})),
    Rule(("carrier", "color", "fruit"), 0.08, frozenset({("stained glass window", "blue", "strawberry")})),
    Rule(("word",), 0.08, frozenset({("openai",)})),
    Rule(("upper", "upper_color", "lower_color"), 0.09),
    Rule(
        ("subject", "change"),
        0.10,
        frozenset(
            (subject, "as a photo colored blue") for subject in ("cat", "dog", "pig", "teapot", "armchair", "mug")
        ),
    ),
    Rule(("person", "angle"), 0.10),
    Rule(("rule", "varies", "start"), 0.15),
    Rule(("animal", "time"), 0.0, frozenset({("capybara", "at sunrise")})),
    Rule(("country", "what", "time"), 0.10),
    Rule(("country", "what", "medium"), 0.12),
    Rule(("place", "vantage", "time"), 0.11),
    Rule(("landmark", "medium"), 0.12),
    Rule(("thing", "decade", "medium"), 0.10),
    Rule(("thing", "decade", "place"), 0.10),
)


def is_held_out(facts: dict) -> bool:
    """Whether any rule holds these facts out."""
    named = [rule for rule in RULES if facts.get(rule.slots[0], NONE) != NONE]
    return any(rule.holds_out(values) for rule in named for values in _combinations(rule.slots, facts))


def _combinations(slots: tuple[str, ...], facts: dict) -> list[tuple]:
    """The values of these slots in `facts`, as tuples; no tuple where a slot is missing or NONE."""
    if slots[-1] == "garment":
        return [(facts[slots[0]], g) for g in GARMENTS if facts.get(g, NONE) != NONE]
    values = tuple(facts.get(kind, NONE) for kind in slots)
    return [] if NONE in values else [values]


@lru_cache(maxsize=100_000)
def _fraction(slots: tuple, values: tuple) -> float:
    """A number in [0, 1) that depends on the words alone."""
    text = "|".join(map(str, slots + values))
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big") / 2**64
