"""Busts: heads built of ellipsoids in space, turned by an angle and drawn from back to front.

x runs to the viewer's right, y down, z to the viewer; the head's centre is (0, 0, 0) and a turn is about y.
"""

import math

from helpers.pictures.families.analogy.heads import DRAPED, HERO, PEOPLE, Lump
from helpers.pictures.vocabulary import darker, lighter

ANGLES = {
    "left profile": -90,
    "far left": -60,
    "half left": -30,
    "front": 0,
    "half right": 30,
    "far right": 60,
    "right profile": 90,
}
STONES = {"marble": "#e9e5dc", "granite": "#a9b2bc", "terracotta": "#d0875f"}
HEAD_X, HEAD_Y = 64, 56  # where the head's centre stands in the picture of 128 × 128


def bust(person: str, angle: str, stone: str) -> str:
    """SVG of a person's bust in a stone, seen from an angle, in a box of 128."""
    turn, skin = math.radians(ANGLES[angle]), STONES[stone]
    hair, worn = PEOPLE.get(person, HERO)
    tone = darker(skin, 0.22)
    lumps = [
        *(lump for part in hair for lump in part(tone)),
        *(lump for part in worn for lump in part("")),
        *_flesh(skin),
    ]
    seen = sorted((_turned(lump, turn) for lump in lumps), key=lambda one: one[0])
    colors = sorted({one[2] for one in seen})
    shades = "".join(_shade(f"lump{k}", color) for k, color in enumerate(colors)) + _light(skin)
    ids = {color: f"lump{k}" for k, color in enumerate(colors)} | {skin: "skin"}
    behind = "".join(_drawn(markup, ids[color]) for depth, markup, color in seen if depth < 0)
    before = "".join(_drawn(markup, ids[color]) for depth, markup, color in seen if depth >= 0)
    head = behind + _skull(turn) + _face(turn, skin, person) + before
    return f'<g transform="translate(-8.320 -3) scale(1.130)">{shades}{_stand(skin, turn, person)}{head}</g>'


def _point(x: float, y: float, z: float, turn: float) -> tuple[float, float, float]:
    """Where a point in space appears in the picture, and its nearness."""
    return HEAD_X + x * math.cos(turn) + z * math.sin(turn), HEAD_Y + y, z * math.cos(turn) - x * math.sin(turn)


def _turned(lump: Lump, turn: float) -> tuple[float, str, str]:
    x, y, depth = _point(lump.x, lump.y, lump.z, turn)
    wide = math.hypot(lump.a * math.cos(turn), lump.c * math.sin(turn))
    shape = f'<ellipse cx="{x:.2f}" cy="{y:.2f}" rx="{wide:.2f}" ry="{lump.b:.2f}" '
    return depth + lump.front, shape, lump.color


def _drawn(shape: str, shade: str) -> str:
    return f'{shape}fill="url(#{shade})"/>'


def _shade(name: str, color: str) -> str:
    """A gradient for one lump, lit from the upper left."""
    return (
        f'<radialGradient id="{name}" cx=".38" cy=".32" r=".75"><stop offset="0" stop-color="{lighter(color, 0.3)}"/>'
        f'<stop offset=".5" stop-color="{color}"/><stop offset="1" stop-color="{darker(color, 0.42)}"/>'
        "</radialGradient>"
    )


def _light(skin: str) -> str:
    """One gradient for all flesh, so that its lumps look like one piece."""
    return (
        '<radialGradient id="skin" gradientUnits="userSpaceOnUse" cx="54" cy="46" r="52">'
        f'<stop offset="0" stop-color="{lighter(skin, 0.55)}"/><stop offset=".5" stop-color="{skin}"/>'
        f'<stop offset="1" stop-color="{darker(skin, 0.4)}"/></radialGradient>'
    )


def _flesh(skin: str) -> list[Lump]:
    """The ears; `_skull` and `_face` draw the rest of the head."""
    return [Lump(side * 23, 3, -1, 2.5, 6, 4.5, skin) for side in (-1, 1)]


def _skull(turn: float) -> str:
    """Skull and jaw; the jaw lies forward, so it moves with the face."""
    back, jaw, chin = (_point(0, 0, z, turn)[0] for z in (-4, 7, 13))
    wide = math.hypot(23 * math.cos(turn), 26 * math.sin(turn))
    return (
        f'<g fill="url(#skin)"><ellipse cx="{back:.2f}" cy="{HEAD_Y - 5}" rx="{wide:.2f}" ry="27"/>'
        f'<ellipse cx="{jaw:.2f}" cy="{HEAD_Y + 10}" rx="18" ry="20"/>'
        f'<ellipse cx="{chin:.2f}" cy="{HEAD_Y + 23}" rx="10" ry="9"/></g>'
    )


def _face(turn: float, skin: str, person: str) -> str:
    """Eyes, brows, nose and mouth, where they face the viewer."""
    ink, snub = darker(skin, 0.62), person == "socrates"
    marks = []
    for side in (-1, 1):
        facing = math.cos(turn + side * 0.42)
        if facing > 0.12:
            x, y, _ = _point(side * 10, -1, 22, turn)
            brow = _path([(side * 4, -8, 25), (side * 10, -10, 23), (side * 17, -7, 17)], turn)
            marks.append(
                f'<path d="{brow}" fill="none" stroke="{ink}" stroke-width="2.600" stroke-linecap="round"/>'
                f'<ellipse cx="{x:.2f}" cy="{y}" rx="{4.8 * facing + 0.6:.2f}" ry="3.600" fill="{ink}"/>'
                f'<ellipse cx="{x - 0.8:.2f}" cy="{y - 0.9:.2f}" rx="{1.6 * facing:.2f}" ry="1.200" fill="#fff"/>'
            )
    lips = [(side, 18 - abs(side) / 7, 23 - side * side / 12) for side in (-7, -3.5, 0, 3.5, 7)]
    shown = [lip for lip in lips if _point(*lip, turn)[2] > -5]
    marks.append(
        f'<path d="{_path(shown, turn)}" fill="none" stroke="{ink}" stroke-width="3" stroke-linecap="round"/>'
        f'<path d="{_nose(turn, snub)}" fill="{lighter(skin, 0.25)}" stroke="{darker(skin, 0.4)}" stroke-width="1.600" '
        'stroke-linejoin="round"/>'
    )
    return "".join(marks)


def _nose(turn: float, snub: bool) -> str:
    """The nose's outline: its ridge and its visible wings."""
    tip, wing = (33, 6) if snub else (35, 4.5)
    ridge = [(0, -6, 24), (0, 6 if snub else 8, tip)]
    left, right = ((side * wing, 11, 24) for side in (-1, 1))
    if abs(turn) < 0.2:
        return _path([(-1.8, -6, 24), left, (0, 13, tip), right, (1.8, -6, 24)], turn) + "Z"
    return _path([*ridge, (0, 12, 31), left if turn > 0 else right], turn)


def _path(points: list[tuple], turn: float) -> str:
    return "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y, _ in (_point(*point, turn) for point in points))


def _stand(skin: str, turn: float, person: str) -> str:
    """Pedestal, chest and neck; the chest is wide from the front and narrow from the side."""
    half, lean = math.hypot(37 * math.cos(turn), 24 * math.sin(turn)), 5 * math.sin(turn)
    left, right = HEAD_X - half + lean, HEAD_X + half + lean
    outline = f"M52 72H76V86Q{right:.2f} 87 {right:.2f} 101Q78 107 64 109Q50 107 {left:.2f} 101Q{left:.2f} 87 52 86Z"
    chest = (
        f'<path d="{outline}" fill="url(#chest)"/><path d="M52 80Q64 92 76 80V74H52Z" fill="#000" fill-opacity=".16"/>'
    )
    pedestal = f'<path d="M54 106h20v6h8v6H46v-6h8z" fill="{darker(skin, 0.4)}"/>'
    color = DRAPED.get(person)
    if color:
        fold = _point(14, 0, 14, turn)[0]
        chest += (
            f'<clipPath id="torso"><path d="{outline}"/></clipPath><g clip-path="url(#torso)">'
            f'<path d="M{fold - 24:.2f} 84'
            f'Q{fold - 8:.2f} 98 {fold + 12:.2f} 101L{right + 2:.2f} 112H{left - 2:.2f}V84Z" fill="{color}"/><path '
            f'd="M{fold - 34:.2f} 86Q{fold - 18:.2f} 100 {fold:.2f} 108" fill="none" stroke="{darker(color, 0.4)}" '
            'stroke-width="2"/></g>'
        )
    return _shade("chest", skin) + pedestal + chest
