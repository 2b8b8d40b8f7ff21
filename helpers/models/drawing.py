"""What a model gives back: drawings, finished and in the making."""

import dataclasses
import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from jaxtyping import Float, Int
from PIL import Image
from torch import Tensor

from helpers.files import write_atomically
from helpers.sampling import Settings
from helpers.show import sheet


@dataclass(frozen=True)
class Drawing:
    """Pictures drawn from one caption, with all that is needed to draw them again.

    tokens: [n, rows · columns]; views: per-token [n, rows · columns] tensors asked for by `keep`.
    """

    pictures: list[Image.Image]
    tokens: Int[Tensor, "n picture"]
    caption: str
    settings: Settings
    model: str
    views: dict[str, Tensor | list[Tensor]] = field(default_factory=dict, repr=False)
    drawn_by: Any = field(default=None, repr=False, compare=False)

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
        """All pictures on one light sheet, at least 128 px each unless `scale` says otherwise."""
        return sheet(self.pictures, columns, scale)

    def best(self, k: int = 1) -> "Drawing":
        """The `k` pictures that fit the caption best, by the ranker, best first."""
        if not 0 < k <= len(self):
            raise ValueError(f"k is {k}; give a whole number from 1 to {len(self)}, the pictures there are")
        if self.drawn_by is None:
            raise ValueError("this drawing does not know its model; draw it again to rank it")
        order = self.drawn_by.rank(self.caption, self.pictures).argsort(descending=True, stable=True)[:k]
        views = {name: view[order] for name, view in self.views.items() if isinstance(view, Tensor)}
        return dataclasses.replace(
            self, pictures=[self.pictures[i] for i in order], tokens=self.tokens[order], views=views
        )

    def save(self, path: str | Path, columns: int | None = None) -> tuple[Path, Path]:
        """Write the sheet as PNG and caption, settings and tokens as JSON beside it; returns both paths."""
        path = Path(path).with_suffix(".png")
        record = {
            "caption": self.caption,
            "model": self.model,
            "settings": dataclasses.asdict(self.settings),
            "tokens": self.tokens.tolist(),
        }
        write_atomically(path, self._repr_png_(columns))
        write_atomically(path.with_suffix(".json"), json.dumps(record, indent=1).encode())
        return path, path.with_suffix(".json")


@dataclass(frozen=True)
class Foresight:
    """How a model foresees each token of a picture, given the caption and all tokens before it as they are.

    chances: [tokens], the probability of the token that is there; entropy: [tokens] in bits;
    likeliest and its probabilities: [tokens, 9], the likeliest code first;
    attention: [tokens, layers, heads, words], the share that each head gave to each word of the caption.
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
        """The eight likeliest codes of a place that are not the one there, each with its probability."""
        pairs = zip(self.likeliest[place].tolist(), self.probabilities[place].tolist(), strict=True)
        return [(code, p) for code, p in pairs if code != int(self.tokens[place])][:8]


@dataclass(frozen=True)
class Partial:
    """A drawing in the making: `done` of `total` tokens of every picture.

    tokens: [n, done]; where n is drawn in parts, those of the first part, or of the parts that are finished.
    """

    tokens: Int[Tensor, "pictures tokens"]
    done: int
    total: int
    _model: Any = field(repr=False)
    _forced: Tensor | None = field(default=None, repr=False)  # tokens that are given, −1 where one is drawn

    def pictures(self) -> list[Image.Image]:
        """What there is so far; what is neither drawn yet nor given is grey."""
        if self._forced is None:
            return self._model.decode(self.tokens)
        drawn = self.tokens.cpu()
        rest = self._forced[drawn.shape[1] :].expand(len(drawn), -1)
        return self._model._show(torch.cat([drawn, rest], 1))
