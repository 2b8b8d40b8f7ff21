"""Several processes that train one network, as `torchrun` starts them: each takes its part of every batch.

`torchrun --nproc-per-node 2 -m helpers.training transformer …` takes the steps that one process takes with the same
`--batch`: gradients are averaged (gloo on a CPU, NCCL on GPUs), all go by the slowest clock and stop together. The
first process alone measures, prints and writes. A run may be resumed by another number of processes. Without torchrun
all functions here do nothing.

All networks can be trained this way; each process of a ranker contrasts captions only within its own part of a batch.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import torch
import torch.distributed as dist
from torch import Tensor, nn

LAUNCHED = "TORCHELASTIC_RUN_ID"  # torchrun sets it


def size() -> int:
    """How many processes there are."""
    return int(os.environ["WORLD_SIZE"]) if LAUNCHED in os.environ else 1


def rank() -> int:
    """Which of them this is, from 0."""
    return int(os.environ["RANK"]) if LAUNCHED in os.environ else 0


def here() -> tuple[int, int]:
    """Which of the processes of this machine this is, and how many it has."""
    if LAUNCHED not in os.environ:
        return 0, 1
    return int(os.environ["LOCAL_RANK"]), int(os.environ["LOCAL_WORLD_SIZE"])


def join() -> None:
    """Connect with the other processes; waits until all of them are there."""
    if size() > 1:
        dist.init_process_group("cpu:gloo,cuda:nccl" if torch.cuda.is_available() else "gloo")


def leave() -> None:
    """Disconnect from the other processes."""
    if dist.is_available() and dist.is_initialized():
        dist.destroy_process_group()


@contextmanager
def first() -> Iterator[None]:
    """A context that the first process leaves before the others enter it."""
    if rank() > 0:
        dist.barrier()
    yield
    if rank() == 0 and size() > 1:
        dist.barrier()


def most(*numbers: float) -> list[float]:
    """The maximum over all processes of each of these numbers."""
    if size() == 1:
        return list(numbers)
    found = torch.tensor(numbers, dtype=torch.float64)
    dist.all_reduce(found, dist.ReduceOp.MAX)
    return found.tolist()


def items(part: list) -> list:
    """The items of all processes, in their order."""
    if size() == 1:
        return part
    parts: list[list] = [[] for _ in range(size())]
    dist.all_gather_object(parts, part)
    return [item for one in parts for item in one]


def rows(part: Tensor) -> Tensor:
    """The rows of all processes, in their order; the tensors are of one shape."""
    if size() == 1:
        return part
    parts = [torch.empty_like(part) for _ in range(size())]
    dist.all_gather(parts, part.contiguous())
    return torch.cat(parts)


def average_gradients(network: nn.Module) -> None:
    """Give all processes the mean of their gradients."""
    if size() == 1:
        return
    found = [p.grad for p in network.parameters() if p.grad is not None]
    flat: Tensor = torch.cat([gradient.flatten() for gradient in found])
    dist.all_reduce(flat)
    for gradient, part in zip(found, (flat / size()).split([g.numel() for g in found]), strict=True):
        gradient.copy_(part.view_as(gradient))
