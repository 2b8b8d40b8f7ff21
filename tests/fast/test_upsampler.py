"""The upsampler: what it begins as, what it learns from, and pictures of any size out of it."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
import torch
import torch.nn.functional as F

from helpers.models import checkpoints
from helpers.models.abilities import Unable
from helpers.models.enlarging import LARGEST, enlarged
from helpers.networks.upsampler import Upsampler, UpsamplerConfig
from helpers.pictures.world import World
from helpers.training.loop import Stage
from helpers.training.presets import PRESETS, Recipe
from helpers.training.stream import stream
from helpers.training.upsampler import UpsamplerTask, smaller
from tests.tiny import make_dvae, make_model

SMALL = UpsamplerConfig(width=8, blocks=1)


@pytest.fixture
def model():
    """The tiny model with an upsampler of random weights."""
    torch.manual_seed(0)
    made, upsampler = make_model(), Upsampler(SMALL)
    torch.nn.init.normal_(upsampler.output.weight, std=0.1)
    made._further["upsampler"] = upsampler
    return made


def test_it_begins_as_the_bicubic_enlargement():
    x = torch.rand(2, 3, 16, 24)
    assert torch.equal(Upsampler(SMALL)(x), F.interpolate(x, scale_factor=4, mode="bicubic"))


def test_it_learns_large_paintings_from_what_the_dvae_makes_of_small_ones(tmp_path):
    world = World({"outfit": 1.0})
    recipes = {"upsampler": Recipe(1.0, 4, lr=3e-3, geometry={"width": 16, "blocks": 1})}
    preset = replace(PRESETS["micro"], world=world, recipes=recipes)
    run = SimpleNamespace(preset=preset, seed=0, device=torch.device("cpu"))
    dvae = make_dvae()
    task = UpsamplerTask(run, dvae)
    stage = Stage(tmp_path / "upsampler.state", task, 1.0, preset)
    facts, images = next(stream(task.batches, 0, workers=0))
    assert images.shape == (4, 64, 64, 3) and task.batches.unseen is None
    losses = []
    for _ in range(60):
        loss = task.loss(facts, images, stage)
        loss.backward()
        for optimizer in task.optimizers:
            optimizer.step()
            optimizer.zero_grad()
        losses.append(loss.item())
    assert losses[-1] < 0.9 * losses[0]
    stage.average.update_parameters(task.network)
    measured = task.measure(stage)
    assert measured["over bicubic"] > 0 and measured["psnr"] > measured["over bicubic"]


def test_a_smaller_picture_is_made_of_means():
    large = torch.arange(64.0).view(1, 1, 8, 8)
    assert smaller(large)[0, 0, 0, 0] == large[0, 0, :4, :4].mean()


@pytest.mark.parametrize("side", [8, 16, 40, 64, 100, 2048])
def test_pictures_of_any_size(model, side):
    read = []
    model.upsampler.register_forward_pre_hook(lambda _, given: read.append(given[0].shape[-1]))
    drawing = model.draw("a red cube", n=2)
    assert [picture.size for picture in drawing.enlarge(side)] == [(side, side)] * 2
    assert read == {8: [], 16: [], 40: [16], 64: [16], 100: [16, 64], 2048: [16, 64, 256, 512]}[side] * 2
    assert max(read, default=0) <= LARGEST


def test_a_picture_is_enlarged_the_same_whatever_stands_beside_it(model):
    pixels = torch.rand(3, 3, 16, 16)
    alone = next(enlarged(model.upsampler, pixels[1:2], 64))
    torch.testing.assert_close([*enlarged(model.upsampler, pixels, 64)][1], alone)


@pytest.mark.parametrize("side", [0, 2049, True])
def test_other_sizes_are_refused(model, side):
    with pytest.raises(ValueError, match=r"side is .*1 to 2048 pixels"):
        model.enlarge(torch.rand(1, 3, 16, 16), side)


def test_a_model_without_one_says_how_to_train_one():
    with pytest.raises(Unable, match=r"has no upsampler; train one: python -m helpers\.training upsampler"):
        make_model().draw("a red cube", n=1).enlarge(64)


def test_figures_show_what_the_upsampler_makes(model):
    drawing = model.draw("a red cube", n=2)
    alone = replace(drawing, drawn_by=None)
    assert [picture.size for picture in drawing.shown] == [(128, 128)] * 2 and alone.shown == alone.pictures
    assert drawing.sheet().size == alone.sheet().size and drawing.sheet().tobytes() != alone.sheet().tobytes()
    assert drawing.sheet(scale=2).tobytes() == alone.sheet(scale=2).tobytes()


def test_it_is_kept_with_its_checkpoint(model, tmp_path):
    checkpoints.save(tmp_path / "kept", model, {})
    found = checkpoints.read_network(tmp_path / "kept", "upsampler", "helpers.networks.upsampler", "Upsampler")
    x = torch.rand(1, 3, 16, 16)
    torch.testing.assert_close(found(x), model.upsampler(x), atol=2e-3, rtol=0)
