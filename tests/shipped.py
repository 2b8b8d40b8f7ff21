"""What tests ask of the checkpoint that is shipped."""

import random

import pytest

from helpers import load, pictures, probes


def assert_scores_stay(precision: str) -> None:
    """What is drawn in a precision scores within the intervals of what is drawn in float32, read by its judge."""
    exact, other = (load(device="cpu", precision=kind) for kind in ("float32", precision))
    if exact.judge is None:
        pytest.skip("the shipped checkpoint has no judge")
    rng = random.Random(0)
    asked = [pictures.draw_facts(rng, family) for family in exact.card["families"] for _ in range(12)]
    rows = [probes.probe(model, asked, cache=None).assign(drawn="all") for model in (exact, other)]
    for column in ("share", "right"):
        (ours,), (theirs,) = (probes.table(drawn, "drawn", column=column).to_dict("records") for drawn in rows)
        if ours["score"] <= ours["floor"]:
            pytest.skip("the shipped checkpoint draws nothing that its judge reads: there are no scores to leave")
        assert ours["low"] <= theirs["score"] <= ours["high"]
