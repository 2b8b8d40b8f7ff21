"""Failures have names, given by rules from what was asked and what was read.

swap           two or more slots show each other's values: the hat is red and the shirt blue, not the other way
leak           a slot shows what was asked of another, or another (stated or not) shows what this one should
merge          several values show in one slot: a hat half red, half blue
separate items several values show where two things should be one (blend, chimera): an armchair beside an avocado
detached part  what should touch floats: a block asked to sit on another is read as floating above or far from it
missing        nothing shows where something was asked for
miscount       another number of things
wrong relation another relation of the two blocks
misspelt       another word
wrong medium   drawn in another medium or style
unreadable     the judge cannot tell
wrong thing    another value, from nowhere in the caption

These rules know nothing but facts. A sleeve apart from its shirt, or an armchair beside an avocado that the judge does
not read as "several", is in no fact and so gets no name.
"""

import pandas as pd

from helpers import pictures
from helpers.networks.judge import SEVERAL, UNREADABLE
from helpers.pictures import NONE

NAMES = (
    "swap", "leak", "merge", "separate items", "detached part", "missing", "miscount", "wrong relation", "misspelt",
    "wrong medium", "unreadable", "wrong thing",
)  # fmt: skip
BLENDED = ("blend",)  # families whose things should be one
COUNTS = ("count", "armchairs")
MEDIUMS = ("medium", "style")
TOUCHING = ("sitting on", "sitting below")
APART = ("floating above", "far from")


def failures(asked: dict, read: dict) -> dict[str, tuple[str, ...]]:
    """Name of a failure -> the slots that show it, in the order of `NAMES`; empty where all that was asked is right."""
    wanted = pictures.wanted(asked)
    asked, said = asked | wanted, list(wanted)
    wrong = [slot for slot in said if read.get(slot, NONE) != asked[slot]]
    found: dict[str, list[str]] = {}
    swapped = _swapped(asked, read, wrong)
    for slot in wrong:
        found.setdefault("swap" if slot in swapped else _name(slot, asked, read, said), []).append(slot)
    if asked.get("relation") in TOUCHING and read.get("relation") in APART:
        found["detached part"] = ["relation"]
    return {name: tuple(found[name]) for name in NAMES if name in found}


def _swapped(asked: dict, read: dict, wrong: list[str]) -> set[str]:
    """The wrong slots that show each other's values: pairs, and rings of three or more."""
    rings = set()
    for start in wrong:
        ring = [start]
        while True:
            values = read.get(ring[-1], NONE)
            other = [s for s in wrong if asked[s] == values and s not in ring[1:] and _alike(s, ring[-1], asked)]
            if start in other and len(ring) > 1:
                rings |= set(ring)
                break
            if not other:
                break
            ring.append(other[0])
    return rings


def _alike(one: str, other: str, asked: dict) -> bool:
    """Whether two slots could take each other's asked values."""
    slots = pictures.FAMILIES[asked["family"]].slots
    return asked[one] in slots[other] and asked[other] in slots[one]


def _name(slot: str, asked: dict, read: dict, said: list[str]) -> str:
    """What went wrong in one slot that is not part of a swap."""
    value = read.get(slot, NONE)
    if value == UNREADABLE:
        return "unreadable"
    if value == SEVERAL:
        return "separate items" if asked["family"] in BLENDED else "merge"
    if slot in COUNTS and NONE not in (value, asked[slot]):
        return "miscount"
    if slot == "relation" and value != NONE:
        return "wrong relation"
    if slot in MEDIUMS:
        return "wrong medium"
    if slot == "word" and NONE not in (value, asked[slot]):
        return "misspelt"
    if _leaks(slot, asked, read, said):
        return "leak"
    return "missing" if value == NONE else "wrong thing"


def _leaks(slot: str, asked: dict, read: dict, said: list[str]) -> bool:
    """Whether a slot shows a value asked elsewhere, or its own asked value shows where it was not asked."""
    into = read.get(slot, NONE) != NONE and any(asked[s] == read[slot] for s in said if s != slot)
    hidden = pictures.FAMILIES[asked["family"]].hidden
    out = asked[slot] != NONE and any(
        read.get(s) == asked[slot] for s in (*said, *hidden) if s != slot and asked.get(s) != asked[slot]
    )
    return into or out


def named(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of a probe with `failures`, the names of what went wrong in each picture, as a tuple."""
    return rows.assign(failures=[tuple(failures(a, r)) for a, r in zip(rows["asked"], rows["read"], strict=True)])


def tally(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per name: the number of pictures with this failure and their share; a picture may have several."""
    found = (rows if "failures" in rows else named(rows))["failures"]
    counts = [sum(name in names for names in found) for name in NAMES]
    return pd.DataFrame({"failure": NAMES, "pictures": counts, "share": [c / max(1, len(found)) for c in counts]})


def said(asked: dict, read: dict) -> str:
    """What went wrong in a picture, in words: "swap: hat red, not blue; shirt blue, not red"."""
    wanted = asked | pictures.wanted(asked)
    return ". ".join(
        f"{name}: "
        + "; ".join(f"{slot.replace('_', ' ')} {read.get(slot, NONE)}, not {wanted[slot]}" for slot in slots)
        for name, slots in failures(asked, read).items()
    )
