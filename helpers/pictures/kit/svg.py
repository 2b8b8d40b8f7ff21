"""Functions that return SVG markup: of shapes, and of other markup that is moved, turned or shaded.

Lengths are in units of the view box that the markup is drawn in (mostly 128 × 128). `more` is further attributes.
"""

import math
import random
import re

from helpers.pictures.vocabulary import darker, lighter

SHADED = re.compile(r'"@([0-9a-fA-F]{6})"')


def box(x, y, w, h, fill, r=0, *, more="") -> str:
    """A rectangle with its upper left corner at (x, y); `r` rounds its corners."""
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{r}" fill="{fill}" {more}/>'


def disc(x, y, r, fill, more="") -> str:
    """A filled circle."""
    return f'<circle cx="{x}" cy="{y}" r="{r}" fill="{fill}" {more}/>'


def ring(x, y, r, color, width) -> str:
    """The outline of a circle."""
    return f'<circle cx="{x}" cy="{y}" r="{r}" fill="none" stroke="{color}" stroke-width="{width}"/>'


def oval(x, y, rx, ry, fill, more="", *, turn=0) -> str:
    """A filled ellipse, turned about its middle by `turn` whole degrees."""
    turned = f' transform="rotate({turn:.0f} {x} {y})"' if turn else ""
    return f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}" fill="{fill}" {more}{turned}/>'


def path(d, fill, more="") -> str:
    """A filled path; `d` is SVG path data."""
    return f'<path d="{d}" fill="{fill}" {more}/>'


def line(d, color, width, more="") -> str:
    """A stroke along a path, with round ends and corners."""
    ends = 'stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="{d}" fill="none" stroke="{color}" stroke-width="{width}" {ends} {more}/>'


def star(x, y, r, fill, points=5, inner=0.382, *, turn=-90) -> str:
    """A star with one point up; the corners between its points lie at `inner` of its radius."""
    corners = []
    for k in range(2 * points):
        reach, angle = r * (inner if k % 2 else 1), turn * math.pi / 180 + k * math.pi / points
        corners.append(f"{x + reach * math.cos(angle):.2f} {y + reach * math.sin(angle):.2f}")
    return path(f"M{'L'.join(corners)}Z", fill)


def at(markup, x, y, scale=1.0, turn=0) -> str:
    """Markup drawn about (0, 0): scaled, turned by `turn` degrees, moved to (x, y)."""
    return f'<g transform="translate({x} {y}) rotate({turn}) scale({scale})">{markup}</g>'


def turned(markup, angle, x, y) -> str:
    """Markup turned in its place by `angle` degrees about (x, y)."""
    return f'<g transform="rotate({angle} {x} {y})">{markup}</g>'


def flipped(markup, width=128) -> str:
    """The mirror image of markup in a view box `width` wide."""
    return f'<g transform="translate({width} 0) scale(-1 1)">{markup}</g>'


def both(markup, width=64) -> str:
    """Markup and its mirror image, in a view box `width` wide."""
    return markup + flipped(markup, width)


def many(part, *places) -> str:
    """The markup of `part(place)` at each of these places; a place is one argument or a tuple of arguments."""
    return "".join(part(*place) if isinstance(place, tuple) else part(place) for place in places)


def radial(name, inner, outer, where=0.5) -> str:
    """A round gradient for `fill="url(#name)"` with `inner` in its middle, at `where` as a share of the shape."""
    return (
        f'<radialGradient id="{name}" cx="{where}" cy="{where}" r=".7"><stop offset="0" stop-color="{inner}"/>'
        f'<stop offset="1" stop-color="{outer}"/></radialGradient>'
    )


def shaded(markup) -> str:
    """The markup with every colour written "@rrggbb" made a gradient, lighter above and darker below."""
    gradients = "".join(
        f'<linearGradient id="s{color}" x1="0" y1="0" x2=".25" y2="1">'
        f'<stop offset="0" stop-color="{lighter("#" + color, 0.25)}"/>'
        f'<stop offset="1" stop-color="{darker("#" + color, 0.14)}"/></linearGradient>'
        for color in dict.fromkeys(SHADED.findall(markup))
    )
    return gradients + SHADED.sub(r'"url(#s\1)"', markup)


def on_circle(count, radius, x=64, y=64, start=0.0, squash=1.0):
    """Evenly spaced points on a circle about (x, y): yields (x, y, angle in degrees).

    `squash` makes it an ellipse: its height is this share of its width.
    """
    for k in range(count):
        angle = start + 360 * k / count
        turn = math.radians(angle)
        yield x + radius * math.cos(turn), y + squash * radius * math.sin(turn), angle


def dots(points, r, fill) -> str:
    """A disc at each point (x, y, …), placed to a tenth of a unit."""
    return "".join(disc(round(x, 1), round(y, 1), r, fill) for x, y, *_ in points)


def seeds(points, rx, ry, fill) -> str:
    """An oval at each point (x, y, angle), turned by the angle and placed to a tenth of a unit."""
    return "".join(oval(round(x, 1), round(y, 1), rx, ry, fill, turn=angle) for x, y, angle in points)


def scattered(name, count, apart) -> list[tuple[float, float]]:
    """Up to `count` points over a 128 × 128 view box, at least `apart` from each other.

    The same name gives the same points.
    """
    rng, points = random.Random(name), []
    for _ in range(4000):
        one = rng.uniform(-8, 136), rng.uniform(-8, 136)
        if len(points) < count and all(math.dist(one, other) >= apart for other in points):
            points.append(one)
    return points
