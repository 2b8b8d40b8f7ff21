"""Draw on the command line: python -m helpers.draw "a penguin in a blue hat" --n 8 --seed 3."""

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from tqdm import tqdm

from helpers import load
from helpers.files import free_path

PACE = "{desc} {percentage:3.0f}% |{bar:30}| {elapsed} gone, {remaining} left"


def main(arguments: list[str] | None = None, open_model=load) -> int:
    """Draw what the arguments say; 0 when saved, 2 with one sentence on stderr when not."""
    args = parser().parse_args(arguments)
    try:
        png, json = draw(args, open_model(args.model, args.device))
    except Exception as error:
        print(f"Nothing was drawn: {error}", file=sys.stderr)
        return 2
    print(png, json, sep="\n")
    return 0


def draw(args: argparse.Namespace, model) -> tuple[Path, Path]:
    """Draw with a progress bar and save; returns the paths of the PNG and its JSON."""
    names = ("n", "seed", "temperature", "top_k", "top_p", "guidance")
    settings = model.settings(**{name: getattr(args, name) for name in names})
    partial = None
    with tqdm(total=model.grid**2, desc=f"{model.name} on {model.device}", bar_format=PACE, leave=False) as bar:
        for partial in model.stream(args.caption, **asdict(settings)):
            bar.update(partial.done - bar.n)
    path = args.out or free_path(args.caption, args.seed)
    path.parent.mkdir(parents=True, exist_ok=True)
    return model.drawing(args.caption, partial.tokens, settings).save(path)


def parser() -> argparse.ArgumentParser:
    """Say what can be asked for."""
    parser = argparse.ArgumentParser(prog="python -m helpers.draw", description="Draw pictures of a caption.")
    add = parser.add_argument
    add("caption", help="what to draw, in quotes")
    add("--n", type=int, default=4, help="how many pictures (4)")
    add("--seed", type=int, default=0, help="the same seed draws the same pictures (0)")
    add("--temperature", type=float, help="below 1 safer, above 1 wilder (what the checkpoint recommends)")
    add("--top-k", type=int, help="draw each token from the k likeliest")
    add("--top-p", type=float, help="draw each token from the likeliest that share p of the probability; 1: all")
    add("--guidance", type=float, help="how much the caption counts; 1 is off (what the checkpoint recommends)")
    add("--out", type=Path, help="the PNG to write (exports/CAPTION-seed-SEED.png); its JSON stands beside it")
    add("--model", help="a checkpoint's name or folder (the shipped one)")
    add("--device", help="cpu, cuda, mps (a GPU when there is one)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
