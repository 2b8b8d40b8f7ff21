"""The picture world: pictures whose truth is known. It knows no model.

A family draws facts, says them in several ways, and paints them:

>>> picture = sample(random.Random(0), family="outfit")
>>> picture.caption, picture.facts, picture.image
"""

import difflib
import random
from dataclasses import dataclass
from importlib import import_module

from PIL import Image

from helpers.pictures import heldout
from helpers.pictures.families import FAMILIES

LANGUAGES = ("en", "ko")
MIN_SIZE, MAX_SIZE = 16, 4096


@dataclass(frozen=True)
class Picture:
    """An image, the sentence that asks for it, and all that is true of it."""

    image: Image.Image
    caption: str
    facts: dict


def rng_for(split: str, seed: int, index: int) -> random.Random:
    """The random stream of one picture: it depends on nothing but these three."""
    return random.Random(f"{split}/{seed}/{index}")


def sample(
    rng: random.Random, family: str | None = None, size: int = 64, unseen: bool = False, jitter: float = 0.0
) -> Picture:
    """Draw facts, refuse a held-out combination, paint, pick a phrasing.

    `unseen=True` turns the refusal round: only held-out combinations come back.
    `jitter` moves things off the lattice, in eighths of the picture.
    """
    facts = draw_facts(rng, family, unseen)
    caption = rng.choice(captions(facts)[:-1])
    return Picture(paint(facts, size, rng, jitter), caption, facts)


def draw_facts(rng: random.Random, family: str | None = None, unseen: bool | None = False) -> dict:
    """Facts of one picture of `family` (any family when None), seen or held out (either when None)."""
    module = FAMILIES[known("family", family, FAMILIES) if family else rng.choice(list(FAMILIES))]
    while True:
        facts = module.draw(rng)
        if unseen is None or heldout.is_held_out(facts) == unseen:
            return facts


def complete(said: dict, rng: random.Random) -> dict:
    """Facts of a picture of which only these are given: slots left out are "none", the rest of the unsaid is drawn."""
    module = _module(said)
    facts = dict.fromkeys(module.SLOTS, "none") | said
    return facts | module.unsaid(facts, rng) | said


def captions(facts: dict, language: str = "en") -> list[str]:
    """All phrasings of these facts, in English or Korean ("ko").

    The first is the announcement's own form where it has one; the last is kept for testing and never trained on.
    """
    module = _module(facts)
    if known("language", language, LANGUAGES) == "ko":
        module = import_module(f"{module.__name__}.korean")
    return module.captions(facts)


def shown(facts: dict) -> dict:
    """What shows of facts: one form for sentences that ask for one picture, the unsaid named where it shows."""
    module = _family(facts)
    return module.shown(facts) if hasattr(module, "shown") else facts


def wanted(facts: dict) -> dict:
    """Slot -> what a picture must show to answer a caption of these facts: what is said, and promised absences."""
    module, shows = _family(facts), shown(facts)
    counted = (slot for slot in module.SLOTS if slot in facts)
    return {s: shows[s] for s in counted if facts[s] != "none" or s in getattr(module, "ABSENT", ())}


def paint(facts: dict, size: int = 64, rng: random.Random | None = None, jitter: float = 0.0) -> Image.Image:
    """Paint facts as an RGB image of `size` × `size` pixels; any size is the same picture."""
    if not isinstance(size, int) or not MIN_SIZE <= size <= MAX_SIZE:
        raise ValueError(f"size {size!r} cannot be painted; give whole pixels from {MIN_SIZE} to {MAX_SIZE}")
    return _module(facts).paint(facts, size, rng or random.Random(0), jitter)


def _family(facts: dict):
    return FAMILIES[known("family", facts.get("family"), FAMILIES)]


def _module(facts: dict):
    """The family's module, once every value of these facts is known to it."""
    module = _family(facts)
    for slot, values in (module.SLOTS | module.UNSAID).items():
        if slot in facts:
            known(slot, facts[slot], values)
    return module


def known(slot: str, value, values):
    """Return `value` if it is one of `values`, else say which nearest one would do."""
    if value in values:
        return value
    if hasattr(values, "allowed"):
        raise ValueError(f"{slot} {value!r} is not in the picture world; {values.allowed}")
    near = difflib.get_close_matches(str(value), [str(v) for v in values], n=3, cutoff=0.3)
    hint = f"; nearest: {', '.join(near)}" if near else f"; one of: {', '.join(map(str, list(values)[:12]))}"
    raise ValueError(f"{slot} {value!r} is not in the picture world{hint}")
