"""Things that carry an image, as SVG in a 128 × 128 view box: what lies under the image and what over it.

`{l}`, `{d}` and `{p}` are the light, dark and pale colour of the tint, a hidden fact."""

import random
from dataclasses import dataclass

TINTS = {
    "warm": ("#e98a4b", "#b4561f", "#fae3cb"),
    "cool": ("#58a5b5", "#2a6f82", "#d5eaec"),
    "plum": ("#9180c6", "#5d4b96", "#e3def2"),
}
BACKDROPS = {  # wall, floor
    "sand": ("#efe3cf", "#d6bf9b"),
    "mint": ("#d3eadc", "#a3c8b3"),
    "dusk": ("#c5cbe0", "#959fc2"),
    "rose": ("#f4d8d5", "#d6a9a5"),
}


@dataclass(frozen=True)
class Design:
    """A carrier: `room` is the middle and size of what it carries (x, y, width, height), `look` how that is drawn."""

    under: str
    room: tuple[float, float, float, float]
    over: str = ""
    look: str = "print"
    ink: str = "#23232e"


def drawn(markup: str, tint: str) -> str:
    """The markup in the colours of a tint."""
    light, dark, pale = TINTS[tint]
    return markup.replace("{l}", light).replace("{d}", dark).replace("{p}", pale)


def backdrop(name: str) -> str:
    """A wall and a table."""
    wall, floor = BACKDROPS[name]
    return f'<path d="M0 0h128v104H0z" fill="{wall}"/><path d="M0 104h128v24H0z" fill="{floor}"/>'


def rect(x, y, width, height, look: str, corner=0) -> str:
    """A rectangle with a look."""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{corner}" {look}/>'


def rows(count: int, step: float, shape: str, x: float = 0, y: float = 1) -> str:
    """`count` copies of a shape, each moved by (x, y) from the one before."""
    return "".join(f'<g transform="translate({k * step * x} {k * step * y})">{shape}</g>' for k in range(count))


def rounded(x, y, width, height) -> str:
    """Shading that makes a rectangle look like a cylinder."""
    stops = ((0, "#000", 0.32), (0.2, "#fff", 0.3), (0.4, "#fff", 0), (0.75, "#000", 0), (1, "#000", 0.36))
    marks = "".join(f'<stop offset="{o}" stop-color="{c}" stop-opacity="{a}"/>' for o, c, a in stops)
    return f'<linearGradient id="cyl">{marks}</linearGradient>' + rect(x, y, width, height, 'fill="url(#cyl)"')


def bricks(fill: str, mortar: str, opacity: float = 1) -> str:
    """A brick wall; the mortar alone if the fill is "none"."""
    lines = "".join(f"M0 {y}h128" + "".join(f"M{x + (y // 16 % 2) * 16} {y}v16" for x in range(0, 128, 32))
                    for y in range(0, 128, 16))  # fmt: skip
    look = f'fill="none" stroke="{mortar}" stroke-width="2.500" opacity="{opacity}"'
    return f'<path d="M0 0h128v128H0z" fill="{fill}"/><path d="{lines}" {look}/>'


EDGE = 'stroke="#3a3a46" stroke-width="2"'


def soda_can(x: float, width: float) -> str:
    """A can of soda: neck, lid with its ring, band and label."""
    right, m = x + width, x + width / 2
    return (
        f'<ellipse cx="{m}" cy="121" rx="{width / 2}" ry="5" fill="#0003"/>'
        f'<path d="M{x + 7} 12H{right - 7}L{right} 24V112L{right - 8} 122H{x + 8}L{x} 112V24z" fill="{{l}}" {EDGE}/>'
        f'<path d="M{x} 36H{right}V102H{x}z" fill="{{p}}"/><path d="M{x} 36H{right}M{x} 102H{right}" '
        f'stroke="{{d}}" stroke-width="4"/>'
        f'<ellipse cx="{m}" cy="12" rx="{width / 2 - 7}" ry="7" fill="#d5d9e0" {EDGE}/>'
        f'<ellipse cx="{m}" cy="11" rx="9" ry="3.500" fill="#8b93a3"/>'
    )


def soup_can(x: float, width: float) -> str:
    """A can of soup: ribbed metal rims, a label in two fields."""
    right, m = x + width, x + width / 2
    rim = f'fill="#c3c9d3" {EDGE}'
    return (
        f'<ellipse cx="{m}" cy="121" rx="{width / 2 + 3}" ry="5" fill="#0003"/>'
        f'<path d="M{x} 18H{right}V112Q{m} 126 {x} 112z" fill="{{p}}" {EDGE}/>'
        f'<path d="M{x} 18H{right}V36Q{m} 46 {x} 36z" fill="{{l}}"/>'
        f'<path d="M{x} 102Q{m} 112 {right} 102V110Q{m} 124 {x} 110z" fill="{{d}}"/>'
        f'<ellipse cx="{m}" cy="17" rx="{width / 2 + 2}" ry="10" {rim}/>'
        f'<ellipse cx="{m}" cy="17" rx="{width / 2 - 7}" ry="6" fill="#e9ecf1" stroke="#98a0ae" stroke-width="2"/>'
        f'<path d="M{m - 6} 17a9 4 0 1 0 12 0" fill="none" stroke="#7a8291" stroke-width="2.500"/>'
    )


def _teeth(x: float, y: float, width: float) -> str:
    """A jagged edge to the right, as part of a path."""
    steps = [x + width * k / 24 for k in range(1, 25)]
    return "".join(f"L{step} {y + k % 2 * 4}" for k, step in enumerate(steps))


def chip_bag(x: float, width: float) -> str:
    """A puffed bag with crimped ends and chips in front of it."""
    right, m = x + width, x + width / 2
    chips = "".join(
        f'<ellipse cx="{cx}" cy="119" rx="11" ry="6.500" transform="rotate({turn} {cx} 119)" fill="#ffd76a" '
        f'stroke="#c98a1b" stroke-width="2"/>'
        for cx, turn in ((m - 40, 12), (m - 19, -14), (m + 4, 8), (m + 27, -10), (m + 45, 14))
    )
    return (
        f'<path d="M{x} 6{_teeth(x, 2, width)}Q{right - 6} 26 {right} 62Q{right - 6} 98 {right} 118H{x}Q{x + 6} 98 '
        f"{x} 62"
        f'Q{x + 6} 26 {x} 6z" fill="{{l}}" {EDGE}/>'
        f'<path d="M{x + 2} 18H{right - 2}M{x + 3} 23H{right - 3}" stroke="{{d}}" stroke-width="2.500"/>'
        f'<path d="M{x + 6} 34Q{m} 26 {right - 6} 34V94Q{m} 102 {x + 6} 94z" fill="{{p}}"/>{chips}'
    )


NEON_WALL = bricks("#38232b", "#1d1117") + '<rect x="0" y="0" width="128" height="128" fill="#0b0610" opacity=".35"/>'


def neon_frame(x, y, width, height) -> str:
    """A frame bent from one tube."""
    looks = ((10, "{l}", 0.3), (4, "{l}", 1), (1.5, "{p}", 1))
    tubes = (f'fill="none" stroke="{color}" stroke-width="{wide}" opacity="{solid}"' for wide, color, solid in looks)
    return NEON_WALL + "".join(rect(x, y, width, height, look, 14) for look in tubes)


PAVING = (
    '<path d="M0 0h128v128H0z" fill="#8f9299"/><path d="M0 26h128M0 104h128M38 0v26M92 104v24M92 0v26M30 104v24" '
    'stroke="#6d7078" stroke-width="4"/>'
)


def specks(seed: int, count: int, color: str, radius: float) -> str:
    """Fixed small grains over the whole picture."""
    rng = random.Random(seed)
    grains = "".join(f"M{rng.uniform(0, 128):.1f} {rng.uniform(0, 128):.1f}h.01" for _ in range(count))
    return f'<path d="{grains}" stroke="{color}" stroke-width="{radius * 2}" stroke-linecap="round" fill="none"/>'


def perforated(x, y, width, height, step) -> str:
    """A path of round bites along a stamp's edge, to be filled with the backdrop's colour or paper."""
    spots = [(x + k * step, yy) for k in range(round(width / step) + 1) for yy in (y, y + height)]
    spots += [(xx, y + k * step) for k in range(1, round(height / step)) for xx in (x, x + width)]
    return "".join(f"M{cx} {cy}h.01" for cx, cy in spots)


SHIRT = (
    '<path d="M42 10Q64 26 86 10L112 20L126 52L106 60L100 48V124H28V48L22 60L2 52L16 20z" fill="{l}" '
    'stroke="{d}" stroke-width="2.500" stroke-linejoin="round"/>'
    '<path d="M42 10Q64 32 86 10" fill="none" stroke="{d}" stroke-width="4"/>'
    '<path d="M28 48V64M100 48V64" stroke="{d}" stroke-width="3"/>'
)
PATCHES = ("#f2b8a0", "#bcd9c1", "#f3dfa2", "#b9cbe6", "#e0c3e4")

# fmt: off
IMAGE_CARRIERS = {
    "bag of chips": Design(chip_bag(16, 96), (64, 63, 68, 68)),
    "billboard": Design(
        '<path d="M0 0h128v128H0z" fill="#aedcf5"/><path d="M0 112Q40 100 128 112V128H0z" fill="#7fbf6a"/>'
        '<path d="M34 88v40M94 88v40" stroke="#6b4b33" stroke-width="8"/>'
        + rect(4, 14, 120, 82, 'fill="{p}" stroke="#5a5f6b" stroke-width="6"')
        + rows(4, 32, '<path d="M16 2v8M10 4l6 -4l6 4" stroke="#3f444f" stroke-width="3" fill="none"/>', 1, 0)
        + '<path d="M2 100h124" stroke="#5a5f6b" stroke-width="5"/>', (64, 55, 76, 76)),
    "business card": Design(
        rect(12, 30, 112, 76, 'fill="#0002"', 4) + rect(8, 26, 112, 76, 'fill="#fffdf7" stroke="#a9a294" '
        'stroke-width="2"', 4)
        + '<path d="M8 30q0 -4 4 -4h10v76h-10q-4 0 -4 -4z" fill="{d}"/>'
        '<path d="M94 44h20M94 56h14M94 80h20M94 90h12" stroke="#6e7480" stroke-width="4"/>', (52, 64, 68, 68)),
    "button": Design(
        '<ellipse cx="66" cy="70" rx="56" ry="56" fill="#0003"/><circle cx="64" cy="64" r="56" fill="{d}" '
        'stroke="#3a3a46" '
        'stroke-width="3"/><circle cx="64" cy="64" r="47" fill="{p}" stroke="{l}" stroke-width="4"/>', (64, 64, 70, 70),
        '<path d="M20 52Q30 20 66 17Q44 26 30 54z" fill="#fff" opacity=".7"/>'
        '<path d="M108 76Q98 106 66 111Q90 100 100 76z" fill="#fff" opacity=".35"/>'),
    "can of soup": Design(soup_can(18, 92), (64, 73, 58, 58), rounded(18, 26, 92, 88)),
    "cap": Design(
        '<path d="M12 88C12 36 34 14 64 14C94 14 116 36 116 88Q64 74 12 88z" fill="{l}" stroke="{d}" stroke-width="3"/>'
        '<path d="M30 84C30 44 44 22 64 14C84 22 98 44 98 84" fill="{p}" stroke="{d}" stroke-width="2.500"/>'
        '<circle cx="64" cy="13" r="5" fill="{d}"/>'
        '<path d="M6 96Q64 70 122 96Q126 122 108 118Q64 104 20 118Q2 122 6 96z" fill="{d}" stroke="#2a2a36" '
        'stroke-width="2"/>'
        '<path d="M14 104Q64 84 114 104" fill="none" stroke="{l}" stroke-width="2" stroke-dasharray="5 3"/>',
        (64, 50, 50, 50), look="stitch"),
    "cell phone case": Design(
        rect(26, 3, 80, 124, 'fill="#0003"', 16) + rect(22, 1, 82, 124, 'fill="{l}" stroke="{d}" stroke-width="5"', 16)
        + rect(28, 8, 30, 30, 'fill="{d}"', 9) + "".join(
            f'<circle cx="{x}" cy="{y}" r="5" fill="#15151c" stroke="#aab2c0" stroke-width="2"/>' for x, y in
            ((37, 17), (49, 17), (37, 29)))
        + '<circle cx="63" cy="80" r="34" fill="{p}"/>', (63, 80, 56, 56)),
    "computer monitor": Design(
        '<path d="M52 100h24l4 18h-32z" fill="#9aa1ad"/><path d="M36 116h56v6h-56z" fill="#7d8490"/>'
        + rect(4, 6, 120, 96, 'fill="#23242c"', 7) + rect(11, 13, 106, 76, 'fill="{p}"')
        + '<path d="M11 13h106v9h-106z" fill="{d}"/><path d="M15 17.500h3M22 17.500h3M29 17.500h3" stroke="#fff" '
        'stroke-width="4" stroke-linecap="round"/><circle cx="64" cy="95.500" r="2.500" '
        'fill="#7df08f"/>', (64, 55, 66, 66)),
    "drawing on the sidewalk": Design(
        PAVING + specks(3, 120, "#a8abb2", 0.8), (64, 64, 76, 76),
        specks(5, 700, "#8f9299", 0.55) + '<path d="M88 118l22 -9" stroke="{l}" stroke-width="7" '
        'stroke-linecap="round"/>'
        '<path d="M12 112l14 8" stroke="#f7e36a" stroke-width="7" stroke-linecap="round"/>', look="chalk"),
    "iphone app icon": Design(
        rect(0, 0, 128, 128, 'fill="{d}"') + rows(4, 36, rect(-4, -19, 28, 28, 'fill="#ffffff" opacity=".35"', 7), 1, 0)
        + rows(4, 36, rect(-4, 119, 28, 28, 'fill="#ffffff" opacity=".35"', 7), 1, 0)
        + rect(16, 16, 96, 96, 'fill="#0004"', 24) + rect(15, 13, 98, 98, 'fill="{p}" stroke="#fff" '
        'stroke-width="3"', 24)
        + '<path d="M16 60V37Q16 14 39 14H89Q112 14 112 37V44Q60 40 16 60z" fill="#fff" opacity=".55"/>'
        '<circle cx="112" cy="16" r="13" fill="#ff3b30" stroke="#fff" stroke-width="2"/><path d="M109 13l4 -4v15" '
        'fill="none" stroke="#fff" stroke-width="3"/>', (62, 63, 76, 76)),
    "latte art": Design(
        '<circle cx="64" cy="66" r="60" fill="#0002"/><path d="M104 50h16q6 0 6 8v12q0 8 -6 8h-16z" fill="#fff" '
        'stroke="#b9b3a8" stroke-width="3"/><circle cx="60" cy="64" r="58" fill="#ffffff" stroke="#b9b3a8" '
        'stroke-width="3"/>'
        '<circle cx="60" cy="64" r="49" fill="#8a5528" stroke="#5e3717" stroke-width="3"/>'
        '<circle cx="60" cy="64" r="40" fill="#a96f3a"/><circle cx="60" cy="64" r="37" '
        'fill="#c08a52"/>', (60, 64, 58, 58),
        "".join(f'<circle cx="{x}" cy="{y}" r="{r}" fill="#f7e3c0" opacity=".85"/>' for x, y, r in
                ((24, 46, 3), (30, 38, 2), (92, 92, 3), (98, 82, 2), (26, 86, 2), (88, 32, 2.5), (60, 107, 2.5))),
        look="foam"),
    "mural": Design(
        bricks("#c98266", "#a86248") + '<path d="M6 4h116v100H6z" fill="{p}"/><path d="M6 84Q40 66 122 88V104H6z" '
        'fill="{l}"/>'
        '<path d="M0 112h128v16H0z" fill="#8f9299"/>', (64, 54, 88, 88),
        bricks("none", "#8a4a34", 0.42) + '<path d="M0 111h128v17H0z" fill="#9b9ea6"/>'
        '<path d="M0 112h128" stroke="#6d7078" stroke-width="3"/>'),
    "neon sign": Design(neon_frame(9, 9, 110, 110), (64, 64, 84, 84), look="neon"),
    "plastic lunchbox": Design(
        '<path d="M42 34V18q0 -8 8 -8h28q8 0 8 8v16" fill="none" stroke="{d}" stroke-width="8"/>'
        + rect(8, 30, 112, 88, 'fill="{l}" stroke="{d}" stroke-width="3"', 14) + rect(18, 42, 92, 68, 'fill="{p}"', 10)
        + rect(26, 26, 14, 18, 'fill="#f7f4ea" stroke="#77705f" stroke-width="2"', 3)
        + rect(88, 26, 14, 18, 'fill="#f7f4ea" stroke="#77705f" stroke-width="2"', 3), (64, 77, 58, 58),
        '<path d="M16 104V50q0 -10 10 -10h12q-12 4 -12 16v48z" fill="#fff" opacity=".6"/>'),
    "playing card": Design(
        '<path d="M0 0h128v128H0z" fill="#3f8a5c"/>' + rect(30, 6, 80, 118, 'fill="#0004"', 8)
        + '<g transform="rotate(-9 64 64)">' + rect(18, 5, 82, 116, 'fill="{l}" stroke="#fff" '
        'stroke-width="4"', 8) + "</g>"
        + rect(24, 3, 82, 121, 'fill="#fffdf6" stroke="#8f8a7d" stroke-width="2"', 8) + "".join(
            f'<g transform="{t}"><path d="M31 22l4.500 -13l4.500 13M33 18h5" fill="none" stroke="{{d}}" '
            f'stroke-width="2.600"/>'
            '<path d="M35.500 26l5 7l-5 7l-5 -7z" fill="{d}"/></g>' for t in ("", "rotate(180 65 "
            "63.500)")), (65, 64, 68, 68)),
    "postage stamp": Design(
        '<path d="M0 0h128v128H0z" fill="#d9c39a"/>'
        '<path d="M14 10h104v112H14z" fill="#0002"/>' + rect(10, 6, 104, 112, 'fill="#fffef8"')
        + f'<path d="{perforated(10, 6, 104, 112, 8)}" stroke="#d9c39a" stroke-width="5" stroke-linecap="round"/>'
        + rect(19, 15, 86, 94, 'fill="{p}" stroke="{d}" stroke-width="3"')
        + '<path d="M24 100h22M92 26v-5M98 26v-5" stroke="{d}" stroke-width="5"/>', (62, 60, 72, 72),
        '<g fill="none" stroke="#30303c" stroke-width="2.400" opacity=".75"><circle cx="106" cy="104" r="17"/>'
        '<circle cx="106" cy="104" r="12"/><path d="M60 112q5 -5 10 0t10 0t10 0M60 119q5 -5 10 0t10 0t10 0"/></g>'),
    "purse": Design(
        '<path d="M34 48C34 0 94 0 94 48" fill="none" stroke="{d}" stroke-width="7"/>'
        '<path d="M18 44H110Q122 100 120 114Q118 122 110 122H18Q10 122 8 114Q6 100 18 44z" fill="{l}" stroke="{d}" '
        'stroke-width="3"/><path d="M24 56H104Q112 90 110 110H18Q16 90 24 56z" fill="{p}"/>'
        '<path d="M16 44h96v10H16z" fill="#e2b33c" stroke="#8f6a12" stroke-width="2"/><circle cx="58" cy="40" r="6" '
        'fill="#ffd866" stroke="#8f6a12" stroke-width="2"/><circle cx="70" cy="40" r="6" fill="#ffd866" '
        'stroke="#8f6a12" '
        'stroke-width="2"/>', (64, 84, 54, 54)),
    "quilt": Design(
        "".join(rect(x * 32, y * 32, 32, 32, f'fill="{PATCHES[(x + 2 * y) % 5]}"') for x in range(4) for y in range(4))
        + "".join(f'<path d="M{x * 32} {y * 32}l32 32v-32z" fill="{PATCHES[(x + 3 * y + 2) % 5]}"/>'
                  for x in range(4) for y in range(4) if x in (0, 3) or y in (0, 3))
        + rect(18, 18, 92, 92, 'fill="{p}" stroke="#fffbe8" stroke-width="2.500" stroke-dasharray="5 3"')
        + '<path d="M32 0v18M64 0v18M96 0v18M32 110v18M64 110v18M96 110v18M0 32h18M0 64h18M0 96h18M110 32h18M110 64h18'
        'M110 96h18" stroke="#fffbe8" stroke-width="2" stroke-dasharray="4 3"/>', (64, 64, 78, 78), look="stitch"),
    "road sign": Design(
        '<path d="M0 0h128v128H0z" fill="#bfe3f7"/><path d="M0 96Q50 84 128 96V128H0z" fill="#8cc27a"/>'
        '<path d="M60 70h8v58h-8z" fill="#8b919c"/><path d="M64 1L125 62L64 123L3 62z" fill="#f6c52f" stroke="#22222a" '
        'stroke-width="2" stroke-linejoin="round"/><path d="M64 8L118 62L64 116L10 62z" fill="#fff0b8" '
        'stroke="#22222a" '
        'stroke-width="4" stroke-linejoin="round"/>', (64, 62, 58, 58)),
    "rug": Design(
        '<path d="M0 0h128v128H0z" fill="#c39a6c"/><path d="M0 32h128M0 64h128M0 96h128" stroke="#a67f52" '
        'stroke-width="2"/>'
        '<path d="' + "".join(f"M{x} 4v8M{x} 116v8" for x in range(9, 122, 5)) + '" stroke="#fff3d9" '
        'stroke-width="2.500"/>'
        + rect(5, 11, 118, 106, 'fill="{d}"')
        + rect(11, 17, 106, 94, 'fill="{l}"') + rect(18, 24, 92, 80, 'fill="{p}"'),
        (64, 64, 70, 70),
        '<path d="' + "".join(f"M5 {y}h118" for y in range(12, 117, 4)) + '" stroke="#3b2a1c" stroke-width="1.200" '
        'opacity=".3"/><path d="' + "".join(f"M{x} 11v106" for x in range(8, 122, 6)) + '" stroke="#fff" '
        'stroke-width="1" opacity=".25"/>'),
    "soda can": Design(soda_can(22, 84), (64, 69, 62, 62), rounded(22, 22, 84, 92)),
    "sphere": Design(
        '<radialGradient id="ball" cx=".36" cy=".3" r=".8"><stop offset="0" stop-color="{p}"/><stop offset=".6" '
        'stop-color="{l}"/><stop offset="1" stop-color="{d}"/></radialGradient><ellipse cx="64" cy="118" rx="46" '
        'ry="8" '
        'fill="#0004"/><circle cx="64" cy="62" r="57" fill="url(#ball)"/><circle cx="64" cy="62" r="39" fill="{p}" '
        'opacity=".75"/>', (64, 63, 70, 70),
        '<radialGradient id="gloss" cx=".36" cy=".3" r=".78"><stop offset=".5" stop-color="#000" stop-opacity="0"/>'
        '<stop offset="1" stop-color="#000" stop-opacity=".5"/></radialGradient><circle cx="64" cy="62" r="57" '
        'fill="url(#gloss)"/><ellipse cx="42" cy="26" rx="17" ry="9" transform="rotate(-30 42 26)" fill="#fff" '
        'opacity=".85"/>'),
    "stained glass window": Design(
        '<path d="M0 0h128v128H0z" fill="#77737f"/><path d="M0 30h18M0 64h14M0 98h14M110 30h18M114 64h14M114 98h14" '
        'stroke="#5b5864" stroke-width="3"/><clipPath id="arch"><path d="M12 122V58C12 24 40 8 64 4C88 8 116 24 116 '
        '58V122z"/>'
        '</clipPath><g clip-path="url(#arch)">' + "".join(
            f'<path d="M64 64L{x0} {y0}L{x1} {y1}z" fill="{fill}" stroke="#17171f" stroke-width="3.500"/>'
            for x0, y0, x1, y1, fill in (
                (-20, -20, 40, -20, "{p}"), (40, -20, 88, -20, "#ffe9a8"), (88, -20, 148, -20, "{p}"),
                (148, -20, 148, 42, "#bfe6c4"), (148, 42, 148, 86, "{p}"), (148, 86, 148, 148, "#ffd9a0"),
                (148, 148, 88, 148, "{p}"), (88, 148, 40, 148, "#bfe6c4"), (40, 148, -20, 148, "{p}"),
                (-20, 148, -20, 86, "#ffd9a0"), (-20, 86, -20, 42, "{p}"), (-20, 42, -20, -20, "#bfe6c4")))
        + '</g><path d="M12 122V58C12 24 40 8 64 4C88 8 116 24 116 58V122z" fill="none" stroke="#17171f" '
        'stroke-width="6"/>',
        (64, 66, 78, 78), '<path d="M20 118L84 16L96 20L34 122z" fill="#fff" opacity=".22"/>', look="glass"),
    "t-shirt": Design(
        SHIRT + '<circle cx="64" cy="76" r="33" fill="{p}"/>', (64, 77, 58, 58)),
    "tattoo": Design(
        '<path d="M0 46Q36 26 76 40L96 32Q112 22 122 34Q130 52 126 74Q122 94 104 96L82 92Q40 112 0 100z" '
        'fill="#e5ae86" '
        'stroke="#a8703f" stroke-width="3"/><path d="M100 36q10 8 9 18M112 32q8 10 7 24M100 94q-8 -10 0 -20l10 -4M96 33'
        'Q88 44 92 56" fill="none" stroke="#a8703f" stroke-width="3" stroke-linecap="round"/>'
        '<path d="M0 52Q36 34 74 46" fill="none" stroke="#f6cfae" stroke-width="5"/>', (42, 70, 62, 62), look="tattoo"),
    "tea cup": Design(
        '<ellipse cx="58" cy="112" rx="56" ry="12" fill="#fdfcf8" stroke="#a9a79f" stroke-width="2.500"/><ellipse '
        'cx="58" '
        'cy="110" rx="30" ry="6" fill="{l}"/><path d="M98 42q26 -6 26 20q0 28 -34 30" fill="none" stroke="#a9a79f" '
        'stroke-width="12"/><path d="M98 42q26 -6 26 20q0 28 -34 30" fill="none" stroke="#fdfcf8" stroke-width="7"/>'
        '<path d="M6 26Q8 84 32 106Q58 114 84 106Q108 84 110 26z" fill="{p}" stroke="#a9a79f" stroke-width="2.500"/>'
        '<ellipse cx="58" cy="25" rx="52" ry="12" fill="#fdfcf8" stroke="#a9a79f" stroke-width="2.500"/>'
        '<ellipse cx="58" cy="26" rx="45" ry="8" fill="#9c5a22"/>'
        '<path d="M40 14q-6 -7 0 -13M58 14q-6 -7 0 -13M76 14q-6 -7 0 -13" fill="none" stroke="#fff" stroke-width="4" '
        'stroke-linecap="round" opacity=".8"/>', (58, 71, 58, 58),
        '<path d="M14 40Q18 80 36 100" fill="none" stroke="#fff" stroke-width="7" opacity=".7" '
        'stroke-linecap="round"/>'),
    "wine bottle": Design(
        '<path d="M52 -10h24V10Q76 20 92 26Q106 32 106 48V128H22V48Q22 32 36 26Q52 20 52 10z" fill="#2f5a3c" '
        'stroke="#1b3524" stroke-width="3"/><path d="M50 -4h28v12h-28z" fill="{d}"/><path d="M22 52h84v64H22z" '
        'fill="{p}" '
        'stroke="#c9a24a" stroke-width="3"/>', (64, 84, 60, 60), rounded(22, 52, 84, 76)),
}
# fmt: on
