"""Which unit of the other document the sentences of a unit are about: each sentence shares one vote out among them.

A sentence's vote goes mostly to the units with the sentence nearest to it in subject, and counts as much as the two
are about the same. A unit that merely speaks of what its whole chapter speaks of gets a small part of many votes.
Two sentences that are nearly the same and like no other so much have found each other: they vote for no other text and
get no other's vote, so that a provision which is gone finds none in what is its neighbour's.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from policydiff.alignment.cuts import Cut
from policydiff.alignment.evidence import Scores

_DECIDED = 12.0  # how much of a vote the nearest gets: e**_DECIDED times as much for 1 of likeness more
_FOUND = 0.88  # from this likeness on two sentences are nearly the same


def subject_votes(base: Cut, target: Cut, likeness: Scores, shape: tuple[int, int]) -> Scores:
    """For every pair of texts the share of votes that their sentences give each other, the mean of both ways.

    `likeness` tells how much each sentence of the base is about the same as each of the target.
    """
    if not base.texts or not target.texts:
        return np.zeros(shape)
    matrix = _but_for_found(np.round(likeness, 5), base.letters, target.letters)
    sizes = [np.array([len(said) for said in side.letters], np.float64) for side in (base, target)]
    there = _given(matrix, sizes[0], base, target, shape)
    back = _given(matrix.T, sizes[1], target, base, shape[::-1]).T
    out: Scores = (there + back) / 2
    return out


def _but_for_found(matrix: Scores, base: Sequence[str], target: Sequence[str]) -> Scores:
    """The likeness of sentences, those that have found each other like each other alone."""
    number = {words: n for n, words in enumerate(dict.fromkeys((*base, *target)))}
    equal = np.equal.outer(*(np.array([number[words] for words in side]) for side in (base, target)))
    best = (matrix >= matrix.max(axis=1, keepdims=True)) & (matrix >= matrix.max(axis=0, keepdims=True))
    found = equal | (best & (matrix >= _FOUND))
    bound = np.logical_or.outer(found.any(axis=1), found.any(axis=0))
    out: Scores = np.where(bound & ~found, 0.0, matrix)
    return out


def _given(matrix: Scores, size: Scores, own: Cut, other: Cut, shape: tuple[int, int]) -> Scores:
    """What the sentences of each text give to each text of the other side."""
    nearest = np.full((len(matrix), shape[1]), -1.0)
    starts = other.starts()
    nearest[:, other.owner[starts]] = np.maximum.reduceat(matrix, starts, axis=1)
    share = np.exp(_DECIDED * (nearest - nearest.max(axis=1, keepdims=True)))
    share /= share.sum(axis=1, keepdims=True)
    out = np.zeros(shape)
    starts = own.starts()
    out[own.owner[starts]] = np.add.reduceat(share * nearest * size[:, None], starts, axis=0)
    whole: Scores = out / (np.bincount(own.owner, weights=size, minlength=shape[0]) + 1e-9)[:, None]
    return np.round(whole, 5)
