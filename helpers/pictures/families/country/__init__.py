"""Food, flag, landmark, streets and animal of twenty countries; San Francisco by place, vantage and time."""

import random

from PIL import Image

from helpers.pictures.families.country.animals import portrait
from helpers.pictures.families.country.crockery import TABLES, WINDOW
from helpers.pictures.families.country.dishes import DISHES
from helpers.pictures.families.country.flags import FIELD, FLAGS, SUNRISE, flying
from helpers.pictures.families.country.landmarks import FRAMES, LANDMARKS
from helpers.pictures.families.country.san_francisco import SPOTS
from helpers.pictures.families.country.sights import LANDMARKS as SIGHTS
from helpers.pictures.families.country.stage import sight, table
from helpers.pictures.families.country.streets import street
from helpers.pictures.families.country.vantages import from_vantage
from helpers.pictures.family import NONE, Family
from helpers.pictures.kit.mediums import apply
from helpers.pictures.kit.sprites import Canvas
from helpers.pictures.vocabulary import a

WHATS = ("food of", "flag of", "landmark of", "city streets of", "national animal of")
HOURS = {"in the morning": "morning", "in the afternoon": "afternoon", "at night": "night", "during winter": "winter"}
LOOKS = ("one", "two", "three")
VANTAGES = ("from a street", "from the water", "from a tall vantage point")
IN_COLOR = ("postage stamp", "pixel art illustration")  # mediums for a flag, which is known by its colours
WITH_ARTICLE = ("united states", "united kingdom")
# what -> the same in other words
OTHERWISE = {
    "food of": "a dish from", "flag of": "the flag that flies in", "landmark of": "a famous sight in",
    "city streets of": "a street in", "national animal of": "the animal that stands for",
}  # fmt: skip


class Country(Family):
    """What a country is known for, or a place or landmark of San Francisco."""

    name = "country"
    slots = {
        "what": (NONE, *WHATS),
        "country": (NONE, *FLAGS),
        "place": (NONE, *SPOTS),
        "vantage": (NONE, *VANTAGES),
        "landmark": (NONE, *SIGHTS),
        "time": (NONE, *HOURS),
        "medium": (NONE, *IN_COLOR, "ukiyo-e print", "pencil sketch"),
    }
    hidden = {"hour": tuple(HOURS.values()), "side": ("left", "right"), "look": LOOKS}

    def sample(self, rng: random.Random) -> dict:
        """Facts of one picture: three in five of a country, the rest of San Francisco."""
        facts = self.blank()
        kind = rng.random()
        if kind < 0.6:
            facts |= {"what": rng.choice(WHATS), "country": rng.choice(list(FLAGS))}
            more = rng.random()
            if more < 0.35:
                facts["time"] = rng.choice(("at night", "during winter"))
            elif more < 0.7:
                facts["medium"] = rng.choice(IN_COLOR if facts["what"] == "flag of" else self.slots["medium"][1:])
        elif kind < 0.85:
            facts |= {"place": rng.choice(list(SPOTS)), "vantage": rng.choice(VANTAGES)}
            facts["time"] = rng.choice(("in the morning", "in the afternoon", "at night"))
        else:
            facts["landmark"] = rng.choice(list(SIGHTS))
            more = rng.random()
            if more < 0.4:
                facts["time"] = rng.choice(("in the morning", "in the afternoon", "at night"))
            elif more < 0.7:
                facts["medium"] = rng.choice(self.slots["medium"][1:])
        return facts | self.sample_hidden(facts, rng)

    def sample_hidden(self, facts: dict, rng: random.Random) -> dict:
        """Side and look at random. The hour follows a stated time; else it is day, or night in San Francisco."""
        free = ("morning", "afternoon") if facts["country"] != NONE else ("morning", "afternoon", "night")
        free = ("afternoon",) if facts["medium"] != NONE else free
        hour = HOURS.get(facts["time"]) or rng.choice(free)
        return {"hour": hour, "side": rng.choice(self.hidden["side"]), "look": rng.choice(LOOKS)}

    def english(self, facts: dict) -> list[str]:
        """Captions; a country has its article where it needs one: the flag of the united states, of japan."""
        medium = "photo" if facts["medium"] == NONE else facts["medium"]
        time = facts["time"] if facts["time"] != NONE else ""
        when, first = (f" {time}", f"{time}, ") if time else ("", "")
        if facts["place"] != NONE:
            where, vantage = facts["place"], facts["vantage"]
            return [
                f"{a(medium)} of {where}, san francisco, {vantage}{when}",
                f"{first}{where} in san francisco, seen {vantage}, as {a(medium)}",
                f"san francisco's {where}{when}, {vantage}. {a(medium)}.",
                f"{a(medium)} taken {vantage}{when}: {where}, san francisco",
                f"this is {where} in san francisco, looked at {vantage}{when}, shown as {a(medium)}",
            ]
        if facts["landmark"] != NONE:
            name = facts["landmark"]
            return [
                f"{a(medium)} of san francisco's {name}{when}",
                f"{first}the {name} in san francisco, as {a(medium)}",
                f"the {name}, san francisco{', ' if time else ''}{time}, shown as {a(medium)}",
                f"{a(medium)} of the {name}{when}, a sight of san francisco",
                f"if you go to san francisco{when} you see this {name}. {a(medium)}.",
            ]
        what, name = facts["what"], facts["country"]
        country = f"the {name}" if name in WITH_ARTICLE else name
        forms = [
            f"{a(medium)} of the {what} {country}{when}",
            f"{a(medium)} of the {what} {country}{when}, the {what} {country}",
            f"{first}the {what} {country}, as {a(medium)}",
            f"{a(medium)} of {OTHERWISE[what]} {country}{when}",
            f"{OTHERWISE[what]} {country}{when}, shown as {a(medium)}",
        ]
        return [*forms, f"{country} and its {what.removesuffix(' of')}{when}, {a(medium)}"]

    def shown(self, facts: dict) -> dict:
        """The hour is visible, so it counts as the time where none is stated."""
        times = {hour: time for time, hour in HOURS.items()}
        return facts | {"time": times[facts["hour"]]} if facts.get("time") == NONE and "hour" in facts else facts

    def check(self, facts: dict) -> None:
        """Refuse a place without a vantage, and half a country."""
        what, country, place, landmark = (facts[slot] for slot in ("what", "country", "place", "landmark"))
        if place != NONE and facts["vantage"] == NONE:
            raise ValueError(f"place {place!r} needs a vantage: {', '.join(VANTAGES)}")
        if place == landmark == NONE and NONE in (what, country):
            raise ValueError(
                f"what {what!r} with country {country!r} is no picture; "
                "give both, or a place or landmark of san francisco"
            )

    def paint(self, facts: dict, size: int, rng: random.Random, jitter: float = 0.0) -> Image.Image:
        """The sight under the sky of its hour, shown in the medium."""
        hour = HOURS.get(facts["time"]) or facts.get("hour", "afternoon")
        flip, look = facts.get("side") == "right", LOOKS.index(facts.get("look", "one"))
        image = _scene(facts, hour, size, flip, look)
        if jitter:
            canvas = Canvas(size, rng, jitter)
            canvas.cover(image.convert("RGBA"))
            canvas.put(image.convert("RGBA"), 4, 4)
            image = canvas.image
        return image if facts["medium"] == NONE else apply(facts["medium"], image)


def _scene(facts: dict, hour: str, size: int, flip: bool, look: int) -> Image.Image:
    """The picture before a medium is applied."""
    what, country, place, landmark = (facts[slot] for slot in ("what", "country", "place", "landmark"))
    if place != NONE:
        return sight(from_vantage(place, facts["vantage"]), hour, size, flip)
    if landmark != NONE:
        return sight(FRAMES[look] + SIGHTS[landmark], hour, size, flip and landmark != "castro theatre")
    if what == "national animal of":
        sealed = facts["medium"] == "ukiyo-e print"  # its seal takes the flag's place
        return portrait(country, hour, size, flip, look, sealed)
    if what == "food of":
        return table(WINDOW + TABLES[look] + DISHES[country], hour, size, flip)
    if what == "flag of":
        image = sight((SUNRISE if hour == "morning" else "") + FIELD, hour, size, flip).copy()
        cloth = flying(country, look, size, hour == "winter")
        image.paste(cloth, (0, 0), cloth)
        return image
    if what == "landmark of":
        return sight(FRAMES[look] + LANDMARKS[country], hour, size, flip)
    return sight(street(country, LOOKS[look], hour == "winter"), hour, size, flip)
