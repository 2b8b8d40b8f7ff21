"""What Janus and Emu3 share: transformers' networks driven by our sampling loop."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from helpers.images import Picture
from helpers.models.base import Model
from helpers.models.checkpoints import CheckpointError
from helpers.models.zoo import clip
from helpers.sampling import Settings, Step, at_once, in_chunks, sample, until
from helpers.sampling.memory import DISTRIBUTIONS
from helpers.text import normalise

LONGEST_TEXT = 128  # tokens of a description
CHUNK = 512  # positions whose probabilities are computed at once


class CachedWriter:
    """A `Writer` around a decoder of the library transformers, with its growing cache: n rows after each prompt.

    Prompts of different lengths are padded on the left. `embed(tokens, at)` gives the vectors that the decoder reads
    for the tokens at a place, [rows, one or more, width]; `head` turns its output into logits.
    """

    caches = ()  # its cache grows, so that a step cannot be recorded as a CUDA graph

    def __init__(self, body: nn.Module, prompts: list[Float[Tensor, "tokens width"]], n: int, embed, head):
        self.body, self.n, self.embed, self.head = body, n, embed, head
        longest, self.device = max(map(len, prompts)), prompts[0].device
        self.x = torch.stack([nn.functional.pad(p, (0, 0, longest - len(p), 0)) for p in prompts])
        self.mask = torch.tensor([[0] * (longest - len(p)) + [1] * len(p) for p in prompts], device=self.device)
        self.work = len(prompts) * n * sum(p.numel() for p in body.parameters())

    def read(self, views: list | None) -> Float[Tensor, "rows vocabulary"]:
        from transformers.cache_utils import DynamicCache

        self.cache, self.views = DynamicCache(config=self.body.config), views
        hidden = self._forward(self.x)
        self.cache.batch_repeat_interleave(self.n)
        self.mask = self.mask.repeat_interleave(self.n, 0)
        return self.head(hidden.repeat_interleave(self.n, 0))

    def write(self, tokens: Int[Tensor, " rows"], at: int) -> Float[Tensor, "rows vocabulary"]:
        x = self.embed(tokens, at)
        self.mask = nn.functional.pad(self.mask, (0, x.shape[1]), value=1)
        return self.head(self._forward(x))

    def _forward(self, x: Float[Tensor, "rows tokens width"]) -> Float[Tensor, "rows width"]:
        views = self.views
        usual = self.body.config._attn_implementation
        if views is not None:
            self.body.set_attn_implementation("eager")  # the one that returns what it attends to
        out = self.body(
            inputs_embeds=x,
            attention_mask=self.mask,
            position_ids=(self.mask.cumsum(1) - 1).clamp_min(0)[:, -x.shape[1] :],
            past_key_values=self.cache,
            use_cache=True,
            output_attentions=views is not None,
        )
        if views is not None:
            self.body.set_attn_implementation(usual)
            seen = self.mask[0].bool()
            views.extend(attention[0, :, -1, seen] for attention in out.attentions)
        return out.last_hidden_state[:, -1]


def pretrained(kind: type, folder: Path, precision: str) -> tuple[nn.Module, Any]:
    """A network of the library transformers and its tokenizer, from a folder that must hold all of its weights.

    By itself, transformers fills missing weights with random values and only logs it. Raises CheckpointError.
    """
    from transformers import AutoTokenizer

    try:
        net, found = kind.from_pretrained(
            folder,
            dtype=getattr(torch, precision),
            local_files_only=True,
            use_safetensors=True,  # never a pickle
            output_loading_info=True,
        )
        tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    except Exception as error:  # transformers has many of its own for what is damaged
        reason = " ".join(str(error).split())[:300] or type(error).__name__
        raise CheckpointError(f"{folder} cannot be opened: {reason}") from error
    lacking = sorted({*found["missing_keys"], *(key for key, *_ in found["mismatched_keys"])})
    if lacking:
        raise CheckpointError(f"{folder} lacks {len(lacking)} of the model's tensors, {lacking[0]} among them")
    broken = [name for name, value in net.state_dict().items() if not value.isfinite().all()]
    if broken:
        raise CheckpointError(f"{folder} holds numbers that are NaN or infinite in {broken[0]}")
    return net, tokenizer


class PublicModel(Model):
    """A network of the library transformers behind the methods of every model."""

    decoded_at_once = 4
    commit: str | None = None  # of its repository; None where it is not known

    def __init__(self, net: nn.Module, tokenizer, name: str):
        self.net, self.tokenizer, self.name = net.eval(), tokenizer, name

    @property
    def identity(self) -> str | None:
        """Name, commit and precision, by which its drawings are found and drawn again; None without a commit."""
        return f"{self.name}@{self.commit} in {self.precision}" if self.commit else None

    @property
    def device(self) -> torch.device:
        return self.net.device

    @property
    def precision(self) -> str:
        """What the network computes in."""
        return str(self.net.dtype).removeprefix("torch.")

    @cached_property
    def ranker(self):
        """The hub's CLIP, if it was fetched."""
        return clip.fetched(str(self.device))

    def to(self, device: str | torch.device) -> "PublicModel":
        """Move to a device."""
        self.net.to(device)
        return self

    # what each public model implements

    body: nn.Module  # the decoder

    def _prompt(self, caption: str) -> list[int]:
        """Text tokens of a caption, up to where the picture begins."""
        raise NotImplementedError

    def _without(self, prompt: list[int]) -> list[int]:
        """A prompt without its caption, which guidance pushes away from."""
        raise NotImplementedError

    def _read_code(self, codes: Int[Tensor, " rows"], at: int) -> Float[Tensor, "rows tokens width"]:
        """The vectors that the decoder reads for the picture tokens at a place."""
        raise NotImplementedError

    def _code_logits(self, hidden: Float[Tensor, "rows width"]) -> Float[Tensor, "rows codebook"]:
        """Logits of the picture tokens, from the decoder's output."""
        raise NotImplementedError

    # overrides of `Abilities`

    def _networks(self) -> list[nn.Module]:
        return [self.net]

    def _said(self, caption: str) -> str:
        normalise(caption)  # refuses what is not a caption
        return " ".join(caption.split())

    def _words(self, caption: str) -> list[tuple[str, int, int]]:
        words = self._said(caption).split(" ")
        whole = self._prompt(" ".join(words))
        shared = [_shared(self._prompt(" ".join(words[:i])), whole) for i in range(len(words))]
        ends = [*shared[1:], len(whole) - len(self._prompt("")) + shared[0]]
        return list(zip(words, shared, ends, strict=True))

    def _read_text(self, ids: list[int]) -> Float[Tensor, "tokens width"]:
        return self.body.get_input_embeddings()(torch.tensor(ids, device=self.device))

    @torch.inference_mode()
    def _steps(
        self, caption: str, settings: Settings, known: Tensor | None = None, keep: tuple[str, ...] = ()
    ) -> Iterator[tuple[int, Step]]:
        prompt = self._prompt(self._said(caption))
        both = [prompt, self._without(prompt)] if settings.guidance != 1 else [prompt]
        read = [self._read_text(ids) for ids in both]

        def draw(first: int, count: int) -> Iterator[Step]:
            writer = CachedWriter(self.body, read, count, self._read_code, self._code_logits)
            return sample(writer, self.grid**2, replace(settings, n=count), known=known, keep=keep, first=first)

        return in_chunks(draw, settings.n, at_once(self._picture_bytes(len(both), len(prompt)), self.device))

    def _picture_bytes(self, rows: int, prompt: int) -> int:
        """Bytes that one picture takes while it is drawn."""
        c = self.body.config
        width = 2 * c.num_hidden_layers * c.num_key_value_heads * (c.hidden_size // c.num_attention_heads)
        return rows * width * (prompt + self.grid * (self.grid + 1)) * self.net.dtype.itemsize + (
            DISTRIBUTIONS * 8 * self.codebook
        )

    @torch.inference_mode()
    def _logprobs(self, caption: str | None, tokens: Int[Tensor, " picture"]) -> Float[Tensor, " picture"]:
        prompt = self._without(self._prompt("")) if caption is None else self._prompt(self._said(caption))
        read = [self._read_text(prompt), *(self._read_code(tokens[at, None], at)[0] for at in range(len(tokens) - 1))]
        ends = torch.tensor([len(x) for x in read]).cumsum(0) - 1  # from where each token is foreseen
        hidden = self.body(inputs_embeds=torch.cat(read)[None], use_cache=False).last_hidden_state[0, ends]
        parts = zip(hidden.split(CHUNK), tokens.split(CHUNK), strict=True)
        logits = [(self._code_logits(x).float().log_softmax(-1), codes) for x, codes in parts]
        return torch.cat([p.gather(1, codes[:, None])[:, 0] for p, codes in logits])

    @torch.inference_mode()
    def _written(self, read: Float[Tensor, "tokens width"], head: Callable, end: int, settings: Settings) -> list[str]:
        """n texts that the decoder writes after the vectors that it has read."""
        embed = self.body.get_input_embeddings()

        def write(first: int, count: int) -> Iterator[list[list[int]]]:
            writer = CachedWriter(self.body, [read], count, lambda tokens, at: embed(tokens)[:, None], head)
            steps = sample(writer, LONGEST_TEXT, replace(settings, n=count), first=first)
            yield until(end, steps, LONGEST_TEXT).tolist()

        chunks = in_chunks(write, settings.n, at_once(self._picture_bytes(1, len(read)), self.device))
        rows = [row for _, chunk in chunks for row in chunk]
        return [self.tokenizer.decode(row, skip_special_tokens=True).strip() for row in rows]

    def _image(self, picture: Picture) -> Picture:
        """The picture itself; tokens are decoded first."""
        return self.decode(self._tokens(picture))[0] if self._is_tokens(picture) else picture


def _shared(one: list[int], other: list[int]) -> int:
    """How many tokens two prompts share from the start."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
