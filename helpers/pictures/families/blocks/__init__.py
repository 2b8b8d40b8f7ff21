"""Two shaded blocks that stand in a relation, or a stack of three."""

import random

from PIL import Image

from helpers.pictures.family import NONE, Family
from helpers.pictures.kit.sprites import Canvas, layer
from helpers.pictures.vocabulary import COLORS, a, darker, lighter

RELATIONS = (
    "sitting on",
    "sitting below",
    "standing in front of",
    "standing behind",
    "standing left of",
    "standing right of",
    "floating above",
    "far from",
)
INVERSE = {
    "sitting below": "sitting on",
    "standing behind": "standing in front of",
    "standing right of": "standing left of",
}
PAIR = ("relation", "size", "color", "other_size", "other_color")
STACK = ("top", "middle", "bottom")
NONE_OR_COLOR = (NONE, *COLORS)
LOOKS = {  # wall, floor
    "sand": ("#f6f1e7", "#e0cfb4"),
    "sage": ("#eef5ee", "#c3d6c4"),
    "lilac": ("#f4f0fb", "#d6cbe8"),
    "slate": ("#dfe5ec", "#aab6c4"),
}
SIDE = {"small": 1.5, "large": 2.5, "stacked": 2.0}  # of the front, in eighths of the picture
DEPTH = {"small": 0.5, "large": 1.0, "stacked": 0.5}  # how far the back is moved up and to the right
SHADOW = 0.5
HORIZON, FLOOR = 3.0, 7.5


class Blocks(Family):
    """Two blocks in a relation, or a stack of three."""

    name = "blocks"
    slots = {
        "kind": ("pair", "stack"),
        "relation": (NONE, *RELATIONS),
        "size": (NONE, "small", "large"),
        "color": NONE_OR_COLOR,
        "other_size": (NONE, "small", "large"),
        "other_color": NONE_OR_COLOR,
        "top": NONE_OR_COLOR,
        "middle": NONE_OR_COLOR,
        "bottom": NONE_OR_COLOR,
    }
    hidden = {"look": ("sand", "sage", "lilac", "slate"), "turn": ("left", "right")}

    def sample(self, rng: random.Random) -> dict:
        """Facts of two blocks of unlike colours (three times in four) or of a stack of three."""
        facts = self.blank()
        colors = rng.sample(tuple(COLORS), 3)
        if rng.random() < 0.75:
            facts |= {"kind": "pair", "relation": rng.choice(RELATIONS), "color": colors[0], "other_color": colors[1]}
            facts |= {"size": rng.choice(("small", "large")), "other_size": rng.choice(("small", "large"))}
        else:
            facts |= {"kind": "stack", "top": colors[0], "middle": colors[1], "bottom": colors[2]}
        return facts | self.sample_hidden(facts, rng)

    def english(self, facts: dict) -> list[str]:
        """Captions, the announcement's own first."""
        if facts["kind"] == "stack":
            top, middle, bottom = facts["top"], facts["middle"], facts["bottom"]
            return [
                f"a stack of 3 cubes. {a(top)} cube is on the top, sitting on {a(middle)} cube. the {middle} cube is "
                f"in the middle, sitting on {a(bottom)} cube. the {bottom} cube is on the bottom.",
                f"a stack of three cubes, {top} on the top, {middle} in the middle, and {bottom} on the bottom",
                f"{a(top)} cube on {a(middle)} cube on {a(bottom)} cube",
                f"a stack of 3 cubes. from top to bottom they are {top}, {middle}, and {bottom}.",
                f"three stacked cubes. the bottom one is {bottom}, the middle one is {middle}, "
                f"and the top one is {top}.",
            ]
        relation, one, other = facts["relation"], facts["color"], facts["other_color"]
        subject, reference = f"{facts['size']} {one} block", f"{facts['other_size']} {other} block"
        return [
            f"a {subject} {relation} a {reference}",
            f"two blocks. the {subject} is {relation} the {reference}.",
            f"{a(one)} block {relation} {a(other)} block. the {one} block is {facts['size']} and the {other} block is "
            f"{facts['other_size']}.",
            f"a picture of a {subject} that is {relation} a {reference}",
            f"here is a {subject}. it is {relation} a {reference}.",
        ]

    def shown(self, facts: dict) -> dict:
        """The same picture described from the upper, nearer or left block.

        Of two blocks far apart, from the one whose colour comes first in the alphabet.
        """
        relation = INVERSE.get(facts.get("relation"))
        if not relation and not (facts.get("relation") == "far from" and facts["color"] > facts["other_color"]):
            return facts
        turned = {f"other_{slot}": facts[slot] for slot in ("size", "color") if slot in facts}
        turned |= {slot: facts[f"other_{slot}"] for slot in ("size", "color") if f"other_{slot}" in facts}
        return facts | {"relation": relation or "far from"} | turned

    def check(self, facts: dict) -> None:
        """Refuse a pair or a stack of which something is left open."""
        needed = STACK if facts["kind"] == "stack" else PAIR
        missing = [slot for slot in needed if facts[slot] == NONE]
        if missing:
            raise ValueError(f"a {facts['kind']} of blocks needs {', '.join(missing)}, which cannot be {NONE!r}")

    def paint(self, facts: dict, size: int, rng: random.Random, jitter: float = 0.0) -> Image.Image:
        """Paint wall, floor and blocks, the farthest block first."""
        canvas = Canvas(size, rng, jitter)
        canvas.cover(layer(_room(facts["look"]), size, 8))
        for width, color, x, base, grounded in _stack(facts) if facts["kind"] == "stack" else _pair(facts):
            side = SIDE[width] + DEPTH[width] + SHADOW
            image = layer(_block(width, color, grounded), canvas.pixels(side), round(side * 16))
            canvas.put(image, x + side / 2, base - side / 2)
        return canvas.image


def _stack(facts: dict) -> list[tuple]:
    x = 1.75 if facts["turn"] == "left" else 3.75
    colors = (facts["bottom"], facts["middle"], facts["top"])
    return [("stacked", color, x, FLOOR - 2 * level, not level) for level, color in enumerate(colors)]


def _pair(facts: dict) -> list[tuple]:
    """(size, color, left, base, on the floor?) of both blocks, the farthest first."""
    relation, left = facts["relation"], facts["turn"] == "left"
    one, other = (facts["size"], facts["color"]), (facts["other_size"], facts["other_color"])
    if relation in ("sitting below", "standing behind", "standing right of"):
        one, other = other, one
    wide, other_wide = (SIDE[size] + DEPTH[size] for size in (one[0], other[0]))
    if relation in ("sitting on", "sitting below", "floating above"):
        x = 1.0 if left else 3.5
        rise = SIDE[other[0]] + (DEPTH[other[0]] - DEPTH[one[0]]) / 2
        middle = x + max(wide, other_wide) / 2
        gap = 1.25 if relation == "floating above" else 0
        below = (*other, middle - other_wide / 2, FLOOR, True)
        return [below, (*one, middle - wide / 2, FLOOR - rise - gap, False)]
    if relation in ("standing in front of", "standing behind"):
        start = 4 - (wide + other_wide - 1) / 2
        x, other_x = (start, start + wide - 1) if left else (start + other_wide - 1, start)
        return [(*other, other_x, FLOOR - 1.75, True), (*one, x, FLOOR, True)]
    if relation == "far from":
        x, other_x = (0.25, 7.75 - other_wide) if left else (7.75 - wide, 0.25)
        return [(*other, other_x, FLOOR - 3, True), (*one, x, FLOOR, True)]
    x, base = 3.75 - (wide + other_wide) / 2, FLOOR if left else FLOOR - 1.5
    return [(*other, x + wide + 0.5, base, True), (*one, x, base, True)]


def _room(look: str) -> str:
    wall, floor = LOOKS[look]
    return f'<path d="M0 0h8v{HORIZON}h-8z" fill="{wall}"/><path d="M0 {HORIZON}h8v{8 - HORIZON}h-8z" fill="{floor}"/>'


def _block(width: str, color: str, grounded: bool) -> str:
    """A cube from its front and a little from above and the right, with its shadow on the floor."""
    light, dark = COLORS[color]
    front, top = (light, lighter(light, 0.45)) if color != "black" else ("#343a40", "#6c757d")
    right = darker(dark, 0.1)
    side, depth, shadow = SIDE[width] * 16, DEPTH[width] * 16, SHADOW * 16
    base = side + depth + shadow
    edge = f'stroke="{darker(dark, 0.3)}" stroke-width="1" stroke-linejoin="round"'
    cast = f'<path d="M{side} {base}l{depth} {-depth}h{shadow}l{-depth} {depth}z" fill="#0004"/>' if grounded else ""
    return (
        f'{cast}<path d="M.5 {base - 0.5}h{side - 0.5}v{0.5 - side}h{0.5 - side}z" fill="{front}" {edge}/>'
        f'<path d="M.5 {base - side}h{side - 0.5}l{depth} {-depth}h{0.5 - side}z" fill="{top}" {edge}/>'
        f'<path d="M{side} {base - side}v{side - 0.5}l{depth} {-depth}v{0.5 - side}z" fill="{right}" {edge}/>'
    )
