"""Short words for SVG markup."""

from math import cos, pi, sin


def box(x, y, w, h, fill, r=0) -> str:
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{r}" fill="{fill}"/>'


def disc(x, y, r, fill) -> str:
    return f'<circle cx="{x}" cy="{y}" r="{r}" fill="{fill}"/>'


def ring(x, y, r, color, width) -> str:
    return f'<circle cx="{x}" cy="{y}" r="{r}" fill="none" stroke="{color}" stroke-width="{width}"/>'


def oval(x, y, rx, ry, fill) -> str:
    return f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}" fill="{fill}"/>'


def path(d, fill) -> str:
    return f'<path d="{d}" fill="{fill}"/>'


def line(d, color, width) -> str:
    return (
        f'<path d="{d}" fill="none" stroke="{color}" stroke-width="{width}" stroke-linecap="round" '
        'stroke-linejoin="round"/>'
    )


def at(markup, x, y, scale=1.0, turn=0) -> str:
    """Markup drawn about (0, 0), moved to (x, y)."""
    return f'<g transform="translate({x} {y}) rotate({turn}) scale({scale})">{markup}</g>'


def flipped(markup, width=128) -> str:
    """Markup of a drawing `width` wide, looking the other way."""
    return f'<g transform="translate({width} 0) scale(-1 1)">{markup}</g>'


def many(part, *places) -> str:
    """The markup that `part` draws at each of these places."""
    return "".join(part(*place) if isinstance(place, tuple) else part(place) for place in places)


def star(x, y, r, fill, points=5, inner=0.382, turn=-90) -> str:
    """A star with one point up."""
    corners = []
    for k in range(2 * points):
        reach, angle = r * (inner if k % 2 else 1), turn * pi / 180 + k * pi / points
        corners.append(f"{x + reach * cos(angle):.2f} {y + reach * sin(angle):.2f}")
    return path(f"M{'L'.join(corners)}Z", fill)
