"""San Francisco from a street, from the water and from high up."""

from helpers.pictures.atlas.san_francisco import DARK, FOOT, ORANGE, SPOTS, WHITE
from helpers.pictures.atlas.stage import GLASS, GRASS, GRASS2, LAMP, PAVE, ROAD, WATER, WATER2
from helpers.pictures.pen import at, box, disc, line, many, oval, path


def golden_gate(x, y, s) -> str:
    """The bridge from the side, its roadway on y."""
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


def _roofs() -> str:
    """Rooftops seen from above, nearer ones larger."""
    out, colors = "", ("#b5604a", "#8f9ab0", "#c9b48f", "#7f8fa0", "#a87f6a")
    for row, (y, w) in enumerate(((88, 22), (102, 28), (118, 34))):
        for k in range(-1, 7):
            x, c = k * (w + 3) - row * 9, colors[(k * 2 + row) % 5]
            out += (
                path(f"M{x} {y}l6 -9h{w - 6}l-2 9z", c)
                + box(x, y, w - 2, 20, "#efe6d6")
                + many(lambda d, x=x, y=y: box(x + d, y + 4, 4, 5, GLASS), 4, 12)
            )
    return box(0, 84, 128, 44, ROAD) + out


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
    bay = box(0, 40, 128, 26, WATER) + path("M0 46Q20 36 46 44T96 40T128 46V52H0Z", GRASS2) + golden_gate(36, 50, 0.36)
    skyline = many(
        lambda x, y, w: (
            box(x, y, w, 74 - y, "#9fb0c8") + many(lambda r: box(x + 2, r, w - 4, 2, GLASS), *range(y + 4, 70, 5))
        ),
        (84, 46, 9),
        (95, 38, 8),
        (114, 44, 10),
    ) + path("M104 74L109 24L114 74Z", "#dfe6f0")
    return bay + skyline + box(0, 64, 128, 26, GRASS) + _roofs() + at(spot, 28, 38, 0.560)
