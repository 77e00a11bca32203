"""A review memo as a Word file: A4 upright, an overview on a page, what is quoted in full, the rest in annexes."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from policydiff.check import Check
from policydiff.model import Language
from policydiff.report import word as words
from policydiff.report.criterion import Criterion
from policydiff.report.memo.from_check import memo
from policydiff.report.memo.memo import Brief, Doubt, Entry, Group, Memo, Omission, Pairing, Part, Section
from policydiff.report.notes import Note
from policydiff.report.terminal import Run
from policydiff.wording import AND, COLON, GAP, SEMICOLON

MARGIN = Mm(22)
_FACTS: tuple[Length, ...] = (Mm(30), Mm(136))
_COUNTS: tuple[Length, ...] = (Mm(52), *(Mm(19) for _ in range(6)))
_TALLY: tuple[Length, ...] = (Mm(46), Mm(18), Mm(102))
_SIDES: tuple[Length, ...] = (Mm(10), Mm(12), Mm(72), Mm(72))
_ALONE: tuple[Length, ...] = (Mm(10), Mm(12), Mm(31), Mm(31), Mm(82))
_REST: tuple[Length, ...] = (Mm(30), Mm(136))
_OMITTED: tuple[Length, ...] = (Mm(12), Mm(104), Mm(50))
_DOUBTS: tuple[Length, ...] = (Mm(12), Mm(71), Mm(71), Mm(12))
_ASKED: tuple[Length, ...] = (Mm(38), Mm(106), Mm(22))

_SIZE, _SMALL, _LEAST = Pt(9.5), Pt(9), Pt(8.5)

T = TypeVar("T")


def render(check: Check, *, ui: Language, date: datetime.date) -> bytes:
    """The memo as a .docx file in the language of the interface."""
    made = memo(check, ui=ui, date=date)
    title = f"{made.word('title')}{COLON[made.ui]}{made.title}"
    word = words.new(title, ui=ui, date=date, margin=MARGIN)
    _Paper(word, made).write()
    return words.packed(word)


class _Paper:
    """The memo as it is written down, section by section."""

    def __init__(self, word: Document, made: Memo) -> None:
        self.word = word
        self.made = made
        self.ui = made.ui
        self.gap = "\u3000" if made.ui == "zh" else "  "  # behind a citation
        self.sections = 0
        self.annexes = 0

    def write(self) -> None:
        made, parts = self.made, self.made.parts
        self.title()
        self.heading("objects")
        self.facts()
        self.heading("counts")
        self.counts()
        if made.groups["set"]:
            self.heading("set")
            self.found("set")
        self.heading("first")
        self.found("first")
        self.heading("omitted")
        said = made.repeating + GAP[self.ui] + made.word("omitted-said")
        self.section(
            said, [(part,) if part.divisions or part.omissions or part.far else () for part in parts], self.omissions
        )
        if any(part.in_doubt for part in parts):
            self.heading("doubts")
            self.section(made.word("doubts-said"), [part.in_doubt for part in parts], self.doubts)
        self.heading("drafting")
        self.found("drafting")
        if any(part.decided for part in parts):
            self.heading("reviewed")
            self.section("", [part.decided for part in parts], self.decided)
        self.heading("remarks")
        for number, remark in enumerate(made.remarks, 1):  # with the line to sign, which no page has by itself
            self.say(f"{number}. {remark}").paragraph_format.keep_with_next = True
        self.signed()
        self.annex("rest")
        self.rest()
        self.annex("added")
        self.added()
        if made.criteria:
            self.annex("criteria")
            for number, criterion in enumerate(made.criteria, 1):
                self.say(f"{number}. {criterion}", size=_SMALL)

    # -------------------------------------------------------------------------------------- headings

    def title(self) -> None:
        for style, said in ((words.TITLE, self.made.word("title")), (words.HEADING, self.made.title)):
            paragraph = self.word.add_paragraph(style=style)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            words.add(paragraph, said, self.ui)

    def heading(self, key: str) -> None:
        self.sections += 1
        self.headed(self.made.section(self.sections, key))

    def annex(self, key: str) -> None:
        self.annexes += 1
        heading = self.headed(self.made.annex(self.annexes, key))
        if self.annexes == 1:  # apart from the line to sign, with which the memo itself ends
            heading.paragraph_format.space_before = Pt(42)

    def headed(self, said: str) -> Paragraph:
        words.part(self.word)
        paragraph = self.word.add_paragraph(style=words.HEADING)
        paragraph.paragraph_format.space_before = Pt(14)
        words.add(paragraph, said, self.ui)
        return paragraph

    def subheading(self, said: str) -> None:
        words.part(self.word)
        words.add(self.word.add_paragraph(style=words.SUBHEADING), said, self.ui)

    def say(self, said: str, *, size: Pt | None = None) -> Paragraph:
        paragraph = self.word.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(4)
        words.add(paragraph, said, self.ui, size=size)
        return paragraph

    def signed(self) -> None:
        signed = self.word.add_paragraph()
        signed.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        signed.paragraph_format.space_before = Pt(24)
        words.add(signed, self.made.word("signed"), self.ui)

    def found(self, section: Section) -> None:
        """What is told in full in a section, kind by kind."""
        groups = self.made.groups[section]
        if groups and section != "drafting":
            self.say(self.made.word(f"{section}-said")).paragraph_format.keep_with_next = True
        for group in groups:
            self.group_head(group)
            if group.own or section == "drafting":
                self.alone(group)
            else:
                self.side_by_side(group)
        if section == "first" and self.made.in_doubt:
            self.say(self.made.word("first-in-doubt", count=self.made.in_doubt)).paragraph_format.space_before = Pt(6)
        elif not groups:
            self.say(self.made.word("none"))

    def section(self, introduction: str, found: Sequence[Sequence[T]], write: Callable[[Sequence[T]], None]) -> None:
        """What each part has for a section, under its superior's name where there are several."""
        if introduction and any(found):
            self.say(introduction).paragraph_format.keep_with_next = True
        for part, of_part in zip(self.made.parts, found, strict=True):
            if of_part:
                if self.made.several:
                    self.subheading(self.made.word("against", title=part.named(self.ui)))
                write(of_part)
        if not any(found):
            self.say(self.made.word("none"))

    # ---------------------------------------------------------------------------------------- tables

    def facts(self) -> None:
        grid = words.grid(self.word, _FACTS)
        for place, (name, said) in enumerate(self.made.facts):
            head, body = (grid.add_row() if place else grid.rows[0]).cells
            words.shade(head)
            words.centred(head, [name], self.ui, label=True)
            words.add(body.paragraphs[0], said, self.ui)

    def counts(self) -> None:
        """The rows of each superior, then the entries of each section; either table sums up."""
        self.say(self.made.word("rows-said")).paragraph_format.keep_with_next = True
        grid = self.grid(_COUNTS, self.made.count_heads)
        for part in self.made.parts:
            first, *rest = grid.add_row().cells
            words.add(first.paragraphs[0], part.named(self.ui), self.ui)
            for cell, count in zip(rest, part.counts, strict=True):
                words.centred(cell, [str(count)], self.ui)
        several = GAP[self.ui] + self.made.word("tally-several") if self.made.several else ""
        above = self.say(self.made.word("tally-said") + several).paragraph_format
        above.space_before, above.keep_with_next = Pt(8), True
        grid = self.grid(_TALLY, self.made.tally_heads)
        for section, count, kinds in self.made.tally():
            row = grid.add_row()
            words.keep_whole(row)
            name, number, of_kinds = row.cells
            words.add(name.paragraphs[0], section, self.ui)
            words.centred(number, [str(count)], self.ui)
            words.add(of_kinds.paragraphs[0], kinds, self.ui, size=_SMALL)
        if self.made.first_count:
            self.say(self.made.first_said, size=_SMALL).paragraph_format.space_before = Pt(4)

    def grid(self, widths: Sequence[Length], heads: Sequence[str]) -> Any:
        """A table with a head that is repeated on every page."""
        grid = words.grid(self.word, widths)
        words.repeat(grid.rows[0])
        for cell, said in zip(grid.rows[0].cells, heads, strict=True):
            words.shade(cell)
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
            words.add(cell.paragraphs[0], said, self.ui, label=True, size=_SIZE)
        return grid

    def side_by_side(self, group: Group) -> None:
        """Both sides' words in columns, each behind its place."""
        made = self.made
        grid = self.grid(_SIDES, [made.word(key) for key in ("number", "row", "superior", "rule")])
        for entry in group.entries:
            base, target = self.row(grid, entry)
            sides = ((base, entry.base_place, entry.base), (target, entry.target_place, entry.target))
            for cell, place, runs in sides:
                self.quoted(cell.paragraphs[0], place, runs or (Run(text="—"),))
            self.note(target, (), entry)

    def alone(self, group: Group) -> None:
        """Both places, and the words of the side that alone says something, or a sentence; below them what is near on
        the other side."""
        said = f"{group.own}-words" if group.own else "says"
        heads = ("number", "row", "rule-place", "base-place", said)
        grid = self.grid(_ALONE, list(map(self.made.word, heads)))
        for entry in group.entries:
            *places, words_ = self.row(grid, entry)
            own, near = (entry.base, entry.target) if group.own == "base" else (entry.target, entry.base)
            for cell, place in zip(places, (entry.target_place, entry.base_place), strict=True):
                words.add(cell.paragraphs[0], place or "—", self.ui, label=True, size=_SMALL)
            self.runs(words_.paragraphs[0], own or (Run(text=entry.says),), _SIZE)
            self.note(words_, near, entry)

    def row(self, grid: Any, entry: Entry) -> Sequence[_Cell]:
        """The cells for what is told of an entry, in a row that is not broken over two pages, behind its number and
        that of its row in the comparison table."""
        row = grid.add_row()
        words.keep_whole(row)
        cells: tuple[_Cell, ...] = row.cells
        number, in_table, *said = cells
        self.numbers(number, (entry.number,))
        self.numbers(in_table, entry.rows)
        return said

    def numbers(self, cell: _Cell, numbers: Sequence[int]) -> None:
        """Numbers in the middle of a narrow cell."""
        paragraph = cell.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        words.add(paragraph, AND[self.ui].join(map(str, numbers)) or "—", self.ui, size=_SMALL)

    def quoted(self, paragraph: Paragraph, place: str, runs: Iterable[Run]) -> None:
        """Where words stand, and the words."""
        if place:
            words.add(paragraph, place + self.gap, self.ui, label=True, size=_SMALL)
        self.runs(paragraph, runs, _SIZE)

    def note(self, cell: _Cell, near: Sequence[Run], entry: Entry) -> None:
        """What is near on the other side, and what is to be said of an entry, below the words that are quoted."""
        if near:
            self.runs(cell.add_paragraph(), near, _LEAST)
        if entry.note:
            words.add(cell.add_paragraph(), entry.note, self.ui, label=True, size=_LEAST)

    def group_head(self, group: Group) -> None:
        """What was found, what is asked of it, and by what it is judged."""
        self.subheading(self.made.titled(group.kind, len(group.entries)))
        paragraph = self.word.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_after = Pt(3)
        words.add(paragraph, group.asks, self.ui, size=_SMALL)
        self.judged(paragraph, group.judged_by, gap=GAP[self.ui] if group.asks else "")

    def judged(self, paragraph: Paragraph, by: Sequence[Criterion], *, gap: str) -> None:
        """By what something is judged, behind what is asked of it."""
        if by:
            head = f"{gap}{self.made.word('criterion')}{COLON[self.ui]}"
            words.told(paragraph, head, [Run(text=self.made.judged(by))], self.ui, size=_LEAST)

    def runs(self, paragraph: Paragraph, runs: Iterable[Run], size: Pt) -> None:
        for run in runs:
            if run.text:
                words.add(paragraph, run.text, self.ui, mark=run.style, size=size)

    # -------------------------------------------------------------------------------------- in short

    def rest(self) -> None:
        """What is told in short, place by place; then what is asked of each kind of it."""
        made = self.made
        if not made.rest:
            self.say(made.word("none"))
            return
        found = sum(asked.size for asked in made.asked)
        self.say(made.word("rest-said", places=len(made.rest), count=found)).paragraph_format.keep_with_next = True
        grid = self.grid(_REST, [made.word(key) for key in ("place", "to-check")])
        for place in made.rest:
            name, said = grid.add_row().cells
            words.add(name.paragraphs[0], place.place, self.ui, label=True, size=_LEAST)
            for paragraph, line in zip(words.paragraphs(said, len(place.lines)), place.lines, strict=True):
                paragraph.paragraph_format.line_spacing = 1.0
                if line[0].doubtful:
                    self.in_doubt(paragraph, line)
                else:
                    self.pairing(paragraph, line[0])
        self.subheading(made.word("asked"))
        grid = self.grid(_ASKED, [made.word(key) for key in ("kinds", "what", "by-number")])
        for asked in made.asked:
            row = grid.add_row()
            words.keep_whole(row)
            asked_for = (made.titled(asked.kind, asked.size), asked.asks, made.numbered(asked.judged_by))
            for at, (cell, told) in enumerate(zip(row.cells, asked_for, strict=True)):
                words.add(cell.paragraphs[0], told, self.ui, label=at == 0, size=_LEAST)

    def in_doubt(self, paragraph: Paragraph, pairings: Iterable[Pairing]) -> None:
        """Beside which places of a superior something stands in doubt, with the kinds of what was found there."""
        each = (f"{self.beside(one)}{self.gap}{AND[self.ui].join(self.made.counted(one.kinds))}" for one in pairings)
        words.add(paragraph, f"{self.made.word('in-doubt')} ", self.ui, label=True, size=_LEAST)
        words.add(paragraph, SEMICOLON[self.ui].join(each), self.ui, size=_LEAST)

    def pairing(self, paragraph: Paragraph, pairing: Pairing) -> None:
        """What was found beside a place of a superior: each kind with its words."""
        if beside := self.beside(pairing):
            words.add(paragraph, f"{beside}{self.gap}", self.ui, size=_LEAST)
        for at, brief in enumerate(pairing.briefs):
            self.brief(paragraph, brief, before=SEMICOLON[self.ui] if at else "")

    def beside(self, pairing: Pairing) -> str:
        """What stands beside a place of the rule, and in which rows of the comparison table."""
        rows = AND[self.ui].join(map(str, pairing.rows))
        in_table = self.made.word("rows", rows=rows) if rows else ""
        beside = f"← {pairing.base_place}" if pairing.base_place else ""
        return (" " if self.ui == "en" and beside else "").join(filter(None, (beside, in_table)))

    def brief(self, paragraph: Paragraph, brief: Brief, *, before: str) -> None:
        """Of which kinds something is, and its words."""
        if before:
            words.add(paragraph, before, self.ui, size=_LEAST)
        kinds = AND[self.ui].join(map(self.made.begun, dict.fromkeys(brief.kinds)))
        words.add(paragraph, f"{kinds} ", self.ui, label=True, size=_LEAST)
        self.runs(paragraph, brief.runs, _LEAST)
        if brief.note:
            words.add(paragraph, self.made.word("noted", note=brief.note), self.ui, size=_LEAST)

    def omissions(self, parts: Iterable[Part]) -> None:
        for part in parts:
            if part.divisions:
                self.say(self.made.word("divisions")).paragraph_format.keep_with_next = True
            for note in part.divisions:
                words.told(self.say(""), note.head + self.gap, [Run(text=note.words)], self.ui, size=_SMALL)
            if part.omissions:
                self.omitted(part.omissions)
            if part.far:
                more = self.say(self.made.word("omitted-more", places=part.far), size=_SMALL)
                more.paragraph_format.space_before = Pt(4)

    def omitted(self, omissions: Iterable[Omission]) -> None:
        grid = self.grid(_OMITTED, list(map(self.made.word, ("row", "superior", "nearest"))))
        for omission in omissions:
            row = grid.add_row()
            words.keep_whole(row)
            number, said, near = row.cells
            self.numbers(number, (omission.row,))
            for paragraph, passage in zip(words.paragraphs(said, len(omission.base)), omission.base, strict=True):
                words.passage(paragraph, passage, size=_SIZE)
            words.add(near.paragraphs[0], omission.nearest, self.ui, size=words.NOTE_SIZE)
            if omission.kept:
                words.add(near.add_paragraph(), omission.kept, self.ui, label=True, size=words.NOTE_SIZE)
            if omission.kinds:
                head = f"{self.made.word('to-check')}{COLON[self.ui]}"
                kinds = [Run(text=AND[self.ui].join(dict.fromkeys(omission.kinds)))]
                words.told(near.add_paragraph(), head, kinds, self.ui, size=words.NOTE_SIZE)

    def doubts(self, doubts: Iterable[Doubt]) -> None:
        """What may be the counterpart of what, in short."""
        grid = self.grid(_DOUBTS, list(map(self.made.word, ("row", "superior", "rule", "findings"))))
        for doubt in doubts:
            row = grid.add_row()
            words.keep_whole(row)
            number, base, target, found = row.cells
            self.numbers(number, (doubt.row,))
            for cell, passage in ((base, doubt.base), (target, doubt.target)):
                words.passage(cell.paragraphs[0], passage, size=_SIZE)
            self.numbers(found, (doubt.found,) if doubt.found else ())

    # ----------------------------------------------------------------------------------------- lists

    def added(self) -> None:
        """What the rule adds; with several superiors, what all lack apart from what some have."""
        made = self.made
        sure = not all(group.doubtful for group in made.added)
        self.say(made.word("added-said" if sure else "none")).paragraph_format.keep_with_next = sure
        for group in made.added:
            paragraph = self.word.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(4)
            says = group.says or made.word("added-in-all")
            head = made.word("added-group", says=says, count=group.size)
            words.told(paragraph, head, [Run(text="" if group.passages else group.places)], self.ui, size=_SMALL)
            for passage in group.passages:
                words.passage(self.word.add_paragraph(), passage, size=_SIZE)

    def decided(self, notes: Iterable[Note]) -> None:
        for note in notes:
            words.told(self.word.add_paragraph(), note.head + COLON[self.ui], [Run(text=note.words)], self.ui)
