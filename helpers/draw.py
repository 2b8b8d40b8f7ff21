"""Draw on the command line: python -m helpers.draw "a penguin in a blue hat" --n 8 --seed 3."""

import argparse
import signal
import sys
import warnings
from dataclasses import asdict
from pathlib import Path

from tqdm import tqdm

from helpers import load
from helpers.files import EXPORTS, check_folder, free_path, target, why
from helpers.sampling.settings import add_options, options
from helpers.training.signals import Stopped, raised

PACE = "{desc} {percentage:3.0f}% |{bar:30}| {elapsed} gone, {remaining} left"


def main(arguments: list[str] | None = None, open_model=load) -> int:
    """Draw what the arguments say; returns the exit code: 0 when saved, 130 after SIGINT, 143 after SIGTERM, else 2.

    Unless it is 0, there is one sentence on stderr.
    """
    args = parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # a path may have letters that the terminal lacks
    so_far = "Nothing was drawn"
    try:
        with raised():
            if (args.caption is None) == (args.record is None):
                raise ValueError("give a caption to draw, or --from and the JSON or PNG of a drawing to draw it again")
            out = target(args.out, ".png") if args.out else None
            check_folder(out.parent if out else EXPORTS)
            drawing = again(args) if args.record else draw(args, open_model(args.model, args.device))
            so_far = "The pictures were drawn and not saved"
            print(*save(drawing, out), sep="\n")
            return 0
    except Stopped as stopped:
        print(f"{so_far}: stopped by {signal.Signals(stopped.exit_code - 128).name}", file=sys.stderr)
        return stopped.exit_code
    except Exception as error:
        reason = why(error) if isinstance(error, OSError) else str(error) or type(error).__name__
        print(f"{so_far}: {reason}", file=sys.stderr)
        return 2


def draw(args: argparse.Namespace, model):
    """Draw a caption with a progress bar; first print the model's notices about it, one per line."""
    settings = model.settings(**options(args))
    for notice in model.notices(args.caption):
        print(f"Note: {notice}", file=sys.stderr)
    partial = None
    with (
        warnings.catch_warnings(action="ignore", category=UserWarning),  # which are the notices again
        tqdm(total=model.grid**2, desc=f"{model.name} on {model.device}", bar_format=PACE, leave=False) as bar,
    ):
        for partial in model.stream(args.caption, **asdict(settings)):
            bar.update(partial.done - bar.n)
    return model.drawing(args.caption, partial.tokens, settings)


def again(args: argparse.Namespace):
    """Draw the drawing in a file again; a ValueError if its tokens come out differently."""
    from helpers.models.drawing import Drawing

    drawing = Drawing.load(args.record, device=args.device)
    print(f"Drawing {args.record} again with {drawing.model} on {drawing.drawn_by.device} …", file=sys.stderr)
    if (redrawn := drawing.redraw()) != drawing:
        raise ValueError(f"{args.record} was drawn on another kind of processor: here its tokens come out otherwise")
    return redrawn


def save(drawing, out: Path | None) -> tuple[Path, Path]:
    """Save to `out`, or under an unused name in the exports; returns the paths of the PNG and its JSON."""
    if out:
        return drawing.save(out)
    with free_path(drawing.caption, drawing.settings.seed) as path:
        return drawing.save(path)


def parser() -> argparse.ArgumentParser:
    """The options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m helpers.draw", description="Draw pictures of a caption.")
    add = parser.add_argument
    add("caption", nargs="?", help="what to draw, in quotes")
    add("--from", dest="record", type=Path, metavar="FILE", help="draw again what this JSON or PNG tells of, as it was")
    add_options(parser, n=4)
    add("--out", type=Path, help="the PNG to write (exports/CAPTION-seed-SEED.png); its JSON stands beside it")
    add("--model", help="a checkpoint's name or folder (the shipped one)")
    add("--device", help="cpu, cuda, mps (a GPU when there is one)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
