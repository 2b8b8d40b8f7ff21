"""Which words mattered? What the picture loses in likelihood when a word is left out, beside attention to it.

A caption without a word is also a caption of a kind never read, which costs something whatever the word: what the
small words lose is the ground on which the others stand.
"""

import pandas as pd
import torch
from jaxtyping import Float
from torch import Tensor

from helpers import text


def spans(tokenizer: text.Tokenizer, caption: str) -> list[tuple[str, int, int]]:
    """The words of a caption with the first of their text tokens and the one after the last."""
    words, found, start = text.normalise(caption).split(" "), [], 0
    for i, word in enumerate(words):
        end = len(tokenizer.pieces(" ".join(words[: i + 1])))
        found.append((word, start, end))
        start = end
    return found


def without(caption: str) -> list[str]:
    """The caption with each of its words left out in turn; a comma or a stop goes with its word."""
    words = text.normalise(caption).split(" ")
    if len(words) < 2:
        raise ValueError(f"{caption!r} has one word; give a caption of two words or more to leave one out")
    return [" ".join(words[:i] + words[i + 1 :]) for i in range(len(words))]


def change(model, caption: str, picture) -> Float[Tensor, "words tokens"]:
    """Nats by which each picture token gets less likely when a word is left out; negative where it gets likelier.

    `picture` is an image or one picture's tokens. A token is scored given all tokens before it as they are.
    """
    scores = model.score([caption, *without(caption)], picture, per_token=True)
    return scores[:1] - scores[1:]


def attention(drawing) -> Float[Tensor, "words tokens"]:
    """Share of attention that each drawn token of a drawing's first picture gave to each word, a mean over layers and
    heads; what goes to the start, to pads and to other picture tokens makes up the rest."""
    if "attention" not in drawing.views:
        raise ValueError("this drawing kept no attention; draw it with keep=('attention',)")
    per_token = [seen.float().mean((0, 1)) for seen in drawing.views["attention"]]
    found = spans(drawing.drawn_by.tokenizer, drawing.caption)
    return torch.stack([torch.stack([seen[1 + a : 1 + b].sum() for seen in per_token]) for _, a, b in found])


def influence(model, drawing) -> pd.DataFrame:
    """A row a word of the drawing's caption, for its first picture: what leaving the word out takes from its likelihood
    (`nats`, over all tokens) and the mean share of attention that its tokens gave to the word (`attention`)."""
    nats = change(model, drawing.caption, drawing.tokens[0]).sum(1)
    seen = attention(drawing).mean(1)
    words = [word for word, _, _ in spans(drawing.drawn_by.tokenizer, drawing.caption)]
    return pd.DataFrame({"word": words, "nats": nats.tolist(), "attention": seen.tolist()})
