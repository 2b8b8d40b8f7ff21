"""Ten places of San Francisco, seen from a street."""

from math import pi, sin

from helpers.pictures.families.country.ground import eaves, palm, pine
from helpers.pictures.families.country.stage import GLASS, GRASS, GRASS2, LAMP, WATER
from helpers.pictures.kit.svg import at, box, disc, line, many, oval, path, ring

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
    lights = many(
        lambda x, y: disc(x, y, 2, LAMP), (14, 100), (28, 86), (42, 80), (38, 64), (80, 100), (92, 90), (96, 60)
    )
    return tower + hills + road + lights


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
