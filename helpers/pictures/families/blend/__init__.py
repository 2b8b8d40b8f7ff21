"""Unrelated things made one: an animal made of a material, a product in the shape of a thing, two animals in one."""

import random

from PIL import Image, ImageOps

from helpers.pictures.families.blend.chimeras import BODIES, HEADS, chimera
from helpers.pictures.families.blend.concepts import CONCEPTS
from helpers.pictures.families.blend.materials import ANIMALS, MATERIALS, made_of
from helpers.pictures.families.blend.products import PRODUCTS, in_shape_of
from helpers.pictures.family import NONE, Family
from helpers.pictures.kit.sprites import Canvas, layer
from helpers.pictures.vocabulary import a, darker

KINDS = (("animal", "material"), ("product", "concept"), ("medium", "first", "second"))
EIGHTHS = {"near": 8, "far": 6.5}
WITHOUT_ARTICLE = ("cursive letters", "fries", "polygons", "sardines")

# backdrop -> (plain ground, sky, land, what stands in the sky)
BACKDROPS = {
    "meadow": ("#dff0df", "#cfeafc", "#9bd67f", '<path d="M0 84Q30 62 64 84T128 80v20H0z" fill="#7fc46a"/>'),
    "beach": ("#f7efdf", "#d8f1fb", "#f4dfa6", '<path d="M0 72h128v20h-128z" fill="#58b7e6"/>'),
    "dusk": ("#f6e2ea", "#f7b78f", "#8d6a9a", '<circle cx="98" cy="62" r="18" fill="#fff0b0"/>'),
    "snow": ("#e1ebf6", "#b9cfe8", "#f4f9ff", '<path d="M0 86L28 52L50 80L84 46L128 86z" fill="#dbe8f5"/>'),
}


class Blend(Family):
    """An animal made of a material, a product in the shape of a thing, or two animals in one."""

    name = "blend"
    slots = {
        "animal": (NONE, *ANIMALS),
        "material": (NONE, *MATERIALS),
        "product": (NONE, *PRODUCTS),
        "concept": (NONE, *CONCEPTS),
        "medium": (NONE, "illustration", "emoji"),
        "first": (NONE, *HEADS),
        "second": (NONE, *BODIES),
    }
    hidden = {"backdrop": ("meadow", "beach", "dusk", "snow"), "side": ("left", "right"), "distance": ("near", "far")}

    def sample(self, rng: random.Random) -> dict:
        """Facts of one of the three kinds of picture; no animal is crossed with itself."""
        facts = self.blank()
        facts |= {slot: rng.choice(self.slots[slot][1:]) for slot in rng.choice(KINDS)}
        while facts["first"] == facts["second"] != NONE:
            facts["second"] = rng.choice(self.slots["second"][1:])
        return facts | self.sample_hidden(facts, rng)

    def english(self, facts: dict) -> list[str]:
        """Captions, the announcement's own first."""
        if facts["animal"] != NONE:
            animal, material = facts["animal"], facts["material"]
            texture = _one(material)
            return [
                f"{a(animal)} made of {material}. {a(animal)} with the texture of {texture}.",
                f"{a(animal)} made of {material}",
                f"{a(animal)} with the texture of {texture}",
                f"a picture of {a(animal)} whose body is {material}",
                f"{texture} in the form of {a(animal)}",
            ]
        if facts["product"] != NONE:
            product, concept = a(facts["product"]), _one(facts["concept"])
            return [
                *(
                    f"{product} in the {how} of {concept}. {product} imitating {concept}."
                    for how in ("shape", "form", "style")
                ),
                f"{product} in the shape of {concept}",
                f"{product} that looks like {concept}",
                f"{concept} turned into {product}",
            ]
        medium, first, second = facts["medium"], facts["first"], facts["second"]
        return [
            f"a professional high quality {medium} of {a(first)} {second} chimera. {a(first)} imitating {a(second)}. "
            f"{a(first)} made of {second}.",
            f"{a(medium)} of {a(first)} {second} chimera",
            f"a professional high quality {medium} of a chimera with the head of {a(first)} "
            f"and the body of {a(second)}",
            f"{a(medium)} of {a(first)} imitating {a(second)}",
            f"{a(second)} that has the head of {a(first)}, as {a(medium)}",
        ]

    def check(self, facts: dict) -> None:
        """Refuse facts that are none of the three kinds of picture."""
        if tuple(self.stated(facts)) not in KINDS:
            kinds = "; ".join(" and ".join(kind) for kind in KINDS)
            raise self.refusal(facts, f"is no picture of a blend; give one of: {kinds}")

    def paint(self, facts: dict, size: int, rng: random.Random, jitter: float = 0.0) -> Image.Image:
        """Put what is blended on its ground: white for an emoji, scenery for an illustration, plain else."""
        canvas = Canvas(size, rng, jitter)
        canvas.cover(layer(_ground(facts["medium"], facts["backdrop"]), size))
        eighths = EIGHTHS[facts["distance"]]
        drawn = _subject(facts, canvas.pixels(eighths))
        canvas.put(ImageOps.mirror(drawn) if facts["side"] == "right" else drawn, 4, 7.9 - eighths / 2)
        return canvas.image


def _subject(facts: dict, pixels: int) -> Image.Image:
    """The blended thing, facing left, as an RGBA layer."""
    if facts["animal"] != NONE:
        return made_of(facts["animal"], facts["material"], pixels)
    if facts["product"] != NONE:
        return in_shape_of(facts["product"], facts["concept"], pixels)
    return chimera(facts["first"], facts["second"], facts["medium"] == "emoji", pixels)


def _ground(medium: str, backdrop: str) -> str:
    plain, sky, land, far = BACKDROPS[backdrop]
    if medium == "emoji":
        return '<path d="M0 0h128v128h-128z" fill="#fff"/>'
    if medium == NONE:
        floor = f'<path d="M0 100h128v28h-128z" fill="{darker(plain, 0.08)}"/>'
        return f'<path d="M0 0h128v128h-128z" fill="{plain}"/>{floor}'
    return f'<path d="M0 0h128v128h-128z" fill="{sky}"/>{far}<path d="M0 88h128v40h-128z" fill="{land}"/>'


def _one(thing: str) -> str:
    return thing if thing in WITHOUT_ARTICLE else a(thing)
