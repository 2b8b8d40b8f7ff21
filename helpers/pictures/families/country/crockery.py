"""Plates, bowls and tables."""

from math import cos, pi, sin

from helpers.pictures.kit.svg import box, line, oval, path

PLATE, RIM, STEEL, LEAFY, LIME, TOMATO, RICE = (
    "#ffffff",
    "#dfe3ec",
    "#c3c9d4",
    "#4f9a3c",
    "#9ccc4a",
    "#e5412d",
    "#fdf8ea",
)


def plate(rx=52, ry=30, fill=PLATE, rim=RIM, y=84) -> str:
    """A round plate seen from a chair."""
    return oval(64, y + 6, rx + 1, ry, "#00000030") + oval(64, y, rx, ry, rim) + oval(64, y - 2, rx, ry, fill) + oval(
        64, y, rx * 0.72, ry * 0.7, rim) + oval(64, y + 1, rx * 0.7, ry * 0.67, fill)  # fmt: skip


def bowl(fill, inside, band="", rx=46, y=68) -> str:
    """A deep bowl with something in it up to the brim."""
    body = path(f"M{64 - rx} {y}Q{64 - rx + 4} {y + 42} 46 {y + 46}H82Q{60 + rx} {y + 42} {64 + rx} {y}Z", fill)
    return (
        oval(64, y + 47, 34, 6, "#00000030") + box(46, y + 42, 36, 7, fill, 2) + body
        + (line(f"M{67 - rx} {y + 14}Q64 {y + 36} {61 + rx} {y + 14}", band, 4) if band else "")
        + oval(64, y, rx, rx * 0.42, fill) + oval(64, y + 1, rx - 4, rx * 0.42 - 3, inside)
    )  # fmt: skip


def sticks(x=104, y=46) -> str:
    return line(f"M{x} {y}L{x - 60} {y + 16}M{x + 6} {y + 6}L{x - 58} {y + 20}", "#6b3a20", 3)


def around(part, n, rx, ry, cx=64, cy=82, *, turn=0.0) -> str:
    """Copies of what `part` draws, on an ellipse, back to front."""
    spots = [(cx + rx * cos(turn + 2 * pi * k / n), cy + ry * sin(turn + 2 * pi * k / n)) for k in range(n)]
    return "".join(part(x, y) for x, y in sorted(spots, key=lambda spot: spot[1]))


# look -> table cloth and what lies on it
_CHECKS = "".join(box(x, y, 16, 13, "#d8483f66") for x in range(0, 128, 32) for y in range(46, 128, 26)) + "".join(
    box(x + 16, y, 16, 13, "#d8483f66") for x in range(0, 128, 32) for y in range(59, 128, 26)
)
TABLES = (
    box(0, 46, 128, 82, "#b98a5e") + line("M0 62H128M0 84H128M0 108H128", "#a3754a", 2),
    box(0, 46, 128, 82, "#fbf1e8") + _CHECKS,
    box(0, 46, 128, 82, "#5f8f8a") + line("M0 52H128M0 122H128", "#e8dcc0", 2.500),
)
WINDOW = path("M0 0H128V46H0ZM10 4V40H60V4ZM68 4V40H118V4Z", "#f0e2cc").replace("<path", '<path fill-rule="evenodd"')
