"""A gallery of failures as data: each picture's caption, seed, settings, label and checkpoint redraw it exactly."""

import json
import os
from pathlib import Path
from types import NoneType

import pandas as pd
from PIL import Image

from helpers.files import path_of, target, write_atomically
from helpers.models.identity import drawn_by
from helpers.models.reading import CheckpointError, read_json
from helpers.probes import labels
from helpers.probes.failures import NAMES, named, said
from helpers.sampling import Settings
from helpers.text import normalise

MOST = 4096  # pictures of one caption and seed


def entries(rows: pd.DataFrame, each: int = 8) -> list[dict]:
    """The failed pictures of a probe as gallery entries: at least the first `each` of every name."""
    kept, counts = [], dict.fromkeys(NAMES, 0)
    for row in (rows if "failures" in rows else named(rows)).to_dict("records"):
        if any(counts[name] < each for name in row["failures"]):
            for name in row["failures"]:
                counts[name] += 1
            drawn = {key: row[key] for key in ("caption", "seed", "index", "settings", "asked", "read")}
            kept.append(drawn | {"failures": list(row["failures"]), "said": said(row["asked"], row["read"])})
    return kept


def save(path: str | os.PathLike, model, found: list[dict], note: str = "") -> Path:
    """Write a gallery as JSON and return the path: the checkpoint's name and digits, a note, and the entries `found`.

    The note is for the reader, for example that the pictures are of an undertrained snapshot. Raises ValueError for a
    model without an identity.
    """
    by = drawn_by(model)
    if by is None:
        raise ValueError(f"{model.name} cannot be told from other models, so what it drew cannot be redrawn")
    path, how = target(path, ".json"), getattr(model, "precision", "float32")
    gallery = {"model": model.name, "checkpoint": by, "precision": how, "note": note, "entries": found}
    write_atomically(path, json.dumps(gallery, indent=1, ensure_ascii=False).encode())
    return path


def load(path: str | os.PathLike) -> dict:
    """Read a gallery that `save` wrote, or a CSV of labels: model, checkpoint, note and entries."""
    path = path_of(path)
    if path.suffix == ".csv":
        return checked(labels.gallery(path), str(path))
    try:
        found = read_json(path)
    except CheckpointError as error:
        raise ValueError(f"{path} is no gallery; give a file that gallery.save wrote: {error}") from None
    return checked(found, str(path))


def checked(gallery: object, name: str = "this") -> dict:
    """The gallery, if every value that is shown or used to draw has the right type and range; else a ValueError."""

    def need(good: bool, where: str, what: str) -> None:
        if not good:
            raise ValueError(f"{name} is no gallery: {where} is not {what}; give a file that gallery.save wrote")

    need(type(gallery) is dict and type(gallery.get("entries")) is list, "it", "a record with a list of entries")
    for key in ("model", "checkpoint", "note", "precision"):
        need(isinstance(gallery.get(key), str | NoneType), key, "a text")
    need(gallery.get("model") is not None, "model", "a text")
    need("checkpoint" in gallery, "checkpoint", "there")
    for place, entry in enumerate(gallery["entries"]):
        where = f"entry {place}"
        need(type(entry) is dict and type(entry.get("settings")) is dict, where, "a record with settings")
        index, settings, failures = entry.get("index"), entry["settings"], entry.get("failures")
        need(type(index) is int and 0 <= index < MOST, f"{where}'s index", f"from 0 to {MOST - 1}")
        need(type(failures) is list and all(type(one) is str for one in failures), f"{where}'s failures", "names")
        need(type(entry.get("said", "")) is str, f"{where}'s said", "a text")
        need(all(type(entry.get(key, {})) is dict for key in ("asked", "read")), f"{where}'s facts", "records")
        need({"n", "seed"}.isdisjoint(settings), f"{where}'s settings", "without n and seed")
        try:
            normalise(entry.get("caption"))
            Settings(index + 1, entry.get("seed"), **settings)
        except TypeError:
            need(False, f"{where}'s seed or a setting", "of its type")
        except ValueError as error:
            raise ValueError(f"{name} is no gallery: {where}: {error}") from None
    return gallery


def redraw(model, gallery: dict) -> list[Image.Image]:
    """The pictures of a gallery, drawn again, in the order of its entries.

    Raises ValueError if `model` is not the checkpoint that drew them.
    """
    by = drawn_by(model)
    if by != gallery["checkpoint"]:
        raise ValueError(
            f"this gallery was drawn by {gallery['model']} ({gallery['checkpoint']}), and {model.name} is {by}: it "
            f"would draw other pictures. Open the checkpoint that drew them, in the same precision"
        )
    alike: dict[str, list[int]] = {}
    for place, entry in enumerate(gallery["entries"]):
        alike.setdefault(json.dumps([entry["seed"], entry["index"], entry["settings"]]), []).append(place)
    drawn: dict[int, Image.Image] = {}
    for how, places in alike.items():
        seed, index, settings = json.loads(how)
        captions = [gallery["entries"][place]["caption"] for place in places]
        for place, drawing in zip(places, model.draw_each(captions, index + 1, seed, **settings), strict=True):
            drawn[place] = drawing.pictures[index]
    return [drawn[place] for place in range(len(gallery["entries"]))]
