"""Materials of each era, and the colours of its things."""

from dataclasses import dataclass

from helpers.pictures.vocabulary import darker, lighter

BLACK, WHITE, STEEL, BRASS, WOOD, GLOW = "#26262c", "#ffffff", "#c9ced8", "#d8a83f", "#8a5a34", "#5ff0ff"


@dataclass(frozen=True)
class Finish:
    """A body colour, its shades, and the trim that goes with it."""

    body: str
    trim: str

    @property
    def dark(self) -> str:
        return darker(self.body, 0.3)

    @property
    def pale(self) -> str:
        return lighter(self.body, 0.35)


# era -> trim, three body colours
_COLORS = {
    "1900": (BRASS, "#7a3f26", "#9a6a3c", "#4a4038"),
    "1910s": (BRASS, "#33333a", "#5f3a2a", "#2f4a3c"),
    "20s": ("#d9c48a", "#3a2f3f", "#6f2f3a", "#2f3f5f"),
    "30s": (STEEL, "#5a3320", "#8a2f2f", "#e0cfa8"),
    "40s": (STEEL, "#6b7048", "#6f4a34", "#5f7080"),
    "50s": ("#f2f5f8", "#7fd6c0", "#f7a8b8", "#f2d27a"),
    "60s": ("#f2f5f8", "#e5412d", "#4f9fe0", "#f4f0e4"),
    "70s": ("#f2d9a0", "#e8751a", "#8a9a3a", "#9a5a2a"),
    "80s": ("#e5383b", "#d9cfb8", "#4a4d58", "#b9bec8"),
    "90s": ("#ffd43b", "#5f6a9a", "#3fa8a0", "#8a6fc0"),
    "two thousands": ("#eef2f7", "#c3cad6", "#5aa0e6", "#f08ab8"),
    "twenty tens": ("#dfe3ea", "#f4f6fa", "#2f323a", "#e6bfa0"),
    "today": ("#aab4c4", "#3f4654", "#3f6f8f", "#b8a8e0"),
    "future": (GLOW, "#eaf6fb", "#bfe8f0", "#d6d4fa"),
    "distant future": ("#ff6ff0", "#5a3fd0", "#1f7fa8", "#b03fb0"),
}
ERAS = tuple(_COLORS)
FINISHES = {era: tuple(Finish(body, trim) for body in bodies) for era, (trim, *bodies) in _COLORS.items()}


def spoked(x, y, r, color, hub=BRASS) -> str:
    """A wheel with spokes."""
    spokes = "".join(
        f'<path d="M{x - r * c} {y - r * s}L{x + r * c} {y + r * s}" stroke="{color}" stroke-width="{r * 0.09:.2f}"/>'
        for c, s in ((1, 0), (0, 1), (0.71, 0.71), (0.71, -0.71))
    )
    return (
        f'<circle cx="{x}" cy="{y}" r="{r}" fill="none" stroke="{color}" stroke-width="{r * 0.18:.2f}"/>{spokes}'
        f'<circle cx="{x}" cy="{y}" r="{r * 0.2:.2f}" fill="{hub}"/>'
    )


def glow(x, y, rx, ry, color) -> str:
    """A soft light."""
    name = f"g{color[1:]}{round(x)}-{round(y)}-{round(rx)}"
    return (
        f'<defs><radialGradient id="{name}"><stop offset="0" stop-color="{color}" stop-opacity=".95"/>'
        f'<stop offset="1" stop-color="{color}" stop-opacity="0"/></radialGradient></defs>'
        f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}" fill="url(#{name})"/>'
    )
