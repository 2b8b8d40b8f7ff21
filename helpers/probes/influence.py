"""Which words mattered? The likelihood that a picture loses when a word is left out, beside the attention to it.

A caption without one of its words is of a kind that training never shows, which costs likelihood whatever the word.
So compare a word's loss with that of small words such as "a" and "the".
"""

import pandas as pd
import torch
from jaxtyping import Float
from torch import Tensor

from helpers import text


def spans(tokenizer: text.Tokenizer, caption: str) -> list[tuple[str, int, int]]:
    """The words of a caption with their text tokens: (word, first token, the token after its last)."""
    words, found, start = text.normalise(caption).split(" "), [], 0
    for i, word in enumerate(words):
        end = len(tokenizer.pieces(" ".join(words[: i + 1])))
        found.append((word, start, end))
        start = end
    return found


def without(caption: str) -> list[str]:
    """The caption with each of its words left out in turn; a comma or full stop goes with its word."""
    words = text.normalise(caption).split(" ")
    if len(words) < 2:
        raise ValueError(f"{caption!r} has one word; give a caption of two words or more to leave one out")
    return [" ".join(words[:i] + words[i + 1 :]) for i in range(len(words))]


def change(model, caption: str, picture) -> Float[Tensor, "words tokens"]:
    """By how many nats each picture token gets less likely when a word is left out; negative where it gets likelier.

    `picture` is an image or one picture's tokens. Each token is scored given all true tokens before it.
    """
    scores = model.score([caption, *without(caption)], picture, per_token=True)
    return scores[:1] - scores[1:]


def attention(drawing) -> Float[Tensor, "words tokens"]:
    """Share of attention that each token of a drawing's first picture gave to each word, mean over layers and heads.

    The rest of the attention goes to the start token, to pads and to other picture tokens. Raises ValueError for a
    drawing that was not drawn with keep=("attention",).
    """
    if "attention" not in drawing.views:
        raise ValueError("this drawing kept no attention; draw it with keep=('attention',)")
    per_token = [seen.float().mean((0, 1)) for seen in drawing.views["attention"]]
    found = spans(drawing.drawn_by.tokenizer, drawing.caption)
    return torch.stack([torch.stack([seen[1 + a : 1 + b].sum() for seen in per_token]) for _, a, b in found])


def influence(model, drawing) -> pd.DataFrame:
    """One row per word of the drawing's caption, for its first picture.

    nats: log-likelihood of the whole picture that is lost without the word; attention: mean share of attention that
    the picture's tokens gave to the word.
    """
    nats = change(model, drawing.caption, drawing.tokens[0]).sum(1)
    seen = attention(drawing).mean(1)
    words = [word for word, _, _ in spans(drawing.drawn_by.tokenizer, drawing.caption)]
    return pd.DataFrame({"word": words, "nats": nats.tolist(), "attention": seen.tolist()})
