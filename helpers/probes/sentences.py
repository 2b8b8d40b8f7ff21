"""The way back from captions: which facts does a sentence state, and are they those of the picture it was said of?

A sentence is read by saying facts in all their phrasings until one is the same: every phrasing of a family can be
read, and nothing else can.
"""

import itertools
import math
from functools import lru_cache

import pandas as pd
import torch

from helpers import pictures
from helpers.networks.judge import UNREADABLE
from helpers.pictures import NONE
from helpers.probes.asking import scored
from helpers.probes.axes import draw
from helpers.text import normalise

EXAMPLES = 300  # draws from which the kinds of a family's sentences are taken
TRIED = 700  # combinations of values, above which a kind of sentence is not tried


def facts_of(sentence: str, family: str) -> dict | None:
    """The facts of which this is a caption, slots alone; None where nothing of the family is said so."""
    slots = pictures.FAMILIES[pictures.known("family", family, pictures.FAMILIES)].slots
    if not sentence.strip():
        return None
    said = normalise(sentence)
    words = [word.strip(",.") for word in said.split()]
    named = {slot: [v for v in values if set(str(v).split()) <= set(words)] for slot, values in slots.items()}
    if "word" in slots:
        named["word"] = list({w.strip("'") for w in words if w.startswith("'") and w.strip("'") in slots["word"]})
    candidates = [{s: named[s] or [v for v in slots[s] if v != NONE] for s in kind} for kind in _kinds(family)]
    for values in sorted(candidates, key=lambda values: math.prod(map(len, values.values()))):
        if math.prod(map(len, values.values())) <= TRIED:
            for chosen in itertools.product(*values.values()):
                facts = {"family": family} | dict.fromkeys(slots, NONE) | dict(zip(values, chosen, strict=True))
                if said in _captions(facts):
                    return facts
    return None


@lru_cache(maxsize=32)
def _kinds(family: str) -> list[tuple[str, ...]]:
    """The sets of slots that the captions of a family may state."""
    found = (tuple(pictures.stated(facts)) for facts in draw(family, EXAMPLES, unseen=None))
    return list(dict.fromkeys(found))


def _captions(facts: dict) -> list[str]:
    """All phrasings of facts; none where they make no picture."""
    try:
        return pictures.FAMILIES[facts["family"]].captions(facts)
    except (ValueError, KeyError):
        return []


def told(model, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of a probe as the model itself reads their pictures: `sentence` is what it says of the tokens, taking
    the likeliest word each time, and read, share and right are what that sentence says.

    A sentence that says nothing of the family has all wrong.
    """
    lines = []
    for row in rows.to_dict("records"):
        sentence = model.describe(torch.tensor(row["tokens"]), top_k=1)[0]
        facts = facts_of(sentence, row["asked"]["family"])
        read = pictures.shown(facts) if facts else {slot: UNREADABLE for slot in row["asked"]}
        lines.append(row | {"sentence": sentence} | scored(row["asked"], read))
    return pd.DataFrame(lines, rows.index)


def by_slot(rows: pd.DataFrame) -> pd.DataFrame:
    """A row a slot that a caption says of a picture: caption, family, slot, what was wanted and read, and `right`."""
    lines = [
        (row["caption"], row["asked"]["family"], slot, value, row["read"].get(slot, NONE))
        for row in rows.to_dict("records")
        for slot, value in pictures.wanted(row["asked"]).items()
    ]
    found = pd.DataFrame(lines, columns=["caption", "family", "slot", "wanted", "read"])
    return found.assign(right=[wanted == read for _, _, _, wanted, read in lines])
