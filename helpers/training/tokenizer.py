"""Learn the text vocabulary from sentences of the picture world and of the announcement's figures."""

import json
import random
from importlib import resources

from helpers import pictures
from helpers.pictures.world import World
from helpers.text import FILE, Tokenizer

EACH = 4_000  # pictures per family whose captions are read


def announcement_sentences(rng: random.Random, each: int) -> list[str]:
    """The announcement's captions with their slots filled at random, `each` times for every figure."""
    figures = json.loads((resources.files("helpers.pictures") / "announcement.json").read_text("utf-8"))["figures"]
    sentences = []
    for figure in figures:
        for _ in range(each):
            values = {slot: rng.choice(options) for slot, options in figure["slots"].items()}
            sentences.append(figure["caption"].format_map(_Filled(values)))
        sentences += [value for options in figure["slots"].values() for value in options]
    return sentences


class _Filled(dict):
    """Values of slots; a slot that is missing ("polygon_adj") takes the value of the one it begins with ("polygon")."""

    def __missing__(self, key: str) -> str:
        return next((v for k, v in self.items() if key.startswith(k)), key)


def learn(world: World) -> Tokenizer:
    """The vocabulary of both languages; its known words are those of `world`.

    Tokens are learned from all of the picture world and the announcement, so that one vocabulary serves every preset.
    """
    everything = World(dict.fromkeys(pictures.FAMILIES, 1.0), korean=1.0)
    whole = Tokenizer.learn(announcement_sentences(random.Random(0), 600) + everything.sentences(EACH))
    return whole.knowing(world.sentences(EACH))


def train(world: World) -> None:
    """Write `helpers/text.json`."""
    tokenizer = learn(world)
    FILE.write_bytes(tokenizer.data)
    print(f"{FILE.name}: {tokenizer.size} entries, {len(tokenizer.words)} words")
