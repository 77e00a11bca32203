"""How much of one provision stands in another: the exact comparison, of the few pairs that an index has found.

Runs of two and three letters count, each by how rare it is in real laws, as in an alignment (alignment/evidence.py);
but by that alone, for a pair has no document to be rare in.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.grams import (
    Grams,
    chinese_grams,
    distinct,
    english_grams,
    without_names,
    without_quoted_names,
)
from policydiff.alignment.weights import rarity
from policydiff.model import Language

_ENGLISH_RARITY = 0.6  # no table was learned for English


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A text as its runs of letters, sorted, with what each weighs."""

    grams: Grams
    weights: NDArray[np.float64]
    total: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How much of one text stands in the other, and of the other in the one, from 0 to 1."""

    own: float
    other: float

    @property
    def score(self) -> float:
        """Both in one number: 1 where the words are the same."""
        return float((self.own * self.other) ** 0.5)


def weighed(text: str, language: Language) -> Weighed:
    """The text, ready to be compared with many."""
    if language == "zh":
        grams = distinct(chinese_grams(without_names(text)))
        weights = rarity(grams) ** 2
    else:
        grams = distinct(english_grams(without_quoted_names(text)))
        weights = np.full(len(grams), _ENGLISH_RARITY**2)
    return Weighed(grams=grams, weights=weights, total=float(weights.sum()))


def likeness(own: Weighed, other: Weighed) -> Likeness:
    """The two texts compared."""
    at = np.minimum(np.searchsorted(other.grams, own.grams), max(len(other.grams) - 1, 0))
    if not len(own.grams) or not len(other.grams):
        return Likeness(own=0.0, other=0.0)
    shared = float(own.weights[other.grams[at] == own.grams].sum())
    return Likeness(own=_share(shared, own.total), other=_share(shared, other.total))


def _share(shared: float, total: float) -> float:
    return min(shared / total, 1.0) if total else 0.0
