"""The comparison table as a Word file: A4 landscape, its head repeated on every page."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Mm, Pt
from docx.table import _Cell, _Row

from policydiff.model import Comparison, Lack, Language
from policydiff.report import word as words
from policydiff.report.notes import Note
from policydiff.report.table import Passage, Table, TableLine
from policydiff.report.terminal import Run, width
from policydiff.report.writer import Dates, table
from policydiff.wording import COLON

COLUMNS: tuple[Length, ...] = (Mm(12), Mm(74), Mm(74), Mm(21), Mm(76))
MARGIN = Mm(20)
_CENTRED = (0, 3)
_LINE_WIDE = 38  # columns of a terminal, two to a Chinese character, that fit in a line of a cell of words
_NOTE_WIDE = 46
# LibreOffice breaks a list of numbers nowhere unless a blank without width says where.
_BETWEEN_NUMBERS = re.compile(r"(?<=\d)、(?=\d)")
_WHOLE_LINES = 8  # a row of so many lines, a third of a page, is not broken over two: more would leave a gap as high


def render(
    comparison: Comparison, *, ui: Language, date: datetime.date, lack: Lack = "omitted", dates: Dates = ("", "")
) -> bytes:
    """The comparison as a .docx file in the language of the interface; `lack` and `dates` are those of `table`."""
    made = table(comparison, ui=ui, date=date, lack=lack, dates=dates)
    title = f"{made.word('title')}{COLON[made.ui]}{made.target_title}"
    word = words.new(title, ui=ui, date=date, margin=MARGIN, landscape=True)
    _head(word, made)
    _table(word, made)
    _listed(word, made.word("whole"), made.whole, made)
    return words.packed(word)


def _head(word: Document, made: Table) -> None:
    """The title, both documents, the date, the counts and what the marks mean."""
    title = word.add_paragraph(style=words.TITLE)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    words.add(title, made.word("title"), made.ui)
    colon = COLON[made.ui]
    for name, said in made.head:
        words.told(word.add_paragraph(), name + colon, [Run(text=said)], made.ui)
    if made.later:
        words.add(word.add_paragraph(), made.later, made.ui)
    for said in made.notices:
        words.add(word.add_paragraph(), said, made.ui)
    counts = word.add_paragraph()
    words.add(counts, made.summary, made.ui)
    if made.first:
        words.add(word.add_paragraph(), _BETWEEN_NUMBERS.sub("、\u200b", made.first), made.ui)
    key = word.add_paragraph()
    words.told(key, made.word("marks") + colon, made.key, made.ui, size=words.NOTE_SIZE)
    if made.legend:
        key = word.add_paragraph()
        words.told(key, made.word("terms") + colon, [Run(text=made.legend)], made.ui, size=words.NOTE_SIZE)
    key.paragraph_format.space_after = Pt(6)
    _listed(word, made.newly_set_head, made.newly_set, made, size=words.NOTE_SIZE)
    if made.newly_set:
        word.add_paragraph()


def _listed(word: Document, head: str, notes: Sequence[Note], made: Table, size: Pt | None = None) -> None:
    """Notes under a head; nothing where there are none."""
    if not notes:
        return
    words.part(word)
    heading = word.add_paragraph(style=words.HEADING)
    words.add(heading, head, made.ui)
    for number, note in enumerate(notes, 1):
        paragraph = word.add_paragraph()
        head = f"{number}. {note.head}{COLON[made.ui]}"
        words.told(paragraph, head, [Run(text=note.words)], made.ui, size=size)


# ----------------------------------------------------------------------------------------- the table


def _table(word: Document, made: Table) -> None:
    grid = words.grid(word, COLUMNS)
    head = grid.rows[0]
    words.repeat(head)
    for place, (cell, said) in enumerate(zip(head.cells, made.heads, strict=True)):
        words.shade(cell)
        paragraph = cell.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        words.add(paragraph, said, made.ui, label=True, size=words.NOTE_SIZE if place in _CENTRED else None)
    for line in made.lines:
        _row(grid.add_row(), line, made)


def _row(row: _Row, line: TableLine, made: Table) -> None:
    number, base, target, kind, notes = row.cells
    if _height(line) <= _WHOLE_LINES:
        words.keep_whole(row)
    words.centred(number, [line.numbers or str(line.number)], made.ui)
    _passages(base, line.base, made)
    _passages(target, line.target, made)
    words.centred(kind, [line.kind, *line.shapes], made.ui)
    _notes(notes, line.notes, made)


def _height(line: TableLine) -> int:
    """About how many lines a row takes."""
    base, target = (
        sum(_lines(passage.label + passage.text, _LINE_WIDE) + bool(passage.trail) for passage in side)
        for side in (line.base, line.target)
    )
    return max(base, target, sum(_lines(note.head + note.words, _NOTE_WIDE) for note in line.notes))


def _lines(said: str, wide: int) -> int:
    return 1 + width(said) // wide


def _passages(cell: _Cell, passages: Sequence[Passage], made: Table) -> None:
    if not passages:
        words.centred(cell, [made.word("absent")], made.ui)
        return
    for paragraph, passage in zip(words.paragraphs(cell, len(passages)), passages, strict=True):
        words.passage(paragraph, passage)


def _notes(cell: _Cell, notes: Sequence[Note], made: Table) -> None:
    if not notes:
        return
    for paragraph, note in zip(words.paragraphs(cell, len(notes)), notes, strict=True):
        head = note.head + COLON[made.ui]
        words.told(paragraph, head, [Run(text=note.words)], made.ui, size=words.NOTE_SIZE)
