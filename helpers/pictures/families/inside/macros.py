"""Surfaces from so near that they fill the frame, in a 128 × 128 view box.

The main colour of each is a hidden fact; `MACROS` lists its choices."""

import math
import random

from helpers.pictures.families.inside import plants
from helpers.pictures.families.inside.surfaces import ground, rows
from helpers.pictures.kit.svg import disc, dots, line, on_circle, radial, scattered, seeds
from helpers.pictures.vocabulary import darker, lighter


def _from_origin(radius: float, angle: float) -> tuple[float, float]:
    return radius * math.cos(math.radians(angle)), radius * math.sin(math.radians(angle))


def _bismuth(color: str) -> str:
    hues = (color, "#f2c14e", "#e0609a", "#7a5cd6", "#3fa7d6", "#5fc9a0")
    markup = ground("#3a3550")
    for k, (x, y, side) in enumerate(
        ((-6, -8, 66), (62, -20, 74), (-14, 56, 58), (42, 44, 88), (16, 92, 52), (98, 104, 44))
    ):
        for step in range(5):
            cut, fill = step * side * 0.1, hues[(k + step) % 6]
            size = side - 2 * cut
            markup += (
                f'<path d="M{x + cut} {y + cut}h{size}v{size}h{-size}z" fill="{fill}" stroke="{lighter(fill, 0.5)}" '
                f'stroke-width="1.5"/><path d="M{x + cut} {y + cut + size}h{size}v{-size}l{-side * 0.1} {side * 0.1}'
                f'v{size - side * 0.2}h{-size + side * 0.2}z" fill="{darker(fill, 0.4)}"/>'
            )
    return markup


def _brain_coral(color: str) -> str:
    rng, ridge = random.Random("coral"), ""
    for x in range(-42, 170, 21):
        for y in range(-42, 170, 21):
            if rng.random() < 0.5:
                ridge += f"M{x + 10.5} {y}a10.5 10.5 0 0 0 10.5 10.5M{x} {y + 10.5}a10.5 10.5 0 0 1 10.5 10.5"
            else:
                ridge += f"M{x + 10.5} {y}a10.5 10.5 0 0 1 -10.5 10.5M{x + 21} {y + 10.5}a10.5 10.5 0 0 0 -10.5 10.5"
    return (
        ground(darker(color, 0.6))
        + line(ridge, darker(color, 0.3), 10.5)
        + line(ridge, color, 8)
        + line(ridge, lighter(color, 0.5), 2.5)
    )


def _butterfly_wing(color: str) -> str:
    scales = ""
    for x, y, row, column in rows(9, 7):
        fill = (color, lighter(color, 0.25), darker(color, 0.15))[(row * 2 + column) % 3]
        far = math.dist((x, y), (88, 84))
        if far < 34:
            fill = ("#1a1420", "#1a1420", "#ffd84a", "#ffd84a", "#1a1420")[min(4, int(far / 7))]
        elif x + y * 0.4 < 16:
            fill = "#221a26"
        scales = (
            f'<path d="M{x - 5:.1f} {y - 6}h10v8q-5 6 -10 0z" fill="{fill}" stroke="#0003" stroke-width=".7"/>' + scales
        )
    veins = line("M-10 140Q30 60 150 20M-10 140Q60 90 60 -10M-10 140Q80 130 150 140", "#221a26", 5)
    return ground("#221a26") + scales + veins


def _cotton_candy(color: str) -> str:
    rng, markup = random.Random("candy"), ground(darker(color, 0.2))
    for k, (x, y) in enumerate(scattered("wisps", 34, 19)):
        r, fill = rng.uniform(17, 24), (lighter(color, 0.3), color, lighter(color, 0.6), darker(color, 0.1))[k % 4]
        markup += disc(round(x, 1), round(y, 1), round(r, 1), fill)
        for turn in range(4):
            bow = r * (0.92 - 0.22 * turn)
            strand = f"M{x - bow:.1f} {y:.1f}a{bow:.1f} {bow:.1f} 0 0 1 {2 * bow:.1f} 0"
            markup += f'<g transform="rotate({rng.randrange(360)} {x:.1f} {y:.1f})">'
            markup += line(strand, (darker(color, 0.28), "#ffffff")[turn % 2], 1.6) + "</g>"
    cone = (
        '<path d="M40 70L88 70L68 170H60Z" fill="#fffdf6"/><path '
        'd="M40 70L88 84L86 92L43 79ZM46 96L83 107L81 115L48 105Z"'
    )
    return (
        markup
        + f'<g transform="translate(-8 12)">{cone} fill="#7cc4ee"/></g>'
        + "".join(disc(x - 12, 82 + y, 15, lighter(color, 0.35)) for x, y in ((44, 0), (66, -6), (90, 0)))
    )


def _espresso(color: str) -> str:
    markup = f"<defs>{radial('cup', lighter(color, 0.3), darker(color, 0.25))}</defs>" + ground("#7a5a44")
    markup += disc(56, 72, 84, "#d9d2c6") + disc(56, 72, 80, "#fffdf6") + disc(56, 72, 70, "#24120a")
    markup += disc(56, 72, 66, "url(#cup)")
    for k, r in enumerate((54, 44, 34, 24, 14)):
        arc = f"M{56 - r} {72 + 4 * (k % 2)}a{r} {r * 0.9:.1f} 0 0 1 {1.7 * r:.1f} {-r * 0.6:.1f}"
        arc += f"M{56 + r} 72a{r} {r * 0.9:.1f} 0 0 1 {-1.8 * r:.1f} {r * 0.5:.1f}"
        markup += line(arc, (lighter(color, 0.55), darker(color, 0.35))[k % 2], 4)
    for k, (x, y) in enumerate(scattered("crema", 44, 10)):
        if math.dist((x, y), (56, 72)) < 60:
            r = 1.5 + k % 4
            markup += disc(
                round(x, 1), round(y, 1), r, lighter(color, 0.4), f'stroke="{darker(color, 0.45)}" stroke-width="1"'
            )
            markup += disc(round(x - r * 0.3, 1), round(y - r * 0.3, 1), r * 0.35, "#fff")
    return markup


def _knifes_edge(color: str) -> str:
    grain = "".join(
        line(f"M-20 {8 + 8 * k}L{84 + 3 * k} {28 + 5 * k}", darker(color, 0.06 + 0.08 * (k % 2)), 1.5) for k in range(8)
    )
    slice_ = disc(52, 126, 44, "#c9202f") + disc(52, 126, 37, "#f2606a") + disc(52, 126, 14, "#f9a0a0")
    pips = seeds(on_circle(14, 25, 52, 126), 4, 2.2, "#ffe9b0")
    return (
        ground("#24405a")
        + dots(scattered("bokeh", 14, 20), 5, "#2f5070")
        + slice_
        + pips
        + f'<path d="M-20 -4L88 22Q116 32 124 62Q90 92 -20 96Z" fill="{color}"/>{grain}'
        + f'<path d="M124 62Q90 92 -20 96V74Q70 78 124 62Z" fill="{lighter(color, 0.6)}"/>'
        + line("M-20 75Q70 79 122 63", darker(color, 0.35), 1.5)
        + line("M124 62Q90 92 -20 96", "#ffffff", 3)
        + '<path d="M22 76L44 76L40 94L16 95Z" fill="#ffffff"/>'
    )


def _peppercorns(color: str) -> str:
    markup, rng = ground(darker(color, 0.8)), random.Random("pepper")
    for x, y, row, column in rows(27, 24):
        fill = (color, darker(color, 0.25), lighter(color, 0.18))[(row * 2 + column) % 3]
        x, y, bumps = x + rng.uniform(-3, 3), y + rng.uniform(-3, 3), rng.uniform(1.2, 2)
        corners = (_from_origin(14.5 - bumps * (k % 2), 30 * k) for k in range(12))
        outline = " ".join(f"{px:.1f},{py:.1f}" for px, py in corners)
        markup += f'<g transform="translate({x:.1f} {y:.1f}) rotate({rng.randrange(360)})">'
        markup += f'<polygon points="{outline}" fill="{fill}" stroke="{darker(fill, 0.6)}" stroke-width="1.500"/>'
        markup += line("M-11 -3l5 -4l4 5l6 -6l7 3M-9 7l4 -6l6 3l3 -5l7 3M-4 11l4 -6l6 4", darker(fill, 0.55), 2)
        markup += line("M-7 -1l3 -3M1 3l3 -3M0 -6l4 -4", lighter(fill, 0.5), 1.8) + "</g>"
    return markup


def _porcupine(color: str) -> str:
    markup, rng = ground(darker(color, 0.72)), random.Random("quills")
    for row in range(9):
        for column in range(-2, 10):
            x, y, turn = (
                18 * column + 9 * (row % 2) + rng.uniform(-5, 5),
                24 * row + rng.uniform(-32, -8),
                rng.uniform(5, 35),
            )
            markup += (
                f'<g transform="translate({x:.1f} {y + 20:.1f}) rotate({turn:.0f})"><path d="M-4.500 0L0 -86L4.500 0Z" '
                f'fill="{color}" stroke="#0006"/><path d="M-3.600 -14H3.600L2.600 -28H-2.600Z" fill="#2a1c14"/>'
                '<path d="M-1.800 -52H1.800L0 -86Z" fill="#2a1c14"/></g>'
            )
    return markup


def _salt(color: str) -> str:
    markup, rng = ground(darker(color, 0.7)), random.Random("salt")
    for x, y in scattered("salt", 22, 24):
        s, turn = rng.uniform(13, 19), rng.randrange(0, 90, 15)
        markup += (
            f'<g transform="translate({x:.1f} {y:.1f}) rotate({turn})"><path '
            f'd="M0 {-s:.1f}L{s:.1f} {-s / 2:.1f}L0 0L{-s:.1f} {-s / 2:.1f}Z" fill="#ffffff"/>'
            f'<path d="M{-s:.1f} {-s / 2:.1f}L0 0V{s:.1f}L{-s:.1f} {s / 2:.1f}Z" fill="{lighter(color, 0.45)}"/>'
            f'<path d="M{s:.1f} {-s / 2:.1f}L0 0V{s:.1f}L{s:.1f} {s / 2:.1f}Z" fill="{color}"/></g>'
        )
    return markup


def _sequins(color: str) -> str:
    discs = ""
    for x, y, row, column in rows(18, 12):
        fill = (color, lighter(color, 0.35), darker(color, 0.25), lighter(color, 0.1))[(row * 3 + column * 2) % 4]
        sequin = disc(x, y, 10.5, fill, f'stroke="{darker(color, 0.55)}" stroke-width="1.2"') + disc(
            x, y - 5, 1.6, darker(color, 0.7)
        )
        sequin += f'<path d="M{x - 7:.1f} {y + 2:.1f}a8 8 0 0 0 6 6l2 -5z" fill="#fff" opacity=".8"/>'
        discs = sequin + discs
    sparkle = '<path d="M0 -13L2.500 -2.500L13 0L2.500 2.500L0 13L-2.500 2.500L-13 0L-2.500 -2.500Z" fill="#fff"/>'
    return (
        ground(darker(color, 0.6))
        + discs
        + "".join(f'<g transform="translate({x} {y})">{sparkle}</g>' for x, y in ((30, 36), (92, 24), (74, 92)))
    )


def _snake(color: str) -> str:
    scales = ""
    for x, y, _, _ in rows(16, 11):
        zone = (abs((x + y) % 64 - 32) + abs((x - y) % 64 - 32)) / 2
        fill = "#241c18" if zone < 9 else lighter(color, 0.55) if zone < 14 else color
        scales += (
            f'<path d="M{x:.1f} {y - 12}L{x + 8:.1f} {y}L{x:.1f} {y + 12}L{x - 8:.1f} {y}Z" fill="{fill}" '
            f'stroke="#00000088" stroke-width="1.600"/>'
            + line(f"M{x - 3.5:.1f} {y - 2}L{x:.1f} {y - 8}", "#ffffff88", 1.6)
        )
    return ground("#000") + scales


# thing -> (its words in captions, its painter, its main colours)
MACROS = {
    "bismuth": ("bismuth", _bismuth, ("#f28ab2", "#8adbc4")),
    "brain coral": ("a brain coral", _brain_coral, ("#e0a050", "#5fbf8a", "#c07ad0")),
    "butterfly wing": ("a butterfly wing", _butterfly_wing, ("#f28a1e", "#3f8ae0", "#b04ac0")),
    "cotton candy": ("cotton candy", _cotton_candy, ("#ff9ac8", "#8accf7")),
    "espresso": ("espresso", _espresso, ("#a8622c", "#8a4a20")),
    "flower": ("a flower", plants.flower, ("#f25a8a", "#f2f2fa", "#8a6af0", "#ff9a3a")),
    "frozen berry on a tree branch": ("a frozen berry on a tree branch", plants.frozen_berry, ("#d6202f", "#3a4aa8")),
    "knife's edge": ("a knife's edge", _knifes_edge, ("#9aa6b8", "#b5a898")),
    "leaf": ("a leaf", plants.leaf, ("#4a9e3f", "#d98a2e", "#c0402e")),
    "morel mushroom": ("a morel mushroom", plants.morel, ("#c9a068", "#b08a6a")),
    "mushroom gills": ("mushroom gills", plants.gills, ("#e0c09a", "#d99a7a")),
    "orchid": ("an orchid", plants.orchid, ("#d65ac0", "#f0c04a", "#f5f0fa")),
    "peppercorns": ("peppercorns", _peppercorns, ("#5a4a40", "#c0503a", "#8a9a50")),
    "porcupine's skin": ("a porcupine's skin", _porcupine, ("#f0e4c8", "#d9b88a")),
    "salt crystals": ("salt crystals", _salt, ("#9ab8d9", "#e8a8b0")),
    "seaweed": ("seaweed", plants.seaweed, ("#6a9a3a", "#9a7a2e", "#b0506a")),
    "sequin vest": ("a sequin vest", _sequins, ("#e0b030", "#d63a6a", "#3fa0d0")),
    "snake's skin": ("a snake's skin", _snake, ("#c9a050", "#6a9a4a", "#c0583a")),
    "succulent": ("a succulent", plants.succulent, ("#6ab58a", "#9a8ac0")),
}
