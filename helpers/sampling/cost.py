"""What a geometry costs to draw from: arithmetic alone, nothing is allocated."""

from dataclasses import dataclass

from helpers.networks.transformer import TransformerConfig, parameters, pattern_mask
from helpers.sampling.cache import picture_sight


@dataclass(frozen=True)
class Cost:
    """Of `n` pictures of one caption. Bytes are of numbers of `number` bytes; an operation is a product or a sum.

    Weights are read once a step, for all n pictures; caches are read as far as a layer's pattern sees, the
    caption's once for all n. Embeddings are counted in `parameters` alone: of them a step reads a few rows.
    """

    parameters: int
    steps: int
    weight_bytes: int  # read in every step
    cache_bytes: int  # kept a picture
    caption_bytes: int  # kept once, for all pictures
    read_bytes: int  # of caches, a picture, in all steps
    operations: int  # a picture, in all steps

    def seconds(self, n: int, bandwidth: float, operations: float, memory: float) -> tuple[int, float]:
        """Splits and least seconds for n pictures, on a device of so many bytes/s, operations/s and bytes."""
        most = int((memory - self.weight_bytes - self.caption_bytes) // self.cache_bytes)
        if most < 1:
            raise ValueError(f"memory is {memory:.3g} bytes; one picture takes {memory_of(self):.3g}")
        splits = -(-n // most)
        read = splits * self.steps * (self.weight_bytes + self.caption_bytes) + n * self.read_bytes
        return splits, max(read / bandwidth, n * self.operations / operations)


def memory_of(cost: Cost) -> int:
    """Bytes in memory for one picture."""
    return cost.weight_bytes + cost.caption_bytes + cost.cache_bytes


def cost(config: TransformerConfig, text: int | None = None, number: int = 2, sparse: bool = True) -> Cost:
    """The cost of drawing after `text` tokens (the whole window); without `sparse`, as if every layer saw all."""
    c = config
    text, patterns = c.text_window if text is None else text, c.attention if sparse else ("full",) * len(c.attention)
    steps, given, token = c.picture_tokens, text + 1, 2 * c.width * number  # a token's key and value in one layer
    layer = 12 * c.width**2 + 13 * c.width  # products, their biases, two norms
    weights = len(patterns) * layer + c.width * c.codebook + c.codebook + 2 * c.width
    seen = {p: int(pattern_mask(p, c.grid, c.kernel).sum()) for p in set(patterns)}
    slots = {p: picture_sight(p, c.grid, c.kernel).slots for p in set(patterns)}
    looks = sum(seen[p] + steps * given for p in patterns)
    return Cost(
        parameters=parameters(c),
        steps=steps,
        weight_bytes=weights * number,
        cache_bytes=sum(slots[p] for p in patterns) * token,
        caption_bytes=len(patterns) * given * token,
        read_bytes=sum(seen[p] for p in patterns) * token,
        operations=2 * steps * weights + 4 * c.width * looks,
    )
