"""Leaves of equal words, and which of several belong together.

Rules repeat themselves: 有下列情形之一的： introduces three lists, and an item stands in two of them. Words that stand
once in either document are a pair. Of words that stand more often those are, that stand among pairs already known.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.letters import Numbers
from policydiff.alignment.sides import Side
from policydiff.alignment.units import Units

Pairs = set[tuple[int, int]]

_NEAR = 3  # so many leaves before and after are looked at
_NONE = -1 - 2 * _NEAR  # no leaf has that number, nor one that is looked at beside it


def equal_pairs(base: Side, target: Side) -> Pairs:
    """Pairs of leaves with the same letters and digits, each leaf in at most one."""
    places: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for k, side in enumerate((base, target)):
        for n, words in enumerate(side.leaf_letters):
            places[words][k].append(n)
    shared = [found for found in places.values() if found[0] and found[1]]
    known = {(own[0], other[0]) for own, other in shared if len(own) == len(other) == 1}
    repeated = [found for found in shared if len(found[0]) + len(found[1]) > 2]
    if not repeated:
        return known
    around = _Around(known, base.units, target.units)
    return known.union(*(_matched(own, other, around) for own, other in repeated))


class _Around:
    """What is known of the leaves around those of the same words."""

    def __init__(self, known: Pairs, base: Units, target: Units) -> None:
        self.sizes = len(base.leaves), len(target.leaves)
        self._owner = np.array(base.owner, np.int64), np.array(target.owner, np.int64)
        self._partner = np.full(self.sizes[0] + 2 * _NEAR, _NONE)  # of each leaf, with as many as are looked at around
        self._joined = np.zeros((len(base.members), len(target.members)), bool)
        for i, j in known:
            self._partner[i + _NEAR] = j
            self._joined[base.owner[i], target.owner[j]] = True

    def speaks(self, rows: Numbers, columns: Numbers) -> NDArray[np.float64]:
        """How much speaks for each pair: known pairs near it, the nearer the more, and one in the same two units."""
        out = np.zeros((len(rows), len(columns)))
        for step in range(-_NEAR, _NEAR + 1):
            if step:
                out += (self._partner[rows + step + _NEAR][:, None] == columns + step) / abs(step)
        out += self._joined[np.ix_(self._owner[0][rows], self._owner[1][columns])]
        return out


def _matched(own: list[int], other: list[int], around: _Around) -> Pairs:
    """As many of the pairs as can be: first those with most known pairs around them, then those in the same place."""
    ours, theirs = np.array(own), np.array(other)
    n, m = around.sizes
    apart = np.abs((ours * m)[:, None] - theirs * n)
    order = np.lexsort(((ours[:, None] + theirs).ravel(), apart.ravel(), -around.speaks(ours, theirs).ravel()))
    out: Pairs = set()
    rows: set[int] = set()
    columns: set[int] = set()
    most = min(len(own), len(other))
    for place in order.tolist():
        i, j = own[place // len(other)], other[place % len(other)]
        if i not in rows and j not in columns:
            out.add((i, j))
            rows.add(i)
            columns.add(j)
            if len(out) == most:
                break
    return out
