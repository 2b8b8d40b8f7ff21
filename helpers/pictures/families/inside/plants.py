"""Plants and mushrooms from so near that they fill the frame."""

import math

from helpers.pictures.families.inside.surfaces import ground, rows
from helpers.pictures.kit.svg import disc, dots, line, on_circle, oval, radial, scattered
from helpers.pictures.vocabulary import darker, lighter


def _petals(count: int, long: float, wide: float, fill: str, start: float = 0.0, edge: str = "#0002") -> str:
    shape = (
        f"M0 0C{wide} {-long * 0.35} {wide * 0.9} {-long} 0 {-long}C{-wide * 0.9} {-long} {-wide} {-long * 0.35} 0 0Z"
    )
    return "".join(
        f'<path transform="translate(64 64) rotate({start + 360 * k / count:.1f})" d="{shape}" fill="{fill}" '
        f'stroke="{edge}" stroke-width="1.500"/>'
        for k in range(count)
    )


def flower(color: str) -> str:
    back, front = darker(color, 0.22), color
    markup = ground("#3f7d3a") + _petals(9, 104, 34, back, 20) + _petals(9, 92, 32, front)
    for k in range(9):
        markup += (
            f'<g transform="translate(64 64) rotate({40 * k})">'
            + line("M0 -26V-78", lighter(color, 0.45), 2.5)
            + "</g>"
        )
    markup += disc(64, 64, 25, "#b5701a")
    for ring, radius in enumerate((21, 14, 7)):
        markup += dots(on_circle(18 - 5 * ring, radius), 3.4, ("#ffd43b", "#f0a91e", "#ffe27a")[ring])
    return markup


def frozen_berry(color: str) -> str:
    markup = f"<defs>{radial('berry', lighter(color, 0.3), darker(color, 0.35), 0.35)}</defs>" + ground("#cfe3f2")
    markup += line("M-10 18Q50 8 84 26Q110 36 140 22", "#5a4030", 11) + line(
        "M-10 13Q50 3 84 21Q110 31 140 17", "#f4fbff", 4
    )
    markup += line("M60 14Q58 36 56 44M92 28Q100 44 98 54", "#5a4030", 4)
    for x, y, r in ((48, 76, 36), (104, 78, 30)):
        markup += disc(x, y, r, "url(#berry)")
        left, right, low = f"{x - r * 0.87:.1f}", f"{x + r * 0.87:.1f}", f"{y - r * 0.5:.1f}"
        drip = f"q{-r * 0.2:.1f} -8 {-r * 0.435:.1f} 1" * 4
        markup += f'<path d="M{left} {low}A{r} {r} 0 0 1 {right} {low}{drip}Z" fill="#f4fbff"/>'
        markup += "".join(
            line(f"M{px:.1f} {py:.1f}L{x + (px - x) * 1.2:.1f} {y + (py - y) * 1.2:.1f}", "#ffffff", 2.2)
            for px, py, _ in on_circle(16, r, x, y, 6)
        )
        markup += line(f"M{x - 6} {y + r - 12}h12m-6 -6v12m-4 -10l8 8m0 -8l-8 8", "#e8f6ff", 1.6)
    return markup


def leaf(color: str) -> str:
    net = "".join(
        line(f"M{x - 6.5:.1f} {y:.1f}l4.5 -5h5l4.500 5l-4.500 5h-5z", darker(color, 0.22), 1.3)
        for x, y, _, _ in rows(13, 9)
    )
    ribs = "".join(f"M64 {y}Q{64 + 40 * s} {y - 14} {64 + 96 * s} {y - 64}" for y in range(4, 240, 36) for s in (-1, 1))
    pale = lighter(color, 0.62)
    drop = f"<defs>{radial('drop', '#ffffff', lighter(color, 0.2), 0.3)}</defs>"
    drop += disc(94, 96, 11, darker(color, 0.4)) + disc(93, 95, 10, "url(#drop)") + disc(90, 91, 3, "#fff")
    return (
        ground(color)
        + net
        + line(ribs, darker(color, 0.3), 6)
        + line(ribs, pale, 3.5)
        + line("M64 -40V168", pale, 8)
        + drop
    )


def morel(color: str) -> str:
    pits = ""
    for k, (x, y, _, _) in enumerate(rows(29, 27)):
        x, y = x + 4 * math.sin(3.1 * k), y + 4 * math.cos(2.3 * k)
        corners = []
        for i in range(6):
            turn, across, down = 1.047 * i + 0.5, 13 + 2 * math.sin(k + i), 14 + 2 * math.cos(k * i)
            corners.append((x + across * math.cos(turn), y + down * math.sin(turn)))
        shape = " ".join(f"{px:.1f},{py:.1f}" for px, py in corners)
        pits += (
            f'<polygon points="{shape}" fill="{darker(color, 0.68)}" stroke="{darker(color, 0.35)}" '
            f'stroke-width="3" stroke-linejoin="round"/>'
        )
        pits += (
            f'<polygon points="{shape}" fill="{darker(color, 0.5)}" '
            f'transform="translate({x * 0.4:.1f} {y * 0.4 + 4:.1f}) scale(.6)"/>'
        )
    return ground(lighter(color, 0.25)) + pits


def gills(color: str) -> str:
    fan = "".join(
        f'<path transform="translate(64 150) rotate({-84 + 7 * k})" '
        f'd="M-1.500 -34L-5.500 -190H5.500L1.500 -34Z" '
        f'fill="{(lighter(color, 0.35), darker(color, 0.45))[k % 2]}"/>'
        for k in range(25)
    )
    short = "".join(
        line(f"M{x:.1f} {y:.1f}L{64 + (x - 64) * 1.5:.1f} {150 + (y - 150) * 1.5:.1f}", color, 1.5)
        for x, y, _ in on_circle(51, 90, 64, 150, 0)
    )
    return (
        ground(darker(color, 0.5))
        + fan
        + short
        + disc(64, 156, 44, darker(color, 0.1))
        + line("M22 152Q64 84 106 152", lighter(color, 0.6), 5)
    )


def orchid(color: str) -> str:
    def petal(angle: float, long: float, wide: float, fill: str) -> str:
        veins = line(
            f"M0 -14V{-long * 0.85}M0 -14L{-wide * 0.45} {-long * 0.7}M0 -14L{wide * 0.45} {-long * 0.7}",
            darker(color, 0.25),
            2,
        )
        return (
            f'<g transform="translate(64 60) rotate({angle})"><path '
            f'd="M0 0C{wide * 1.3} {-long * 0.2} {wide} {-long} 0 {-long}'
            f'C{-wide} {-long} {-wide * 1.3} {-long * 0.2} 0 0Z" fill="{fill}" stroke="#0002" '
            f'stroke-width="1.500"/>{veins}</g>'
        )

    back = "".join(petal(angle, 80, 30, lighter(color, 0.45)) for angle in (0, 140, 220))
    spots = "".join(disc(64 + x, 84 + y, 2.2, "#ffe27a") for x, y in ((-8, 2), (8, 2), (0, 8), (-6, 14), (6, 14)))
    return (
        ground("#27493a")
        + back
        + petal(80, 74, 52, lighter(color, 0.2))
        + petal(-80, 74, 52, lighter(color, 0.2))
        + '<path d="M64 58C86 60 92 78 84 92Q104 96 96 112Q80 130 64 114Q48 130 32 112Q24 96 44 92C36 78 42 60 64 58Z" '
        + f'fill="{darker(color, 0.45)}"/>'
        + spots
        + oval(64, 60, 10, 13, "#fff6e6")
        + oval(64, 64, 5, 6, "#ffd43b")
    )


def seaweed(color: str) -> str:
    markup = ground("#1f7088")
    for k, x in enumerate((10, 48, 84, 120, 28, 66, 104)):
        near = k > 3
        fill = color if near else darker(color, 0.35)
        blade = "".join(f"q{(9, -9)[(i + k) % 2]} -13 0 -26" for i in range(8))
        markup += line(f"M{x} 168{blade}", darker(fill, 0.4), 5)
        for i in range(8):
            y = 158 - 26 * i + 11 * k % 26
            for side in (-1, 1):
                frond = f"M0 0Q{6 * side} -14 {22 * side} -18Q{18 * side} -2 0 0Z"
                markup += (
                    f'<path transform="translate({x} {y})" d="{frond}" fill="{(fill, lighter(fill, 0.2))[side > 0]}"/>'
                )
            markup += disc(x, y, 3.6, lighter(fill, 0.45)) + disc(x - 1, y - 1, 1.1, "#fff")
    bubbles = enumerate(scattered("bubble", 12, 20))
    return markup + "".join(
        disc(round(x, 1), round(y, 1), 2 + k % 3, "#bfe9f255", 'stroke="#dff6fb" stroke-width="1.300"')
        for k, (x, y) in bubbles
    )


def succulent(color: str) -> str:
    markup = ground(darker(color, 0.7))
    for ring, (count, long, wide) in enumerate(
        ((10, 100, 34), (9, 80, 31), (8, 62, 27), (7, 46, 22), (6, 31, 16), (4, 17, 10))
    ):
        fill = (
            darker(color, 0.38),
            darker(color, 0.2),
            color,
            lighter(color, 0.18),
            lighter(color, 0.36),
            lighter(color, 0.5),
        )[ring]
        side = f"{wide * 0.8} {-long * 0.85}"
        shape = f"M0 0C{wide} {-long * 0.4} {side} 0 {-long}C-{side} {-wide} {-long * 0.4} 0 0Z"
        for k in range(count):
            markup += (
                f'<g transform="translate(64 64) rotate({360 * k / count + 19 * ring:.1f})"><path d="{shape}" '
                f'fill="{fill}" stroke="{darker(color, 0.55)}" stroke-width="1.500"/>'
                f'<path d="M-{wide * 0.16:.1f} {-long * 0.86:.1f}L0 {-long}L{wide * 0.16:.1f} {-long * 0.86:.1f}Z" '
                f'fill="#e0507a"/></g>'
            )
    return markup
