"""The comparisons of the invented library (tests/cats.py)."""

from __future__ import annotations

import pytest
from tests.cats import implementation, implementation_reviewed

from policydiff.model import Comparison


@pytest.fixture(scope="session")
def compared() -> Comparison:
    """The local rule beside the measures."""
    return implementation()


@pytest.fixture(scope="session")
def reviewed() -> Comparison:
    """The local rule beside the measures, as a reviewer has been through it."""
    return implementation_reviewed()
