"""Much is asked for where little memory is left: it is drawn in chunks, or refused in a sentence."""

import resource
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import torch
from PIL import Image

from tests.attack.cases import Case
from tests.attack.inputs import model

MEGABYTES = (32, 64, 128, 256, 1024)


def cases(_: Path) -> Iterator[Case]:
    """Every method with thousands of pictures or captions, within every limit."""
    tiny = model()
    tokens, grey = torch.zeros(16, dtype=torch.long), Image.new("RGB", (16, 16), "grey")
    said = [f"a fox on the beach {i}" for i in range(500)]
    asked: dict[str, tuple[int, Callable]] = {
        "draw": (4000, lambda: tiny.draw("a fox", 4000).tokens),
        "draw with views": (500, lambda: tiny.draw("a fox", 500, keep=("logprobs", "attention")).tokens),
        "stream": (4000, lambda: list(tiny.stream("a fox", 4000, every=16))[-1].tokens),
        "complete": (4000, lambda: tiny.complete("a fox", tokens, 2, n=4000).tokens),
        "draw_each": (500, lambda: list(tiny.draw_each(said, 8))),
        "describe": (1000, lambda: tiny.describe(tokens, 1000)),
        "encode": (4000, lambda: tiny.encode([grey] * 4000)),
        "decode": (4000, lambda: tiny.decode(tokens.expand(4000, -1))),
        "rank": (4000, lambda: tiny.rank("a fox", [grey] * 4000)),
        "score": (500, lambda: tiny.score(said, tokens)),
    }
    for (name, (count, ask)), limit in ((one, limit) for one in asked.items() for limit in MEGABYTES):
        attack = partial(_limited, limit << 20, ask)
        yield Case(f"{name} of {count} in {limit} MB", attack, "either", lambda found, n=count: len(found) == n, 60)
    for n in (10**6, 10**9, 10**12, 10**18):
        for name, ask in {
            "draw": lambda n: tiny.draw("a fox", n),
            "stream": lambda n: next(tiny.stream("a fox", n)),
            "describe": lambda n: tiny.describe(tokens, n),
            "draw_each": lambda n: next(tiny.draw_each(said, n)),
            "complete": lambda n: tiny.complete("a fox", tokens, 2, n=n),
        }.items():
            yield Case(f"{name} of {n:.0e}", partial(_limited, 256 << 20, partial(ask, n)), "refuse")


def _limited(left: int, ask: Callable):
    """Ask with so many bytes of address space left."""
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + left, resource.getrlimit(resource.RLIMIT_AS)[1]))
    return ask()
