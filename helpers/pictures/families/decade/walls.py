"""A typical wall of each era."""

from math import cos, pi, sin

from helpers.pictures.kit.svg import at, box, disc, line, many, oval, path, ring, star

FLOOR = 94  # y of a wall's lower edge


def _fade(name: str, *colors: str) -> str:
    """A wall whose colour changes from top to foot."""
    stops = "".join(f'<stop offset="{k / (len(colors) - 1):.2f}" stop-color="{c}"/>' for k, c in enumerate(colors))
    gradient = f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1">{stops}</linearGradient>'
    return f"<defs>{gradient}</defs>{box(0, 0, 128, FLOOR, f'url(#{name})')}"


def _damask() -> str:
    leaf = path("M0 -13Q7 -6 3 0Q10 -3 10 4Q7 10 0 13Q-7 10 -10 4Q-10 -3 -3 0Q-7 -6 0 -13Z", "#c07a70")
    leaf += path("M0 -5Q3 1 0 8Q-3 1 0 -5Z", "#e3b5a3")
    spots = ((x, y) for row, y in enumerate((10, 34, 58)) for x in range(-2 + 16 * (row % 2), 140, 32))
    panel = box(0, 74, 128, 20, "#8a5230") + many(lambda x: box(x, 78, 26, 13, "#a86a40", 1), *range(3, 128, 32))
    lamp = disc(17, 26, 17, "#fff0a880") + path("M11 27Q8 18 14 13V6H20V13Q26 18 23 27Z", "#fff3b8")
    lamp += (
        oval(17, 22, 3, 5, "#ff9f2f")
        + box(10, 27, 14, 4, "#a8762a")
        + path("M9 31H25Q25 42 17 43Q9 42 9 31Z", "#c8923a")
    )
    return box(0, 0, 128, FLOOR, "#dfa898") + many(lambda x, y: at(leaf, x, y), *spots) + panel + lamp


def _vines() -> str:
    stem = line("M6 94C-6 60 34 66 16 40C6 24 14 8 40 10", "#5f8a52", 4) + line(
        "M16 40C34 40 36 22 24 22", "#5f8a52", 3
    )
    leaves = many(
        lambda x, y, turn: at(path("M0 0Q7 -9 0 -18Q-7 -9 0 0Z", "#7fae66"), x, y, 1, turn),
        (9, 78, 60), (17, 58, -70), (9, 28, -60), (14, 90, 50), (20, 47, 80),
    )  # fmt: skip
    bud = path("M-8 0Q-9 -12 -5 -16L0 -9L5 -16Q9 -12 8 0Q0 7 -8 0Z", "#d8607a") + path(
        "M0 -9Q5 -4 0 3Q-5 -4 0 -9Z", "#f2a0ac"
    )
    side = stem + leaves + at(bud, 43, 13, 1.1, 80) + at(bud, 24, 22, 0.8, -60)
    return box(0, 0, 128, FLOOR, "#f3edcf") + side + f'<g transform="translate(128 0) scale(-1 1)">{side}</g>'


def _fans() -> str:
    def fan(x, y, r, turn):
        rays = "".join(
            line(f"M0 0L{r * cos(a):.1f} {r * sin(a):.1f}", "#d9aa3f", 2) for a in (k * pi / 14 for k in range(8))
        )
        return at(disc(0, 0, r + 5, "#d9aa3f") + disc(0, 0, r + 1, "#25252d") + rays + disc(0, 0, r * 0.36, "#d9aa3f")
                  + disc(0, 0, r * 0.22, "#25252d"), x, y, 1, turn)  # fmt: skip

    chevrons = many(lambda y: line(f"M40 {y}L64 {y - 16}L88 {y}", "#e0bf6a", 2.500), 20, 28)
    foot = box(0, 84, 128, 10, "#25252d") + many(
        lambda x: path(f"M{x} 93L{x + 8} 85L{x + 16} 93Z", "#d9aa3f"), *range(0, 128, 16)
    )
    return box(0, 0, 128, FLOOR, "#f6e7bd") + chevrons + fan(0, 0, 40, 0) + fan(128, 0, 40, 90) + foot


def _streamline() -> str:
    rays = "".join(at(path("M0 0L-8 -120H8Z", "#c4d8d4"), 64, 94, 1, turn) for turn in range(-96, 97, 24))
    tower = (
        box(0, 50, 30, 44, "#8794a8") + box(4, 36, 22, 16, "#8794a8") + box(8, 24, 14, 14, "#8794a8")
        + path("M11 25L15 4L19 25Z", "#8794a8")
        + many(lambda x: box(x, 40, 2.500, 50, "#dfe8ea"), 6, 12, 18, 24) 
        + many(lambda x: box(x, 27, 2, 9, "#dfe8ea"), 12, 16)
    )  # fmt: skip
    return box(0, 0, 128, FLOOR, "#eaf0e8") + rays + tower + at(tower, 98, 0) + box(0, 90, 128, 4, "#b5483f")


def _army() -> str:
    patches = many(
        lambda x, y, turn, c: at(path("M-20 0Q-18 -14 0 -10Q14 -18 22 -4Q24 8 8 8Q-6 16 -20 0Z", c), x, y, 1, turn),
        (6, 58, 20, "#a3a06a"), (44, 8, -10, "#a3a06a"), (98, 46, 60, "#a3a06a"), (122, 78, 0, "#8a9160"),
        (30, 84, 0, "#8a9160"), (76, 26, 30, "#8a9160"), (16, 34, 80, "#8a9160"), (120, 8, 0, "#a3a06a"),
        (76, 66, 0, "#a3a06a"),
    )  # fmt: skip
    roundel = ring(0, 0, 17, "#ffffff", 3.500) + star(0, 0, 15, "#ffffff")
    stripes = box(0, 84, 128, 10, "#ffffff") + many(
        lambda x: path(f"M{x} 94L{x + 8} 84H{x + 16}L{x + 8} 94Z", "#c0392f"), *range(-8, 128, 16)
    )
    return box(0, 0, 128, FLOOR, "#c9c596") + patches + at(roundel, 20, 21) + at(roundel, 108, 21) + stripes


def _diner() -> str:
    boomerang = "M-15 9Q-12 -13 0 -13Q12 -13 15 9Q4 -3 0 -3Q-4 -3 -15 9Z"
    shapes = many(
        lambda x, y, turn, c: at(path(boomerang, c), x, y, 1, turn),
        (18, 18, -30, "#ff8fb0"), (52, 9, 150, "#ffd95a"), (88, 14, 20, "#ff8fb0"), (116, 40, -70, "#ffd95a"),
        (10, 54, 80, "#3f4450"), (114, 10, 200, "#3f4450"),
    )  # fmt: skip
    checks = "".join(
        box(8 * c, 78 + 8 * r, 8, 8, "#26262c" if (r + c) % 2 else "#ffffff") for r in range(2) for c in range(16)
    )
    return box(0, 0, 128, FLOOR, "#b5ecd9") + shapes + box(0, 75, 128, 3, "#ff8fb0") + checks


def _daisies() -> str:
    def daisy(x, y, r, petal, eye):
        petals = "".join(at(oval(0, -r * 0.62, r * 0.3, r * 0.42, petal), x, y, 1, 45 * k) for k in range(8))
        return petals + disc(x, y, r * 0.34, eye)

    flowers = many(
        daisy,
        (18, 20, 22, "#ff5fa2", "#ffe04a"), (110, 22, 22, "#ff8a2f", "#fff3c0"), (64, 8, 17, "#ffffff", "#ffc21f"),
        (6, 66, 19, "#ffffff", "#ff8a2f"), (122, 68, 19, "#ffffff", "#ff5fa2"), (34, 66, 15, "#ff8a2f", "#ffffff"),
        (94, 64, 15, "#ff5fa2", "#ffffff"),
    )  # fmt: skip
    return box(0, 0, 128, FLOOR, "#b9e67a") + flowers


def _stripes() -> str:
    arcs = "".join(
        f'<circle cx="0" cy="0" r="{r}" fill="none" stroke="{c}" stroke-width="10"/>'
        for r, c in ((66, "#f0a33f"), (56, "#d9692a"), (46, "#8a4a24"), (20, "#f0a33f"))
    )
    return box(0, 0, 128, FLOOR, "#f7e6be") + arcs


def _grid() -> str:
    sky = _fade("w80", "#3a1a78", "#a8389a", "#ff7fa8")
    sun = disc(64, 46, 42, "#ffcf3f") + many(lambda y, h: box(16, y, 96, h, "#c8479c"), (36, 2), (45, 3), (54, 4))
    stars = many(lambda x, y: star(x, y, 5, "#ffffff", 4, 0.2), (10, 10), (118, 14), (14, 40), (114, 46))
    floor = box(0, 64, 128, 30, "#2a1158") + many(lambda y: box(0, y, 128, 1.800, "#ff5fe0"), 64, 69, 76, 85)
    return (
        sky
        + stars
        + sun
        + floor
        + "".join(line(f"M{64 + 8 * k} 64L{64 + 26 * k} 94", "#4fe8ff", 1.600) for k in range(-8, 9))
    )


def _jazz() -> str:
    teal = path("M-4 30Q22 4 46 14Q66 22 86 8Q106 -2 132 10V40Q108 26 90 36Q66 48 44 38Q22 32 -4 58Z", "#35b8b0")
    teal += path("M-4 84Q10 66 26 70Q20 80 -4 94ZM132 58Q116 62 106 76Q118 76 132 70Z", "#35b8b0")
    zigzag = "M-4 44L12 26L20 38L38 18L46 32L66 14L74 28L94 8L104 22L132 2"
    return (
        box(0, 0, 128, FLOOR, "#fbfbf8")
        + teal
        + line(zigzag, "#7a3fb0", 5)
        + line("M-4 80L10 66L16 74L30 60M100 74L112 60L118 68L134 52", "#7a3fb0", 4)
    )


def _bubbles() -> str:
    def bubble(x, y, r):
        return (
            disc(x, y, r, "#2f9fe8") + disc(x, y - r * 0.06, r * 0.9, "#6fc8f8")
            + oval(x, y + r * 0.5, r * 0.6, r * 0.34, "#c4f2ff")
            + oval(x, y - r * 0.46, r * 0.6, r * 0.34, "#ffffffd0")
        )  # fmt: skip

    hill = path("M0 76Q40 52 82 68T128 66V94H0Z", "#7fd04a") + path("M0 86Q50 68 128 84V94H0Z", "#5fb83a")
    spots = ((18, 20, 16), (44, 8, 8), (108, 18, 18), (82, 8, 9), (8, 52, 10), (120, 50, 10), (36, 40, 7), (94, 42, 6))
    return _fade("w00", "#5fbdf5", "#b5e6ff", "#ecfaff") + hill + many(bubble, *spots)


def _loft() -> str:
    bricks = "".join(
        box(x, y, 22, 10, "#fafbfb", 1)
        for row, y in enumerate(range(1, 92, 12))
        for x in range(-12 * (row % 2) - 10, 128, 24)
    )
    bulb = (
        line("M24 0V16", "#4a4f58", 2)
        + box(20, 14, 8, 7, "#4a4f58", 1)
        + disc(24, 29, 10, "#ffd98a")
        + line("M21 25L23 32L25 26L27 32", "#e8902a", 1.500)
    )
    leaf = path("M0 0Q-12 -10 -6 -26Q0 -34 6 -26Q12 -10 0 0Z", "#4f9a6a") + line("M0 0V-24", "#7fc49a", 1.200)
    plant = many(lambda turn, y: at(leaf, 112, y, 1, turn), (-52, 62), (48, 60), (-22, 54), (18, 50), (-4, 40)) + line(
        "M112 76V40", "#3f7f54", 2
    )
    pot = path("M101 74H123L120 94H104Z", "#ffffff") + path("M101 74H123L122 79H102Z", "#d5dadf")
    return box(0, 0, 128, FLOOR, "#dfe3e6") + bricks + bulb + plant + pot


def _ring_light() -> str:
    lamp = ring(64, 46, 45, "#ffffff70", 18) + ring(64, 46, 45, "#ffffff", 9) + line("M64 92V96", "#6a5f8a", 4)
    blobs = disc(8, 84, 22, "#a8d8ff") + disc(122, 10, 20, "#ffb8d8")
    return _fade("wnow", "#c9b5ff", "#f5c4e4", "#ffd9b8") + blobs + lamp


def _city() -> str:
    def tower(x, y, w, c, light):
        return path(f"M{x} 94V{y + w / 2}Q{x + w / 2} {y - w / 2} {x + w} {y + w / 2}V94Z", c) + many(
            lambda k: box(x + w * 0.2, k, w * 0.6, 2.500, light, 1), *range(y + 12, 92, 9)
        )

    towers = many(
        tower,
        (0, 28, 15, "#1a5a9a", "#4ff0ff"), (17, 48, 13, "#3a54a8", "#ff6fd8"), (32, 12, 12, "#1a5a9a", "#4ff0ff"),
        (84, 14, 12, "#3a54a8", "#ff6fd8"), (98, 44, 13, "#1a5a9a", "#4ff0ff"), (113, 22, 15, "#3a54a8", "#ff6fd8"),
        (48, 52, 12, "#3a54a8", "#ff6fd8"), (66, 46, 14, "#1a5a9a", "#4ff0ff"),
    )  # fmt: skip
    pods = many(
        lambda x, y: oval(x, y, 7, 2.800, "#eaf6fb") + line(f"M{x - 9} {y}H{x - 20}", "#ff6fd8", 1.800),
        (30, 6),
        (116, 12),
    )
    return _fade("wfut", "#123f86", "#2f86c8", "#8fe8f5") + towers + pods


def _space() -> str:
    stars = many(
        lambda x, y, r: star(x, y, r, "#ffffff", 4, 0.25),
        (44, 10, 5), (64, 24, 4), (84, 6, 4), (8, 62, 5), (36, 52, 4), (120, 74, 5), (96, 60, 4), (6, 8, 3),
        (60, 70, 4), (76, 44, 4),
    )  # fmt: skip
    halo = '<ellipse cx="0" cy="0" rx="29" ry="7" fill="none" stroke="#ffe0a0" stroke-width="4"/>'
    planet = disc(0, 0, 17, "#ff8a5f") + path("M-16 -5Q0 -1 16 -6L17 1Q0 6 -17 2Z", "#ffb07a")
    front = path("M-29 0A29 7 0 0 0 29 0L25 0A25 4 0 0 1 -25 0Z", "#ffe0a0")
    moons = (
        disc(112, 22, 15, "#4fe0b0")
        + disc(107, 17, 4, "#35b890")
        + disc(116, 28, 3, "#35b890")
        + disc(104, 78, 6, "#c9a8ff")
    )
    return _fade("wdis", "#0a0524", "#240f58", "#4f2390") + stars + at(halo + planet + front, 26, 24, 1, -18) + moons


# era -> its wall, two tones of its floor, colour of the outline of things in front of it
WALLS = {
    "1900": (_damask(), "#9a6238", "#7d4c2a", "#3a2018"),
    "1910s": (_vines(), "#c9a878", "#b08c5c", "#33402c"),
    "20s": (_fans(), "#3a3840", "#d9b45a", "#1c1c22"),
    "30s": (_streamline(), "#b9a58c", "#9c8870", "#2f3640"),
    "40s": (_army(), "#a88a60", "#8c7048", "#2f3020"),
    "50s": (_diner(), "#f5b8c8", "#ffffff", "#2f3a40"),
    "60s": (_daisies(), "#8a5fc0", "#b48ae0", "#2f2440"),
    "70s": (_stripes(), "#a86a34", "#8a4f24", "#3a1f10"),
    "80s": (_grid(), "#1f0f48", "#7a2fa8", "#ffffff"),
    "90s": (_jazz(), "#8f6fc0", "#6fc4bc", "#2a1f4a"),
    "two thousands": (_bubbles(), "#bfe8f8", "#e4f7ff", "#1f4f7a"),
    "twenty tens": (_loft(), "#d3b48c", "#bf9c72", "#33383f"),
    "today": (_ring_light(), "#e4d0f0", "#f5e6fa", "#4a3a6a"),
    "future": (_city(), "#2a6aa8", "#5fb4dc", "#c4f6ff"),
    "distant future": (_space(), "#6a4f9a", "#8a6fc0", "#ffd0fa"),
}  # fmt: skip
