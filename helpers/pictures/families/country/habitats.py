"""Habitats of the animals: ground up to y = 78, and on the right a thing the country is known for."""

from helpers.pictures.families.country.ground import SNOW, arch, eaves, onion, palm, pine
from helpers.pictures.families.country.stage import (
    DIAL,
    DUNE,
    GLASS,
    GRASS,
    GRASS2,
    LEAF,
    LEAF2,
    OCHRE,
    OCHRE2,
    SAND,
    STRAW,
    STRAW2,
    WATER,
    WATER2,
)
from helpers.pictures.kit.svg import at, box, disc, line, many, oval, path

_LAND = box(0, 78, 128, 50, GRASS2) + path("M0 94Q50 82 128 92V128H0Z", GRASS)
_DUNES = box(0, 76, 128, 52, DUNE) + path("M0 92Q44 78 128 92V128H0Z", SAND)
_HILLS = path("M0 80Q18 60 40 70Q70 58 128 72V84H0Z", LEAF)
_SHORE = (
    box(0, 66, 128, 30, WATER)
    + line("M6 72H26M30 80H60M70 72H88", WATER2, 2)
    + path("M0 94Q60 84 128 92V128H0Z", GRASS)
)
_SEA = box(0, 66, 128, 62, WATER) + line("M4 76H24M36 92H66M8 106H34M84 104H112M60 118H90", WATER2, 2.500)


def _ridge(*peaks) -> str:
    """Mountains with snow on them: (middle, top, half a width)."""

    def peak(x, y, w):
        h = 82 - y
        cap = path(
            f"M{x} {y}l{w * 0.3:.1f} {h * 0.3:.1f}L{x} {y + h * 0.22:.1f}L{x - w * 0.3:.1f} {y + h * 0.3:.1f}Z", SNOW
        )
        return path(f"M{x} {y}L{x + w} 82H{x - w}Z", "#8a90a6") + cap

    return many(peak, *peaks)


def _bamboo():
    cane = many(
        lambda x, w: (
            box(x, 0, w, 92, "#7cb84a") + many(lambda y: box(x - 0.5, y, w + 1, 2, "#4f8a2f"), 14, 34, 54, 74)
            + path(f"M{x + w} 22q12 -4 16 4q-9 3 -16 -4zM{x} 46q-12 -4 -16 4q9 3 16 -4z", LEAF)
        ),
        (4, 5), (20, 4), (94, 4),
    )  # fmt: skip
    roofs = eaves(52, 11, 6, "#b5302a", 112) + eaves(64, 14, 6, "#b5302a", 112) + eaves(77, 17, 7, "#b5302a", 112)
    return cane + box(104, 50, 16, 34, "#f0d8a8") + roofs + _LAND


def _torii():
    gate = many(lambda x: box(x, 50, 4, 38, "#d8322b"), 100, 118) + box(97, 56, 28, 4, "#d8322b")
    return (
        _ridge((34, 30, 40))
        + _SHORE
        + gate
        + path("M92 42Q111 48 130 42L128 49Q111 52 94 49Z", "#2b2b33")
        + box(95, 48, 32, 4, "#d8322b")
    )


def _palace():
    gate = (
        box(98, 60, 28, 24, "#c9c5bd")
        + arch(112, 84, 9, 14, "#3a3f55")
        + box(100, 48, 24, 12, "#c8402f")
        + eaves(50, 18, 8, "#3f7f78", 112)
    )
    return (
        _ridge((20, 36, 26), (56, 46, 26))
        + gate
        + box(106, 34, 12, 8, "#c8402f")
        + eaves(37, 12, 6, "#3f7f78", 112)
        + _LAND
    )


def _marble():
    tomb = box(98, 60, 28, 22, "#fbf7f0") + onion(112, 60, 9, "#fbf7f0") + arch(112, 82, 9, 15, "#a8b4c8")
    return (
        _HILLS
        + tomb
        + many(lambda x: box(x, 44, 3, 40, "#efe8dc") + disc(x + 1.5, 43, 2.5, "#efe8dc"), 91, 125)
        + _LAND
    )


def _leaning():
    tower = (
        box(-6, -44, 12, 46, "#fbf3e2")
        + many(lambda y: box(-8, y, 16, 2.5, "#c9b48f"), -46, -36, -26, -16, -6)
        + box(-4, -52, 8, 7, "#fbf3e2")
    )
    rows = many(lambda x, y: oval(x, y, 4, 14, LEAF2), (6, 66), (18, 70), (92, 72))
    return _HILLS + rows + at(tower, 112, 84, 1, 7) + _LAND


def _iron_tower():
    iron = path("M111 34H113Q114 58 126 84H119Q116 74 112 74Q108 74 105 84H98Q110 58 111 34Z", "#6b4f38")
    return _HILLS + iron + box(104, 68, 16, 3, "#4f3826") + box(108, 55, 8, 2.500, "#4f3826") + _LAND


def _steps():
    stairs = "".join(box(92 + 4 * k, 74 - 8 * k, 40 - 8 * k, 9, "#b8a27f" if k % 2 else "#a08a68") for k in range(4))
    cactus = line("M12 96V58M12 78Q3 78 3 68M12 84Q21 84 21 74", "#3f8f4a", 6)
    return stairs + box(108, 40, 8, 9, "#6b5a44") + line("M112 50V82", "#e0d0b0", 5) + _DUNES + cactus


def _sugarloaf():
    figure = box(111, 40, 2.5, 18, "#f4f6fa") + box(104, 44, 16.5, 2.5, "#f4f6fa") + disc(112.200, 39, 2.200, "#f4f6fa")
    rock = path("M92 84Q98 58 110 56Q122 56 132 84Z", LEAF2)
    return rock + figure + palm(10, 96, 52) + path("M24 84Q28 50 38 48Q50 50 54 84Z", "#8f7f78") + _LAND


def _pyramids():
    return (
        path("M108 38L134 82H82Z", "#d9b45a")
        + path("M108 38L134 82H116Z", "#b38c3c")
        + path("M84 60L98 82H70Z", "#d9b45a")
        + _DUNES
        + palm(8, 94, 46)
    )


def _acacia():
    crown = path("M84 52Q88 40 108 40Q128 40 134 52Q110 58 84 52Z", "#5f8f3a")
    mountain = path("M0 80L24 46H44L74 80Z", "#7f8fb0") + path("M24 46H44L50 53L42 51L34 56L26 51L18 54Z", SNOW)
    return (
        mountain
        + line("M108 84V62L98 52M108 64L120 52", "#6b4a2a", 4)
        + crown
        + box(0, 78, 128, 50, STRAW2)
        + path("M0 94Q50 82 128 92V128H0Z", STRAW)
    )


def _blue_dome():
    church = (
        box(100, 54, 26, 26, "#ffffff")
        + path("M101 54A12 13 0 0 1 125 54Z", "#1f6fd0")
        + box(112, 33, 2, 9, "#ffffff")
        + box(109.500, 36, 7, 2, "#ffffff")
    )
    return _SEA + path("M82 82Q96 70 134 72V88H82Z", "#c8a880") + church + arch(113, 80, 6, 12, "#1f6fd0")


def _alps():
    chalet = box(100, 66, 22, 16, "#8a5a36") + path("M96 68L111 55L126 68Z", "#5f3a24") + box(107, 70, 8, 6, GLASS)
    return _ridge((8, 40, 30), (104, 26, 30), (60, 58, 24)) + chalet + _LAND


def _fjord():
    cliffs = (
        path("M0 30Q16 34 24 60L34 84H0Z", "#7f8aa0")
        + path("M128 36Q108 42 100 84H128Z", "#8f9ab0")
        + path("M0 30Q10 32 16 42L8 40L0 46Z", SNOW)
    )
    cabin = box(102, 70, 18, 13, "#c8322b") + path("M99 71L111 61L123 71Z", "#3a3f55") + box(107, 74, 6, 5, GLASS)
    return cliffs + box(30, 72, 74, 14, WATER) + _LAND + cabin + pine(8, 96, 34)


def _red_rock():
    rock = path("M62 80Q66 56 80 54L118 52Q128 54 132 80Z", "#c8542f") + line(
        "M76 60V78M90 58V78M104 57V78M116 58V78", "#a03f22", 2
    )
    return (
        rock
        + box(0, 76, 128, 52, OCHRE2)
        + path("M0 92Q50 82 128 92V128H0Z", OCHRE)
        + many(lambda x, y: oval(x, y, 6, 3.5, "#9aa85a"), (8, 90), (118, 100), (22, 106))
    )


def _maples():
    def maple(x, foot, r):
        return (
            box(x - 2, foot - 20, 4, 20, "#7a5236")
            + disc(x, foot - 26, r, "#d8322b")
            + disc(x + r * 0.4, foot - 20, r * 0.7, "#e8602f")
        )

    return _ridge((22, 46, 30)) + pine(6, 84, 40) + _SHORE + maple(114, 96, 15) + maple(98, 90, 9)


def _canyon():
    towers = many(
        lambda x, y, w: (
            path(f"M{x} 80L{x + 4} {y}H{x + w - 4}L{x + w} 80Z", "#c8603a") + box(x + 4, y, w - 8, 5, "#e0804f")
        ),
        (-10, 50, 34), (94, 40, 30), (112, 54, 26), (40, 66, 22),
    )  # fmt: skip
    return towers + _DUNES


def _clock_tower():
    tower = (
        box(106, 36, 13, 48, "#d8b878")
        + path("M104 37L112.500 20L121 37Z", "#5f6a50")
        + disc(112.500, 46, 5, DIAL)
        + line("M112.500 46V42.500M112.500 46H115", "#3a3f55", 1)
    )
    return (
        _HILLS
        + tower
        + box(119, 64, 12, 20, "#c9a868")
        + box(96, 68, 10, 16, "#c9a868")
        + many(lambda x: box(x, 58, 2.500, 20, "#b8945a"), 107, 115)
        + box(121, 68, 4, 8, GLASS)
        + _LAND
    )


def _terraces():
    peak = path("M84 84Q98 66 106 34Q114 30 120 44L136 84Z", LEAF2)
    steps = "".join(line(f"M84 {72 + 5 * k}H128", "#b8b0a0", 1.600) for k in range(3))
    huts = many(lambda x: box(x, 66, 9, 8, "#c9c0ae") + path(f"M{x - 1} 66l5.5 -6l5.5 6z", "#a89a80"), 92, 106, 118)
    return _ridge((20, 40, 32)) + peak + huts + _LAND + steps


def _minarets():
    mosque = (
        box(98, 64, 26, 18, "#c9c0ae") + path("M99 64A12 12 0 0 1 123 64Z", "#7f9ab8") + arch(111, 82, 7, 11, "#6b4f36")
    )
    return (
        _HILLS
        + mosque
        + many(
            lambda x: box(x, 40, 3, 44, "#d9d0be") + path(f"M{x - 1} 40L{x + 1.5} 29L{x + 4} 40Z", "#5f7a98"), 93, 124
        )
        + _LAND
    )


def _paddies():
    rocks = many(
        lambda x, y, w: path(f"M{x - w} 82Q{x - w} {y} {x} {y}Q{x + w} {y} {x + w} 82Z", LEAF2),
        (10, 40, 14),
        (118, 38, 13),
        (98, 54, 11),
    )
    hat = path("M98 70L109 61L120 70Q109 73 98 70Z", "#f0d890") + path("M103 70H115L118 84H100Z", "#5f4fa8")
    fields = box(0, 80, 128, 48, WATER2) + many(
        lambda y: path(f"M0 {y}Q60 {y - 6} 128 {y}V{y + 5}Q60 {y - 1} 0 {y + 5}Z", GRASS), 82, 94, 106, 118
    )
    return rocks + fields + hat


HABITATS = {
    "china": _bamboo(), "japan": _torii(), "south korea": _palace(), "india": _marble(), "italy": _leaning(),
    "france": _iron_tower(), "mexico": _steps(), "brazil": _sugarloaf(), "egypt": _pyramids(), "kenya": _acacia(),
    "greece": _blue_dome(), "switzerland": _alps(), "norway": _fjord(), "australia": _red_rock(), "canada": _maples(),
    "united states": _canyon(), "united kingdom": _clock_tower(), "peru": _terraces(), "turkey": _minarets(),
    "vietnam": _paddies(),
}  # fmt: skip
