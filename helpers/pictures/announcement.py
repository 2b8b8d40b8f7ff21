"""The 32 figures of the DALL·E announcement, mapped to the picture world.

`announcement.json` has each figure's sentence, slots and values as published, and under `ours` what they mean here:

family     the family that paints it
fixed      facts that the sentence implies
slots      the figure's slot -> our slot
values     the figure's slot -> {its value: our value, or several facts}, where the words differ
stand_ins  the same for values that the world lacks: the nearest thing it has
other_words  why our caption differs from the published sentence, where it does
"""

import json
import random
from dataclasses import dataclass
from functools import cache
from importlib import resources

from helpers.pictures.world import WHOLE, World


@dataclass(frozen=True)
class Figure:
    """One figure: its sentence with slots, their published values, and the family that paints it."""

    id: str
    section: str
    caption: str
    slots: dict[str, tuple[str, ...]]
    ours: dict

    @property
    def family(self) -> str:
        return self.ours["family"]

    def stand_in(self, slot: str, value: str):
        """What is painted for a value that the picture world lacks; None if it has the value."""
        return self.ours["stand_ins"].get(slot, {}).get(value)

    def facts(self, values: dict[str, str], rng: random.Random | None = None, world: World = WHOLE) -> dict:
        """Facts of the sentence with these values (slot -> published value); hidden slots are sampled in `world`."""
        stated = {"family": self.family} | self.ours["fixed"]
        for slot, value in values.items():
            meant = self.stand_in(slot, value) or self.ours["values"].get(slot, {}).get(value, value)
            stated |= meant if isinstance(meant, dict) else {self.ours["slots"][slot]: meant}
        return world.complete(stated, rng or random.Random(0))


@cache
def figures() -> dict[str, Figure]:
    """All figures by their id, in the announcement's order."""
    data = json.loads((resources.files("helpers.pictures") / "announcement.json").read_text("utf-8"))["figures"]
    return {
        one["id"]: Figure(
            one["id"], one["section"], one["caption"], {k: tuple(v) for k, v in one["slots"].items()}, one["ours"]
        )
        for one in data
    }
