"""The picture world: pictures whose truth is known. It knows no model.

Each picture belongs to a family, which samples its facts, puts them into words and paints them:

>>> picture = sample(random.Random(0), family="outfit")
>>> picture.caption, picture.facts, picture.image
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import SupportsIndex

from PIL import Image

from helpers import checks
from helpers.pictures import heldout
from helpers.pictures.families import FAMILIES
from helpers.pictures.family import LANGUAGES, NONE, Family, known

__all__ = [
    "FAMILIES", "LANGUAGES", "NONE", "Family", "Picture", "captions", "complete", "heldout", "known", "paint",
    "rng_for", "sample", "sample_facts", "shown", "stated", "wanted",
]  # fmt: skip

MIN_SIZE, MAX_SIZE = 16, 4096


@dataclass(frozen=True)
class Picture:
    """An image, a caption that asks for it, and its facts: "family", then one value per slot."""

    image: Image.Image
    caption: str
    facts: dict


def rng_for(split: str, seed: int, index: int) -> random.Random:
    """The random stream of one picture; it depends on these three alone."""
    return random.Random(f"{split}/{seed}/{index}")


def sample(
    rng: random.Random, family: str | None = None, size: int = 64, unseen: bool = False, jitter: float = 0.0
) -> Picture:
    """Sample facts, paint them in `size` × `size` pixels, and choose a caption that training may show.

    The family is a random one where None. The combination is one that training shows, or with `unseen=True` one that is
    held out. `jitter` moves things off the lattice by up to so many eighths of the picture.
    """
    facts = sample_facts(rng, family, unseen)
    caption = rng.choice(captions(facts)[:-1])
    return Picture(paint(facts, size, rng, jitter), caption, facts)


def sample_facts(rng: random.Random, family: str | None = None, unseen: bool | None = False) -> dict:
    """Sample the facts of one picture of `family` (of any when None), seen or held out (either when None)."""
    chosen = FAMILIES[known("family", family, FAMILIES) if family else rng.choice(list(FAMILIES))]
    while True:
        facts = chosen.sample(rng)
        if unseen is None or heldout.is_held_out(facts) == unseen:
            return facts


def complete(stated: dict, rng: random.Random) -> dict:
    """Complete facts: stated slots that are not given are left open, hidden ones are sampled."""
    family = _family(stated)
    family.check_values(stated)
    facts = family.blank() | stated
    return facts | family.sample_hidden(facts, rng) | stated


def captions(facts: dict, language: str = "en") -> list[str]:
    """All captions of these facts, in English ("en") or Korean ("ko").

    The first is the announcement's own form where it has one; the last is kept for testing and never trained on.
    """
    family = _family(facts)
    family.check_values(facts)
    return family.captions(facts, language)


def stated(facts: dict) -> dict:
    """Slot -> value, for the slots that captions of these facts state; open and hidden slots are not in it."""
    return _family(facts).stated(facts)


def shown(facts: dict) -> dict:
    """Canonical visible facts: captions of the same picture map to the same dict."""
    return _family(facts).shown(facts)


def wanted(facts: dict) -> dict:
    """Slot -> value that a picture must show to answer a caption of these facts: those stated, promised absences."""
    return _family(facts).wanted(facts)


def paint(facts: dict, size: SupportsIndex = 64, rng: random.Random | None = None, jitter: float = 0.0) -> Image.Image:
    """Paint facts as an RGB image of `size` × `size` pixels; every size shows the same picture.

    Raises ValueError for a size out of range, an unknown value, and values that make no picture together.
    """
    size = checks.count("size", size, MIN_SIZE, MAX_SIZE)
    family = _family(facts)
    family.check_values(facts)
    family.check(facts)
    return family.paint(facts, size, rng or random.Random(0), jitter)


def _family(facts: dict) -> Family:
    checks.check(isinstance(facts, Mapping), "facts", facts, "a dict, such as {'family': 'counting', 'counted': 'cup'}")
    return FAMILIES[known("family", facts.get("family"), FAMILIES)]
