"""What was drawn and read before, so that an interrupted probe resumes where it stopped.

There is one SQLite file per pair of model and judge (or ranker, for captions without facts), named by a hash of their
weights. It holds the tokens drawn and what was read, by family, caption, seed, index and settings. To forget
everything, delete the folder.

A cache never makes a probe fail. A damaged row is drawn again; a damaged file is moved aside and begun anew; if
another program writes to the file, the probe waits; where nothing can be kept (a full disk, a folder that cannot be
written), it goes on without a cache. Each of these is told once, as a warning.
"""

import hashlib
import json
import os
import sqlite3
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from torch import nn

from helpers.checks import shown
from helpers.files import place_for
from helpers.models.identity import digits, drawn_by

FOLDER = place_for("runs", kept=False) / "probes"
TABLE = (
    "CREATE TABLE kept (settings TEXT, family TEXT, caption TEXT, seed INTEGER, number INTEGER, "
    "tokens TEXT, facts TEXT, digest TEXT, PRIMARY KEY (settings, family, caption, seed, number))"
)
WAIT = 60  # seconds for another program that writes to the file


class Cache:
    """Tokens and facts of pictures that one model drew with the same settings and one judge read."""

    def __init__(self, path: Path, settings: dict):
        self.path, self.settings, self.keeps = path, json.dumps(settings, sort_keys=True), True
        self.connection: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._patient(self._open)
        except (OSError, sqlite3.Error) as error:
            self._without(error)

    def close(self) -> None:
        """Close the file."""
        if self.connection is not None:
            self.connection.close()

    def get(self, family: str, caption: str, seed: int, n: int) -> list[tuple[list, dict]] | None:
        """Tokens and facts of pictures 0 … n − 1 of a caption; None unless all are there and undamaged."""
        query = "SELECT tokens, facts, digest FROM kept WHERE settings=? AND family=? AND caption=? AND seed=?"
        asked = (self.settings, family, caption, seed)
        try:
            rows = self.connection.execute(f"{query} AND number<? ORDER BY number", (*asked, n)).fetchall()
            good = [_digest(*asked, i, tokens, facts) == digest for i, (tokens, facts, digest) in enumerate(rows)]
            return [(json.loads(t), json.loads(f)) for t, f, _ in rows] if len(rows) == n and all(good) else None
        except (sqlite3.Error, ValueError, TypeError, AttributeError):  # damaged, or never opened
            return None

    def put(self, family: str, caption: str, seed: int, seen: list[tuple[list, dict]]) -> None:
        """Keep tokens and facts of the pictures of a caption: all of them or, after an error, none."""
        rows = []
        for number, drawn in enumerate(seen):
            row = (self.settings, family, caption, seed, number, *map(json.dumps, drawn))
            rows.append((*row, _digest(*row)))
        if self.keeps:
            try:
                self._patient(lambda: self._write(rows))
            except (OSError, sqlite3.Error, UnicodeDecodeError) as error:
                self._without(error)

    def _write(self, rows: list[tuple]) -> None:
        with self.connection:
            self.connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def _open(self) -> None:
        """Open the file and check it; one that is damaged or holds something else is moved aside."""
        try:
            self._connect()
        except (
            sqlite3.DatabaseError,
            UnicodeDecodeError,
        ) as error:  # sqlite3 cannot even decode damaged names for its own message
            self.close()
            if _code(error) not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                raise
            aside = self.path.with_name(f"{self.path.stem}-damaged-{time.time_ns()}{self.path.suffix}")
            for end in ("-journal", "-wal", "-shm", ""):  # SQLite would apply a journal that stayed to the new file
                if os.path.lexists(f"{self.path}{end}"):
                    os.rename(f"{self.path}{end}", f"{aside}{end}")
            _tell(f"{self.path} is damaged or no cache of ours; it is now {aside.name}, and a new one is begun")
            self._connect()

    def _connect(self) -> None:
        self.connection = sqlite3.connect(self.path, timeout=1)
        with self.connection:
            self.connection.execute("BEGIN IMMEDIATE")
            found = self.connection.execute("SELECT sql FROM sqlite_master").fetchall()
            if not found:
                self.connection.execute(TABLE)
            elif (TABLE,) not in found or self.connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
                raise sqlite3.DatabaseError("it is damaged or holds something else")

    def _patient(self, action: Callable[[], None]) -> None:
        """Do `action`; while another program has locked the file, try again for up to `WAIT` seconds."""
        begun = told = None
        while True:
            try:
                return action()
            except sqlite3.OperationalError as error:
                begun = begun or time.monotonic()
                locked = _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
                if not locked or time.monotonic() - begun > WAIT:
                    raise
                told = told or _tell(f"{self.path} is in use by another program; waiting for it up to {WAIT} s") or True

    def _without(self, error: Exception) -> None:
        self.keeps = False
        _tell(f"{self.path} cannot be written ({error}); the probe goes on, but what it draws is not kept")


def _code(error: Exception) -> int:
    """SQLite's primary result code."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF


def _tell(sentence: str) -> None:
    warnings.warn(sentence, stacklevel=2)


def _digest(*row) -> str:
    """A hash of a row, by which damage is noticed."""
    return hashlib.sha256(json.dumps(row).encode()).hexdigest()[:16]


@contextmanager
def opened(model, reader, settings: dict, folder: str | os.PathLike | None) -> Iterator[Cache | None]:
    """A context with the cache of a model and its reader (judge or ranker) in `folder`.

    It gives None without a folder, and where model or reader have no identity by which to name the file.
    """
    if not isinstance(folder, str | os.PathLike | None):
        raise ValueError(f"cache is {shown(folder)}; give a folder, or None to keep nothing")
    by = drawn_by(model) if folder is not None else None
    if by is None or not isinstance(reader, nn.Module | None):
        yield None
        return
    read_by = f"-{digits(reader)}" if reader is not None else ""
    with closing(Cache(Path(folder) / f"{by}{read_by}.sqlite", settings)) as cache:
        yield cache
