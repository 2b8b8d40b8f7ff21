"""What a model returns: finished drawings, and drawings in progress."""

import dataclasses
import io
import json
import operator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, SupportsIndex

import torch
from jaxtyping import Float, Int
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from torch import Tensor

from helpers.checks import count
from helpers.files import opened, path_of, target, why, write_atomically
from helpers.models.identity import drawn_by
from helpers.sampling import Settings
from helpers.show import saving, sheet
from helpers.show.saving import enlarged, lettered
from helpers.text import normalise

MOST_RECORD = 2**28  # bytes of a record as JSON, at most
SHOWN = 128  # pixels a side of a picture in a figure, at least
RECORD = "daikon"  # the key of the PNG text chunk that holds the record


@dataclass(frozen=True, eq=False)
class Drawing:
    """Pictures drawn from one caption, with all that is needed to draw them again.

    tokens: [n, rows · columns]. views: what `keep` asked for, as tensors [n, rows · columns, …]; "attention" is a list
    with one tensor for each token. indices: the pictures' numbers among those of this seed, 0 … n − 1 unless
    some were chosen. known: the tokens that were given, [rows · columns], −1 where one was drawn; None where all were.
    """

    pictures: list[Image.Image]
    tokens: Int[Tensor, "n picture"]
    caption: str
    settings: Settings
    model: str
    views: dict[str, Tensor | list[Tensor]] = field(default_factory=dict, repr=False)
    drawn_by: Any = field(default=None, repr=False)
    precision: str = "float32"
    indices: tuple[int, ...] = ()
    known: Int[Tensor, " picture"] | None = None
    checkpoint: str | None = None  # `identity` of the model, where the model itself is not at hand

    def __post_init__(self):
        object.__setattr__(self, "indices", self.indices or tuple(range(len(self.pictures))))

    def __eq__(self, other: object) -> bool:
        """Whether both have the same caption, settings, model and tokens."""
        if not isinstance(other, Drawing):
            return NotImplemented
        return self._said() == other._said() and torch.equal(self.tokens, other.tokens)

    def __hash__(self) -> int:
        return hash((self.caption, self.settings, self.model, self.indices))

    def __getstate__(self) -> dict:
        """Pickle the drawing without its model."""
        return self.__dict__ | {"drawn_by": None, "checkpoint": self.identity}

    @property
    def identity(self) -> str | None:
        """A text that identifies the model that drew it (see `models.identity`); None if unknown."""
        return self.checkpoint if self.drawn_by is None else drawn_by(self.drawn_by)

    def __len__(self) -> int:
        return len(self.pictures)

    def __getitem__(self, i) -> Image.Image:
        return self.pictures[i]

    def __repr__(self) -> str:
        size = self.pictures[0].width
        return f"<Drawing: {len(self)} pictures of {size} × {size} px, {self.caption!r}, seed {self.settings.seed}>"

    def _repr_png_(self, columns: int | None = None) -> bytes:
        data = io.BytesIO()
        self.sheet(columns).save(data, "PNG")
        return data.getvalue()

    def sheet(self, columns: int | None = None, scale: int | None = None) -> Image.Image:
        """All pictures on one sheet with a light ground: as `shown`, or with their pixels enlarged `scale` times."""
        return sheet(self.shown if scale is None else self.pictures, columns, scale)

    @property
    def shown(self) -> list[Image.Image]:
        """The pictures as figures show them: at least 128 pixels a side, where the model has an upsampler."""
        side = self.pictures[0].width
        if side >= SHOWN or getattr(self.drawn_by, "upsampler", None) is None:
            return self.pictures
        return self.enlarge(-(-SHOWN // side) * side)

    def enlarge(self, side: SupportsIndex = 1024) -> list[Image.Image]:
        """The pictures, `side` pixels a side, by the upsampler of the model that drew them; see `Model.enlarge`."""
        if self.drawn_by is None:
            raise ValueError("this drawing does not know its model; give Drawing.load its file")
        return self.drawn_by.enlarge(self.pictures, side)

    def best(self, k: SupportsIndex = 1) -> "Drawing":
        """The `k` pictures that fit the caption best by the model's ranker, best first.

        Raises ValueError for another k than 1 … n, and `Unable` where the model has no ranker.
        """
        k = count("k", k, 1, len(self), ", the pictures there are")
        if self.drawn_by is None:
            raise ValueError("this drawing does not know its model; draw it again to rank it")
        order = self.drawn_by.rank(self.caption, self.pictures).argsort(descending=True, stable=True)[:k]
        views = {name: view[order] for name, view in self.views.items() if isinstance(view, Tensor)}
        return dataclasses.replace(
            self,
            pictures=[self.pictures[i] for i in order],
            tokens=self.tokens[order],
            views=views,
            indices=tuple(self.indices[i] for i in order),
        )

    def record(self) -> dict:
        """All that is needed to draw it again, as a dict for JSON."""
        return {
            "caption": self.caption,
            "model": self.model,
            "checkpoint": self.identity,
            "precision": self.precision,
            "settings": dataclasses.asdict(self.settings),
            "indices": list(self.indices),
            "known": None if self.known is None else self.known.tolist(),
            "tokens": self.tokens.tolist(),
        }

    def save(
        self,
        path: str | Path,
        columns: int | None = None,
        width: int | None = None,
        dpi: int | None = None,
        captioned: bool = False,
    ) -> tuple[Path, Path]:
        """Write the sheet as PNG and the record as JSON beside it (and in the PNG's text); returns both paths.

        width: pixels of the PNG. dpi: dots per inch; without `width`, 300 makes it three times as wide as it is shown.
        captioned: write the caption under the pictures. A name without ".png" gets it. Raises ValueError for a folder
        or the name of another kind of file.
        """
        path, record, page = target(path, ".png"), self.record(), self.sheet(columns)
        page = lettered(enlarged(page, width, dpi), self.caption if captioned else "", page.width)
        write_atomically(path, png(page, record, dpi))
        write_atomically(path.with_suffix(".json"), json.dumps(record, indent=1, ensure_ascii=False).encode())
        return path, path.with_suffix(".json")

    @classmethod
    def load(cls, path: str | Path, model: Any = None, device: str | None = None) -> "Drawing":
        """Read a drawing from the JSON or the PNG that `save` wrote, and open the model that drew it.

        `model` is that model, where it is open already. Raises ValueError where the file holds no drawing, or where
        the model's weights or its precision are others than those that drew it.
        """
        record = read_record(path)
        if model is None:
            from helpers import load

            model = load(record["model"], device, record["precision"])
        if record["checkpoint"] not in (None, by := drawn_by(model)):
            raise ValueError(
                f"{path} was drawn by {record['model']} ({record['checkpoint']}) in {record['precision']}, and "
                f"{model.name} in {model.precision} is {by}: it would draw other pictures"
            )
        drawing = model.drawing(record["caption"], torch.tensor(record["tokens"]), Settings(**record["settings"]))
        known = None if record["known"] is None else torch.tensor(record["known"])
        return dataclasses.replace(drawing, indices=tuple(record["indices"]), known=known)

    def redraw(self) -> "Drawing":
        """Draw the same pictures again with the same model, from caption, seed and settings."""
        if self.drawn_by is None:
            raise ValueError("this drawing does not know its model; give Drawing.load its file")
        model, settings = self.drawn_by, dataclasses.replace(self.settings, n=max(self.indices) + 1)
        drawn = model._finish(self.caption, settings, model._steps(self.caption, settings, self.known))
        tokens = drawn.tokens[list(self.indices), : self.tokens.shape[1]]
        return dataclasses.replace(self, tokens=tokens, pictures=model.decode(tokens), views={})

    def _said(self) -> tuple:
        known = None if self.known is None else tuple(self.known.tolist())
        return self.caption, self.settings, self.model, self.precision, self.indices, known


def png(image: Image.Image, record: dict, dpi: int | None = None) -> bytes:
    """An image as PNG, with a record in its text."""
    text = PngInfo()
    text.add_itxt(RECORD, json.dumps(record, ensure_ascii=False))
    return saving.png(image, dpi, pnginfo=text)


def read_record(path: str | Path) -> dict:
    """The record of a drawing, from its JSON or from the text of its PNG, with every value checked.

    Raises ValueError, in one sentence, for a file that holds none.
    """
    path = path_of(path)
    try:
        with opened(path, MOST_RECORD) as file:
            if path.suffix.lower() == ".png":
                with Image.open(file) as image:
                    image.load()
                    text = image.text[RECORD]
            else:
                text = file.read().decode()
        return _checked(json.loads(text))
    except FileNotFoundError:
        raise ValueError(f"there is no file {str(path)!r}; give the JSON or the PNG of a drawing") from None
    except (AttributeError, LookupError, RecursionError, SyntaxError, TypeError, ValueError) as error:
        raise ValueError(f"{path} holds no drawing ({type(error).__name__}); give what Drawing.save wrote") from error
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {why(error)}") from error


def _checked(record: dict) -> dict:
    """A record, completed and checked; raises an error of some kind for what `record` did not make."""
    settings = Settings(**record["settings"])
    tokens = [[_whole(token) for token in row] for row in record["tokens"]]
    indices = [_whole(index) for index in record.get("indices", range(len(tokens)))]
    known = record.get("known")
    words = (record["model"], record.get("precision", "float32"), record.get("checkpoint") or "")
    if not tokens or len({len(row) for row in tokens}) > 1 or len(indices) != len(tokens) or max(indices) >= settings.n:
        raise ValueError("tokens and indices do not fit")
    if not all(isinstance(word, str) for word in words):
        raise TypeError("names are strings")
    return {
        "caption": normalise(record["caption"]) and record["caption"],
        "model": record["model"],
        "checkpoint": record.get("checkpoint"),
        "precision": words[1],
        "settings": dataclasses.asdict(settings),
        "indices": indices,
        "known": None if known is None else [_whole(token, -1) for token in known],
        "tokens": tokens,
    }


def _whole(number: Any, least: int = 0) -> int:
    if isinstance(number, bool) or not least <= operator.index(number) < 2**31:
        raise ValueError(f"{number} is out of range")
    return number


@dataclass(frozen=True)
class Foresight:
    """What a model foresees at each place of a picture, given the caption and all true tokens before that place.

    chances: probability of the token that is there; entropy: in bits; likeliest: the 9 likeliest codes, the likeliest
    first, and their probabilities; attention: the share that each head gave to each word of the caption.
    """

    caption: str
    tokens: Int[Tensor, " tokens"]
    words: list[str]
    chances: Float[Tensor, " tokens"]
    entropy: Float[Tensor, " tokens"]
    likeliest: Int[Tensor, "tokens codes"]
    probabilities: Float[Tensor, "tokens codes"]
    attention: Float[Tensor, "tokens layers heads words"]

    def others(self, place: int) -> list[tuple[int, float]]:
        """The eight likeliest codes of a place other than the one that is there, as (code, probability)."""
        pairs = zip(self.likeliest[place].tolist(), self.probabilities[place].tolist(), strict=True)
        return [(code, p) for code, p in pairs if code != int(self.tokens[place])][:8]


@dataclass(frozen=True)
class Partial:
    """A drawing in progress: `done` of `total` tokens of every picture are drawn.

    tokens: [n, done]; where n is drawn in chunks, those of the first chunk, or of the chunks that are finished.
    """

    tokens: Int[Tensor, "pictures tokens"]
    done: int
    total: int
    _model: Any = field(repr=False)
    _forced: Tensor | None = field(default=None, repr=False)  # tokens that are given, −1 where one is drawn

    def pictures(self) -> list[Image.Image]:
        """The pictures so far; places that are neither drawn yet nor given are grey."""
        if self._forced is None:
            return self._model.decode(self.tokens)
        drawn = self.tokens.cpu()
        rest = self._forced[drawn.shape[1] :].expand(len(drawn), -1)
        return self._model._show(torch.cat([drawn, rest], 1))
