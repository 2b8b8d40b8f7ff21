"""A dish of each country, on a table in a 128 × 128 box."""

from math import cos, pi, sin

from helpers.pictures.pen import at, box, disc, line, many, oval, path
from helpers.pictures.sprites import nested

PLATE, RIM, STEEL, LEAFY, LIME, TOMATO, RICE = (
    "#ffffff",
    "#dfe3ec",
    "#c3c9d4",
    "#4f9a3c",
    "#9ccc4a",
    "#e5412d",
    "#fdf8ea",
)


def plate(rx=52, ry=30, fill=PLATE, rim=RIM, y=84) -> str:
    """A round plate seen from a chair."""
    return oval(64, y + 6, rx + 1, ry, "#00000030") + oval(64, y, rx, ry, rim) + oval(64, y - 2, rx, ry, fill) + oval(
        64, y, rx * 0.72, ry * 0.7, rim) + oval(64, y + 1, rx * 0.7, ry * 0.67, fill)  # fmt: skip


def bowl(fill, inside, band="", rx=46, y=68) -> str:
    """A deep bowl with something in it up to the brim."""
    body = path(f"M{64 - rx} {y}Q{64 - rx + 4} {y + 42} 46 {y + 46}H82Q{60 + rx} {y + 42} {64 + rx} {y}Z", fill)
    return (
        oval(64, y + 47, 34, 6, "#00000030") + box(46, y + 42, 36, 7, fill, 2) + body
        + (line(f"M{67 - rx} {y + 14}Q64 {y + 36} {61 + rx} {y + 14}", band, 4) if band else "")
        + oval(64, y, rx, rx * 0.42, fill) + oval(64, y + 1, rx - 4, rx * 0.42 - 3, inside)
    )  # fmt: skip


def sticks(x=104, y=46) -> str:
    return line(f"M{x} {y}L{x - 60} {y + 16}M{x + 6} {y + 6}L{x - 58} {y + 20}", "#6b3a20", 3)


def around(part, n, rx, ry, cx=64, cy=82, turn=0.0) -> str:
    """Copies of what `part` draws, on an ellipse, back to front."""
    spots = [(cx + rx * cos(turn + 2 * pi * k / n), cy + ry * sin(turn + 2 * pi * k / n)) for k in range(n)]
    return "".join(part(x, y) for x, y in sorted(spots, key=lambda spot: spot[1]))


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
        + around(_dumpling, 5, 26, 9, 64, 76, 0.3)
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
            f"M64 70L{64 + 41 * cos(k * pi / 3):.1f} {70 + 16 * sin(k * pi / 3):.1f}A41 16 0 0 1 {64 + 41 * cos((k + 1) * pi / 3):.1f} {70 + 16 * sin((k + 1) * pi / 3):.1f}Z",
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


def _italy():
    toppings = around(lambda x, y: disc(x, y, 7, "#d8392b") + disc(x - 2, y - 2, 2, "#f0705c"), 7, 33, 18, 64, 80)
    leaves = many(
        lambda x, y, t: at(path("M-7 0Q0 -6 7 0Q0 6 -7 0Z", "#2f9a3c"), x, y, 1.1, t),
        (64, 80, 20),
        (44, 74, -40),
        (84, 88, 50),
        (74, 68, 10),
        (52, 92, -10),
    )
    return (
        oval(64, 90, 56, 34, "#00000030")
        + oval(64, 84, 56, 36, "#b9824a")
        + oval(64, 80, 54, 34, "#e8a854")
        + oval(64, 80, 47, 28, "#e5412d")
        + oval(64, 80, 44, 26, "#ffe08a")
        + toppings
        + leaves
        + line("M64 80L18 66M64 80L112 70M64 80L58 113", "#c98f3a", 1.5)
    )


def _france():
    board = box(8, 78, 112, 34, "#a86f42", 6) + box(8, 74, 112, 34, "#c98f5c", 6)
    loaf = path("M14 92Q8 84 20 80L104 56Q118 54 116 64Q116 72 104 76L28 100Q18 102 14 92Z", "#d9933f") + line(
        "M34 78l8 12M52 73l8 12M70 68l8 12M88 63l8 12", "#f7d79a", 4
    )
    return board + loaf + nested("croissant", 56, 62, 60)


def _mexico():
    def taco(x, y):
        filling = many(
            lambda dx, dy, c: disc(dx, dy, 5.5, c),
            (-18, -8, LIME),
            (-10, -15, TOMATO),
            (-1, -18, LIME),
            (8, -16, "#ffd54a"),
            (16, -10, TOMATO),
            (3, -12, "#7a4a2c"),
            (-12, -8, "#7a4a2c"),
        )
        return at(
            path("M-24 8Q-22 -20 4 -20Q26 -18 28 8Z", "#d99a3a")
            + filling
            + path("M-28 12Q-27 -15 -3 -15Q22 -13 24 12Q-2 16 -28 12Z", "#f5c25a")
            + many(lambda dx, dy: disc(dx, dy, 1.5, "#d99a3a"), (-14, 0), (-2, -4), (8, 4), (-6, 6)),
            x,
            y,
        )

    lime = disc(104, 98, 9, "#5fae2c") + disc(104, 98, 7, "#d9f08a") + line("M104 92V104M98 98H110", "#5fae2c", 1.2)
    return plate(58, 30, "#e86a4a", "#3fa7b8") + taco(38, 74) + taco(84, 74) + taco(60, 90) + lime


def _brazil():
    stew = bowl("#8a4a2a", "#2a1a1c", "#6b3520", 38, 66)
    bits = (
        many(lambda x, y: oval(x, y, 4, 2.6, "#5a3a40"), (44, 64), (54, 70), (66, 62), (76, 70), (84, 64))
        + oval(58, 66, 7, 4, "#a8503a")
        + oval(74, 66, 6, 4, "#c46a4a")
    )
    orange = many(
        lambda x, y: (
            disc(x, y, 10, "#f08c1c")
            + disc(x, y, 7.5, "#ffc46a")
            + line(f"M{x - 6} {y}H{x + 6}M{x} {y - 6}V{y + 6}", "#f08c1c", 1.2)
        ),
        (108, 96),
        (20, 100),
    )
    rice = path("M82 110Q86 92 100 96Q116 100 114 112Q98 118 82 110Z", RICE)
    return plate(60, 26, y=100) + stew + bits + rice + orange + path("M12 112Q24 100 40 112Q26 120 12 112Z", LEAFY)


def _egypt():
    pita = path("M64 60Q96 44 116 66Q114 84 92 84Q66 80 64 60Z", "#efd09a") + line("M66 62Q90 74 114 68", "#c99a5a", 2)
    ball = lambda x, y: (
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


def _greece():
    tops = around(
        lambda x, y: disc(x, y, 8, TOMATO) + disc(x - 1, y - 2, 4.5, "#f58a70"), 5, 30, 9, 64, 70, 0.6
    ) + around(lambda x, y: disc(x, y, 7, "#5fae3c") + disc(x, y, 5, "#d3f0b0"), 5, 27, 8, 64, 68, 0)
    olives = many(
        lambda x, y: oval(x, y, 5, 4, "#3a2440") + disc(x + 1, y - 1, 1.3, "#a88ab0"),
        (38, 62),
        (92, 66),
        (50, 78),
        (78, 79),
        (62, 58),
    )
    feta = (
        path("M44 62L72 52L88 62L60 73Z", "#ffffff")
        + path("M44 62L60 73V80L44 69ZM60 73L88 62V69L60 80Z", "#dfe6ee")
        + many(lambda x, y: disc(x, y, 1.3, LEAFY), (62, 60), (70, 64), (58, 66))
    )
    return bowl("#f4f8ff", LIME, "#1f6fc4") + tops + olives + feta


def _swiss():
    fork = line("M92 64L120 34M36 64L10 38", STEEL, 2.5) + line("M120 34l6-7M10 38l-6-7", "#e5383b", 5)
    flame = (
        path("M64 122Q54 114 64 102Q74 114 64 122Z", "#ffb02e")
        + box(38, 100, 4, 24, "#3a3f45")
        + box(86, 100, 4, 24, "#3a3f45")
        + box(34, 122, 60, 4, "#3a3f45")
    )
    pot = (
        path("M22 64Q24 100 46 104H82Q104 100 106 64Z", "#d8322b")
        + line("M106 74Q122 72 124 80", "#b01f1c", 7)
        + box(58, 78, 12, 4, "#ffffff")
        + box(62, 74, 4, 12, "#ffffff")
    )
    cheese = (
        oval(64, 64, 42, 15, "#b01f1c")
        + oval(64, 65, 38, 12, "#ffd95a")
        + many(lambda x, y: oval(x, y, 4, 2, "#fff0a8"), (50, 62), (70, 68), (84, 62))
        + path("M30 68Q34 84 40 66Z", "#ffd95a")
    )
    return (
        oval(64, 124, 44, 4, "#00000030")
        + flame
        + pot
        + cheese
        + fork
        + box(82, 56, 13, 12, "#e0b070", 2)
        + box(30, 56, 13, 12, "#e0b070", 2)
    )


def _norway():
    fish = (
        path("M24 92Q22 72 46 66Q84 58 104 74Q108 86 92 92Q60 100 24 92Z", "#ff8f6b")
        + line("M40 90Q46 78 42 70M56 92Q62 78 58 66M72 90Q78 78 74 65M86 88Q92 80 88 68", "#ffc9b0", 3)
        + path("M24 92Q60 100 92 92L94 96Q60 106 26 97Z", "#9aa3b0")
    )
    lemon = (
        disc(98, 92, 11, "#f5c518")
        + disc(98, 92, 8.5, "#fff0a0")
        + line("M98 84V100M90 92H106M92 86L104 98M104 86L92 98", "#f5c518", 1.2)
    )
    dill = line("M50 78L76 70M56 76l-2-7M62 74l-2-7M68 72l-1-7M58 76l4 6M66 73l4 6", "#3f8f3a", 2.200)
    return (
        plate(58, 32)
        + fish
        + lemon
        + dill
        + many(
            lambda x, y: oval(x, y, 9, 7, "#f0d27a") + oval(x - 2, y - 2, 3, 2, "#fae9b0"),
            (36, 104),
            (54, 107),
            (72, 106),
        )
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


def _canada():
    fries = many(
        lambda x, y, t: at(box(-20, -3, 40, 7, "#f5c24a", 2) + box(-20, -3, 40, 3, "#ffdd80", 2), x, y, 1, t),
        (40, 58, -60),
        (88, 58, 62),
        (56, 52, -80),
        (74, 52, 82),
        (34, 66, -30),
        (94, 66, 30),
        (64, 58, 5),
        (48, 64, 35),
        (80, 64, -38),
        (64, 70, -8),
    )
    gravy = path("M36 62Q44 46 64 48Q88 46 92 62Q90 72 82 66Q78 78 72 68Q62 80 56 68Q46 76 36 62Z", "#8a4a1c")
    curds = many(
        lambda x, y: box(x - 6, y - 4, 12, 9, "#fffbe8", 4), (50, 56), (66, 52), (80, 60), (60, 64), (72, 68), (42, 66)
    )
    return bowl("#d52b1e", "#f5c24a", "#ffffff", 46, 72) + fries + gravy + curds


def _states():
    def chip(x, y, t):
        return at(box(-3.5, -15, 7, 30, "#f7c948", 1) + box(-3.5, -15, 3, 30, "#ffe08a", 1), x, y, 1, t)

    chips = (
        many(chip, (96, 60, 8), (104, 58, -4), (112, 62, 10), (90, 64, -10))
        + path("M84 66H120L114 104H90Z", "#d8322b")
        + path("M90 66H97L98 104H92ZM106 66H113L109 104H104Z", "#ffffff")
    )
    bun = (
        path("M8 68Q8 38 44 38Q80 38 80 68Z", "#dd9440")
        + path("M14 58Q22 42 44 42Q58 42 66 48Q40 46 14 58Z", "#f2b968")
        + many(lambda x, y: oval(x, y, 2.2, 1.5, "#fff0c8"), (30, 50), (44, 46), (58, 51), (38, 57), (52, 58))
    )
    layers = (
        path("M6 68H82L78 78L70 73L60 80L50 73L40 80L30 73L20 80L10 76Z", "#6fbf3a")
        + box(8, 76, 72, 6, TOMATO, 3)
        + path("M10 82H78L66 92L60 83H10Z", "#ffc81f")
        + box(8, 84, 72, 12, "#6b3a1f", 6)
        + path("M8 96H80V102Q78 112 66 112H22Q10 112 8 102Z", "#dd9440")
    )
    return oval(64, 112, 58, 8, "#00000030") + chips + bun + layers


def _kingdom():
    chips = many(
        lambda x, y, t: at(box(-16, -4.5, 32, 9, "#f2bd45", 2) + box(-16, -4.5, 32, 4, "#ffdc82", 2), x, y, 1, t),
        (86, 76, 20),
        (96, 84, -30),
        (78, 88, -10),
        (94, 94, 10),
        (76, 98, 30),
        (104, 76, -50),
    )
    fish = (
        path("M16 92Q12 70 40 58Q70 48 88 60L96 54L94 70Q84 86 52 96Q26 104 16 92Z", "#c9822a")
        + path("M22 84Q28 68 46 62Q66 56 82 62Q50 62 22 84Z", "#f0b45a")
        + many(lambda x, y: oval(x, y, 4, 2.5, "#a8651c"), (36, 84), (52, 76), (66, 72), (44, 92))
    )
    peas = many(
        lambda x, y: disc(x, y, 4.2, "#5fae2c") + disc(x - 1, y - 1, 1.2, "#b8e07a"),
        (36, 102),
        (45, 104),
        (54, 106),
        (41, 97),
        (50, 99),
        (60, 101),
    )
    return plate(60, 32, "#f4f1e8", "#3a5fa8") + chips + fish + peas + path("M96 102a10 10 0 0 0 16-12z", "#f5c518")


def _peru():
    cubes = many(
        lambda x, y: box(x - 8, y - 6, 16, 12, "#ffffff", 3) + box(x - 8, y + 2, 16, 4, "#e3dcd6", 2),
        (50, 72),
        (66, 68),
        (80, 76),
        (58, 84),
        (74, 88),
        (64, 77),
    )
    onion = line("M42 66Q54 54 66 62M60 60Q76 50 86 64M50 90Q64 98 84 92M70 72Q80 66 90 74", "#b0307a", 3)
    corn = "".join(disc(24 + 6 * (k % 3), 80 + 6 * (k // 3), 4.2, "#ffe9a0") for k in range(9))
    sweet = many(lambda x, y: oval(x, y, 12, 8, "#c85a1c") + oval(x, y - 2, 11, 7, "#f5923a"), (102, 78), (100, 94))
    return (
        plate(60, 34, "#4a5a78", "#2f3a52")
        + path("M14 92Q6 70 24 66Q44 62 46 84Q40 104 14 92Z", "#6fbf4a")
        + corn
        + sweet
        + cubes
        + onion
        + many(lambda x, y: line(f"M{x} {y}l4-2", "#e5412d", 3), (56, 66), (76, 82), (62, 92))
        + path("M84 104a9 9 0 0 0 16-6z", LIME)
    )


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


DISHES = {
    "china": _china(), "japan": _japan(), "south korea": _korea(), "india": _india(), "italy": _italy(),
    "france": _france(), "mexico": _mexico(), "brazil": _brazil(), "egypt": _egypt(), "kenya": _kenya(),
    "greece": _greece(), "switzerland": _swiss(), "norway": _norway(), "australia": _australia(), "canada": _canada(),
    "united states": _states(), "united kingdom": _kingdom(), "peru": _peru(), "turkey": _turkey(),
    "vietnam": _vietnam(),
}  # fmt: skip

# how a table is laid: the cloth and what is on it
_CHECKS = "".join(box(x, y, 16, 13, "#d8483f66") for x in range(0, 128, 32) for y in range(46, 128, 26)) + "".join(
    box(x + 16, y, 16, 13, "#d8483f66") for x in range(0, 128, 32) for y in range(59, 128, 26)
)
TABLES = (
    box(0, 46, 128, 82, "#b98a5e") + line("M0 62H128M0 84H128M0 108H128", "#a3754a", 2),
    box(0, 46, 128, 82, "#fbf1e8") + _CHECKS,
    box(0, 46, 128, 82, "#5f8f8a") + line("M0 52H128M0 122H128", "#e8dcc0", 2.500),
)
WINDOW = path("M0 0H128V46H0ZM10 4V40H60V4ZM68 4V40H118V4Z", "#f0e2cc").replace("<path", '<path fill-rule="evenodd"')
