"""Landmarks of San Francisco."""

from helpers.pictures.families.country.ground import arch, palm, tree
from helpers.pictures.families.country.san_francisco import DARK, WHITE, victorian
from helpers.pictures.families.country.stage import (
    DIAL,
    GLASS,
    GRASS,
    GRASS2,
    LAMP,
    LEAF,
    LEAF2,
    PAVE,
    ROAD,
    WATER,
    WATER2,
)
from helpers.pictures.families.country.vantages import golden_gate
from helpers.pictures.kit.svg import at, box, disc, line, many, oval, path, ring

_FLOWERS = ("#ff5f8f", "#ffd43b", "#b197fc", "#ff922b")


def _castro():
    front = (
        box(14, 48, 100, 68, "#e8cfa0")
        + path("M14 48Q24 30 44 30Q50 16 64 16Q78 16 84 30Q104 30 114 48Z", "#d9b878")
        + arch(64, 78, 26, 34, GLASS)
        + box(20, 56, 16, 18, "#c89f5f")
        + box(92, 56, 16, 18, "#c89f5f")
    )
    marquee = (
        path("M26 82H102L110 94H18Z", "#27447a")
        + box(20, 93, 88, 5, LAMP)
        + box(36, 100, 56, 16, "#6b3f2a")
        + many(lambda x: box(x, 101, 10, 15, GLASS), 40, 54, 68, 80)
    )
    blade = box(58, 2, 13, 80, "#c8202c", 2) + many(
        lambda y, d: at(line(d, LAMP, 2), 61, y),
        *(
            (8 + 12 * k, d)
            for k, d in enumerate(
                (
                    "M7 1Q4 -1 1 2V6Q4 9 7 7",
                    "M0 8L3.5 0L7 8M1.5 5H5.5",
                    "M7 1Q1 -1 1 2Q1 4 4 4Q7 4 7 7Q4 9 0 7",
                    "M0 0H7M3.5 0V8",
                    "M1 8V0H5Q7 2 5 4H1M4 4L7 8",
                    "M3.5 0Q0 0 0 4Q0 8 3.5 8Q7 8 7 4Q7 0 3.5 0",
                )
            )
        ),
    )
    return front + marquee + blade


def _hall():
    dome = (
        path("M44 52Q44 26 64 24Q84 26 84 52Z", "#7f98a8")
        + line("M52 50Q52 32 60 26M76 50Q76 32 68 26M64 50V26", "#e8b93c", 2)
        + box(59, 12, 10, 13, "#efe6d4")
        + path("M59 12L64 0L69 12Z", "#e8b93c")
        + box(42, 50, 44, 15, "#efe6d4")
        + many(lambda x: box(x, 52, 4, 11, GLASS), 46, 54, 62, 70, 78)
    )
    body = (
        box(4, 76, 120, 34, "#e6dac2")
        + box(2, 72, 124, 6, "#cdbd9c")
        + many(lambda x: box(x, 82, 6, 20, GLASS), 8, 20, 32, 90, 102, 114)
        + path("M40 76L64 62L88 76Z", "#efe6d4")
        + box(42, 76, 44, 34, "#efe6d4")
        + many(lambda x: box(x, 78, 4, 30, "#b8a684"), 46, 55, 64, 73, 80)
    )
    return dome + body + path("M34 118L42 108H86L94 118Z", "#d9cdb4")


def _ferry():
    tower = (
        box(54, 26, 20, 60, "#efe6d4")
        + box(56, 10, 16, 16, "#dfd3bc")
        + path("M56 10L64 -2L72 10Z", "#8a9aa8")
        + disc(64, 40, 9, DIAL)
        + ring(64, 40, 9, DARK, 1.5)
        + line("M64 40V34M64 40H68", DARK, 1.8)
        + many(lambda x: box(x, 13, 3, 10, GLASS), 58, 62.500, 67)
        + many(lambda y: box(58, y, 12, 3, "#cdbd9c"), 54, 62, 70)
    )
    hall = (
        box(0, 78, 128, 32, "#dfd3bc")
        + box(0, 74, 128, 5, "#a8705a")
        + many(lambda x: arch(x, 108, 10, 24, GLASS), 10, 26, 42, 86, 102, 118)
        + arch(64, 110, 16, 28, "#6b5a48")
    )
    return hall + tower + palm(30, 118, 34) + palm(98, 118, 34)


def _bridge():
    headland = path("M-4 96Q10 70 34 84L44 104H-4Z", GRASS2) + path("M132 88Q112 66 92 86L84 104H132Z", LEAF2)
    return (
        headland
        + box(0, 94, 128, 34, WATER)
        + line("M6 106H30M52 114H84M96 104H122", WATER2, 2.500)
        + golden_gate(64, 80, 1.150)
        + at(path("M-10 0H10L6 5H-6Z", WHITE) + path("M0 -18V-2H-9Z", WHITE), 64, 108, 1)
    )


def _park():
    house = (
        box(14, 82, 100, 28, "#f4f8f6")
        + many(lambda x: box(x, 86, 7, 20, GLASS), *range(18, 54, 9), *range(74, 110, 9))
        + path("M38 84Q38 46 64 42Q90 46 90 84Z", "#f4f8f6")
        + path("M43 82Q44 52 64 48Q84 52 85 82Z", GLASS)
        + line("M54 82Q52 58 62 48M74 82Q76 58 66 48M64 82V46M44 68H84", "#f4f8f6", 2.2)
        + path("M54 44Q54 32 64 30Q74 32 74 44Z", "#f4f8f6")
        + box(63, 20, 2, 10, "#e8b93c")
        + path("M14 84Q14 66 26 66Q38 66 38 84ZM90 84Q90 66 102 66Q114 66 114 84Z", "#e3ece8")
        + box(56, 88, 16, 22, "#f4f8f6")
        + box(59, 91, 10, 19, GLASS)
    )
    beds = "".join(disc(6 + 9 * k, 116 + 5 * (k % 2), 4.500, _FLOWERS[k % 4]) for k in range(14))
    return tree(6, 108, 14) + tree(122, 108, 14) + house + beds


def _grace():
    def tower(x):
        return (
            box(x, 26, 28, 86, "#cfc8bd")
            + many(lambda y: arch(x + 9, y, 6, 16, GLASS) + arch(x + 19, y, 6, 16, GLASS), 50, 74)
            + many(lambda k: path(f"M{x + k - 3} 26L{x + k} 12L{x + k + 3} 26Z", "#b3aa9c"), 3, 14, 25)
        )

    nave = (
        box(42, 48, 44, 64, "#dcd5ca")
        + path("M40 50L64 26L88 50Z", "#b3aa9c")
        + box(62.500, 8, 3, 20, "#8a8276")
        + box(58, 14, 12, 3, "#8a8276")
    )
    rose = (
        disc(64, 66, 13, "#5f5a68")
        + "".join(
            at(oval(0, -7.5, 3, 4.5, c), 64, 66, 1, 45 * k)
            for k, c in enumerate(("#e5383b", GLASS, "#ffd43b", GLASS) * 2)
        )
        + disc(64, 66, 3.5, LAMP)
    )
    return (
        nave + tower(12) + tower(88) + rose + arch(64, 112, 18, 26, "#8a6a3c") + path("M30 120L40 110H88L98 120Z", PAVE)
    )


def _lombard():
    hill = (
        path("M0 128V70Q20 40 50 26H80Q108 40 128 70V128Z", GRASS2)
        + victorian(-4, "#f2c9a8", w=34, top=40)
        + victorian(98, "#a8c4e0", w=34, top=40)
        + path("M22 128Q40 60 54 26H76Q90 60 106 128Z", LEAF)
    )
    bends = "M64 22Q58 30 74 33Q88 37 64 43Q40 48 62 56Q94 62 66 71Q30 79 60 90Q104 99 64 112Q44 118 52 130"
    road = line(bends, "#8f3f30", 12) + line(bends, "#d9785a", 8.500)
    beds = many(
        lambda x, y, c: disc(x, y, 4, _FLOWERS[c]),
        (50, 38, 0),
        (84, 45, 1),
        (40, 62, 2),
        (94, 70, 0),
        (82, 56, 3),
        (34, 82, 1),
        (48, 70, 0),
        (98, 86, 2),
        (88, 82, 1),
        (34, 104, 0),
        (46, 100, 3),
        (100, 112, 3),
        (86, 118, 0),
    )
    car = at(box(-9, -6, 18, 12, "#e5383b", 4) + box(-5, -4, 9, 8, GLASS, 2), 76, 95, 0.9, 14)
    return hill + road + beds + car


def _dolores():
    old = (
        box(6, 62, 56, 50, "#fbf7ee")
        + path("M0 64L34 38L68 64L62 66L34 46L6 66Z", "#b5563c")
        + path("M4 62L34 40L64 62Z", "#c86a48")
        + many(lambda x: box(x, 78, 7, 34, "#e3d8c4"), 10, 22, 40, 52)
        + box(4, 74, 60, 5, "#a87f5a")
        + arch(34, 112, 12, 26, "#6b4a30")
        + many(lambda x: arch(x, 60, 6, 9, "#8a6a4c"), 24, 34, 44)
    )
    new = (
        box(68, 52, 56, 60, "#efe3cc")
        + box(72, 24, 17, 34, "#e6d6b8")
        + box(104, 30, 15, 28, "#e6d6b8")
        + path("M70 24Q80 4 91 24Z", "#e0a83a")
        + path("M102 30Q111 12 121 30Z", "#e0a83a")
        + many(lambda x, y: arch(x, y, 7, 13, GLASS), (80.500, 46), (111.500, 48))
        + disc(96, 70, 8, GLASS)
        + arch(96, 112, 18, 26, "#6b4a30")
        + line("M96 44V52M92 47H100", DARK, 2)
    )
    return new + old + line("M34 38V26M29 30H39", DARK, 2.5) + many(lambda x: disc(x, 114, 5, LEAF), 4, 62, 70, 124)


def _palace():
    dome = (
        path("M38 48Q38 22 64 20Q90 22 90 48Z", "#d8885a")
        + box(34, 46, 60, 12, "#e8c49a")
        + many(lambda x: box(x, 48, 5, 8, "#c08f5f"), 38, 48, 58, 68, 78, 86)
    )
    rotunda = (
        box(38, 58, 52, 46, "#8f6a4c")
        + arch(64, 104, 22, 40, "#6fb0e0")
        + many(lambda x: box(x, 58, 6, 46, "#edd0a8") + box(x - 1, 58, 8, 4, "#c08f5f"), 36, 46, 76, 86)
    )
    wings = (
        many(lambda x: box(x, 68, 5, 36, "#edd0a8"), 2, 12, 22, 101, 111, 121)
        + box(0, 63, 30, 7, "#d8a878")
        + box(98, 63, 30, 7, "#d8a878")
    )
    swan = at(path("M-8 0Q-10 -8 0 -6Q4 -6 5 -14Q10 -16 9 -11Q8 0 0 2Z", WHITE), 30, 120, 1.2)
    return (
        wings
        + rotunda
        + dome
        + box(0, 104, 128, 24, WATER)
        + path("M42 104H86L80 122H48Z", "#e8c49a70")
        + line("M6 112H24M96 118H120", WATER2, 2)
        + swan
        + tree(8, 106, 10)
        + tree(122, 106, 10)
    )


def _pink():
    houses = many(lambda x, c: victorian(x, c), (4, "#ff9cc4"), (46, "#ff6fa8"), (88, "#ffb8d4"))
    return at(houses, 0, 6, 1) + path("M0 112Q40 98 128 108V118H0Z", GRASS)


def _sfmoma():
    brick = (
        box(6, 70, 116, 44, "#b5563c")
        + box(18, 52, 92, 20, "#a84c34")
        + box(30, 40, 68, 14, "#b5563c")
        + line("M6 80H122M6 90H122M18 60H110M30 46H98", "#963f2a", 1.500)
    )
    eye = (
        path("M46 62V34L82 20V62Z", "#2b2b30")
        + "".join(
            path(f"M46 {60 - 8 * k}V{56 - 8 * k}L82 {52 - 9.600 * k}V{56.5 - 9.600 * k}Z", WHITE) for k in range(4)
        )
        + at(oval(0, 0, 19, 7, WHITE) + oval(0, 0, 15, 5, GLASS), 64, 27, 1, -21)
    )
    wing = path("M84 40Q92 8 124 12V52H84Z", "#eef1f5") + line(
        "M88 32H124M87 40H124M92 24H124M100 17H124", "#c9d0da", 1.500
    )
    return (
        wing
        + brick
        + eye
        + box(50, 92, 28, 22, "#2b2b30")
        + many(lambda x: box(x, 95, 6, 19, GLASS), 52, 61, 70)
        + box(14, 96, 20, 10, GLASS)
        + box(94, 96, 20, 10, GLASS)
    )


def _pyramid():
    body = (
        path("M40 114L63 2H65L88 114Z", "#eef1f5")
        + path("M64 2H65L88 114H72Z", "#c9d0da")
        + path("M34 114L46 50L50 50L48 114ZM94 114L82 50L78 50L80 114Z", "#dde2ea")
    )
    floors = "".join(
        line(f"M{62.5 - (y - 12) * 0.205 + 1.500:.1f} {y}H{65.5 + (y - 12) * 0.205 - 1.500:.1f}", GLASS, 2.600)
        for y in range(28, 112, 7)
    )
    city = many(
        lambda x, y, w, c: (
            box(x, y, w, 114 - y, c) + many(lambda r: box(x + 3, r, w - 6, 3, GLASS), *range(y + 6, 108, 8))
        ),
        (2, 62, 20, "#8f9ab8"),
        (20, 80, 18, "#b08a78"),
        (104, 56, 22, "#7f8fae"),
        (90, 84, 16, "#c9b48f"),
    )
    return city + body + floors + disc(64, 4, 2.500, LAMP)


_GROUND = box(0, 108, 128, 20, GRASS2) + box(0, 114, 128, 14, PAVE)


_STREET = box(0, 112, 128, 4, PAVE) + box(0, 116, 128, 12, ROAD)


LANDMARKS = {
    "castro theatre": _STREET + _castro(), "city hall": _GROUND + _hall(), "ferry building": _STREET + _ferry(),
    "golden gate bridge": _bridge(), "golden gate park": box(0, 106, 128, 22, GRASS) + _park(),
    "grace cathedral": _GROUND + _grace(), "lombard street": _lombard(), "mission dolores": _GROUND + _dolores(),
    "palace of fine arts": _palace(), "pink ladies": _STREET + _pink(), "sfmoma": _STREET + _sfmoma(),
    "transamerica pyramid": _STREET + _pyramid(),
}  # fmt: skip
