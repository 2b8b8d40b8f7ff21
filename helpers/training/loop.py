"""One network in training: the loop that all networks share, and a saved state that survives a kill."""

import math
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Protocol, runtime_checkable

import torch
from PIL import Image
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from helpers.models.checkpoints import CheckpointError
from helpers.training import together
from helpers.training.presets import Recipe
from helpers.training.signals import Stopped, deferred
from helpers.training.state import is_finite, read_state, write_state
from helpers.training.stream import Batches, stream

LEAST = 4  # pictures of a batch for each process, where there are several
LINE_EVERY = 15.0  # seconds between progress lines
MEASURING = 0.05  # share of the time for measurements, at most: slow ones are made less often


@runtime_checkable
class Task(Protocol):
    """A network's recipe as the loop uses it."""

    name: str
    network: nn.Module
    optimizers: list[torch.optim.Optimizer]
    recipe: Recipe
    batches: Batches  # the training pictures

    def loss(self, facts: list[dict], images: Tensor, stage: "Stage") -> Tensor:
        """The loss of a batch, a scalar; images: uint8 [batch, size, size, 3]."""

    def measure(self, stage: "Stage") -> dict[str, float]:
        """Numbers for the curve and the progress line."""

    def sheet(self, stage: "Stage") -> None:
        """Write a picture of how far the network has come, if there is something to see."""


def fit(run, task: Task, minutes: float) -> "Stage":
    """Train a network for `minutes` in total; resumes from the run's saved state if there is one, and 0 only loads it.

    After SIGINT or SIGTERM the step at hand is finished, the state is saved, and `Stopped` is raised. Raises
    CheckpointError for a state that is damaged or was begun with other options.
    """
    rank, processes = together.rank(), together.size()
    torch.manual_seed(run.seed + rank)
    stage = Stage(run.folder / f"{task.name}.state", task, minutes, run.preset)
    if not stage.working:
        return stage
    batch = task.recipe.batch
    if processes > 1 and (batch % processes or batch < LEAST * processes):
        raise ValueError(f"--batch {batch} does not give {processes} processes {LEAST} pictures or more each")
    pictures = stream(replace(task.batches, part=(rank, processes)), stage.step, run.workers)
    pictures = chain([next(pictures)], pictures)
    stage.clock.start()  # only now: the time that painters take to start does not count
    dtype = autocast_type(run.device)
    if any(together.most(dtype is None)):
        dtype = None
    task.network.train()
    with deferred() as signals:
        for _ in stage:
            facts, images = next(pictures)
            with torch.autocast(run.device.type, dtype or torch.bfloat16, enabled=dtype is not None):
                loss = task.loss(facts, images, stage)
            loss.backward()
            together.average_gradients(task.network)
            stopped, stage.clock.seconds = together.most(signals[0] if signals else 0, stage.clock.running)
            stage.advance(schedule(stage.clock.share, stage.step))
            if stopped:
                break
            if stage.measures and not rank:
                stage.report(loss=loss.item(), **task.measure(stage))
            if stage.saves and not rank:
                stage.save()
                task.sheet(stage)
                run.keep(task.name, stage.average.module)
            task.network.train()
        stage.finished = not stage.working
        if not rank:
            stage.save()
        if not rank and not stopped:
            task.sheet(stage)
    if stopped:
        raise Stopped(int(stopped), f"{stage.path} holds step {stage.step}; the same command resumes there")
    return stage


def initialised(network: nn.Module, init: nn.Module | None, name: str) -> nn.Module:
    """The network, with the weights of `init` if that has the same geometry; else it says that it starts anew."""
    if init is not None and init.config == network.config:
        network.load_state_dict(init.state_dict())
    elif init is not None:
        print(f"{name:<11} starts anew: the one given has another geometry or other questions", flush=True)
    return network


class Clock:
    """Time worked out of a budget; a resumed run continues from the time that its state had.

    `seconds` is constant within a step: the loop sets it once per step from `running`.
    """

    def __init__(self, minutes: float, worked: float = 0.0):
        self.budget, self.worked, self.seconds = minutes * 60, worked, worked
        self.start()

    def start(self) -> None:
        """Count from now on."""
        self._since = time.monotonic()

    @property
    def running(self) -> float:
        """Seconds worked up to now."""
        return self.worked + time.monotonic() - self._since

    @property
    def share(self) -> float:
        """How much of the budget is gone, from 0 to 1."""
        return min(1.0, self.seconds / self.budget) if self.budget else 1.0

    def left(self) -> str:
        """The time left in words: "3:05 left"."""
        seconds = max(0, round(self.budget - self.seconds))
        return f"{seconds // 60}:{seconds % 60:02d} left"


class Stage:
    """One network in training: its weights, their average, its optimizers, all kept in one state file.

    Resumes from a saved state. `history` has one dict of numbers per measurement, for curves; `snapshots` maps a step
    to the weights as they were then.
    """

    def __init__(self, path: Path, task: Task, minutes: float, preset):
        self.path, self.network, self.optimizers = path, task.network, task.optimizers
        self.recipe, self.preset, self.name = task.recipe, preset, task.name
        average = get_ema_multi_avg_fn(self.recipe.ema)
        self.average = AveragedModel(self.network, multi_avg_fn=average, use_buffers=True)
        self.step, self.history, self.clock = 0, [], Clock(minutes)
        self.snapshots: dict[int, dict] = {}
        self.finished = False
        if os.path.lexists(path):
            self._restore(minutes)
        elif not minutes:
            again = f"python -m helpers.training {path.stem} --out {path.parent}"
            raise CheckpointError(f"{path} is not there; train this network first: {again}")
        self.working = bool(minutes) and not self.finished and (self.clock.share < 1 or self.step == 0)
        self._saved = self._measured = self._printed = time.monotonic()
        self._seen, self._advanced, self._wait = (self.clock.seconds, self.step), self._saved, preset.measure_every
        self.measures = self.saves = False

    def __iter__(self) -> Iterator[int]:
        """Step numbers, as long as there is time left, but at least one step."""
        while self.working:
            yield self.step

    def _restore(self, minutes: float) -> None:
        state = read_state(self.path)
        now = self._begun_with()
        begun = state.get("begun with", now)
        if minutes and begun != now:
            raise CheckpointError(f"{self.path} was begun with {begun}, not {now}; give these or --out another folder")
        try:
            self.network.load_state_dict(state["network"])
            self.average.load_state_dict(state["average"])
            if len(self.optimizers) != len(state["optimizers"]):
                raise CheckpointError(f"{self.path} has other optimizers; train as it was begun, or move it away")
            for optimizer, saved in zip(self.optimizers, state["optimizers"], strict=True):
                optimizer.load_state_dict(saved)
            self.step, self.history = state["step"], state["history"]
            self.snapshots = state["snapshots"]
            self.clock = Clock(minutes, state["seconds"])
            self.finished = state["finished"] and (not minutes or self.clock.share >= 1)
        except (AttributeError, LookupError, RuntimeError, TypeError, ValueError) as error:
            raise CheckpointError(f"{self.path} is not a state of this network; move it away to start anew") from error
        if minutes:
            where = "ended at" if self.finished else "resumes from"
            print(f"{self.name:<11} {where} step {self.step}", flush=True)

    def _begun_with(self) -> str:
        """The command-line options that must stay the same from a network's first step to its last."""
        return f"--batch {self.recipe.batch} --lr {self.recipe.lr:g}"

    def save(self) -> None:
        """Write the whole state atomically. Raises CheckpointError where it holds NaN or cannot be written."""
        kept = f"the last state saved stays as it is: {self.path}" if self.path.exists() else "no state is saved"
        if not is_finite(self.network.state_dict()):
            again = "move it away and train with a lower --lr" if self.path.exists() else "train with a lower --lr"
            raise CheckpointError(
                f"the weights of {self.name} are NaN or infinite at step {self.step}; {kept}; {again}"
            )
        state = {
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizers": [o.state_dict() for o in self.optimizers],
            "begun with": self._begun_with(),
            "step": self.step,
            "history": self.history,
            "snapshots": self.snapshots,
            "seconds": self.clock.seconds,
            "finished": self.finished,
        }
        try:
            write_state(self.path, state)
        except OSError as error:
            raise CheckpointError(f"{self.path} cannot be written ({error.strerror}); {kept}") from error
        self._saved = time.monotonic()

    def advance(self, lr: float) -> None:
        """Clip the gradients, take an optimizer step, update the average of the weights.

        `lr` is the factor of each optimizer's own learning rate.
        """
        nn.utils.clip_grad_norm_([p for p in self.network.parameters() if p.requires_grad], 1.0)
        for optimizer in self.optimizers:
            for group in optimizer.param_groups:
                group["lr"] = group.setdefault("full_lr", group["lr"]) * lr
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        self.average.update_parameters(self.network)
        self.step += 1
        if len(self.snapshots) < sum(share <= self.clock.share for share in self.recipe.snapshots):
            self.snapshots[self.step] = {name: value.clone() for name, value in self.network.state_dict().items()}
        self.working = self.clock.share < 1
        self._advanced = now = time.monotonic()
        self.measures = now - self._measured > self._wait or self.step == 1 or not self.working
        self.saves = now - self._saved > self.preset.save_every

    def report(self, **numbers: float) -> None:
        """Keep the numbers of a measurement; every 15 seconds also print them in one progress line."""
        self._measured = now = time.monotonic()
        self._wait = max(self.preset.measure_every, (now - self._advanced) / MEASURING)
        self.history.append({"step": self.step, "seconds": round(self.clock.seconds, 1), **numbers})
        if self.step > 1 and now - self._printed < LINE_EVERY and self.working:
            return
        seconds, step = self._seen
        rate = (self.step - step) * self.recipe.batch / max(1e-9, self.clock.seconds - seconds)
        self._seen, self._printed = (self.clock.seconds, self.step), now
        shown = "  ".join(f"{k} {v:.4g}" for k, v in numbers.items())
        line = f"{self.name:<11} step {self.step:>6}  {shown}  {rate:.0f} pictures/s  {self.clock.left()}"
        print(line, flush=True)


def keep_sheet(run, name: str, page: Image.Image) -> None:
    """Write a picture of how far a network has come into the run's folder of samples."""
    path: Path = run.folder / "samples" / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    page.save(path)


def schedule(share: float, step: int, warmup: int = 50, decay: float = 0.3, floor: float = 0.01) -> float:
    """Factor of the learning rate: rises over `warmup` steps, stays, falls over the last `decay` of the budget.

    A run that is on the plateau can be given more minutes, and continues as if it had had them from the beginning.
    """
    return max(floor, min(1.0, (step + 1) / warmup, (1 - share) / decay))


def autocast_type(device: torch.device) -> torch.dtype | None:
    """bfloat16 where it is faster: always on CUDA, on a CPU if a short measurement says so; else None."""
    if device.type == "cuda":
        return torch.bfloat16
    if device.type != "cpu":
        return None
    seconds = {}
    for dtype in (torch.float32, torch.bfloat16):
        a, b = torch.ones(2048, 256, dtype=dtype), torch.ones(256, 512, dtype=dtype)
        for _ in range(3):
            a @ b
        begin = time.perf_counter()
        for _ in range(10):
            a @ b
        seconds[dtype] = time.perf_counter() - begin
    return torch.bfloat16 if seconds[torch.bfloat16] * 1.5 < seconds[torch.float32] else None


def cosine(start: float, end: float, share: float) -> float:
    """From `start` to `end` along half a cosine, `share` from 0 to 1."""
    return end + (start - end) * (1 + math.cos(math.pi * min(1.0, share))) / 2
