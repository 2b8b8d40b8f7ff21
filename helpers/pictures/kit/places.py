"""The eight places as SVG in a 128 × 128 view box, in the colours of a season. Sky and light are added by `backdrops`.

Each place is a few large shapes on the lattice of eighths (16 units). The horizon lies at y = 56, a subject's feet at
y = 112.
"""

from helpers.pictures.kit.svg import box, path

PLAIN, WINTER = "plain", "winter"

# season -> grass, leaf, far hills, sand, rock, snow cap, water, roof: each (light, dark), light above
PALETTES = {
    PLAIN: {
        "grass": ("#9bd465", "#4c9c3c"), "leaf": ("#58b957", "#2c7a3c"), "far": ("#9cc7b0", "#6fae86"),
        "sand": ("#f8e2ad", "#dfb878"), "rock": ("#a3a6ba", "#6a6d85"), "cap": ("#ffffff", "#e3e8f2"),
        "water": ("#63bdec", "#2f86c9"), "roof": ("#d9694a", "#a8452f"), "bloom": ("#ff6b81", "#ffd43b"),
    },
    "spring": {
        "grass": ("#c3f08c", "#7ccf62"), "leaf": ("#ffc9de", "#f28db5"), "far": ("#c4ecc0", "#9bdca0"),
        "sand": ("#f6ecc4", "#cbd88f"), "rock": ("#b4bdb6", "#7d9a86"), "cap": ("#ffffff", "#e3e8f2"),
        "water": ("#94dff2", "#57b6df"), "roof": ("#d9694a", "#a8452f"), "bloom": ("#ff8fc0", "#ffffff"),
    },
    "summer": {
        "grass": ("#6fd03f", "#1f9130"), "leaf": ("#2fb344", "#0f6f2b"), "far": ("#5fc28a", "#2f9c62"),
        "sand": ("#ffe08a", "#f5b23f"), "rock": ("#b59a86", "#7d6456"), "cap": ("#d8c3ae", "#b59a86"),
        "water": ("#2fd0e8", "#0b8fd0"), "roof": ("#f0553a", "#b8321f"), "bloom": ("#ffd400", "#ff7a00"),
    },
    "fall": {
        "grass": ("#e0b65c", "#a9793a"), "leaf": ("#ff9a34", "#c8481d"), "far": ("#dba06a", "#b9753f"),
        "sand": ("#ecca96", "#c2925c"), "rock": ("#a8978e", "#74615a"), "cap": ("#f0e6da", "#d6c4b2"),
        "water": ("#8fb3bd", "#56808f"), "roof": ("#a8523a", "#7a3526"), "bloom": ("#c8481d", "#e8a02c"),
    },
    WINTER: {
        "grass": ("#ffffff", "#cfdff0"), "leaf": ("#f2f8ff", "#9fbdd8"), "far": ("#e3edf7", "#bcd0e4"),
        "sand": ("#fdfbf4", "#d5deea"), "rock": ("#c3cede", "#8496ae"), "cap": ("#ffffff", "#f1f6fc"),
        "water": ("#d3ecf8", "#9fcbe3"), "roof": ("#c3d2e4", "#8fa6c0"), "bloom": ("#e3edf7", "#e3edf7"),
    },
}  # fmt: skip

TRUNK, WALL, GLASS, LIT = "#7a5236", "#f4e4c8", "#8fb6cf", "#ffdf6b"


def scenery(place: str, season: str) -> str:
    """SVG of a place in the colours of a season."""
    shades = PALETTES[season]
    ramps = "".join(
        f'<linearGradient id="p-{name}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{light}"/>'
        f'<stop offset="1" stop-color="{dark}"/></linearGradient>'
        for name, (light, dark) in shades.items()
    )
    return f"<defs>{ramps}</defs>{PLACES[place][0](shades, season)}"


def lamps(place: str) -> str:
    """SVG of a place's lamps and windows when they are lit, each with a soft glow."""
    spots = PLACES[place][1]
    glow = (
        f'<defs><radialGradient id="p-glow"><stop offset="0" stop-color="{LIT}" stop-opacity=".75"/>'
        f'<stop offset="1" stop-color="{LIT}" stop-opacity="0"/></radialGradient></defs>'
    )
    halo = "".join(
        f'<circle cx="{x + w / 2}" cy="{y + h / 2}" r="14" fill="url(#p-glow)"/>' for x, y, w, h in spots if w > 4
    )
    return glow + halo + "".join(box(x, y, w, h, LIT, 1) for x, y, w, h in spots)


def _ground(name: str, top: int = 56) -> str:
    return box(0, top, 128, 128 - top, f"url(#p-{name})", 0)


def _pine(x, foot, height, season) -> str:
    """A pine with its foot at (x, foot); its needles change colour in spring, fall and winter."""
    green = {"spring": "#79c267", "fall": "url(#p-leaf)", WINTER: "url(#p-leaf)"}.get(season, "url(#p-leaf)")
    w, top = height * 0.34, foot - height
    tiers = "".join(
        path(f"M{x} {top + height * a}L{x + w * b} {top + height * c}H{x - w * b}Z", green)
        for a, b, c in ((0.3, 1.0, 0.88), (0.0, 0.75, 0.55))
    )
    return box(x - 3, foot - height * 0.15, 6, height * 0.15, TRUNK, 1) + tiers


def _tree(x, foot, r, fill="url(#p-leaf)") -> str:
    return box(x - r / 5, foot - r * 1.4, r / 2.5, r * 1.4, TRUNK, 1) + (
        f'<circle cx="{x}" cy="{foot - r * 1.7}" r="{r}" fill="{fill}"/>'
    )


def _house(x, y, w, wall=WALL) -> str:
    """A hut: walls from (x, y), `w` wide, its roof above and a window where a lamp can shine."""
    h = w * 0.6
    return (
        box(x, y, w, h, wall, 1)
        + path(f"M{x - 4} {y}L{x + w / 2} {y - w * 0.55}L{x + w + 4} {y}Z", "url(#p-roof)")
        + box(x + w / 2 - 4, y + 3, 8, 8, GLASS, 1)
    )


def _flowers(shades, spots) -> str:
    one, two = shades["bloom"]
    return "".join(
        f'<circle cx="{x}" cy="{y}" r="3" fill="{two if k % 2 else one}"/>' for k, (x, y) in enumerate(spots)
    )


def _field(shades, season) -> str:
    return (
        path("M0 56Q28 38 64 52T128 46V72H0Z", "url(#p-far)")
        + _ground("grass", 60)
        + path("M0 60Q40 52 72 60T128 58V70H0Z", shades["grass"][0])
        + path("M48 60L8 128H40L58 60ZM74 60L88 128H120L84 60Z", shades["grass"][1] + "55")
        + _house(92, 44, 24, "#c8504a" if season != WINTER else "#b4534f")
    )


def _forest(shades, season) -> str:
    back = "".join(_pine(x, 68, height, season) for x, height in ((8, 32), (24, 24), (104, 24), (120, 32), (84, 56)))
    front = _pine(-2, 100, 88, season) + _pine(130, 100, 88, season) + _pine(52, 80, 72, season)
    return back + _ground("grass", 62) + front + _house(78, 54, 20, "#9a6a44")


def _mountain(shades, season) -> str:
    peaks = path("M8 88L60 8L112 88Z", "url(#p-rock)") + path("M80 88L112 46L144 88Z", "url(#p-rock)")
    dark = shades["rock"][1] + "99"
    sides = path("M60 8L112 88H72Z", dark) + path("M112 46L144 88H120Z", dark)
    caps = path("M60 8L76 32L66 28L60 36L52 28L44 33Z", "url(#p-cap)") + path(
        "M112 46L122 59L116 57L111 62L107 57L102 59Z", "url(#p-cap)"
    )
    ledge = path("M0 84L24 76L56 84L96 76L128 82V128H0Z", "url(#p-rock)")
    moss = path("M0 92L24 84L56 92L96 84L128 90V128H0Z", "url(#p-grass)")
    stones = path("M4 104l8-10l10 4l4 8ZM108 122l6-10l12 2v10Z", shades["rock"][1])
    return peaks + sides + caps + ledge + moss + stones + _house(98, 64, 18, "#8a5f42")


def _beach(shades, season) -> str:
    sea = box(0, 56, 128, 30, "url(#p-water)", 0)
    foam = path("M0 80Q16 74 32 80T64 80T96 80T128 80V92H0Z", "#ffffffcc")
    sand = path("M0 86Q16 80 32 86T64 86T96 86T128 86V128H0Z", "url(#p-sand)")
    fronds = {"spring": "#79c267", "fall": "#b8a53c"}.get(season, "url(#p-leaf)")
    palm = (
        f'<path d="M110 100Q118 66 106 34" fill="none" stroke="{TRUNK}" stroke-width="6"/>'
        + path("M106 34Q86 20 76 42Q92 32 106 34ZM106 34Q112 12 132 22Q116 26 106 34Z", fronds)
        + path("M106 34Q88 34 84 58Q96 42 106 34ZM106 34Q126 32 130 54Q118 40 106 34Z", fronds)
    )
    tower = path("M0 60L3 28H13L16 60Z", "#f6f1ea") + box(2, 38, 12, 8, "#d8433b") + box(3, 20, 10, 8, GLASS, 1)
    return sea + tower + foam + sand + path("M1 21L8 12L15 21Z", "url(#p-roof)") + palm


def _desert(shades, season) -> str:
    dark = shades["sand"][1]
    dunes = path("M0 60Q36 36 72 60T144 56V100H0Z", "url(#p-sand)") + path(
        "M36 48Q52 60 44 100H84Q80 60 36 48Z", dark + "88"
    )
    front = path("M0 88Q48 68 84 84T128 80V128H0Z", "url(#p-sand)")
    cactus_green = {WINTER: "#7fae9c", "fall": "#8a8f3f", "spring": "#7ccf62"}.get(season, "#3f9a52")
    cactus = (
        f'<path d="M16 108V52M16 88H5V68M16 80H28V62" fill="none" stroke="{cactus_green}" stroke-width="8" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )
    tip = box(12, 46, 8, 5, shades["bloom"][0] if season != PLAIN else cactus_green, 2)
    tent = path("M88 84L106 56L124 84Z", "#b7503f") + path("M100 84L106 68L112 84Z", "#6b2f2a")
    return dunes + tent + front + cactus + tip


def _city(shades, season) -> str:
    walls = (
        ("#b9a79a", 14, 64, 28),
        ("#c2ab98", 86, 64, 30),
        ("#8e9cb8", 0, 32, 16),
        ("#6f7fa0", 40, 12, 24),
        ("#a9b4c9", 64, 36, 24),
        ("#7d8cab", 112, 20, 16),
    )
    towers = "".join(box(x, y, w, 92 - y, wall) for wall, x, y, w in walls)
    snow = "".join(box(x, y - 3, w, 4, "#ffffff", 1) for _, x, y, w in walls) if season == WINTER else ""
    windows = "".join(box(x, y, w, h, GLASS, 1) for x, y, w, h in CITY_WINDOWS)
    pavement = box(0, 88, 128, 40, "#c9ccd6" if season != WINTER else "#f3f7fc")
    road = box(0, 114, 128, 14, "#6b7082" if season != WINTER else "#c8d3e2")
    dashes = "".join(box(x, 120, 16, 3, "#ffffffcc", 1) for x in (8, 40, 72, 104))
    post = box(92, 48, 4, 48, "#3d4356", 1) + box(88, 38, 12, 11, GLASS, 4)
    return towers + snow + windows + pavement + road + dashes + _tree(16, 100, 11) + _tree(112, 100, 11) + post


def _lake(shades, season) -> str:
    hills = path("M0 60V40Q24 24 48 46Q76 18 128 48V64H0Z", "url(#p-far)")
    wood = "".join(_pine(x, 62, 26, season) for x in (8, 24, 40, 88, 104, 120))
    water = box(0, 60, 128, 48, "url(#p-water)", 0)
    mirror = path("M0 62V74Q24 84 48 70Q76 86 128 70V62Z", shades["far"][1] + "66")
    glints = "".join(box(x, y, 24, 2, "#ffffff88", 1) for x, y in ((8, 80), (40, 90), (92, 82)))
    bank = path("M0 96Q32 90 64 98T128 94V128H0Z", "url(#p-grass)")
    jetty = path("M92 84H128V90H92Z", "#9a6a44") + box(94, 84, 4, 18, "#6e4a30", 1) + box(116, 84, 4, 18, "#6e4a30", 1)
    reeds = "".join(
        f'<path d="M{x} 108Q{x - 2} 92 {x - 1} 78" fill="none" stroke="{shades["leaf"][1]}" stroke-width="2.5"/>'
        + box(x - 3, 72, 5, 14, "#7a4a2b", 2.5)
        for x in (8, 20)
    )
    return hills + wood + water + mirror + glints + jetty + bank + reeds + _house(54, 48, 20)


def _garden(shades, season) -> str:
    hedge = path("M0 40Q8 32 16 40T32 40T48 40T64 40T80 40T96 40T112 40T128 40V72H0Z", "url(#p-leaf)")
    fence = box(0, 60, 128, 4, "#ffffff", 1) + "".join(
        path(f"M{x} 80V54L{x + 4} 48L{x + 8} 54V80Z", "#fbfbff") for x in range(4, 128, 16)
    )
    lawn = _ground("grass", 78)
    way = path("M56 78H72L100 128H28Z", "#e3cfae" if season != WINTER else "#eef4fb")
    beds = _flowers(shades, [(x, y) for y in (88, 104, 120) for x in (8, 22, 106, 120)])
    post = box(110, 40, 4, 44, "#3d4356", 1) + box(106, 30, 12, 12, GLASS, 4)
    return hedge + fence + lawn + way + beds + post


CITY_WINDOWS = [
    (x + dx, y, 4, 6)
    for x, top, columns in ((-1, 40, 2), (40, 20, 3), (64, 44, 3), (111, 28, 2))
    for dx in range(3, 3 + 7 * columns, 7)
    for y in range(top, 76, 14)
]

# place -> its painter and its lamps (x, y, width, height)
PLACES = {
    "sitting in a field": (_field, [(100, 47, 8, 8)]),
    "sitting in a forest": (_forest, [(82, 57, 8, 8)]),
    "sitting on a mountain": (_mountain, [(103, 67, 8, 8)]),
    "on the beach": (_beach, [(3, 20, 10, 8)]),
    "in the desert": (_desert, [(102, 72, 8, 12)]),
    "in the city": (_city, [*CITY_WINDOWS[::2], (88, 38, 12, 11)]),
    "by a lake": (_lake, [(60, 51, 8, 8)]),
    "in a garden": (_garden, [(106, 30, 12, 12)]),
}
