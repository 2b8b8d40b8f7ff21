"""The sizes that are trained, as data."""

import json
from dataclasses import dataclass, field, replace
from importlib import resources

from helpers.networks.dvae import DVAEConfig
from helpers.networks.transformer import TransformerConfig, published_attention
from helpers.pictures.own import OwnWorld
from helpers.pictures.world import World

# family -> its share of the training pictures: the more, the less well an earlier model drew it
SHARES = {
    "thing": 0.08,
    "counting": 0.025,
    "blocks": 0.08,
    "outfit": 0.025,
    "scene": 0.12,
    "view": 0.06,
    "inside": 0.075,
    "carrier": 0.105,
    "fashion": 0.04,
    "room": 0.035,
    "blend": 0.1,
    "character": 0.08,
    "analogy": 0.035,
    "country": 0.08,
    "decade": 0.06,
}
# the values that a model trained on a CPU is shown: those of the announcement's figures, and about half of the rest
CORE = {
    family: {slot: tuple(values) for slot, values in slots.items()}
    for family, slots in json.loads((resources.files("helpers.pictures") / "core.json").read_text("utf-8")).items()
}
# Of few values a model learns all pairs by heart and composes nothing: so half of its pictures may have any, but in two
# families of many small things.
BEYOND = {family: 0.5 for family in SHARES if family not in ("scene", "fashion")}
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
    "a loft bedroom with a white bed next to a nightstand. there is a fish tank standing beside the bed.",
    "a green clock in the shape of a pentagon",
    "a collection of three cups is sitting on a table",
    "빨간 모자, 노란색 장갑, 파란색 셔츠, 녹색 바지를 입은 고슴도치",
    "an armchair in the shape of an avocado. an armchair imitating an avocado.",
    "an illustration of a capybara sitting in a field at sunrise",
    "a stack of 3 cubes. a red cube is on the top, sitting on a green cube. "
    "the green cube is in the middle, sitting on a blue cube. the blue cube is on the bottom.",
)


# a token for each cell of 8 × 8 pixels, from that cell alone; the decoder sees everything
LOCAL = DVAEConfig(
    size=64,
    encoder="local",
    patch=2,
    groups=3,
    blocks=2,
    width=64,
    init=128,
    codebook=4096,
    quantizer="fsq",
    levels=(8, 8, 4, 4, 4),
    likelihood="gaussian",
    gain=0.5,
)


@dataclass(frozen=True)
class Recipe:
    """How one network is trained."""

    share: float  # of a run's minutes, in proportion to those of the preset's other networks
    batch: int = 64  # pictures a step
    lr: float = 1e-3
    ema: float = 0.995  # of the average of the weights that is kept
    snapshots: tuple[float, ...] = ()  # shares of its minutes after which its weights are kept as well
    beta: float = 6.6  # dVAE: weight of the KL, reached after 3% of training (5k of the published 150k τ steps)
    muon: bool = True  # transformer: Muon for the matrices of its layers, AdamW for the rest; else AdamW for all
    geometry: dict = field(default_factory=dict)  # all but dVAE and transformer: where theirs is not the usual one


@dataclass(frozen=True)
class Preset:
    """Networks, the world they learn, and a recipe for each network; one without a recipe is not trained."""

    dvae: DVAEConfig
    transformer: TransformerConfig
    recipes: dict[str, Recipe]
    world: World = field(default_factory=lambda: World(SHARES, korean=0.2))
    minutes: float = 90.0
    tests: int = 512  # test pictures in a row of the evaluation; an eighth of them on a sample sheet
    judged: int = 128  # captions in a row of the evaluation that are drawn and judged
    ranked: int = 16  # of them, those that are drawn 64 times, for the ranker to pick from
    asked: tuple[str, ...] = ASKED  # captions of the overview in the checkpoint's folder
    measure_every: float = 15.0  # seconds between the points of a curve
    save_every: float = 120.0  # seconds between the states a killed run goes on from


RANKER = Recipe(0.15, 64, geometry={"width": 96})  # where a preset has none, of pictures that no judge can read


def on(preset: Preset, world: OwnWorld) -> Preset:
    """A preset that learns other people's pictures: with a ranker, without a judge, an upsampler or a diffusion model.

    The last would take half of the minutes; it can be trained by its own name.
    """
    recipes = {"ranker": RANKER} | preset.recipes
    for name in ("judge", "upsampler", "diffusion"):
        recipes.pop(name, None)
    return replace(preset, world=world, recipes=recipes, asked=world.asked)


PRESETS = {
    "micro": Preset(
        dvae=DVAEConfig(
            size=32,
            patch=4,
            groups=1,
            blocks=3,
            width=128,
            init=128,
            codebook=256,
            quantizer="fsq",
            levels=(8, 8, 4),
            likelihood="gaussian",
            gain=0.5,
        ),
        transformer=TransformerConfig(text_window=32, codebook=256, width=96, heads=3, attention=("full",) * 4),
        recipes={
            "dvae": Recipe(0.3, 32, 2e-3, 0.99),
            "transformer": Recipe(0.7, 32, 4e-3, 0.99, snapshots=(0.04, 0.12)),
            "diffusion": Recipe(1.0, 32, 2e-3, 0.99),
        },
        world=World(
            {"outfit": 1.0},
            {
                "outfit": {
                    "animal": SUBJECTS,
                    "shirt": COLORS,
                    "backdrop": ("meadow", "beach", "night"),
                    **{garment: ("none",) for garment in ("hat", "gloves", "pants")},
                }
            },
            WITHHELD,
        ),
        minutes=8.0,
        tests=128,
        asked=("an emoji of a baby fox wearing a red shirt", "an emoji of a baby frog wearing a purple shirt"),
        measure_every=4.0,
        save_every=30.0,
    ),
    "nano": Preset(
        dvae=LOCAL,
        transformer=TransformerConfig(text_vocab=4096, codebook=4096),
        recipes={
            "dvae": Recipe(0.12, 32),
            "transformer": Recipe(0.62, 64, 3e-3, 0.998),
            "ranker": Recipe(0.08, 128),
            "judge": Recipe(0.08, 64),
            "upsampler": Recipe(0.1, 16),
        },
        world=World(SHARES, CORE, korean=0.3, beyond=BEYOND),
        minutes=420.0,
        tests=256,
        judged=64,
        ranked=4,
        measure_every=30.0,
        save_every=240.0,
    ),
    "mini": Preset(
        dvae=replace(LOCAL, size=128),
        transformer=TransformerConfig(
            text_vocab=4096, codebook=4096, grid=16, width=448, heads=7, attention=("full",) * 8
        ),
        recipes={
            "dvae": Recipe(0.2, 512, ema=0.999),
            "transformer": Recipe(0.6, 512, 3e-3, 0.999),
            "ranker": Recipe(0.1, 512, ema=0.999, geometry={"patch": 16, "width": 256, "layers": 4}),
            "judge": Recipe(0.1, 256, ema=0.999, geometry={"patch": 8, "width": 96}),
        },
        minutes=24.0,
    ),
    "paper": Preset(
        dvae=DVAEConfig(),
        transformer=TransformerConfig(
            text_vocab=16_384,
            text_window=256,
            codebook=8192,
            grid=32,
            width=3968,
            heads=62,
            attention=published_attention(64),
        ),
        recipes={},
    ),
}
