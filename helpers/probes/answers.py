"""Draw captions and read their pictures, in this process or in several; nothing is kept.

A reader is a judge, which reads a picture of a family into facts, or a ranker, which says how well a picture fits its
caption; without a reader nothing is read. Captions that are asked without facts have the family "".
"""

import pickle
import signal
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context

import torch

from helpers.sampling.threads import cores

PLAIN = ""  # the family of captions that are asked without facts
CHUNK = 64  # pictures that a process draws before it hands them over

Seen = list[tuple[list, dict]]  # tokens and what was read, one pair for each picture of a caption
_sent: dict = {}  # in a worker process: the model and its reader


def answered(model, reader, missing: Mapping[str, list[str]], how: dict) -> Iterator[tuple[str, str, Seen]]:
    """Draw each caption and read its pictures for each of its families; yields (caption, family, what was seen).

    `missing`: caption -> families. `how`: the settings of `draw_each`, including n and seed.
    """
    captions = list(missing)
    drawings = model.draw_each(captions, **how) if captions else ()
    for caption, drawing in zip(captions, drawings, strict=True):
        for family in missing[caption]:
            read = _read(reader, caption, drawing.pictures, family)
            yield caption, family, list(zip(drawing.tokens.tolist(), read, strict=True))


def answered_by_many(
    model, reader, missing: Mapping[str, list[str]], how: dict, workers: int
) -> Iterator[tuple[str, str, Seen]]:
    """As `answered`, by `workers` processes with a copy of the model each; captions come in the order of completion.

    Raises ValueError for a model that cannot be sent to other processes, RuntimeError where a process was killed.
    """
    workers = min(workers, len(missing))
    if not workers:
        return
    packed, threads = _packed(model, reader), max(1, cores() // workers)
    context = get_context("spawn")
    pool = ProcessPoolExecutor(workers, context, initializer=_begin, initargs=(packed, threads))
    try:
        futures = [pool.submit(_answer, part, how) for part in parts(missing, how["n"], workers)]
        for future in as_completed(futures):
            yield from future.result()
    except BrokenProcessPool:
        raise RuntimeError("a process that drew was ended; the same probe resumes where it stopped") from None
    finally:
        pool.shutdown(cancel_futures=True)


def by_processes(workers: int) -> Callable:
    """`answered` for one worker, `answered_by_many` for several."""
    return answered if workers == 1 else partial(answered_by_many, workers=workers)


def parts(missing: Mapping[str, list[str]], n: int, workers: int = 1) -> list[dict[str, list[str]]]:
    """Captions in parts of about `CHUNK` pictures, in their order; at least one part for each worker."""
    size = max(1, min(CHUNK // n, -(-len(missing) // workers)))
    items = list(missing.items())
    return [dict(items[i : i + size]) for i in range(0, len(items), size)]


def _read(reader, caption: str, pictures: list, family: str) -> list[dict]:
    """What a reader says of each picture: facts, or `fit`, the ranker's cosine."""
    if reader is None:
        return [{} for _ in pictures]
    if family == PLAIN:
        return [{"fit": fit} for fit in reader.score(caption, pictures)[0].tolist()]
    return reader.read(pictures, family)


def _packed(model, reader) -> bytes:
    if model.device.type != "cpu":
        raise ValueError(f"{model.name} is on {model.device}; several workers draw on a CPU: load it with device='cpu'")
    try:
        return pickle.dumps((model, reader))
    except Exception as error:  # pickle's errors are of many kinds
        raise ValueError(
            f"{model.name} in {model.precision} cannot be sent to other processes; give workers=1"
        ) from error


def _begin(packed: bytes, threads: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asked ends this one
    torch.set_num_threads(threads)
    _sent["model"], _sent["reader"] = pickle.loads(packed)


def _answer(part: dict[str, list[str]], how: dict) -> list[tuple[str, str, Seen]]:
    return list(answered(_sent["model"], _sent["reader"], part, how))
