"""Our transformer under the sampling loop: after captions it writes pictures, after a picture it writes captions."""

from collections.abc import Callable, Iterator

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from helpers.networks.transformer import CONDITION, GENERATED, Transformer, stream_mask
from helpers.sampling.cache import Cache, picture_sight, text_sight
from helpers.sampling.compiled import CACHE_DTYPE
from helpers.sampling.loop import Step, sample, until
from helpers.sampling.settings import Settings
from helpers.sampling.steady import drawing, steady


def run(
    model: Transformer, x: Float[Tensor, "rows tokens width"], caches: list[Cache]
) -> Float[Tensor, "rows tokens width"]:
    """Run new tokens through all layers; each layer's cache holds what came before them."""
    for layer, cache in zip(model.layers, caches, strict=True):
        x = layer(x, cache=cache)
    return model.norm(x)


def products(model: Transformer) -> int:
    """About how many multiplications a token takes: one for each weight of the layers and of a head."""
    return sum(p.numel() for part in (model.layers, model.picture_head) for p in part.parameters())


def hooked(model: Transformer) -> list[str]:
    """Names of the modules in a transformer that have hooks. Raises ValueError if the transformer itself has one."""
    if _hooks(model):
        raise ValueError(
            "there is a hook on the transformer itself, which is not called while it draws; put hooks on its layers, "
            "or on what is in them"
        )
    return [name for name, module in model.named_modules() if _hooks(module)]


def _hooks(module: nn.Module) -> bool:
    return bool(module._forward_hooks or module._forward_pre_hooks)


class PictureWriter:
    """Reads captions, then writes n pictures after each. `compiled` is the result of `compiled_step`, or None.

    Without it, layers are called as modules for every token, so that hooks on them and edits of their weights work.
    """

    def __init__(
        self, model: Transformer, prompts: Int[Tensor, "prompts text"], n: int, compiled: Callable | None = None
    ):
        self.model, self.device, self.n, self.weights = model, model.start.device, n, steady(model)
        self.prompts, self.places = prompts.to(self.device), model.picture_places(GENERATED)
        self.work = len(prompts) * n * products(model)
        self.kept, self.compiled, self.quick, self.hooked = [], compiled, None, hooked(model)
        if compiled is not None and self.hooked:
            raise ValueError(
                f"there are hooks on {', '.join(self.hooked)}, which a compiled step does not call; remove them, or "
                "give precision 'int8'"
            )

    @property
    def caches(self) -> list[Cache]:
        """The caches, if a step may be recorded as a CUDA graph; none where there are hooks: a graph skips them."""
        return [] if self.hooked else self.kept

    def read(self, views: list | None) -> Float[Tensor, "rows codebook"]:
        model, c = self.model, self.model.config
        quick = self.compiled is not None and views is None
        sights = [picture_sight(pattern, c.grid, c.kernel) for pattern in c.attention]
        self.kept = [Cache(self.n, sight, dtype=CACHE_DTYPE if quick else None, views=views) for sight in sights]
        x = torch.cat([model.embed_start(len(self.prompts)), model.embed_text(self.prompts, CONDITION)], 1)
        with drawing(self.weights):
            x = run(model, x, self.kept)
            self.quick = self.compiled(self.kept) if quick else None
            return model.picture_head(x[:, -1].repeat_interleave(self.n, 0))

    def write(self, tokens: Int[Tensor, " rows"], at: int | Tensor) -> Float[Tensor, "rows codebook"]:
        if self.quick is not None:
            return self.quick(tokens, self.places[at], at)
        for cache in self.kept:
            cache.at = at
        x = self.model.picture_token(tokens)[:, None] + self.places[at]
        with drawing(self.weights):
            return self.model.picture_head(run(self.model, x, self.kept)[:, -1])


class TextWriter:
    """Reads a picture, then writes n captions after it."""

    caches = ()  # a step is not recorded as a CUDA graph: captions end after a few tokens

    def __init__(self, model: Transformer, picture: Int[Tensor, "1 picture"], n: int):
        self.model, self.picture, self.n, self.device = model, picture.to(model.start.device), n, model.start.device
        self.weights, self.work = steady(model), n * products(model)
        hooked(model)
        self.places = model.text_position.weight + model.segment.weight[GENERATED]

    def read(self, views: list | None) -> Float[Tensor, "rows text_vocab"]:
        model, c = self.model, self.model.config
        masks = [stream_mask(pattern, c, 0, False).to(self.device) for pattern in c.attention]
        self.kept = [Cache(self.n, text_sight(c.text_window), mask, views=views) for mask in masks]
        x = torch.cat([model.embed_start(1), model.embed_picture(self.picture, CONDITION)], 1)
        with drawing(self.weights):
            return model.text_head(run(model, x, self.kept)[:, -1].repeat_interleave(self.n, 0))

    def write(self, tokens: Int[Tensor, " rows"], at: int | Tensor) -> Float[Tensor, "rows text_vocab"]:
        for cache in self.kept:
            cache.at = at
        x = self.model.text_token(tokens)[:, None] + self.places[at]
        with drawing(self.weights):
            return self.model.text_head(run(self.model, x, self.kept)[:, -1])


def sample_picture(
    model: Transformer,
    text: Int[Tensor, "captions text"],
    empty: Int[Tensor, "1 text"],
    settings: Settings,
    *,
    known: Int[Tensor, " picture"] | None = None,
    keep: tuple[str, ...] = (),
    first: int = 0,
    compiled: Callable | None = None,
) -> Iterator[Step]:
    """Draw n pictures of each caption with our transformer, in raster order; see `sample`."""
    prompts = torch.cat([text, empty.expand(len(text), -1)]) if settings.guidance != 1 else text
    with torch.inference_mode():
        writer = PictureWriter(model, prompts, settings.n, compiled)
    return sample(writer, model.config.picture_tokens, settings, len(text), known=known, keep=keep, first=first)


def sample_text(
    model: Transformer, picture: Int[Tensor, "1 picture"], settings: Settings, end: int, first: int = 0
) -> Int[Tensor, "n text"]:
    """Read a picture back: draw text tokens after it until every row has met `end`."""
    with torch.inference_mode():
        writer = TextWriter(model, picture, settings.n)
    return until(end, sample(writer, model.config.text_window, settings, first=first), model.config.text_window)
