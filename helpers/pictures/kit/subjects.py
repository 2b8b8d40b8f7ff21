"""Animals and things that a scene shows: each a layer with its whole body, looking one way."""

from functools import lru_cache

from PIL import Image, ImageOps

from helpers.pictures.kit.sprites import layer, nested

# subject -> art, for those whose art has another name
ART = {
    "car": "automobile",
    "dinosaur": "t-rex",
    "eagle": "eagle-perched",
    "sheep": "ewe",
    "train": "locomotive",
}

# subject -> (head, fur, dark fur, chest): a head from the art on a drawn sitting body
SEATED = {
    "bear": ("bear", "#9a6350", "#6b4038", "#c99a7c"),
    "fox": ("fox", "#ff9238", "#d9622b", "#fff1e0"),
    "frog": ("frog", "#4fdb9c", "#23a06f", "#ffe08a"),
    "koala": ("koala", "#a9a7b4", "#77758a", "#e4e1ee"),
    "lion": ("lion", "#f5b342", "#c47f2e", "#ffdf9a"),
    "panda": ("panda", "#4a4458", "#2f2a3a", "#f4f0fb"),
    "wolf": ("wolf", "#9b99a6", "#6a6877", "#ecebf2"),
}

SIDEWAYS = (
    "capybara", "cougar", "eagle", "pangolin", "turtle", "tapir", "camel", "cat", "cow", "deer", "dinosaur", "dog",
    "duck", "elephant", "flamingo", "giraffe", "gorilla", "hedgehog", "kangaroo", "llama", "monkey", "mouse", "parrot",
    "pig", "rabbit", "rooster", "sheep", "snail", "swan", "tiger", "zebra",
)  # fmt: skip
FRONTAL = (*SEATED, "owl", "crab", "octopus", "peacock", "penguin")
THINGS = (
    "bicycle", "cactus", "car", "castle", "daikon radish", "guitar", "house", "mushroom", "rocket",
    "sailboat", "snowman", "teapot", "teddy bear", "tractor", "train", "umbrella",
)  # fmt: skip
SUBJECTS = (*SIDEWAYS, *FRONTAL, *THINGS)


def poses(subject: str) -> tuple[str, ...]:
    """The ways a subject can look. Art in side view looks to the left; mirrored, to the right."""
    return ("left", "right") if subject in SIDEWAYS else ("front",)


@lru_cache(maxsize=2048)
def subject_layer(subject: str, pose: str, pixels: int) -> Image.Image:
    """The subject as an RGBA layer of `pixels` × `pixels`, its feet on the lower edge."""
    markup = _seated(subject) if subject in SEATED else nested(_art(subject), 0, 0, 32)
    image = layer(markup, pixels, 32)
    image = ImageOps.mirror(image) if pose == "right" else image
    gap = image.height - image.getbbox()[3]
    return image.transform(image.size, Image.Transform.AFFINE, (1, 0, 0, 0, 1, -gap)) if gap else image


def _art(subject: str) -> str:
    return ART.get(subject, subject.replace(" ", "-"))


def _seated(subject: str) -> str:
    head, fur, dark, chest = SEATED[subject]
    paws = chest if subject in ("fox", "lion", "wolf") else dark
    return f"""
<defs><linearGradient id="seat-{subject}" x1="0" y1="0" x2="0" y2="1">
<stop offset="0" stop-color="{fur}"/><stop offset="1" stop-color="{dark}"/></linearGradient></defs>
{_tail(subject, fur, chest)}
<ellipse cx="9.5" cy="26.5" rx="4.3" ry="4.5" fill="{dark}"/>
<ellipse cx="22.5" cy="26.5" rx="4.3" ry="4.5" fill="{dark}"/>
<path d="M16 13C20.5 13 22 17 22.5 21C23 25 22.5 30.5 20 30.500H12C9.5 30.5 9 25 9.5 21C10 17 11.5 13 16 13Z"
 fill="url(#seat-{subject})"/>
<path d="M16 16C18.5 16 19.5 19 19 22.500C18.5 25 17.5 26.5 16 26.500C14.5 26.5 13.5 25 13 22.5
C12.5 19 13.5 16 16 16Z" fill="{chest}"/>
<ellipse cx="12.7" cy="29.4" rx="2.7" ry="1.7" fill="{paws}"/>
<ellipse cx="19.3" cy="29.4" rx="2.7" ry="1.7" fill="{paws}"/>
{nested(head, 6, 0, 20)}"""


def _tail(subject: str, fur: str, tip: str) -> str:
    if subject in ("fox", "wolf"):
        return (
            f'<path d="M22 29C29 29.5 31.5 24 29.5 17.500C26.5 19 24 22 21 26Z" fill="{fur}"/>'
            f'<path d="M29.5 17.500C30.5 20.5 30.5 22.5 30 24C28 23.5 26.5 22.5 25.5 21C26.5 19.5 28 18.3 29.5 17.500Z"'
            f' fill="{tip}"/>'
        )
    if subject == "lion":
        return (
            '<path d="M22 29Q29 29 28.5 22" fill="none" stroke="#d99a35" stroke-width="1.8"/>'
            '<circle cx="28.5" cy="20.5" r="2.2" fill="#7a4a45"/>'
        )
    return ""
