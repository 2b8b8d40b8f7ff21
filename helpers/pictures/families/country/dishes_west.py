"""Dishes of Europe and the Americas, on a table in a 128 × 128 box."""

from helpers.pictures.families.country.crockery import LEAFY, LIME, RICE, STEEL, TOMATO, around, bowl, plate
from helpers.pictures.kit.sprites import nested
from helpers.pictures.kit.svg import at, box, disc, line, many, oval, path


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


def _greece():
    tops = around(
        lambda x, y: disc(x, y, 8, TOMATO) + disc(x - 1, y - 2, 4.5, "#f58a70"), 5, 30, 9, 64, 70, turn=0.6
    ) + around(lambda x, y: disc(x, y, 7, "#5fae3c") + disc(x, y, 5, "#d3f0b0"), 5, 27, 8, 64, 68, turn=0)
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


WEST = {
    "italy": _italy(),
    "france": _france(),
    "greece": _greece(),
    "switzerland": _swiss(),
    "norway": _norway(),
    "united kingdom": _kingdom(),
    "mexico": _mexico(),
    "brazil": _brazil(),
    "canada": _canada(),
    "united states": _states(),
    "peru": _peru(),
}
