"""Things whose form, colours and marks a product can take, in a 64 × 64 view box."""

import math
from typing import NamedTuple

from helpers.pictures.kit.sprites import nested


class Concept(NamedTuple):
    """A thing's drawing, the colours of its outside, inside and middle, the radii of that middle as a seat."""

    art: str
    skin: str
    flesh: str
    core: str
    seat: tuple[float, float] = (32, 13)


def _turned(mark: str, count: int, first: float = 0, span: float = 360) -> str:
    """A mark repeated around (32, 32)."""
    return "".join(
        f'<g transform="rotate({first + span * k / count:.1f} 32 32)">{mark}</g>' for k in range(count)
    )  # fmt: skip


def _ammonite() -> str:
    steps = [(k / 8 * math.pi, 2.4 + k * 0.36) for k in range(60)]
    line = "L".join(f"{33 + r * math.cos(angle):.1f} {32 + r * math.sin(angle):.1f}" for angle, r in steps)
    ribs = _turned('<path d="M32 15V3" stroke="#8d6b42" stroke-width="2.400"/>', 20)
    return (
        f'<circle cx="32" cy="32" r="30" fill="#cdb083"/>{ribs}<path d="M{line}" fill="none" stroke="#6b4a2a" '
        'stroke-width="4.500" stroke-linecap="round"/>'
    )


def _cube() -> str:
    colors = ("#e53935", "#ffd600", "#1e66d0", "#fff", "#2ea043", "#ff8a00")
    faces = (("1 .5 0 1 3 17", 0), ("1 -.5 0 1 32 31.5", 2), ("1 .5 -1 .5 32 2", 4))
    cells = [(x, y) for x in range(3) for y in range(3)]
    drawn = ""
    for matrix, shift in faces:
        tiles = "".join(
            f'<rect x="{x * 9.6 + 1}" y="{y * 9.6 + 1}" width="7.800" height="7.800" rx="1.500" '
            f'fill="{colors[(x * 2 + y * 3 + shift + x * y) % 6]}"/>'
            for x, y in cells
        )
        drawn += f'<g transform="matrix({matrix})"><path d="M0 0h29v29h-29z" fill="#17171d"/>{tiles}</g>'
    return drawn


# fmt: off
_WING = (
    '<path d="M31 30Q28 2 6 3Q-2 8 4 24Q8 33 22 33Q6 35 7 47Q10 62 20 60Q30 54 31 36z" fill="#1d1a26"/>'
    '<path d="M28 28Q24 8 9 8Q5 14 9 24Q16 30 28 30zM28 35Q12 35 12 46Q14 56 20 55Q27 48 28 35z" fill="#ff8a1f"/>'
    '<path d="M28 29L10 10M28 29L8 20M27 36L14 50" stroke="#1d1a26" stroke-width="2.200"/><g fill="#fff"><circle '
    'cx="6" cy="9" r="1.500"/><circle cx="4.500" cy="15" r="1.500"/><circle cx="9.500" cy="48" r="1.400"/><circle '
    'cx="12" cy="54" r="1.400"/></g>'
)
_GROOVES = "".join(
    f'<path d="{path}"/>' for path in (
        "M10 30q6 -12 14 -6t12 -6", "M14 40q8 -10 14 -3t14 -8q4 -10 -4 -12", "M22 12q8 -4 12 "
        "2", "M46 18q10 6 4 16q-5 6 4 8",
        "M18 50q4 -8 12 -4t12 -6", "M30 57q6 -8 14 -4q6 -2 6 -8", "M8 36q4 4 2 8", "M20 17q-6 3 -7 8"))
_ORCHID = '<path d="M32 30Q14 22 26 5Q32 -2 38 5Q50 22 32 30z" fill="#d98be8" stroke="#a645bd" stroke-width="1.500"/>'
_VEIN = '<path d="M32 26V6" stroke="#a645bd" stroke-width="1.500"/>'
_EYED = (
    '<path d="M32 44L24 8Q32 -4 40 8z" fill="#1f9d62"/><circle cx="32" cy="9.500" r="6.500" fill="#ffd23f"/>'
    '<circle cx="32" cy="9.500" r="3.800" fill="#2563c9"/>'
)
_TIN_FISH = (
    '<path d="M{x} 16q8 -8 8 4q0 14 -3 26l4 6h-10l4 -6q-5 -16 -3 -30z" fill="#c4d2dd" stroke="#3d566b" '
    'stroke-width="1.300"/><circle cx="{e}" cy="18" r="1.200" fill="#111"/>'
)

CONCEPTS = {
    "avocado": Concept(
        '<path d="M32 1C44 1 44 16 50 25C60 42 52 63 32 63C12 63 4 42 14 25C20 16 20 1 32 1z" fill="#2f5a1f"/>'
        '<path d="M32 4.500C41 4.500 41 17 47 27C55 42 49 60 32 60C15 60 9 42 17 27C23 17 23 4.500 32 4.500z" '
        'fill="#9ac644"/><path d="M32 9C38 9 38 19 43.500 29C51 43 45 56 32 56C19 56 13 43 20.500 29C26 19 26 9 32 9z" '
        'fill="#eef3a6"/><circle cx="32" cy="42" r="10.500" fill="#6b3d1a"/><circle cx="31.500" cy="41.500" r="9.300" '
        'fill="#8f5a2b"/><ellipse cx="28" cy="37.500" rx="3" ry="2" fill="#c99763"/>',
        "#3f7326", "#9ac644", "#7d4a20", (25, 21)),
    "brain coral": Concept(
        '<path d="M3 34Q2 8 30 5Q60 4 61 34Q60 58 34 60Q6 60 3 34z" fill="#e7598b"/>'
        f'<g fill="none" stroke="#ffc2d6" stroke-width="4" stroke-linecap="round">{_GROOVES}</g>',
        "#d1437a", "#ffc2d6", "#a82a5c"),
    "butterfly wing": Concept(
        f'{_WING}<g transform="matrix(-1 0 0 1 64 0)">{_WING}</g><path d="M30 14q2 -4 4 0v40q-2 4 -4 0z" '
        f'fill="#1d1a26"/>',
        "#1d1a26", "#ff8a1f", "#ff8a1f"),
    "doughnut": Concept(
        '<path fill-rule="evenodd" d="M32 2a30 30 0 1 0 .01 0zM32 22a10 10 0 1 1 -.01 0z" fill="#d9974a"/>'
        '<path fill-rule="evenodd" d="M32 5a27 26 0 1 0 .01 0zM32 19a13 12 0 1 1 -.01 0z" fill="#ff7fb5"/>' + _turned(
        '<path d="M30 10l4 2" stroke="#fff" stroke-width="2.600" stroke-linecap="round"/>', 6) + _turned(
        '<path d="M33 13l-3 3" stroke="#4d8df6" stroke-width="2.600" stroke-linecap="round"/>', 5, 30) + _turned(
        '<path d="M31 9v4" stroke="#ffe14d" stroke-width="2.600" stroke-linecap="round"/>', 5, 64),
        "#d9974a", "#ff7fb5", "#e0558f"),
    "fossil": Concept(_ammonite(), "#a3835a", "#dcc49b", "#6b4a2a"),
    "glacier": Concept(
        '<path d="M1 62L8 34L17 38L26 8L35 22L42 4L52 30L57 26L63 62z" fill="#8fd2f2"/><path d="M26 8L17 38L28 '
        '44L35 22z'
        'M42 4L37 36L48 48L52 30z" fill="#eafaff"/><path d="M8 34L4 62H20L17 38zM28 44L24 62H40L37 36zM57 26L48 '
        '48L52 62'
        'h11z" fill="#4aa5dd"/><path d="M26 8L30 14L22 22zM42 4L47 16L38 20z" fill="#fff"/>', "#4aa5dd", "#c8ecfb",
        "#eafaff"),
    "gourd": Concept(
        '<path d="M29 8q-3 -7 6 -8l2 4q-4 1 -3 4z" fill="#5b7a2a"/><path d="M32 6C44 6 47 16 43 25C60 30 62 62 32 63'
        'C2 62 4 30 21 25C17 16 20 6 32 6z" fill="#f0952b"/><path d="M32 6Q24 16 27 26Q12 40 22 62M32 6Q40 16 37 '
        '26Q52 40'
        ' 42 62M32 6V63" fill="none" stroke="#3f7a35" stroke-width="4"/><path d="M21 25q11 5 22 0" fill="none" '
        'stroke="#c46c10" stroke-width="2"/>', "#d97a14", "#f7b75c", "#3f7a35"),
    "hibiscus": Concept(_turned(
        '<path d="M32 32Q10 22 20 6Q26 0 32 5Q38 0 44 6Q54 22 32 32z" fill="#e8264f" stroke="#a80f34" '
        'stroke-width="1.500"/><path d="M32 28V12M31 26L25 14M33 26L39 14" stroke="#a80f34" stroke-width="1.300"/>', 5)
        + '<circle cx="32" cy="32" r="6" fill="#8f0a2c"/><path d="M32 32L46 16" stroke="#ffd23f" stroke-width="4" '
        'stroke-linecap="round"/><circle cx="46" cy="16" r="3.500" fill="#fff0a0"/>', "#c4173f", "#ff6f8f", "#ffd23f"),
    "japanese maple": Concept(_turned(
        '<path d="M32 40Q22 22 32 0Q42 22 32 40z" fill="#c2202c"/><path d="M32 36V6" stroke="#ff8a6b" '
        'stroke-width="1.200"/>', 7, -111, 259) + '<path d="M31 36h2.500l1 27h-4z" fill="#7a1a1a"/>',
        "#a3141f", "#e2503f", "#7a1a1a"),
    "lotus root": Concept(
        '<circle cx="32" cy="32" r="30.500" fill="#b08055"/><circle cx="32" cy="32" r="27.500" fill="#f6e8d2"/>'
        '<circle cx="32" cy="32" r="4.500" fill="#7a4d30"/>' + _turned(
        '<ellipse cx="32" cy="15.500" rx="5.500" ry="7" fill="#7a4d30"/>', 8), "#b08055", "#f6e8d2", "#7a4d30"),
    "orchid": Concept(
        f'{_turned(_ORCHID + _VEIN, 3)}{_turned(_ORCHID.replace("#d98be8", "#c26ad6") + _VEIN, 2, 90, 360)}'
        '<path d="M32 28q9 2 8 12q-3 8 -8 12q-5 -4 -8 -12q-1 -10 8 -12z" fill="#8a1f8f"/><path d="M32 34q4 2 3 8q-1 3 '
        '-3 5q-2 -2 -3 -5q-1 -6 3 -8z" fill="#ffd23f"/>', "#a645bd", "#e3b0ee", "#ffd23f"),
    "peach": Concept(
        '<path d="M32 63C8 60 -2 36 6 20C12 8 26 8 32 15C38 8 52 8 58 20C66 36 56 60 32 63z" fill="#ff9e6e"/>'
        '<path d="M58 20C66 36 56 60 32 63Q52 44 44 12Q54 12 58 20z" fill="#ff6b6b"/><path d="M32 15Q22 34 32 56" '
        'fill="none" stroke="#d9533f" stroke-width="2.500"/><path d="M33 14Q40 -4 58 3Q52 16 33 14z" fill="#4caf50"/>'
        '<ellipse cx="16" cy="26" rx="5" ry="7" fill="#ffd0a8"/>', "#f57f5c", "#ffd0a8", "#8f4a2a"),
    "peacock": Concept(_turned(_EYED, 11, -110, 242)
        + '<path d="M24 60Q18 42 27 34Q25 18 32 17Q39 18 37 34Q46 42 40 60z" fill="#2563c9"/><circle cx="29" cy="24" '
        'r="1.800" fill="#fff"/><circle cx="35" cy="24" r="1.800" fill="#fff"/><path d="M29.500 28h5l-2.500 5z" '
        'fill="#ffb020"/>', "#17804e", "#35c07f", "#2563c9"),
    "pig": Concept(nested("pig-face", -1, -1, 66), "#f27fa9", "#ffb3cf", "#c94b7d"),
    "rubik's cube": Concept(_cube(), "#1e66d0", "#ffd600", "#e53935"),
    "sardines": Concept(
        '<rect x="1" y="5" width="62" height="54" rx="13" fill="#8f9ba6"/><rect x="4.500" y="8.500" width="55" '
        'height="47" rx="10" fill="#f2c84b"/>'
        + "".join(_TIN_FISH.format(x=x, e=x + 4) for x in (7, 17.5, 28, 38.5, 49)),
        "#8f9ba6", "#f2c84b", "#c4d2dd"),
    "strawberry": Concept(
        '<path d="M32 63C12 52 0 32 6 18C12 8 26 10 32 14C38 10 52 8 58 18C64 32 52 52 32 63z" '
        'fill="#e5263d"/>' + "".join(
        f'<path d="M{x} {y}q3 3 0 6q-3 -3 0 -6z" fill="#ffe08a"/>' for x, y in ((15, 24), (32, 26), (49, 24), (23, 35),
        (41, 35), (16, 42), (32, 45), (48, 42), (32, 55))) + '<path d="M32 18L20 22L18 14L8 12L22 7L28 0h8l6 7l14 '
        '5l-10 2'
        'l-2 8z" fill="#43a047"/>', "#c4172d", "#ff6474", "#43a047"),
    "turtle": Concept(
        '<g fill="#8bcf4a"><ellipse cx="10" cy="20" rx="9" ry="6" transform="rotate(35 10 20)"/><ellipse cx="54" '
        'cy="20" '
        'rx="9" ry="6" transform="rotate(-35 54 20)"/><ellipse cx="12" cy="54" rx="8" ry="5" transform="rotate(-35 '
        '12 54)"'
        '/><ellipse cx="52" cy="54" rx="8" ry="5" transform="rotate(35 52 54)"/><circle cx="32" cy="9" r="9"/></g>'
        '<circle cx="28" cy="6.500" r="1.700" fill="#111"/><circle cx="36" cy="6.500" r="1.700" fill="#111"/>'
        '<ellipse cx="32" cy="37" rx="25" ry="25" fill="#1f7a63"/><path d="M32 25l11 6.500v12l-11 6.500l-11 -6.500v-12z'
        'M32 25V12M43 31.500L54 25M43 43.500L54 50M32 50V62M21 43.500L10 50M21 31.500L10 25" fill="#2fa583" '
        'stroke="#a6e05a" stroke-width="2.500"/>', "#1f7a63", "#8bcf4a", "#2fa583"),
}
# fmt: on
