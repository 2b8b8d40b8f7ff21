"""What all figures share: margins, colours, fonts, and a sheet of pictures."""

import unicodedata
import warnings
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from matplotlib import get_data_path
from matplotlib.ft2font import FT2Font
from PIL import Image, ImageDraw, ImageFont, features

MARGIN = 4  # pixels around and between pictures
OKABE_ITO = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#000000", "#56b4e9", "#e69f00")
FONTS = (Path(get_data_path(), "fonts", "ttf", "DejaVuSans.ttf"), Path(__file__).parent / "fonts" / "hangul.ttf")
JOINING = ("Mn", "Me", "Cf", "Zs")  # Unicode categories of characters that take the font of the one before them
BLUE, ORANGE, GREY = "#56b4e9", "#e69f00", "#dddddd"  # Okabe–Ito: text, picture, neither


def sheet(pictures: Sequence[Image.Image], columns: int | None = None, scale: int | None = None) -> Image.Image:
    """Lay pictures of one size out in rows of `columns`, enlarged `scale` times; None enlarges to at least 128 px."""
    if not pictures:
        raise ValueError("a sheet needs at least one picture, got none")
    side = pictures[0].width
    scale = scale or max(1, -(-128 // side))
    columns = columns or min(len(pictures), 8 if len(pictures) > 4 else 4)
    rows, step = -(-len(pictures) // columns), side * scale + MARGIN
    page = Image.new("RGB", (columns * step + MARGIN, rows * step + MARGIN), "white")
    for i, picture in enumerate(pictures):
        big = picture.resize((side * scale, side * scale), Image.Resampling.BICUBIC) if scale > 1 else picture
        page.paste(big, (MARGIN + i % columns * step, MARGIN + i // columns * step))
    return page


class Letters:
    """Letters `size` pixels high: of DejaVu Sans or, for Hangul and kana, of the font in the folder `fonts`.

    Characters that neither has (Chinese, most emoji) are written as boxes, with a warning. A warning also comes where
    this Pillow cannot write Arabic and Hebrew from right to left.
    """

    def __init__(self, size: int):
        self.size, self.step = size, round(1.3 * size)  # height of a letter and of a line
        self.fonts = [ImageFont.truetype(path, size) for path in FONTS]

    def getlength(self, text: str) -> float:
        """Width of a text in pixels."""
        return sum(letters.getlength(run) for run, letters in self._runs(text))

    def write(
        self, pen: ImageDraw.ImageDraw, place: tuple[float, float], lines: list[str], color: str, anchor: str = "la"
    ) -> None:
        """Write lines at (x, y). `anchor` says where that lies in the text: l, m or r across, then a, m or d down."""
        missing = {c for line in lines for c in line if not fonts_with(c) and unicodedata.category(c) not in JOINING}
        if missing:
            boxed = "".join(sorted(missing))
            warnings.warn(f"the fonts of figures lack {boxed}; boxes stand in their place", stacklevel=3)
        if not (features.check("raqm") and features.check("fribidi")):
            tell_reversed(" ".join(lines), "Pillow", 4)
        across = {"l": 0, "m": 0.5, "r": 1}[anchor[0]]
        top = place[1] - {"a": 0, "m": 0.5, "d": 1}[anchor[1]] * len(lines) * self.step
        for i, line in enumerate(lines):
            x = place[0] - across * self.getlength(line)
            for run, letters in self._runs(line):
                pen.text((x, round(top + i * self.step + self.size)), run, color, letters, "ls")
                x += letters.getlength(run)

    def _runs(self, text: str) -> list[tuple[str, ImageFont.FreeTypeFont]]:
        """The text in pieces, each with the first font that has its letters; accents stay with their letter."""
        runs = [["", 0]]
        for letter in unicodedata.normalize("NFC", text):
            has, joins = fonts_with(letter), unicodedata.category(letter) in JOINING
            which = runs[-1][1] if joins else (*has, 0)[0]
            if which != runs[-1][1]:
                runs.append(["", which])
            runs[-1][0] += letter
        return [(run, self.fonts[which]) for run, which in runs]


@cache
def covered() -> tuple[frozenset[int], ...]:
    """The code points of each of `FONTS`."""
    return tuple(frozenset(FT2Font(path).get_charmap()) for path in FONTS)


def tell_reversed(text: str, library: str, level: int = 3) -> None:
    """Warn of right-to-left words in a text, for a library that lacks raqm and writes them from left to right."""
    words = dict.fromkeys(word for word in text.split() if {*map(unicodedata.bidirectional, word)} & {"R", "AL"})
    if words:
        said = f"{' '.join(words)} stands from left to right, its letters unjoined"
        warnings.warn(f"{said}: this {library} lacks raqm or FriBiDi", stacklevel=level)


def fonts_with(letter: str) -> list[int]:
    """Which of `FONTS` have a letter."""
    return [i for i, known in enumerate(covered()) if ord(letter) in known]


@cache
def font(size: int) -> Letters:
    """Letters of a size in pixels."""
    return Letters(size)


def wrap(text: str, letters: Letters, width: int) -> list[str]:
    """Break a text into lines no wider than `width` pixels; wider words are broken, too."""
    lines = [""]
    for word in (piece for whole in text.split() for piece in broken(whole, letters, width)):
        longer = f"{lines[-1]} {word}".strip()
        if letters.getlength(longer) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def broken(word: str, letters: Letters, width: int) -> list[str]:
    """A word in pieces no wider than `width` pixels; a piece has at least one letter."""
    if letters.getlength(word) <= width:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and letters.getlength(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
