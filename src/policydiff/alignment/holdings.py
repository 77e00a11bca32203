"""Which runs of characters the texts of a document hold, and how much each says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.grams import Grams, grams_of, without_names, without_quoted_names
from policydiff.alignment.weights import rarity
from policydiff.model import Language

Mask = NDArray[np.bool_]
Vector = NDArray[np.float64]

_COMMON = 0.35  # how fast a run loses weight with each further text that holds it
_ENGLISH_RARITY = 0.6  # no table was learned for English: what counts is how rare a run is in the pair


class Holdings(NamedTuple):
    """Which features each of some texts holds: `owner[n]` holds `feature[n]`. Sorted by feature, then by text. `sizes`
    tells how many each text holds, those that stand in no list of these included."""

    owner: Grams
    feature: Grams
    sizes: Grams

    @classmethod
    def of(cls, table: Mask) -> Holdings:
        """The features that each text holds, as a table of texts × features."""
        feature, owner = np.nonzero(table.T)
        return cls(owner, feature, table.sum(axis=1))

    @property
    def texts(self) -> int:
        """How many texts there are."""
        return len(self.sizes)

    def sums(self, weight: Vector) -> Vector:
        """What the features of each text weigh together."""
        return np.bincount(self.owner, weights=weight[self.feature], minlength=self.texts).astype(np.float64)

    def held(self, features: int) -> Grams:
        """By how many texts each feature is held."""
        return np.bincount(self.feature, minlength=features)

    def among(self, number: Grams) -> Holdings:
        """Of these the features that have a number in another list (-1: none), under that number."""
        feature = number[self.feature]
        there = feature >= 0
        return Holdings(self.owner[there], feature[there], self.sizes)


@dataclass(frozen=True, slots=True)
class Wording:
    """What some texts of a document hold, as long as nothing is known of another document: by how many each feature is
    held, what it weighs, how rare it is among these texts alone, and the sums of both for each text."""

    holdings: Holdings
    held: Grams
    weight: Vector
    weight_of_text: Vector
    rareness: Vector
    rareness_of_text: Vector

    @classmethod
    def of(cls, holdings: Holdings, rare: Vector) -> Wording:
        """The wording of texts whose features are that rare in real laws."""
        held = holdings.held(len(rare))
        weight = weighed(rare, held)
        often = np.arange(held.max(initial=0) + 1)
        few = np.log(np.maximum((holdings.texts + 1) / (often + 0.5), 1.0001)) ** 1.5
        rareness = (rare**2 * few[held]) ** 2
        return cls(holdings, held, weight, holdings.sums(weight), rareness, holdings.sums(rareness))


@dataclass(frozen=True, slots=True)
class Wordings:
    """The runs of characters of a document, sorted, how rare each is in real laws, and what its leaves, its units and
    the sentences and clauses of both hold of them."""

    grams: Grams
    rarity: Vector
    leaves: Wording
    units: Wording
    sentences: Wording
    clauses: Wording


def wordings(
    leaves: Sequence[str], units: Sequence[str], sentences: Sequence[str], clauses: Sequence[str], language: Language
) -> Wordings:
    """What the texts of a document hold. All are read together: most of their runs are the same."""
    grams, held = _numbered((leaves, units, sentences, clauses), language)
    rare = rarity(grams) if language == "zh" else np.full(len(grams), _ENGLISH_RARITY)
    return Wordings(grams, rare, *(Wording.of(one, rare) for one in held))


def weighed(rare: Vector, held: Grams) -> Vector:
    """What features weigh that are so rare, and that so many texts hold."""
    weight: Vector = rare**2 / (1 + _COMMON * np.maximum(held - 1, 0))
    return weight


def _numbered(lists: Sequence[Sequence[str]], language: Language) -> tuple[Grams, list[Holdings]]:
    """Lists of texts as the features they hold, numbered through all lists: the grams, and each list's holdings."""
    bare = without_names if language == "zh" else without_quoted_names
    grams, feature, text = grams_of([bare(text) for texts in lists for text in texts], language)
    sizes = [len(texts) for texts in lists]
    starts = [0, *accumulate(sizes)][:-1]
    order = np.argsort(np.repeat(np.arange(len(lists), dtype=np.uint8), sizes)[text], kind="stable")
    of_text = np.bincount(text, minlength=sum(sizes))
    ends = [of_text[:start].sum() for start in starts[1:]]
    held = np.split(text[order], ends), np.split(feature[order], ends), np.split(of_text, starts[1:])
    return grams, [
        Holdings(owner - start, features, size) for start, owner, features, size in zip(starts, *held, strict=True)
    ]
