"""Cars, from a carriage without its horse to a ring of light."""

from helpers.pictures.families.decade.finish import BLACK, BRASS, GLOW, STEEL, WHITE, glow, spoked
from helpers.pictures.kit.svg import box, disc, line, many, oval, path, ring

GLASS, LAMP = "#9cc8e0", "#ffe27a"


def wheel(x, y, r, wall=BLACK, hub=STEEL) -> str:
    return disc(x, y, r, BLACK) + disc(x, y, r * 0.74, wall) + disc(x, y, r * 0.48, hub) + disc(x, y, r * 0.16, BLACK)


def _carriage(k):
    body = (
        path("M22 80V56Q22 50 30 50H38V68H74L92 62L96 68L78 84H28Z", k.body)
        + box(34, 56, 32, 12, "#7a2f2f", 4)
        + path("M30 30Q36 28 38 38V60H30Z", "#7a2f2f")
    )
    return (
        body
        + line("M84 64L92 40M88 40H98", BRASS, 3)
        + disc(96, 56, 5, k.trim)
        + disc(97, 56, 3, LAMP)
        + line("M28 84H98", k.dark, 4)
        + spoked(34, 92, 24, k.dark)
        + spoked(98, 96, 20, k.dark)
    )


def _model_t(k):
    roof = path("M20 28H88L92 34H20Z", "#4a4038") + line("M24 34V64M56 34V64M88 34L92 64", "#4a4038", 3)
    body = (
        path("M16 92V64H58V70H64V62H92V58H114V92Z", k.body)
        + box(20, 54, 16, 20, "#6b3f2a", 4)
        + box(46, 56, 14, 18, "#6b3f2a", 4)
        + box(112, 60, 5, 30, k.trim)
        + line("M16 92H118", k.dark, 5)
    )
    return (
        roof
        + body
        + disc(112, 70, 6, k.trim)
        + disc(113, 70, 4, LAMP)
        + spoked(36, 96, 17, k.dark)
        + spoked(100, 96, 17, k.dark)
        + line("M80 62L72 54", BRASS, 3)
    )


def _sedan20(k):
    body = (
        box(14, 40, 62, 50, k.body, 4)
        + path("M74 62H110V90H74Z", k.body)
        + path("M10 40Q44 28 80 40V44H10Z", k.dark)
        + many(lambda x: box(x, 46, 15, 18, GLASS, 1), 18, 37, 56)
    )
    fenders = path(
        "M8 96Q10 74 32 74Q52 76 56 96H80Q82 74 100 74Q116 76 120"
        " 96H112Q108 84 100 84Q90 86 88 102H48Q44 86 32 86Q20 86 16 98Z",
        k.dark,
    )
    return (
        body
        + line("M16 68H108", k.trim, 2)
        + box(108, 58, 6, 34, k.trim)
        + disc(116, 70, 7, k.trim)
        + disc(117, 70, 4.500, LAMP)
        + fenders
        + spoked(32, 98, 14, BLACK, k.trim)
        + spoked(100, 98, 14, BLACK, k.trim)
        + ring(12, 70, 8, BLACK, 5)
    )


def _stream30(k):
    body = (
        path("M4 92Q6 62 26 50Q44 40 62 44L78 60Q108 60 122 74L124 92Z", k.body)
        + path("M30 60Q42 48 56 50L66 61Q48 66 30 64Z", GLASS)
        + line("M46 50V63", k.body, 3)
    )
    fenders = path("M2 100Q4 66 32 70Q54 74 58 100ZM66 100Q76 68 100 70Q122 72 126 98Z", k.dark)
    return (
        body
        + line("M76 66L118 74M78 72L112 78", k.trim, 2)
        + fenders
        + oval(112, 74, 6, 8, LAMP)
        + wheel(30, 100, 13, WHITE, k.trim)
        + wheel(98, 100, 13, WHITE, k.trim)
        + line("M120 84Q126 92 126 100", k.trim, 4)
    )


def _round40(k):
    body = path("M6 98Q2 66 22 60Q36 34 62 34Q86 34 94 60Q120 62 122 84V98Z", k.body) + path(
        "M32 58Q42 42 58 42V58ZM64 58V42Q80 42 86 58Z", GLASS
    )
    return (
        body
        + path("M6 98Q8 74 28 74Q46 76 50 98ZM80 98Q82 74 102 74Q120 76 122 98Z", k.pale)
        + box(44, 86, 42, 4, k.trim, 2)
        + disc(116, 80, 6, k.trim)
        + disc(117, 80, 4, LAMP)
        + box(112, 92, 14, 6, k.trim, 3)
        + box(2, 92, 14, 6, k.trim, 3)
        + wheel(28, 100, 12)
        + wheel(102, 100, 12)
    )


def _fins50(k):
    body = (
        path("M2 50L26 66H46L56 46Q60 42 72 42H80L92 66Q114 66 124 76V92H4L6 74Z", k.body)
        + path("M2 50L26 66H10L6 74Z", k.dark)
        + path("M50 64L60 47H70V64ZM73 64V47H79L87 64Z", GLASS)
    )
    return (
        body
        + path("M6 76Q60 70 124 80V86Q60 78 5 86Z", WHITE)
        + line("M5 74Q60 68 124 78", k.trim, 2)
        + disc(6, 72, 4, "#e5383b")
        + disc(119, 76, 5, LAMP)
        + box(110, 86, 17, 8, k.trim, 4)
        + box(1, 86, 17, 8, k.trim, 4)
        + wheel(30, 94, 14, WHITE, k.trim)
        + wheel(98, 94, 14, WHITE, k.trim)
    )


def _muscle60(k):
    body = path("M4 94V74L14 68H28L50 52H72L88 68L122 72V94Z", k.body) + path(
        "M36 68L52 56H60V68ZM63 68V56H71L82 68Z", GLASS
    )
    return (
        body
        + line("M12 82H114", "#26262c", 6)
        + line("M92 69L120 72", "#26262c", 3)
        + disc(118, 78, 4, LAMP)
        + disc(118, 86, 3, LAMP)
        + box(0, 88, 8, 6, STEEL, 2)
        + box(3, 74, 4, 9, "#e5383b")
        + wheel(30, 96, 15, BLACK, STEEL)
        + wheel(98, 96, 15, BLACK, STEEL)
    )


def _wagon70(k):
    body = (
        path("M2 98V68L8 44H74L90 66H124V98Z", k.body)
        + many(lambda x, w: box(x, 49, w, 17, GLASS, 1), (13, 20), (36, 18))
        + path("M57 49H72L84 66H57Z", GLASS)
    )
    return (
        body
        + box(4, 74, 110, 15, "#a86f3a")
        + line("M4 79H114M4 84H114", "#8a5526", 1.500)
        + box(4, 73, 110, 2, k.trim)
        + box(4, 89, 110, 2, k.trim)
        + line("M10 40H70M16 40V44M64 40V44", STEEL, 3)
        + box(117, 72, 7, 10, LAMP, 1)
        + box(0, 92, 128, 5, STEEL, 2)
        + wheel(28, 100, 13)
        + wheel(98, 100, 13)
    )


def _wedge80(k):
    body = (
        path("M2 94L6 66L44 56L66 50L126 86V94Z", k.body)
        + path("M46 62L66 55L88 70H48Z", "#2f3a4a")
        + path("M2 52H34V57H16L12 66H6Z", k.dark)
    )
    return (
        body
        + line("M8 80H118", k.trim, 4)
        + path("M26 66H42L38 76H24Z", BLACK)
        + line("M27 69H40M26 73H38", k.pale, 1.500)
        + path("M98 70L108 76L100 62Z", LAMP)
        + wheel(28, 94, 15, "#3a3a42", STEEL)
        + wheel(98, 94, 14, "#3a3a42", STEEL)
    )


def _bubble90(k):
    body = path("M6 98Q0 70 16 62Q30 34 62 34Q86 34 100 62Q124 66 122 98Z", k.body) + path(
        "M24 62Q36 42 56 41V62ZM61 62V41Q80 42 91 62Z", GLASS
    )
    return (
        body
        + line("M8 78Q64 70 120 80", k.dark, 3)
        + oval(114, 76, 6, 5, LAMP)
        + oval(9, 76, 4, 6, "#e5383b")
        + box(50, 68, 10, 3, k.dark, 1)
        + box(4, 90, 120, 5, k.dark, 2)
        + wheel(28, 98, 13, "#55606f", STEEL)
        + wheel(98, 98, 13, "#55606f", STEEL)
    )


def _suv(k):
    body = path("M4 98V56Q6 50 14 48L22 26H80L96 52L120 56Q124 58 124 66V98Z", k.body) + path(
        "M26 50L32 32H50V50ZM54 50V32H76L88 50Z", "#55708a"
    )
    return (
        body
        + line("M22 22H78M28 22V26M72 22V26", BLACK, 3)
        + path("M4 98V84H124V98Z", "#3f434c")
        + box(108, 62, 14, 10, LAMP, 2)
        + box(4, 60, 6, 16, "#e5383b", 1)
        + box(60, 56, 10, 3, k.dark, 1)
        + ring(2, 66, 11, BLACK, 6)
        + wheel(30, 98, 17, "#3f434c", STEEL)
        + wheel(98, 98, 17, "#3f434c", STEEL)
    )


def _hybrid(k):
    body = path("M4 96V58L10 50Q36 34 66 38L104 66Q124 70 124 84V96Z", k.body) + path(
        "M14 56Q36 42 50 42V60H16ZM54 60V42H64L90 62Z", "#55708a"
    )
    leaf = path("M56 84Q56 70 74 72Q74 86 60 86ZM55 88L64 79Z", "#51cf66")
    return (
        body
        + leaf
        + path("M104 70L122 78L110 80Z", "#dff4ff")
        + path("M4 58L14 64L4 76Z", "#e5383b")
        + line("M10 92H118", k.dark, 3)
        + wheel(28, 98, 13, "#3f434c", "#dfe3ea")
        + wheel(98, 98, 13, "#3f434c", "#dfe3ea")
    )


def _electric(k):
    post = (
        box(4, 34, 18, 76, "#f4f6fa", 4)
        + box(7, 40, 12, 14, "#51cf66", 2)
        + path("M14 41L9 49H13L11 54L17 46H13Z", WHITE)
        + line("M20 66Q34 62 30 84", "#51cf66", 4)
    )
    body = path("M26 98V76Q28 62 44 60L56 44Q80 34 100 46L112 64Q126 68 126 84V98Z", k.body) + path(
        "M50 62L60 48Q78 40 96 49L104 63Z", "#1f2a3a"
    )
    return (
        post
        + body
        + line("M28 76H38M108 72H125", "#e8f7ff", 4)
        + line("M80 44V63", k.body, 2)
        + wheel(46, 98, 14, "#55606f", k.pale)
        + wheel(106, 98, 14, "#55606f", k.pale)
    )


def _hover(k):
    return (
        glow(64, 104, 58, 16, GLOW)
        + many(lambda x: oval(x, 96, 15, 6, GLOW) + oval(x, 95, 9, 3, WHITE), 30, 98)
        + path("M6 78Q6 68 30 66H98Q122 68 122 78Q122 92 98 92H30Q6 92 6 78Z", k.body)
        + path("M26 68Q34 34 64 34Q94 34 102 68Z", "#8fe4f5b0")
        + path("M36 62Q42 42 58 40Q46 48 44 64Z", "#ffffffc0")
        + path("M10 78H118L112 86H16Z", k.dark)
        + path("M4 60L24 66L10 72Z", k.dark)
        + disc(116, 76, 4, GLOW)
    )


def _ring_ship(k):
    return (
        glow(64, 70, 62, 44, k.trim)
        + f'<ellipse cx="64" cy="72" rx="58" ry="17" fill="none" stroke="{k.trim}" stroke-width="7"/>'
        '<ellipse cx="64" cy="72" rx="58" ry="17" fill="none" stroke="#ffffff" stroke-width="2"/>'
        + path("M64 22L92 70L64 112L36 70Z", k.body)
        + path("M64 22L64 112L36 70Z", k.pale)
        + path("M64 44L76 68L64 86L52 68Z", "#1c1440")
        + disc(64, 66, 6, WHITE)
        + line("M6 72A58 17 0 0 0 122 72", k.trim, 7)
    )


ART = {
    "1900": _carriage, "1910s": _model_t, "20s": _sedan20, "30s": _stream30, "40s": _round40, "50s": _fins50,
    "60s": _muscle60, "70s": _wagon70, "80s": _wedge80, "90s": _bubble90, "two thousands": _suv,
    "twenty tens": _hybrid, "today": _electric, "future": _hover, "distant future": _ring_ship,
}  # fmt: skip
