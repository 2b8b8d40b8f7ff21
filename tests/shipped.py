"""What tests ask of the checkpoint that is shipped."""

import random
from functools import cache

import pytest
import torch

from helpers import load, pictures, probes
from helpers.models.daikon import TextToImage
from helpers.sampling import memory, picture_bytes


@cache
def shipped(precision: str) -> TextToImage:
    """The shipped checkpoint in a precision, loaded (and compiled) once for all tests."""
    return load(device="cpu", precision=precision)


def assert_scores_stay(precision: str) -> None:
    """What is drawn in a precision scores within the intervals of what is drawn in float32, read by its judge."""
    exact, other = shipped("float32"), shipped(precision)
    if exact.judge is None:
        pytest.skip("the shipped checkpoint has no judge")
    rng = random.Random(0)
    asked = [pictures.sample_facts(rng, family) for family in exact.card["families"] for _ in range(12)]
    rows = [probes.probe(model, asked, cache=None).assign(drawn="all") for model in (exact, other)]
    for column in ("share", "right"):
        (ours,), (theirs,) = (probes.table(drawn, "drawn", column=column).to_dict("records") for drawn in rows)
        if ours["score"] <= ours["floor"]:
            pytest.skip("the shipped checkpoint draws nothing that its judge reads: there are no scores to leave")
        assert ours["low"] <= theirs["score"] <= ours["high"]


def pictures_that_stay(precision: str, few: int, many: int, monkeypatch) -> int:
    """How many pictures came out the same, whatever was drawn beside them; fails at the first that did not.

    Held against pictures drawn beside those of other captions: for `few` captions and seeds those of n = 1 and 3 alone,
    for `many` of n = 8 and 17 alone and of n = 32 in parts. Captions of all families in both languages, with guidance
    and without.
    """
    model, rng, compared = shipped(precision), random.Random(0), 0
    for case in range(few + many):
        numbers, most = ((1, 3), 3) if case < few else ((8, 17, 32), 32)
        facts = [pictures.sample_facts(rng) for _ in range(2)]
        said = [rng.choice(pictures.captions(fact, rng.choice(["en", "ko"]))) for fact in facts]
        how = {"seed": rng.randrange(2**31)} | ({} if case % 2 else {"guidance": 1.0, "temperature": 1.0})
        with monkeypatch.context() as patch:
            patch.setattr("helpers.models.daikon.FIRST_BATCH", len(said) * most)  # all captions at once
            beside = next(model.draw_each(said, most, **how)).tokens
        for n in numbers:
            with monkeypatch.context() as patch:
                if n == 32:
                    each = picture_bytes(model.transformer, model.settings(n, **how))
                    patch.setattr(memory, "room", lambda device, each=each: 13 * each / memory.MEMORY_FRACTION)
                alone = model.draw(said[0], n, **how).tokens
            assert torch.equal(alone, beside[:n]), f"{said[0]!r}, {how}: n = {n} draws other pictures"
            compared += n
    return compared
