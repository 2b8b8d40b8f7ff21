"""What drawing with a transformer of some geometry costs: computed from the geometry, nothing is allocated."""

from dataclasses import dataclass

from helpers.networks.transformer import TransformerConfig, parameters, pattern_mask
from helpers.sampling.cache import picture_sight


@dataclass(frozen=True)
class Cost:
    """Memory and arithmetic of drawing n pictures of one caption. An operation is a product or a sum of two numbers.

    In each step the weights are read once for all n pictures, and so are the caption's keys and values. A picture's
    own keys and values are read as far as each layer's pattern sees. Embeddings count in `parameters` only, since a
    step reads few of their rows.
    """

    parameters: int
    steps: int
    weight_bytes: int  # read in every step
    cache_bytes: int  # kept for each picture
    caption_bytes: int  # kept once, for all pictures
    read_bytes: int  # read from the cache of each picture, in all steps together
    operations: int  # for each picture, in all steps together

    def seconds(self, n: int, bandwidth: float, operations: float, memory: float) -> tuple[int, float]:
        """In how many chunks n pictures are drawn, and the least seconds that takes, as (chunks, seconds).

        `bandwidth` in bytes/s, `operations` in 1/s, `memory` in bytes. Raises ValueError where not one picture fits.
        """
        most = int((memory - self.weight_bytes - self.caption_bytes) // self.cache_bytes)
        if most < 1:
            raise ValueError(f"memory is {memory:.3g} bytes; one picture takes {memory_of(self):.3g}")
        splits = -(-n // most)
        read = splits * self.steps * (self.weight_bytes + self.caption_bytes) + n * self.read_bytes
        return splits, max(read / bandwidth, n * self.operations / operations)


def memory_of(cost: Cost) -> int:
    """Bytes in memory while one picture is drawn."""
    return cost.weight_bytes + cost.caption_bytes + cost.cache_bytes


def cost(config: TransformerConfig, text: int | None = None, number: int = 2, sparse: bool = True) -> Cost:
    """The cost of drawing after a caption of `text` tokens (None: the whole window), in numbers of `number` bytes.

    `sparse=False` counts as if every layer had full attention.
    """
    c = config
    text, patterns = c.text_window if text is None else text, c.attention if sparse else ("full",) * len(c.attention)
    steps, given, token = (
        c.picture_tokens,
        text + 1,
        2 * c.width * number,
    )  # bytes of a token's key and value in one layer
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
