"""Near misses: facts one step away from a picture's own, for hard captions and for naming failures.

swapped   two slots exchange their values: the hat's colour and the shirt's
reversed  everything of one thing is exchanged with the other's: who sits on whom
counted   one more or one fewer
changed   one slot has another value
"""

import itertools
import random

from helpers import pictures

KINDS = ("swapped", "reversed", "counted", "changed")


def near_misses(facts: dict, rng: random.Random) -> dict[str, dict]:
    """One near miss of each kind that these facts allow, each with captions other than theirs."""
    module = pictures.FAMILIES[facts["family"]]
    said = [slot for slot in module.SLOTS if facts[slot] != "none"]
    found = {
        "swapped": _swapped(facts, said, module.SLOTS, rng),
        "reversed": _reversed(facts, said),
        "counted": _counted(facts, module.SLOTS, rng),
        "changed": _changed(facts, said, module, rng),
    }
    own = pictures.captions(facts)[0]
    found = {kind: other for kind, other in found.items() if other and _caption(other) not in (None, own)}
    return {kind: other for kind, other in found.items() if pictures.shown(other) != pictures.shown(facts)}


def _caption(facts: dict) -> str | None:
    """What asks for these facts; None where they make no picture."""
    try:
        return pictures.captions(facts)[0]
    except ValueError:
        return None


def _swapped(facts: dict, said: list[str], slots: dict, rng: random.Random) -> dict | None:
    pairs = [
        (a, b)
        for a, b in itertools.combinations(said, 2)
        if facts[a] != facts[b] and facts[a] in slots[b] and facts[b] in slots[a]
    ]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    return facts | {a: facts[b], b: facts[a]}


def _reversed(facts: dict, said: list[str]) -> dict | None:
    pairs = [(slot, f"other_{slot}") for slot in said if f"other_{slot}" in said]
    return facts | {a: facts[b] for pair in pairs for a, b in (pair, pair[::-1])} if pairs else None


def _counted(facts: dict, slots: dict, rng: random.Random) -> dict | None:
    counts = [n for n in slots.get("count", ()) if isinstance(n, int) and abs(n - facts["count"]) == 1]
    return facts | {"count": rng.choice(counts)} if counts else None


def _changed(facts: dict, said: list[str], module, rng: random.Random) -> dict | None:
    """Take one value over from other facts of the same kind, so that what comes out makes sense."""
    for _ in range(50):
        other = module.draw(rng)
        if [slot for slot in module.SLOTS if other[slot] != "none"] == said:
            differing = [slot for slot in said if other[slot] != facts[slot]]
            if differing:
                slot = rng.choice(differing)
                changed = facts | {slot: other[slot]}
                if _caption(changed):
                    return changed
    return None
