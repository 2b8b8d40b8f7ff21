"""Fruits and vegetables of any colour: the flesh takes it, leaves and stalks keep their own.

A fruit is a list of (role, SVG shape) in a 64 × 64 box; a look says how each role is drawn,
so the same pear can be a print, embroidery, a tattoo, leaded glass or neon tubes."""

from helpers.pictures.vocabulary import COLORS, darker, lighter

# colour -> (light, dark)
FRUIT_COLORS = {color: COLORS[color] for color in ("black", "blue", "white", "red", "green", "yellow")} | {
    "magenta": ("#f52fc0", "#b0007c"),
    "pink": ("#ffd0e2", "#ff93bd"),
}
LEAF, STALK, NEON_DARK = "#4f9a3a", "#c3d68f", "#2b1b22"


def _scale(x: float, y: float, r: float) -> tuple[str, str]:
    d = f"M{x} {y - r}C{x + r} {y - r / 3} {x + r} {y + r / 2} {x} {y + r}C{x - r} {y + r / 2} {x - r} {y - r / 3} "
    return "flesh", f'<path d="{d}{x} {y - r}z"'


def _circle(role: str, x: float, y: float, r: float) -> tuple[str, str]:
    return role, f'<circle cx="{x}" cy="{y}" r="{r}"'


SEEDS = ((20, 26), (32, 25), (44, 26), (15, 33), (26, 34), (38, 34), (49, 33), (21, 42), (32, 43), (43, 42), (32, 52))
TILT = 'transform="rotate(38 32 32)"'

# fmt: off
FRUITS = {
    "artichoke": (
        ("leaf", '<path d="M27 46h10l1 17h-12z"'),
        *(_scale(x, y, 12) for x, y in ((32, 13), (22, 18), (42, 18), (13, 28), (51, 28), (32, 25), (22, 32), (42, 32),
                                        (13, 40), (51, 40), (32, 40), (22, 46), (42, 46))),
    ),
    "broccoli": (
        ("stalk", '<path d="M16 34L26 46L25 62h14l-1 -16L48 34z"'),
        *(_circle("flesh", x, y, r) for x, y, r in ((13, 26, 11), (51, 26, 11), (21, 15, 11.5), (43, 15, 11.5),
                                                    (32, 11, 10), (25, 29, 10.5), (40, 29, 10.5))),
        ("line", '<path d="M14 22q3 -4 7 -1M30 9q4 -3 7 1M43 21q4 -4 7 0M24 28q4 -4 7 0"'),
    ),
    "carrot": (
        ("leaf", f'<path {TILT} d="M32 18C24 14 18 4 21 -5C27 -3 29 3 30 8C29 1 30 -6 33 -10C37 -6 37 1 36 8'
                 'C38 2 41 -3 46 -5C48 4 40 14 32 18z"'),
        ("flesh", f'<path {TILT} d="M32 74C26 62 18 38 18 25C18 17 25 14 32 14C39 14 46 17 46 25C46 38 38 62 32 74z"'),
        ("line", f'<path {TILT} d="M19 27h9M45 35h-9M22 43h8M40 52h-6"'),
    ),
    "cucumber": (
        ("flesh", '<rect x="-5" y="16" width="68" height="25" rx="12.500" transform="rotate(-38 29 29)"'),
        ("line", '<g transform="rotate(-38 29 29)"><path d="M6 23h12M26 22h10M44 23h9M10 34h8M30 35h6"/></g><path '
        'd=""'),
        _circle("flesh", 45, 46, 16),
        _circle("inside", 45, 46, 11.5),
        ("seed", '<path d="M45 37v5M45 50v5M36 46h5M49 46h5M39 40l3 3M51 40l-3 3M39 52l3 -3M51 52l-3 -3"'),
    ),
    "eggplant": (
        ("flesh", f'<path {TILT} d="M32 8C40 8 42 18 44 28C47 36 52 41 52 50C52 61 43 67 32 67C21 67 12 61 12 50'
                  'C12 41 17 36 20 28C22 18 24 8 32 8z"'),
        ("shine", f'<path {TILT} d="M20 52C19 44 24 38 26 30"'),
        ("leaf", f'<path {TILT} d="M17 25C17 12 24 6 29 5L28 -7h8L35 5C40 6 47 12 47 25L40 18L37 28L32 19L27 28L24 '
        f'18z"'),
    ),
    "pear": (
        ("stem", '<path d="M33 14C33 9 34 6 37 3"'),
        ("leaf", '<path d="M36 10C41 2 50 1 57 5C53 13 44 15 36 10z"'),
        ("flesh", '<path d="M32 11C40 11 42 18 43 25C45 32 55 35 55 46C55 57 45 62 32 62C19 62 9 57 9 46'
                  'C9 35 19 32 21 25C22 18 24 11 32 11z"'),
        ("shine", '<path d="M17 47C17 41 22 38 25 33"'),
    ),
    "pineapple": (
        ("leaf", '<path d="M32 26L14 18L23 17L13 7L26 12L24 0L32 9L40 0L38 12L51 7L41 17L50 18z"'),
        ("flesh", '<path d="M32 20C46 20 51 30 51 41C51 54 44 63 32 63C20 63 13 54 13 41C13 30 18 20 32 20z"'),
        ("line", '<path d="M16 31L40 61M23 22L49 53M34 21L51 41M14 43L28 62M48 31L24 61M41 22L15 53M30 21L13 41'
                 'M50 43L36 62"'),
    ),
    "pumpkin": (
        ("leaf", '<path d="M26 20C27 12 27 9 22 5L31 1C36 7 36 12 38 20z"'),
        *(("flesh", f'<ellipse cx="{x}" cy="39" rx="{rx}" ry="{ry}"')
          for x, rx, ry in ((14, 13, 18), (50, 13, 18), (22, 13, 21), (42, 13, 21), (32, 10, 22.5))),
    ),
    "radish": (
        ("leaf", '<path d="M30 27C18 24 8 16 7 3C20 4 29 13 31 25zM34 27C46 24 56 16 57 3C44 4 35 13 33 25z"'),
        ("leaf", '<path d="M32 27C24 18 25 7 32 0C39 7 40 18 32 27z"'),
        ("inside", '<path d="M26 48C30 54 30 58 31 64h2C34 58 34 54 38 48z"'),
        ("flesh", '<path d="M32 24C45 22 53 28 53 37C53 47 44 51 37 55Q32 58 27 55C20 51 11 47 11 37C11 28 19 22 32 '
        '24z"'),
        ("shine", '<path d="M18 38C18 33 21 31 25 30"'),
    ),
    "strawberry": (
        ("flesh", '<path d="M32 63C21 58 6 42 6 27C6 16 14 11 22 12L32 16L42 12C50 11 58 16 58 27C58 42 43 58 32 63z"'),
        *(("seed", f'<path d="M{x} {y}v3"') for x, y in SEEDS),
        ("leaf", '<path d="M32 22L25 17L14 22L17 14L6 11L18 7L21 2L32 6L43 2L46 7L58 11L47 14L50 22L39 17z"'),
    ),
}
# fmt: on


def fruit(name: str, color: str, look: str = "print") -> str:
    """SVG of a fruit in a 64 × 64 box, in a colour and a look."""
    light, dark = FRUIT_COLORS[color]
    if look == "neon":
        return _neon(name, color, light)
    pale = {"black": "#8a929c", "white": "#ffffff"}.get(color, lighter(light, 0.6))
    edge = {"white": "#80889a", "black": "#0c0e12"}.get(color, darker(dark, 0.3))
    ink, width, dash, solid = LOOKS[look]
    mark = "#aab2bd" if color == "black" else "#8b93a3" if color == "white" else edge
    fills = {"flesh": "url(#flesh)", "leaf": LEAF, "stalk": STALK, "inside": pale}
    strokes = {"line": (mark, 2), "seed": (mark if color in ("black", "white") else "#fff3b0", 2.6), "stem": (LEAF, 4)}
    strokes |= {"shine": (pale, 4)}
    parts = []
    for role, shape in FRUITS[name]:
        if role in fills:
            around = ink or (darker(LEAF, 0.35) if role in ("leaf", "stalk") else edge)
            look_of = f'fill="{fills[role]}" stroke="{around}" stroke-width="{width}" stroke-dasharray="{dash}"'
        else:
            stroke, thick = strokes[role]
            look_of = f'fill="none" stroke="{stroke}" stroke-width="{thick}" stroke-linecap="round"'
        parts.append(_styled(shape, look_of))
    gradient = (
        f'<linearGradient id="flesh" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{light}"/>'
        f'<stop offset="1" stop-color="{dark}"/></linearGradient>'
    )
    return f'{gradient}<g opacity="{solid}" stroke-linejoin="round">{"".join(parts)}</g>'


# look -> colour of the outlines (None: darker than what they enclose), their width, dashes, how solid it all is
LOOKS = {
    "print": (None, 2, "none", 1),
    "glass": ("#17171f", 3.6, "none", 1),
    "stitch": ("#fffbe8", 2.6, "4 2.600", 1),
    "chalk": ("#ffffff", 2.2, "5 1.200", 0.88),
    "foam": ("#fff4dc", 3.4, "none", 0.92),
    "tattoo": ("#2a2833", 2.6, "none", 0.82),
}


def _neon(name: str, color: str, light: str) -> str:
    """Tubes: all glows first, then each part dark inside with a bright core, so that parts hide what is behind."""
    tube, halo, core = {"black": ("#000000", "#cfc8f5", "#000000"), "white": ("#ffffff", "#dfe9ff", "#ffffff")}.get(
        color, (light, light, lighter(light, 0.55))
    )
    glows, tubes = [], []
    for role, shape in FRUITS[name]:
        if role == "shine":
            continue
        own = role in ("leaf", "stem", "stalk")
        outer, middle, inner = ("#3ddc62", "#3ddc62", "#c4ffcf") if own else (halo, tube, core)
        inside = "none" if role in ("line", "seed", "stem") else NEON_DARK
        bare = 'fill="none" stroke-linecap="round"'
        glows.append(_styled(shape, f'{bare} stroke="{outer}" stroke-width="12" stroke-opacity=".2"'))
        glows.append(_styled(shape, f'{bare} stroke="{outer}" stroke-width="7" stroke-opacity=".4"'))
        tubes.append(_styled(shape, f'fill="{inside}" stroke="{outer}" stroke-width="5" stroke-linecap="round"'))
        tubes.append(_styled(shape, f'{bare} stroke="{middle}" stroke-width="3.400"'))
        tubes.append(_styled(shape, f'{bare} stroke="{inner}" stroke-width="1.200"'))
    return f'<g stroke-linejoin="round">{"".join(glows + tubes)}</g>'


def _styled(shape: str, look: str) -> str:
    """The shape with its look; a group that stands before an empty path is drawn in that look too."""
    return f"<g {look}>{shape}/></g>"
