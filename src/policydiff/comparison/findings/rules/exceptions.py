"""What a rule excepts: exceptions and provisos, made in a clause that stays, dropped or added."""

from __future__ import annotations

import re

from policydiff.comparison.clauses import EXCEPTION, PROVISO
from policydiff.comparison.findings.changes import Change, Passage, Reading
from policydiff.comparison.findings.rules.rule import SENTENCE, Quotes, both_clauses, lies_in, with_near
from policydiff.text import skeleton

_LEAST_EXCEPTION = 4  # characters; what is shorter excepts nothing of its own


def exception(change: Change, reading: Reading) -> Quotes | None:
    """An exception (除…外, …的除外, unless) that one of two clauses that say the same thing does not make.

    Not found: an exception that moved within the row. 立法技术规范（试行）（一） 2009, on 但书: dropping one widens
    the rule, adding one opens it.
    """
    if not change.within:
        return None
    had, has = (lies_in(EXCEPTION[reading.language], side) for side in (change.base, change.target))
    if had == has:
        return None
    here, there = (reading.base, reading.target) if had else (reading.target, reading.base)
    return None if _exceptions(there, reading) >= _exceptions(here, reading) else both_clauses(change)


def dropped_exception(change: Change, reading: Reading) -> Quotes | None:
    """An exception or a proviso of the base (除…外, 但…, unless, provided that) that is gone in the target.

    Not found: one that moved within the article. An exception that another article of the target makes, for something
    else, is none for this rule. 立法技术规范（试行）（一） 2009, on 但书: dropping one widens the rule.
    """
    if not change.gone or not _excepts(change.base, reading):
        return None
    kept = _exceptions(change.other, reading) >= _exceptions(reading.base, reading)
    return None if kept else with_near(change)


def added_exception(change: Change, reading: Reading) -> Quotes | None:
    """A clause of the target that makes an exception or a proviso which the base does not make.

    Not found: one that moved within the row. 立法技术规范（试行）（一） 2009, on 但书: adding one opens the rule.
    """
    if not change.new or not _excepts(change.target, reading):
        return None
    kept = _exceptions(change.other, reading) >= _exceptions(reading.target, reading)
    return None if kept else with_near(change)


def _excepts(side: Passage, reading: Reading) -> bool:
    return len(skeleton(side.words)) >= _LEAST_EXCEPTION and bool(PROVISO[reading.language].search(side.words))


def _exceptions(text: str, reading: Reading) -> int:
    """In how many of its sentences a text makes an exception or a proviso."""
    return sum(bool(PROVISO[reading.language].search(sentence)) for sentence in re.split(SENTENCE, text))
