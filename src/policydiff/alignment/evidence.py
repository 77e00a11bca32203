"""How strongly each leaf of one document speaks for each leaf of the other, within one language.

Three views of a pair are averaged, each between 0 and 1; none knows where the leaves stand:

    containment   the share of rare runs of characters that both leaves hold, geometric mean of both sides
    direction     the same as a cosine, where a run counts by how few leaves of one document hold it: the geometric
                  mean of one that goes by the base and one that goes by the target
    lift          every sentence votes for the leaf that holds the sentence most like it

A run counts little where many provisions of real laws hold it, and less where many leaves of the pair do.

Leaves and units (a leaf's article) are read together: their sentences are the same, and so are most of their runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, compress, pairwise

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.grams import Grams, grams_of, without_names, without_quoted_names
from policydiff.alignment.letters import skeletons
from policydiff.alignment.units import Units
from policydiff.alignment.weights import rarity
from policydiff.model import Language
from policydiff.text import sentences

Matrix = NDArray[np.float32]
Vector = NDArray[np.float64]
Scores = NDArray[np.float64]  # so exact that rounding makes equals equal, whichever document is the base

_COMMON = 0.35  # how fast a run loses weight with each further leaf that holds it
_AT_ONCE = 1 << 20  # meetings of two texts in a feature that are counted at once, so that memory stays bounded
_FEW = 1 << 16  # so many numbers of texts are sorted by their two bytes, which takes a tenth of the time
_ONE_SIDED = 1.6  # a vote that is not returned counts that much less
_ENGLISH_RARITY = 0.6  # no table was learned for English: what counts is how rare a run is in the pair


@dataclass(frozen=True, slots=True)
class Holdings:
    """Which features each of some texts holds: `owner[n]` holds `feature[n]`. Sorted by feature, then by text."""

    texts: int
    owner: Grams
    feature: Grams

    @classmethod
    def of(cls, table: NDArray[np.bool_]) -> Holdings:
        """The features that each text holds, as a table of texts × features."""
        feature, owner = np.nonzero(table.T)
        return cls(len(table), owner, feature)

    def sums(self, weight: Vector) -> Vector:
        """What the features of each text weigh together."""
        return np.bincount(self.owner, weights=weight[self.feature], minlength=self.texts).astype(np.float64)

    def sizes(self) -> Grams:
        """How many features each text holds."""
        return np.bincount(self.owner, minlength=self.texts)

    def held(self, features: int) -> Grams:
        """By how many texts each feature is held."""
        return np.bincount(self.feature, minlength=features)


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
        number, width = np.cumsum(common) - 1, int(common.sum())
        theirs = np.flatnonzero(common[self.target.feature])
        places = np.full(self.target.texts * width, -1, np.int32)  # texts × common features: where the holding stands
        places[self.target.owner[theirs] * width + number[self.target.feature[theirs]]] = theirs
        ours = np.flatnonzero(common[self.base.feature])
        owner = self.base.owner[ours]
        ours = ours[np.argsort(owner.astype(np.uint16) if self.base.texts < _FEW else owner, kind="stable")]
        sizes = np.bincount(owner, minlength=self.base.texts)
        at = _stretches((np.cumsum(sizes) - sizes)[rows], sizes[rows])
        found = places[np.repeat(columns * width, sizes[rows]) + number[self.base.feature[ours]][at]]
        both = np.flatnonzero(found >= 0)
        return Shared(np.repeat(np.arange(len(rows)), sizes[rows])[both], ours[at[both]], found[both].astype(np.int64))


def _stretches(starts: Grams, sizes: Grams) -> Grams:
    """The places of stretches that start there and are so long, one stretch after the other."""
    ends = np.cumsum(sizes)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + sizes, sizes)


def evidence(
    base: Units, target: Units, cut_leaves: tuple[Cut, Cut], cut_units: tuple[Cut, Cut], language: Language
) -> tuple[Evidence, Evidence]:
    """The evidence for the leaves and for the units of two documents in one language.

    Exchanging the documents turns the matrices.
    """
    lists = base.leaf_texts(), target.leaf_texts(), base.texts(), target.texts(), *(cut.texts for cut in cut_leaves)
    grams, held = numbered(lists, language)
    rare = rarity(grams) if language == "zh" else np.full(len(grams), _ENGLISH_RARITY)
    leaves, units, cuts = (_Features(*sides, rare) for sides in zip(held[::2], held[1::2], strict=True))
    alike, weights = np.round(cuts.containment(), 5), cuts.sums()
    return (
        leaves.evidence(lifted(alike, weights, cut_leaves, leaves.shape)),
        units.evidence(lifted(alike, weights, cut_units, units.shape)),
    )


def numbered(lists: Sequence[Sequence[str]], language: Language) -> tuple[Grams, list[Holdings]]:
    """Lists of texts as the features they hold, numbered through all lists: the grams, and each list's holdings."""
    bare = without_names if language == "zh" else without_quoted_names
    grams, feature, text = grams_of([bare(text) for texts in lists for text in texts], language)
    sizes = [len(texts) for texts in lists]
    of_list = np.repeat(np.arange(len(lists), dtype=np.uint8), sizes)[text]
    order = np.argsort(of_list, kind="stable")
    ends = np.cumsum(np.bincount(of_list, minlength=len(lists)))[:-1]
    starts = [0, *accumulate(sizes)][:-1]
    held = zip(sizes, starts, np.split(text[order], ends), np.split(feature[order], ends), strict=True)
    return grams, [Holdings(size, owner - start, features) for size, start, owner, features in held]


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
        of_base, of_target = self._rareness(self.base, self.held_base), self._rareness(self.target, self.held_target)
        shared, from_base, from_target = self._products(self.weight, of_base, of_target)
        there = _normalised(from_base, self.base.sums(of_base), self.target.sums(of_base * (self.held_base > 0)))
        back = _normalised(from_target, self.base.sums(of_target * (self.held_target > 0)), self.target.sums(of_target))
        matrix = (_normalised(shared, *self.sums()) + np.sqrt(there * back) + votes) / 3
        return Evidence(np.round(matrix, 5).astype(np.float32), self.base, self.target, self.weight)

    def containment(self) -> Scores:
        """Shared weight over the geometric mean of both weights."""
        (shared,) = self._products(self.weight)
        return _normalised(shared, *self.sums())

    def sums(self) -> tuple[Vector, Vector]:
        """What each text of either side weighs."""
        return self.base.sums(self.weight), self.target.sums(self.weight)

    def _rareness(self, side: Holdings, held: Grams) -> Vector:
        """What each feature counts in a cosine by how few texts of a side hold it."""
        rare = np.log(np.maximum((side.texts + 1) / (held + 0.5), 1.0001)) ** 1.5
        weight: Vector = (self.rarity**2 * rare) ** 2
        return weight

    def _products(self, *weights: Vector) -> list[Scores]:
        """For each of the weights Σ weight over shared features, of every pair."""
        common = (self.held_base > 0) & (self.held_target > 0)
        (own, of_own), (other, of_other) = _held(self.base, common), _held(self.target, common)
        first = np.searchsorted(of_other, np.arange(len(common)))
        out = [np.zeros(self.shape[0] * self.shape[1]) for _ in weights]
        for part in _at_once(self.held_target[of_own]):
            feature, sizes = of_own[part], self.held_target[of_own[part]]
            pair = np.repeat(own[part] * self.shape[1], sizes) + other[_stretches(first[feature], sizes)]
            for product, weight in zip(out, weights, strict=True):
                product += np.bincount(pair, weights=np.repeat(weight[feature], sizes), minlength=len(product))
        return [product.reshape(self.shape) for product in out]


def _held(side: Holdings, wanted: NDArray[np.bool_]) -> tuple[Grams, Grams]:
    """The texts of the holdings of wanted features, and the features."""
    at = np.flatnonzero(wanted[side.feature])
    return side.owner[at], side.feature[at]


def _at_once(sizes: Grams) -> Iterator[slice]:
    """Stretches of the list that add up to not too much."""
    chunk = np.cumsum(sizes) // _AT_ONCE
    for start, end in pairwise([0, *(np.flatnonzero(np.diff(chunk)) + 1).tolist(), len(chunk)]):
        yield slice(start, end)


def _normalised(product: Scores, base: Vector, target: Vector) -> Scores:
    norm = np.sqrt(np.outer(base, target)) + 1e-9
    out: Scores = np.minimum(product / norm, 1.0)
    return out


@dataclass(frozen=True, slots=True)
class Cut:
    """The sentences of a list of texts, the letters and digits of each alone, and the number of the text it is from."""

    texts: list[str]
    letters: list[str]
    owner: Grams

    def within(self, larger: Sequence[int]) -> Cut:
        """The sentences of larger texts: text n is a part of `larger[n]`."""
        return replace(self, owner=np.array(larger, np.int64)[self.owner])


def cut_up(texts: Sequence[str]) -> Cut:
    """The sentences of each text that have a word to say."""
    pieces = [sentences(text) for text in texts]
    found = [*chain.from_iterable(pieces)]
    letters = skeletons(found)
    says = [len(said) >= 2 for said in letters]
    owner = np.repeat(np.arange(len(texts)), [len(piece) for piece in pieces])
    return Cut([*compress(found, says)], [*compress(letters, says)], owner[says])


def lifted(
    likeness: Scores, weights: tuple[Vector, Vector], cuts: tuple[Cut, Cut], shape: tuple[int, int]
) -> Scores:
    """Every sentence's vote for the text that holds the sentence most like it, as shares of the voting text.

    `weights` tells for each sentence of either side how much it counts.
    """
    base, target = (cut.owner for cut in cuts)
    there = _votes(likeness, weights[0], base, target, shape)
    back = _votes(likeness.T, weights[1], target, base, shape[::-1]).T
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
