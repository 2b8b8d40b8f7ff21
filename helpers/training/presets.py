"""The sizes that are trained, as data."""

from dataclasses import dataclass, field

from helpers.dvae import DVAEConfig
from helpers.transformer import TransformerConfig, published_attention

FIVE = {"thing": 0.2, "counting": 0.12, "blocks": 0.15, "outfit": 0.2, "scene": 0.33}
COLORS = ("red", "yellow", "blue", "green", "purple", "black")
SUBJECTS = ("fox", "bear", "panda", "cat", "rabbit", "frog", "pig", "lion")


@dataclass(frozen=True)
class Preset:
    """Networks, pictures and a budget of minutes; `shares` of it go to the dVAE and the transformer."""

    dvae: DVAEConfig
    transformer: TransformerConfig
    families: dict[str, float] = field(default_factory=lambda: dict(FIVE))
    restrict: dict[str, tuple] = field(default_factory=dict)  # slot -> the values drawn instead of all
    pictures: int = 80_000
    minutes: float = 90.0
    dvae_share: float = 0.3
    dvae_batch: int = 64
    dvae_lr: float = 1e-3
    beta: float = 6.6  # of the KL, reached after the first 3% of training (5k of the published 150k τ steps)
    batch: int = 64
    lr: float = 3e-3
    ema: float = 0.995


PRESETS = {
    "micro": Preset(
        dvae=DVAEConfig(32, 2, 2, 2, 64, 64, 256, "fsq", (8, 8, 4), "gaussian", 0.5),
        transformer=TransformerConfig(text_window=32, codebook=256, width=128, heads=4, attention=("full",) * 4),
        families={"outfit": 1.0},
        restrict={"animal": SUBJECTS, "shirt": COLORS, "hat": ("none",), "gloves": ("none",), "pants": ("none",)},
        pictures=6_000,
        minutes=5.0,
        lr=4e-3,
        ema=0.98,
    ),
    "nano": Preset(
        dvae=DVAEConfig(64, 4, 2, 3, 128, 128, 1024, "fsq", (8, 8, 4, 4), "gaussian", 0.5),
        transformer=TransformerConfig(),
    ),
    "mini": Preset(
        dvae=DVAEConfig(128, 4, 2, 3, 256, 128, 2048, "fsq", (8, 8, 8, 4), "gaussian", 0.5),
        transformer=TransformerConfig(codebook=2048, grid=16, width=448, heads=7, attention=("full",) * 8),
        pictures=400_000,
        minutes=24.0,
        dvae_batch=512,
        batch=512,
        ema=0.999,
    ),
    "paper": Preset(
        dvae=DVAEConfig(),
        transformer=TransformerConfig(16_384, 256, 8192, 32, 3968, 62, published_attention(64)),
    ),
}
