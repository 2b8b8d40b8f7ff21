"""Things that take the shape of a polygon, a circle, a star or a heart: SVG in a 128 × 128 view box."""

import math

from helpers.pictures.vocabulary import darker, lighter, shades

SHAPES = {  # shape -> its adjective
    "triangle": "triangular",
    "square": "square",
    "pentagon": "pentagonal",
    "hexagon": "hexagonal",
    "octagon": "octagonal",
    "circle": "round",
    "star": "star-shaped",
    "heart": "heart-shaped",
}
CORNERS = {"triangle": 3, "square": 4, "pentagon": 5, "hexagon": 6, "octagon": 8}
RADIUS = {"triangle": 58, "square": 62, "pentagon": 54, "hexagon": 52, "octagon": 52, "circle": 48, "star": 60}
MIDDLE = {"triangle": 76, "pentagon": 68, "star": 67}  # where the centre lies, so that the shape fills the picture
ROOM = {"triangle": 0.6, "star": 0.62, "heart": 0.8}  # how large a disc fits in, against a circle


def shaped(thing: str, shape: str, color: str) -> str:
    """SVG of a thing in a shape and a colour."""
    return DRAWN[thing](shape, color)


def outline(shape: str, scale: float = 1.0) -> str:
    """The path of a shape around its own centre, `scale` of its full size."""
    if shape == "heart":
        path = "M64 114C40 96 14 76 14 48C14 26 30 16 42 16C54 16 62 24 64 32C66 24 74 16 86 16C98 16 114 26 114 48"
        path += "C114 76 88 96 64 114z"
        return f'<path transform="translate(64 62) scale({scale}) translate(-64 -62)" d="{path}"'
    middle, radius = MIDDLE.get(shape, 64), RADIUS[shape] * scale
    if shape == "circle":
        return f'<circle cx="64" cy="64" r="{radius}"'
    count = 10 if shape == "star" else CORNERS[shape]
    turn = math.pi / count if shape in ("square", "octagon") else math.pi / 2 if shape == "hexagon" else 0
    radii = [radius * (0.46 if shape == "star" and k % 2 else 1) for k in range(count)]
    points = [
        (64 + r * math.sin(turn + k * math.tau / count), middle - r * math.cos(turn + k * math.tau / count))
        for k, r in enumerate(radii)
    ]
    return '<polygon points="' + " ".join(f"{x:.2f},{y:.2f}" for x, y in points) + '"'


def centred(shape: str, markup: str) -> str:
    """Markup drawn around (0, 0) for a disc of radius 48, put into the shape's middle."""
    middle = {"heart": 58}.get(shape, MIDDLE.get(shape, 64))
    return f'<g transform="translate(64 {middle}) scale({ROOM.get(shape, 0.95)})">{markup}</g>'


def _body(shape: str, color: str, round_by: float = 3) -> str:
    light, dark, edge = shades(color)
    gradient = (
        f'<linearGradient id="body" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{light}"/>'
        f'<stop offset="1" stop-color="{dark}"/></linearGradient>'
    )
    look = f'fill="url(#body)" stroke="{edge}" stroke-width="{round_by}" stroke-linejoin="round"/>'
    return f"{gradient}{outline(shape)} {look}"


def _clock(shape: str, color: str) -> str:
    ticks = "".join(f'<path d="M0 -33v8" transform="rotate({k * 30})"/>' for k in range(0, 12, 3))
    face = f'<g stroke="#33343c" stroke-width="5" stroke-linecap="round">{ticks}<path d="M0 0L13 11" stroke-width="6"/>'
    face += '<path d="M0 0L-2 -24"/></g><circle r="5" fill="#33343c"/>'
    dial = f'{outline(shape, 0.72)} fill="#fffdf6" stroke="{shades(color)[2]}" stroke-width="1.500"/>'
    return _body(shape, color) + dial + centred(shape, face)


def _frame(shape: str, color: str) -> str:
    scene = (
        '<path d="M0 0h128v128h-128z" fill="#bfe6fb"/><circle cx="80" cy="52" r="9" fill="#ffd43b"/>'
        '<path d="M0 100L48 56L80 88L96 74L128 100V128H0z" fill="#5aa469"/>'
        '<path d="M0 94h128v34h-128z" fill="#8fcf7f"/>'
    )
    clip = f'<clipPath id="inside">{outline(shape, 0.66)}/></clipPath>'
    rim = f'{outline(shape, 0.66)} fill="none" stroke="{shades(color)[2]}" stroke-width="3"/>'
    return f'{_body(shape, color)}{clip}<g clip-path="url(#inside)">{scene}</g>{rim}'


def _plate(shape: str, color: str) -> str:
    light, _, edge = shades(color)
    well = f'{outline(shape, 0.64)} fill="{light}" stroke="{edge}" stroke-width="2.500"/>'
    egg = (
        '<path d="M-4 -17q12 -6 18 4q8 8 2 16q-6 10 -18 11q-14 4 -18 -8q-8 -14 16 -23z" fill="#fff" stroke="#d9d4c8" '
        'stroke-width="2"/><circle cx="1" r="8.500" fill="#ffb01f"/>'
    )
    cutlery = (
        '<g fill="#6b7280"><path d="M3 20h3v20h4v-20h3v20h4v-20h3v24q0 8 -5 9v57h-6v-57q-6 -1 -6 -9z"/>'
        '<path d="M112 20q10 4 10 40h-4v50h-6z"/></g>'
    )
    dish = _body(shape, color) + well + centred(shape, egg)
    return f'{cutlery}<g transform="translate(13.500 14) scale(.78)">{dish}</g>'


def _manhole(shape: str, color: str) -> str:
    light, dark, edge = shades(color)
    lid = f'{outline(shape, 0.86)} fill="{light}" stroke="{edge}" stroke-width="3"/>'
    bars = "".join(
        f'<path d="M{x} {y}h14v8h-14z" fill="{edge}"/>' for y in range(12, 120, 16) for x in range(11, 120, 23)
    )
    clip = f'<clipPath id="lid">{outline(shape, 0.74)}/></clipPath><g clip-path="url(#lid)">{bars}</g>'
    road = '<rect x="2" y="2" width="124" height="124" rx="8" fill="#8b8f98"/>'
    rim = f'{outline(shape)} fill="{dark}" stroke="#3c3f46" stroke-width="4" stroke-linejoin="round"/>'
    return road + rim + lid + clip


def _stop_sign(shape: str, color: str) -> str:
    ink = "#212529" if color in ("white", "yellow") else "#ffffff"
    letters = (
        '<path d="M-24 -9q-3 -5 -8 -4q-6 2 -5 6q1 4 6 6q7 3 7 7q0 6 -7 7q-6 0 -8 -5M-19 -12h16M-11 -12v24'
        'M10 -12q8 0 8 12t-8 12t-8 -12t8 -12zM25 13v-25h6q7 1 7 7t-7 7h-6"'
    )
    wide = 1.1 if shape in ("triangle", "star") else 0.92
    word = f'<g transform="scale({wide})">{letters} fill="none" stroke="{ink}" stroke-width="6"/></g>'
    line = f'{outline(shape, 0.88)} fill="none" stroke="{ink}" stroke-width="3.500"/>'
    return _body(shape, color) + line + centred(shape, word)


def _cushion(shape: str, color: str) -> str:
    light, _, edge = shades(color)
    seam = f'{outline(shape, 0.8)} fill="none" stroke="{edge}" stroke-width="3" stroke-dasharray="6 6"/>'
    folds = "".join(f'<path d="M0 -9v-13" transform="rotate({k * 60})"/>' for k in range(6))
    button = f'<g stroke="{edge}" stroke-width="4" stroke-linecap="round">{folds}</g>'
    button += f'<circle r="7" fill="{lighter(light, 0.5)}" stroke="{edge}" stroke-width="2"/>'
    puff = f'{outline(shape, 0.86)} fill="url(#body)" stroke="url(#body)" stroke-width="16" stroke-linejoin="round"/>'
    around = f'{outline(shape, 0.86)} stroke="{edge}" stroke-width="19" stroke-linejoin="round"/>'
    return _body(shape, color, 0) + around + puff + seam + centred(shape, button)


def _mirror(shape: str, color: str) -> str:
    glints = '<path d="M0 84L84 0h22L0 106zM20 128L128 20v12L32 128z" fill="#fff" opacity=".9"/>'
    glass = f'<clipPath id="glass">{outline(shape, 0.8)}/></clipPath>{outline(shape, 0.8)} fill="#b9dff0"/>'
    rim = f'{outline(shape, 0.8)} fill="none" stroke="{shades(color)[2]}" stroke-width="2.500"/>'
    return f'{_body(shape, color)}{glass}<g clip-path="url(#glass)">{glints}</g>{rim}'


def _gift_box(shape: str, color: str) -> str:
    ribbon = "#ffd43b" if color not in ("yellow", "orange") else "#e5383b"
    edge = darker(ribbon, 0.35)
    middle = {"heart": 58}.get(shape, MIDDLE.get(shape, 64))
    look = f'fill="{ribbon}" stroke="{edge}" stroke-width="2"'
    band = f'<path d="M57 0h14v128h-14zM0 {middle - 7}h128v14h-128z" {look}/>'
    loops = "M0 0C-8 -20 -30 -18 -26 0C-30 18 -8 20 0 0zM0 0C8 -20 30 -18 26 0C30 18 8 20 0 0z"
    bow = f'<path d="{loops}" {look}/><circle r="7" {look}/>'
    clip = f'<clipPath id="box">{outline(shape, 0.98)}/></clipPath>'
    return f'{_body(shape, color)}{clip}<g clip-path="url(#box)">{band}</g>{centred(shape, bow)}'


def _kite(shape: str, color: str) -> str:
    light, _, edge = shades(color)
    sticks = f'<path d="M64 0v128M0 {MIDDLE.get(shape, 60)}h128" stroke="{edge}" stroke-width="4"/>'
    clip = f'<clipPath id="sail">{outline(shape, 0.98)}/></clipPath>'
    bow = f'<path d="M0 0l-9 -6v12zl9 -6v12z" fill="{light}" stroke="{edge}"/>'
    bows = "".join(f'<g transform="translate({x} {y})">{bow}</g>' for x, y in ((74, 100), (92, 112)))
    tail = '<path d="M60 84q4 14 14 16t18 12t24 10" fill="none" stroke="#6c5b4c" stroke-width="2.500"/>'
    sail = f'{_body(shape, color)}{clip}<g clip-path="url(#sail)">{sticks}</g>'
    return f'{tail}{bows}<g transform="translate(4 0) scale(.78)">{sail}</g>'


def _button(shape: str, color: str) -> str:
    light, _, edge = shades(color)
    dish = f'{outline(shape, 0.74)} fill="{light}" stroke="{edge}" stroke-width="3" stroke-linejoin="round"/>'
    holes = "".join(f'<circle cx="{x}" cy="{y}" r="7" fill="{edge}"/>' for x in (-12, 12) for y in (-12, 12))
    thread = '<path d="M-12 -12L12 12M12 -12L-12 12" stroke="#fff6dd" stroke-width="5"/>'
    return _body(shape, color) + dish + centred(shape, holes + thread)


DRAWN = {
    "clock": _clock,
    "picture frame": _frame,
    "plate": _plate,
    "manhole cover": _manhole,
    "stop sign": _stop_sign,
    "cushion": _cushion,
    "mirror": _mirror,
    "gift box": _gift_box,
    "kite": _kite,
    "button": _button,
}
