"""What any family may use: named colours, articles and lists for captions, and shades of a colour."""

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


def a(words: str) -> str:
    """Words with their indefinite article: "an owl", "a fox", "an hourglass", "a unicorn", "a ukiyo-e print"."""
    vowel = words[0] in "aeiou" and not words.startswith(("uk", "uni"))
    return f"an {words}" if vowel or words.startswith("hour") else f"a {words}"


def listed(items: list[str]) -> str:
    """Items as a sentence lists them: "x", "x and y", "x, y, and z"."""
    return " and ".join(items) if len(items) < 3 else f"{', '.join(items[:-1])}, and {items[-1]}"


def darker(color: str, share: float) -> str:
    """A "#rrggbb" colour made darker: `share` 0 leaves it, 1 makes it black."""
    return "#" + "".join(f"{round(int(color[i : i + 2], 16) * (1 - share)):02x}" for i in (1, 3, 5))


def lighter(color: str, share: float) -> str:
    """A "#rrggbb" colour made lighter: `share` 0 leaves it, 1 makes it white."""
    return "#" + "".join(f"{round(255 - (255 - int(color[i : i + 2], 16)) * (1 - share)):02x}" for i in (1, 3, 5))


def shades(color: str) -> tuple[str, str, str]:
    """Light, dark and edge colour of a named colour or of a "#rrggbb"."""
    light, dark = COLORS.get(color) or (color, darker(color, 0.2))
    return light, dark, darker(dark, 0.25)
