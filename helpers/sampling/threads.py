"""How many threads compute a step: no more than help.

At every operation all threads wait for each other, and a step of a small model is some hundred short operations. On a
quiet machine two threads then gain little; where another program keeps one of the cores busy they lose a hundredfold.
"""

import math
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import torch

CGROUPS = Path("/sys/fs/cgroup")
SMALL, LARGE = 3e8, 1e11  # products of numbers in a step: below, one thread; above, all; between, what proves faster
WORSE = 2.0  # so many times slower than one thread, and many threads are given up


def cores() -> int:
    """How many cores this process may keep busy: torch's threads, affinity and the container's quota."""
    allowed = [torch.get_num_threads()]
    if hasattr(os, "sched_getaffinity"):
        allowed.append(len(os.sched_getaffinity(0)))
    return max(1, min([*allowed, *_quotas()]))


def _quotas() -> Iterator[int]:
    """The cores that the container's quota of time comes to (cgroup v2 or v1)."""
    for files in (("cpu.max",), ("cpu/cpu.cfs_quota_us", "cpu/cpu.cfs_period_us")):
        try:
            quota, period = " ".join((CGROUPS / file).read_text("utf-8") for file in files).split()
        except (OSError, ValueError):
            continue
        if quota.isdigit():
            yield math.ceil(int(quota) / int(period))


class Threads:
    """Computes the steps of one drawing, of so much work each, with as many threads as prove faster.

    torch's number of threads is changed while a step is computed, in the thread that draws, and then set back.
    """

    def __init__(self, work: float, clock: Callable[[], float] = time.perf_counter):
        self.clock, self.many = clock, cores() if work >= SMALL else 1
        self.tries = [1, self.many, 1] if self.many > 1 and work < LARGE else []
        self.seconds: dict[int, float] = {}  # by the number of threads, the least of the tries

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Within this, prompts are read."""
        with computing(1 if self.tries else self.many):
            yield

    @contextmanager
    def step(self) -> Iterator[None]:
        """Within this, a step is computed."""
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
    """Within this, torch computes with so many threads."""
    before = torch.get_num_threads()
    torch.set_num_threads(threads)
    try:
        yield
    finally:
        torch.set_num_threads(before)
