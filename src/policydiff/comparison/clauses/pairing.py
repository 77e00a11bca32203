"""The clauses of two sides → which answer each other, and which have no counterpart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from operator import attrgetter

from policydiff.comparison.clauses.bags import shared
from policydiff.comparison.clauses.cutting import Clause, together
from policydiff.comparison.clauses.kinds import FORBIDS, PROVISO, Kind, kind, sets_the_case
from policydiff.comparison.clauses.likeness import Likeness

_LEAST_ALIKE = 0.3  # what scores less is no pair
_LEAST_HELD = 0.62  # share of a clause that another one holds
_COUNTERPART, _CLOSE, _VERY_CLOSE = 0.3, 0.4, 0.6  # that answer: as a rule, in a doubtful row, whatever they are
_FAR = 0.02  # what each clause of distance takes from a pairing
_FARTHEST = 6  # clauses: what is farther loses no more
_SAME_END = 0.12  # what two clauses gain that end in the same verb or thing: …报告, …备案
_SAME_OPENING = 0.1  # 由…, 经…: both say by whom or with whose leave
_LEAST_KIN = 0.08  # less alike, nothing brings two clauses together
_OF_TWO_KINDS = 0.35  # what a duty loses beside the naming of its breach
_LEAST_GAIN = 0.07  # which share of either a neighbour must say that the clause leaves unsaid
_LEAST_OWN = 0.4  # or which share of its own words


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausePairs:
    """Which clauses stand beside which and how alike they are, and which of either side have no counterpart.

    `base` and `target` are all clauses of the sides. A clause of a pair may be several that follow each other, where
    the other side says them as one.
    """

    base: tuple[Clause, ...]
    target: tuple[Clause, ...]
    likeness: Likeness
    paired: tuple[tuple[Clause, Clause, float], ...]
    gone: tuple[Clause, ...]
    new: tuple[Clause, ...]

    def only(self, answer: Callable[[Clause, Clause, float], bool]) -> ClausePairs:
        """The pairs whose clauses answer each other; those of the others have no counterpart."""
        kept = [answer(*pair) for pair in self.paired]
        apart = [pair for pair, is_kept in zip(self.paired, kept, strict=True) if not is_kept]
        by_place = attrgetter("start")
        gone = sorted((*self.gone, *(one for one, _, _ in apart)), key=by_place)
        new = sorted((*self.new, *(other for _, other, _ in apart)), key=by_place)
        return replace(self, paired=tuple(compress(self.paired, kept)), gone=tuple(gone), new=tuple(new))


def pair_clauses(base: Sequence[Clause], target: Sequence[Clause]) -> ClausePairs:
    """The best partner for each clause, best pairs first; neighbours win where the words do not decide."""
    likeness = Likeness(base, target)
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in _wanted(base, target, likeness.rows):
        if i not in paired and j not in taken:
            paired[i] = j
            taken.add(j)
    gone = [i for i in range(len(base)) if i not in paired]
    come = [j for j in range(len(target)) if j not in taken]
    pairs = []
    for i, j in sorted(paired.items()):
        old = _joined(base, i, target[j], gone)
        new = _joined(target, j, old, come)
        pairs.append((old, new, likeness.of(old, new)))
    common = likeness.common
    return ClausePairs(
        base=tuple(base),
        target=tuple(target),
        likeness=likeness,
        paired=tuple(pairs),
        gone=tuple(base[i] for i in gone if not _is_held(base[i], target, common[i])),
        new=tuple(target[j] for j in come if not _is_held(target[j], base, [row[j] for row in common])),
    )


def _wanted(
    base: Sequence[Clause], target: Sequence[Clause], likeness: Sequence[Sequence[float]]
) -> list[tuple[float, int, int]]:
    """The pairs that may answer each other, best first: by their likeness, their kinds and how far apart they are."""
    found = []
    olds, news = ([kind(clause.text) for clause in side] for side in (base, target))
    for i, row in enumerate(likeness):
        for j, near in enumerate(row):
            if near >= _LEAST_KIN:
                old, new = olds[i], news[j]
                far = _FAR * min(abs(i - j), _FARTHEST)
                score = near + _same_role(old, new) - far - _OF_TWO_KINDS * _are_of_two_kinds(old, new)
                if score >= _LEAST_ALIKE:
                    found.append((score, i, j))
    return sorted(found, key=lambda one: (-one[0], one[1], one[2]))


def _same_role(old: Kind, new: Kind) -> float:
    """What two clauses gain that open with the same preposition, or end in the same verb or thing."""
    return _SAME_END * (old.end == new.end) + _SAME_OPENING * (old.opening == new.opening != "")


def _are_of_two_kinds(old: Kind, new: Kind) -> bool:
    """Whether one clause lays down a duty and the other names the breach of one."""
    return (old.is_breach and new.is_duty) or (new.is_breach and old.is_duty)


def _is_held(clause: Clause, by: Sequence[Clause], common: Sequence[float]) -> bool:
    """Whether one of the other clauses holds the words of this one; what excepts or forbids is not held by what does
    not."""
    holders = [other for other, held in zip(by, common, strict=True) if held / (clause.weight or 1.0) >= _LEAST_HELD]
    made = [mark for mark in (PROVISO, FORBIDS) if holders and mark.search(clause.text)]
    return any(all(mark.search(other.text) for mark in made) for other in holders)


def _joined(side: Sequence[Clause], at: int, partner: Clause, alone: list[int]) -> Clause:
    """A clause with the lone neighbours of its sentence that its partner says as well; they are alone no longer."""
    whole = side[at]
    for step in (-1, 1):
        k = at + step
        while k in alone and side[k].sentence == whole.sentence and _says_more(side[k], whole, partner):
            whole = together(side[k], whole) if step < 0 else together(whole, side[k])
            alone.remove(k)
            k += step
    return whole


def _says_more(neighbour: Clause, clause: Clause, partner: Clause) -> bool:
    """Whether a neighbour says what the partner says and the clause itself does not."""
    rest = {gram: weight for gram, weight in partner.bag.items() if gram not in clause.bag}
    gained = shared(neighbour.bag, rest)
    return gained >= min(_LEAST_GAIN * max(partner.weight, neighbour.weight), _LEAST_OWN * neighbour.weight)


def are_counterparts(old: Clause, new: Clause, score: float, *, doubtful: bool) -> bool:
    """Whether two clauses of a pair answer each other, so that it says something in which words they differ.

    Clauses hardly alike do where they end in the same words. One that says when a rule holds, or makes an exception,
    does not answer one that lays something down.
    """
    if score >= _VERY_CLOSE:
        return True
    if sets_the_case(old.text, "zh") != sets_the_case(new.text, "zh"):
        return False
    return score >= _CLOSE if doubtful else score >= _COUNTERPART or old.text[-2:] == new.text[-2:]
