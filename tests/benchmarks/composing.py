"""Do more values make a model compose? python -m tests.benchmarks.composing, a table in Markdown.

A small stream learns three families from nothing: with the values of the core world, with all there are, and with all
in pictures whose things stand a little elsewhere each time, for as many steps. They are measured by the bits of test
pictures of the core world given their captions: of combinations that are shown, and of those that are held out. Who
composes needs few bits more for these.
"""

import argparse
import random
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from PIL import Image

from helpers import load, pictures
from helpers.models.daikon import TextToImage
from helpers.pictures.world import World
from helpers.training.evaluate import measured
from helpers.training.loop import Stage, schedule
from helpers.training.presets import CORE, PRESETS, SHARES
from helpers.training.run import Run
from helpers.training.stream import Batches, stream
from helpers.training.transformer import TransformerTask

FAMILIES = ("counting", "thing", "decade")
PICTURES = 96  # in a measurement
NANO = PRESETS["nano"]
MEASURED = World(SHARES, CORE)
MOVED = 0.4  # by at most so many eighths of the picture


@dataclass(frozen=True)
class Moved(World):
    """A world whose pictures are all a little different."""

    def __hash__(self):
        return super().__hash__()

    def paint(self, facts: dict, size: int, rng: random.Random | None = None) -> Image.Image:
        """The picture of these facts, with its things off their places."""
        return pictures.paint(facts, size, rng, MOVED)


EQUAL = dict.fromkeys(FAMILIES, 1 / len(FAMILIES))
WORLDS = {
    "core": World(EQUAL, {family: CORE[family] for family in FAMILIES}),
    "whole": World(EQUAL),
    "whole, moved": Moved(EQUAL),
}


def main() -> None:
    """Train them and print what they need."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.composing")
    parser.add_argument("--steps", type=int, default=300, help="of 48 pictures (300: seven minutes a world on a core)")
    parser.add_argument("--every", type=int, default=100, help="steps between two rows")
    args = parser.parse_args()
    model = load("nano", "cpu")
    print("| values | steps | " + " | ".join(f"{family}, seen / held out" for family in FAMILIES) + " |")
    print("|" + " --- |" * (2 + len(FAMILIES)))
    for name, world in WORLDS.items():
        for step, task in trained(model, world, args.steps, args.every):
            cells = [" / ".join(f"{bits(task, family, unseen):.0f}" for unseen in (False, True)) for family in FAMILIES]
            print(f"| {name} | {step} | {' | '.join(cells)} |", flush=True)


def trained(model: TextToImage, world: World, steps: int, every: int) -> Iterator[tuple[int, TransformerTask]]:
    """A stream on the shipped dVAE's tokens, after every so many steps."""
    transformer = replace(NANO.transformer, width=192, heads=3)
    recipes = NANO.recipes | {"transformer": replace(NANO.recipes["transformer"], batch=48)}
    preset = replace(NANO, world=world, transformer=transformer, recipes=recipes, dvae=model.dvae.config)
    with tempfile.TemporaryDirectory() as folder:
        torch.manual_seed(0)
        run = Run(Path(folder), "composing", preset, torch.device("cpu"))
        task = TransformerTask(run, model.dvae, model.tokenizer)
        stage = Stage(Path(folder, "transformer.state"), task, 60.0, preset)
        pictures = stream(task.batches)
        while stage.step < steps:
            with torch.autocast("cpu", torch.bfloat16):
                loss = task.loss(*next(pictures), stage)
            loss.backward()
            stage.advance(schedule(stage.step / steps, stage.step, decay=0.5))
            if stage.step % every == 0:
                yield stage.step, task


def bits(task: TransformerTask, family: str, unseen: bool) -> float:
    """Bits of a test picture's tokens given its caption."""
    facts, images = Batches(MEASURED, NANO.dvae.size, PICTURES, 5, "test", unseen, family)[0]
    model = TextToImage(task.dvae, task.network, tokenizer=task.tokenizer)
    found = measured(model, MEASURED, facts, images)[0]["bits"]
    task.network.train()
    return found


if __name__ == "__main__":
    main()
