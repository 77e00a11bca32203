"""Amounts, shares, times and thresholds."""

from __future__ import annotations

from operator import itemgetter

from policydiff.comparison.clauses import alike, clauses
from policydiff.comparison.findings.changes import Change, Passage, Reading
from policydiff.comparison.findings.quantities import Quantity, quantities
from policydiff.comparison.findings.rules.rule import Quotes
from policydiff.model import Language

_LEAST_LIKE = 0.1  # a clause less like another sets an amount for something else, if there are several


def number(change: Change, reading: Reading) -> Quotes | None:
    """An amount, share, deadline, threshold or frequency that only one side has; 日 against 工作日; 以上 against 超过.

    A range (三至五倍) is its two ends; 大专以上, 中级以上职称 are thresholds in words, 每年三月底前 is a deadline.
    Where one of two clauses has a quantity and the other none, what another clause of that side has of the same kind
    is its counterpart. Not found: dates, numbers of provisions, a quantity whose whole clause is gone
    (`dropped-duty`). 民法典 art. 1259: 以上, 以下, 以内 include the number, 超过, 不满, 以外 do not;
    立法技术规范（试行）（一） 2009: 日 and 工作日 differ.
    """
    if change.gone:
        return None
    old = _unmatched(change.base, reading.target, reading.language)
    new = _unmatched(change.target, reading.base, reading.language)
    vague = all(not q.unit for q in (*old, *new))
    if not (old or new) or (vague and not (old and new) and not any(q.value[0] in "每定逐半" for q in (*old, *new))):
        return None
    sides = reading.base, reading.target
    before = _around(change.base, old) if old else _counterpart(change.target, new, sides, reading.language)
    after = _around(change.target, new) if new else _counterpart(change.base, old, sides[::-1], reading.language)
    lacking = change.base.quote() if change.within else change.near.quote()
    return before or lacking, after or change.target.quote()


def _counterpart(side: Passage, found: list[Quantity], texts: tuple[str, str], language: Language) -> str:
    """What the first of two texts sets of the same kind, the second not, in the clause most like this one of the
    second; or nothing."""
    other, own = texts
    clause, kinds = clauses(side.clause, language)[0], {q.kind for q in found}
    answers = []
    for candidate in clauses(other, language):
        passage = Passage.of(candidate.text)
        if of_kind := [q for q in _unmatched(passage, own, language) if q.kind in kinds]:
            answers.append((alike(clause, candidate), _around(passage, of_kind)))
    likeness, quote = max(answers, key=itemgetter(0), default=(0.0, ""))
    return quote if len(answers) == 1 or likeness >= _LEAST_LIKE else ""


def _unmatched(side: Passage, other: str, language: Language) -> list[Quantity]:
    """The quantities at the place of the change that the other side of the row does not have."""
    found = [q for q in quantities(side.clause, language) if q.start < side.end and side.start < q.end]
    meanings = {q.meaning for q in quantities(other, language)} if found else set()
    return [q for q in found if q.meaning not in meanings]


def _around(side: Passage, found: list[Quantity]) -> str:
    """The quantities with a little of their clause."""
    return Passage(clause=side.clause, start=found[0].start, end=found[-1].end).quote()
