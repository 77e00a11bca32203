"""When a rule holds and what is excepted from it: conditions and exceptions that one English text alone makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from policydiff.comparison.findings.english.pairing import Pair, is_said, stems_of
from policydiff.comparison.findings.english.quoted import nearest, quoted
from policydiff.comparison.findings.english.sides import Sides
from policydiff.comparison.findings.english.statements import Clause, Statement
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.terms.english_words import are_contrary, are_one

_LOST = 0.6  # which share of a case the other side must leave unsaid
_LEAST_EXCEPTED = 2  # words; an exception that says fewer only announces what is excepted: does not apply to: …
_RULES = {"exception": ("dropped-exception", "added-exception"), "case": ("dropped-condition", "added-condition")}


def findings(pair: Pair, sides: Sides) -> Iterator[Found]:
    """An exception (unless, except, provided that) or a condition (if, where, without) that one side does not make, or
    makes of something else.

    Not found: one that the other side makes in another shape: anyone who sells, a person selling, if a person sells.
    """
    new = [one for one in unsaid(pair.turned(), sides.turned()) if not _is_pointed_at(one, pair.base)]
    for one in (one for one in unsaid(pair, sides) if not _is_pointed_at(one, pair.target)):
        other = next((other for other in new if other.part == one.part), None)
        if other:
            new.remove(other)
            rule = "exception" if one.part == "exception" else "scope"
            yield Found(rule, "scope", quoted(one), quoted(other))
        else:
            yield Found(_RULES[one.part][0], "scope", quoted(one), nearest(pair.target, one.stems))
    for one in new:
        yield Found(_RULES[one.part][1], "scope", nearest(pair.base, one.stems), quoted(one))


def _is_pointed_at(case: Clause, others: Sequence[Statement]) -> bool:
    """Whether the other side sets a case that only points at what was said (if it does not do so), or one that opens
    alike where this one is of a single word."""
    cases = [clause for one in others for clause in one.clauses if clause.part == case.part == "case"]
    return any(not one.stems or (_opens_alike(case, one) and not _is_contrary(case, one)) for one in cases)


def _opens_alike(case: Clause, other: Clause) -> bool:
    return len(case.stems) == 1 and other.opening == case.opening


def _is_contrary(case: Clause, other: Clause) -> bool:
    """Whether a word of one case is the contrary of one of another: while the licence is valid, is invalid."""
    return any(are_contrary(stem, said) for stem in case.stems for said in other.stems)


def unsaid(pair: Pair, sides: Sides) -> Iterator[Clause]:
    """The cases and exceptions of the base's side that the target's side does not say; an exception as well whose words
    stand in the target's, and in no case or exception there."""
    held = stems_of(pair.target) | sides.target_says.introduced
    cases = [clause for one in pair.target for clause in one.clauses if clause.part != "main"]
    in_cases = stems_of(cases)
    is_said_there = is_said if cases else _is_one_of  # guests are near to hotels, and no case of theirs
    announces = any(clause.part == "exception" and len(clause.stems) < _LEAST_EXCEPTED for clause in cases)
    for clause in (clause for one in pair.base for clause in one.clauses if clause.part != "main"):
        excepts_no_more = clause.part == "exception" and not announces and _is_lost(clause, in_cases, is_said)
        if clause.stems and (excepts_no_more or _is_lost(clause, held, is_said_there)):
            yield clause


def _is_lost(case: Clause, held: frozenset[str], is_held: Callable[[str, frozenset[str]], bool]) -> bool:
    """Whether most of what a case says is not among some words."""
    return sum(not is_held(stem, held) for stem in case.stems) >= _LOST * len(case.stems)


def _is_one_of(stem: str, held: frozenset[str]) -> bool:
    """Whether a word is among others, or one that a drafter takes for it."""
    return any(are_one(stem, other) for other in held)
