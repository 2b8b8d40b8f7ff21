"""Learn the text vocabulary: from sentences of the picture world and of the announcement's figures."""

import json
import random
from importlib import resources

from helpers import pictures, text


def announcement_sentences(rng: random.Random, each: int) -> list[str]:
    """The announcement's captions with their slots filled, `each` times a figure."""
    figures = json.loads((resources.files("helpers.pictures") / "announcement.json").read_text())["figures"]
    sentences = []
    for figure in figures:
        for _ in range(each):
            values = {slot: rng.choice(options) for slot, options in figure["slots"].items()}
            sentences.append(figure["caption"].format_map(_Filled(values)))
        sentences += [value for options in figure["slots"].values() for value in options]
    return sentences


class _Filled(dict):
    """Slots that share a value with another one ("polygon_adj" of "polygon") read as that one."""

    def __missing__(self, key: str) -> str:
        return next((v for k, v in self.items() if key.startswith(k)), key)


def sentences(seed: int = 0, each: int = 4_000) -> list[str]:
    """What the vocabulary is learned from; quoted words aside, they are spelled."""
    rng = random.Random(seed)
    said = announcement_sentences(rng, 600)
    for family in pictures.FAMILIES:
        for _ in range(each):
            said += pictures.captions(pictures.draw_facts(rng, family))[:-1]
    return [part for sentence in said for part in text._QUOTED.split(sentence)[::2] if part.strip()]


def train() -> None:
    """Write `helpers/text.json`."""
    text.train(sentences())
    print(f"{text.FILE.name}: {text.tokenizer().get_vocab_size()} entries")
