"""How many pictures are drawn at once: as many as the free memory allows."""

import os
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import torch

from helpers.networks.transformer import Transformer
from helpers.sampling.cache import picture_sight
from helpers.sampling.settings import Settings

MEMINFO = Path("/proc/meminfo")
SHARE = 0.8  # of the free memory that a drawing may take
DISTRIBUTIONS = 5  # over the codebook, in double, that a step has in memory at once


def room(device: torch.device) -> int:
    """Bytes that are free on a device: measured on CUDA and Linux, elsewhere a quarter of the machine's memory."""
    if device.type == "cuda":
        unused = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
        return torch.cuda.mem_get_info(device)[0] + unused
    if MEMINFO.exists():
        fields = dict(line.split(":") for line in MEMINFO.read_text("utf-8").splitlines())
        return int(fields["MemAvailable"].split()[0]) * 1024
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 4


def picture_bytes(model: Transformer, settings: Settings) -> int:
    """Memory that one picture takes while it is drawn: its caches, and what one step of it computes."""
    c, rows = model.config, 1 if settings.guidance == 1 else 2
    kept = sum(picture_sight(pattern, c.grid, c.kernel).slots for pattern in c.attention)
    read = max(picture_sight(pattern, c.grid, c.kernel).hidden.shape[1] for pattern in c.attention)
    step = 2 * read * c.width + 2 * c.heads * (read + c.text_window) + 16 * c.width
    return rows * (2 * kept * c.width + step) * model.start.element_size() + DISTRIBUTIONS * 8 * c.codebook


def parts(model: Transformer, settings: Settings) -> list[tuple[int, Settings]]:
    """Split n into as few nearly equal parts as memory allows: each part's first picture and settings."""
    return split(settings, picture_bytes(model, settings), model.start.device)


def split(settings: Settings, each: int, device: torch.device) -> list[tuple[int, Settings]]:
    """`parts` of pictures that take `each` bytes."""
    most = max(1, int(SHARE * room(device)) // each)
    count = -(-settings.n // most)
    edges = [settings.n * i // count for i in range(count + 1)]
    return [(first, replace(settings, n=last - first)) for first, last in pairwise(edges)]
