"""TextToImage: what a notebook holds. Captions to pictures, pictures to captions, and how likely each is."""

import dataclasses
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float, Int
from PIL import Image
from torch import Tensor, nn

from helpers import text as words
from helpers.checkpoints import read_network, write_atomically
from helpers.dvae import DVAE
from helpers.precision import precision_of, set_precision
from helpers.sampling import Settings, Step, parts, sample_picture, sample_text
from helpers.show import sheet
from helpers.transformer import Transformer

UNDRAWN = 0.9  # grey of what is not drawn yet
TOGETHER = 128  # pictures of different captions drawn in one batch


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
    views: dict[str, Tensor] = field(default_factory=dict, repr=False)
    drawn_by: "TextToImage | None" = field(default=None, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.pictures)

    def __getitem__(self, i) -> Image.Image:
        return self.pictures[i]

    def __repr__(self) -> str:
        size = self.pictures[0].width
        return f"<Drawing: {len(self)} pictures of {size} × {size} px, {self.caption!r}, seed {self.settings.seed}>"

    def _repr_png_(self) -> bytes:
        data = io.BytesIO()
        self.sheet().save(data, "PNG")
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

    def save(self, path: str | Path) -> tuple[Path, Path]:
        """Write the sheet as PNG and caption, settings and tokens as JSON beside it; returns both paths."""
        path = Path(path).with_suffix(".png")
        record = {
            "caption": self.caption,
            "model": self.model,
            "settings": dataclasses.asdict(self.settings),
            "tokens": self.tokens.tolist(),
        }
        write_atomically(path, self._repr_png_())
        write_atomically(path.with_suffix(".json"), json.dumps(record, indent=1).encode())
        return path, path.with_suffix(".json")


@dataclass(frozen=True)
class Partial:
    """A drawing in the making: `done` of `total` tokens of every picture.

    tokens: [n, done]; where n is drawn in parts, those of the first part, or of the parts that are finished.
    """

    tokens: Int[Tensor, "pictures tokens"]
    done: int
    total: int
    _model: "TextToImage" = field(repr=False)

    def pictures(self) -> list[Image.Image]:
        """What there is so far; what is not drawn yet is grey."""
        return self._model.decode(self.tokens)


class TextToImage:
    """A dVAE and a transformer that speak each other's tokens."""

    def __init__(
        self,
        dvae: DVAE,
        transformer: Transformer,
        name: str = "untitled",
        card: dict | None = None,
        ranker: nn.Module | None = None,
        judge: nn.Module | None = None,
        folder: Path | None = None,
    ):
        if dvae.config.grid != transformer.config.grid or dvae.config.codebook != transformer.config.codebook:
            raise ValueError(
                f"the dVAE makes {dvae.config.grid}² tokens of {dvae.config.codebook}, "
                f"the transformer reads {transformer.config.grid}² of {transformer.config.codebook}"
            )
        self.dvae, self.transformer, self.name, self.card = dvae.eval(), transformer.eval(), name, card or {}
        self._further, self.folder = {"ranker": ranker, "judge": judge}, folder

    def __repr__(self) -> str:
        count = sum(p.numel() for net in (self.dvae, self.transformer) for p in net.parameters())
        c, precision = self.dvae.config, precision_of(self.transformer)
        exactness = "" if precision == "float32" else f" in {precision}"
        return (
            f"<TextToImage {self.name!r}: {c.size} px, {c.grid} × {c.grid} tokens of {c.codebook}, "
            f"{count / 1e6:.1f}M parameters, on {self.device}{exactness}>"
        )

    @property
    def device(self) -> torch.device:
        return self.transformer.start.device

    @property
    def picture_size(self) -> int:
        """Pixels a side."""
        return self.dvae.config.size

    @property
    def grid(self) -> int:
        """Tokens a side."""
        return self.dvae.config.grid

    @property
    def ranker(self):
        """Says how well a caption fits a picture; None where the checkpoint has none. Read at first use."""
        from helpers.contrastive import Ranker, RankerConfig

        return self._read("ranker", RankerConfig, Ranker)

    @property
    def judge(self):
        """Reads a picture into facts; None where the checkpoint has none. Read at first use."""
        from helpers.judge import Judge, JudgeConfig

        return self._read("judge", JudgeConfig, Judge)

    def _read(self, name: str, config: type, network: type) -> nn.Module | None:
        if self._further[name] is None and self.folder:
            self._further[name] = read_network(self.folder, name, config, network)
        found = self._further[name]
        return found.to(self.device).eval() if found is not None else None

    def rank(self, caption: str, pictures: list[Image.Image]) -> Float[Tensor, " n"]:
        """How well each picture fits a caption, by the ranker: cosines, the higher the better."""
        if self.ranker is None:
            raise ValueError(
                f"{self.name} has no ranker; train one: python -m helpers.training ranker --init {self.name}"
            )
        return self.ranker.score(caption, pictures)[0]

    def to(self, device: str | torch.device, precision: str | None = None) -> "TextToImage":
        """Move to a device; `precision` of the transformer is "float32", "bfloat16", "int8" or None, as it is."""
        self.dvae.to(device), self.transformer.to(device)
        if precision is not None:
            set_precision(self.transformer, precision)
        return self

    # pictures from captions

    def draw(
        self,
        caption: str,
        n: int = 8,
        seed: int = 0,
        temperature: float = 1.0,
        top_k: int | None = None,
        top_p: float | None = None,
        guidance: float = 1.0,
        keep: tuple[str, ...] = (),
    ) -> Drawing:
        """Draw `n` pictures of a caption.

        temperature sharpens (< 1) or flattens (> 1) every choice; top_k and top_p leave only the
        likeliest tokens; guidance > 1 pushes away from what would be drawn without the caption.
        `keep` collects per-token views: "logprobs", "entropy", "attention".
        """
        settings = Settings(n, seed, temperature, top_k, top_p, guidance)
        return self._finish(caption, settings, self._parts(caption, settings, None, keep))

    def draw_each(
        self,
        captions: list[str],
        n: int = 1,
        seed: int = 0,
        temperature: float = 1.0,
        top_k: int | None = None,
        top_p: float | None = None,
        guidance: float = 1.0,
    ) -> Iterator[Drawing]:
        """Draw `n` pictures of each of many captions, the same ones as `draw` would, many captions at a time."""
        settings = Settings(n, seed, temperature, top_k, top_p, guidance)
        texts = [self._encoded(caption) for caption in captions]
        done: dict[int, Tensor] = {}
        for i, caption in enumerate(captions):
            if i not in done:
                length = texts[i].shape[1]
                alike = [j for j in range(i, len(texts)) if j not in done and texts[j].shape[1] == length]
                alike = alike[: max(1, TOGETHER // n)]
                text = torch.cat([texts[j] for j in alike])
                steps = sample_picture(self.transformer, text, words.empty(length), settings)
                tokens = torch.stack([step.tokens for step in steps], 1)
                done |= dict(zip(alike, tokens.split(n), strict=True))
            yield self.drawing(caption, done[i], settings)

    def stream(
        self,
        caption: str,
        n: int = 8,
        seed: int = 0,
        temperature: float = 1.0,
        top_k: int | None = None,
        top_p: float | None = None,
        guidance: float = 1.0,
        every: int = 1,
    ) -> Iterator[Partial]:
        """Draw as `draw` does and yield a `Partial` every `every` tokens; the last one is complete."""
        settings = Settings(n, seed, temperature, top_k, top_p, guidance)
        if every < 1:
            raise ValueError(f"every is {every}; give a whole number from 1 up")
        return self._partials(self._parts(caption, settings), settings.n, every)

    def complete(
        self,
        caption: str,
        tokens: Int[Tensor, " picture"] | Int[Tensor, "rows columns"],
        keep_rows: int | None = None,
        known: Tensor | None = None,
        n: int = 8,
        seed: int = 0,
        temperature: float = 1.0,
        top_k: int | None = None,
        top_p: float | None = None,
        guidance: float = 1.0,
    ) -> Drawing:
        """Keep part of a picture and draw the rest of it again.

        `tokens` is one encoded picture, flat or as a grid. Kept are its first `keep_rows` rows, or the
        places where the boolean grid `known` is true. Drawing goes in raster order, as in the original: a
        redrawn token sees only what stands above it and to its left, known or not.
        """
        tokens = torch.as_tensor(tokens).reshape(-1).cpu()
        if tokens.numel() != self.grid**2:
            raise ValueError(f"a picture of {self.name} has {self.grid**2} tokens, not {tokens.numel()}")
        if (keep_rows is None) == (known is None):
            raise ValueError("say what to keep: either keep_rows=… or known=…")
        self._check_codes(tokens)
        if known is None:
            if not 0 <= keep_rows <= self.grid:
                raise ValueError(f"keep_rows is {keep_rows}; give a whole number from 0 to {self.grid}")
            known = (torch.arange(self.grid) < keep_rows).repeat_interleave(self.grid)
        known = torch.as_tensor(known).reshape(-1).bool()
        if known.numel() != self.grid**2:
            raise ValueError(
                f"known has {known.numel()} places; give a {self.grid} × {self.grid} grid of true and false"
            )
        settings = Settings(n, seed, temperature, top_k, top_p, guidance)
        forced = tokens.masked_fill(~known, -1)
        return self._finish(caption, settings, self._parts(caption, settings, forced))

    def drawing(self, caption: str, tokens: Int[Tensor, "n picture"], settings: Settings, views=None) -> Drawing:
        """Decode finished tokens into a `Drawing`."""
        return Drawing(
            self.decode(tokens), tokens.cpu(), words.normalise(caption), settings, self.name, views or {}, self
        )

    # captions from pictures

    def describe(
        self,
        picture: Image.Image | Tensor,
        n: int = 1,
        seed: int = 0,
        temperature: float = 0.5,
        top_k: int | None = None,
        top_p: float | None = None,
    ) -> list[str]:
        """Read a picture (or one picture's tokens) back into `n` captions."""
        settings = Settings(n, seed, temperature, top_k, top_p)
        tokens = self._tokens(picture)
        return [words.decode(ids) for ids in sample_text(self.transformer, tokens[None], settings, words.END).tolist()]

    # how likely

    @torch.inference_mode()
    def score(
        self,
        caption: str | list[str],
        picture: Image.Image | Tensor,
        against_empty: bool = False,
        per_token: bool = False,
    ) -> Tensor:
        """log p(picture tokens | caption) in nats: [captions], or [captions, tokens] with `per_token`.

        `against_empty` subtracts log p(picture tokens | no caption): what the words added.
        """
        captions = [caption] if isinstance(caption, str) else list(caption)
        tokens = self._tokens(picture).to(self.device)
        scores = torch.stack([self._logprobs(self._encoded(c), tokens) for c in captions])
        if against_empty:
            scores = scores - self._logprobs(words.empty(words.STEP), tokens)
        return (scores if per_token else scores.sum(-1)).cpu()

    def _logprobs(self, text: Tensor, tokens: Tensor) -> Float[Tensor, " picture"]:
        _, logits = self.transformer(text.to(self.device), tokens[None])
        return logits[0].float().log_softmax(-1).gather(-1, tokens[:, None])[:, 0]

    # tokens

    @torch.inference_mode()
    def encode(self, pictures: Image.Image | list[Image.Image] | Tensor) -> Int[Tensor, "n picture"]:
        """Tokens of pictures: images of any size (cropped square, resized) or [n, 3, size, size] in [0, 1]."""
        if isinstance(pictures, Image.Image):
            pictures = [pictures]
        if not len(pictures):
            raise ValueError("there is no picture to encode; give at least one")
        pixels = pictures
        if not isinstance(pictures, Tensor):
            pixels = torch.stack([to_pixels(picture, self.picture_size) for picture in pictures])
        wanted = (3, self.picture_size, self.picture_size)
        if pixels.dim() != 4 or tuple(pixels.shape[1:]) != wanted or not pixels.is_floating_point():
            raise ValueError(
                f"pictures of shape {tuple(pixels.shape)} and type {pixels.dtype} cannot be encoded; "
                f"give images, or a float tensor [n, {wanted[0]}, {wanted[1]}, {wanted[2]}] in [0, 1]"
            )
        return self.dvae.encode(pixels.to(self.device)).flatten(1).cpu()

    @torch.inference_mode()
    def decode(
        self, tokens: Int[Tensor, "n done"] | Int[Tensor, " done"] | Int[Tensor, "n rows columns"]
    ) -> list[Image.Image]:
        """Pictures of tokens [n, any number up to rows · columns]; missing ones are grey."""
        tokens = torch.as_tensor(tokens)
        tokens = tokens[None] if tokens.dim() == 1 else tokens.flatten(1)
        c, done = self.dvae.config, tokens.shape[1]
        if done > c.grid**2:
            raise ValueError(f"a picture of {self.name} has {c.grid**2} tokens, not {done}")
        self._check_codes(tokens)
        full = torch.zeros(len(tokens), c.grid**2, dtype=torch.long, device=self.device)
        full[:, :done] = tokens
        pixels = torch.cat([self.dvae.decode(part) for part in full.view(-1, c.grid, c.grid).split(64)])
        drawn = (torch.arange(c.grid**2, device=self.device) < done).view(c.grid, c.grid)
        drawn = drawn.repeat_interleave(c.cell, 0).repeat_interleave(c.cell, 1)
        return to_images(torch.where(drawn, pixels.float(), UNDRAWN))

    # private

    def _encoded(self, caption: str) -> Int[Tensor, "1 text"]:
        window = self.transformer.config.text_window
        return words.batch([words.encode(caption, window)], window)

    def _parts(
        self, caption: str, settings: Settings, known: Tensor | None = None, keep: tuple[str, ...] = ()
    ) -> Iterator[tuple[int, Iterator[Step]]]:
        """Each part that memory allows: how many pictures are drawn before it, and its steps."""
        text = self._encoded(caption)
        empty = words.empty(text.shape[1])
        return (
            (first, sample_picture(self.transformer, text, empty, part, known, keep, first))
            for first, part in parts(self.transformer, settings)
        )

    def _partials(self, parts: Iterator[tuple[int, Iterator[Step]]], n: int, every: int) -> Iterator[Partial]:
        finished, total = [], self.grid**2
        for first, steps in parts:
            drawn = []
            for step in steps:
                drawn.append(step.tokens)
                if len(drawn) == total:
                    finished.append(torch.stack(drawn, 1))
                if len(drawn) % every == 0 or len(drawn) == total:
                    shown = torch.cat(finished) if finished else torch.stack(drawn, 1)
                    done = (first * total + len(step.tokens) * len(drawn)) // n
                    yield Partial(shown, done, total, self)

    def _finish(self, caption: str, settings: Settings, parts: Iterator[tuple[int, Iterator[Step]]]) -> Drawing:
        tokens, kept, attention = [], [], None
        for _, steps in parts:
            steps = list(steps)
            tokens.append(torch.stack([step.tokens for step in steps], 1))
            names = [name for name in steps[0].views if name != "attention"]
            kept.append({name: torch.stack([step.views[name] for step in steps], 1).cpu() for name in names})
            if attention is None and "attention" in steps[0].views:
                attention = [step.views["attention"].cpu() for step in steps]
        views = {name: torch.cat([part[name] for part in kept]) for name in kept[0]}
        if attention is not None:
            views["attention"] = attention
        return self.drawing(caption, torch.cat(tokens), settings, views)

    def _tokens(self, picture: Image.Image | Tensor) -> Int[Tensor, " picture"]:
        """One picture's tokens, from an image or from tokens."""
        if isinstance(picture, Image.Image):
            return self.encode(picture)[0]
        tokens = torch.as_tensor(picture)
        if tokens.is_floating_point() or tokens.numel() != self.grid**2:
            raise ValueError(
                f"a tensor of shape {tuple(tokens.shape)} and type {tokens.dtype} is no picture; "
                f"give an image, or {self.grid**2} whole-number tokens"
            )
        self._check_codes(tokens)
        return tokens.reshape(-1)

    def _check_codes(self, tokens: Tensor) -> None:
        """Refuse tokens that are not in the codebook."""
        low, high = (int(end) for end in tokens.aminmax()) if tokens.numel() else (0, 0)
        if low < 0 or high >= self.dvae.config.codebook:
            raise ValueError(f"tokens run from {low} to {high}; the codebook has 0 … {self.dvae.config.codebook - 1}")


def to_pixels(image: Image.Image, size: int) -> Float[Tensor, "3 size size"]:
    """An image as floats in [0, 1], on white, cropped to its middle square and resized."""
    if image.mode in ("RGBA", "LA", "P"):
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image.convert("RGBA"))
    image = image.convert("RGB")
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    if image.size != (size, size):
        image = image.resize((size, size), Image.Resampling.LANCZOS, (left, top, left + side, top + side))
    return torch.from_numpy(np.asarray(image, dtype=np.float32) / 255).permute(2, 0, 1)


def to_images(pixels: Float[Tensor, "n 3 height width"]) -> list[Image.Image]:
    """Floats in [0, 1] as images."""
    array = (pixels.clamp(0, 1) * 255).round().byte().permute(0, 2, 3, 1).cpu().numpy()
    return [Image.fromarray(a) for a in array]
