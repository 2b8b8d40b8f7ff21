"""What hangs over a road, stands beside it, and drives on it."""

from helpers.pictures.families.country.ground import DARK, palm, pine, tree
from helpers.pictures.families.country.houses import FOOT
from helpers.pictures.families.country.stage import GLASS, LAMP, LEAF, LEAF2
from helpers.pictures.kit.svg import box, disc, line, many, oval, path


def over(kind) -> str:
    """What hangs over the road."""
    wire = "M0 30Q64 46 128 30"
    spots = [(10, 33), (28, 36), (46, 38), (64, 38.500), (82, 38), (100, 36), (118, 33)]
    if kind == "lanterns":
        return line(wire, DARK, 1.2) + many(
            lambda x, y: (
                line(f"M{x} {y}v4", DARK, 1)
                + oval(x, y + 10, 7.5, 7, "#e5241f")
                + box(x - 3, y + 2, 6, 2.5, LAMP)
                + box(x - 3, y + 16, 6, 2.5, LAMP)
                + box(x - 0.7, y + 18, 1.4, 5, LAMP)
            ),
            *spots[::2],
        )
    if kind == "silk lanterns":
        return line(wire, DARK, 1.2) + many(
            lambda k: (
                path(
                    f"M{spots[k][0]} {spots[k][1]}q9 8 0 16q-9 -8 0 -16z",
                    ("#ffd54a", "#e8702a", "#4dabf7", "#ff6fa0")[k % 4],
                )
                + box(spots[k][0] - 0.7, spots[k][1] + 15, 1.4, 5, LAMP)
            ),
            0,
            1,
            2,
            4,
            5,
            6,
        )
    if kind == "paper flags":
        return line(wire, DARK, 1.2) + many(
            lambda k: path(
                f"M{spots[k][0] - 7} {spots[k][1]}h14v10l-3.5-3l-3.5 3l-3.5-3l-3.5 3z",
                ("#ff4fa0", "#ffd54a", "#3fc4b0", "#e8702a", "#8a5fd8", "#6fbf3a", "#4dabf7")[k],
            ),
            *range(7),
        )
    if kind == "bunting":
        return line(wire, DARK, 1.2) + many(
            lambda k: path(f"M{spots[k][0] - 6} {spots[k][1]}h12l-6 11z", ("#c8102e", "#ffffff", "#0a2a72")[k % 3]),
            *range(7),
        )
    if kind == "washing":
        return line(wire, DARK, 1.2) + many(
            lambda k: path(
                f"M{spots[k][0] - 5} {spots[k][1]}h10l3 5l-3 2v8h-10v-8l-3-2z",
                ("#ffffff", "#ff8f8f", "#ffffff", "#8fc4f5")[k % 4],
            ),
            0,
            2,
            4,
            6,
        )
    if kind == "cables":
        return (
            line("M-2 22Q40 44 70 34T130 26M-2 30Q40 52 70 42T130 36M-2 36Q50 44 130 44", "#2b2b30", 1.5)
            + box(66, 20, 4, 78, "#6b5a4a")
            + box(58, 26, 20, 3, "#6b5a4a")
            + disc(76, 38, 5, "#8a8f9a")
        )
    if kind == "tram wires":
        return line("M0 46Q64 50 128 46M32 38V48M96 38V48", "#2b2b30", 1.2)
    if kind == "crescents":
        return line(wire, DARK, 1.2) + many(
            lambda k: (
                disc(spots[k][0], spots[k][1] + 6, 6, "#e30a17") + disc(spots[k][0] + 2, spots[k][1] + 6, 4, "#ffffff")
                if k % 2
                else disc(spots[k][0], spots[k][1] + 5, 4.5, LAMP)
            ),
            *range(7),
        )
    if kind == "marigolds":
        return "".join(
            line(f"M{x} 30Q{x + 21} 52 {x + 42} 30", c, 5)
            for x, c in ((0, "#ff9a1f"), (42, "#ffd21f"), (85, "#ff9a1f"))
        )
    if kind == "vines":
        return line("M0 32Q64 48 128 32", LEAF2, 3) + many(
            lambda k: (
                disc(spots[k][0], spots[k][1] + 3, 6, "#e0408f") + disc(spots[k][0] + 4, spots[k][1] + 8, 4, "#ff7fc0")
            ),
            *range(7),
        )
    return ""


def stands(kind) -> str:
    """What stands at the roadside, before the houses."""
    pairs = {
        "palms": palm(8, FOOT + 4, 58) + palm(120, FOOT + 4, 52),
        "pines": pine(6, FOOT + 4, 40) + pine(122, FOOT + 4, 46),
        "trees": tree(6, FOOT + 4, 13) + tree(122, FOOT + 4, 13),
        "cherry": many(
            lambda x: (
                box(x - 2, FOOT - 22, 4, 26, "#6b4a3a")
                + many(
                    lambda dx, dy, c: disc(x + dx, FOOT - 30 + dy, 10, c),
                    (-7, 4, "#ff9cc4"),
                    (7, 4, "#ffc4dc"),
                    (0, -6, "#ffd9e8"),
                )
            ),
            6,
            122,
        ),
        "bamboo": many(
            lambda x: (
                line(f"M{x} {FOOT + 4}V40M{x + 6} {FOOT + 4}V52", "#6fae3c", 4)
                + many(lambda y: line(f"M{x} {y}l8-5M{x + 6} {y + 6}l-8-5", LEAF2, 2.5), 46, 60, 74)
            ),
            3,
            119,
        ),
        "cypress": many(
            lambda x: path(f"M{x - 7} {FOOT + 4}Q{x - 8} 60 {x} 40Q{x + 8} 60 {x + 7} {FOOT + 4}Z", LEAF2), 5, 123
        ),
        "cactus": many(lambda x: line(f"M{x} {FOOT + 4}V62M{x} 84h-7V74M{x} 78h7V68", "#3f9a4a", 6), 10, 118),
        "pots": many(
            lambda x: (
                path(f"M{x - 7} {FOOT - 8}h14l-2 13h-10z", "#c8603a")
                + many(lambda dx, dy: disc(x + dx, FOOT - 13 + dy, 5, LEAF), (-4, 2), (4, 2), (0, -4))
                + many(lambda dx, dy: disc(x + dx, FOOT - 13 + dy, 2, "#ff5f8f"), (-4, 0), (4, 0), (0, -6))
            ),
            8,
            120,
        ),
        "jacaranda": many(
            lambda x: (
                box(x - 2, FOOT - 20, 4, 24, "#6b4a3a")
                + many(
                    lambda dx, dy, c: disc(x + dx, FOOT - 30 + dy, 11, c),
                    (-7, 4, "#8a5fd0"),
                    (8, 4, "#a884e6"),
                    (0, -8, "#b79af0"),
                )
            ),
            8,
            122,
        ),
        "birches": many(
            lambda x: (
                box(x - 2, FOOT - 34, 4, 38, "#f4f4f0")
                + many(lambda dy: box(x - 2, FOOT + dy, 2.5, 1.5, DARK), -28, -18, -8)
                + oval(x, FOOT - 38, 9, 16, "#9fcf4a")
            ),
            5,
            123,
        ),
        "phone box": box(106, FOOT - 34, 18, 38, "#d8232f", 3)
        + box(109, FOOT - 27, 12, 24, GLASS)
        + line(f"M115 {FOOT - 27}v24M109 {FOOT - 19}h12M109 {FOOT - 11}h12", "#d8232f", 1.5)
        + disc(8, FOOT - 34, 5, LAMP)
        + box(7, FOOT - 30, 2.5, 34, DARK),
        "hydrant": box(6, FOOT - 8, 9, 13, "#e5412d", 2)
        + disc(10.500, FOOT - 9, 5, "#e5412d")
        + box(108, FOOT - 44, 12, 26, "#e8b93c", 3)
        + many(
            lambda y, c: disc(114, y, 3.2, c), (FOOT - 39, "#e5383b"), (FOOT - 31, "#ffd43b"), (FOOT - 23, "#51cf66")
        )
        + box(112.500, FOOT - 18, 3, 22, DARK),
        "lamps": many(lambda x: box(x - 1.2, FOOT - 40, 2.5, 44, DARK) + oval(x, FOOT - 43, 4.5, 6, LAMP), 8, 120),
        "hanok": many(
            lambda x: (
                box(x - 6, FOOT - 16, 12, 20, "#8f8a80", 2)
                + many(lambda dy: oval(x, FOOT - 12 + dy, 6, 3, "#a9a498"), 0, 8)
            ),
            6,
            122,
        ),
        "maples": many(
            lambda x: (
                box(x - 2, FOOT - 18, 4, 22, "#6b4a3a")
                + many(
                    lambda dx, dy, c: disc(x + dx, FOOT - 28 + dy, 11, c),
                    (-6, 4, "#e8491d"),
                    (7, 4, "#f5782d"),
                    (0, -7, "#d8322b"),
                )
            ),
            6,
            122,
        ),
    }
    return pairs[kind]


def _wheels(y, *xs, r=6) -> str:
    return many(lambda x: disc(x, y, r, "#2b2b30") + disc(x, y, r * 0.45, "#c3c9d4"), *xs)


def _bus(body, band="", tall=False) -> str:
    top = -44 if tall else -26
    return (
        box(-32, top, 64, -top - 5, body, 4)
        + box(-29, top + 4, 58, 9, GLASS)
        + (box(-29, top + 22, 58, 9, GLASS) if tall else "")
        + (box(-32, -13, 64, 4, band) if band else "")
        + _wheels(-4, -18, 18)
    )


def _car(body, roof="") -> str:
    return (
        path("M-28 -4V-14Q-28 -17 -20 -18L-12 -28H10L20 -18Q28 -17 28 -12V-4Z", body)
        + path("M-15 -18L-9 -25H-1V-18ZM2 -18V-25H8L15 -18Z", GLASS)
        + (box(-7, -32, 14, 5, roof, 2) if roof else "")
        + box(24, -13, 4, 4, LAMP)
        + _wheels(-4, -16, 16)
    )


def _tram(body, stripe) -> str:
    wires = line("M-6 -36L0 -46L6 -36", DARK, 2) + box(-36, -5, 72, 3, DARK)
    return (
        box(-38, -36, 76, 31, body, 5)
        + box(-38, -36, 76, 5, stripe, 3)
        + many(lambda x: box(x, -28, 14, 11, GLASS), -34, -16, 2, 20)
        + wires
    )


VEHICLES = {
    "bicycle": line("M-14 -8L-4 -24H10L16 -8M-4 -24L4 -8H-14M4 -8L10 -24l2-5h6M-8 -28h8", "#1f7a6a", 3)
    + many(lambda x: f'<circle cx="{x}" cy="-9" r="9" fill="none" stroke="#2b2b30" stroke-width="2.5"/>', -14, 16),
    "kei van": box(-22, -30, 42, 26, "#ffffff", 5)
    + box(-18, -26, 22, 10, GLASS)
    + path("M8 -26H14L18 -16H8Z", GLASS)
    + box(-22, -12, 42, 3, "#4dabf7")
    + _wheels(-4, -12, 11, r=5),
    "bus blue": _bus("#2f7fd8", "#ffffff"),
    "auto rickshaw": path("M-24 -6V-20Q-22 -32 -6 -34H14L24 -14V-6Z", "#ffd21f")
    + path("M-24 -20Q-22 -34 -6 -36H15L18 -28H-10Q-20 -28 -24 -20Z", "#2f9a4c")
    + path("M6 -28H15L21 -14H6Z", GLASS)
    + box(-18, -26, 16, 12, "#3a3f55")
    + _wheels(-4, -14, 18, r=5),
    "scooter red": path("M-20 -8Q-22 -20 -10 -20H4L12 -10L18 -32L22 -30L20 -8Z", "#e5383b")
    + box(-20, -25, 22, 5, "#3a2a24", 2)
    + line("M14 -33h8", DARK, 3)
    + disc(21, -27, 3, LAMP)
    + _wheels(-5, -14, 18),
    "small car": path("M-24 -4V-12Q-22 -30 0 -30Q20 -30 24 -14V-4Z", "#3f9ac4")
    + path("M-16 -16Q-12 -26 -2 -26V-16ZM1 -16V-26Q12 -26 17 -16Z", GLASS)
    + _wheels(-4, -13, 14),
    "beetle": path("M-28 -4Q-30 -18 -16 -18Q-10 -30 2 -30Q14 -30 18 -18Q30 -16 28 -4Z", "#4fae5a")
    + path("M-11 -18Q-6 -27 1 -27V-18ZM4 -18V-27Q12 -26 14 -18Z", GLASS)
    + box(-28, -8, 56, 3, "#ffffff")
    + _wheels(-4, -16, 16),
    "bus yellow": _bus("#f5c518", "#2f9a4c"),
    "cairo taxi": _car("#ffffff", LAMP) + "".join(box(-24 + 7 * k, -13, 3.500, 3.500, "#2b2b30") for k in range(7)),
    "matatu": box(-30, -34, 58, 30, "#ffffff", 6)
    + box(-26, -29, 40, 10, GLASS)
    + path("M17 -29H23L27 -18H17Z", GLASS)
    + box(-30, -16, 58, 5, "#ffd21f")
    + box(-24, -40, 40, 6, "#8a5a36", 2)
    + _wheels(-4, -17, 16),
    "donkey": path(
        "M-20 0V-18Q-20 -26 -10 -26H8L16 -36L18 -44L21 -37L24 -43L24 -35L30 -26L27 -23L20 -26L14 -16V0H10V-14H-14V0Z",
        "#8f8a90",
    )
    + path("M-8 -28H6L8 -12H-10Z", "#2f6fc4"),
    "tram red": _tram("#d8232f", "#ffffff"),
    "tram blue": _tram("#4f9fd0", "#dfeaf2"),
    "ute": path("M-30 -4V-16H-2V-28H14L20 -17Q30 -16 30 -10V-4Z", "#e8702a")
    + path("M2 -17V-25H12L16 -17Z", GLASS)
    + box(-30, -20, 26, 4, "#a8451a")
    + line("M31 -6V-20", DARK, 3)
    + _wheels(-4, -18, 18, r=7),
    "snow plough": box(-24, -32, 34, 26, "#f5a623", 3)
    + box(-4, -28, 12, 11, GLASS)
    + path("M16 -30Q10 -14 22 0H28Q20 -14 24 -30Z", "#3f6fb8")
    + box(10, -14, 8, 4, DARK)
    + box(-12, -37, 8, 5, LAMP, 2)
    + _wheels(-4, -15, 4, r=7),
    "yellow cab": _car("#ffc81f", LAMP) + "".join(box(-22 + 6 * k, -13, 3, 3, "#2b2b30") for k in range(8)),
    "double-decker": _bus("#d8232f", "", tall=True),
    "mototaxi": path("M-24 -6V-28Q-22 -36 -8 -36H10V-6Z", "#d8322b")
    + box(-18, -30, 22, 13, "#fff3d6")
    + line("M10 -10H20L24 -26l-6-2", DARK, 3)
    + _wheels(-4, -14, 22, r=6)
    + box(-24, -12, 34, 3, "#ffd54a"),
    "dolmus": _car("#ffd54a")
    + "".join(box(-24 + 8 * k, -12, 4, 3, "#2b2b30") for k in range(6))
    + box(-10, -31, 16, 4, "#d8322b", 1),
    "cyclo": line("M-18 -10L-6 -26H6M-6 -26L0 -10", "#2f7a8a", 3)
    + path("M0 -10V-28Q2 -38 14 -38Q22 -36 24 -28L12 -26V-16H28V-10Z", "#2f8f6a")
    + _wheels(-7, -18, 6, 24, r=7),
}
