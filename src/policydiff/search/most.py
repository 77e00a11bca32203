"""What provisions have the most of, where none has all that was asked for.

    业主失业金   业主 主失 失业 业金  ──▶  业主 失业    主失 stands nowhere, 业金 in 企业金融 alone

Without a dictionary any two characters that stand together may be a word. Of two that share one (失业, 业金) and that
stand nowhere as one run, the rarer is none.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from policydiff.search.index import Opened
from policydiff.search.matching import left, matches
from policydiff.search.query import Clause, Clauses, Exact, Query
from policydiff.search.questions import joined
from policydiff.search.ranking import Scores
from policydiff.search.records import NONE, Allowed, Numbers, Records
from policydiff.search.tokens import units

NOT_FOUND: Scores = (NONE, np.zeros(0))
_LEAST_OF_BEST = 0.5  # of what the best provision holds of a question, by weight, the least that another one does
_SAMPLE = 12  # provisions with two characters that are looked at, whether they stand there without a mark between them
_SHORTER = 0.001  # a unit: of two provisions that hold the same of it the shorter comes first


def by_most(index: Opened, asked: Query, clauses: Clauses, allowed: Allowed, *, least: float) -> tuple[Query, Scores]:
    """The provisions that hold the most of some clauses, themselves or by the title of their document, the rare ones
    weighing more, and half as much as the best do at least; nothing where none holds the `least` share of them, nor
    more than that of their characters. What no provision holds weighs nothing."""
    records = index.records
    found, shares, words, stands = _standing(index, clauses, allowed)
    worth, by_title, often, covered = (np.zeros(len(records)) for _ in range(4))
    for place in words:
        numbers = found[place]
        weight = shares[place] * math.log(1 + (len(records) - len(numbers) + 0.5) / (len(numbers) + 0.5))
        worth[numbers] += weight
        often[numbers] += 1
        covered[numbers] += 2
        if place - 1 in words and _shared(clauses, place):
            covered[np.intersect1d(numbers, found[place - 1], assume_unique=True)] -= 1
        titled = records.of(np.searchsorted(records.titles, np.intersect1d(numbers, records.titles)).tolist())
        titled[numbers] = False
        by_title[titled] += weight
    worth[records.titles] = often[records.titles] = covered[records.titles] = 0
    every = sum(2 - _shared(clauses, place) for place in range(len(clauses)))
    if not often.any() or (often.max() < least * len(clauses) and covered.max() <= least * every):
        return asked, NOT_FOUND
    worth[worth > 0] += by_title[worth > 0]
    best = np.flatnonzero(worth >= _LEAST_OF_BEST * worth.max())
    scores = np.round(worth[best] - _SHORTER * records.lengths[best], 3)
    known = tuple(clauses[place] for place in words)
    return replace(asked, text=joined(known, stands), tiers=(known,), whole=Exact(()), as_typed=()), (best, scores)


def standing_words(index: Opened, clauses: Clauses, allowed: Allowed) -> list[str]:
    """The words among some clauses, pair by pair, that some provisions hold."""
    standing = _standing(index, clauses, allowed)
    return joined(tuple(clauses[place] for place in standing.words), standing.stands).split()


class _Standing(NamedTuple):
    """Where some clauses stand: of each the records and the share of them with it in one piece, the places of those
    that are words, and whether any run stands anywhere."""

    found: list[Numbers]
    shares: list[float]
    words: list[int]
    stands: Callable[[tuple[str, ...]], bool]


def _standing(index: Opened, clauses: Clauses, allowed: Allowed) -> _Standing:
    def stands(run: tuple[str, ...]) -> bool:
        return len(left(matches(index, (Exact(run),)), allowed)) > 0

    found = [left(matches(index, (clause,)), allowed) for clause in clauses]
    shares = [_in_one_piece(index.records, clause, numbers) for clause, numbers in zip(clauses, found, strict=True)]
    sizes = [len(numbers) * (share > 0) for numbers, share in zip(found, shares, strict=True)]
    return _Standing(found, shares, _words(clauses, sizes, stands), stands)


def _words(clauses: Clauses, sizes: Sequence[int], stands: Callable[[tuple[str, ...]], bool]) -> list[int]:
    """The places of the clauses that some provisions hold, of two that share a character and stand nowhere as one run
    the more frequent alone."""
    words: set[int] = set()
    for place in sorted(filter(sizes.__getitem__, range(len(clauses))), key=lambda one: -sizes[one]):
        beside = [other for other in (place, place + 1) if _shared(clauses, other) and {other - 1, other} & words]
        if all(stands(_run(clauses, other)) for other in beside):
            words.add(place)
    return sorted(words)


def _shared(clauses: Clauses, place: int) -> bool:
    """Whether a clause is a pair of characters that begins with the end of the pair before it."""
    if not 0 < place < len(clauses):
        return False
    one, other = clauses[place - 1], clauses[place]
    pairs = isinstance(one, Exact) and isinstance(other, Exact) and len(one.units) == len(other.units) == 2
    return pairs and one.units[1] == other.units[0]  # type: ignore[union-attr]


def _run(clauses: Clauses, place: int) -> tuple[str, ...]:
    """The run of a pair and the one before it."""
    return (*clauses[place - 1].units, clauses[place].units[1])  # type: ignore[union-attr]


def _in_one_piece(records: Records, clause: Clause, found: Numbers) -> float:
    """In what share of some records, which are drawn, two characters stand together without a mark between them; 1 for
    any other clause that they hold."""
    if not (isinstance(clause, Exact) and len(clause.units) == 2 and len(found)):
        return float(len(found) > 0)
    many = min(len(found), _SAMPLE)
    drawn = [records.hit(int(found[n * (len(found) - 1) // max(many - 1, 1)]))["text"] for n in range(many)]
    return sum(_stands_in_one_piece(clause.units, text) for text in drawn) / many


def _stands_in_one_piece(pair: tuple[str, ...], text: str) -> bool:
    return any(
        (one.text, other.text) == pair and not text[one.end : other.start].strip()
        for one, other in pairwise(units(text))
    )
