"""A step of an int8 transformer as one function, compiled for this CPU by torch.compile.

What `writers.run` does in hundreds of calls becomes a few loops, and the keys and values of tokens that are
written are kept in float16. It is two to three times as fast, and its pictures differ a little from those of int8.
"""

import math
from collections.abc import Callable
from itertools import count, islice
from types import FunctionType

import torch
import torch.nn.functional as F
from jaxtyping import Float, Int
from torch import Tensor
from tqdm.auto import tqdm

from helpers.networks.transformer import Layer, Transformer, TransformerConfig
from helpers.sampling.cache import Cache
from helpers.sampling.steady import batched

CACHE_DTYPE = torch.float16  # of the rows' own keys and values
GROWTH = 32  # tokens for which room is made, at first and whenever the room is full
PART = 32  # components of a value vector that are summed at once

KeysAndValues = tuple[Float[Tensor, "heads prompts n slots head"], Float[Tensor, "heads prompts n parts slots part"]]


def check_compilable(config: TransformerConfig) -> None:
    """Raise ValueError unless every layer sees everything before it."""
    if {*config.attention} != {"full"}:
        raise ValueError(
            f"attention is {', '.join(sorted({*config.attention}))}; only a transformer whose layers are all 'full' "
            "can be compiled; give precision 'int8'"
        )


def compiled_step(model: Transformer) -> Callable[[list[Cache]], Callable]:
    """Compile one step of all layers and the head. Returns a function: the caches of a drawing -> its step.

    `step(tokens, place, at)` gives the logits of the next tokens, [rows, codebook]; tokens: [rows]; place: [width],
    which is added to each token's vector. The caches must keep the rows' own keys and values in `CACHE_DTYPE`.
    Compiling takes ten seconds to a minute, less where torch finds an earlier result in its own cache. Raises
    RuntimeError where there is no C++ compiler.
    """
    from torch._inductor.cpp_builder import get_cpp_compiler  # takes seconds
    from torch._inductor.exc import InvalidCxxCompiler

    try:
        get_cpp_compiler()
    except InvalidCxxCompiler as error:
        raise RuntimeError(
            "a transformer is compiled with a C++ compiler, and none was found: install g++, clang or Visual C++, "
            "name it in the environment variable CXX, or give precision 'int8'"
        ) from error
    options = {"guard_filter_fn": _trusting, "cpp.enable_floating_point_contract_flag": "fast"}
    run = torch.compile(_twin(_step), dynamic=True, fullgraph=True, options=options)

    def begin(caches: list[Cache]) -> Callable:
        heads = model.config.heads
        prompts = caches[0].given.shape[1] // heads
        given = [cache.given for cache in caches]
        own = GrowingCache([cache.own for cache in caches], heads, prompts)
        return lambda tokens, place, at: run(model, tokens.view(prompts, -1), place, given, own.upto(at), at)

    with tqdm(bar_format="compiling a step for this CPU, up to a minute", leave=False):
        _first(model, run)
    return begin


class GrowingCache:
    """The rows' own keys and values, in the memory of a drawing's caches, without gaps between the rows.

    Gaps, such as room for tokens to come, would more than halve the speed at which memory is read. So there is room
    for a few tokens at a time. When it is full it is enlarged, and existing entries are copied to their new places.
    """

    def __init__(self, memory: list[Float[Tensor, "2 rows tokens head"]], heads: int, prompts: int):
        self.memory, self.shape, self.slots = memory, (heads, prompts, memory[0].shape[1] // heads // prompts), 0
        self.layers: list[KeysAndValues] = []

    def upto(self, at: int) -> list[KeysAndValues]:
        """Keys and values of each layer, with room up to token `at`."""
        if at >= self.slots:
            written, self.slots = self.slots, min(self.slots + GROWTH, self.memory[0].shape[2])
            self.layers = [self._moved(memory, written) for memory in self.memory]
        return self.layers

    def _moved(self, memory: Tensor, written: int) -> KeysAndValues:
        kept = [part.clone() for part in self._laid_out(memory, written)]
        roomy = self._laid_out(memory, self.slots)
        for new, old in zip(roomy, kept, strict=True):
            new[..., :written, :] = old
        return roomy

    def _laid_out(self, memory: Tensor, slots: int) -> KeysAndValues:
        shapes = _shapes(self.shape, slots, memory.shape[3])
        return tuple(own[: math.prod(shape)].view(shape) for own, shape in zip(memory.flatten(1), shapes, strict=True))


def _shapes(rows: tuple[int, int, int], slots: int, head: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Shapes of the keys and of the values; `rows` is (heads, prompts, n)."""
    part = math.gcd(head, PART)
    return (*rows, slots, head), (*rows, head // part, slots, part)


def _trusting(guards: list) -> list[bool]:
    """Skip torch's checks before each step: it only ever gets its own model, and shapes that it was compiled for."""
    return [False] * len(guards)


def _twin(function: Callable) -> Callable:
    """The same function with a code object of its own, under which torch keeps what it compiles for one model."""
    return FunctionType(function.__code__.replace(), function.__globals__)


@torch.inference_mode()
def _first(model: Transformer, run: Callable) -> None:
    """Compile with distinct sizes, so that torch does not merge two symbolic dimensions."""
    c, head = model.config, model.config.width // model.config.heads
    taken = c.heads, head, math.gcd(head, PART)
    at, prompts, n, slots, text = islice((size for size in count(12, 3) if size not in taken), 5)
    given = [torch.zeros(2, c.heads * prompts, text, head) for _ in c.attention]
    shapes = _shapes((c.heads, prompts, n), slots, head)
    own = [tuple(torch.zeros(shape, dtype=CACHE_DTYPE) for shape in shapes) for _ in c.attention]
    run(model, torch.zeros(prompts, n, dtype=torch.long), torch.zeros(c.width), given, own, at)


def _step(
    model: Transformer,
    tokens: Int[Tensor, "prompts n"],
    place: Float[Tensor, " width"],
    given: list[Float[Tensor, "2 batch text head"]],
    own: list[KeysAndValues],
    at: int,
) -> Float[Tensor, "rows codebook"]:
    prompts, n = tokens.shape
    x = model.picture_token(tokens.view(prompts * n)) + place
    for layer, of_prompt, of_row in zip(model.layers, given, own, strict=True):
        x = x + _attend(layer, x, (prompts, n), of_prompt, of_row, at)
        x = x + layer.down(F.gelu(layer.up(layer.norm_2(x))))
    return model.picture_head(model.norm(x))


def _attend(
    layer: Layer, x: Float[Tensor, "rows width"], shape: tuple[int, int], given: Tensor, own: KeysAndValues, at: int
) -> Float[Tensor, "rows width"]:
    """What `Cache` does in a step; products with the rows' own keys and values are written as sums, which torch fuses.

    `shape` is (prompts, n); `x` has a row for each of their pairs.
    """
    prompts, n = shape
    heads, (given_keys, given_values), (keys, values) = layer.attention.heads, given, own
    text, head = given_keys.shape[1:]
    # (prompts · n, 3 · width) -> (3, heads, prompts, n, head)
    qkv = layer.attention.qkv(layer.norm_1(x)).view(prompts, n, 3, heads, head).permute(2, 3, 0, 1, 4)
    new = qkv[:, ..., None, :].to(CACHE_DTYPE)
    keys[..., at : at + 1, :] = new[1]
    values[..., at : at + 1, :] = new[2].unflatten(-1, values.shape[3::2]).transpose(-3, -2)
    q = qkv[0].reshape(heads * prompts, n, head) / math.sqrt(head)
    of_given = torch.ops.daikon.batched(q, given_keys.mT).view(heads, prompts, n, text)
    of_own = (q.view(heads, prompts, n, 1, head) * keys.float()).sum(-1)
    of_own = of_own.masked_fill(torch.arange(keys.shape[3]) > at, -torch.inf)
    # the scores of given and own tokens share one softmax: (heads, prompts, n, text + slots)
    p = torch.cat([of_given, of_own], -1).softmax(-1)
    y = torch.ops.daikon.batched(p[..., :text].reshape(heads * prompts, n, text), given_values)
    y = y.view(heads, prompts, n, head) + (p[..., None, text:, None] * values.float()).sum(-2).flatten(-2)
    return layer.attention.out(y.flatten(1, 2).transpose(0, 1).reshape(prompts * n, heads * head))


# `batched` as a single operation that torch calls and does not compile.
_LIBRARY = torch.library.Library("daikon", "DEF")
_LIBRARY.define("batched(Tensor x, Tensor matrices) -> Tensor")
_LIBRARY.impl("batched", lambda x, matrices: batched(x, matrices).contiguous(), "CPU")
_LIBRARY.impl("batched", lambda x, matrices: x.new_empty(*x.shape[:2], matrices.shape[2]), "Meta")
