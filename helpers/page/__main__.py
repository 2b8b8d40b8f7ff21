"""Write the page of a checkpoint: python -m helpers.page --checkpoint nano --out page/."""

import argparse
import sys
from pathlib import Path

from tqdm import tqdm

from helpers import load
from helpers.page import site


def main(arguments: list[str] | None = None) -> int:
    """Write what the arguments say; 0 when written, 2 with one sentence on stderr when not."""
    parser = argparse.ArgumentParser(prog="python -m helpers.page", description="A model as a page of static files.")
    parser.add_argument("--checkpoint", help="a checkpoint's name or folder (the shipped one)")
    parser.add_argument("--out", type=Path, default=Path("page"), help="the folder to write (page/)")
    args = parser.parse_args(arguments)
    try:
        model = load(args.checkpoint, device="cpu", precision="float32")
        with tqdm(
            desc="Figures", bar_format="{desc} {n_fmt}/{total_fmt} |{bar:30}| {remaining} left", leave=False
        ) as bar:
            for _, done, total in site.write(model, args.out):
                bar.total = total
                bar.update(done - bar.n)
    except Exception as error:
        print(f"No page was written: {error}", file=sys.stderr)
        return 2
    size = sum(file.stat().st_size for file in args.out.rglob("*") if file.is_file())
    print(f"{args.out / 'index.html'}: open it in a browser, or serve the folder ({size / 1e6:.1f} MB).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
