"""Words as strokes, in typefaces of our own that look the same on any machine.

A letter is polylines in a box 4 wide and 6 high, each point two digits, x and y; points
marked "~" are round. A face says how round and heavy letters are, and whether they have serifs."""

import math
import random
import re
from dataclasses import dataclass
from functools import lru_cache

from helpers.pictures.family import NONE, Open

GLYPHS = {
    "a": "06 20 46|14 34",
    "b": "06 00 40~ 43~ 03|03 43~ 46~ 06",
    "c": "41 40~ 00~ 06~ 46~ 45",
    "d": "00 40~ 46~ 06 00",
    "e": "40 00 06 46|03 33",
    "f": "40 00 06|03 33",
    "g": "41 40~ 00~ 06~ 46~ 43 23",
    "h": "00 06|40 46|03 43",
    "i": "10 30|20 26|16 36",
    "j": "40 46~ 06~ 04",
    "k": "00 06|40 03 46",
    "l": "00 06 46",
    "m": "06 00 23 40 46",
    "n": "06 00 46 40",
    "o": "20 40~ 46~ 06~ 00~ 20",
    "p": "06 00 40~ 43~ 03",
    "q": "20 40~ 46~ 06~ 00~ 20|24 47",
    "r": "06 00 40~ 43~ 03|23 46",
    "s": "41 40~ 00~ 03~ 43~ 46~ 06~ 05",
    "t": "00 40|20 26",
    "u": "00 06~ 46~ 40",
    "v": "00 26 40",
    "w": "00 16 22 36 40",
    "x": "00 46|40 06",
    "y": "00 23 40|23 26",
    "z": "00 40 06 46",
    "-": "03 43",
}


@dataclass(frozen=True)
class Face:
    """A typeface: `curve` of round corners in units of the box, in `steps` lines; `weight` as a share of the width."""

    curve: float
    steps: int
    weight: float
    ends: str
    serif: float = 0.0


FACES = {
    "block": Face(1.1, 1, 0.27, 'stroke-linejoin="miter" stroke-linecap="square"'),
    "round": Face(2.0, 5, 0.23, 'stroke-linejoin="round" stroke-linecap="round"'),
    "slab": Face(1.6, 4, 0.21, 'stroke-linejoin="miter" stroke-linecap="butt"', 0.95),
}

EXAMPLES = tuple(
    """agi gpt sgd acme clip dall-e openai skynet hogwash pytorch backprop meatloaf peekaboo
    hi go up yes no ok hey wow fun joy sun sky sea ice fog mud fox cat dog owl bee ant cow pig hen bat elk cup pot pan
    jar box bag hat key map toy car bus van jet tea jam pie egg nut fig pea bun rye oat zoo gym spa inn pub art
    red blue pink gold jade ruby love hope luck calm cozy warm cool cold snow rain wind leaf tree rose lily moss fern
    bird duck swan frog fish crab bear wolf lion deer goat lamb hawk kiwi lime plum pear corn rice milk cake soup
    salt mint book page word poem song jazz rock folk tune drum bell horn harp lamp door sofa desk vase quiz game
    chess kite ball goal team race bike boat ship train plane space moon star mars venus earth orbit comet robot
    laser pixel query token model tensor vector python kernel matrix prompt sketch poster museum studio gallery
    bread toast pizza pasta salad sugar honey lemon mango peach apple grape berry melon olive onion basil maple
    happy lucky magic dream smile dance party music radio hotel motel diner bakery coffee market garden flower
    forest meadow island harbor castle bridge street square winter spring summer autumn monday friday sunday
    welcome holiday freedom rainbow penguin hedgehog avocado daikon radish cookie waffle muffin banana cherry
    jungle zigzag xylem jukebox quartz wizard oxygen vortex""".split()
)


class Words(Open):
    """All words that can be lettered. Iterating gives NONE and examples."""

    allowed = "give 2 to 8 letters from a to z, in lower case, with '-' only between letters"

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and len(word) in range(2, 9) and bool(re.fullmatch(r"[a-z]+(-[a-z]+)*", word))

    def __iter__(self):
        return iter((NONE, *EXAMPLES))

    def sample(self, rng: random.Random) -> str:
        """An example, or half the time random letters, so that each letter is learned by itself; mostly short."""
        if rng.random() < 0.5:
            return rng.choice(EXAMPLES)
        word = "".join(
            rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.choice((2, 3, 3, 4, 4, 5, 5, 6, 7, 8)))
        )
        if word == NONE:  # reserved: the value of facts without a word
            return self.sample(rng)
        return word[:2] + "-" + word[3:] if len(word) > 3 and rng.random() < 0.06 else word


@lru_cache(maxsize=256)
def strokes(letter: str, face: str) -> tuple[tuple[tuple[float, float], ...], ...]:
    """A letter's polylines in the 4 × 6 box, its round corners bent and its serifs on."""
    look, lines = FACES[face], []
    for path in GLYPHS[letter].split("|"):
        points = [(int(p[0]), int(p[1])) for p in path.split()]
        bends = [p.endswith("~") for p in path.split()]
        lines.append(_bent(points, bends, look))
        for end, inner in ((points[0], points[1]), (points[-1], points[-2])):
            if look.serif and points[0] != points[-1] and end[1] in (0, 6) and abs(end[0] - inner[0]) < 3:
                lines.append(((end[0] - look.serif, end[1]), (end[0] + look.serif, end[1])))
    return tuple(lines)


def _bent(points: list, bends: list[bool], look: Face) -> tuple[tuple[float, float], ...]:
    """The polyline with its round corners replaced by a curve, or by a cut if the face takes one step."""
    out = [points[0]]
    for before, corner, after, bend in zip(points, points[1:], points[2:], bends[1:], strict=False):
        if not bend:
            out.append(corner)
            continue
        (x0, y0), (x1, y1) = (
            tuple(
                c + (o - c) * min(look.curve / math.dist(corner, other), 0.5)
                for c, o in zip(corner, other, strict=True)
            )
            for other in (before, after)
        )
        x, y = corner
        for step in range(look.steps + 1):
            t = step / look.steps
            out.append(
                (
                    (1 - t) ** 2 * x0 + 2 * t * (1 - t) * x + t * t * x1,
                    (1 - t) ** 2 * y0 + 2 * t * (1 - t) * y + t * t * y1,
                )
            )
    return (*out, points[-1])


@dataclass(frozen=True)
class Line:
    """A set word: number of letters, polylines around (0, 0), stroke width, cell of one letter."""

    count: int
    paths: tuple
    weight: float
    cell: tuple[float, float]
    ends: str

    def svg(self, attributes: str) -> str:
        """The strokes as one path with these attributes."""
        d = "".join("M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in path) for path in self.paths)
        return f'<path d="{d}" fill="none" {self.ends} {attributes}/>'


def set_word(word: str, face: str, width: float, height: float, gap: float = 0.2) -> Line:
    """Set a word as large as it can be in a room of `width` × `height`; long words get narrow, tall letters."""
    look = FACES[face]
    cell = min(width / (len(word) - gap), height * 0.95 / (1 - gap))
    across = cell * (1 - gap)
    tall = min(height, across * 2.1)
    weight = look.weight * min(across, tall * 0.75)
    margin = look.serif / 4 * (across - weight) * 0.5  # serifs reach out of the box
    paths = []
    for index, letter in enumerate(word):
        left = (index - len(word) / 2) * cell + (cell - across) / 2 + weight / 2 + margin / 2
        scale_x, scale_y = (across - weight - margin) / 4, (tall - weight) / 6
        for line in strokes(letter, face):
            paths.append(tuple((left + x * scale_x, (y - 3) * scale_y) for x, y in line))
    return Line(len(word), tuple(paths), weight, (cell, tall), look.ends)
