"""From pictures back to captions: does a model's sentence about a picture state the picture's facts?"""

import pandas as pd
import torch

from helpers import pictures
from helpers.networks.judge import UNREADABLE
from helpers.pictures import NONE
from helpers.pictures.sentences import facts_of
from helpers.probes.asking import scored


def told(model, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of a probe with the model itself as the reader of its pictures.

    `sentence` is its caption of the tokens, taking the likeliest token each time; read, share and right follow from the
    facts that the sentence states. A sentence that is no caption of the family has everything wrong.
    """
    lines = []
    for row in rows.to_dict("records"):
        sentence = model.describe(torch.tensor(row["tokens"]), top_k=1)[0]
        facts = facts_of(sentence, row["asked"]["family"])
        read = pictures.shown(facts) if facts else {slot: UNREADABLE for slot in row["asked"]}
        lines.append(row | {"sentence": sentence} | scored(row["asked"], read))
    return pd.DataFrame(lines, rows.index)


def by_slot(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per slot that a caption asks of a picture: caption, family, slot, wanted, read, and `right`."""
    lines = [
        (row["caption"], row["asked"]["family"], slot, value, row["read"].get(slot, NONE))
        for row in rows.to_dict("records")
        for slot, value in pictures.wanted(row["asked"]).items()
    ]
    found = pd.DataFrame(lines, columns=["caption", "family", "slot", "wanted", "read"])
    return found.assign(right=[wanted == read for _, _, _, wanted, read in lines])
