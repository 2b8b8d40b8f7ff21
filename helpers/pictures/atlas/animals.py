"""The animal that stands for each country, where it lives."""

from functools import lru_cache

from PIL import Image, ImageOps

from helpers.pictures.atlas.stage import TIMES
from helpers.pictures.backdrops import backdrop, light
from helpers.pictures.pen import box, line, oval
from helpers.pictures.sprites import layer, nested, tinted
from helpers.pictures.subjects import SEATED, subject_layer

FIELD, WOOD, PEAK, LAKE = "sitting in a field", "sitting in a forest", "sitting on a mountain", "by a lake"

# country -> the animal, where it stands
ANIMALS = {
    "china": ("panda", WOOD),
    "japan": ("crane", LAKE),
    "south korea": ("tiger", PEAK),
    "india": ("peacock", "in a garden"),
    "italy": ("wolf", PEAK),
    "france": ("rooster", FIELD),
    "mexico": ("golden eagle", "in the desert"),
    "brazil": ("leopard", WOOD),
    "egypt": ("camel", "in the desert"),
    "kenya": ("lion", FIELD),
    "greece": ("dolphin", "on the beach"),
    "switzerland": ("cow", PEAK),
    "norway": ("deer", WOOD),
    "australia": ("kangaroo", "in the desert"),
    "canada": ("beaver", LAKE),
    "united states": ("eagle", PEAK),
    "united kingdom": ("crowned lion", "in a garden"),
    "peru": ("llama", PEAK),
    "turkey": ("dog", FIELD),
    "vietnam": ("water-buffalo", FIELD),
}
MOONLIT = (186, 184, 222)
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
def portrait(country: str, hour: str, pixels: int, flip: bool, spot: int) -> Image.Image:
    """The animal of a country, a little left of the middle, in"
    " it or right of it, as an RGB image not to be drawn on."""
    animal, place = ANIMALS[country]
    image = backdrop(place, TIMES[hour], "mirrored" if flip else "one", pixels).copy()
    shadow = layer(oval(64 + 12 * (spot - 1), 118, 40, 6, "#10102850"), pixels)
    image.paste(shadow, (0, 0), shadow)
    wide = round(pixels * 0.72)
    drawn = tinted(_animal(animal, wide, flip), MOONLIT if hour == "night" else light(TIMES[hour]).on_subject)
    image.paste(drawn, (round(pixels * (0.5 + 0.094 * (spot - 1)) - wide / 2), round(pixels * 0.94) - wide), drawn)
    return image
