"""A review memo as a Word file: A4 upright, a table for each kind of finding, what weighs less in annexes."""

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
from policydiff.gravity import Weight
from policydiff.model import Language
from policydiff.report import word as words
from policydiff.report.memo import Group, Memo, MemoEntry, Omission, Part
from policydiff.report.memo_from_check import memo
from policydiff.report.notes import Note
from policydiff.report.terminal import Run
from policydiff.wording import AND, COLON, GAP

MARGIN = Mm(24)
_FACTS: tuple[Length, ...] = (Mm(30), Mm(132))
_COUNTS: tuple[Length, ...] = (Mm(57), *(Mm(21) for _ in range(5)))
_TALLY: tuple[Length, ...] = (Mm(62), Mm(16), Mm(84))
_SIDES: tuple[Length, ...] = (Mm(11), Mm(33), Mm(59), Mm(59))
_JOINED: tuple[Length, ...] = (Mm(11), Mm(39), Mm(112))
_OMITTED: tuple[Length, ...] = (Mm(118), Mm(44))

_SIZE, _SMALL = Pt(9.5), Pt(9)

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
            self.found("set", self.side_by_side)
        self.heading("first")
        self.found("first", self.side_by_side)
        self.heading("omitted")
        said = made.repeating + GAP[self.ui] + made.word("omitted-said")
        self.section(said, [(part,) if part.omissions or part.far else () for part in parts], self.omissions)
        self.heading("drafting")
        self.found("drafting", self.joined)
        if any(part.decided for part in parts):
            self.heading("reviewed")
            self.section("", [part.decided for part in parts], self.decided)
        self.heading("remarks")
        for number, remark in enumerate(made.remarks, 1):
            self.say(f"{number}. {remark}")
        self.signed()
        self.annex("then")
        self.found("then", self.joined)
        self.annex("added")
        self.added()
        if made.criteria:
            self.annex("criteria")
            for number, criterion in enumerate(made.criteria, 1):
                self.say(f"{number}. {criterion}")

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
        heading.paragraph_format.page_break_before = self.annexes == 1  # the memo itself ends with the line to sign

    def headed(self, said: str) -> Paragraph:
        paragraph = self.word.add_paragraph(style=words.HEADING)
        paragraph.paragraph_format.space_before = Pt(14)
        words.add(paragraph, said, self.ui)
        return paragraph

    def subheading(self, said: str) -> None:
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

    def found(self, weight: Weight, write: Callable[[Sequence[Group]], None]) -> None:
        """What was found of a weight beside all superiors."""
        groups = self.made.groups[weight]
        if groups and weight != "drafting":
            self.say(self.made.word(f"{weight}-said")).paragraph_format.keep_with_next = True
        write(groups)
        if not groups:
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

    def grid(self, widths: Sequence[Length], heads: Sequence[str]) -> Any:
        """A table with a head that is repeated on every page."""
        grid = words.grid(self.word, widths)
        words.repeat(grid.rows[0])
        for cell, said in zip(grid.rows[0].cells, heads, strict=True):
            words.shade(cell)
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
            words.add(cell.paragraphs[0], said, self.ui, label=True, size=_SIZE)
        return grid

    def side_by_side(self, groups: Iterable[Group]) -> None:
        """Each group as a table with both sides' words in columns."""
        made = self.made
        heads = [made.word(key) for key in ("number", "place", "superior", "rule")]
        for group in groups:
            self.group_head(group)
            grid = self.grid(_SIDES, heads)
            for entry in group.entries:
                row = grid.add_row()
                words.keep_whole(row)
                number, place, base, target = row.cells
                self.place(number, place, entry)
                for cell, runs in ((base, entry.base), (target, entry.target)):
                    self.runs(cell.paragraphs[0], runs or (Run(text="—"),), _SIZE)
                self.note(place, entry)

    def joined(self, groups: Iterable[Group]) -> None:
        """Each group as a table with both sides' words as one redline."""
        made = self.made
        heads = [made.word(key) for key in ("number", "place", "to-check")]
        for group in groups:
            self.group_head(group)
            grid = self.grid(_JOINED, heads)
            for entry in group.entries:
                row = grid.add_row()
                words.keep_whole(row)
                number, place, said = row.cells
                self.place(number, place, entry)
                self.runs(said.paragraphs[0], (*entry.joined, Run(text=entry.says)), _SMALL)
                self.note(place, entry)

    def group_head(self, group: Group) -> None:
        """What was found, what is asked of it, and by what it is judged."""
        self.subheading(self.made.group_title(group))
        paragraph = self.word.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_after = Pt(3)
        words.add(paragraph, group.asks, self.ui)
        if group.judged_by:
            gap = GAP[self.ui] if group.asks else ""
            head = f"{gap}{self.made.word('criterion')}{COLON[self.ui]}"
            words.told(paragraph, head, [Run(text=self.made.judged(group))], self.ui, size=words.NOTE_SIZE)

    def place(self, number: _Cell, place: _Cell, entry: MemoEntry) -> None:
        """The number of an entry, and where it is in the rule and in its superior."""
        number.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        words.add(number.paragraphs[0], str(entry.number), self.ui, size=_SMALL)
        words.add(place.paragraphs[0], entry.target_place, self.ui, label=True, size=words.NOTE_SIZE)
        if entry.base_place:
            said = " ".join(filter(None, ("←", entry.superior, entry.base_place)))
            words.add(place.add_paragraph(), said, self.ui, size=words.NOTE_SIZE)

    def runs(self, paragraph: Paragraph, runs: Iterable[Run], size: Pt) -> None:
        for run in runs:
            if run.text:
                words.add(paragraph, run.text, self.ui, mark=run.style, size=size)

    def note(self, cell: _Cell, entry: MemoEntry) -> None:
        """What is said of an entry, below where it is and not among the words that are quoted."""
        if entry.note:
            words.add(cell.add_paragraph(), entry.note, self.ui, size=words.NOTE_SIZE)

    def omissions(self, parts: Iterable[Part]) -> None:
        for part in parts:
            if part.omissions:
                self.omitted(part.omissions)
            if part.far:
                self.say(self.made.word("omitted-more", places=part.far)).paragraph_format.space_before = Pt(4)

    def omitted(self, omissions: Iterable[Omission]) -> None:
        grid = self.grid(_OMITTED, [self.made.word("superior"), self.made.word("nearest")])
        for omission in omissions:
            row = grid.add_row()
            words.keep_whole(row)
            said, near = row.cells
            for paragraph, passage in zip(words.paragraphs(said, len(omission.base)), omission.base, strict=True):
                words.passage(paragraph, passage, size=_SIZE)
            words.add(near.paragraphs[0], omission.nearest, self.ui, size=words.NOTE_SIZE)
            if omission.kept:
                words.add(near.add_paragraph(), omission.kept, self.ui, label=True, size=words.NOTE_SIZE)
            if omission.kinds:
                head = f"{self.made.word('to-check')}{COLON[self.ui]}"
                kinds = [Run(text=AND[self.ui].join(omission.kinds))]
                words.told(near.add_paragraph(), head, kinds, self.ui, size=words.NOTE_SIZE)

    # ----------------------------------------------------------------------------------------- lists

    def added(self) -> None:
        """What the rule adds; with several superiors, what all lack apart from what some have."""
        made = self.made
        self.say(made.word("added-said" if made.added else "none"))
        for key, listed in made.added_in_parts():
            if made.several:
                self.subheading(made.word(key))
            for one in listed:
                words.passage(self.word.add_paragraph(), one.passage, size=_SIZE)
                if one.says:
                    said = self.word.add_paragraph()
                    said.paragraph_format.space_after = Pt(4)
                    words.add(said, one.says, self.ui, size=words.NOTE_SIZE)

    def decided(self, notes: Iterable[Note]) -> None:
        for note in notes:
            words.told(self.word.add_paragraph(), note.head + COLON[self.ui], [Run(text=note.words)], self.ui)
