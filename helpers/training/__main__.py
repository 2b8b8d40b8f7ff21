"""Train and measure: python -m helpers.training all --preset nano --out runs/nano"""

import argparse
import json
import os
import platform
import shlex
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import torch

from helpers import load
from helpers.models import checkpoints
from helpers.models.daikon import TextToImage
from helpers.training import data, evaluate, tokenizer
from helpers.training import dvae as dvae_stage
from helpers.training import judge as judge_stage
from helpers.training import ranker as ranker_stage
from helpers.training import transformer as transformer_stage
from helpers.training.presets import PRESETS, Preset
from helpers.training.runs import Stage

STAGES = {
    "all": "paint → dvae → transformer → ranker → judge → evaluate, and a checkpoint in OUT/checkpoint",
    "paint": "the training pictures",
    "dvae": "the tokenizer of pictures",
    "transformer": "the stream, on the tokens of the run's dVAE or of --init",
    "decoder": "the decoder of --init alone: sharper pictures of the same tokens",
    "ranker": "how well a caption fits a picture",
    "judge": "what is in a picture, for scoring",
    "evaluate": "measure --init or the run's checkpoint",
    "tokenizer": "learn the text vocabulary anew (voids every checkpoint)",
}
NETWORKS = ("dvae", "transformer", "ranker", "judge")


def parser() -> argparse.ArgumentParser:
    """Say what can be asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers.training",
        description="Train a text-to-image model from nothing; a killed run goes on where it was when called again.",
    )
    add = parser.add_argument
    add("stage", choices=STAGES, help="; ".join(f"{name}: {what}" for name, what in STAGES.items()))
    add("--labelled", type=Path, help="pictures labelled by eye: how far the judge agrees goes into the card")
    add("--preset", choices=[p for p in PRESETS if p != "paper"], default="nano")
    add("--out", type=Path, help="the run's folder (runs/PRESET)")
    add("--minutes", type=float, help="of training (the preset's own)")
    add("--init", help="start from a checkpoint: its dVAE is kept as it is, its transformer trained on")
    add("--pictures", type=int, help="how many to paint (the preset's own)")
    add("--seed", type=int, default=0)
    add("--muon", action=argparse.BooleanOptionalAction, help="or AdamW for all its layers (the preset's own)")
    add("--lr", type=float, help="the transformer's learning rate (the preset's own)")
    add("--save-every", type=float, metavar="SECONDS", help="between the states a killed run goes on from (120)")
    add("--workers", type=int, default=os.cpu_count(), help="processes that paint (one a core)")
    add("--device", help="cpu or cuda (a GPU when there is one)")
    add(
        "--compile",
        action=argparse.BooleanOptionalAction,
        help="compile the step (on CUDA; needs a C compiler on a CPU)",
    )
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run a stage; 2 with one sentence when it cannot."""
    arguments = sys.argv[1:] if arguments is None else arguments
    args = parser().parse_args(arguments)
    args.command = shlex.join(["python", "-m", "helpers.training", *arguments])
    if args.stage == "tokenizer":
        tokenizer.train()
        return 0
    try:
        run(args)
    except (checkpoints.CheckpointError, ValueError) as error:
        print(f"Training stopped: {error}", file=sys.stderr)
        return 2
    return 0


def run(args: argparse.Namespace) -> None:
    """Run the stages asked for, each going on from what the run's folder holds."""
    preset = PRESETS[args.preset]
    if args.pictures:
        preset = replace(preset, pictures=args.pictures, tests=min(preset.tests, args.pictures))
    if args.save_every:
        preset = replace(preset, save_every=args.save_every)
    preset = replace(preset, muon=preset.muon if args.muon is None else args.muon, lr=args.lr or preset.lr)
    out = args.out or Path("runs") / args.preset
    if args.labelled and not (args.labelled / "labels.json").is_file():
        raise ValueError(f"{args.labelled} holds no labels.json; give a folder such as tests/labelled")
    device = torch.device(args.device or ("cuda" if torch.cuda.is_available() else "cpu"))
    if args.stage == "evaluate":
        model = load(args.init or out / "checkpoint", str(device))
        if args.labelled and model.judge is None:
            raise ValueError(f"{model.name} has no judge, so there is nothing to hold against {args.labelled}")
        measure(model, replace(preset, families=model.card.get("families", preset.families)), out)
        if args.labelled:
            print(evaluate.agreement(model.judge, args.labelled).to_string(index=False))
        return
    init = load(args.init, "cpu") if args.init else None
    if init and (init.dvae.config, init.transformer.config) != (preset.dvae, preset.transformer):
        raise ValueError(
            f"{args.init} has other networks than preset {args.preset!r}; give a checkpoint of that preset"
        )
    painted = data.paint(preset, out / "pictures", args.seed, args.workers)
    if args.stage != "paint":
        train(args, preset, painted, out, device, init)


def train(args, preset: Preset, painted: data.Painted, out: Path, device: torch.device, init: TextToImage | None):
    """Train the networks asked for and write a checkpoint once there are a dVAE and a transformer."""
    if args.stage == "decoder" and init is None:
        raise ValueError("the decoder is trained on for the tokens of a checkpoint; name it with --init")
    budget = minutes_of(args, preset, init)
    compiled = device.type == "cuda" if args.compile is None else args.compile
    networks = {name: getattr(init, name) for name in NETWORKS} if init else dict.fromkeys(NETWORKS)
    stages = {}

    def has(name: str) -> bool:
        """Whether a network is to be trained now, or read from the run's state."""
        return name in budget or (networks[name] is None and (out / f"{name}.state").exists())

    if "decoder" in budget or "dvae" in budget or networks["dvae"] is None:
        name = "decoder" if "decoder" in budget else "dvae"
        minutes, start = budget.get(name, 0.0), networks["dvae"]
        stages[name] = dvae_stage.train(
            preset, painted, out, minutes, device, args.seed, compiled, start, name == "decoder"
        )
        networks["dvae"] = stages[name].average.module
    dvae = networks["dvae"] = networks["dvae"].to(device).eval()
    if has("transformer"):
        tokens = data.encode(painted, dvae, device, out / f"tokens-{checkpoints.fingerprint(dvae.encoder)}.bin")
        minutes, start = budget.get("transformer", 0.0), networks["transformer"]
        stages["transformer"] = transformer_stage.train(
            preset, painted, tokens, out, minutes, device, args.seed, dvae, start, compiled
        )
    if has("ranker"):
        stages["ranker"] = ranker_stage.train(preset, painted, out, budget.get("ranker", 0.0), device, args.seed)
    if has("judge"):
        families = {family: share * HARD.get(family, 1.0) for family, share in preset.families.items()}
        everything = replace(preset, pictures=preset.judge_pictures, families=families)
        all_painted = data.paint(everything, out / "judge-pictures", args.seed, args.workers, "judge", None)
        minutes = budget.get("judge", 0.0)
        stages["judge"] = judge_stage.train(everything, all_painted, out, minutes, device, args.seed, dvae)
    networks |= {name: stages[name].average.module for name in NETWORKS if name in stages}
    if networks["transformer"] is not None:
        model = TextToImage(**networks, name=args.preset).to(device)
        finish(args, preset, out, model, stages, init)


def minutes_of(args, preset: Preset, init: TextToImage | None) -> dict[str, float]:
    """Minutes of each network that is to be trained; a dVAE that is given is kept."""
    total = args.minutes or preset.minutes
    if args.stage != "all":
        return {args.stage: total}
    shares = {name: share for name, share in preset.shares.items() if not (init and name == "dvae")}
    return {name: total * share / sum(shares.values()) for name, share in shares.items()}


def finish(args, preset: Preset, out: Path, model: TextToImage, stages: dict[str, Stage], init: TextToImage | None):
    """Write the checkpoint, then measure what was written and say so in its card."""
    card = {
        "name": args.preset,
        "command": args.command,
        "families": preset.families,
        "pictures painted": preset.pictures,
        "seed": args.seed,
        "hardware": hardware(model.device),
        "torch": torch.__version__,
        "commit": commit(),
        "steps": {name: stage.step for name, stage in stages.items()},
        "seconds": {name: round(stage.clock.seconds) for name, stage in stages.items()},
        "curves": {name: stage.history[:: max(1, len(stage.history) // 60)] for name, stage in stages.items()},
        "trained on from": {k: v for k, v in init.card.items() if k != "metrics"} if init else None,
    }
    folder = out / "checkpoint"
    snapshots = stages["transformer"].snapshots if "transformer" in stages else {}
    checkpoints.save(folder, model, card, snapshots)
    shipped = load(folder, str(model.device))
    table = measure(shipped, preset, out)
    evaluate.overview(shipped, preset).save(folder / "samples.jpg", quality=90)
    metrics = json.loads(table.to_json(orient="records"))
    if args.labelled and model.judge:
        card["judge by eye"] = evaluate.agreement(shipped.judge, args.labelled).to_dict("records")
    checkpoints.save(folder, model, {**card, "metrics": metrics}, snapshots)
    print(f"checkpoint  {folder}")


def measure(model: TextToImage, preset: Preset, out: Path) -> pd.DataFrame:
    """Print what a checkpoint measures and write its sample sheets into the run's folder."""
    table = evaluate.evaluate(model, preset)
    print(table.to_string(index=False))
    evaluate.sample_sheets(model, preset, out / "samples")
    return table


def hardware(device: torch.device) -> str:
    """What it was trained on, in words."""
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    return f"{torch.get_num_threads()} threads of {platform.machine()} {platform.system()}"


def commit() -> str:
    """The commit the code stands at, "unknown" outside a git checkout."""
    asked = subprocess.run(
        ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, cwd=Path(__file__).parent
    )
    return asked.stdout.strip() or "unknown"


if __name__ == "__main__":
    sys.exit(main())
