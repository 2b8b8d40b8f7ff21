"""Train the tokenizer of pictures. Schedules: Ramesh et al. 2021, appendix A.2, as shares of the budget."""

import math
from pathlib import Path

import numpy as np
import torch

from helpers.images import to_images
from helpers.networks.dvae import DVAE, psnr
from helpers.show import sheet
from helpers.training import data
from helpers.training.presets import Preset
from helpers.training.runs import Stage, autocast_type, schedule


def temperature(share: float) -> float:
    """τ of the gumbel-softmax: a cosine from 1 to 1/16 over the first three quarters of the budget."""
    return 1 / 16 + (1 - 1 / 16) * (1 + math.cos(math.pi * min(1.0, share / 0.75))) / 2


def train(
    preset: Preset,
    painted: data.Painted,
    run: Path,
    minutes: float,
    device: torch.device,
    seed: int,
    compiled: bool = False,
    init: DVAE | None = None,
    decoder_only: bool = False,
) -> Stage:
    """Train a dVAE for `minutes`, going on from the run's state if it has one; 0 minutes only read that state.

    `decoder_only` keeps the encoder of `init` as it is, so that its tokens keep their meaning and
    a transformer that speaks them stays valid.
    """
    torch.manual_seed(seed)
    model = DVAE(preset.dvae)
    if init is not None:
        model.load_state_dict(init.state_dict())
    model.to(device, memory_format=torch.channels_last)
    model.encoder.requires_grad_(not decoder_only)
    trained = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=preset.dvae_lr, betas=(0.9, 0.999), weight_decay=1e-4)
    name = "decoder" if decoder_only else "dvae"
    stage = Stage(run / f"{name}.state", model, [optimizer], minutes, preset)
    dtype = autocast_type(device)
    loss_of = torch.compile(model.loss) if compiled else model.loss
    model.train()
    while stage.working:
        share = stage.clock.share
        rows = data.batches(len(painted), preset.dvae_batch, seed, stage.step)
        pixels = painted.pixels(rows, device)
        beta = preset.beta * min(1.0, share / 0.03)
        with torch.autocast(device.type, dtype or torch.bfloat16, enabled=dtype is not None):
            loss, _, kl = loss_of(pixels, temperature(share), beta)
        loss.backward()
        stage.advance(schedule(share))
        measured, saved = stage.due()
        if measured:
            decibels, used = measure(stage.average.module, painted, device, 512)
            stage.report(name, preset.dvae_batch, loss=loss.item(), kl=kl.item(), psnr=decibels, codes=used)
        if saved:
            stage.save()
            save_samples(stage.average.module, painted, device, run / "samples" / f"{name}.png")
    if stage.finish():
        save_samples(stage.average.module, painted, device, run / "samples" / f"{name}.png")
    return stage


@torch.inference_mode()
def measure(model: DVAE, painted: data.Painted, device, count: int) -> tuple[float, int]:
    """PSNR in dB and the number of different codes over the first `count` training pictures."""
    model.eval()
    values, used = [], set()
    for first in range(0, min(count, len(painted)), 128):
        pixels = painted.pixels(np.arange(first, min(first + 128, count, len(painted))), device)
        tokens = model.encode(pixels)
        used |= set(tokens.flatten().tolist())
        values.append(psnr(model.decode(tokens), pixels))
    return torch.cat(values).mean().item(), len(used)


@torch.inference_mode()
def save_samples(model: DVAE, painted: data.Painted, device, path: Path, count: int = 32) -> None:
    """A sheet of originals, each with its reconstruction to the right."""
    model.eval()
    pixels = painted.pixels(np.arange(min(count, len(painted))), device)
    pairs = torch.stack([pixels, model.decode(model.encode(pixels))], 1).flatten(0, 1)
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet(to_images(pairs), 8).save(path)
