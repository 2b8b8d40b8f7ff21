"""A few words to draw with: markup in which `fill="@rrggbb"` stands for a soft shade of that colour."""

import re

from helpers.pictures.vocabulary import darker, lighter

SHADED = re.compile(r'"@([0-9a-fA-F]{6})"')


def shaded(markup: str) -> str:
    """The markup with every "@rrggbb" made a gradient, lighter above and darker below."""
    stops = "".join(
        f'<linearGradient id="s{color}" x1="0" y1="0" x2=".25" y2="1">'
        f'<stop offset="0" stop-color="{lighter("#" + color, 0.25)}"/>'
        f'<stop offset="1" stop-color="{darker("#" + color, 0.14)}"/></linearGradient>'
        for color in dict.fromkeys(SHADED.findall(markup))
    )
    return stops + SHADED.sub(r'"url(#s\1)"', markup)


def oval(x: float, y: float, rx: float, ry: float, fill: str, more: str = "") -> str:
    return f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}" fill="{fill}" {more}/>'


def path(d: str, fill: str, more: str = "") -> str:
    return f'<path d="{d}" fill="{fill}" {more}/>'


def line(d: str, color: str, width: float, more: str = "") -> str:
    """A stroke with round ends."""
    ends = 'stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="{d}" fill="none" stroke="{color}" stroke-width="{width}" {ends} {more}/>'


def block(x: float, y: float, width: float, height: float, fill: str, round: float = 0, more: str = "") -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{round}" fill="{fill}" {more}/>'


def both(markup: str, width: float = 64) -> str:
    """The markup and its mirror image, in a box `width` wide."""
    return f'{markup}<g transform="translate({width} 0) scale(-1 1)">{markup}</g>'


def moved(markup: str, x: float, y: float, scale: float = 1.0) -> str:
    return f'<g transform="translate({x} {y}) scale({scale})">{markup}</g>'


def turned(angle: float, x: float, y: float, markup: str) -> str:
    return f'<g transform="rotate({angle} {x} {y})">{markup}</g>'
