"""An animal's head on a doll that wears a hat, gloves, a shirt and pants, each in its own colour.

Every part is a layer of its own, so parts and colours combine freely.
"""

import random

from PIL import Image

from helpers.pictures.family import NONE, Family
from helpers.pictures.heldout import GARMENTS
from helpers.pictures.kit.sprites import Canvas, layer, nested
from helpers.pictures.vocabulary import COLORS, a, lighter, listed, shades

# animal -> (art of its head, colour of its fur)
ANIMALS = {
    "fox": ("fox", "#f08c3a"),
    "bear": ("bear", "#8a5a3c"),
    "panda": ("panda", "#5a5570"),
    "cat": ("cat-face", "#f7b731"),
    "rabbit": ("rabbit-face", "#c9c3d6"),
    "frog": ("frog", "#4ac27d"),
    "koala": ("koala", "#9aa0ab"),
    "pig": ("pig-face", "#f49ac1"),
    "tiger": ("tiger-face", "#f59f3a"),
    "lion": ("lion", "#e0a030"),
    "dog": ("dog-face", "#d9a066"),
    "mouse": ("mouse-face", "#b5adc2"),
    "penguin": ("penguin-head", "#414d80"),
    "hedgehog": ("hedgehog-head", "#a9745a"),
}

GARMENT_COUNTS = (4, 4, 4, 4, 4, 4, 3, 3, 2, 1, 0)

BACKDROPS = {
    "plain": ("#f3f0ea", "#f3f0ea", ""),
    "meadow": ("#dff1fb", "#b5e3a4", ""),
    "beach": ("#e4f4fb", "#f7e3b5", '<path d="M0 64h128v16h-128z" fill="#7cc9e8"/>'),
    "night": (
        "#4f589c",
        "#8d95c6",
        '<circle cx="16" cy="16" r="9" fill="#ffefb0"/><circle cx="112" cy="16" r="2.500" fill="#fff"/>'
        '<circle cx="16" cy="56" r="2.500" fill="#fff"/>',
    ),
    "snow": (
        "#bccfe6",
        "#eef4fb",
        '<g fill="#fff"><circle cx="16" cy="16" r="3.500"/><circle cx="112" cy="16" r="3.500"/>'
        '<circle cx="16" cy="48" r="3.500"/></g>',
    ),
    "room": ("#f3d7d0", "#c69c7b", '<path d="M0 76h128v4h-128z" fill="#fff8f0"/>'),
}
LEG = '<path d="M48 113q-8 6 4 6h8v-8zM80 113q8 6 -4 6h-8v-8z"'
BARE = '<path d="M46 86h36v26q0 4 -4 4h-8q-3 0 -3 -4v-8h-6v8q0 4 -3 4h-8q-4 0 -4 -4z"'
PANTS = '<path d="M44 87h40l2 27h-18l-4 -13l-4 13h-18z"'
SLEEVE = {
    "arms down": ('<path d="M46 66l-18 18l8 8l14 -12z"', '<path d="M82 66l18 18l-8 8l-14 -12z"'),
    "waving": ('<path d="M46 66l-18 18l8 8l14 -12z"', '<path d="M76 67l20 -14l7 9l-20 17z"'),
}
TORSO = '<path d="M46 66q18 -8 36 0l2 24q-20 5 -40 0z"'
HANDS = {"arms down": ((32, 91, 38, 86), (96, 91, 90, 86)), "waving": ((32, 91, 38, 86), (101, 52, 95, 49))}
HAT = (
    '<path d="M36 26q28 -9 56 0q3 5 -2 5q-26 -8 -52 0q-5 0 -2 -5z" fill="url(#{id})" stroke="{edge}"/>'
    '<path d="M46 24q0 -20 18 -20q18 0 18 20q-18 -6 -36 0z" fill="url(#{id})" stroke="{edge}"/>'
    '<path d="M46 21q18 -6 36 0v4q-18 -6 -36 0z" fill="{edge}"/>'
)


class Outfit(Family):
    """An animal in up to four coloured garments."""

    name = "outfit"
    slots = {"animal": tuple(ANIMALS)} | {garment: (NONE, *COLORS) for garment in GARMENTS}
    hidden = {
        "backdrop": ("plain", "meadow", "beach", "night", "snow", "room"),
        "pose": ("arms down", "waving"),
    }
    absent = GARMENTS

    def sample(self, rng: random.Random) -> dict:
        """Facts of one doll: mostly all four garments, now and then fewer."""
        worn = rng.sample(GARMENTS, rng.choice(GARMENT_COUNTS))
        facts = {"family": "outfit", "animal": rng.choice(self.slots["animal"])}
        colors = tuple(COLORS)
        facts |= {garment: rng.choice(colors) if garment in worn else NONE for garment in GARMENTS}
        return facts | self.sample_hidden(facts, rng)

    def english(self, facts: dict) -> list[str]:
        """Captions; the announcement says the article once: "a blue hat, …, green shirt"."""
        animal = facts["animal"]
        worn = {garment: facts[garment] for garment in GARMENTS if facts[garment] != NONE}
        if not worn:
            return [
                f"an emoji of a baby {animal}",
                f"an emoji of {a(animal)}. the {animal} has no clothes.",
                f"a baby {animal} wearing nothing. no hat, no gloves, no shirt, no pants.",
                f"{a(animal)} without clothes",
                f"a little {animal} that is not dressed",
            ]
        plain = {garment: f"{color} {garment}" for garment, color in worn.items()}
        items = [words if garment in ("gloves", "pants") else a(words) for garment, words in plain.items()]
        short = [plain["shirt"] if "hat" in worn and words.endswith("shirt") else words for words in items]
        said = [
            f"the {garment} {'are' if garment in ('gloves', 'pants') else 'is'} {worn[garment]}" for garment in worn
        ]
        return [
            f"an emoji of a baby {animal} wearing {listed(short)}",
            f"an emoji of {a(animal)}. the {animal} has {listed(items)}.",
            f"a baby {animal} wearing {listed(short)}. {listed(said)}.",
            f"{a(animal)} with {listed(items)}",
            f"a little {animal} dressed in {listed(items)}",
        ]

    def paint(self, facts: dict, size: int, rng: random.Random, jitter: float = 0.0) -> Image.Image:
        """Paint the doll: legs, torso, hands, head and hat, one layer each."""
        doll = Image.new("RGBA", (size, size))
        animal, pose = facts["animal"], facts["pose"]
        parts = [("legs", facts["pants"]), ("torso", facts["shirt"]), ("hands", facts["gloves"]), ("head", NONE)]
        parts += [("hat", facts["hat"])] if facts["hat"] != NONE else []
        for part, color in parts:
            only = animal if color == NONE or part == "legs" else ""
            doll.alpha_composite(layer(_markup(part, color, only, pose), size))
        canvas = Canvas(size, rng, jitter)
        canvas.cover(layer(_backdrop(facts["backdrop"]), size))
        canvas.put(doll, 4, 4)
        return canvas.image


def _backdrop(name: str) -> str:
    sky, ground, extra = BACKDROPS[name]
    return f'<path d="M0 0h128v80h-128z" fill="{sky}"/>{extra}<path d="M0 80h128v48h-128z" fill="{ground}"/>'


def _markup(part: str, color: str, animal: str, pose: str) -> str:
    """SVG of one part in a colour, or in the animal's fur where `color` is NONE."""
    head, fur = ANIMALS[animal] if animal else ("", "#000000")
    light, dark, edge = shades(fur) if color == NONE else shades(color)
    look = f'fill="url(#{part})" stroke="{edge}" stroke-width="1.500"/>'
    gradient = (
        f'<linearGradient id="{part}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{light}"/>'
        f'<stop offset="1" stop-color="{dark}"/></linearGradient>'
    )
    if part == "legs":
        light, dark, edge = shades(fur)
        shadow = '<ellipse cx="64" cy="120" rx="32" ry="4" fill="#0003"/>'
        return f'{gradient}{shadow}{LEG} fill="{light}" stroke="{edge}"/>{BARE if color == NONE else PANTS} {look}'
    if part == "torso":
        collar = f'<path d="M56 64q8 8 16 0" fill="none" stroke="{edge}" stroke-width="2"/>'
        belly = f'<ellipse cx="64" cy="83" rx="13" ry="15" fill="{lighter(fur, 0.75)}"/>'
        left, right = SLEEVE[pose]
        return f"{gradient}{left} {look}{right} {look}{TORSO} {look}{belly if color == NONE else collar}"
    if part == "hands":
        radius = 6.5 if color == NONE else 9
        hands = "".join(
            f'<circle cx="{x}" cy="{y}" r="{radius}" {look}'
            + (f'<circle cx="{tx}" cy="{ty}" r="3.600" {look}' if color != NONE else "")
            for x, y, tx, ty in HANDS[pose]
        )
        return gradient + hands
    if part == "hat":
        return gradient + HAT.format(id=part, edge=edge)
    return nested(head, 36, 16, 56)
