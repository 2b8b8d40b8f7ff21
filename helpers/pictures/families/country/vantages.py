"""The places of San Francisco from a street, from the water and from high up."""

from helpers.pictures.families.country.san_francisco import DARK, FOOT, ORANGE, SPOTS, WHITE
from helpers.pictures.families.country.stage import GLASS, GRASS, GRASS2, LAMP, PAVE, ROAD, WATER, WATER2
from helpers.pictures.kit.svg import at, box, disc, line, many, oval, path


def golden_gate(x, y, s) -> str:
    """The bridge from the side, with its roadway at height y."""
    towers = many(
        lambda k: (
            box(k - 4, -54, 3, 74, ORANGE)
            + box(k + 2, -54, 3, 74, ORANGE)
            + many(lambda r: box(k - 3, r, 7, 4, ORANGE), -54, -38, -22, -8)
        ),
        -34,
        34,
    )
    cable = line("M-92 -2Q-60 -6 -34 -52Q0 34 34 -52Q60 -6 92 -2", ORANGE, 2.200)
    hangers = "".join(line(f"M{k} 0V{-2 - 50 * (k / 34) ** 2:.1f}", ORANGE, 1) for k in range(-28, 29, 7))
    outer = "".join(
        line(f"M{k} 0V{-48 * ((66 - abs(k)) / 32) ** 1.6 - 2:.1f}", ORANGE, 1) for k in (-59, -52, -45, 45, 52, 59)
    )
    lamps = many(lambda k: disc(k, -1, 1.500, LAMP), *range(-84, 85, 14))
    return at(towers + cable + hangers + outer + box(-100, 0, 200, 5, "#c8431f") + lamps, x, y, s)


def _blocks() -> str:
    """The city round a square, seen from above: roofs in rows at both sides and at the foot."""
    out, colors = "", ("#b5604a", "#8f9ab0", "#c9b48f", "#7f8fa0", "#a87f6a")
    places = [(x, y, 15, 8) for y in (62, 76, 90) for x in (-9, 8, 106, 123)]
    places += [(x, 108, 24, 12) for x in (-14, 13, 40, 67, 94, 121)]
    for k, (x, y, w, rise) in enumerate(places):
        out += (
            path(f"M{x} {y}l4 {-rise}h{w - 8}l4 {rise}z", colors[k * 2 % 5])
            + box(x + 1, y, w - 2, 20, "#efe6d6")
            + many(lambda d, x=x, y=y: box(x + d, y + 3, 3.500, 4.500, GLASS), *range(3, w - 4, 6))
        )
    return out


def _checks(color) -> str:
    return "".join(
        box(x, y, 12, 5, color) for k, y in enumerate((84, 89, 94)) for x in range(22 + 12 * (k % 2), 100, 24)
    )


_RAINBOW = ("#e5383b", "#ff922b", "#ffd43b", "#51cf66", "#4dabf7", "#b197fc")
_PATHS = line("M30 98Q64 84 98 98M64 86V100", "#f0e0b8", 3)
_TRACKS = line("M20 99L108 85M24 103L112 89", "#4a4f5c", 1.500)
# place -> the ground of its square, and what is on it
SQUARES = {
    "alamo square": (GRASS, _PATHS),
    "chinatown": ("#e0a090", _checks("#d0705f")),
    "fisherman's wharf": ("#b98a5e", many(lambda y: line(f"M14 {y}H114", "#8f6540", 1.200), 86, 90, 94, 98)),
    "golden gate heights": (GRASS2, ""),
    "haight-ashbury": (PAVE, many(lambda x, c: box(x, 97, 14, 6, c), *zip(range(22, 106, 14), _RAINBOW, strict=True))),
    "mission district": ("#f0c890", _checks("#e8a868")),
    "nob hill": ("#a9a49a", _TRACKS),
    "treasure island": (WATER, line("M10 92H30M98 92H118M18 99H50M80 99H112", WATER2, 2)),
    "twin peaks": (GRASS2, line("M24 102Q44 90 64 100T106 92", "#8d8f98", 4)),
    "union square": ("#e6dcc8", _checks("#cbbfa6")),
}  # fmt: skip


def from_vantage(place: str, vantage: str) -> str:
    """A place as markup, seen from a street, from the water or from high up."""
    spot = SPOTS[place]
    if vantage == "from a street":
        road = (
            box(0, FOOT, 128, 6, PAVE)
            + path("M0 110H128V128H0Z", ROAD)
            + line("M0 118H128", "#3f4450", 1.5)
            + line("M0 123H128", "#3f4450", 1.5)
        )
        lamp = box(5, 74, 2.5, 34, DARK) + disc(6.200, 72, 4.500, LAMP)
        return spot + road + lamp + box(112, 98, 9, 10, "#e5412d", 3)
    if vantage == "from the water":
        hills = path("M0 78Q20 58 42 70T90 64T128 74V84H0Z", GRASS2)
        sea = box(0, 82, 128, 46, WATER) + line("M6 92H26M98 96H122M40 104H66M84 118H116M8 116H30", WATER2, 2.500)
        sail = path("M-14 0H14L9 7H-9Z", WHITE) + path("M-1 -26V-2H-13Z", WHITE) + path("M2 -30V-2H15Z", "#ffd9a0")
        return (
            hills
            + at(spot, 21, 12, 0.670)
            + box(0, 81, 128, 5, "#8a7a66")
            + sea
            + at(sail, 22, 112, 1.2)
            + oval(104, 110, 7, 4, "#6b4a3a")
            + disc(110, 106, 3.5, "#6b4a3a")
        )
    sea = box(0, 38, 128, 26, WATER) + path("M0 44Q14 32 40 40T78 40V48H0Z", GRASS2) + golden_gate(22, 48, 0.4)
    skyline = many(
        lambda x, y, w: (
            box(x, y, w, 74 - y, "#9fb0c8") + many(lambda r: box(x + 2, r, w - 4, 2, GLASS), *range(y + 4, 70, 5))
        ),
        (94, 40, 8),
        (117, 38, 11),
    ) + path("M102 74L109 20L116 74Z", "#dfe6f0")
    ground, signs = SQUARES[place]
    square = path("M20 80H108L126 104H2Z", "#ffffff") + path("M22 82H106L122 102.500H6Z", ground) + signs
    return sea + skyline + box(0, 60, 128, 68, ROAD) + _blocks() + square + at(spot, 20.500, 28.500, 0.680)
