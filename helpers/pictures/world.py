"""What a model is trained on: families with their shares, the values it is shown, what is held out, its languages."""

import random
from dataclasses import dataclass, field

from PIL import Image

from helpers import pictures
from helpers.pictures import heldout


@dataclass(frozen=True)
class World:
    """A part of the picture world, from which training and test pictures are drawn."""

    shares: dict[str, float]  # family -> its share of the pictures
    values: dict[str, dict[str, tuple]] = field(default_factory=dict)  # family -> slot -> values shown, if not all
    withheld: tuple[dict, ...] = ()  # facts never shown together, beside those the picture world holds out
    korean: float = 0.0  # share of the training captions that are Korean
    known = True  # whether there are facts that a judge could read

    def __post_init__(self):
        for family in (*self.shares, *self.values):
            pictures.known("family", family, pictures.FAMILIES)
        for family, slots in self.values.items():
            everything = pictures.FAMILIES[family].slots | pictures.FAMILIES[family].hidden
            for slot, values in slots.items():
                pictures.known(f"slot of {family}", slot, everything)
                for value in values:
                    pictures.known(slot, value, everything[slot])

    @classmethod
    def of(cls, card: dict) -> "World | None":
        """What a checkpoint's card says that it was trained on; None where it does not say."""
        if "families" not in card:
            return None
        values = {
            family: {slot: tuple(kept) for slot, kept in slots.items()}
            for family, slots in card.get("values", {}).items()
        }
        return cls(card["families"], values, tuple(card.get("withheld", ())), card.get("korean", 0.0))

    def facts(
        self, split: str, seed: int, index: int, family: str | None = None, unseen: bool | None = False
    ) -> tuple[dict, random.Random]:
        """Facts of picture `index` of a split, and its random stream: they depend on nothing but the arguments.

        `unseen` asks for what training shows (False), for what it never shows (True), or for either (None).
        """
        rng = pictures.rng_for(split, seed, index)
        family = family or rng.choices(list(self.shares), list(self.shares.values()))[0]
        sample = pictures.FAMILIES[family].sample
        while True:
            facts = sample(rng)
            if self.outside(facts) is None and (unseen is None or self.is_held_out(facts) == unseen):
                return facts, rng

    def outside(self, facts: dict) -> str | None:
        """The first slot whose value this world does not have; None where it has them all."""
        kept = self.values.get(facts["family"], {})
        return next((slot for slot, values in kept.items() if slot in facts and facts[slot] not in values), None)

    def is_held_out(self, facts: dict) -> bool:
        """Whether training never shows these facts together, by the picture world's rules or this world's own."""
        return heldout.is_held_out(facts) or any(pair.items() <= facts.items() for pair in self.withheld)

    def caption(self, facts: dict, rng: random.Random) -> str:
        """One of the phrasings that training uses, in one of the world's languages."""
        language = "ko" if rng.random() < self.korean else "en"
        return rng.choice(self.captions(facts, language)[:-1])

    def captions(self, facts: dict, language: str = "en") -> list[str]:
        """All captions of a picture, the usual one first."""
        return pictures.captions(facts, language)

    def paint(self, facts: dict, size: int, rng: random.Random | None = None) -> Image.Image:
        """The picture of these facts, RGB, `size` pixels a side."""
        return pictures.paint(facts, size, rng)

    def sentences(self, each: int) -> list[str]:
        """Training sentences of `each` pictures of every family, in the world's languages."""
        languages = pictures.LANGUAGES if self.korean else ("en",)
        said = []
        for family in self.shares:
            for index in range(each):
                facts, _ = self.facts("vocabulary", 0, index, family, None)
                said += [caption for language in languages for caption in self.captions(facts, language)[:-1]]
        return said

    def told(self) -> dict:
        """What a card says of it; `World.of` reads it again."""
        return {"families": self.shares, "values": self.values, "withheld": self.withheld, "korean": self.korean}
