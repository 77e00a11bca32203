"""A changed row read as changes: what was replaced, what is gone, what is new, each with the clause around it.

base    各级党委应当每年报告一次，并及时整改
target  党工委每年报告一次
──▶     各级党委应当 → 党工委      inside a pair of clauses
        并及时整改 →              a clause that is gone
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from policydiff.comparison.clauses import (
    Clause,
    ClausePairs,
    are_counterparts,
    bag,
    clauses,
    cover,
    is_exception,
    pair_clauses,
)
from policydiff.comparison.findings.row.alone import Side, runs
from policydiff.comparison.findings.row.answering import may_answer
from policydiff.comparison.findings.row.cases import Held, set_alone
from policydiff.comparison.findings.row.changes import SILENT, Change, Passage, RowReading, RowSide
from policydiff.comparison.findings.row.hosts import Hosts, Provisions
from policydiff.comparison.findings.row.replaced import Replaced, replaced
from policydiff.comparison.findings.row.said import is_said
from policydiff.comparison.findings.row.topics import read_together, topics_of, without_bare_topics
from policydiff.comparison.findings.terms.quantities import differ_in_numbers
from policydiff.model import Both, Edit
from policydiff.numerals import in_one_numeral
from policydiff.redline import edits
from policydiff.text import letters_and_numbers
from policydiff.words_of_force import binds, force_of

_REWORDED = 0.34  # a pair of clauses less alike than this is one change, not several
_LEAST_MOVED = 3
_BUT = frozenset(("但", "但是"))  # cut from the proviso by a comma
_IN_PIECES = 0.9
_MOSTLY = 0.6

_Placed = tuple[float, Change]  # where in the base a change stands


def read(row: RowReading, provisions: Provisions) -> tuple[Change, ...]:
    """The changes of a row in the order of the base, what is new standing where the target has it.

    `provisions` are the articles that the target's side comes from, each with its words; in a row whose pairing is
    doubtful two clauses must be more alike to answer each other.
    """
    base, target = row.sides
    pairs = _counterparts(row)
    hosts = Hosts.of(pairs, provisions)
    pairs = without_bare_topics(read_together(pairs))
    pairs = pairs.only(lambda one, other, _: hosts.are_of_one_article(one, other))
    gone = _without_bare_topics(_unsaid(pairs.gone, target), pairs.gone, pairs.base)
    new = _without_bare_topics(_unsaid(pairs.new, base), pairs.new, pairs.target)
    put_for = replaced(pairs, gone, new, doubtful=row.doubtful)
    taken = [(old.start, other.start) for old, other, _ in put_for]
    answered, answers = [one.text for one, _, _ in pairs.paired], [other.text for _, other, _ in pairs.paired]
    gone = _in_no_other_words(gone, [old for old, _ in taken], answers, target)
    new = _in_no_other_words(new, [other for _, other in taken], answered, base)
    changes = [
        *_within(pairs, row),
        *_put_for(put_for, pairs),
        *_gone(pairs, gone, hosts, row),
        *_new(pairs, new, row),
        *_set_alone(pairs, row),
        *_unanswered((*pairs.paired, *put_for), pairs, row),
    ]
    return tuple(change for _, change in sorted(changes, key=itemgetter(0)))


def _counterparts(row: RowReading) -> ClausePairs:
    """The pairs that answer each other; what is left of the others stands alone, unless the row is one such pair."""
    pairs = pair_clauses(clauses(row.base, "zh"), clauses(row.target, "zh"))
    if not row.doubtful and len(pairs.paired) == 1 and not pairs.gone and not pairs.new:
        return pairs
    return pairs.only(lambda one, other, score: are_counterparts(one, other, score, doubtful=row.doubtful))


def _unsaid(alone: Sequence[Clause], other: RowSide) -> list[Clause]:
    """The clauses that the other side says neither in pieces within the row nor in one clause of another provision; an
    exception is looked for in neither."""
    excepts = _exceptions(alone)
    return [clause for clause in alone if clause.start in excepts or not _is_said(clause, other)]


def _exceptions(alone: Sequence[Clause]) -> set[int]:
    """Where the clauses that make exceptions begin, and those that follow on a 但是 that is cut from them."""
    provisos = {clause.sentence: clause.start for clause in alone if clause.text in _BUT}
    return {
        clause.start
        for clause in alone
        if is_exception(clause) or clause.start > provisos.get(clause.sentence, clause.end)
    }


def _in_no_other_words(
    alone: Sequence[Clause], taken: Sequence[int], answers: Sequence[str], other: RowSide
) -> list[Clause]:
    """The clauses but those for which another was put, and those that the other side says in another order or style,
    where what `answers` other clauses does so as well; an exception is not looked for."""
    excepts = _exceptions(alone)
    left = [clause for clause in alone if clause.start not in taken]
    return [
        clause for clause in left if clause.start in excepts or not is_said(clause, other.text, other.says, answers)
    ]


def _without_bare_topics(alone: Sequence[Clause], unanswered: Sequence[Clause], side: Sequence[Clause]) -> list[Clause]:
    """The clauses without the topics of what the other document says elsewhere: a topic alone says nothing."""
    said = {clause.start for clause in unanswered} - {clause.start for clause in alone}
    bare = {topic.start for topic, behind in topics_of(side) if behind.start in said}
    return [clause for clause in alone if clause.start not in bare]


def _is_said(clause: Clause, other: RowSide) -> bool:
    return cover(clause, bag(other.text, "zh")) >= _IN_PIECES or other.says.says(clause)


def _gone(pairs: ClausePairs, alone: Sequence[Clause], hosts: Hosts, row: RowReading) -> Iterator[_Placed]:
    """What the base alone says."""
    base = Side.of_base(pairs)
    for first, change in _lone(base, alone):
        gone = replace(change, subjects=Both(base.subject(first), ""), other=row.target)
        yield first.start, hosts.beside(first, gone)


def _new(pairs: ClausePairs, alone: Sequence[Clause], row: RowReading) -> Iterator[_Placed]:
    """What the target alone says."""
    target = Side.of_target(pairs)
    for first, change in _lone(target, alone):
        yield target.place(first), replace(change, base=SILENT, target=change.base, other=row.base)


def _set_alone(pairs: ClausePairs, row: RowReading) -> Iterator[_Placed]:
    """What either side alone makes a clause depend on that both have; nothing where the pairing is doubtful."""
    if row.doubtful:
        return
    base, target = Side.of_base(pairs), Side.of_target(pairs)
    for one in set_alone(base):
        gone = Change(base=_with_what_it_holds(one), target=SILENT, within=False, alike=one.alike)
        yield one.case.start, replace(gone, near=Passage.of(one.answer.text), condition=True)
    for one in set_alone(target):
        new = Change(base=SILENT, target=_with_what_it_holds(one), within=False, alike=one.alike)
        yield target.place(one.case), replace(new, near=Passage.of(one.answer.text), condition=True)


def _with_what_it_holds(one: Held) -> Passage:
    """A case with what is laid down in it, where the two follow each other; the case is what differs."""
    words = one.case.within[one.case.start : one.held.end]
    return Passage(clause=words, end=one.case.end - one.case.start)


def _unanswered(paired: Sequence[Replaced], pairs: ClausePairs, row: RowReading) -> Iterator[_Placed]:
    """What the base lays down, or what the target does, in clauses that are laid beside each other and are put in other
    words; not what the other document says anywhere."""
    base, target = Side.of_base(pairs), Side.of_target(pairs)
    for one, other, alike in paired:
        if may_answer(one.text, other.text, alike):
            continue
        old, new = Passage.of(one.text), Passage.of(other.text)
        if force_of(one.text, "zh") and not _is_said_at_all(one, row.sides.target):
            gone = Change(base=old, target=SILENT, within=False, weight=one.weight, near=new, other=row.target)
            yield one.start, replace(gone, subjects=Both(base.subject(one), ""), paired=True)
        if binds(other.text, "zh") and not _is_said_at_all(other, row.sides.base):
            come = Change(base=SILENT, target=new, within=False, weight=other.weight, near=old, other=row.base)
            yield target.place(other), replace(come, paired=True)


def _is_said_at_all(clause: Clause, other: RowSide) -> bool:
    """Whether the other side says most of a clause, or another provision says it."""
    if cover(clause, bag(other.text, "zh")) >= _MOSTLY:
        return True
    return other.says.says(clause) or is_said(clause, other.text, other.says)


def _lone(side: Side, alone: Sequence[Clause]) -> Iterator[tuple[Clause, Change]]:
    """What one side alone says, as if it were the base; each with its first clause."""
    for run in runs(alone):
        change = Change(base=Passage.of(run.words, run.cut), target=SILENT, within=False, weight=run.weight)
        apart, case = side.is_apart(run.first, alone), side.is_case(run, alone)
        yield run.first, replace(change, near=side.near(run), apart=apart, case=case)


def _within(pairs: ClausePairs, row: RowReading) -> Iterator[_Placed]:
    """What differs inside the pairs of clauses."""
    texts = Both(*(letters_and_numbers(in_one_numeral(side.text)) for side in row.sides))
    base, target = Side.of_base(pairs), Side.of_target(pairs)
    for one, other, alike in pairs.paired:
        subjects = Both(base.subject(one), target.subject(other))
        follows = Both(base.follows(one), target.follows(other))
        for change in _inside(one, other, alike, texts):
            yield one.start, replace(change, subjects=subjects, follows=follows, alike=alike)


def _put_for(put_for: Sequence[Replaced], pairs: ClausePairs) -> Iterator[_Placed]:
    """What stands in the place of clauses that are gone."""
    base, target = Side.of_base(pairs), Side.of_target(pairs)
    for old, new, alike in put_for:
        yield old.start, replace(_whole(old, new), follows=Both(base.follows(old), target.follows(new)), alike=alike)


def _inside(old: Clause, new: Clause, alike: float, row: Both[str]) -> Iterator[Change]:
    """The changes between two clauses that say the same thing."""
    if _as_compared(old.text) == _as_compared(new.text):
        return
    if alike < _REWORDED:
        yield _whole(old, new)
        return
    found = [(a, b) for a, b in _differing(old.text, new.text) if _differs(a.words, b.words, row)]
    if not found and differ_in_numbers(old.text, new.text):
        yield _whole(old, new)  # in a mark, which is no word: ≤30, ≥30
    for base, target in found:
        yield Change(base=base, target=target, within=True)


def _whole(old: Clause, new: Clause) -> Change:
    return Change(base=Passage.of(old.text), target=Passage.of(new.text), within=True)


def _differing(old: str, new: str) -> Iterator[tuple[Passage, Passage]]:
    """The places at which two clauses differ, from one that both keep to the next."""
    one, other = Passage(clause=old), Passage(clause=new)
    for op, text, _ in (*edits(old, new), _KEPT):
        if op == "keep":
            yield one, other
            one, other = (replace(side, start=side.end + len(text), end=side.end + len(text)) for side in (one, other))
        elif op == "delete":
            one = replace(one, end=one.end + len(text))
        else:
            other = replace(other, end=other.end + len(text))


_KEPT = Edit(op="keep", text="")  # at the end of both


def _as_compared(words: str) -> str:
    """The letters of some words; a number is the same however it is printed."""
    return in_one_numeral(letters_and_numbers(words))


def _differs(deleted: str, inserted: str, row: Both[str]) -> bool:
    """Whether the words changed, and did not merely move within the row."""
    old, new = _as_compared(deleted), _as_compared(inserted)
    if old == new:
        return False
    kept_elsewhere = len(old) >= _LEAST_MOVED and row.target.count(old) >= row.base.count(old)
    had_elsewhere = len(new) >= _LEAST_MOVED and row.base.count(new) >= row.target.count(new)
    return not ((not old or kept_elsewhere) and (not new or had_elsewhere))
