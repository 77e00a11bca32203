"""Amounts, shares, times and thresholds."""

from __future__ import annotations

from policydiff.comparison.clauses import bag, clauses, cover
from policydiff.comparison.findings.changes import Change, Passage, Reading
from policydiff.comparison.findings.quantities import Quantity, quantities
from policydiff.comparison.findings.rules.rule import LEAST_KIN, Quotes
from policydiff.model import Language


def number(change: Change, reading: Reading) -> Quotes | None:
    """An amount, share, deadline, threshold or frequency that only one side has; 日 against 工作日; 以上 against 超过.

    Not found: dates, numbers of provisions, a quantity whose whole clause is gone (`dropped-duty`). 民法典 art. 1259:
    以上, 以下, 以内 include the number, 超过, 不满, 以外 do not; 立法技术规范（试行）（一） 2009: 日 and 工作日
    differ.
    """
    if change.gone:
        return None
    old = _unmatched(change.base, reading.target, reading.language)
    new = _unmatched(change.target, reading.base, reading.language)
    vague = all(not q.unit for q in (*old, *new))
    if not (old or new) or (vague and not (old and new) and not any(q.value[0] in "每定逐半" for q in (*old, *new))):
        return None
    before = _around(change.base, old) if change.within else _same_unit(change, new, reading) or change.near.quote()
    return before, _around(change.target, new)


def _same_unit(change: Change, new: list[Quantity], reading: Reading) -> str:
    """The clause of the base that sets a quantity of the same unit and shares most words with a new one; or nothing."""
    units, wanted = {q.unit for q in new if q.unit}, bag(change.target.clause, reading.language)
    best, quote = LEAST_KIN, ""
    for clause in clauses(reading.base, reading.language):
        found = [q for q in quantities(clause.text, reading.language) if q.unit in units]
        if found and cover(clause, wanted) > best:
            best = cover(clause, wanted)
            quote = Passage(clause=clause.text, start=found[0].start, end=found[-1].end).quote()
    return quote


def _unmatched(side: Passage, other: str, language: Language) -> list[Quantity]:
    """The quantities at the place of the change that the other side of the row does not have."""
    found = [q for q in quantities(side.clause, language) if q.start < side.end and side.start < q.end]
    meanings = {q.meaning for q in quantities(other, language)} if found else set()
    return [q for q in found if q.meaning not in meanings]


def _around(side: Passage, found: list[Quantity]) -> str:
    """The quantities with a little of their clause."""
    if not found:
        return side.quote()
    return Passage(clause=side.clause, start=found[0].start, end=found[-1].end).quote()
