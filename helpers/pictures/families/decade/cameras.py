"""Cameras, from bellows on a tripod to an eye of light."""

from helpers.pictures.families.decade.finish import BLACK, BRASS, GLOW, STEEL, WHITE, WOOD, glow
from helpers.pictures.kit.svg import at, box, disc, line, many, oval, path, ring, star


def lens(x, y, r, rim, glass="#3f5f9a") -> str:
    return (
        disc(x, y, r, rim)
        + disc(x, y, r * 0.78, BLACK)
        + disc(x, y, r * 0.56, glass)
        + disc(x - r * 0.2, y - r * 0.22, r * 0.18, "#dfeaff")
    )


def _bellows(x, y, w, h, n, color, *, dark) -> str:
    return "".join(
        box(x + w * i / n, y + h * 0.05 * i, w / n, h * (1 - 0.1 * i), color if i % 2 else dark) for i in range(n)
    )


def _view(k):
    legs = line("M58 78L30 118M62 78V120M68 78L96 118", WOOD, 5)
    cloth = path("M74 14Q104 10 112 40Q116 66 106 84Q92 78 84 66H74Z", "#2b2b33")
    return (
        legs
        + cloth
        + box(66, 16, 12, 56, k.body, 2)
        + at(_bellows(0, 0, 34, 44, 7, "#55404a", dark="#3a2b33"), 66, 44, 1, 180).replace(
            "translate(66 44)", "translate(66 66)"
        )
        + box(24, 24, 9, 42, k.body, 2)
        + box(14, 38, 12, 16, k.trim, 2)
        + oval(13, 46, 4, 10, BRASS)
        + box(22, 70, 60, 8, k.body, 2)
    )


def _brownie(k):
    return (
        path("M46 22Q64 4 82 22", "none").replace("/>", f' stroke="{WOOD}" stroke-width="6"/>')
        + box(28, 22, 72, 90, k.body, 3)
        + box(28, 22, 72, 90, "none").replace("/>", f' stroke="{k.trim}" stroke-width="2.500"/>')
        + lens(64, 74, 20, k.trim)
        + many(lambda x: box(x, 30, 18, 14, BLACK, 2) + box(x + 3, 33, 12, 8, "#9ac4d8", 1), 36, 74)
        + disc(104, 60, 6, k.trim)
        + line("M104 60L112 54", k.trim, 3)
    )


def _folding(k):
    bed = path("M24 106H104L112 114H16Z", k.dark) + box(20, 26, 88, 82, k.body, 9) + box(28, 32, 72, 68, k.dark, 4)
    front = "".join(
        box(36 + 3 * i, 38 + 3 * i, 56 - 6 * i, 56 - 6 * i, "#6b2f2f" if i % 2 else "#3a1c1c", 2) for i in range(5)
    )
    return (
        bed
        + front
        + box(50, 50, 28, 34, k.trim, 3)
        + lens(64, 67, 12, STEEL)
        + box(56, 14, 16, 13, k.trim, 2)
        + box(59, 17, 10, 7, "#9ac4d8")
        + line("M50 96L44 108M78 96L84 108", k.trim, 3)
    )


def _rangefinder(k):
    return (
        box(12, 44, 104, 60, k.body, 14)
        + box(12, 40, 104, 22, k.trim, 9)
        + box(40, 32, 48, 12, k.trim, 4)
        + many(lambda x: box(x, 36, 9, 7, BLACK, 1), 44, 60, 76)
        + disc(24, 36, 9, k.trim)
        + disc(24, 36, 5, "#8a8f9a")
        + disc(102, 36, 8, k.trim)
        + lens(64, 78, 21, k.trim)
        + ring(64, 78, 17, "#8a8f9a", 1.500)
    )


def _press(k):
    flash = (
        disc(106, 32, 22, "#dfe3ea")
        + disc(106, 32, 17, "#f7f9fc")
        + disc(106, 32, 7, "#fff3b0")
        + box(102, 54, 9, 58, STEEL, 2)
    )
    body = box(12, 34, 74, 78, k.body, 4) + box(18, 40, 62, 66, k.dark, 2)
    front = "".join(
        box(24 + 3 * i, 48 + 3 * i, 50 - 6 * i, 50 - 6 * i, "#55404a" if i % 2 else "#2f2329", 1) for i in range(4)
    )
    return (
        body
        + front
        + lens(49, 73, 14, STEEL)
        + box(38, 22, 24, 13, k.trim, 2)
        + ring(50, 28, 3, BLACK, 2)
        + line("M12 54H6V92H12", WOOD, 5)
        + flash
    )


def _twin(k):
    hood = path("M38 26L44 6H84L90 26Z", k.dark) + path("M44 24L48 10H80L84 24Z", "#9ac4d8")
    return (
        hood
        + box(36, 26, 56, 86, k.body, 4)
        + box(42, 30, 44, 78, k.dark, 3)
        + lens(64, 50, 16, k.trim)
        + lens(64, 86, 18, k.trim)
        + disc(28, 60, 8, k.trim)
        + disc(100, 52, 8, k.trim)
        + line("M100 52V66", k.trim, 4)
    )


def _slr(k):
    return (
        path("M44 34L52 18H76L84 34Z", STEEL)
        + box(14, 34, 100, 68, BLACK, 6)
        + box(14, 34, 100, 18, STEEL, 5)
        + box(14, 84, 100, 18, STEEL, 5)
        + box(14, 52, 26, 32, k.body)
        + box(88, 52, 26, 32, k.body)
        + lens(64, 68, 29, STEEL, "#7a5fb8")
        + disc(28, 30, 9, STEEL)
        + disc(28, 30, 4, BLACK)
        + disc(96, 30, 7, STEEL)
        + box(106, 28, 6, 6, BLACK)
    )


def _instant(k):
    stripe = "".join(
        box(56 + 3.4 * i, 46, 3.4, 42, c) for i, c in enumerate(("#4dabf7", "#51cf66", "#ffd43b", "#ff922b", "#e5383b"))
    )
    photo = (
        box(42, 90, 44, 34, WHITE, 1)
        + box(46, 92, 36, 22, "#7fc4e8")
        + path("M46 114L56 102L64 110L72 100L82 114Z", "#3f9a5a")
    )
    return (
        path("M22 44L30 22H98L106 44Z", k.body)
        + box(78, 26, 18, 14, "#dfeaff", 2)
        + box(34, 27, 16, 12, BLACK, 3)
        + path("M14 94L20 44H108L114 94Z", "#f6f0e2")
        + stripe
        + lens(40, 66, 15, BLACK)
        + disc(98, 64, 6, "#e5383b")
        + path("M14 94H114L112 102H16Z", k.body)
        + photo
    )


def _camcorder(k):
    """On the shoulder, with a cassette in its side."""
    body = box(30, 40, 88, 44, k.body, 5) + box(30, 40, 88, 11, k.dark, 4) + box(64, 56, 44, 22, BLACK, 2)
    reels = box(69, 60, 34, 12, "#f4f8ff", 1) + many(lambda x: disc(x, 66, 4.500, BLACK), 78, 94)
    barrel = box(10, 46, 24, 32, BLACK, 3) + box(2, 42, 12, 40, "#3a3d46", 3) + oval(3, 62, 4, 15, "#4f7fc4")
    finder = line("M72 40V30", BLACK, 6) + box(54, 18, 50, 15, BLACK, 4) + box(98, 14, 16, 23, "#3a3d46", 5)
    mic = line("M36 40V30", BLACK, 4) + box(8, 24, 36, 10, "#4a4d58", 5)
    grip = path("M40 84H66L70 112H48Z", BLACK) + path("M84 84H118V96Q100 92 88 100Z", k.dark)
    return mic + finder + grip + body + reels + barrel + box(38, 56, 18, 5, k.trim, 2) + disc(42, 72, 4, k.trim)


def _single_use(k):
    return (
        box(14, 36, 100, 70, "#ffd21f", 5)
        + path("M14 76L114 54V101Q114 106 109 106H19Q14 106 14 101Z", k.body)
        + star(92, 84, 15, WHITE, 8, 0.5)
        + disc(92, 84, 6, "#e5383b")
        + box(72, 42, 34, 15, "#f4f8ff", 2)
        + box(22, 42, 16, 12, BLACK, 2)
        + box(25, 45, 10, 6, "#9ac4d8")
        + disc(54, 78, 19, BLACK)
        + disc(54, 78, 9, "#3f5f9a")
        + disc(51, 75, 3, WHITE)
        + box(24, 30, 16, 7, BLACK, 2)
        + path("M104 36a9 9 0 0 0-18 0z", BLACK)
    )


def _digital(k):
    return (
        box(12, 38, 104, 68, k.body, 12)
        + box(12, 38, 104, 68, "none", 12).replace("/>", f' stroke="{k.dark}" stroke-width="2.500"/>')
        + disc(74, 74, 31, k.trim)
        + disc(74, 74, 26, k.dark)
        + disc(74, 74, 22, k.trim)
        + lens(74, 74, 17, k.dark)
        + box(20, 46, 22, 11, "#f4f8ff", 3)
        + box(76, 30, 22, 9, k.dark, 4)
        + box(22, 84, 18, 5, k.dark, 2)
        + disc(26, 68, 3, "#ff922b")
    )


def _action(k):
    case = box(26, 20, 76, 70, "#cfe4f2", 9) + box(31, 25, 66, 60, BLACK, 6) + box(31, 25, 66, 14, k.body, 6)
    mount = (
        box(52, 90, 24, 8, "#cfe4f2", 2)
        + box(58, 96, 12, 14, BLACK, 2)
        + disc(64, 102, 6, "#8a8f9a")
        + path("M30 116L36 108H92L98 116Z", BLACK)
    )
    return (
        case
        + lens(76, 60, 19, "#8a8f9a")
        + box(37, 46, 18, 14, "#55606f", 2)
        + disc(40, 32, 3, "#e5383b")
        + box(37, 68, 16, 4, "#4dabf7", 2)
        + box(42, 14, 16, 8, STEEL, 3)
        + mount
    )


def _drone(k):
    arms = line("M64 50L22 34M64 50L106 34M64 56L16 62M64 56L112 62", k.dark, 6)
    rotors = many(
        lambda x, y, r: box(x - 2, y - 4, 4, 8, BLACK) + oval(x, y - 5, r, 3.500, "#a9b4c4b0"),
        (22, 32, 20),
        (106, 32, 20),
        (16, 60, 15),
        (112, 60, 15),
    )
    body = (
        path("M38 46Q64 32 90 46L86 68Q64 76 42 68Z", k.body)
        + line("M44 48Q64 40 84 48", k.pale, 3)
        + line("M44 68L36 92M84 68L92 92", k.dark, 4)
    )
    return (
        arms
        + rotors
        + body
        + box(54, 70, 20, 8, k.dark, 2)
        + disc(64, 90, 16, k.dark)
        + lens(64, 90, 12, STEEL)
        + disc(48, 58, 2.500, "#51cf66")
        + disc(80, 58, 2.500, "#e5383b")
    )


def _eyeball(k):
    legs = line("M40 92L28 112M88 92L100 112M64 100V116", k.dark, 4)
    return (
        legs
        + glow(64, 62, 58, 56, GLOW)
        + disc(64, 62, 40, k.body)
        + path("M24 62A40 40 0 0 1 104 62Q64 44 24 62Z", WHITE)
        + disc(64, 64, 24, BLACK)
        + disc(64, 64, 18, "#127f9a")
        + ring(64, 64, 14, GLOW, 3)
        + disc(64, 64, 7, BLACK)
        + disc(57, 57, 5, WHITE)
        + line("M64 22V10", k.dark, 3)
        + disc(64, 9, 4, GLOW)
    )


def _light_eye(k):
    rays = "".join(at(line("M0 -46V-58", k.trim, 3), 64, 62, 1, 30 * i) for i in range(12))
    lids = path("M8 62Q64 6 120 62Q64 118 8 62Z", k.body) + path("M20 62Q64 20 108 62Q64 104 20 62Z", "#1c1440")
    return (
        glow(64, 62, 62, 60, k.trim)
        + rays
        + lids
        + disc(64, 62, 22, k.pale)
        + disc(64, 62, 16, k.trim)
        + star(64, 62, 17, WHITE, 4, 0.25)
    )


ART = {
    "1900": _view, "1910s": _brownie, "20s": _folding, "30s": _rangefinder, "40s": _press, "50s": _twin, "60s": _slr,
    "70s": _instant, "80s": _camcorder, "90s": _single_use, "two thousands": _digital, "twenty tens": _action,
    "today": _drone, "future": _eyeball, "distant future": _light_eye,
}  # fmt: skip
