"""A store mannequin in a top and a bottom of any cut and colour; tops may have a pattern."""

import random

from PIL import Image

from helpers.pictures.families.fashion.bottoms import BOTTOMS, SKIRTS, bottom
from helpers.pictures.families.fashion.garments import CLOTH, FINISHES, POSES, mannequin
from helpers.pictures.families.fashion.tops import PATTERNED, TOPS, top
from helpers.pictures.family import NONE, Family
from helpers.pictures.kit.sprites import Canvas, layer
from helpers.pictures.vocabulary import a

PATTERNS = ("checkered", "striped", "polka dotted")
SECOND = ("black", "white", "red", "yellow")
WINDOWS = '<path d="M6 20h26v52H6zM96 20h26v52H96z" fill="#d7eaf2" stroke="#fff8ee" stroke-width="4"/>'
FOLDS = '<path d="M8 0v104M28 0v104M48 0v104M80 0v104M100 0v104M120 0v104" stroke="#d5a5ab" stroke-width="6"/>'
BACKDROPS = {  # wall, floor, what is on the wall
    "studio": ("#cbdedd", "#9fbab9", ""),
    "shop": ("#f0dcc6", "#c49a72", WINDOWS),
    "evening": ("#7f88b0", "#5d668e", '<circle cx="64" cy="62" r="56" fill="#97a0c6"/>'),
    "curtain": ("#e6bfc3", "#b98f86", FOLDS),
}


class Fashion(Family):
    """A mannequin in a top and a bottom."""

    name = "fashion"
    slots = {
        "mannequin": ("male", "female"),
        "upper": tuple(TOPS),
        "upper_color": tuple(CLOTH),
        "pattern": (NONE, *PATTERNS),
        "second_color": (NONE, *SECOND),
        "lower": tuple(BOTTOMS),
        "lower_color": tuple(CLOTH),
    }
    hidden = {"pose": tuple(POSES), "backdrop": tuple(BACKDROPS), "finish": tuple(FINISHES)}

    def sample(self, rng: random.Random) -> dict:
        """Facts of one mannequin; half the tops have a second colour, most of those a pattern where they can."""
        facts = {"family": "fashion"} | {slot: rng.choice(values) for slot, values in self.slots.items()}
        facts |= {"pattern": NONE, "second_color": NONE}
        if rng.random() < 0.5:
            facts["second_color"] = rng.choice([color for color in SECOND if color != facts["upper_color"]])
            if facts["upper"] in PATTERNED and rng.random() < 0.75:
                facts["pattern"] = rng.choice(PATTERNS)
        return facts | self.sample_hidden(facts, rng)

    def english(self, facts: dict) -> list[str]:
        """Captions, the announcement's own first: "an orange and black checkered button-down shirt …"."""
        who = f"{facts['mannequin']} mannequin"
        words = [facts["upper_color"], *(("and", facts["second_color"]) if facts["second_color"] != NONE else ())]
        above = " ".join([*words, *((facts["pattern"],) if facts["pattern"] != NONE else ()), facts["upper"]])
        plain = f"{facts['lower_color']} {facts['lower']}"
        skirt = facts["lower"] in SKIRTS
        below = a(plain) if skirt else plain
        return [
            f"a {who} dressed in {a(above)} and {below}",
            f"a {who} dressed in {a(above)} and {below}. {a(above)} and {below} on a {who}.",
            f"{a(above)} and {below} on a {who}",
            f"a {who} wearing {below} with {a(above)}",
            f"a {who} in {a(above)}. the {facts['lower']} {'is' if skirt else 'are'} {facts['lower_color']}.",
            f"{below} below, {a(above)} above, worn by a {who}",
        ]

    def check(self, facts: dict) -> None:
        """Refuse a pattern without a second colour, or on a top that cannot have one."""
        if facts["pattern"] != NONE and (facts["upper"] not in PATTERNED or facts["second_color"] == NONE):
            raise ValueError(
                f"a {facts['pattern']} {facts['upper']} with second_color {facts['second_color']!r} is not in the "
                f"picture world; a pattern needs a second color ({', '.join(SECOND)}) "
                f"and one of: {', '.join(PATTERNED)}"
            )

    def paint(self, facts: dict, size: int, rng: random.Random, jitter: float = 0.0) -> Image.Image:
        """Paint the backdrop, then the mannequin, its bottom and its top, one layer each."""
        sex, pose = facts["mannequin"], facts.get("pose", "arms down")
        dressed = Image.new("RGBA", (size, size))
        for markup in (
            mannequin(sex, pose, facts.get("finish", "pearl")),
            bottom(sex, facts["lower"], facts["lower_color"]),
            top(sex, pose, facts["upper"], facts["upper_color"], facts["pattern"], facts["second_color"]),
        ):
            dressed.alpha_composite(layer(f'<g transform="translate(3.2 8) scale(.95)">{markup}</g>', size))
        canvas = Canvas(size, rng, jitter)
        wall, floor, extra = BACKDROPS[facts.get("backdrop", "studio")]
        rest = f'<path d="M0 104h128v24H0z" fill="{floor}"/>'
        canvas.cover(layer(f'<path d="M0 0h128v104H0z" fill="{wall}"/>{extra}{rest}', size))
        canvas.put(dressed, 4, 4)
        return canvas.image
