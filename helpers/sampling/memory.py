"""How many pictures are drawn at once: as many as the free memory allows."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import torch

from helpers.networks.transformer import Transformer
from helpers.sampling.cache import picture_sight
from helpers.sampling.settings import Settings

try:
    import resource  # not on Windows
except ImportError:
    resource = None

PROC, CGROUPS = Path("/proc"), Path("/sys/fs/cgroup")
MEMORY_FRACTION = 0.8  # share of the free memory that one drawing may take
LEAST = 64 << 20  # bytes set aside for torch itself while it computes
ALLOCATION = ("DefaultCPUAllocator", "could not create a")  # in errors of torch and oneDNN that mean: no memory
DISTRIBUTIONS = 5  # distributions over the codebook, in double precision, that a step holds at once


def room(device: torch.device) -> int:
    """Bytes that a drawing may take on a device.

    On a CPU: the least of what the machine, the container (cgroup v1 or v2) and the process (RLIMIT_AS) still allow,
    or a quarter of the machine's memory where none of these can be read. Raises MemoryError where that is next to
    nothing, since libraries below torch would then end the whole process instead of raising an error.
    """
    if device.type == "cuda":
        unused = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
        return torch.cuda.mem_get_info(device)[0] + unused
    found = [*_of_machine(), *_of_containers(), *_of_process()]
    free = max(0, min(found)) if found else os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 4
    if free <= LEAST:
        raise MemoryError(f"{free >> 20} MB of memory are free, and drawing takes more than {LEAST >> 20}; free some")
    return free - LEAST


def _of_machine() -> Iterator[int]:
    for line in _lines(PROC / "meminfo"):
        if line.startswith("MemAvailable:"):
            yield int(line.split()[1]) * 1024


def _of_containers() -> Iterator[int]:
    """What each memory limit around this process leaves free; memory that only caches files counts as free."""
    for line in _lines(PROC / "self" / "cgroup"):
        _, kinds, path = line.split(":", 2)
        if kinds and "memory" not in kinds.split(","):
            continue
        top, files = (CGROUPS / "memory", V1) if kinds else (CGROUPS, V2)
        inside = top / path.lstrip("/")
        for folder in (inside, *inside.parents):
            limit, used, cached = (_number(folder, file) for file in files)
            if limit is not None and used is not None:
                yield limit - used + (cached or 0)
            if folder == top:
                break


V2 = ("memory.max", "memory.current", "memory.stat inactive_file")
V1 = ("memory.limit_in_bytes", "memory.usage_in_bytes", "memory.stat total_inactive_file")


def _of_process() -> Iterator[int]:
    limit = resource.getrlimit(resource.RLIMIT_AS)[0] if resource else -1
    used = _lines(PROC / "self" / "statm")
    if resource and limit != resource.RLIM_INFINITY and used:
        yield limit - int(used[0].split()[0]) * resource.getpagesize()


def _number(folder: Path, file: str) -> int | None:
    """The number in a file or, where `file` is "FILE NAME", in its line that begins with NAME; None without one."""
    file, _, name = file.partition(" ")
    found = [line.split()[-1] for line in _lines(folder / file) if not name or line.split()[0] == name]
    return int(found[0]) if found and found[0].isdigit() else None


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").splitlines()
    except OSError:
        return []


def picture_bytes(model: Transformer, settings: Settings) -> int:
    """Bytes that one picture takes while it is drawn: its caches, and the intermediate results of one step."""
    c, rows = model.config, 1 if settings.guidance == 1 else 2
    kept = sum(picture_sight(pattern, c.grid, c.kernel).slots for pattern in c.attention)
    read = max(picture_sight(pattern, c.grid, c.kernel).hidden.shape[1] for pattern in c.attention)
    step = 2 * read * c.width + 2 * c.heads * (read + c.text_window) + 16 * c.width
    return rows * (2 * kept * c.width + step) * model.start.element_size() + DISTRIBUTIONS * 8 * c.codebook


def text_bytes(model: Transformer) -> int:
    """Bytes that one caption takes while it is written after a picture."""
    c = model.config
    kept = len(c.attention) * c.text_window
    step = 2 * c.text_window * c.width + 2 * c.heads * (c.text_window + c.picture_tokens) + 16 * c.width
    return (2 * kept * c.width + step) * model.start.element_size() + DISTRIBUTIONS * 8 * c.text_vocab


def at_once(each: int, device: torch.device) -> int:
    """How many things of `each` bytes fit into the free memory of a device; at least one."""
    return max(1, int(MEMORY_FRACTION * room(device)) // each)


def check_kept(n: int, each: int) -> None:
    """Raise ValueError where n finished things of `each` bytes would not fit into memory."""
    most = at_once(each, torch.device("cpu"))
    if n > most:
        raise ValueError(
            f"n is {n}, and {most:,} fit into memory; ask for fewer at a time, each time with another seed"
        )


def in_chunks(draw: Callable[[int, int], Iterator], n: int, most: int) -> Iterator[tuple[int, object]]:
    """Draw n things in chunks of at most `most`, as few and as nearly equal as that allows.

    `draw(first, count)` draws the chunk of `count` things that begins with number `first`; each item that it yields is
    passed on as (first, item). A chunk that runs out of memory after all is begun again with half as many things.
    Raises MemoryError where not even one thing fits.
    """
    first = 0
    while first < n:
        left = n - first
        count = left // -(-left // most)
        try:
            for item in draw(first, count):
                yield first, item
        except Exception as error:
            if not out_of_memory(error):
                raise
            if count == 1:
                raise MemoryError("memory ran out at the first picture; free some, or raise the limit") from error
            most = count // 2
        else:
            first += count


def out_of_memory(error: Exception) -> bool:
    """Whether an error says that memory ran out."""
    if isinstance(error, RuntimeError) and any(words in str(error) for words in ALLOCATION):
        return True
    return isinstance(error, MemoryError | torch.OutOfMemoryError)
