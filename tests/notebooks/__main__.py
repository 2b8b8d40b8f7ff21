"""Run notebooks in place, figures included: python -m tests.notebooks [00 05 …]."""

import sys
import time

from nbclient.exceptions import CellExecutionError

from tests.notebooks.run import NOTEBOOKS, clean, limit, paths, run, write


def main(names: list[str]) -> int:
    """Run, clean and write each; a notebook that fails stays as it was."""
    try:
        chosen = paths(names)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    failed = []
    for path in chosen:
        began = time.monotonic()
        try:
            write(clean(run(path)), path)
        except CellExecutionError as error:
            print(error, file=sys.stderr)
            failed.append(path.name)
            continue
        seconds, kilobytes = time.monotonic() - began, path.stat().st_size / 1000
        print(f"{path.relative_to(NOTEBOOKS.parent)}: {seconds:.0f} s of {limit(path)}, {kilobytes:.0f} kB", flush=True)
    if failed:
        print(f"failed, left as they were: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
