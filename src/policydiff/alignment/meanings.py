"""What a text is about: its words as directions learned from real Chinese laws (training/meanings.py).

Two clauses on one subject in other words (供养, 托养) are near each other. Being about one subject is weak evidence
for a link, so this is only ever added to the evidence of shared words. An English word points where the Chinese words
that a dictionary renders by it point, so that entity and unit (单位) are near each other too; and of two English texts
a table of English stems is asked as well (training/meanings_english.py).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from math import log
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.translation import dictionary, glosses, stems
from policydiff.model import Language
from policydiff.text import fold, is_chinese
from policydiff.words import words

TABLE = Path(__file__).with_name("meanings.npz")
ENGLISH_TABLE = Path(__file__).with_name("meanings_english.npz")
VIEWS = 3  # in which provisions a word stands, beside which words, and what a sentence encoder makes of it
_OF_CHINESE = 2  # between Chinese texts, whose own words say most, what the encoder adds misleads as often as it helps

_NOTHING = 1e-9  # beside lengths that may be 0
_LITTLE = (1 << 19) - 1  # multiplications: from twice 1 << 18 on OpenBLAS asks a second thread

Vectors = NDArray[np.float32]
Likeness = NDArray[np.float64]
Counted = tuple[NDArray[np.int64], NDArray[np.float64]]  # words by number, and what each counts


def meaningful(text: str) -> list[str]:
    """The words of two or more Chinese characters."""
    return [word for word in words(fold(text)) if len(word) > 1 and is_chinese(word[0])]


@cache
def _index(table: Path) -> dict[str, int]:
    """The number of each word of a table."""
    with np.load(table, allow_pickle=False) as held:
        return {name: n for n, name in enumerate(held["words"].tobytes().decode().split("\n"))}


class _Table:
    """What each word of a table stands for, one view after the other; a word is worked out when it is first met."""

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as held:
            views = range(sum(name.startswith("vectors") for name in held.files))
            self._filed = [(held[f"vectors{n}"], held[f"scale{n}"].astype(np.float32) / 127) for n in views]
        ends = [0, *accumulate(vectors.shape[1] for vectors, _ in self._filed)]
        self.views = tuple(slice(*ends) for ends in pairwise(ends))
        words = len(self._filed[0][0])
        self._vectors: Vectors = np.zeros((words, ends[-1]), np.float32)
        self._met = np.zeros(words, bool)

    def of(self, numbers: NDArray[np.int64]) -> Vectors:
        """The vectors of words, by number."""
        new = numbers[~self._met[numbers]]
        if new.size:
            for view, (vectors, scale) in zip(self.views, self._filed, strict=True):
                self._vectors[new, view] = vectors[new].astype(np.float32) * scale[new, None]
            self._met[new] = True
        out: Vectors = self._vectors[numbers]
        return out


_table = cache(_Table)


@cache
def renderings() -> dict[str, list[tuple[int, float]]]:
    """For each English stem the numbers of the Chinese words with it among their glosses, and its share of those."""
    index = _index(TABLE)
    out: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for word in dictionary():
        if word in index:
            found = glosses(word)
            for stem in sorted(found):
                out[stem].append((index[word], 1 / len(found)))
    return dict(out)


class View(NamedTuple):
    """Where some texts point in one view, at unit length; the squares of these lengths, which are 0 of a text that says
    nothing, and the sum of all."""

    each: Likeness
    squares: Likeness
    whole: Likeness

    @classmethod
    def of(cls, vectors: Likeness) -> View:
        """Where vectors of any length point."""
        each = _unit_length(vectors)
        return cls(each, np.einsum("ij,ij->i", each, each), each.sum(axis=0))


@dataclass(frozen=True, slots=True)
class Directions:
    """Where the texts of a document point: in each view, and by their English stems."""

    texts: int
    language: Language
    views: tuple[View, ...]
    stems: View | None

    @classmethod
    def of(cls, texts: Sequence[str], language: Language) -> Directions:
        """Where these texts point; one that says nothing points nowhere."""
        if not texts:
            return cls(0, language, (), None)
        every = np.array([_direction(text, language) for text in texts])
        views = tuple(View.of(every[:, view]) for view in _table(TABLE).views)
        stems = View.of(np.array([*map(_direction_of_stems, texts)])) if language == "en" else None
        return cls(len(texts), language, views, stems)


def likeness(base: Directions, target: Directions, *, every_view: bool = False) -> Likeness:
    """For every pair of texts how much both are about the same, from -1 to 1: the mean of the views.

    Of two Chinese texts what the sentence encoder makes of them counts only in `every_view`; of two English texts half
    is said by their stems. What all texts of a document are about is taken out first: it tells no two of them apart.
    """
    if not base.texts or not target.texts:
        return np.zeros((base.texts, target.texts))
    some = VIEWS if every_view or "en" in (base.language, target.language) else _OF_CHINESE
    near = _near if base.language == target.language else _near_across
    views = zip(base.views[:some], target.views[:some], strict=True)
    out: Likeness = np.mean([near(*view) for view in views], axis=0)
    if base.stems is not None and target.stems is not None:
        out = (out + _near(base.stems, target.stems)) / 2
    return out


def _near(base: View, target: View) -> Likeness:
    """The cosine of each text of the base with each of the target, without what the texts of both share."""
    shared = (base.whole + target.whole) / (len(base.each) + len(target.each))
    square = shared @ shared
    along = [side.each @ shared for side in (base, target)]
    beside = zip((base, target), along, strict=True)
    lengths = [np.sqrt(np.maximum(side.squares - 2 * part + square, 0)) for side, part in beside]
    products = _products(base.each, target.each) - along[0][:, None] - along[1] + square
    out: Likeness = products / (np.multiply.outer(*lengths) + _NOTHING)
    return out


def _near_across(base: View, target: View) -> Likeness:
    """The same across languages, which differ in what all their texts share."""
    return _products(*(_unit_length(side.each - side.whole / len(side.each)) for side in (base, target)))


def _products(base: Likeness, target: Likeness) -> Likeness:
    """The product of each row with each row, a few rows at a time: so little is not spread over threads, which take
    longer to wake than the whole takes."""
    rows = max(1, _LITTLE // max(1, target.size))
    return np.concatenate([base[at : at + rows] @ target.T for at in range(0, len(base), rows)])


@lru_cache(maxsize=4096)  # of an article that is one leaf, and of clauses
def _direction(text: str, language: Language) -> Likeness:
    """Where a text points, one view after the other."""
    return _sum(_counted(text, language), TABLE)


@lru_cache(maxsize=8192)
def direction(text: str) -> Likeness:
    """Where a short Chinese text points in all views at once: the product of two is the mean of their cosines."""
    every = _direction(text, "zh")[None]
    out: Likeness = np.concatenate([_unit_length(every[:, view])[0] for view in _table(TABLE).views]) / VIEWS**0.5
    return out


@lru_cache(maxsize=8192)
def _direction_of_stems(text: str) -> Likeness:
    """Where the stems of an English text point."""
    return _sum(_damped(stems(text), _index(ENGLISH_TABLE)), ENGLISH_TABLE)


def nearness_of_stems(one: str, other: str) -> float:
    """How near two English stems are in meaning, from -1 to 1; 0 where the table lacks one of them."""
    index = _index(ENGLISH_TABLE)
    if one not in index or other not in index:
        return 0.0
    pair = _unit_length(_table(ENGLISH_TABLE).of(np.array([index[one], index[other]])).astype(np.float64))
    return float(pair[0] @ pair[1])


def nearness_across(word: str, stems_of: Collection[str]) -> float:
    """How near the nearest of some English stems is to a Chinese word in meaning; 0 where nothing is known of them."""
    known = [_direction_of_stem(stem) for stem in sorted(stems_of) if stem in renderings()]
    return float((np.array(known) @ direction(word)).max()) if known else 0.0


@lru_cache(maxsize=8192)
def _direction_of_stem(stem: str) -> Likeness:
    """Where an English stem points in all views at once, as `direction`."""
    every = _sum(_rendering(((stem, 1),)), TABLE)[None]
    out: Likeness = np.concatenate([_unit_length(every[:, view])[0] for view in _table(TABLE).views]) / VIEWS**0.5
    return out


def _sum(counted: Counted, table: Path) -> Likeness:
    """The directions of words put together, each by what it counts."""
    numbers, counts = counted
    out: Likeness = counts @ _table(table).of(numbers)
    return out


def _counted(text: str, language: Language) -> Counted:
    """The Chinese words of a text, by number, or those that its English words may stand for, with what each counts."""
    if language == "zh":
        return _damped(words(fold(text)), _index(TABLE))
    return _rendering(Counter(stems(text)).items())


def _rendering(counts: Iterable[tuple[str, int]]) -> Counted:
    """The Chinese words that English stems may stand for, by number, with what each counts."""
    out: dict[int, float] = defaultdict(float)
    for stem, count in counts:
        rendered = renderings().get(stem, [])
        whole = sum(share for _, share in rendered)
        for word, share in rendered:
            out[word] += (1 + log(count)) * share / max(1.0, whole)
    return np.fromiter(out, np.int64, len(out)), np.fromiter(out.values(), np.float64, len(out))


def _damped(words: Sequence[str], index: Mapping[str, int]) -> Counted:
    """The words of a table, by number, with what each counts: one that stands there again counts for less."""
    found = Counter(map(index.get, words))
    found.pop(None, None)
    times = np.fromiter(found.values(), np.float64, len(found))
    return np.fromiter(found, np.int64, len(found)), 1 + np.log(times)


def _unit_length(vectors: Likeness) -> Likeness:
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    out: Likeness = vectors / (lengths[:, None] + _NOTHING)
    return out
