"""One thing, alone: a coloured thing in a shape, a solid with a texture, or a thing as it is."""

import random

from PIL import Image, ImageOps

from helpers.pictures.families.thing.shapes import DRAWN, SHAPES, shaped
from helpers.pictures.families.thing.solids import SOLIDS, TEXTURES, textured
from helpers.pictures.family import NONE, Family
from helpers.pictures.kit.sprites import Canvas, layer, sprite
from helpers.pictures.vocabulary import COLORS, a, lighter

# thing to show alone -> its art
THINGS = {
    "accordion": "accordion",
    "alarm clock": "alarm-clock",
    "anchor": "anchor",
    "apple": "red-apple",
    "avocado": "avocado",
    "backpack": "backpack",
    "balloon": "balloon",
    "banana": "banana",
    "basket": "basket",
    "bell": "bell",
    "bicycle": "bicycle",
    "book": "closed-book",
    "broom": "broom",
    "bus": "bus",
    "cactus": "cactus",
    "camera": "camera",
    "candle": "candle",
    "car": "automobile",
    "carrot": "carrot",
    "castle": "castle",
    "chair": "chair",
    "crown": "crown",
    "cup": "hot-beverage",
    "door": "door",
    "doughnut": "doughnut",
    "drum": "drum",
    "guitar": "guitar",
    "hammer": "hammer",
    "handbag": "handbag",
    "hot dog": "hot-dog",
    "hourglass": "hourglass-done",
    "house": "house",
    "key": "key",
    "laptop": "laptop",
    "lemon": "lemon",
    "light bulb": "light-bulb",
    "locomotive": "locomotive",
    "magnet": "magnet",
    "microphone": "microphone",
    "mushroom": "mushroom",
    "pencil": "pencil",
    "pineapple": "pineapple",
    "pizza": "pizza",
    "ring": "ring",
    "robot": "robot",
    "rocket": "rocket",
    "rose": "rose",
    "sailboat": "sailboat",
    "snowman": "snowman",
    "strawberry": "strawberry",
    "sunflower": "sunflower",
    "teapot": "teapot",
    "teddy bear": "teddy-bear",
    "telephone": "telephone",
    "television": "television",
    "tent": "tent",
    "top hat": "top-hat",
    "trophy": "trophy",
    "trumpet": "trumpet",
    "umbrella": "umbrella",
    "violin": "violin",
    "watermelon": "watermelon",
}

MASS = ("wood", "grass", "ice", "chocolate", "gold", "wool", "cheese")
BACKDROPS = {"cream": "#f5efe2", "sky": "#dcecf8", "rose": "#f9e1e4", "mint": "#d8eedf"}


class Thing(Family):
    """A coloured thing in a shape, a solid with a texture, or a plain thing."""

    name = "thing"
    slots = {
        "thing": (NONE, *DRAWN, *THINGS),
        "shape": (NONE, *SHAPES),
        "color": (NONE, *COLORS),
        "solid": (NONE, *SOLIDS),
        "texture": (NONE, *TEXTURES),
        "ground": (NONE, *COLORS),
    }
    hidden = {"backdrop": ("cream", "sky", "rose", "mint"), "side": ("left", "right")}

    def sample(self, rng: random.Random) -> dict:
        """Facts of a shaped thing, a textured solid or a plain thing."""
        facts = self.blank()
        kind = rng.choice(("shaped", "shaped", "shaped", "solid", "solid", "plain", "plain"))
        if kind == "shaped":
            chosen = {"thing": tuple(DRAWN), "shape": tuple(SHAPES), "color": tuple(COLORS)}
        elif kind == "solid":
            chosen = {"solid": SOLIDS, "texture": tuple(TEXTURES)}
        else:
            chosen = {"thing": tuple(THINGS), "ground": (NONE,) * len(COLORS) + tuple(COLORS)}
        facts |= {slot: rng.choice(values) for slot, values in chosen.items()}
        return facts | self.sample_hidden(facts, rng)

    def english(self, facts: dict) -> list[str]:
        """Captions, the announcement's own first."""
        if facts["solid"] != NONE:
            solid, texture = facts["solid"], facts["texture"]
            of = texture if texture in MASS else a(texture)
            return [
                f"a {solid} made of {texture}. a {solid} with the texture of {of}.",
                f"a {solid} made of {texture}",
                f"a {solid} with the texture of {of}",
                f"a solid made of {texture} in the form of a {solid}",
                f"a {solid} whose surface is {texture}",
            ]
        if facts["shape"] != NONE:
            color, thing, shape = facts["color"], facts["thing"], facts["shape"]
            return [
                f"{a(SHAPES[shape])} {color} {thing}. {a(color)} {thing} in the shape of {a(shape)}.",
                f"{a(color)} {thing} in the shape of {a(shape)}",
                f"{a(SHAPES[shape])} {color} {thing}",
                f"a picture of {a(thing)}. the {thing} is {color} and has the shape of {a(shape)}.",
                f"{a(thing)} that is {color} and {SHAPES[shape]}",
            ]
        where = "" if facts["ground"] == NONE else f" on {a(facts['ground'])} background"
        return [
            f"{a(facts['thing'])}{where}",
            f"a picture of {a(facts['thing'])}{where}",
            f"there is {a(facts['thing'])}{where}",
            f"an image that shows {a(facts['thing'])}{where}",
            f"here you can see {a(facts['thing'])}{where}",
        ]

    def check(self, facts: dict) -> None:
        """Refuse facts that are neither a shaped thing, nor a solid, nor a plain thing."""
        given = set(self.stated(facts))
        shaped_thing = given == {"thing", "shape", "color"} and facts["thing"] in DRAWN
        plain_thing = given in ({"thing"}, {"thing", "ground"}) and facts["thing"] in THINGS
        if not (shaped_thing or plain_thing or given == {"solid", "texture"}):
            raise self.refusal(
                facts,
                f"is no picture of a thing; give a solid and a texture, or one of {', '.join(DRAWN)} "
                f"with a shape and a color, or another thing, alone or on a ground",
            )

    def paint(self, facts: dict, size: int, rng: random.Random, jitter: float = 0.0) -> Image.Image:
        """Paint the ground, a soft shadow and the thing."""
        canvas = Canvas(size, rng, jitter)
        flip = facts["side"] == "right"
        canvas.cover(layer(_ground(facts["ground"], facts["backdrop"]), size, 8))
        if facts["solid"] != NONE:
            drawn = layer(textured(facts["solid"], facts["texture"]), canvas.pixels(7))
            canvas.put(_shadow(canvas.pixels(7)), 4, 4)
            canvas.put(ImageOps.mirror(drawn) if flip else drawn, 4, 4)
        elif facts["shape"] != NONE:
            drawn = layer(shaped(facts["thing"], facts["shape"], facts["color"]), canvas.pixels(7))
            canvas.put(drawn, 4.5 if flip else 3.5, 4)
        else:
            canvas.put(_shadow(canvas.pixels(7)), 4, 4)
            canvas.put(sprite(THINGS[facts["thing"]], canvas.pixels(6), flip), 4, 4)
        return canvas.image


def _ground(color: str, backdrop: str) -> str:
    if color == NONE:
        return f'<path d="M0 0h8v8h-8z" fill="{BACKDROPS[backdrop]}"/>'
    light = COLORS[color][0]
    disc = lighter(light, 0.6) if color != "white" else "#f1f3f5"
    return f'<path d="M0 0h8v8h-8z" fill="{light}"/><circle cx="4" cy="4" r="3.500" fill="{disc}"/>'


def _shadow(pixels: int) -> Image.Image:
    return layer('<ellipse cx="64" cy="116" rx="44" ry="6" fill="#0002"/>', pixels)
