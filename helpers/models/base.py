"""What every model can be asked: captions to pictures, pictures to captions, and how likely each is."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import SupportsFloat, SupportsIndex

import torch
from jaxtyping import Float, Int
from PIL import Image
from torch import Tensor

from helpers.checks import count, shown
from helpers.images import Picture, to_batch, to_images
from helpers.models.abilities import Abilities, Unable
from helpers.models.drawing import Drawing, Foresight, Partial
from helpers.models.enlarging import MOST, enlarged
from helpers.models.gathering import gathered, growing
from helpers.models.grids import Grid, is_tokens, places_of, tokens_of
from helpers.sampling import HOW, Settings, Step, check_kept, in_chunks

UNDRAWN = 0.9  # grey of places that are not drawn yet
CAPTION_BYTES = 1000  # bytes of memory for a caption that was read from a picture, at most


def listed(captions: Iterable[str]) -> list[str]:
    """Captions as a list; a ValueError for no caption at all, for a dict, and for a single string."""
    several = isinstance(captions, Iterable) and getattr(captions, "ndim", 1) > 0
    if not several or isinstance(captions, str | bytes | Mapping):
        raise ValueError(f"captions are {shown(captions)}; give several in a list, such as ['a fox', 'a red cube']")
    captions = list(captions)
    if not captions:
        raise ValueError("there is no caption; give at least one")
    return captions


class Model(Abilities):
    """What all models can be asked. It is built on each kind of model's own `Abilities`."""

    def __repr__(self) -> str:
        count = sum(p.numel() for network in self._networks() for p in network.parameters())
        exactness = "" if self.precision == "float32" else f" in {self.precision}"
        return (
            f"<{type(self).__name__} {self.name!r}: {self.picture_size} px, {self.grid} × {self.grid} tokens "
            f"of {self.codebook}, {count / 1e6:.1f}M parameters, on {self.device}{exactness}>"
        )

    @property
    def world(self):
        """The part of the picture world that it was trained on, a `World`; all of it where the card does not say."""
        from helpers.pictures.world import WHOLE, World  # takes a second to import

        return World.of(self.card) or WHOLE

    def rank(self, caption: str, pictures: Picture | Iterable[Picture]) -> Float[Tensor, " n"]:
        """How well each picture fits a caption: the ranker's cosines, from −1 to 1, higher is better.

        Raises `Unable` for a model that has no ranker.
        """
        if self.ranker is None:
            raise Unable(f"{self.name} has no ranker; {self.how_to_get('ranker')}")
        self._said(caption)  # refuses what is not one caption
        return self.ranker.score(caption, pictures)[0]

    @torch.inference_mode()
    def enlarge(self, pictures: Picture | Iterable[Picture], side: SupportsIndex = 1024) -> list[Image.Image]:
        """Pictures enlarged by the upsampler to `side` × `side` pixels, at most 2,048, with sharp edges.

        They are first resized to the model's own size. Raises `Unable` for a model that has no upsampler.
        """
        side = count("side", side, 1, MOST, " pixels")
        if self.upsampler is None:
            raise Unable(f"{self.name} has no upsampler; {self.how_to_get('upsampler')}")
        pixels = to_batch(pictures, self.picture_size).to(self.device)
        return [image for large in enlarged(self.upsampler, pixels, side) for image in to_images(large[None])]

    # pictures from captions

    def settings(self, n: SupportsIndex = 8, seed: SupportsIndex = 0, **given) -> Settings:
        """Settings to draw with: those given, and the model's recommended ones for all that are None or left out.

        Raises TypeError for an unknown setting, ValueError for one out of range and for pictures too many for memory.
        """
        if strange := given.keys() - HOW:
            raise TypeError(f"there is no setting {min(strange)!r}; there are n, seed, {', '.join(HOW)}")
        said = {name: value for name, value in given.items() if value is not None}
        return self._checked(Settings(n, seed, **self.recommended | said))

    def draw(
        self,
        caption: str,
        n: SupportsIndex = 8,
        seed: SupportsIndex = 0,
        *,
        temperature: SupportsFloat | None = None,
        top_k: SupportsIndex | None = None,
        top_p: SupportsFloat | None = None,
        guidance: SupportsFloat | None = None,
        keep: tuple[str, ...] = (),
    ) -> Drawing:
        """Draw `n` pictures of a caption.

        temperature below 1 sharpens every choice, above 1 it flattens it. top_k and top_p leave only the likeliest
        tokens to choose from (top_p=1: all). guidance above 1 pushes away from what would be drawn without the caption.
        Settings that are left out are those `recommended`. `keep` names views of each token that the drawing shall
        keep: "logprobs", "entropy", "attention", "likeliest" (see `helpers.sampling.Step`). Raises ValueError for what
        is not a caption and for settings out of range.
        """
        settings = self.settings(n, seed, temperature=temperature, top_k=top_k, top_p=top_p, guidance=guidance)
        return self._finish(caption, settings, self._steps(caption, settings, None, keep))

    def draw_each(self, captions: Iterable[str], n: SupportsIndex = 1, **settings) -> Iterator[Drawing]:
        """Draw `n` pictures of each of many captions, one drawing after another; the same pictures as `draw` gives."""
        return (self.draw(caption, n, **settings) for caption in listed(captions))

    def stream(
        self,
        caption: str,
        n: SupportsIndex = 8,
        seed: SupportsIndex = 0,
        *,
        temperature: SupportsFloat | None = None,
        top_k: SupportsIndex | None = None,
        top_p: SupportsFloat | None = None,
        guidance: SupportsFloat | None = None,
        every: SupportsIndex = 1,
    ) -> Iterator[Partial]:
        """Draw as `draw` does and yield a `Partial` every `every` tokens; the last one is complete."""
        settings = self.settings(n, seed, temperature=temperature, top_k=top_k, top_p=top_p, guidance=guidance)
        return self._partials(self._steps(caption, settings), settings.n, count("every", every, 1))

    def complete(
        self,
        caption: str,
        tokens: Grid,
        keep_rows: SupportsIndex | None = None,
        *,
        known: Grid | None = None,
        n: SupportsIndex = 8,
        seed: SupportsIndex = 0,
        temperature: SupportsFloat | None = None,
        top_k: SupportsIndex | None = None,
        top_p: SupportsFloat | None = None,
        guidance: SupportsFloat | None = None,
    ) -> Drawing:
        """Keep part of a picture and draw the rest of it again.

        `tokens` is one encoded picture, flat or as a grid. Kept are its first `keep_rows` rows, or the
        places where the boolean grid `known` is true. Drawing goes in raster order, as in the original: a
        redrawn token sees only what stands above it and to its left, known or not.
        """
        settings = self.settings(n, seed, temperature=temperature, top_k=top_k, top_p=top_p, guidance=guidance)
        forced = self._forced(tokens, keep_rows, known)
        drawing = self._finish(caption, settings, self._steps(caption, settings, forced))
        return dataclasses.replace(drawing, known=forced)

    def stream_rest(
        self,
        caption: str,
        tokens: Grid,
        known: Grid,
        settings: Settings,
        every: SupportsIndex = 1,
    ) -> Iterator[Partial]:
        """As `complete`, but yield a `Partial` every `every` tokens: redraw the places that are not `known`."""
        forced = self._forced(tokens, None, known)
        return self._partials(self._steps(caption, settings, forced), settings.n, count("every", every, 1), forced)

    def _forced(self, tokens: Grid, keep_rows: SupportsIndex | None, known: Grid | None) -> Int[Tensor, " picture"]:
        """One picture's tokens, −1 at each place that is to be drawn."""
        tokens = tokens_of(tokens, self.codebook).reshape(-1)
        if tokens.numel() != self.grid**2:
            raise ValueError(f"a picture of {self.name} has {self.grid**2} tokens, not {tokens.numel()}")
        if (keep_rows is None) == (known is None):
            raise ValueError("say what to keep: either keep_rows=… or known=…")
        if known is None:
            known = torch.arange(self.grid) < count("keep_rows", keep_rows, 0, self.grid)
            known = known.repeat_interleave(self.grid)
        return tokens.masked_fill(~places_of(known, self.grid), -1)

    def drawing(self, caption: str, tokens: Int[Tensor, "n picture"], settings: Settings, views=None) -> Drawing:
        """Decode finished tokens into a `Drawing`."""
        pictures, said = self.decode(tokens), self._said(caption)
        return Drawing(pictures, tokens.cpu(), said, settings, self.name, views or {}, self, self.precision)

    # captions from pictures

    def describe(
        self,
        picture: Picture,
        n: SupportsIndex = 1,
        seed: SupportsIndex = 0,
        *,
        temperature: SupportsFloat = 0.5,
        top_k: SupportsIndex | None = None,
        top_p: SupportsFloat | None = None,
    ) -> list[str]:
        """Read a picture (or one picture's tokens) back into `n` captions. Settings are those of `draw`."""
        settings = Settings(n, seed, temperature, top_k, top_p)
        check_kept(settings.n, CAPTION_BYTES)
        return self._texts(picture, settings)

    # how likely

    @torch.inference_mode()
    def score(
        self,
        caption: str | list[str],
        picture: Picture,
        against_empty: bool = False,
        per_token: bool = False,
    ) -> Tensor:
        """log p(picture tokens | caption) in nats: [captions], or [captions, tokens] with `per_token`.

        `against_empty` subtracts log p(picture tokens | no caption), which leaves what the words add.
        """
        captions = listed([caption] if isinstance(caption, str) else caption)
        tokens = self._tokens(picture).to(self.device)
        scores = torch.stack([self._logprobs(c, tokens) for c in captions])
        if against_empty:
            scores = scores - self._logprobs(None, tokens)
        return (scores if per_token else scores.sum(-1)).cpu()

    def foresee(
        self,
        caption: str,
        picture: Picture,
        *,
        temperature: float | None = None,
        top_k: int | None = None,
        top_p: float | None = None,
        guidance: float | None = None,
    ) -> Foresight:
        """What the model would draw at each place of a given picture, by teacher forcing; settings as in `draw`."""
        tokens = self._tokens(picture).cpu()
        settings = self.settings(1, 0, temperature=temperature, top_k=top_k, top_p=top_p, guidance=guidance)
        words, keep = self._words(caption), ("logprobs", "entropy", "likeliest", "attention")
        kept: dict[str, list[Tensor]] = {}
        for _, step in self._steps(caption, settings, tokens, keep):
            views = step.views
            seen = views.pop("attention").float()  # [layers, heads, tokens before]
            views["attention"] = torch.stack([seen[:, :, a:b].sum(-1) for _, a, b in words], -1)[None]
            for name, view in views.items():
                kept.setdefault(name, []).append(view[0].cpu())
        found = {name: torch.stack(views) for name, views in kept.items()}
        return Foresight(
            caption=caption,
            tokens=tokens,
            words=[word for word, _, _ in words],
            chances=found["logprobs"].exp(),
            entropy=found["entropy"],
            likeliest=found["likeliest"],
            probabilities=found["chances"],
            attention=found["attention"],
        )

    # tokens

    @torch.inference_mode()
    def encode(self, pictures: Picture | Iterable[Picture]) -> Int[Tensor, "n picture"]:
        """Tokens of one picture or several, of any kind and size: paths, images, arrays, tensors (`helpers.images`)."""
        pixels = to_batch(pictures, self.picture_size)

        def encoded(first: int, count: int) -> Iterator[Tensor]:
            yield self._encode(pixels[first : first + count].to(self.device)).flatten(1).cpu()

        return torch.cat([tokens for _, tokens in in_chunks(encoded, len(pixels), self.decoded_at_once)])

    @torch.inference_mode()
    def decode(self, tokens: Grid) -> list[Image.Image]:
        """Pictures of tokens, [n, rows, columns] or [n, tokens]; places whose tokens are missing are grey."""
        tokens = tokens_of(tokens, self.codebook)
        tokens = tokens.reshape(1, -1) if tokens.dim() < 2 else tokens.flatten(1)
        grid, done = self.grid, tokens.shape[1]
        if done > grid**2:
            raise ValueError(f"a picture of {self.name} has {grid**2} tokens, not {done}")
        return self._show(torch.nn.functional.pad(tokens, (0, grid**2 - done), value=-1))

    @torch.inference_mode()
    def _show(self, tokens: Int[Tensor, "n picture"]) -> list[Image.Image]:
        """Pictures of tokens, grey at each place where the token is −1."""
        grid, cell = self.grid, self.picture_size // self.grid

        def seen(first: int, count: int) -> Iterator[list[Image.Image]]:
            chunk = tokens[first : first + count].to(self.device).view(-1, grid, grid)
            drawn = (chunk >= 0).repeat_interleave(cell, 1).repeat_interleave(cell, 2)[:, None]
            yield to_images(torch.where(drawn, self._decode(chunk.clamp_min(0)).float(), UNDRAWN))

        return [image for _, images in in_chunks(seen, len(tokens), self.decoded_at_once) for image in images]

    def _partials(
        self, steps: Iterator[tuple[int, Step]], n: int, every: int, forced: Tensor | None = None
    ) -> Iterator[Partial]:
        for tokens, done in growing(steps, n, self.grid**2, every):
            yield Partial(tokens, done, self.grid**2, self, forced)

    def _finish(self, caption: str, settings: Settings, steps: Iterator[tuple[int, Step]]) -> Drawing:
        tokens, views = gathered(steps)
        return self.drawing(caption, tokens, settings, views)

    def _checked(self, settings: Settings) -> Settings:
        """The settings; a ValueError where so many finished pictures would not fit into memory."""
        check_kept(settings.n, 3 * self.picture_size**2 + 8 * self.grid**2)
        return settings

    def _tokens(self, picture: Picture) -> Int[Tensor, " picture"]:
        """One picture's tokens, from a picture or from tokens."""
        if not self._is_tokens(picture):
            tokens = self.encode(picture)
            if len(tokens) != 1:
                raise ValueError(f"there are {len(tokens)} pictures; give one, or {self.grid**2} whole-number tokens")
            return tokens[0]
        return tokens_of(picture, self.codebook).reshape(-1)

    def _is_tokens(self, picture: Picture) -> bool:
        """Whether this is an array of one picture's tokens rather than of pixels."""
        return is_tokens(picture, self.grid**2)

    def notices(self, caption: str) -> list[str]:
        """Warnings about a caption, for a reader, before it is drawn."""
        return []
