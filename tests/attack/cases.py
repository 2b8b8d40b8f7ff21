"""One attack and its verdict. Each runs in a process of its own, with a limit of time and of memory."""

import linecache
import os
import pickle
import resource
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HELPERS = str(Path(__file__).parents[2] / "helpers")
SENTENCE, RESULT, REFUSED, FOREIGN, WRONG, HANGING = VERDICTS = (
    "clear sentence",
    "sensible result",
    "wrongly refused",
    "foreign traceback",
    "silently wrong",
    "hanging",
)
SECONDS, BYTES = 30, 3 << 30  # what one attack may take; bytes are beyond those that every process has
LONGEST = 1500  # letters of one sentence


for path in Path(HELPERS).rglob("*.py"):  # read now: what is told of a line is told of the line that runs
    linecache.getlines(str(path))


@dataclass(frozen=True)
class Case:
    """An attack: what it is called and what it does.

    `wanted` says what should come of it: "refuse", "take" or "either". `right` looks at what was returned.
    """

    name: str
    attack: Callable[[], Any]
    wanted: str = "either"
    right: Callable[[Any], bool] = lambda _: True
    seconds: int = SECONDS


def verdict(case: Case) -> tuple[str, str]:
    """Run an attack here; what came of it, and in which words."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = case.attack()
        except BaseException as error:
            told = " ".join(str(error).split())[:200]
            if not is_sentence(error):
                at = traceback.extract_tb(error.__traceback__)[-1]
                return FOREIGN, f"{type(error).__name__}: {told} ({Path(at.filename).name}:{at.lineno})"
            return (REFUSED if case.wanted == "take" else SENTENCE), told
        if case.wanted == "refuse" or not case.right(found):
            return WRONG, f"{found!r:.200}"
        return RESULT, ""


def is_sentence(error: BaseException) -> bool:
    """Whether the project itself raised this, on purpose, and says so in one line."""
    if isinstance(error, SystemExit):  # of a command line, which has printed its sentence
        return error.code not in (0, None)
    *_, last = traceback.walk_tb(error.__traceback__)
    frame, line = last
    raised = linecache.getline(frame.f_code.co_filename, line).strip().startswith("raise ")
    message = str(error)
    return (
        frame.f_code.co_filename.startswith(HELPERS) and raised and "\n" not in message and 9 < len(message) < LONGEST
    )


def judged(case: Case) -> tuple[str, str]:
    """The verdict on an attack in a process of its own."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        _alone(case, write)
    os.close(write)
    begun, data = time.monotonic(), b""
    os.set_blocking(read, False)
    while time.monotonic() - begun < case.seconds:
        try:
            part = os.read(read, 65536)
        except BlockingIOError:
            time.sleep(0.005)
            continue
        if not part:
            break
        data += part
    else:
        os.killpg(child, signal.SIGKILL)
    os.close(read)
    _, status = os.waitpid(child, 0)
    if data:
        return pickle.loads(data)
    if time.monotonic() - begun >= case.seconds:
        return HANGING, f"after {case.seconds} s"
    return FOREIGN, f"the process ended with {os.waitstatus_to_exitcode(status)}"


def _alone(case: Case, write: int) -> None:
    """In the child: no output, limited memory, the verdict through the pipe, and an end without any clean-up."""
    os.setpgid(0, 0)
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + BYTES, used + BYTES))
    try:
        found = verdict(case)
    except MemoryError:
        found = FOREIGN, "MemoryError"
    os.write(write, pickle.dumps(found))
    os._exit(0)
