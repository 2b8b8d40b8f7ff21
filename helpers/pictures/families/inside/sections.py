"""Things cut in two, their outside and their inside, in a 128 × 128 view box."""

import random

from helpers.pictures.kit.sprites import nested
from helpers.pictures.kit.svg import disc, dots, line, on_circle, oval, radial, seeds


def _avocado() -> str:
    pear = "M{0} 8C{1} 8 {2} 34 {3} 52C{4} 66 {5} 74 {5} 86C{5} 108 {6} 121 {0} 121C{7} 121 {8} 108 {8} 86C{8} 74"
    pear += " {9} 66 {10} 52C{11} 34 {12} 8 {0} 8Z"
    outline = pear.format(64, 78, 82, 88, 96, 106, 88, 40, 22, 32, 40, 46, 50)
    return (
        f"<defs>{radial('a', '#d8e88a', '#a8cc4a')}{radial('p', '#b5794a', '#6b3d22', 0.35)}</defs>"
        f'<path d="{outline}" fill="#2c4a22" transform="translate(14 -3)"/><path d="{outline}" fill="#3c6428"/>'
        f'<path d="{outline}" fill="#eaf2a8" transform="translate(6.400 6.400) scale(.9)"/>'
        f'<path d="{outline}" fill="url(#a)" transform="translate(10.200 10.200) scale(.84)"/>'
        + disc(64, 84, 23, "#6b3d22")
        + disc(63, 83, 21, "url(#p)")
    )


def _beehive() -> str:
    widths = (16, 30, 40, 46, 50, 52, 52, 50)
    straw = "".join(
        f'<rect x="{64 - w}" y="{14 + 12 * k}" width="{2 * w}" height="13" rx="6.500" '
        f'fill="{("#e8b44a", "#cf9330")[k % 2]}"/>'
        for k, w in enumerate(widths)
    )
    dome = "M64 20H76Q92 32 103 50Q111 70 111 90V106H64Z"
    cells = ""
    for row in range(8):
        for column in range(5):
            x, y = 69 + 11 * column + 5.5 * (row % 2), 26 + 10.5 * row
            if x < 64 + widths[min(7, row + 1)] - 6:
                full = ("#ffb52e", "#f7d774", "#8a5a1e")[(row * 2 + column * 3) % 5 % 3]
                hexagon = " ".join(f"{px:.1f},{py:.1f}" for px, py, _ in on_circle(6, 5.2, x, y, 30))
                cells += f'<polygon points="{hexagon}" fill="{full}"/>'
    bees = "".join(_bee(x, y) for x, y in ((84, 46), (98, 78), (78, 88)))
    return (
        f'{straw}<path d="{dome}" fill="#5a3a14"/>{cells}{bees}'
        + line("M64 16V110", "#8a5a1e", 3)
        + oval(40, 92, 9, 10, "#3a240e")
        + _bee(16, 44)
        + '<path d="M4 110h120v8H4z" fill="#8a5a3c"/>'
    )


def _bee(x: float, y: float) -> str:
    return (
        oval(x - 2, y - 5, 4, 5, "#ffffff", turn=20)
        + oval(x + 3, y - 5, 4, 5, "#e8f4fb", turn=-20)
        + oval(x, y, 7.5, 5, "#ffd43b")
        + f'<path d="M{x - 2} {y - 4.8}h3v9.600h-3zM{x + 3} {y - 4.500}h2.500v9h-2.500z" fill="#23201a"/>'
    )


def _cheese() -> str:
    left = "".join(
        oval(x, y, rx, ry, "#4668b0", turn=t)
        for x, y, rx, ry, t in (
            (38, 74, 5, 2.6, 30), (50, 84, 4, 3, -20), (42, 92, 6, 2.2, 10), (58, 74, 3, 4.5, 0), (58, 98, 5, 2.4, 40),
            (34, 84, 2.5, 4, 0), (49, 70, 2, 2, 0),
        )
    )  # fmt: skip
    right = "".join(
        oval(x, y, rx, ry, "#34549a", turn=t)
        for x, y, rx, ry, t in (
            (74, 78, 4, 2.6, -30), (86, 72, 5, 2.4, 20), (82, 88, 3, 4.5, 0), (72, 96, 5, 2.4, -40),
            (94, 80, 3, 3, 0),
        )
    )  # fmt: skip
    return (
        '<path d="M6 50V84Q6 116 64 118Q122 116 122 84V50Z" fill="#c9a868"/>'
        + '<path d="M6 74Q10 98 64 102Q118 98 122 74V84Q122 116 64 118Q6 116 6 84Z" fill="#a9844a"/>'
        + oval(64, 50, 58, 38, "#efe0b0")
        + oval(64, 50, 52, 33, "#e3cd92")
        + '<path d="M64 50L24 80V110L64 84Z" fill="#fff6dc"/><path d="M64 50L104 80V110L64 84Z" fill="#f2e2b8"/>'
        + '<path d="M64 84L24 110Q44 118 64 118Q84 118 104 110Z" fill="#d8cfc0"/>'
        + f'<g transform="translate(0 2)">{left}{right}</g>'
        + line("M24 80L64 50L104 80", "#b08c50", 2.5)
    )


def _earth() -> str:
    def wedge(radius: float, fill: str) -> str:
        top, far = 64 - radius, 64 + radius * 0.94
        return f'<path d="M64 64V{top}A{radius} {radius} 0 0 1 {far:.1f} {64 + radius * 0.34:.1f}Z" fill="{fill}"/>'

    layers = ((57, "#6b4a34"), (53, "#c9382a"), (43, "#f26d2e"), (30, "#ffb52e"), (16, "#fff6c9"))
    return (
        f"<defs>{radial('e', '#5ab8f7', '#1c5fc0', 0.35)}</defs>"
        + disc(64, 64, 57, "url(#e)")
        + '<path d="M16 36Q28 18 48 14Q58 20 50 30Q40 32 42 42Q34 50 26 46Q16 48 16 36ZM30 62Q44 56 54 66Q60 78 48 90'
        'Q44 106 36 108Q30 92 24 82Q22 68 30 62ZM76 92Q92 84 104 92Q104 104 88 112Q74 108 76 92Z" fill="#4fae52"/>'
        + oval(60, 117, 20, 4, "#f2f8ff")
        + "".join(wedge(*one) for one in layers)
        + line("M64 8V64L117 83", "#4a2c1c", 2)
    )


def _geode() -> str:
    rough = random.Random("geode")

    def rim(radius: float, wobble: float) -> str:
        return " ".join(
            f"{x + rough.uniform(-wobble, wobble):.1f},{y + rough.uniform(-wobble, wobble):.1f}"
            for x, y, _ in on_circle(18, radius, squash=0.9)
        )

    rock = rim(57, 3)
    crystals = ""
    for ring, (radius, length, half, colors) in enumerate(
        (
            (37, 16, 6.5, ("#7a34c0", "#9a52dc")),
            (30, 17, 5.5, ("#a868e8", "#c79af7")),
            (22, 12, 4.5, ("#d9b8ff", "#f1e4ff")),
        )
    ):
        for k, (x, y, angle) in enumerate(on_circle(13 - 2 * ring, radius, 64, 64, 13 * ring, 0.9)):
            crystals += (
                f'<path transform="translate({x:.1f} {y:.1f}) rotate({angle + 180:.0f})" '
                f'd="M-4 {-half}H{length * 0.55:.1f}L{length} 0L{length * 0.55:.1f} {half}H-4Z" '
                f'fill="{colors[k % 2]}"/>'
            )
    return (
        f'<polygon points="{rock}" fill="#5f5a58" transform="translate(5 -4)"/>'
        f'<polygon points="{rock}" fill="#8d8680"/><polygon points="{rim(50, 1.5)}" fill="#c9b8a0"/>'
        f'<polygon points="{rim(47, 1.5)}" fill="#f4efe8"/><polygon points="{rim(43, 1.5)}" fill="#b9a6d9"/>'
        f'<polygon points="{rim(39, 1)}" fill="#5a2296"/>{crystals}' + oval(64, 64, 10, 8, "#31104f")
    )


def _kiwi() -> str:
    rays = "".join(line(f"M{64 + (x - 64) * 0.45:.1f} {64 + (y - 64) * 0.45:.1f}L{x:.1f} {y:.1f}", "#c8e07a", 3)
                   for x, y, _ in on_circle(18, 40))  # fmt: skip
    pips = seeds(on_circle(18, 24, start=10), 4, 2, "#1d2416")
    return (
        f"<defs>{radial('k', '#a8d04a', '#6aa52a')}</defs>"
        + oval(74, 56, 50, 50, "#6b4a2c")
        + disc(60, 66, 52, "#8a6238")
        + f"<g "
        f'transform="translate(-4 2)">{disc(64, 64, 47, "url(#k)")}{rays}{disc(64, 64, 15, "#f2f2cc")}{pips}</g>'
    )


def _onion() -> str:
    bulb = "M64 4Q66 22 84 30Q120 46 118 78Q112 112 64 114Q16 112 10 78Q8 46 44 30Q62 22 64 4Z"
    shells = "".join(
        f'<path d="{bulb}" fill="{color}" transform="translate({64 - 64 * s:.1f} {76 - 76 * s:.1f}) scale({s})"/>'
        for s, color in (
            (1, "#8a1e5c"), (0.92, "#fbe8f2"), (0.82, "#b5488a"), (0.77, "#fbe8f2"), (0.64, "#b5488a"),
            (0.59, "#fbe8f2"), (0.46, "#b5488a"), (0.41, "#fbe8f2"), (0.28, "#b5488a"), (0.22, "#e6f0b0"),
        )
    )  # fmt: skip
    roots = "".join(
        line(f"M{x} 112Q{x} 118 {x + (x - 64) * 0.4:.0f} 124", "#e0c9a0", 2.5) for x in (50, 57, 64, 71, 78)
    )
    return roots + shells


def _orange() -> str:
    segments = "".join(
        f'<path transform="translate(60 68) rotate({36 * k})" d="M0 -5L11.5 -34Q0 -45 -11.5 -34Z" fill="url(#o)" '
        'stroke="#ffb04a" stroke-width="2" stroke-linejoin="round"/>'
        for k in range(10)
    )
    pits = seeds(on_circle(5, 14, 60, 68, -18), 3.6, 1.8, "#fff0c9")
    return (
        f"<defs>{radial('o', '#ffb52e', '#f57f17')}{radial('q', '#ffa94d', '#d95f0e', 0.35)}</defs>"
        + disc(72, 56, 51, "url(#q)")
        + "".join(dots(on_circle(24, r, 72, 56, r), 1.2, "#b84a08") for r in (44, 48))
        + oval(112, 24, 7, 4, "#3c8a34", turn=-40)
        + disc(60, 68, 52, "#f58a1f")
        + disc(60, 68, 48, "#fff3dc")
        + segments
        + disc(60, 68, 4, "#fff3dc")
        + pits
    )


def _pomegranate() -> str:
    chambers = ""
    for k in range(6):
        seeds = "".join(
            oval(x, y, 4.6, 3.8, ("#d4143c", "#f0446a", "#a80f30")[(i + k) % 3])
            + disc(x - 1.2, y - 1.2, 1.2, "#ffc0cc")
            for i, (x, y) in enumerate(
                ((0, -14), (-6, -22), (5, -22), (-11, -31), (0, -30), (11, -31), (-6, -38), (6, -38))
            )
        )
        chambers += (
            f'<g transform="translate(60 72) rotate({60 * k})"><path d="M0 -7L18 -34Q0 -50 -18 -34Z" fill="#7d0a26"/>'
            f"{seeds}</g>"
        )
    return (
        f"<defs>{radial('g', '#f0566a', '#a3162c', 0.35)}</defs>"
        + '<path d="M88 16L84 2L94 8L102 0L106 10L118 8L108 24Z" fill="#b3202c"/>'
        + disc(74, 60, 49, "url(#g)")
        + disc(60, 72, 51, "#c0283c")
        + disc(60, 72, 46.5, "#fff0cc")
        + chambers
        + disc(60, 72, 6, "#fff0cc")
    )


def _strawberry() -> str:
    shape = "M64 122C36 108 12 74 14 46C18 24 46 22 64 32C82 22 110 24 114 46C116 74 92 108 64 122Z"
    pips = "".join(
        oval(x, y, 2.2, 3.2, "#ffe08a")
        for x, y in (
            (19, 52),
            (24, 70),
            (33, 87),
            (45, 102),
            (109, 52),
            (104, 70),
            (95, 87),
            (83, 102),
            (18, 38),
            (110, 38),
        )
    )
    rays = "".join(
        line(f"M{64 + (x - 64) * 0.42:.1f} {66 + (y - 66) * 0.42:.1f}L{x:.1f} {y:.1f}", "#fff0f0", 2.2)
        for x, y, _ in on_circle(16, 30, 64, 66, 11, 1.15)
    )
    inner = "translate(64 66) scale({0}) translate(-64 -66)"
    return (
        f'<path d="{shape}" fill="#d6202f"/><path d="{shape}" fill="#f7707a" transform="{inner.format(0.78)}"/>{pips}'
        f'<path d="{shape}" fill="#ff9aa0" transform="{inner.format(0.66)}"/>{rays}'
        f'<path d="{shape}" fill="#ffffff" transform="{inner.format(0.36)}"/>'
        f'<path d="{shape}" fill="#ffd0d0" transform="{inner.format(0.18)}"/>'
        '<path d="M64 34Q52 44 40 38Q30 42 24 34Q36 30 42 24Q34 18 32 10Q46 12 58 20L60 4H68L70 20Q82 12 96 10'
        'Q94 18 86 24Q92 30 104 34Q98 42 88 38Q76 44 64 34Z" fill="#3fae49"/>' + line("M64 33V8", "#2b7a34", 3)
    )


def _tree() -> str:
    rings = "".join(
        oval(round(52 + (46 - r) * 0.06, 1), 68, r, r * 1.06, color)
        for r, color in (
            (48, "#5f3d24"), (43, "#e8c08a"), (38, "#b57d48"), (36, "#eac795"), (31, "#b57d48"), (29, "#eac795"),
            (24, "#b57d48"), (22, "#f0d0a0"), (17, "#b57d48"), (15, "#f0d0a0"), (10, "#b57d48"), (8, "#f0d0a0"),
            (3, "#8a5530"),
        )
    )  # fmt: skip
    log = '<path d="M52 17L96 8Q126 20 124 66Q122 108 96 112L52 119Z" fill="#7a5232"/>' + "".join(
        line(f"M{x} {y}q14 -4 24 -4", "#54361f", 3)
        for x, y in ((84, 26), (94, 42), (98, 58), (98, 74), (96, 90), (86, 106))
    )
    leaf = '<path d="M0 0Q2 -18 22 -20Q22 -2 0 0Z" fill="#3f9e46"/>'
    leaves = "".join(
        f'<g transform="translate({x} {y}) rotate({t})">{leaf}</g>'
        for x, y, t in ((96, 6, -75), (104, 6, 0), (100, 8, 60))
    )
    return log + line("M84 22L102 6", "#54361f", 5) + leaves + rings + line("M53 68L82 52", "#8a5530", 2)


def _walnut() -> str:
    lobe = "M-4 -38Q-16 -46 -26 -36Q-38 -32 -36 -20Q-44 -10 -36 0Q-44 12 -34 20Q-34 34 -20 36Q-10 44 -4 36Z"
    folds = (
        "M-10 -32q-10 2 -8 10q-10 0 -10 8q8 4 16 0M-10 -4q-12 -2 -18 4M-10 8q-14 0 -16 10q8 6 14 0M-10 26q-6 2 -10 0"
    )
    half = f'<path d="{lobe}" fill="#d9a566" stroke="#8a5a2c" stroke-width="2.500"/>' + line(folds, "#9a6a38", 3)
    shell = "".join(line(f"M{x} {y}q6 8 2 18", "#7a5430", 2.5) for x, y in ((112, 30), (118, 50), (104, 16), (114, 76)))
    return (
        f"<defs>{radial('n', '#c99a62', '#9a6a38', 0.35)}</defs>"
        + oval(74, 60, 50, 54, "url(#n)")
        + shell
        + oval(58, 66, 52, 55, "#8a5a2c")
        + oval(58, 66, 47, 50, "#e8cfa0")
        + oval(58, 66, 43, 46, "#5a3a1e")
        + f'<g transform="translate(58 66)">{half}<g transform="scale(-1 1)">{half}</g></g>'
        + line("M58 22V110", "#c9a06a", 3)
    )


def _watermelon() -> str:
    seeds = "".join(
        f'<path transform="translate({x:.1f} {y:.1f}) rotate({angle + 90:.0f})" '
        f'd="M0 -5Q4.5 3 0 4.500Q-4.5 3 0 -5Z" fill="#2b1c18"/>'
        for count, radius, start in ((12, 29, 0), (7, 16, 20))
        for x, y, angle in on_circle(count, radius, 60, 68, start)
    )
    stripes = "".join(
        line(f"M{x} {y}q10 -2 16 {y2}", "#1c5a2c", 5) for x, y, y2 in ((76, 10, 4), (92, 20, 6), (108, 40, 8))
    )
    return (
        f"<defs>{radial('w', '#ff6b76', '#e8303f')}</defs>"
        + disc(72, 56, 53, "#4fae52")
        + stripes
        + disc(60, 68, 54, "#1f7a3a")
        + disc(60, 68, 48.5, "#e2f5c9")
        + disc(60, 68, 43, "url(#w)")
        + seeds
    )


def _drawn(name: str):
    return lambda: nested(f"cut-{name}", 0, 0, 128)


SECTIONS = {
    "airplane": _drawn("airplane"),
    "avocado": _avocado,
    "beehive": _beehive,
    "brain": _drawn("brain"),
    "car": _drawn("car"),
    "earth": _earth,
    "engine": _drawn("engine"),
    "geode": _geode,
    "heart": _drawn("heart"),
    "human head": _drawn("human-head"),
    "kiwi": _kiwi,
    "mushroom": _drawn("mushroom"),
    "onion": _onion,
    "orange": _orange,
    "pomegranate": _pomegranate,
    "rocket": _drawn("rocket"),
    "strawberry": _strawberry,
    "tree": _tree,
    "volcano": _drawn("volcano"),
    "walnut": _walnut,
    "watermelon": _watermelon,
    "wheel of blue cheese": _cheese,
}
