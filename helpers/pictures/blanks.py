"""A figure's sentence with a value in each blank, and the facts that it asks for. Knows no widget."""

import re
import string
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from types import MappingProxyType

from helpers import pictures
from helpers.pictures.announcement import Figure, figures
from helpers.pictures.vocabulary import a

NO_WORDS = (None, pictures.NONE)


@dataclass(frozen=True)
class Piece:
    """Words of a sentence. `slot` is set where they are a slot's value, `blank` where the reader can choose them."""

    text: str
    slot: str = ""
    blank: bool = False


@dataclass(frozen=True)
class Filled:
    """One of the announcement's figures with a value in every slot."""

    name: str
    values: dict[str, str]

    @classmethod
    def first(cls, name: str) -> "Filled":
        """The figure with the first value of every slot; slots with the same list of values get different ones."""
        figure, chosen = figures()[pictures.known("figure", name, figures())], {}
        for slot, values in figure.slots.items():
            taken = [chosen[other] for other in chosen if figure.slots[other] == values]
            chosen[slot] = next((value for value in values if value not in taken), values[0])
        return cls(name, chosen)

    def put(self, slot: str, value: str) -> "Filled":
        """The same with another value in one slot; ValueError for values that make no picture."""
        value = pictures.known(slot, value, choices(self.name)[slot])
        filled = replace(self, values=self.values | {slot: value})
        pictures.captions(filled.facts)
        return filled

    @property
    def figure(self) -> Figure:
        return figures()[self.name]

    @cached_property
    def facts(self) -> dict:
        """What must be true of the picture."""
        return self.figure.facts(self.values)

    @property
    def caption(self) -> str:
        """What a model is asked for."""
        return pictures.captions(self.facts)[0]

    @property
    def notes(self) -> dict[str, str]:
        """Slot -> what is drawn instead of its value, where the picture world has no such thing."""
        instead = {slot: self.figure.stand_in(slot, value) for slot, value in self.values.items()}
        return {slot: f"our world shows “{shown}”" for slot, shown in instead.items() if shown}

    @property
    def pieces(self) -> list[Piece]:
        """The announcement's sentence in pieces; slots that it does not name follow in parentheses."""
        found, blanks = [], set()
        for words, name, _, _ in string.Formatter().parse(self.figure.caption):
            slot = (name or "").removesuffix("_adj")
            if not slot:
                found.append(Piece(words))
                continue
            value = self.values[slot] if name == slot else f"{self.values[slot]}al"
            found += [Piece(_with_article(words, value)), Piece(value, slot, name == slot and slot not in blanks)]
            blanks |= {slot} & {name}
        for slot in choices(self.name):
            if slot not in blanks:
                found += [Piece(f" ({slot}: "), Piece(self.values[slot], slot, True), Piece(")")]
        return [piece for piece in found if piece.text]

    @property
    def text(self) -> str:
        """The sentence as plain words."""
        return "".join(piece.text for piece in self.pieces)


@cache
def choices(name: str) -> dict[str, tuple[str, ...]]:
    """Slot -> the values to choose from: those published or, where only one was, all that the picture world has.

    Slots on which no picture depends and which the sentence does not name are left out.
    """
    figure, found = figures()[name], {}
    for slot, values in figure.slots.items():
        if slot not in figure.ours["slots"] and f"{{{slot}}}" not in figure.caption:
            meant = figure.ours["values"].get(slot, {})
            if not any(meant.get(value) for value in values):
                continue
        if len(values) == 1 and slot in figure.ours["slots"]:
            ours = pictures.FAMILIES[figure.family].slots[figure.ours["slots"][slot]]
            values = (*values, *(value for value in ours if value not in (*values, *NO_WORDS)))
        found[slot] = values
    return found


def written(name: str, values: Mapping[str, str] = MappingProxyType({})) -> list[tuple[str, bool]]:
    """A figure's sentence as (text, marked) pieces for `show.headed`; slots are marked.

    `values`: slot -> published value; a slot without a value shows its name, such as ‹time›.
    """
    slots = figures()[pictures.known("figure", name, figures())].slots
    for slot in values:
        pictures.known("slot", slot, slots)
    filled = Filled(name, {slot: f"‹{slot}›" for slot in slots} | values)
    return [(piece.text, bool(piece.slot)) for piece in filled.pieces]


def titles() -> list[tuple[str, str]]:
    """(title, id) of every figure, for a drop-down."""
    blank = re.compile(r"\{.*?\}")
    return [(f"{name.replace('_', ' ')}: {blank.sub('…', figure.caption)}", name) for name, figure in figures().items()]


def _with_article(words: str, value: str) -> str:
    """The words before a value, with a final article that fits it: "a " before "fox", "an " before "owl"."""
    return re.sub(r"\ban? $", lambda _: a(value).split()[0] + " ", words)
