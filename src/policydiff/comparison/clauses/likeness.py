"""How alike clauses are, in words and in meaning: two of them, one and many, each of a side and each of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.meanings import direction
from policydiff.comparison.clauses.bags import shared
from policydiff.comparison.clauses.cutting import Clause, cover
from policydiff.numerals import in_one_numeral

_ROUNDING = 1e-9
_UNRELATED = 0.5  # clauses of rules that have nothing to do with each other are so near in meaning
_MEANING = 0.5  # how much of what is nearer than that counts beside words
_MOST_GAINED = _MEANING * (1 - _UNRELATED) + _ROUNDING  # by the same meaning


def alike(one: Clause, other: Clause) -> float:
    """How alike two clauses are: 1 for the same words, 0 for neither words nor, in Chinese, meaning in common."""
    return most_alike(one, [other])[1]


def most_alike(clause: Clause, others: Sequence[Clause]) -> tuple[Clause | None, float]:
    """Which of others is most like a clause, the first of equals, and how alike they are; None and 0 of no others."""
    meaning = _in_meaning([clause], others)[0].tolist()
    common = [shared(clause.bag, other.bag) for other in others]
    scores = [
        min(1.0, _in_words(held, clause, other) + near)
        for other, held, near in zip(others, common, meaning, strict=True)
    ]
    best = max(range(len(others)), key=scores.__getitem__, default=None)
    return (None, 0.0) if best is None else (others[best], scores[best])


def comes_near(clause: Clause, others: Sequence[Clause], least: float) -> bool:
    """Whether any of others is so much like a clause; meanings are looked at where words alone leave it open."""
    enough = least - _MOST_GAINED
    known = [other for other in others if _in_words(shared(clause.bag, other.bag), clause, other) >= enough]
    return most_alike(clause, known)[1] >= least


def _in_words(common: float, one: Clause, other: Clause) -> float:
    """How alike two clauses are in words, that have so much in common."""
    return common / ((one.weight * other.weight) ** 0.5 or 1.0)


def _in_meaning(base: Sequence[Clause], target: Sequence[Clause]) -> NDArray[np.float64]:
    """What each pair of Chinese clauses gains by being near in meaning (policydiff.alignment.meanings)."""
    if not base or not target or base[0].language == "en":
        return np.zeros((len(base), len(target)))
    old, new = (np.array([direction(in_one_numeral(clause.text)) for clause in side]) for side in (base, target))
    nearness = np.round(old @ new.T, 5)  # so that no machine's last digit decides
    gained: NDArray[np.float64] = _MEANING * np.maximum(0.0, nearness - _UNRELATED)
    return gained


class Held:
    """Many clauses by the runs of characters that they hold, so that one need not be laid beside each of them."""

    def __init__(self, among: Sequence[Clause]) -> None:
        self.among = among
        self._holders = defaultdict[int, list[int]](list)
        for number, clause in enumerate(among):
            for gram in clause.bag:
                self._holders[gram].append(number)

    def most_of(self, clause: Clause, least: float) -> Iterator[tuple[int, float]]:
        """Which of the clauses hold at least this share of a clause's words, by number, each with the share."""
        for number in self._candidates(clause, least):
            share = cover(clause, self.among[number].bag)
            if share >= least:
                yield number, share

    def nearest(self, clause: Clause, least: float) -> int | None:
        """The number of the clause most like a clause, in words and in meaning; the first of equals. None where none is
        so much alike.

        What a meaning adds is worked out for the few that it can bring so far, as a direction costs more than words;
        `least` must be more than a meaning alone can add.
        """
        known = [
            (number, in_words)
            for number, common in sorted(self.common_with(clause).items())
            if (in_words := _in_words(common, clause, self.among[number])) >= least - _MOST_GAINED
        ]
        gains = _in_meaning([clause], [self.among[number] for number, _ in known])[0].tolist()
        likeness = {number: min(1.0, words + gain) for (number, words), gain in zip(known, gains, strict=True)}
        best = max(likeness, key=likeness.__getitem__, default=None)
        return None if best is None or likeness[best] < least else best

    def common_with(self, clause: Clause) -> dict[int, float]:
        """What each of the clauses has in common with a clause, by number; those that have nothing are left out."""
        out: dict[int, float] = {}
        for gram, weight in clause.bag.items():
            for number in self._holders.get(gram, ()):
                out[number] = out.get(number, 0.0) + weight
        return out

    def _candidates(self, clause: Clause, least: float) -> list[int]:
        """Those that hold any of the clause's rarest runs, of as many as a clause that holds the share cannot lack."""
        most = (1 - least) * clause.weight + _ROUNDING  # that a clause may lack
        lacked = sum([weight for gram, weight in clause.bag.items() if gram not in self._holders])
        if lacked > most:
            return []
        runs = [(self._holders[gram], weight) for gram, weight in clause.bag.items() if gram in self._holders]
        found = set[int]()
        for holders, weight in sorted(runs, key=lambda run: len(run[0])):
            if lacked > most:
                break
            found.update(holders)
            lacked += weight
        return sorted(found)


class Likeness:
    """How alike each clause of a base is to each of a target: worked out at once, and looked up as often as is asked.

    A clause that is in neither side as it was cut, because it was joined to another, is looked at anew.
    """

    def __init__(self, base: Sequence[Clause], target: Sequence[Clause]) -> None:
        self.common = _common(base, target)
        self.rows = _likeness(base, target, self.common)
        self._places = {
            (clause.within, clause.start, clause.end): (side, number)
            for side, cut in enumerate((base, target))
            for number, clause in enumerate(cut)
        }

    def most_alike(self, clause: Clause, others: Sequence[Clause]) -> tuple[Clause | None, float]:
        """Which clause of the other side is most like this one, the first of equals, and how alike they are."""
        if not others or self._place(clause) is None:
            return most_alike(clause, others)
        best = max(others, key=lambda other: self.of(clause, other))
        return best, self.of(clause, best)

    def of(self, one: Clause, other: Clause) -> float:
        """How alike a clause of one side is to one of the other, whichever side is which."""
        here, there = self._place(one), self._place(other)
        if here is None or there is None or here[0] == there[0]:
            return alike(one, other)
        (_, row), (_, column) = sorted((here, there))
        return self.rows[row][column]

    def _place(self, clause: Clause) -> tuple[int, int] | None:
        return self._places.get((clause.within, clause.start, clause.end))


def _common(base: Sequence[Clause], target: Sequence[Clause]) -> list[list[float]]:
    """How much each clause has in common with each; those that share no run are never laid beside each other."""
    held = Held(target)
    out = [[0.0] * len(target) for _ in base]
    for row, clause in zip(out, base, strict=True):
        for number, common in held.common_with(clause).items():
            row[number] = common
    return out


def _likeness(base: Sequence[Clause], target: Sequence[Clause], common: Sequence[Sequence[float]]) -> list[list[float]]:
    """How alike each clause is to each, in words and in meaning."""
    meaning = _in_meaning(base, target).tolist()
    return [
        [min(1.0, _in_words(held, old, new) + near) for new, held, near in zip(target, *sides, strict=True)]
        for old, *sides in zip(base, common, meaning, strict=True)
    ]
