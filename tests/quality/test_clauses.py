"""Most clauses that a reader would tell of are told, and most findings point at one."""

from __future__ import annotations

import pytest
from tests.quality import clauses
from tests.quality.gold import laws

PAIRS = 6  # of 116: the others take minutes
LEAST = {"gone": 0.85, "in-part": 0.85, "differs": 0.6, "findings": 0.7}


def test_what_a_reader_would_tell_of_is_told() -> None:
    if not laws().is_dir():
        pytest.skip(f"the texts of the laws are not in {laws()}")
    found = clauses.counts(PAIRS)
    shares = {mark: found[mark, True] / (found[mark, True] + found[mark, False]) for mark in LEAST}
    assert {mark for mark, share in shares.items() if share < LEAST[mark]} == set(), shares
