"""States of training that are damaged or made up by others, and a folder that two runs want."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import torch

from helpers.training.loop import Stage
from helpers.training.presets import PRESETS, Recipe
from helpers.training.run import Run
from helpers.training.state import read_state, write_state
from tests.attack.cases import Case
from tests.attack.files import ODD, ODD_FILES, flips

PRESET = PRESETS["micro"]


def cases(folder: Path) -> Iterator[Case]:
    """Whatever stands in a state, training goes on from what was saved or says in a sentence that it cannot."""
    source = folder / "net.state"
    stage = Stage(source, task(), 1.0, PRESET)
    for _ in range(3):
        stage.network(torch.ones(2)).sum().backward()
        stage.advance(1.0)
    stage.save()
    good, names = read_state(source), iter(range(10**6))

    def placed(data: bytes | Callable | dict) -> Path:
        at = folder / str(next(names)) / "net.state"
        at.parent.mkdir()
        if callable(data):
            data(at)
        elif isinstance(data, dict):
            write_state(at, data)
        else:
            at.write_bytes(data)
        return at

    def case(name: str, data: bytes | Callable | dict, wanted: str = "refuse", **recipe) -> Case:
        return Case(name, partial(goes_on, placed(data), recipe), wanted)

    yield case("honest", source.read_bytes(), "take")
    for seed in range(60):
        yield case(f"flips {seed}", flips(source.read_bytes(), seed), "either")
    for name, make in ODD_FILES.items():
        yield case(name, make, "take" if name == "missing" else "refuse")
    for key in good:
        for value in ODD:
            number = type(value) in (int, float, bool)
            fine = number and ((key == "seconds" and value >= 0) or (key == "step" and type(value) is not float))
            fine = fine or (key == "history" and type(value) is list) or (key == "snapshots" and type(value) is dict)
            fine = fine or (key == "finished" and type(value) is bool)
            yield case(f"{key}={value!r:.20}", good | {key: value}, "either" if fine else "refuse")
    for key in ("network", "average"):
        for name, weights in good[key].items():
            for what in (torch.nan, torch.inf, -torch.inf):
                broken = {name: torch.full_like(weights.float(), what)}
                yield case(f"{key}.{name} {what}", good | {key: good[key] | broken})
            yield case(f"{key} without {name}", good | {key: {k: w for k, w in good[key].items() if k != name}})
            changed = good | {key: good[key] | {name: weights.float()[None]}}
            yield case(f"{key}.{name} of another shape", changed, "refuse" if weights.dim() else "either")
    momenta = [torch.full((2, 2), what) for what in (torch.nan, torch.inf)]
    for broken in momenta:
        optimizer = good["optimizers"][0] | {"state": {0: {"momentum_buffer": broken}}}
        yield case(f"momentum {broken[0, 0]}", good | {"optimizers": [optimizer]})
    for recipe in ({"batch": 5}, {"lr": 0.5}):
        yield case(f"another {recipe}", source.read_bytes(), "refuse", **recipe)
    yield Case("two runs in one folder", partial(_two, folder / "run"), "refuse")
    for changed in ({"seed": 1}, {"name": "nano"}):
        yield Case(f"a folder of another {changed}", partial(_other, folder / "others", changed), "refuse")


def task(**recipe) -> SimpleNamespace:
    """What `Stage` has to know of a network that learns next to nothing."""
    network = torch.nn.Linear(2, 2)
    optimizer = torch.optim.SGD(network.parameters(), lr=0.1, momentum=0.9)
    made = replace(Recipe(1.0, ema=0.5), **recipe)
    return SimpleNamespace(name="net", network=network, optimizers=[optimizer], recipe=made)


def goes_on(at: Path, recipe: dict) -> bool:
    """Resume, take a step, save; what is saved are numbers."""
    stage = Stage(at, task(**recipe), 1e6, PRESET)
    stage.network(torch.ones(2)).sum().backward()
    stage.advance(1.0)
    stage.save()
    read_state(at)
    return True


def _run(folder: Path, name: str = "micro", seed: int = 0) -> Run:
    return Run(folder, name, PRESET, torch.device("cpu"), seed, workers=0)


def _two(folder: Path) -> None:
    with _run(folder).locked(), _run(folder).locked():
        raise AssertionError("both run")


def _other(folder: Path, changed: dict) -> None:
    _run(folder)
    _run(folder, **changed)
