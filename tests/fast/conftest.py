"""What several tests share."""

import pytest

from tests.tiny import make_model


@pytest.fixture(scope="session")
def tiny():
    """A small model of random weights; tests only read it."""
    return make_model()
