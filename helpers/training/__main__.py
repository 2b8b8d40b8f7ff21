"""Train and measure: python -m helpers.training all --preset nano --out runs/nano"""

import argparse
import math
import os
import shlex
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path

import torch

from helpers import load
from helpers.models.checkpoints import CheckpointError
from helpers.pictures.own import prepare
from helpers.probes.memory import canaries
from helpers.training import signals, together, tokenizer
from helpers.training.presets import PRESETS, Preset, Recipe, on
from helpers.training.run import Run, measure, minutes_of

STAGES = {
    "all": "dvae → transformer → ranker → judge → upsampler → diffusion → evaluate, and a checkpoint in OUT/checkpoint",
    "dvae": "the tokenizer of pictures",
    "transformer": "the stream, on the tokens of the run's dVAE or of --init",
    "decoder": "the dVAE's decoder alone: sharper pictures of the same tokens",
    "ranker": "how well a caption fits a picture",
    "judge": "what is in a picture, for scoring",
    "upsampler": "pictures four times as large, with edges where the decoder smears",
    "diffusion": "a second model that draws: pictures from noise, for notebook 16",
    "evaluate": "measure --init or the run's checkpoint",
    "tokenizer": "learn the text vocabulary that ships with the package anew",
}


def positive(text: str) -> float:
    """A finite number above 0."""
    number = float(text)
    if not (math.isfinite(number) and number > 0):
        raise argparse.ArgumentTypeError(f"{text} is not a finite number above 0")
    return number


def whole(text: str) -> int:
    """A whole number from 0 up."""
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError(f"{text} is not a whole number from 0 up")
    return number


def positive_whole(text: str) -> int:
    """A whole number from 1 up."""
    if whole(text) == 0:
        raise argparse.ArgumentTypeError("0 is not a whole number from 1 up")
    return int(text)


def painters() -> int:
    """How many processes paint: all cores but one, divided among the processes of torchrun on this machine."""
    return max(1, ((os.cpu_count() or 2) - 1) // together.here()[1])


def parser() -> argparse.ArgumentParser:
    """The options of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers.training",
        description="Train a text-to-image model from nothing; the same command resumes a run that was stopped.",
    )
    add, flag = parser.add_argument, argparse.BooleanOptionalAction
    add("stage", choices=STAGES, help="; ".join(f"{name}: {what}" for name, what in STAGES.items()))
    add("--preset", choices=[p for p in PRESETS if p != "paper"], default="nano")
    add("--out", type=Path, help="the run's folder (runs/PRESET)")
    add("--minutes", type=positive, help="of training (the preset's own)")
    add("--init", help="a checkpoint to train on: what this run does not train is kept as it is there")
    add("--export", type=Path, metavar="DIR", help="keep a checkpoint of what there is here, in small files")
    add("--seed", type=whole, default=0)
    add("--lr", type=positive, help="learning rate of the one network that is trained (its recipe's own)")
    add("--batch", type=positive_whole, help="pictures a step of the one network that is trained (its recipe's own)")
    add("--muon", action=flag, help="for the transformer's matrices, or AdamW for all (its recipe's own)")
    add("--save-every", type=positive, metavar="SECONDS", help="between saved states (the preset's own)")
    add("--workers", type=whole, default=painters(), help="processes that paint (a core less)")
    add("--device", help="cpu or cuda (a GPU when there is one)")
    add("--compile", action=flag, help="compile the steps (on CUDA; a CPU needs a C++ compiler)")
    add("--canaries", type=positive_whole, metavar="N", help="secrets to plant 0, 1, 10 and 100 times (transformer)")
    add("--data", type=Path, metavar="FOLDER", help="your own pictures: images with metadata.csv or metadata.jsonl")
    add("--labelled", type=Path, help="pictures labelled by eye: how far the judge agrees goes into the card")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run a stage; 2 with one sentence when it cannot, 130 or 143 after SIGINT or SIGTERM."""
    arguments = sys.argv[1:] if arguments is None else arguments
    args = parser().parse_args(arguments)
    if args.stage == "all" and (args.lr or args.batch):
        parser().error("all trains several networks, each with its own --lr and --batch; name one stage instead")
    if args.canaries and (args.stage != "transformer" or args.data):
        parser().error("canaries are planted among painted pictures while the transformer is trained")
    args.command = shlex.join(["python", "-m", "helpers.training", *arguments])
    if not together.rank():
        return answer(args)
    with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        return answer(args)  # the first process speaks for all


def answer(args: argparse.Namespace) -> int:
    """Run a stage; returns an exit code, and prints one sentence on stderr where something cannot be done."""
    try:
        with signals.raised():
            run(args)
    except signals.Stopped as stopped:
        print(f"Training stopped: {stopped}", file=sys.stderr)
        return stopped.exit_code
    except OSError as error:
        print(f"Training stopped: {error.filename or 'a file'}: {error.strerror or error}", file=sys.stderr)
        return 2
    except (CheckpointError, ValueError) as error:
        print(f"Training stopped: {error}", file=sys.stderr)
        return 2
    finally:
        together.leave()
    return 0


def run(args: argparse.Namespace) -> None:
    """Run the stage asked for, on top of what the run's folder holds."""
    preset = changed(PRESETS[args.preset], args)
    if args.stage == "tokenizer":
        tokenizer.train(preset.world)
        return
    if args.labelled and not (args.labelled / "labels.json").is_file():
        raise ValueError(f"{args.labelled} holds no labels.json; give a folder such as tests/labelled")
    out, device = args.out or Path("runs") / args.preset, device_of(args.device)
    together.join()
    init = load(args.init, "cpu") if args.init else None
    if args.data:
        if args.stage == "judge":
            raise ValueError("a judge reads facts, and of your own pictures nothing is known but their captions")
        if args.stage == "upsampler":
            raise ValueError("an upsampler learns from large pictures, and yours are kept at the model's own size")
        size = init.picture_size if init else preset.dvae.size
        with together.first():
            preset = on(preset, prepare(args.data, out / "data", size, args.seed))
    if args.stage == "evaluate":
        if together.rank():
            return
        model = load(args.init or out / "checkpoint", str(device))
        if args.labelled and model.judge is None:
            raise ValueError(f"{model.name} has no judge, so there is nothing to hold against {args.labelled}")
        measure(model, preset, out, args.labelled)
        return
    compiled = device.type == "cuda" if args.compile is None else args.compile
    begun = Run(
        out,
        args.preset,
        preset,
        device,
        args.seed,
        workers=args.workers,
        compile=compiled,
        command=args.command,
        labelled=args.labelled,
        init=init,
        export=args.export,
    )
    begun.train(minutes_of(preset, args.stage, args.minutes, init is not None))


def changed(preset: Preset, args: argparse.Namespace) -> Preset:
    """The preset with what the options change."""
    if args.save_every:
        preset = replace(preset, save_every=args.save_every)
    if args.canaries:
        planted = tuple(canaries(each=args.canaries, world=preset.world))
        preset = replace(preset, world=replace(preset.world, planted=planted))
    recipes = dict(preset.recipes)
    if args.muon is not None and "transformer" in recipes:
        recipes["transformer"] = replace(recipes["transformer"], muon=args.muon)
    name = "dvae" if args.stage == "decoder" else args.stage
    if args.lr or args.batch:
        recipe = recipes.get(name, Recipe(1.0))
        recipes[name] = replace(recipe, lr=args.lr or recipe.lr, batch=args.batch or recipe.batch)
    return replace(preset, recipes=recipes)


def device_of(name: str | None) -> torch.device:
    """The device asked for, or a GPU when there is one; a ValueError for one that is not there."""
    try:
        device = torch.device(name or ("cuda" if torch.cuda.is_available() else "cpu"))
        if device == torch.device("cuda") and together.size() > 1:  # each process has its own
            device = torch.device("cuda", together.here()[0])
            torch.cuda.set_device(device)
        torch.empty(1, device=device)
    except (RuntimeError, AssertionError) as error:
        raise ValueError(f"device {name!r} cannot be used; give cpu, or cuda where there is a GPU") from error
    return device


if __name__ == "__main__":
    sys.exit(main())
