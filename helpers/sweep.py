"""Many captions on many machines: python -m helpers.sweep captions.csv --models nano micro --n 8 --out sweep/

A scheduler of dask.distributed hands the captions out in small parts, to processes of this machine or, with
--scheduler, to those of a cluster that has Daikon and the same checkpoints. Results are cached at once, as by a probe:
after a kill the same command resumes, and captions of a killed process are drawn by another one. OUT/rows.csv, or
rows.parquet with --format parquet, holds the rows of `helpers.probes.probe`, the same as one process would write.
"""

import argparse
import logging
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pandas as pd

from helpers import load, probes
from helpers.files import check_folder, why
from helpers.models.identity import drawn_by
from helpers.models.reading import CheckpointError
from helpers.probes.answers import PLAIN, Seen, answered, parts
from helpers.probes.tables import check_parquet
from helpers.sampling.settings import add_options, options
from helpers.sampling.threads import cores

MISSING = 'a sweep wants dask.distributed; install it: pip install -e ".[sweep]"'
KILLED = 20  # processes that may be killed over a part before it is given up
PATIENCE = "15 minutes"  # to wait for a lost process to come back, before the sweep is given up


def main(arguments: list[str] | None = None) -> int:
    """Draw and read all captions; returns the exit code. 0: written. Else there is one sentence on stderr."""
    args = parser().parse_args(arguments)
    try:
        rows = swept(args)
    except KeyboardInterrupt:
        print(f"Stopped; the same command resumes what {args.out} holds", file=sys.stderr)
        return 130
    except (CheckpointError, OSError, RuntimeError, ValueError) as error:
        print(f"Nothing was written: {why(error) if isinstance(error, OSError) else error}", file=sys.stderr)
        return 2
    print(summed(rows).to_string(index=False))
    print(probes.save(rows, args.out / f"rows.{args.format}"))
    return 0


def swept(args: argparse.Namespace) -> pd.DataFrame:
    """The rows of `probe` for each of the models, with a column `model`."""
    if args.format == "parquet":
        check_parquet()  # before the work, not after it
    asked = probes.read(args.captions)
    check_folder(args.out)
    found = []
    with cluster(args.scheduler, args.workers) as client:
        for name in args.models:
            model = load(name, "cpu")
            rows = probes.probe(model, asked, cache=args.out / "kept", workers=on(client, name), **options(args))
            found.append(rows.assign(model=name))
    return pd.concat(found, ignore_index=True)


def cluster(scheduler: str | None, workers: int | None):
    """A client of the scheduler at this address, or of a local one with `workers` processes of one thread each."""
    try:
        import dask
        from distributed import Client
    except ImportError:
        raise ValueError(MISSING) from None
    # by default dask gives up after 15 s; on shared cores a process that replaces a killed one needs longer to start
    dask.config.set(
        {
            "distributed.scheduler.allowed-failures": KILLED,
            "distributed.deploy.lost-worker-timeout": PATIENCE,
            "distributed.scheduler.no-workers-timeout": PATIENCE,
        }
    )
    if scheduler:
        return Client(scheduler)
    logging.getLogger("distributed").setLevel(logging.ERROR)  # a killed worker is told of in many lines
    return Client(n_workers=workers or cores(), threads_per_worker=1, dashboard_address=None)


def on(client, name: str) -> Callable:
    """A function for `probe(workers=…)` that has captions answered by the workers of a client."""

    def answers(model, reader, missing: Mapping[str, list[str]], how: dict) -> Iterator[tuple[str, str, Seen]]:
        from distributed import as_completed
        from distributed.scheduler import KilledWorker, NoWorkerError

        identity, cut = drawn_by(model), parts(missing, how["n"])
        futures = [client.submit(part_of, name, identity, part, how, pure=False) for part in cut]
        try:
            for _, seen in as_completed(futures, with_results=True):
                yield from seen
        except (KilledWorker, NoWorkerError) as error:
            raise RuntimeError(f"no process is left that draws ({error}); the same command resumes") from None

    return answers


def part_of(name: str, identity: str, part: dict[str, list[str]], how: dict) -> list[tuple[str, str, Seen]]:
    """Answer some captions, in a process of the cluster; a ValueError where it has another checkpoint of that name."""
    model, here = opened(name)
    if here != identity:
        raise ValueError(f"{name} is {identity} where the sweep was begun and {here} on a machine of the cluster")
    plain = all(family == PLAIN for families in part.values() for family in families)
    return list(answered(model, model.ranker if plain else model.judge, part, how))


@cache
def opened(name: str):
    """A model and its identity, read once per process."""
    model = load(name, "cpu")
    return model, drawn_by(model)


def summed(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per model: captions, pictures, and the score (without facts the mean fit) with its interval."""
    lines = []
    for name, part in rows.groupby("model", sort=False):
        line = {"model": name, "captions": part["caption"].nunique(), "pictures": len(part)}
        column = next((column for column in ("right", "fit") if column in part), None)
        if column:
            line |= dict(zip((column, "low", "high"), probes.interval(part, column), strict=True))
        lines.append(line)
    return pd.DataFrame(lines).round(3)


def parser() -> argparse.ArgumentParser:
    """The options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m helpers.sweep", description="Draw many captions on many machines.")
    add = parser.add_argument
    add("captions", type=Path, help="a CSV or Parquet with a column caption, as helpers.probes.save writes it")
    add("--models", nargs="+", default=["nano"], help="checkpoints, by name or folder (nano)")
    add_options(parser, n=1)
    add("--out", type=Path, default=Path("sweep"), help="the folder for the rows and what is kept (sweep)")
    add("--format", choices=("csv", "parquet"), default="csv", help="of OUT/rows.* (csv); parquet wants pyarrow")
    add("--scheduler", metavar="ADDRESS", help="of a cluster of dask.distributed, such as tcp://head:8786")
    add("--workers", type=int, help="processes of this machine, where there is no cluster (one per core)")
    return parser


if __name__ == "__main__":
    from helpers.sweep import main as importable  # what is sent to a cluster must have a name there, not __main__'s

    sys.exit(importable())
