"""Pictures painted ahead of training, by worker processes, into shards; and their tokens."""

import json
import multiprocessing
import random
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from helpers import pictures
from helpers.files import write_atomically
from helpers.training.presets import Preset

SHARD = 2_000


def draw_facts(
    preset: Preset, split: str, seed: int, index: int, unseen: bool | None = False
) -> tuple[dict, random.Random]:
    """Facts of picture `index`, its family by the preset's weights, its slots within the preset's limits.

    `unseen` asks for what training shows (False), for what it never shows (True), or for either (None).
    """
    rng = pictures.rng_for(split, seed, index)
    family = rng.choices(list(preset.families), preset.families.values())[0]
    while True:
        facts = pictures.draw_facts(rng, family, unseen if not preset.restrict else False)
        facts |= {slot: rng.choice(values) for slot, values in preset.restrict.items()}
        if unseen is None or is_held_out(preset, facts) == unseen:
            return facts, rng


def is_held_out(preset: Preset, facts: dict) -> bool:
    """Whether training never shows these facts together: by the picture world's rules or the preset's own."""
    return pictures.heldout.is_held_out(facts) or any(pair.items() <= facts.items() for pair in preset.withheld)


def paint_range(preset: Preset, split: str, seed: int, first: int, count: int, unseen: bool | None = False):
    """Paint pictures `first` … `first + count`: uint8 [count, size, size, 3] and their facts."""
    size = preset.dvae.size
    images, all_facts = np.empty((count, size, size, 3), np.uint8), []
    for i in range(count):
        facts, rng = draw_facts(preset, split, seed, first + i, unseen)
        images[i] = np.asarray(pictures.paint(facts, size, rng))
        all_facts.append(facts)
    return images, all_facts


def _paint_shard(
    preset: Preset, split: str, seed: int, number: int, count: int, folder: Path, unseen: bool | None
) -> int:
    images, facts = paint_range(preset, split, seed, number * SHARD, count, unseen)
    write_atomically(folder / f"{number:05d}.json", json.dumps(facts).encode())
    write_atomically(folder / f"{number:05d}.bin", images.tobytes())
    return count


def paint(
    preset: Preset, folder: Path, seed: int = 0, workers: int = 1, split: str = "train", unseen: bool | None = False
) -> "Painted":
    """Paint what is not there yet of the preset's pictures; one worker paints in this process."""
    counts = [min(SHARD, preset.pictures - first) for first in range(0, preset.pictures, SHARD)]
    jobs = [
        (preset, split, seed, i, count, folder, unseen)
        for i, count in enumerate(counts)
        if not _is_painted(preset, i, count, folder)
    ]
    begin, painted = time.monotonic(), 0
    for count in _run_jobs(jobs, workers):
        painted += count
        rate = painted / (time.monotonic() - begin)
        left = round((sum(job[4] for job in jobs) - painted) / rate)
        print(f"paint       {painted} pictures  {rate:.0f} pictures/s  {left // 60}:{left % 60:02d} left", flush=True)
    return Painted(preset, folder)


def _is_painted(preset: Preset, number: int, count: int, folder: Path) -> bool:
    file = folder / f"{number:05d}.bin"
    return file.exists() and file.stat().st_size == count * preset.dvae.size**2 * 3


def _run_jobs(jobs: list[tuple], workers: int) -> Iterator[int]:
    if workers == 1 or len(jobs) < 2:
        yield from (_paint_shard(*job) for job in jobs)
        return
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        for done in as_completed([pool.submit(_paint_shard, *job) for job in jobs]):
            yield done.result()


@dataclass
class Painted:
    """The painted training pictures of a run."""

    preset: Preset
    folder: Path

    def __len__(self) -> int:
        return self.preset.pictures

    @cached_property
    def images(self) -> list[np.ndarray]:
        size = self.preset.dvae.size
        files = sorted(self.folder.glob("*.bin"))
        return [np.memmap(f, np.uint8, "r").reshape(-1, size, size, 3) for f in files]

    @cached_property
    def facts(self) -> list[dict]:
        return [facts for file in sorted(self.folder.glob("*.json")) for facts in json.loads(file.read_text())]

    def pixels(self, indices: np.ndarray, device: torch.device) -> Tensor:
        """Pictures as floats in [0, 1], [batch, 3, size, size], channels last."""
        return to_floats(np.stack([self.images[i // SHARD][i % SHARD] for i in indices]), device)


def to_floats(images: np.ndarray, device: torch.device) -> Tensor:
    """uint8 [n, size, size, 3] to floats in [0, 1], [n, 3, size, size] in channels-last memory."""
    return torch.from_numpy(images).to(device, non_blocking=True).permute(0, 3, 1, 2).float() / 255


def batches(count: int, batch: int, seed: int, step: int) -> np.ndarray:
    """Which pictures step `step` reads: a new order each epoch, the same for every run of a seed."""
    epoch, at = divmod(step, max(1, count // batch))
    return _order(count, seed, epoch)[at * batch : (at + 1) * batch]


def by_length(captions: list[list[int]], parts: int) -> list[np.ndarray]:
    """Which encoded captions to read together: parts of like length, where short ones are not padded to the longest."""
    return np.array_split(np.array(sorted(range(len(captions)), key=lambda i: len(captions[i]))), parts)


@lru_cache(maxsize=2)
def _order(count: int, seed: int, epoch: int) -> np.ndarray:
    return np.random.default_rng([seed, epoch]).permutation(count)


@torch.inference_mode()
def encode(painted: Painted, dvae, device: torch.device, file: Path) -> Tensor:
    """Tokens of all training pictures, [count, grid²] int16, from `file` when they are there."""
    shape = (len(painted), painted.preset.dvae.grid**2)
    if file.exists() and file.stat().st_size == 2 * shape[0] * shape[1]:
        return torch.from_numpy(np.fromfile(file, np.int16).reshape(shape))
    parts, begin = [], time.monotonic()
    for first in range(0, len(painted), 500):
        rows = np.arange(first, min(first + 500, len(painted)))
        parts.append(dvae.encode(painted.pixels(rows, device)).flatten(1).short().cpu())
        if first % 10_000 == 0:
            done = first + len(rows)
            rate = done / (time.monotonic() - begin)
            print(f"encode      {done} of {len(painted)}  {rate:.0f} pictures/s", flush=True)
    tokens = torch.cat(parts)
    write_atomically(file, tokens.numpy().tobytes())
    return tokens
