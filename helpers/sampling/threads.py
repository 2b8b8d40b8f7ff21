"""How many threads compute a step: only as many as make it faster.

At the end of every operation all threads wait for each other, and a step of a small model is some hundred short
operations. On a quiet machine two threads gain little there; where another program keeps a core busy, they can be a
hundred times slower than one.
"""

import math
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import torch

CGROUPS = Path("/sys/fs/cgroup")
SMALL, LARGE = 3e8, 1e11  # multiplications in a step: below, one thread; above, all; between, it is measured
WORSE = 2.0  # where a step with many threads is this many times slower than with one, one is used from then on


def cores() -> int:
    """How many cores this process may use: the least of torch's threads, its affinity and its container's quota."""
    allowed = [torch.get_num_threads()]
    if hasattr(os, "sched_getaffinity"):
        allowed.append(len(os.sched_getaffinity(0)))
    return max(1, min([*allowed, *_quotas()]))


def _quotas() -> Iterator[int]:
    """The container's quota of CPU time in cores, rounded up (cgroup v2 or v1); nothing where there is none."""
    for files in (("cpu.max",), ("cpu/cpu.cfs_quota_us", "cpu/cpu.cfs_period_us")):
        try:
            quota, period = " ".join((CGROUPS / file).read_text("utf-8") for file in files).split()
        except (OSError, ValueError):
            continue
        if quota.isdigit():
            yield math.ceil(int(quota) / int(period))


class Threads:
    """Chooses the number of threads for the steps of one drawing; `work` is the multiplications in a step.

    The first steps are timed with one and with many threads. torch's number of threads is changed while a step is
    computed, and then set back.
    """

    def __init__(self, work: float, clock: Callable[[], float] = time.perf_counter):
        self.clock, self.many = clock, cores() if work >= SMALL else 1
        self.tries = [1, self.many, 1] if self.many > 1 and work < LARGE else []
        self.seconds: dict[int, float] = {}  # number of threads -> the shortest time of a step

    @contextmanager
    def reading(self) -> Iterator[None]:
        """A context in which prompts are read."""
        with computing(1 if self.tries else self.many):
            yield

    @contextmanager
    def step(self) -> Iterator[None]:
        """A context in which one step is computed."""
        trying = bool(self.tries)
        count, began = self.tries.pop(0) if trying else self.many, self.clock()
        with computing(count):
            yield
        taken = self.clock() - began
        if trying:
            self.seconds[count] = min(taken, self.seconds.get(count, math.inf))
            if not self.tries:
                self.many = min(self.seconds, key=self.seconds.get)
        elif count > 1 and taken > WORSE * self.seconds.get(1, math.inf):
            self.many = 1


@contextmanager
def computing(threads: int) -> Iterator[None]:
    """A context in which torch computes with this many threads."""
    before = torch.get_num_threads()
    torch.set_num_threads(threads)
    try:
        yield
    finally:
        torch.set_num_threads(before)
