"""Train the diffusion model: add noise to a painting and have the network predict the clean painting."""

import torch
from torch import Tensor

from helpers import show
from helpers.networks.diffusion import Diffusion, DiffusionConfig
from helpers.sampling.diffusion import Denoising, denoise, noised, signal
from helpers.text import Tokenizer
from helpers.training.loop import Stage, initialised, keep_sheet
from helpers.training.presets import Recipe
from helpers.training.stream import Batches, to_floats
from helpers.training.transformer import spoken

LEAST = 0.05  # of the weight's denominator: otherwise pictures with next to no noise would count too much
TESTED = 32  # test pictures of a measurement
ROWS, SHOWN = 4, Denoising(n=4, steps=20)  # captions on a sheet, and how each is drawn


class DiffusionTask:
    """The denoiser's loss on fresh pictures and their captions; `init` is one to train on."""

    name = "diffusion"

    def __init__(self, run, tokenizer: Tokenizer, init: Diffusion | None = None):
        self.run, self.recipe = run, run.preset.recipes.get("diffusion", Recipe(1.0))
        self.tokenizer = tokenizer
        size, window = run.preset.dvae.size, run.preset.transformer.text_window
        geometry = {"size": size, "text_vocab": tokenizer.size, "text_window": window} | self.recipe.geometry
        network = initialised(Diffusion(DiffusionConfig(**geometry)), init, self.name)
        self.network = network.to(run.device, memory_format=torch.channels_last)
        options = {"lr": self.recipe.lr, "betas": (0.9, 0.99), "weight_decay": 0.01}
        self.optimizers = [torch.optim.AdamW(network.parameters(), **options)]
        self.batches = Batches(run.preset.world, size, self.recipe.batch, run.seed)
        self._test: tuple[Tensor, ...] | None = None

    def text(self, facts: list[dict], step: int) -> Tensor:
        """One training phrasing for each picture, encoded; some are left empty, for guidance."""
        window = self.network.config.text_window
        said = spoken(self.run, self.tokenizer, facts, step, window)
        return self.tokenizer.batch(said, window).to(self.run.device)

    def loss(self, facts: list[dict], images: Tensor, stage: Stage) -> Tensor:
        """Squared error at a strength of noise chosen at random for each picture (Ho et al. 2020, algorithm 1)."""
        x = 2 * to_floats(images, self.run.device) - 1  # (batch, 3, size, size)
        noise, eps = torch.rand(len(x), device=x.device), torch.randn_like(x)
        guess = self.network(noised(x, noise, eps), noise, self.text(facts, stage.step))
        return squared(guess.float(), x, noise)

    @property
    def test(self) -> tuple[Tensor, ...]:
        """Test pictures, the same with noise, the strength of the noise, and their captions; the same at each call."""
        if self._test is None:
            world, size = self.run.preset.world, self.batches.size
            facts, images = Batches(world, size, TESTED, self.run.seed, "test")[0]
            x = 2 * to_floats(images, self.run.device) - 1
            eps = torch.randn(x.shape, generator=torch.Generator().manual_seed(self.run.seed)).to(x.device)
            noise = (torch.arange(TESTED, device=x.device) + 0.5) / TESTED  # from hardly any to hardly anything else
            self._test = x, noised(x, noise, eps), noise, self.text(facts, 0)
        return self._test

    @torch.inference_mode()
    def measure(self, stage: Stage) -> dict[str, float]:
        """The loss of the averaged weights on test pictures."""
        x, noisy, noise, text = self.test
        return {"test": squared(stage.average.module.eval()(noisy, noise, text).float(), x, noise).item()}

    def sheet(self, stage: Stage) -> None:
        """A few captions, each drawn by the averaged weights."""
        network, world, window = stage.average.module.eval(), self.run.preset.world, self.network.config.text_window
        rows = []
        for i in range(ROWS):
            caption = world.captions(world.facts("samples", 0, i)[0])[0]
            text = self.tokenizer.batch([self.tokenizer.encode(caption, window)], window).to(self.run.device)
            empty = self.tokenizer.empty(text.shape[1]).to(self.run.device)
            *_, done = denoise(network, text, empty, SHOWN)
            rows.append((caption, done.pictures))
        keep_sheet(self.run, self.name, show.captioned(rows))


def squared(guess: Tensor, x: Tensor, noise: Tensor) -> Tensor:
    """Mean squared error of the velocity that follows from a guess of x_0: the error of x_0, divided by 1 − ᾱ.

    Salimans & Ho 2022, section 4 ("SNR + 1 weighting"). The less noise there is, the more an error counts.
    """
    weight = 1 / (1 - signal(noise)).clamp_min(LEAST)  # (batch)
    return (weight * (guess - x).square().mean((1, 2, 3))).mean()
