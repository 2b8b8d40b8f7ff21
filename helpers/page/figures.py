"""The announcement's 32 figures as data for the page: sentences, captions, paintings and the first pictures."""

import io
import itertools
import math
import re
from collections.abc import Iterator, Sequence
from functools import cache

from PIL import Image

from helpers import pictures
from helpers.page.wording import Wording, Words, learn
from helpers.pictures.announcement import figures
from helpers.pictures.blanks import Filled, choices

FIRST = 4  # pictures of each figure that are stored
COLUMNS = 12  # paintings in a row of a sheet
PAINTED = 96  # pixels a side of a painting
ALL = 60  # a figure with more combinations than this has only paintings that differ from the first in one slot


def describe(name: str, languages: tuple[str, ...]) -> dict:
    """A figure's words, for JSON: what can be chosen, the sentences around it, what differs from the original."""
    filled, slots = Filled.first(name), choices(name)
    first = {slot: filled.values[slot] for slot in slots}
    captions = {language: learn(slots, first, lambda v, to=language: _caption(name, v, to)) for language in languages}
    spoken = {slot for piece in captions["en"].pieces for slot in piece.slots}
    sentences = {language: wording.pieces for language, wording in captions.items()} | {"en": _announced(name)}
    return {
        "id": name,
        "section": filled.figure.section,
        "family": filled.figure.family,
        "slots": slots,
        "published": {slot: len(filled.figure.slots[slot]) for slot in slots},
        "first": [slots[slot].index(value) for slot, value in first.items()],
        "sentence": {language: _compact(pieces, slots) for language, pieces in sentences.items()},
        "caption": {language: _whole(wording, slots) for language, wording in captions.items()},
        "instead": _stand_ins(name),
        "notes": [*_notes(name, [slot for slot in slots if slot not in spoken])],
    }


def first_caption(name: str) -> str:
    """The caption of a figure with the first value in every slot."""
    return _caption(name, {}, "en")


def paintings(name: str) -> tuple[Image.Image, dict[str, int]]:
    """A sheet of paintings of a figure, and a dict from the slots' values to tiles of the sheet.

    A key is the indices of the values, joined by commas; a tile is a number in raster order.
    """
    slots, tiles, where, place = choices(name), [], {}, {}
    for indices in _stored(name):
        facts = _filled(name, {s: slots[s][i] for s, i in zip(slots, indices, strict=True)}).facts
        key = str(sorted(facts.items()))
        if key not in place:
            place[key] = len(tiles)
            tiles.append(pictures.paint(facts, PAINTED))
        where[",".join(map(str, indices))] = place[key]
    columns = min(COLUMNS, len(tiles))
    sheet = Image.new("RGB", (columns * PAINTED, -(-len(tiles) // columns) * PAINTED))
    for i, tile in enumerate(tiles):
        sheet.paste(tile, (i % columns * PAINTED, i // columns * PAINTED))
    return sheet, where


def webp(image: Image.Image, quality: int) -> bytes:
    """The image as WebP; quality from 0 to 100."""
    data = io.BytesIO()
    image.save(data, "WEBP", quality=quality, method=6)
    return data.getvalue()


def strip(images: list[Image.Image]) -> Image.Image:
    """Pictures of one size side by side, edge to edge."""
    side = images[0].width
    row = Image.new("RGB", (side * len(images), side))
    for i, image in enumerate(images):
        row.paste(image, (i * side, 0))
    return row


def _filled(name: str, values: dict[str, str]) -> Filled:
    return Filled(name, Filled.first(name).values | values)


def _caption(name: str, values: dict[str, str], language: str) -> str:
    return _captions(name, tuple(values.items()), language)


@cache
def _captions(name: str, values: tuple[tuple[str, str], ...], language: str) -> str:
    return pictures.captions(_filled(name, dict(values)).facts, language)[0]


def _announced(name: str) -> list[Words]:
    """The announcement's sentence in pieces. An article belongs to the value that it depends on."""
    slots, words = choices(name), []
    for i, piece in enumerate(Filled.first(name).pieces):
        if piece.slot not in slots:
            words.append(Words((), {(): piece.text}))
            continue
        texts = {}
        for value in slots[piece.slot]:
            said = _filled(name, {piece.slot: value}).pieces
            texts[(value,)] = (_article(said[i - 1].text) if i else "") + said[i].text
        if i and not words[-1].slots:
            before = words[-1].texts[()]
            words[-1] = Words((), {(): before.removesuffix(_article(before))})
        words.append(Words((piece.slot,), texts))
    return [piece for piece in words if piece.slots or piece.texts[()]]


def _article(text: str) -> str:
    """The article at the end of a text, or ""."""
    return re.search(r"(\ban? )?$", text)[0]


def _stored(name: str) -> Iterator[tuple[int, ...]]:
    """The combinations of values, as indices, of which a painting is stored."""
    slots, filled = choices(name), Filled.first(name)
    if math.prod(map(len, slots.values())) <= ALL:
        yield from itertools.product(*(range(len(values)) for values in slots.values()))
        return
    first = tuple(slots[slot].index(filled.values[slot]) for slot in slots)
    found = dict.fromkeys([first])
    for at, values in enumerate(slots.values()):
        found |= dict.fromkeys((*first[:at], i, *first[at + 1 :]) for i in range(len(values)))
    yield from found


def _stand_ins(name: str) -> dict[str, dict[str, str]]:
    """Slot -> {value: what our world shows instead}."""
    figure, found = figures()[name], {}
    for slot, values in choices(name).items():
        instead = {value: figure.stand_in(slot, value) for value in values}
        found[slot] = {value: _said(shown) for value, shown in instead.items() if shown}
    return {slot: values for slot, values in found.items() if values}


def _said(shown: object) -> str:
    return ", ".join(map(str, shown.values())) if isinstance(shown, dict) else str(shown)


def _notes(name: str, unspoken: list[str]) -> Iterator[str]:
    figure = figures()[name]
    if words := figure.ours.get("other_words"):
        yield f"Other words than the original's: {words}."
    if unspoken:
        yield f"Our caption says nothing of: {_listed(unspoken)}."
    if left := [slot for slot in figure.slots if slot not in choices(name)]:
        yield f"The original let one choose what has no counterpart here: {_listed(left)}."


def _listed(slots: list[str]) -> str:
    return ", ".join(slot.replace("_", " ") for slot in slots)


def _whole(wording: Wording, slots: dict[str, tuple[str, ...]]) -> dict:
    def key(values: tuple[str, ...]) -> str:
        return ",".join(str(slots[slot].index(value)) for slot, value in zip(slots, values, strict=True))

    exceptions = {key(values): caption for values, caption in wording.exceptions.items()}
    return {"pieces": _compact(wording.pieces, slots), "exceptions": exceptions}


def _compact(pieces: Sequence[Words], slots: dict[str, tuple[str, ...]]) -> list:
    """For JSON: fixed pieces as strings, others as slots and texts, the last slot's values running fastest."""
    return [
        {"slots": piece.slots, "texts": [piece.texts[v] for v in itertools.product(*(slots[s] for s in piece.slots))]}
        if piece.slots
        else piece.texts[()]
        for piece in pieces
    ]
