"""What was found beside all superiors, as a memo tells it: kind by kind in full, or in short, place by place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from policydiff.gravity import place, rank, weight
from policydiff.model import Comparison, Finding, Language
from policydiff.presentation import lines
from policydiff.presentation.runs import cited_shortly
from policydiff.presentation.together import Together, is_alone
from policydiff.report.criteria import asks, criteria
from policydiff.report.issuers import Rank
from policydiff.report.memo.memo import SECTIONS, Asked, Brief, Entry, Group, Pairing, Place, Section
from policydiff.report.memo.quoted import in_full, in_short, own_side
from policydiff.report.memo.words import WORDS
from policydiff.report.terminal import Run, visible
from policydiff.report.writer import Writer
from policydiff.wording import AND, BASIS, SEMICOLON, held_elsewhere, kind_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told in full, what in short with what is asked of it, and how much of the latter is told in short for
    its pairing alone, which is in doubt."""

    groups: Mapping[Section, tuple[Group, ...]]
    rest: tuple[Place, ...]
    asked: tuple[Asked, ...]
    in_doubt: int


@dataclass(frozen=True, kw_only=True)
class Beside:
    """A superior as the rule stands beside it: what it is called, of several, and the words for its comparison."""

    label: str
    writer: Writer

    @property
    def shown(self) -> lines.Table:
        """The comparison, with what is told of it."""
        return self.writer.shown

    def read(self) -> list[lines.Line]:
        """The rows that the rule has, in its order."""
        own = [line for line in self.shown.lines if line.row.link.target]
        order = in_order(self.shown.comparison)
        return sorted(own, key=lambda line: min(order[eid] for eid in line.row.link.target))


def in_order(comparison: Comparison) -> Mapping[str, int]:
    """The place of each provision in the rule, as it is read."""
    return {leaf.eid: number for number, leaf in enumerate(comparison.target.leaves())}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A finding, the row it is on, beside which superior, and the `others` that were found in the same words; no row
    where it is on the rule as a whole. Beside the `silent` superiors it was not made, though they do not say the
    like."""

    finding: Finding
    line: lines.Line | None
    beside: Beside
    others: tuple[Finding, ...] = ()
    silent: tuple[str, ...] = ()

    @property
    def each(self) -> tuple[Finding, ...]:
        """All that was found in these words."""
        return self.finding, *self.others

    @property
    def at(self) -> tuple[str, ...]:
        """The provisions of the rule that it is on; none where that is the whole."""
        return self.line.row.link.target if self.line else tuple(filter(None, (self.finding.eid,)))

    @property
    def rows(self) -> tuple[int, ...]:
        """Where it stands in the comparison table: its row, or those of the provision that it is on; none of what is on
        the rule as a whole."""
        if self.line:
            return (self.line.place,)
        return tuple(line.place for eid in self.at for line in self.beside.shown.lines_of("target", eid))

    @property
    def is_doubtful(self) -> bool:
        """Whether its pairing is to be checked first."""
        return self.line is not None and self.line.doubtful

    @property
    def section(self) -> Section | None:
        """Where it is told in full; None of what is told in short."""
        of = weight(self.finding)
        if of == "then" or (of == "first" and self.is_doubtful):
            return None
        return of


def findings(superiors: Sequence[Beside], together: Together, of_rank: Rank, ui: Language) -> Told:
    """All that was found beside these superiors. What is told in full is numbered as it is read."""
    found = [one for beside in superiors for one in _found(beside, superiors, together)]
    writer = _Writer(superiors[0], of_rank, ui)
    groups = {section: tuple(writer.groups(one for one in found if one.section == section)) for section in SECTIONS}
    rest = [one for one in found if one.section is None]
    return Told(
        groups=groups,
        rest=tuple(writer.places(rest)),
        asked=tuple(writer.asked(rest)),
        in_doubt=sum(len(one.each) for one in rest if weight(one.finding) == "first"),
    )


def _found(beside: Beside, superiors: Sequence[Beside], together: Together) -> Iterator[_Found]:
    """What is told beside a superior: of the rows that the rule has, then of the whole."""
    for line in beside.read():
        by_words: dict[tuple[str, str], list[Finding]] = {}
        for finding in sorted(line.row.findings, key=place):
            by_words.setdefault((finding.base, finding.target), []).append(finding)
        for first, *others in by_words.values():
            silent = _silent(first, line, superiors, together)
            yield _Found(finding=first, line=line, beside=beside, others=tuple(others), silent=silent)
    for finding in beside.shown.comparison.findings:
        yield _Found(finding=finding, line=None, beside=beside)


def _silent(finding: Finding, line: lines.Line, superiors: Sequence[Beside], together: Together) -> tuple[str, ...]:
    """The labels of the superiors beside which nothing was told of what the rule alone says."""
    if not is_alone(finding):
        return ()
    silent = together.silent(finding, line.row.link.target) or ()
    called = zip(together.comparisons, superiors, strict=True)
    return tuple(beside.label for comparison, beside in called if comparison in silent)


class _Writer:
    """Finds the words for what was found, and counts it."""

    def __init__(self, first: Beside, of_rank: Rank, ui: Language) -> None:
        self.order = in_order(first.shown.comparison)
        self.rank = of_rank
        self.ui = ui
        self.number = count(1)

    # -------------------------------------------------------------------------------------- in full

    def groups(self, found: Iterable[_Found]) -> Iterator[Group]:
        """What is told in full, kind by kind, the gravest first; of a kind what stands in doubt behind the others."""
        alike: dict[tuple[str, str], list[_Found]] = {}
        for one in found:
            alike.setdefault((kind_name(one.finding, self.ui), one.finding.rule), []).append(one)
        for (kind, rule), together in sorted(alike.items(), key=lambda group: _gravest(group[1])):
            yield Group(
                gravity=_gravest(together),
                kind=kind,
                asks=asks(rule, self.ui),
                judged_by=criteria((one.finding for one in together), self.rank),
                own=own_side(rule),
                entries=tuple(map(self.entry, sorted(together, key=lambda one: (one.is_doubtful, self.read_at(one))))),
            )

    def entry(self, found: _Found) -> Entry:
        """A finding as it is told in full."""
        finding = found.finding
        asked = asks(finding.rule, self.ui)
        base, target = in_full(finding, self.ui, self.beyond(found)) if asked else ((), ())
        return Entry(
            number=next(self.number),
            rows=found.rows,
            target_place=self.on_rule(found),
            base_place=self.on_base(found),
            base=base,
            target=target,
            says="" if asked else found.beside.writer.says(finding),
            note=SEMICOLON[self.ui].join(self.remarked(found)),
            kinds=self.kinds(found),
        )

    def remarked(self, found: _Found) -> Iterator[str]:
        """That the pairing is to be checked first, in how many places it is so, what else was found in the same words,
        and what other superiors have of it."""
        if found.is_doubtful:
            yield BASIS["doubtful"][self.ui]
        if found.finding.count > 1:
            yield WORDS["times"][self.ui].format(count=found.finding.count)
        if found.others:
            also = dict.fromkeys(kind_name(one, self.ui) for one in found.others)
            yield WORDS["also"][self.ui].format(kinds=AND[self.ui].join(also))
        if found.silent:
            yield WORDS["silent"][self.ui].format(names=AND[self.ui].join(found.silent))
        if asks(found.finding.rule, self.ui):  # what the words that say it do not
            yield from self.held(found)

    def held(self, found: _Found) -> Iterator[str]:
        """Where other superiors have the rule's words."""
        if places := [*map(visible, found.finding.elsewhere)]:
            yield held_elsewhere(places, self.ui)

    # ------------------------------------------------------------------------------------- in short

    def places(self, found: Iterable[_Found]) -> Iterator[Place]:
        """What is told in short, place by place, as the rule is read."""
        at: dict[str, list[_Found]] = {}
        for one in sorted(found, key=self.read_at):
            at.setdefault(self.on_rule(one), []).append(one)
        for label, here in at.items():
            yield Place(place=label, pairings=tuple(self.pairings(here)))

    def pairings(self, found: Sequence[_Found]) -> Iterator[Pairing]:
        """What was found at one place of the rule, by what it stands beside."""
        beside: dict[tuple[bool, str], list[_Found]] = {}
        for one in sorted(found, key=lambda one: rank(one.finding, doubtful=one.is_doubtful)):
            beside.setdefault((one.is_doubtful, self.on_base(one)), []).append(one)
        for (doubtful, place_), together in beside.items():
            rows = sorted({row for one in together for row in one.rows})
            briefs = tuple(map(self.brief, together))
            yield Pairing(base_place=place_, rows=tuple(rows), doubtful=doubtful, briefs=briefs)

    def brief(self, found: _Found) -> Brief:
        """A finding as it is told in short."""
        finding = found.finding
        says = () if asks(finding.rule, self.ui) else (Run(text=found.beside.writer.says(finding)),)
        times = [WORDS["times"][self.ui].format(count=finding.count)] if finding.count > 1 else []
        note = SEMICOLON[self.ui].join((*times, *(() if says else self.held(found))))
        return Brief(kinds=self.kinds(found), runs=says or in_short(finding, self.ui), note=note)

    def asked(self, found: Iterable[_Found]) -> Iterator[Asked]:
        """What is asked of each kind that is told in short, the gravest first."""
        alike: dict[str, list[Finding]] = {}
        for finding in sorted((finding for one in found for finding in one.each), key=place):
            alike.setdefault(kind_name(finding, self.ui), []).append(finding)
        for kind, together in alike.items():
            yield Asked(
                kind=kind,
                size=len(together),
                asks=asks(together[0].rule, self.ui),
                judged_by=criteria(together, self.rank),
            )

    # ---------------------------------------------------------------------------------------- places

    def kinds(self, found: _Found) -> tuple[str, ...]:
        """Of which kind each thing is that was found in the same words."""
        return tuple(kind_name(one, self.ui) for one in found.each)

    def read_at(self, found: _Found) -> int:
        """Where the rule is read that a finding is on; behind all of it what is on the whole."""
        on = found.beside.shown.target.holding(found.at, found.finding.target)
        return min((self.order.get(eid, 0) for eid in on), default=len(self.order))

    def on_rule(self, found: _Found) -> str:
        """The provision of the rule that has the words, as it is cited; all of the row where none has them alone."""
        reading = found.beside.shown.target
        said = cited_shortly(reading, reading.holding(found.at, found.finding.target), self.ui)
        return visible(said) or WORDS["whole"][self.ui]

    def on_base(self, found: _Found) -> str:
        """The provision of the superior that has the words, or all of the row, with what the superior is called, of
        several: its table has the row also where nothing of it stands there."""
        if not found.line:
            return found.beside.label if found.rows else ""
        reading, on = found.beside.shown.base, found.beside.writer.on_base(found.finding, found.line)
        said = visible(cited_shortly(reading, reading.holding(on, found.finding.base), self.ui))
        return " ".join(filter(None, (found.beside.label, said)))

    def beyond(self, found: _Found) -> str:
        """The provision of the superior that has the words, where it is not that beside which the finding stands."""
        if not found.line or not found.line.row.link.base:
            return ""
        writer = found.beside.writer
        on = writer.beyond(found.finding, found.line)
        return visible(cited_shortly(found.beside.shown.base, on, self.ui)) if on else ""


def _gravest(found: Sequence[_Found]) -> int:
    """The place of the gravest of some findings."""
    return min(place(one.finding) for one in found)
