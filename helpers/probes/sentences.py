"""The way back from captions: are the facts that a model's sentence states those of the picture it was said of?"""

import pandas as pd
import torch

from helpers import pictures
from helpers.networks.judge import UNREADABLE
from helpers.pictures import NONE
from helpers.pictures.sentences import facts_of
from helpers.probes.asking import scored


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
