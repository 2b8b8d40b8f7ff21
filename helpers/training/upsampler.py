"""Train the upsampler: from a small painting as the dVAE decodes it to the same painting four times as wide."""

import torch
import torch.nn.functional as F
from torch import Tensor

from helpers.images import to_images
from helpers.networks.dvae import DVAE, psnr
from helpers.networks.upsampler import FACTOR, Upsampler, UpsamplerConfig
from helpers.show import sheet
from helpers.training.loop import Stage, initialised, keep_sheet
from helpers.training.presets import Recipe
from helpers.training.stream import Batches, to_floats

CLEAN = 0.25  # share of a batch that the dVAE does not blur: an enlarged picture may be enlarged again
TESTED = 64  # test pictures of a measurement
SHOWN = 8  # of them on a sheet


class UpsamplerTask:
    """The upsampler's loss on fresh pictures, also of held-out combinations; `init` is one to train further."""

    name = "upsampler"

    def __init__(self, run, dvae: DVAE, init: Upsampler | None = None):
        self.run, self.recipe = run, run.preset.recipes.get("upsampler", Recipe(1.0, 16))
        self.dvae = dvae.to(run.device).eval()
        network = initialised(Upsampler(UpsamplerConfig(**self.recipe.geometry)), init, self.name)
        self.network = network.to(run.device, memory_format=torch.channels_last)
        self.optimizers = [torch.optim.AdamW(network.parameters(), lr=self.recipe.lr, weight_decay=1e-4)]
        size = FACTOR * dvae.config.size
        self.batches = Batches(run.preset.world, size, self.recipe.batch, run.seed, unseen=None)
        self._test: tuple[Tensor, Tensor] | None = None

    def loss(self, facts: list[dict], images: Tensor, stage: Stage) -> Tensor:
        """Mean absolute error, which leaves edges sharper than the squared one (Zhao et al. 2017)."""
        large = to_floats(images, self.run.device)
        small = smaller(large)  # (batch, 3, size, size)
        clean = round(CLEAN * len(small))
        small[clean:] = self.dvae.decode(self.dvae.encode(small[clean:])).to(small.dtype)
        return F.l1_loss(self.network(small), large)

    @property
    def test(self) -> tuple[Tensor, Tensor]:
        """Small test pictures as the dVAE decodes them, and the large originals."""
        if self._test is None:
            _, images = Batches(self.run.preset.world, self.batches.size, TESTED, self.run.seed, "test")[0]
            large = to_floats(images, self.run.device)
            with torch.inference_mode():
                self._test = self.dvae.decode(self.dvae.encode(smaller(large))), large
        return self._test

    @torch.inference_mode()
    def measure(self, stage: Stage) -> dict[str, float]:
        """PSNR in dB over test pictures, and how many dB that is above a bicubic enlargement."""
        model, (small, large) = stage.average.module.eval(), self.test
        ours = torch.cat([psnr(model(some).clamp(0, 1), true) for some, true in _parts(small, large)]).mean()
        plain = torch.cat([psnr(bicubic(some), true) for some, true in _parts(small, large)]).mean()
        return {"psnr": ours.item(), "over bicubic": (ours - plain).item()}

    @torch.inference_mode()
    def sheet(self, stage: Stage) -> None:
        """A bicubic enlargement, the network's and the painting of each test picture."""
        small, large = (some[:SHOWN] for some in self.test)
        ours = stage.average.module.eval()(small).clamp(0, 1)
        triples = torch.stack([bicubic(small), ours, large], 1).flatten(0, 1)
        keep_sheet(self.run, self.name, sheet(to_images(triples), 6))


def smaller(pixels: Tensor) -> Tensor:
    """Pictures a quarter as wide: each pixel is the mean of 4 × 4 pixels."""
    return F.avg_pool2d(pixels, FACTOR)


def bicubic(pixels: Tensor) -> Tensor:
    """Pictures four times as wide by bicubic interpolation, without a network."""
    return F.interpolate(pixels, scale_factor=FACTOR, mode="bicubic").clamp(0, 1)


def _parts(small: Tensor, large: Tensor) -> zip:
    """Pairs of small and large pictures, 8 at a time, since large pictures take much memory."""
    return zip(small.split(8), large.split(8), strict=True)
