"""From painted pictures to a checkpoint: what is drawn, in which order, and what a kill costs."""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from helpers import load, pictures
from helpers import text as words
from helpers.models import checkpoints
from helpers.models.daikon import TextToImage
from helpers.networks.judge import Judge
from helpers.training import __main__ as command_line
from helpers.training import data, dvae, judge, transformer
from helpers.training.presets import PRESETS
from helpers.training.runs import Clock, Stage, schedule
from tests.tiny import FSQ, STREAM, make_dvae, make_transformer

ROOT = Path(__file__).parents[2]
MICRO = PRESETS["micro"]
CPU = torch.device("cpu")
SMALL = {"width": 16, "layers": 1, "space": 8}
EVENLY = dict.fromkeys(("dvae", "transformer", "ranker", "judge"), 0.25)


@pytest.fixture
def toy(monkeypatch):
    """`micro` with the smallest networks; what the command line calls micro, too."""
    preset = replace(MICRO, dvae=FSQ, transformer=STREAM, pictures=24, tests=8, batch=8, dvae_batch=8, judged=4)
    preset = replace(preset, judge_pictures=24, ranker_batch=8, judge_batch=8, ranker=SMALL, judge={"width": 16})
    monkeypatch.setitem(command_line.PRESETS, "micro", preset)
    return preset


def train(out, *options):
    """The command line's exit code for a few steps of the toy preset."""
    return command_line.main(
        [*options, "--preset", "micro", "--device", "cpu", "--workers", "1", "--minutes", "0.02", "--out", str(out)]
    )


# pictures


def test_painting_a_seed_gives_the_same_bytes(toy, tmp_path):
    for name in ("one", "same"):
        data.paint(toy, tmp_path / name, seed=3)
    data.paint(toy, tmp_path / "other", seed=4)
    one, same, other = (
        {file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("one", "same", "other")
    )
    assert one == same and one != other


def test_painting_goes_on_where_a_shard_is_missing_or_cut_off(toy, tmp_path, monkeypatch):
    monkeypatch.setattr(data, "SHARD", 10)
    painted = data.paint(toy, tmp_path, seed=3)
    whole = painted.pixels(np.arange(24), CPU)
    (tmp_path / "00001.bin").unlink()
    (tmp_path / "00002.bin").write_bytes(b"half")
    first = (tmp_path / "00000.bin").stat()
    again = data.paint(toy, tmp_path, seed=3)
    assert torch.equal(again.pixels(np.arange(24), CPU), whole)
    assert (tmp_path / "00000.bin").stat().st_mtime_ns == first.st_mtime_ns
    assert len(again.facts) == len(again) == 24


def test_painted_pictures_are_those_of_their_facts(toy, tmp_path):
    painted = data.paint(toy, tmp_path, seed=3)
    facts, rng = data.draw_facts(toy, "train", 3, 7)
    assert facts == painted.facts[7]
    wanted = data.to_floats(np.array(pictures.paint(facts, 16, rng))[None], CPU)
    assert torch.equal(painted.pixels(np.array([7]), CPU), wanted) and 0 <= wanted.min() and wanted.max() <= 1


@pytest.mark.parametrize("preset", ["micro", "nano"])
def test_training_never_draws_what_is_held_out_and_tests_of_the_unseen_draw_nothing_else(preset):
    preset = PRESETS[preset]
    seen = [data.draw_facts(preset, "train", 0, i)[0] for i in range(300)]
    unseen = [data.draw_facts(preset, "test", 0, i, unseen=True)[0] for i in range(50)]
    assert not any(data.is_held_out(preset, facts) for facts in seen)
    assert all(data.is_held_out(preset, facts) for facts in unseen)


def test_micro_shows_every_subject_and_every_color_but_not_every_pair():
    seen = [data.draw_facts(MICRO, "train", 0, i)[0] for i in range(2000)]
    pairs = {(facts["animal"], facts["shirt"]) for facts in seen}
    assert len({animal for animal, _ in pairs}) == 8 and len({color for _, color in pairs}) == 6
    assert len(pairs) == 8 * 6 - len(MICRO.withheld)


# order and schedule


def test_batches_of_an_epoch_cover_it_once():
    drawn = [data.batches(10, 3, seed=5, step=step) for step in range(6)]
    assert all(len(batch) == 3 for batch in drawn)
    for epoch in (drawn[:3], drawn[3:]):
        assert len(set(np.concatenate(epoch).tolist())) == 9
    assert not np.array_equal(np.concatenate(drawn[:3]), np.concatenate(drawn[3:]))


def test_batches_depend_on_seed_and_step_alone():
    late = data.batches(10, 3, seed=5, step=4)
    assert np.array_equal(late, data.batches(10, 3, seed=5, step=4))
    assert not np.array_equal(late, data.batches(10, 3, seed=6, step=4))


def test_fewer_pictures_than_a_batch_are_one_batch():
    assert sorted(data.batches(5, 64, seed=0, step=3).tolist()) == list(range(5))


def test_learning_rate_rises_and_then_falls():
    rates = [schedule(share / 1000) for share in range(1001)]
    top = rates.index(max(rates))
    assert rates[0] <= 0.02 and rates[top] == pytest.approx(1) and rates[-1] == pytest.approx(0.02)
    assert rates[: top + 1] == sorted(rates[: top + 1]) and rates[top:] == sorted(rates[top:], reverse=True)


def test_temperature_falls_from_one_to_a_sixteenth():
    temperatures = [dvae.temperature(share / 100) for share in range(101)]
    assert temperatures[0] == 1 and temperatures[75:] == pytest.approx([1 / 16] * 26)
    assert temperatures == sorted(temperatures, reverse=True)


# captions and loss


def test_captions_leave_some_out_and_keep_one_phrasing_for_tests():
    facts = [data.draw_facts(MICRO, "train", 0, i)[0] for i in range(1000)]
    said = transformer.captions_for(facts, random.Random(0), 32)
    kept = {words.decode(pictures.captions(f)[-1] and words.encode(pictures.captions(f)[-1])) for f in facts}
    assert 60 <= said.count([words.END]) <= 140
    assert not kept & {words.decode(ids) for ids in said}


@pytest.mark.parametrize("text_first", [True, False])
def test_loss_leaves_out_pads_and_captions_that_were_dropped(text_first):
    model, picture = make_transformer(), torch.arange(16)[None]
    text = words.batch([words.encode("a fox on the beach")])
    longer = torch.cat([text, torch.full((1, 16), words.VOCABULARY)], 1)
    in_text, in_picture = transformer.loss_parts(model, text, picture, text_first)
    torch.testing.assert_close(transformer.loss_parts(model, longer, picture, text_first)[0], in_text)
    dropped, _ = transformer.loss_parts(model, words.empty(16), picture, text_first)
    assert in_text > 0 and in_picture > 0 and dropped == 0


@pytest.mark.parametrize("muon, kinds", [(True, ["Muon", "AdamW"]), (False, ["AdamW"])])
def test_every_parameter_of_the_transformer_has_one_optimizer(muon, kinds):
    model = make_transformer()
    chosen = transformer.optimizers(model, 1e-3, muon)
    assert [type(optimizer).__name__ for optimizer in chosen] == kinds
    counted = Counter(id(p) for o in chosen for group in o.param_groups for p in group["params"])
    assert counted == Counter(id(p) for p in model.parameters())


def test_a_run_goes_on_with_the_optimizers_it_began_with(toy, tmp_path):
    net = make_transformer()
    Stage(tmp_path / "net.state", net, transformer.optimizers(net, 1e-3), 1.0, toy).save()
    with pytest.raises(checkpoints.CheckpointError, match="other optimizers"):
        Stage(tmp_path / "net.state", net, transformer.optimizers(net, 1e-3, muon=False), 1.0, toy)


def test_a_stage_learns_and_keeps_a_curve(toy, tmp_path):
    preset = replace(toy, measure_every=0.1, ema=0.5)
    painted = data.paint(preset, tmp_path / "pictures")
    stage = dvae.train(preset, painted, tmp_path, minutes=3 / 60, device=CPU, seed=0)
    assert stage.finished and stage.history[0]["step"] == 1 and stage.history[-1]["step"] == stage.step
    assert stage.history[-1]["loss"] < stage.history[0]["loss"]
    assert (tmp_path / "samples" / "dvae.png").exists()
    tokens = data.encode(painted, stage.average.module, CPU, tmp_path / "tokens.bin")
    assert tokens.shape == (24, 16)
    assert torch.equal(tokens, data.encode(painted, None, CPU, tmp_path / "tokens.bin"))
    net = stage.average.module
    stage = transformer.train(preset, painted, tokens, tmp_path, 8 / 60, CPU, 0, net)
    assert stage.history[-1]["picture"] < stage.history[0]["picture"]


# the command line


def test_all_stages_make_a_checkpoint_with_a_card(toy, tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(command_line.PRESETS, "micro", replace(toy, shares=EVENLY))
    assert train(tmp_path, "all") == 0
    model = load(tmp_path / "checkpoint", "cpu")
    card = model.card
    assert model.judge.read(model.draw("a fox", n=2).pictures, "outfit")[1].keys() >= {"animal", "hat", "pose"}
    assert len(model.draw("a fox", n=3).best(2)) == 2
    assert card["command"].startswith("python -m helpers.training all --preset micro")
    assert set(card["steps"]) == set(EVENLY) and all(card["steps"].values()) and card["seed"] == 0
    assert [(row["family"], row["combinations"]) for row in card["metrics"]] == [
        ("outfit", "seen"),
        ("outfit", "unseen"),
        ("all", "seen"),
    ]
    assert all(row["low"] <= row["score"] <= row["high"] for row in card["metrics"])
    assert all(row["psnr"] > 0 and row["bits"] > 0 and row["text"] > 0 for row in card["metrics"])
    assert all(0 <= row[read] <= 1 for row in card["metrics"] for read in ("originals", "reconstructions"))
    steps = checkpoints.snapshots(tmp_path / "checkpoint")
    assert 0 < len(steps) <= len(toy.snapshots) and steps[-1] <= card["steps"]["transformer"]
    assert load(f"{tmp_path / 'checkpoint'}@{steps[0]}", "cpu").name == f"checkpoint@{steps[0]}"
    sheets = sorted(file.name for file in (tmp_path / "samples").iterdir())
    assert sheets == ["dvae.png", "outfit-seen.png", "outfit-unseen.png", "transformer.png"]
    assert capsys.readouterr().out.endswith(f"checkpoint  {tmp_path / 'checkpoint'}\n")


def test_snapshots_are_kept_when_their_share_is_reached(toy, tmp_path):
    stage = Stage(tmp_path / "net.state", torch.nn.Linear(2, 2), [], 1.0, replace(toy, minutes=1.0))
    for seconds in (0, 4, 8, 12, 20, 50):
        stage.step, stage.clock = stage.step + 1, Clock(1.0, seconds)
        torch.nn.init.constant_(stage.network.weight, seconds)
        stage.keep((0.1, 0.3))
    assert {step: kept["weight"].max().item() for step, kept in stage.snapshots.items()} == {3: 8.0, 5: 20.0}
    stage.save()
    again = Stage(tmp_path / "net.state", torch.nn.Linear(2, 2), [], 1.0, toy)
    assert again.snapshots.keys() == stage.snapshots.keys()


def test_init_keeps_the_dvae_exactly_and_trains_the_transformer_on(toy, tmp_path):
    checkpoints.save(tmp_path / "first", TextToImage(make_dvae(), make_transformer()), {})
    assert train(tmp_path / "run", "all", "--init", str(tmp_path / "first")) == 0
    first, second = (tmp_path / name / "dvae.safetensors" for name in ("first", "run/checkpoint"))
    assert first.read_bytes() == second.read_bytes() and not (tmp_path / "run" / "dvae.state").exists()
    first, second = (checkpoints.read(tmp_path / name)[1] for name in ("first", "run/checkpoint"))
    assert not torch.equal(first.picture_head.weight, second.picture_head.weight)


@pytest.mark.parametrize("stage", ["ranker", "judge"])
def test_a_judge_or_a_ranker_joins_a_checkpoint_that_stays_as_it_was(stage, toy, tmp_path):
    checkpoints.save(tmp_path / "first", TextToImage(make_dvae(), make_transformer()), {})
    assert train(tmp_path / "run", stage, "--init", str(tmp_path / "first")) == 0
    for name in ("dvae", "transformer"):
        first, second = (tmp_path / folder / f"{name}.safetensors" for folder in ("first", "run/checkpoint"))
        assert first.read_bytes() == second.read_bytes()
    model = load(tmp_path / "run" / "checkpoint", "cpu")
    assert (model.judge is None, model.ranker is None) == (stage == "ranker", stage == "judge")


def test_a_judge_that_is_shown_words_learns_letters(toy, tmp_path):
    preset = replace(toy, families={"carrier": 1.0}, restrict={}, withheld=())
    painted = data.paint(preset, tmp_path / "pictures", split="judge", unseen=None)
    learned = judge.train(preset, painted, tmp_path, 0.02, CPU, 0, make_dvae()).network
    torch.manual_seed(0)
    fresh = Judge(learned.config)
    assert any(f["word"] != "none" for f in painted.facts)
    assert not torch.equal(learned.speller.answer.weight, fresh.speller.answer.weight)


def test_init_from_other_networks_is_refused(toy, tmp_path, capsys):
    checkpoints.save(tmp_path / "first", TextToImage(make_dvae(), make_transformer(replace(STREAM, width=16))), {})
    assert train(tmp_path / "run", "all", "--init", str(tmp_path / "first")) == 2
    assert "has other networks than preset 'micro'" in capsys.readouterr().err


@pytest.mark.parametrize(
    "stage, message",
    [
        ("transformer", "train this network first: python -m helpers.training dvae"),
        ("evaluate", "there is no checkpoint"),
    ],
)
def test_a_stage_without_the_one_before_it_is_refused(stage, message, toy, tmp_path, capsys):
    assert train(tmp_path, stage) == 2
    assert message in capsys.readouterr().err


def test_reading_a_state_that_is_not_at_its_end_does_not_end_it(toy, tmp_path):
    painted, network = data.paint(toy, tmp_path / "pictures"), make_dvae()
    Stage(tmp_path / "dvae.state", network, [torch.optim.AdamW(network.parameters())], 1.0, toy).save()
    before = (tmp_path / "dvae.state").read_bytes()
    read = dvae.train(toy, painted, tmp_path, 0.0, CPU, 0)
    assert torch.equal(read.network.encoder.blocks.input.weight, network.encoder.blocks.input.weight)
    assert not read.finished and (tmp_path / "dvae.state").read_bytes() == before


def test_a_state_of_another_network_is_refused(toy, tmp_path, capsys):
    for content in (b"not a state", b""):
        (tmp_path / "dvae.state").write_bytes(content)
        assert train(tmp_path, "dvae") == 2
        assert "dvae.state is not a state of this network" in capsys.readouterr().err


def kill_when_saved(options, state):
    """Start a run, kill it the hard way once it has written a state, and return the step it can go on from."""
    command = [sys.executable, "-m", "helpers.training", *options]
    run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, env=os.environ | {"OMP_NUM_THREADS": "1"})
    deadline = time.monotonic() + 120
    while not state.exists():
        assert run.poll() is None and time.monotonic() < deadline, f"{state.name} was not written"
        time.sleep(0.01)
    run.kill()
    run.wait()
    return torch.load(state, weights_only=True)["step"]


def test_a_run_killed_twice_goes_on_to_the_end(tmp_path, capsys):
    options = "all --preset micro --pictures 64 --minutes 0.06 --save-every 0.1 --workers 1 --device cpu --out".split()
    options.append(str(tmp_path))
    in_dvae = kill_when_saved(options, tmp_path / "dvae.state")
    assert not (tmp_path / "transformer.state").exists()
    in_transformer = kill_when_saved(options, tmp_path / "transformer.state")
    assert command_line.main(options) == 0
    said = capsys.readouterr().out
    model = load(tmp_path / "checkpoint", "cpu")
    steps = model.card["steps"]
    assert f"dvae        ended at step {steps['dvae']}\n" in said
    assert f"transformer goes on from step {in_transformer}\n" in said
    assert 0 < in_dvae <= steps["dvae"] and 0 < in_transformer <= steps["transformer"]
    assert len(model.draw("a baby frog wearing a purple shirt", n=2)) == 2


def test_labels_that_are_not_there_are_refused_before_anything_is_measured(tmp_path, capsys):
    assert command_line.main(["evaluate", "--init", "nano", "--labelled", str(tmp_path)]) == 2
    assert "labels.json" in capsys.readouterr().err
