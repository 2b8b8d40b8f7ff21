"""Chimeras: the head of one animal on the body of another, both cut from the art of the whole animals.

A head is the art inside its path, a body the art outside its own path; their necks are put together.
"""

from typing import NamedTuple

from PIL import Image

from helpers.pictures.families.blend.materials import contoured, kept
from helpers.pictures.kit.sprites import layer, nested

ALL = "M-9 -9h50v50h-50z"
BOLD = 0.013


class Part(NamedTuple):
    """A piece of art in its 32 × 32 box: the path that cuts it, its neck, its scale, and the neck's place in 128."""

    art: str
    path: str
    neck: tuple[float, float]
    scale: float
    at: tuple[float, float] = (0, 0)


# fmt: off
def _seated(fur: str, belly: str, limbs: str, behind: str = "", before: str = "") -> str:
    """A body that sits up and has no head, its neck at (16, 14)."""
    return (
        f'{behind}<ellipse cx="9.500" cy="26" rx="4.800" ry="4.500" fill="{limbs}"/><ellipse cx="22.500" cy="26" '
        f'rx="4.800" ry="4.500" fill="{limbs}"/><path d="M13 12h6q4 1 5 6q1 4 .5 7q-2 5 -8.500 5t-8.500 -5q-.5 -3 .5 '
        f'-7q1 -5 5 -6z" fill="{fur}"/><ellipse cx="16" cy="22" rx="5" ry="6.500" fill="{belly}"/><path d="M9.500 '
        f'14q-5 5 -3 10q3 '
        f'1 4.500 -2zM22.500 14q5 5 3 10q-3 1 -4.500 -2z" fill="{limbs}"/><ellipse cx="11" cy="29" rx="3.600" ry="2" '
        f'fill="{limbs}"/><ellipse cx="21" cy="29" rx="3.600" ry="2" fill="{limbs}"/>{before}'
    )


TRUNK = (
    '<path d="M25 4h5v27h-5z" fill="#8a5a34"/><path d="M25 9q-6 -5 -3 -8q4 2 4 7zM30 12q4 -7 2 -9q-4 3 -3 8z" '
    'fill="#4caf50"/>'
)
BAMBOO = (
    '<path d="M4 9l2.600 -1v22h-2.600z" fill="#5fae3a"/><path d="M4 15h2.600M4 22h2.600" stroke="#2f7d32"/><path '
    'd="M4.500 10q-5 -3 -4 -7q5 2 5 7zM6 13q5 -1 5 -6q-5 1 -5 6z" fill="#43a047"/>'
)
MANE = (
    '<path d="M3 10l2 4l-2 3l4 1l0 4l4 -1l2 4l3 -3l3 3l2 -4l4 1l0 -4l4 -1l-2 -3l2 -4l-4 -2h-18z" fill="#8a4a2f"/>'
)
TUFT = (
    '<path d="M23 28Q31 29 29 19" fill="none" stroke="#f0a93a" stroke-width="2.200"/><circle cx="29" cy="17.500" r="3" '
    'fill="#8a4a2f"/>'
)
PLATE = '<path d="M{} {}h5v9h-5z" fill="#e0245e" stroke="#8a1039" stroke-width=".6"/>'
FACE = (
    '<circle cx="12" cy="11.500" r="2.300" fill="#fff"/><circle cx="20" cy="11.500" r="2.300" fill="#fff"/><circle '
    'cx="12" cy="11.800" r="1.500" fill="#1b1420"/><circle cx="20" cy="11.800" r="1.500" fill="#1b1420"/><path '
    'd="M14 14.500q2 2 4 0" fill="none" stroke="#1b1420" stroke-width="1.100" stroke-linecap="round"/>'
)
DRAWN = {
    "koala body": _seated("#a9acb8", "#eceaf2", "#8d909c", TRUNK),
    "panda body": _seated("#fbf8ff", "#ffffff", "#3d3850", BAMBOO),
    "lion body": _seated("#f5b03c", "#ffe0a3", "#e09a28", TUFT, MANE),
    "toad body": (
        '<path d="M3 29Q-1 20 8 19L24 19Q33 20 29 29L31 31H21L19 27H13L11 31H1z" fill="#2fa56c"/><path d="M12 '
        '13h8q5 1 7 7q1 4 '
        '-2 7q-9 4 -18 0q-3 -3 -2 -7q2 -6 7 -7z" fill="#4ad293"/><ellipse cx="16" cy="22.500" rx="6" ry="5.500" '
        'fill="#ffd45e"/><g '
        'fill="#1f7d50"><circle cx="8.500" cy="18" r="1.400"/><circle cx="23.500" cy="18" r="1.400"/><circle cx="6" '
        'cy="24" r="1.400"/><circle cx="26" cy="24" r="1.400"/></g><path d="M10 25l-2 6h6zM22 25l2 6h-6z" '
        'fill="#4ad293"/>'
    ),
    "robot body": (
        '<path d="M5 15h5v4h-5zM22 15h5v4h-5z" fill="#7d8a99"/>' + PLATE.format(2, 16) + PLATE.format(25, 16)
        + '<path d="M10 26h4v5h-5zM18 26h4l1 5h-5z" fill="#7d8a99"/><rect x="8" y="13" width="16" height="14" '
        'rx="2.500" '
        'fill="#d9dee8" stroke="#7d8a99"/><rect x="10.500" y="16" width="11" height="5" rx="1" fill="#2b2b52"/><path '
        'd="M12 19l2 -2l2 2.500l2 -2.500l2 2" fill="none" stroke="#4dd0ff" stroke-width=".9"/><circle cx="12.500" '
        'cy="24" '
        'r="1.300" fill="#e0245e"/><circle cx="16" cy="24" r="1.300" fill="#ffc83d"/><circle cx="19.500" cy="24" '
        'r="1.300" '
        'fill="#43c46b"/>'
    ),
    "owl body": (
        '<path d="M10 27h5v4h-6zM17 27h5l1 4h-6z" fill="#ff8a2a"/><path d="M12 12h8q7 3 6 11q-1 6 -10 6t-10 -6q-1 -8 6 '
        '-11z" fill="#7a5236"/><path d="M12 14h8q4 5 2 11q-2 3 -6 3t-6 -3q-2 -6 2 -11z" fill="#ffcfa3"/><path '
        'd="M11.500 '
        '18l1.500 1.500l1.500 -1.500M17.500 18l1.500 1.500l1.500 -1.500M14.500 20.500l1.500 1.500l1.500 '
        '-1.500M11.500 23l1.500 1.500l1.500 -1.500M17.500 '
        '23l1.500 1.500l1.500 -1.500" fill="none" stroke="#a8683a" stroke-width="1.200"/><path d="M11 13q-8 3 -8 '
        '14q5 0 8 '
        '-6zM21 13q8 3 8 14q-5 0 -8 -6z" fill="#573824"/><path d="M4 21l4 2M4.500 18l4 2M28 21l-4 2M27.500 18l-4 2" '
        'stroke="#8f6644" stroke-width="1.200"/>'
    ),
    "turtle head": (
        '<path d="M9 22q7 4 14 0l2 8q-9 5 -18 0z" fill="#7cbf3c"/><path d="M16 3q12 0 11 12q-1 10 -11 10t-11 -10q-1 '
        '-12 '
        '11 -12z" fill="#a5d94f"/><path d="M8 17q8 9 16 0q-1 8 -8 8t-8 -8z" fill="#d8f08a"/><path d="M8 17q8 5 16 0" '
        'fill="none" stroke="#3f6b1c" stroke-width="1.200"/><g fill="#7cbf3c"><circle cx="13" cy="6" '
        'r="1.600"/><circle '
        'cx="19" cy="6" r="1.600"/><circle cx="16" cy="8.500" r="1.400"/></g><circle cx="10.500" cy="12" r="2.800" '
        'fill="#fff"/><circle cx="21.500" cy="12" r="2.800" fill="#fff"/><circle cx="10.800" cy="12.500" r="1.600" '
        'fill="#1f1a2b"/><circle cx="21.200" cy="12.500" r="1.600" fill="#1f1a2b"/><path d="M7.500 10.500q3 -2 6 '
        '0zM18.500 '
        '10.500q3 -2 6 0z" fill="#7cbf3c"/><path d="M14.800 15h.8M16.600 15h.8" stroke="#3f6b1c"/>'
    ),
    "whale head": (
        '<path d="M16 9q-1 -5 -6 -5q-3 1 -3 4M16 9q1 -5 6 -5q3 1 3 4M16 9v-7" fill="none" stroke="#8fdcff" '
        'stroke-width="2.200" stroke-linecap="round"/><path d="M16 8.500q14 0 14 11q0 10 -14 10t-14 -10q0 -11 14 -11z" '
        'fill="#3b9cf0"/><path d="M3 21q13 5 26 0q-2 8.500 -13 8.500t-13 -8.500z" fill="#dff2ff"/><path d="M9 '
        '23.500l1 5M13 '
        '24v5.500M19 24v5.500M23 23.500l-1 5M3 21q13 5 26 0" fill="none" stroke="#2470b8" stroke-width=".9"/>'
        '<circle cx="8" cy="17" r="2.200" fill="#fff"/><circle cx="24" cy="17" r="2.200" fill="#fff"/><circle cx="8" '
        'cy="17.300" r="1.400" fill="#1b1420"/><circle cx="24" cy="17.300" r="1.400" fill="#1b1420"/>'
    ),
    "octopus head": nested("octopus", 0, 0, 32) + FACE,
    "jellyfish head": nested("jellyfish", 0, 0, 32) + FACE,
}

HEADS = {
    "alpaca": Part("llama", "M0 0H14.500V12L12.500 14.500L5 17z", (9.500, 14), 4),
    "cat": Part("cat-face", ALL, (16, 28), 1.9),
    "chicken": Part("rooster", "M0 0H14.800V9.500L13 12.500L9 14L5 12.500L2 14H0z", (9.500, 12), 4.2),
    "dragon": Part("dragon", "M0 0H19V16.500H15L11 17L4 13H0z", (12, 15), 3.4),
    "eagle": Part("eagle-perched", "M0 0H22V9L19 14.500L8 14.500L0 12z", (13.500, 13), 3.6),
    "elephant": Part("elephant", "M0 0H19.500V14L15 17.500Q11 18 9.800 20.500L7.300 26H0z", (13, 16), 2.9),
    "flamingo": Part("flamingo", "M0 0H14.500V9L9.500 13.200L10.500 19H0z", (8, 16.500), 3.8),
    "giraffe": Part("giraffe", "M0 0H13.500V8L11.500 12L13 15.500L7.500 18L4 8H0z", (9.800, 15), 3.7),
    "hedgehog": Part("hedgehog", "M0 15L8 12L9 9H14Q18 16 14.500 21L11 26.500H0z", (11.500, 22), 3.9),
    "jellyfish": Part("jellyfish head", ALL, (16, 24), 2.2),
    "kangaroo": Part("kangaroo", "M0 0H13V5L10.500 12.500L5 12.500L4.500 11H0z", (8, 12), 4.8),
    "koala": Part("koala", ALL, (16, 27), 1.85),
    "lion": Part("lion", ALL, (16, 28), 1.9),
    "lobster": Part("lobster", "M0 0H32V10L25 14L20.500 17.500H11.500L7 14L0 10z", (16, 17), 2.9),
    "octopus": Part("octopus head", ALL, (16, 26), 1.95),
    "owl": Part("owl", "M0 0H32V17Q16 18.500 0 17z", (16, 17), 2.8),
    "panda": Part("panda", ALL, (16, 27), 1.9),
    "penguin": Part("penguin-head", ALL, (16, 28), 1.9),
    "pig": Part("pig-face", ALL, (16, 28), 1.9),
    "rabbit": Part("rabbit-face", ALL, (16, 28), 2.0),
    "robot": Part("robot", ALL, (16, 29), 1.8),
    "snail": Part("snail", "M0 0H10V18L9.500 25H0z", (6, 22), 2.5),
    "snake": Part("snake", "M13 0H32V9.500H25V7L14 8z", (27.500, 8), 3.6),
    "tiger": Part("tiger-face", ALL, (16, 28), 1.9),
    "toad": Part("frog", ALL, (16, 27), 1.9),
    "turtle": Part("turtle head", ALL, (16, 28), 2.0),
    "whale": Part("whale head", ALL, (16, 29), 2),
    "zebra": Part("zebra", "M0 0H15.500V12.500L13 14.500L7 16L6 9.500L0 10.500z", (10.500, 14), 3.7),
}

BODIES = {
    "alpaca": Part("llama", "M0 0H14.500V13L11 14.500L6 17H0z", (10, 16), 3.7, (46, 62)),
    "cat": Part("cat", "M0 0H12.800V13L9 18.500L5 18H0z", (11, 16), 3.6, (46, 66)),
    "chicken": Part("rooster", "M0 0H14V12.200H5.300V15.500H0z", (9.500, 13), 3.6, (44, 58)),
    "dragon": Part("dragon", "M0 0H19V16.500H15L14 13.500L9 15L0 13z", (11, 15), 3.7, (48, 64)),
    "eagle": Part("eagle-perched", "M0 0H20.500V13L8 13.300H0z", (14, 14), 4, (54, 60)),
    "elephant": Part("elephant", "M0 0H19V14.500L14 18.500L9.500 20L7.300 26H0z", (15, 15), 3.7, (52, 66)),
    "flamingo": Part("flamingo", "M0 0H14.500L10 13L8.500 12.500L7 16L0 14z", (9, 15), 3.7, (46, 60)),
    "giraffe": Part("giraffe", "M0 0H14V12.800L10 14L7 16L0 14z", (10, 15.500), 3.7, (46, 62)),
    "hedgehog": Part("hedgehog", "M0 15L10.500 17L13.500 15L14 20L11.500 25L10.500 27.500H0z", (11, 21), 3.6, (44, 74)),
    "jellyfish": Part("jellyfish", "", (16, 15), 3.9, (64, 66)),
    "kangaroo": Part("kangaroo", "M0 0H13L12 5.500L8 10.500L5 12H0z", (10, 10), 3.3, (46, 58)),
    "koala": Part("koala body", "", (16, 15), 3.7, (64, 64)),
    "lion": Part("lion body", "", (16, 15), 3.7, (64, 64)),
    "lobster": Part("lobster", "M9.800 0H22.200V11L19 16H13L9.800 11z", (16, 16), 3.9, (64, 68)),
    "octopus": Part("octopus head", "M0 0H32V15.500H0z", (16, 19), 4.2, (64, 72)),
    "owl": Part("owl body", "", (16, 15), 3.7, (64, 64)),
    "panda": Part("panda body", "", (16, 15), 3.7, (64, 64)),
    "penguin": Part("penguin", "M0 0H32V13.500Q16 16 0 13.500z", (16, 15), 4, (64, 62)),
    "pig": Part("pig", "M0 0H10.500V15Q11 21 8 24H0z", (11.500, 18), 3.7, (48, 70)),
    "rabbit": Part("rabbit", "M0 0H24V11.500H15L13 17L9 19.500H0z", (12, 18), 3.8, (46, 70)),
    "robot": Part("robot body", "", (16, 15), 3.8, (64, 64)),
    "snail": Part("snail", "M0 0H10.200V14L9 24H0z", (7.500, 24), 3.6, (40, 88)),
    "snake": Part("snake", "M13 0H32V7.600H13z", (27.500, 9), 3.3, (86, 52)),
    "tiger": Part("tiger", "M0 6H11.500V14.500L9 19L0 20z", (10.500, 17), 3.8, (46, 68)),
    "toad": Part("toad body", "", (16, 15), 3.8, (64, 64)),
    "turtle": Part("turtle", "M0 18H6.300L5.500 26H0z", (8, 24), 3.8, (42, 90)),
    "whale": Part("whale", "M0 8H17.500V15.500Q12 18 11 31H0z", (14, 21), 3.6, (48, 78)),
    "zebra": Part("zebra", "M0 0H16V12.300L12 12.800L6.500 17L0 16z", (11, 15), 3.6, (46, 62)),
}
# fmt: on


MIDDLE = (64, 64)


def _markup(part: Part, keep_inside: bool, at: tuple[float, float]) -> str:
    """SVG of a part, cut inside or outside its path, its neck at `at`."""
    art = DRAWN.get(part.art) or nested(part.art, 0, 0, 32)
    path = part.path if keep_inside else ALL + part.path
    x, y = at[0] - part.scale * part.neck[0], at[1] - part.scale * part.neck[1]
    return (
        f'<clipPath id="cut"><path clip-rule="evenodd" d="{path}"/></clipPath>'
        f'<g transform="translate({x:.2f} {y:.2f}) scale({part.scale})"><g clip-path="url(#cut)">{art}</g></g>'
    )


@kept
def _body(animal: str, bold: bool, pixels: int) -> Image.Image:
    body = contoured(layer(_markup(BODIES[animal], False, BODIES[animal].at), pixels))
    return contoured(body, BOLD) if bold else body


@kept
def _head(animal: str, bold: bool, pixels: int) -> Image.Image:
    """A head with its neck in the middle of the layer."""
    head = contoured(layer(_markup(HEADS[animal], True, MIDDLE), pixels))
    return contoured(head, BOLD) if bold else head


def chimera(first: str, second: str, bold: bool, pixels: int) -> Image.Image:
    """The head of the first on the body of the second as an RGBA layer, all within a thick line if `bold`."""
    x, y = (round((to - middle) * pixels / 128) for to, middle in zip(BODIES[second].at, MIDDLE, strict=True))
    place = {"dest": (max(0, x), max(0, y)), "source": (max(0, -x), max(0, -y))}
    whole = Image.new("RGBA", (pixels, pixels))
    for thick in (True, False) if bold else (False,):
        whole.alpha_composite(_body(second, thick, pixels))
        whole.alpha_composite(_head(first, thick, pixels), **place)
    return whole
