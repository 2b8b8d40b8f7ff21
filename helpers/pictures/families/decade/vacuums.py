"""Vacuum cleaners, from a pump on a cart to a swarm of light."""

from helpers.pictures.families.decade.finish import BLACK, BRASS, GLOW, STEEL, WHITE, WOOD, glow, spoked
from helpers.pictures.kit.svg import at, box, disc, line, many, oval, path, ring


def hose(d, color="#4a4d58", width=8) -> str:
    return (
        line(d, color, width)
        + f'<path d="{d}" fill="none" stroke="#00000040" stroke-width="{width}" stroke-dasharray="2 3"/>'
    )


def _cart(k):
    engine = (
        box(22, 44, 76, 44, "#c8322b", 3)
        + box(22, 44, 76, 8, BRASS)
        + box(28, 58, 28, 22, k.body, 2)
        + disc(78, 68, 14, k.body)
        + spoked(78, 68, 12, BRASS)
        + box(34, 20, 10, 26, BLACK)
        + oval(39, 20, 9, 3.500, BLACK)
        + many(lambda x, y, r: disc(x, y, r, "#b9bec8"), (46, 10, 6), (56, 5, 5))
    )
    return (
        hose("M98 62Q124 60 116 86Q110 104 122 112", "#8a6a3c")
        + engine
        + box(14, 86, 94, 6, WOOD)
        + spoked(34, 98, 19, k.dark)
        + spoked(88, 100, 16, k.dark)
    )


def _bellows(k):
    boards = (
        path("M22 72L92 48L98 56L28 84Z", k.body)
        + path("M28 84L98 56L104 78L40 98Z", "#c9a06a")
        + line("M30 88L100 62M34 92L102 70", WOOD, 2)
        + path("M38 98L104 76L110 84L44 106Z", k.body)
    )
    return (
        line("M74 16L60 62", WOOD, 6)
        + box(60, 10, 28, 7, k.dark, 3)
        + boards
        + box(92, 58, 24, 28, k.trim, 4)
        + line("M110 84V104", k.trim, 8)
        + path("M92 104H126L122 114H96Z", k.dark)
        + disc(24, 80, 6, k.trim)
        + box(26, 104, 32, 8, k.dark, 2)
    )


def _upright(bag, k, hard=False):
    handle = line("M98 6L46 92", STEEL, 5) + line("M104 2L94 16", BLACK, 8)
    cloth = path("M92 26Q120 50 96 76Q80 98 58 92L52 80Q76 62 88 30Z", bag)
    if hard:
        cloth = path("M88 18L110 30Q112 36 108 42L76 90L50 84L80 22Q84 16 88 18Z", bag) + line(
            "M90 28L66 74", k.trim, 5
        )
    else:
        cloth += line("M96 36Q104 54 84 76M90 34Q90 58 70 82", "#00000030", 2)
    nose = path("M12 112Q10 88 34 84H58Q66 88 66 112Z", k.body) + path("M8 106H70V116H8Z", k.dark)
    return handle + cloth + nose + disc(60, 110, 6, BLACK) + disc(26, 112, 5, BLACK)


def _bag20(k):
    return _upright("#4a3f52", k) + box(34, 88, 20, 12, STEEL, 5)


def _sled(k):
    return (
        hose("M98 74Q124 56 104 28Q92 10 76 26L40 60", "#2f2f36")
        + line("M40 60L22 44", STEEL, 5)
        + path("M10 34H32L38 44H14Z", BLACK)
        + box(18, 72, 84, 32, k.body, 14)
        + box(18, 72, 18, 32, STEEL, 10)
        + box(88, 72, 18, 32, STEEL, 10)
        + line("M44 76H80", k.pale, 3)
        + line("M46 70Q62 58 78 70", BLACK, 4)
        + line("M20 112H108M30 104V112M92 104V112", STEEL, 4)
        + line("M108 112Q116 112 116 104", STEEL, 4)
    )


def _lamp40(k):
    bag = path("M46 22H82Q100 54 84 84H44Q28 54 46 22Z", "#e6dcb8") + "".join(
        path(
            f"M{48 + 12 * i} 22H{54 + 12 * i}Q{50 + 15 * i} 54 {52 + 12 * i}"
            f" 84H{44 + 13 * i}Q{38 + 17 * i} 54 {48 + 12 * i} 22Z",
            k.body,
        )
        for i in range(3)
    )
    nose = (
        path("M14 112Q16 82 64 82Q112 82 114 112Z", STEEL)
        + path("M24 108Q30 90 64 90Q98 90 104 108Z", k.body)
        + disc(64, 96, 11, "#ffe27a")
        + ring(64, 96, 11, "#8a8f9a", 2.500)
        + box(8, 108, 112, 8, BLACK, 4)
    )
    return glow(64, 112, 40, 12, "#ffe27a") + box(61, 2, 6, 24, STEEL) + box(50, 2, 28, 7, BLACK, 3) + bag + nose


def _globe(k):
    return (
        glow(64, 114, 44, 9, "#b9e4ff")
        + hose("M64 42Q60 6 92 10Q116 14 112 50L110 92", "#5f6a7a")
        + path("M98 92H124L126 104H96Z", BLACK)
        + disc(58, 74, 37, k.body)
        + path("M21 74A37 37 0 0 0 95 74Z", k.trim)
        + box(20, 71, 76, 7, STEEL, 3)
        + path("M30 58Q38 44 54 42Q42 52 38 66Z", WHITE)
        + oval(58, 40, 12, 5, STEEL)
        + ring(58, 92, 6, "#8a8f9a", 3)
    )


def _rocket60(k):
    """A finned canister on runners, its wand straight up."""
    body = path("M36 88Q36 66 66 64L112 62L124 48V100L112 104H60Q36 104 36 88Z", k.body)
    fins = path("M96 64L126 36V66ZM98 84L126 92V74Z", k.trim) + path("M104 66L122 48V66Z", "#e5383b")
    band = box(46, 82, 62, 6, WHITE, 3) + disc(56, 74, 5, k.trim) + line("M66 62Q82 46 98 60", STEEL, 5)
    wheels = many(lambda x: disc(x, 106, 10, BLACK) + disc(x, 106, 4.500, STEEL), 62, 106)
    wand = line("M16 8V104", STEEL, 6) + box(10, 6, 12, 20, BLACK, 5) + path("M2 102H32L34 114H0Z", BLACK)
    return hose("M16 10Q34 -4 40 22Q46 48 34 64Q28 78 40 84", "#55606f") + wand + fins + body + band + wheels


def _hard70(k):
    return _upright(k.pale, k, hard=True) + many(lambda x: box(x, 90, 5, 8, k.trim, 1), 18, 26)


def _drum(k):
    return (
        hose("M76 34Q110 8 114 50L112 96", "#2b2b30", 9)
        + path("M98 98H126V108H98Z", BLACK)
        + path("M22 108V62H94V108Q58 118 22 108Z", "#c8262e")
        + path("M22 62Q22 40 36 38H80Q94 40 94 62Z", BLACK)
        + disc(70, 40, 10, "#4a4d58")
        + box(22, 60, 72, 6, k.body)
        + box(34, 78, 48, 14, WHITE, 7)
        + line("M42 85H74", "#c8262e", 4)
        + disc(30, 114, 7, BLACK)
        + disc(86, 114, 7, BLACK)
        + line("M44 36Q52 24 62 34", STEEL, 4)
    )


def _cyclone(k):
    return (
        line("M64 6V30", k.dark, 8)
        + box(50, 2, 28, 9, k.dark, 4)
        + box(44, 30, 40, 14, k.trim, 4)
        + path("M44 44H84L80 88H48Z", "#d9ecf5")
        + path("M52 46H76L66 82H62Z", k.body)
        + "".join(
            line(f"M{50 + i} {56 + 10 * i}Q64 {62 + 10 * i} {78 - i} {56 + 10 * i}", "#8aa0b0", 2) for i in range(3)
        )
        + path("M48 80H80L79 88H49Z", "#9a8a7a")
        + box(42, 86, 44, 8, k.trim, 3)
        + disc(64, 100, 12, k.body)
        + path("M20 104H108L114 116H14Z", k.dark)
        + line("M84 40Q104 46 96 76L86 92", "#5f6470", 6)
        + disc(22, 112, 5, BLACK)
        + disc(106, 112, 5, BLACK)
    )


def _puck(k):
    return (
        oval(64, 96, 58, 18, "#00000030")
        + path("M8 72V86Q12 106 64 106Q116 106 120 86V72Z", k.dark)
        + oval(64, 72, 56, 24, k.body)
        + oval(64, 71, 48, 19, k.pale)
        + oval(64, 70, 22, 9, k.dark)
        + oval(64, 69, 14, 5.500, "#51cf66")
        + path("M12 82Q24 100 64 101V106Q14 104 8 86Z", BLACK)
        + disc(100, 68, 4, "#4dabf7")
        + "".join(disc(x, y, 2.2, "#b0a590") for x, y in ((8, 112), (22, 116), (112, 112), (100, 116), (40, 118)))
    )


def _stick(k):
    return (
        line("M66 44L40 104", k.body, 6)
        + line("M66 44L40 104", "#00000020", 2)
        + path("M16 104H66L70 114H12Z", k.dark)
        + box(22, 106, 36, 4, "#4dabf7", 2)
        + at(
            box(-13, -22, 26, 36, "#cfe4f2", 6) + path("M-8 -18H8L3 8H-3Z", k.dark) + box(-14, -30, 28, 11, k.body, 4),
            74,
            34,
            1,
            23,
        )
        + line("M86 16Q108 14 110 34L104 58", k.body, 8)
        + box(92, 54, 22, 18, BLACK, 4)
        + disc(96, 14, 4, "#e5383b")
    )


def _dock(k):
    return (
        box(62, 10, 56, 104, k.body, 12)
        + box(68, 18, 44, 46, k.dark, 6)
        + box(72, 24, 15, 34, "#4dabf7", 3)
        + box(92, 24, 15, 34, "#b9c4d0", 3)
        + line("M78 74H102", k.trim, 4)
        + path("M62 104H124V116H62Z", BLACK)
        + path("M4 98V106Q8 116 44 116Q80 116 84 106V98Z", BLACK)
        + oval(44, 98, 40, 14, k.pale)
        + oval(44, 95, 14, 7, k.dark)
        + oval(44, 92, 14, 6, BLACK)
        + disc(44, 91, 2.500, "#51cf66")
        + line("M14 112H40", "#4dabf7", 4)
    )


def _hover(k):
    beam = path("M52 62L14 116H114L76 62Z", GLOW + "55") + many(
        lambda x, y: disc(x, y, 2.500, "#8a7a66"), (40, 104), (58, 94), (74, 100), (62, 80), (88, 108), (50, 112)
    )
    return (
        glow(64, 112, 56, 12, GLOW)
        + beam
        + path("M18 46Q20 22 64 18Q108 22 110 46Q100 64 64 64Q28 64 18 46Z", k.body)
        + path("M30 42Q34 30 60 26Q44 32 40 46Z", WHITE)
        + box(30, 46, 68, 7, k.dark, 3)
        + many(lambda x: disc(x, 49.500, 2.500, GLOW), 42, 53, 64, 75, 86)
        + oval(64, 62, 18, 5, GLOW)
        + path("M6 38L20 42L18 50L4 46ZM122 38L108 42L110 50L124 46Z", k.dark)
    )


def _swarm(k):
    bots = "".join(
        at(path("M0 -6L6 0L0 6L-6 0Z", (k.pale, WHITE, k.trim)[i % 3]), x, y, s)
        for i, (x, y, s) in enumerate(
            (
                (64, 14, 1),
                (38, 22, 1.2),
                (92, 24, 1.1),
                (24, 44, 0.9),
                (106, 46, 1),
                (52, 36, 0.8),
                (78, 40, 0.9),
                (36, 60, 1),
                (92, 64, 1.1),
                (14, 70, 0.8),
                (116, 72, 0.9),
            )
        )
    )
    whirl = "".join(
        f'<ellipse cx="64" cy="{58 + 12 * i}" rx="{48 - 9 * i}" ry="{12 - 1.8 * i}"'
        f' fill="none" stroke="{k.trim if i % 2 else k.body}" stroke-width="5"/>'
        for i in range(5)
    )
    return glow(64, 70, 62, 56, k.trim) + whirl + bots + oval(64, 112, 26, 6, k.dark) + oval(64, 110, 14, 4, WHITE)


ART = {
    "1900": _cart, "1910s": _bellows, "20s": _bag20, "30s": _sled, "40s": _lamp40, "50s": _globe, "60s": _rocket60,
    "70s": _hard70, "80s": _drum, "90s": _cyclone, "two thousands": _puck, "twenty tens": _stick, "today": _dock,
    "future": _hover, "distant future": _swarm,
}  # fmt: skip
