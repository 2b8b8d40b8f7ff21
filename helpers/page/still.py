"""A figure of a notebook as one HTML file: stored pictures, alt text on each, drop-downs that work without a kernel."""

import base64
import itertools
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

import pandas as pd
from PIL import Image

from helpers.files import target, write_atomically
from helpers.models.drawing import Drawing
from helpers.page.figures import webp
from helpers.pictures import known
from helpers.pictures.blanks import Filled, choices

LIMIT = 3_000_000  # bytes of a file
SHARES = ("score", "low", "high", "floor", "ceiling")  # columns of a table that are shares of 1
TEMPLATE = Path(__file__).with_name("assets") / "still.html"


@dataclass(frozen=True)
class Shown:
    """A picture with its alt text; `under` is written below it."""

    image: Image.Image
    alt: str
    under: str = ""


@dataclass(frozen=True)
class Still:
    """A figure with fixed content, of which drop-downs choose a part.

    title: the heading. slots: drop-down -> its values; there may be none. bodies: a choice of values, in the order of
    the slots -> the HTML below the sentence. sentences: a choice -> the sentence as pieces of (text, slot), where the
    slot is "" for fixed text.
    """

    title: str
    bodies: Mapping[tuple[str, ...], str]
    slots: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sentences: Mapping[tuple[str, ...], Sequence[tuple[str, str]]] = field(default_factory=dict)

    @classmethod
    def sheet(cls, drawing: Drawing) -> "Still":
        """The pictures of a drawing."""
        return cls(f"“{drawing.caption}”", {(): _pictures(_of(drawing))})

    @classmethod
    def sentence(cls, model, figure: str | Filled, vary: Mapping[str, Sequence[str]], **settings) -> "Still":
        """One of the announcement's figures, drawn for every combination of the values of the slots in `vary`.

        A figure's name stands for its first values. `settings` are those of `model.draw`. Raises ValueError for an
        unknown figure, slot or value.
        """
        first = Filled.first(figure) if isinstance(figure, str) else figure
        for slot in vary:
            known("slot", slot, choices(first.name))
        bodies, sentences = {}, {}
        for values in itertools.product(*vary.values()):
            filled = first
            for slot, value in zip(vary, values, strict=True):
                filled = filled.put(slot, value)
            bodies[values] = _pictures(_of(model.draw(filled.caption, **settings)))
            sentences[values] = [(piece.text, piece.slot if piece.blank else "") for piece in filled.pieces]
        return cls(f"{first.name.replace('_', ' ')}, drawn by {model.name}", bodies, vary, sentences)

    @classmethod
    def crossed(cls, title: str, rows: Mapping[str, Sequence[Image.Image]], columns: Sequence[str]) -> "Still":
        """Pictures where rows meet columns, as `show.crossed` has them."""
        head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
        body = ""
        for name, pictures in rows.items():
            cells = zip(pictures, columns, strict=True)
            said = "".join(f"<td>{_img(Shown(picture, f'{name}, {column}'))}</td>" for picture, column in cells)
            body += f'<tr><th scope="row">{escape(name)}</th>{said}</tr>'
        return cls(title, {(): _table(f"<td></td>{head}", body)})

    @classmethod
    def board(cls, title: str, table: pd.DataFrame, pictures: Mapping[str, Sequence[Shown]] | None = None) -> "Still":
        """A table of scores; `pictures`: label of a row -> pictures that stand beside its numbers."""
        head = "".join(f'<th scope="col">{escape(str(column))}</th>' for column in ["", *table.columns])
        body = ""
        for name, row in table.iterrows():
            numbers = "".join(f"<td>{_number(column, value)}</td>" for column, value in row.items())
            beside = "".join(_img(one) for one in (pictures or {}).get(name, ()))
            body += f'<tr><th scope="row">{escape(str(name))}</th>{numbers}<td>{beside}</td></tr>'
        return cls(title, {(): _table(f"{head}<td></td>", body)})

    def to_page(self, path: str | Path) -> Path:
        """Write the figure as one HTML file that needs nothing else; returns its path.

        A name without ".html" gets it. Raises ValueError for the name of another kind of file, and for a figure that
        would have more than 3 MB.
        """
        path = target(path, ".html")
        data = self._html().encode()
        if len(data) > LIMIT:
            raise ValueError(
                f"the page would have {len(data) / 1e6:.1f} MB, it may have {LIMIT / 1e6:.0f}: "
                f"store fewer than its {len(self.bodies)} choices, or fewer pictures of each"
            )
        write_atomically(path, data)
        return path

    def _html(self) -> str:
        panels = []
        for values, body in self.bodies.items():
            chosen = escape("\n".join(values))
            panels.append(f'<section data-chosen="{chosen}"{" hidden" * bool(panels)}>{body}</section>')
        texts = {"\n".join(values): self._words(values) for values in self.sentences}
        data = json.dumps({"slots": [*self.slots], "texts": texts}, ensure_ascii=False).replace("</", "<\\/")
        html = TEMPLATE.read_text(encoding="utf-8").replace("{{title}}", escape(self.title))
        html = html.replace("{{sentence}}", self._sentence()).replace("{{data}}", data)
        return html.replace("{{panels}}", "\n".join(panels))

    def _words(self, values: tuple[str, ...]) -> list[str]:
        """The texts of a sentence that are not drop-downs."""
        return [text for text, slot in self.sentences[values] if slot not in self.slots]

    def _sentence(self) -> str:
        """HTML of the sentence with a drop-down for each slot; slots that it does not name follow it."""
        pieces = next(iter(self.sentences.values()), ())
        said = "".join(
            _choice(slot, self.slots[slot]) if slot in self.slots else f"<span>{escape(text)}</span>"
            for text, slot in pieces
        )
        left = [slot for slot in self.slots if slot not in {slot for _, slot in pieces}]
        said += "".join(f" <label>{escape(_name(slot))} {_choice(slot, self.slots[slot])}</label>" for slot in left)
        return f'<p class="sentence" role="group" aria-label="The sentence">{said}</p>' if said else ""


def _choice(slot: str, values: Sequence[str]) -> str:
    options = "".join(f"<option>{escape(value)}</option>" for value in values)
    return f'<select name="{escape(slot)}" aria-label="{escape(_name(slot))}">{options}</select>'


def _name(slot: str) -> str:
    return slot.replace("_", " ")


def _of(drawing: Drawing) -> list[Shown]:
    count = len(drawing.pictures)
    return [Shown(one, f"Picture {i} of {count} of “{drawing.caption}”") for i, one in enumerate(drawing.pictures, 1)]


def _pictures(shown: Sequence[Shown]) -> str:
    return f'<div class="sheet">{"".join(map(_img, shown))}</div>'


def _img(shown: Shown) -> str:
    data = base64.b64encode(webp(shown.image.convert("RGB"), 90)).decode()
    under = f"<figcaption>{escape(shown.under)}</figcaption>" if shown.under else ""
    return f'<figure><img alt="{escape(shown.alt)}" src="data:image/webp;base64,{data}">{under}</figure>'


def _table(head: str, body: str) -> str:
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _number(column: str, value: object) -> str:
    if isinstance(value, float):
        return "" if math.isnan(value) else f"{value:.0%}" if column in SHARES else f"{value:.3g}"
    return escape(str(value))
