"""Captions ⇄ text tokens: byte-level BPE, lowercased. It knows nothing of pictures.

One vocabulary of 2,048 serves every preset. A word in single quotes is spelled letter by
letter, so that lettering any word takes the same few tokens.
"""

import re
import warnings
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import torch
from jaxtyping import Int
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from torch import Tensor

FILE = Path(__file__).with_name("text.json")
VOCABULARY = 2048
END = 0  # end of text
STEP = 16  # captions are padded to the next multiple, so that short ones cost little
_QUOTED = re.compile(r"('[^' ]+')")


@lru_cache(maxsize=1)
def tokenizer() -> Tokenizer:
    """The trained vocabulary; the name of the end of text is spelled like any other word."""
    trained = Tokenizer.from_file(str(FILE))
    trained.encode_special_tokens = True
    return trained


def normalise(caption: object) -> str:
    """Lower case, single spaces; refuse what is not a caption."""
    if not isinstance(caption, str):
        raise ValueError(f"a caption is a string, not {type(caption).__name__} {caption!r}")
    caption = " ".join(caption.lower().split())
    if not caption:
        raise ValueError("the caption is empty; say what to draw, for example 'a fox on the beach at night'")
    return caption


def pieces(caption: str) -> list[int]:
    """Token ids of a caption, without an end."""
    ids = []
    for part in _QUOTED.split(normalise(caption)):
        for text in part if _QUOTED.fullmatch(part) else [part]:
            ids += tokenizer().encode(text).ids
    return ids


def words(ids: Iterable[int] | Int[Tensor, " text"]) -> list[str]:
    """The text of each token."""
    return [tokenizer().decode([int(i)]) for i in ids]


def encode(caption: str, window: int = 64) -> list[int]:
    """Token ids of a caption with the end of text; what the window cannot hold is cut, with a warning."""
    ids = pieces(caption)
    if len(ids) >= window:
        kept = tokenizer().decode(ids[: window - 1])
        warnings.warn(
            f"the caption has {len(ids)} tokens and the model reads {window - 1}: cut after {kept[-40:]!r}",
            stacklevel=3,
        )
        ids = ids[: window - 1]
    return [*ids, END]


def batch(captions: list[list[int]], window: int = 64) -> Int[Tensor, "batch text"]:
    """Stack encoded captions, padded to the next multiple of 16 the longest one needs."""
    length = min(window, -(-max(map(len, captions)) // STEP) * STEP)
    rows = [ids + [VOCABULARY] * (length - len(ids)) for ids in captions]
    return torch.tensor(rows)


def empty(length: int) -> Int[Tensor, "1 text"]:
    """The caption that says nothing: guidance pushes away from it."""
    return torch.tensor([[END] + [VOCABULARY] * (length - 1)])


def decode(ids: Iterable[int] | Int[Tensor, " text"]) -> str:
    """The caption up to its end of text."""
    kept = []
    for i in map(int, ids):
        if i in (END, VOCABULARY):
            break
        kept.append(i)
    return tokenizer().decode(kept).strip()


def train(sentences: Iterable[str], path: Path = FILE) -> Tokenizer:
    """Learn the vocabulary from sentences and write it."""
    bpe = Tokenizer(models.BPE())
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bpe.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY,
        special_tokens=["<|endoftext|>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    bpe.train_from_iterator((normalise(s) for s in sentences), trainer)
    bpe.save(str(path), pretty=False)
    return bpe
