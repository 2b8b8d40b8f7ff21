"""Computers, and before them machines that counted with keys, cards and gears."""

from helpers.pictures.families.decade.finish import BLACK, BRASS, GLOW, STEEL, WHITE, WOOD, glow, spoked
from helpers.pictures.kit.svg import at, box, disc, line, many, oval, path, ring

GREEN, BEIGE = "#5fe07a", "#e6dcc4"


def _grid(x, y, columns, rows, step, part) -> str:
    dx, dy = step
    return "".join(part(x + dx * c, y + dy * r, c + r) for r in range(rows) for c in range(columns))


def _adder(k):
    body = (
        path("M24 112V74L40 42H90L104 74V112Z", k.body)
        + box(20, 104, 88, 10, k.dark, 2)
        + path("M44 46H86L98 74H30Z", k.pale)
    )
    keys = _grid(40, 54, 6, 3, (9, 8), lambda x, y, n: disc(x, y, 3, WHITE if n % 2 else BLACK))
    return (
        body
        + keys
        + box(34, 80, 60, 14, BLACK, 2)
        + many(lambda x: box(x, 82, 7, 10, WHITE, 1), 37, 47, 57, 67, 77)
        + line("M104 90H114V58", BRASS, 5)
        + disc(114, 54, 6, WOOD)
        + box(46, 28, 36, 14, WHITE)
        + line("M50 34H78M50 38H70", BLACK, 1.5)
        + box(42, 40, 44, 5, BRASS)
    )


def _typewriter_count(k):
    body = box(12, 58, 104, 54, k.body, 5) + box(18, 64, 92, 34, k.dark, 3)
    keys = _grid(27, 70, 9, 4, (9.3, 7.5), lambda x, y, n: disc(x, y, 3.2, (WHITE, "#e5383b", "#51cf66")[n % 3]))
    return (
        body
        + keys
        + box(20, 100, 88, 9, BRASS, 2)
        + many(lambda x: box(x, 101.5, 6, 6, WHITE), *range(24, 104, 10))
        + line("M12 112H116", BLACK, 4)
    )


def _tabulator(k):
    dials = _grid(
        30,
        34,
        4,
        2,
        (23, 22),
        lambda x, y, n: (
            disc(x, y, 9.5, WHITE)
            + ring(x, y, 9.5, BRASS, 2)
            + line(f"M{x} {y}L{x + (5, -4, 2)[n % 3]} {y - (2, 5, 6)[n % 3]}", BLACK, 1.800)
        ),
    )
    card = path("M18 84H74L80 90V112H18Z", "#f5e6b8") + _grid(
        24, 90, 9, 3, (5.5, 7), lambda x, y, n: box(x, y, 3, 4.5, BLACK) if n % 3 else ""
    )
    return (
        box(14, 14, 100, 64, k.body, 4)
        + box(18, 18, 92, 56, k.dark, 3)
        + dials
        + box(8, 78, 112, 7, k.body)
        + line("M14 84V116M114 84V116", k.body, 6)
        + card
        + box(88, 84, 20, 24, k.trim, 2)
        + line("M92 90H104M92 96H104M92 102H104", BLACK, 2)
    )


def _gears(k):
    def gear(x, y, r, c):
        teeth = "".join(at(box(-3, -r - 5, 6, 8, c), x, y, 1, 30 * i) for i in range(12))
        return teeth + disc(x, y, r, c) + disc(x, y, r * 0.62, k.body) + spoked(x, y, r * 0.62, c, BRASS)

    return (
        box(6, 88, 116, 9, k.body, 2)
        + line("M16 97V118M112 97V118", k.body, 7)
        + line("M12 34H118M12 78H118", STEEL, 4)
        + gear(36, 52, 23, BRASS)
        + gear(78, 40, 16, STEEL)
        + gear(94, 70, 14, BRASS)
        + gear(64, 74, 9, STEEL)
    )


def _eniac(k):
    panels = many(
        lambda x: (
            box(x, 10, 27, 92, k.body, 2)
            + box(x + 3, 14, 21, 24, BLACK, 1)
            + _grid(x + 6, 18, 4, 4, (5, 5.5), lambda a, b, n: disc(a, b, 1.8, "#ffb02e" if n % 3 else "#6a4a1a"))
            + _grid(x + 7, 48, 3, 6, (6.5, 8), lambda a, b, n: disc(a, b, 2.3, k.dark))
        ),
        6,
        36,
        66,
        96,
    )
    wires = line("M14 54Q30 86 48 62M20 70Q50 104 78 56M54 78Q76 108 104 64M84 86Q96 100 112 80", BLACK, 2.5) + line(
        "M10 80Q40 110 60 70", "#c8322b", 2.500
    )
    return panels + wires + box(4, 102, 120, 12, k.dark)


def _console50(k):
    lights = _grid(
        30, 26, 9, 4, (8.5, 8), lambda x, y, n: box(x, y, 5, 5, ("#ff5a3c", "#ffe27a", "#7a3a2a")[(n * 2) % 3], 1)
    )
    desk = (
        path("M8 74H120L126 92H2Z", k.pale)
        + box(10, 92, 26, 22, k.body)
        + box(92, 92, 26, 22, k.body)
        + _grid(34, 78, 9, 2, (7, 6), lambda x, y, n: box(x, y, 5, 4, WHITE if n % 2 else k.dark, 1))
    )
    return (
        box(16, 12, 96, 62, k.body, 4)
        + box(24, 20, 80, 38, "#3a2f2a", 3)
        + lights
        + box(24, 62, 80, 6, k.dark, 2)
        + desk
        + path("M52 114V104H76V114L84 118H44Z", "#c8322b")
    )


def _tapes(k):
    def cabinet(x):
        def reel(y):
            return (
                disc(x + 18, y, 13, BLACK)
                + disc(x + 18, y, 11, "#c9b48f")
                + disc(x + 18, y, 4, WHITE)
                + many(lambda a, b: disc(x + 18 + a, y + b, 2.2, BLACK), (6.5, 0), (-3, 5.500), (-3, -5.500))
            )

        return (
            box(x, 6, 36, 108, k.body, 2)
            + box(x + 3, 10, 30, 62, WHITE, 2)
            + reel(26)
            + reel(55)
            + box(x + 12, 74, 12, 22, BLACK, 1)
            + line(f"M{x + 15} 76V92M{x + 21} 76V92", "#c9b48f", 2)
            + box(x + 4, 102, 28, 8, k.dark)
        )

    return cabinet(6) + cabinet(46) + cabinet(86)


def _terminal(k):
    case = (
        path("M22 16H106L114 24V78H14V24Z", k.body) + box(28, 24, 72, 46, BLACK, 8) + box(31, 27, 66, 40, "#0f2a18", 6)
    )
    text = "".join(line(f"M37 {34 + 7 * i}H{w}", GREEN, 2.500) for i, w in enumerate((76, 62, 84, 54))) + box(
        58, 59, 5, 5, GREEN
    )
    return (
        case
        + text
        + path("M10 78H118L126 112H2Z", k.pale)
        + _grid(16, 84, 10, 3, (9.6, 7), lambda x, y, n: box(x, y, 7.5, 5, k.dark, 1))
        + box(36, 105, 56, 4.500, k.dark, 1)
    )


def _beige(k):
    screen = (
        box(34, 4, 60, 50, k.body, 4)
        + box(40, 10, 48, 36, BLACK, 4)
        + box(42, 12, 44, 32, "#1f3fa8", 3)
        + line("M47 20H70M47 26H62M47 32H76", WHITE, 2.500)
    )
    case = (
        box(14, 56, 100, 32, k.body, 3)
        + box(14, 56, 100, 5, k.pale, 2)
        + many(
            lambda y: box(66, y, 40, 9, BLACK, 1) + box(70, y + 3, 32, 2.500, "#55555f") + box(98, y + 5, 5, 2, k.trim),
            64,
            76,
        )
        + box(20, 66, 30, 3, k.dark)
        + box(20, 72, 30, 3, k.dark)
        + box(20, 79, 8, 5, k.trim)
    )
    return (
        screen
        + case
        + path("M10 92H118L124 114H4Z", k.pale)
        + _grid(14, 95, 11, 3, (9, 6), lambda x, y, n: box(x, y, 7.3, 4.5, k.dark, 1))
    )


def _tower(k):
    crt = (
        box(6, 14, 78, 66, BEIGE, 6)
        + box(13, 21, 64, 50, BLACK, 4)
        + box(15, 23, 60, 46, "#008b8b", 3)
        + box(15, 62, 60, 7, "#c0c0c0")
        + box(16, 63, 12, 5, "#e8e8e8")
        + box(28, 30, 38, 26, "#c0c0c0")
        + box(28, 30, 38, 6, "#1a2f9a")
        + many(lambda y: box(18, y, 6, 6, "#ffd43b"), 27, 37, 47)
        + path("M30 80H60L66 88H24Z", "#c9bfa6")
    )
    tower = (
        box(88, 16, 34, 86, k.body, 4)
        + box(92, 22, 26, 8, k.dark, 1)
        + box(92, 33, 26, 8, k.dark, 1)
        + box(96, 46, 18, 4, BLACK)
        + disc(105, 66, 6, k.trim)
        + line("M94 84H116M94 90H116M94 96H116", k.dark, 2)
    )
    return (
        crt
        + tower
        + path("M8 94H80L86 112H2Z", BEIGE)
        + _grid(10, 97, 10, 2, (7.3, 6.5), lambda x, y, n: box(x, y, 5.5, 4.5, "#b8ad92", 1))
        + oval(106, 110, 9, 6, BEIGE)
        + line("M106 104V108", BLACK, 1.5)
    )


def _on_a_dome(k):
    """A flat screen that swings on an arm over half a ball, and a round mouse."""
    screen = (
        box(12, 6, 92, 66, WHITE, 6)
        + box(12, 6, 92, 66, "none", 6).replace("/>", f' stroke="{k.dark}" stroke-width="2"/>')
        + box(18, 12, 80, 54, "#4f9fe8")
        + path("M18 54Q44 30 66 46T98 42V66H18Z", "#5fb84a")
        + oval(74, 22, 9, 4, WHITE)
        + box(18, 60, 80, 6, "#1f4fb0")
        + box(18, 60, 18, 6, "#51b84a", 2)
    )
    base = (
        line("M58 92V74", STEEL, 6)
        + path("M24 112A34 26 0 0 1 92 112Z", k.body)
        + path("M34 104Q40 92 54 90Q44 98 42 108Z", WHITE)
    )
    return (
        base
        + screen
        + box(50, 103, 16, 2.500, k.dark, 1)
        + oval(110, 108, 11, 7, k.body)
        + oval(108, 105, 5, 2.500, WHITE)
    )


def _tablet(k):
    apps = _grid(
        32,
        34,
        5,
        3,
        (14, 17),
        lambda x, y, n: box(
            x,
            y,
            10,
            10,
            ("#e5383b", "#51cf66", "#ffd43b", "#4dabf7", "#b197fc", "#ff922b")[(n * 5 + int(y)) % 6],
            2.500,
        ),
    )
    stand = path("M28 104L14 116H114L100 104Z", k.dark)
    return (
        stand
        + box(10, 18, 108, 88, k.body, 9)
        + '<rect x="10" y="18" width="108" height="88" rx="9" fill="none" stroke="#9aa0ac" stroke-width="2"/>'
        + box(22, 26, 84, 72, "#3a2f6a")
        + path("M22 80Q60 56 106 78V98H22Z", "#7a4fa8")
        + apps
        + box(34, 86, 60, 9, "#ffffff50", 3)
        + ring(112, 62, 3.5, "#9aa0ac", 1.500)
    )


def _curved(k):
    screen = (
        path("M4 24Q64 38 124 24V82Q64 70 4 82Z", BLACK)
        + path("M7 28Q64 41 121 28V78Q64 67 7 78Z", "#1a2450")
        + path("M7 62Q40 34 70 60T121 50V78Q64 67 7 78Z", "#7a3fd0")
        + path("M7 70Q48 52 84 66T121 62V78Q64 67 7 78Z", "#ff7a9a")
        + disc(92, 46, 6, "#ffe0b0")
    )
    return (
        screen
        + box(60, 74, 8, 22, k.body)
        + path("M40 100Q64 92 88 100L92 104H36Z", k.body)
        + box(26, 107, 60, 7, k.dark, 3)
        + _grid(
            29,
            108.5,
            13,
            1,
            (4.3, 4),
            lambda x, y, n: box(x, y, 3.2, 3.6, ("#ff6f91", "#ffd43b", "#51cf66", "#4dabf7")[n % 4], 0.8),
        )
        + oval(100, 110, 6, 4, k.pale)
    )


def _beamed(k):
    beam = (
        path("M58 98L16 22H112L70 98Z", GLOW + "30")
        + box(14, 10, 100, 56, GLOW + "50", 4)
        + f'<rect x="14" y="10" width="100" height="56" rx="4" fill="none" stroke="{GLOW}" stroke-width="2.5"/>'
    )
    shown = (
        ring(44, 38, 16, WHITE, 3)
        + path("M44 38L44 22A16 16 0 0 1 58 46Z", "#ffffffc0")
        + "".join(box(72 + 9 * i, 54 - h, 6, h, WHITE) for i, h in enumerate((14, 26, 20, 34)))
    )
    keys = path("M34 108H94L104 120H24Z", GLOW + "60") + _grid(
        36, 110, 7, 2, (8, 4.5), lambda x, y, n: box(x, y, 6, 3, "#0f9ab0", 0.800)
    )
    return beam + shown + oval(64, 102, 22, 8, k.dark) + oval(64, 98, 22, 8, k.body) + oval(64, 97, 11, 4, GLOW) + keys


def _crystal(k):
    def cube(x, y, r):
        return (
            path(f"M{x} {y - r}L{x + r} {y - r / 2}L{x} {y}L{x - r} {y - r / 2}Z", k.pale)
            + path(f"M{x - r} {y - r / 2}L{x} {y}V{y + r}L{x - r} {y + r / 2}Z", k.body)
            + path(f"M{x + r} {y - r / 2}L{x} {y}V{y + r}L{x + r} {y + r / 2}Z", k.dark)
        )

    links = line("M64 58L20 26M64 58L108 26M64 58L16 88M64 58L112 88M64 58V112", k.trim, 2)
    return (
        glow(64, 60, 62, 60, k.trim)
        + links
        + many(lambda x, y: cube(x, y, 10), (20, 26), (108, 26), (16, 88), (112, 88), (64, 110))
        + cube(64, 58, 30)
        + disc(64, 58, 9, WHITE)
        + disc(64, 58, 5, k.trim)
    )


ART = {
    "1900": _adder, "1910s": _typewriter_count, "20s": _tabulator, "30s": _gears, "40s": _eniac, "50s": _console50,
    "60s": _tapes, "70s": _terminal, "80s": _beige, "90s": _tower, "two thousands": _on_a_dome, "twenty tens": _tablet,
    "today": _curved, "future": _beamed, "distant future": _crystal,
}  # fmt: skip
