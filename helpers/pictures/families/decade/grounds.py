"""Surroundings of a thing: its era's wall with one of four floors, or one of three places."""

from functools import lru_cache

from helpers.pictures.families.decade.walls import FLOOR, WALLS
from helpers.pictures.kit.svg import box, disc, line, many, oval, path


def _planks(near: str) -> str:
    return line("M0 103H128M0 114H128M30 94V103M90 94V103M50 103V114M14 114V128M104 114V128", near, 2)


def _tiles(near: str) -> str:
    def tile(x, top, foot, a, b):
        left, right = x - 64, x - 48
        return f"M{64 + left * a:.1f} {top}H{64 + right * a:.1f}L{64 + right * b:.1f} {foot}H{64 + left * b:.1f}Z"

    rows = ((FLOOR, 102, 1, 1.15), (102, 113, 1.15, 1.36), (113, 128, 1.36, 1.65))
    return "".join(path(tile(x, *row), near) for k, row in enumerate(rows) for x in range(-32 + 16 * (k % 2), 160, 32))


def _rug(near: str) -> str:
    return oval(64, 111, 60, 14, near) + oval(64, 111, 52, 11, "#ffffff90") + oval(64, 111, 46, 9, near)


# ground (hidden) -> pattern of the era's floor, in its second tone
GROUNDS = {"studio": lambda near: oval(64, 111, 64, 12, near), "wood": _planks, "tiles": _tiles, "rug": _rug}


@lru_cache(maxsize=128)
def room(era: str, ground: str) -> str:
    """The wall of an era and a floor in its tones."""
    wall, floor, near, _ = WALLS[era]
    return wall + box(0, FLOOR, 128, 34, floor) + GROUNDS[ground](near) + box(0, FLOOR - 1, 128, 1.500, "#00000030")


def _framed(era: str, x, y, w, h) -> str:
    """A piece of an era's wall, as wide as it is."""
    return (
        f'<svg x="{x}" y="{y}" width="{w}" height="{h}" viewBox="0 0 128 {FLOOR}" preserveAspectRatio="none">'
        f"{WALLS[era][0]}</svg>"
    )


def _shop(era: str) -> str:
    return (
        box(0, 0, 128, 128, "#8f4a3a")
        + "".join(line(f"M0 {y}H128", "#a8604c", 1.500) for y in range(6, 128, 10))
        + box(6, 16, 116, 98, "#5a3a24")
        + _framed(era, 10, 18, 108, 84)
        + box(10, 101, 108, 9, "#c98f5c")
    )


_AWNING = "".join(
    path(f"M{16 * k} 0H{16 * k + 16}V14a8 7 0 0 1 -16 0z", "#2f8f6a" if k % 2 else "#ffffff") for k in range(8)
) + path("M10 52L30 20H40L10 68ZM118 62L96 98H88L118 50Z", "#ffffff60")


def _museum(era: str) -> str:
    return (
        box(0, 0, 128, 128, "#e9e4ee")
        + box(0, 108, 128, 20, "#b9a9c4")
        + box(16, 6, 96, 88, "#b8862f")
        + _framed(era, 19, 9, 90, 82)
        + box(0, 0, 128, 7, "#cfc6da")
        + many(
            lambda x: box(x, 7, 12, 101, "#f8f6fb") + line(f"M{x + 4} 10V106M{x + 8} 10V106", "#d5cce0", 1.500), 0, 116
        )
        + box(20, 100, 88, 8, "#ffffff")
        + box(24, 107, 80, 21, "#d5cce0")
    )


_ROPE = many(lambda x: box(x - 2, 98, 4, 28, "#d8a83f") + disc(x, 97, 4, "#f0cc6a"), 8, 64, 120) + line(
    "M8 101Q36 122 64 101Q92 122 120 101", "#b01f3a", 4
)


def _beach(era: str) -> str:
    return (
        box(0, 0, 128, 60, "#8fd8f5")
        + disc(114, 12, 12, "#fff0a0")
        + box(0, 50, 128, 32, "#2f9ad0")
        + line("M4 60H20M112 66H126M2 70H16", "#8fd4f0", 2)
        + path("M0 80Q40 74 70 78T128 76V128H0Z", "#f5dfa8")
        + _framed(era, 22, 14, 98, 72)
        + many(lambda x: box(x, 9, 3.500, 88, "#8a6238"), 20, 119)
        + line("M10 86Q2 50 10 22", "#8a6238", 5)
        + line("M10 22Q0 18 -6 32M10 22Q24 16 30 30M10 22Q4 6 -6 10M10 22Q20 4 30 12", "#2f8f4a", 5)
    )


_SHELLS = path("M108 120q6-10 12 0q-6 5 -12 0z", "#ff9a8a") + path("M8 116l4-5l4 5l-4 5z", "#ffd43b")
SPOT = (0.82, 108)  # scale of a thing, height of its foot
# place -> what is behind the thing, what is in front of it, its scale and the height of its foot
PLACES = {
    "in a museum": (lru_cache(_museum), _ROPE, (0.76, 103)),
    "in a shop window": (lru_cache(_shop), _AWNING, (0.7, 104)),
    "on the beach": (lru_cache(_beach), _SHELLS, SPOT),
}
