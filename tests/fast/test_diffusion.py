"""The diffusion model: its schedule, its steps, what it learns, and how it is saved."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
import torch

from helpers import load, pictures
from helpers.images import to_batch
from helpers.models import checkpoints
from helpers.models.abilities import Unable
from helpers.networks.diffusion import Diffusion, DiffusionConfig
from helpers.pictures.world import World
from helpers.sampling.diffusion import Denoising, ddim, ddpm, denoise, noised, signal
from helpers.text import END, default
from helpers.training.diffusion import DiffusionTask, squared
from helpers.training.loop import Stage
from helpers.training.presets import PRESETS, Recipe
from helpers.training.stream import stream
from tests.tiny import make_model

SMALL = DiffusionConfig(size=16, widths=(16, 16), blocks=1, heads=2, about=32, text_vocab=4096, text_width=16)
TEXT, EMPTY = default().batch([default().encode("a red cube")]), default().empty()


def made(config: DiffusionConfig = SMALL) -> Diffusion:
    """A network of random weights in which nothing is 0, so that noise and words matter."""
    torch.manual_seed(0)
    network = Diffusion(config).eval()
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.1)
    return network


@pytest.fixture
def model():
    """The tiny model with a diffusion model of random weights."""
    model = make_model()
    model._further["diffusion"] = made()
    return model


class Known(torch.nn.Module):
    """A denoiser that knows the answer: `guess` of a noisy picture and its ᾱ."""

    def __init__(self, guess, size: int = 8):
        super().__init__()
        self.guess, self.config = guess, SimpleNamespace(size=size)

    def forward(self, x, noise, text):
        return self.guess(x, signal(noise.double()).float().view(-1, 1, 1, 1))


def drawn(network, text=TEXT, **how):
    """The pixels that the last step leaves."""
    *_, done = denoise(network, text, EMPTY, Denoising(**how))
    return done.clean


# the schedule


def test_the_signal_falls_from_one_to_nothing():
    kept = signal(torch.linspace(0, 1, 101, dtype=torch.double))
    assert kept[0] == 1 and kept[-1] == pytest.approx(0, abs=1e-12)
    assert (kept.diff() < 0).all() and kept[50] == pytest.approx(0.49, abs=0.01)


def test_noised_pictures_keep_their_variance():
    torch.manual_seed(0)
    noise = torch.tensor([0.0, 0.3, 0.7, 1.0])
    x, eps = torch.randn(2, 4, 3, 64, 64)
    mixed = noised(x, noise, eps)
    torch.testing.assert_close(mixed[0], x[0])
    torch.testing.assert_close(mixed[3], eps[3])
    torch.testing.assert_close(mixed.std((1, 2, 3)), torch.ones(4), atol=0.02, rtol=0)


def test_the_loss_is_that_of_the_velocity():
    torch.manual_seed(0)
    x, eps, wrong = torch.randn(3, 2, 3, 8, 8)
    noise = torch.tensor([0.4, 0.8])
    kept = signal(noise).view(-1, 1, 1, 1)
    velocity = kept.sqrt() * eps - (1 - kept).sqrt() * x
    said = (kept.sqrt() * noised(x, noise, eps) - wrong) / (1 - kept).sqrt()
    torch.testing.assert_close(squared(wrong, x, noise), (said - velocity).square().mean())


# the steps


@pytest.mark.parametrize("steps", [1, 2, 10, 500])
def test_with_a_perfect_denoiser_ddim_goes_straight_to_the_picture(steps):
    picture = torch.linspace(-1, 1, 3 * 8 * 8).view(1, 3, 8, 8)
    path = [*denoise(Known(lambda x, kept: picture.expand_as(x)), TEXT, EMPTY, Denoising(2, steps=steps, guidance=1))]
    assert len(path) == steps and path[-1].last and not any(step.last for step in path[:-1])
    eps = path[0].noisy
    for step in path:  # always the same noise, ever less of it
        expected = noised(picture, torch.full((2,), step.noise), eps)
        torch.testing.assert_close(step.noisy, expected, atol=1e-4, rtol=1e-4)
    assert torch.equal(path[-1].clean, picture.expand(2, -1, -1, -1))


def test_ddim_with_eta_1_is_ddpm():
    torch.manual_seed(0)
    x, clean = torch.randn(2, 1, 3, 8, 8, dtype=torch.double)
    for now, then in [(0.0, 0.1), (0.2, 0.3), (0.9, 0.999), (0.5, 1.0)]:
        now, then = torch.tensor(now, dtype=torch.double), torch.tensor(then, dtype=torch.double)
        torch.testing.assert_close(ddim(x, clean, now, then, 1.0), ddpm(x, clean, now, then))


@pytest.mark.parametrize("how", [{}, {"eta": 0.5}, {"eta": 1.0}, {"method": "ddpm"}])
def test_what_is_drawn_has_the_spread_of_what_was_learned(how):
    """The best guess is known for pixels that are independent and normal; here their deviation is 0.2."""
    network = Known(lambda x, kept: kept.sqrt() * 0.04 / (kept * 0.04 + 1 - kept) * x)
    pixels = drawn(network, n=32, steps=200, guidance=1, **how)
    assert pixels.std() == pytest.approx(0.2, abs=0.01) and pixels.mean() == pytest.approx(0, abs=0.01)


def test_guidance_of_1_reads_the_caption_alone():
    network = made()
    read = []
    network.register_forward_pre_hook(lambda _, given: read.append(given[2]))
    alone = drawn(network, n=2, steps=3, guidance=1)
    assert all(torch.equal(text, TEXT.expand(2, -1)) for text in read)
    torch.testing.assert_close(drawn(network, n=2, steps=3, guidance=1.0001), alone, atol=1e-5, rtol=0)
    assert (drawn(network, n=2, steps=3, guidance=3) - alone).abs().max() > 1e-3


def test_no_guidance_reads_no_caption():
    network = made()
    other = default().batch([default().encode("a fox on the beach")])
    torch.testing.assert_close(
        drawn(network, n=1, guidance=0, steps=3), drawn(network, other, n=1, guidance=0, steps=3)
    )
    assert not torch.allclose(drawn(network, n=1, steps=3), drawn(network, other, n=1, steps=3), atol=1e-3)


@pytest.mark.parametrize("how", [{}, {"eta": 1.0}, {"method": "ddpm"}])
def test_same_seed_same_picture_whatever_n(how):
    network = made()
    many = drawn(network, n=5, seed=3, steps=4, **how)
    torch.testing.assert_close(drawn(network, n=2, seed=3, steps=4, **how), many[:2], atol=1e-4, rtol=0)
    assert not torch.allclose(many[0], many[1], atol=1e-2)
    assert not torch.allclose(drawn(network, n=1, seed=4, steps=4, **how), many[:1], atol=1e-2)


def test_a_caption_is_drawn_alike_beside_others(model):
    *_, alone = model.denoise("a fox", n=2, steps=3)
    *_, beside = model.denoise(["a red cube", "a fox"], n=2, steps=3)
    torch.testing.assert_close(beside.clean[2:], alone.clean, atol=1e-4, rtol=0)
    assert not torch.allclose(beside.clean[:2], alone.clean, atol=1e-3)


@pytest.mark.parametrize(
    "how", [{"steps": 0}, {"steps": 1001}, {"n": 0}, {"seed": -1}, {"guidance": -1}, {"eta": 1.5}, {"method": "euler"}]
)
def test_other_settings_are_refused(how):
    name, value = next(iter(how.items()))
    with pytest.raises(ValueError, match=rf"^{name} is {value!r}; give "):
        Denoising(**how)


# the network


def test_pads_are_nothing():
    network, x = made(), torch.randn(1, 3, 16, 16)
    longer = torch.cat([TEXT, torch.full((1, 16), default().pad)], 1)
    noise = torch.tensor([0.5])
    torch.testing.assert_close(network(x, noise, longer), network(x, noise, TEXT))


def test_words_are_read_in_their_order():
    network, x, noise = made(), torch.randn(1, 3, 16, 16), torch.tensor([0.5])
    one, other = (default().batch([default().encode(said)]) for said in ("red hat blue", "blue hat red"))
    assert not torch.allclose(network(x, noise, one), network(x, noise, other), atol=1e-4)


@pytest.mark.parametrize("changes", [{"size": 20}, {"widths": (20,)}, {"heads": 3}])
def test_a_geometry_that_does_not_divide_is_refused(changes):
    with pytest.raises(ValueError, match=r"does not divide into"):
        replace(SMALL, **changes)


def test_the_one_of_micro_is_small():
    assert sum(p.numel() for p in Diffusion(DiffusionConfig()).parameters()) <= 1_400_000


# training


@pytest.fixture
def task():
    """The task on a small world, a batch of 8."""
    recipes = {"diffusion": Recipe(1.0, 8, lr=3e-3, geometry={"widths": (16, 32), "blocks": 1, "about": 32})}
    preset = replace(PRESETS["micro"], recipes=recipes, world=World({"outfit": 1.0}))
    torch.manual_seed(0)
    return DiffusionTask(SimpleNamespace(preset=preset, seed=0, device=torch.device("cpu")), default())


@pytest.mark.slow
def test_it_learns_one_batch(task, tmp_path):
    stage = Stage(tmp_path / "diffusion.state", task, 1.0, task.run.preset)
    facts, images = next(stream(task.batches, 0, workers=0))
    losses = []
    for _ in range(60):
        loss = task.loss(facts, images, stage)
        loss.backward()
        task.optimizers[0].step(), task.optimizers[0].zero_grad()
        losses.append(loss.item())
    assert sum(losses[-10:]) < 0.5 * sum(losses[:10])
    before = task.measure(stage)["test"]
    assert before == task.measure(stage)["test"]
    stage.average.module.load_state_dict(task.network.state_dict())
    assert task.measure(stage)["test"] < before


def test_captions_are_dropped_as_those_of_the_transformer(task):
    facts = [task.run.preset.world.facts("train", 0, i)[0] for i in range(500)]
    said = task.text(facts, 0)
    assert 30 <= (said[:, 0] == END).sum() <= 75


# what is kept and asked


def test_a_model_draws_with_it_step_by_step(model):
    path = [*model.denoise("a red cube", n=2, steps=3)]
    assert [step.step for step in path] == [0, 1, 2] and path[0].noise == 1
    assert [picture.size for picture in path[-1].pictures] == [(16, 16)] * 2
    torch.testing.assert_close(path[-1].clean, drawn(model.diffusion, n=2, steps=3), atol=1e-4, rtol=0)


def test_a_model_without_one_says_how_to_train_one():
    assert make_model().diffusion is None
    with pytest.raises(Unable, match=r"tiny has no diffusion model; train one: python -m helpers.training diffusion"):
        make_model().denoise("a red cube")


def test_it_is_kept_with_its_checkpoint(model, tmp_path):
    checkpoints.save(tmp_path / "kept", model, {})
    found = checkpoints.read_network(tmp_path / "kept", "diffusion", "helpers.networks.diffusion", "Diffusion")
    assert found.config == model.diffusion.config
    torch.testing.assert_close(drawn(found, n=2, steps=3), drawn(model.diffusion, n=2, steps=3), atol=5e-2, rtol=0)


def test_the_one_of_micro_draws_what_captions_say_withheld_pairs_too():
    """Each drawing is nearer to a painting of its animal and shirt than to any of the other pairs."""
    said = [("fox", "red"), ("koala", "purple"), ("frog", "purple"), ("panda", "red"), ("fox", "blue")]
    outfit = {"family": "outfit", "hat": "none", "gloves": "none", "pants": "none"}
    looks = [{"backdrop": b, "pose": p} for b in ("meadow", "beach", "night") for p in ("arms down", "waving")]
    true = [pictures.paint(outfit | {"animal": a, "shirt": c} | look, 32) for a, c in said for look in looks]
    *_, done = load("micro", "cpu").denoise([f"a baby {a} wearing a {c} shirt" for a, c in said], n=2, steps=10)
    nearest = torch.cdist(to_batch(done.pictures, 32).flatten(1), to_batch(true, 32).flatten(1)).argmin(1)
    assert (nearest // len(looks)).tolist() == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
