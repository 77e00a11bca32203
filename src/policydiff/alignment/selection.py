"""Evidence → pairs: which leaves are linked, chosen over both documents at once.

Pairs are taken from the strongest down, units first, then the leaves inside them. What a pair takes explains the words
it shares on both sides; a later pair counts only by words not yet explained. So a leaf that restates two provisions
takes both, and one that is fully explained by its source takes no second partner that merely sounds like it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.evidence import Evidence, Matrix, Vector
from policydiff.alignment.grams import Grams

_SAYS_SOMETHING = 0.03  # weaker pairs are not looked at
_EXPLAINS = 0.06  # what a pair needs to explain the words it shares


def chosen(
    evidence: Evidence, matrix: Matrix, least: float, same: Collection[tuple[int, int]] = ()
) -> Iterator[tuple[int, int, float]]:
    """The pairs of at least that score, strongest first, each scored by the words it is the first to explain.

    Pairs that are the `same` are not looked for: they explain all words of both sides beforehand.
    """
    base = _Explained(evidence.base, {i for i, _ in same})
    target = _Explained(evidence.target, {j for _, j in same})
    for i, j in _strongest_first(evidence, matrix, least):
        shared = evidence.shared(i, j)
        weight = evidence.weight[shared]
        fresh = base.fresh(i, shared, weight) * target.fresh(j, shared, weight)
        score = float(matrix[i, j]) * fresh**0.5
        if score >= least:
            base.explain(i, shared)
            target.explain(j, shared)
            yield i, j, score


def unexplained(evidence: Evidence, matrix: Matrix) -> NDArray[np.float64]:
    """For every pair the share of its words, from 0 to 1, that no stronger pair of either side has explained."""
    base, target = _Explained(evidence.base), _Explained(evidence.target)
    out = np.zeros(matrix.shape)
    for i, j in _strongest_first(evidence, matrix, _SAYS_SOMETHING):
        shared = evidence.shared(i, j)
        weight = evidence.weight[shared]
        fresh = base.fresh(i, shared, weight) * target.fresh(j, shared, weight)
        out[i, j] = fresh**0.5
        if matrix[i, j] * out[i, j] >= _EXPLAINS:
            base.explain(i, shared)
            target.explain(j, shared)
    return out


def _strongest_first(evidence: Evidence, matrix: Matrix, least: float) -> list[tuple[int, int]]:
    """Of equally strong pairs first the one in the same place of both documents, then the one with more to explain:
    whichever document is the base."""
    found = np.argwhere(matrix >= least)
    rows, columns = found[:, 0], found[:, 1]
    apart = np.abs(rows * matrix.shape[1] - columns * matrix.shape[0])
    sizes = np.array([len(unit) for unit in evidence.base]), np.array([len(unit) for unit in evidence.target])
    size = sizes[0][rows] + sizes[1][columns] if len(found) else rows
    order = np.lexsort((rows + columns, -size, apart, -matrix[rows, columns]))
    return [(int(i), int(j)) for i, j in found[order]]


class _Explained:
    """Which words of each leaf of a side are explained: at first none, of some leaves all.

    A word is noted at its place in its leaf. Looking for it in a list of all that are explained takes a hundred
    times as long.
    """

    def __init__(self, leaves: Sequence[Grams], wholly: Collection[int] = ()) -> None:
        self._leaves = leaves
        self._explained = [np.full(len(leaf), i in wholly) for i, leaf in enumerate(leaves)]

    def fresh(self, leaf: int, shared: Grams, weight: Vector) -> float:
        """The share of the weight of these words of a leaf that is not explained yet; 0 where there are none."""
        total = float(weight.sum())
        return float(weight[~self._explained[leaf][self._places(leaf, shared)]].sum()) / total if total else 0.0

    def explain(self, leaf: int, shared: Grams) -> None:
        """These words of a leaf are explained from now on."""
        self._explained[leaf][self._places(leaf, shared)] = True

    def _places(self, leaf: int, shared: Grams) -> Grams:
        return np.searchsorted(self._leaves[leaf], shared)
