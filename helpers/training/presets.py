"""The sizes that are trained, as data."""

from dataclasses import dataclass, field

from helpers.networks.dvae import DVAEConfig
from helpers.networks.transformer import TransformerConfig, published_attention

# family -> its share of the training pictures: the more there is to tell apart in it, the more
FAMILIES = {
    "thing": 0.07,
    "counting": 0.05,
    "blocks": 0.06,
    "outfit": 0.07,
    "scene": 0.13,
    "view": 0.06,
    "inside": 0.05,
    "carrier": 0.09,
    "fashion": 0.06,
    "room": 0.06,
    "blend": 0.08,
    "character": 0.07,
    "analogy": 0.05,
    "country": 0.05,
    "decade": 0.05,
}
# family -> how many times its share the judge is shown: where there is most to tell apart in little space
HARD = {"scene": 2.5, "carrier": 2.5, "counting": 2.5, "fashion": 2.5, "view": 1.5}
COLORS = ("red", "yellow", "blue", "green", "purple", "black")
SUBJECTS = ("fox", "bear", "panda", "koala", "rabbit", "frog", "pig", "lion")
WITHHELD = (
    {"animal": "fox", "shirt": "blue"},
    {"animal": "panda", "shirt": "red"},
    {"animal": "rabbit", "shirt": "green"},
    {"animal": "frog", "shirt": "purple"},
    {"animal": "pig", "shirt": "yellow"},
    {"animal": "lion", "shirt": "black"},
)
ASKED = (
    "an emoji of a baby penguin wearing a blue hat, red gloves, green shirt, and yellow pants",
    "a fox on the beach at night",
    "an illustration of a capybara sitting in a field at sunrise",
    "a stack of 3 cubes. a red cube is on the top, sitting on a green cube. "
    "the green cube is in the middle, sitting on a blue cube. the blue cube is on the bottom.",
    "a green clock in the shape of a pentagon",
    "a collection of three cups is sitting on a table",
)


@dataclass(frozen=True)
class Preset:
    """Networks, pictures and a budget of minutes; a network without a share of it is not trained."""

    dvae: DVAEConfig
    transformer: TransformerConfig
    families: dict[str, float] = field(default_factory=lambda: dict(FAMILIES))
    restrict: dict[str, tuple] = field(default_factory=dict)  # slot -> the values drawn instead of all
    withheld: tuple[dict, ...] = ()  # facts that are never shown together, beside those the picture world holds out
    pictures: int = 80_000
    judge_pictures: int = 100_000  # painted for the judge, who sees what is held out as well
    minutes: float = 90.0
    shares: dict[str, float] = field(  # of the minutes, by network
        default_factory=lambda: {"dvae": 0.27, "transformer": 0.53, "ranker": 0.1, "judge": 0.1}
    )
    dvae_batch: int = 64
    dvae_lr: float = 1e-3
    beta: float = 6.6  # of the KL, reached after the first 3% of training (5k of the published 150k τ steps)
    batch: int = 64
    lr: float = 3e-3
    muon: bool = True  # for the matrices of the transformer's layers; else AdamW for all weights
    ranker: dict = field(default_factory=dict)  # where its geometry is not the usual one
    ranker_batch: int = 128
    ranker_lr: float = 1e-3
    judge: dict = field(default_factory=dict)  # likewise
    judge_batch: int = 64
    judge_lr: float = 1e-3
    ema: float = 0.995
    snapshots: tuple[float, ...] = ()  # shares of the transformer's minutes after which its weights are kept as well
    tests: int = 512  # test pictures in a row of the evaluation; an eighth of them on a sample sheet
    judged: int = 128  # captions in a row of the evaluation that are drawn and judged
    asked: tuple[str, ...] = ASKED  # captions of the overview in the checkpoint's folder
    measure_every: float = 15.0  # seconds between the points of a curve
    save_every: float = 120.0  # seconds between the states a killed run goes on from


PRESETS = {
    "micro": Preset(
        dvae=DVAEConfig(32, 4, 1, 3, 128, 128, 256, "fsq", (8, 8, 4), "gaussian", 0.5),
        transformer=TransformerConfig(text_window=32, codebook=256, width=96, heads=3, attention=("full",) * 4),
        families={"outfit": 1.0},
        restrict={
            "animal": SUBJECTS,
            "shirt": COLORS,
            "backdrop": ("meadow", "beach", "night"),
            **{garment: ("none",) for garment in ("hat", "gloves", "pants")},
        },
        withheld=WITHHELD,
        pictures=2_000,
        minutes=4.0,
        shares={"dvae": 0.3, "transformer": 0.7},
        dvae_batch=32,
        dvae_lr=2e-3,
        batch=32,
        lr=4e-3,
        ema=0.99,
        snapshots=(0.04, 0.12),
        tests=128,
        asked=("an emoji of a baby fox wearing a red shirt", "an emoji of a baby frog wearing a purple shirt"),
        measure_every=4.0,
        save_every=30.0,
    ),
    "nano": Preset(
        dvae=DVAEConfig(64, 4, 2, 2, 128, 128, 4096, "fsq", (8, 8, 4, 4, 4), "gaussian", 0.5),
        transformer=TransformerConfig(codebook=4096),
        pictures=120_000,
        judge_pictures=160_000,
        minutes=150.0,
        dvae_batch=32,
        batch=48,
        measure_every=30.0,
        save_every=240.0,
    ),
    "mini": Preset(
        dvae=DVAEConfig(128, 4, 2, 3, 256, 128, 2048, "fsq", (8, 8, 8, 4), "gaussian", 0.5),
        transformer=TransformerConfig(codebook=2048, grid=16, width=448, heads=7, attention=("full",) * 8),
        pictures=400_000,
        minutes=24.0,
        dvae_batch=512,
        batch=512,
        ranker={"patch": 16, "width": 256, "layers": 4},
        ranker_batch=512,
        judge={"patch": 8, "width": 96},
        judge_batch=256,
        ema=0.999,
    ),
    "paper": Preset(
        dvae=DVAEConfig(),
        transformer=TransformerConfig(16_384, 256, 8192, 32, 3968, 62, published_attention(64)),
    ),
}
