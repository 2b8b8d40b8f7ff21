"""SIGINT and SIGTERM: Ctrl-C, and what a machine sends before it ends a program."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stopped(KeyboardInterrupt):
    """A signal ended the work. `exit_code` is what a shell expects: 130 for SIGINT, 143 for SIGTERM."""

    def __init__(self, number: int, kept: str = "the same command resumes where it was"):
        super().__init__(f"{signal.Signals(number).name}; {kept}")
        self.exit_code = 128 + number


@contextmanager
def handled(answer) -> Iterator[None]:
    """A context in which `answer(number)` is called for both signals. Only the main thread gets signals."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, lambda number, _: answer(number)) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def raised() -> Iterator[None]:
    """A context in which a signal raises `Stopped` at once."""

    def stop(number: int) -> None:
        raise Stopped(number)

    with handled(stop):
        yield


@contextmanager
def deferred() -> Iterator[list[int]]:
    """A context that only collects the numbers of signals in a list, to be looked at when work can stop."""
    numbers: list[int] = []
    with handled(numbers.append):
        yield numbers
