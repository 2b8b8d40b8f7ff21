"""python -m helpers.training {all,paint,dvae,transformer,evaluate,tokenizer} --preset nano --out runs/nano"""

import argparse
import json
import os
import platform
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import torch

from helpers import checkpoints, load
from helpers.model import TextToImage
from helpers.training import data, evaluate, tokenizer
from helpers.training import dvae as dvae_stage
from helpers.training import transformer as transformer_stage
from helpers.training.presets import PRESETS, Preset
from helpers.training.runs import Stage

STAGES = ("all", "paint", "dvae", "transformer", "evaluate", "tokenizer")


def parser() -> argparse.ArgumentParser:
    """Say what can be asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers.training",
        description="Train a text-to-image model from nothing; a killed run goes on where it was when called again.",
    )
    add = parser.add_argument
    add("stage", choices=STAGES, help="all: paint → dvae → transformer → evaluate, and a checkpoint in OUT/checkpoint")
    add("--preset", choices=[p for p in PRESETS if p != "paper"], default="nano")
    add("--out", type=Path, help="the run's folder (runs/PRESET)")
    add("--minutes", type=float, help="of training in all (the preset's own)")
    add("--init", help="start from a checkpoint: its dVAE is kept as it is, its transformer trained on")
    add("--pictures", type=int, help="how many to paint (the preset's own)")
    add("--seed", type=int, default=0)
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
    args = parser().parse_args(arguments)
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
    out = args.out or Path("runs") / args.preset
    minutes = args.minutes or preset.minutes
    device = torch.device(args.device or ("cuda" if torch.cuda.is_available() else "cpu"))
    compiled = device.type == "cuda" if args.compile is None else args.compile
    wanted = STAGES[1:5] if args.stage == "all" else (args.stage,)
    init = load(args.init, "cpu") if args.init else None
    if init and (init.dvae.config, init.transformer.config) != (preset.dvae, preset.transformer):
        raise ValueError(
            f"{args.init} has other networks than preset {args.preset!r}; give a checkpoint of that preset"
        )
    painted = data.Painted(preset, out / "pictures")
    if args.stage != "evaluate":
        data.paint(preset, out / "pictures", args.seed, args.workers)
    share = 0.0 if init else preset.dvae_share
    dvae, dvae_run = init.dvae if init else None, None
    if dvae is None and wanted != ("paint",):
        budget = minutes * share if "dvae" in wanted else 0.0
        dvae_run = dvae_stage.train(preset, painted, out, budget, device, args.seed, compiled)
        dvae = dvae_run.average.module
    if "transformer" in wanted or "evaluate" in wanted:
        dvae = dvae.to(device).eval()
        budget = minutes * (1 - share) if "transformer" in wanted else 0.0
        tokens = data.encode(painted, dvae, device, out / "tokens.bin") if budget else None
        start = init.transformer if init else None
        stage = transformer_stage.train(preset, painted, tokens, out, budget, device, args.seed, dvae, start, compiled)
        finish(args, preset, out, TextToImage(dvae, stage.average.module, args.preset).to(device), dvae_run, stage)


def finish(args, preset: Preset, out: Path, model: TextToImage, dvae_run: Stage | None, stage: Stage) -> None:
    """Write the checkpoint, then measure what was written and say so in its card."""
    card = {
        "name": args.preset,
        "command": "python -m helpers.training " + " ".join(sys.argv[1:]),
        "families": preset.families,
        "pictures painted": preset.pictures,
        "init": args.init,
        "seed": args.seed,
        "hardware": hardware(model.device),
        "torch": torch.__version__,
        "commit": commit(),
        "steps": {"dvae": dvae_run.step if dvae_run else 0, "transformer": stage.step},
        "seconds": {
            "dvae": round(dvae_run.clock.seconds) if dvae_run else 0,
            "transformer": round(stage.clock.seconds),
        },
        "curve": stage.history[:: max(1, len(stage.history) // 100)],
    }
    folder = out / "checkpoint"
    checkpoints.save(folder, model.dvae, model.transformer, card)
    shipped = load(folder, str(model.device))
    table = evaluate.evaluate(shipped, preset)
    print(table.to_string(index=False))
    checkpoints.save(
        folder, model.dvae, model.transformer, {**card, "metrics": json.loads(table.to_json(orient="records"))}
    )
    evaluate.sample_sheets(shipped, preset, out / "samples")
    print(f"checkpoint  {folder}")


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
