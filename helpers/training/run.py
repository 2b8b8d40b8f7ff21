"""A run: one folder in which the networks of a preset are trained, one after another, into a checkpoint."""

import json
import os
import platform
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import KW_ONLY, dataclass, field, replace
from pathlib import Path

import pandas as pd
import torch
from torch import nn

from helpers import load
from helpers.files import write_atomically
from helpers.models import checkpoints
from helpers.models.checkpoints import NETWORKS, CheckpointError
from helpers.models.daikon import TextToImage
from helpers.networks.transformer import Transformer, parameters
from helpers.pictures.world import World
from helpers.text import Tokenizer, default
from helpers.training import evaluate, together
from helpers.training.diffusion import DiffusionTask
from helpers.training.dvae import DVAETask
from helpers.training.judge import JudgeTask
from helpers.training.loop import Stage, Task, fit
from helpers.training.presets import Preset
from helpers.training.ranker import RankerTask
from helpers.training.transformer import TransformerTask
from helpers.training.upsampler import UpsamplerTask

SPARE = 2**28  # bytes of disk that a run needs besides the states of its transformer


@dataclass
class Run:
    """A run's folder, and the options that all its networks share.

    `init` is a model to train further: networks that this run does not train come from it, and it sets the geometry.
    The folder remembers preset, seed and `init`. Raises CheckpointError where they differ, where the folder cannot be
    written, and where the disk is too full.
    """

    folder: Path
    name: str
    preset: Preset
    device: torch.device
    seed: int = 0
    _: KW_ONLY
    workers: int = 1  # processes that paint; 0 paints in this process
    compile: bool = False  # whether steps are compiled by torch.compile
    command: str = ""  # the command that started the run, for the card
    labelled: Path | None = None  # pictures labelled by eye, to compare the judge with
    init: TextToImage | None = None
    export: Path | None = None  # where a checkpoint is written whenever a state is saved
    networks: dict[str, nn.Module | None] = field(init=False, default_factory=dict)  # those that exist so far
    speaks: bool = field(init=False, default=True)  # whether a transformer is trained, which learns this world's words

    def __post_init__(self):
        file, facts = self.folder / "run.json", {"preset": self.name, "seed": self.seed}
        if not self.preset.world.known:
            facts["data"] = self.preset.world.told()["data"]["digest"]
        if self.preset.world.planted:
            facts["planted"] = len(self.preset.world.canaries)
        if self.init is not None:
            self.preset = replace(self.preset, dvae=self.init.dvae.config, transformer=self.init.transformer.config)
            facts["init"] = checkpoints.fingerprint(self.init.dvae)
        try:
            if not file.exists():
                write_atomically(file, json.dumps(facts).encode())
            begun = json.loads(file.read_text("utf-8"))
            free = shutil.disk_usage(self.folder).free
        except OSError as error:
            raise CheckpointError(f"{self.folder} cannot be written: {error.strerror}") from error
        except ValueError as error:
            raise CheckpointError(f"{file} is damaged; give --out another folder") from error
        if begun != facts:
            raise CheckpointError(f"{self.folder} holds a run of {begun}, not of {facts}; give --out another folder")
        # a state holds four numbers a weight, and its new version is written beside the old one
        needed = 2 * 16 * parameters(self.preset.transformer) + SPARE
        if free < needed:
            raise CheckpointError(
                f"the disk of {self.folder} has {free / 2**20:.0f} MB left, this run needs {needed / 2**20:.0f}"
            )

    @contextmanager
    def locked(self) -> Iterator[None]:
        """A context that keeps other runs out of the folder. The lock ends with its process, however that ends."""
        if together.rank():  # the first process of the run holds it
            yield
            return
        lock = sqlite3.connect(self.folder / "lock", timeout=0, isolation_level=None)
        try:
            lock.execute("BEGIN EXCLUSIVE")
            yield
        except sqlite3.OperationalError as error:
            why = "another run is using it" if "locked" in str(error) else error
            raise CheckpointError(f"{self.folder} cannot be trained in: {why}; give --out another folder") from error
        finally:
            lock.close()

    def compiled(self, function: Callable) -> Callable:
        """`function`, compiled if this run compiles, once for each shape of its arguments."""
        if not self.compile:
            return function
        torch._dynamo.config.suppress_errors = True  # what cannot be compiled runs uncompiled, with a warning
        return torch.compile(function, dynamic=False)

    def tokenizer(self) -> Tokenizer:
        """The text vocabulary with this world's words: that of `init`, or the shipped one, or this run's own.

        Where no transformer is trained, that of `init` stays as it is.
        """
        file = self.folder / "text.json"
        if self.init is not None and not self.speaks:
            return self.init.tokenizer
        if not file.exists():
            world, size = self.preset.world, self.preset.transformer.text_vocab
            sentences = world.sentences(1_000)
            begun = self.init.tokenizer if self.init else default() if world.known else None
            ours = begun is not None and begun.size == size
            made = begun.knowing(sentences) if ours else Tokenizer.learn(sentences, size)
            write_atomically(file, made.data)
        return Tokenizer.of(file.read_bytes())

    def train(self, minutes: dict[str, float]) -> Path | None:
        """Train networks, name -> minutes, and write a checkpoint if there is a transformer.

        "decoder" trains only the decoder of the dVAE. A network that is not named comes from the run's state, or
        else from `init`. Returns the checkpoint's folder; of several processes only the first one writes it.
        """
        torch.manual_seed(self.seed)
        self.networks = networks = {name: getattr(self.init, name, None) for name in NETWORKS}
        stages: dict[str, Stage] = {}

        def wanted(name: str) -> bool:
            return name in minutes or (self.folder / f"{name}.state").exists()

        def step(network: str, task: Task) -> None:
            stages[task.name] = fit(self, task, minutes.get(task.name, 0.0))
            networks[network] = stages[task.name].average.module.to(self.device).eval()
            if not together.rank():
                self.keep(task.name, networks[network])

        self.speaks = wanted("transformer")
        with self.locked():
            if wanted("dvae"):
                if any((self.folder / f"{name}.state").exists() for name in ("transformer", "decoder")):
                    minutes = {name: m for name, m in minutes.items() if name != "dvae"}  # others are built on it
                step("dvae", DVAETask(self, networks["dvae"]))
                networks["transformer"] = None  # that of `init` speaks other tokens
            if networks["dvae"] is None and {"decoder", *NETWORKS[1:]} & minutes.keys():
                again = f"python -m helpers.training dvae --preset {self.name} --out {self.folder}"
                raise CheckpointError(f"{self.folder} has no dVAE; train this network first: {again}; or give --init")
            if wanted("decoder"):
                step("dvae", DVAETask(self, networks["dvae"], decoder_only=True))
            with together.first():
                words = self.tokenizer()
            if wanted("transformer"):
                step("transformer", TransformerTask(self, networks["dvae"], words, networks["transformer"]))
            if wanted("ranker"):
                step("ranker", RankerTask(self, networks["dvae"], words, networks["ranker"]))
            if wanted("judge"):
                step("judge", JudgeTask(self, networks["dvae"], networks["judge"]))
            if wanted("upsampler"):
                step("upsampler", UpsamplerTask(self, networks["dvae"], networks["upsampler"]))
            if wanted("diffusion"):
                step("diffusion", DiffusionTask(self, words, networks["diffusion"]))
            together.leave()
            if networks["transformer"] is None or together.rank():
                return None
            model = TextToImage(**networks, name=self.name, tokenizer=words).to(self.device)
            return self.finish(model, stages)

    def keep(self, task: str, network: nn.Module) -> None:
        """Write a checkpoint of all networks so far into `export`, so that a run that is cut short leaves something.

        A transformer that is not yet begun has random weights; the card says how far the run has come.
        """
        networks = self.networks | {"dvae" if task == "decoder" else task: network}
        if self.export is None or networks["dvae"] is None:
            return
        words = self.tokenizer()
        if networks["transformer"] is None:
            networks["transformer"] = Transformer(replace(self.preset.transformer, text_vocab=words.size))
        model = TextToImage(**networks, name=self.name, tokenizer=words)
        card = {"name": self.name, "command": self.command, **self.shown(True, {}), "unfinished": f"while at {task}"}
        checkpoints.save(self.export, model, card)

    def finish(self, model: TextToImage, stages: dict[str, Stage]) -> Path:
        """Write the checkpoint, measure it as it was written, and add the measurements to its card."""
        folder, before = self.folder / "checkpoint", self.init.card if self.init else {}
        card = {
            "name": self.name,
            "command": self.command,
            **self.shown("transformer" in stages, before),
            "hardware": hardware(model.device),
            "torch": torch.__version__,
            "commit": commit(),
            "trained on from": {k: v for k, v in before.items() if k != "metrics"} or None,
        }
        numbers = {
            "steps": {name: stage.step for name, stage in stages.items()},
            "pictures": {name: stage.step * stage.recipe.batch for name, stage in stages.items()},
            "seconds": {name: round(stage.clock.seconds) for name, stage in stages.items()},
            "curves": {name: stage.history[:: max(1, len(stage.history) // 60)] for name, stage in stages.items()},
        }
        card |= {name: before.get(name, {}) | ours for name, ours in numbers.items()}
        snapshots = stages["transformer"].snapshots if "transformer" in stages else {}
        if planted := self.preset.world.canaries:
            shown = sum(index < card["pictures"]["transformer"] for index in planted)
            print(f"canaries    {shown} of the {len(planted)} pictures planted were shown")
        preset = shown_to(card, self.preset)

        def written() -> TextToImage:
            checkpoints.save(folder, model, card, snapshots)
            return load(folder, str(model.device))

        if {"dvae", "decoder", "transformer"} & stages.keys() or "recommended" not in before:
            card["recommended"] = evaluate.recommended(written(), preset)
        else:
            card["recommended"] = before["recommended"]
        shipped = written()
        table = measure(shipped, preset, self.folder, self.labelled)
        if self.labelled and shipped.judge:
            card["judge by eye"] = evaluate.agreement(shipped.judge, self.labelled).to_dict("records")
        evaluate.overview(shipped, preset).save(folder / "samples.jpg", quality=90)
        card["metrics"] = json.loads(table.to_json(orient="records"))
        written()
        if self.export:
            checkpoints.save(self.export, shipped, card, snapshots)
        print(f"checkpoint  {folder}")
        return folder

    def shown(self, trained: bool, before: dict) -> dict:
        """The card's entries of what the transformer was trained on: this run's if `trained`, else those `before`."""
        here = {**self.preset.world.told(), "seed": self.seed}
        return here if trained or not before else {name: before[name] for name in here if name in before}


def shown_to(card: dict, preset: Preset) -> Preset:
    """The preset with the world that a checkpoint's card says it was trained on; other people's pictures are kept.

    Raises CheckpointError for a checkpoint of other people's pictures where the preset has none.
    """
    if not preset.world.known:
        return preset
    if "data" in card:
        raise CheckpointError(f"it was trained on the pictures of {card['data']['source']}; give --data their folder")
    return replace(preset, world=World.of(card) or preset.world)


def measure(model: TextToImage, preset: Preset, folder: Path, labelled: Path | None = None) -> pd.DataFrame:
    """Measure a checkpoint on the world it was trained on, print the table, and write sample sheets into `folder`."""
    preset = shown_to(model.card, preset)
    table = evaluate.evaluate(model, preset)
    print(table.to_string(index=False))
    if labelled and model.judge:
        print(evaluate.agreement(model.judge, labelled).to_string(index=False))
    evaluate.sample_sheets(model, preset, folder / "samples")
    return table


def minutes_of(preset: Preset, stage: str, minutes: float | None, given: bool) -> dict[str, float]:
    """Network -> minutes, for those to be trained; the stage "all" splits the minutes by the recipes' shares.

    `given`: there is a dVAE already, which is then kept.
    """
    total = preset.minutes if minutes is None else minutes
    if stage != "all":
        return {stage: total}
    shares = {name: recipe.share for name, recipe in preset.recipes.items() if not (given and name == "dvae")}
    return {name: total * share / sum(shares.values()) for name, share in shares.items()}


def hardware(device: torch.device) -> str:
    """The hardware of a device in words, for the card."""
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    return f"{torch.get_num_threads()} of {os.cpu_count()} cores, {platform.machine()} {platform.system()}"


def commit() -> str:
    """The commit the code stands at, "unknown" outside a git checkout."""
    asked = subprocess.run(
        ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, cwd=Path(__file__).parent
    )
    return asked.stdout.strip() or "unknown"
