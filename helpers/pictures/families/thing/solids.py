"""Solids covered with the texture of something else, as SVG in a 128 × 128 view box.

A texture is drawn on a 64 × 64 square with few, large marks; a solid lays that square on
each of its faces and shades it.
"""

import math

RING = [(x, y) for y in (0, 32, 64) for x in (0, 32, 64)] + [(x, y) for y in (16, 48) for x in (16, 48)]


def _at(mark: str, places, ground: str) -> str:
    """A ground with one mark repeated at several places."""
    copies = "".join(f'<g transform="translate({x} {y})">{mark}</g>' for x, y in places)
    return f'<path d="M-64 -64h192v192h-192z" fill="{ground}"/>{copies}'


def _hexagons() -> str:
    places = [(column * 24 + row % 2 * 12 - 4, row * 21 - 10) for row in range(5) for column in range(4)]
    points = " ".join(f"{11 * math.sin(k * math.pi / 3):.1f},{11 * math.cos(k * math.pi / 3):.1f}" for k in range(6))
    return _at(f'<polygon points="{points}" fill="#ffd35c"/>', places, "#d98a10")


BRICKS = [(x + row % 2 * 16, row * 16) for row in range(4) for x in (-32, 0, 32, 64)]
ZIGZAG = "M-4 {y}l9 10 9 -10 9 10 9 -10 9 10 9 -10 9 10 9 -10v28h-72z"

TEXTURES = {
    "porcupine": _at(
        '<path d="M0 11l-6 -2l2 -18l6 14l4 -14l2 18z" fill="#f3e3c8"/>'
        '<path d="M-4 -9l1 8l3 -3zM6 -9l-1 8l-3 -3z" fill="#2d211d"/>',
        RING,
        "#6b4a3a",
    ),
    "brick": _at('<path d="M1.500 1.500h29v13h-29z" fill="#c5523f"/>', BRICKS, "#ead9cd"),
    "wood": _at(
        '<path d="M-4 0h72v2h-72z" fill="#7b4a24"/>'
        '<path d="M8 9q24 -5 48 0" stroke="#8d5a2f" stroke-width="2.500" fill="none"/>',
        [(0, 0), (0, 16), (0, 32), (0, 48)],
        "#c0854d",
    ),
    "grass": "".join(
        f'<path d="{ZIGZAG.format(y=y)}" fill="{fill}"/>'
        for y, fill in zip(range(-20, 76, 12), ("#3f9b3f", "#7ed05b") * 4, strict=True)
    ),
    "ice": _at(
        '<path d="M-2 12l14 -14h9l-23 23zM12 26l14 -14h4l-18 18z" fill="#fff" opacity=".85"/>',
        [(4, 4), (36, 4), (4, 36), (36, 36)],
        "#8fd8f5",
    ),
    "honeycomb": _hexagons(),
    "zebra": _at(
        '<path d="M-4 4q12 -10 24 0t24 0t24 0v8q-12 -10 -24 0t-24 0t-24 0z" fill="#23232b"/>',
        [(0, y) for y in (-16, 0, 16, 32, 48, 64)],
        "#fafafa",
    ),
    "leopard": _at(
        '<circle r="6" fill="#8a4b14"/><circle r="3" fill="#e0a044"/><path d="M-7 -2l3 -6l8 0l-3 4z" fill="#2b1a0e"/>'
        '<path d="M7 2l-3 6l-8 0l3 -4z" fill="#2b1a0e"/>',
        RING,
        "#f2bd62",
    ),
    "watermelon": _at(
        '<path d="M0 -2q8 8 0 17t0 17t0 17t0 17h9q8 -8 0 -17t0 -17t0 -17t0 -17z" fill="#1f7a3a"/>',
        [(x, 0) for x in (-16, 4, 24, 44, 64)],
        "#7ccf5f",
    ),
    "chocolate": _at(
        '<path d="M2 2h17v17h-17z" fill="#7b4526"/><path d="M2 2h17l-4 4h-9v9l-4 4z" fill="#a5683f"/>',
        [(x, y) for x in (0, 21.3, 42.6) for y in (0, 21.3, 42.6)],
        "#4a2612",
    ),
    "gold": _at(
        '<path d="M-8 26l34 -34h14l-48 48zM10 50l42 -42h5l-47 47z" fill="#fff3b0"/>', [(0, 0), (32, 32)], "#e8b020"
    ),
    "wool": _at(
        '<circle r="12" fill="#e08fb5"/><path d="M-7 0a7 7 0 1 1 7 7a4 4 0 1 1 3 -6" stroke="#b4557f" stroke-width="3" '
        'fill="none"/>',
        [(x + row % 2 * 10, row * 18) for row in range(-1, 5) for x in (-10, 11, 32, 53, 74)],
        "#c56d96",
    ),
    "strawberry": _at(
        '<path d="M0 -5q4 3 0 9q-4 -6 0 -9z" fill="#ffe08a"/>',
        [(x + row % 2 * 8, row * 14 + 5) for row in range(5) for x in (0, 16, 32, 48, 64)],
        "#e0263c",
    ),
    "cheese": _at(
        '<circle cx="14" cy="14" r="8" fill="#d79a1c"/><circle cx="15" cy="15.500" r="6.500" fill="#eab536"/>'
        '<circle cx="29" cy="29" r="4.500" fill="#d79a1c"/>',
        [(0, 0), (32, 10), (8, 34), (38, 42)],
        "#ffd84d",
    ),
}

SOLIDS = ("cube", "sphere", "cone", "cylinder", "pyramid")


def textured(solid: str, texture: str) -> str:
    """SVG of a solid whose faces carry a texture; the light comes from the left."""
    art = TEXTURES[texture]
    if solid == "cube":
        front, side, top = "1.125 0 0 1.125 16 40", "0.375 -0.375 0 1.125 88 40", "1.125 0 -0.375 0.375 40 16"
        return _face(art, front, 0) + _face(art, side, 0.38) + _face(art, top, -0.25)
    if solid == "pyramid":
        return _cut(art, "pyramid.0", "M16 104L60 12L80 116z", "1.2 0 0 1.7 10 10", 0) + _cut(
            art, "pyramid.1", "M80 116L60 12L116 92z", "0.8 -0.3 0 1.7 66 22", 0.4
        )
    outline = {
        "sphere": "M112 64a48 48 0 1 1 -96 0a48 48 0 1 1 96 0z",
        "cone": "M64 8L108 100a44 14 0 0 1 -88 0z",
        "cylinder": "M24 28v72a40 13 0 0 0 80 0v-72z",
    }[solid]
    shade = (
        '<radialGradient id="round" cx=".36" cy=".32" r=".75"><stop offset="0" stop-color="#fff" stop-opacity=".5"/>'
        '<stop offset=".4" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".55"/>'
        "</radialGradient>"
        if solid == "sphere"
        else '<linearGradient id="round"><stop offset="0" stop-color="#000" stop-opacity=".15"/><stop offset=".3" '
        'stop-color="#fff" stop-opacity=".18"/><stop offset="1" stop-color="#000" stop-opacity=".42"/></linearGradient>'
    )
    body = _cut(art, "round.0", outline, "1.5 0 0 1.6 16 12", 0) + f'{shade}<path d="{outline}" fill="url(#round)"/>'
    if solid != "cylinder":
        return body
    lid = "M24 28a40 13 0 0 1 80 0a40 13 0 0 1 -80 0z"
    return body + _cut(art, "round.1", lid, "1.25 0 0 .5 24 12", -0.3)


def _face(art: str, matrix: str, shade: float) -> str:
    """A texture laid on a parallelogram, darkened by `shade` (brightened if below 0)."""
    clip = '<clipPath id="unit"><path d="M0 0h64v64h-64z"/></clipPath>'
    light = f'<path d="M0 0h64v64h-64z" {_shade(shade)} stroke="#0006" stroke-width="1.500"/>'
    return f'{clip}<g transform="matrix({matrix})"><g clip-path="url(#unit)">{art}</g>{light}</g>'


def _cut(art: str, name: str, outline: str, matrix: str, shade: float) -> str:
    """A texture cut out along an outline, darkened by `shade`."""
    light = f'<path d="{outline}" {_shade(shade)} stroke="#0006" stroke-width="1.500"/>'
    return (
        f'<clipPath id="{name}"><path d="{outline}"/></clipPath><g clip-path="url(#{name})">'
        f'<g transform="matrix({matrix})">{art}</g></g>{light}'
    )


def _shade(shade: float) -> str:
    return f'fill="{"#000" if shade >= 0 else "#fff"}" fill-opacity="{abs(shade)}"'
