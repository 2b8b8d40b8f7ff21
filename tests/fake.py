"""A model that draws without weights: each token is a flat square, its colour set by caption, seed and place."""

import dataclasses
import json
import random
import time
from dataclasses import asdict, dataclass
from itertools import cycle
from pathlib import Path
from types import SimpleNamespace

import torch
from PIL import Image

from helpers.files import target
from helpers.pictures.world import WHOLE, World
from helpers.sampling import Settings
from helpers.show import sheet

GRID, CELL = 4, 8


def until(true, seconds: float = 20) -> None:
    """Wait for what comes sooner or later."""
    deadline = time.monotonic() + seconds
    while not (came := true()) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert came


def paint(tokens: list[tuple[int, int, int]]) -> Image.Image:
    """Paint the tokens drawn so far; the rest stays grey."""
    picture = Image.new("RGB", (GRID, GRID), (128, 128, 128))
    for i, color in enumerate(tokens):
        picture.putpixel((i % GRID, i // GRID), tuple(map(int, color)))
    return picture.resize((GRID * CELL, GRID * CELL), Image.Resampling.NEAREST)


@dataclass
class FakePartial:
    """The first `done` tokens of every picture."""

    tokens: list
    done: int
    total: int = GRID * GRID

    def pictures(self) -> list[Image.Image]:
        """Paint what there is."""
        return [paint(row) for row in self.tokens]


@dataclass
class FakeDrawing:
    """Pictures, finished or not."""

    pictures: list
    tokens: torch.Tensor
    caption: str
    settings: Settings

    def record(self) -> dict:
        """What is written beside it."""
        return {"caption": self.caption, "settings": asdict(self.settings)}

    @property
    def shown(self) -> list[Image.Image]:
        """The pictures as they are."""
        return self.pictures

    def sheet(self, columns: int | None = None) -> Image.Image:
        """Lay the pictures out."""
        return sheet(self.pictures, columns)

    def best(self, k):
        """Backwards, as if the last fitted best."""
        return dataclasses.replace(self, pictures=self.pictures[::-1][:k], tokens=self.tokens.flip(0)[:k])

    def save(self, path: str | Path, columns: int | None = None) -> tuple[Path, Path]:
        """Write PNG and JSON."""
        png = target(path, ".png")
        sidecar = png.with_suffix(".json")
        png.parent.mkdir(parents=True, exist_ok=True)
        self.sheet(columns).save(png)
        sidecar.write_text(json.dumps(self.record()))
        return png, sidecar


class FakeJudge:
    """Reads these facts in turn, whatever the picture."""

    def __init__(self, *facts: dict):
        self.config = SimpleNamespace(questions={one["family"]: {} for one in facts})
        self.facts = cycle(facts)

    def read(self, images, family):
        """One reading a picture."""
        return [next(self.facts) for _ in images]


class FakeModel:
    """The interface of `helpers.models.daikon.TextToImage`, as far as widgets and the command line use it."""

    ranker, precision = None, "float32"
    name, device, picture_size, grid = "fake", "cpu", GRID * CELL, GRID

    def __init__(self, seconds_per_token: float = 0.0, sleep=time.sleep, judge=None, families=()):
        self.seconds_per_token, self.sleep, self.judge = seconds_per_token, sleep, judge
        self.card = {"families": dict.fromkeys(families, 1.0)}
        self.world = World(self.card["families"]) if families else WHOLE

    def settings(self, n=8, seed=0, **given):
        """What is given; it recommends nothing."""
        return Settings(n, seed, **{name: value for name, value in given.items() if value is not None})

    def stream(self, caption, n=8, seed=0, temperature=1.0, top_k=None, top_p=None, guidance=1.0, every=1):
        """Yield a partial after every token."""
        if not caption.strip():
            raise ValueError("the caption is empty: describe a picture in a few words")
        streams = [random.Random(f"{caption}/{seed}/{i}") for i in range(n)]
        tokens = [[] for _ in streams]
        for done in range(1, GRID * GRID + 1):
            self.sleep(self.seconds_per_token)
            for row, rng in zip(tokens, streams, strict=True):
                row.append(tuple(rng.randrange(256) for _ in range(3)))
            if done % every == 0 or done == GRID * GRID:
                yield FakePartial([list(row) for row in tokens], done)

    def notices(self, caption):
        """Of a word it tells that the word is new."""
        return [f"the model was never shown the word {word!r}" for word in caption.split() if word == "zyx"]

    def drawing(self, caption, tokens, settings):
        """Decode tokens, all or the first few."""
        return FakeDrawing(self.decode(tokens), torch.tensor(tokens), caption, settings)

    def decode(self, tokens):
        """Paint each row of tokens."""
        return [paint(row) for row in tokens]

    def draw(self, caption, n=8, seed=0, **settings):
        """Draw to the end."""
        *_, last = self.stream(caption, n, seed, **settings)
        return self.drawing(caption, last.tokens, self.settings(n, seed, **settings))

    def draw_each(self, captions, n=1, seed=0, **settings):
        """Draw each caption to the end."""
        return (self.draw(caption, n, seed, **settings) for caption in captions)
