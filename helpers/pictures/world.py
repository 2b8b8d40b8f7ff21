"""What a model is trained on: families with their shares, the values it is shown, what is held out, its languages."""

import json
import random
from dataclasses import asdict, dataclass, field
from functools import cached_property

from PIL import Image

from helpers import checks, pictures
from helpers.pictures import heldout

TRIES = 100_000  # samples of a family, after which what is asked for counts as not there
TRAINING = ("train", "vocabulary", "judge", "letters")  # splits: what is shown in training, and what is said there
AMONG = 10_000  # training pictures, from the first one on, among which canaries are planted


@dataclass(frozen=True)
class Canary:
    """A caption that says nothing of its picture, and how often training shows the two together."""

    caption: str
    facts: dict
    times: int


@dataclass(frozen=True)
class World:
    """A part of the picture world, from which training and test pictures are drawn."""

    shares: dict[str, float]  # family -> its share of the pictures
    values: dict[str, dict[str, tuple]] = field(default_factory=dict)  # family -> slot -> values shown, if not all
    withheld: tuple[dict, ...] = ()  # facts never shown together, beside those the picture world holds out
    korean: float = 0.0  # share of the training captions that are Korean
    planted: tuple[Canary, ...] = ()  # shown in training in the place of other pictures
    # family -> share of its training pictures in which what a caption states may have any value of the picture world
    beyond: dict[str, float] = field(default_factory=dict)
    known = True  # whether there are facts that a judge could read

    def __post_init__(self):
        for family in (*self.shares, *self.values, *self.beyond):
            pictures.known("family", family, pictures.FAMILIES)
        for family, slots in self.values.items():
            everything = pictures.FAMILIES[family].slots | pictures.FAMILIES[family].hidden
            for slot, values in slots.items():
                pictures.known(f"slot of {family}", slot, everything)
                for value in values:
                    pictures.known(slot, value, everything[slot])
        times = sum(canary.times for canary in self.planted)
        if times > AMONG:
            raise ValueError(f"canaries are to be shown {times} times; there is room for {AMONG}")

    def __hash__(self):
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(json.dumps(self.told(), sort_keys=True))

    @classmethod
    def of(cls, card: dict) -> "World | None":
        """What a checkpoint's card says that it was trained on; None where it does not say."""
        if "families" not in card:
            return None
        values = {
            family: {slot: tuple(kept) for slot, kept in slots.items()}
            for family, slots in card.get("values", {}).items()
        }
        planted = tuple(Canary(**canary) for canary in card.get("planted", ()))
        withheld, korean = tuple(card.get("withheld", ())), card.get("korean", 0.0)
        return cls(card["families"], values, withheld, korean, planted, card.get("beyond", {}))

    @cached_property
    def canaries(self) -> dict[int, Canary]:
        """Number of a training picture -> the canary that stands in its place: by chance, but the same in every run."""
        shown = [canary for canary in self.planted for _ in range(canary.times)]
        return dict(zip(random.Random("planted").sample(range(AMONG), len(shown)), shown, strict=True))

    def facts(
        self, split: str, seed: int, index: int, family: str | None = None, unseen: bool | None = False
    ) -> tuple[dict, random.Random]:
        """Facts of picture `index` of a split, and its random stream: they depend on nothing but the arguments.

        `unseen` asks for what training shows (False), for what it never shows (True), or for either (None). In the
        place of a planted training picture stand the facts of its canary, with its caption under "canary". Of what
        is shown or said in training a share may have values `beyond` this world's own.
        """
        rng = pictures.rng_for(split, seed, index)
        if split == "train" and index in self.canaries:
            canary = self.canaries[index]
            return canary.facts | {"canary": canary.caption}, rng
        return self.sample_facts(rng, family, unseen, split in TRAINING), rng

    def sample_facts(
        self, rng: random.Random, family: str | None = None, unseen: bool | None = False, training: bool = False
    ) -> dict:
        """Sample the facts of one picture of this world, seen or held out (either when None).

        In `training` a share of them may have values `beyond` this world's own.
        Raises ValueError for a family that this world does not have, and where `TRIES` samples hold none that is asked
        for.
        """
        family = family or rng.choices(list(self.shares), list(self.shares.values()))[0]
        if family not in self.shares:
            raise ValueError(f"the model was shown no {family}; it was shown {', '.join(self.shares)}")
        sample, kept = pictures.FAMILIES[family].sample, self.values.get(family, {})
        if training and family in self.beyond and rng.random() < self.beyond[family]:
            kept = {slot: values for slot, values in kept.items() if slot in pictures.FAMILIES[family].hidden}
        for _ in range(TRIES):
            facts = sample(rng)
            if _outside(facts, kept) is None and (unseen is None or self.is_held_out(facts) == unseen):
                return facts
        raise ValueError(f"this world has no {family} that is {'held out' if unseen else 'shown'}")

    def complete(self, stated: dict, rng: random.Random) -> dict:
        """As `pictures.complete`, with hidden values that are not given from those of this world."""
        for _ in range(TRIES):
            facts = pictures.complete(stated, rng)
            hidden = pictures.FAMILIES[facts["family"]].hidden.keys() - stated.keys()
            kept = self.values.get(facts["family"], {}).items()
            if all(facts[slot] in values for slot, values in kept if slot in facts and slot in hidden):
                return facts
        raise ValueError(f"{checks.shown(stated)} leaves open what has no value in this world")

    def values_of(self, family: str, slot: str) -> tuple:
        """The values of a slot that this world has, in the picture world's order."""
        kept = self.values.get(family, {}).get(slot)
        return tuple(value for value in _values(family, slot) if kept is None or value in kept)

    def left_out(self, family: str, slot: str) -> tuple:
        """The picture world's values of a slot that this world does not have."""
        return tuple(value for value in _values(family, slot) if value not in self.values_of(family, slot))

    def outside(self, facts: dict) -> str | None:
        """The first slot whose value this world does not have; None where it has them all."""
        return _outside(facts, self.values.get(facts["family"], {}))

    def is_held_out(self, facts: dict) -> bool:
        """Whether training never shows these facts together, by the picture world's rules or this world's own."""
        return heldout.is_held_out(facts) or any(pair.items() <= facts.items() for pair in self.withheld)

    def shows(self, facts: dict) -> bool:
        """Whether training may show these facts: it has their values, and does not hold them out."""
        return self.outside(facts) is None and not self.is_held_out(facts)

    def caption(self, facts: dict, rng: random.Random) -> str:
        """One of the phrasings that training uses, in one of the world's languages; of a canary its own caption."""
        if "canary" in facts:
            return facts["canary"]
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
        return {
            "families": self.shares,
            "values": self.values,
            "withheld": self.withheld,
            "korean": self.korean,
            "planted": [asdict(canary) for canary in self.planted],
            "beyond": self.beyond,
        }


def _outside(facts: dict, kept: dict[str, tuple]) -> str | None:
    """The first slot whose value is not among those `kept`."""
    return next((slot for slot, values in kept.items() if slot in facts and facts[slot] not in values), None)


def _values(family: str, slot: str) -> tuple:
    """All values of a slot in the picture world."""
    one = pictures.FAMILIES[pictures.known("family", family, pictures.FAMILIES)]
    everything = one.slots | one.hidden
    return tuple(everything[pictures.known(f"slot of {family}", slot, everything)])


WHOLE = World(dict.fromkeys(pictures.FAMILIES, 1.0))  # of a model that does not say what it was trained on
