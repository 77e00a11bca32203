"""The words for what a comparison holds, wherever it is told: the table, the memo, beside other rules, a terminal.

As in a `Table` every string has gone through `visible` and bears no markup.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policydiff.dates import is_before
from policydiff.library.describe import dated
from policydiff.messages import quotations
from policydiff.model import Comparison, Decision, Dismissed, Document, Edit, Finding, Lack, Language, Status
from policydiff.presentation import Reading, lines
from policydiff.presentation.citing import cited_together
from policydiff.presentation.lines import two_decimals
from policydiff.presentation.runs import in_runs
from policydiff.presentation.together import other_superiors
from policydiff.quoting import first_words, shortened
from policydiff.report import notes
from policydiff.report.notes import Note
from policydiff.report.strings import TABLE
from policydiff.report.table import Flag, Passage, Table, TableLine
from policydiff.report.terminal import Run, edited, visible
from policydiff.titles import cited
from policydiff.wording import (
    AND,
    BASIS,
    COLON,
    FATE,
    GAP,
    ROLES,
    SEMICOLON,
    SHAPE,
    STOP,
    TOLD_AS,
    UNDATED,
    VERDICT,
    day,
    fate,
    in_brackets,
    in_roles,
    kept,
    kind_name,
    later,
    rule_name,
    signed,
    taken,
    to_check_first,
    told_word,
    verdict,
)

_FEW_ROWS = 40  # rows to be read first that are named above a table
_FIRST_WORDS = (12, 40)  # characters by which a provision that came near is known
_LISTED_HEAD, _LISTED_TAIL = 50, 30  # characters of a power that a list quotes


Dates = tuple[str, str]


def table(
    comparison: Comparison, *, ui: Language, date: datetime.date, lack: Lack = "omitted", dates: Dates = ("", "")
) -> Table:
    """The comparison as a table in the language of the interface; `lack` is what the target does with what it does not
    have, as in `wording.fate`, and `dates` are what corpus.toml says of when the two were made."""
    return Writer(lines.table(comparison), ui, lack).table(date, dates)


class Writer:
    """Finds the words for what a comparison holds."""

    def __init__(self, shown: lines.Table, ui: Language, lack: Lack = "omitted") -> None:
        self.shown = shown
        self.lack = lack
        self.comparison = shown.comparison
        self.roles = ROLES[lack]
        self.ui = ui

    def table(self, date: datetime.date, dates: Dates) -> Table:
        """The whole of it, dated."""
        comparison = self.comparison
        base, target = comparison.base, comparison.target
        made = visible(dated(base, dates[0])), visible(dated(target, dates[1]))
        return Table(
            ui=self.ui,
            date=date,
            languages=(base.language, target.language),
            roles=self.roles,
            base_title=cited(visible(self.shown.base.title)),
            target_title=cited(visible(self.shown.target.title)),
            dates=(self.day(made[0]), self.day(made[1])),
            files=self.files(base, target),
            later=self.later(*made),
            notices=self.notices(),
            first=self.first(),
            terms=tuple(self.terms()),
            lines=tuple(
                self.division(one) if isinstance(one, lines.Division) else self.line(one) for one in self.told()
            ),
            rows=len(self.shown.lines),
            newly_set=tuple(map(self.at_row, self.shown.newly_set)),
            whole=tuple(self.whole()),
            flags=tuple(self.flags()),
            counts=tuple((self.fate(status), count) for status, count in self.shown.counts.items()),
            finding_counts=tuple((TOLD_AS[kind][self.ui], count) for kind, count in self.shown.found.items()),
            to_check=self.shown.to_check,
        )

    def day(self, date: str) -> str:
        """When a document was made, or that this is not known."""
        return day(date, self.ui) or UNDATED[self.ui]

    def files(self, base: Document, target: Document) -> tuple[str, str]:
        """The files of the two; of one that is compared with itself as it was before its changes, which is which."""
        one, other = base.source, target.source
        names = visible(one.origin), visible(other.origin)
        is_one = (one.origin, one.sha256, one.language) == (other.origin, other.sha256, other.language)
        if not is_one or one.text == other.text:
            return names
        return self.word("before").format(file=names[0]), self.word("after").format(file=names[1])

    def later(self, base: str, target: str) -> str:
        """That a superior was made after the rule; nothing of texts that are something else to each other."""
        if self.lack != "omitted" or not is_before(target, base):
            return ""
        return later(cited(visible(self.shown.base.title)), base, target, self.ui)

    def notices(self) -> tuple[str, ...]:
        """Of each text that only amends or repeals others that it does; what else the rule implements."""
        amends = notes.no_rule((self.comparison.base, self.comparison.target), self.ui)
        return (*amends, *filter(None, (visible(other_superiors(self.comparison, self.ui)),)))

    def first(self) -> str:
        """How much is to be read before the rest, with the rows where they are few; nothing where there is none."""
        rows = [line.place for line in self.shown.lines if line.weighty]
        if not self.shown.first:
            return ""
        said = to_check_first(len(self.shown.first), len(self.shown.newly_set), self.ui, len(rows))
        if 0 < len(rows) <= _FEW_ROWS:
            said = self.word("first-at").format(said=said, rows=AND[self.ui].join(map(str, rows)))
        return f"{said}{STOP[self.ui]}"

    def terms(self) -> Iterator[tuple[str, str]]:
        """The terms that the rows bear and that need an explanation, each with it."""
        shown = self.shown
        for mark in shown.marks:
            if mark == "doubtful" or mark in SHAPE:
                yield self.mark(mark), self.word(f"term-{mark}")
        if any(line.row.link.basis == "role" for line in shown.lines):
            yield BASIS["role"][self.ui], self.word("term-role")
        if any(way.direction == "also" for line in shown.lines for way in shown.ways(line)):
            yield self.word("also"), self.word("term-also")
        if any(line.doubtful for line in shown.lines):
            yield self.word("likeness"), self.word("term-score")
        if any(line.near for line in shown.lines):
            yield self.word("nearness"), self.word("term-nearness")
        if shown.says_little:
            yield self.fate("unchanged"), self.word("term-across")

    def word(self, key: str) -> str:
        """What a table says under that key, both texts called what they are to each other."""
        return in_roles(TABLE[key][self.ui], self.roles, self.ui)

    def at_row(self, found: tuple[lines.Line, Finding]) -> Note:
        """A power that seems newly set, with its row."""
        note = self.newly_set(found)
        return replace(note, head=self.word("at-row").format(place=note.head, row=found[0].place))

    def newly_set(self, found: tuple[lines.Line, Finding]) -> Note:
        """A power that seems newly set, as it is listed: where and of which kind it is, whether what stands beside it
        is in doubt, and its words."""
        line, finding = found
        place = self.holding(self.shown.target, line.row.link.target, finding.target)
        words = shortened(visible(quotations(finding)[1]), head=_LISTED_HEAD, tail=_LISTED_TAIL)
        head = f"{place} {kind_name(finding, self.ui)}"
        if line.doubtful:
            head = self.word("noted").format(said=head, note=self.basis(line))
        return Note(head=head, words=f"“{words}”{notes.elsewhere(finding, self.ui)}", weighty=True)

    def fate(self, status: Status) -> str:
        """What a provision of this status is called that these two texts have or have not."""
        return FATE[fate(status, self.lack)][self.ui]

    # ----------------------------------------------------------------------------------------- rows

    def told(self) -> tuple[lines.Line | lines.Division, ...]:
        """The rows, a division of which the target has nothing as one."""
        return self.shown.told(self.lack)

    def division(self, division: lines.Division) -> TableLine:
        """A division of which the target has nothing: its heading, its provisions by their numbers, what came near."""
        note = Note(head=self.whole_of(division), words=self.word("division-said"))
        language = self.comparison.base.language
        words = Run(text=self.word("words-left-out"))
        first = division.lines[0]
        return TableLine(
            number=first.place,
            base=(
                Passage(
                    trail=self.headings(division),
                    label=self.provisions(division),
                    runs=(words,),
                    language=language,
                ),
            ),
            target=(),
            status=first.row.status,
            kind=self.fate(first.row.status),
            shapes=(self.whole_of(division),),
            finding_kinds=(),
            notes=(note, *self.near_division(division)),
            numbers=self.numbers(division),
        )

    def whole_of(self, division: lines.Division) -> str:
        """That it is a whole part, chapter or section."""
        return self.word(f"whole-{division.level}")

    def headings(self, division: lines.Division) -> str:
        """The headings of a division, those above it first."""
        return " › ".join(map(visible, division.headings))

    def provisions(self, division: lines.Division) -> str:
        """The provisions of a division, as they are cited together."""
        return visible(in_runs(self.comparison.base, division.leaves, self.ui))

    def near_division(self, division: lines.Division) -> Iterator[Note]:
        """Of a division, each provision to which one came near, and that; nothing where none did."""
        each = (
            self.word("near-of").format(
                place=self.places(self.shown.base, line.row.link.base), near=self.scored(line.candidates[0])
            )
            for line in division.near
        )
        if said := SEMICOLON[self.ui].join(each):
            yield Note(head=self.word("nearest"), words=said + STOP[self.ui])

    def numbers(self, division: lines.Division) -> str:
        """The numbers of the rows of a division, those that follow each other from the first to the last."""
        runs: list[list[int]] = []
        for line in division.lines:
            if runs and line.place == runs[-1][-1] + 1:
                runs[-1].append(line.place)
            else:
                runs.append([line.place])
        return AND[self.ui].join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)

    def line(self, line: lines.Line) -> TableLine:
        """A row, its redline left out where all is on one side or little is the same."""
        row = line.row
        base, target = self.comparison.base, self.comparison.target
        marked = row.status in ("unchanged", "changed") and not line.rewritten
        kinds = dict.fromkeys(told_word(finding, self.ui) for finding in row.findings)
        return TableLine(
            number=line.place,
            base=tuple(self.passage(cell, base.language, marked=marked) for cell in line.base),
            target=tuple(self.passage(cell, target.language, marked=marked) for cell in line.target),
            status=row.status,
            kind=self.fate(row.status),
            shapes=tuple(self.shapes(line)),
            finding_kinds=tuple(kinds),
            notes=tuple(self.notes(line)),
        )

    def passage(self, cell: lines.Cell, language: Language, *, marked: bool) -> Passage:
        """A provision, its words `marked` as the redline has them or plain."""
        edits = cell.edits if marked else (Edit(op="keep", text="".join(edit.text for edit in cell.edits)),)
        return Passage(
            trail=" › ".join(map(visible, cell.trail)),
            label=visible(cell.label),
            runs=tuple(edited(edit) for edit in edits if edit.text),
            language=language,
        )

    def shapes(self, line: lines.Line) -> Iterator[str]:
        """Whether it is to be read before others, and whether the two sides are in doubt; whether its provisions were
        split, merged or regrouped, moved, written anew."""
        for mark in line.marks:
            if mark not in lines.REVIEW_TAGS:
                yield self.mark(mark)

    def mark(self, mark: str) -> str:
        """The word for a mark of a line."""
        return BASIS["doubtful"][self.ui] if mark == "doubtful" else self.word(mark)

    # ---------------------------------------------------------------------------------------- notes

    def notes(self, line: lines.Line) -> Iterator[Note]:
        """What is said of a row, the weightiest first, and before all that its two sides may not belong together."""
        if line.doubtful:
            yield Note(head=self.basis(line), words=self.word("doubtful-said").format(score=two_decimals(line.score)))
        near = "" if line.row.link.base else self.near(line)
        for note in notes.found(line.row.findings, ui=self.ui, roles=self.roles, doubtful=line.doubtful):
            yield replace(note, words=f"{note.words}{near}")
        yield from self.remarks(line)

    def near(self, line: lines.Line) -> str:
        """Which provisions of the base the findings of an added row quote."""
        quoted = dict.fromkeys(eid for finding in line.row.findings for eid in self.on_base(finding, line))
        return self.word("near-by").format(words=self.places(self.shown.base, tuple(quoted))) if quoted else ""

    def remarks(self, line: lines.Line) -> Iterator[Note]:
        """What is said of a row beside its findings."""
        row = line.row
        yield from map(self.decision, row.decisions)
        yield from map(self.dismissed, row.dismissed)
        if line.in_form_alone:
            yield Note(head=self.word("form"), words=self.word("form-said"))
        if (basis := self.basis(line)) and not line.doubtful:
            yield Note(head=self.word("basis"), words=basis)
        yield from self.elsewhere(line)
        if kept := self.kept(line):
            yield Note(head=self.word("list"), words=kept)
        if line.candidates:
            words = GAP[self.ui].join(filter(None, (self.nearest(line), self.taken(line))))
            yield Note(head=self.word("nearest" if line.near else "far"), words=words)

    def basis(self, line: lines.Line) -> str:
        """What the two sides were paired by, where that is not their words."""
        link = line.row.link
        if not (link.base and link.target) or link.basis == "text":
            return ""
        return BASIS[link.basis][self.ui]

    def elsewhere(self, line: lines.Line) -> Iterator[Note]:
        """Where a moved provision stands, and in which other rows a provision of this one does."""
        ways = self.shown.ways(line)
        for way in ways:
            if way.direction == "after":
                yield Note(head=self.word("moved"), words=self.word("moved-said").format(after=visible(way.label)))
        also = [(visible(way.label), way.row) for way in ways if way.direction == "also"]
        if also:
            said = (self.word("also-row").format(label=label, row=row) for label, row in dict.fromkeys(also))
            yield Note(head=self.word("also"), words=AND[self.ui].join(said))

    def nearest(self, line: lines.Line) -> str:
        """What was considered, the first with its first words; or that nothing came near."""
        if not line.near:
            return self.word("far-said")
        first, *others = line.near
        places = AND[self.ui].join((self.quoted(first), *map(self.scored, others)))
        return self.word("nearest-said").format(places=places)

    def quoted(self, near: lines.Near) -> str:
        """A provision that was considered with its first words, and how near it came."""
        words = visible(first_words(near.text, *_FIRST_WORDS)).rstrip("。；;.:： ")
        return self.word("near-words").format(label=visible(near.label), words=words, score=two_decimals(near.score))

    def scored(self, near: lines.Near) -> str:
        """A provision that was considered, with how near it came."""
        return self.word("near-score").format(label=visible(near.label), score=two_decimals(near.score))

    def kept(self, line: lines.Line) -> str:
        """Of an omitted item, which others of its list are there; nothing where none is."""
        items = [*map(visible, line.kept_of(self.lack))]
        return kept(items, self.roles, self.ui) if items else ""

    def taken(self, line: lines.Line) -> str:
        """Why the nearest provision was not taken, where it was near."""
        if not line.taken:
            return ""
        return taken(visible(line.candidates[0].label), cited_together(map(visible, line.taken)), self.ui)

    def whole(self) -> Iterator[Note]:
        """What is said of the target as a whole, each with the place it is about."""
        for finding in self.comparison.findings:
            said = filter(None, (self.place(finding), self.says(finding)))
            yield Note(head=told_word(finding, self.ui), words=COLON[self.ui].join(said))
        yield from map(self.dismissed, self.comparison.dismissed)

    def place(self, finding: Finding) -> str:
        """The one provision of the target that a finding is about, where it is about one."""
        return visible(self.shown.target.label(finding.eid)) if finding.eid else ""

    def says(self, finding: Finding) -> str:
        """What a finding says, in the language of the interface."""
        return notes.says(finding, ui=self.ui, roles=self.roles)

    def dismissed(self, one: Dismissed) -> Note:
        """A finding that a reviewer dismissed: what it quotes, why, who and when."""
        kind = told_word(one.finding, self.ui)
        words = self.with_reasons(notes.quotes(one.finding), one.decision)
        return Note(head=f"{VERDICT['dismiss'][self.ui]} {kind}", words=words)

    def decision(self, decision: Decision) -> Note:
        """What a reviewer decided, why, who and when; a rejection names what was rejected."""
        rejected = self.sides(*decision.sides) if decision.verdict == "reject" else ""
        return Note(head=verdict(decision)[self.ui], words=self.with_reasons(rejected, decision))

    def with_reasons(self, said: str, decision: Decision) -> str:
        """What is said of a decision, and behind it the reviewer's reason and remark, then who and when in brackets."""
        told = SEMICOLON[self.ui].join(filter(None, (said, visible(decision.reason), visible(decision.note))))
        who = visible(signed(decision, self.ui))
        return f"{told}{in_brackets(who, self.ui)}" if told and who else told or who

    def sides(self, base: Sequence[str], target: Sequence[str]) -> str:
        """Provisions of both sides as they are cited; a side that has none is passed over."""
        readings = ((self.shown.base, base), (self.shown.target, target))
        return " → ".join(self.places(reading, eids) for reading, eids in readings if eids)

    def holding(self, reading: Reading, eids: Sequence[str], words: str) -> str:
        """The one of these provisions that has the words, as it is cited; all of them where none has them alone."""
        return self.places(reading, reading.holding(eids, words))

    def places(self, reading: Reading, eids: Sequence[str]) -> str:
        """Provisions of one document as they are cited, one after the other."""
        return AND[self.ui].join(cited_together(visible(reading.label(eid)) for eid in eids))

    # ------------------------------------------------------------------------------------- findings

    def flags(self) -> Iterator[Flag]:
        """Every finding, what is to be read first before the others and else in the order of the rows; those that
        reviewers dismissed with what they said."""
        told: list[tuple[lines.Line | None, Finding, Decision | None]] = []
        for line in self.shown.lines:
            told += ((line, *one) for one in _with_decisions(line.row.findings, line.row.dismissed))
        told += ((None, *one) for one in _with_decisions(self.comparison.findings, self.comparison.dismissed))
        for of, finding, decision in sorted(told, key=lambda one: self.shown.read_at(*one[:2])):
            yield self.flag(finding, decision, of)

    def on_base(self, finding: Finding, line: lines.Line) -> tuple[str, ...]:
        """The provisions of the base that a finding of a row is on; of an added row, the one that has the words that
        it quotes."""
        return line.row.link.base or self.beyond(finding, line)

    def beyond(self, finding: Finding, line: lines.Line) -> tuple[str, ...]:
        """The provision of the base that has the words that a finding quotes, where its row has not: one that came near
        before all others."""
        link = line.row.link
        near = (one.eid for one in link.candidates if not one.ruled_out)
        others = (leaf.eid for leaf in self.shown.base.leaves)
        holding = (eid for eid in (*link.base, *near, *others) if finding.base in self.shown.base.text(eid))
        found = next(holding, "") if finding.base else ""
        return () if not found or found in link.base else (found,)

    def flag(self, finding: Finding, decision: Decision | None, line: lines.Line | None) -> Flag:
        """A finding as a list has it, of a row or on the whole, with what was decided on it."""
        base = self.places(self.shown.base, self.on_base(finding, line)) if line else ""
        target = self.places(self.shown.target, line.row.link.target) if line else ""
        target = self.place(finding) or target
        base_words, target_words = quotations(finding)
        return Flag(
            number=line.place if line else None,
            kind=told_word(finding, self.ui),
            base_place=base,
            target_place=target,
            base=visible(base_words),
            target=visible(target_words),
            says=self.says(finding),
            rule=visible(rule_name(finding.rule, self.ui)),
            review=self.decision(decision).said(self.ui) if decision else "",
        )


def _with_decisions(
    findings: Sequence[Finding], dismissed: Sequence[Dismissed]
) -> Iterator[tuple[Finding, Decision | None]]:
    for finding in findings:
        yield finding, None
    for one in dismissed:
        yield one.finding, one.decision
