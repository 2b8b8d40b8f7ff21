"""Training and drawing on a pretended GPU: no tensor may be left on the other device. In a process of its own.

The pretended GPU is PyTorch's place for other makers' devices, with a FakeTensorMode in it: it knows shapes, types
and devices, and computes nothing. A product of a tensor here and a tensor there fails as it would on a real one.
"""

from copy import copy
from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn
from torch._guards import detect_fake_mode
from torch._subclasses.fake_tensor import FakeTensor, FakeTensorMode
from torch.utils.backend_registration import _setup_privateuseone_for_python_backend

from helpers.networks.dvae import DVAE
from helpers.networks.transformer import PATTERNS, Transformer
from helpers.pictures.world import World
from helpers.sampling.cache import picture_sight
from helpers.sampling.distribution import pick_tokens
from helpers.sampling.settings import Settings
from helpers.sampling.writers import PictureWriter
from helpers.text import default
from helpers.training import dvae, ranker, transformer
from helpers.training.judge import JudgeTask
from helpers.training.loop import Clock, Stage
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
    torch.pretended.get_amp_supported_dtype = lambda: [torch.bfloat16]  # what autocast asks a device for
    for pattern in PATTERNS:
        picture_sight(pattern, STREAM.grid, STREAM.kernel)  # made of real numbers, once
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


def read_only(columns, joined, *lengths, **options):
    """In place of the CTC loss, the shape of whose parts depends on the words: what it reads is where it is read."""
    assert joined.device == columns.device
    return columns.mean()


def tasks(run):
    return {
        "dvae": lambda: dvae.DVAETask(run),
        "decoder": lambda: dvae.DVAETask(run, DVAE(run.preset.dvae), decoder_only=True),
        "transformer": lambda: transformer.TransformerTask(run, DVAE(run.preset.dvae), default()),
        "ranker": lambda: ranker.RankerTask(run, DVAE(run.preset.dvae), default()),
        "judge": lambda: JudgeTask(run, DVAE(run.preset.dvae)),
    }


@pytest.mark.parametrize("config", [FSQ, GUMBEL], ids=["fsq", "gumbel"])
@pytest.mark.parametrize("name", ["dvae", "decoder", "transformer", "ranker", "judge"])
def test_a_training_step_stays_on_the_gpu(gpu, tmp_path, monkeypatch, name, config):
    monkeypatch.setattr("torch.nn.functional.ctc_loss", read_only)
    world = World({"outfit": 1.0, "carrier": 1.0}, korean=0.3)
    preset = replace(PRESETS["micro"], dvae=config, transformer=STREAM, recipes=RECIPES, world=world)
    task = tasks(Run(tmp_path, "micro", preset, gpu, workers=0))[name]()
    facts, images = task.batches[0]
    if name == "judge":  # a loader of its own would ask what the numbers are
        words, written = task.lettered[0]
        task._words = iter([(words, torch.from_numpy(written))])
    stage = Stage.__new__(Stage)
    stage.step, stage.clock = 0, Clock(1.0)
    loss = task.loss(facts, torch.from_numpy(images), stage)
    loss.backward()
    gradients = {p.grad.device for p in task.network.parameters() if p.grad is not None}
    assert {device.type for device in gradients | {loss.device}} == {"pretended"}


def test_pictures_are_encoded_and_decoded_on_the_gpu(gpu):
    dvae = DVAE(FSQ).to(gpu)
    tokens = dvae.encode(torch.rand(2, 3, 16, 16).to(gpu))
    assert tokens.device.type == dvae.decode(tokens).device.type == "pretended"


@torch.inference_mode()
def test_a_token_is_drawn_on_the_gpu_step_by_step_and_as_a_graph_would(gpu):
    writer = PictureWriter(Transformer(STREAM).to(gpu), torch.ones(2, 32, dtype=torch.long), n=3)
    u = torch.from_numpy(np.full(6, 0.5)).to(gpu)
    tokens = pick_tokens(writer.read(None), u, Settings(top_k=5, top_p=0.9))
    tokens = pick_tokens(writer.write(tokens, 0), u, Settings(temperature=0))
    for cache in writer.caches:
        cache.sight = copy(cache.sight)
        cache.sight.hidden = fake(cache.sight.hidden)
        cache.sight.table = None if cache.sight.table is None else fake(cache.sight.table)
        cache.capture()
    logits = writer.write(tokens, torch.ones(1, dtype=torch.long, device=gpu))
    assert tokens.shape == (6,) and logits.shape == (6, 16)
    assert tokens.device.type == logits.device.type == "pretended"
