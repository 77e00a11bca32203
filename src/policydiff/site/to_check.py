"""What is to be checked first: of each rule what it found in a document, the gravest first. The start page lists it of
all comparisons, the page of a comparison of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from policydiff.gravity import Weight, is_first, place, rank, weight
from policydiff.model import Finding, Language, ToldAs
from policydiff.presentation.lines import Cell, Line, Table
from policydiff.site.pages import Compared
from policydiff.wording import told_as

MOST_AT_ONCE, MOST_KINDS = 6, 24  # kinds of findings, and how many when they are unfolded
MOST_HERE = 5  # kinds that the page of a comparison shows before it is unfolded, where more do not weigh so much
FEW = 6  # findings of a comparison that are read as soon as their list would be
MOST_ALIKE = 3  # others of each kind that are shown when it is unfolded


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A finding as a list shows it: at which provision of the target, or `of_base` where the target has none, beside
    which of the superior (`over`), and where its comparison shows it. `eids` are the provisions of the base and of the
    target that it speaks of."""

    finding: Finding
    eids: tuple[tuple[str, ...], tuple[str, ...]]
    label: str
    over: str
    of_base: bool
    page: str
    doubtful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingKind:
    """What one rule found in one document, beside a superior: of `size` findings the first; those in doubtful pairs
    stand last. The filter of the comparison shows `filtered`, what other rules found that is told as the same with it.

    `unfolded` more are to be read with the first: on the page of a comparison all that weigh as much. `behind` are
    texts that only quote or translate. On the start page, `beside` says that the document has several superiors, so
    that the reader is told which is meant.
    """

    rule: str
    size: int
    filtered: int
    notices: tuple[Notice, ...]
    page: str
    base_language: Language
    target_language: Language
    base_title: str
    target_title: str
    behind: bool
    beside: bool = False
    unfolded: int = 0

    @property
    def told_as(self) -> ToldAs:
        """What it is told as, for which a comparison has a filter."""
        return told_as(self.first.finding)

    @property
    def newly_set(self) -> bool:
        """Whether it tells of powers that seem newly set."""
        return self.told_as == "newly-set"

    @property
    def weight(self) -> Weight:
        """How much hangs on it."""
        return weight(self.first.finding)

    @property
    def weighty(self) -> bool:
        """Whether the first of it is to be read before the rest."""
        return _is_weighty(self.first)

    @property
    def also(self) -> tuple[Notice, ...]:
        """What is to be read behind the first, as it is."""
        return self.notices[1 : 1 + self.unfolded]

    @property
    def others(self) -> tuple[Notice, ...]:
        """What is shown of the rest when it is unfolded."""
        return self.notices[1 + self.unfolded :]

    @property
    def folded(self) -> int:
        """How many stand behind what is to be read as it is."""
        return self.size - 1 - self.unfolded

    @property
    def first(self) -> Notice:
        """What is to be read of it in any case."""
        return self.notices[0]


# A rule that has spoken stands behind this many others: the list shows what kinds there are, and still begins with
# the gravest.
A_TURN = 6


def to_check(found: Iterable[FindingKind]) -> tuple[FindingKind, ...]:
    """What the start page lists of all comparisons: rules before what only quotes or translates, powers that seem newly
    set first, then the gravest, and a kind that was seen behind those that were not, so that none hides the others."""
    turns = Counter[tuple[bool, str]]()
    ranked: list[tuple[bool, int, int]] = []
    every = sorted(found, key=lambda kind: kind.first.doubtful)
    for kind in every:
        turn = turns[kind.behind, kind.rule]
        turns[kind.behind, kind.rule] += 1
        ranked.append((kind.behind, place(kind.first.finding) + A_TURN * turn, turn))
    return tuple(every[place] for place in sorted(range(len(every)), key=ranked.__getitem__))


def here(table: Table) -> tuple[FindingKind, ...]:
    """What the page of a comparison lists of its rows: powers that seem newly set first, as in the memo, and pairs in
    doubt last; nothing where they are few."""
    notices = (notice for line in table.lines for notice in _of_line(line, ""))
    found = tuple(_by_rule(table, notices, "", table.found, all_weighty=True))
    many = sum(kind.size for kind in found) > FEW
    return tuple(sorted(found, key=lambda kind: rank(kind.first.finding, doubtful=kind.first.doubtful))) if many else ()


def at_once(listed: Iterable[FindingKind]) -> int:
    """How many of the kinds that the page of a comparison lists it shows before it is unfolded: all that are to be read
    before the rest."""
    return max(MOST_HERE, sum(kind.weighty for kind in listed))


def kinds(one: Compared, told: Compared | None = None) -> Iterator[FindingKind]:
    """The findings of a comparison, by rule; where a finding names no rule, by type. `told`, of a text with several
    superiors: the comparison as it is told beside the others."""
    of = told or one
    behind, beside = one.pair.relation != "implements", told is not None
    return _by_rule(of.table, notices(of), one.page, one.table.found, behind=behind, beside=beside)


def _by_rule(
    table: Table,
    notices: Iterable[Notice],
    page: str,
    filtered: Mapping[ToldAs, int],
    *,
    behind: bool = False,
    beside: bool = False,
    all_weighty: bool = False,
) -> Iterator[FindingKind]:
    held: dict[tuple[str, ToldAs], list[Notice]] = {}
    for notice in notices:
        held.setdefault((notice.finding.rule or notice.finding.type, told_as(notice.finding)), []).append(notice)
    for (rule, told), alike in held.items():
        ranked = sorted(alike, key=lambda notice: rank(notice.finding, doubtful=notice.doubtful))
        unfolded = sum(map(_is_weighty, ranked[1:])) if all_weighty else 0
        yield FindingKind(
            rule=rule,
            size=len(alike),
            filtered=filtered[told],
            notices=tuple(ranked[: 1 + unfolded + MOST_ALIKE]),
            page=page,
            base_language=table.base.document.language,
            target_language=table.target.document.language,
            base_title=table.base.title,
            target_title=table.target.title,
            behind=behind,
            beside=beside,
            unfolded=unfolded,
        )


def _is_weighty(notice: Notice) -> bool:
    return is_first(notice.finding, doubtful=notice.doubtful)


def notices(one: Compared) -> Iterator[Notice]:
    """The findings of a comparison as lists show them, row by row, then those on the whole."""
    for line in one.table.lines:
        yield from _of_line(line, one.page)
    target = one.table.target
    for finding in one.table.comparison.findings:
        eid = finding.eid
        yield Notice(
            finding=finding,
            eids=((), (eid,) if eid else ()),
            label=target.label(eid) if eid else "",
            over="",
            of_base=False,
            page=f"{one.page}#target-{target.opens(eid)}" if eid else one.page,
            doubtful=False,
        )


def _of_line(line: Line, page: str) -> Iterator[Notice]:
    for finding in line.row.findings:
        base, target = _holding(line.base, finding.base), _holding(line.target, finding.target)
        yield Notice(
            finding=finding,
            eids=(tuple(cell.eid for cell in base), tuple(cell.eid for cell in target)),
            label=(target or base)[0].label,
            over=base[0].label if base and target else "",
            of_base=not line.target,
            page=f"{page}#{line.permalink}",
            doubtful=line.doubtful,
        )


def _holding(cells: tuple[Cell, ...], words: str) -> tuple[Cell, ...]:
    """The provisions of a side of a line that a finding speaks of: those that hold the words it quotes of them, or
    else all."""
    holding = (cell for cell in cells if words and words in "".join(edit.text for edit in cell.edits))
    return tuple(holding) or cells
