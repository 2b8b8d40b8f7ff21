"""The announcement's 32 figures as questions to the picture world: which family, which slots, which stand-ins.

`announcement.json` keeps each figure's sentence, slots and values as they were published, and under
`ours` where they stand in the picture world:

family     who draws it
fixed      facts that the sentence implies
slots      the figure's slot -> our slot
other_words  why our sentence differs from the published one, where it has to
values     the figure's slot -> {its value: ours, or several facts}, where the words differ
stand_ins  likewise, where the world has no such thing and shows the nearest it has
"""

import json
import random
from dataclasses import dataclass
from functools import cache
from importlib import resources

from helpers import pictures


@dataclass(frozen=True)
class Figure:
    """One figure: a sentence with slots, and how to ask the picture world for it."""

    id: str
    section: str
    caption: str
    slots: dict[str, tuple[str, ...]]
    ours: dict

    @property
    def family(self) -> str:
        return self.ours["family"]

    def stand_in(self, slot: str, value: str):
        """What is drawn instead of a value that the picture world has not; None where it has it."""
        return self.ours["stand_ins"].get(slot, {}).get(value)

    def facts(self, values: dict[str, str], rng: random.Random | None = None) -> dict:
        """Facts that answer the sentence with these values in its slots; what it leaves unsaid is drawn."""
        said = {"family": self.family} | self.ours["fixed"]
        for slot, value in values.items():
            meant = self.stand_in(slot, value) or self.ours["values"].get(slot, {}).get(value, value)
            said |= meant if isinstance(meant, dict) else {self.ours["slots"][slot]: meant}
        return pictures.complete(said, rng or random.Random(0))


@cache
def figures() -> dict[str, Figure]:
    """All figures by their id, in the announcement's order."""
    data = json.loads((resources.files("helpers.pictures") / "announcement.json").read_text())["figures"]
    return {
        one["id"]: Figure(
            one["id"], one["section"], one["caption"], {k: tuple(v) for k, v in one["slots"].items()}, one["ours"]
        )
        for one in data
    }
