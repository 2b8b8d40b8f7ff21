"""Action movie posters: the era's car in front of a danger of the era."""

from functools import partial

from helpers.pictures.families.decade import cars
from helpers.pictures.families.decade.finish import BLACK, BRASS, ERAS, GLOW, WHITE
from helpers.pictures.kit.svg import at, box, disc, line, many, path, ring, star


def _rays(color, n=12, x=44, y=62) -> str:
    return "".join(at(path("M0 0L-7 -110H7Z", color), x, y, 1, 360 / n * i) for i in range(n))


def _nouveau(k):
    return (
        box(0, 0, 88, 112, "#ead9b0")
        + ring(44, 46, 30, k.body, 5)
        + disc(44, 46, 27, "#f7ecd0")
        + line("M4 108Q4 70 20 60M84 108Q84 70 68 60M4 8Q18 10 22 22M84 8Q70 10 66 22", "#5f7a4a", 4)
        + many(lambda x, y: disc(x, y, 5, "#c8502f"), (20, 60), (68, 60), (22, 22), (66, 22))
    )


def _train(k):
    smoke = many(lambda x, y, r: disc(x, y, r, "#8a8f9a"), (60, 22, 8), (70, 14, 10), (80, 8, 9))
    return (
        box(0, 0, 88, 112, "#d9c49a")
        + smoke
        + box(20, 36, 40, 16, BLACK)
        + box(20, 26, 14, 26, BLACK)
        + box(50, 26, 7, 12, BLACK)
        + many(lambda x: disc(x, 54, 6, BLACK), 26, 40, 54)
        + line("M6 62H82", "#6b3f2a", 3)
    )


def _deco(k):
    return (
        box(0, 0, 88, 112, "#1c2438")
        + _rays("#d9b45a", 16, 44, 64)
        + path("M30 64V36H36V24H42V10H46V24H52V36H58V64Z", "#1c2438")
        + path("M33 64V38H38V26H50V38H55V64Z", BRASS)
    )


def _ape(k):
    beams = path("M0 70L30 0H50ZM88 70L58 0H38Z", "#f5e6a080")
    return (
        box(0, 0, 88, 112, "#3a2f4a")
        + beams
        + path("M26 66V40Q26 16 44 16Q62 16 62 40V66Z", "#1a1420")
        + disc(44, 20, 12, "#1a1420")
        + disc(40, 18, 2.5, "#ffd43b")
        + disc(48, 18, 2.5, "#ffd43b")
        + line("M30 36L14 20M58 36L74 20", "#1a1420", 8)
    )


def _bombers(k):
    def plane(x, y, s):
        return at(path("M-3 -14Q0 -18 3 -14V-4L22 4V8L3 5V14L8 18H-8L-3 14V5L-22 8V4L-3 -4Z", "#3f4a38"), x, y, s)

    return (
        box(0, 0, 88, 112, "#d8b98a")
        + disc(44, 56, 28, "#e05a2f")
        + plane(44, 26, 1.1)
        + plane(18, 44, 0.7)
        + plane(72, 44, 0.7)
    )


def _saucer(k):
    return (
        box(0, 0, 88, 112, "#7fc43f")
        + path("M44 26L8 74H80Z", "#f5f08a")
        + path("M10 24Q44 6 78 24Q44 38 10 24Z", "#c8302f")
        + path("M30 16Q44 0 58 16Z", "#9cc8e0")
        + many(lambda x: disc(x, 25, 2.500, "#ffe27a"), 24, 37, 51, 64)
    )


def _spy(k):
    rings = "".join(disc(44, 40, r, c) for r, c in ((40, "#e5412d"), (31, WHITE), (22, "#e5412d"), (13, WHITE)))
    return (
        box(0, 0, 88, 112, "#f5c22f")
        + rings
        + path("M38 66L40 40H48L52 66Z", BLACK)
        + disc(44, 33, 6, BLACK)
        + line("M47 44L60 36V30", BLACK, 4)
    )


def _sun70(k):
    return (
        box(0, 0, 88, 112, "#f2d9a0")
        + "".join(disc(44, 60, r, c) for r, c in ((44, "#7a3f1c"), (36, "#c8561c"), (28, "#f0851f"), (20, "#ffc04a")))
        + path("M34 64L38 34Q30 30 36 24Q44 16 52 24Q58 30 50 34L54 64Z", "#3a1f10")
    )


def _grid80(k):
    grid = "".join(line(f"M44 56L{-40 + 24 * i} 112", "#ff4fd0", 1.5) for i in range(8)) + "".join(
        line(f"M0 {60 + i * i * 3}H88", "#ff4fd0", 1.500) for i in range(5)
    )
    return (
        box(0, 0, 88, 112, "#1a0f3f")
        + disc(44, 38, 26, "#ff7a4f")
        + "".join(box(16, 40 + 6 * i, 56, 2 + i * 0.6, "#1a0f3f") for i in range(4))
        + box(0, 58, 88, 54, "#1a0f3f")
        + grid
    )


def _blast(k):
    chopper = box(24, 16, 26, 13, BLACK, 6) + line("M50 20H72V14", BLACK, 3) + line("M12 12H62", BLACK, 2.5)
    return (
        box(0, 0, 88, 112, "#3a1408")
        + star(44, 58, 44, "#ff7a1f", 12, 0.6)
        + star(44, 58, 32, "#ffc21f", 12, 0.6)
        + star(44, 58, 18, "#fff3b0", 12, 0.6)
        + chopper
    )


def _rain(k):
    return (
        box(0, 0, 88, 112, "#06140a")
        + "".join(
            line(
                f"M{5 + 7 * i} {(i * 37) % 20 + 3}V{(i * 53) % 44 + 44}", ("#2fd05a", "#158a38", "#9affb0")[i % 3], 3
            ).replace("stroke-linecap", 'stroke-dasharray="3 3" stroke-linecap')
            for i in range(12)
        )
        + path("M32 70L36 34H52L58 70Z", BLACK)
        + disc(44, 26, 8, "#d9b090")
        + box(36, 23, 16, 4, BLACK)
    )


def _beam(k):
    city = many(
        lambda x, y: box(x, y, 11, 70 - y, "#12304a"), (0, 40), (12, 30), (24, 44), (54, 34), (66, 26), (78, 42)
    )
    return (
        box(0, 0, 88, 112, "#1f6a8f")
        + path("M0 112V64H88V112Z", "#e8702a")
        + box(38, 0, 12, 66, "#bff4ff")
        + ring(44, 18, 22, "#8fe4ff", 3)
        + city
    )


def _heroes(k):
    def hero(x, y, cape, suit):
        return (
            path(f"M{x - 6} {y}L{x - 16} {y + 40}H{x + 16}L{x + 6} {y}Z", cape)
            + path(f"M{x - 8} {y}H{x + 8}L{x + 6} {y + 36}H{x - 6}Z", suit)
            + disc(x, y - 7, 7, "#d9a880")
            + box(x - 7, y - 10, 14, 4, suit)
        )

    return (
        box(0, 0, 88, 112, "#6a4fc0")
        + _rays("#8f78e0", 10)
        + hero(20, 34, "#ffd43b", "#2f7a4c")
        + hero(68, 34, "#4dabf7", "#b03fb0")
        + hero(44, 24, "#e5383b", "#27447a")
    )


def _robot(k):
    return (
        box(0, 0, 88, 112, "#0f3a4a")
        + line("M0 18H88M0 36H88M0 54H88", GLOW + "60", 1)
        + box(24, 12, 40, 32, "#eaf6fb", 8)
        + box(30, 22, 28, 10, BLACK, 5)
        + disc(38, 27, 3.500, GLOW)
        + disc(50, 27, 3.500, GLOW)
        + path("M16 70Q18 46 44 46Q70 46 72 70Z", "#bfe8f0")
        + disc(44, 58, 6, GLOW)
    )


def _portal(k):
    rings = "".join(
        f'<ellipse cx="44" cy="42" rx="{38 - 8 * i}" ry="{34 - 7 * i}" fill="{c}"/>'
        for i, c in enumerate(("#5a1fa8", "#a83fd8", "#ff6ff0", "#ffd0fa", WHITE))
    )
    return (
        box(0, 0, 88, 112, "#12082f")
        + rings
        + many(lambda x, y: star(x, y, 4, WHITE, 4, 0.3), (8, 10), (80, 14), (8, 74), (80, 72))
    )


BACKS = dict(
    zip(
        ERAS,
        (
            _nouveau,
            _train,
            _deco,
            _ape,
            _bombers,
            _saucer,
            _spy,
            _sun70,
            _grid80,
            _blast,
            _rain,
            _beam,
            _heroes,
            _robot,
            _portal,
        ),
        strict=True,
    )
)


def _poster(era, k) -> str:
    title = box(8, 92, 72, 9, k.trim, 1) + box(20, 104, 48, 3, WHITE)
    inside = BACKS[era](k) + at(cars.ART[era](k), 6, 34, 0.580) + box(0, 90, 88, 22, "#000000a0") + title
    return (
        box(17, 3, 94, 118, "#3a2f2a", 1)
        + f'<svg x="20" y="6" width="88" height="112" viewBox="0 0 88 112">{inside}</svg>'
    )


ART = {era: partial(_poster, era) for era in ERAS}
