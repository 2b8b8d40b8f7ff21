"""What was drawn and read before, so that a probe that was interrupted goes on where it stopped.

A file for each pair of model and judge, named by their weights; in it, by family, caption, seed,
index and settings, the tokens drawn and the facts read. Deleting the folder forgets everything.
"""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from torch import nn

from helpers.files import place_for
from helpers.models.identity import digits, drawn_by

FOLDER = place_for("runs", kept=False) / "probes"
TABLE = (
    "CREATE TABLE IF NOT EXISTS seen (settings TEXT, family TEXT, caption TEXT, seed INTEGER, number INTEGER, "
    "tokens TEXT, facts TEXT, PRIMARY KEY (settings, family, caption, seed, number))"
)


class Cache:
    """Tokens and facts of the pictures of one model, drawn with some settings and read by one judge."""

    def __init__(self, connection: sqlite3.Connection, settings: dict):
        self.connection, self.settings = connection, json.dumps(settings, sort_keys=True)

    def get(self, family: str, caption: str, seed: int, n: int) -> list[tuple[list, dict]] | None:
        """Tokens and facts of pictures 0 … n − 1 of a caption; None unless all are there."""
        query = "SELECT tokens, facts FROM seen WHERE settings=? AND family=? AND caption=? AND seed=? AND number<?"
        found = self.connection.execute(f"{query} ORDER BY number", (self.settings, family, caption, seed, n))
        kept = [(json.loads(tokens), json.loads(facts)) for tokens, facts in found]
        return kept if len(kept) == n else None

    def put(self, family: str, caption: str, seed: int, seen: list[tuple[list, dict]]) -> None:
        """Keep tokens and facts of all pictures of a caption, all or none of them."""
        rows = [
            (self.settings, family, caption, seed, number, json.dumps(tokens), json.dumps(facts))
            for number, (tokens, facts) in enumerate(seen)
        ]
        with self.connection:
            self.connection.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


@contextmanager
def opened(model, settings: dict, folder: str | os.PathLike | None) -> Iterator[Cache | None]:
    """The cache of a model in `folder`; None without a folder, or for a model that cannot be told from others."""
    by = drawn_by(model) if folder is not None else None
    if by is None or not isinstance(model.judge, nn.Module):
        yield None
        return
    path = Path(folder) / f"{by}-{digits(model.judge)}.sqlite"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=60)
    except (OSError, sqlite3.Error) as error:
        raise ValueError(f"{path} cannot be opened: {error}; name another folder with cache=…, or cache=None") from None
    with closing(connection):
        try:
            connection.execute(TABLE)
        except sqlite3.DatabaseError as error:
            raise ValueError(f"{path} cannot be used: {error}; delete it, or go without: cache=None") from None
        yield Cache(connection, settings)
