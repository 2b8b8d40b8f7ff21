"""What Daikon is measured beside: models of the same size in other libraries, and the bare products.

Each function returns seconds for n pictures, all tokens. A peer that takes longer than `LIMIT` is
stopped and its time scaled up from the tokens it had written, which are the cheapest ones.
"""

import sys
import time
from unittest.mock import MagicMock

import torch
import torch.nn.functional as F

from helpers.networks.transformer import TransformerConfig

LIMIT = 15.0  # seconds
UNUSED = ("pkg_resources", "omegaconf", "taming", "taming.models", "taming.models.vqgan", "requests", "torchvision")
SOME_STEPS = 8  # of a long drawing's products, one step in this many is taken


def gpt2(config: TransformerConfig, text: int):
    """(a) transformers' GPT-2 with its cache: same layers, width, heads and tokens, a head as large as ours."""
    from transformers import GPT2Config, GPT2LMHeadModel
    from transformers.utils import logging

    logging.set_verbosity_error()
    c, given = config, text + 1
    sizes = {"n_embd": c.width, "n_layer": len(c.attention), "n_head": c.heads, "n_positions": given + c.picture_tokens}
    network = GPT2LMHeadModel(GPT2Config(vocab_size=c.codebook, bos_token_id=None, eos_token_id=None, **sizes)).eval()

    @torch.inference_mode()
    def seconds(n: int) -> float:
        ids = torch.zeros(n, given, dtype=torch.long)
        options = {"do_sample": True, "top_k": 0, "use_cache": True, "pad_token_id": 0, "max_time": LIMIT}
        began = time.perf_counter()
        out = network.generate(ids, attention_mask=ids + 1, max_new_tokens=c.picture_tokens, **options)
        return (time.perf_counter() - began) * c.picture_tokens / (out.shape[1] - given)

    return seconds


def dalle_pytorch(config: TransformerConfig, text: int, mended: bool = False):
    """(b) DALLE-pytorch with `use_cache=True`; None where it is not installed.

    Version 1.6.6 passes its cache on only where it guides (`cond_scale` ≠ 1); `mended` passes it on always.
    """
    try:
        for name in UNUSED:  # imported by it, but not to draw
            if name not in sys.modules:
                try:
                    __import__(name)
                except ImportError:
                    sys.modules[name] = MagicMock()
        from dalle_pytorch import DALLE, DiscreteVAE
    except ImportError:
        return None
    finally:
        for name in UNUSED:
            if isinstance(sys.modules.get(name), MagicMock):
                del sys.modules[name]
    c = config
    vae = DiscreteVAE(image_size=8 * c.grid, num_layers=3, num_tokens=c.codebook, codebook_dim=64, hidden_dim=8)
    sizes = {"dim": c.width, "depth": len(c.attention), "heads": c.heads, "dim_head": c.width // c.heads}
    network = DALLE(vae=vae, num_text_tokens=c.text_vocab, text_seq_len=text, **sizes).eval()
    plain = network.forward

    def seconds(n: int) -> float:
        done, began = 0, time.perf_counter()

        def forward(*arguments, cond_scale=1, cache=None, **options):
            nonlocal done
            if time.perf_counter() - began > LIMIT:
                raise TimeoutError
            done += 1
            return plain(*arguments, cache=cache if mended else None, **options)

        network.forward_with_cond_scale = forward
        try:
            network.generate_images(torch.ones(n, text, dtype=torch.long), use_cache=True)
        except TimeoutError:
            pass
        return (time.perf_counter() - began) * c.picture_tokens / done

    return seconds


@torch.inference_mode()
def products(config: TransformerConfig, text: int, n: int) -> tuple[float, float]:
    """(c) the bare float32 matrix products of the same steps: seconds for those with weights, and for attention's.

    Attention's are with the caption's keys and values once for all n, and with each picture's own so far.
    """
    c, head, given = config, config.width // config.heads, text + 1
    w, batch = c.width, c.heads * n
    layers = [[_weights(w, 3 * w), _weights(w, w), _weights(w, 4 * w), _weights(4 * w, w)] for _ in c.attention]
    inputs = {w: torch.randn(n, w), 4 * w: torch.randn(n, 4 * w)}
    last, query = _weights(w, c.codebook), torch.randn(c.heads, n, head)
    kept = [torch.randn(2, batch, c.picture_tokens, head) for _ in c.attention]
    captions = [torch.randn(2, c.heads, given, head) for _ in c.attention]
    every = SOME_STEPS if n * c.picture_tokens > 4096 else 1
    with_weights = attention = 0.0
    steps = range(every - 1, c.picture_tokens, every)
    for at in steps:
        began = time.perf_counter()
        for layer in layers:
            for weight, bias in layer:
                F.linear(inputs[weight.shape[1]], weight, bias)
        F.linear(inputs[w], *last)
        with_weights += time.perf_counter() - began
        of_caption, of_own = torch.rand(c.heads, n, given), torch.rand(batch, 1, at + 1)
        began = time.perf_counter()
        for (keys, values), (own_keys, own_values) in zip(captions, kept, strict=True):
            query @ keys.mT, of_caption @ values
            query.view(batch, 1, head) @ own_keys[:, : at + 1].mT, of_own @ own_values[:, : at + 1]
        attention += time.perf_counter() - began
    scale = c.picture_tokens / len(steps)
    return with_weights * scale, attention * scale


def _weights(width: int, outputs: int) -> tuple[torch.Tensor, torch.Tensor]:
    return torch.randn(outputs, width), torch.randn(outputs)
