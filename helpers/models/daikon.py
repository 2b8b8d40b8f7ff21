"""TextToImage, the model that a notebook holds: our dVAE and transformer behind the methods of every model."""

import time
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import SupportsIndex

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from helpers import text
from helpers.images import Picture
from helpers.models.abilities import Unable
from helpers.models.base import Model, listed
from helpers.models.checkpoints import read_network
from helpers.models.drawing import Drawing
from helpers.models.gathering import whole_chunks
from helpers.networks.dvae import DVAE
from helpers.networks.transformer import Transformer
from helpers.sampling import (
    Settings,
    Step,
    at_once,
    check_kept,
    in_chunks,
    out_of_memory,
    picture_bytes,
    sample_picture,
    sample_text,
    text_bytes,
)
from helpers.sampling.compiled import check_compilable, compiled_step
from helpers.sampling.diffusion import Denoised, Denoising, denoise
from helpers.sampling.precision import PRECISIONS, precision_of, set_precision

FIRST_BATCH, MAX_BATCH = 16, 128  # pictures of different captions drawn together, at first and at most
BATCH_SECONDS = 3.0  # a batch should take no longer, so that a loop over the drawings can be stopped soon
RECOMMENDED = {"temperature": 0.5, "guidance": 2.0, "top_p": 1.0}  # settings for a card without its own


class TextToImage(Model):
    """A dVAE and a transformer with the same picture tokens.

    Further networks are given, or read from the checkpoint in `folder` when they are first used. Raises ValueError
    where grids, codebooks or text vocabularies differ.
    """

    def __init__(
        self,
        dvae: DVAE,
        transformer: Transformer,
        name: str = "untitled",
        card: dict | None = None,
        *,
        ranker: nn.Module | None = None,
        judge: nn.Module | None = None,
        upsampler: nn.Module | None = None,
        diffusion: nn.Module | None = None,
        folder: Path | None = None,
        tokenizer: text.Tokenizer | None = None,
    ):
        if dvae.config.grid != transformer.config.grid or dvae.config.codebook != transformer.config.codebook:
            raise ValueError(
                f"the dVAE makes {dvae.config.grid}² tokens of {dvae.config.codebook}, "
                f"the transformer reads {transformer.config.grid}² of {transformer.config.codebook}"
            )
        tokenizer = tokenizer or text.default()
        if tokenizer.size != transformer.config.text_vocab:
            raise ValueError(
                f"the text vocabulary has {tokenizer.size} tokens, "
                f"the transformer reads {transformer.config.text_vocab}"
            )
        self.dvae, self.transformer, self.name, self.card = dvae.eval(), transformer.eval(), name, card or {}
        given = {"ranker": ranker, "judge": judge, "upsampler": upsampler, "diffusion": diffusion}
        self._further = {name: network for name, network in given.items() if network is not None or folder is None}
        self.compiled = None  # `compiled_step` of the transformer, where precision is "int8 compiled"
        self.folder, self.tokenizer = folder, tokenizer

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
    def codebook(self) -> int:
        """Number of picture tokens to choose from."""
        return self.dvae.config.codebook

    @property
    def precision(self) -> str:
        """What the transformer computes in: one of `PRECISIONS`."""
        return precision_of(self.transformer) if self.compiled is None else "int8 compiled"

    @property
    def recommended(self) -> dict:
        """Settings to draw with when nothing else is said: those that the checkpoint's training measured as best."""
        return RECOMMENDED | self.card.get("recommended", {})

    @property
    def ranker(self):
        """Says how well a caption fits a picture; None where the checkpoint has none. Read at first use."""
        return self._read("ranker", "helpers.networks.ranker", "Ranker")

    @property
    def judge(self):
        """Reads a picture into facts; None where the checkpoint has none. Read at first use."""
        return self._read("judge", "helpers.networks.judge", "Judge")

    @property
    def upsampler(self):
        """Makes a picture four times as wide; None where the checkpoint has none. Read at first use."""
        return self._read("upsampler", "helpers.networks.upsampler", "Upsampler")

    @property
    def diffusion(self):
        """Draws pictures from noise, without tokens; None where the checkpoint has none. Read at first use."""
        return self._read("diffusion", "helpers.networks.diffusion", "Diffusion")

    def _read(self, name: str, module: str, network: str) -> nn.Module | None:
        if name not in self._further:
            self._further[name] = read_network(self.folder, name, module, network)
        found = self._further[name]
        if name == "ranker" and found is not None:
            found.tokenizer = self.tokenizer
        return found.to(self.device).eval() if found is not None else None

    def how_to_get(self, network: str) -> str:
        return f"train one: python -m helpers.training {network} --init {self.name}"

    def to(self, device: str | torch.device, precision: str | None = None) -> "TextToImage":
        """Move to a device; `precision` of the transformer is one of `PRECISIONS`, or None to leave it.

        "int8 compiled" takes up to a minute, less where torch has kept what it compiled before.
        """
        if precision is not None and precision not in PRECISIONS:
            raise ValueError(f"precision is {precision!r}; give one of {', '.join(PRECISIONS)}")
        self.dvae.to(device), self.transformer.to(device)
        if precision == "int8 compiled":
            check_compilable(self.transformer.config)
            set_precision(self.transformer, "int8")
            self.compiled = self.compiled or compiled_step(self.transformer)
        elif precision is not None:
            set_precision(self.transformer, precision)
            self.compiled = None
        return self

    def draw_each(
        self, captions: Iterable[str], n: SupportsIndex = 1, seed: SupportsIndex = 0, **settings
    ) -> Iterator[Drawing]:
        """As `Model.draw_each`, with many captions in a batch."""
        settings, captions = self.settings(n, seed, **settings), listed(captions)
        return self._each(captions, [self._encoded(caption) for caption in captions], settings)

    def _each(self, captions: list[str], texts: list[Tensor], settings: Settings) -> Iterator[Drawing]:
        done: dict[int, Tensor] = {}
        n, together, most = settings.n, FIRST_BATCH, MAX_BATCH
        for i, caption in enumerate(captions):
            while i not in done:
                length, began = texts[i].shape[1], time.monotonic()
                alike = [j for j in range(i, len(texts)) if j not in done and texts[j].shape[1] == length]
                alike = alike[: max(1, min(together, self._at_once(settings)) // n)]
                try:
                    tokens = self._drawn(torch.cat([texts[j] for j in alike]), settings)
                except Exception as error:
                    if len(alike) == 1 or not out_of_memory(error):
                        raise
                    together = most = len(alike) * n // 2
                    continue
                done |= dict(zip(alike, tokens.split(n), strict=True))
                if time.monotonic() - began < BATCH_SECONDS / 2:
                    together = min(2 * together, most)
            yield self.drawing(caption, done.pop(i), settings)

    def _drawn(self, texts: Int[Tensor, "captions text"], settings: Settings) -> Int[Tensor, "rows picture"]:
        """The tokens of n pictures of each caption, those of a caption side by side; a single caption in chunks."""
        if len(texts) == 1:
            steps = self._steps_of(texts, settings)
        else:
            steps = ((0, step) for step in self._sample(texts, settings))
        return torch.cat([torch.stack([step.tokens for step in chunk], 1) for _, chunk in whole_chunks(steps)])

    def _sample(self, texts: Tensor, settings: Settings, known=None, keep=(), first: int = 0) -> Iterator[Step]:
        empty = self.tokenizer.empty(texts.shape[1])
        return sample_picture(
            self.transformer, texts, empty, settings, known=known, keep=keep, first=first, compiled=self.compiled
        )

    def _steps_of(self, texts: Tensor, settings: Settings, known=None, keep=()) -> Iterator[tuple[int, Step]]:
        def draw(first: int, count: int) -> Iterator[Step]:
            return self._sample(texts, replace(settings, n=count), known, keep, first)

        return in_chunks(draw, settings.n, self._at_once(settings))

    def _at_once(self, settings: Settings) -> int:
        return at_once(picture_bytes(self.transformer, settings), self.device)

    def denoise(
        self, captions: str | Iterable[str], n: SupportsIndex = 8, seed: SupportsIndex = 0, **how
    ) -> Iterator[Denoised]:
        """Draw `n` pictures of a caption, or of each of several, with the diffusion model; yields after each step.

        `how` are fields of `Denoising`: steps, guidance, method, eta. The last step's `pictures` are the drawing.
        Raises `Unable` for a model that has no diffusion model.
        """
        if self.diffusion is None:
            raise Unable(f"{self.name} has no diffusion model; {self.how_to_get('diffusion')}")
        settings, captions = Denoising(n, seed, **how), [captions] if isinstance(captions, str) else listed(captions)
        check_kept(
            settings.n * len(captions), 64 * self.picture_size**2
        )  # bytes of a few copies of each picture, in floats
        text = self._encoded(*captions)
        empty = self.tokenizer.empty(text.shape[1])
        return denoise(self.diffusion, text.to(self.device), empty.to(self.device), settings)

    def notices(self, caption: str) -> list[str]:
        """Warnings about a caption, for a reader: it is cut, or has words or letters that are new to the model."""
        return self.tokenizer.notices(caption, self.transformer.config.text_window)

    def _networks(self) -> list[nn.Module]:
        return [self.dvae, self.transformer]

    def _encode(self, pixels: Float[Tensor, "n 3 size size"]) -> Int[Tensor, "n rows columns"]:
        return self.dvae.encode(pixels)

    def _decode(self, tokens: Int[Tensor, "n rows columns"]) -> Float[Tensor, "n 3 size size"]:
        return self.dvae.decode(tokens)

    def _encoded(self, *captions: str) -> Int[Tensor, "captions text"]:
        window = self.transformer.config.text_window
        return self.tokenizer.batch([self.tokenizer.encode(caption, window) for caption in captions], window)

    def _steps(
        self, caption: str, settings: Settings, known: Tensor | None = None, keep: tuple[str, ...] = ()
    ) -> Iterator[tuple[int, Step]]:
        for notice in self.notices(caption):
            warnings.warn(notice, stacklevel=4)
        return self._steps_of(self._encoded(caption), settings, known, keep)

    def _words(self, caption: str) -> list[tuple[str, int, int]]:
        words, found, place = text.normalise(caption).split(" "), [], 1  # the stream begins with a start token
        for i, word in enumerate(words):
            end = 1 + len(self.tokenizer.pieces(" ".join(words[: i + 1])))
            found.append((word, place, end))
            place = end
        return found

    def _texts(self, picture: Picture, settings: Settings) -> list[str]:
        tokens = self._tokens(picture)[None]

        def write(first: int, count: int) -> Iterator[list[list[int]]]:
            yield sample_text(self.transformer, tokens, replace(settings, n=count), text.END, first).tolist()

        chunks = in_chunks(write, settings.n, at_once(text_bytes(self.transformer), self.device))
        return [self.tokenizer.decode(row) for _, rows in chunks for row in rows]

    def _logprobs(self, caption: str | None, tokens: Int[Tensor, " picture"]) -> Float[Tensor, " picture"]:
        encoded = self.tokenizer.empty() if caption is None else self._encoded(caption)
        _, logits = self.transformer(encoded.to(self.device), tokens[None])
        return logits[0].float().log_softmax(-1).gather(-1, tokens[:, None])[:, 0]
