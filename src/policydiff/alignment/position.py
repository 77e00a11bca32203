"""Where a text would stand if the other document kept the order: how far each pair is out of place.

Pairs that are each other's best and well supported are anchors; between them the order is taken to run on. Rules are
often rearranged, so being out of place is a doubt and never a refusal.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.evidence import Matrix

_FIRM = 0.06  # evidence that makes a mutual best pair an anchor
_FEWEST = 3  # anchors, so that they tell of an order
_REACH = 3.0  # an anchor counts 1/e that many places away
_TRUST = 0.2  # the weight of anchors nearby at which an expectation is half trusted
_CROWD = 4  # anchors to a place: where a line is repeated each is the best of each


def out_of_place(matrix: Matrix) -> Matrix:
    """For every pair from 0 (where the neighbours' partners stand) to 1 (at the other end of the document)."""
    rows, columns = _anchors(matrix)
    if len(rows) < _FEWEST:
        return np.zeros(matrix.shape, np.float32)
    weights = matrix[rows, columns].astype(np.float64)
    n, m = matrix.shape
    there, trust_there = _expected(rows, columns, weights, m)
    back, trust_back = _expected(columns, rows, weights, n)
    from_rows = np.abs(np.arange(n)[:, None] - there[None, :]) / n * trust_there[None, :]
    from_columns = np.abs(np.arange(m)[None, :] - back[:, None]) / m * trust_back[:, None]
    out: Matrix = ((from_rows + from_columns) / 2).astype(np.float32)
    return out


def _anchors(matrix: Matrix) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    if not matrix.size:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    best = (matrix >= matrix.max(axis=1, keepdims=True)) & (matrix >= matrix.max(axis=0, keepdims=True))
    rows, columns = np.nonzero(best & (matrix > _FIRM))
    return rows, columns


def _expected(
    rows: NDArray[np.int64], columns: NDArray[np.int64], weights: NDArray[np.float64], places: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """For each column the row where its neighbours' partners stand, and how far that is to be trusted.

    It is the weighted median of the other anchors' rows; trust falls with their distance and weakness.
    """
    order = np.argsort(rows, kind="stable")
    rows, columns, weights = rows[order], columns[order], weights[order]
    counts = np.exp(-np.arange(places) / _REACH)  # by how many places away
    counts[0] = 0
    place = np.arange(places)[:, None]
    if len(rows) > _CROWD * places:  # those of a row are put together, or a line repeated n times takes n³
        of_row = np.zeros((places, rows[-1] + 1))
        of_row[columns, rows] = weights
        near, rows = counts[np.abs(place.T - place)] @ of_row, np.arange(rows[-1] + 1)
    else:
        near = weights * counts[np.abs(columns[None, :] - place)]
    total = np.cumsum(near, axis=1)
    middle = (total < total[:, -1:] / 2).sum(axis=1)
    nearby = total[:, -1]
    return rows[np.minimum(middle, len(rows) - 1)], nearby / (nearby + _TRUST)
