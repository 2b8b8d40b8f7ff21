"""The national animal of each country in its habitat."""

from functools import lru_cache

from PIL import Image, ImageFilter, ImageOps

from helpers.pictures.families.country.flags import pennant
from helpers.pictures.families.country.habitats import HABITATS
from helpers.pictures.families.country.stage import TIMES, lit, sky, snow
from helpers.pictures.kit.backdrops import light
from helpers.pictures.kit.sprites import layer, nested, tinted
from helpers.pictures.kit.subjects import SEATED, subject_layer
from helpers.pictures.kit.svg import box, line, oval

ANIMALS = {
    "china": "panda", "japan": "crane", "south korea": "tiger", "india": "peacock", "italy": "wolf",
    "france": "rooster", "mexico": "golden eagle", "brazil": "leopard", "egypt": "camel", "kenya": "lion",
    "greece": "dolphin", "switzerland": "cow", "norway": "deer", "australia": "kangaroo", "canada": "beaver",
    "united states": "eagle", "united kingdom": "crowned lion", "peru": "llama", "turkey": "dog",
    "vietnam": "water-buffalo",
}  # fmt: skip
PLACES = ((48, 0.7), (52, 0.6), (80, 0.7))  # a look: the animal's middle, and how large it is
# what the moon does to an edge, and to a whole animal
RIM, MOONLIT = (190, 208, 255), (214, 212, 240)
_CACTUS = line("M16 31.500V22M16 28.500Q9 29 9 24M16 27Q22.500 27.500 23 22.500", "#3f8f4a", 3.400)
_CROWN = (
    '<path d="M9 7.5L7.5 0.5L12 4L16 0L20 4L24.500 0.5L23 7.5Z" fill="#ffd43b" stroke="#a86a10" stroke-width=".7"/>'
    + box(8.8, 6.2, 14.4, 2.6, "#d8232f", 0.5)
)
_GOLDEN = {'"#ffffff"': '"#d9a050"', '"#d4d2e0"': '"#a8702f"'}  # the feathers of an eagle's head


def _markup(animal: str) -> str:
    """The animal's art; a golden eagle is the bald one in other feathers, on a cactus."""
    if animal != "golden eagle":
        return nested("eagle-perched" if animal == "eagle" else animal, 0, 0, 32)
    eagle = nested("eagle-perched", 5, 0, 24)
    for white, gold in _GOLDEN.items():
        eagle = eagle.replace(white, gold)
    return _CACTUS + eagle


@lru_cache(maxsize=256)
def _animal(animal: str, pixels: int, flip: bool) -> Image.Image:
    if animal == "crowned lion":
        image = Image.new("RGBA", (pixels, pixels))
        lion = subject_layer("lion", "front", round(pixels * 0.86))
        image.paste(lion, ((pixels - lion.width) // 2, pixels - lion.height))
        image.alpha_composite(layer(_CROWN, pixels, 32))
    elif animal in SEATED:
        image = subject_layer(animal, "front", pixels)
    else:
        image = layer(_markup(animal), pixels, 32)
    return ImageOps.mirror(image) if flip else image


@lru_cache(maxsize=1024)
def portrait(country: str, hour: str, pixels: int, flip: bool, look: int, left: bool) -> Image.Image:
    """The animal of a country in its habitat, as a cached RGB image; do not change it."""
    middle, share = PLACES[look]
    image = sky(hour, pixels).copy()
    home = lit(HABITATS[country], hour, pixels)
    home = ImageOps.mirror(home) if middle > 64 else home
    image.paste(home, (0, 0), home)
    if hour == "winter":
        snow(image)
    pole = pennant(country, 3 if left or middle > 64 else 86, 6) + oval(middle, 119, 54 * share, 6, "#10102850")
    flag = tinted(layer(pole, pixels), MOONLIT if hour == "night" else light(TIMES[hour]).on_subject)
    image.paste(flag, (0, 0), flag)
    wide = round(pixels * share)
    drawn = tinted(_animal(ANIMALS[country], wide, flip), MOONLIT if hour == "night" else light(TIMES[hour]).on_subject)
    corner = round(pixels * middle / 128 - wide / 2), round(pixels * 0.94) - wide
    if hour == "night":
        image.paste(RIM, corner, _round(drawn, pixels))
    image.paste(drawn, corner, drawn)
    return image


def _round(drawn: Image.Image, pixels: int) -> Image.Image:
    """Where moonlight catches a silhouette: a little beyond it on all sides."""
    soft = drawn.getchannel("A").filter(ImageFilter.GaussianBlur(pixels / 70))
    return soft.point(lambda v: min(235, v * 3))
