"""Pairs chosen over both documents at once."""

from __future__ import annotations

import numpy as np

from policydiff.alignment.evidence import Evidence
from policydiff.alignment.selection import chosen


def evidence(scores: list[list[float]], base: list[list[int]], target: list[list[int]]) -> Evidence:
    """Leaves that hold the given features, all of one weight, and the scores of their pairs."""
    features = 1 + max(n for side in (base, target) for unit in side for n in unit)
    return Evidence(
        np.array(scores, np.float32),
        tuple(np.array(unit, np.int64) for unit in base),
        tuple(np.array(unit, np.int64) for unit in target),
        np.ones(features),
    )


def pairs(found: Evidence, least: float) -> list[tuple[int, int]]:
    return [(i, j) for i, j, _ in chosen(found, found.matrix, least)]


def test_the_strongest_pair_is_taken_first() -> None:
    found = evidence([[0.4, 0], [0, 0.9]], [[0], [1]], [[0], [1]])
    assert pairs(found, 0.1) == [(1, 1), (0, 0)]


def test_what_is_below_the_least_is_not_taken() -> None:
    assert pairs(evidence([[0.09]], [[0]], [[0]]), 0.1) == []


def test_a_leaf_that_restates_two_provisions_takes_both() -> None:
    found = evidence([[0.6], [0.5]], [[0, 1], [2, 3]], [[0, 1, 2, 3]])
    assert pairs(found, 0.1) == [(0, 0), (1, 0)]


def test_a_leaf_whose_words_are_explained_takes_no_second_partner() -> None:
    found = evidence([[0.9], [0.8]], [[0, 1, 2], [0, 1]], [[0, 1, 2]])
    assert pairs(found, 0.1) == [(0, 0)]


def test_a_second_partner_counts_only_by_what_it_explains_itself() -> None:
    found = evidence([[0.9], [0.8]], [[0, 1], [0, 2]], [[0, 1, 2]])
    scores = [score for _, _, score in chosen(found, found.matrix, 0.1)]
    assert np.allclose(scores, [0.9, 0.8 * 0.5**0.5])


def test_of_nothing_nothing_is_chosen() -> None:
    found = Evidence(np.zeros((0, 3), np.float32), (), tuple(np.zeros((3, 1), np.int64)), np.ones(1))
    assert list(chosen(found, found.matrix, 0.0)) == []
