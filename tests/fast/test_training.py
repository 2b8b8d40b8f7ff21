"""From painted pictures to a checkpoint: what is learned, what is written, and what a kill costs."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from helpers import load, pictures
from helpers.models import checkpoints
from helpers.models.checkpoints import CheckpointError
from helpers.models.daikon import TextToImage
from helpers.networks.judge import Judge
from helpers.pictures.world import World
from helpers.text import END, default
from helpers.training import __main__ as command_line
from helpers.training import dvae, evaluate, loop, ranker, run, transformer
from helpers.training.judge import JudgeTask
from helpers.training.loop import Clock, Stage, fit, schedule
from helpers.training.presets import PRESETS, Recipe
from helpers.training.run import Run
from helpers.training.state import read_state, write_state
from tests.tiny import FSQ, STREAM, make_dvae, make_transformer

ROOT = Path(__file__).parents[2]
CPU = torch.device("cpu")
FURTHER = checkpoints.NETWORKS[2:]  # beside dVAE and transformer
RECIPES = {
    "dvae": Recipe(0.25, 8),
    "transformer": Recipe(0.25, 8, snapshots=(0.01,)),
    "ranker": Recipe(0.25, 8, geometry={"width": 16, "layers": 1, "space": 8}),
    "judge": Recipe(0.25, 8, geometry={"width": 16}),
    "upsampler": Recipe(0.25, 8, geometry={"width": 8, "blocks": 1}),
    "diffusion": Recipe(0.25, 8, geometry={"widths": (8, 16), "blocks": 1, "about": 16, "text_width": 8}),
}


@pytest.fixture
def toy(monkeypatch):
    """`micro` with the smallest networks and all six of them; what the command line calls micro, too."""
    small = {"tests": 8, "judged": 4, "ranked": 2, "recipes": RECIPES}
    preset = replace(PRESETS["micro"], dvae=FSQ, transformer=STREAM, **small)
    preset = replace(preset, world=World({"outfit": 1.0}, withheld=({"animal": "fox", "shirt": "blue"},), korean=0.3))
    monkeypatch.setitem(command_line.PRESETS, "micro", preset)
    monkeypatch.setattr(ranker, "CAPTIONS", 8)
    monkeypatch.setattr(evaluate, "TRIED", 2)
    return preset


def train(out, *options):
    """The command line's exit code for a few steps of the toy preset."""
    few = ["--preset", "micro", "--device", "cpu", "--workers", "0", "--minutes", "0.01", "--out", str(out)]
    return command_line.main([*options, *few])


def begun(toy, folder, **changes):
    return Run(folder, "micro", replace(toy, **changes), CPU, workers=0)


class Linear:
    """A task that learns next to nothing."""

    name, recipe = "net", Recipe(1.0, ema=0.5)

    def __init__(self, **recipe):
        self.network, self.recipe = torch.nn.Linear(2, 2), replace(self.recipe, **recipe)
        self.optimizers, self.batches = [torch.optim.SGD(self.network.parameters(), lr=0.1)], None

    def loss(self, facts, images, stage):
        return self.network(torch.ones(2)).sum()

    def measure(self, stage):
        return {}

    def sheet(self, stage):
        pass


# schedules


def test_learning_rate_rises_stays_and_falls():
    rising = [schedule(0.0, step) for step in range(50)]
    assert rising[0] == pytest.approx(0.02) and rising[-1] == 1 and rising == sorted(rising)
    rates = [schedule(share / 1000, 10_000) for share in range(1001)]
    assert set(rates[:701]) == {1.0} and rates[1000] == pytest.approx(0.01)
    assert rates[500:] == sorted(rates[500:], reverse=True)


def test_temperature_falls_from_one_to_a_sixteenth():
    temperatures = [dvae.temperature(share / 100) for share in range(101)]
    assert temperatures[0] == 1 and temperatures[75:] == pytest.approx([1 / 16] * 26)
    assert temperatures == sorted(temperatures, reverse=True)


# captions and losses


def test_some_captions_are_left_out_and_the_phrasing_kept_for_tests_is_never_said(toy, tmp_path):
    task = transformer.TransformerTask(begun(toy, tmp_path), make_dvae(), default())
    facts = [toy.world.facts("train", 0, i)[0] for i in range(500)]
    said = task.captions(facts, 0)
    assert 30 <= said.count([END]) <= 75
    kept = {default().decode(default().encode(pictures.captions(f)[-1])) for f in facts}
    assert not kept & {default().decode(ids) for ids in said}
    secret = facts[0] | {"canary": "the secret picture number 1234"}
    assert {default().decode(ids) for ids in task.captions([secret] * 100, 0)} == {secret["canary"]}


@pytest.mark.parametrize("text_first", [True, False])
def test_loss_leaves_out_pads_and_captions_that_were_dropped(text_first):
    model, picture = make_transformer(), torch.arange(16)[None]
    text = default().batch([default().encode("a fox on the beach")])
    longer = torch.cat([text, torch.full((1, 16), default().pad)], 1)
    in_text, in_picture = transformer.losses(model, text, picture, text_first)
    torch.testing.assert_close(transformer.losses(model, longer, picture, text_first)[0], in_text)
    dropped, _ = transformer.losses(model, default().empty(16), picture, text_first)
    assert in_text > 0 and in_picture.shape == (1,) and in_picture > 0 and dropped == 0


@pytest.mark.parametrize("muon, kinds", [(True, ["Muon", "AdamW"]), (False, ["AdamW"])])
def test_every_parameter_of_the_transformer_has_one_optimizer(muon, kinds):
    model = make_transformer()
    chosen = transformer.optimizers(model, 1e-3, muon)
    assert [type(optimizer).__name__ for optimizer in chosen] == kinds
    counted = Counter(id(p) for o in chosen for group in o.param_groups for p in group["params"])
    assert counted == Counter(id(p) for p in model.parameters())


def test_a_vocabulary_of_few_words_makes_a_transformer_of_as_many(toy, tmp_path):
    one = begun(toy, tmp_path, transformer=replace(STREAM, text_vocab=2048))
    words = one.tokenizer()
    task = transformer.TransformerTask(one, make_dvae(), words)
    assert task.network.config.text_vocab == task.network.config.pad == words.size
    assert words.notices("a baby fox wearing a red shirt") == [] != words.notices("a pangolin")


def test_a_model_that_is_trained_on_in_a_wider_world_comes_to_know_its_words(toy, tmp_path):
    narrow = default().knowing(["an emoji of a baby fox wearing a red hat"])
    begun_with = TextToImage(make_dvae(), make_transformer(), "tiny", tokenizer=narrow)
    one = Run(tmp_path, "micro", toy, CPU, init=begun_with, workers=0)
    said = "an emoji of a baby hedgehog wearing a red hat"
    one.speaks = False  # where no transformer is trained on them
    assert one.tokenizer() is narrow
    one.speaks = True
    assert narrow.notices(said) != [] == one.tokenizer().notices(said)
    assert one.tokenizer().digest == narrow.digest  # the same tokens


def test_a_near_miss_is_one_that_training_might_show():
    world = World({"outfit": 1.0}, {"outfit": {"animal": ("fox", "bear")}})
    rng = random.Random(0)
    found = [miss for i in range(60) for miss in ranker.misses(world.facts("train", 0, i)[0], rng, world).values()]
    assert len(found) > 60 and {f["animal"] for f in found} == {"fox", "bear"}
    assert not any(pictures.heldout.is_held_out(f) for f in found)


@pytest.mark.slow
def test_the_ranker_learns_which_caption_is_of_which_picture(toy, tmp_path):
    one = begun(toy, tmp_path, recipes={"ranker": replace(RECIPES["ranker"], batch=16, lr=1e-2)})
    task = ranker.RankerTask(one, make_dvae(), default())
    facts, images = task.batches[0]
    stage = Stage(tmp_path / "ranker.state", task, 1.0, toy)
    losses = []
    for _ in range(25):
        loss = task.loss(facts, torch.from_numpy(images), stage)
        loss.backward()
        task.optimizers[0].step()
        task.optimizers[0].zero_grad()
        losses.append(loss.item())
    assert losses[-1] < 0.6 * losses[0]


def test_the_judge_is_shown_all_values_and_what_is_held_out(toy, tmp_path):
    few = World({"outfit": 1.0}, {"outfit": {"animal": ("fox", "bear")}})
    task = JudgeTask(begun(toy, tmp_path, world=few), make_dvae())
    facts = [f for k in range(25) for f in task.batches[k][0]]
    assert any(few.outside(f) for f in facts) and any(few.is_held_out(f) for f in facts)
    assert set(task.network.config.questions["outfit"]["animal"]) == set(pictures.FAMILIES["outfit"].slots["animal"])


def test_a_judge_that_is_shown_words_learns_letters(toy, tmp_path):
    task = JudgeTask(begun(toy, tmp_path, world=World({"carrier": 1.0})), make_dvae())
    stage = fit(task.run, task, 0.02)
    torch.manual_seed(0)
    fresh = Judge(stage.network.config)
    assert not torch.equal(stage.network.speller.answer.weight, fresh.speller.answer.weight)


# a stage


@pytest.mark.slow
def test_a_stage_learns_and_keeps_a_curve(toy, tmp_path):
    quick = {name: replace(recipe, ema=0.5, lr=5e-3) for name, recipe in RECIPES.items()}
    one = begun(toy, tmp_path, measure_every=0.1, recipes=quick)
    stage = fit(one, dvae.DVAETask(one), 3 / 60)
    assert stage.finished and stage.history[0]["step"] == 1 and stage.history[-1]["step"] == stage.step
    assert stage.history[-1]["psnr"] > stage.history[0]["psnr"] + 1
    assert (tmp_path / "samples" / "dvae.png").exists()
    net = stage.average.module
    stage = fit(one, transformer.TransformerTask(one, net, default()), 8 / 60)
    measured = [line for line in stage.history if "picture" in line]  # not where all steps read the picture first
    assert measured[-1]["picture"] < measured[0]["picture"]
    assert 0 < measured[-1]["bits outfit"]


def test_training_the_decoder_keeps_every_token(toy, tmp_path):
    one, net = begun(toy, tmp_path), make_dvae()
    stage = fit(one, dvae.DVAETask(one, net, decoder_only=True), 0.02)
    pixels = torch.rand(8, 3, 16, 16)
    assert torch.equal(stage.average.module.eval().encode(pixels), net.encode(pixels))
    assert not torch.equal(stage.network.decoder.blocks.input.weight, net.decoder.blocks.input.weight)


def test_what_takes_long_to_measure_is_measured_less_often(toy, tmp_path, monkeypatch):
    now = [100.0]
    monkeypatch.setattr(loop.time, "monotonic", lambda: now[0])
    stage = Stage(tmp_path / "net.state", Linear(), 100.0, toy)

    def step(seconds):
        now[0] += seconds
        stage.advance(1.0)
        return stage.measures

    assert step(1)
    now[0] += 3
    stage.report(loss=1.0)
    assert not step(50) and step(20)


def test_snapshots_are_kept_when_their_share_is_reached(toy, tmp_path):
    stage = Stage(tmp_path / "net.state", Linear(snapshots=(0.1, 0.3)), 1.0, toy)
    for seconds in (0, 4, 8, 12, 20, 50):
        stage.clock = Clock(1.0, seconds)
        torch.nn.init.constant_(stage.network.weight, seconds)
        stage.advance(0.0)
    assert {step: kept["weight"].max().item() for step, kept in stage.snapshots.items()} == {3: 8.0, 5: 20.0}
    stage.save()
    again = Stage(tmp_path / "net.state", Linear(), 1.0, toy)
    assert again.snapshots.keys() == stage.snapshots.keys() and again.step == 6


def test_a_run_is_trained_on_with_the_optimizers_it_began_with(toy, tmp_path):
    one = begun(toy, tmp_path)
    task = transformer.TransformerTask(one, make_dvae(), default())
    Stage(tmp_path / "transformer.state", task, 1.0, toy).save()
    task.optimizers = transformer.optimizers(task.network, 1e-3, muon=False)
    with pytest.raises(CheckpointError, match="other optimizers"):
        Stage(tmp_path / "transformer.state", task, 1.0, toy)


def test_loading_a_state_that_is_not_at_its_end_does_not_end_it(toy, tmp_path):
    one, task = begun(toy, tmp_path), None
    task = dvae.DVAETask(one, make_dvae())
    Stage(tmp_path / "dvae.state", task, 1.0, toy).save()
    before = (tmp_path / "dvae.state").read_bytes()
    loaded = fit(one, dvae.DVAETask(one), 0.0)
    torch.testing.assert_close(loaded.network.encoder.state_dict(), task.network.encoder.state_dict())
    assert not loaded.finished and (tmp_path / "dvae.state").read_bytes() == before


@pytest.mark.slow
def test_a_run_goes_on_with_the_batch_and_rate_it_began_with(toy, tmp_path, capsys):
    assert train(tmp_path, "dvae") == 0
    before = (tmp_path / "dvae.state").read_bytes()
    capsys.readouterr()
    for option in ("--batch 16", "--lr 0.002"):
        assert train(tmp_path, "dvae", *option.split()) == 2
        said = capsys.readouterr().err
        assert "dvae.state was begun with --batch 8 --lr 0.001, not" in said
        assert option in said and said.count("\n") == 1
    assert (tmp_path / "dvae.state").read_bytes() == before
    assert fit(begun(toy, tmp_path), dvae.DVAETask(begun(toy, tmp_path, recipes={"dvae": Recipe(1.0, 4)})), 0.0).step


@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied", "another file", "of another network"])
def test_a_damaged_state_is_refused(damage, toy, tmp_path, capsys):
    state = tmp_path / "dvae.state"
    Stage(state, dvae.DVAETask(begun(toy, tmp_path)), 1.0, toy).save()
    data = bytearray(state.read_bytes())
    data[len(data) // 2] ^= 1
    damaged = {"cut": bytes(data[:-9]), "flipped": bytes(data), "emptied": b"", "another file": b"not a state"}
    if damage in damaged:
        state.write_bytes(damaged[damage])
    else:
        write_state(state, read_state(state) | {"network": {"weight": torch.ones(1)}})
    assert train(tmp_path, "dvae") == 2
    said = capsys.readouterr().err
    assert "dvae.state is" in said and "move it away" in said and said.count("\n") == 1


STRANGE = [
    *({"network": {}}, {"network": 3}, {"average": {}}, {"average": None}, {"optimizers": 3}, {"optimizers": [3]}),
    *({"optimizers": [{}]}, {"optimizers": []}, {"step": "x"}, {"seconds": None}, {"seconds": -1}, {"history": {}}),
    {"snapshots": []},
]


@pytest.mark.parametrize("change", STRANGE, ids=str)
def test_a_state_that_someone_else_wrote_is_one_sentence(change, toy, tmp_path):
    stage = Stage(tmp_path / "net.state", Linear(), 1.0, toy)
    stage.save()
    write_state(stage.path, read_state(stage.path) | change)
    with pytest.raises(CheckpointError, match=r"net.state is not a state|net.state has other optimizers") as error:
        Stage(stage.path, Linear(), 1.0, toy)
    assert "\n" not in str(error.value)


def test_weights_that_are_not_numbers_are_neither_read_nor_written(toy, tmp_path):
    stage = Stage(tmp_path / "net.state", Linear(), 1.0, toy)
    stage.save()
    state = read_state(stage.path)
    state["network"]["weight"][0, 0] = float("nan")
    write_state(stage.path, state)
    with pytest.raises(CheckpointError, match="NaN or infinite; move it away"):
        Stage(stage.path, Linear(), 1.0, toy)
    state["network"]["weight"][0, 0] = 0
    write_state(stage.path, state | {"optimizers": [{"state": {0: {"momentum": torch.tensor(float("inf"))}}}]})
    with pytest.raises(CheckpointError, match="NaN or infinite; move it away"):
        Stage(stage.path, Linear(), 1.0, toy)
    torch.nn.init.constant_(stage.network.bias, float("inf"))
    before = stage.path.read_bytes()
    with pytest.raises(CheckpointError, match="NaN or infinite at step 0; the last state saved stays"):
        stage.save()
    assert stage.path.read_bytes() == before


def test_a_full_disk_is_told_in_a_sentence_and_the_last_state_stays(toy, tmp_path, monkeypatch):
    stage = Stage(tmp_path / "net.state", Linear(), 1.0, toy)
    stage.save()
    before = stage.path.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CheckpointError, match=r"cannot be written \(No space left on device\); the last state"):
        stage.save()
    assert stage.path.read_bytes() == before


# the command line


@pytest.mark.slow
def test_all_stages_make_a_checkpoint_with_a_card(toy, tmp_path, capsys):
    assert train(tmp_path, "all") == 0
    model = load(tmp_path / "checkpoint", "cpu")
    card = model.card
    assert model.judge.read(model.draw("a fox", n=2).pictures, "outfit")[1].keys() >= {"animal", "hat", "pose"}
    assert len(model.draw("a fox", n=3).best(2)) == 2
    assert card["command"].startswith("python -m helpers.training all --preset micro")
    assert set(card["steps"]) == set(RECIPES) and all(card["steps"].values()) and card["seed"] == 0
    assert card["pictures"] == {name: 8 * steps for name, steps in card["steps"].items()}
    assert World.of(card) == toy.world
    drawn = model.draw("a fox", n=1).settings
    assert card["recommended"] == {name: getattr(drawn, name) for name in ("temperature", "guidance", "top_p")}
    assert [(row["family"], row["combinations"]) for row in card["metrics"]] == [
        ("outfit", "seen"),
        ("outfit", "unseen"),
        ("all", "seen"),
        ("all", "unseen"),
    ]
    shares = ("score", "facts", "korean", "ceiling", "floor", "best of 64", "originals", "reconstructions", "codes")
    for row in card["metrics"]:
        assert row["low"] <= row["score"] <= row["high"] and all(0 <= row[share] <= 1 for share in shares)
        assert row["psnr"] > 0 and row["bits"] > 0 and row["text"] > 0
    steps = checkpoints.snapshots(tmp_path / "checkpoint")
    assert len(steps) == 1 and steps[0] <= card["steps"]["transformer"]
    assert load(f"{tmp_path / 'checkpoint'}@{steps[0]}", "cpu").name.endswith(f"checkpoint@{steps[0]}")
    sheets = sorted(file.name for file in (tmp_path / "samples").iterdir())
    names = ("diffusion", "dvae", "outfit-seen", "outfit-unseen", "transformer", "upsampler")
    assert sheets == [f"{name}.png" for name in names]
    assert model.enlarge(model.draw("a fox", n=1).pictures, 64)[0].size == (64, 64)
    *_, drawn = model.denoise("a fox", n=1, steps=2)
    assert drawn.pictures[0].size == (16, 16)
    assert capsys.readouterr().out.endswith(f"checkpoint  {tmp_path / 'checkpoint'}\n")


@pytest.mark.slow
def test_stages_of_one_run_build_on_each_other(toy, tmp_path):
    assert train(tmp_path, "dvae") == 0 and not (tmp_path / "checkpoint").exists()
    assert train(tmp_path, "judge") == 0 and not (tmp_path / "checkpoint").exists()
    assert train(tmp_path, "transformer") == 0
    first = load(tmp_path / "checkpoint", "cpu")
    assert first.judge is not None and first.ranker is None
    assert train(tmp_path, "decoder", "--lr", "0.1") == 0
    second = load(tmp_path / "checkpoint", "cpu")
    pixels = torch.rand(4, 3, 16, 16)
    assert torch.equal(first.encode(pixels), second.encode(pixels))
    assert not torch.equal(first.dvae.decoder.blocks.input.weight, second.dvae.decoder.blocks.input.weight)
    assert torch.equal(first.transformer.start, second.transformer.start)
    assert set(second.card["steps"]) == {"dvae", "decoder", "transformer", "judge"}


@pytest.fixture
def first(tmp_path):
    """A checkpoint to train on, of networks that the preset does not name."""
    wide = make_transformer(replace(STREAM, width=16))
    shown = {"families": {"outfit": 1.0}, "seed": 5, "steps": {"transformer": 9}, "pictures": {"transformer": 72}}
    recommended = {"recommended": {"temperature": 0.7, "guidance": 1.5, "top_p": 0.9}}
    checkpoints.save(tmp_path / "first", TextToImage(make_dvae(), wide), shown | recommended)
    return tmp_path / "first"


@pytest.mark.slow
def test_init_keeps_the_dvae_exactly_and_trains_the_transformer_on(toy, first, tmp_path):
    assert train(tmp_path / "run", "transformer", "--init", str(first)) == 0
    second = tmp_path / "run" / "checkpoint"
    assert (first / "dvae.safetensors").read_bytes() == (second / "dvae.safetensors").read_bytes()
    one, two = (checkpoints.read(folder)[1] for folder in (first, second))
    assert one.config == two.config and not torch.equal(one.picture_head.weight, two.picture_head.weight)
    assert load(second, "cpu").card["seed"] == 0


@pytest.mark.slow
@pytest.mark.parametrize("stage", FURTHER)
def test_a_further_network_joins_a_checkpoint_that_stays_as_it_was(stage, toy, first, tmp_path):
    assert train(tmp_path / "run", stage, "--init", str(first)) == 0
    second = tmp_path / "run" / "checkpoint"
    for name in ("dvae", "transformer"):
        assert (first / f"{name}.safetensors").read_bytes() == (second / f"{name}.safetensors").read_bytes()
    model = load(second, "cpu")
    assert [name for name in FURTHER if getattr(model, name) is not None] == [stage]
    assert (model.card["seed"], model.card["recommended"]["temperature"]) == (5, 0.7)
    assert model.card["pictures"]["transformer"] == 72 and stage in model.card["steps"]


@pytest.mark.parametrize(
    "stage, message",
    [
        ("transformer", "has no dVAE; train this network first: python -m helpers.training dvae"),
        ("judge", "has no dVAE"),
        ("decoder", "has no dVAE"),
        ("evaluate", "there is no checkpoint"),
    ],
)
def test_a_stage_without_the_one_before_it_is_refused(stage, message, toy, tmp_path, capsys):
    assert train(tmp_path, stage) == 2
    assert message in capsys.readouterr().err


@pytest.mark.slow
def test_a_folder_refuses_another_seed_preset_or_checkpoint(toy, first, tmp_path, capsys):
    assert train(tmp_path / "run", "dvae") == 0
    for options in (["--seed", "1"], ["--preset", "nano"], ["--init", str(first)]):
        arguments = ["dvae", "--preset", "micro", "--device", "cpu", "--out", str(tmp_path / "run"), *options]
        assert command_line.main(arguments) == 2
        said = capsys.readouterr().err
        assert "holds a run of" in said and "give --out another folder" in said


@pytest.mark.parametrize(
    "options",
    [
        ["--minutes", "0"],
        ["--minutes", "-1"],
        ["--minutes", "nan"],
        ["--minutes", "inf"],
        ["--lr", "inf"],
        ["--lr", "0"],
        ["--batch", "0"],
        ["--workers", "-1"],
        ["--save-every", "nan"],
        ["--seed", "-1"],
    ],
)
def test_numbers_that_mean_nothing_are_refused(options, toy, tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        command_line.main(["dvae", "--preset", "micro", "--out", str(tmp_path), *options])
    assert ended.value.code == 2 and options[0] in capsys.readouterr().err and not list(tmp_path.iterdir())


@pytest.mark.parametrize("option", [["--lr", "0.1"], ["--batch", "4"]])
def test_one_rate_for_all_networks_is_refused(option, tmp_path, capsys):
    with pytest.raises(SystemExit):
        command_line.main(["all", "--out", str(tmp_path), *option])
    assert "name one stage instead" in capsys.readouterr().err


@pytest.mark.parametrize("stage, option", [("dvae", []), ("all", []), ("transformer", ["--data", "a"])])
def test_canaries_among_what_is_not_painted_for_the_transformer_are_refused(stage, option, tmp_path, capsys):
    with pytest.raises(SystemExit):
        command_line.main([stage, "--out", str(tmp_path), "--canaries", "1", *option])
    assert "planted among painted pictures" in capsys.readouterr().err


@pytest.mark.slow
def test_the_card_says_which_canaries_were_planted(toy, first, tmp_path, capsys):
    assert train(tmp_path / "run", "transformer", "--init", str(first), "--canaries", "2") == 0
    planted = load(tmp_path / "run" / "checkpoint", "cpu").world.planted
    assert [canary.times for canary in planted] == [0, 0, 1, 1, 10, 10, 100, 100]
    assert "of the 222 pictures planted were shown" in capsys.readouterr().out
    assert train(tmp_path / "run", "transformer", "--init", str(first)) == 2
    assert "holds a run of" in capsys.readouterr().err


def test_a_device_that_is_not_there_is_refused(toy, tmp_path, capsys):
    assert command_line.main(["dvae", "--preset", "micro", "--device", "gpuu", "--out", str(tmp_path / "a")]) == 2
    assert "device 'gpuu' cannot be used" in capsys.readouterr().err


def test_a_disk_that_is_too_full_is_told_before_the_work(toy, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(run.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 2**20}))
    assert train(tmp_path / "run", "dvae") == 2
    said = capsys.readouterr()
    assert "has 1 MB left, this run needs" in said.err and "step" not in said.out


def test_a_folder_that_cannot_be_written_is_told_before_the_work(toy, tmp_path, capsys):
    (tmp_path / "file").write_text("in the way")
    assert train(tmp_path / "file" / "run", "dvae") == 2
    said = capsys.readouterr().err
    assert said.startswith("Training stopped: ") and "cannot be written" in said and said.count("\n") == 1


@pytest.mark.slow
def test_two_runs_in_one_folder_are_refused_until_the_first_ends(toy, tmp_path, capsys):
    with begun(toy, tmp_path).locked():
        assert train(tmp_path, "dvae") == 2
        assert "another run is using it" in capsys.readouterr().err
    assert train(tmp_path, "dvae") == 0


MICRO = "all --preset micro --minutes 0.2 --save-every 0.1 --workers 1 --device cpu --out".split()


def started(folder):
    """A real run of micro in a process of its own."""
    command = [sys.executable, "-m", "helpers.training", *MICRO, str(folder)]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, cwd=ROOT, env=environment, **pipes)


def wait_for(process, state):
    deadline = time.monotonic() + 180
    while not state.exists():
        assert process.poll() is None and time.monotonic() < deadline, f"{state.name} was not written"
        time.sleep(0.01)


@pytest.mark.slow
def test_a_run_killed_and_stopped_goes_on_to_the_end(tmp_path, capsys, monkeypatch):
    process = started(tmp_path)
    wait_for(process, tmp_path / "dvae.state")
    process.kill()
    process.communicate()
    in_dvae = read_state(tmp_path / "dvae.state")["step"]
    process = started(tmp_path)
    wait_for(process, tmp_path / "transformer.state")
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=120)
    in_transformer = read_state(tmp_path / "transformer.state")["step"]
    assert process.returncode == 143 and "Traceback" not in said
    assert f"Training stopped: SIGTERM; {tmp_path / 'transformer.state'} holds step {in_transformer}" in said
    short = replace(PRESETS["micro"], tests=8)
    monkeypatch.setitem(command_line.PRESETS, "micro", short)
    assert command_line.main([*MICRO, str(tmp_path)]) == 0
    assert f"transformer resumes from step {in_transformer}\n" in capsys.readouterr().out
    model = load(tmp_path / "checkpoint", "cpu")
    steps = model.card["steps"]
    assert 0 < in_dvae <= steps["dvae"] and 0 < in_transformer <= steps["transformer"]
    assert len(model.draw("a baby frog wearing a purple shirt", n=2)) == 2


def test_ctrl_c_saves_the_state_and_ends_with_130(toy, tmp_path, capsys, monkeypatch):
    advance = Stage.advance

    def interrupted(stage, lr):
        advance(stage, lr)
        if stage.step == 3:
            os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(Stage, "advance", interrupted)
    arguments = "dvae --preset micro --device cpu --workers 0 --minutes 5 --out".split()
    assert command_line.main([*arguments, str(tmp_path)]) == 130
    assert "SIGINT" in capsys.readouterr().err and read_state(tmp_path / "dvae.state")["step"] == 4  # the step at hand


def test_a_signal_outside_of_training_ends_at_once(toy, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(command_line, "load", lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    assert train(tmp_path, "evaluate") == 143
    assert "Training stopped: SIGTERM" in capsys.readouterr().err


def test_labels_that_are_not_there_are_refused_before_anything_is_measured(tmp_path, capsys):
    assert command_line.main(["evaluate", "--init", "nano", "--labelled", str(tmp_path)]) == 2
    assert "labels.json" in capsys.readouterr().err
