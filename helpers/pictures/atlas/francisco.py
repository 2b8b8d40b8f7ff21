"""San Francisco: ten places that stand on a street, and what lies round each vantage."""

from math import pi, sin

from helpers.pictures.atlas.landmarks import arch, eaves, palm, pine, tree
from helpers.pictures.atlas.stage import DIAL, GLASS, GRASS, GRASS2, LAMP, LEAF, LEAF2, PAVE, ROAD, WATER, WATER2
from helpers.pictures.pen import at, box, disc, line, many, oval, path, ring

DARK, ORANGE, WHITE = "#3a3f55", "#e2532f", "#fbf7ee"
FOOT = 104  # a place stands on this line, between x = 0 and 128, and reaches up to 20


def victorian(x, wall, trim="#ffffff", w=36, top=52) -> str:
    """A gabled row house with a bay window."""
    m = x + w / 2
    gable = path(f"M{x - 2} {top + 2}L{m} {top - 26}L{x + w + 2} {top + 2}Z", trim) + path(
        f"M{x + 3} {top}L{m} {top - 20}L{x + w - 3} {top}Z", wall
    )
    bay = box(x + 3, top + 8, 18, FOOT - top - 8, trim) + many(
        lambda y: box(x + 5, y, 6, 11, GLASS) + box(x + 13, y, 6, 11, GLASS), *range(top + 12, FOOT - 12, 17)
    )
    door = box(x + 24, FOOT - 22, 9, 22, "#6b3f2a", 2) + box(x + 24, top + 12, 8, 11, GLASS)
    return (
        box(x, top, w, FOOT - top, wall)
        + gable
        + disc(m, top - 7, 4, GLASS)
        + bay
        + door
        + box(x - 1, top - 1, w + 2, 4, trim)
    )


def cable_car(x, y) -> str:
    body = (
        box(-24, -24, 48, 18, "#b5302a", 2)
        + box(-27, -30, 54, 5, "#e8dcc0", 2)
        + many(lambda k: box(k, -22, 9, 8, GLASS), -21, -9, 3, 13)
    )
    return at(
        body
        + box(-24, -11, 48, 3, "#e8b93c")
        + disc(-14, -5, 4.500, DARK)
        + disc(14, -5, 4.500, DARK)
        + disc(25, -12, 2, LAMP),
        x,
        y,
    )


def boat(x, y, hull, s=1.0) -> str:
    art = (
        path("M-20 0H20L14 10H-14Z", hull)
        + box(-8, -11, 14, 11, WHITE)
        + box(-5, -8, 8, 4, GLASS)
        + line("M10 0V-24M10 -24L20 0", DARK, 1.500)
    )
    return at(art, x, y, s)


def _alamo():
    lawn = path("M0 104V88Q30 84 64 96T128 92V104Z", GRASS2) + path("M0 106Q50 92 128 102V106Z", GRASS)
    return many(lambda x, c: victorian(x, c), (4, "#8fc4e8"), (46, "#ffb3a8"), (88, "#ffe08a")) + lawn


def _chinatown():
    posts = many(lambda x: box(x, 52, 7, 52, "#b5302a") + box(x - 2, 98, 11, 6, "#c9c5bd"), 14, 40, 81, 107)
    roofs = (
        eaves(52, 26, 11, "#2f8f5f", 27)
        + eaves(52, 26, 11, "#2f8f5f", 101)
        + eaves(38, 40, 15, "#2f8f5f")
        + box(34, 42, 60, 12, "#c8402f")
        + box(46, 44, 36, 8, "#e8b93c")
    )
    lanterns = line("M10 62Q64 74 118 62", DARK, 1.2) + many(
        lambda x, y: oval(x, y, 7, 7.5, "#e5241f") + box(x - 3, y - 9, 6, 3, LAMP) + box(x - 3, y + 6, 6, 3, LAMP),
        (28, 74),
        (52, 77),
        (76, 77),
        (100, 74),
    )
    return (
        box(0, 66, 12, 38, "#a8604a")
        + box(116, 66, 12, 38, "#c8905a")
        + many(lambda y: box(3, y, 6, 7, GLASS) + box(119, y, 6, 7, GLASS), 72, 86)
        + posts
        + roofs
        + lanterns
    )


def _wharf():
    crab = (
        oval(0, 2, 13, 9, "#e5412d")
        + line("M-11 -3Q-20 -8 -16 -14M11 -3Q20 -8 16 -14M-12 4l-8 3M12 4l8 3M-9 8l-6 6M9 8l6 6", "#e5412d", 3)
        + disc(-4, -5, 2, "#1c1c20")
        + disc(4, -5, 2, "#1c1c20")
    )
    sign = (
        box(60, 58, 8, 46, DARK) + disc(64, 46, 30, "#27447a") + ring(64, 46, 26, LAMP, 2.5) + at(crab, 64, 47, 1.150)
    )
    shed = (
        box(2, 74, 40, 30, WHITE)
        + path("M-2 76L22 58L46 76Z", "#3f7fa8")
        + box(8, 82, 12, 10, GLASS)
        + box(26, 82, 10, 22, "#8a5a36")
    )
    return shed + sign + boat(100, 92, "#d8322b", 1.1) + line("M4 104V110M124 104V110", "#6b4a30", 5)


def _heights():
    stairs = "".join(
        path(f"M{40 + 3 * k} {104 - 8 * k}H{88 - 3 * k}L{85 - 3 * k} {96 - 8 * k}H{43 + 3 * k}Z", c)
        for k, c in enumerate(("#2f6fc4", "#3fb0c4", "#ffd43b", "#e8702a", "#d8408f", "#8a5fd8", "#3fb0c4", "#ffd43b"))
    )
    hill = path("M0 104Q18 62 44 44Q64 30 84 44Q112 64 128 104Z", GRASS2) + path(
        "M0 104Q20 80 36 66L44 104ZM128 104Q108 80 92 66L84 104Z", GRASS
    )
    sun = disc(64, 34, 7, LAMP)
    flowers = many(
        lambda x, y, c: disc(x, y, 3.2, c),
        (20, 88, "#ff5f8f"),
        (30, 80, "#ffd43b"),
        (104, 84, "#ff5f8f"),
        (112, 94, "#ffd43b"),
        (26, 98, "#b197fc"),
        (98, 97, "#b197fc"),
    )
    return hill + stairs + sun + flowers + pine(22, 66, 36) + pine(106, 66, 36)


def _haight():
    colors = ("#e5383b", "#ff922b", "#ffd43b", "#51cf66", "#4dabf7", "#b197fc")
    left = "".join(box(2, 38 + 11 * k, 40, 11, c) for k, c in enumerate(colors)) + path("M0 40L22 20L44 40Z", "#8a5fd8")
    peace = (
        disc(64, 62, 21, "#b197fc") + ring(64, 62, 15, WHITE, 4) + line("M64 47V77M64 62L53 72M64 62L75 72", WHITE, 4)
    )
    right = (
        box(86, 38, 40, 66, "#ff6fa8")
        + path("M84 40L106 20L128 40Z", "#3fb8a8")
        + many(
            lambda x, y, c: disc(x, y, 5, c) + disc(x, y, 2, WHITE),
            (94, 50, "#ffd43b"),
            (116, 58, "#4dabf7"),
            (96, 70, "#51cf66"),
        )
    )
    doors = (
        box(8, 82, 12, 22, "#6b3f8a")
        + box(26, 82, 12, 12, GLASS)
        + box(92, 82, 12, 22, "#27447a")
        + box(110, 82, 12, 12, GLASS)
        + many(lambda x: box(x, 48, 9, 12, GLASS), 10, 26, 110)
    )
    return box(42, 36, 44, 68, "#5f4fa8") + left + right + peace + doors + box(48, 88, 32, 16, GLASS)


def _mission():
    wall = (
        box(4, 48, 84, 56, "#f2a03c")
        + path("M4 104V80Q24 56 40 78T76 70L88 76V104Z", "#d8408f")
        + disc(28, 64, 11, "#ffe27a")
        + path("M44 104Q40 78 54 66Q70 74 66 104Z", "#2f9a8f")
        + disc(55, 62, 8, "#8a5a36")
    )
    wall += many(
        lambda x, y, c: disc(x, y, 4, c),
        (74, 58, "#e5383b"),
        (80, 66, "#51cf66"),
        (12, 92, "#4dabf7"),
        (76, 94, "#ffd43b"),
    )
    shop = box(90, 60, 36, 44, "#3fb8a8") + box(94, 80, 14, 24, GLASS) + box(112, 82, 10, 22, "#6b3f2a")
    shop += at(
        path("M-14 6Q-13 -10 0 -10Q13 -10 14 6Z", "#f5c25a") + many(lambda x: disc(x, -9, 3.5, "#51cf66"), -6, 0, 6),
        108,
        68,
        1,
    )
    flags = line("M0 32Q64 46 128 32", DARK, 1.2) + many(
        lambda x, y, c: box(x - 6, y, 12, 9, c),
        (14, 35, "#ff4fa0"),
        (38, 38, "#ffd54a"),
        (64, 39, "#3fc4b0"),
        (90, 38, "#e8702a"),
        (114, 35, "#8a5fd8"),
    )
    return wall + shop + flags + palm(92, 104, 66)


def _nob():
    hotel = (
        box(70, 34, 54, 70, "#e6dac2")
        + box(68, 30, 58, 6, "#b8a684")
        + many(lambda x, y: box(x, y, 6, 9, GLASS), *((x, y) for x in (76, 88, 100, 112) for y in (42, 57, 72)))
    )
    flags = many(lambda x: line(f"M{x} 30V12", DARK, 1.5) + path(f"M{x} 12l12 3l-12 5z", "#c8102e"), 78, 96, 114)
    hill = (
        path("M0 104V92Q40 88 76 66L128 40V104Z", "#a9a49a")
        + line("M0 98L128 50", "#7d7870", 2)
        + line("M14 104L128 60", "#7d7870", 2)
    )
    return at(hotel + flags, 4, -8, 1) + hill + at(cable_car(0, 0), 56, 82, 1.5, -21)


def _treasure():
    tower = many(
        lambda x: (
            box(x, 22, 5, 62, "#9aa6b8")
            + box(x + 9, 22, 5, 62, "#9aa6b8")
            + line(f"M{x + 3} 34L{x + 12} 46M{x + 12} 34L{x + 3} 46", "#9aa6b8", 2)
        ),
        22,
        82,
    )
    span = (
        line("M-4 60Q8 46 28 26Q58 78 90 26Q112 56 132 62", "#8592a8", 2)
        + box(0, 66, 128, 5, "#8592a8")
        + "".join(
            line(f"M{x} {66}V{66 - 22 * abs(sin((x - 59) * pi / 64)):.0f}", "#8592a8", 1) for x in range(6, 128, 9)
        )
    )
    lights = many(lambda x, y: disc(x, y, 1.6, LAMP), *((x, 64) for x in range(4, 128, 12)), (29, 22), (89, 22))
    island = (
        box(0, 84, 128, 20, WATER)
        + path("M8 104Q20 84 64 84T120 104Z", "#e8cf9a")
        + path("M20 98Q40 86 64 86T108 98Z", GRASS)
    )
    chest = (
        box(54, 84, 22, 15, "#8a5426", 2)
        + path("M52 86Q52 76 65 76Q78 76 78 86Z", "#a86a30")
        + box(62, 82, 6, 8, LAMP)
        + line("M53 87H77", "#e8b93c", 2.500)
    )
    return tower + span + lights + island + palm(28, 98, 36) + palm(100, 98, 42) + chest


def _peaks():
    hills = path("M-6 104Q18 44 38 44Q58 46 72 104Z", GRASS2) + path("M48 104Q70 38 92 38Q112 40 136 104Z", GRASS)
    road = line("M10 104Q30 84 42 82T40 62M76 104Q96 92 92 78T96 58", "#c9b98f", 4)
    tower = (
        line("M60 66L64 8M70 66L66 8M65 66V18", "#d8402f", 2.5)
        + line("M61 50H69M62 36H68M63 22H67", WHITE, 3)
        + disc(65, 8, 2.2, LAMP)
    )
    return tower + hills + road


def _union():
    column = (
        box(60, 30, 9, 62, "#d9cdb4")
        + box(56, 26, 17, 5, "#c0ad88")
        + box(54, 88, 21, 7, "#c0ad88")
        + box(48, 95, 33, 9, "#b5a07a")
        + path("M60 26Q61 12 65 12Q69 12 69 26Z", "#5fae93")
        + disc(65, 9, 4, "#5fae93")
        + line("M68 18L78 8M62 18L56 22", "#5fae93", 3)
    )
    stores = (
        box(0, 42, 34, 62, "#b9c4d8")
        + box(94, 36, 34, 68, "#d8c3b4")
        + many(lambda x, y: box(x, y, 7, 8, GLASS), *((x, y) for x in (4, 14, 24, 98, 108, 118) for y in (48, 62, 76)))
    )
    heart = path("M0 12Q-17 0 -14 -10Q-8 -18 0 -8Q8 -18 14 -10Q17 0 0 12Z", "#e5383b") + path(
        "M-9 -8q4-4 6 1", "#ff8f9a"
    )
    return stores + palm(44, 104, 50) + palm(86, 104, 50) + column + at(heart, 24, 90, 1.15) + at(heart, 106, 90, 1.15)


SPOTS = {
    "alamo square": _alamo(), "chinatown": _chinatown(), "fisherman's wharf": _wharf(),
    "golden gate heights": _heights(), "haight-ashbury": _haight(), "mission district": _mission(), "nob hill": _nob(),
    "treasure island": _treasure(), "twin peaks": _peaks(), "union square": _union(),
}  # fmt: skip


def golden_gate(x, y, s) -> str:
    """The bridge from the side, its roadway on y."""
    towers = many(
        lambda k: (
            box(k - 4, -54, 3, 74, ORANGE)
            + box(k + 2, -54, 3, 74, ORANGE)
            + many(lambda r: box(k - 3, r, 7, 4, ORANGE), -54, -38, -22, -8)
        ),
        -34,
        34,
    )
    cable = line("M-92 -2Q-60 -6 -34 -52Q0 34 34 -52Q60 -6 92 -2", ORANGE, 2.200)
    hangers = "".join(line(f"M{k} 0V{-2 - 50 * (k / 34) ** 2:.1f}", ORANGE, 1) for k in range(-28, 29, 7))
    outer = "".join(
        line(f"M{k} 0V{-48 * ((66 - abs(k)) / 32) ** 1.6 - 2:.1f}", ORANGE, 1) for k in (-59, -52, -45, 45, 52, 59)
    )
    lamps = many(lambda k: disc(k, -1, 1.500, LAMP), *range(-84, 85, 14))
    return at(towers + cable + hangers + outer + box(-100, 0, 200, 5, "#c8431f") + lamps, x, y, s)


def _roofs() -> str:
    """Rooftops seen from above, nearer ones larger."""
    out, colors = "", ("#b5604a", "#8f9ab0", "#c9b48f", "#7f8fa0", "#a87f6a")
    for row, (y, w) in enumerate(((88, 22), (102, 28), (118, 34))):
        for k in range(-1, 7):
            x, c = k * (w + 3) - row * 9, colors[(k * 2 + row) % 5]
            out += (
                path(f"M{x} {y}l6 -9h{w - 6}l-2 9z", c)
                + box(x, y, w - 2, 20, "#efe6d6")
                + many(lambda d, x=x, y=y: box(x + d, y + 4, 4, 5, GLASS), 4, 12)
            )
    return box(0, 84, 128, 44, ROAD) + out


def from_vantage(place: str, vantage: str) -> str:
    """A place as markup, seen from a street, from the water or from high up."""
    spot = SPOTS[place]
    if vantage == "from a street":
        road = (
            box(0, FOOT, 128, 6, PAVE)
            + path("M0 110H128V128H0Z", ROAD)
            + line("M0 118H128", "#3f4450", 1.5)
            + line("M0 123H128", "#3f4450", 1.5)
        )
        lamp = box(5, 74, 2.5, 34, DARK) + disc(6.200, 72, 4.500, LAMP)
        return spot + road + lamp + box(112, 98, 9, 10, "#e5412d", 3)
    if vantage == "from the water":
        hills = path("M0 78Q20 58 42 70T90 64T128 74V84H0Z", GRASS2)
        sea = box(0, 82, 128, 46, WATER) + line("M6 92H26M98 96H122M40 104H66M84 118H116M8 116H30", WATER2, 2.500)
        sail = path("M-14 0H14L9 7H-9Z", WHITE) + path("M-1 -26V-2H-13Z", WHITE) + path("M2 -30V-2H15Z", "#ffd9a0")
        return (
            hills
            + at(spot, 21, 12, 0.670)
            + box(0, 81, 128, 5, "#8a7a66")
            + sea
            + at(sail, 22, 112, 1.2)
            + oval(104, 110, 7, 4, "#6b4a3a")
            + disc(110, 106, 3.5, "#6b4a3a")
        )
    bay = box(0, 40, 128, 26, WATER) + path("M0 46Q20 36 46 44T96 40T128 46V52H0Z", GRASS2) + golden_gate(36, 50, 0.36)
    skyline = many(
        lambda x, y, w: (
            box(x, y, w, 74 - y, "#9fb0c8") + many(lambda r: box(x + 2, r, w - 4, 2, GLASS), *range(y + 4, 70, 5))
        ),
        (84, 46, 9),
        (95, 38, 8),
        (114, 44, 10),
    ) + path("M104 74L109 24L114 74Z", "#dfe6f0")
    return bay + skyline + box(0, 64, 128, 26, GRASS) + _roofs() + at(spot, 28, 38, 0.560)


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
