"""Train the stream of text and picture tokens: 1/8 text + 7/8 picture cross-entropy.

Ramesh et al. 2021, section 2.2.
"""

import random
from dataclasses import replace
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from helpers import pictures, show
from helpers import text as words
from helpers.models.daikon import TextToImage
from helpers.networks.dvae import DVAE
from helpers.networks.transformer import Transformer
from helpers.training import data
from helpers.training.presets import Preset
from helpers.training.runs import Stage, autocast_type, schedule

DROPPED = 0.1  # captions left out, for guidance
PICTURE_FIRST = 0.2  # of the batches are read as [picture, text]
TEXT_SHARE = 1 / 8
PARTS = 3  # of a batch, sorted by length of caption, so that short ones are not padded to the longest


def optimizers(model: Transformer, lr: float, muon: bool = True) -> list[torch.optim.Optimizer]:
    """Muon for the layers' matrices (scaled to the steps of AdamW), AdamW for all else, or AdamW for everything."""
    matrices = [p for name, p in model.named_parameters() if muon and name.startswith("layers") and p.dim() == 2]
    chosen = {id(p) for p in matrices}
    rest = [p for p in model.parameters() if id(p) not in chosen]
    adamw = torch.optim.AdamW(rest, lr=lr, betas=(0.9, 0.96), weight_decay=0.01)
    if not muon:
        return [adamw]
    return [torch.optim.Muon(matrices, lr=lr, weight_decay=0.05, adjust_lr_fn="match_rms_adamw"), adamw]


def captions_for(facts: list[dict], rng: random.Random, window: int) -> list[list[int]]:
    """One training phrasing for each picture, encoded; some say nothing at all."""
    return [
        [words.END] if rng.random() < DROPPED else words.encode(rng.choice(pictures.captions(f)[:-1]), window)
        for f in facts
    ]


def loss_parts(model, text: Tensor, picture: Tensor, text_first: bool) -> tuple[Tensor, Tensor]:
    """Summed cross-entropy of the text tokens (pads and dropped captions aside) and of the picture tokens."""
    text_logits, picture_logits = model(text, picture, text_first)
    target = text.masked_fill(text == words.VOCABULARY, -100)
    target = target.masked_fill((text[:, :1] == words.END), -100)
    in_text = F.cross_entropy(text_logits.float().flatten(0, 1), target.flatten(), reduction="sum")
    in_picture = F.cross_entropy(picture_logits.float().flatten(0, 1), picture.flatten(), reduction="sum")
    return in_text, in_picture


def train(
    preset: Preset,
    painted: data.Painted,
    tokens: Tensor | None,
    run: Path,
    minutes: float,
    device: torch.device,
    seed: int,
    dvae: DVAE,
    init: Transformer | None = None,
    compiled: bool = False,
) -> Stage:
    """Train a transformer for `minutes`, going on from the run's state if it has one; 0 minutes only read that state.

    The losses reported are means over the batches since the last report that read the text first.
    """
    torch.manual_seed(seed)
    model = Transformer(preset.transformer)
    if init is not None:
        model.load_state_dict(init.state_dict())
    model.to(device)
    stage = Stage(run / "transformer.state", model, optimizers(model, preset.lr, preset.muon), minutes, preset)
    dtype = autocast_type(device)
    parts_of = torch.compile(loss_parts) if compiled else loss_parts
    window = preset.transformer.text_window
    model.train()
    since = {True: [], False: []}  # losses of each order since the last measurement
    while stage.working:
        rows = data.batches(len(painted), preset.batch, seed, stage.step)
        rng = random.Random(f"{seed}/{stage.step}")
        text_first = rng.random() >= PICTURE_FIRST
        captions = captions_for([painted.facts[i] for i in rows], rng, window)
        said = max(1, sum(len(c) for c in captions if len(c) > 1))
        totals = torch.zeros(2, device=device)
        for part in data.by_length(captions, PARTS):
            text = words.batch([captions[i] for i in part], window).to(device)
            picture = tokens[torch.from_numpy(rows[part])].long().to(device)
            with torch.autocast(device.type, dtype or torch.bfloat16, enabled=dtype is not None):
                in_text, in_picture = parts_of(model, text, picture, text_first)
            per_text, per_picture = in_text / said, in_picture / (len(rows) * preset.transformer.picture_tokens)
            (TEXT_SHARE * per_text + (1 - TEXT_SHARE) * per_picture).backward()
            totals += torch.stack([per_text.detach(), per_picture.detach()])
        stage.advance(schedule(stage.clock.share))
        stage.keep(preset.snapshots)
        since[text_first].append(totals)
        measured, saved = stage.due()
        if measured:
            order = "text first" if since[True] else "picture first"
            losses = torch.stack(since[True] or since[False])
            in_text, in_picture = losses.mean(0).tolist()
            stage.report("transformer", preset.batch, **{"text": in_text, "picture": in_picture, order: len(losses)})
            since = {True: [], False: []}
        if saved:
            stage.save()
            save_samples(dvae, stage, preset, run / "samples" / "transformer.png")
    if stage.finish():
        save_samples(dvae, stage, preset, run / "samples" / "transformer.png")
    return stage


def save_samples(dvae, stage: Stage, preset: Preset, path: Path, columns: int = 8) -> None:
    """A sheet with one caption of each family a row, drawn by the averaged weights."""
    model = TextToImage(dvae, stage.average.module)
    rows = []
    for i, family in enumerate(preset.families):
        one = replace(preset, families={family: 1.0})
        facts, _ = data.draw_facts(one, "samples", 0, stage.step + i)
        rows.append((pictures.captions(facts)[0], model.draw(pictures.captions(facts)[0], n=columns).pictures))
    path.parent.mkdir(parents=True, exist_ok=True)
    show.captioned(rows).save(path)
    stage.network.train()
