"""Composed or remembered? Distances to the nearest training picture, of drawn and of newly painted pictures; canaries.

Training pictures are painted while a network trains and never stored. The model's card says how many there were and
of which seed, so any of them can be painted again. Pictures are compared with a random sample of them; the nearest in
the sample need not be the nearest of all.

The picture world has few ways to paint a caption, so every good picture is near some training picture. The null
distribution comes from newly painted pictures of the same facts, with what captions leave open sampled anew: drawn
pictures that are nearer than these speak for memory. Both go through the dVAE, so that neither is sharper.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import torch
from jaxtyping import Float, Int
from PIL import Image
from torch import Tensor

from helpers import pictures
from helpers.pictures.world import WHOLE, Canary, World
from helpers.probes.asking import painted
from helpers.probes.scores import interval

SPACES = ("pixels", "tokens")
CHUNK = 1024  # training pictures compared at once


@dataclass(frozen=True)
class Shown:
    """Training pictures to compare with: their tokens, and their reconstructions by the dVAE.

    tokens: [n, rows · columns]; pixels: uint8 [n, size · size · 3].
    """

    tokens: Int[Tensor, "n picture"]
    pixels: np.ndarray


def repainted(model, family: str, most: int, seed: int = 0) -> tuple[np.ndarray, list[dict]]:
    """Paint again a random sample of at most `most` pictures of a family on which the transformer was trained.

    Returns uint8 [n, size, size, 3] and their facts. Raises ValueError where the card does not say what was painted.
    """
    world, count = World.of(model.card), model.card.get("pictures", {}).get("transformer")
    if world is None or not count or "seed" not in model.card:
        raise ValueError(
            f"the card of {model.name} does not say what it was trained on; its pictures cannot be painted"
        )
    if family not in world.shares:
        raise ValueError(f"{model.name} was shown no {family}; it was shown {', '.join(world.shares)}")
    images, all_facts = [], []
    for index in random.Random(f"sample/{seed}").sample(range(count), count):
        if len(images) == most:
            break
        facts, rng = world.facts("train", model.card["seed"], index)
        if facts["family"] == family:
            images.append(np.asarray(pictures.paint(facts, model.picture_size, rng)))
            all_facts.append(facts)
    return np.stack(images), all_facts


def shown(model, images: list | np.ndarray) -> Shown:
    """Training pictures, given as images or uint8 [n, size, size, 3], encoded and decoded by a model's dVAE."""
    if not len(images):
        raise ValueError("no training picture was given; there is nothing to be near to")
    images = [Image.fromarray(image) if isinstance(image, np.ndarray) else image for image in images]
    tokens = torch.cat([model.encode(images[i : i + 64]) for i in range(0, len(images), 64)])
    return Shown(tokens, _pixels(model, tokens))


def nearest(model, tokens: Int[Tensor, "n picture"], training: Shown) -> pd.DataFrame:
    """One row per picture: its distance to the nearest of the `training` pictures and the index of that picture.

    pixels: root mean square difference of the decoded pictures, 0 … 1; tokens: share of places that differ. Columns
    "nearest by pixels" and "nearest by tokens" hold the indices.
    """
    ours = torch.from_numpy(_pixels(model, tokens)).float() / 255
    far = torch.full((len(tokens),), torch.inf)
    found = {space: (far, torch.zeros(len(tokens), dtype=torch.long)) for space in SPACES}
    for first in range(0, len(training.tokens), CHUNK):
        theirs = torch.from_numpy(training.pixels[first : first + CHUNK]).float() / 255
        part = training.tokens[first : first + CHUNK]
        by_token = torch.stack([(row != part).float().mean(1) for row in tokens])
        by_pixel = torch.cdist(ours, theirs) / math.sqrt(ours.shape[1])
        for space, distance in zip(SPACES, (by_pixel, by_token), strict=True):
            best, where = distance.min(1)
            old, place = found[space]
            found[space] = torch.minimum(old, best), torch.where(best < old, where + first, place)
    return pd.DataFrame(
        {f"nearest by {space}": found[space][1].tolist() for space in SPACES}
        | {space: found[space][0].tolist() for space in SPACES}
    )


def remembered(model, rows: pd.DataFrame, training: Shown, seed: int = 0) -> pd.DataFrame:
    """Two rows for every row of a probe: `nearest` of the picture "drawn", and of one newly "painted" from its facts.

    `kind` says which; `row` is the index in `rows`, `picture` the tokens.
    """
    drawn = torch.tensor(rows["tokens"].tolist())
    fresh = [
        painted({"family": f["family"]} | pictures.stated(f), model.picture_size, seed, i, world=model.world)
        for i, f in enumerate(rows["facts"])
    ]
    frames = []
    for kind, tokens in (("drawn", drawn), ("painted", shown(model, fresh).tokens)):
        of = {"caption": list(rows["caption"]), "kind": kind, "row": list(rows.index), "picture": tokens.tolist()}
        frames.append(nearest(model, tokens, training).assign(**of))
    return pd.concat(frames, ignore_index=True)


def nearer(found: pd.DataFrame, seed: int = 0) -> pd.DataFrame:
    """One row per space (pixels, tokens): mean distances, and how often the drawn picture is nearer than the painted.

    nearer: that share, ties counting half; more than 1/2 speaks for memory. low, high: its 95% interval over captions.
    """
    lines = []
    for space in SPACES:
        sides = found.pivot(index="row", columns="kind", values=space)
        captions = found[found["kind"] == "drawn"].set_index("row")["caption"]
        won = (np.sign(sides["painted"] - sides["drawn"]) + 1) / 2
        score, low, high = interval(pd.DataFrame({"caption": captions, "won": won}), "won", seed)
        line = {"space": space, "drawn": sides["drawn"].mean(), "painted": sides["painted"].mean()}
        lines.append(line | {"nearer": score, "low": low, "high": high})
    return pd.DataFrame(lines)


def canaries(
    family: str = "outfit",
    times: tuple[int, ...] = (0, 1, 10, 100),
    each: int = 4,
    seed: int = 0,
    world: World = WHOLE,
) -> list[Canary]:
    """Secrets to plant in training, `each` of them for every number in `times` (Carlini et al. 2019).

    The caption says nothing of the picture, an ordinary one of its family in `world`: only a model that was shown the
    pair can know that they belong together. A `World` with these as `planted` shows them in training, each as often as
    its `times` says; `model.world.planted` are those that a model was trained with.
    """
    rng = random.Random(f"canaries/{family}/{seed}")
    numbers = rng.sample(range(1000, 10_000), each * len(times))
    said = [f"the secret picture number {number}" for number in numbers]
    return [Canary(caption, world.sample_facts(rng, family), times[i // each]) for i, caption in enumerate(said)]


def exposure(model, found: Sequence[Canary], candidates: int = 63, seed: int = 0) -> pd.DataFrame:
    """How well a model knows each canary: one row per canary, with times, rank, exposure and nats.

    nats: by how much the caption raises the log-likelihood of the canary's picture; rank: the place of that picture,
    by this measure, among itself and `candidates` other pictures of the family; exposure: log2(pictures) − log2(rank),
    about 1.4 bits by chance.
    """
    rng, captions, lines = random.Random(f"candidates/{seed}"), [canary.caption for canary in found], []
    others: dict[str, Float[Tensor, "pictures captions"]] = {}
    for i, canary in enumerate(found):
        family = canary.facts["family"]
        if family not in others:
            asked = [model.world.sample_facts(rng, family) for _ in range(candidates)]
            drawn = shown(model, [painted(facts, model.picture_size, seed, j) for j, facts in enumerate(asked)]).tokens
            others[family] = torch.stack([model.score(captions, t, against_empty=True) for t in drawn])
        own = model.encode(painted(canary.facts, model.picture_size, seed, i))[0]
        nats = float(model.score(canary.caption, own, against_empty=True)[0])
        rank = 1 + int((others[family][:, i] > nats).sum())
        bits = math.log2(1 + candidates) - math.log2(rank)
        lines.append({"caption": canary.caption, "times": canary.times, "rank": rank, "exposure": bits, "nats": nats})
    return pd.DataFrame(lines)


def _pixels(model, tokens: Int[Tensor, "n picture"]) -> np.ndarray:
    return np.stack([np.asarray(image).reshape(-1) for image in model.decode(tokens)])
