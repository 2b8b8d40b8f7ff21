"""A t-shirt, a stained glass window, a neon sign … with an image of a coloured fruit, or with a word on it."""

import itertools
import math
import random

from PIL import Image

from helpers.pictures.families.carrier.carriers import BACKDROPS, IMAGE_CARRIERS, TINTS, Design, backdrop, drawn
from helpers.pictures.families.carrier.fruits import FRUIT_COLORS, FRUITS, fruit
from helpers.pictures.families.carrier.lettering import FACES, Line, Words, set_word
from helpers.pictures.families.carrier.signs import WORD_CARRIERS
from helpers.pictures.family import NONE, Family
from helpers.pictures.kit.sprites import Canvas, layer
from helpers.pictures.vocabulary import a

BEAN = (
    '<ellipse rx="3.700" ry="2.700" fill="#6b3f1f" stroke="#2f1a0b"/>'
    '<path d="M-3 0q1.500 -1.200 3 0t3 0" fill="none" stroke="#2f1a0b"/>'
)


class Carrier(Family):
    """A thing that carries an image of a fruit or a word."""

    name = "carrier"
    slots = {
        "carrier": tuple(dict.fromkeys((*IMAGE_CARRIERS, *WORD_CARRIERS))),
        "color": (NONE, *FRUIT_COLORS),
        "fruit": (NONE, *FRUITS),
        "word": Words(),
    }
    hidden = {"tint": tuple(TINTS), "backdrop": tuple(BACKDROPS), "side": ("left", "right"), "face": tuple(FACES)}

    def sample(self, rng: random.Random) -> dict:
        """Facts of a carrier with a fruit, or as often with a word."""
        facts = self.blank()
        if rng.random() < 0.5:
            facts |= {slot: rng.choice(tuple(values)) for slot, values in
                      (("carrier", IMAGE_CARRIERS), ("color", FRUIT_COLORS), ("fruit", FRUITS))}  # fmt: skip
        else:
            facts |= {"carrier": rng.choice(tuple(WORD_CARRIERS)), "word": self.slots["word"].sample(rng)}
        return facts | self.sample_hidden(facts, rng)

    def sample_hidden(self, facts: dict, rng: random.Random) -> dict:
        """The colours, and the side of a fruit or the typeface of a word."""
        kept = ("tint", "backdrop", "side") if facts["word"] == NONE else ("tint", "backdrop", "face")
        return {slot: rng.choice(self.hidden[slot]) for slot in kept}

    def english(self, facts: dict) -> list[str]:
        """Captions, the announcement's own first; which says a word's sentence three times and ours twice."""
        carrier, color, kind, word = (facts[slot] for slot in self.slots)
        on = carrier if carrier == "latte art" else a(carrier)
        if word == NONE:
            return [
                f"{on} with an image of {a(color)} {kind}",
                f"{on} with an image of {a(kind)}. the {kind} is {color}.",
                f"an image of {a(color)} {kind} on {on}",
                f"{on} with {a(color)} {kind} on it",
                f"{on} that shows {a(kind)} in {color}",
            ]
        if carrier.startswith("written"):
            return [
                f"the word '{word}' {carrier}. '{word}' {carrier}.",
                f"the word '{word}' {carrier}",
                f"'{word}' {carrier}",
                f"a word that is {carrier}. the word is '{word}'.",
                f"{carrier}, it says '{word}'",
            ]
        sentence = f"{on} that has the word '{word}' written on it"
        return [
            f"{sentence}. '{word}' {carrier}.",
            f"{sentence}. {sentence}. '{word}' {carrier}.",
            sentence,
            f"'{word}' {carrier}",
            f"{on} that says '{word}'",
            f"the word '{word}' is on {on}",
        ]

    def check(self, facts: dict) -> None:
        """Refuse facts that are neither a fruit on a carrier of images nor a word on a carrier of words."""
        given = set(self.stated(facts))
        image = given == {"carrier", "color", "fruit"} and facts["carrier"] in IMAGE_CARRIERS
        if not (image or (given == {"carrier", "word"} and facts["carrier"] in WORD_CARRIERS)):
            raise self.refusal(
                facts,
                f"is no picture of a carrier; give a color and a fruit with one of "
                f"{', '.join(IMAGE_CARRIERS)}; or a word with one of {', '.join(WORD_CARRIERS)}",
            )

    def paint(self, facts: dict, size: int, rng: random.Random, jitter: float = 0.0) -> Image.Image:
        """Paint the carrier, what it carries, and what lies over that: leads, mortar, weave, gloss."""
        word, tint = facts["word"], facts.get("tint", "warm")
        carrier = (IMAGE_CARRIERS if word == NONE else WORD_CARRIERS)[facts["carrier"]]
        canvas = Canvas(size, rng, jitter)
        canvas.cover(layer(backdrop(facts.get("backdrop", "sand")) + drawn(carrier.under, tint), size))
        x, y, width, height = carrier.room
        if word == NONE:
            flip = "translate(64 0) scale(-1 1)" if facts.get("side") == "right" else ""
            art = f'<g transform="translate(8 8) {flip}">{fruit(facts["fruit"], facts["color"], carrier.look)}</g>'
            canvas.put(layer(art, canvas.pixels(width * 80 / 64 / 16), 80), x / 16, y / 16)
        else:
            tiles = carrier.look == "tiles"  # a tile needs its whole cell, a letter not the gap that follows the last
            gap, room = (0.26, width * (1 - 0.26 / len(word))) if tiles else (0.2, width)
            line = set_word(word, facts.get("face", "block"), room, height, gap)
            canvas.put(layer(_lettered(line, carrier, tint), size), x / 16, y / 16)
        if carrier.over:
            canvas.cover(layer(drawn(carrier.over, tint), size))
        return canvas.image


def _lettered(line: Line, carrier: Design, tint: str) -> str:
    """SVG of a word in the carrier's look, its middle in the middle of a 128 × 128 view box."""
    if carrier.look == "neon":
        glow = ((3.2, 0.25, "{l}"), (1.9, 0.5, "{l}"), (1, 1, "#ff4f9a"), (0.35, 1, "#ffe9f3"))
        drawing = "".join(_stroke(line, color, share, opacity) for share, opacity, color in glow)
    elif carrier.look == "beans":
        drawing = _beans(line)
    elif carrier.look == "cloud":
        drawing = _stroke(line, "#e3eefb", 1.75, 0.6) + _stroke(line, "#ffffff", 1.25, 1)
    elif carrier.look == "tiles":
        drawing = _tiles(line) + _stroke(line, "#2b1c10", 0.9, 1)
    else:
        drawing = _stroke(line, carrier.ink, 1, 1)
    return f'<g transform="translate(64 64)">{drawn(drawing, tint)}</g>'


def _stroke(line: Line, color: str, share: float, opacity: float) -> str:
    return line.svg(f'stroke="{color}" stroke-width="{line.weight * share:.2f}" stroke-opacity="{opacity}"')


def _tiles(line: Line) -> str:
    """A wooden tile under each letter."""
    (cell, tall), count = line.cell, line.count
    width, height = cell * 0.96, tall * 1.3
    look = f'width="{width}" height="{height}" rx="{width * 0.12}"'
    spots = [(index - count / 2 + 0.02) * cell for index in range(count)]
    return "".join(
        f'<rect x="{x + 1.5}" y="{2 - height / 2}" {look} fill="#0004"/>'
        f'<rect x="{x}" y="{-height / 2}" {look} fill="#f3dba8" stroke="#a67c3d" stroke-width="1.500"/>'
        for x in spots
    )


def _beans(line: Line) -> str:
    """Beans laid along the strokes, each turned to the way it goes."""
    size, out = line.weight / 6.2, []
    for path in line.paths:
        left = 0.0
        for (x0, y0), (x1, y1) in itertools.pairwise(path):
            length, turn = math.dist((x0, y0), (x1, y1)), math.degrees(math.atan2(y1 - y0, x1 - x0))
            while left <= length:
                x, y = x0 + (x1 - x0) * left / length, y0 + (y1 - y0) * left / length
                out.append(
                    f'<g transform="translate({x:.2f} {y:.2f}) rotate({turn + 24:.0f}) scale({size:.3f})">{BEAN}</g>'
                )
                left += size * 6.2
            left -= length
    return "".join(out)
