"""One to six copies of a thing on a table."""

import random

from PIL import Image

from helpers.pictures.family import Family
from helpers.pictures.kit.sprites import Canvas, layer, sprite

# thing to count -> (its art, its plural)
COUNTED = {
    "cup": ("hot-beverage", "cups"),
    "glass": ("wine-glass", "glasses"),
    "apple": ("red-apple", "apples"),
    "banana": ("banana", "bananas"),
    "pear": ("pear", "pears"),
    "lemon": ("lemon", "lemons"),
    "strawberry": ("strawberry", "strawberries"),
    "carrot": ("carrot", "carrots"),
    "mushroom": ("mushroom", "mushrooms"),
    "egg": ("egg", "eggs"),
    "cookie": ("cookie", "cookies"),
    "doughnut": ("doughnut", "doughnuts"),
    "cupcake": ("cupcake", "cupcakes"),
    "candle": ("candle", "candles"),
    "key": ("key", "keys"),
    "bell": ("bell", "bells"),
    "book": ("closed-book", "books"),
    "ball": ("soccer-ball", "balls"),
    "gem": ("gem-stone", "gems"),
    "teapot": ("teapot", "teapots"),
}

NUMBERS = ("one", "two", "three", "four", "five", "six")
TABLES = {  # wall, table top, its front edge
    "oak": ("#e6eef5", "#ecd0a4", "#c99a5b"),
    "white": ("#d5e4d8", "#fbfaf7", "#cfcac0"),
    "walnut": ("#f5ead9", "#b98a66", "#86593b"),
    "blue": ("#f6efe4", "#a9c6e0", "#6d93b8"),
}
LAYOUTS = {  # centres in eighths of the picture; a copy is two eighths wide
    1: ([(4, 4)], [(2, 5)], [(6, 3)]),
    2: ([(2, 4), (6, 4)], [(3, 5), (5, 5)], [(3, 2), (5, 5)]),
    3: ([(2, 4), (4, 4), (6, 4)], [(4, 2), (2, 5), (6, 5)], [(2, 2), (4, 4), (6, 6)]),
    4: ([(3, 3), (5, 3), (3, 5), (5, 5)], [(1, 4), (3, 4), (5, 4), (7, 4)], [(2, 2), (6, 2), (2, 6), (6, 6)]),
    5: (
        [(2, 2), (6, 2), (4, 4), (2, 6), (6, 6)],
        [(3, 3), (5, 3), (2, 5), (4, 5), (6, 5)],
        [(2, 3), (4, 3), (6, 3), (3, 5), (5, 5)],
    ),
    6: (
        [(2, 3), (4, 3), (6, 3), (2, 5), (4, 5), (6, 5)],
        [(4, 2), (3, 4), (5, 4), (2, 6), (4, 6), (6, 6)],
        [(3, 2), (5, 2), (3, 4), (5, 4), (3, 6), (5, 6)],
    ),
}


class Counting(Family):
    """Copies of one thing on a table."""

    name = "counting"
    slots = {"counted": tuple(COUNTED), "count": (1, 2, 3, 4, 5, 6)}
    hidden = {"layout": ("first", "second", "third"), "table": ("oak", "white", "walnut", "blue")}

    def sample(self, rng: random.Random) -> dict:
        """Facts of one table."""
        facts = {
            "family": "counting",
            "counted": rng.choice(self.slots["counted"]),
            "count": rng.choice(self.slots["count"]),
        }
        return facts | self.sample_hidden(facts, rng)

    def english(self, facts: dict) -> list[str]:
        """Captions, the announcement's own first."""
        count = facts["count"]
        one, many = facts["counted"], COUNTED[facts["counted"]][1]
        words, verb = f"{NUMBERS[count - 1]} {one if count == 1 else many}", "is" if count == 1 else "are"
        first = "a single " + one if count == 1 else f"a collection of {words}"
        return [
            f"{first} is sitting on a table",
            f"{words} {verb} sitting on a table",
            f"{words} on a table",
            f"a table with {words} on it",
            f"there {verb} {words} on the table",
        ]

    def paint(self, facts: dict, size: int, rng: random.Random, jitter: float = 0.0) -> Image.Image:
        """Paint the table and its copies, the farthest first."""
        canvas = Canvas(size, rng, jitter)
        canvas.cover(layer(_table(facts["table"]), size, 8))
        shadow = layer('<ellipse cx="8" cy="14.5" rx="6" ry="1.5" fill="#0003"/>', canvas.pixels(2), 16)
        thing = Image.alpha_composite(shadow, sprite(COUNTED[facts["counted"]][0], canvas.pixels(2)))
        for x, y in LAYOUTS[facts["count"]][self.hidden["layout"].index(facts["layout"])]:
            canvas.put(thing, x, y)
        return canvas.image


def _table(name: str) -> str:
    wall, top, edge = TABLES[name]
    return (
        f'<path d="M0 0h8v2h-8z" fill="{wall}"/><path d="M0 2h8v5h-8z" fill="{top}"/>'
        f'<path d="M0 7h8v1h-8z" fill="{edge}"/>'
    )
