"""What a person says of pictures that no judge can read: right, wrong, or what kind of failure. Knows no widget.

Labels are kept in a CSV, one file per model, written anew after every label; `Labels` resumes where it stopped.
"""

import csv
import io
import json
import os
from dataclasses import asdict

import pandas as pd

from helpers.files import opened, path_of, target, write_atomically
from helpers.models.drawing import Drawing
from helpers.probes.failures import NAMES

MOST = 2**28  # bytes of a file of labels
RIGHT, WRONG = "right", "wrong"
KEYS = dict(zip("rw1234567890-=", (RIGHT, WRONG, *NAMES), strict=True))  # key -> label
KEY = ("model", "checkpoint", "caption", "seed", "index", "settings")  # columns that identify a picture
COLUMNS = (*KEY, "label", "precision", "tokens")  # settings and tokens are JSON


class Labels:
    """The pictures of some drawings, one after another, and their labels."""

    def __init__(self, path: str | os.PathLike, drawings: list[Drawing]):
        if not drawings:
            raise ValueError("there is nothing to label; give at least one drawing")
        self.path = target(path, ".csv")
        self.pictures = [picture for drawing in drawings for picture in drawing.pictures]
        self.items = [item for drawing in drawings for item in _items(drawing)]
        self.rows = read(self.path) if self.path.exists() else []
        strange = {row["model"] for row in self.rows} - {item["model"] for item in self.items}
        if strange:
            raise ValueError(f"{self.path} holds labels of {', '.join(sorted(strange))}; give each model its own file")

    @property
    def said(self) -> dict[int, str]:
        """Place of a picture -> its label."""
        known = {_key(row): row["label"] for row in self.rows}
        return {place: known[_key(item)] for place, item in enumerate(self.items) if _key(item) in known}

    @property
    def place(self) -> int | None:
        """Number of the first picture without a label; None when all are labelled."""
        said = self.said
        return next((place for place in range(len(self.items)) if place not in said), None)

    def say(self, label: str) -> None:
        """Label the picture at `place` and save."""
        if label not in KEYS.values():
            raise ValueError(f"label is {label!r}; give one of {', '.join(KEYS.values())}")
        if self.place is None:
            raise ValueError(f"all {len(self.items)} pictures are labelled")
        self._save([*self.rows, self.items[self.place] | {"label": label}])

    def undo(self) -> bool:
        """Remove the latest label of these pictures and save; False if there is none."""
        keys = {_key(item) for item in self.items}
        last = next((i for i in reversed(range(len(self.rows))) if _key(self.rows[i]) in keys), None)
        if last is None:
            return False
        self._save(self.rows[:last] + self.rows[last + 1 :])
        return True

    def frame(self) -> pd.DataFrame:
        """One row per labelled picture, with `right` as true or false, for the tables of `helpers.probes`."""
        rows = [self.items[place] | {"label": label, "right": label == RIGHT} for place, label in self.said.items()]
        return pd.DataFrame(rows, columns=[*COLUMNS, "right"])

    def _save(self, rows: list[dict]) -> None:
        text = io.StringIO()
        writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        write_atomically(self.path, text.getvalue().encode())
        self.rows = rows


def read(path: str | os.PathLike) -> list[dict]:
    """The rows of a file of labels."""
    path = path_of(path)
    try:
        with io.TextIOWrapper(opened(path, MOST), "utf-8", newline="") as file:
            found = csv.DictReader(file)
            rows = [row | {"seed": int(row["seed"]), "index": int(row["index"])} for row in found]
            if any(row["label"] not in KEYS.values() or type(json.loads(row["settings"])) is not dict for row in rows):
                raise ValueError
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror or error}") from None
    except (ValueError, KeyError, TypeError, csv.Error):
        raise ValueError(f"{path} is no file of labels; give a CSV with the columns {', '.join(COLUMNS[:7])}") from None
    return rows


def agreement(one: list[dict], other: list[dict]) -> pd.DataFrame:
    """How far two labellers agree on the pictures that both labelled; rows as `read` gives them.

    One row for "right or wrong", where all failures count as wrong, and one for "which label": n pictures, share that
    `agree`, share that would agree `by chance`, and Cohen's (1960) kappa: 1 is full agreement, 0 no more than chance.
    Kappa is NaN where both gave the same single label to every picture.
    """
    first, second = ({_key(row): row["label"] for row in rows} for rows in (one, other))
    pairs = pd.DataFrame([(first[key], second[key]) for key in first if key in second], columns=["one", "other"])
    if pairs.empty:
        raise ValueError("there is no picture that both labelled; give the labels of the same drawings")
    lines = []
    for question, said in (("right or wrong", pairs == RIGHT), ("which label", pairs)):
        agree = float((said["one"] == said["other"]).mean())
        shares = pd.concat([said[name].value_counts(normalize=True) for name in said], axis=1).fillna(0.0)
        chance = float(shares.prod(axis=1).sum())
        kappa = (agree - chance) / (1 - chance) if chance < 1 else float("nan")
        lines.append({"question": question, "n": len(said), "agree": agree, "by chance": chance, "kappa": kappa})
    return pd.DataFrame(lines)


def gallery(path: str | os.PathLike) -> dict:
    """The failures in a file of labels, as a gallery like those that `helpers.probes.gallery.save` writes."""
    rows = read(path)
    if not rows:
        raise ValueError(f"{path} has no labels yet")
    entries = [
        {key: row[key] for key in ("caption", "seed", "index")}
        | {
            "settings": json.loads(row["settings"]),
            "failures": [row["label"]],
            "said": f"{row['label']}, says a person",
        }
        for row in rows
        if row["label"] != RIGHT
    ]
    note = f"{len(entries)} of {len(rows)} pictures labelled by a person as failures"
    first = {"model": rows[0]["model"], "checkpoint": rows[0]["checkpoint"] or None}
    return first | {"precision": rows[0].get("precision") or None, "note": note, "entries": entries}


def _items(drawing: Drawing) -> list[dict]:
    how = {key: value for key, value in asdict(drawing.settings).items() if key not in ("n", "seed")}
    shared = {
        "model": drawing.model,
        "checkpoint": drawing.identity or "",
        "caption": drawing.caption,
        "seed": drawing.settings.seed,
        "settings": json.dumps(how, sort_keys=True),
        "precision": drawing.precision,
    }
    each = zip(drawing.indices, drawing.tokens.tolist(), strict=True)
    return [shared | {"index": index, "tokens": json.dumps(tokens)} for index, tokens in each]


def _key(row: dict) -> tuple:
    return tuple(row[column] for column in KEY)
