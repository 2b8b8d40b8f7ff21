"""Captions ⇄ text tokens: byte-level BPE in lower case, learned over captions of all languages. It knows no pictures.

A word in quotation marks is spelled letter by letter, so that every word is made of the same few tokens.
A checkpoint carries the vocabulary that it was trained with; `default()` is the one that ships with the package.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path

import torch
from jaxtyping import Int
from tokenizers import Tokenizer as BPE
from tokenizers import decoders, models, pre_tokenizers, trainers
from torch import Tensor

from helpers.checks import shown

FILE = Path(__file__).with_name("text.json")
VOCABULARY = 4096
END, END_OF_TEXT = 0, "<|endoftext|>"
STEP = 16  # captions are padded to a multiple of this many tokens, so that short ones cost little
MARKS = str.maketrans(dict.fromkeys('"‘’“”「」', "'"))
QUOTED = re.compile(r"('[^' ]+')")
WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
PARTICLES = ("을", "를", "이", "가", "은", "는", "과", "와", "에", "의", "도", "로", "으로", "에서", "라고", "이라고")


def normalise(caption: object) -> str:
    """NFKC, lower case, single spaces, one kind of quotation mark; a ValueError for what is not a caption."""
    if not isinstance(caption, str):
        raise ValueError(f"a caption is a string, not {type(caption).__name__} {shown(caption)}")
    if any(unicodedata.category(c) == "Cs" for c in caption):
        raise ValueError(
            f"the caption {shown(caption)} holds half of a character (a surrogate); give plain Unicode text"
        )
    caption = " ".join(unicodedata.normalize("NFKC", caption).lower().translate(MARKS).split())
    if not caption:
        raise ValueError("the caption is empty; say what to draw, for example 'a fox on the beach at night'")
    return caption


def words_of(sentence: str) -> list[str]:
    """The words of a normalised sentence, those in quotation marks left out."""
    return [word for part in QUOTED.split(sentence)[::2] for word in WORD.findall(part)]


class Tokenizer:
    """One vocabulary; `words` and `letters` are those of the sentences that a model was trained on.

    Ids below `size` are tokens, 0 (`END`) is the end of text, `pad` (equal to `size`) fills places without a token.
    """

    def __init__(self, bpe: BPE, words: Iterable[str] = (), letters: str = ""):
        bpe.encode_special_tokens = True  # a caption that says "<|endoftext|>" is spelled like any other word
        self._bpe, self.words, self.letters = bpe, frozenset(words), letters
        self.size = self.pad = bpe.get_vocab_size()

    @classmethod
    def learn(cls, sentences: Iterable[str], size: int = VOCABULARY) -> "Tokenizer":
        """Learn a vocabulary of at most `size` entries. Words in quotation marks count by their letters only."""
        said = [normalise(sentence) for sentence in sentences]
        bpe = _byte_level()
        trainer = trainers.BpeTrainer(
            vocab_size=size,
            special_tokens=[END_OF_TEXT],
            initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
            show_progress=False,
        )
        bpe.train_from_iterator((part for s in said for part in QUOTED.split(s)[::2] if part.strip()), trainer)
        return cls(bpe).knowing(said)

    def knowing(self, sentences: Iterable[str]) -> "Tokenizer":
        """A tokenizer with the same tokens, whose known words and letters are those of these sentences."""
        words, letters = set(), set()
        for sentence in map(normalise, sentences):
            words.update(words_of(sentence))
            letters.update(letter for word in QUOTED.findall(sentence) for letter in word[1:-1])
        return Tokenizer(self._bpe, words, "".join(sorted(letters)))

    @classmethod
    def of(cls, data: bytes) -> "Tokenizer":
        """Read the JSON that `data` gives; a ValueError if these bytes are no such vocabulary."""
        try:
            read = json.loads(data)
            told, words, letters = read.get("bpe", read), read.get("words", []), read.get("letters", "")
            if _frame(told) != _frame(json.loads(_byte_level().to_str())):
                raise ValueError("it is no byte-level BPE")
            if set(told["model"]["vocab"].values()) != set(range(len(told["model"]["vocab"]))):
                raise ValueError("its ids are not 0, 1, 2 …")
            if not isinstance(letters, str) or not all(isinstance(word, str) for word in words):
                raise ValueError("its words and letters are no text")
            return cls(BPE.from_str(json.dumps(told)), words, letters)
        except Exception as error:  # tokenizers raises bare Exceptions
            raise ValueError(f"not a text vocabulary: {' '.join(str(error).split())[:300]}") from error

    @cached_property
    def data(self) -> bytes:
        """The vocabulary as JSON."""
        whole = {"bpe": json.loads(self._bpe.to_str()), "words": sorted(self.words), "letters": self.letters}
        return json.dumps(whole, ensure_ascii=False).encode()

    @property
    def digest(self) -> str:
        """16 hexadecimal digits that differ for vocabularies with different tokens."""
        return hashlib.sha256(self._bpe.to_str().encode()).hexdigest()[:16]

    def pieces(self, caption: str) -> list[int]:
        """Token ids of a caption, without an end."""
        ids = []
        for part in QUOTED.split(normalise(caption)):
            for text in part if QUOTED.fullmatch(part) else [part]:
                ids += self._bpe.encode(text).ids
        return ids

    def encode(self, caption: str, window: int = 64) -> list[int]:
        """Token ids of a caption and the end of text, at most `window`; longer captions are cut (see `notices`)."""
        return [*self.pieces(caption)[: window - 1], END]

    def batch(self, captions: list[list[int]], window: int = 64) -> Int[Tensor, "batch text"]:
        """Stack encoded captions, padded to the multiple of 16 that the longest one needs."""
        length = min(window, -(-max(map(len, captions)) // STEP) * STEP)
        return torch.tensor([ids + [self.pad] * (length - len(ids)) for ids in captions])

    def empty(self, length: int = STEP) -> Int[Tensor, "1 text"]:
        """The caption that says nothing: guidance pushes away from it."""
        return torch.tensor([[END] + [self.pad] * (length - 1)])

    def decode(self, ids: Iterable[int] | Int[Tensor, " text"]) -> str:
        """The caption up to its end of text."""
        kept = []
        for i in map(int, ids):
            if i in (END, self.pad):
                break
            kept.append(i)
        return self._bpe.decode(kept).strip()

    def texts(self, ids: Iterable[int] | Int[Tensor, " text"]) -> list[str]:
        """The text of each token by itself."""
        return [self._bpe.decode([int(i)]) for i in ids]

    def unknown(self, caption: str) -> tuple[list[str], list[str]]:
        """Words of a caption that are not among `words`, and quoted letters that are not among `letters`."""
        sentence = normalise(caption)
        words = [word for word in words_of(sentence) if self.words and not self._is_known(word)]
        spelled = {letter for word in QUOTED.findall(sentence) for letter in word[1:-1]}
        return list(dict.fromkeys(words)), sorted(spelled - set(self.letters)) if self.letters else []

    def _is_known(self, word: str) -> bool:
        """Whether a word is among `words`; a Korean one may have another particle there."""
        stems = [word.removesuffix(particle) for particle in PARTICLES if word.endswith(particle)]
        return word in self.words or any(
            stem and (stem in self.words or any(stem + other in self.words for other in PARTICLES)) for stem in stems
        )

    def notices(self, caption: str, window: int = 64) -> list[str]:
        """Warnings about a caption, for a reader: it is cut, or has words or letters that are new to the model."""
        told, ids = [], self.pieces(caption)
        if len(ids) >= window:
            kept = self._bpe.decode(ids[: window - 1])
            told.append(f"the caption has {len(ids)} tokens and the model reads {window - 1}: cut after {kept[-40:]!r}")
        words, letters = self.unknown(caption)
        if words:
            told.append(f"the model was never shown the word{'s' * (len(words) > 1)} {', '.join(map(repr, words))}")
        if letters:
            told.append(
                f"the model was never shown the letter{'s' * (len(letters) > 1)} {', '.join(letters)} in a word"
            )
        return told


def _byte_level() -> BPE:
    """A vocabulary that holds nothing but the end of text."""
    bpe = BPE(models.BPE())
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bpe.decoder = decoders.ByteLevel()
    bpe.add_special_tokens([END_OF_TEXT])
    return bpe


def _frame(bpe: dict) -> dict:
    """The JSON of a vocabulary without what it learned: only how it splits and joins text."""
    return bpe | {"model": {**bpe["model"], "vocab": {}, "merges": []}}


@lru_cache(maxsize=1)
def default() -> Tokenizer:
    """The vocabulary that ships with the package: English and Korean sentences of the picture world."""
    return Tokenizer.of(FILE.read_bytes())
