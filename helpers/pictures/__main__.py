"""Look at the picture world: `python -m helpers.pictures --sheet outfit` or `--speed`."""

import argparse
import textwrap
import time
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from helpers.pictures import FAMILIES, known, paint, rng_for, sample, sample_facts


def sheet(family: str, size: int, seed: int, count: int, unseen: bool, zoom: int = 1) -> Image.Image:
    """A contact sheet: `count` pictures, each over its caption, of one family or ("all") of each in turn."""
    families = list(FAMILIES) if family == "all" else [known("family", family, FAMILIES)]
    side = size * zoom
    font = ImageFont.load_default(max(10, side // 14))
    letters = max(12, int(side / font.getlength("n" * 10) * 10.5))
    columns = max(1, min(8, count, 1800 // side))
    pictures = [
        sample(rng_for("sheet", seed, index), families[index % len(families)], size, unseen) for index in range(count)
    ]
    texts = [textwrap.wrap(picture.caption, letters) for picture in pictures]
    height = side + 8 + max(map(len, texts)) * round(font.size * 1.25)
    page = Image.new("RGB", (columns * (side + 8), -(-count // columns) * height), "white")
    pen = ImageDraw.Draw(page)
    for index, (picture, lines) in enumerate(zip(pictures, texts, strict=True)):
        x, y = index % columns * (side + 8) + 4, index // columns * height + 2
        page.paste(picture.image.resize((side, side), Image.Resampling.NEAREST), (x, y))
        pen.multiline_text((x, y + side + 2), "\n".join(lines), fill="black", font=font, spacing=2)
    return page


def speed(family: str, size: int, seed: int, seconds: float = 2.0) -> float:
    """Pictures painted per second on one core, measured with warm caches."""
    facts = [sample_facts(rng_for("speed", seed, index), family) for index in range(1500)]
    for one in facts:
        paint(one, size)
    start, painted = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        paint(facts[painted % len(facts)], size)
        painted += 1
    return painted / (time.perf_counter() - start)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m helpers.pictures", description=__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--sheet", metavar="FAMILY", help=f"write a contact sheet of all, or of one of: {', '.join(FAMILIES)}"
    )
    what.add_argument("--speed", action="store_true", help="print pictures per second on one core, one row per family")
    parser.add_argument("--size", type=int, help="pixels a side (128 for a sheet, 64 for speed)")
    parser.add_argument("--zoom", type=int, default=1, help="enlarge each picture of a sheet, without smoothing")
    parser.add_argument("--seed", type=int, default=0, help="another seed, other pictures")
    parser.add_argument("--count", type=int, default=64, help="pictures on a sheet")
    parser.add_argument("--unseen", action="store_true", help="only combinations held out from training")
    parser.add_argument("--out", type=Path, help="where the sheet goes (runs/sheet-FAMILY.png)")
    options = parser.parse_args()
    try:
        if options.speed:
            print(f"{'family':<12}pictures/s")
            for family in FAMILIES:
                print(f"{family:<12}{speed(family, options.size or 64, options.seed):10.0f}")
            return
        if options.count < 1 or options.zoom < 1:
            raise ValueError("--count and --zoom must be at least 1")
        out = options.out or Path(f"runs/sheet-{options.sheet}.png")
        out.parent.mkdir(parents=True, exist_ok=True)
        sheet(options.sheet, options.size or 128, options.seed, options.count, options.unseen, options.zoom).save(out)
        print(out)
    except (ValueError, OSError) as error:
        raise SystemExit(f"error: {error}") from None


if __name__ == "__main__":
    main()
