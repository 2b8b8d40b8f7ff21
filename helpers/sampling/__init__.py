"""From logits to tokens, one after another, and what makes that fast."""

from helpers.sampling.distribution import pick, uniforms
from helpers.sampling.loop import Step, Writer, sample, until
from helpers.sampling.memory import at_once, check_kept, in_chunks, out_of_memory, picture_bytes, room, text_bytes
from helpers.sampling.settings import HOW, Settings
from helpers.sampling.writers import PictureWriter, TextWriter, sample_picture, sample_text

__all__ = [
    "HOW",
    "PictureWriter",
    "Settings",
    "Step",
    "TextWriter",
    "Writer",
    "at_once",
    "check_kept",
    "in_chunks",
    "out_of_memory",
    "pick",
    "picture_bytes",
    "room",
    "sample",
    "sample_picture",
    "sample_text",
    "text_bytes",
    "uniforms",
    "until",
]
