"""Televisions, and before them what people went to see: a stage, a film."""

from helpers.pictures.families.decade.finish import BLACK, BRASS, GLOW, STEEL, WHITE, WOOD, glow, spoked
from helpers.pictures.kit.svg import box, disc, line, many, oval, path, ring, star

GREYS, COLORS = ("#dfe3ea", "#8a8f9a", "#4a4f5c", "#f7f9fc"), ("#7fc8f5", "#5fae45", "#2f7a4c", "#ffe27a")


def show(x, y, w, h, colors=COLORS) -> str:
    """What is on the screen: hills under a sun."""
    sky, hill, near, sun = colors
    art = (
        box(0, 0, 100, 75, sky)
        + disc(76, 20, 9, sun)
        + path("M0 60L30 22L56 54L72 38L100 62V75H0Z", hill)
        + path("M0 68Q50 52 100 68V75H0Z", near)
    )
    return f'<svg x="{x}" y="{y}" width="{w}" height="{h}" viewBox="0 0 100 75" preserveAspectRatio="none">{art}</svg>'


def _ears(x=64, y=30) -> str:
    return (
        line(f"M{x} {y}L{x - 26} {y - 26}M{x} {y}L{x + 26} {y - 26}", STEEL, 2.500)
        + disc(x - 26, y - 26, 2.5, STEEL)
        + disc(x + 26, y - 26, 2.500, STEEL)
    )


def _stage(k):
    frame = path("M6 114V30Q64 -8 122 30V114H104V40Q64 16 24 40V114Z", k.body) + box(2, 106, 124, 10, k.dark)
    curtain = path("M24 34Q44 30 46 40Q44 80 28 104H24ZM104 34Q84 30 82 40Q84 80 100 104H104Z", "#c8202c") + path(
        "M24 30H104V42Q94 52 84 42Q74 52 64 42Q54 52 44 42Q34 52 24 42Z", "#e5383b"
    )
    player = (
        disc(64, 66, 7, "#f2c9a0")
        + box(57, 55, 14, 6, BLACK, 1)
        + box(53, 60, 22, 2.500, BLACK)
        + path("M54 104L58 74H70L74 104Z", BLACK)
        + line("M58 78L46 88M70 78L82 70", BLACK, 4)
    )
    return (
        box(22, 22, 84, 86, "#2a1c3a")
        + box(24, 92, 80, 16, "#b0803f")
        + player
        + curtain
        + frame
        + many(lambda x: path(f"M{x - 4} 108a4 4 0 0 1 8 0z", "#ffe27a"), 36, 50, 64, 78, 92)
        + many(lambda x, y: disc(x, y, 3, BRASS), (16, 60), (112, 60), (16, 84), (112, 84))
    )


def _projector(k):
    beam = path("M50 54L4 22V92L50 66Z", "#fff3b080")
    reels = many(
        lambda x, y, r: disc(x, y, r, BLACK) + disc(x, y, r - 3, k.dark) + spoked(x, y, r - 4, STEEL, BRASS),
        (74, 22, 18),
        (106, 36, 16),
    )
    return (
        beam
        + line("M70 84L52 118M84 84V120M96 84L114 118", WOOD, 5)
        + reels
        + box(58, 42, 50, 44, k.body, 3)
        + box(46, 52, 14, 16, BRASS, 2)
        + disc(84, 64, 11, k.pale)
        + disc(84, 64, 6, BLACK)
        + line("M108 72H118V62", BRASS, 3.500)
        + disc(118, 60, 3.500, WOOD)
    )


def _scanning(k):
    holes = "".join(
        f'<circle cx="52" cy="{20 + 1.3 * i}" r="2.6" fill="{BLACK}" transform="rotate({22.5 * i} 52 58)"/>'
        for i in range(16)
    )
    return (
        disc(52, 58, 46, STEEL)
        + disc(52, 58, 42, "#9aa0ac")
        + holes
        + disc(52, 58, 7, BRASS)
        + box(88, 30, 36, 54, k.body, 3)
        + box(94, 36, 24, 28, BLACK, 2)
        + box(97, 39, 18, 22, "#ff9a4a")
        + disc(106, 48, 5, "#7a2f14")
        + path("M98 61Q106 50 114 61Z", "#7a2f14")
        + disc(98, 74, 3.500, BRASS)
        + disc(112, 74, 3.500, BRASS)
        + box(12, 102, 112, 12, k.dark, 2)
        + box(46, 62, 12, 42, k.dark)
    )


def _mirror_lid(k):
    lid = (
        path("M22 44L30 6H98L106 44Z", k.dark) + path("M32 40L38 12H90L96 40Z", "#c9d4e4") + show(46, 15, 36, 22, GREYS)
    )
    return (
        lid
        + box(18, 44, 92, 72, k.body, 3)
        + box(18, 44, 92, 7, k.pale, 2)
        + box(30, 72, 68, 38, "#e0c48a", 2)
        + line("M42 72V110M53 72V110M64 72V110M75 72V110M86 72V110", k.dark, 3)
        + many(lambda x: disc(x, 61, 5, BRASS), 34, 54, 74, 94)
    )


def _porthole(k):
    return (
        box(10, 26, 108, 84, k.body, 5)
        + box(10, 26, 108, 9, k.pale, 5)
        + disc(50, 70, 33, BLACK)
        + '<clipPath id="tv-port"><circle cx="50" cy="70" r="28"/></clipPath>'
        f'<g clip-path="url(#tv-port)">{show(20, 40, 60, 60, GREYS)}</g>'
        + ring(50, 70, 30, k.trim, 4)
        + box(90, 42, 20, 36, "#e0c48a", 2)
        + line("M90 49H110M90 56H110M90 63H110M90 70H110", k.dark, 2)
        + disc(94, 96, 6, BRASS)
        + disc(108, 96, 6, BRASS)
        + box(18, 110, 14, 5, BLACK)
        + box(96, 110, 14, 5, BLACK)
    )


def _console(k):
    return (
        _ears(64, 28)
        + box(8, 26, 112, 72, "#8a5a34", 4)
        + box(8, 26, 112, 5, "#b07a4a", 3)
        + box(15, 34, 98, 58, k.body, 4)
        + box(20, 38, 66, 50, BLACK, 16)
        + '<clipPath id="tv-tube"><rect x="24" y="42" width="58" height="42" rx="13"/>'
        f'</clipPath><g clip-path="url(#tv-tube)">{show(24, 42, 58, 42, GREYS)}</g>'
        + many(lambda y: disc(99, y, 7, BRASS) + disc(99, y, 3, WHITE), 48, 66)
        + line("M92 80H106M92 85H106", BLACK, 2)
        + line("M22 98L14 118M106 98L114 118", "#6b4020", 6)
    )


def _portable(k):
    return (
        line("M44 24Q64 4 84 24", STEEL, 5)
        + line("M92 26L122 2", STEEL, 2.500)
        + box(14, 22, 100, 82, k.body, 20)
        + box(22, 30, 68, 66, BLACK, 18)
        + '<clipPath id="tv-por"><rect x="27" y="35" width="58" height="56" rx="14"/>'
        f'</clipPath><g clip-path="url(#tv-por)">{show(27, 35, 58, 56, GREYS)}</g>'
        + disc(101, 48, 7, STEEL)
        + disc(101, 66, 5, STEEL)
        + many(lambda y: box(95, y, 12, 2.500, k.dark), 78, 84, 90)
        + path("M40 104L30 116H98L88 104Z", STEEL)
    )


def _sphere(k):
    return (
        line("M64 16V4", STEEL, 2)
        + ring(64, 8, 6, STEEL, 3)
        + disc(64, 58, 45, k.body)
        + path("M26 36A45 45 0 0 1 64 13Q38 24 32 56Z", k.pale)
        + oval(64, 58, 33, 27, BLACK)
        + '<clipPath id="tv-sph"><ellipse cx="64" cy="58" rx="28" ry="22"/>'
        f'</clipPath><g clip-path="url(#tv-sph)">{show(36, 36, 56, 44)}</g>'
        + path("M50 78Q60 70 90 66Q80 80 66 80Z", "#ffffff30")
        + path("M40 112L48 98H80L88 112Z", WHITE)
        + box(34, 110, 60, 7, k.dark, 3)
    )


def _eighties(k):
    return (
        box(8, 12, 112, 74, "#6b4426", 3)
        + box(12, 16, 104, 66, k.body, 2)
        + box(17, 20, 72, 57, BLACK, 8)
        + show(21, 24, 64, 49)
        + box(94, 22, 18, 24, BLACK, 1)
        + many(lambda y: box(97, y, 12, 3, WHITE), 25, 31, 37)
        + many(lambda x: disc(x, 55, 4, STEEL), 98, 108)
        + line("M95 64H111M95 69H111M95 74H111", BLACK, 2)
        + box(14, 90, 100, 22, BLACK, 2)
        + box(22, 96, 44, 7, "#4a4d58", 1)
        + box(76, 96, 30, 8, "#1a3a1f")
        + line("M80 100H84M88 100H92M96 100H101", "#5fe07a", 3)
        + disc(70, 108, 1.500, "#e5383b")
    )


def _nineties(k):
    """A tube with a slot for cassettes, and what one plays on it."""
    pad = path("M40 112Q40 100 52 100H76Q88 100 88 112Q88 122 80 116L74 112H54L48 116Q40 122 40 112Z", k.body)
    pad += (
        box(46, 106, 10, 3, BLACK)
        + box(49.500, 102.500, 3, 10, BLACK)
        + disc(76, 108, 3, "#e5383b")
        + disc(82, 105, 2.500, k.trim)
    )
    return (
        path("M12 8Q64 0 116 8L122 92Q122 98 116 98H12Q6 98 6 92Z", "#3a3d46")
        + box(16, 13, 96, 58, BLACK, 10)
        + show(21, 17, 86, 50)
        + box(34, 77, 60, 11, "#15161a", 2)
        + box(38, 80, 52, 5, "#6a6d78", 1)
        + many(lambda x: disc(x, 83, 3, "#6a6d78"), 16, 25)
        + box(102, 80, 10, 5, k.trim, 1)
        + line("M64 100Q60 92 98 96", BLACK, 2.500)
        + pad
    )


def _plasma(k):
    return (
        box(2, 16, 12, 76, k.pale, 4)
        + box(114, 16, 12, 76, k.pale, 4)
        + many(lambda x: disc(x, 36, 4, "#55606f") + disc(x, 56, 4, "#55606f") + disc(x, 76, 4, "#55606f"), 8, 120)
        + box(15, 12, 98, 84, k.body, 4)
        + box(22, 18, 84, 62, BLACK, 2)
        + show(24, 20, 80, 58)
        + disc(64, 88, 4, "#4dabf7")
        + path("M50 96H78L90 112H38Z", k.body)
        + box(28, 110, 72, 6, k.dark, 3)
    )


def _flat(k):
    tiles = "".join(
        box(10 + 22.2 * i, 66, 19, 16, c, 1)
        for i, c in enumerate(("#e50914", "#4dabf7", "#ffd43b", "#51cf66", "#b197fc"))
    )
    return (
        box(3, 20, 122, 74, BLACK, 2)
        + show(6, 23, 116, 68)
        + box(6, 60, 116, 31, "#000000a0")
        + tiles
        + path("M56 34L72 43L56 52Z", WHITE)
        + path("M26 94L14 112H22L34 94ZM102 94L114 112H106L94 94Z", k.dark)
    )


def _wall(k):
    return (
        glow(64, 52, 76, 66, "#b07aff")
        + box(0, 4, 128, 88, "#0b0d14", 2)
        + show(1, 5, 126, 86, ("#ff9a6a", "#5a3f8a", "#2a1f52", "#fff3c0"))
        + path("M1 70Q40 58 127 74V91H1Z", "#2a1f52")
        + box(14, 98, 100, 10, k.dark, 5)
        + line("M20 103H60", k.pale, 1.500)
        + box(50, 114, 28, 4, BLACK, 2)
    )


def _rolled(k):
    return (
        glow(64, 54, 62, 56, GLOW)
        + path("M10 14Q64 28 118 14V94Q64 106 10 94Z", "#bdf6ff70")
        + '<clipPath id="tv-roll"><path d="M16 22Q64 35 112 22V86Q64 97 16 86Z"/></clipPath><g'
        f' clip-path="url(#tv-roll)" opacity=".75">{show(16, 20, 96, 78, ("#aef0ff", "#3fb0c4", "#1f7a9a", WHITE))}</g>'
        + line("M10 14Q64 28 118 14M10 94Q64 106 118 94", GLOW, 2.500)
        + box(4, 8, 9, 92, k.body, 4)
        + box(115, 8, 9, 92, k.body, 4)
        + path("M40 112H88L94 118H34Z", k.dark)
    )


def _dome(k):
    return (
        glow(64, 64, 62, 58, k.trim)
        + path("M8 92A56 76 0 0 1 120 92Z", k.body + "90")
        + path("M20 92L46 58L62 78L82 50L108 92Z", k.pale)
        + star(40, 40, 6, WHITE, 4, 0.3)
        + star(88, 34, 9, WHITE, 4, 0.3)
        + star(62, 28, 4, WHITE, 4, 0.3)
        + disc(64, 52, 8, k.trim)
        + f'<path d="M8 92A56 76 0 0 1 120 92" fill="none" stroke="{WHITE}" stroke-width="2"/>'
        + oval(64, 94, 60, 13, k.dark)
        + oval(64, 91, 56, 9, k.trim)
        + oval(64, 90, 46, 6, "#1c1440")
    )


ART = {
    "1900": _stage, "1910s": _projector, "20s": _scanning, "30s": _mirror_lid, "40s": _porthole, "50s": _console,
    "60s": _portable, "70s": _sphere, "80s": _eighties, "90s": _nineties, "two thousands": _plasma,
    "twenty tens": _flat, "today": _wall, "future": _rolled, "distant future": _dome,
}  # fmt: skip
