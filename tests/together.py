"""A few steps of a small transformer, by one process or by several: torchrun -m tests.together FILE

FILE gets its weights. `trained` is the same in this process.
"""

import sys
from dataclasses import replace
from pathlib import Path

import torch

from helpers.pictures.world import World
from helpers.text import default
from helpers.training import loop, together
from helpers.training.loop import Stage, fit
from helpers.training.presets import PRESETS, Recipe
from helpers.training.run import Run
from helpers.training.transformer import TransformerTask
from tests.tiny import FSQ, STREAM, make_dvae

STEPS = 6


def begun(folder: Path) -> tuple[Run, TransformerTask]:
    """A run in a folder and its transformer, always the same."""
    few = {"transformer": Recipe(1.0, 16, 1e-3)}
    preset = replace(PRESETS["micro"], dvae=FSQ, transformer=STREAM, recipes=few, world=World({"outfit": 1.0}))
    run = Run(folder, "micro", preset, torch.device("cpu"), workers=0)
    torch.manual_seed(0)
    return run, TransformerTask(run, make_dvae(), default())


def trained(folder: Path) -> dict[str, torch.Tensor]:
    """The weights after `STEPS` steps of sixteen pictures each."""
    run, task = begun(folder)
    advance, autocast = Stage.advance, loop.autocast_type

    def counted(stage: Stage, lr: float) -> None:
        advance(stage, lr)
        stage.working = stage.step < STEPS

    Stage.advance, loop.autocast_type = counted, lambda device: None  # in bfloat16 a part rounds as it likes
    try:
        fit(run, task, 60.0)
    finally:
        Stage.advance, loop.autocast_type = advance, autocast
    return task.network.state_dict()


if __name__ == "__main__":
    together.join()
    file = Path(sys.argv[1])
    weights = trained(file.with_suffix(f".{together.rank()}"))
    torch.save(weights, f"{file}.{together.rank()}.pt")
    together.leave()
