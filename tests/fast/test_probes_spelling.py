"""Words and their letters."""

import pandas as pd
import pytest

from helpers.probes.spelling import by_length, letters_right


def row(word, read):
    return {"caption": word, "asked": {"family": "carrier", "word": word}, "read": {"word": read}}


def test_a_letter_counts_at_its_place():
    assert letters_right("clip", "clip") == 1 and letters_right("clip", "lip") == 0
    assert letters_right("clip", "chips") == 0.75 and letters_right("clip", "none") == 0
    assert letters_right("able", "unreadable") == 0


def test_lengths_have_their_own_floor_and_ceiling():
    rows = pd.DataFrame([row("fox", "fox"), row("fix", "fax"), row("cat", "unreadable"), row("sky", "sky")])
    true = pd.DataFrame([row("fox", "fox"), row("hi", "hi")])
    table = by_length(pd.concat([rows, pd.DataFrame([row("hi", "ho")])]), true)
    assert list(table.index) == [2, 3] and table.loc[3, "n"] == 4 and table["ceiling"].tolist() == [1, 1]
    assert table.loc[3, "word"] == 0.5 and table.loc[3, "unreadable"] == 0.25
    assert table.loc[3, "score"] == pytest.approx((1 + 2 / 3 + 0 + 1) / 4)
    assert table.loc[3, "floor"] == pytest.approx((2 / 3 + 0 + 0 + 2 / 3 + 1 / 3 + 0) / 12)
