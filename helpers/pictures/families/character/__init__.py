"""Characters dressed and doing something, and emoji of things in a mood."""

import random
from functools import cache

from PIL import Image, ImageOps

from helpers.pictures.families.character import figures
from helpers.pictures.families.character.doings import DOINGS, IDLE
from helpers.pictures.families.character.heads import HEADS
from helpers.pictures.families.character.moods import FACES, MOODS, beside
from helpers.pictures.families.character.things import THINGS
from helpers.pictures.family import NONE, Family
from helpers.pictures.kit.sprites import Canvas, layer
from helpers.pictures.kit.svg import oval, path, shaded
from helpers.pictures.vocabulary import a

NOT_MOODY = ("bunny", "chipmunk", "cucumber", "eggplant", "fox", "hedgehog", "lemur", "manatee", "panda", "shark",
             "shrimp", "tapir")  # fmt: skip
ART = {name: art for name, art in (HEADS | THINGS).items() if name not in NOT_MOODY}
GROUNDS = {
    "cream": ("#fbf1dc", "#efdcb6"),
    "sky": ("#d9ecfa", "#b5d7f0"),
    "rose": ("#fbe0e4", "#f3c0c9"),
    "mint": ("#d9f1df", "#b3dfbf"),
    "lilac": ("#e8e0f7", "#cdbfec"),
}
BOX = 116  # how wide a thing's art is drawn in a picture of 128


class Character(Family):
    """A character that may be dressed and doing something, or an emoji of a thing in a mood."""

    name = "character"
    slots = {
        "character": (NONE, *figures.CHARACTERS),
        "wearing": (NONE, *figures.WEARING),
        "doing": (NONE, *DOINGS),
        "mood": (NONE, *MOODS),
        "thing": (NONE, *ART),
    }
    hidden = {"backdrop": tuple(GROUNDS), "pattern": ("plain", "disc", "hills"), "side": ("left", "right")}

    def sample(self, rng: random.Random) -> dict:
        """Facts of a character, now and then undressed or idle, or of a thing in a mood."""
        facts = self.blank()
        if rng.random() < 0.6:
            facts |= {slot: rng.choice(self.slots[slot][1:]) for slot in ("character", "wearing", "doing")}
            facts |= {slot: NONE for slot in ("wearing", "doing") if rng.random() < 0.08}
        else:
            facts |= {slot: rng.choice(self.slots[slot][1:]) for slot in ("mood", "thing")}
        return facts | self.sample_hidden(facts, rng)

    def english(self, facts: dict) -> list[str]:
        """Captions, the announcement's own first."""
        if facts["mood"] != NONE:
            mood, thing = facts["mood"], facts["thing"]
            return [
                f"a professional high quality emoji of {a(f'{mood} {thing}')}",
                f"an emoji of {a(f'{mood} {thing}')}",
                f"{a(f'{mood} {thing}')} as an emoji",
                f"a high quality emoji of {a(thing)}. the {thing} is {mood}.",
                f"{a(thing)} that looks {mood}, drawn as an emoji",
            ]
        who = facts["character"]
        dressed = "" if facts["wearing"] == NONE else f" {figures.WEARING[facts['wearing']]}"
        doing = "" if facts["doing"] == NONE else f" {facts['doing']}"
        return [
            f"an illustration of {a(who)}{dressed}{doing}",
            f"{a(who)}{dressed}{doing}",
            f"{a(who)}{dressed}{doing}, as an illustration",
            f"an illustration that shows {a(who)}{dressed}. the {who} is{doing or ' standing'}.",
            f"the {who} in this picture is{doing or ' standing'}. it is {a(who)}{dressed or ' with nothing on'}.",
        ]

    def check(self, facts: dict) -> None:
        """Refuse facts that are neither a character nor a thing in a mood."""
        given = set(self.stated(facts))
        if given != {"mood", "thing"} and not {"character"} <= given <= {"character", "wearing", "doing"}:
            raise self.refusal(
                facts,
                "is no picture of a character; give a mood and a thing, "
                "or a character, and if you like what it is wearing and doing",
            )

    def paint(self, facts: dict, size: int, rng: random.Random, jitter: float = 0.0) -> Image.Image:
        """Paint the ground, then the character with its props or the thing with its face."""
        canvas = Canvas(size, rng, jitter)
        canvas.cover(layer(_ground(facts["backdrop"], facts["pattern"]), size))
        if facts["mood"] != NONE:
            _moody(canvas, facts)
            return canvas.image
        group = _acting(facts["character"], facts["wearing"], facts["doing"], size)
        canvas.put(group if facts["side"] == "left" else ImageOps.mirror(group), 4, 4)
        return canvas.image


def _acting(name: str, wearing: str, doing: str, size: int) -> Image.Image:
    """The character between what is behind and what is before it, in a layer of the picture's size."""
    act = DOINGS.get(doing, IDLE)
    group = layer(_prop(doing, "back"), size).copy()
    pixels = round(size * act.scale)
    figure = layer(_figure(name, wearing, act.legs), pixels).copy()
    held = layer(_arms(name, wearing, act.arms), pixels)
    figure.alpha_composite(held)
    x, y = round(act.x * size / 128 - pixels / 2), round(act.feet * size / 128 - pixels * 118 / 128)
    if doing == "staring at its reflection in a mirror":
        group.alpha_composite(_reflected(figure, size))
    whole = Image.new("RGBA", (size, size))
    whole.paste(figure, (x, y))
    group.alpha_composite(whole)
    if act.front:
        group.alpha_composite(layer(_prop(doing, "front"), size))
    return group


def _reflected(figure: Image.Image, size: int) -> Image.Image:
    """The figure as its mirror shows it."""
    width = round(size * 0.62)
    seen = Image.new("RGBA", (size, size))
    seen.paste(ImageOps.mirror(figure.resize((width, width))), (round(98 * size / 128 - width / 2), round(size * 0.27)))
    glass = layer(oval(98, 64, 24, 45, "#fff"), size).getchannel("A")
    return Image.composite(seen, Image.new("RGBA", (size, size)), glass)


def _moody(canvas: Canvas, facts: dict) -> None:
    mood, thing, side = facts["mood"], facts["thing"], facts["side"]
    x, y, share = ART[thing][1]
    unit = BOX / 72 / 16
    if side == "right":
        x = 64 - x
    middle = 4 + (x - 32) * unit, 4.25 + (y - 30) * unit
    body = layer(_thing(thing), canvas.pixels(BOX / 16), 72)
    canvas.put(ImageOps.mirror(body) if side == "right" else body, 4, 4.25)
    canvas.put(layer(_face(mood), canvas.pixels(96 * share * unit), 96), *middle)
    canvas.put(layer(_beside(mood, side), canvas.size), 4, 4)


@cache
def _ground(backdrop: str, pattern: str) -> str:
    light, dark = GROUNDS[backdrop]
    plain = path("M0 0H128V128H0Z", light)
    return plain + {
        "plain": path("M0 106H128V128H0Z", dark),
        "disc": oval(64, 66, 58, 58, dark),
        "hills": path("M0 88Q32 64 64 84Q96 104 128 78V128H0Z", dark),
    }[pattern]  # fmt: skip


@cache
def _figure(name: str, wearing: str, legs: str) -> str:
    return shaded(figures.behind(name, wearing, legs) + figures.front(name, wearing))


@cache
def _arms(name: str, wearing: str, pose: str) -> str:
    return shaded(figures.arms(name, wearing if wearing in figures.SLEEVES else NONE, pose))


@cache
def _prop(doing: str, where: str) -> str:
    return shaded(getattr(DOINGS.get(doing, IDLE), where))


@cache
def _thing(thing: str) -> str:
    return shaded(f'<g transform="translate(4 6)">{ART[thing][0]}</g>')


@cache
def _face(mood: str) -> str:
    return shaded(f'<g transform="translate(16 16)">{FACES[mood]}</g>')


@cache
def _beside(mood: str, side: str) -> str:
    return shaded(beside(mood, side))
