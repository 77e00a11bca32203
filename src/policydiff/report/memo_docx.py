"""A review memo as a Word file: A4 upright, both texts of each provision side by side above what is to be checked."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Mm, Pt
from docx.table import _Cell

from policydiff.check import Check
from policydiff.model import Language
from policydiff.report import word as words
from policydiff.report.memo import POINTED, Memo, Omission, Point, Remark, memo
from policydiff.report.table import Note, Passage
from policydiff.report.terminal import Run, width

MARGIN = Mm(24)
_WIDE = Mm(162)
_FACTS: tuple[Length, ...] = (Mm(30), Mm(132))
_COUNTS: tuple[Length, ...] = (Mm(57), *(Mm(21) for _ in range(5)))
_SIDES: tuple[Length, ...] = (Mm(81), Mm(81))
_OMITTED: tuple[Length, ...] = (Mm(97), Mm(65))
_LINE_WIDE = 42  # columns of a terminal that fit in a line of one of two cells
_FEW_REMARKS = 4
_WHOLE_LINES = 15  # a row of so many lines is not broken over two pages

T = TypeVar("T")


def render(check: Check, *, ui: Language, date: datetime.date) -> bytes:
    """The memo as a .docx file in the language of the interface."""
    made = memo(check, ui=ui, date=date)
    title = f"{made.word('title')}{made.word('colon')}{made.title}"
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

    def write(self) -> None:
        self.title()
        self.heading("objects")
        self.facts()
        self.heading("counts")
        self.counts()
        parts = self.made.parts
        for weight in POINTED:
            self.section(weight, self.made.word(f"{weight}-said"), [part.points[weight] for part in parts], self.points)
        self.section("omitted", self.made.repeating, [part.omissions for part in parts], self.omissions)
        self.section("added", self.made.word("added-said"), [part.added for part in parts], self.added)
        self.section("drafting", "", [part.slips for part in parts], self.slips)
        if any(part.decided for part in parts):
            self.section("reviewed", "", [part.decided for part in parts], self.decided)
        self.heading("remarks")
        for number, said in enumerate(self.made.remarks, 1):
            self.say(f"{number}. {said}")
        signed = self.word.add_paragraph()
        signed.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        signed.paragraph_format.space_before = Pt(24)
        words.add(signed, self.made.word("signed"), self.ui)

    # -------------------------------------------------------------------------------------- headings

    def title(self) -> None:
        for style, said in ((words.TITLE, self.made.word("title")), (words.HEADING, self.made.title)):
            paragraph = self.word.add_paragraph(style=style)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            words.add(paragraph, said, self.ui)

    def heading(self, key: str) -> None:
        self.sections += 1
        paragraph = self.word.add_paragraph(style=words.HEADING)
        paragraph.paragraph_format.space_before = Pt(14)
        words.add(paragraph, self.made.section(self.sections, key), self.ui)

    def subheading(self, said: str) -> None:
        words.add(self.word.add_paragraph(style=words.SUBHEADING), said, self.ui)

    def say(self, said: str) -> None:
        paragraph = self.word.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(4)
        words.add(paragraph, said, self.ui)

    def section(
        self, key: str, introduction: str, found: Sequence[Sequence[T]], write: Callable[[Sequence[T]], None]
    ) -> None:
        """What each part has for a section, under its superior's name where there are several."""
        self.heading(key)
        if introduction and any(found):
            self.say(introduction)
        for part, of_part in zip(self.made.parts, found, strict=True):
            if of_part:
                if self.made.several:
                    self.subheading(self.made.word("against", title=part.superior))
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
        grid = words.grid(self.word, _COUNTS)
        words.repeat(grid.rows[0])
        for cell, said in zip(grid.rows[0].cells, self.made.count_heads, strict=True):
            words.shade(cell)
            words.centred(cell, [said], self.ui, label=True)
        for part in self.made.parts:
            first, *rest = grid.add_row().cells
            words.add(first.paragraphs[0], part.superior, self.ui)
            for cell, count in zip(rest, part.counts, strict=True):
                words.centred(cell, [str(count)], self.ui)
        if self.made.kinds:
            paragraph = self.word.add_paragraph()
            paragraph.paragraph_format.space_before = Pt(4)
            words.add(paragraph, self.made.kinds, self.ui)

    def points(self, points: Iterable[Point]) -> None:
        for point in points:
            self.point(point)

    def point(self, point: Point) -> None:
        """Both texts side by side, and below them what is to be checked."""
        self.subheading(self.point_title(point))
        grid = words.grid(self.word, _SIDES)
        row = grid.rows[0]
        if point.base or point.target:
            words.repeat(row)
            for cell, said in zip(row.cells, self.made.sides, strict=True):
                words.shade(cell)
                words.centred(cell, [said], self.ui, label=True)
            row = grid.add_row()
            if _height(point) <= _WHOLE_LINES:
                words.keep_whole(row)
            for cell, passages in zip(row.cells, (point.base, point.target), strict=True):
                self.passages(cell, passages)
            row = grid.add_row()
        if len(point.remarks) <= _FEW_REMARKS:
            words.keep_whole(row)
        self.remarks(row.cells[0].merge(row.cells[1]), point.remarks)

    def point_title(self, point: Point) -> str:
        place = self.made.word("and").join(passage.label for passage in point.target or point.base)
        kind = f"〔{point.kind}〕" if self.ui == "zh" else f" [{point.kind}]"
        return f"{point.number}. {place}{kind if point.kind else ''}"

    def passages(self, cell: _Cell, passages: Sequence[Passage]) -> None:
        if not passages:
            words.centred(cell, ["—"], self.ui)
            return
        for paragraph, passage in zip(words.paragraphs(cell, len(passages)), passages, strict=True):
            words.passage(paragraph, passage)

    def remarks(self, cell: _Cell, remarks: Sequence[Remark]) -> None:
        """Each remark, and after those that rest on the same sources these, once."""
        colon = self.made.word("colon")
        criterion = self.made.word("criterion") + colon
        lines: list[tuple[str, str]] = []
        for sources, same in _by_sources(remarks):
            lines += [(remark.kind + colon, remark.says) for remark in same]
            if sources:
                lines.append((criterion, self.made.word("semicolon").join(sources)))
        for paragraph, (head, said) in zip(words.paragraphs(cell, len(lines)), lines, strict=True):
            size = words.NOTE_SIZE if head == criterion else None
            paragraph.paragraph_format.space_after = Pt(3) if head == criterion else Pt(0)
            words.told(paragraph, head, [Run(text=said)], self.ui, size=size)

    def omissions(self, omissions: Iterable[Omission]) -> None:
        grid = words.grid(self.word, _OMITTED)
        words.repeat(grid.rows[0])
        heads = (self.made.word("superior"), self.made.word("nearest"))
        for cell, said in zip(grid.rows[0].cells, heads, strict=True):
            words.shade(cell)
            words.centred(cell, [said], self.ui, label=True)
        for omission in omissions:
            row = grid.add_row()
            words.keep_whole(row)
            self.passages(row.cells[0], omission.base)
            notes = [(note.head + self.made.word("colon"), note.words) for note in omission.notes]
            shown = [*([("", omission.nearest)] if omission.nearest else []), *notes]
            for paragraph, (head, body) in zip(words.paragraphs(row.cells[1], len(shown)), shown, strict=False):
                words.told(paragraph, head, [Run(text=body)], self.ui, size=words.NOTE_SIZE)

    # ----------------------------------------------------------------------------------------- lists

    def added(self, passages: Iterable[Passage]) -> None:
        for passage in passages:
            words.passage(self.word.add_paragraph(), passage)

    def slips(self, slips: Iterable[Remark]) -> None:
        grid = words.grid(self.word, (_WIDE,))
        for place, slip in enumerate(slips):
            row = grid.add_row() if place else grid.rows[0]
            words.keep_whole(row)
            self.remarks(row.cells[0], [slip])

    def decided(self, notes: Iterable[Note]) -> None:
        for note in notes:
            words.told(self.word.add_paragraph(), note.head + self.made.word("colon"), [Run(text=note.words)], self.ui)


def _by_sources(remarks: Iterable[Remark]) -> list[tuple[tuple[str, ...], list[Remark]]]:
    groups: dict[tuple[str, ...], list[Remark]] = {}
    for remark in remarks:
        groups.setdefault(remark.sources, []).append(remark)
    return list(groups.items())


def _height(point: Point) -> int:
    """About how many lines both texts take."""
    return max(sum(1 + width(p.label + p.text) // _LINE_WIDE for p in side) for side in (point.base, point.target))
