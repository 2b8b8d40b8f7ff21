"""What several tests share."""

import gc

import pytest

from tests.tiny import make_model


def pytest_collection_finish():
    """What is imported by now stays: no collection of garbage need go through millions of objects again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def tiny():
    """A small model of random weights; tests only read it."""
    return make_model()
