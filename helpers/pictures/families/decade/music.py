"""Music devices, from a wax cylinder to a ring that hums."""

from helpers.pictures.families.decade.finish import BLACK, BRASS, GLOW, STEEL, WHITE, WOOD, glow
from helpers.pictures.kit.svg import at, box, disc, line, many, oval, path, ring


def _speaker(x, y, r, cone="#55555f", rim=BLACK) -> str:
    return disc(x, y, r, rim) + disc(x, y, r * 0.82, cone) + disc(x, y, r * 0.35, BLACK)


def _record(x, y, rx, ry, label) -> str:
    return (
        oval(x, y, rx, ry, BLACK)
        + oval(x, y, rx * 0.75, ry * 0.75, "#3a3a42")
        + oval(x, y, rx * 0.7, ry * 0.7, BLACK)
        + oval(x, y, rx * 0.35, ry * 0.35, label)
        + oval(x, y, 1.5, 1, WHITE)
    )


def _note(x, y, s, color) -> str:
    return at(path("M-4 8a5 4 0 1 0 3 -3V-10L9 -13V-4a5 4 0 1 0 3 -3V-19L-4 -14Z", color), x, y, s)


def _cylinder(k):
    return (
        box(22, 82, 84, 30, k.body, 3)
        + box(18, 108, 92, 7, k.dark, 2)
        + box(22, 80, 84, 6, k.pale)
        + box(36, 62, 44, 18, "#e8d8b0", 8)
        + line("M42 62V80M50 62V80M58 62V80M66 62V80M74 62V80", "#b8985a", 1.5)
        + box(30, 66, 8, 16, BRASS)
        + box(80, 66, 8, 16, BRASS)
        + line("M106 96H118V84", BRASS, 4)
        + disc(118, 82, 4, WOOD)
        + path("M62 60L84 34L116 8V62L88 42L66 64Z", BRASS)
        + path("M116 8Q126 36 116 62Q108 36 116 8Z", "#8a6420")
    )


def _horn(k):
    horn = path(
        "M44 84Q40 52 58 40L26 34Q14 18 28 4Q50 12 74 4Q98 2 112 10Q124 30 106 42L78 50Q56 60 56 84Z", k.trim
    ) + path("M28 4Q14 18 26 34Q60 40 106 42Q124 30 112 10Q98 2 74 4Q50 12 28 4Z", k.trim)
    petals = line(
        "M28 4Q60 24 64 40M74 4Q72 22 68 40M112 10Q84 26 72 40M20 22Q50 32 62 40M116 30Q96 38 76 42", "#a8782a", 2
    ) + oval(67, 36, 10, 6, "#8a6420")
    return (
        box(24, 90, 80, 24, k.body, 2)
        + box(20, 110, 88, 6, k.dark, 2)
        + _record(70, 88, 34, 8, "#c8322b")
        + horn
        + petals
        + line("M104 102H116V94", BRASS, 4)
        + disc(48, 86, 6, STEEL)
    )


def _wireless(k):
    neck = (
        line("M92 70Q112 66 104 42", BLACK, 6)
        + path("M104 44Q94 34 66 36Q58 18 66 4Q100 0 112 26Q114 38 108 46Z", k.body)
        + oval(66, 20, 7, 17, k.dark)
    )
    return (
        neck
        + box(10, 66, 100, 46, k.body, 3)
        + box(14, 70, 92, 38, k.pale, 2)
        + many(
            lambda x: disc(x, 89, 12, BLACK) + ring(x, 89, 12, k.trim, 2) + line(f"M{x} 89L{x + 5} 81", WHITE, 2),
            32,
            60,
            88,
        )
        + many(lambda x: disc(x, 105, 2, BRASS), 24, 46, 74, 96)
        + many(lambda x: path(f"M{x - 6} 66V54Q{x} 46 {x + 6} 54V66Z", "#f2d79a"), 26, 46)
    )


def _cathedral(k):
    return (
        path("M22 114V58Q24 14 64 8Q104 14 106 58V114Z", k.body)
        + path("M30 74V58Q32 24 64 18Q96 24 98 58V74Z", k.dark)
        + path("M34 72V58Q36 28 64 23Q92 28 94 58V72Z", "#e0c48a")
        + line("M64 22V72M50 30Q44 50 50 72M78 30Q84 50 78 72M36 52H92", k.dark, 4)
        + box(44, 80, 40, 14, "#ffe9a0", 6)
        + line("M58 92L66 82", "#c8322b", 2)
        + many(lambda x: disc(x, 103, 5, BRASS), 42, 64, 86)
        + box(16, 112, 96, 6, k.dark, 2)
    )


def _jukebox(k):
    arch = "".join(
        path(
            f"M{22 + 5 * i} 116V{46}Q{22 + 5 * i} {6 + 5 * i} 64"
            f" {6 + 5 * i}Q{106 - 5 * i} {6 + 5 * i} {106 - 5 * i} 46V116Z",
            c,
        )
        for i, c in enumerate((k.dark, "#ff9a2e", "#ffe27a", "#e5383b", k.body))
    )
    return (
        arch
        + path("M46 60V46Q48 30 64 30Q80 30 82 46V60Z", "#fff0c0")
        + many(lambda y: oval(64, y, 14, 3, BLACK), 44, 49, 54)
        + oval(64, 40, 14, 4, "#3a3a42")
        + box(46, 64, 36, 9, WHITE, 1)
        + line("M50 67H62M66 67H78M50 70H62M66 70H78", BLACK, 1)
        + box(46, 78, 36, 34, "#6b3a1f", 3)
        + line("M52 80V110M58 80V110M64 80V110M70 80V110M76 80V110", BRASS, 2.5)
    )


def _portable50(k):
    lid = (
        path("M18 14H110V64H18Z", k.body)
        + box(24, 20, 80, 40, k.pale, 2)
        + many(lambda y: line(f"M30 {y}H98", k.body, 2), 28, 36, 44, 52)
    )
    return (
        lid
        + path("M12 66H116L122 100H6Z", k.pale)
        + path("M6 100H122V114H6Z", k.body)
        + _record(56, 82, 38, 13, "#e5383b")
        + line("M108 72L98 78L78 84", STEEL, 3.500)
        + disc(108, 72, 5, STEEL)
        + disc(104, 92, 4, BLACK)
        + many(lambda x: disc(x, 107, 4, WHITE), 96, 108)
        + line("M16 107H72", k.dark, 3)
    )


def _transistor(k):
    return (
        line("M88 24L116 4", STEEL, 3)
        + box(16, 26, 96, 84, k.body, 8)
        + box(22, 32, 50, 72, k.dark, 5)
        + "".join(disc(28 + 7.5 * c, 39 + 8.4 * r, 2.2, WHITE) for c in range(6) for r in range(8))
        + disc(91, 54, 17, k.trim)
        + ring(91, 54, 13, k.dark, 2)
        + line("M91 54L98 45", "#e5383b", 2.500)
        + disc(91, 54, 4, STEEL)
        + disc(91, 90, 8, STEEL)
        + line("M30 26Q64 10 88 26", BLACK, 4)
    )


def _hifi(k):
    def cabinet(x):
        return (
            box(x, 22, 32, 92, "#8a5a34", 2)
            + box(x + 3, 25, 26, 86, BLACK, 1)
            + _speaker(x + 16, 42, 9, k.body)
            + _speaker(x + 16, 80, 13, k.body)
        )

    return (
        cabinet(2)
        + cabinet(94)
        + path("M38 50L44 34H84L90 50Z", "#cfe4f2a0")
        + box(36, 50, 56, 12, "#8a5a34", 1)
        + _record(60, 51, 20, 5, k.body)
        + line("M84 44L74 50", STEEL, 2.500)
        + box(36, 64, 56, 24, STEEL, 1)
        + many(lambda x: disc(x, 80, 4.500, BLACK), 44, 56, 68)
        + box(40, 67, 48, 6, "#ffe27a")
        + disc(82, 80, 6, BLACK)
        + box(36, 90, 56, 24, STEEL, 1)
        + box(42, 95, 30, 12, BLACK, 1)
        + ring(52, 101, 3, WHITE, 1.5)
        + ring(63, 101, 3, WHITE, 1.500)
        + many(lambda y: box(78, y, 10, 3, BLACK), 95, 101, 107)
    )


def _boombox(k):
    return (
        path("M22 42V26Q22 20 28 20H100Q106 20 106 26V42H98V28H30V42Z", BLACK)
        + line("M100 40L118 8", STEEL, 2)
        + box(2, 40, 124, 72, k.body, 5)
        + box(2, 40, 124, 16, k.dark, 5)
        + box(10, 45, 70, 6, WHITE, 1)
        + many(lambda x: disc(x, 48, 4, k.trim), 92, 104, 116)
        + _speaker(25, 83, 21, STEEL)
        + _speaker(103, 83, 21, STEEL)
        + box(48, 62, 32, 30, BLACK, 2)
        + box(51, 68, 26, 16, "#f4e6c0", 1)
        + ring(58, 76, 3.500, BLACK, 2)
        + ring(70, 76, 3.500, BLACK, 2)
        + many(lambda x: box(x, 97, 6, 9, "#e5383b" if x < 50 else BLACK, 1), 48, 57, 66, 75)
    )


def _discman(k):
    head = (
        line("M22 62Q22 6 64 6Q106 6 106 62", BLACK, 5)
        + box(12, 50, 18, 26, BLACK, 8)
        + box(98, 50, 18, 26, BLACK, 8)
        + oval(30, 63, 5, 12, k.trim)
        + oval(98, 63, 5, 12, k.trim)
    )
    disc_ = (
        disc(64, 76, 41, k.dark)
        + disc(64, 74, 41, k.body)
        + disc(64, 74, 33, "#dfe6f2")
        + path("M64 74L88 52A33 33 0 0 1 96 66Z", "#ff9ad0")
        + path("M64 74L96 66A33 33 0 0 1 96 80Z", "#9affd0")
        + path("M64 74L40 96A33 33 0 0 1 32 82Z", "#9ad0ff")
        + path("M64 74L32 82A33 33 0 0 1 32 68Z", "#ffe29a")
        + disc(64, 74, 10, k.body)
        + disc(64, 74, 5, WHITE)
    )
    return head + disc_ + box(48, 108, 32, 8, BLACK, 2) + box(51, 110, 18, 4, "#a8d070", 1)


def _pod(k):
    buds = (
        line("M96 110Q120 110 116 60Q114 40 104 30M116 60Q122 40 118 24", WHITE, 3)
        + disc(103, 26, 7, WHITE)
        + disc(118, 20, 7, WHITE)
        + disc(102, 26, 3, "#9aa0ac")
        + disc(118, 20, 3, "#9aa0ac")
    )
    return (
        box(26, 6, 68, 110, k.body, 10)
        + box(28, 8, 10, 106, k.pale, 6)
        + box(34, 15, 52, 38, "#dff0ff", 3)
        + box(34, 15, 52, 8, "#8fb4dc", 2)
        + box(38, 28, 16, 18, "#e5569a", 1)
        + line("M59 31H80M59 37H74M59 43H78", "#3a4a6a", 2)
        + disc(60, 84, 25, WHITE)
        + disc(60, 84, 9, k.body)
        + path("M58 64h4v6h-4zM40 84l6-3v6zM80 84l-6-3v6zM57 100h2v5h-2zM61 100h2v5h-2z", "#9aa0ac")
        + buds
    )


def _cylinder_speaker(k):
    waves = "".join(
        line(f"M{90 + 9 * i} {52 - 9 * i}Q{100 + 11 * i} 70 {90 + 9 * i} {88 + 9 * i}", "#4dabf7", 4) for i in range(3)
    ) + "".join(
        line(f"M{38 - 9 * i} {52 - 9 * i}Q{28 - 11 * i} 70 {38 - 9 * i} {88 + 9 * i}", "#4dabf7", 4) for i in range(3)
    )
    body = (
        box(42, 22, 44, 92, k.body, 14)
        + "".join(line(f"M44 {40 + 8 * i}H84", "#9aa0ac90", 2.500) for i in range(8))
        + oval(64, 26, 22, 8, "#9aa0ac")
        + oval(64, 25, 20, 7, BLACK)
        + oval(64, 25, 14, 4.500, "none").replace("/>", ' stroke="#4dabf7" stroke-width="2.500"/>')
    )
    return waves + body + line("M64 56V74M58 60L70 70L64 75V55L70 60L58 70", "#4dabf7", 2.500)


def _earbuds(k):
    def bud(x, flip):
        s = -1 if flip else 1
        return at(
            f'<g transform="scale({s} 1)">'
            + disc(0, 0, 13, k.pale)
            + oval(-10, 3, 6, 8, BLACK)
            + box(2, 4, 10, 34, k.pale, 5)
            + box(4, 32, 6, 5, k.trim, 2)
            + "</g>",
            x,
            30,
        )

    case = (
        box(18, 70, 92, 44, k.body, 18)
        + path("M24 72Q26 54 64 54Q102 54 104 72Z", k.dark)
        + box(28, 68, 72, 8, BLACK, 4)
        + disc(64, 92, 3, "#51cf66")
        + path("M26 82Q28 76 40 76Q32 84 32 100Q24 94 26 82Z", k.pale)
    )
    return bud(38, False) + bud(90, True) + case


def _floating(k):
    bars = "".join(
        box(14 + 13 * i, 62 - h, 8, 2 * h, (GLOW, "#ff9aff", "#9affb0")[i % 3], 4)
        for i, h in enumerate((14, 28, 40, 24, 46, 32, 20, 12))
    )
    return (
        glow(64, 60, 62, 52, GLOW)
        + bars
        + oval(64, 108, 40, 9, k.dark)
        + oval(64, 104, 40, 9, k.body)
        + oval(64, 103, 26, 5, GLOW)
        + _note(104, 22, 1.1, WHITE)
    )


def _harp_of_light(k):
    frame = line("M30 112Q4 40 44 14Q84 -2 106 26Q112 34 100 36Q88 22 66 28Q44 36 48 80Q50 104 64 112", k.body, 8)
    strings = "".join(
        line(f"M{54 + 9 * i} {32 + abs(i - 2) * 1.5:.1f}L{54 + 3 * i} {108 - 8 * i}", k.trim, 2) for i in range(6)
    )
    return (
        glow(64, 60, 62, 60, k.trim)
        + strings
        + frame
        + many(lambda x, y, s: _note(x, y, s, WHITE), (96, 66, 0.9), (108, 88, 1.2), (84, 96, 0.8))
        + disc(104, 30, 7, k.pale)
        + oval(48, 114, 28, 5, k.dark)
    )


ART = {
    "1900": _cylinder, "1910s": _horn, "20s": _wireless, "30s": _cathedral, "40s": _jukebox, "50s": _portable50,
    "60s": _transistor, "70s": _hifi, "80s": _boombox, "90s": _discman, "two thousands": _pod,
    "twenty tens": _cylinder_speaker, "today": _earbuds, "future": _floating, "distant future": _harp_of_light,
}  # fmt: skip
