"""A run: one folder in which the networks of a preset are trained, one after another, into a checkpoint."""

import json
import os
import platform
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from helpers import load
from helpers.files import write_atomically
from helpers.models import checkpoints
from helpers.models.checkpoints import CheckpointError
from helpers.models.daikon import TextToImage
from helpers.text import Tokenizer, default
from helpers.training import evaluate, tokenizer
from helpers.training.dvae import DVAETask
from helpers.training.judge import JudgeTask
from helpers.training.loop import Stage, fit
from helpers.training.presets import Preset
from helpers.training.ranker import RankerTask
from helpers.training.transformer import TransformerTask

NETWORKS = ("dvae", "transformer", "ranker", "judge")


@dataclass
class Run:
    """A run's folder, and what is the same for all its networks.

    The folder remembers its preset and seed; a CheckpointError refuses another one.
    """

    folder: Path
    name: str
    preset: Preset
    device: torch.device
    seed: int = 0
    workers: int = 1  # processes that paint; 0 paints in this one
    compile: bool = False  # the steps, by torch.compile
    command: str = ""

    def __post_init__(self):
        file, facts = self.folder / "run.json", {"preset": self.name, "seed": self.seed}
        if file.exists():
            begun = json.loads(file.read_text("utf-8"))
            if begun != facts:
                raise CheckpointError(
                    f"{self.folder} holds a run of preset {begun['preset']!r} and seed {begun['seed']}; "
                    f"give --out another folder for preset {self.name!r} and seed {self.seed}"
                )
        else:
            write_atomically(file, json.dumps(facts).encode())

    def compiled(self, function: Callable) -> Callable:
        """`function`, compiled if this run compiles; each shape is compiled once."""
        return torch.compile(function, dynamic=False) if self.compile else function

    def tokenizer(self, init: TextToImage | None = None) -> Tokenizer:
        """The text vocabulary: that of `init`, or this run's own, or the shipped one with this world's words."""
        file = self.folder / "text.json"
        if init is not None:
            return init.tokenizer
        if not file.exists():
            sentences = tokenizer.world_sentences(self.preset.world)
            size = self.preset.transformer.text_vocab
            shipped = default()
            made = shipped.knowing(sentences) if size == shipped.size else Tokenizer.learn(sentences, size)
            write_atomically(file, made.data)
        return Tokenizer.of(file.read_bytes())

    def train(self, minutes: dict[str, float], init: TextToImage | None = None) -> Path | None:
        """Train the networks named for so many minutes each and write a checkpoint once there is a transformer.

        "decoder" trains the decoder of the dVAE alone. Networks that are not named are those of `init`, or are read
        from the run's state. Returns the checkpoint's folder.
        """
        networks = {name: getattr(init, name, None) for name in NETWORKS}
        words, stages = self.tokenizer(init), {}

        def wanted(name: str) -> bool:
            return name in minutes or (networks[name] is None and (self.folder / f"{name}.state").exists())

        def step(name: str, task) -> None:
            stages[name] = fit(self, task, minutes.get(task.name, 0.0))
            networks[name] = stages[name].average.module.eval()

        if "decoder" in minutes or "dvae" in minutes or networks["dvae"] is None:
            step("dvae", DVAETask(self, networks["dvae"], "decoder" in minutes))
        dvae = networks["dvae"].to(self.device).eval()
        if wanted("transformer"):
            step("transformer", TransformerTask(self, dvae, words, networks["transformer"]))
        if wanted("ranker"):
            step("ranker", RankerTask(self, words, networks["ranker"]))
        if wanted("judge"):
            step("judge", JudgeTask(self, dvae, networks["judge"]))
        if networks["transformer"] is None:
            return None
        model = TextToImage(**networks, name=self.name, tokenizer=words).to(self.device)
        return self.finish(model, stages, init)

    def finish(self, model: TextToImage, stages: dict[str, Stage], init: TextToImage | None) -> Path:
        """Write the checkpoint, then measure what was written and say so in its card."""
        folder, world = self.folder / "checkpoint", self.preset.world
        steps = {name: stage.step for name, stage in stages.items()}
        card = {
            "name": self.name,
            "command": self.command,
            "families": world.shares,
            "values": world.values,
            "withheld": world.withheld,
            "korean": world.korean,
            "seed": self.seed,
            "hardware": hardware(model.device),
            "torch": torch.__version__,
            "commit": commit(),
            "steps": steps,
            "pictures": {name: step * stages[name].recipe.batch for name, step in steps.items()},
            "seconds": {name: round(stage.clock.seconds) for name, stage in stages.items()},
            "curves": {name: stage.history[:: max(1, len(stage.history) // 60)] for name, stage in stages.items()},
            "trained on from": {k: v for k, v in init.card.items() if k != "metrics"} if init else None,
        }
        snapshots = stages["transformer"].snapshots if "transformer" in stages else {}
        checkpoints.save(folder, model, card, snapshots)
        shipped = load(folder, str(model.device))
        card["recommended"] = evaluate.recommended(shipped, self.preset)
        checkpoints.save(folder, model, card, snapshots)
        shipped = load(folder, str(model.device))
        table = evaluate.evaluate(shipped, self.preset)
        print(table.to_string(index=False))
        evaluate.sample_sheets(shipped, self.preset, self.folder / "samples")
        evaluate.overview(shipped, self.preset).save(folder / "samples.jpg", quality=90)
        checkpoints.save(folder, model, {**card, "metrics": json.loads(table.to_json(orient="records"))}, snapshots)
        print(f"checkpoint  {folder}")
        return folder


def minutes_of(preset: Preset, stage: str, minutes: float | None, given: bool) -> dict[str, float]:
    """Minutes of each network that is to be trained; "all" splits them by the recipes' shares.

    `given` says that there is a dVAE already, which is then kept.
    """
    total = preset.minutes if minutes is None else minutes
    if stage != "all":
        return {stage: total}
    shares = {name: recipe.share for name, recipe in preset.recipes.items() if not (given and name == "dvae")}
    return {name: total * share / sum(shares.values()) for name, share in shares.items()}


def resized(preset: Preset, tests: int | None) -> Preset:
    """The preset with another number of test pictures."""
    return preset if tests is None else replace(preset, tests=tests, judged=min(preset.judged, tests))


def hardware(device: torch.device) -> str:
    """What it was trained on, in words."""
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    return f"{torch.get_num_threads()} of {os.cpu_count()} cores, {platform.machine()} {platform.system()}"


def commit() -> str:
    """The commit the code stands at, "unknown" outside a git checkout."""
    asked = subprocess.run(
        ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, cwd=Path(__file__).parent
    )
    return asked.stdout.strip() or "unknown"
