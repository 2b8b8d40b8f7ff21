"""Train the tokenizer of pictures. Schedules: Ramesh et al. 2021, appendix A.2, as shares of the budget."""

import torch
from torch import Tensor

from helpers.images import to_images
from helpers.networks.dvae import DVAE, psnr
from helpers.show import sheet
from helpers.training.loop import Stage, cosine, keep_sheet
from helpers.training.presets import Recipe
from helpers.training.stream import Batches, to_floats

SHOWN = 32  # test pictures on a sheet


class DVAETask:
    """The dVAE's loss on fresh pictures; `init` is a dVAE to train further.

    `decoder_only` freezes the encoder of `init`, so that tokens keep their meaning and its transformer stays valid.
    """

    def __init__(self, run, init: DVAE | None = None, decoder_only: bool = False):
        self.name = "decoder" if decoder_only else "dvae"
        self.run, self.recipe = run, run.preset.recipes.get("dvae", Recipe(1.0))
        network = DVAE(run.preset.dvae)
        if init is not None:
            network.load_state_dict(init.state_dict())
        self.network = network.to(run.device, memory_format=torch.channels_last)
        network.encoder.requires_grad_(not decoder_only)
        trained = [p for p in network.parameters() if p.requires_grad]
        self.optimizers = [torch.optim.AdamW(trained, lr=self.recipe.lr, betas=(0.9, 0.999), weight_decay=1e-4)]
        self.batches = Batches(run.preset.world, run.preset.dvae.size, self.recipe.batch, run.seed)
        self.loss_of = run.compiled(network.loss)
        self._test: Tensor | None = None

    def loss(self, facts: list[dict], images: Tensor, stage: Stage) -> Tensor:
        """The negative ELBO; β rises over the first 3% of the budget."""
        share = stage.clock.share
        beta = self.recipe.beta * min(1.0, share / 0.03)
        return self.loss_of(to_floats(images, self.run.device), temperature(share), beta)[0]

    @property
    def test(self) -> Tensor:
        """Test pictures of seen combinations, or of other people's pictures those kept for testing; in [0, 1]."""
        if self._test is None:
            preset = self.run.preset
            kept = not preset.world.known
            _, images = Batches(preset.world, preset.dvae.size, preset.tests, self.run.seed, "test", unseen=kept)[0]
            self._test = to_floats(images, self.run.device)
        return self._test

    @torch.inference_mode()
    def measure(self, stage: Stage) -> dict[str, float]:
        """PSNR in dB and the number of different codes over test pictures."""
        model, values, used = stage.average.module.eval(), [], set()
        for pixels in self.test.split(128):
            tokens = model.encode(pixels)
            used |= set(tokens.flatten().tolist())
            values.append(psnr(model.decode(tokens), pixels))
        return {"psnr": torch.cat(values).mean().item(), "codes": len(used)}

    @torch.inference_mode()
    def sheet(self, stage: Stage) -> None:
        """Originals, each with its reconstruction on its right."""
        model, pixels = stage.average.module.eval(), self.test[:SHOWN]
        pairs = torch.stack([pixels, model.decode(model.encode(pixels))], 1).flatten(0, 1)
        keep_sheet(self.run, self.name, sheet(to_images(pairs), 8))


def temperature(share: float) -> float:
    """τ of the gumbel-softmax: a cosine from 1 to 1/16 over the first three quarters of the budget."""
    return cosine(1.0, 1 / 16, share / 0.75)
