"""Hair, beards and headwear by which busts are told apart: lists of ellipsoids in space.

A part is a function of the hair's colour; headwear has its own colours.
"""

import math
from dataclasses import dataclass

GOLD, BRONZE, LEAF, SNAKE = "#f0b429", "#b9772f", "#3f9142", "#4aa65a"


@dataclass(frozen=True)
class Lump:
    """An ellipsoid at (x, y, z) with half-axes (a, b, c); `front` brings it forward where lumps overlap."""

    x: float
    y: float
    z: float
    a: float
    b: float
    c: float
    color: str
    front: float = 0.0


def curls(rows, radius: float, low: float, high: float):
    """Curls on the head: `rows` of (y, half-width, half-depth), from `low` to `high` degrees off the face."""

    def grown(color: str) -> list[Lump]:
        lumps = []
        for row, (y, wide, deep) in enumerate(rows):
            count = max(1, round((high - low) * math.pi / 180 * (wide + deep) / 2 / (radius * 1.15)))
            for side in (-1, 1):
                for k in range(count + 1):
                    around = math.radians(low + (high - low) * (k + row % 2 / 2) / count)
                    x, z = side * wide * math.sin(around), deep * math.cos(around) - 4
                    lumps.append(Lump(x, y, z, radius, radius, radius, color))
        return lumps

    return grown


def beard(length: float, wide: float, radius: float = 5.0, sharp: float = 0.0):
    """A beard of curls from the jaw down by `length`, narrowing by `sharp`."""

    def grown(color: str) -> list[Lump]:
        lumps, steps = [], max(2, round(length / (radius * 1.1)))
        for k in range(steps + 1):
            share = k / steps
            half = wide * (1 - sharp * share)
            y = 21 + length * share if k else 14
            for around in range(-80, 81, 20):
                if k or abs(around) > 30:
                    side = math.radians(around)
                    lumps.append(
                        Lump(
                            half * math.sin(side),
                            y + 3 * math.cos(side),
                            7 + 17 * math.cos(side) * (1 - sharp * share * 0.5),
                            radius,
                            radius,
                            radius,
                            color,
                            2,
                        )
                    )
        moustache = [Lump(side * 5, 15, 24, 5, 2.6, 3, color, 3) for side in (-1, 1)]
        return lumps + moustache

    return grown


def ring(
    color: str, y: float, wide: float, deep: float, size: tuple[float, float, float], step: int = 15, *, tilt: float = 0
):
    """Lumps in a ring around the head; `tilt` lowers it behind."""

    def laid(_: str) -> list[Lump]:
        spots = [math.radians(around) for around in range(0, 360, step)]
        return [
            Lump(wide * math.sin(r), y + tilt * (1 - math.cos(r)) / 2, deep * math.cos(r) - 4, *size, color, 3)
            for r in spots
        ]

    return laid


def put(*lumps: tuple):
    """Lumps from a list: (x, y, z, a, b, c, colour, front)."""
    return lambda _: [Lump(*lump) for lump in lumps]


def _horns(_: str) -> list[Lump]:
    """A ram's horn at each ear: a spiral that grows thin."""
    return [
        Lump(
            side * (25 + k * 0.3),
            -6 + (13 - k * 0.55) * math.sin(k * 0.42 - 2.2),
            -4 - (13 - k * 0.55) * math.cos(k * 0.42 - 2.2),
            5 - k * 0.17,
            5 - k * 0.17,
            5 - k * 0.17,
            GOLD,
            4,
        )
        for side in (-1, 1)
        for k in range(18)
    ]


def _snakes(_: str) -> list[Lump]:
    """Snakes that rise from the scalp in waves, each with a head."""
    lumps = []
    for column, (out, up, forward) in enumerate(SNAKES):
        for k in range(10):
            reach, wave = 0.85 + k * 0.075, 3.2 * math.sin(k * 1.1 + column)
            size = 3.4 if k < 9 else 4.8
            lumps.append(
                Lump(
                    out * reach + wave * (up < -20),
                    up * reach - 2 + wave * (up >= -20),
                    forward * reach,
                    size,
                    size,
                    size,
                    SNAKE if column % 2 else LEAF,
                    2,
                )
            )
    return lumps


def _wreath(_: str) -> list[Lump]:
    """Laurel leaves around the head, open over the brow, where they rise."""
    lumps = []
    for side in (-1, 1):
        for k, around in enumerate(range(12, 181, 14)):
            r = math.radians(around)
            y = -22 + 7 * (1 - math.cos(r)) / 2 + 3.5 * (-1) ** k
            lumps.append(Lump(side * 26 * math.sin(r), y, 28 * math.cos(r) - 4, 4.5, 5.5, 4.5, (LEAF, SNAKE)[k % 2], 3))
    return lumps


def _wig(_: str) -> list[Lump]:
    """Straight black hair, cut even at the shoulders and over the brow."""
    sides = [
        Lump(side * 23 * math.sin(r), y, 24 * math.cos(r) - 5, 6.5, 8, 6.5, WIG, 3)
        for side in (-1, 1)
        for r in (math.radians(around) for around in range(62, 181, 13))
        for y in range(-14, 32, 4)
    ]
    fringe = [
        Lump(24 * math.sin(math.radians(a)), -17, 25 * math.cos(math.radians(a)) - 2, 6, 5, 5, WIG, 2)
        for a in range(-64, 65, 16)
    ]
    return [Lump(0, -20, -4, 28, 16, 30, WIG, 8), *fringe, *sides]


def _uraeus(_: str) -> list[Lump]:
    """The golden cobra over the brow."""
    return [Lump(0, -22 - k * 3, 25 + 3 * math.sin(k * 0.9), 3.4, 3.4, 3.4, GOLD, 60) for k in range(5)] + [
        Lump(0, -37, 29, 5, 4, 5, GOLD, 61)
    ]


def _knots(color: str) -> list[Lump]:
    """A bow of hair on the top of the head and a bun at the nape."""
    bow = [Lump(side * 7, -37, 6, 8, 6, 6, color, 1) for side in (-1, 1)]
    return [*bow, Lump(0, -36, 6, 4, 5, 4, color, 3), Lump(0, 2, -32, 10, 9, 9, color)]


def _crest(_: str) -> list[Lump]:
    """A helmet's crest over the midline, from the brow to the nape."""
    spots = [math.radians(a) for a in range(-35, 126, 8)]
    return [
        Lump(0, -8 - (34 + rise) * math.cos(r), -6 - (36 + rise) * math.sin(r), 4, 5, 5, "#d6303a", 1)
        for r in spots
        for rise in (0, 5)
    ]


SNAKES = (
    (-24, -14, 8), (24, -14, 8), (-18, -27, 8), (18, -27, 8), (0, -31, 10), (-25, 4, -4), (25, 4, -4),
    (-12, -28, -14), (12, -28, -14), (-22, -6, -18), (22, -6, -18), (0, -18, -28), (-12, 4, -26), (12, 4, -26),
)  # fmt: skip
CROWN = ((-30, 9, 10), (-25, 17, 19), (-18, 22, 24))
SHORT = (*CROWN, (-9, 24, 26), (0, 24, 26), (8, 22, 24))
LONG = (*SHORT, (16, 22, 23), (24, 21, 21), (31, 19, 19))
DRAPED = {"aristotle": "#9c2f45", "socrates": "#8a7a5c", "plato": "#3a6ea8"}
WIG = "#2f2b3d"
HERO = ((curls(CROWN, 6, 0, 180), curls(LONG[3:6], 6, 62, 180)), ())
PEOPLE = {  # person -> hair and beard in the stone's own tone, what is worn in its own colours
    "alexander the great": ((curls(CROWN, 6, 0, 180), curls(LONG[3:7], 6, 58, 180)), (_horns,)),
    "aristotle": ((curls(CROWN, 4, 0, 180), curls(SHORT[3:], 4, 65, 180), beard(8, 17, 4)), ()),
    "athena": (
        (
            curls(LONG[4:7], 5, 75, 180),
            curls(LONG[7:], 5, 112, 180),
        ),
        (put((0, -23, -4, 27, 16, 31, BRONZE, 60), (0, -13, 24, 14, 4.5, 8, GOLD, 62)), _crest),
    ),
    "cleopatra": ((), (_wig, ring(GOLD, -17, 27, 29, (4.5, 3.2, 4.5), 12, tilt=8), _uraeus)),
    "homer": (
        (curls(CROWN, 5, 0, 180), curls(LONG[3:], 5, 65, 180), beard(20, 17, 5, 0.3)),
        (_wreath,),
    ),
    "medusa": ((curls(CROWN, 5, 0, 180), curls(SHORT[3:], 5, 65, 180)), (_snakes,)),
    "plato": (
        (curls(CROWN, 5, 0, 180), curls(SHORT[3:], 5, 65, 180), beard(26, 17, 4.5, 0.75)),
        (ring("#3a6ea8", -17, 25, 28, (4, 3.4, 4)),),
    ),
    "socrates": ((curls(((2, 24, 26), (9, 23, 25), (16, 21, 23)), 4.5, 80, 180), beard(15, 21, 5.5)), ()),
    "venus": (
        (curls(CROWN, 5, 0, 180), curls(LONG[3:6], 5, 62, 180), _knots),
        (ring("#ff8fb8", -21, 24, 27, (4, 3.2, 4)),),
    ),
}
