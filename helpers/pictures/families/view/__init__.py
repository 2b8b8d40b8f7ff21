"""An animal sitting in a field, through a lens or in a three-dimensional style, or both."""

import random
from functools import lru_cache

from PIL import Image, ImageFilter, ImageOps

from helpers.pictures.families.view import fields, lenses, postures, renderings, skeletons
from helpers.pictures.family import NONE, Family
from helpers.pictures.kit.sprites import Canvas, layer
from helpers.pictures.kit.subjects import poses, subject_layer
from helpers.pictures.vocabulary import a

CLOSE, AERIAL, REAR = "an extreme close-up view", "an aerial view", "a rear view"
WIDE, LOW, FISHEYE, PLANET = "a wide angle view", "a low-angle view", "a fisheye lens view", "a spherical panorama"
SEEN = {  # lens -> the same in other words
    CLOSE: "seen from very near",
    AERIAL: "seen from high above",
    REAR: "seen from behind",
    WIDE: "seen through a wide angle lens",
    LOW: "seen from far below",
    FISHEYE: "seen through a fisheye lens",
    PLANET: "seen in a spherical panorama, like a little planet",
}
MADE = {  # style -> the same in other words
    "made of voxels": "built of little cubes",
    "in claymation": "modelled in clay",
    "in x-ray": "with all its bones shining through",
}

SPOTS = {"left": -1, "middle": 0, "right": 1}
STEP = {WIDE: 1.5, NONE: 1, REAR: 1, AERIAL: 0.5, CLOSE: 0.5, LOW: 0.5, FISHEYE: 0.5, PLANET: 0}
# lens -> height of the subject and where its feet stand, in eighths of the picture
STANDS = {NONE: (4.5, 7), REAR: (5.5, 7.25), WIDE: (2.5, 6.5), AERIAL: (6, 7), LOW: (7.5, 7.5), FISHEYE: (3.75, 6)}
# animal -> its head in its art: middle and width, in thirty-seconds of the art
HEADS = {
    "capybara": (9, 11.5, 16), "cougar": (8.7, 10.5, 14), "eagle": (11.5, 8.5, 15), "fox": (16, 10.5, 15),
    "frog": (16, 9, 15), "owl": (16, 9, 17), "panda": (16, 10, 16), "pangolin": (7, 24.5, 14),
    "penguin": (16, 13, 13), "rabbit": (8, 13.5, 16), "tiger": (6.5, 14, 12), "turtle": (5, 24.5, 12),
}  # fmt: skip
CACHED = 256  # pixels; larger layers are not cached
TURNED = {  # posture that the art does not have -> painters of the body and of its bones
    "behind": (postures.behind, skeletons.behind),
    "above": (postures.above, skeletons.above),
}
CUBES = {
    "art": 18,
    "large": 26,
    "near": 34,
    "behind": 22,
    "above": 24,
}  # cubes along a side; they look about equally large in every posture


class View(Family):
    """An animal in a field, through a lens, in a style, or both."""

    name = "view"
    slots = {
        "animal": tuple(postures.COATS),
        "view": (NONE, *SEEN),
        "style": (NONE, *MADE),
    }
    hidden = {"side": ("left", "right"), "spot": ("left", "middle", "right"), "field": tuple(fields.FIELDS)}

    def sample(self, rng: random.Random) -> dict:
        """Facts of one animal: a lens in six of seven pictures, a style in three of five."""
        facts = {
            "family": "view",
            "animal": rng.choice(self.slots["animal"]),
            "view": NONE if rng.random() < 1 / 7 else rng.choice(tuple(SEEN)),
            "style": NONE if rng.random() < 0.4 else rng.choice(tuple(MADE)),
        }
        return facts | self.sample_hidden(facts, rng)

    def english(self, facts: dict) -> list[str]:
        """Captions; the announcement's own says the lens first and the style after the animal."""
        animal, view, style = facts["animal"], facts["view"], facts["style"]
        said = "" if style == NONE else f" {style}"
        made = "" if style == NONE else f" {MADE[style]}"
        of, seen = ("", "") if view == NONE else (f"{view} of ", f", {SEEN[view]}")
        if view == NONE and style == NONE:
            repeated = f"a field with {a(animal)}. the {animal} is sitting in the field."
        else:
            again = f"the {animal} is{said or ' sitting in a field'}{seen}."
            repeated = f"{of}{a(animal)}{said} sitting in a field. {again}"
        return [
            f"{of}{a(animal)}{said} sitting in a field",
            repeated,
            f"{a(animal)}{made} that sits in a field{seen}",
            f"in a field sits {a(animal)}{said}{seen}",
            f"there is a field{seen}, and in it {a(animal)}{made}",
        ]

    def paint(self, facts: dict, size: int, rng: random.Random, jitter: float = 0.0) -> Image.Image:
        """Paint the field as the lens sees it, and in it the animal in its style."""
        view, style, animal = facts["view"], facts["style"], facts["animal"]
        side, spot, field = facts.get("side", "left"), SPOTS[facts.get("spot", "middle")], facts.get("field", "meadow")
        pixels = lenses.fisheye_side(size) if view == FISHEYE else size
        keep = pixels <= CACHED * 2
        canvas = Canvas(pixels, rng, jitter)
        canvas.image.paste((_field if keep else _field.__wrapped__)(field, view, style, pixels))
        turn = spot * 32 if view == PLANET else 0
        subject = (_subject if keep else _subject.__wrapped__)(animal, view, style, side, turn, pixels)
        canvas.put(subject, 4 + spot * STEP[view], 4)
        return lenses.fisheye(canvas.image, size) if view == FISHEYE else canvas.image


@lru_cache(maxsize=256)
def _field(field: str, view: str, style: str, size: int) -> Image.Image:
    """The field as the lens sees it and the style shows it, without the animal."""
    image = layer(fields.sky(field, view), size).convert("RGB")
    ground = layer(fields.ground(field, view), size)
    if style == "made of voxels":
        ground = renderings.voxels(ground, 14, 0.5)
    if style == "in claymation":
        image = renderings.clay(image.convert("RGBA"), 0, 0.22).convert("RGB")
        ground = renderings.clay(ground, 0, 0.75)
    image.paste(ground, (0, 0), ground)
    if view == CLOSE:
        image = image.filter(ImageFilter.GaussianBlur(size / 40))
    return renderings.xray_ground(image) if style == "in x-ray" else image


@lru_cache(maxsize=2048)
def _subject(animal: str, view: str, style: str, side: str, turn: int, size: int) -> Image.Image:
    """The animal as the lens sees it and its shadow, on a layer of the picture's size."""
    if view == CLOSE:
        x, y, width = HEADS[animal]
        near = _rendered(animal, "near", style, round(size * 32 / width))
        whole = lenses.cropped(near, x / 32, y / 32, 1.25 * width / 32, round(1.25 * size))
    elif view == PLANET:
        upright = _rendered(animal, "art", style, size)
        upright = ImageOps.mirror(upright) if side == "right" else upright
        return lenses.round_a_planet(upright, size, -turn)
    else:
        height, feet = STANDS[view]
        posture = {REAR: "behind", AERIAL: "above", LOW: "large"}.get(view, "art")
        pixels = round(height * size / 8)
        subject = _rendered(animal, posture, style, pixels)
        if view == AERIAL:
            subject = subject.rotate(20, Image.Resampling.BICUBIC)
        if view == LOW:
            subject = lenses.from_below(subject)
        whole = _shadow(view, style, size).copy()
        whole.alpha_composite(subject, ((size - pixels) // 2, round(feet * size / 8) - pixels))
    return ImageOps.mirror(whole) if side == "right" else whole


def _shadow(view: str, style: str, size: int) -> Image.Image:
    """The animal's shadow on the ground; an x-ray has none."""
    height, feet = STANDS[view]
    if style == "in x-ray":
        return Image.new("RGBA", (size, size))
    if view == AERIAL:
        return layer(
            '<ellipse cx="70" cy="70" rx="24" ry="32" fill="#0b1a10" opacity=".28" transform="rotate(-20 70 70)"/>',
            size,
        )
    return layer(
        f'<ellipse cx="64" cy="{feet * 16 - 1}" rx="{height * 7}" ry="{height * 1.1}" fill="#0b1a10" opacity=".28"/>',
        size,
    )


def _rendered(animal: str, posture: str, style: str, pixels: int) -> Image.Image:
    """The animal in a posture and a style, `pixels` along its side."""
    if posture in ("art", "large", "near"):
        image, bones = subject_layer(animal, poses(animal)[0], pixels), skeletons.side(animal)
    else:
        body, skeleton = TURNED[posture]
        image, bones = layer(body(animal), pixels, 32), skeleton(animal)
    if style == "made of voxels":
        return renderings.voxels(image, CUBES[posture])
    if style == "in claymation":
        return renderings.clay(image, 0.09 if posture == "near" else 0.16)
    return renderings.xray(image, layer(bones, pixels, 32)) if style == "in x-ray" else image
