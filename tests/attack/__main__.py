"""Attack the project as strangers and careless users would: python -m tests.attack [KIND …] (minutes; Linux, macOS).

Prints a row per kind: how many attacks ended in a clear sentence, in a sensible result, and how many did not. With
--list, each of the latter in words. Nothing leaves this machine, and nothing is written outside a temporary folder.
"""

import argparse
import sys
import tempfile
import time
import warnings
from collections import Counter
from pathlib import Path

import pandas as pd
import torch

from tests.attack import fetching, files, inputs, kills, memory, training, widgets
from tests.attack.cases import FOREIGN, HANGING, REFUSED, VERDICTS, WRONG, judged

KINDS = {
    "inputs": inputs.cases,
    "checkpoints": files.checkpoints,
    "pickles": files.pickles,
    "kills": kills.cases,
    "fetching": fetching.cases,
    "caches": files.caches,
    "galleries": files.galleries,
    "widgets": widgets.cases,
    "states": training.cases,
    "memory": memory.cases,
}
BAD = (REFUSED, FOREIGN, WRONG, HANGING)


def main(arguments: list[str] | None = None) -> int:
    """Attack; 0 if every attack ended well, 1 if not."""
    parser = argparse.ArgumentParser(prog="python -m tests.attack", description="Attacks by kind, counted.")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"{', '.join(KINDS)} (all)")
    parser.add_argument("--list", action="store_true", help="each attack that did not end well")
    parser.add_argument("--minutes", type=float, default=20, help="after which no more attacks begin (20)")
    args = parser.parse_args(arguments)
    if unknown := set(args.kinds) - set(KINDS):
        parser.error(f"there is no kind {min(unknown)}; there are {', '.join(KINDS)}")
    torch.set_num_threads(1)  # a process that forks has one
    warnings.simplefilter("ignore")
    ends, rows = time.monotonic() + 60 * args.minutes, []
    for kind in args.kinds or KINDS:
        counts = Counter()
        with tempfile.TemporaryDirectory(prefix="daikon-attack-") as folder:
            for case in KINDS[kind](Path(folder)):
                if time.monotonic() > ends:
                    print(f"{kind}: time is up, the rest was not tried", file=sys.stderr)
                    break
                came, told = judged(case)
                counts[came] += 1
                if args.list and came in BAD:
                    print(f"{kind:12} {came:18} {case.name}: {told}", flush=True)
        rows.append({"kind": kind, "attacks": counts.total()} | {came: counts[came] for came in VERDICTS})
    table = pd.DataFrame(rows)
    if len(rows) > 1:
        table.loc[len(table)] = {"kind": "all", **table.drop(columns="kind").sum()}
    print(table.to_string(index=False))
    return int(table[list(BAD)].to_numpy().sum() > 0)


if __name__ == "__main__":
    sys.exit(main())
