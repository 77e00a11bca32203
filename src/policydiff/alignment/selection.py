"""Evidence → pairs: which leaves are linked, chosen over both documents at once.

Pairs are taken from the strongest down, units first, then the leaves inside them. What a pair takes explains the words
it shares on both sides; a later pair counts only by words not yet explained. So a leaf that restates two provisions
takes both, and one that is fully explained by its source takes no second partner that merely sounds like it.

One pair after the other would be slow. Instead all pairs are judged at once as if every one were taken, then again by
what that judgement would leave, until nothing changes: what a pair is worth rests on stronger pairs alone, so each
round settles those that rest on what is settled, and there is but one end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy as np

from policydiff.alignment.evidence import Evidence, Matrix, Meetings, Scores, at_once
from policydiff.alignment.grams import Grams
from policydiff.alignment.holdings import Holdings, Vector

_SAYS_SOMETHING = 0.03  # weaker pairs are not looked at
_EXPLAINS = 0.06  # what a pair needs to explain the words it shares
_AT_ONCE = 22  # bits of how many shared words are judged at once: those of all pairs but where lines are repeated


def chosen(
    evidence: Evidence, matrix: Matrix, least: float, same: Collection[tuple[int, int]] = ()
) -> Iterator[tuple[int, int, float]]:
    """The pairs of at least that score, strongest first, each scored by the words it is the first to explain.

    Pairs that are the `same` are not looked for: they explain all words of both sides beforehand.
    """
    rows, columns = _strongest_first(evidence, matrix, least)
    told = sorted({i for i, _ in same}), sorted({j for _, j in same})
    scores = matrix[rows, columns] * _fresh(evidence, rows, columns, matrix, least, told)
    for i, j, score in zip(rows.tolist(), columns.tolist(), scores.tolist(), strict=True):
        if score >= least:
            yield i, j, score


def unexplained(evidence: Evidence, matrix: Matrix) -> Scores:
    """For every pair the share of its words, from 0 to 1, that no stronger pair of either side has explained."""
    rows, columns = _strongest_first(evidence, matrix, _SAYS_SOMETHING)
    out = np.zeros(matrix.shape)
    out[rows, columns] = _fresh(evidence, rows, columns, matrix, _EXPLAINS)
    return out


def _strongest_first(evidence: Evidence, matrix: Matrix, least: float) -> tuple[Grams, Grams]:
    """The base leaf and the target leaf of every pair of at least that evidence.

    Of equally strong pairs first the one in the same place of both documents, then the one with more to explain:
    whichever document is the base.
    """
    rows, columns = np.nonzero(matrix >= least)
    apart = np.abs(rows * matrix.shape[1] - columns * matrix.shape[0])
    size = evidence.common.base.sizes[rows] + evidence.common.target.sizes[columns]
    order = np.lexsort((rows + columns, -size, apart, -matrix[rows, columns]))
    return rows[order], columns[order]


def _fresh(
    evidence: Evidence,
    rows: Grams,
    columns: Grams,
    matrix: Matrix,
    least: float,
    told: tuple[list[int], list[int]] = ([], []),
) -> Vector:
    """For each pair, strongest first, the share of its words that no stronger pair has explained, geometric mean of
    both sides. A pair explains its words if that times its evidence is at least so much, which is more than nothing;
    of the leaves that are `told` every word is explained beforehand.

    Where lines are repeated every leaf may be near every other. So only so many pairs are judged at once, and none
    of a leaf all of whose words are explained: nothing of it is left.
    """
    common, strength = evidence.common, matrix[rows, columns]
    sides = _Explained(common.base, told[0]), _Explained(common.target, told[1])
    fresh = np.zeros(len(rows))
    most = np.minimum(sides[0].left()[rows], sides[1].left()[columns])
    for start, end in at_once(np.cumsum(most), _AT_ONCE):
        left = np.minimum(sides[0].left()[rows[start:end]], sides[1].left()[columns[start:end]])
        at = start + np.flatnonzero(left)
        if len(at):
            shared = common.of_pairs(rows[at], columns[at])
            weight = evidence.weight[common.base.feature[shared.base]]
            fresh[at] = _among(shared, weight, strength[at], least, sides)
    return fresh


def _among(
    shared: Meetings, weight: Vector, strength: Matrix, least: float, sides: tuple[_Explained, _Explained]
) -> Vector:
    """The same for some pairs, of what stronger ones have left: what these take is explained from then on."""
    pairs, places = len(strength), (shared.base, shared.target)
    total = np.bincount(shared.pair, weight, pairs)
    total[total == 0] = 1
    takes = strength >= least
    while True:
        by = np.where(takes, np.arange(pairs), pairs)[shared.pair]
        both = [
            np.bincount(shared.pair, weight * (side.first(words, by) >= shared.pair), pairs) / total
            for side, words in zip(sides, places, strict=True)
        ]
        fresh: Vector = np.sqrt(both[0] * both[1])
        before, takes = takes, strength * fresh >= least
        if (takes == before).all():
            break
    for side, words in zip(sides, places, strict=True):
        side.explain(words[takes[shared.pair]])
    return fresh


class _Explained:
    """Which words of the leaves of a side are explained, and by which pair first."""

    def __init__(self, leaves: Holdings, told: list[int]) -> None:
        self._leaves = leaves
        self._told = np.isin(leaves.owner, told)

    def left(self) -> Grams:
        """How many words of each leaf are not explained yet."""
        return np.bincount(self._leaves.owner[~self._told], minlength=self._leaves.texts)

    def explain(self, words: Grams) -> None:
        """Words of stronger pairs than those to come."""
        self._told[words] = True

    def first(self, words: Grams, by: Grams) -> Grams:
        """The first pair that explains each of the words, where word n of those is explained `by` pair n."""
        first = np.full(len(self._told), np.iinfo(np.int64).max)
        np.minimum.at(first, words, by)
        first[self._told] = -1
        found: Grams = first[words]
        return found
