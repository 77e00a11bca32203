"""Amounts, shares, times and thresholds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter

from policydiff.comparison.clauses import Clause, alike, bag, clauses, cover, most_alike, sets_the_case
from policydiff.comparison.findings.row.changes import SILENT, Change, Passage, Quotation, RowReading
from policydiff.comparison.findings.row.made_precise import made_precise, may_be_of_one_thing
from policydiff.comparison.findings.row.rule import CLOSE, KIN, SENTENCE, Quotes, both_clauses
from policydiff.comparison.findings.terms.acts import is_penalty
from policydiff.comparison.findings.terms.fine_amounts import fine_amounts
from policydiff.comparison.findings.terms.quantities import differ_in_numbers, quantities
from policydiff.comparison.findings.terms.quantity import Quantity
from policydiff.model import Language
from policydiff.words_of_force import ALLOWS, force_of

# Which share of the words before an amount another clause holds that sets one for the same thing, and at least if not.
_ONE_THING, _ANOTHER_THING = 0.9, 0.5
_PENALTIES = re.compile(r"罚款|拘留|警告|处分|吊销|滞纳金|赔偿金")
_LEFT_UNDONE = re.compile("(?:[未不]|拒不)[^，。；]{1,20}的(?:$|，)")
_IS_PUNISHED = re.compile("受到?[^，。；]{0,12}处罚|原处罚")  # who has been punished is not fined by this
_AT_ONCE = ("立即", "随时")  # not 及时, 限期, which are put in and left out at will
_WHEN = ("内", "前", "后")  # 自成立之日起三十日内
_PER = 10  # characters between 每 and what a fine is reckoned for: 每超过工作时间一小时处五十元罚款
_WHOLE = 60  # characters; the clause of an amount of no more is quoted whole
_LEAST_LIKE = 0.1  # a clause less like another sets an amount for something else, if there are several


def number(change: Change, reading: RowReading) -> Quotes | None:
    """An amount, share, deadline, threshold or frequency that only one side has; 日 against 工作日; 以上 against 超过.

    A range (三至五倍) is its two ends; 大专以上, 中级以上职称 are thresholds in words, 每年三月底前 is a deadline.
    Where one of two clauses has a quantity and the other none, what another clause of that side has of the same kind
    is its counterpart; that of a penalty is the one for the same act. 立即 and 随时 put in or taken out are found as
    well. Not found: 定期 in clauses hardly alike or in one that is new; dates, numbers of provisions, a quantity whose
    whole clause is gone (`dropped-duty`).
    民法典 art. 1259: 以上, 以下, 以内 include the number, 超过, 不满, 以外 do not; 立法技术规范（试行）（一） 2009:
    日 and 工作日 differ.
    """
    if change.gone:
        return None
    old = _unmatched(change.base, reading.target, reading.language)
    new = _unmatched(change.target, _all_said(change.target.clause, reading), reading.language)
    if not _is_at_once(change) and not _tell(old, new, alike=change.within and change.alike >= CLOSE):
        counts = change.within and differ_in_numbers(change.base.clause, change.target.clause)
        return both_clauses(change) if counts and not is_penalty(change.target.clause) else None
    if change.within and not reading.may_answer(change.base.clause, change.target.clause):
        return (_counterpart(change.target, new, reading), _around(change.target, new, reading.target)) if new else None
    if change.within and old and new and (better := _of_the_same_thing(change, new, reading)):
        return better, _around(change.target, new, reading.target)
    if new and _is_of_another_thing(change, old, new):
        return _counterpart(change.target, new, reading), _around(change.target, new, reading.target)
    before = _around(change.base, old, reading.base) if old else _counterpart(change.target, new, reading)
    after = _around(change.target, new, reading.target) if new else _counterpart(change.base, old, reading.turned())
    return before or _lacking(change, reading), after or change.target.quote()


def _is_of_another_thing(change: Change, old: Sequence[Quantity], new: Sequence[Quantity]) -> bool:
    """Whether of two clauses hardly alike only the target's counts something, and the base's says no more than how
    soon: 限期改正, 三年内不得开业."""
    says_how_soon = bool(old) and not any(q.unit or q.value[0] in "每定逐" for q in old)
    return change.within and change.alike < KIN and says_how_soon and any(q.unit for q in new)


def _is_at_once(change: Change) -> bool:
    """Whether two clauses that say one thing differ in that one says it must be done at once."""
    differing = {change.base.words, change.target.words}
    return change.within and change.alike >= CLOSE and differing in ({word, ""} for word in _AT_ONCE)


def _all_said(clause: str, reading: RowReading) -> str:
    """What the base's side says; for a penalty, with what introduces its lists, where the penalty may stand."""
    if reading.penalties is None or not is_penalty(clause):
        return reading.base
    return "\n".join((reading.base, *dict.fromkeys(reading.sides.base.introduced)))


def _lacking(change: Change, reading: RowReading) -> str:
    """What stands on the base's side for a clause that sets an amount: what that makes precise. For a penalty nothing
    but one for the same act."""
    if change.within and (change.alike >= CLOSE or is_penalty(change.base.clause)):
        return change.base.quote()
    if reading.penalties and is_penalty(change.target.clause):
        return _penalty_without_amount(change, reading)
    may_be_beside = change.within and may_be_of_one_thing(change.base.clause, change.target.clause)
    return made_precise(change, reading) or (change.base.quote() if may_be_beside else "")


def _penalty_without_amount(change: Change, reading: RowReading) -> str:
    """What the base says of the penalty for the same act, in the row or before the list that it is of: 可以并处罚款;
    for a provision that is new, what comes near."""
    own = change.target.clause
    if not reading.base:
        near = change.near.clause
        return change.near.quote() if is_penalty(near) and reading.may_answer(near, own) else ""
    said = dict.fromkeys((reading.base, *reading.sides.base.introduced))
    kinds = {found.group() for found in _PENALTIES.finditer(own)}
    may = [
        clause
        for text in said
        for clause in clauses(text, reading.language)
        if is_penalty(clause.text)
        and not _IS_PUNISHED.search(clause.text)
        and kinds & {found.group() for found in _PENALTIES.finditer(clause.text)}
        and reading.may_answer(clause.text, own)
    ]
    nearest, _ = most_alike(clauses(own, reading.language)[0], may)
    return Passage.of(nearest.text).quote() if nearest else ""


def _tell(old: Sequence[Quantity], new: Sequence[Quantity], *, alike: bool) -> bool:
    """Whether two clauses differ in a number: what one side counts, or how often and how soon both say.

    Where one says it and the other does not, only 每年 is worth it, and in clauses that are `alike` 定期, 逐年, which
    name no number.
    """
    if (old and new) or any(q.unit for q in (*old, *new)):
        return True
    return any(q.value[0] in ("每定逐" if alike else "每") for q in (*old, *new))


def untold(reading: RowReading) -> Iterator[Quotes]:
    """The amounts and times of the target's side that the base's has not, in clauses that are no change: such as end a
    long sentence that is new, or repeat a sanction of another provision."""
    compared = [change.target.clause for change in reading.changes if change.target.clause]
    for clause in clauses(reading.target, reading.language):
        if any(clause.text in words or words in clause.text for words in compared):
            continue
        passage = Passage.of(clause.text)
        found = [q for q in _unmatched(passage, _all_said(clause.text, reading), reading.language) if q.unit]
        if found:
            yield _counterpart(passage, found, reading), _around(passage, found, reading.target)


def of_another_act(reading: RowReading) -> Iterator[Quotes]:
    """The amounts of the base's penalties that stand beside the penalty for another act, where the target's side has
    none for theirs."""
    own = [clause.text for clause in clauses(reading.target, reading.language) if is_penalty(clause.text)]
    for change in reading.changes:
        clause = change.base.clause
        if change.within and not any(reading.may_answer(clause, penalty) for penalty in (*own, change.target.clause)):
            old = _unmatched(Passage.of(clause), reading.target, reading.language)
            if any(q.unit for q in old):
                yield _around(change.base, old, reading.base), ""


def of_the_target(reading: RowReading, beside: Sequence[Clause]) -> Iterator[Quotes]:
    """The amounts and times of all clauses of the target, as of what it adds; beside each what comes near its clause in
    some clauses of the base."""
    for clause in clauses(reading.target, reading.language):
        if quotes := number(_added(clause, beside, reading), reading):
            yield quotes


def _added(clause: Clause, beside: Sequence[Clause], reading: RowReading) -> Change:
    """A clause of the target as a change that adds it, with what comes near it."""
    near, likeness = most_alike(clause, [one for one in beside if reading.may_answer(one.text, clause.text)])
    near_words = near.text if near and likeness >= KIN else ""
    return Change(base=SILENT, target=Passage.of(clause.text), within=False, near=Passage.of(near_words))


def _of_the_same_thing(change: Change, new: list[Quantity], reading: RowReading) -> str:
    """What another clause of the base sets for the very thing that the target's clause sets an amount for, where the
    base's clause of the pair is about something else; or nothing."""
    thing = clauses(change.target.clause[: new[0].start], reading.language)
    if not thing or cover(thing[-1], bag(change.base.clause, reading.language)) >= _ANOTHER_THING:
        return ""
    kinds = {q.kind for q in new}
    for candidate in clauses(reading.base, reading.language):
        passage = Passage.of(candidate.text)
        found = [q for q in _unmatched(passage, reading.target, reading.language) if q.kind in kinds]
        if found and cover(thing[-1], candidate.bag) >= _ONE_THING:
            return _around(passage, found, reading.base)
    return ""


def _counterpart(side: Passage, found: list[Quantity], reading: RowReading) -> str:
    """What the base sets of the same kind, the target not, in the clause most like this one of the target; or nothing.

    What is compared with another amount already is taken where there is nothing else. In a doubtful row, and where that
    is a time, the two clauses must be of one matter.
    """
    clause, kinds = clauses(side.clause, reading.language)[0], {q.kind for q in found}
    answers = []
    for candidate in clauses(reading.base, reading.language):
        passage, text = Passage.of(candidate.text), candidate.text
        of_kind = [q for q in _unmatched(passage, reading.target, reading.language) if q.kind in kinds]
        if of_kind and not _is_its_case(text, clause.text) and reading.may_answer(text, clause.text):
            answers.append((candidate, _around(passage, of_kind, reading.base)))
    answered = set(_answered(reading, kinds)) if answers else set()
    left = [one for one in answers if one[0].text not in answered]
    is_another = not left and kinds == {"time"}  # a procedure has many times, and each its own counterpart
    found_here = ((alike(clause, one), quote) for one, quote in left or answers)
    likeness, quote = max(found_here, key=itemgetter(0), default=(0.0, ""))
    if reading.doubtful or is_another:
        return quote if likeness >= KIN else ""
    return quote if len(left or answers) == 1 or likeness >= _LEAST_LIKE else ""


def _is_its_case(one: str, other: str) -> bool:
    """Whether one clause lays down a penalty and the other a case, such as the sum from which a penalty is higher; or
    one what somebody may do in time and the other what another has not done in time."""
    return any(
        (is_penalty(clause) and sets_the_case(case, "zh"))
        or (force_of(clause, "zh") == ALLOWS and bool(_LEFT_UNDONE.search(case)))
        for clause, case in ((one, other), (other, one))
    )


def _answered(reading: RowReading, kinds: set[str]) -> Iterator[str]:
    """The clauses of the base that set an amount of these kinds and are compared with one that sets another."""
    for change in reading.changes:
        if change.within and reading.may_answer(change.base.clause, change.target.clause):
            old = _unmatched(change.base, reading.target, reading.language)
            new = _unmatched(change.target, reading.base, reading.language)
            if kinds & {q.kind for q in old} & {q.kind for q in new}:
                yield change.base.clause


def _unmatched(side: Passage, other: str, language: Language) -> list[Quantity]:
    """The quantities at the place of the change that the other side of the row does not have; not those of fines, which
    are compared by themselves."""
    fined = [fine.amount for fine in fine_amounts(side.clause)] if language == "zh" else []
    found = [
        q
        for q in quantities(side.clause, language)
        if q.start < side.end
        and side.start < q.end
        and not any(q.start in amount for amount in fined)
        and not (fined and "每" in side.clause[max(0, q.start - _PER) : q.start])
    ]
    meanings = {q.meaning for q in quantities(other, language)} if found else set()
    return [q for q in found if q.meaning not in meanings]


def _around(side: Passage, found: list[Quantity], row: str) -> str:
    """The clause of the quantities, whole if it is not very long; with what is to be done, where it only says when."""
    clause = side.clause
    says_when = found[-1].end == len(clause) and clause.endswith(_WHEN)
    words = _with_what_follows(clause, row) if says_when else clause
    if len(words) <= _WHOLE:
        return Quotation(words, before=side.cut[0], behind=side.cut[1])
    return Passage(clause=clause, start=found[0].start, end=found[-1].end).quote()


def _with_what_follows(clause: str, row: str) -> str:
    """A clause and the next of its sentence in a row."""
    _, _, after = row.partition(clause)
    behind = SENTENCE.split(after)[0].split("，")[1:2] if after.startswith("，") else []
    return "，".join((clause, *behind))
