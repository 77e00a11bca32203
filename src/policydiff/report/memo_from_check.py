"""What a check found → a memo: which words stand in an entry, under which heading, and how they are marked."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from policydiff.check import Check, naming
from policydiff.gravity import WEIGHTS, Weight, place, weight
from policydiff.library.superiors import Superior
from policydiff.messages import quotations
from policydiff.model import Comparison, Cut, Decision, Dismissed, Document, Finding, Language, Row
from policydiff.presentation import Reading, lines
from policydiff.presentation.redlines import kept
from policydiff.presentation.runs import citable, in_runs
from policydiff.presentation.together import Said, Together, is_alone, is_said
from policydiff.quoting import EXCERPT, excerpt
from policydiff.redline import edits
from policydiff.report.additions import additions
from policydiff.report.criteria import asks, criteria
from policydiff.report.issuers import Rank, rank, unlisted_city
from policydiff.report.memo import RANK, WORDS, Group, Memo, MemoEntry, Omission, Part, superior_label
from policydiff.report.notes import Note
from policydiff.report.places import LISTED_IN
from policydiff.report.strings import TABLE
from policydiff.report.table import Passage
from policydiff.report.terminal import Run, edited, visible
from policydiff.report.writer import Writer
from policydiff.titles import cited
from policydiff.wording import (
    ADDS,
    AND,
    BASIS,
    RULE,
    SEMICOLON,
    day,
    kind_name,
    known_by,
    stale_words,
    told_word,
    verdict,
)

_WHOLE = 110  # characters of a provision that are quoted, of a few; of many it is an excerpt
_FEW = 30
_ALIKE = 0.4  # what two quotations have in common that are set as a redline
_READ: tuple[Weight, ...] = ("set", "first", "drafting", "then")  # as the sections follow each other


def memo(check: Check, *, ui: Language, date: datetime.date) -> Memo:
    """What a check found, as a memo."""
    of = len(check.comparisons)
    whole = _Whole(
        ui=ui,
        rank=rank(check.rule, check.description),
        together=Together(comparisons=check.comparisons),
        labels=tuple(superior_label(place, of, ui) for place in range(1, of + 1)),
    )
    writers = [_PartWriter(whole, at) for at in range(of)]
    parts = tuple(writer.part() for writer in writers)
    return Memo(
        ui=ui,
        date=date,
        title=cited(visible(check.rule.name)),
        facts=tuple(_facts(check, whole, date)),
        parts=parts,
        groups=_grouped(parts),
        added=additions([writer.writer for writer in writers], whole.labels),
    )


def _grouped(parts: Sequence[Part]) -> Mapping[Weight, tuple[Group, ...]]:
    """What was found beside all superiors, kind by kind, the entries counted in the order in which they are read."""
    number = count(1)
    groups: dict[Weight, tuple[Group, ...]] = {}
    for weighing in _READ:
        alike: dict[tuple[str, str], list[Group]] = {}
        for part in parts:
            for group in part.groups[weighing]:
                alike.setdefault((group.kind, group.asks), []).append(group)
        found = sorted(map(_as_one, alike.values()), key=lambda group: group.gravity)
        groups[weighing] = tuple(
            replace(group, entries=tuple(replace(entry, number=next(number)) for entry in group.entries))
            for group in found
        )
    return groups


def _as_one(groups: Sequence[Group]) -> Group:
    """What was found of one kind beside several superiors, in the order of the rule."""
    judged_by = [one for group in groups for one in group.judged_by]
    return replace(
        groups[0],
        gravity=min(group.gravity for group in groups),
        judged_by=tuple(one for at, one in enumerate(judged_by) if one not in judged_by[:at]),
        entries=tuple(sorted((entry for group in groups for entry in group.entries), key=lambda entry: entry.order)),
    )


def _facts(check: Check, whole: _Whole, date: datetime.date) -> Iterator[tuple[str, str]]:
    """What was compared with what, and why."""
    ui = whole.ui

    def word(key: str, **values: str) -> str:
        return WORDS[key][ui].format(**values)

    said = check.description
    yield word("rule"), cited(visible(check.rule.name))
    if said.issuer.value and said.issuer.sure:
        yield word("issuer"), visible(said.issuer.value)
    yield word("rank"), _rank_said(check, whole.rank, ui)
    if said.date.value and said.date.sure:
        yield word("dated"), visible(day(said.date.value, ui))
    yield word("file"), visible(check.rule.source.origin)
    for superior, label in zip(check.found.superiors, whole.labels, strict=True):
        name = cited(visible(superior.rule.name))
        why = visible(known_by(superior.reason, superior.named, ui, _place(check, superior, word("its-title"))))
        yield label or word("superior"), word("found-by", title=name, why=why)
    if check.found.missing:
        names = AND[ui].join(cited(visible(name)) for name in check.found.missing)
        yield word("missing"), word("missing-said", names=names)
    yield word("made"), day(date.isoformat(), ui)


def _rank_said(check: Check, of_rank: Rank, ui: Language) -> str:
    """Of which rank the rule is, and what that rests on where it does not rest on who made it."""
    said = RANK[of_rank][ui]
    issuer = check.description.issuer
    if of_rank and not (issuer.value and issuer.sure):
        return WORDS["by-title"][ui].format(rank=said)
    if of_rank == "document" and (city := unlisted_city(check.rule, check.description)):
        return WORDS["not-listed"][ui].format(rank=said, place=visible(city), year=LISTED_IN)
    return said


def _place(check: Check, superior: Superior[Document], otherwise: str) -> str:
    """Which provision names the superior, as it is cited."""
    eid = naming(check.rule, superior.named)
    return Reading(document=check.rule).label(eid) if eid else otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A finding and the row it is on; no row where it is on the rule as a whole. Beside the `silent` superiors it was
    not made, though they do not say the like."""

    finding: Finding
    line: lines.Line | None
    also: tuple[str, ...] = ()
    silent: tuple[Comparison, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Whole:
    """What holds for all parts of a memo: all comparisons of the rule, what their superiors are called, and what one
    part has told and the next does not tell again."""

    ui: Language
    rank: Rank
    together: Together
    labels: tuple[str, ...]
    said: list[Said] = field(default_factory=list)


class _PartWriter:
    """Finds the words for what one comparison holds, the one in that place."""

    def __init__(self, whole: _Whole, at: int) -> None:
        self.whole = whole
        self.ui = whole.ui
        self.label = whole.labels[at]
        self.comparison = comparison = whole.together.comparisons[at]
        self.shown = lines.table(comparison)
        self.writer = Writer(self.shown, whole.ui)
        leaves = comparison.target.leaves()
        self.order = {leaf.eid: number for number, leaf in enumerate(leaves)}  # as the rule is read

    def part(self) -> Part:
        gone = [line for line in self.shown.lines if not line.row.link.target]
        far = self.far(gone) if len(gone) > _FEW else frozenset()
        most = _WHOLE if len(gone) <= _FEW else EXCERPT
        groups = tuple(self.groups())
        return Part(
            label=self.label,
            superior=cited(visible(self.shown.base.title)),
            counts=(*self.shown.counts.values(), len(self.shown.lines)),
            groups={one: tuple(group for of, group in groups if of == one) for one in WEIGHTS},
            omissions=tuple(self.omission(line, most) for line in gone if far.isdisjoint(line.row.link.base)),
            far=visible(in_runs(self.comparison.base, far, self.ui)),
            decided=tuple(self.decided()),
        )

    # --------------------------------------------------------------------------------------- groups

    def groups(self) -> Iterator[tuple[Weight, Group]]:
        """What each rule found, the weightiest first; one rule in two groups where not all of it weighs the same."""
        alike: dict[tuple[Weight, str, str], list[_Found]] = {}
        for one in self.found():
            kind = kind_name(one.finding, self.ui)
            alike.setdefault((weight(one.finding), one.finding.rule, kind), []).append(one)
        for (of, rule, kind), together in sorted(alike.items(), key=lambda group: _gravest(group[1])):
            yield (
                of,
                Group(
                    gravity=_gravest(together),
                    kind=kind,
                    asks=asks(rule, self.ui),
                    judged_by=criteria((one.finding for one in together), self.whole.rank),
                    entries=tuple(map(self.entry, together)),
                ),
            )

    def read(self) -> list[lines.Line]:
        """The rows that the target has, in its order."""
        own = [line for line in self.shown.lines if line.row.link.target]
        return sorted(own, key=lambda line: min(self.order[eid] for eid in line.row.link.target))

    def found(self) -> Iterator[_Found]:
        """The findings of the rows that the target has, then those on the whole."""
        for line in self.read():
            yield from self.once(line)
        for finding in self.comparison.findings:
            if self.is_new(finding, (finding.eid,)):
                yield _Found(finding=finding, line=None)

    def once(self, line: lines.Line) -> Iterator[_Found]:
        """The findings of a row; what several rules found in the same words under the weightiest of them alone."""
        by_words: dict[tuple[str, str], list[Finding]] = {}
        eids = line.row.link.target
        told = (one for one in line.row.findings if not is_alone(one) or self.silent(one, eids) is not None)
        for finding in sorted(told, key=place):
            by_words.setdefault((finding.base, finding.target), []).append(finding)
        for first, *others in by_words.values():
            if self.is_new(first, eids):
                also = dict.fromkeys(RULE[one.rule][self.ui] for one in others if one.rule in RULE)
                silent = self.silent(first, eids) or () if is_alone(first) else ()
                yield _Found(finding=first, line=line, also=tuple(also), silent=silent)

    def silent(self, finding: Finding, eids: Sequence[str]) -> tuple[Comparison, ...] | None:
        """The superiors beside which nothing was told of what the rule alone says; None where one of them has it."""
        return self.whole.together.silent(finding, eids)

    def is_new(self, finding: Finding, eids: Sequence[str]) -> bool:
        """Whether a slip of drafting, or what the rule alone says, has not been told yet beside another superior."""
        if not is_alone(finding) and weight(finding) != "drafting":
            return True
        if is_said(finding, eids, self.whole.said):
            return False
        self.whole.said.append((finding, eids))
        return True

    def entry(self, found: _Found) -> MemoEntry:
        finding, line = found.finding, found.line
        link = line.row.link if line else None
        on = link.target if link else (finding.eid,) if finding.eid else ()
        place = self.writer.holding(self.shown.target, on, finding.target) or WORDS["whole"][self.ui]
        asked = asks(finding.rule, self.ui)
        base, target, joined = self.quoted(finding) if asked else ((), (), ())
        return MemoEntry(
            number=0,
            target_place=place,
            base_place=self.on_base(finding, line) if line else "",
            base=base,
            target=target,
            joined=joined,
            says="" if asked else self.writer.says(finding),
            note=SEMICOLON[self.ui].join(self.remarked(found)),
            order=min((self.order.get(eid, 0) for eid in on), default=len(self.order)),
            superior=self.label,
        )

    def on_base(self, finding: Finding, line: lines.Line) -> str:
        """What of the superior a finding of a row is on, as it is cited."""
        return self.writer.holding(self.shown.base, self.writer.on_base(finding, line), finding.base)

    def remarked(self, found: _Found) -> Iterator[str]:
        """That the pairing is to be checked first, in how many places it is so, and what else was found in the same
        words."""
        if found.line and found.line.row.link.basis == "doubtful":
            yield BASIS["doubtful"][self.ui]
        if found.finding.count > 1:
            yield WORDS["times"][self.ui].format(count=found.finding.count)
        if found.also:
            yield WORDS["also"][self.ui].format(kinds=AND[self.ui].join(found.also))
        if found.silent:
            called = zip(self.whole.together.comparisons, self.whole.labels, strict=True)
            names = AND[self.ui].join(label for one, label in called if one in found.silent)
            yield WORDS["silent"][self.ui].format(names=names)

    def quoted(self, finding: Finding) -> tuple[tuple[Run, ...], tuple[Run, ...], tuple[Run, ...]]:
        """Both sides' words, and both as one: a redline where they have enough in common.

        What is gone or new as a whole bears no marks, for the group says that it is.
        """
        base, target = map(visible, quotations(finding))
        if finding.rule.startswith("dropped-"):
            near = self.near_by(target)
            return _plain(base), near, (*_plain(base), *near)
        if finding.rule.startswith(ADDS):
            near = self.near_by(base)
            return near, _plain(target), (*_plain(target), *near)
        if base and target and (redlined := _redlined(finding)):
            return redlined
        arrow = (Run(text=WORDS["becomes"][self.ui], style="strong"),) if base and target else ()
        return _plain(base), _plain(target), (*_plain(base), *arrow, *_plain(target))

    def near_by(self, words: str) -> tuple[Run, ...]:
        return _plain(TABLE["near-by"][self.ui].format(words=words) if words else "")

    # ----------------------------------------------------------------------------------- omissions

    def far(self, gone: Sequence[lines.Line]) -> frozenset[str]:
        """What of the superior nothing came near and nothing is told of: its number leads a reader to it."""
        untold = [line.row for line in gone if not (line.kept or line.row.findings or _reviewed(line.row))]
        far = [row.link for row in untold if all(near.score < lines.CAME_NEAR for near in row.link.candidates)]
        return citable(self.comparison.base, {eid for link in far for eid in link.base})

    def omission(self, line: lines.Line, most: int) -> Omission:
        """What is omitted, of each provision so many characters at most."""
        kinds = dict.fromkeys(told_word(finding, self.ui) for finding in line.row.findings)
        return Omission(
            base=tuple(_excerpt(passage, most) for passage in self.writer.line(line).base),
            nearest=self.nearest(line) if line.candidates else "",
            kept=self.writer.kept(line),
            kinds=tuple(kinds),
        )

    def nearest(self, line: lines.Line) -> str:
        """The provision that came nearest with others that came near, and why the first was not taken."""
        first, *others = line.candidates
        if first.score < lines.LEAST_NEAR:
            return WORDS["none-near"][self.ui]
        near = [first, *(one for one in others if one.score >= lines.CAME_NEAR)]
        shown = AND[self.ui].join(map(self.writer.scored, near))
        return SEMICOLON[self.ui].join(filter(None, (shown, self.writer.taken(line))))

    # ------------------------------------------------------------------------------------- decisions

    def decided(self) -> Iterator[Note]:
        """What reviewers decided, at which provisions; and what of it does not hold any more."""
        told: set[int] = set()
        for line in self.shown.lines:
            for decision in line.row.decisions:
                if decision.number not in told:  # what was rejected is seen at the rows of either side
                    told.add(decision.number)
                    yield self.decision(decision)
            place = self.writer.sides(line.row.link.base, line.row.link.target)
            for one in line.row.dismissed:
                yield self.dismissed(place, one)
        yield from map(self.writer.dismissed, self.comparison.dismissed)
        for stale in self.comparison.stale:
            head = f"{verdict(stale.decision)[self.ui]} {WORDS['stale'][self.ui]}"
            yield Note(head=head, words=stale_words(stale)[self.ui])

    def decision(self, decision: Decision) -> Note:
        """What a reviewer decided at which provisions, why, who and when."""
        place = self.writer.sides(decision.base, decision.target)
        return Note(head=place, words=self.writer.with_reasons(verdict(decision)[self.ui], decision))

    def dismissed(self, place: str, one: Dismissed) -> Note:
        """A finding at a place that a reviewer dismissed."""
        said = self.writer.dismissed(one)
        return Note(head=place, words=SEMICOLON[self.ui].join(filter(None, (said.head, said.words))))


def _reviewed(row: Row) -> bool:
    return bool(row.decisions or row.dismissed)


def _gravest(found: Sequence[_Found]) -> int:
    """The place of the gravest of some findings."""
    return min(place(one.finding) for one in found)


def _redlined(finding: Finding) -> tuple[tuple[Run, ...], tuple[Run, ...], tuple[Run, ...]] | None:
    """Both sides' words with what differs marked, and both as one; None where they have too little in common."""
    changed = edits(visible(finding.base), visible(finding.target))
    if kept(changed) < _ALIKE:
        return None
    redline = [edited(edit) for edit in changed]
    either: Cut = (
        finding.base_cut[0] or finding.target_cut[0],
        finding.base_cut[1] or finding.target_cut[1],
    )
    return (
        _cut([run for run in redline if run.style != "insert"], finding.base_cut),
        _cut([run for run in redline if run.style != "delete"], finding.target_cut),
        _cut(redline, either),
    )


def _cut(runs: Sequence[Run], cut: Cut) -> tuple[Run, ...]:
    """Quoted words with … where some were left out, which is no part of what differs."""
    before, behind = cut
    return (*_plain("…" if before else ""), *runs, *_plain("…" if behind else ""))


def _plain(words: str) -> tuple[Run, ...]:
    return (Run(text=words),) if words else ()


def _excerpt(passage: Passage, most: int) -> Passage:
    return replace(passage, trail="", runs=(Run(text=excerpt(passage.text, most)),))
