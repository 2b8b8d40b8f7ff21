"""Small pieces of SVG that the drawings of `inside` share, in a 128 × 128 view box."""

import math
import random


def dots(count: int, radius: float, x: float = 64, y: float = 64, start: float = 0.0, squash: float = 1.0):
    """Points evenly round a middle, with their angle in degrees: (x, y, angle)."""
    for k in range(count):
        angle = start + 360 * k / count
        turn = math.radians(angle)
        yield x + radius * math.cos(turn), y + squash * radius * math.sin(turn), angle


def glow(name: str, inner: str, outer: str, where: float = 0.5) -> str:
    """A radial gradient, to be filled with url(#name)."""
    return (
        f'<radialGradient id="{name}" cx="{where}" cy="{where}" r=".7"><stop offset="0" stop-color="{inner}"/>'
        f'<stop offset="1" stop-color="{outer}"/></radialGradient>'
    )


def circle(x: float, y: float, r: float, fill: str, more: str = "") -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r}" fill="{fill}" {more}/>'


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, angle: float = 0.0) -> str:
    turn = f' transform="rotate({angle:.0f} {x:.1f} {y:.1f})"' if angle else ""
    return f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{rx}" ry="{ry}" fill="{fill}"{turn}/>'


def line(points: str, color: str, width: float) -> str:
    return (
        f'<path d="{points}" fill="none" stroke="{color}" stroke-width="{width}" stroke-linecap="round" '
        'stroke-linejoin="round"/>'
    )


def ground(color: str) -> str:
    return f'<path d="M-40 -40h208v208h-208z" fill="{color}"/>'


def rows(step: float, height: float, shift: float = 0.5):
    """Points of rows laid like tiles over the whole frame: (x, y, row, column)."""
    for row in range(-3, int(160 / height) + 2):
        for column in range(-3, int(160 / step) + 2):
            yield column * step + (row % 2) * shift * step, row * height, row, column


def scattered(name: str, count: int, apart: float) -> list[tuple[float, float]]:
    """Points over the frame that keep apart, the same each time."""
    rng, points = random.Random(name), []
    for _ in range(4000):
        one = rng.uniform(-8, 136), rng.uniform(-8, 136)
        if len(points) < count and all(math.dist(one, other) >= apart for other in points):
            points.append(one)
    return points


def around(radius: float, angle: float) -> tuple[float, float]:
    return radius * math.cos(math.radians(angle)), radius * math.sin(math.radians(angle))
