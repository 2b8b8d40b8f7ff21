"""What is in this picture? From picture and family to facts. It knows nothing of how pictures are made.

A convolutional trunk gathers the picture into one vector; each question, a slot of the family, scales
and shifts that vector its own way (FiLM, Perez et al. 2018) and is answered with one of the slot's values,
with "none", with "several" (more than one of them shows) or with "unreadable". Whether there is a word is
such a question; which one is read by convolutions of its own, column by column, each a letter or a blank
(CTC, Graves et al. 2006; over convolutions, Shi et al. 2015).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import torch
import torch.nn.functional as F
from jaxtyping import Float, Int
from torch import Tensor, nn

from helpers import pictures
from helpers.images import Picture, to_batch
from helpers.pictures import NONE

SEVERAL, UNREADABLE = "several", "unreadable"
ALWAYS = (NONE, SEVERAL, UNREADABLE)
WORD = "word"  # the slot whose answer is spelled
WRITTEN = "written"  # the answer to the question of a word, where there is one
BLANK = 0  # the class of a column between letters
MOST_ANSWERS = 2**24  # questions times answers, at most: the network keeps a table of that size
SURE = 0.5  # an answer less likely than this is none: the picture is unreadable there


def questions(families: tuple[str, ...]) -> dict[str, dict[str, list]]:
    """Family -> slot, stated or hidden -> the values it can be answered with; of a word only whether there is one."""
    asked = {}
    for family in families:
        slots = pictures.FAMILIES[family].slots | pictures.FAMILIES[family].hidden
        asked[family] = {
            slot: [WRITTEN] if slot == WORD else [v for v in values if v not in ALWAYS]
            for slot, values in slots.items()
        }
    return asked


def answers(facts: dict) -> dict:
    """The right answers to a family's questions for a picture of these facts: slot -> value, of visible slots."""
    return {slot: value for slot, value in pictures.shown(facts).items() if slot != "family"}


@dataclass(frozen=True)
class JudgeConfig:
    """Geometry, and the questions: family -> slot -> values."""

    size: int = 64
    patch: int = 4  # width in pixels of the squares that enter as one position
    width: int = 64  # doubled at half the resolution
    blocks: int = 3  # at each resolution
    questions: dict[str, dict[str, list]] = field(default_factory=dict)
    letters: str = "abcdefghijklmnopqrstuvwxyz-"  # those that words can have
    speller: int = 48  # channels of the network that reads words

    def __post_init__(self):
        if not all(isinstance(slots, dict) for slots in self.questions.values()):
            raise ValueError("questions are slots and their values by family")
        if not all(isinstance(values, list) for slots in self.questions.values() for values in slots.values()):
            raise ValueError("the values of a slot are a list")
        if len(self.asked) * len(self.vocabulary) > MOST_ANSWERS:
            raise ValueError(f"questions times answers are more than {MOST_ANSWERS:,}")

    @property
    def asked(self) -> list[tuple[str, str]]:
        """All questions, as (family, slot)."""
        return [(family, slot) for family, slots in self.questions.items() for slot in slots]

    @property
    def vocabulary(self) -> list[str]:
        """All answers to any question, as words."""
        values = {str(v) for slots in self.questions.values() for vs in slots.values() for v in vs}
        return [*ALWAYS, *sorted(values)]


class Residual(nn.Module):
    """Two 3×3 convolutions added to what came in."""

    def __init__(self, width: int):
        super().__init__()
        self.norm = nn.GroupNorm(8, width)
        self.conv_1, self.conv_2 = nn.Conv2d(width, width, 3, padding=1), nn.Conv2d(width, width, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.conv_2(F.relu(self.conv_1(F.relu(self.norm(x)))))


class Speller(nn.Module):
    """Reads columns half a patch wide, from left to right, as letters or blanks."""

    def __init__(self, config: JudgeConfig):
        super().__init__()
        c, cell = config, (config.patch, config.patch // 2)
        self.trunk = nn.Sequential(
            nn.Conv2d(3, c.speller, cell, stride=cell),
            *(Residual(c.speller) for _ in range(c.blocks)),
            nn.GroupNorm(8, c.speller),
            nn.ReLU(),
            nn.Conv2d(c.speller, 32, 1),
        )
        self.gather = nn.Linear(32 * (c.size // c.patch), 256)
        self.neighbours = nn.Conv1d(256, 256, 3, padding=1)
        self.answer = nn.Linear(256, len(c.letters) + 1)

    def forward(self, pixels: Float[Tensor, "batch 3 height width"]) -> Float[Tensor, "batch columns classes"]:
        """Log-probabilities of a blank (class 0) and of each letter, for each column of the picture."""
        # (batch, channels, rows, columns) -> (batch, columns, channels · rows)
        columns = self.trunk(pixels * 2 - 1).permute(0, 3, 1, 2).flatten(2)
        seen = F.gelu(self.gather(columns)).transpose(1, 2)  # (batch, 256, columns)
        return self.answer(F.gelu(seen + self.neighbours(seen)).transpose(1, 2)).float().log_softmax(-1)


class Judge(nn.Module):
    """Answers every question of a picture's family."""

    def __init__(self, config: JudgeConfig):
        super().__init__()
        self.config = c = config
        wide, grid = 2 * c.width, c.size // (2 * c.patch)
        self.trunk = nn.Sequential(
            nn.Conv2d(3, c.width, c.patch, stride=c.patch),
            *(Residual(c.width) for _ in range(c.blocks)),
            nn.Conv2d(c.width, wide, 2, stride=2),
            *(Residual(wide) for _ in range(c.blocks)),
            nn.GroupNorm(8, wide),
        )
        self.squeeze = nn.Conv2d(wide, wide // 2, 1)
        self.gather = nn.Linear(wide // 2 * grid * grid, 4 * wide)
        self.question = nn.Embedding(len(c.asked), 8 * wide)  # a scale and a shift of what is gathered
        self.think = nn.Linear(4 * wide, 2 * wide)
        self.answer = nn.Linear(2 * wide, len(c.vocabulary))
        self._words, self._asked = c.vocabulary, c.asked
        self._ids = {word: i for i, word in enumerate(self._words)}
        self._rows = {family: [] for family in c.questions}
        allowed = torch.zeros(len(c.asked), len(c.vocabulary), dtype=torch.bool)
        for row, (family, slot) in enumerate(c.asked):
            self._rows[family].append(row)
            allowed[row, [self._ids[str(v)] for v in (*ALWAYS, *c.questions[family][slot])]] = True
        self.register_buffer("allowed", allowed, persistent=False)
        self.speller = Speller(c)

    def rows(self, families: list[str]) -> Int[Tensor, "batch questions"]:
        """Numbers of the questions of each picture's family, filled up with −1 to the longest list."""
        return torch.tensor(self._filled(families), device=self.allowed.device)

    def _filled(self, families: list[str]) -> list[list[int]]:
        longest = max(len(self._rows[family]) for family in families)
        return [self._rows[family] + [-1] * (longest - len(self._rows[family])) for family in families]

    def targets(self, families: list[str], given: list[dict]) -> Int[Tensor, "batch questions"]:
        """Right answers as indices into the vocabulary, −100 where nothing is asked; a slot not given is "none"."""
        asked, rows = self._asked, self._filled(families)

        def answer(facts: dict, slot: str) -> int:
            value = str(facts.get(slot, NONE))
            return self._ids[WRITTEN if slot == WORD and value not in ALWAYS else value]

        return torch.tensor(
            [
                [answer(facts, asked[row][1]) if row >= 0 else -100 for row in line]
                for line, facts in zip(rows, given, strict=True)
            ]
        )

    def forward(
        self, pixels: Float[Tensor, "batch 3 height width"], rows: Int[Tensor, "batch questions"]
    ) -> Float[Tensor, "batch questions words"]:
        """Logits of each answer to each question; answers that a slot does not have are −inf."""
        # the whole picture in one vector, (batch, 4 · wide)
        seen = self.gather(F.relu(self.squeeze(self.trunk(pixels * 2 - 1))).flatten(1))
        asked = rows.clamp_min(0)
        # each question scales and shifts it in its own way, (batch, questions, 4 · wide)
        scale, shift = self.question(asked).chunk(2, -1)
        known = F.gelu(self.think(F.gelu(seen[:, None] * (1 + scale) + shift)))
        return self.answer(known).float().masked_fill(~self.allowed[asked], -torch.inf)

    @torch.inference_mode()
    def read(self, images: Picture | Iterable[Picture], family: str) -> list[dict]:
        """Facts of each picture. An answer with a probability below 1/2 is "unreadable", such a letter is "?".

        Raises ValueError for a family that the judge was not trained on.
        """
        pictures.known("family", family, self.config.questions)
        pixels = to_batch(images, self.config.size)
        rows = self.rows([family])
        facts = []
        for part in pixels.to(self.allowed.device).split(64):
            sure, best = self(part, rows.expand(len(part), -1)).softmax(-1).max(-1)
            best = best.masked_fill(sure < SURE, self._ids[UNREADABLE]).tolist()
            read = [{"family": family} | self._answered(family, line) for line in best]
            written = [i for i, one in enumerate(read) if one.get(WORD) == WRITTEN]
            for i, columns in zip(written, self.speller(part[written]) if written else (), strict=True):
                read[i][WORD] = spelling(columns, self.config.letters)
            facts += read
        return facts

    def _answered(self, family: str, words: list[int]) -> dict:
        slots = self.config.questions[family].items()
        named = ((slot, values, self._words[word]) for (slot, values), word in zip(slots, words, strict=True))
        return {slot: next((v for v in values if str(v) == word), word) for slot, values, word in named}


def spelling(columns: Float[Tensor, "columns classes"], letters: str) -> str:
    """The word that log-probabilities of columns say (greedy CTC decoding).

    The likeliest class of each column counts: repeats are one letter, blanks separate letters. A letter whose
    probability is below 1/2 in all its columns is "?"; a word without any sure letter is "unreadable".
    """
    sure, best = columns.exp().max(-1)
    word, before = [], BLANK
    for chance, kind in zip(sure.tolist(), best.tolist(), strict=True):
        if kind != BLANK and kind != before:
            word.append("?")
        if kind != BLANK and chance >= SURE:
            word[-1] = letters[kind - 1]
        before = kind
    return "".join(word) if set(word) - {"?"} else UNREADABLE
