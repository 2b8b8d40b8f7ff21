"""Phones, from a wooden box on the wall to a voice in an orb."""

from helpers.pictures.families.decade.finish import BLACK, BRASS, GLOW, WHITE, glow
from helpers.pictures.kit.svg import at, box, disc, line, many, oval, path, ring


def _dial(x, y, r, plate, hole=BLACK) -> str:
    holes = many(
        lambda c, s: disc(x + r * 0.68 * c, y + r * 0.68 * s, r * 0.17, hole),
        (1, 0), (0.77, 0.64), (0.17, 0.98), (-0.5, 0.87), (-0.94, 0.34), (-0.94, -0.34), (-0.5, -0.87), (0.17, -0.98),
    )  # fmt: skip
    return disc(x, y, r, plate) + holes + disc(x, y, r * 0.4, WHITE)


def _handset(x, y, half, color) -> str:
    """A handset that lies across."""
    bar = path(
        f"M{x - half} {y}Q{x} {y - half * 0.55} {x + half} {y}L{x + half - 4}"
        f" {y + 8}Q{x} {y - half * 0.18} {x - half + 4} {y + 8}Z",
        color,
    )
    return bar + box(x - half - 5, y - 2, 20, 15, color, 6) + box(x + half - 15, y - 2, 20, 15, color, 6)


def _keys(x, y, step, size, color, *, rows=4, columns=3) -> str:
    (dx, dy), (w, h) = step, size
    return "".join(box(x + dx * c, y + dy * r, w, h, color, 1.500) for r in range(rows) for c in range(columns))


def _wall(k):
    box_ = (
        box(38, 22, 52, 90, k.body, 3)
        + box(42, 26, 44, 82, k.dark, 2)
        + box(45, 29, 38, 76, k.body, 2)
        + path("M38 88H90L98 100H30Z", k.pale)
    )
    bells = disc(53, 24, 10, BRASS) + disc(75, 24, 10, BRASS) + disc(50, 21, 3, "#fff0b8") + disc(72, 21, 3, "#fff0b8")
    horn = box(60, 54, 8, 12, BLACK) + disc(64, 66, 13, BLACK) + disc(64, 66, 8, "#55555f") + disc(64, 66, 4, BLACK)
    return (
        box_
        + bells
        + horn
        + line("M38 46H28V56", BRASS, 3)
        + path("M23 54H33L31 82H25Z", BLACK)
        + line("M28 82Q24 104 40 104", BLACK, 2)
        + line("M90 60H100V72", BRASS, 3)
        + disc(100, 74, 4, k.dark)
    )


def _candlestick(k):
    stand = (
        oval(60, 108, 28, 8, k.dark)
        + oval(60, 104, 28, 8, k.body)
        + path("M54 104L57 44H63L66 104Z", k.body)
        + line("M58 98L60 48", k.pale, 2)
    )
    mouth = (
        path("M60 28L84 18V50L60 42Z", k.body)
        + oval(85, 34, 6, 17, k.trim)
        + oval(86, 34, 4, 12, BLACK)
        + disc(60, 35, 9, k.body)
    )
    ear = (
        line("M56 62H40", k.trim, 3.500) + path("M32 48H46L43 62L44 88H34L35 62Z", k.body) + oval(39, 47, 9, 4, k.trim)
    )
    return stand + mouth + ear + line("M39 88Q36 108 52 108", BLACK, 2)


def _cradle(k):
    base = (
        oval(64, 106, 36, 9, k.dark)
        + oval(64, 102, 36, 10, k.body)
        + path("M52 102Q58 80 56 62H72Q70 80 76 102Z", k.body)
        + line("M44 56V46M84 56V46", k.trim, 4)
        + line("M44 56Q64 66 84 56", k.trim, 5)
    )
    return (
        base
        + _handset(64, 42, 42, k.body)
        + disc(22, 50, 7, k.trim)
        + disc(106, 50, 7, k.trim)
        + _dial(64, 94, 12, k.trim)
    )


def _bakelite(k):
    body = (
        path("M20 112Q22 94 40 86L46 62H82L88 86Q106 94 108 112Z", k.body)
        + path("M46 62H82L84 70H44Z", k.pale)
        + line("M30 104L44 88M98 104L84 88", k.pale, 2)
    )
    return (
        body
        + _dial(64, 90, 18, k.trim)
        + _handset(64, 46, 40, k.dark)
        + box(48, 56, 6, 8, k.dark)
        + box(74, 56, 6, 8, k.dark)
    )


def _field(k):
    case = (
        box(22, 56, 84, 56, k.body, 3)
        + box(22, 56, 84, 12, k.dark, 3)
        + line("M22 84H106", k.dark, 3)
        + box(56, 66, 16, 10, k.trim, 2)
        + line("M18 62Q64 16 110 62", "#b79a5f", 6)
    )
    crank = box(104, 88, 8, 6, k.trim) + line("M110 90H120V76", k.trim, 4) + disc(120, 74, 4.500, BLACK)
    return (
        case
        + crank
        + _handset(64, 42, 36, BLACK)
        + many(lambda x: disc(x, 98, 4, k.trim), 34, 46)
        + box(60, 92, 34, 12, "#e6dcb8", 1)
        + line("M64 96H90M64 100H82", k.dark, 1.500)
    )


def _pastel(k):
    body = path("M14 112Q12 96 34 84Q42 60 64 60Q86 60 94 84Q116 96 114 112Z", k.body) + path(
        "M40 76Q46 64 64 64Q54 68 48 80Z", k.pale
    )
    cord = line("M112 52q10 4 4 10t4 10t-6 10t6 10t-8 12", k.dark, 3.500)
    return body + _dial(64, 90, 21, WHITE, k.dark) + disc(64, 90, 7, k.body) + _handset(64, 44, 44, k.body) + cord


def _cobra(k):
    body = path(
        "M36 112Q32 102 46 98Q62 90 56 58Q50 34 62 22Q80 14 88 30Q92 44 82 48Q74 52 80 74Q86 94 94 104Q96 112 90 112Z",
        k.body,
    )
    return (
        body
        + path("M52 98Q68 92 62 60Q58 36 66 26Q62 60 70 80Q70 94 60 100Z", k.pale)
        + oval(79, 33, 7, 10, k.dark)
        + many(lambda y: disc(79, y, 1.500, k.trim), 28, 33, 38)
        + oval(65, 112, 30, 4, k.dark)
    )


def _hung(k):
    cord = line("M32 88q-10 6 0 10t0 10q8 8 16 2t10 2t12 -2t12 -4", k.dark, 3.500)
    handset = box(20, 20, 14, 68, k.dark, 7) + box(16, 14, 24, 24, k.dark, 8) + box(16, 70, 24, 24, k.dark, 8)
    body = box(40, 10, 62, 102, k.body, 9) + box(46, 16, 50, 18, k.dark, 4) + box(50, 20, 42, 10, k.trim, 2)
    plate = box(50, 42, 42, 58, k.trim, 4) + _keys(54, 46, (12.5, 13), (10, 9.5), k.dark)
    return body + plate + cord + handset


def _brick(k):
    return (
        box(76, 4, 6, 34, BLACK, 3)
        + box(42, 32, 44, 82, k.body, 5)
        + box(42, 32, 9, 82, k.dark, 4)
        + box(54, 38, 26, 9, BLACK, 2)
        + many(lambda x: box(x, 41, 4, 3, "#e5383b"), 57, 64, 71)
        + many(lambda y: box(54, y, 26, 2.500, k.dark, 1), 51, 55)
        + _keys(54, 63, (9.5, 9), (7, 6), WHITE)
        + box(56, 101, 22, 3, k.dark, 1)
        + box(56, 106, 22, 3, k.dark, 1)
    )


def _candybar(k):
    return (
        box(76, 14, 10, 22, BLACK, 4)
        + box(42, 26, 46, 88, k.body, 16)
        + box(46, 30, 38, 80, k.dark, 13)
        + box(50, 38, 30, 26, "#a8d070", 3)
        + many(lambda y, w: box(54, y, w, 3.500, "#3f5a24"), (43, 18), (50, 12), (56, 20))
        + box(56, 68, 18, 6, k.trim, 3)
        + _keys(50, 78, (11, 8), (8, 5), WHITE)
        + line("M58 33H70", BLACK, 2)
    )


def _flip(k):
    top = (
        path("M44 8H84Q90 8 90 14L86 60H42L38 14Q38 8 44 8Z", k.body)
        + path("M47 15H81L78 52H50Z", BLACK)
        + path("M49 17H79L76 50H52Z", "#5ab0f0")
        + path("M51 44L60 32L66 40L71 34L77 46L76.500 50H52Z", "#3f9a5a")
        + disc(72, 25, 4, "#ffe27a")
    )
    low = (
        path("M42 64H86L94 112Q94 117 88 117H40Q34 117 34 112Z", k.body)
        + box(55, 68, 18, 11, k.dark, 5)
        + disc(64, 73.500, 3, k.trim)
        + _keys(44, 84, (14.5, 8), (11, 5), k.trim)
    )
    return top + low + box(40, 58, 48, 8, k.dark, 4)


_APPS = (
    "#e5383b",
    "#51cf66",
    "#4dabf7",
    "#ffd43b",
    "#b197fc",
    "#ff922b",
    "#3fc4b0",
    "#ff6fa8",
    "#8f9ab0",
    "#ffffff",
    "#e5383b",
    "#51cf66",
)


def _smart(k):
    apps = "".join(box(45 + 14 * (i % 3), 32 + 15 * (i // 3), 10, 10, c, 2.500) for i, c in enumerate(_APPS))
    return (
        box(36, 12, 56, 104, k.body, 8)
        + box(36, 12, 56, 104, "none", 8).replace("/>", ' stroke="#9aa0ac" stroke-width="2"/>')
        + box(41, 26, 46, 72, "#27447a")
        + apps
        + ring(64, 107, 6, "#9aa0ac", 2)
        + box(56, 18, 16, 3, "#9aa0ac", 1.500)
    )


def _edge(k):
    back = (
        box(20, 18, 52, 98, k.body, 10)
        + box(25, 23, 26, 28, k.dark, 8)
        + many(lambda x, y: disc(x, y, 6, BLACK) + disc(x, y, 2.500, "#4f7fc4"), (33, 31), (33, 43), (44, 37))
        + disc(58, 30, 2, "#fff3c4")
    )
    front = (
        box(54, 10, 56, 106, BLACK, 11)
        + path("M57 22Q57 13 66 13H98Q107 13 107 22V104Q107 113 98 113H66Q57 113 57 104Z", "#2f4fb8")
        + path("M57 70Q76 50 107 76V104Q107 113 98 113H66Q57 113 57 104Z", "#e8569a")
        + path("M57 92Q84 74 107 96V104Q107 113 98 113H66Q57 113 57 104Z", "#ffb05a")
        + box(73, 17, 18, 5, BLACK, 2.500)
        + box(72, 108, 20, 2, WHITE, 1)
    )
    return back + front


def _hologram(k):
    beam = path("M40 98L22 20H106L88 98Z", GLOW + "38") + glow(64, 58, 46, 44, GLOW)
    person = (
        disc(64, 42, 13, "#d9fbff")
        + path("M38 84Q38 58 64 58Q90 58 90 84Z", "#d9fbff")
        + line("M26 30H102M28 48H44M84 48H100M30 66H38M90 66H98", GLOW, 1.500)
    )
    return beam + person + oval(64, 104, 38, 10, k.dark) + oval(64, 99, 38, 10, k.body) + oval(64, 98, 22, 5.500, GLOW)


def _orb(k):
    waves = "".join(ring(64, 56, r, k.trim, 2.500) for r in (34, 44))
    return (
        glow(64, 56, 58, 58, k.trim) + waves + '<ellipse cx="64" cy="56" rx="54" ry="14" fill="none"'
        f' stroke="{k.pale}" stroke-width="4" transform="rotate(-24 64 56)"/>'
        + disc(64, 56, 23, k.body)
        + disc(64, 56, 15, k.pale)
        + disc(57, 48, 6, WHITE)
        + at(oval(0, 0, 16, 3, "#00000040"), 64, 112)
    )


ART = {
    "1900": _wall, "1910s": _candlestick, "20s": _cradle, "30s": _bakelite, "40s": _field, "50s": _pastel,
    "60s": _cobra, "70s": _hung, "80s": _brick, "90s": _candybar, "two thousands": _flip, "twenty tens": _smart,
    "today": _edge, "future": _hologram, "distant future": _orb,
}  # fmt: skip
