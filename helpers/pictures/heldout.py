"""Which combinations training never shows: one place for every family.

A rule names kinds of atoms that must not meet. It holds in whatever family they meet, so
a combination banned here is seen nowhere. Which combinations a rule bans is fixed by a
hash of the words, so it never changes with a seed, a version or a machine.
"""

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache

from helpers.pictures.family import NONE

GARMENTS = ("hat", "gloves", "shirt", "pants")


@dataclass(frozen=True)
class Rule:
    """Combinations of `kinds`: `share` of them banned by hash, `always` by name, none that has a `spared` value."""

    kinds: tuple[str, ...]
    share: float = 0.0
    always: frozenset = field(default_factory=frozenset)
    spared: frozenset = field(default_factory=frozenset)

    def bans(self, values: tuple) -> bool:
        if self.spared.intersection(values):
            return False
        return values in self.always or _fraction(self.kinds, values) < self.share


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
    """Whether any rule bans these facts."""
    named = [rule for rule in RULES if facts.get(rule.kinds[0], NONE) != NONE]
    return any(rule.bans(values) for rule in named for values in _combinations(rule.kinds, facts))


def _combinations(kinds: tuple[str, ...], facts: dict) -> list[tuple]:
    """The value tuples of `kinds` in `facts`; none where a kind is missing or NONE."""
    if kinds[-1] == "garment":
        return [(facts[kinds[0]], g) for g in GARMENTS if facts.get(g, NONE) != NONE]
    values = tuple(facts.get(kind, NONE) for kind in kinds)
    return [] if NONE in values else [values]


@lru_cache(maxsize=100_000)
def _fraction(kinds: tuple, values: tuple) -> float:
    """A number in [0, 1) fixed by the words alone."""
    text = "|".join(map(str, kinds + values))
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big") / 2**64
