"""One superior rule and what several rules made of it, before any format: a row for each of its provisions.

                                 |  A                                        |  B
    上位法条款 | 上位法条文 | 遗漏 |  对照类型 | 条文                | 提示      |  对照类型 | …
    第二条     | 每月应当…  |  1   |  变更     | 第三条 每月[-应当-]… | 义务强度… |  遗漏     | …

The first findings of a provision are quoted here and the others counted: a table of each rule tells them in full.

What a rule adds stands behind the provision of the superior that it follows. As in a `Table` every string has gone
through `visible` and bears no markup.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from policydiff.gravity import place as gravity
from policydiff.model import Comparison, Finding, Lack, Language, Status
from policydiff.presentation import lines
from policydiff.presentation.citing import cited_together
from policydiff.presentation.redlines import combined
from policydiff.report.notes import Note, answers
from policydiff.report.table import Passage, TableLine
from policydiff.report.terminal import Run, edited, visible
from policydiff.report.writer import Writer
from policydiff.titles import cited
from policydiff.wording import AND, RESTATED_IN_PART, SEMICOLON, told_word

_MOST_TOLD = 3  # findings that the cell of a provision quotes
_GRAVEST: tuple[Status, ...] = ("changed", "unchanged", "added", "omitted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one rule has for a provision: how it fared, how it is cited there and its words with what was deleted and
    inserted, and what is said of it. Nothing where the row does not concern the rule. `omits`: it has none and should,
    which is not so of a text that only quotes or translates."""

    status: Status | None = None
    omits: bool = False
    kind: str = ""
    place: str = ""
    runs: tuple[Run, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A provision of the superior, or one that a rule adds, which has no place and no words there."""

    place: str
    text: str
    versions: tuple[Version, ...]

    @property
    def omitted(self) -> int:
        """How many rules left it out."""
        return sum(version.omits for version in self.versions)


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """The superior beside all of the rules, in the language of the interface."""

    ui: Language
    targets: tuple[str, ...]
    rows: tuple[Standing, ...]


def side_by_side(comparisons: Sequence[Comparison], lacks: Sequence[Lack], *, ui: Language) -> SideBySide:
    """Comparisons of one base with several targets, provision by provision of the base; what each target does with what
    it does not have, as in `wording.fate`."""
    columns = [_Column(comparison, ui, lack) for comparison, lack in zip(comparisons, lacks, strict=True)]
    base = columns[0].shown.base
    rows: list[Standing] = []
    for eid in ("", *(leaf.eid for leaf in base.leaves)):
        if eid:
            versions = tuple(column.version(eid) for column in columns)
            rows.append(Standing(place=visible(base.label(eid)), text=visible(base.text(eid)), versions=versions))
        for at, column in enumerate(columns):
            for line in column.added.get(eid, ()):
                alone = tuple(column.written((line,)) if at == one else Version() for one in range(len(columns)))
                rows.append(Standing(place="", text="", versions=alone))
    return SideBySide(ui=ui, targets=tuple(column.title for column in columns), rows=tuple(rows))


class _Column:
    """One rule: what it has for each provision, and what it adds behind which."""

    def __init__(self, comparison: Comparison, ui: Language, lack: Lack) -> None:
        self.ui = ui
        self.lack = lack
        self.shown = lines.table(comparison)
        self.writer = Writer(self.shown, ui, lack)
        self.title = cited(visible(self.shown.target.title))
        self.added: dict[str, list[lines.Line]] = {}
        last = ""
        for line in self.shown.lines:
            if line.row.link.base:
                last = line.row.link.base[-1]
            else:
                self.added.setdefault(last, []).append(line)

    def version(self, eid: str) -> Version:
        """What stands in the lines of a provision. What is said of a line of several is told at the first of them."""
        found = self.shown.lines_of("base", eid)
        first = [line for line in found if line.row.link.base[0] == eid]
        told_before = [line for line in found if line.row.link.base[0] != eid]
        written = self.written(found, told=first)
        return replace(written, notes=(*written.notes, *self.told_there(told_before)))

    def told_there(self, found: Sequence[lines.Line]) -> Iterator[Note]:
        """At which provisions is told what was found and decided of these lines."""
        at = dict.fromkeys(line.base[0].label for line in found if line.row.findings or line.row.decisions)
        if at:
            places = AND[self.ui].join(map(visible, at))
            yield Note(head=self.writer.word("found"), words=self.writer.word("told-there").format(places=places))

    def written(self, found: Sequence[lines.Line], *, told: Sequence[lines.Line] | None = None) -> Version:
        """What stands in these lines, which are those of one provision, with what is said of all or of those that are
        to be `told`."""
        status = min((line.row.status for line in found), key=_GRAVEST.index)
        made = [self.writer.line(line) for line in found]
        of = found if told is None else told
        return Version(
            status=status,
            omits=status == "omitted" and self.lack not in RESTATED_IN_PART,
            kind=self.writer.fate(status),
            place=AND[self.ui].join(cited_together(passage.label for one in made for passage in one.target)),
            runs=_joined(self.runs(line, one.target) for line, one in zip(found, made, strict=True)),
            notes=tuple(self.notes(of, [self.writer.line(line) for line in of])),
        )

    def notes(self, found: Sequence[lines.Line], made: Sequence[TableLine]) -> Iterator[Note]:
        """The gravest findings with both sides' words, how many others there are of each kind, the shapes, and what is
        said beside them."""
        findings = sorted((finding for line in found for finding in line.row.findings), key=gravity)
        if findings:
            told = [self.told(finding) for finding in findings[:_MOST_TOLD]]
            more = Counter(told_word(finding, self.ui) for finding in findings[_MOST_TOLD:])
            if more:
                counts = AND[self.ui].join(f"{kind} {count}" for kind, count in more.items())
                told.append(self.writer.word("more-found").format(kinds=counts))
            yield Note(head=self.writer.word("found"), words=SEMICOLON[self.ui].join(told))
        if shapes := dict.fromkeys(shape for one in made for shape in one.shapes):
            yield Note(head=self.writer.word("shape"), words=AND[self.ui].join(shapes))
        for line in found:
            yield from self.writer.remarks(line)

    def told(self, finding: Finding) -> str:
        """Of which kind a finding is, and both sides' words."""
        words = answers(finding, self.ui)
        return " ".join(filter(None, (told_word(finding, self.ui), words)))

    def runs(self, line: lines.Line, passages: Sequence[Passage]) -> tuple[Run, ...]:
        """The whole redline where it is of one provision of the superior; else the words, what is inserted marked."""
        alone = len(line.row.link.base) == 1
        if alone and line.row.status == "changed" and line.row.edits and not line.rewritten:
            return tuple(map(edited, combined(line.row.edits)))
        return _joined(passage.runs for passage in passages)


def _joined(groups: Iterable[Sequence[Run]]) -> tuple[Run, ...]:
    """Runs one after the other, each group on a line of its own."""
    out: list[Run] = []
    for runs in groups:
        if out and runs:
            out[-1] = replace(out[-1], text=out[-1].text + "\n")
        out += runs
    return tuple(out)
