"""A figure's captions as tables that a page can read: pieces of text, each fixed or chosen by a few slots' values.

The picture world writes captions in Python, one for every combination of values. Here these captions are compared with
each other and cut into pieces, from which a page can put every caption together without Python.
"""

import difflib
import itertools
import math
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

CHECKED = 6000  # combinations that are checked; where there are more, this many random ones
RARE = 0.01  # share of combinations, at most, whose captions are kept whole as exceptions

Say = Callable[[dict[str, str]], str]


@dataclass(frozen=True)
class Words:
    """A piece of a caption: `texts` maps the values of `slots`, in their order, to text; fixed text has the key ()."""

    slots: tuple[str, ...]
    texts: Mapping[tuple[str, ...], str]

    def text(self, values: Mapping[str, str]) -> str:
        """The piece with these values."""
        return self.texts[tuple(values[slot] for slot in self.slots)]


@dataclass(frozen=True)
class Wording:
    """All captions of a figure: pieces in their order, and the few captions that cannot be made of them.

    `exceptions`: the values of all slots, in their order -> caption.
    """

    pieces: Sequence[Words]
    exceptions: Mapping[tuple[str, ...], str]

    def say(self, values: Mapping[str, str]) -> str:
        """The caption of these values, given in the order of the slots."""
        return self.exceptions.get(tuple(values.values())) or "".join(piece.text(values) for piece in self.pieces)


def learn(choices: Mapping[str, Sequence[str]], first: Mapping[str, str], say: Say) -> Wording:
    """Find the pieces that give the same captions as `say` for all values in `choices`, slot -> values.

    `first` holds one value of each slot. Raises ValueError where captions do not fall into pieces.
    """
    base = _words(say(dict(first)))
    together: list[set[str]] = [{slot} for slot in choices]
    whole = math.prod(map(len, choices.values())) <= CHECKED
    while True:
        pieces = _pieces(choices, first, say, _changes(choices, first, say, base, together), base)
        wording, tried = Wording(pieces, {}), list(_combinations(choices))
        wrong = [values for values in tried if wording.say(values) != say(values)]
        if not wrong or (whole and len(wrong) <= RARE * len(tried)):
            return Wording(pieces, {tuple(values.values()): say(values) for values in wrong})
        together = _joined(wording, together, first, wrong[0], say)


def _joined(wording, together, first, wrong, say) -> list[set[str]]:
    """The groups of slots, with those joined whose words depend on each other.

    These are the fewest slots whose values in `wrong` are enough to make the pieces give another caption than `say`.
    """
    differ = [slot for slot in wrong if wrong[slot] != first[slot]]
    for size in range(2, len(differ) + 1):
        for few in itertools.combinations(differ, size):
            values = {**first, **{slot: wrong[slot] for slot in few}}
            if wording.say(values) != say(values):
                rest = [group for group in together if not group & set(few)]
                joined = set(few).union(*(group for group in together if group & set(few)))
                if len(rest) + 1 < len(together):
                    return [*rest, joined]
    raise ValueError(f"the captions of {wrong} do not fall into pieces: {say(wrong)!r}")


def _changes(choices, first, say, base, together) -> list[tuple[int, int, tuple[str, ...]]]:
    """(from, to, slots): which of the first caption's words change with which slots; in order, without overlaps."""
    found = []
    for group in together:
        slots = tuple(slot for slot in choices if slot in group)
        for values in itertools.product(*(choices[slot] for slot in slots)):
            other = _words(say({**first, **dict(zip(slots, values, strict=True))}))
            matcher = difflib.SequenceMatcher(None, base, other, autojunk=False)
            for kind, i, j, _, _ in matcher.get_opcodes():
                if kind != "equal":
                    found.append((max(0, i - 1) if i == j else i, max(j, 1), set(slots)))
    merged: list[tuple[int, int, set[str]]] = []
    for i, j, slots in sorted(found, key=lambda one: one[:2]):
        if merged and (i < merged[-1][1] or (i <= merged[-1][1] + 1 and slots == merged[-1][2])):
            before = merged.pop()
            i, j, slots = before[0], max(before[1], j), before[2] | slots
        merged.append((i, j, slots))
    return [(i, j, tuple(slot for slot in choices if slot in slots)) for i, j, slots in merged]


def _pieces(choices, first, say, changes, base) -> list[Words]:
    edges = [0, *itertools.chain.from_iterable((i, j) for i, j, _ in changes), len(base)]
    fixed = ["".join(base[i:j]) for i, j in zip(edges[::2], edges[1::2], strict=True)]
    firsts = ["".join(base[i:j]) for i, j, _ in changes]
    tables: list[dict] = [{} for _ in changes]
    for group in {slots for _, _, slots in changes}:
        # all pieces that any of these slots changes are open, the others stay as they are in the first caption
        open_ = [bool(set(slots) & set(group)) for _, _, slots in changes]
        pattern = re.escape(fixed[0])
        for text, is_open, after in zip(firsts, open_, fixed[1:], strict=True):
            pattern += ("(.*?)" if is_open else re.escape(text)) + re.escape(after)
        for values in itertools.product(*(choices[slot] for slot in group)):
            given = {**first, **dict(zip(group, values, strict=True))}
            match = re.fullmatch(pattern, say(given))
            texts = iter(match.groups() if match else ())
            for (_, _, slots), is_open, table in zip(changes, open_, tables, strict=True):
                text = next(texts, "") if is_open else None
                if slots == group:
                    table[values] = text
    pieces = [Words((), {(): fixed[0]})]
    for (_, _, slots), table, after in zip(changes, tables, fixed[1:], strict=True):
        pieces += [Words(slots, table), Words((), {(): after})]
    return [piece for piece in pieces if piece.slots or piece.texts[()]]


def _combinations(choices: Mapping[str, Sequence[str]]):
    if math.prod(map(len, choices.values())) <= CHECKED:
        for values in itertools.product(*choices.values()):
            yield dict(zip(choices, values, strict=True))
        return
    rng = random.Random(0)
    for _ in range(CHECKED):
        yield {slot: rng.choice(values) for slot, values in choices.items()}


def _words(text: str) -> list[str]:
    """Words, marks and the spaces between them."""
    return re.findall(r" +|[.,]|[^ .,]+", text)
