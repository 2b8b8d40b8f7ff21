"""A run's folder: state that survives a kill, a clock that counts only work, one progress line."""

import io
import math
import time
from pathlib import Path
from pickle import UnpicklingError

import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from helpers.files import write_atomically
from helpers.models.checkpoints import CheckpointError
from helpers.training.presets import Preset

LINE_EVERY = 15.0  # seconds between progress lines


class Clock:
    """Minutes worked out of a budget; it goes on where a killed run left it."""

    def __init__(self, minutes: float, worked: float = 0.0):
        self.budget, self.worked, self._since = minutes * 60, worked, time.monotonic()

    @property
    def seconds(self) -> float:
        return self.worked + time.monotonic() - self._since

    @property
    def share(self) -> float:
        """How much of the budget is gone, from 0 to 1."""
        return min(1.0, self.seconds / self.budget) if self.budget else 1.0

    def left(self) -> str:
        seconds = max(0, round(self.budget - self.seconds))
        return f"{seconds // 60}:{seconds % 60:02d} left"


class Stage:
    """One network in training: its weights, their average, its optimizers, all kept in one state file.

    A state that is there is gone on from; 0 minutes only read it. `history` holds a dict of numbers
    a measurement, for curves; `snapshots` the weights that were kept on the way, by step.
    """

    def __init__(self, path: Path, network: nn.Module, optimizers: list, minutes: float, preset: Preset):
        self.path, self.network, self.optimizers, self.preset = path, network, optimizers, preset
        self.average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(preset.ema), use_buffers=True)
        self.step, self.history, self.clock = 0, [], Clock(minutes)
        self.snapshots: dict[int, dict] = {}
        self.finished = False
        if path.exists():
            self._restore(minutes)
        elif not minutes:
            again = f"python -m helpers.training {path.stem} --out {path.parent}"
            raise CheckpointError(f"{path} is not there; train this network first: {again}")
        self._over = self.clock.share >= 1 and (self.step > 0 or not minutes)
        self._saved = self._measured = self._printed = time.monotonic()
        self._seen = self.clock.seconds, self.step

    @property
    def working(self) -> bool:
        """Whether there is time left to train; there is always time for one step, unless none is given at all."""
        return not self.finished and not self._over

    def _restore(self, minutes: float) -> None:
        try:
            state = torch.load(self.path, weights_only=True, map_location="cpu")
            self.network.load_state_dict(state["network"])
            self.average.load_state_dict(state["average"])
        except (RuntimeError, KeyError, EOFError, UnpicklingError) as error:
            raise CheckpointError(f"{self.path} is not a state of this network; delete it to start anew") from error
        if len(self.optimizers) != len(state["optimizers"]):
            raise CheckpointError(
                f"{self.path} is of other optimizers; train as it was begun, or delete it to start anew"
            )
        for optimizer, saved in zip(self.optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(saved)
        self.step, self.history, self.finished = state["step"], state["history"], state["finished"]
        self.snapshots = state.get("snapshots", {})
        self.clock = Clock(minutes, state["seconds"])
        if minutes:
            where = "ended at" if self.finished else "goes on from"
            print(f"{self.path.stem:<11} {where} step {self.step}", flush=True)

    def save(self) -> None:
        """Write the whole state atomically."""
        data = io.BytesIO()
        torch.save(
            {
                "network": self.network.state_dict(),
                "average": self.average.state_dict(),
                "optimizers": [o.state_dict() for o in self.optimizers],
                "step": self.step,
                "history": self.history,
                "snapshots": self.snapshots,
                "seconds": self.clock.seconds,
                "finished": self.finished,
            },
            data,
        )
        write_atomically(self.path, data.getvalue())
        self._saved = time.monotonic()

    def finish(self) -> bool:
        """Save the state as that of a stage that ended; false where it had ended before or was only read."""
        ends = self.clock.budget > 0 and not self.finished
        if ends:
            self.finished = True
            self.save()
        return ends

    def advance(self, lr: float) -> None:
        """Take one step down the gradients that are there, at a rate of `lr` of each optimizer's own."""
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        for optimizer in self.optimizers:
            for group in optimizer.param_groups:
                group["lr"] = group.setdefault("full_lr", group["lr"]) * lr
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        self.average.update_parameters(self.network)
        self.step += 1

    def keep(self, shares: tuple[float, ...]) -> None:
        """Keep the weights as a snapshot when one of the shares of the budget is reached."""
        if len(self.snapshots) < sum(share <= self.clock.share for share in shares):
            self.snapshots[self.step] = {name: value.clone() for name, value in self.network.state_dict().items()}

    def due(self) -> tuple[bool, bool]:
        """Whether it is time to measure (also at the first step and the last one) and to save the state."""
        now = time.monotonic()
        self._over = self.clock.share >= 1  # decided once a step, so that the last step is always measured
        measure = now - self._measured > self.preset.measure_every or self.step == 1 or not self.working
        return measure, now - self._saved > self.preset.save_every

    def report(self, name: str, batch: int, **numbers: float) -> None:
        """Keep the numbers of a measurement; every 15 seconds also print them in one progress line."""
        self._measured = now = time.monotonic()
        self.history.append({"step": self.step, "seconds": round(self.clock.seconds, 1), **numbers})
        if self.step > 1 and now - self._printed < LINE_EVERY and self.working:
            return
        seconds, step = self._seen
        rate = (self.step - step) * batch / max(1e-9, self.clock.seconds - seconds)
        self._seen, self._printed = (self.clock.seconds, self.step), now
        shown = "  ".join(f"{k} {v:.4g}" for k, v in numbers.items())
        print(f"{name:<11} step {self.step:>6}  {shown}  {rate:.0f} pictures/s  {self.clock.left()}", flush=True)


def schedule(share: float, warmup: float = 0.02, floor: float = 0.02) -> float:
    """Learning rate over a budget: a linear rise, then a cosine down to `floor`."""
    if share < warmup:
        return max(0.02, share / warmup)
    return floor + (1 - floor) * (1 + math.cos(math.pi * (share - warmup) / (1 - warmup))) / 2


def autocast_type(device: torch.device) -> torch.dtype | None:
    """bfloat16 where it is the faster one: on CUDA always, on a CPU if a short measurement says so."""
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
