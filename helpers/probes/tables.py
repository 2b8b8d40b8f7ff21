"""Rows as CSV, for spreadsheets, or as Parquet, and back. Dicts and lists in them are written as JSON."""

import io
import json
import os
from pathlib import Path

import pandas as pd

from helpers.files import opened, path_of, target, write_atomically

MOST = 2**31  # bytes of a table
PARQUET = ".parquet"
NO_PARQUET = "Parquet wants pyarrow; install it: pip install pyarrow; or name the file *.csv"
NESTED = ("facts", "asked", "read", "settings", "tokens", "failures")  # columns that `read` takes for JSON


def to_csv(rows: pd.DataFrame) -> bytes:
    """CSV in UTF-8, with a byte order mark, by which spreadsheets recognise the encoding."""
    return _as_json(rows).to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


def to_parquet(rows: pd.DataFrame) -> bytes:
    """Parquet, in which numbers keep all their bits; a ValueError where pyarrow is not installed."""
    check_parquet()
    packed = io.BytesIO()
    _as_json(rows).to_parquet(packed, index=False, engine="pyarrow")
    return packed.getvalue()


def check_parquet() -> None:
    """Raise ValueError, in one sentence, where pyarrow is not installed."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        raise ValueError(NO_PARQUET) from None


def save(rows: pd.DataFrame, path: str | os.PathLike) -> Path:
    """Write the rows of a probe, or its questions, as Parquet if `path` ends so, else as CSV; returns the path."""
    as_parquet = path_of(path).suffix.lower() == PARQUET
    path = target(path, PARQUET if as_parquet else ".csv")
    write_atomically(path, to_parquet(rows) if as_parquet else to_csv(rows))
    return path


def read(path: str | os.PathLike) -> pd.DataFrame:
    """Read what `save` wrote, or any table with a column `caption`; a ValueError, in one sentence, for other files."""
    path = path_of(path)
    as_parquet = path.suffix.lower() == PARQUET
    if as_parquet:
        check_parquet()
    try:
        with opened(path, MOST) as file:
            data = io.BytesIO(file.read())
        if as_parquet:
            frame = pd.read_parquet(data, engine="pyarrow")
        else:
            frame = pd.read_csv(data, encoding="utf-8-sig", dtype={"caption": str})
        if "caption" not in frame:
            raise ValueError("it has no column caption")
        frame["caption"] = frame["caption"].fillna("")
        return frame.assign(**{name: frame[name].map(json.loads) for name in NESTED if name in frame})
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror or error}") from None
    except (ValueError, TypeError) as error:
        why = " ".join(str(error).split())
        raise ValueError(f"{path} is no table of captions ({why:.120}); give a CSV with a column caption") from None


def _as_json(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows, with every column that holds dicts or lists as JSON."""
    nested = [column for column in rows if rows[column].map(lambda value: isinstance(value, dict | list | tuple)).any()]
    as_json = {column: [json.dumps(v, ensure_ascii=False, default=_plain) for v in rows[column]] for column in nested}
    return rows.assign(**as_json)


def _plain(value: object) -> object:
    """A number of numpy as one of Python."""
    return value.item()
