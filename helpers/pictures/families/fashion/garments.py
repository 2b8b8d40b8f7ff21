"""A store mannequin, and what its clothes are made with, as SVG in a 128 × 128 view box.

Clothes follow the mannequin's outline, so every garment fits both mannequins and all poses."""

import itertools

from helpers.pictures.vocabulary import darker, lighter

# colour -> (light, dark)
CLOTH = {
    "black": ("#474b55", "#1a1c21"),
    "white": ("#ffffff", "#d5dae4"),
    "gray": ("#a3aab6", "#79818e"),
    "red": ("#ea3f43", "#a4161a"),
    "orange": ("#ff9a3d", "#e8590c"),
    "yellow": ("#ffe14d", "#f0b800"),
    "green": ("#3fc463", "#1b8038"),
    "olive": ("#96963a", "#62641c"),
    "blue": ("#52b1fa", "#1c6dd0"),
    "navy": ("#2f4499", "#152159"),
    "purple": ("#a774f2", "#6b34c9"),
    "pink": ("#ffb5d3", "#f772ac"),
    "beige": ("#ead3ab", "#c9a877"),
    "brown": ("#8f5a35", "#57321a"),
    "gold": ("#f6d25c", "#a87208"),
}
PATTERNS = {  # side of the cell that repeats, its marks in the second colour {m} and a thin line's {t}
    "checkered": (10, '<path d="M0 0h5v5h-5zM5 5h5v5h-5z" fill="{m}"/>'),
    "striped": (9, '<path d="M0 0h4.500v9h-4.500z" fill="{m}"/>'),
    "polka dotted": (
        11,
        '<path d="M2.750 2.750h.01M8.250 8.250h.01" stroke="{m}" stroke-width="5" stroke-linecap="round"/>',
    ),
    "plaid": (
        12,
        '<path d="M0 0h3.600v12h-3.600zM3.600 0h8.400v3.600h-8.400z" fill="{m}" opacity=".75"/>'
        '<path d="M0 0h3.600v3.600h-3.600z" fill="{m}"/>'
        '<path d="M7.800 0v12M0 7.800h12" stroke="{t}" stroke-width="1"/>',
    ),
}
FINISHES = {"pearl": ("#efecf3", "#c3bdce"), "wood": ("#dfae79", "#b67f49"), "lilac": ("#bdb8e0", "#8f89bb")}
POSES = {  # shoulder, elbow and hand of the arm that moves, as steps from the shoulder
    "arms down": ((-8, 20), (-9, 40)),
    "hand on hip": ((-17, 15), (-4, 30)),
    "waving": ((-17, 8), (-21, -14)),
}
OUTLINE = {  # height -> half the width
    "male": ((29, 11), (32, 22), (44, 21), (58, 17.5), (66, 18), (74, 18)),
    "female": ((29, 9), (32, 17.5), (43, 18.5), (55, 12.5), (67, 19), (74, 19.5)),
}
ARM = {"male": 19, "female": 15.5}  # how far the shoulder's joint is from the middle
CROTCH, ANKLE = 82, 115


def half(sex: str, y: float) -> float:
    """Half the width of the mannequin's trunk at a height."""
    points = OUTLINE[sex]
    for (y0, w0), (y1, w1) in itertools.pairwise(points):
        if y <= y1:
            return w0 + (w1 - w0) * max(0, y - y0) / (y1 - y0)
    return points[-1][1]


def trunk(sex: str, top: float, hem: float, ease: float, neck: str = "") -> str:
    """The outline of the trunk between two heights, `ease` wider; `neck` cuts the upper edge."""
    heights = [top, *(y for y, _ in OUTLINE[sex] if top < y < hem), hem]
    right = "L".join(f"{64 + half(sex, y) + (ease if y > 31 else 0):.1f} {y}" for y in heights)
    left = "L".join(f"{64 - half(sex, y) - (ease if y > 31 else 0):.1f} {y}" for y in reversed(heights))
    return f"M{right}L{left}{neck}z"


def arms(sex: str, pose: str, length: float) -> str:
    """Both arms as one path, from the shoulder along `length` (0 to 2: elbow at 1)."""
    paths = []
    for side, steps in ((-1, POSES["arms down"]), (1, POSES[pose])):
        x, y = 64 + side * ARM[sex], 36
        points = [(x, y), *((x - side * dx, y + dy) for dx, dy in steps)]
        (ex, ey), (hx, hy) = points[1:]
        if length < 1:
            kept = [(x, y), (x + (ex - x) * length, y + (ey - y) * length)]
        else:
            kept = [(x, y), (ex, ey), (ex + (hx - ex) * (length - 1), ey + (hy - ey) * (length - 1))]
        paths.append("M" + "L".join(f"{px:.1f} {py:.1f}" for px, py in kept))
    return "".join(paths)


def tube(path: str, width: float, fill: str, edge: str, cap: str = "round") -> str:
    """A stroke with an outline: an arm or a sleeve."""
    ends = f'fill="none" stroke-linejoin="round" stroke-linecap="{cap}"'
    return (
        f'<path d="{path}" {ends} stroke="{edge}" stroke-width="{width + 2.4}"/>'
        f'<path d="{path}" {ends} stroke="{fill}" stroke-width="{width}"/>'
    )


def mannequin(sex: str, pose: str, finish: str) -> str:
    """The bare mannequin on its stand, featureless, with sculpted hair."""
    light, dark = FINISHES[finish]
    edge = darker(dark, 0.35)
    look = f'fill="url(#skin)" stroke="{edge}" stroke-width="1.300" stroke-linejoin="round"'
    hair = f'fill="{darker(dark, 0.18)}" stroke="{edge}" stroke-width="1.300"'
    heads = {
        "male": f'<path d="M54 10Q54 1 64 1Q74 1 74 10L73 17Q71 25 64 25.500Q57 25 55 17z" {look}/>'
        f'<path d="M53 12Q51 0 64 -1Q77 0 75 12Q73 6 68 5.500Q60 7 56 5.500Q54 8 53 12z" {hair}/>',
        "female": f'<circle cx="64" cy="-1" r="5" {hair}/><path '
        f'd="M52 20Q50 1 64 1Q78 1 76 20Q74 23 71 20L57 20Q54 23 52 20z" '
        f'{hair}/><path d="M56 11Q64 10 69 5Q71 8 72 12Q72 24 64 25.500Q56 24 56 12z" {look}/>',
    }
    inner, hip = (3, 17) if sex == "male" else (2.5, 18)
    legs = "".join(
        f'<path d="M64 {CROTCH - 8}L{64 + s * hip} 70L{64 + s * (hip - 4)} 94L{64 + s * (hip - 6)} {ANKLE}'
        f'L{64 + s * (hip - 3)} 120H{64 + s * inner}L{64 + s * (inner + 2)} {ANKLE}L{64 + s * inner} {CROTCH}z" '
        f"{look}/>"
        for s in (-1, 1)
    )
    return (
        f'<linearGradient id="skin" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{light}"/>'
        f'<stop offset="1" stop-color="{dark}"/></linearGradient>'
        '<ellipse cx="64" cy="122" rx="34" ry="5" fill="#0003"/><ellipse cx="64" cy="120" rx="32" ry="5" '
        'fill="#8d939e" '
        'stroke="#565b66" stroke-width="1.500"/>'
        f"{legs}{tube(arms(sex, pose, 2), 7.5 if sex == 'male' else 6.3, light, edge)}"
        f'<path d="{trunk(sex, 29, 78, 0)}" {look}/>'
        f'<path d="M59.500 22h9v8h-9z" fill="{dark}"/>{heads[sex]}'
    )


def fabric(color: str, pattern: str, second: str) -> tuple[str, str]:
    """Definitions and the fill of a cloth: plain runs from light to dark, patterns repeat by the unit."""
    light, dark = CLOTH[color]
    base, mark = middle(color), middle(second) if second != "none" else darker(dark, 0.25)
    if pattern == "none":
        stops = ((0, light), (0.3, dark), (0.5, "#fff3bd"), (0.7, dark), (1, light)) if color == "gold" else (
            (0, light), (1, dark))  # fmt: skip
        marks = "".join(f'<stop offset="{at}" stop-color="{c}"/>' for at, c in stops)
        return f'<linearGradient id="cloth" x1="0" y1="0" x2=".25" y2="1">{marks}</linearGradient>', "url(#cloth)"
    side, cell = PATTERNS[pattern]
    thin = lighter(light, 0.75) if second == "none" else mark
    drawing = cell.replace("{m}", mark).replace("{t}", thin)
    return (
        f'<pattern id="cloth" width="{side}" height="{side}" x="1" patternUnits="userSpaceOnUse">'
        f'<path d="M0 0h{side}v{side}h-{side}z" fill="{base}"/>{drawing}</pattern>',
        "url(#cloth)",
    )


def middle(color: str, share: float = 0.5) -> str:
    """The tone of a cloth `share` of the way from its light to its dark."""
    light, dark = CLOTH[color]
    return "#" + "".join(
        f"{round(int(light[i : i + 2], 16) * (1 - share) + int(dark[i : i + 2], 16) * share):02x}" for i in (1, 3, 5)
    )


def edge_of(color: str) -> str:
    """The outline of a cloth: darker than the cloth, but visible on black."""
    return {"black": "#08090b", "white": "#7f8796"}.get(color, darker(CLOTH[color][1], 0.4))


def line_on(color: str) -> str:
    """A seam on a cloth: dark, or light on the darkest ones."""
    return "#8b919d" if color == "black" else "#7f8fd0" if color == "navy" else edge_of(color)
