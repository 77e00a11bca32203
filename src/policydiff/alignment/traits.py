"""What tells of two texts whether they belong together, of units and of leaves alike: each a matrix over all pairs.

No trait knows which document is the base: exchanging the documents turns the matrices.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from policydiff.alignment.evidence import Evidence, Matrix, Scores
from policydiff.alignment.holdings import Mask
from policydiff.alignment.selection import unexplained
from policydiff.model import Language

Traits = dict[str, Scores]

_NEAREST = 8  # a text may belong to one of so many that have most evidence for it
_LETTERS: dict[Language, int] = {"zh": 1, "en": 3}  # so many letters say what one Chinese character says


def nearest(evidence: Evidence) -> Mask:
    """The pairs that may be linked: of each text those with most evidence."""
    matrix = evidence.matrix
    if not matrix.size:
        return np.zeros(matrix.shape, bool)
    near = np.zeros(matrix.shape, bool)
    for axis in (0, 1):
        place = max(0, matrix.shape[axis] - _NEAREST)
        near |= matrix >= np.partition(matrix, place, axis=axis).take([place], axis=axis)
    return near & (matrix > 0)


def own(evidence: Evidence) -> Scores:
    """The evidence of the nearest pairs, as far as it rests on words that no stronger pair explains."""
    near = np.where(nearest(evidence), evidence.matrix, np.float32(0))
    return near * np.sqrt(unexplained(evidence, near))


def rarest(evidence: Evidence, possible: Mask) -> Scores:
    """How much the rarest run that both hold weighs, of every pair that may be linked."""
    out = np.zeros(possible.size)
    weight = evidence.weight[evidence.common.base.feature]
    for some in evidence.common:
        np.maximum.at(out, some.pair, weight[some.base])
    return np.where(possible, out.reshape(possible.shape), 0.0)


def best(matrix: Scores | Matrix) -> tuple[Scores, Scores]:
    """The best evidence that either text has for any of the other side: the greater and the smaller of the two."""
    of_base, of_target = matrix.max(axis=1, keepdims=True, initial=0), matrix.max(axis=0, keepdims=True, initial=0)
    return np.maximum(of_base, of_target).astype(np.float64), np.minimum(of_base, of_target).astype(np.float64)


def longer(lengths: tuple[Sequence[int], Sequence[int]], languages: tuple[Language, Language]) -> Scores:
    """The logarithm of the longer one's length, as it would be in Chinese."""
    sizes = [
        np.log([length / _LETTERS[language] + 1 for length in side])
        for side, language in zip(lengths, languages, strict=True)
    ]
    out: Scores = np.maximum.outer(*sizes)
    return out
