"""The same picture in other words, the same words again, and captions that leave things open."""

import math
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from helpers import pictures
from helpers.pictures.vocabulary import a
from helpers.pictures.world import WHOLE, World
from helpers.probes.asking import questions
from helpers.probes.axes import sample
from helpers.probes.scores import mcnemar
from helpers.text import default

KEPT = "kept for testing"
TRAINING = 2000  # training pictures of a family in which values are counted


def paraphrases(facts: list[dict]) -> pd.DataFrame:
    """Every phrasing of these facts as a question: `words` is "1", "2", … and "kept for testing"."""
    frames = []
    for f in facts:
        last = len(pictures.captions(f)) - 1
        frames += [questions([f], phrasing=i, words=str(i + 1) if i < last else KEPT) for i in range(last + 1)]
    return pd.concat(frames, ignore_index=True)


def repeated(facts: list[dict], times: tuple[int, ...] = (1, 2, 3), window: int = 64) -> pd.DataFrame:
    """Captions said once, twice and so on, which the announcement's authors found to help; `times` says how often.

    A caption that exceeds the model's text window when it is repeated most often is left out altogether. Raises
    ValueError where none fits.
    """
    short = [f for f in facts if len(default().pieces(_again(f, max(times)))) < window]
    if not short:
        raise ValueError(f"said {max(times)} times, none of these captions fits {window} tokens; repeat it less often")
    frames = [questions(short, times=t).assign(caption=[_again(f, t) for f in short]) for t in times]
    return pd.concat(frames, ignore_index=True)


def _again(facts: dict, times: int) -> str:
    said = pictures.captions(facts)[0].rstrip(".")
    return said if times == 1 else ". ".join([said] * times) + "."


def compared(rows: pd.DataFrame, by: str, one, other) -> dict:
    """McNemar's test over the first pictures of the same facts, asked in two ways.

    Rows whose column `by` is `one` are compared with those where it is `other`. Raises ValueError where no facts were
    asked in both ways.
    """
    first = rows[rows["index"] == 0]
    right = [{str(row.facts): row.right for row in first[first[by] == value].itertuples()} for value in (one, other)]
    both = [key for key in right[0] if key in right[1]]
    if not both:
        raise ValueError(f"no facts were asked for with {by} {one!r} and {other!r}; there are {set(first[by])}")
    return mcnemar(*([side[key] for key in both] for side in right))


@dataclass(frozen=True)
class Open:
    """A kind of caption that leaves slots open: how it is said, the slots that are scored, those the model chooses."""

    family: str
    say: Callable[[dict], str]
    scored: tuple[str, ...]
    open: tuple[str, ...]
    fits: Callable[[dict], bool] = lambda facts: True


def _many(counted: str) -> str:
    return pictures.captions({"family": "counting", "counted": counted, "count": 2})[2].removeprefix("two ")


OPEN = {
    "how many": Open("counting", lambda f: _many(f["counted"]), ("counted",), ("count",), lambda f: f["count"] > 1),
    "which blocks": Open(
        "blocks",
        lambda f: f"a block {f['relation']} a block",
        ("kind", "relation"),
        ("size", "color", "other_size", "other_color"),
        lambda f: f["kind"] == "pair",
    ),
    "which color": Open(
        "thing",
        lambda f: f"{a(f['thing'])} in the shape of {a(f['shape'])}",
        ("thing", "shape"),
        ("color",),
        lambda f: f["shape"] != pictures.NONE,
    ),
    "which clothes": Open(
        "outfit",
        lambda f: f"an emoji of a baby {f['animal']} wearing a hat, gloves, a shirt, and pants",
        ("animal",),
        ("hat", "gloves", "shirt", "pants"),
    ),
    "which place": Open(
        "scene",
        lambda f: f"an illustration of {a(f['animal'])} {f['time']}",
        ("animal", "time"),
        ("place",),
        lambda f: f["medium"] == "illustration" and f["animal"] != pictures.NONE,
    ),
    "which time": Open(
        "scene",
        lambda f: f"an illustration of {a(f['animal'])} {f['place']}",
        ("animal", "place"),
        ("time",),
        lambda f: f["medium"] == "illustration" and f["animal"] != pictures.NONE,
    ),
}


def underspecified(
    families: tuple[str, ...] | None = None, count: int = 8, seed: int = 0, world: World = WHOLE
) -> pd.DataFrame:
    """Captions that leave slots open, as questions that score only what is said; the column `open` names their kind.

    `families` are those that the judge reads; None takes all of `world`, which is what was trained on. Raises
    ValueError where no kind of `OPEN` is among them.
    """
    frames = []
    for name, kind in OPEN.items():
        if kind.family in world.shares and (families is None or kind.family in families):
            facts = sample(kind.family, count, seed, kind.fits, world=world)
            said = [kind.say(f) for f in facts]
            frames.append(questions(facts, scored=kind.scored, open=name).assign(caption=said))
    if not frames:
        there = sorted({kind.family for kind in OPEN.values()})
        raise ValueError(
            f"no caption is left open in {', '.join(families or world.shares)}; there are some in {', '.join(there)}"
        )
    return pd.concat(frames, ignore_index=True).drop_duplicates("caption", ignore_index=True)


@lru_cache(maxsize=16)
def _training(family: str, world: World) -> list[dict]:
    rng = random.Random(f"training/{family}")
    return [world.sample_facts(rng, family) for _ in range(TRAINING)]


def filled_in(rows: pd.DataFrame, world: World = WHOLE) -> pd.DataFrame:
    """What the model chose where captions leave a slot open: one row per kind of `OPEN`, slot and value.

    `share` is the value's share of the pictures, `training` that of the training pictures of `world` that the caption
    fits. Comparing the two shows the model's habits.
    """
    lines = []
    for name, part in rows.groupby("open", sort=False):
        kind = OPEN[name]
        usual = [f for f in _training(kind.family, world) if kind.fits(f)]
        for slot in kind.open:
            drawn = Counter(row.read.get(slot) for row in part.itertuples())
            shown = Counter(f[slot] for f in usual)
            for value in sorted({*drawn, *shown}, key=lambda v: -drawn[v]):
                shares = {"share": drawn[value] / len(part), "training": shown[value] / len(usual)}
                lines.append({"open": name, "slot": slot, "value": value} | shares)
    return pd.DataFrame(lines)


def variety(rows: pd.DataFrame, world: World = WHOLE) -> pd.DataFrame:
    """Entropy in bits of what the model chose, one row per kind and slot, beside that of training pictures."""
    lines = []
    for (name, slot), part in filled_in(rows, world).groupby(["open", "slot"], sort=False):
        bits = {column: -sum(p * math.log2(p) for p in part[column] if p > 0) for column in ("share", "training")}
        lines.append({"open": name, "slot": slot, "bits": bits["share"], "training bits": bits["training"]})
    return pd.DataFrame(lines)
