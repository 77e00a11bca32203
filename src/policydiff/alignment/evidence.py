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
from typing import NamedTuple

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
Mask = NDArray[np.bool_]
Scores = NDArray[np.float64]  # so exact that rounding makes equals equal, whichever document is the base

_COMMON = 0.35  # how fast a run loses weight with each further leaf that holds it
_AT_ONCE = 20  # bits of how many meetings of two texts are counted at once, so that memory stays bounded
_ONE_SIDED = 1.6  # a vote that is not returned counts that much less
_ENGLISH_RARITY = 0.6  # no table was learned for English: what counts is how rare a run is in the pair


@dataclass(frozen=True, slots=True)
class Holdings:
    """Which features each of some texts holds: `owner[n]` holds `feature[n]`. Sorted by feature, then by text."""

    texts: int
    owner: Grams
    feature: Grams

    @classmethod
    def of(cls, table: Mask) -> Holdings:
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


class Meetings(NamedTuple):
    """Where a text of the base and one of the target hold the same feature, sorted by feature and then by text.

    The texts of pair `pair[n]` share the feature at `base[n]` in the holdings of the base, at `target[n]` in those of
    the target.
    """

    pair: Grams
    base: Grams
    target: Grams


class Common:
    """What each text of the base has in common with each text of the target; pair i × targets + j is base text i beside
    target text j. The features are numbered through both sides.

    Meetings are few beside a table of texts × texts × features, and kept. Those of two long laws are counted out anew
    for each that asks, some at a time, so that memory stays bounded.
    """

    def __init__(self, base: Holdings, target: Holdings, features: int) -> None:
        self.base, self.target = base, target
        self.shape = base.texts, target.texts
        self.held_base, self.held_target = base.held(features), target.held(features)
        self._sizes = self.held_target[base.feature]
        self._kept = [*self._counted()] if self._sizes.sum() >> _AT_ONCE == 0 else None

    def turned(self) -> Common:
        """The same with the sides exchanged."""
        return Common(self.target, self.base, len(self.held_base))

    def __iter__(self) -> Iterator[Meetings]:
        return self._counted() if self._kept is None else iter(self._kept)

    def _counted(self) -> Iterator[Meetings]:
        own, ends = self.base.owner * self.shape[1], np.cumsum(self._sizes)
        first = np.cumsum(self.held_target) - self.held_target  # the place of each feature among the target's holdings
        ahead = first[self.base.feature] - ends + self._sizes
        done = 0
        for start, end in _at_once(ends):
            ours = np.repeat(np.arange(start, end), self._sizes[start:end])
            theirs = np.arange(done, done + len(ours)) + ahead[ours]
            yield Meetings(own[ours] + self.target.owner[theirs], ours, theirs)
            done += len(ours)

    def of_pairs(self, rows: Grams, columns: Grams) -> Meetings:
        """The meetings of base text `rows[n]` and target text `columns[n]`, for every n, as those of pair n."""
        number = np.full(self.shape[0] * self.shape[1], -1)
        number[rows * self.shape[1] + columns] = np.arange(len(rows))
        found = []
        for some in self:
            numbers = number[some.pair]
            at = np.flatnonzero(numbers >= 0)
            found.append((numbers[at], some.base[at], some.target[at]))
        return Meetings(*map(np.concatenate, zip(*found, strict=True)))


@dataclass(frozen=True, slots=True)
class Evidence:
    """`matrix[i, j]` speaks for base text i beside target text j; of what they have in common each feature has a
    weight."""

    matrix: Matrix
    common: Common
    weight: Vector


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
        leaves.evidence(lifted(alike, weights, cut_leaves, leaves.common.shape)),
        units.evidence(lifted(alike, weights, cut_units, units.common.shape)),
    )


def numbered(lists: Sequence[Sequence[str]], language: Language) -> tuple[Grams, list[Holdings]]:
    """Lists of texts as the features they hold, numbered through all lists: the grams, and each list's holdings."""
    bare = without_names if language == "zh" else without_quoted_names
    grams, feature, text = grams_of([bare(text) for texts in lists for text in texts], language)
    sizes = [len(texts) for texts in lists]
    starts = [0, *accumulate(sizes)][:-1]
    order = np.argsort(np.repeat(np.arange(len(lists), dtype=np.uint8), sizes)[text], kind="stable")
    of_text = np.bincount(text, minlength=sum(sizes))
    ends = [of_text[:start].sum() for start in starts[1:]]
    held = zip(sizes, starts, np.split(text[order], ends), np.split(feature[order], ends), strict=True)
    return grams, [Holdings(size, owner - start, features) for size, start, owner, features in held]


class _Features:
    """Two lists of texts by the features they hold, with what each feature weighs."""

    def __init__(self, base: Holdings, target: Holdings, rare: Vector) -> None:
        self.base, self.target, self.rarity = base, target, rare
        self.common = Common(base, target, len(rare))
        often = np.maximum(self.common.held_base, self.common.held_target)
        self.weight = rare**2 / (1 + _COMMON * np.maximum(often - 1, 0))

    def evidence(self, votes: Scores) -> Evidence:
        """The mean of the views, `votes` among them."""
        held_base, held_target = self.common.held_base, self.common.held_target
        of_base, of_target = self._rareness(self.base, held_base), self._rareness(self.target, held_target)
        shared, from_base, from_target = self._products(self.weight, of_base, of_target)
        there = _normalised(from_base, self.base.sums(of_base), self.target.sums(of_base * (held_base > 0)))
        back = _normalised(from_target, self.base.sums(of_target * (held_target > 0)), self.target.sums(of_target))
        matrix = (_normalised(shared, *self.sums()) + np.sqrt(there * back) + votes) / 3
        return Evidence(np.round(matrix, 5).astype(np.float32), self.common, self.weight)

    def containment(self) -> Scores:
        """Shared weight over the geometric mean of both weights."""
        (shared,) = self._products(self.weight)
        return _normalised(shared, *self.sums())

    def sums(self) -> tuple[Vector, Vector]:
        """What each text of either side weighs."""
        return self.base.sums(self.weight), self.target.sums(self.weight)

    def _rareness(self, side: Holdings, held: Grams) -> Vector:
        """What each feature counts in a cosine by how few texts of a side hold it."""
        often = np.arange(held.max(initial=0) + 1)
        rare = np.log(np.maximum((side.texts + 1) / (often + 0.5), 1.0001)) ** 1.5
        weight: Vector = (self.rarity**2 * rare[held]) ** 2
        return weight

    def _products(self, *weights: Vector) -> list[Scores]:
        """For each of the weights Σ weight over shared features, of every pair."""
        shape = self.common.shape
        out = [np.zeros(shape[0] * shape[1]) for _ in weights]
        for some in self.common:
            for product, weight in zip(out, weights, strict=True):
                product += np.bincount(some.pair, weight[self.base.feature][some.base], len(product))
        return [product.reshape(shape) for product in out]


def _at_once(ends: Grams) -> Iterator[tuple[int, int]]:
    """From where to where the list that adds up to these ends is taken, so that each part adds up to not too much."""
    part = ends >> _AT_ONCE
    yield from pairwise([0, *(np.flatnonzero(np.diff(part)) + 1).tolist(), len(part)])


def _normalised(product: Scores, base: Vector, target: Vector) -> Scores:
    norm = np.outer(np.sqrt(base), np.sqrt(target)) + 1e-9
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
