"""A gallery of failures is data: each picture's caption, seed, settings, label and checkpoint. So it redraws itself."""

import json
import os
from pathlib import Path

import pandas as pd
from PIL import Image

from helpers.files import write_atomically
from helpers.models.identity import drawn_by
from helpers.probes import labels
from helpers.probes.failures import NAMES, named, said


def entries(rows: pd.DataFrame, each: int = 8) -> list[dict]:
    """The failed pictures of a probe as gallery entries: the first `each` of every name."""
    kept, counts = [], dict.fromkeys(NAMES, 0)
    for row in (rows if "failures" in rows else named(rows)).to_dict("records"):
        if any(counts[name] < each for name in row["failures"]):
            for name in row["failures"]:
                counts[name] += 1
            drawn = {key: row[key] for key in ("caption", "seed", "index", "settings", "asked", "read")}
            kept.append(drawn | {"failures": list(row["failures"]), "said": said(row["asked"], row["read"])})
    return kept


def save(path: str | os.PathLike, model, found: list[dict], note: str = "") -> Path:
    """Write a gallery: JSON with the checkpoint's name and digits, a note (of an undertrained snapshot, say so) and
    for each picture caption, seed, index, settings, facts asked for and read, and label. Returns the path."""
    by = drawn_by(model)
    if by is None:
        raise ValueError(f"{model.name} cannot be told from other models, so what it drew cannot be redrawn")
    path = Path(path).with_suffix(".json")
    gallery = {"model": model.name, "checkpoint": by, "note": note, "entries": found}
    write_atomically(path, json.dumps(gallery, indent=1).encode())
    return path


def load(path: str | os.PathLike) -> dict:
    """Read a gallery that `save` wrote, or a CSV of labels: model, checkpoint, note and entries."""
    path = Path(path)
    if path.suffix == ".csv":
        return labels.gallery(path)
    try:
        gallery = json.loads(path.read_text("utf-8"))
        wanted = {"caption", "seed", "index", "settings", "failures"}
        good = {"model", "checkpoint", "entries"} <= gallery.keys() and all(
            wanted <= e.keys() for e in gallery["entries"]
        )
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror}") from None
    except (ValueError, AttributeError, TypeError):
        good = False
    if not good:
        raise ValueError(f"{path} is no gallery; give a file that gallery.save wrote")
    return gallery


def redraw(model, gallery: dict) -> list[Image.Image]:
    """The pictures of a gallery, drawn again by the checkpoint that drew them first, in the order of its entries."""
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
