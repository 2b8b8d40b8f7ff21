"""Sky and ground of the field as each lens sees them, in a 128 × 128 view box."""

import math
import random

from helpers.pictures.kit.svg import disc, dots, line, on_circle, oval, scattered
from helpers.pictures.vocabulary import darker, lighter

# field -> sky above and at the horizon, ground far and near, what grows there, its colour
FIELDS = {
    "meadow": ("#6fc0f5", "#d9f1fb", "#8fcf6a", "#58a845", "grass", "#3f8a36"),
    "flowers": ("#8fb8f7", "#fbe6f0", "#9fd474", "#6ab54a", "flower", "#f25a8a"),
    "wheat": ("#7cc4ee", "#fdf0cf", "#fbe795", "#efcb5e", "ear", "#b5842e"),
    "autumn": ("#a9b8d9", "#f7dcc4", "#d3d08a", "#b3b45e", "leaf", "#c0402e"),
}


def _gradient(name: str, top: str, bottom: str) -> str:
    return (
        f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{top}"/>'
        f'<stop offset="1" stop-color="{bottom}"/></linearGradient>'
    )


def _plant(kind: str, color: str, x: float, y: float, s: float) -> str:
    marks = {
        "grass": line("M-3 0L-4 -6M0 0V-8M3 0L4 -6", color, 1.6),
        "flower": line("M0 0V-7", "#3f8a36", 1.4) + dots(on_circle(5, 2.4, 0, -9), 1.9, color)
        + disc(0, -9, 1.5, "#ffd43b"),
        "ear": line("M0 0V-10", color, 1.3) + "".join(oval(a, b, 1.2, 2.2, "#f7dd8a") for a, b in ((-1.5, -8),
        (1.5, -9.5), (0, -12))),
        "leaf": '<path d="M-4 0Q0 -6 5 -2Q1 3 -4 0Z" ' + f'fill="{color}"/>',
    }  # fmt: skip
    return f'<g transform="translate({x:.1f} {y:.1f}) scale({s:.2f})">{marks[kind]}</g>'


def _cloud(x: float, y: float, s: float) -> str:
    puffs = ((-9, 1, 6), (0, -3, 8), (9, 1, 6), (0, 3, 7))
    return "".join(disc(x + a * s, y + b * s, r * s, "#ffffff") for a, b, r in puffs)


def _tree(x: float, y: float, s: float, autumn: bool) -> str:
    crown = "#c8702e" if autumn else "#3f8a4a"
    return (
        line(f"M{x} {y}V{y - 8 * s}", "#6b4a2c", 2.5 * s)
        + disc(x, round(y - 13 * s, 1), 7.5 * s, crown)
        + disc(round(x - 2 * s, 1), round(y - 15 * s, 1), 4 * s, lighter(crown, 0.2))
    )


def sky(field: str, lens: str) -> str:
    """Everything behind the ground."""
    top, low, *_ = FIELDS[field]
    fill = f'<defs>{_gradient("sky", top, low)}</defs><path d="M0 0h128v128h-128z" fill="url(#sky)"/>'
    if lens == "a spherical panorama":
        return fill + "".join(
            f'<g transform="rotate({t} 64 76)">{_cloud(64, 12, 0.7)}</g>' for t in (52, 128, 232, 308)
        )
    if lens == "a low-angle view":
        rays = "".join(f'<path d="M64 140L{x} -10h22z" fill="#ffffff" opacity=".22"/>' for x in (-60, -8, 40, 88, 140))
        return fill + rays + _cloud(14, 18, 1.1) + _cloud(114, 40, 1)
    if lens == "a wide angle view":
        hills = "".join(
            f'<path d="M{x} 70L{x + w} {70 - h}L{x + 2 * w} 70Z" fill="#8a9cc4"/><path '
            f'd="M{x + w * 0.72} {70 - h * 0.72}L{x + w} {70 - h}'
            f'L{x + w * 1.28} {70 - h * 0.72}L{x + w} {70 - h * 0.62}Z" fill="#ffffff"/>'
            for x, w, h in ((-18, 22, 24), (16, 15, 15), (78, 18, 20), (100, 22, 28))
        )
        streaks = "".join(
            oval(x, y, rx, 2.6, "#ffffff", turn=t)
            for x, y, rx, t in ((18, 16, 26, -24), (110, 16, 26, 24), (30, 40, 15, -8), (98, 40, 15, 8), (64, 9, 16, 0))
        )
        return fill + streaks + hills
    if lens == "an extreme close-up view":
        return fill
    return fill + _cloud(24, 22, 0.9) + _cloud(104, 30, 1)


def ground(field: str, lens: str) -> str:
    """The ground alone, transparent above the horizon."""
    _, _, far, near, kind, color = FIELDS[field]
    fill = f"<defs>{_gradient('ground', far, near)}</defs>"
    autumn = field == "autumn"
    if lens == "an aerial view":
        plots = "".join(
            f'<path d="{d}" fill="{tone}"/>'
            for d, tone in (
                ("M0 0h128v128h-128z", near), ("M-4 -4L34 -4L22 50L-4 44Z", far), ("M96 -4h40v54L104 40Z",
                lighter(near, 0.25)),
                ("M-4 92L28 98L34 132H-4Z", darker(near, 0.18)), ("M92 94L132 84V132H86Z", far),
            )
        )  # fmt: skip
        furrows = "".join(f"M{2 + 6 * k} 0L{-2 + 5 * k} 46M{94 + 7 * k} 98L{90 + 8 * k} 130" for k in range(6))
        trees = "".join(
            disc(x, y, r, "#a85a24" if autumn else "#2f7040") + disc(x - 1.5, y - 1.5, r * 0.6,
            "#d98a3a" if autumn else "#4f9a58")
            for x, y, r in ((118, 12, 8), (106, 22, 6), (120, 28, 6), (8, 116, 9), (20, 122, 6), (8, 102, 5))
        )  # fmt: skip
        path = line("M28 -6Q20 60 34 134", "#e8d5ae", 5)
        tufts = [(x, y) for x, y in scattered("aerial", 26, 15) if math.dist((x, y), (64, 64)) > 30]
        return (
            plots
            + line(furrows, darker(near, 0.22), 1.4)
            + path
            + trees
            + "".join(_plant(kind, color, x, y, 0.6) for x, y in tufts)
        )
    if lens == "a spherical panorama":
        globe = disc(64, 76, 26, "url(#ground)") + disc(64, 76, 19, near) + disc(64, 76, 11, darker(near, 0.12))
        trees = "".join(
            f'<g transform="rotate({t} 64 76)">{_tree(64, 51, s, autumn)}</g>'
            for t, s in (
                (64, 0.9), (92, 0.65), (118, 0.9), (150, 0.7), (180, 0.9), (212, 0.7), (244, 0.9), (270, 0.65), (296,
                0.9),
            )
        )  # fmt: skip
        plants = "".join(
            f'<g transform="rotate({t} 64 76)">{_plant(kind, color, 64, 56 + 8 * (k % 2), 0.6)}</g>'
            for k, t in enumerate(range(0, 360, 30))
        )
        return fill + trees + globe + plants
    if lens == "a low-angle view":
        blades = "".join(
            f'<path d="M{x - 4} 130Q{x} {130 - h * 0.6:.0f} {x + lean} {130 - h}Q{x + 3} {130 - h * 0.5:.0f} {x + 5} '
            f'130Z" '
            f'fill="{tone}"/>'
            for x, h, lean, tone in ((4, 44, 9, near), (14, 28, -4, darker(near, 0.2)), (112, 30, 5, darker(near,
            0.2)), (123, 46, -9, near), (26, 20, 4, near), (100, 22, -4, near))
        )  # fmt: skip
        return fill + '<path d="M0 114Q64 106 128 114V128H0Z" fill="url(#ground)"/>' + blades
    if lens == "a wide angle view":
        fan = "".join(f'<path d="M64 70L{x} 128h14z" fill="{darker(near, 0.14)}"/>' for x in range(-180, 300, 32))
        trees = "".join(
            _tree(x, y, s, autumn) for x, y, s in ((6, 76, 0.7), (22, 72, 0.45), (108, 72, 0.45), (122, 76, 0.7))
        )
        return fill + f'<path d="M0 70h128v58h-128z" fill="url(#ground)"/>{fan}{trees}'
    if lens == "an extreme close-up view":
        return fill + '<path d="M0 74Q64 62 128 74V128H0Z" fill="url(#ground)" opacity=".85"/>'
    rng = random.Random("tufts")
    hills = f'<path d="M0 74Q34 58 74 72Q104 60 128 70V90H0Z" fill="{lighter(far, 0.25)}"/>'
    plants = "".join(
        _plant(kind, color, x + rng.uniform(-5, 5), y, 0.55 + (y - 82) / 60)
        for y in (88, 99, 112, 126)
        for x in range(6, 128, 19)
    )
    return fill + hills + f'<path d="M0 76Q64 70 128 76V128H0Z" fill="url(#ground)"/>{plants}'
