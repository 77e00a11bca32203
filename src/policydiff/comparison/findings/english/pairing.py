"""Which sentences of two English texts answer which.

A sentence answers the one that says most of what it says, in whatever order; where one side says in two sentences what
the other says in one, the three go together.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from policydiff.comparison.findings.english.statements import Clause, Statement
from policydiff.comparison.findings.terms.english_words import say_the_same

_LEAST_ALIKE = 0.3  # sentences less alike do not answer each other
_HELD = 0.6  # or which share of a sentence another one holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Sentences of the base and those of the target that say the same matter."""

    base: tuple[Statement, ...]
    target: tuple[Statement, ...]

    def turned(self) -> Pair:
        """The two sides in the other order."""
        return Pair(base=self.target, target=self.base)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """The sentences that answer each other, and those of either side that have no counterpart."""

    paired: tuple[Pair, ...]
    gone: tuple[Statement, ...]
    new: tuple[Statement, ...]

    def turned(self) -> Pairs:
        """The two sides in the other order."""
        return Pairs(paired=tuple(pair.turned() for pair in self.paired), gone=self.new, new=self.gone)


def pairs_of(base: Sequence[Statement], target: Sequence[Statement]) -> Pairs:
    """The sentences of two sides, put together where they answer each other."""
    if len(base) == len(target) == 1:
        return Pairs(paired=(Pair(base=(base[0],), target=(target[0],)),), gone=(), new=())
    likeness = [[share_of_both(one.stems, other.stems) for other in target] for one in base]
    partner: dict[int, int] = {}
    taken: dict[int, int] = {}
    found = ((near, i, j) for i, row in enumerate(likeness) for j, near in enumerate(row) if near >= _LEAST_ALIKE)
    for _, i, j in sorted(found, key=lambda one: (-one[0], abs(one[1] - one[2]), one[1])):
        if i not in partner and j not in taken:
            partner[i], taken[j] = j, i
    joined = {j: [i] for i, j in partner.items()}
    others = {i: [j] for i, j in partner.items()}
    gone = [
        i for i in range(len(base)) if i not in partner and not _joins(base[i], target, partner.values(), joined, i)
    ]
    new = [j for j in range(len(target)) if j not in taken and not _joins(target[j], base, partner, others, j)]
    return Pairs(
        paired=tuple(
            Pair(base=tuple(base[k] for k in sorted(joined[j])), target=tuple(target[k] for k in sorted(others[i])))
            for i, j in sorted(partner.items())
        ),
        gone=tuple(base[i] for i in gone),
        new=tuple(target[j] for j in new),
    )


def _joins(
    lone: Statement, others: Sequence[Statement], paired: Iterable[int], joined: dict[int, list[int]], number: int
) -> bool:
    """Whether a sentence says a part of what one of the other side says that has a counterpart; it is put beside it."""
    held = {k: share(lone.stems, others[k].stems) for k in paired}
    best = max(held, key=lambda k: held[k], default=None)
    if best is None or held[best] < _HELD:
        return False
    joined[best].append(number)
    return True


def share_of_both(one: Sequence[str], other: Sequence[str]) -> float:
    """How much of either words the other ones say, from 0 to 1."""
    return math.sqrt(share(one, other) * share(other, one))


def share(stems: Sequence[str], held: Collection[str]) -> float:
    """Which share of some words others say."""
    known = frozenset(held)
    return sum(is_said(stem, known) for stem in stems) / (len(stems) or 1)


@lru_cache(maxsize=1 << 15)
def is_said(stem: str, held: frozenset[str]) -> bool:
    """Whether a word, or one that says the same, is among others."""
    return stem in held or any(say_the_same(stem, other) for other in held)


def stems_of(said: Iterable[Statement | Clause]) -> frozenset[str]:
    """All that some sentences or clauses say."""
    return frozenset(stem for one in said for stem in one.stems)
