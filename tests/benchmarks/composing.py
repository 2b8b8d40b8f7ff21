"""Do more values make a model compose? python -m tests.benchmarks.composing, a table in Markdown.

A small stream learns three families from nothing, once with the values of the core world and once with all there
are, for as many steps. Both are measured by the bits of test pictures of the core world given their captions: of
combinations that are shown, and of those that are held out. Who composes needs few bits more for these.
"""

import argparse
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import torch

from helpers import load
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
WORLDS = {"core": {family: CORE[family] for family in FAMILIES}, "whole": {}}


def main() -> None:
    """Train both and print what they need."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.composing")
    parser.add_argument("--steps", type=int, default=300, help="of 48 pictures (300: seven minutes a world on a core)")
    parser.add_argument("--every", type=int, default=100, help="steps between two rows")
    args = parser.parse_args()
    model = load("nano", "cpu")
    print("| values | steps | " + " | ".join(f"{family}, seen / held out" for family in FAMILIES) + " |")
    print("|" + " --- |" * (2 + len(FAMILIES)))
    for name, values in WORLDS.items():
        world = World(dict.fromkeys(FAMILIES, 1 / len(FAMILIES)), values)
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
