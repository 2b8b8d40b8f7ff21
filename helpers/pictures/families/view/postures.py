"""Animals from behind and from above, put together from their fur and marks, in a 32 × 32 view box.

Seen from behind they sit, feet on the lower edge; from above they lie, heads to the upper edge.
"""

from dataclasses import dataclass

from helpers.pictures.kit.svg import dots, line, on_circle, seeds
from helpers.pictures.vocabulary import darker, lighter


@dataclass(frozen=True)
class Coat:
    """What tells an animal by when its face is not visible."""

    fur: str
    dark: str
    light: str
    ears: str
    tail: str
    back: str = "plain"
    head: str = ""  # the head's colour where it is not the fur's
    nose: str = ""  # what sticks out in front when seen from above
    wide: float = 1.0


COATS = {
    "capybara": Coat("#a76b3c", "#6b3d22", "#c98f58", "small", "none", nose="snout", wide=1.25),
    "cougar": Coat("#dba765", "#a06a38", "#f6e3c4", "round", "long", nose="muzzle"),
    "eagle": Coat("#6b4630", "#4a2c1c", "#ffffff", "none", "fan", "wings", head="#f7f7fb", nose="hooked beak"),
    "fox": Coat("#ff9238", "#d9622b", "#fff1e0", "pointed", "bushy", nose="pointed muzzle"),
    "frog": Coat("#4fdb9c", "#189060", "#ffe08a", "eyes", "none", "spots", wide=1.1),
    "owl": Coat("#8a5a44", "#5f3a30", "#e8b090", "tufts", "short fan", "wings", nose="small beak", wide=1.12),
    "panda": Coat("#f4f0fb", "#4a4458", "#ffffff", "dark round", "ball", "panda", nose="muzzle", wide=1.1),
    "pangolin": Coat("#b8945a", "#6b4f2c", "#d8b878", "none", "scaled", "scales", nose="long snout"),
    "penguin": Coat("#3f2f86", "#2a1f63", "#f1ecff", "none", "point", "flippers", nose="orange beak"),
    "rabbit": Coat("#cfc6de", "#a397b8", "#ffffff", "long", "ball", nose="muzzle"),
    "tiger": Coat("#ff8a3a", "#d9602a", "#fff1e0", "round", "striped", "stripes", nose="muzzle"),
    "turtle": Coat("#3a9a94", "#256e70", "#7fd957", "none", "tiny", "shell", head="#a4dd4a", wide=1.1),
}


def spot(x: float, y: float, r: float, fill: str) -> str:
    """A disc whose middle is worked out from an animal's measures, put on a lattice of tenths."""
    return dots([(x, y)], r, fill)


def blob(x: float, y: float, rx: float, ry: float, fill: str, turn: float = 0) -> str:
    """An oval, placed likewise."""
    return seeds([(x, y, turn)], rx, ry, fill)


def _scale(x: float, y: float, size: float, turn: float, fill: str, edge: str) -> str:
    return (
        f'<path transform="translate({x:.1f} {y:.1f}) rotate({turn:.0f}) scale({size})" '
        f'd="M-1 -.9Q0 -1.5 1 -.9Q1.100 .5 0 1.500Q-1.100 .5 -1 -.9Z" fill="{fill}" stroke="{edge}" '
        f'stroke-width=".28"/>'
    )


def _scales(c: Coat, x: float, y: float, rx: float, ry: float, size: float) -> str:
    """Overlapping scales over an ellipse, the upper ones on top of the lower."""
    rows, markup = int(ry / size) + 1, ""
    for row in range(rows, -rows - 1, -1):
        level = y + row * size * 0.95
        half = rx * max(0, 1 - ((level - y) / ry) ** 2) ** 0.5
        for k in range(-6, 7):
            across = (k + 0.5 * (row % 2)) * size * 1.5
            if abs(across) <= half:
                fill = (c.light, c.fur)[(k + row) % 2]
                markup += _scale(x + across, level, size, 0, fill, c.dark)
    return markup


def _scutes(c: Coat, x: float, y: float, rx: float, ry: float) -> str:
    """A turtle's shell: a ring of plates round the middle ones."""
    edge = c.light
    spokes = "".join(
        f"M{x + (px - x) * 0.5:.1f} {y + (py - y) * 0.5:.1f}L{px:.1f} {py:.1f}"
        for px, py, _ in on_circle(6, rx * 0.97, x, y, 30, ry / rx)
    )
    middle = " ".join(f"{px:.1f},{py:.1f}" for px, py, _ in on_circle(6, rx * 0.52, x, y, 30, ry / rx))
    return (
        blob(x, y, rx, ry, c.dark)
        + blob(x, y - 0.4, rx * 0.95, ry * 0.93, c.fur)
        + f'<polygon points="{middle}" fill="{lighter(c.fur, 0.2)}" stroke="{edge}" stroke-width=".9"/>'
        + line(spokes, edge, 0.9)
    )


def _ears(c: Coat, x: float, y: float, r: float, above: bool) -> str:
    """The backs of the ears, at both sides of a head's middle (x, y)."""
    inner = lighter(c.fur, 0.1)
    kinds = {
        "small": (spot(-r * 0.7, -r * 0.8, r * 0.26, c.dark), ),
        "round": (spot(-r * 0.8, -r * 0.72, r * 0.42, c.dark), spot(-r * 0.8, -r * 0.65, r * 0.24, inner)),
        "dark round": (spot(-r * 0.84, -r * 0.74, r * 0.5, c.dark),),
        "pointed": (
            f'<path d="M{-r * 0.98:.2f} {-r * 0.1:.2f}L{-r * 0.95:.2f} {-r * 1.55:.2f}L{-r * 0.05:.2f} '
            f'{-r * 0.75:.2f}Z" '
            f'fill="{c.dark}"/>',
            f'<path d="M{-r * 0.95:.2f} {-r * 1.55:.2f}L{-r * 0.96:.2f} {-r * 0.95:.2f}L{-r * 0.55:.2f} '
            f'{-r * 1.2:.2f}Z" '
            f'fill="#3b2a2a"/>',
        ),
        "tufts": (
            f'<path d="M{-r * 0.95:.2f} {-r * 0.2:.2f}L{-r * 1.12:.2f} {-r * 1.25:.2f}L{-r * 0.2:.2f} '
            f'{-r * 0.85:.2f}Z" '
            f'fill="{c.dark}"/>',
        ),
        "long": (
            blob(-r * 0.45, -r * (1.5 if not above else 0.1), r * 0.3, r * 0.95, c.dark, turn=-10),
            blob(-r * 0.45, -r * (1.5 if not above else 0.1), r * 0.18, r * 0.75, c.fur, turn=-10),
        ),
        "eyes": (spot(-r * 0.62, -r * 0.72, r * 0.36, c.dark), spot(-r * 0.62, -r * 0.78, r * 0.28, c.fur)),
        "none": (),
    }  # fmt: skip
    one = "".join(kinds[c.ears])
    return f'<g transform="translate({x} {y})">{one}<g transform="scale(-1 1)">{one}</g></g>'


def _tail(c: Coat, x: float, y: float) -> str:
    """The tail, from its root at (x, y) downwards or to the right."""
    ring = "".join(
        line(f"M{a} {b}l1.400 {d}", "#3b2a2a", 1.1) for a, b, d in ((6.1, -0.6, 1.8), (8.2, -3, 1.2), (8.6, -6, 0.2))
    )
    kinds = {
        "none": "",
        "tiny": f'<path d="M-1.400 -1L0 4L1.400 -1Z" fill="{c.light}"/>',
        "ball": spot(0, 0, 2.9, c.dark) + spot(0, -0.2, 2.5, "#ffffff"),
        "point": f'<path d="M-2.500 -2L0 3.500L2.500 -2Z" fill="{c.dark}"/>',
        "long": line("M0 0Q7 3 8.500 -2Q9 -6 7.500 -8", c.dark, 2.6)
        + line("M0 0Q7 3 8.500 -2Q9 -6 7.500 -8", c.fur, 1.8)
        + line("M8.800 -5.500Q8.500 -7 7.500 -8", "#4a2c1c", 2.6),
        "striped": line("M0 0Q7 3 8.500 -2Q9.500 -6 7.500 -8.500", c.fur, 2.6)
        + ring
        + line("M8.600 -7.500L7.500 -8.500", "#3b2a2a", 2.6),
        "bushy": f'<g transform="rotate(-12) scale(1.25)"><path fill="{c.dark}" '
        'd="M-1.500 -2Q-8 6 -3 9Q2 10.500 4.500 5Q6 1 1.500 -2Z"/>'
        f'<path d="M-.8 -1.500Q-6 5.500 -2.600 8Q2 9 3.700 4.500Q5 1 1 -1.500Z" fill="{c.fur}"/>'
        f'<path fill="{c.light}" '
        'd="M-4.600 4.500Q-5.500 8 -2.600 8.400Q2 9.200 3.800 4.600Q1.500 6 -.2 4.500Q-2.500 6.500 -4.600 4.500Z"/>'
        "</g>",
        "fan": '<path d="M-3 -2L-5 5Q0 7.500 5 5L3 -2Z" fill="#ffffff" stroke="#c9ccd9" stroke-width=".5"/>'
        + line("M-1.200 -1L-2 5.500M1.200 -1L2 5.500", "#c9ccd9", 0.6),
        "short fan": f'<path d="M-2.500 -2L-3.500 3Q0 4.500 3.500 3L2.500 -2Z" fill="{c.dark}"/>'
        + line("M-1 0L-1.300 3M1 0L1.300 3", c.light, 0.5),
        "scaled": f'<path d="M-3.500 -3Q-3 4 4 6.500Q10 7.500 11 4Q7 4.500 4.500 1Q4 -2 3.500 -3Z" fill="{c.dark}"/>'
        + "".join(_scale(a, b, s, t, (c.light, c.fur)[k % 2], c.dark)
                  for k, (a, b, s, t) in enumerate(((9.3, 5.2, 1.2, -80), (7, 5, 1.5, -75), (4.6, 4, 1.8, -60), (2.4,
                  2, 2, -40), (.8, -.6, 2.2, -15)))),
    }  # fmt: skip
    return f'<g transform="translate({x} {y})">{kinds[c.tail]}</g>'


def _wing(c: Coat, x: float, y: float, long: float) -> str:
    """Two folded wings that meet on the back."""
    one = (
        f'<path d="M.3 {-long * 0.5}Q-7.500 {-long * 0.45} -8 {long * 0.1}Q-7 {long * 0.45} '
        f'-1.500 {long * 0.55}Q.6 {long * 0.2} .3 {-long * 0.5}Z" '
        f'fill="{c.dark}"/>'
        + line(
            f"M-5.800 {-long * 0.2}Q-6 {long * 0.15} -3.400 {long * 0.4}M-3.400 {-long * 0.2}Q-3.600 {long * 0.1} "
            f"-1.500 {long * 0.35}",
            c.light if c.ears == "tufts" else lighter(c.fur, 0.25),
            0.7,
        )
    )
    return f'<g transform="translate({x} {y})">{one}<g transform="scale(-1 1)">{one}</g></g>'


def _marks(c: Coat, x: float, y: float, rx: float, ry: float) -> str:
    """Marks on the back."""
    if c.back == "scales":
        return _scales(c, x, y, rx * 0.92, ry * 0.9, 2.1)
    if c.back == "shell":
        return _scutes(c, x, y, rx * 1.12, ry)
    if c.back == "wings":
        return _wing(c, x, y, ry * 1.9)
    if c.back == "stripes":
        bars = "".join(
            f"M{x - rx * 0.85:.1f} {y + k:.1f}Q{x - rx * 0.5:.1f} {y + k + 1:.1f} {x - rx * 0.25:.1f} {y + k + 0.2:.1f}"
            f"M{x + rx * 0.85:.1f} {y + k:.1f}Q{x + rx * 0.5:.1f} {y + k + 1:.1f} {x + rx * 0.25:.1f} {y + k + 0.2:.1f}"
            for k in (-ry * 0.45, -ry * 0.1, ry * 0.25, ry * 0.6)
        )
        return line(bars, "#3b2a2a", 1.3)
    if c.back == "panda":
        return (
            f'<path d="M{x - rx * 0.86} {y - ry * 0.5}Q{x} {y - ry * 1.25} {x + rx * 0.86} {y - ry * 0.5}'
            f'Q{x} {y - ry * 0.02} {x - rx * 0.86} {y - ry * 0.5}Z" fill="{c.dark}"/>'
        )
    if c.back == "spots":
        return "".join(
            spot(x + a * rx, y + b * ry, r, c.dark)
            for a, b, r in ((-0.4, -0.4, 1.1), (0.35, -0.15, 1.4), (-0.3, 0.25, 1.5), (0.3, 0.5, 1))
        )
    spine = line(f"M{x} {y - ry * 0.6}V{y + ry * 0.55}", darker(c.fur, 0.12), 0.9)
    return spine


def behind(animal: str) -> str:
    """The animal from behind: haunches, back, tail, and the back of its head."""
    return f'<g transform="translate(2.560 5.100) scale(.84)">{_behind(animal)}</g>'


def _behind(animal: str) -> str:
    c = COATS[animal]
    rx, head, top = 7.2 * c.wide, c.head or c.fur, 9.2
    body = (
        f'<defs><linearGradient id="back" x1="0" y1="0" x2="0" y2="1"><stop offset="0" '
        f'stop-color="{lighter(c.fur, 0.12)}"/>'
        f'<stop offset="1" stop-color="{darker(c.fur, 0.12)}"/></linearGradient><radialGradient id="nape" '
        f'cx=".45" cy=".3" '
        f'r=".8"><stop offset="0" stop-color="{lighter(head, 0.2)}"/><stop offset="1" '
        f'stop-color="{darker(head, 0.15)}"/>'
        "</radialGradient></defs>"
    )
    feet = {"wings": "#f5a61e", "flippers": "#f58a2e"}.get(c.back, c.dark)
    legs = "".join(blob(16 + s * rx * 0.62, 29.8, 2.9, 1.7, feet) for s in (-1, 1))
    haunch = (
        ""
        if c.back in ("wings", "flippers", "shell")
        else "".join(blob(16 + s * rx * 0.78, 25.8, 4.2, 4.6, c.dark) for s in (-1, 1))
    )
    torso = (
        f'<path d="M16 11C{16 + rx * 0.75} 11 {16 + rx} 17 {16 + rx} 23C{16 + rx} 29 {16 + rx * 0.6} 30.500 16 '
        f'30.500C{16 - rx * 0.6} 30.500 {16 - rx} 29 {16 - rx} 23C{16 - rx} 17 {16 - rx * 0.75} 11 16 11Z" '
        f'fill="url(#back)"/>'
    )
    arms = ""
    if c.ears == "eyes":
        arms = "".join(
            line(f"M{16 + s * 6} 26.500L{16 + s * 11.5} 20.500L{16 + s * 10} 30l{s * 3} .3", c.dark, 2.6)
            for s in (-1, 1)
        )
    if c.back == "flippers":
        arms = "".join(blob(16 + s * (rx + 0.6), 21, 2, 6, c.dark, turn=-s * 18) for s in (-1, 1))
    skull = blob(16, top, 6.4 if animal != "turtle" else 4, 6 if animal != "turtle" else 4.5, "url(#nape)")
    if c.back == "scales":
        skull = blob(16, top, 4.6, 4.8, c.fur) + _scales(c, 16, top, 4.4, 4.4, 1.7)
    root = {"scaled": 25.5, "bushy": 20.5, "fan": 26.5, "short fan": 27.5, "ball": 26, "point": 27, "tiny": 27.5}.get(
        c.tail, 26.5
    )
    marks = _marks(c, 16, 21.5, rx, 8.8)
    nape = ""
    if c.back == "stripes":
        nape = line(
            "M12.5 7q1.500 1 2.200 0M19.5 7q-1.500 1 -2.200 0M12 10.500q2 1 3 0M20 10.500q-2 1 -3 0M16 4.500v3",
            "#3b2a2a",
            1.2,
        )
    if c.back == "shell":
        return body + legs + skull + _tail(c, 16, 29) + _marks(c, 16, 21, rx, 9.4)
    return (
        body + legs + arms + haunch + torso + marks + _ears(c, 16, top, 6.4, False) + skull + nape + _tail(c, 16, root)
    )


def _nose(c: Coat, x: float, y: float) -> str:
    """What sticks out over the head's upper edge at (x, y)."""
    kinds = {
        "": "",
        "snout": f'<rect x="-2.700" y="-3.500" width="5.400" height="5" rx="2" fill="{c.dark}"/>'
        + spot(-1.2, -2.4, 0.5, "#2a160d") + spot(1.2, -2.4, 0.5, "#2a160d"),
        "muzzle": blob(0, -0.4, 2.2, 1.9, c.light) + blob(0, -1.9, 1, 0.7, "#4a2c2c"),
        "pointed muzzle": f'<path d="M-3 1.500L0 -4.500L3 1.500Z" fill="{c.light}"/>' + spot(0, -4, 0.9, "#2b2024"),
        "hooked beak": '<path d="M-2 1.500Q-2 -4 0 -5Q2 -4 2 1.500Z" fill="#ffc32e" stroke="#d98f10" '
        'stroke-width=".4"/>',
        "small beak": '<path d="M-1.200 .5L0 -2.500L1.200 .5Z" fill="#ff8a4a"/>',
        "orange beak": '<path d="M-1.800 1L0 -3.800L1.800 1Z" fill="#ff8a2e"/>',
        "long snout": '<path d="M-2.500 2Q-1.200 -4 0 -5Q1.200 -4 2.500 2Z" fill="#d9b48c"/>'
    }  # fmt: skip
    return f'<g transform="translate({x} {y})">{kinds[c.nose]}</g>'


def above(animal: str) -> str:
    """The animal from above, as it lies in the grass: paws at its sides, the tail behind it."""
    return f'<g transform="translate(2.880 1.800) scale(.82)">{_above(animal)}</g>'


def _above(animal: str) -> str:
    c = COATS[animal]
    rx, ry, head = 5.6 * c.wide, 8, c.head or c.fur
    paw = {"wings": "", "flippers": ""}.get(c.back, c.light if c.back == "shell" else c.dark)
    paws = (
        "".join(
            blob(16 + s * (rx + 0.3), y, 2.2, 2.7, paw, turn=s * t) for s in (-1, 1) for y, t in ((14, 25), (24, -25))
        )
        if paw
        else ""
    )
    if animal == "frog":
        paws = "".join(
            line(f"M{16 + s * 4} 23l{s * 6} -3l{s * -1} 7l{s * 3} 1M{16 + s * 4} 15l{s * 5} 1l{s * 1} -4", c.dark, 2.2)
            for s in (-1, 1)
        )
    if c.back == "wings":
        spread = "M{0} 13Q{1} 7 {2} 12Q{3} 18 {4} 22Z"
        feathers = "".join(
            f'<path d="{spread.format(16, 16 + s * 8, 16 + s * 15, 16 + s * 11, 16)}" fill="{c.fur}" '
            f'stroke="{c.dark}" stroke-width=".6"/>'
            + line(
                f"M{16 + s * 6} 13L{16 + s * 5} 18M{16 + s * 9} 12.500L{16 + s * 8.5} 17M{16 + s * 12} "
                f"12.500L{16 + s * 11} 16",
                c.dark if c.ears == "none" else c.light,
                0.8,
            )
            for s in (-1, 1)
        )
        paws = feathers
    if c.back == "flippers":
        paws = "".join(blob(16 + s * 7, 18, 1.9, 5.5, c.dark, turn=-s * 35) for s in (-1, 1))
        paws += "".join(blob(16 + s * 2.5, 27.5, 2, 1.8, "#f58a2e") for s in (-1, 1))
    body = blob(16, 19, rx, ry, c.fur) + blob(16, 19, rx * 0.72, ry * 0.8, lighter(c.fur, 0.1))
    marks = "" if c.back == "wings" else _marks(c, 16, 19, rx, ry)
    if c.back == "wings" and c.ears == "tufts":
        marks = "".join(
            blob(16 + a, 19 + b, 0.9, 1.2, c.light) for a, b in ((-2, -2), (2, -2), (0, 1), (-2.5, 3), (2.5, 3))
        )
    r = {"shell": 3.2, "scales": 3.6}.get(c.back, 4.6)
    y = 8.5 if c.back != "shell" else 8.2
    skull = spot(16, y, r, head) + spot(16, y - 0.2, r * 0.7, lighter(head, 0.12))
    if c.back == "scales":
        skull = spot(16, y, r, c.fur) + _scales(c, 16, y + 0.4, 3, 2.8, 1.4)
    if c.back == "stripes":
        skull += line(
            "M13.500 8q1 1 1.800 0M18.500 8q-1 1 -1.800 0M16 6v2.500M13.800 10.500q1 .8 1.800 0M18.200 10.500q-1 .8 "
            "-1.800 0",
            "#3b2a2a",
            1,
        )
    eyes = (
        "".join(spot(16 + s * r * 0.72, y - r * 0.4, 0.6, "#22181a") for s in (-1, 1))
        if c.ears not in ("eyes",)
        else "".join(
            spot(16 + s * 2.9, y - 2.4, 1.5, "#ffd43b") + spot(16 + s * 2.9, y - 2.6, 0.8, "#22181a") for s in (-1, 1)
        )
    )
    ears = f'<g transform="translate(0 {2 if c.ears == "long" else 0.8})">{_ears(c, 16, y, r, True)}</g>'
    if c.ears == "long":
        ears = f'<g transform="translate(0 5)">{_ears(c, 16, y, r, True)}</g>'
    under, over = (ears, "") if c.ears != "long" else ("", ears)
    tail = _tail(c, 16, 26)
    front = tail if c.tail == "ball" else ""
    return paws + ("" if front else tail) + body + marks + front + under + _nose(c, 16, y - r) + skull + eyes + over
