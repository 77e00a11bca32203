"""One clause put for another: clauses without a counterpart that share words, or stand at the same place of both
sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydiff.comparison.clauses import (
    Clause,
    ClausePairs,
    are_counterparts,
    have_one_opening,
    is_exception,
    sets_the_case,
)

_REPLACED = 0.35
_MARK = 2  # a comma, and a blank behind it
_SAME_PLACE = 0.08
_SAME_CASE = 0.2  # what the cases of two clauses gain that answer each other
_SAME_ROLE = 0.27  # what two clauses gain that open with the same preposition: 由…, 经…


Replaced = tuple[Clause, Clause, float]  # a clause that is gone, what is new in its place, how alike they are


def replaced(
    pairs: ClausePairs, gone: Sequence[Clause], new: Sequence[Clause], *, doubtful: bool
) -> tuple[Replaced, ...]:
    """Which of the clauses that are gone was replaced by which that is new, best first; each in one pair at most."""
    out: list[Replaced] = []
    taken: set[tuple[str, int]] = set()
    for score, one in sorted(_wanted(pairs, gone, new, doubtful=doubtful), key=lambda found: -found[0]):
        places = {("base", one[0].start), ("target", one[1].start)}
        if score >= _REPLACED and not places & taken:
            taken |= places
            out.append(one)
    return tuple(out)


def _wanted(
    pairs: ClausePairs, gone: Sequence[Clause], new: Sequence[Clause], *, doubtful: bool
) -> Iterator[tuple[float, Replaced]]:
    """Which may stand for which, each with how much speaks for it."""
    are_all = len(pairs.base) == len(pairs.target) == 1
    for lost in gone:
        behind = _behind(lost, pairs)
        for found in new:
            likeness = pairs.likeness.of(lost, found)
            if _may_answer(lost, found, likeness, doubtful=doubtful):
                score = likeness + _SAME_PLACE * (found in behind)
                score += _SAME_CASE * _are_cases_of_one(lost, found, pairs)
                score += _SAME_ROLE * (found in behind[:1] and have_one_opening(lost.text, found.text))
                yield score + are_all, (lost, found, likeness)


def _are_cases_of_one(lost: Clause, found: Clause, pairs: ClausePairs) -> bool:
    """Whether the clauses right behind two cases answer each other."""
    if not sets_the_case(lost.text, "zh"):
        return False
    return any(_is_next(lost, one) and _is_next(found, other) for one, other, _ in pairs.paired)


def _is_next(clause: Clause, other: Clause) -> bool:
    """Whether another clause follows right behind one in its sentence."""
    return other.sentence == clause.sentence and 0 < other.start - clause.end <= _MARK


def _behind(lost: Clause, pairs: ClausePairs) -> list[Clause]:
    """The two clauses of the target behind the partner of the clause that stood before a lost one."""
    after = max((other.end for one, other, _ in pairs.paired if one.start < lost.start), default=-1)
    return [clause for clause in pairs.target if clause.start > after][:2]


def _may_answer(lost: Clause, found: Clause, likeness: float, *, doubtful: bool) -> bool:
    """Whether two clauses are of a kind; two exceptions would be a pair if one answered the other."""
    if is_exception(lost) and is_exception(found):
        return False
    if sets_the_case(lost.text, "zh") != sets_the_case(found.text, "zh"):
        return False
    return not doubtful or are_counterparts(lost, found, likeness, doubtful=True)
