"""Public models on the command line: python -m helpers.models.zoo [list | fetch NAME]."""

import argparse
import sys

from helpers.models.checkpoints import CheckpointError
from helpers.models.zoo import SOURCES, fetch, is_here


def main(arguments: list[str] | None = None) -> int:
    """List what there is, or fetch a model; 2 with one sentence on stderr when that does not work."""
    parser = argparse.ArgumentParser(prog="python -m helpers.models.zoo", description="Public models.")
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("list", help="what there is, how large, and whether it is here")
    fetching = commands.add_parser("fetch", help="fetch a model into checkpoints/")
    fetching.add_argument("name", help=", ".join(SOURCES))
    fetching.add_argument("--yes", action="store_true", help="do not ask")
    fetching.add_argument("--revision", metavar="COMMIT", help="another commit of the hub than the one pinned here")
    args = parser.parse_args(arguments)
    if args.command != "fetch":
        for name, source in SOURCES.items():
            print(f"{name:13} {source.gigabytes:5} GB  {'here' if is_here(name) else '    '}  {source.what}")
        return 0
    try:
        print(fetch(args.name, args.yes, revision=args.revision))
    except CheckpointError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
