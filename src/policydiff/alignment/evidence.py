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

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import pairwise
from operator import iadd
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.cuts import Cut
from policydiff.alignment.grams import Grams, first_of_equals
from policydiff.alignment.holdings import Holdings, Vector, Wording, Wordings, weighed
from policydiff.model import Language

Matrix = NDArray[np.float32]
Scores = NDArray[np.float64]  # so exact that rounding makes equals equal, whichever document is the base

_AT_ONCE = 20  # bits of how many meetings of two texts are counted at once, so that memory stays bounded
# Runs that meet in more pairs of sentences or clauses are passed over: in Chinese they make nine tenths of all meetings
# and a thirtieth of what is said. English has no learned rarities to tell them by.
_MOST_MEETINGS: dict[Language, int | None] = {"zh": 100, "en": None}
_ONE_SIDED = 1.6  # a vote that is not returned counts that much less


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
        for start, end in at_once(ends, _AT_ONCE):
            sizes = self._sizes[start:end]
            ours = np.repeat(np.arange(start, end), sizes)
            theirs = np.arange(done, done + len(ours)) + np.repeat(ahead[start:end], sizes)
            yield Meetings(np.repeat(own[start:end], sizes) + self.target.owner[theirs], ours, theirs)
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


class Alike(NamedTuple):
    """Texts that share something: text `base[n]` of the one list and `target[n]` of the other are alike by so much,
    from 0 to 1; and what each text of either list weighs."""

    base: Grams
    target: Grams
    likeness: Vector
    weights: tuple[Vector, Vector]


@dataclass(frozen=True, slots=True)
class Evidence:
    """`matrix[i, j]` speaks for base text i beside target text j; of what they have in common each feature has a
    weight."""

    matrix: Matrix
    common: Common
    weight: Vector


class Both(NamedTuple):
    """The wordings of two documents, and the runs that stand in both: their places among those of the base and of the
    target, the number of each run of either side among them (-1: it stands in one document alone), and how rare they
    are."""

    wordings: tuple[Wordings, Wordings]
    base: Grams
    target: Grams
    of_base: Grams
    of_target: Grams
    rarity: Vector

    @classmethod
    def of(cls, base: Wordings, target: Wordings) -> Both:
        """The runs of two documents, each sorted."""
        every = np.concatenate([base.grams, target.grams])
        order = np.argsort(every, kind="stable")  # two sorted lists are merged
        ordered = every[order]
        at = np.flatnonzero(ordered[1:] == ordered[:-1])
        in_base, in_target = order[at], order[at + 1] - len(base.grams)
        numbers = [np.full(len(side.grams), -1) for side in (base, target)]
        for number, places in zip(numbers, (in_base, in_target), strict=True):
            number[places] = np.arange(len(places))
        return cls((base, target), in_base, in_target, numbers[0], numbers[1], base.rarity[in_base])


def evidence(
    both: Both, cut_leaves: tuple[Cut, Cut], cut_units: tuple[Cut, Cut], language: Language
) -> tuple[Evidence, Evidence]:
    """The evidence for the leaves and for the units of two documents in one language.

    Exchanging the documents turns the matrices.
    """
    base, target = both.wordings
    leaves, units = _Features(base.leaves, target.leaves, both), _Features(base.units, target.units, both)
    cuts = _Features(base.sentences, target.sentences, both, most=_MOST_MEETINGS[language])
    alike, weights = np.round(cuts.containment(), 5), cuts.sums
    return (
        leaves.evidence(lifted(alike, weights, cut_leaves, leaves.common.shape)),
        units.evidence(lifted(alike, weights, cut_units, units.common.shape)),
    )


def clause_likeness(both: Both) -> Alike:
    """Which clauses of two Chinese documents are alike; runs that stand in many of both are passed over."""
    base, target = both.wordings
    return _Features(base.clauses, target.clauses, both, most=_MOST_MEETINGS["zh"]).alike()


class _Features:
    """Two lists of texts by the features they share, with what each of these weighs; those that stand in more than
    `most` pairs of texts are passed over."""

    def __init__(self, base: Wording, target: Wording, both: Both, most: int | None = None) -> None:
        self._base, self._target = base, target
        self._own = base.weight[both.base], target.weight[both.target]
        self._rareness = base.rareness[both.base], target.rareness[both.target]
        numbers = both.of_base, both.of_target
        if most is not None:
            many = base.held[both.base] * target.held[both.target] > most
            numbers = numbers[0].copy(), numbers[1].copy()
            numbers[0][both.base[many]] = numbers[1][both.target[many]] = -1
        ours, theirs = (side.holdings.among(number) for side, number in zip((base, target), numbers, strict=True))
        self.common = Common(ours, theirs, len(both.rarity))
        self.weight = weighed(both.rarity, np.maximum(self.common.held_base, self.common.held_target))

    def evidence(self, votes: Scores) -> Evidence:
        """The mean of the views, `votes` among them."""
        common, (ours, theirs) = self.common, self._rareness
        shared, by_ours, by_theirs = self._products(self.weight, ours, theirs)
        ours_there = common.target.sums(ours * (common.held_base > 0))
        theirs_here = common.base.sums(theirs * (common.held_target > 0))
        there = _normalised(by_ours, self._base.rareness_of_text, ours_there)
        back = _normalised(by_theirs, theirs_here, self._target.rareness_of_text)
        matrix = (_normalised(shared, *self.sums) + np.sqrt(there * back) + votes) / 3
        return Evidence(np.round(matrix, 5).astype(np.float32), common, self.weight)

    def containment(self) -> Scores:
        """Shared weight over the geometric mean of both weights."""
        (shared,) = self._products(self.weight)
        return _normalised(shared, *self.sums)

    def alike(self) -> Alike:
        """The same of the texts that share something: a table of all would be large where there are many clauses."""
        weight, targets = self.weight[self.common.base.feature], self.common.shape[1]
        found = [_summed(some.pair, weight[some.base]) for some in self.common]
        pair, shared = found[0] if len(found) == 1 else _summed(*map(np.concatenate, zip(*found, strict=True)))
        pair, shared = pair[shared > 0], shared[shared > 0]
        base, target = np.divmod(pair, targets)
        norm = np.sqrt(self.sums[0][base] * self.sums[1][target]) + 1e-9
        return Alike(base, target, np.minimum(shared / norm, 1.0), self.sums)

    @cached_property
    def sums(self) -> tuple[Vector, Vector]:
        """What each text of either side weighs: what more texts of the other side hold weighs less than by itself."""
        less = [self.weight - own for own in self._own]
        return (
            self._base.weight_of_text + self.common.base.sums(less[0]),
            self._target.weight_of_text + self.common.target.sums(less[1]),
        )

    def _products(self, *weights: Vector) -> list[Scores]:
        """For each of the weights Σ weight over shared features, of every pair."""
        shape, feature = self.common.shape, self.common.base.feature
        out: list[Scores] = []
        for held in (weight[feature] for weight in weights):
            parts = (np.bincount(some.pair, held[some.base], shape[0] * shape[1]) for some in self.common)
            out.append(reduce(iadd, (part.astype(np.float64, copy=False) for part in parts)).reshape(shape))
        return out


def at_once(ends: Grams, bits: int) -> Iterator[tuple[int, int]]:
    """From where to where the list that adds up to these ends is taken, so that each part adds up to not too much: to
    a number of that many bits."""
    part = ends >> bits
    yield from pairwise([0, *(np.flatnonzero(np.diff(part)) + 1).tolist(), len(part)])


def _summed(pair: Grams, weight: Vector) -> tuple[Grams, Vector]:
    """Each of the pairs once, in order, with the sum of its weights."""
    shift = len(pair).bit_length()
    packed = np.sort(pair << shift | np.arange(len(pair)))  # many times as fast as to sort the one by the other
    ordered = packed >> shift
    first = first_of_equals(ordered)
    sums = np.bincount(np.cumsum(first) - 1, weight[packed & ((1 << shift) - 1)])
    return ordered[first], sums.astype(np.float64, copy=False)


def _normalised(product: Scores, base: Vector, target: Vector) -> Scores:
    out: Scores = np.outer(np.sqrt(base), np.sqrt(target))
    out += 1e-9
    np.divide(product, out, out=out)
    return np.minimum(out, 1.0, out=out)


def lifted(likeness: Scores, weights: tuple[Vector, Vector], cuts: tuple[Cut, Cut], shape: tuple[int, int]) -> Scores:
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
