"""Training and drawing on a pretended GPU: no tensor may be left on the other device.

The pretended GPU is PyTorch's place for other makers' devices, with a FakeTensorMode in it: it knows shapes, types
and devices, and computes nothing. A product of a tensor here and a tensor there fails as it would on a real one.
"""

from dataclasses import replace

import pytest
import torch
from torch import nn
from torch._guards import detect_fake_mode
from torch._subclasses.fake_tensor import FakeTensor, FakeTensorMode
from torch.utils.backend_registration import _setup_privateuseone_for_python_backend

from helpers.models.daikon import TextToImage
from helpers.networks.dvae import DVAE
from helpers.networks.transformer import Transformer
from helpers.pictures.world import World
from helpers.text import default
from helpers.training import dvae, ranker, transformer
from helpers.training.judge import JudgeTask
from helpers.training.loop import Stage
from helpers.training.presets import PRESETS, Recipe
from helpers.training.run import Run
from tests.tiny import FSQ, GUMBEL, STREAM

RECIPES = {
    "dvae": Recipe(0.25, 8),
    "transformer": Recipe(0.25, 8),
    "ranker": Recipe(0.25, 8, geometry={"width": 16, "layers": 1, "space": 8}),
    "judge": Recipe(0.25, 8, geometry={"width": 16}),
}


@pytest.fixture(scope="module")
def registered():
    """The device "pretended", known to PyTorch from now on; it can hold nothing but fake tensors."""
    _setup_privateuseone_for_python_backend("pretended")
    return torch.device("pretended")


@pytest.fixture
def gpu(registered, monkeypatch):
    """Fake tensors everywhere, and a device for them that is not the CPU."""
    monkeypatch.setattr(nn.Module, "to", moved)
    for maker in ("from_numpy", "as_tensor", "tensor"):  # their numbers are known, and would be computed with
        monkeypatch.setattr(torch, maker, faked(getattr(torch, maker)))
    with FakeTensorMode(allow_non_fake_inputs=True):
        torch._C._set_only_lift_cpu_tensors(True)  # what is made of numbers is made here, then moved
        yield registered


def faked(make):
    return lambda *given, **how: fake(make(*given, **how))


def fake(tensor):
    """A tensor of which nothing is known but its shape, its type and where it is."""
    tensor = tensor if isinstance(tensor, FakeTensor) else detect_fake_mode().from_tensor(tensor)
    tensor.constant = None
    return tensor


def moved(module, *args, **keywords):
    """`nn.Module.to` with new parameters in place of the old ones: PyTorch cannot swap those that are fake."""
    device, dtype, *_ = torch._C._nn._parse_to(*args, **keywords)
    for part in module.modules():
        for name, p in part._parameters.items():
            if p is not None:
                part._parameters[name] = nn.Parameter(fake(p.detach()).to(device, dtype), p.requires_grad)
        for name, b in part._buffers.items():
            part._buffers[name] = fake(b).to(device)
    return module


def tasks(run):
    return {
        "dvae": lambda: dvae.DVAETask(run),
        "decoder": lambda: dvae.DVAETask(run, DVAE(run.preset.dvae), decoder_only=True),
        "transformer": lambda: transformer.TransformerTask(run, DVAE(run.preset.dvae), default()),
        "ranker": lambda: ranker.RankerTask(run, DVAE(run.preset.dvae), default()),
        "judge": lambda: JudgeTask(run, DVAE(run.preset.dvae)),
    }


@pytest.mark.filterwarnings("ignore:Accessing the data pointer of FakeTensor")
@pytest.mark.parametrize("config", [FSQ, GUMBEL], ids=["fsq", "gumbel"])
@pytest.mark.parametrize("name", ["dvae", "decoder", "transformer", "ranker", "judge"])
def test_a_training_step_stays_on_the_gpu(gpu, tmp_path, name, config):
    world = World({"outfit": 1.0, "carrier": 1.0}, korean=0.3)
    preset = replace(PRESETS["micro"], dvae=config, transformer=STREAM, recipes=RECIPES, world=world)
    task = tasks(Run(tmp_path, "micro", preset, gpu, workers=0))[name]()
    stage = Stage(tmp_path / "a.state", task, 1.0, preset)
    facts, images = task.batches[0]
    loss = task.loss(facts, torch.from_numpy(images), stage)
    loss.backward()
    stage.advance(1.0)
    assert loss.device.type == "pretended"
    assert {p.device.type for p in task.network.parameters()} == {"pretended"}


@pytest.mark.parametrize("guidance", [1.0, 2.0])
def test_drawing_stays_on_the_gpu(gpu, guidance):
    model = TextToImage(DVAE(FSQ), Transformer(STREAM), "tiny").to(gpu)
    pictures = model.decode(model.draw("a fox", n=2, guidance=guidance).tokens)
    assert pictures.device.type == "pretended"
