"""What each kind of model implements in its own way; `base.Model` builds everything else on it."""

from collections.abc import Iterator

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from helpers.images import Picture
from helpers.sampling import Settings, Step
from helpers.text import normalise


class Unable(ValueError):
    """Raised for what a kind of model cannot do; the message says why."""


class Abilities:
    """A model's properties and its own steps; a kind of model overrides those it has, the others raise `Unable`."""

    name: str = "untitled"
    card: dict = {}  # how it was trained: the contents of card.json
    picture_size: int  # pixels a side
    grid: int  # tokens a side
    codebook: int  # number of picture tokens to choose from
    device: torch.device
    precision: str = "float32"
    ranker = None  # says how well a caption fits a picture
    judge = None  # reads a picture into facts
    upsampler = None  # makes a picture four times as wide
    diffusion = None  # draws pictures from noise
    recommended: dict = {}  # settings to draw with where nothing else is said
    decoded_at_once: int = 64  # pictures that are encoded or decoded in one batch

    def how_to_get(self, network: str) -> str:
        """How to get a ranker, upsampler or diffusion model, for error messages where there is none."""
        if network == "ranker":
            return "fetch one: python -m helpers.models.zoo fetch clip"
        return "only models that are trained here can have one"

    def _networks(self) -> list[nn.Module]:
        return []

    def _said(self, caption: str) -> str:
        """The caption as the model reads it; a ValueError for what is not a caption."""
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
        """The caption's words with their places in the stream: (word, first place, the place after its last)."""
        raise self._unable("say where it reads the words of a caption")

    def _texts(self, picture: Picture, settings: Settings) -> list[str]:
        """n captions of a picture."""
        raise self._unable("describe a picture")

    def _logprobs(self, caption: str | None, tokens: Int[Tensor, " picture"]) -> Float[Tensor, " picture"]:
        """log p of each token of a picture in nats, given a caption, or given none where it is None."""
        raise self._unable("say how likely a picture is")

    def _unable(self, what: str) -> Unable:
        return Unable(f"{self.name} cannot {what}")
