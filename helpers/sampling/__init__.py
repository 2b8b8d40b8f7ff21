"""From logits to tokens, one after another, and what makes that fast."""

from helpers.sampling.distribution import pick, uniforms
from helpers.sampling.loop import Step, Writer, sample, until
from helpers.sampling.memory import parts, picture_bytes, room, split
from helpers.sampling.settings import Settings
from helpers.sampling.writers import PictureWriter, TextWriter, sample_picture, sample_text

__all__ = [
    "PictureWriter",
    "Settings",
    "Step",
    "TextWriter",
    "Writer",
    "parts",
    "pick",
    "picture_bytes",
    "room",
    "sample",
    "sample_picture",
    "sample_text",
    "split",
    "uniforms",
    "until",
]
