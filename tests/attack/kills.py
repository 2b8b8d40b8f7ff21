"""Processes that are killed while they write, and stopped while they train."""

import os
import random
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PIL import Image

from helpers import load
from helpers.files import write_atomically
from helpers.models.checkpoints import save
from helpers.probes.cache import Cache
from tests.attack.cases import Case
from tests.tiny import make_model

SEEN = [([1, 2, 3], {"hat": "red"})]
TRAINED = 80  # seconds at most until a run has saved its first state, or has ended


def cases(folder: Path) -> Iterator[Case]:
    """Kill what writes at some moment; what is there afterwards opens."""
    first, second = make_model(0), make_model(1)
    save(folder / "tiny", first, {})
    for moment in range(40):
        yield Case(f"checkpoint, kill {moment}", partial(killed, moment, _checkpoints(folder, first, second)), "take")
    for moment in range(20):
        yield Case(f"cache, kill {moment}", partial(killed, moment, _caches(folder)), "take")
    drawings = [first.draw("a fox", 2, seed) for seed in range(2)]
    drawings[0].save(folder / "fox.png")
    for moment in range(20):
        yield Case(f"drawing, kill {moment}", partial(killed, moment, _drawings(folder, drawings)), "take")
    (folder / "file").write_bytes(b"0" * 10**6)
    for moment in range(20):
        yield Case(f"file, kill {moment}", partial(killed, moment, _files(folder)), "take")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        yield Case(
            f"training, {number.name}", partial(_training, folder / f"run-{number}", number), "take", bool, 4 * TRAINED
        )


def killed(moment: int, work: tuple[Callable[[], None], Callable[[], object]]) -> object:
    """Let a process work, kill it, and look at what it left."""
    write, look = work
    child = os.fork()
    if not child:
        try:
            while True:
                write()
        finally:
            os._exit(1)
    time.sleep(0.02 + random.Random(moment).random() * 0.3)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return look()


def _checkpoints(folder: Path, first, second) -> tuple:
    def write() -> None:
        save(folder / "tiny", first, {})
        save(folder / "tiny", second, {})

    return write, lambda: load(folder / "tiny", "cpu")


def _caches(folder: Path) -> tuple:
    def write() -> None:
        cache = Cache(folder / "cache.sqlite", {})
        for i in range(50):
            cache.put("outfit", f"caption {i}", 0, SEEN)
        cache.close()

    def look() -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            cache = Cache(folder / "cache.sqlite", {})
            assert all(cache.get("outfit", f"caption {i}", 0, 1) in (None, SEEN) for i in range(50))
            cache.put("outfit", "after", 0, SEEN)
            assert cache.get("outfit", "after", 0, 1) == SEEN

    return write, look


def _drawings(folder: Path, drawings: list) -> tuple:
    def write() -> None:
        for drawing in drawings:
            drawing.save(folder / "fox.png")

    return write, lambda: Image.open(folder / "fox.png").load()


def _files(folder: Path) -> tuple:
    def write() -> None:
        for letter in (b"0", b"1"):
            write_atomically(folder / "file", letter * 10**6)

    def look() -> None:
        data = (folder / "file").read_bytes()
        assert data in (b"0" * 10**6, b"1" * 10**6)

    return write, look


def _training(folder: Path, number: signal.Signals) -> bool:
    """Stop a training run; it says so with its exit code, and the same command resumes."""
    options = ["--preset", "micro", "--out", str(folder), "--workers", "0", "--save-every", "2"]
    command = [sys.executable, "-m", "helpers.training", "dvae", *options]
    process = subprocess.Popen([*command, "--minutes", "5"], stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + TRAINED
    while time.monotonic() < deadline and not list(folder.glob("*.state")):
        time.sleep(0.2)
    process.send_signal(number)
    _, told = process.communicate(timeout=TRAINED)
    expected = -number if number == signal.SIGKILL else 128 + number
    again = subprocess.run([*command, "--minutes", "0.001"], capture_output=True, text=True, timeout=TRAINED)
    return process.returncode == expected and again.returncode == 0 and "Traceback" not in told + again.stderr
