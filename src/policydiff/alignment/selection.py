"""Evidence → pairs: which leaves are linked, chosen over both documents at once.

Pairs are taken from the strongest down, units first, then the leaves inside them. What a pair takes explains the words
it shares on both sides; a later pair counts only by words not yet explained. So a leaf that restates two provisions
takes both, and one that is fully explained by its source takes no second partner that merely sounds like it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.evidence import Evidence, Matrix

Explained = list[NDArray[np.int64]]

_SAYS_SOMETHING = 0.03  # weaker pairs are not looked at
_EXPLAINS = 0.06  # what a pair needs to explain the words it shares


def chosen(
    evidence: Evidence, matrix: Matrix, least: float, same: Collection[tuple[int, int]] = ()
) -> Iterator[tuple[int, int, float]]:
    """The pairs of at least that score, strongest first, each scored by the words it is the first to explain.

    Pairs that are the `same` are not looked for: they explain all words of both sides beforehand.
    """
    nothing = np.zeros(0, np.int64)
    rows, columns = {i for i, _ in same}, {j for _, j in same}
    explained_base: Explained = [unit if i in rows else nothing for i, unit in enumerate(evidence.base)]
    explained_target: Explained = [unit if j in columns else nothing for j, unit in enumerate(evidence.target)]
    for i, j in _strongest_first(evidence, matrix, least):
        shared = evidence.shared(i, j)
        fresh = _fresh(evidence, shared, explained_base[i]) * _fresh(evidence, shared, explained_target[j])
        score = float(matrix[i, j]) * fresh**0.5
        if score >= least:
            explained_base[i] = np.union1d(explained_base[i], shared)
            explained_target[j] = np.union1d(explained_target[j], shared)
            yield i, j, score


def unexplained(evidence: Evidence, matrix: Matrix) -> NDArray[np.float64]:
    """For every pair the share of its words, from 0 to 1, that no stronger pair of either side has explained."""
    nothing = np.zeros(0, np.int64)
    explained_base: Explained = [nothing] * len(evidence.base)
    explained_target: Explained = [nothing] * len(evidence.target)
    out = np.zeros(matrix.shape)
    for i, j in _strongest_first(evidence, matrix, _SAYS_SOMETHING):
        shared = evidence.shared(i, j)
        fresh = _fresh(evidence, shared, explained_base[i]) * _fresh(evidence, shared, explained_target[j])
        out[i, j] = fresh**0.5
        if matrix[i, j] * out[i, j] >= _EXPLAINS:
            explained_base[i] = np.union1d(explained_base[i], shared)
            explained_target[j] = np.union1d(explained_target[j], shared)
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


def _fresh(evidence: Evidence, shared: NDArray[np.int64], explained: NDArray[np.int64]) -> float:
    """The share of the shared words' weight that is not explained yet; 0 where none is shared."""
    weight = evidence.weight[shared]
    total = float(weight.sum())
    return float(weight[~np.isin(shared, explained)].sum()) / total if total else 0.0
