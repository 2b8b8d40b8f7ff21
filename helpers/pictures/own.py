"""Other people's pictures as a world to train on: images with captions, of which nothing else is known.

A folder in the `imagefolder` convention of Hugging Face datasets holds images and `metadata.csv` or `metadata.jsonl`
with `file_name` and `text`; several lines with the same file are several captions of it. `prepare` reads every image
once and keeps its pixels in the run's folder, so that large files do not slow training down.
"""

import csv
import hashlib
import io
import json
import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

import numpy as np
from PIL import Image
from tqdm import tqdm

from helpers import pictures
from helpers.files import opened, write_atomically
from helpers.images import to_square
from helpers.pictures.world import World

FAMILY = "pictures"  # the one family of such a world
KEPT = 0.1  # share of the pictures that is kept for testing
MOST = 2**31  # bytes of the captions
NAMED = 10  # pictures left out that are named, at most; of the others the number is told
METADATA = ("metadata.csv", "metadata.jsonl")
DATASET = ("dataset_info.json", "dataset_dict.json")  # what `save_to_disk` of Hugging Face datasets writes

Source = tuple[str, list[str], Callable[[], object]]  # name, captions, and how the image is opened


@dataclass(frozen=True)
class OwnWorld(World):
    """The pictures that `prepare` put into the folder `place`.

    `unseen` pictures are those kept for testing; the others are trained on. The facts of a picture are its name.
    """

    shares: dict[str, float] = field(default_factory=lambda: {FAMILY: 1.0})
    place: Path = Path()
    known = False

    def __post_init__(self):
        """Check nothing: there are no values of the picture world here."""

    @cached_property
    def record(self) -> dict:
        """The JSON that `prepare` wrote: among other entries each picture's name, captions and row in `pixels`."""
        return json.loads((self.place / "captions.json").read_text("utf-8"))

    @cached_property
    def by_name(self) -> dict[str, dict]:
        """Name -> captions and row."""
        return {one["name"]: one for one in self.record["pictures"]}

    @cached_property
    def pixels(self) -> np.ndarray:
        """All pictures, uint8 [rows, size, size, 3], read from disk when they are needed."""
        return np.load(self.place / "pictures.npy", mmap_mode="r")

    @property
    def size(self) -> int:
        """Pixels a side."""
        return self.record["size"]

    @property
    def asked(self) -> tuple[str, ...]:
        """A few captions for an overview, first those of pictures kept for testing."""
        return tuple(dict.fromkeys(one["captions"][0] for one in self.record["pictures"][:6]))

    def __getstate__(self) -> dict:
        """Pickle the place alone, not the pixels."""
        return {"shares": self.shares, "values": {}, "withheld": (), "korean": 0.0, "place": self.place}

    def facts(
        self, split: str, seed: int, index: int, family: str | None = None, unseen: bool | None = False
    ) -> tuple[dict, random.Random]:
        """A picture's name and its random stream: training takes random pictures, other splits take them in turn."""
        rng, kept = pictures.rng_for(split, seed, index), self.record["kept"]
        parts = {True: range(kept), False: range(kept, len(self.by_name)), None: range(len(self.by_name))}
        part = parts[unseen]
        place = rng.choice(part) if split == "train" else part[index % len(part)]
        return {"family": FAMILY, "name": self.record["pictures"][place]["name"]}, rng

    def paint(self, facts: dict, size: int, rng: random.Random | None = None) -> Image.Image:
        """The picture itself."""
        image = Image.fromarray(self.pixels[self.by_name[facts["name"]]["row"]])
        return image if size == self.size else image.resize((size, size), Image.Resampling.LANCZOS)

    def captions(self, facts: dict, language: str = "en") -> list[str]:
        """What is said of a picture."""
        return self.by_name[facts["name"]]["captions"]

    def caption(self, facts: dict, rng: random.Random) -> str:
        """One of a picture's captions."""
        return rng.choice(self.captions(facts))

    def sentences(self, each: int) -> list[str]:
        """All captions of the pictures that are trained on."""
        return [caption for one in self.record["pictures"][self.record["kept"] :] for caption in one["captions"]]

    def told(self) -> dict:
        """What a card says of the pictures."""
        told = {key: self.record[key] for key in ("source", "digest", "kept", "left out")}
        captions = sum(len(one["captions"]) for one in self.record["pictures"])
        return {"data": {"pictures": len(self.by_name), "captions": captions, **told}}


def prepare(source: Path, place: Path, size: int, seed: int = 0) -> OwnWorld:
    """Read the images of a folder, or of a Hugging Face dataset on disk, into `place`: pixels, captions, what is kept.

    Images of any kind and size become squares of `size` pixels. Broken ones, and lines without a picture or a caption,
    are named and left out; identical images count once. What was prepared before is reused. Raises ValueError, in one
    sentence, for a folder without captions or with fewer than two good images, and where `place` holds other pictures.
    """
    file, listed = place / "captions.json", list(_sources(source))
    digest = hashlib.sha256(json.dumps([(name, captions) for name, captions, _ in listed]).encode()).hexdigest()[:16]
    begun = {"source": source.resolve().name, "digest": digest, "size": size, "seed": seed}
    if file.exists():
        world = OwnWorld(place=place)
        if {key: world.record.get(key) for key in begun} != begun:
            raise ValueError(f"{place} holds other pictures than {source} does now; give --out another folder")
        return world
    place.mkdir(parents=True, exist_ok=True)
    part, found, left_out = place / "pictures.npy.part", {}, []
    pixels = np.lib.format.open_memmap(part, "w+", np.uint8, (max(1, len(listed)), size, size, 3))
    for row, (name, captions, image_of) in enumerate(tqdm(listed, "pictures", leave=False, delay=2)):
        captions = list(dict.fromkeys(one for one in (str(c).strip() for c in captions) if one))
        try:
            if not captions:
                raise ValueError("it has no caption")
            pixels[row] = np.asarray(to_square(image_of(), size))
        except (ValueError, OSError) as error:
            left_out.append(f"{name}: {' '.join(str(error).split())}")
            continue
        alike = hashlib.sha256(pixels[row].tobytes()).digest()
        one = found.setdefault(alike, {"name": name, "row": row, "captions": []})
        one["captions"] = list(dict.fromkeys(one["captions"] + captions))
    pixels.flush()
    del pixels
    for line in left_out[:NAMED]:
        print(f"left out    {line}", flush=True)
    if len(left_out) > NAMED:
        print(f"left out    {len(left_out) - NAMED} more", flush=True)
    good = sorted(found.values(), key=lambda one: one["name"])
    if len(good) < 2:
        part.unlink()
        raise ValueError(f"{source} has {len(good)} good picture{'s' * (len(good) != 1)} with a caption; give more")
    random.Random(seed).shuffle(good)
    kept = min(len(good) - 1, max(1, round(KEPT * len(good))))
    os.replace(part, place / "pictures.npy")
    write_atomically(file, json.dumps(begun | {"kept": kept, "left out": left_out, "pictures": good}).encode())
    print(f"pictures    {len(good)} of {source}, {kept} of them kept for testing", flush=True)
    return OwnWorld(place=place)


def _sources(source: Path) -> Iterator[Source]:
    """Name, captions and image of each picture."""
    if not source.is_dir():
        raise ValueError(f"there is no folder {source}; give one with images and {' or '.join(METADATA)}")
    if any((source / name).is_file() for name in DATASET):
        return _of_dataset(source)
    return _of_folder(source)


def _of_folder(source: Path) -> Iterator[Source]:
    file = next((source / name for name in METADATA if (source / name).is_file()), None)
    if file is None:
        raise ValueError(f"{source} has no {' and no '.join(METADATA)}; write one: file_name and text of each image")
    said: dict[str, list[str]] = {}
    for name, text in _lines(file):
        said.setdefault(name, []).append(text)
    for name, captions in said.items():
        yield name, captions, lambda name=name: _inside(source, name)


def _inside(source: Path, name: str) -> Path:
    """The path of an image in a folder; a ValueError for a name that leads out of it."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError("it lies outside of the folder")
    return source / path


def _lines(file: Path) -> Iterator[tuple[str, str]]:
    """`file_name` and `text` of each line."""
    try:
        with io.TextIOWrapper(opened(file, MOST), "utf-8-sig", newline="") as text:
            as_json = (json.loads(line) for line in text if line.strip())
            rows = csv.DictReader(text) if file.suffix == ".csv" else as_json
            for number, row in enumerate(rows, 1):
                if not isinstance(row, dict) or not {"file_name", "text"} <= row.keys():
                    raise ValueError(f"entry {number} has no file_name and text")
                yield str(row["file_name"] or ""), str(row["text"] or "")
    except OSError as error:
        raise ValueError(f"{file} cannot be read: {error.strerror or error}") from None
    except (ValueError, csv.Error) as error:  # of JSON and of UTF-8, too
        raise ValueError(f"{file} cannot be read ({error}); give each image's file_name and text") from None


def _of_dataset(source: Path) -> Iterator[Source]:
    try:
        from datasets import load_from_disk
    except ImportError:
        raise ValueError(f"{source} is a Hugging Face dataset; to read it: pip install datasets") from None
    found = load_from_disk(str(source))
    if isinstance(found, dict):  # of several splits
        found = found["train"] if "train" in found else next(iter(found.values()))
    text = next((name for name in ("text", "caption") if name in found.column_names), None)
    if text is None or "image" not in found.column_names:
        raise ValueError(f"{source} has the columns {', '.join(found.column_names)}; give image and text")
    for i, said in enumerate(found[text]):
        yield f"row {i}", [said] if isinstance(said, str) else list(said or ()), lambda i=i: found[i]["image"]
