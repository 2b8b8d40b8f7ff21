"""How far from its training can a model go? A ladder of novelty; seen and unseen combinations of equal rarity."""

import math
import random
from collections import Counter
from functools import lru_cache

import numpy as np
import pandas as pd

from helpers import pictures
from helpers.pictures.world import WHOLE, World
from helpers.probes.asking import ceiling, painted, probe, questions
from helpers.probes.axes import sample
from helpers.probes.scores import interval, mcnemar, table, verdict

RUNGS = ("seen", "unseen combination", "unseen phrasing", "unseen change", "shifted layout")
NEVER_SHOWN = "as a photo colored blue"  # a change that no training picture has, with any subject
JITTER = 0.5  # eighths of the picture, on the rung of the shifted layout
SAMPLES = 4000  # training pictures in which the frequency of an atom is counted


@lru_cache(maxsize=32)
def frequencies(family: str, world: World = WHOLE) -> Counter:
    """How often training shows each stated atom, (slot, value), in `SAMPLES` pictures of a family."""
    rng = random.Random(f"frequencies/{family}")
    return Counter(atom for _ in range(SAMPLES) for atom in pictures.stated(world.sample_facts(rng, family)).items())


def rarity(facts: dict, world: World = WHOLE) -> list[float]:
    """For each atom of the facts: −log2 of its share of training pictures, in bits. Rare atoms have many."""
    counts = frequencies(facts["family"], world)
    return [-math.log2((counts[atom] + 0.5) / SAMPLES) for atom in pictures.stated(facts).items()]


def matched(family: str, count: int = 32, seed: int = 0, world: World = WHOLE) -> pd.DataFrame:
    """Pairs of questions: an unseen combination and a seen one with the same slots and equally common atoms.

    So a gap between the scores of the two comes from combining, not from rare parts. Of three times `count` pairs
    those that match best are kept. Further columns: `combination` ("seen" or "unseen"), `pair`, and `bits`, the mean
    `rarity` of the question's atoms. `world` is what was trained on: `model.world` for a model.
    """
    pool = [(_slots(facts), rarity(facts, world), facts) for facts in sample(family, 60 * count, seed + 1, world=world)]
    pairs = []
    for facts in sample(family, 3 * count, seed, unseen=True, world=world):
        slots, wanted = _slots(facts), rarity(facts, world)
        alike = [(math.dist(bits, wanted), i) for i, (others, bits, _) in enumerate(pool) if others == slots]
        if alike:
            distance, nearest = min(alike)
            pairs.append((distance, pool.pop(nearest)[2], facts))
    pairs = sorted(pairs, key=lambda pair: pair[0])[:count]
    frames = []
    for name, chosen in (("seen", [pair[1] for pair in pairs]), ("unseen", [pair[2] for pair in pairs])):
        bits = [float(np.mean(rarity(f, world))) for f in chosen]
        frames.append(questions(chosen, combination=name, pair=list(range(len(chosen))), bits=bits))
    return pd.concat(frames, ignore_index=True)


def gap(model, family: str, count: int = 32, seed: int = 0) -> pd.DataFrame:
    """What combining costs: the `table` of `matched` questions, one row for seen and one for unseen combinations.

    `difference` says whether McNemar's test over the pairs shows a difference.
    """
    asked = matched(family, count, seed, model.world)
    rows = probe(model, asked, seed=seed)
    found = table(rows, "combination", ceiling(model, asked, seed=seed)).set_index("combination")
    sides = rows.pivot(index="pair", columns="combination", values="right").astype(bool)
    return found.assign(difference=verdict(mcnemar(sides["seen"], sides["unseen"])["p"]))


def _slots(facts: dict) -> list[str]:
    return list(pictures.stated(facts))


def ladder(family: str = "outfit", count: int = 16, seed: int = 0, world: World = WHOLE) -> pd.DataFrame:
    """Questions for every rung of `RUNGS`, `count` each; the columns `rung` and `jitter` tell them apart.

    seen: new samples of combinations and phrasings that training shows; unseen combination: those paired
    with them by `matched`; unseen phrasing: the seen facts in the words kept for testing; unseen change:
    the two-panel family with a change that training shows with no subject; shifted layout: the seen facts,
    painted with things moved (no caption can ask for that, so it counts only where pictures are given).
    """
    both = matched(family, count, seed, world)
    seen, unseen = ([*both[both["combination"] == name]["facts"]] for name in ("seen", "unseen"))
    change = sample("analogy", count, seed, lambda f: f["change"] == NEVER_SHOWN, unseen=True, world=world)
    frames = [
        questions(seen, rung=RUNGS[0], jitter=0.0),
        questions(unseen, rung=RUNGS[1], jitter=0.0),
        questions(seen, phrasing=-1, rung=RUNGS[2], jitter=0.0),
        questions(change, rung=RUNGS[3], jitter=0.0),
        questions(seen, rung=RUNGS[4], jitter=JITTER),
    ]
    return pd.concat(frames, ignore_index=True)


def surprise(model, asked: pd.DataFrame, seed: int = 0) -> pd.DataFrame:
    """The questions with `bits`: −log2 p(tokens of a true picture | its caption). It needs no judge."""
    jitter = asked["jitter"] if "jitter" in asked else [0.0] * len(asked)
    bits = []
    for i, (facts, caption, by) in enumerate(zip(asked["facts"], asked["caption"], jitter, strict=True)):
        picture = painted(facts, model.picture_size, seed, i, float(by), model.world)
        bits.append(-float(model.score(caption, picture)[0]) / math.log(2))
    return asked.assign(bits=bits)


def climb(model, asked: pd.DataFrame, n: int = 1, seed: int = 0, **settings) -> pd.DataFrame:
    """The scores of a ladder's questions: `table` by rung, with the mean `surprise` of true pictures in bits.

    Shifted layouts are not drawn. Rungs whose family the judge does not read have only bits. `settings` are those of
    `probe`.
    """
    readable = asked["asked"].map(lambda facts: facts["family"] in model.judge.config.questions)
    lattice = asked["jitter"] == 0
    true = ceiling(model, asked[readable], seed=seed)
    scores = table(probe(model, asked[readable & lattice], n, seed, **settings), "rung", true).set_index("rung")
    weighed = surprise(model, asked, seed)
    lines = []
    for rung, part in weighed.groupby("rung", sort=False):
        bits, low, high = interval(part, "bits")
        known = {"n": part["caption"].nunique(), "ceiling": true[true["rung"] == rung]["right"].mean()}
        known |= scores.loc[rung].to_dict() if rung in scores.index else {}
        lines.append({"rung": rung} | known | {"bits": bits, "bits low": low, "bits high": high})
    return pd.DataFrame(lines)
