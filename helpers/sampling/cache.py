"""Keys and values of the tokens so far, so that only new tokens run through the network."""

import math
from functools import cache

import torch
import torch.nn.functional as F
from jaxtyping import Bool, Float, Int
from torch import Tensor

from helpers.networks.transformer import pattern_mask
from helpers.sampling.steady import batched


class Sight:
    """Where a layer keeps the tokens that are written one by one, and which of them each token attends to.

    A layer has `slots` places for tokens. A row or convolutional layer overwrites tokens that no later one sees; a
    column layer keeps the tokens of a column side by side. Token `at` is kept in `slot[at]`. It reads `reads[at]`, a
    slice or a tensor of slots, which then hold the tokens `tokens[at]`.

    A step that is recorded as a CUDA graph needs the same shapes at every position. It reads the slots `table[at]`
    (all of them where `table` is None) and adds `hidden[at]`, −∞ for those that the token must not see, to its scores.
    """

    def __init__(self, seen: Bool[Tensor, "tokens tokens"], slot: Int[Tensor, " tokens"]):
        self.slot, self.slots = slot.tolist(), int(slot.max()) + 1
        self.tokens, self.reads = [], []
        most = int(seen.sum(1).max())
        self.table = None if most == self.slots else torch.zeros(len(seen), most, dtype=torch.long)
        self.hidden = torch.full((len(seen), most), -torch.inf)
        for at, row in enumerate(seen):
            slots, order = slot[row].sort()
            self.tokens.append(row.nonzero()[:, 0][order])
            self.reads.append(_compact(slots))
            self.hidden[at, slots if self.table is None else slice(len(slots))] = 0
            if self.table is not None:
                self.table[at, : len(slots)] = slots


@cache
def picture_sight(pattern: str, grid: int, kernel: int) -> Sight:
    """How a layer with this attention pattern keeps the tokens of a picture that follows its caption."""
    at, back = torch.arange(grid**2), {"row": grid, "convolutional": kernel // 2 * (grid + 1)}
    slot = at % grid * grid + at // grid if pattern == "column" else at % (back.get(pattern, grid**2) + 1)
    return Sight(pattern_mask(pattern, grid, kernel), slot)


@cache
def text_sight(tokens: int) -> Sight:
    """How every layer keeps the tokens of a text that follows its picture."""
    return Sight(torch.ones(tokens, tokens, dtype=torch.bool).tril(), torch.arange(tokens))


def _compact(slots: Int[Tensor, " seen"]) -> slice | Tensor:
    """Ascending slots as a slice, where they have no gaps: a slice is read without a copy."""
    first, last = int(slots[0]), int(slots[-1])
    return slice(first, last + 1) if last - first + 1 == len(slots) else slots


class Cache:
    """One layer's keys and values: those of the prompts, shared by the n rows written after each, and each row's own.

    given: [2, heads · prompts, tokens, head]; own: [2, heads · rows, slots, head]; the 2 are keys and values. Whoever
    drives the cache sets `at` before each step: the number of the token that is written next, as an int, or as a
    tensor [1] after `capture`. `views` collects the attention of the first row's last token, [heads, tokens so far].
    """

    def __init__(
        self,
        n: int,
        sight: Sight,
        mask: Tensor | None = None,
        dtype: torch.dtype | None = None,
        views: list[Tensor] | None = None,
    ):
        self.n, self.sight, self.mask, self.dtype, self.views = n, sight, mask, dtype, views
        self.given: Tensor | None = None
        self.at: int | Tensor = 0

    def attend(
        self,
        q: Float[Tensor, "rows heads tokens head"],
        k: Float[Tensor, "rows heads tokens head"],
        v: Float[Tensor, "rows heads tokens head"],
    ) -> Float[Tensor, "rows heads tokens head"]:
        """Attention for a layer: the first call reads the prompts, each further one writes one token for every row."""
        return self._read(q, k, v) if self.given is None else self._step(q, k, v)

    def _read(self, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        prompts, heads, tokens, head = q.shape
        # (prompts, heads, tokens, head) -> (2, heads · prompts, tokens, head): the prompts of a head together
        self.given = torch.stack([k, v]).transpose(1, 2).reshape(2, heads * prompts, tokens, head)
        self.own = q.new_zeros(2, heads * prompts * self.n, self.sight.slots, head, dtype=self.dtype)
        if self.views is not None:
            scores = q[0, :, -1:] @ k[0].mT / math.sqrt(head)
            self.views.append(scores[:, 0].softmax(-1))
        return F.scaled_dot_product_attention(q, k, v, attn_mask=self.mask, is_causal=self.mask is None)

    def _step(self, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        rows, heads, _, head = q.shape
        (keys, values), hidden = self._extend(k, v)
        given_keys, given_values = self.given
        tokens = given_keys.shape[1]
        # (rows, heads, 1, head) -> (heads · rows, 1, head): the rows of a head together
        q = (q / math.sqrt(head)).transpose(0, 1).reshape(heads * rows, 1, head)
        of_given = batched(q.view(-1, self.n, head), given_keys.mT)  # (heads · prompts, n, given)
        of_own = torch.bmm(q, keys.mT)  # (heads · rows, 1, own)
        if hidden is not None:
            of_own = of_own + hidden
        # the scores of given and own tokens share one softmax: (heads · prompts, n, given + own)
        p = torch.cat([of_given, of_own.view(*of_given.shape[:2], -1)], -1).softmax(-1)
        if self.views is not None:
            self.views.append(self._view(p.view(heads, rows, -1)[:, 0], tokens))
        y = batched(p[..., :tokens], given_values).reshape(heads * rows, 1, head)
        y = y.baddbmm(p.view(heads * rows, 1, -1)[..., tokens:], values)
        return y.view(heads, rows, 1, head).transpose(0, 1)

    def capture(self) -> None:
        """Put the tables that a step with `at` as a tensor reads onto the device."""
        device, sight = self.own.device, self.sight
        self.slot, self.hidden = torch.tensor(sight.slot, device=device), sight.hidden.to(self.own)
        self.table = None if sight.table is None else sight.table.to(device)

    def _extend(self, k: Tensor, v: Tensor) -> tuple[Tensor, Tensor | None]:
        """Keep token `at` of every row.

        Returns the keys and values that it reads, [2, heads · rows, seen, head], and what is to be added to its scores
        (0 or −∞), or None.
        """
        rows, heads, _, head = k.shape
        fixed = not isinstance(self.at, int)  # the same shapes at every position
        slot = self.slot[self.at] if fixed else self.sight.slot[self.at]
        for own, new in zip(self.own, (k, v), strict=True):
            # (heads · rows, slots, head) as (heads, rows, slots, head)
            own, new = own.view(heads, rows, -1, head), new.transpose(0, 1)
            if fixed:
                own.index_copy_(2, slot, new)
            else:
                own[:, :, slot : slot + 1] = new
        if not fixed:
            return self.own[:, :, self.sight.reads[self.at]], None
        read = self.own if self.table is None else self.own.index_select(2, self.table[self.at][0])
        return read, self.hidden[self.at]

    def _view(self, p: Float[Tensor, "heads seen"], given: int) -> Float[Tensor, "heads tokens"]:
        """Attention to all tokens so far, zero to those not seen."""
        view = p.new_zeros(len(p), given + self.at + 1)
        view[:, :given], view[:, given + self.sight.tokens[self.at]] = p[:, :given], p[:, given:]
        return view
