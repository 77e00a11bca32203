"""Leaves of equal words, and which of several belong together.

Rules repeat themselves: 有下列情形之一的： introduces three lists, and an item stands in two of them. Words that stand
once in either document are a pair. Of words that stand more often those are, that stand among pairs already known.
"""

from __future__ import annotations

from collections import defaultdict

from policydiff.alignment.sides import Side
from policydiff.alignment.units import Units

Pairs = set[tuple[int, int]]

_NEAR = 3  # so many leaves before and after are looked at


def equal_pairs(base: Side, target: Side) -> Pairs:
    """Pairs of leaves with the same letters and digits, each leaf in at most one."""
    places: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for k, side in enumerate((base, target)):
        for n, words in enumerate(side.leaf_letters):
            places[words][k].append(n)
    shared = [found for found in places.values() if found[0] and found[1]]
    known = {(own[0], other[0]) for own, other in shared if len(own) == len(other) == 1}
    repeated = [found for found in shared if len(found[0]) + len(found[1]) > 2]
    return known.union(*(_matched(own, other, known, base.units, target.units) for own, other in repeated))


def _matched(own: list[int], other: list[int], known: Pairs, base: Units, target: Units) -> Pairs:
    """As many of the pairs as can be: first those with most known pairs around them, then those in the same place."""
    units = {(base.owner[i], target.owner[j]) for i, j in known}
    n, m = len(base.leaves), len(target.leaves)

    def doubt(pair: tuple[int, int]) -> tuple[float, int, int]:
        i, j = pair
        around = sum(
            1 / abs(step) for step in range(-_NEAR, _NEAR + 1) if step and (i + step, j + step) in known
        )
        around += (base.owner[i], target.owner[j]) in units
        return -around, abs(i * m - j * n), i + j

    out: Pairs = set()
    rows: set[int] = set()
    columns: set[int] = set()
    for i, j in sorted(((i, j) for i in own for j in other), key=doubt):
        if i not in rows and j not in columns:
            out.add((i, j))
            rows.add(i)
            columns.add(j)
    return out
