"""A street of each country: three houses from interchangeable parts, what hangs over the road, what stands and drives on it."""

from dataclasses import dataclass

from helpers.pictures.atlas.landmarks import eaves, onion, palm, pine, tree
from helpers.pictures.atlas.stage import GLASS, LAMP, LEAF, LEAF2, PAVE, ROAD
from helpers.pictures.pen import at, box, disc, line, many, oval, path

FOOT, DARK = 98, "#3a3f55"
PLACES = ((1, 42), (43, 42), (85, 42))  # where a house starts, and its width


@dataclass(frozen=True)
class Street:
    """The parts of a street; heights and walls a house."""

    heights: tuple[int, int, int]
    walls: tuple[str, str, str]
    roof: str
    tiles: str
    window: str
    over: str
    sign: str
    stands: str
    vehicle: str


def _roof(kind, x, y, w, tiles) -> str:
    middle = x + w / 2
    if kind == "flat":
        return box(x - 2, y - 4, w + 4, 6, tiles)
    if kind == "gable":
        return path(f"M{x - 3} {y + 1}L{middle} {y - 20}L{x + w + 3} {y + 1}Z", tiles)
    if kind == "steep":
        return path(f"M{x - 3} {y + 1}L{middle} {y - 30}L{x + w + 3} {y + 1}Z", tiles) + line(
            f"M{middle} {y - 30}V{y - 34}", tiles, 2
        )
    if kind == "low":
        return path(f"M{x - 4} {y + 2}L{x + 4} {y - 9}H{x + w - 4}L{x + w + 4} {y + 2}Z", tiles) + "".join(
            line(f"M{x + k} {y - 7}V{y}", "#00000030", 1.5) for k in range(6, int(w) - 3, 5)
        )
    if kind == "mansard":
        dormers = many(
            lambda dx: box(middle + dx - 4, y - 13, 8, 10, "#e8e4da", 3) + box(middle + dx - 2.5, y - 11, 5, 8, GLASS),
            -10,
            10,
        )
        return (
            path(f"M{x - 1} {y + 1}L{x + 4} {y - 18}H{x + w - 4}L{x + w + 1} {y + 1}Z", tiles)
            + dormers
            + box(x + 5, y - 25, 5, 8, "#b5563c")
        )
    if kind == "upturned":
        return eaves(y, w * 0.62, 10, tiles, middle)
    if kind == "dome":
        return box(x - 1, y - 3, w + 2, 4, tiles) + onion(middle, y - 3, 10, tiles)
    if kind == "chimneys":
        return (
            path(f"M{x - 2} {y + 1}L{x + 6} {y - 14}H{x + w - 6}L{x + w + 2} {y + 1}Z", tiles)
            + box(x + 8, y - 24, 9, 13, "#8a4030")
            + many(lambda dx: box(x + dx, y - 27, 3, 4, "#d98a5a"), 9, 13)
        )
    if kind == "tower":
        return box(x + 5, y - 8, w - 10, 9, tiles) + box(middle - 1, y - 22, 2, 14, tiles)
    raise KeyError(f"no roof {kind!r}")


def _windows(kind, x, y, w) -> str:
    """Rows of windows down to the ground floor."""
    out, rows = "", range(int(y) + 8, FOOT - 26, 19)
    for row in rows:
        for left in (x + 6, x + w - 16):
            if kind == "shutters":
                out += (
                    box(left, row, 9, 13, GLASS) + box(left - 4, row, 4, 13, LEAF2) + box(left + 9, row, 4, 13, LEAF2)
                )
            elif kind == "arched":
                out += path(f"M{left} {row + 14}V{row + 5}A5 5 0 0 1 {left + 10} {row + 5}V{row + 14}Z", GLASS)
            elif kind == "lattice":
                out += box(left - 1, row, 12, 12, LAMP) + line(
                    f"M{left + 3} {row}v12M{left + 7} {row}v12M{left - 1} {row + 6}h12", "#5b3a24", 1.5
                )
            elif kind == "framed":
                out += (
                    box(left - 2, row - 2, 13, 16, "#ffffff")
                    + box(left, row, 9, 12, GLASS)
                    + line(f"M{left + 4.5} {row}v12M{left} {row + 5}h9", "#ffffff", 1.5)
                )
            elif kind == "boxes":
                out += (
                    box(left - 1, row, 11, 11, GLASS)
                    + box(left - 3, row + 10, 15, 4, "#e5383b")
                    + box(left - 3, row + 13, 15, 2, LEAF2)
                )
            elif kind == "balcony":
                out += box(left, row - 1, 9, 14, GLASS) + line(
                    f"M{left - 3} {row + 13}h15M{left - 2} {row + 9}v4M{left + 2} {row + 9}v4M{left + 6} {row + 9}v4M{left + 11} {row + 9}v4",
                    "#2b2b30",
                    1.2,
                )
            elif kind == "grid":
                out += many(lambda dx, dy: box(left + dx, row + dy, 5, 6, GLASS), (-2, 0), (5, 0), (-2, 9), (5, 9))
            else:
                out += box(left, row, 9, 10, GLASS)
    return out


def _ground(sign, x, w) -> str:
    """The ground floor: a door and a shop."""
    y = FOOT - 22
    door = box(x + 4, y + 4, 10, 18, "#5b3a24", 1)
    shop = box(x + 17, y + 4, w - 21, 13, GLASS)
    if sign.startswith("awning"):
        light, dark = {
            "awning red": ("#ffffff", "#d8322b"),
            "awning green": ("#ffffff", "#2f8f4c"),
            "awning blue": ("#ffffff", "#2f6fc4"),
            "awning orange": ("#ffd54a", "#e8702a"),
        }[sign]
        return (
            door
            + shop
            + "".join(
                box(x + 1 + k * (w - 2) / 6, y - 3, (w - 2) / 6, 8, dark if k % 2 == 0 else light) for k in range(6)
            )
        )
    if sign == "upright":
        return (
            door
            + shop
            + box(x + w - 9, y - 34, 8, 32, "#d8322b")
            + many(lambda dy: box(x + w - 7, y - 31 + dy, 4, 4, LAMP), 0, 8, 16, 23)
        )
    if sign == "neon":
        return (
            door
            + shop
            + box(x + w - 10, y - 36, 9, 34, DARK)
            + many(
                lambda dy, c: box(x + w - 8, y - 33 + dy, 5, 6, c),
                (0, "#ff4fa0"),
                (9, LAMP),
                (18, "#3fe0e8"),
                (25, "#8fff6a"),
            )
            + box(x + 2, y - 4, w - 14, 7, "#2f6fc4")
        )
    if sign == "front":
        return (
            box(x, y, w, 22, "#2b2b30")
            + box(x + 4, y + 7, 10, 15, "#8a1f1c")
            + box(x + 17, y + 8, w - 21, 11, GLASS)
            + box(x + 3, y + 2, w - 6, 4, "#e8b93c")
        )
    if sign == "stall":
        return (
            door
            + shop
            + path(f"M{x + 10} {y + 2}H{x + w - 1}L{x + w + 2} {y + 9}H{x + 7}Z", "#e8a02c")
            + box(x + 12, y + 15, w - 14, 7, "#8a5a36")
            + many(lambda dx: disc(x + dx, y + 14, 3, "#e8702a"), 17, 24, 31)
        )
    return door + shop + box(x + 15, y - 4, w - 17, 6, "#27447a" if sign == "navy" else "#d8322b")


def _over(kind) -> str:
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


def _stands(kind) -> str:
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
    "bicycle": line("M-14 -8L-4 -24H10L16 -8M-4 -24L4 -8H-14M4 -8L10 -24l2-5h6M-8 -28h8", "#1f7a6a", 3) + many(lambda x: f'<circle cx="{x}" cy="-9" r="9" fill="none" stroke="#2b2b30" stroke-width="2.5"/>', -14, 16),
    "kei van": box(-22, -30, 42, 26, "#ffffff", 5) + box(-18, -26, 22, 10, GLASS) + path("M8 -26H14L18 -16H8Z", GLASS) + box(-22, -12, 42, 3, "#4dabf7") + _wheels(-4, -12, 11, r=5),
    "bus blue": _bus("#2f7fd8", "#ffffff"),
    "auto rickshaw": path("M-24 -6V-20Q-22 -32 -6 -34H14L24 -14V-6Z", "#ffd21f") + path("M-24 -20Q-22 -34 -6 -36H15L18 -28H-10Q-20 -28 -24 -20Z", "#2f9a4c") + path("M6 -28H15L21 -14H6Z", GLASS) + box(-18, -26, 16, 12, "#3a3f55") + _wheels(-4, -14, 18, r=5),
    "scooter red": path("M-20 -8Q-22 -20 -10 -20H4L12 -10L18 -32L22 -30L20 -8Z", "#e5383b") + box(-20, -25, 22, 5, "#3a2a24", 2) + line("M14 -33h8", DARK, 3) + disc(21, -27, 3, LAMP) + _wheels(-5, -14, 18),
    "small car": path("M-24 -4V-12Q-22 -30 0 -30Q20 -30 24 -14V-4Z", "#3f9ac4") + path("M-16 -16Q-12 -26 -2 -26V-16ZM1 -16V-26Q12 -26 17 -16Z", GLASS) + _wheels(-4, -13, 14),
    "beetle": path("M-28 -4Q-30 -18 -16 -18Q-10 -30 2 -30Q14 -30 18 -18Q30 -16 28 -4Z", "#4fae5a") + path("M-11 -18Q-6 -27 1 -27V-18ZM4 -18V-27Q12 -26 14 -18Z", GLASS) + box(-28, -8, 56, 3, "#ffffff") + _wheels(-4, -16, 16),
    "bus yellow": _bus("#f5c518", "#2f9a4c"),
    "cairo taxi": _car("#ffffff", LAMP) + "".join(box(-24 + 7 * k, -13, 3.500, 3.500, "#2b2b30") for k in range(7)),
    "matatu": box(-30, -34, 58, 30, "#ffffff", 6) + box(-26, -29, 40, 10, GLASS) + path("M17 -29H23L27 -18H17Z", GLASS) + box(-30, -16, 58, 5, "#ffd21f") + box(-24, -40, 40, 6, "#8a5a36", 2) + _wheels(-4, -17, 16),
    "donkey": path("M-20 0V-18Q-20 -26 -10 -26H8L16 -36L18 -44L21 -37L24 -43L24 -35L30 -26L27 -23L20 -26L14 -16V0H10V-14H-14V0Z", "#8f8a90") + path("M-8 -28H6L8 -12H-10Z", "#2f6fc4"),
    "tram red": _tram("#d8232f", "#ffffff"),
    "tram blue": _tram("#4f9fd0", "#dfeaf2"),
    "ute": path("M-30 -4V-16H-2V-28H14L20 -17Q30 -16 30 -10V-4Z", "#e8702a") + path("M2 -17V-25H12L16 -17Z", GLASS) + box(-30, -20, 26, 4, "#a8451a") + line("M31 -6V-20", DARK, 3) + _wheels(-4, -18, 18, r=7),
    "snow plough": box(-24, -32, 34, 26, "#f5a623", 3) + box(-4, -28, 12, 11, GLASS) + path("M16 -30Q10 -14 22 0H28Q20 -14 24 -30Z", "#3f6fb8") + box(10, -14, 8, 4, DARK) + box(-12, -37, 8, 5, LAMP, 2) + _wheels(-4, -15, 4, r=7),
    "yellow cab": _car("#ffc81f", LAMP) + "".join(box(-22 + 6 * k, -13, 3, 3, "#2b2b30") for k in range(8)),
    "double-decker": _bus("#d8232f", "", tall=True),
    "mototaxi": path("M-24 -6V-28Q-22 -36 -8 -36H10V-6Z", "#d8322b") + box(-18, -30, 22, 13, "#fff3d6") + line("M10 -10H20L24 -26l-6-2", DARK, 3) + _wheels(-4, -14, 22, r=6) + box(-24, -12, 34, 3, "#ffd54a"),
    "dolmus": _car("#ffd54a") + "".join(box(-24 + 8 * k, -12, 4, 3, "#2b2b30") for k in range(6)) + box(-10, -31, 16, 4, "#d8322b", 1),
    "cyclo": line("M-18 -10L-6 -26H6M-6 -26L0 -10", "#2f7a8a", 3) + path("M0 -10V-28Q2 -38 14 -38Q22 -36 24 -28L12 -26V-16H28V-10Z", "#2f8f6a") + _wheels(-7, -18, 6, 24, r=7),
}  # fmt: skip

STREETS = {
    "china": Street((52, 40, 54), ("#c8402f", "#d8a05a", "#b5362c"), "upturned", "#4a5a4f", "lattice", "lanterns", "upright", "bamboo", "bicycle"),
    "japan": Street((44, 58, 36), ("#d8cdb8", "#8a6a4c", "#c3c9d4"), "low", "#4f5a70", "lattice", "cables", "neon", "cherry", "kei van"),
    "south korea": Street((24, 46, 16), ("#f4f1ea", "#d9dde6", "#f7efe2"), "flat", "#4fa878", "grid", "silk lanterns", "neon", "hanok", "bus blue"),
    "india": Street((50, 44, 52), ("#ff9a5a", "#ff7fa8", "#5fc4c0"), "dome", "#f5d9a0", "arched", "marigolds", "stall", "palms", "auto rickshaw"),
    "italy": Street((42, 36, 46), ("#e8a05a", "#f0c27a", "#d8794f"), "low", "#b5563c", "shutters", "washing", "awning green", "cypress", "scooter red"),
    "france": Street((50, 46, 50), ("#efe6d4", "#e6dac2", "#f2ead8"), "mansard", "#6f7f96", "balcony", "none", "awning red", "lamps", "small car"),
    "mexico": Street((58, 50, 60), ("#ff6f91", "#ffc93c", "#3fb8a8"), "flat", "#e8e0cc", "balcony", "paper flags", "stall", "cactus", "beetle"),
    "brazil": Street((54, 36, 46), ("#4fc08a", "#ffd34f", "#4f9ae0"), "low", "#c8603a", "plain", "none", "awning orange", "palms", "bus yellow"),
    "egypt": Street((44, 36, 48), ("#e3c48a", "#d8b070", "#ecd39c"), "dome", "#c9944f", "arched", "none", "stall", "palms", "cairo taxi"),
    "kenya": Street((48, 56, 44), ("#3fa89a", "#e8702a", "#3f7fc4"), "low", "#a85a3c", "plain", "none", "stall", "jacaranda", "matatu"),
    "greece": Street((60, 52, 62), ("#ffffff", "#f7f9fc", "#ffffff"), "dome", "#2f6fd0", "arched", "vines", "navy", "pots", "donkey"),
    "switzerland": Street((58, 54, 60), ("#c98a54", "#b0743f", "#d8a06a"), "gable", "#7a4a30", "boxes", "tram wires", "plain", "pines", "tram red"),
    "norway": Street((56, 52, 58), ("#c8382c", "#e8b33c", "#3f6f9a"), "steep", "#4a4f5c", "framed", "tram wires", "plain", "birches", "tram blue"),
    "australia": Street((68, 64, 68), ("#f2dcb0", "#d8c3a0", "#e8cfa8"), "low", "#a9b0b4", "plain", "none", "awning blue", "trees", "ute"),
    "canada": Street((48, 40, 52), ("#a8503c", "#8f4434", "#b5604a"), "chimneys", "#4a5a6a", "framed", "none", "awning red", "maples", "snow plough"),
    "united states": Street((22, 34, 12), ("#8f9ab0", "#a8604a", "#6f86a8"), "tower", "#5a6478", "grid", "none", "navy", "hydrant", "yellow cab"),
    "united kingdom": Street((46, 46, 46), ("#a8553c", "#b0604a", "#9a4a36"), "chimneys", "#4a4f5c", "framed", "bunting", "front", "phone box", "double-decker"),
    "peru": Street((58, 50, 60), ("#f4efe4", "#fbf7ee", "#efe6d4"), "low", "#c8603a", "balcony", "paper flags", "stall", "pots", "mototaxi"),
    "turkey": Street((44, 40, 46), ("#e0a8a0", "#a8c4d8", "#e8d4a0"), "flat", "#8a4a36", "boxes", "crescents", "awning red", "trees", "dolmus"),
    "vietnam": Street((34, 22, 40), ("#ffd35f", "#f5c14a", "#ffe08a"), "flat", "#c8603a", "shutters", "silk lanterns", "stall", "palms", "cyclo"),
}  # fmt: skip


def street(country: str, look: str, snow: bool = False) -> str:
    """The street as markup; `look` 'one', 'two' or 'three' is where its vehicle is and which house stands where."""
    parts, turn = STREETS[country], ("one", "two", "three").index(look)
    order = [(k + turn) % 3 for k in range(3)]
    houses = "".join(_house(parts, k, *place, snow) for k, place in zip(order, PLACES, strict=True))
    road = (
        box(0, FOOT, 128, 8, PAVE)
        + box(0, FOOT + 8, 128, 30, ROAD)
        + many(lambda x: box(x, 117, 16, 2.5, "#e9e4d4"), 4, 36, 68, 100)
    )
    shadow = oval((40, 64, 88)[turn], 122, 30, 3, "#00000040")
    return (
        houses
        + _over(parts.over)
        + road
        + _stands(parts.stands)
        + shadow
        + at(VEHICLES[parts.vehicle], (40, 64, 88)[turn], 123, 1.05)
    )


def _house(parts: Street, k: int, x: float, w: float, snow: bool) -> str:
    y, wall = parts.heights[k], parts.walls[k]
    roof = _roof(parts.roof, x, y, w, "#f7fafd" if snow else parts.tiles)
    return (
        box(x, y, w, FOOT - y, wall)
        + box(x, FOOT - 3, w, 3, "#00000025")
        + roof
        + _windows(parts.window, x, y, w)
        + _ground(parts.sign, x, w)
    )
