"""A whole text-to-image model of random weights, small enough for tests."""

import torch

from helpers.models.daikon import TextToImage
from helpers.networks.dvae import DVAE, DVAEConfig
from helpers.networks.transformer import PATTERNS, Transformer, TransformerConfig

FSQ = DVAEConfig(16, 4, 1, 1, 16, 16, 16, "fsq", (4, 4), "gaussian", 1.0)
GUMBEL = DVAEConfig(16, 1, 3, 1, 8, 8, 16)
STREAM = TransformerConfig(
    text_vocab=4096, text_window=32, codebook=16, grid=4, width=32, heads=2, attention=PATTERNS, kernel=3
)


def make_dvae(config: DVAEConfig = FSQ, seed: int = 0) -> DVAE:
    """Random weights of a seed; the global random state stays as it was."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        return DVAE(config)


def make_transformer(config: TransformerConfig = STREAM, seed: int = 0) -> Transformer:
    """Random weights, enlarged so that every token and word matters to the next."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        transformer = Transformer(config)
    with torch.no_grad():
        for parameter in transformer.parameters():
            if parameter.dim() == 2:
                parameter.mul_(8)
    return transformer.eval()


def make_model(seed: int = 0) -> TextToImage:
    """16 px, 4 × 4 tokens of 16, a layer of every attention pattern."""
    return TextToImage(make_dvae(seed=seed), make_transformer(seed=seed), "tiny")
