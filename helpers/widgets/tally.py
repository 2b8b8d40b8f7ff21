"""A probe piece by piece: what is drawn and judged so far, and the score of each group. Knows no widget."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, zip_longest

import pandas as pd
from PIL import Image

from helpers import pictures
from helpers.probes import floor, interval, judged

FIRST_PIECE, LARGEST_PIECE = 4, 64  # captions
PIECE_SECONDS = 3.0  # what a piece should take, so that pause and cancel come soon
LATEST = 8  # pictures kept to be shown


@dataclass(frozen=True)
class Tally:
    """So many of all captions are done: the rows of the probe with their group, and the latest pictures."""

    rows: pd.DataFrame
    latest: list[tuple[Image.Image, dict]]
    done: int
    total: int
    seconds: float

    @property
    def seconds_left(self) -> float:
        """Seconds to the end at the pace so far, pauses left out."""
        return self.seconds / max(self.done, 1) * (self.total - self.done)


def listed(groups: Iterable[tuple[str, list[dict]]]) -> list[tuple[str, dict]]:
    """(group, facts) of every question, the groups taken in turns so that all their scores grow together."""
    lines = [[(label, facts) for facts in asked] for label, asked in groups]
    return [question for turn in zip_longest(*lines) for question in turn if question is not None]


def tallies(
    model,
    questions: list[tuple[str, dict]],
    n: int = 1,
    seed: int = 0,
    phrasing: int = 0,
    clock: Callable[[], float] = time.monotonic,
    **settings,
) -> Iterator[Tally]:
    """Probe a few captions at a time and yield the tally after each piece; ValueError for a model without a judge."""
    judged(model, [], [], [])
    rows, latest, done, seconds, size = [], [], 0, 0.0, FIRST_PIECE
    while done < len(questions):
        began = clock()
        labels, asked = zip(*questions[done : done + size], strict=True)
        said = [pictures.captions(facts)[phrasing] for facts in asked]
        drawn = [drawing.pictures for drawing in model.draw_each(said, n=n, seed=seed, **settings)]
        piece = judged(model, list(asked), said, drawn)
        piece.insert(0, "group", [label for label in labels for _ in range(n)])
        rows.append(piece)
        done, took = done + len(asked), clock() - began
        seconds += took
        latest = [*latest, *zip(chain(*drawn), piece.to_dict("records"), strict=True)][-LATEST:]
        yield Tally(pd.concat(rows, ignore_index=True), latest, done, len(questions), seconds)
        size = max(1, min(2 * size, LARGEST_PIECE, round(size * PIECE_SECONDS / max(took, 1e-3))))


def table(rows: pd.DataFrame, ceilings: Mapping[str, float] | None = None) -> pd.DataFrame:
    """A row a group: captions, score with its interval from low to high, floor, and ceiling where it is known."""
    found = {}
    for label, part in rows.groupby("group", sort=False):
        score, low, high = interval(part)
        lowest = float(floor(part)["right"].mean())
        found[label] = {"captions": part["caption"].nunique(), "score": score, "low": low, "high": high}
        found[label] |= {"floor": lowest} | ({"ceiling": ceilings[label]} if label in (ceilings or {}) else {})
    return pd.DataFrame.from_dict(found, orient="index")


def csv(rows: pd.DataFrame) -> str:
    """The rows as CSV; facts stand in it as JSON."""
    facts = {column: rows[column].map(json.dumps) for column in ("asked", "read")}
    return rows.assign(**facts).to_csv(index=False)
