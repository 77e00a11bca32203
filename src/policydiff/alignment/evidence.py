"""How strongly each leaf of one document speaks for each leaf of the other, within one language.

Three views of a pair are averaged, each between 0 and 1; none knows where the leaves stand:

    containment   the share of rare runs of characters that both leaves hold, geometric mean of both sides
    direction     the same as a cosine, where a run counts by how few leaves of one document hold it
    lift          every sentence votes for the leaf that holds the sentence most like it

A run counts little where many provisions of real laws hold it, and less where many leaves of the pair do.

Leaves and units (a leaf's article) are read together: their sentences are the same, and so are most of their runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.grams import (
    Grams,
    chinese_runs,
    english_runs,
    without_names,
    without_quoted_names,
)
from policydiff.alignment.units import Units
from policydiff.alignment.weights import rarity
from policydiff.model import Language
from policydiff.text import sentences, skeleton

Matrix = NDArray[np.float32]
Vector = NDArray[np.float64]
Scores = NDArray[np.float64]  # so exact that rounding makes equals equal, whichever document is the base

_COMMON = 0.35  # how fast a run loses weight with each further leaf that holds it
_AT_ONCE = 1 << 20  # meetings of two texts in a feature that are counted at once, so that memory stays bounded
_ONE_SIDED = 1.6  # a vote that is not returned counts that much less
_ENGLISH_RARITY = 0.6  # no table was learned for English: what counts is how rare a run is in the pair


@dataclass(frozen=True, slots=True)
class Holdings:
    """Which features each of some texts holds: text `owner[n]` holds `feature[n]`. Sorted by text, then by feature."""

    texts: int
    owner: Grams
    feature: Grams

    @classmethod
    def of(cls, sets: Sequence[Grams]) -> Holdings:
        """The texts as the sorted features that each holds."""
        owner = np.repeat(np.arange(len(sets)), [len(held) for held in sets])
        return cls(len(sets), owner, np.concatenate([np.zeros(0, np.int64), *sets]))

    def sums(self, weight: Vector) -> Vector:
        """What the features of each text weigh together."""
        return np.bincount(self.owner, weights=weight[self.feature], minlength=self.texts).astype(np.float64)

    def sizes(self) -> Grams:
        """How many features each text holds."""
        return np.bincount(self.owner, minlength=self.texts)

    def held(self, features: int) -> Grams:
        """By how many texts each feature is held."""
        return np.bincount(self.feature, minlength=features)

    def places(self, wanted: NDArray[np.bool_]) -> NDArray[np.int32]:
        """Texts × wanted features: where the text's holding of the feature stands, or -1."""
        number = np.cumsum(wanted) - 1
        out = np.full((self.texts, int(wanted.sum())), -1, np.int32)
        at = np.flatnonzero(wanted[self.feature])
        out[self.owner[at], number[self.feature[at]]] = at
        return out


@dataclass(frozen=True, slots=True)
class Shared:
    """What the two texts of each of some pairs have in common.

    Texts of pair `pair[n]` share the feature that stands at `base[n]` in the holdings of the base and at `target[n]` in
    those of the target. Sorted by pair, then by feature.
    """

    pair: Grams
    base: Grams
    target: Grams


@dataclass(frozen=True, slots=True)
class Evidence:
    """`matrix[i, j]` speaks for base leaf i beside target leaf j; features are numbered through both sides."""

    matrix: Matrix
    base: Holdings
    target: Holdings
    weight: Vector

    def shared(self, rows: Grams, columns: Grams) -> Shared:
        """The features that base leaf `rows[n]` and target leaf `columns[n]` both hold, for every n."""
        common = (self.base.held(len(self.weight)) > 0) & (self.target.held(len(self.weight)) > 0)
        places, number = self.target.places(common), np.cumsum(common) - 1
        own = np.flatnonzero(common[self.base.feature])  # the holdings of the base that come into question
        first = np.searchsorted(self.base.owner[own], np.arange(self.base.texts + 1))
        pair, at = _stretches(first[rows], np.diff(first)[rows])
        theirs = places[columns[pair], number[self.base.feature[own[at]]]]
        both = theirs >= 0
        return Shared(pair[both], own[at[both]], theirs[both].astype(np.int64))


def _stretches(starts: Grams, sizes: Grams) -> tuple[Grams, Grams]:
    """The numbers of so many stretches of so many places each, one after the other: which stretch, and which place."""
    which = np.repeat(np.arange(len(sizes)), sizes)
    return which, np.arange(len(which)) + (starts - np.cumsum(sizes) + sizes)[which]


def evidence(base: Units, target: Units, language: Language) -> tuple[Evidence, Evidence]:
    """The evidence for the leaves and for the units of two documents in one language.

    Exchanging the documents turns the matrices.
    """
    cut_base, cut_target = cut_up(base.leaf_texts()), cut_up(target.leaf_texts())
    lists = base.leaf_texts(), target.leaf_texts(), base.texts(), target.texts(), cut_base.texts, cut_target.texts
    grams, held = numbered(lists, language)
    rare = rarity(grams) if language == "zh" else np.full(len(grams), _ENGLISH_RARITY)
    leaves, units, cuts = (_Features(*sides, rare) for sides in zip(held[::2], held[1::2], strict=True))
    alike, weights = np.round(cuts.containment(), 5), cuts.sums()
    owners = cut_base.owner, cut_target.owner
    above = np.array(base.owner, np.int64)[owners[0]], np.array(target.owner, np.int64)[owners[1]]
    return (
        leaves.evidence(lifted(alike, weights, owners, leaves.shape)),
        units.evidence(lifted(alike, weights, above, units.shape)),
    )


def numbered(lists: Sequence[Sequence[str]], language: Language) -> tuple[Grams, list[Holdings]]:
    """Lists of texts as the features they hold, numbered through all lists: the grams, and each list's holdings."""
    bare = without_names if language == "zh" else without_quoted_names
    runs = chinese_runs if language == "zh" else english_runs
    owner, gram = runs([bare(text) for texts in lists for text in texts])
    order = np.argsort(gram)
    gram = gram[order]
    new = np.ones(len(gram), bool)
    new[1:] = gram[1:] != gram[:-1]
    features = int(new.sum())
    held = np.sort(owner[order] * features + np.cumsum(new) - 1)
    held = held[np.concatenate([[True], held[1:] != held[:-1]])] if len(held) else held
    owner, feature = np.divmod(held, max(1, features))
    ends = [0, *accumulate(len(texts) for texts in lists)]
    cuts = np.searchsorted(owner, ends)
    return gram[new], [
        Holdings(end - start, owner[first:last] - start, feature[first:last])
        for (start, end), (first, last) in zip(pairwise(ends), pairwise(cuts), strict=True)
    ]


class _Features:
    """Two lists of texts by the features they hold, with what each feature weighs."""

    def __init__(self, base: Holdings, target: Holdings, rare: Vector) -> None:
        self.base, self.target, self.rarity = base, target, rare
        self.shape = base.texts, target.texts
        self.held_base, self.held_target = base.held(len(rare)), target.held(len(rare))
        often = np.maximum(self.held_base, self.held_target)
        self.weight = rare**2 / (1 + _COMMON * np.maximum(often - 1, 0))

    def evidence(self, votes: Scores) -> Evidence:
        """The mean of the views, `votes` among them."""
        matrix = (self.containment() + self.direction() + votes) / 3
        return Evidence(np.round(matrix, 5).astype(np.float32), self.base, self.target, self.weight)

    def containment(self) -> Scores:
        """Shared weight over the geometric mean of both weights."""
        (shared,) = self._products(self.weight)
        return _normalised(shared, *self.sums())

    def direction(self) -> Scores:
        """The geometric mean of two cosines, one weighing features by their rareness in the base, one in the target."""
        of_base, of_target = self._by_rareness(self.base), self._by_rareness(self.target)
        from_base, from_target = self._products(of_base**2, of_target**2)
        there = _normalised(from_base, self.base.sums(of_base**2), self.target.sums(of_base**2 * (self.held_base > 0)))
        back = _normalised(
            from_target, self.base.sums(of_target**2 * (self.held_target > 0)), self.target.sums(of_target**2)
        )
        out: Scores = np.sqrt(there * back)
        return out

    def _by_rareness(self, side: Holdings) -> Vector:
        """What each feature weighs by how few texts of a side hold it."""
        held = self.held_base if side is self.base else self.held_target
        rare = np.log(np.maximum((side.texts + 1) / (held + 0.5), 1.0001)) ** 1.5
        weight: Vector = self.rarity**2 * rare
        return weight

    def _products(self, *weights: Vector) -> list[Scores]:
        """For each of the weights Σ weight over shared features, of every pair."""
        out = [np.zeros(self.shape[0] * self.shape[1]) for _ in weights]
        for pair, feature in self._meetings():
            for product, weight in zip(out, weights, strict=True):
                product += np.bincount(pair, weights=weight[feature], minlength=len(product))
        return [product.reshape(self.shape) for product in out]

    def _meetings(self) -> Iterator[tuple[Grams, Grams]]:
        """Wherever a text of the base meets one of the target in a feature: the pair's place in the matrix, and the
        feature; not too many at once."""
        common = (self.held_base > 0) & (self.held_target > 0)
        (own, of_own), (other, of_other) = (_by_feature(side, common) for side in (self.base, self.target))
        first = np.searchsorted(of_other, np.arange(len(common)))
        sizes = self.held_target[of_own]
        chunk = np.cumsum(sizes) // _AT_ONCE
        for start, end in pairwise([0, *np.flatnonzero(np.diff(chunk)) + 1, len(chunk)]):
            which, at = _stretches(first[of_own[start:end]], sizes[start:end])
            yield own[start:end][which] * self.shape[1] + other[at], of_own[start:end][which]

    def sums(self) -> tuple[Vector, Vector]:
        """What each text of either side weighs."""
        return self.base.sums(self.weight), self.target.sums(self.weight)


def _by_feature(side: Holdings, wanted: NDArray[np.bool_]) -> tuple[Grams, Grams]:
    """The holdings of the wanted features, sorted by feature: the texts, and the features."""
    at = np.flatnonzero(wanted[side.feature])
    at = at[np.argsort(side.feature[at], kind="stable")]
    return side.owner[at], side.feature[at]


def _normalised(product: Scores, base: Vector, target: Vector) -> Scores:
    norm = np.sqrt(np.outer(base, target)) + 1e-9
    out: Scores = np.minimum(product / norm, 1.0)
    return out


@dataclass(frozen=True, slots=True)
class Cut:
    """The sentences of a list of texts, and the number of the text that each is from."""

    texts: list[str]
    owner: NDArray[np.int64]


def cut_up(texts: Sequence[str]) -> Cut:
    """The sentences of each text that have a word to say."""
    found = [(i, piece) for i, text in enumerate(texts) for piece in sentences(text) if len(skeleton(piece)) >= 2]
    return Cut([piece for _, piece in found], np.array([i for i, _ in found], np.int64))


def lifted(
    likeness: Scores, weights: tuple[Vector, Vector], owners: tuple[Grams, Grams], shape: tuple[int, int]
) -> Scores:
    """Every sentence's vote for the text that holds the sentence most like it, as shares of the voting text.

    `weights` and `owners` tell for each sentence of either side how much it counts and which text it stands in.
    """
    there = _votes(likeness, weights[0], owners[0], owners[1], shape)
    back = _votes(likeness.T, weights[1], owners[1], owners[0], shape[::-1]).T
    larger = np.maximum(there, back)
    return np.where((there > 0) & (back > 0), larger, larger / _ONE_SIDED)


def _votes(likeness: Scores, weight: Vector, own: Grams, other: Grams, shape: tuple[int, int]) -> Scores:
    out = np.zeros(shape)
    if likeness.size:
        best: Callable[..., Grams] = likeness.argmax
        choice = best(axis=1)  # the first of equals
        np.add.at(out, (own, other[choice]), weight * likeness[np.arange(len(own)), choice])
    total = np.bincount(own, weights=weight, minlength=shape[0]) + 1e-9
    shares: Scores = out / total[:, None]
    return shares
