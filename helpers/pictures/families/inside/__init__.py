"""Cross-sections of things, and surfaces from so near that they fill the frame, in several mediums."""

import random
from functools import cache

from PIL import Image

from helpers.pictures.families.inside.macros import MACROS
from helpers.pictures.families.inside.sections import SECTIONS
from helpers.pictures.family import NONE, Family
from helpers.pictures.kit.mediums import apply
from helpers.pictures.kit.sprites import Canvas, layer
from helpers.pictures.vocabulary import a

BACKGROUNDS = {
    "white": ("#ffffff", "#e4e4ea"),
    "yellow": ("#ffd84a", "#f0b91e"),
    "blue": ("#5aaef7", "#2f7fd8"),
    "pink": ("#ffb3d1", "#f28ab5"),
    "black": ("#2a2a32", "#1c1c22"),
}
LOOKS = {  # the ground of a cross-section whose background is not stated
    "first": ("#f6f1e7", "#e2d3ba"),
    "second": ("#e9f3ea", "#c2d8c6"),
    "third": ("#f1ecfa", "#d2c6ea"),
    "fourth": ("#dfe6ee", "#aebccb"),
}
FINE = 64  # pixels; mediums need at least so many, so a smaller picture is painted larger and shrunk
TILT = {"upright": 0, "tilted left": -8, "tilted right": 8}
TURN = {"upright": 0, "tilted left": -35, "tilted right": 35}
COLORED = (NONE, "pixel art illustration", "postage stamp")  # mediums that keep the background's colour recognisable
COARSE = ("pixel art illustration", "chalk drawing")  # mediums too coarse for surfaces
NO_ARTICLE = ("earth",)


class Inside(Family):
    """A cross-section, or a surface seen from very near."""

    name = "inside"
    slots = {
        "kind": ("cross-section", "macro"),
        "thing": (*SECTIONS, *MACROS),
        "background": (NONE, *BACKGROUNDS),
        "medium": (
            NONE,
            "pencil sketch",
            "chalk drawing",
            "pixel art illustration",
            "black and white photograph",
            "sepia tone photograph",
            "ukiyo-e print",
            "postage stamp",
        ),
    }
    hidden = {
        "side": ("left", "right"),
        "angle": ("upright", "tilted left", "tilted right"),
        "look": tuple(LOOKS),
    }

    def sample(self, rng: random.Random) -> dict:
        """Facts of a cross-section (three times in five) or of a macro view; more than half name a medium."""
        facts = {"family": "inside", "background": NONE}
        facts["medium"] = NONE if rng.random() < 0.4 else rng.choice(self.slots["medium"][1:])
        if rng.random() < 0.45 and facts["medium"] not in COARSE:
            facts |= {"kind": "macro", "thing": rng.choice(tuple(MACROS))}
        else:
            facts |= {"kind": "cross-section", "thing": rng.choice(tuple(SECTIONS))}
            if facts["medium"] in COLORED and rng.random() < 0.7:
                facts["background"] = rng.choice(tuple(BACKGROUNDS))
        return facts | self.sample_hidden(facts, rng)

    def english(self, facts: dict) -> list[str]:
        """Captions; a plain picture is called a macro photograph, or has no medium."""
        self.check(facts)
        thing, medium, color = facts["thing"], facts["medium"], facts["background"]
        on = "" if color == NONE else f" on a {color} background"
        of, by = ("", "") if medium == NONE else (f"{a(medium)} of ", f", as {a(medium)}")
        if facts["kind"] == "macro":
            what = MACROS[thing][0]
            view = "macro photograph" if medium == NONE else "macro view"
            return [
                f"{of}a {view} of {what}",
                f"{of}{what} from very near. a {view} of {what} that fills the frame.",
                f"{what}, close up in a {view}{by}",
                f"{of}an extreme macro close-up of {what}",
                f"nothing else is in sight but {what}, so close is this {view}{by}",
            ]
        what, whole = (thing, thing) if thing in NO_ARTICLE else (a(thing), f"the {thing}")
        return [
            f"{of}a cross-section view of {what}{on}",
            f"{of}{what} cut in half{on}. a cross-section view of {whole}.",
            f"the inside of {what} in a cross-section{on}{by}",
            f"{of}{what} cut open to show its inside{on}",
            f"cut through the middle, {what} shows what is in it{on}{by}",
        ]

    def check(self, facts: dict) -> None:
        """Refuse a cross-section of a surface, and a macro view of a thing that is cut."""
        if (facts["thing"] in MACROS) != (facts["kind"] == "macro"):
            raise ValueError(f"there is no {facts['kind']} of {facts['thing']!r}; ask for the other kind")

    def paint(self, facts: dict, size: int, rng: random.Random, jitter: float = 0.0) -> Image.Image:
        """Paint the thing over its ground, or the surface over the whole frame, then apply the medium."""
        thing, angle, flip = facts["thing"], facts.get("angle", "upright"), facts.get("side") == "right"
        look = facts.get("look", "first")
        if facts["medium"] != NONE and size < FINE:
            return self.paint(facts, FINE, rng, jitter).resize((size, size), Image.Resampling.BOX)
        canvas = Canvas(size, rng, jitter)
        if thing in MACROS:
            canvas.put(layer(_surface(thing, look, angle, flip), round(size * 1.25), 160), 4, 4)
        else:
            canvas.cover(_ground(*(BACKGROUNDS.get(facts["background"]) or LOOKS[look]), size))
            canvas.put(layer(_section(thing, angle, flip), size), 4, 4)
        return canvas.image if facts["medium"] == NONE else apply(facts["medium"], canvas.image)


def _ground(light: str, dark: str, size: int) -> Image.Image:
    return layer(
        f'<defs><radialGradient id="ground" cx=".5" cy=".45" r=".75"><stop offset=".4" stop-color="{light}"/>'
        f'<stop offset="1" stop-color="{dark}"/></radialGradient></defs>'
        '<path d="M0 0h128v128h-128z" fill="url(#ground)"/>',
        size,
    )


@cache
def _section(thing: str, angle: str, flip: bool) -> str:
    turn = f"translate(64 64) rotate({TILT[angle]}) scale({-0.9 if flip else 0.9} .9) translate(-64 -64)"
    return f'<g transform="{turn}">{SECTIONS[thing]()}</g>'


@cache
def _surface(thing: str, look: str, angle: str, flip: bool) -> str:
    """The surface in a frame a quarter larger than the picture, so that jitter never shows its edge."""
    _, art, colors = MACROS[thing]
    color = colors[list(LOOKS).index(look) % len(colors)]
    turn = f"translate(80 80) rotate({TURN[angle]}) scale({-1 if flip else 1} 1) translate(-64 -64)"
    return f'<g transform="{turn}">{art(color)}</g>'
