"""What the start page lists to be checked first: of each rule what it found in each document, the gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policydiff.comparison.findings.gravity import place
from policydiff.model import Finding, Language
from policydiff.site.pages import Compared

MOST_AT_ONCE, MOST_KINDS = 8, 24  # kinds of findings, and how many when they are unfolded
MOST_ALIKE = 3  # others of each kind that are shown behind the first


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A finding as the start page shows it: at which provision, and where its comparison shows it."""

    finding: Finding
    label: str
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
    target_title: str
    quotes: bool

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


def kinds(one: Compared) -> Iterator[FindingKind]:
    """The findings of a comparison, by rule; where a finding names no rule, by type."""
    held: dict[str, list[Notice]] = {}
    for notice in _notices(one):
        held.setdefault(notice.finding.rule or notice.finding.type, []).append(notice)
    for rule, alike in held.items():
        yield FindingKind(
            rule=rule,
            size=len(alike),
            notices=tuple(sorted(alike, key=lambda notice: notice.doubtful)[: 1 + MOST_ALIKE]),
            page=one.page,
            base_language=one.table.base.document.language,
            target_language=one.table.target.document.language,
            target_title=one.table.target.title,
            quotes=one.pair.relation == "quotes",
        )


def _notices(one: Compared) -> Iterator[Notice]:
    for line in one.table.lines:
        cell = (*line.base, *line.target)[0]
        doubtful = line.row.link.basis == "doubtful"
        for finding in line.row.findings:
            yield _notice(one, finding, cell.label, line.permalink, doubtful)
    target = one.table.target
    for finding in one.table.comparison.findings:
        eid = finding.eid
        yield _notice(one, finding, target.label(eid) if eid else "", f"target-{eid}" if eid else "", False)


def _notice(one: Compared, finding: Finding, label: str, anchor: str, doubtful: bool) -> Notice:
    page = f"{one.page}#{anchor}" if anchor else one.page
    return Notice(finding=finding, label=label, page=page, doubtful=doubtful)
