"""By how much texts are nearer to one text of the other document than to any other."""

from __future__ import annotations

import numpy as np

from policydiff.alignment.cuts import Cut
from policydiff.alignment.evidence import Alike, Scores
from policydiff.alignment.grams import Grams
from policydiff.alignment.holdings import Vector


def lead(matrix: Scores) -> Scores:
    """By how much each pair is before the best other one of its row or of its column, whichever is more."""
    return np.maximum(matrix - _second(matrix, 0), matrix - _second(matrix, 1))


def clause_leads(base: Cut, target: Cut, clauses: Alike, shape: tuple[int, int]) -> Scores:
    """For every pair of texts how far ahead of all others it is for the clauses of the one and of the other, from 0 to
    1: a clause is ahead where the text holds one more like it than any other text does.

    One clause of a long article says whose counterpart the article is, though most of it is about something else; that
    a word of each clause stands in both says nothing. The square mean over the clauses of a text, each by what it
    weighs, then the geometric mean of both ways.
    """
    if not base.texts or not target.texts:
        return np.zeros(shape)
    ours, theirs = clauses.weights
    there = _nearest(clauses.base, target.owner[clauses.target], clauses.likeness, (len(base.texts), shape[1]))
    back = _nearest(clauses.target, base.owner[clauses.base], clauses.likeness, (len(target.texts), shape[0]))
    both: Scores = np.sqrt(_ahead(there, base, ours, shape[0]) * _ahead(back, target, theirs, shape[1]).T)
    return np.round(both, 5)


def _nearest(clause: Grams, text: Grams, likeness: Vector, shape: tuple[int, int]) -> Scores:
    """How much each clause is like the clause of each text of the other side that is most like it."""
    out = np.zeros(shape[0] * shape[1])
    np.maximum.at(out, clause * shape[1] + text, likeness)
    return out.reshape(shape)


def _ahead(likeness: Scores, own: Cut, weight: Vector, texts: int) -> Scores:
    """Clauses × texts of the other side → texts × those: the square mean, over the clauses of each text, of how far
    ahead each text of the other side is for them."""
    ahead = np.maximum(likeness - _second(likeness, 1), 0)
    starts = own.starts()
    out = np.zeros((texts, likeness.shape[1]))
    out[own.owner[starts]] = np.add.reduceat(weight[:, None] * ahead**2, starts, axis=0)
    whole: Scores = np.sqrt(out / (np.bincount(own.owner, weight, texts) + 1e-9)[:, None])
    return whole


def _second(matrix: Scores, axis: int) -> Scores:
    """The second largest of each column (axis 0) or row (axis 1); what there is where there are fewer than two."""
    place = max(0, matrix.shape[axis] - 2)
    if not matrix.size:
        return matrix
    out: Scores = np.partition(matrix, place, axis=axis).take([place], axis=axis)
    return out
