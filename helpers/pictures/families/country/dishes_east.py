"""Dishes of Asia, Australia and Africa, on a table in a 128 × 128 box."""

from math import cos, pi, sin

from helpers.pictures.families.country.crockery import LEAFY, LIME, RICE, STEEL, TOMATO, around, bowl, plate, sticks
from helpers.pictures.kit.svg import at, box, disc, line, many, oval, path


def _dumpling(x, y):
    return at(
        path("M-13 6Q-14 -8 0 -11Q14 -8 13 6Q0 12 -13 6Z", "#fbf3df")
        + line("M0 -11Q-6 -4 -7 2M0 -11V1M0 -11Q6 -4 7 2", "#d9c6a0", 1.5),
        x,
        y,
    )


def _china():
    basket = path("M14 78V102Q16 120 64 120Q112 120 114 102V78Z", "#c98f4a") + line(
        "M14 90Q20 106 64 106Q108 106 114 90", "#8f5f2a", 3
    )
    return (
        oval(64, 118, 52, 8, "#00000030")
        + basket
        + oval(64, 78, 50, 25, "#dba75e")
        + oval(64, 78, 44, 20, "#8f5f2a")
        + oval(64, 79, 43, 18, "#f0dcae")
        + around(_dumpling, 5, 26, 9, 64, 76, turn=0.3)
        + _dumpling(64, 76)
    )


def _nigiri(x, y, top, band=""):
    rice = box(-13, -2, 26, 15, RICE, 6)
    fish = path("M-15 2Q-15 -11 0 -12Q15 -11 15 2Q8 -1 0 -1Q-8 -1 -15 2Z", top) + line(
        "M-6 -9L-9 -2M2 -10L-1 -3M9 -8L7 -2", "#ffffff90", 2
    )
    return at(rice + fish + (box(-4, -12, 8, 25, band) if band else ""), x, y, 1.15)


def _roll(x, y):
    return at(
        box(-10, -4, 20, 14, "#1f3326", 4)
        + oval(0, -4, 10, 6, "#1f3326")
        + oval(0, -4, 8, 4.5, RICE)
        + oval(0, -4, 3.5, 2.2, "#ff8a5c"),
        x,
        y,
        1.1,
    )


def _japan():
    board = (
        box(10, 72, 108, 40, "#8a5432", 4)
        + box(10, 66, 108, 38, "#b97b48", 4)
        + box(22, 112, 12, 8, "#6b3f22")
        + box(94, 112, 12, 8, "#6b3f22")
    )
    return (
        board
        + _nigiri(32, 72, "#ff8a5c")
        + _nigiri(68, 72, "#e0403f")
        + _nigiri(101, 72, "#ffd54a", "#1f3326")
        + many(_roll, (26, 94), (52, 94), (78, 94))
        + path("M94 96q6-10 14 0q-7 5-14 0z", LIME)
        + sticks(120, 48)
    )


def _korea():
    parts = ("#e8742a", "#4f9a3c", "#f3ead2", "#8a4a2a", "#9ccc4a", "#c8322b")
    wedges = "".join(
        path(
            f"M64 70L{64 + 41 * cos(k * pi / 3):.1f} {70 + 16 * sin(k * pi / 3):.1f}A41 16 0"
            f" 0 1 {64 + 41 * cos((k + 1) * pi / 3):.1f} {70 + 16 * sin((k + 1) * pi / 3):.1f}Z",
            c,
        )
        for k, c in enumerate(parts)
    )
    egg = oval(64, 68, 17, 9, "#ffffff") + oval(64, 66, 8.5, 5.5, "#ffb400") + oval(62, 64.500, 3, 1.500, "#ffe08a")
    return bowl("#2b2b30", "#e8742a") + wedges + egg + line("M22 66L6 50", STEEL, 4) + oval(5, 49, 5, 4, STEEL)


def _india():
    tray = plate(56, 34, "#d3d8e2", "#a9b0be")
    naan = path("M62 62Q92 48 110 70Q112 90 88 88Q64 82 62 62Z", "#efcf94") + many(
        lambda x, y: oval(x, y, 4, 2.5, "#b98a4a"), (80, 68), (94, 74), (88, 82), (100, 68)
    )
    rice = path("M36 98Q40 80 56 80Q74 80 78 98Q58 110 36 98Z", RICE) + many(
        lambda x, y: line(f"M{x} {y}l4 2", "#e0b43a", 1.8), (48, 88), (58, 86), (64, 94), (50, 97)
    )

    def pot(x, y, fill, r=17):
        return (
            path(f"M{x - r} {y}Q{x - r + 2} {y + 16} {x} {y + 17}Q{x + r - 2} {y + 16} {x + r} {y}Z", "#b08a4a")
            + oval(x, y, r, r * 0.5, "#d8b26a")
            + oval(x, y, r - 3, r * 0.38, fill)
        )

    return (
        tray
        + naan
        + pot(36, 66, "#e8801c", 21)
        + many(lambda x, y: disc(x, y, 3.2, "#f7c27a"), (28, 66), (38, 63), (44, 68))
        + rice
        + pot(94, 94, "#4f9a3c", 16)
        + line("M32 60q3-4 6 0", LEAFY, 3)
    )


def _vietnam():
    noodles = line("M30 68Q44 58 54 70T78 68T98 70M34 74Q48 64 60 76T88 74M40 62Q54 56 66 64T90 64", "#fff6dc", 3)
    beef = many(
        lambda x, y: oval(x, y, 10, 5, "#a8503f") + line(f"M{x - 5} {y}q5-3 10 0", "#e09a88", 1.5),
        (46, 64),
        (62, 60),
        (54, 74),
    )
    herbs = many(
        lambda x, y, t: at(path("M-8 0Q0 -6 8 0Q0 6 -8 0Z", "#3f9a3c"), x, y, 1, t),
        (80, 62, 20),
        (88, 70, -30),
        (76, 74, 60),
    ) + many(lambda x, y: disc(x, y, 3, "#d8322b"), (70, 78), (94, 66))
    return bowl("#eef4fb", "#c98a3a", "#3f6fb8") + noodles + beef + herbs + sticks(122, 40)


def _turkey():
    def skewer(y):
        pieces = "".join(
            box(26 + 17 * k, y - 9, 14, 18, c, 4) + box(28 + 17 * k, y - 7, 5, 6, "#ffffff40", 2)
            for k, c in enumerate(("#8a4526", "#3f9a3c", "#8a4526", TOMATO, "#8a4526"))
        )
        return line(f"M6 {y}H122", STEEL, 3) + disc(8, y, 4, STEEL) + pieces

    return (
        plate(60, 34, "#f4efe4", "#2f7f9a")
        + path("M34 104Q40 92 64 94Q88 92 94 104Q64 118 34 104Z", RICE)
        + at(skewer(66), 0, 6, 1, -4)
        + at(skewer(88), 0, 4, 1, -4)
    )


def _egypt():
    pita = path("M64 60Q96 44 116 66Q114 84 92 84Q66 80 64 60Z", "#efd09a") + line("M66 62Q90 74 114 68", "#c99a5a", 2)

    def ball(x, y):
        return (
            disc(x, y, 11.5, "#8a5526")
            + disc(x - 3, y - 4, 4.5, "#b47a3c")
            + many(lambda a, b: disc(x + a, y + b, 1.2, "#4f7a2c"), (3, -2), (-2, 4), (5, 5))
        )

    dip = (
        oval(96, 98, 18, 10, "#c3a04a")
        + oval(96, 96, 18, 10, "#e8c86a")
        + oval(96, 96, 13, 6.5, "#f7ead0")
        + line("M90 96Q96 92 102 97", "#9aa83a", 2)
    )
    return (
        plate(58, 32, "#5fb8c9", "#2f8496")
        + pita
        + many(ball, (28, 78), (50, 70), (36, 94), (58, 88), (44, 82))
        + dip
        + many(lambda x, y: disc(x, y, 4.5, TOMATO), (70, 104), (60, 106))
    )


def _kenya():
    ugali = path("M28 92Q26 58 52 54Q80 58 78 92Q52 104 28 92Z", "#fffaf0") + path(
        "M60 56Q80 60 78 92Q70 96 62 97Q74 78 60 56Z", "#e8e0cc"
    )
    greens = many(lambda x, y: disc(x, y, 7, "#2f7a2c"), (80, 74), (90, 70), (100, 76), (84, 84), (96, 86)) + many(
        lambda x, y: line(f"M{x} {y}l7 3", "#7fbf4a", 2.5), (80, 76), (90, 72), (88, 84), (98, 80)
    )
    meat = many(
        lambda x, y: box(x, y, 13, 9, "#7a3f22", 3) + box(x + 1, y + 1, 8, 3, "#a8603a", 1.5),
        (60, 94),
        (74, 98),
        (88, 95),
        (68, 88),
    )
    return (
        plate(58, 32, "#c8552e", "#7a2f1c")
        + ugali
        + greens
        + meat
        + many(lambda x, y: disc(x, y, 4, TOMATO), (36, 100), (46, 103))
    )


def _australia():
    pie = path("M20 74L30 106Q64 116 98 106L108 74Z", "#c98a3f") + line(
        "M34 82l4 24M48 86l2 24M64 87v24M80 86l-2 24M94 82l-4 24", "#a06a2a", 2.500
    )
    top = (
        oval(64, 74, 46, 20, "#a06a2a")
        + oval(64, 71, 46, 19, "#e8b35a")
        + around(lambda x, y: disc(x, y, 4.5, "#d99a3f"), 18, 42, 16, 64, 71)
    )
    sauce = line("M40 68Q48 60 54 68T68 68T84 66", "#d8231c", 7) + line("M42 66Q48 60 53 66", "#f0604f", 2)
    return plate(60, 26, y=98) + pie + top + sauce


EAST = {
    "china": _china(),
    "japan": _japan(),
    "south korea": _korea(),
    "india": _india(),
    "vietnam": _vietnam(),
    "turkey": _turkey(),
    "egypt": _egypt(),
    "kenya": _kenya(),
    "australia": _australia(),
}
