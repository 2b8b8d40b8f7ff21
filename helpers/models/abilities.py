"""What each kind of model knows how to do in its own way; `base.Model` is made of it."""

from collections.abc import Iterator

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from helpers.images import Picture
from helpers.sampling import Settings, Step
from helpers.text import normalise


class Unable(ValueError):
    """What a model cannot do, and why."""


class Abilities:
    """A model's facts, and the steps in which it answers; what a kind of model lacks raises `Unable`."""

    name: str = "untitled"
    card: dict = {}  # what is known of how it was trained
    picture_size: int  # pixels a side
    grid: int  # tokens a side
    codebook: int
    device: torch.device
    precision: str = "float32"
    ranker = None  # says how well a caption fits a picture
    judge = None  # reads a picture into facts
    upsampler = None  # makes a picture four times as wide
    diffusion = None  # draws pictures from noise
    recommended: dict = {}
    decoded_at_once: int = 64

    def how_to_get(self, network: str) -> str:
        """What to do where a model has no ranker, upsampler or diffusion model."""
        if network == "ranker":
            return "fetch one: python -m helpers.models.zoo fetch clip"
        return "only models that are trained here can have one"

    def _networks(self) -> list[nn.Module]:
        return []

    def _said(self, caption: str) -> str:
        """The caption as the model reads it."""
        return normalise(caption)

    def _encode(self, pixels: Float[Tensor, "n 3 size size"]) -> Int[Tensor, "n rows columns"]:
        raise self._unable("encode pictures")

    def _decode(self, tokens: Int[Tensor, "n rows columns"]) -> Float[Tensor, "n 3 size size"]:
        raise self._unable("decode tokens")

    def _steps(
        self, caption: str, settings: Settings, known: Tensor | None = None, keep: tuple[str, ...] = ()
    ) -> Iterator[tuple[int, Step]]:
        """The steps of a drawing, each with the number of the first picture of its chunk."""
        raise self._unable("draw")

    def _words(self, caption: str) -> list[tuple[str, int, int]]:
        """The caption's words, each with the first of its places in the stream and the one after the last."""
        raise self._unable("say where it reads the words of a caption")

    def _texts(self, picture: Picture, settings: Settings) -> list[str]:
        raise self._unable("describe a picture")

    def _logprobs(self, caption: str | None, tokens: Int[Tensor, " picture"]) -> Float[Tensor, " picture"]:
        """log p of each token of a picture given a caption, or given none."""
        raise self._unable("say how likely a picture is")

    def _unable(self, what: str) -> Unable:
        return Unable(f"{self.name} cannot {what}")
