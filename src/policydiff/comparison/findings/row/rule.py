"""What a rule on a change is, and what several of them ask of a change."""

from __future__ import annotations

import re
from collections.abc import Callable

from policydiff.comparison.findings.row.changes import Change, Passage, RowReading

Quotes = tuple[str, str]  # what is quoted of the base and of the target; empty where a side says nothing
Rule = Callable[[Change, RowReading], Quotes | None]
SENTENCE = re.compile(r"[。；;\n]")
CLOSE = 0.5  # clauses this much alike say one thing but for the words that differ
KIN = 0.3  # clauses less alike are of one matter at most: what binds or is cited in them is not compared
LEAST_KIN = 0.2  # clauses less alike have nothing to do with each other
SHORT = 6  # no more characters than this: one word stands for another, and the clause is not reworded


def lies_in(pattern: re.Pattern[str], side: Passage) -> bool:
    """Whether the change lies in such words of its clause."""
    return any(found.start() < side.end and side.start < found.end() for found in pattern.finditer(side.clause))


def both_clauses(change: Change) -> Quotes:
    """The words of both sides, each in its clause."""
    return change.base.quote(), change.target.quote()


def with_near(change: Change) -> Quotes:
    """The words of both sides; for a side that is silent what comes nearest there, or what they would belong to."""
    return (change.base.quote() or change.near.quote()), (change.target.quote() or change.near.quote())
