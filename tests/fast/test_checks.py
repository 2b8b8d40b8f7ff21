"""Checks of arguments: whole numbers, numbers, names and grids of tokens are each checked in one place."""

import numpy as np
import pytest
import torch

from helpers.checks import count, number, shown, some_of
from helpers.models.grids import is_tokens, places_of, tokens_of
from helpers.pictures.family import known


class Unspeakable:
    """Its `repr` fails."""

    def __repr__(self) -> str:
        raise RuntimeError


def kind(value: object) -> str:
    """What a value is called in the name of a test: some have no text of their own."""
    return type(value).__name__


ODD = [None, "2", b"2", [2], (), {}, object(), Unspeakable(), 1j, np.array([2, 3]), torch.ones(1, device="meta")[0]]


@pytest.mark.parametrize("two", [2, np.int8(2), np.uint64(2), np.array(2), torch.tensor(2), torch.tensor(2).byte()])
def test_whole_numbers_of_every_library_are_taken(two):
    assert type(count("k", two, 1, 3)) is int and count("k", two, 2) == 2


@pytest.mark.parametrize(
    "value", [*ODD, 0, 4, -1, 10**5000, True, np.True_, 2.0, float("nan"), torch.tensor(2.0)], ids=kind
)
def test_what_is_no_whole_number_in_range_is_one_short_sentence(value):
    with pytest.raises(
        ValueError, match=r"^k is .*; give a whole number from 1 to 3, the pictures there are$"
    ) as error:
        count("k", value, 1, 3, ", the pictures there are")
    assert "\n" not in str(error.value) and len(str(error.value)) < 200


def test_numbers_are_finite_and_no_truth_values():
    assert number(torch.tensor(0.5)) == number(np.float32(0.5)) == number(0.5) == 0.5 and number(10**300) == 1e300
    assert {number(value) for value in [*ODD, True, float("inf"), np.float64("nan"), 10**400]} == {None}


@pytest.mark.parametrize("value", ["x" * 10**6, ["a\nb"] * 999, 10**5000, np.eye(9), Unspeakable()], ids=kind)
def test_a_refused_value_is_repeated_in_one_short_line(value):
    assert 0 < len(shown(value)) <= 80 and "\n" not in shown(value)


def test_names_come_in_a_tuple_and_are_known():
    assert some_of("keep", ["a", "b"], ("a", "b", "c")) == ("a", "b") and some_of("keep", (), "ab") == ()
    for given, said in {
        "a": "'a'; give some of a, b, in",
        3: "3; give some",
        (None,): "None; give one of a, b",
    }.items():
        with pytest.raises(ValueError, match=f"^keep is {said}"):
            some_of("keep", given, ("a", "b"))


GRID = [[0, 1], [2, 3]]


@pytest.mark.parametrize("kind", [list, np.array, torch.tensor, lambda grid: np.array(grid, np.uint16)])
def test_tokens_of_every_kind_are_taken(kind):
    tokens = tokens_of(kind(GRID), 4)
    assert torch.equal(tokens, torch.tensor(GRID)) and tokens.dtype == torch.long


@pytest.mark.parametrize(
    "given",
    [
        *(None, "0123", b"0123", {}, object(), [0.5] * 4, [True] * 4, [None] * 4, [[0], [1, 2]], ["0"] * 4),
        *([4] * 4, [-1] * 4, [2**62] * 4, [2**70] * 4, np.array(GRID, object), np.array(GRID).astype(str)),
        *(torch.ones(4, dtype=torch.complex64), torch.zeros(4, dtype=torch.long, device="meta")),
    ],
    ids=kind,
)
def test_what_are_no_tokens_is_one_sentence(given):
    with pytest.raises(ValueError, match=r"tokens (are|is|of|run)") as error:
        tokens_of(given, 4)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "given", [None, "1111", [[1, 1], [1, 1]], [[0.5] * 2] * 2, [True], [[True, None]] * 2, torch.ones(3, 3)], ids=str
)
def test_what_does_not_say_true_or_false_of_each_place_is_one_sentence(given):
    with pytest.raises(ValueError, match=r"known .*; give a 2 × 2 grid of true and false$"):
        places_of(given, 2)


def test_places_of_every_kind_are_taken():
    known = [[True, False], [False, True]]
    for given in (known, np.array(known), torch.tensor(known)):
        assert places_of(given, 2).tolist() == [True, False, False, True]


def test_tokens_are_told_from_pixels():
    for given in (np.zeros((4, 4), int), torch.zeros(16, dtype=torch.int32)):
        assert is_tokens(given, 16)
    for given in (np.zeros((4, 4)), np.array([["a"] * 4] * 4), np.zeros((4, 4), object), [0] * 16, None):
        assert not is_tokens(given, 16)


@pytest.mark.parametrize("value", [["red"], {}, None, 2.0, True, np.True_, b"red"])
def test_a_fact_is_a_name_or_a_whole_number(value):
    with pytest.raises(ValueError, match=r"count .* is not in the picture world"):
        known("count", value, {"red": 0, 1: 1, 2: 2})
    assert known("count", np.int64(2), (1, 2)) == 2
