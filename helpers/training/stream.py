"""Fresh pictures without end: painted by worker processes while the network trains, never stored, never repeated.

A batch depends on (world, split, seed, number) alone, so a run that was stopped continues with the next one.
"""

import itertools
import signal
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from helpers.pictures.world import World
from helpers.training.signals import SIGNALS

AHEAD = 4  # batches that each worker keeps ready


@dataclass(frozen=True)
class Batches(Dataset):
    """Batch number -> facts of its pictures, and the pictures as uint8 [batch, size, size, 3]."""

    world: World
    size: int
    batch: int
    seed: int = 0
    split: str = "train"
    unseen: bool | None = False
    family: str | None = None  # of every picture; None: by the world's shares
    part: tuple[int, int] = (0, 1)  # (i, k): only the i-th of k equal parts of each batch is painted

    def family_of(self, number: int) -> str | None:
        """The family of all pictures of a batch; None: by the world's shares."""
        return self.family

    def __getitem__(self, number: int) -> tuple[list[dict], np.ndarray]:
        part, parts = self.part
        count = self.batch // parts
        images, all_facts = np.empty((count, self.size, self.size, 3), np.uint8), []
        family = self.family_of(number)
        for i in range(count):
            index = number * self.batch + part * count + i
            facts, rng = self.world.facts(self.split, self.seed, index, family, self.unseen)
            images[i] = np.asarray(self.world.paint(facts, self.size, rng))
            all_facts.append(facts)
        return all_facts, images


def stream(batches: Batches, first: int = 0, workers: int = 1) -> Iterator[tuple[list[dict], Tensor]]:
    """Endless batches from number `first` on: facts, and pictures as uint8 [batch, size, size, 3].

    `workers` processes paint ahead; 0 paints in this process.
    """
    loader = DataLoader(
        batches,
        sampler=_From(first),
        batch_size=None,
        num_workers=workers,
        prefetch_factor=AHEAD if workers else None,
        multiprocessing_context="spawn" if workers else None,
        worker_init_fn=_leave_signals if workers else None,
    )
    for facts, images in loader:
        yield facts, torch.as_tensor(images)


def _leave_signals(worker: int) -> None:
    """Ignore signals in a painter: they reach all processes, and training stops its painters after it has saved."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)


class _From:
    """The whole numbers from `first` on."""

    def __init__(self, first: int):
        self.first = first

    def __iter__(self) -> Iterator[int]:
        return itertools.count(self.first)


def to_floats(images: np.ndarray | Tensor, device: torch.device) -> Tensor:
    """uint8 [n, size, size, 3] to floats in [0, 1], [n, 3, size, size] in channels-last memory."""
    return torch.as_tensor(images).to(device, non_blocking=True).permute(0, 3, 1, 2).float() / 255
