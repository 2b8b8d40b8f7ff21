"""One street per country: three houses, what hangs over the road, what stands beside it and drives on it."""

from dataclasses import dataclass

from helpers.pictures.families.country.houses import FOOT, ground_floor, roof, windows
from helpers.pictures.families.country.roadside import VEHICLES, over, stands
from helpers.pictures.families.country.stage import PAVE, ROAD
from helpers.pictures.kit.svg import at, box, many, oval

PLACES = ((1, 42), (43, 42), (85, 42))  # where a house starts, and its width


@dataclass(frozen=True)
class Street:
    """The parts of a street; heights and walls have one entry per house."""

    heights: tuple[int, int, int]
    walls: tuple[str, str, str]
    roof: str
    tiles: str
    window: str
    over: str
    sign: str
    stands: str
    vehicle: str


STREETS = {
    "china": Street(
        (52, 40, 54),
        ("#c8402f", "#d8a05a", "#b5362c"),
        "upturned",
        "#4a5a4f",
        "lattice",
        "lanterns",
        "upright",
        "bamboo",
        "bicycle",
    ),
    "japan": Street(
        (44, 58, 36),
        ("#d8cdb8", "#8a6a4c", "#c3c9d4"),
        "low",
        "#4f5a70",
        "lattice",
        "cables",
        "neon",
        "cherry",
        "kei van",
    ),
    "south korea": Street(
        (24, 46, 16),
        ("#f4f1ea", "#d9dde6", "#f7efe2"),
        "flat",
        "#4fa878",
        "grid",
        "silk lanterns",
        "neon",
        "hanok",
        "bus blue",
    ),
    "india": Street(
        (50, 44, 52),
        ("#ff9a5a", "#ff7fa8", "#5fc4c0"),
        "dome",
        "#f5d9a0",
        "arched",
        "marigolds",
        "stall",
        "palms",
        "auto rickshaw",
    ),
    "italy": Street(
        (42, 36, 46),
        ("#e8a05a", "#f0c27a", "#d8794f"),
        "low",
        "#b5563c",
        "shutters",
        "washing",
        "awning green",
        "cypress",
        "scooter red",
    ),
    "france": Street(
        (50, 46, 50),
        ("#efe6d4", "#e6dac2", "#f2ead8"),
        "mansard",
        "#6f7f96",
        "balcony",
        "none",
        "awning red",
        "lamps",
        "small car",
    ),
    "mexico": Street(
        (58, 50, 60),
        ("#ff6f91", "#ffc93c", "#3fb8a8"),
        "flat",
        "#e8e0cc",
        "balcony",
        "paper flags",
        "stall",
        "cactus",
        "beetle",
    ),
    "brazil": Street(
        (54, 36, 46),
        ("#4fc08a", "#ffd34f", "#4f9ae0"),
        "low",
        "#c8603a",
        "plain",
        "none",
        "awning orange",
        "palms",
        "bus yellow",
    ),
    "egypt": Street(
        (44, 36, 48),
        ("#e3c48a", "#d8b070", "#ecd39c"),
        "dome",
        "#c9944f",
        "arched",
        "none",
        "stall",
        "palms",
        "cairo taxi",
    ),
    "kenya": Street(
        (48, 56, 44),
        ("#3fa89a", "#e8702a", "#3f7fc4"),
        "low",
        "#a85a3c",
        "plain",
        "none",
        "stall",
        "jacaranda",
        "matatu",
    ),
    "greece": Street(
        (60, 52, 62), ("#ffffff", "#f7f9fc", "#ffffff"), "dome", "#2f6fd0", "arched", "vines", "navy", "pots", "donkey"
    ),
    "switzerland": Street(
        (58, 54, 60),
        ("#c98a54", "#b0743f", "#d8a06a"),
        "gable",
        "#7a4a30",
        "boxes",
        "tram wires",
        "plain",
        "pines",
        "tram red",
    ),
    "norway": Street(
        (56, 52, 58),
        ("#c8382c", "#e8b33c", "#3f6f9a"),
        "steep",
        "#4a4f5c",
        "framed",
        "tram wires",
        "plain",
        "birches",
        "tram blue",
    ),
    "australia": Street(
        (68, 64, 68),
        ("#f2dcb0", "#d8c3a0", "#e8cfa8"),
        "low",
        "#a9b0b4",
        "plain",
        "none",
        "awning blue",
        "trees",
        "ute",
    ),
    "canada": Street(
        (48, 40, 52),
        ("#a8503c", "#8f4434", "#b5604a"),
        "chimneys",
        "#4a5a6a",
        "framed",
        "none",
        "awning red",
        "maples",
        "snow plough",
    ),
    "united states": Street(
        (22, 34, 12),
        ("#8f9ab0", "#a8604a", "#6f86a8"),
        "tower",
        "#5a6478",
        "grid",
        "none",
        "navy",
        "hydrant",
        "yellow cab",
    ),
    "united kingdom": Street(
        (46, 46, 46),
        ("#a8553c", "#b0604a", "#9a4a36"),
        "chimneys",
        "#4a4f5c",
        "framed",
        "bunting",
        "front",
        "phone box",
        "double-decker",
    ),
    "peru": Street(
        (58, 50, 60),
        ("#f4efe4", "#fbf7ee", "#efe6d4"),
        "low",
        "#c8603a",
        "balcony",
        "paper flags",
        "stall",
        "pots",
        "mototaxi",
    ),
    "turkey": Street(
        (44, 40, 46),
        ("#e0a8a0", "#a8c4d8", "#e8d4a0"),
        "flat",
        "#8a4a36",
        "boxes",
        "crescents",
        "awning red",
        "trees",
        "dolmus",
    ),
    "vietnam": Street(
        (34, 22, 40),
        ("#ffd35f", "#f5c14a", "#ffe08a"),
        "flat",
        "#c8603a",
        "shutters",
        "silk lanterns",
        "stall",
        "palms",
        "cyclo",
    ),
}


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
        + over(parts.over)
        + road
        + stands(parts.stands)
        + shadow
        + at(VEHICLES[parts.vehicle], (40, 64, 88)[turn], 123, 1.05)
    )


def _house(parts: Street, k: int, x: float, w: float, snow: bool) -> str:
    y, wall = parts.heights[k], parts.walls[k]
    top = roof(parts.roof, x, y, w, "#f7fafd" if snow else parts.tiles)
    return (
        box(x, y, w, FOOT - y, wall)
        + box(x, FOOT - 3, w, 3, "#00000025")
        + top
        + windows(parts.window, x, y, w)
        + ground_floor(parts.sign, x, w)
    )
