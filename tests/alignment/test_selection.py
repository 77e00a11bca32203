"""Pairs chosen over both documents at once."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import ArrayLike

from policydiff.alignment import selection
from policydiff.alignment.evidence import Common, Evidence, Meetings
from policydiff.alignment.grams import Grams
from policydiff.alignment.holdings import Holdings
from policydiff.alignment.selection import chosen


def evidence(scores: ArrayLike, base: list[list[int]], target: list[list[int]]) -> Evidence:
    """Leaves that hold the given features, all of one weight, and the scores of their pairs."""
    features = 1 + max(n for side in (base, target) for unit in side for n in unit)
    held_base, held_target = (
        Holdings.of(np.array([[n in unit for n in range(features)] for unit in side])) for side in (base, target)
    )
    return Evidence(np.array(scores, np.float32), Common(held_base, held_target, features), np.ones(features))


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
    none, three = Holdings.of(np.zeros((0, 1), bool)), Holdings.of(np.ones((3, 1), bool))
    found = Evidence(np.zeros((0, 3), np.float32), Common(none, three, 1), np.ones(1))
    assert list(chosen(found, found.matrix, 0.0)) == []


def one_by_one(found: Evidence, least: float) -> list[tuple[int, int, float]]:
    """The same as `chosen`, a pair after the other, as its first lines say it."""
    sides = found.common.base, found.common.target
    held = [[set(side.feature[side.owner == n].tolist()) for n in range(side.texts)] for side in sides]
    left = [[set(unit) for unit in side] for side in held]
    out = []
    order = sorted(np.ndindex(found.matrix.shape), key=lambda pair: -found.matrix[pair])
    for i, j in order:
        shared = held[0][i] & held[1][j]
        fresh = [len(shared & side[n]) / len(shared) if shared else 0.0 for side, n in zip(left, (i, j), strict=True)]
        score = float(found.matrix[i, j]) * (fresh[0] * fresh[1]) ** 0.5
        if found.matrix[i, j] >= least and score >= least:
            out.append((i, j, score))
            left[0][i] -= shared
            left[1][j] -= shared
    return out


@pytest.mark.parametrize("seed", range(20))
def test_all_at_once_is_chosen_what_one_pair_after_the_other_gives(seed: int) -> None:
    draw = np.random.default_rng(seed)
    held = [[sorted(draw.choice(30, 12, replace=False).tolist()) for _ in range(8)] for _ in range(2)]
    found = evidence(draw.permutation(64).reshape(8, 8) / 64, held[0], held[1])
    assert np.array([*chosen(found, found.matrix, 0.2)]) == pytest.approx(np.array(one_by_one(found, 0.2)))


@pytest.mark.parametrize("seed", range(10))
def test_so_many_pairs_at_once_give_the_same_as_all(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    draw = np.random.default_rng(seed)
    held = [[sorted(draw.choice(12, 6, replace=False).tolist()) for _ in range(8)] for _ in range(2)]
    found = evidence(draw.permutation(64).reshape(8, 8) / 64, held[0], held[1])
    whole = [*chosen(found, found.matrix, 0.2, {(3, 2)})]
    monkeypatch.setattr(selection, "_AT_ONCE", 4)
    assert [*chosen(found, found.matrix, 0.2, {(3, 2)})] == whole


def test_of_leaves_that_are_the_same_no_pair_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    same = [[0, 1, 2]] * 20
    found = evidence(np.ones((20, 20)), same, same)
    judged = counted(monkeypatch)
    assert [*chosen(found, found.matrix, 0.1, {(n, n) for n in range(20)})] == []
    assert judged == []


def test_once_all_words_are_explained_no_further_pair_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    same = [[0, 1, 2]] * 20
    found = evidence(np.ones((20, 20)), same, same)
    judged = counted(monkeypatch)
    monkeypatch.setattr(selection, "_AT_ONCE", 6)
    assert pairs(found, 0.1) == [(n, n) for n in range(20)]
    assert sum(judged) < 50


def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pairs are judged each time."""
    judged: list[int] = []
    of_pairs = Common.of_pairs

    def spied(common: Common, rows: Grams, columns: Grams) -> Meetings:
        judged.append(len(rows))
        return of_pairs(common, rows, columns)

    monkeypatch.setattr(Common, "of_pairs", spied)
    return judged
