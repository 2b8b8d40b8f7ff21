"""A thing before a mirror: it faces the glass, which shows it mirrored."""

from helpers.pictures.families.analogy.busts import bust
from helpers.pictures.kit.sprites import nested
from helpers.pictures.vocabulary import darker

ANIMALS = {  # animal -> art that looks to the left
    "cat": "cat",
    "golden retriever": "dog",
    "rabbit": "rabbit",
    "duck": "duck",
    "elephant": "elephant",
    "tiger": "tiger",
    "flamingo": "flamingo",
    "parrot": "parrot",
}
OBJECTS = ("plain white cube", "rubik's cube", "marble statue", "tennis ball", "white teapot")
THINGS = (*ANIMALS, *OBJECTS)
FRAMES = {  # the outline of a mirror's glass
    "oval": "M94 8C112 8 121 30 121 58C121 86 112 108 94 108C76 108 67 86 67 58C67 30 76 8 94 8Z",
    "square": "M68 8H120V108H68Z",
    "arched": "M68 108V34C68 16 80 8 94 8C108 8 120 16 120 34V108Z",
}
WALLS = {  # wall, floor
    "sand": ("#f3e6cb", "#cfa873"),
    "mint": ("#cfe9d8", "#7fb695"),
    "sky": ("#cfe3f5", "#86a9c9"),
    "rose": ("#f5d7d3", "#bf8a80"),
}
STICKERS = (("#d62839", "#f4f1ea", "#2a6fdb"), ("#ffc61a", "#2a9d4a", "#f47b20"))  # of the front, of the side
ORDER = (0, 1, 2, 2, 0, 1, 0, 2, 0)  # which of its three colours each sticker of a face has


def before_mirror(thing: str, right: bool, frame: str, wall: str, shift=(0, 0)) -> str:
    """SVG in a box of 128: the thing on the left faces a mirror on the right, or all mirrored if `right`."""
    back, floor = WALLS[wall]
    art = _facing(thing)
    glass = f'<clipPath id="glass"><path d="{FRAMES[frame]}"/></clipPath><g clip-path="url(#glass)">'
    glass += '<path d="M60 0h68v92h-68z" fill="#a9cddb"/><path d="M60 92h68v24h-68z" fill="#7fa3b3"/>'
    glass += f'<g transform="translate({-shift[0]} {shift[1]})"><g transform="matrix(-.88 0 0 .88 94 47)">{art}</g></g>'
    glass += '<path d="M66 44L98 6M66 60L112 6" stroke="#fff" stroke-opacity=".5" stroke-width="5"/></g>'
    stand = '<path d="M74 106h40l6 12h-52z" fill="#6e4a23"/>'
    rim = f'<path d="{FRAMES[frame]}" fill="none" stroke="#8a5a17" stroke-width="9"/>'
    rim += f'<path d="{FRAMES[frame]}" fill="none" stroke="#e9b63e" stroke-width="5.500"/>'
    shadow = '<ellipse cx="33" cy="117" rx="27" ry="4" fill="#0003"/>'
    seen = f'<g transform="translate({shift[0]} {shift[1]})">{shadow}<g transform="translate(33 58)">{art}</g></g>'
    room = f'<path d="M0 0h128v96h-128z" fill="{back}"/><path d="M0 96h128v32h-128z" fill="{floor}"/>'
    whole = room + stand + glass + rim + seen
    return f'<g transform="matrix(-1 0 0 1 128 0)">{whole}</g>' if right else whole


def _facing(thing: str) -> str:
    """The thing 60 wide and 60 high around x = 0, its feet at y = 60, looking to the right."""
    if thing in ANIMALS:
        art = nested(ANIMALS[thing], 0, 0, 32)
        if thing == "golden retriever":
            art = f'{GOLDEN}<g filter="url(#golden)">{art}</g>'
        return f'<g transform="matrix(-1.940 0 0 1.940 31 0)">{art}</g>'
    if thing == "marble statue":
        return f'<g transform="translate(-46 -24) scale(.710)">{bust("hero", "far right", "marble")}</g>'
    if thing == "white teapot":
        art = nested("teapot", 0, 0, 32)
        return f'{WHITENED}<g transform="matrix(-1.940 0 0 1.940 31 0)" filter="url(#white)">{art}</g>'
    return BALL if thing == "tennis ball" else _cube(thing == "rubik's cube")


def _cube(colored: bool) -> str:
    """A cube whose right side is turned to the glass; a stickered one has other colours on each face."""
    faces = (
        ("#eceae6" if not colored else "#17181c", (-24, 18), (10, 4), (0, 10.6)),
        ("#b9b8bc" if not colored else "#17181c", (6, 30), (6.4, -4), (0, 10.6)),
        ("#ffffff" if not colored else "#17181c", (-24, 18), (10, 4), (6.4, -4)),
    )
    art = ""
    for face, (color, (x, y), (ax, ay), (bx, by)) in enumerate(faces):
        size = ((ax, ay), (bx, by))
        art += _quad(x, y, size, 0, 3, color, edge="#77767c")
        if colored:
            for k in range(9):
                color = "#f4f1ea" if face == 2 else STICKERS[face][ORDER[k]]
                art += _quad(
                    x + k % 3 * ax + k // 3 * bx, y + k % 3 * ay + k // 3 * by, size, 0.1, 0.9, color, edge="none"
                )
    return art


def _quad(x: float, y: float, size: tuple, low: float, high: float, color: str, *, edge: str) -> str:
    """A parallelogram on a face: its corners lie between `low` and `high` along both edges from (x, y)."""
    (ax, ay), (bx, by) = size
    corners = ((low, low), (high, low), (high, high), (low, high))
    points = " ".join(f"{x + i * ax + j * bx:.2f},{y + i * ay + j * by:.2f}" for i, j in corners)
    return f'<polygon points="{points}" fill="{color}" stroke="{edge}" stroke-width="1" stroke-linejoin="round"/>'


# fmt: off
GOLDEN = ('<filter id="golden" color-interpolation-filters="sRGB"><feColorMatrix values=".9 0 0 0 .04  0 1 0 0 .02  '
          '0 0 .66 0 -.04  0 0 0 1 0"/></filter>')
WHITENED = ('<filter id="white" color-interpolation-filters="sRGB"><feColorMatrix values=".2 .5 .1 0 .58  '
            '.2 .5 .1 0 .58  .2 .5 .1 0 .6  0 0 0 1 0"/></filter>')
BALL = (
    f'<radialGradient id="felt" cx=".35" cy=".3" r=".8"><stop offset="0" stop-color="#eefc7a"/><stop offset=".6" '
    f'stop-color="#cbe82c"/><stop offset="1" stop-color="{darker("#cbe82c", 0.35)}"/></radialGradient>'
    '<circle cx="0" cy="34" r="26" fill="url(#felt)"/><path d="M-12 11Q4 24 -4 42Q-8 52 -14 56M14 12Q8 26 26 34" '
    'fill="none" stroke="#fff" stroke-width="4.500"/>'
)
# fmt: on
