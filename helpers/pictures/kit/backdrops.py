"""Backdrops: a place at a time of day or year, with its sky, light and season."""

from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageOps

from helpers.pictures.kit.places import PLACES as _PLACES
from helpers.pictures.kit.places import PLAIN, WINTER, lamps, scenery
from helpers.pictures.kit.sprites import layer, tinted

PLACES = tuple(_PLACES)
VARIANTS = ("one", "mirrored")


@dataclass(frozen=True)
class Light:
    """The light of a time: `tint` multiplies the colours of what it falls on.

    It comes from `side`, and shadows fall to the other side. `length` of a shadow is in eighths of the picture, `depth`
    is its opacity. `lamps` says whether they are lit.
    """

    tint: tuple[int, int, int]
    side: str
    length: float
    depth: float = 0.35
    lamps: str = "out"

    @property
    def on_subject(self) -> tuple[int, int, int]:
        """The tint for subjects: paler than that of the place, so that they stand out in the dark."""
        return tuple(255 - (255 - channel) * 5 // 8 for channel in self.tint)

    @property
    def shadow(self) -> int:
        """Which way a shadow falls: -1 to the left, 1 to the right, 0 straight below."""
        return {"left": 1, "right": -1, "above": 0}[self.side]


@dataclass(frozen=True)
class Hour:
    """A time of day or year: light, sky colours from top to horizon, season, markup of what is in the sky."""

    light: Light
    sky: tuple[str, str, str]
    season: str
    sign: str


def _glowing(x, y, r, color, glow, opacity=0.8) -> str:
    """Sun or moon with a soft glow three times as wide."""
    return (
        f'<defs><radialGradient id="b-glow"><stop offset="0" stop-color="{glow}" stop-opacity="{opacity}"/>'
        f'<stop offset="1" stop-color="{glow}" stop-opacity="0"/></radialGradient></defs>'
        f'<circle cx="{x}" cy="{y}" r="{r * 3}" fill="url(#b-glow)"/><circle cx="{x}" cy="{y}" r="{r}" fill="{color}"/>'
    )


def _twinkle(x, y, r) -> str:
    s = r * 0.28
    corners = ((0, -r), (s, -s), (r, 0), (s, s), (0, r), (-s, s), (-r, 0), (-s, -s))
    return f'<path d="M{"L".join(f"{x + a} {y + b}" for a, b in corners)}Z" fill="#fffbe0"/>'


def _cloud(x, y, fill="#ffffff") -> str:
    return f'<path d="M{x - 16} {y + 6}a6 6 0 0 1 2-11a9 9 0 0 1 16-4a8 8 0 0 1 13 6a5 5 0 0 1 0 9z" fill="{fill}"/>'


def _rays(x, y, near, far) -> str:
    directions = ((1, 0), (0, 1), (-1, 0), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7))
    return "".join(
        f'<path d="M{x + near * a} {y + near * b}L{x + far * a} {y + far * b}" stroke="#ffd21f" stroke-width="4" '
        'stroke-linecap="round"/>'
        for a, b in directions
    )


_RAINBOW = "".join(
    f'<path d="M-8 64A72 72 0 0 1 136 64" fill="none" stroke="{color}" stroke-width="5" '
    f'transform="translate(64 64) scale({s}) translate(-64 -60)" opacity=".85"/>'
    for color, s in (("#ff8a9b", 0.96), ("#ffd97a", 0.9), ("#9be59a", 0.84), ("#9cc4ff", 0.78))
)
_STARS = "".join(_twinkle(x, y, 4) for x, y in ((10, 10), (52, 34), (60, 8), (84, 20), (112, 44), (8, 44)))
_BIRDS = "".join(
    f'<path d="M{x - w} {y - w * 0.6}q{w * 0.6} {-w * 0.2} {w} {w * 0.6}q{w * 0.4} {-w * 0.8} {w} {-w * 0.6}"'
    ' fill="none" stroke="#2b4a55" stroke-width="2.6" stroke-linecap="round"/>'
    for x, y, w in ((62, 16, 7), (82, 26, 7), (100, 14, 8), (116, 28, 6), (44, 28, 6))
)
_CRESCENT = '<path d="M70 4A14 14 0 1 0 86 24A15 15 0 0 1 70 4Z" fill="#fff6cf"/>' + "".join(
    f'<circle cx="{x}" cy="{y}" r="1.8" fill="#eafff6"/>' for x, y in ((14, 22), (34, 8), (108, 30), (118, 8))
)

HOURS = {
    "at dawn": Hour(
        Light((196, 186, 226), "left", 1.0, 0.2), ("#9aa6dc", "#d5c3e8", "#ffe3e6"), PLAIN,
        _twinkle(34, 16, 9) + '<path d="M0 50H128V62H0Z" fill="#ffffff" opacity=".6"/>',
    ),
    "at sunrise": Hour(
        Light((255, 226, 190), "left", 2.0), ("#8fd0f5", "#ffd0d8", "#fff07a"), PLAIN,
        _glowing(30, 38, 13, "#fff6a0", "#fff3a0") + _cloud(88, 20, "#ffc4d6"),
    ),
    "in the morning": Hour(
        Light((236, 252, 240), "left", 1.25, 0.28), ("#5fd3c4", "#b9f0d8", "#fffbe2"), PLAIN,
        _glowing(16, 22, 10, "#fffde8", "#ffffff", 0.9) + _BIRDS
        + '<path d="M-10 52Q20 44 50 51T138 48V60H-10Z" fill="#ffffff" opacity=".75"/>',
    ),
    "in the afternoon": Hour(
        Light((255, 250, 236), "right", 0.75), ("#5aa9ee", "#a5d5f8", "#e4f4ff"), PLAIN,
        _glowing(104, 24, 9, "#fff3b0", "#fff3b0", 0.6) + _cloud(28, 18) + _cloud(68, 32),
    ),
    "at sunset": Hour(
        Light((255, 176, 128), "right", 2.0), ("#7b4a9c", "#f0603f", "#ffb02e"), PLAIN,
        _glowing(98, 38, 13, "#ff4a1c", "#ffd23f") + _cloud(36, 22, "#c2456e"),
    ),
    "at dusk": Hour(
        Light((120, 104, 178), "right", 1.0, 0.25, "lit"), ("#2a2566", "#6a4596", "#ff9a5a"), PLAIN,
        _twinkle(104, 14, 6),
    ),
    "at twilight": Hour(
        Light((98, 168, 172), "above", 0.5, 0.35, "lit"), ("#06384e", "#137f8c", "#a4f0cf"), PLAIN, _CRESCENT,
    ),
    "at night": Hour(
        Light((66, 78, 140), "left", 0.75, 0.4, "lit"), ("#060a24", "#101a4a", "#24357a"), PLAIN,
        _glowing(32, 22, 11, "#fdf6d0", "#a9b8ff", 0.5) + _STARS,
    ),
    "during spring": Hour(
        Light((255, 252, 250), "left", 0.75), ("#8fd8ff", "#c9f0ff", "#f3fff0"), "spring", _RAINBOW,
    ),
    "during summer": Hour(
        Light((255, 250, 226), "above", 0.0, 0.45), ("#0a7fe8", "#2fa8ff", "#8fdcff"), "summer",
        _glowing(64, 16, 14, "#ffe23f", "#fff6a0") + _rays(64, 16, 18, 26),
    ),
    "during fall": Hour(
        Light((255, 236, 212), "right", 1.0), ("#b9b4b0", "#e0d2c0", "#f6e6c8"), "fall", _cloud(96, 18, "#f4eee6"),
    ),
    "during winter": Hour(
        Light((232, 242, 255), "left", 0.75, 0.2), ("#a9bfd6", "#cbdbe9", "#eef4fa"), WINTER,
        _cloud(32, 18) + _cloud(96, 24),
    ),
}  # fmt: skip
TIMES = tuple(HOURS)

# season -> what hangs or falls in front of any place
_LEAF = '<path d="M-7 0Q0 -7 7 0Q0 7 -7 0Z" fill="{fill}" transform="translate({x} {y}) rotate({turn})"/>'
_FALLING = "".join(
    _LEAF.format(x=x, y=y, turn=turn, fill=fill)
    for x, y, turn, fill in (
        (12, 14, 30, "#e8491d"), (44, 30, -40, "#f5a623"), (76, 10, 20, "#e8491d"), (116, 34, -30, "#f5a623"),
        (8, 62, -40, "#f5a623"), (120, 76, 40, "#e8491d"), (12, 112, 10, "#e8491d"), (112, 118, -15, "#f5a623"),
    )
)  # fmt: skip
_SNOW = "".join(
    f'<circle cx="{x}" cy="{y}" r="3.5" fill="#ffffff"/>'
    for x, y in ((8, 8), (40, 24), (72, 8), (104, 40), (120, 12), (8, 56), (56, 48), (120, 72), (8, 88), (88, 60))
)
_BRANCH = '<path d="M0 6Q28 10 56 4" fill="none" stroke="#7a5236" stroke-width="4"/>' + "".join(
    f'<circle cx="{x}" cy="{y}" r="7" fill="{fill}"/><circle cx="{x}" cy="{y}" r="2.5" fill="#fff3b0"/>'
    for x, y, fill in ((6, 10, "#ff9cc4"), (22, 4, "#ffc4dc"), (34, 14, "#ff9cc4"), (52, 4, "#ffc4dc"))
)
_BEFORE = {"during fall": _FALLING, "during winter": _SNOW, "during spring": _BRANCH}


def light(time: str) -> Light:
    """The light of a time of day or year."""
    return HOURS[time].light


@lru_cache(maxsize=512)
def backdrop(place: str, time: str, variant: str, pixels: int) -> Image.Image:
    """A place at a time as an RGB image of `pixels` × `pixels`; `variant` mirrors the place, not the sky."""
    hour = HOURS[time]
    image = layer(_sky(hour), pixels).convert("RGB")
    for part, tint in _parts(place, hour):
        over = layer(part, pixels)
        over = ImageOps.mirror(over) if variant == "mirrored" else over
        over = tinted(over, tint) if tint else over
        image.paste(over, (0, 0), over)
    if time in _BEFORE:
        over = layer(_BEFORE[time], pixels)
        image.paste(over, (0, 0), over)
    return image


def _parts(place: str, hour: Hour):
    yield scenery(place, hour.season), hour.light.tint
    if hour.light.lamps == "lit":
        yield lamps(place), None


def _sky(hour: Hour) -> str:
    top, middle, low = hour.sky
    return (
        f'<defs><linearGradient id="b-sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{top}"/>'
        f'<stop offset=".28" stop-color="{middle}"/><stop offset=".5" stop-color="{low}"/></linearGradient></defs>'
        f'<rect width="128" height="128" fill="url(#b-sky)"/>{hour.sign}'
    )
