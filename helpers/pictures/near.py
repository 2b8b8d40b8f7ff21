"""Near misses: facts one step away from a picture's own, for captions that are hard to tell from the right one.

swapped   two slots exchange their values: the hat's colour and the shirt's
reversed  two things exchange all their values: who sits on whom
counted   one more or one fewer
changed   one slot has another value
"""

import itertools
import random

from helpers import pictures

KINDS = ("swapped", "reversed", "counted", "changed")


def near_misses(facts: dict, rng: random.Random) -> dict[str, dict]:
    """Kind -> facts of a near miss, for each kind that these facts allow; its captions ask for another picture."""
    family = pictures.FAMILIES[facts["family"]]
    stated = list(pictures.stated(facts))
    found = {
        "swapped": _swapped(facts, stated, family.slots, rng),
        "reversed": _reversed(facts, stated),
        "counted": _counted(facts, family.slots, rng),
        "changed": _changed(facts, stated, family, rng),
    }
    own = pictures.captions(facts)[0]
    found = {kind: other for kind, other in found.items() if other and _caption(other) not in (None, own)}
    return {kind: other for kind, other in found.items() if pictures.shown(other) != pictures.shown(facts)}


def _caption(facts: dict) -> str | None:
    """The first caption of these facts; None where they make no picture."""
    try:
        return pictures.captions(facts)[0]
    except ValueError:
        return None


def _swapped(facts: dict, stated: list[str], slots: dict, rng: random.Random) -> dict | None:
    """Exchange the values of two slots, if each knows the other's."""
    pairs = [
        (a, b)
        for a, b in itertools.combinations(stated, 2)
        if facts[a] != facts[b] and facts[a] in slots[b] and facts[b] in slots[a]
    ]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    return facts | {a: facts[b], b: facts[a]}


def _reversed(facts: dict, stated: list[str]) -> dict | None:
    """Exchange all values of the two things, "color" with "other_color" and so on."""
    pairs = [(slot, f"other_{slot}") for slot in stated if f"other_{slot}" in stated]
    return facts | {a: facts[b] for pair in pairs for a, b in (pair, pair[::-1])} if pairs else None


def _counted(facts: dict, slots: dict, rng: random.Random) -> dict | None:
    """One more or one fewer."""
    counts = [n for n in slots.get("count", ()) if isinstance(n, int) and abs(n - facts["count"]) == 1]
    return facts | {"count": rng.choice(counts)} if counts else None


def _changed(facts: dict, stated: list[str], family: pictures.Family, rng: random.Random) -> dict | None:
    """Take one value from other facts that state the same slots, so that the result makes sense."""
    for _ in range(50):
        other = family.sample(rng)
        if list(family.stated(other)) == stated:
            differing = [slot for slot in stated if other[slot] != facts[slot]]
            if differing:
                slot = rng.choice(differing)
                changed = facts | {slot: other[slot]}
                if _caption(changed):
                    return changed
    return None
