"""What several rows say of one thing, told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from policydiff.comparison.clauses import bag, shared
from policydiff.comparison.findings.found import ADDED, DROPPED, LONE
from policydiff.comparison.findings.powers.newly_set import counted, once_a_list
from policydiff.comparison.findings.renames import renames_told_once
from policydiff.comparison.findings.row.rule import Quotes
from policydiff.comparison.findings.terms.fine_amounts import OPEN, fine_amounts
from policydiff.eid import uppermost_of
from policydiff.gravity import POWERS
from policydiff.messages import quotations
from policydiff.model import WHOLE, Document, Finding, Language, Link, Row
from policydiff.text import is_chinese

# What is gone, and what is new, whichever rule tells it: a clause cannot be nearly said here and nowhere.
_ONE_STATEMENT = {**dict.fromkeys(DROPPED, LONE[0]), **dict.fromkeys(ADDED - set(POWERS), LONE[1])}

_MOST_AMOUNTS = 8  # that one row tells one by one
_BETWEEN: dict[Language, str] = {"zh": "；", "en": "; "}  # what is quoted of several


def grouped(
    rows: Sequence[Row], base: Mapping[str, str], target: Document
) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    """The rows without what is one rename all through the target, and that rename once, with the count of its rows;
    `base` has the words of each leaf of the base."""
    told = _powers_once(_told_once(_without_answered_amounts(rows), base))
    listed = once_a_list(_open_fines_once(told, target.language), target.language)
    return renames_told_once(_few_amounts(listed, target.language), target)


def _each_with(rows: Sequence[Row], kept: Callable[[int, Row], Iterator[Finding]]) -> tuple[Row, ...]:
    """The rows, each with what is kept of its findings."""
    return tuple(replace(row, findings=tuple(kept(number, row))) for number, row in enumerate(rows))


def _without_answered_amounts(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows without an amount told as one that the base has not, where another row lays it beside what the base
    says."""
    answered = {
        (finding.target, eid)
        for row in rows
        for finding in row.findings
        if finding.type == "number" and finding.base
        for eid in row.link.target
    }
    return _each_with(rows, lambda _, row: (one for one in row.findings if not _is_answered(one, row.link, answered)))


def _is_answered(finding: Finding, link: Link, answered: Set[tuple[str, str]]) -> bool:
    return (
        finding.rule in ("number", "added-fine")
        and not finding.base
        and any((finding.target, eid) in answered for eid in link.target)
    )


def _told_once(rows: Sequence[Row], base: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows of a many-to-many without what another one says of the same provision: anything is told in a row beyond
    doubt rather than in another; there a clause that is gone or new where it is said what stands nearest to it, and
    else where the row's own side of the `base` has the words that are quoted of it, or where it is said first."""
    said: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for number, row in enumerate(rows):
        sides = [*(("base", eid) for eid in row.link.base), *(("target", eid) for eid in row.link.target)]
        for at, finding in enumerate(row.findings):
            for side in sides:
                rule = _ONE_STATEMENT.get(finding.rule, finding.rule)
                said.setdefault((rule, *_own_words(finding), *side), []).append((number, at))
    again = set[tuple[int, int]]()
    for same in said.values():
        if len(same) > 1:
            again.update(sorted(same, key=lambda one: (*_worth(rows[one[0]], one[1], base), one))[1:])

    def kept(number: int, row: Row) -> Iterator[Finding]:
        return (one for at, one in enumerate(row.findings) if (number, at) not in again)

    return _each_with(rows, kept)


def _worth(row: Row, at: int, base: Mapping[str, str]) -> tuple[bool, bool, float, bool]:
    """How well a finding of a row tells what others tell as well; the best has the least."""
    finding, link = row.findings[at], row.link
    is_of_another = not any(finding.base in base.get(eid, "") for eid in link.base)
    return link.basis == "doubtful", finding.rule in LONE, -_nearness(finding), is_of_another


def _powers_once(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows without a power that another row tells of the same provision, in the same words or in more: what stands
    beside it there is no second one."""
    told: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for number, row in enumerate(rows):
        for finding in row.findings if any(one.rule in POWERS for one in row.findings) else ():
            for eid in row.link.target:
                told.setdefault((finding.rule, eid), []).append((number, finding.target))

    def is_told_elsewhere(finding: Finding, own: int, eids: Sequence[str]) -> bool:
        others = [one for eid in eids for one in told.get((finding.rule, eid), ()) if one[0] != own]
        return any(
            finding.target in words and (len(words) > len(finding.target) or number < own) for number, words in others
        )

    def kept(number: int, row: Row) -> Iterator[Finding]:
        for one in row.findings:
            if one.rule not in POWERS or not is_told_elsewhere(one, number, row.link.target):
                yield one

    return _each_with(rows, kept)


def _open_fines_once(rows: Sequence[Row], language: Language) -> tuple[Row, ...]:
    """The rows with the fines of one article of the target told once that say how much one open fine of the base is:
    the first stands for all, with their number."""
    same: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for number, row in enumerate(rows):
        for at, finding in enumerate(row.findings):
            if finding.rule == "left-open" and any(fine.reckoned == OPEN for fine in fine_amounts(finding.base)):
                article = uppermost_of(row.link.target[0])
                same.setdefault((finding.base, article), []).append((number, at))
    again = {place for places in same.values() for place in places[1:]}
    counts = {places[0]: sum(rows[n].findings[at].count for n, at in places) for places in same.values()}

    def kept(number: int, row: Row) -> Iterator[Finding]:
        for at, one in enumerate(row.findings):
            if (number, at) not in again:
                yield counted(one, counts.get((number, at), 1), language)

    return _each_with(rows, kept)


def _few_amounts(rows: Sequence[Row], language: Language) -> tuple[Row, ...]:
    """The rows with no more amounts told alike one by one than a reader takes in: the last lists the rest, with their
    number. What other rows tell of the same provision is not among them, so it must be known before."""
    return _each_with(rows, lambda _, row: _the_rest_listed(row.findings, language))


def _the_rest_listed(findings: Sequence[Finding], language: Language) -> Iterator[Finding]:
    alike: dict[tuple[str, bool, bool], list[Finding]] = {}
    for one in findings:
        alike.setdefault(_shape(one), []).append(one)
    told: Counter[tuple[str, bool, bool]] = Counter()
    for one in findings:
        rest = alike[_shape(one)][_MOST_AMOUNTS - 1 :]
        told[_shape(one)] += 1
        if one.type != "number" or told[_shape(one)] < _MOST_AMOUNTS:
            yield one
        elif told[_shape(one)] == _MOST_AMOUNTS:
            yield one if len(rest) == 1 else _as_a_list(rest, language)


def _shape(finding: Finding) -> tuple[str, bool, bool]:
    """Findings of one shape are told in one sentence."""
    return finding.rule, bool(finding.base), bool(finding.target)


def _as_a_list(findings: Sequence[Finding], language: Language) -> Finding:
    """Several findings of one shape as one that quotes what each does, in their order."""
    said = zip(*map(quotations, findings), strict=True)
    base, target = (_BETWEEN[language].join(dict.fromkeys(filter(None, words))) for words in said)
    together = replace(findings[0], base=base, target=target, base_cut=WHOLE, target_cut=WHOLE, differing=())
    return counted(together, sum(one.count for one in findings), language)


def _nearness(finding: Finding) -> float:
    """How much the words that one side alone has share with what is shown beside them."""
    if not (finding.base and finding.target):
        return 0.0
    language: Language = "zh" if is_chinese(finding.base[0]) else "en"
    return shared(bag(finding.base, language), bag(finding.target, language))


def _own_words(finding: Finding) -> Quotes:
    """What a finding quotes of the sides that lay something down, without what is shown beside it."""
    if finding.rule in DROPPED:
        return finding.base, ""
    return ("" if finding.rule in ADDED else finding.base), finding.target
