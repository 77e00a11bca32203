"""How strongly each leaf of one document speaks for each leaf of the other, within one language.

Three views of a pair are averaged, each between 0 and 1; none knows where the leaves stand:

    containment   the share of rare runs of characters that both leaves hold, geometric mean of both sides
    direction     the same as a cosine, where a run counts by how few leaves of one document hold it
    lift          every sentence votes for the leaf that holds the sentence most like it

A run counts little where many provisions of real laws hold it, and less where many leaves of the pair do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.grams import Grams, chinese_grams, english_grams, without_names, without_quoted_names
from policydiff.alignment.weights import rarity
from policydiff.model import Language
from policydiff.text import sentences, skeleton

Matrix = NDArray[np.float32]
Vector = NDArray[np.float64]
Scores = NDArray[np.float64]  # so exact that rounding makes equals equal, whichever document is the base

_COMMON = 0.35  # how fast a run loses weight with each further leaf that holds it
_COLUMNS = 4096  # features multiplied at once, so that memory stays bounded
_ONE_SIDED = 1.6  # a vote that is not returned counts that much less
_ENGLISH_RARITY = 0.6  # no table was learned for English: what counts is how rare a run is in the pair


@dataclass(frozen=True, slots=True)
class Evidence:
    """`matrix[i, j]` speaks for base leaf i beside target leaf j; features are numbered through both sides."""

    matrix: Matrix
    base: tuple[Grams, ...]
    target: tuple[Grams, ...]
    weight: Vector

    def shared(self, i: int, j: int) -> Grams:
        """The features that both leaves hold, sorted."""
        return np.intersect1d(self.base[i], self.target[j], assume_unique=True)


def evidence(base: Sequence[str], target: Sequence[str], language: Language) -> Evidence:
    """The evidence for two lists of texts in one language; exchanging the lists turns the matrix."""
    read = _read_chinese if language == "zh" else _read_english
    units = _Features(read(base), read(target), language)
    cut_base, cut_target = cut_up(base), cut_up(target)
    cuts = _Features(read(cut_base.texts), read(cut_target.texts), language)
    owners = cut_base.owner, cut_target.owner
    votes = lifted(np.round(cuts.containment(), 5), cuts.sums(), owners, (len(base), len(target)))
    matrix = (units.containment() + units.direction() + votes) / 3
    return Evidence(np.round(matrix, 5).astype(np.float32), units.base, units.target, units.weight)


def _read_chinese(texts: Sequence[str]) -> list[Grams]:
    return [np.unique(chinese_grams(without_names(text))) for text in texts]


def _read_english(texts: Sequence[str]) -> list[Grams]:
    return [np.unique(english_grams(without_quoted_names(text))) for text in texts]


class _Features:
    """Two lists of texts as sets of features, numbered from 0, with what each feature weighs."""

    def __init__(self, base: list[Grams], target: list[Grams], language: Language) -> None:
        grams, numbered = np.unique(np.concatenate([np.zeros(0, np.int64), *base, *target]), return_inverse=True)
        cuts = np.cumsum([len(unit) for unit in (*base, *target)])[:-1]
        units = [np.sort(unit) for unit in np.split(numbered, cuts)] if base or target else []
        self.base, self.target = tuple(units[: len(base)]), tuple(units[len(base) :])
        self.held_base, self.held_target = (_held(side, len(grams)) for side in (self.base, self.target))
        self.rarity = rarity(grams) if language == "zh" else np.full(len(grams), _ENGLISH_RARITY)
        often = np.maximum(self.held_base, self.held_target)
        self.weight = self.rarity**2 / (1 + _COMMON * np.maximum(often - 1, 0))

    def containment(self) -> Scores:
        """Shared weight over the geometric mean of both weights."""
        shared = self._product(np.sqrt(self.weight), np.sqrt(self.weight))
        return _normalised(shared, self._sums(self.base, self.weight), self._sums(self.target, self.weight))

    def direction(self) -> Scores:
        """The geometric mean of two cosines, one weighing features by their rareness in the base, one in the target."""
        from_base = self._cosine(self.base, self.target, self.held_base)
        from_target = self._cosine(self.target, self.base, self.held_target).T
        out: Scores = np.sqrt(from_base * from_target)
        return out

    def _cosine(self, own: tuple[Grams, ...], other: tuple[Grams, ...], held: Vector) -> Scores:
        rare = np.log(np.maximum((len(own) + 1) / (held + 0.5), 1.0001)) ** 1.5
        weight = self.rarity**2 * rare
        known = np.where(held > 0, weight, 0.0)  # what the other side alone says is no evidence against
        product = self._product(weight, weight) if own is self.base else self._product(weight, weight).T
        return _normalised(product, self._sums(own, weight**2), self._sums(other, known**2))

    def _product(self, base_weight: Vector, target_weight: Vector) -> Scores:
        """Σ base_weight · target_weight over shared features, for every pair."""
        out = np.zeros((len(self.base), len(self.target)))
        shared = np.flatnonzero((self.held_base > 0) & (self.held_target > 0))
        for at in range(0, len(shared), _COLUMNS):
            columns = shared[at : at + _COLUMNS]
            out += _dense(self.base, columns, base_weight) @ _dense(self.target, columns, target_weight).T
        return out

    def sums(self) -> tuple[Vector, Vector]:
        """What each text of either side weighs."""
        return self._sums(self.base, self.weight), self._sums(self.target, self.weight)

    @staticmethod
    def _sums(side: tuple[Grams, ...], weight: Vector) -> Vector:
        return np.array([weight[unit].sum() for unit in side])


def _held(side: tuple[Grams, ...], features: int) -> Vector:
    """By how many texts of a side each feature is held."""
    return np.bincount(np.concatenate([np.zeros(0, np.int64), *side]), minlength=features).astype(np.float64)


def _dense(side: tuple[Grams, ...], columns: Grams, weight: Vector) -> Scores:
    """The texts × the given features (sorted), each as its weight."""
    out = np.zeros((len(side), len(columns)))
    for row, unit in zip(out, side, strict=True):
        at = np.searchsorted(columns, unit)
        hit = at < len(columns)
        hit[hit] = columns[at[hit]] == unit[hit]
        row[at[hit]] = weight[unit[hit]]
    return out


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
