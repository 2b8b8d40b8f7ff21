"""Rows as CSV that a spreadsheet opens and `read` reads again: what is no number and no text stands in it as JSON."""

import io
import json
import os
from pathlib import Path

import pandas as pd

from helpers.files import opened, path_of, target, write_atomically

MOST = 2**31  # bytes of a CSV
NESTED = ("facts", "asked", "read", "settings", "tokens", "failures")  # columns that `read` takes for JSON


def to_csv(rows: pd.DataFrame) -> bytes:
    """CSV in UTF-8, with the mark at its beginning by which spreadsheets tell UTF-8 from other encodings."""
    nested = [column for column in rows if rows[column].map(lambda value: isinstance(value, dict | list | tuple)).any()]
    as_json = {column: [json.dumps(v, ensure_ascii=False, default=_plain) for v in rows[column]] for column in nested}
    return rows.assign(**as_json).to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


def save(rows: pd.DataFrame, path: str | os.PathLike) -> Path:
    """Write the rows of a probe, or its questions, as CSV; a name without ".csv" gets it. Returns the path."""
    path = target(path, ".csv")
    write_atomically(path, to_csv(rows))
    return path


def read(path: str | os.PathLike) -> pd.DataFrame:
    """Read what `save` wrote, or any CSV with a column `caption`; a ValueError, in a sentence, for other files."""
    path = path_of(path)
    try:
        with opened(path, MOST) as file:
            frame = pd.read_csv(io.BytesIO(file.read()), encoding="utf-8-sig", dtype={"caption": str})
        if "caption" not in frame:
            raise ValueError("it has no column caption")
        frame["caption"] = frame["caption"].fillna("")
        return frame.assign(**{name: frame[name].map(json.loads) for name in NESTED if name in frame})
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror or error}") from None
    except (ValueError, TypeError) as error:
        why = " ".join(str(error).split())
        raise ValueError(f"{path} is no table of captions ({why:.120}); give a CSV with a column caption") from None


def _plain(value: object) -> object:
    """A number of numpy as one of Python."""
    return value.item()
