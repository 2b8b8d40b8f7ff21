"""What `--export` leaves: a checkpoint in a few small files, which can be opened and trained further."""

from dataclasses import replace

import pytest
import torch

from helpers import load
from helpers.models.daikon import TextToImage
from helpers.networks.dvae import DVAE
from helpers.networks.transformer import Transformer
from helpers.pictures.world import World
from helpers.text import default
from helpers.training import __main__ as command_line
from helpers.training import evaluate, ranker
from helpers.training.judge import JudgeTask
from helpers.training.presets import PRESETS, Recipe
from helpers.training.run import Run
from tests.tiny import FSQ, STREAM

FILES, BYTES = 8, 15 * 10**6  # what repositories and mail take gladly
GEOMETRIES = {"dvae": {}, "transformer": {}, "ranker": {"width": 16, "layers": 1, "space": 8}, "judge": {"width": 16}}


def files(folder):
    return [file for file in folder.rglob("*") if file.is_file()]


def few_and_small(folder):
    return len(files(folder)) <= FILES and max(file.stat().st_size for file in files(folder)) <= BYTES


@pytest.mark.slow
def test_mini_at_toy_size_is_exported_and_trained_on(tmp_path, monkeypatch, capsys):
    recipes = {name: Recipe(0.25, 8, geometry=geometry) for name, geometry in GEOMETRIES.items()}
    small = {"dvae": FSQ, "transformer": STREAM, "recipes": recipes, "tests": 8, "judged": 4, "ranked": 2}
    preset = replace(PRESETS["mini"], world=World({"outfit": 1.0}, korean=0.3), **small)
    monkeypatch.setitem(command_line.PRESETS, "mini", preset)
    monkeypatch.setattr(ranker, "CAPTIONS", 8)
    monkeypatch.setattr(evaluate, "TRIED", 2)
    export, few = tmp_path / "export", ["--preset", "mini", "--device", "cpu", "--workers", "0", "--minutes", "0.02"]
    assert command_line.main(["all", *few, "--out", str(tmp_path / "run"), "--export", str(export)]) == 0
    assert few_and_small(export) and files(export)[0].parent == export
    exported = load(export, "cpu")
    assert exported.judge and exported.ranker and "unfinished" not in exported.card
    assert exported.draw("an emoji of a baby fox wearing a red shirt", n=2).pictures
    again = ["transformer", *few, "--init", str(export), "--out", str(tmp_path / "again")]
    assert command_line.main(again) == 0
    card = load(tmp_path / "again" / "checkpoint", "cpu").card
    assert card["trained on from"]["sha256"] == exported.card["sha256"]


def test_mini_itself_is_as_few_files_and_as_small(tmp_path):
    folder, preset = tmp_path / "run", PRESETS["mini"]
    folder.mkdir()
    (folder / "text.json").write_bytes(default().data)
    run = Run(folder, "mini", preset, torch.device("cpu"), workers=0, export=tmp_path / "export")
    dvae, words = DVAE(preset.dvae), run.tokenizer()
    run.networks = {
        "dvae": dvae,
        "transformer": Transformer(replace(preset.transformer, text_vocab=words.size)),
        "ranker": ranker.RankerTask(run, dvae, words).network,
        "judge": None,
    }
    run.keep("judge", JudgeTask(run, dvae).network)
    assert few_and_small(run.export)
    assert isinstance(load(run.export, "cpu"), TextToImage)
