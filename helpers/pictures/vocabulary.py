"""The words of the picture world and what each is drawn with."""

# colour -> (light, dark): a garment or a block runs from light at the top to dark below
COLORS = {
    "red": ("#e5383b", "#a4161a"),
    "yellow": ("#ffd43b", "#e0a800"),
    "blue": ("#4dabf7", "#1c6dd0"),
    "green": ("#51cf66", "#2b8a3e"),
    "purple": ("#b197fc", "#7048e8"),
    "orange": ("#ffa94d", "#e8590c"),
    "white": ("#ffffff", "#ced4da"),
    "black": ("#495057", "#212529"),
}


# animal -> (art of its head, colour of its fur)
OUTFIT_ANIMALS = {
    "fox": ("fox", "#f08c3a"),
    "bear": ("bear", "#8a5a3c"),
    "panda": ("panda", "#5a5570"),
    "cat": ("cat-face", "#f7b731"),
    "rabbit": ("rabbit-face", "#c9c3d6"),
    "frog": ("frog", "#4ac27d"),
    "koala": ("koala", "#9aa0ab"),
    "pig": ("pig-face", "#f49ac1"),
    "tiger": ("tiger-face", "#f59f3a"),
    "lion": ("lion", "#e0a030"),
    "dog": ("dog-face", "#d9a066"),
    "mouse": ("mouse-face", "#b5adc2"),
    "penguin": ("penguin-head", "#414d80"),
    "hedgehog": ("hedgehog-head", "#a9745a"),
}


def a(words: str) -> str:
    """The words with their indefinite article: "an owl", "a fox", "an hourglass", "a unicorn", "a ukiyo-e print"."""
    vowel = words[0] in "aeiou" and not words.startswith(("uk", "uni"))
    return f"an {words}" if vowel or words.startswith("hour") else f"a {words}"


def listed(items: list[str]) -> str:
    """Items as a sentence lists them: "x", "x and y", "x, y, and z"."""
    return " and ".join(items) if len(items) < 3 else f"{', '.join(items[:-1])}, and {items[-1]}"


def darker(color: str, share: float) -> str:
    """A "#rrggbb" colour with `share` of its light taken away."""
    return "#" + "".join(f"{round(int(color[i : i + 2], 16) * (1 - share)):02x}" for i in (1, 3, 5))


def lighter(color: str, share: float) -> str:
    """A "#rrggbb" colour brought nearer to white by `share`."""
    return "#" + "".join(f"{round(255 - (255 - int(color[i : i + 2], 16)) * (1 - share)):02x}" for i in (1, 3, 5))


def shades(color: str) -> tuple[str, str, str]:
    """Light, dark and edge of a colour of the vocabulary, or of a "#rrggbb"."""
    light, dark = COLORS.get(color) or (color, darker(color, 0.2))
    return light, dark, darker(dark, 0.25)


# thing to count -> (its art, its plural)
COUNTED = {
    "cup": ("hot-beverage", "cups"),
    "glass": ("wine-glass", "glasses"),
    "apple": ("red-apple", "apples"),
    "banana": ("banana", "bananas"),
    "pear": ("pear", "pears"),
    "lemon": ("lemon", "lemons"),
    "strawberry": ("strawberry", "strawberries"),
    "carrot": ("carrot", "carrots"),
    "mushroom": ("mushroom", "mushrooms"),
    "egg": ("egg", "eggs"),
    "cookie": ("cookie", "cookies"),
    "doughnut": ("doughnut", "doughnuts"),
    "cupcake": ("cupcake", "cupcakes"),
    "candle": ("candle", "candles"),
    "key": ("key", "keys"),
    "bell": ("bell", "bells"),
    "book": ("closed-book", "books"),
    "ball": ("soccer-ball", "balls"),
    "gem": ("gem-stone", "gems"),
    "teapot": ("teapot", "teapots"),
}

# thing to show alone -> its art
THINGS = {
    "accordion": "accordion",
    "alarm clock": "alarm-clock",
    "anchor": "anchor",
    "apple": "red-apple",
    "avocado": "avocado",
    "backpack": "backpack",
    "balloon": "balloon",
    "banana": "banana",
    "basket": "basket",
    "bell": "bell",
    "bicycle": "bicycle",
    "book": "closed-book",
    "broom": "broom",
    "bus": "bus",
    "cactus": "cactus",
    "camera": "camera",
    "candle": "candle",
    "car": "automobile",
    "carrot": "carrot",
    "castle": "castle",
    "chair": "chair",
    "crown": "crown",
    "cup": "hot-beverage",
    "door": "door",
    "doughnut": "doughnut",
    "drum": "drum",
    "guitar": "guitar",
    "hammer": "hammer",
    "handbag": "handbag",
    "hot dog": "hot-dog",
    "hourglass": "hourglass-done",
    "house": "house",
    "key": "key",
    "laptop": "laptop",
    "lemon": "lemon",
    "light bulb": "light-bulb",
    "locomotive": "locomotive",
    "magnet": "magnet",
    "microphone": "microphone",
    "mushroom": "mushroom",
    "pencil": "pencil",
    "pineapple": "pineapple",
    "pizza": "pizza",
    "ring": "ring",
    "robot": "robot",
    "rocket": "rocket",
    "rose": "rose",
    "sailboat": "sailboat",
    "snowman": "snowman",
    "strawberry": "strawberry",
    "sunflower": "sunflower",
    "teapot": "teapot",
    "teddy bear": "teddy-bear",
    "telephone": "telephone",
    "television": "television",
    "tent": "tent",
    "top hat": "top-hat",
    "trophy": "trophy",
    "trumpet": "trumpet",
    "umbrella": "umbrella",
    "violin": "violin",
    "watermelon": "watermelon",
}
