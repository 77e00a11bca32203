"""What is to be checked first: of each rule what it found in a document, the gravest first. The start page lists it of
all comparisons, the page of a comparison of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policydiff.gravity import place
from policydiff.model import Finding, Language
from policydiff.presentation.lines import Line, Table, is_newly_set
from policydiff.site.pages import Compared

MOST_AT_ONCE, MOST_KINDS = 8, 24  # kinds of findings, and how many when they are unfolded
MOST_HERE = 5  # kinds that the page of a comparison shows before it is unfolded
FEW = 6  # findings of a comparison that are read as soon as their list would be
MOST_ALIKE = 3  # others of each kind that are shown behind the first


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A finding as a list shows it: at which provision of the target, or `of_base` where the target has none, and where
    its comparison shows it."""

    finding: Finding
    label: str
    of_base: bool
    page: str
    doubtful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingKind:
    """What one rule found in one document: of `size` findings the first; those in doubtful pairs stand last."""

    rule: str
    size: int
    notices: tuple[Notice, ...]
    page: str
    base_language: Language
    target_language: Language
    base_title: str
    target_title: str
    quotes: bool

    @property
    def newly_set(self) -> bool:
        """Whether it tells of powers that seem newly set, for which a comparison has a filter."""
        return is_newly_set(self.first.finding)

    @property
    def first(self) -> Notice:
        """What is to be read of it in any case."""
        return self.notices[0]


# A rule that has spoken stands behind this many others: the list shows what kinds there are, and still begins with
# the gravest.
A_TURN = 6


def to_check(found: Iterable[FindingKind]) -> tuple[FindingKind, ...]:
    """What the start page lists of all comparisons: rules before what only quotes them, the gravest first, and a rule
    that was seen behind those that were not, so that none hides the others."""
    turns = Counter[tuple[bool, str]]()
    ranked: list[tuple[bool, int, int]] = []
    every = sorted(found, key=lambda kind: kind.first.doubtful)
    for kind in every:
        turn = turns[kind.quotes, kind.rule]
        turns[kind.quotes, kind.rule] += 1
        ranked.append((kind.quotes, place(kind.first.finding) + A_TURN * turn, turn))
    return tuple(every[place] for place in sorted(range(len(every)), key=ranked.__getitem__))


def here(table: Table) -> tuple[FindingKind, ...]:
    """What the page of a comparison lists of its rows: powers that seem newly set first, as in the memo, and pairs in
    doubt last; nothing where they are few."""
    found = tuple(_by_rule(table, (notice for line in table.lines for notice in _of_line(line, "")), "", quotes=False))
    many = sum(kind.size for kind in found) > FEW
    return tuple(sorted(found, key=_turn_here)) if many else ()


def _turn_here(kind: FindingKind) -> tuple[bool, bool, int]:
    return not kind.newly_set, kind.first.doubtful, place(kind.first.finding)


def at_once(listed: Iterable[FindingKind]) -> int:
    """How many of the kinds that the page of a comparison lists it shows before it is unfolded: all powers that seem
    newly set."""
    return max(MOST_HERE, sum(kind.newly_set for kind in listed))


def kinds(one: Compared) -> Iterator[FindingKind]:
    """The findings of a comparison, by rule; where a finding names no rule, by type."""
    return _by_rule(one.table, _notices(one), one.page, quotes=one.pair.relation == "quotes")


def _by_rule(table: Table, notices: Iterable[Notice], page: str, *, quotes: bool) -> Iterator[FindingKind]:
    held: dict[str, list[Notice]] = {}
    for notice in notices:
        held.setdefault(notice.finding.rule or notice.finding.type, []).append(notice)
    for rule, alike in held.items():
        yield FindingKind(
            rule=rule,
            size=len(alike),
            notices=tuple(sorted(alike, key=lambda notice: notice.doubtful)[: 1 + MOST_ALIKE]),
            page=page,
            base_language=table.base.document.language,
            target_language=table.target.document.language,
            base_title=table.base.title,
            target_title=table.target.title,
            quotes=quotes,
        )


def _notices(one: Compared) -> Iterator[Notice]:
    for line in one.table.lines:
        yield from _of_line(line, one.page)
    target = one.table.target
    for finding in one.table.comparison.findings:
        eid = finding.eid
        yield Notice(
            finding=finding,
            label=target.label(eid) if eid else "",
            of_base=False,
            page=f"{one.page}#target-{target.opens(eid)}" if eid else one.page,
            doubtful=False,
        )


def _of_line(line: Line, page: str) -> Iterator[Notice]:
    for finding in line.row.findings:
        yield Notice(
            finding=finding,
            label=_place(line, finding),
            of_base=not line.target,
            page=f"{page}#{line.permalink}",
            doubtful=line.row.link.basis == "doubtful",
        )


def _place(line: Line, finding: Finding) -> str:
    """The provision of the target, if the line has any, that a finding speaks of: the one that holds its words."""
    cells = line.target or line.base
    holding = (cell for cell in cells if finding.target and finding.target in "".join(e.text for e in cell.edits))
    return next(holding, cells[0]).label
