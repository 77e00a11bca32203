"""The comparison table as an Excel file: to be filtered and worked on; its findings and a summary beside it.

Every cell is a string or a number. The text of a document is never read as a formula, a link or a number, and the
same comparison on the same date gives the same bytes.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from policydiff.model import Comparison, Document, Language
from policydiff.report.table import Flag, Line, Note, Passage, Table, table
from policydiff.report.terminal import Run, visible, width
from policydiff.wording import TABLE

CELL_LIMIT = 32_767  # code units of UTF-16, beyond which Excel offers to repair the file
_CUT = " […]"
_FONT, _SIZE = "仿宋", 11
_AS_STRINGS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
_TABLE_WIDTHS = (7, 14, 44, 14, 44, 10, 10, 13, 56)
_FINDING_WIDTHS = (10, 12, 18, 18, 34, 34, 56, 18, 26)
_SUMMARY_WIDTHS = (24, 90)
_LINE_HIGH, _HIGHEST = 15.0, 409.0  # points; the second is what Excel allows
_NARROW = 0.85  # of a column's width is filled when a line of Chinese is broken
_HEAD = {"font_name": "黑体", "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#E7E6E6"}
_A4 = 9

Fragment = tuple[str, str]  # the name of a format, the words


def render(comparison: Comparison, *, ui: Language, date: datetime.date) -> bytes:
    """The comparison as an .xlsx file in the language of the interface."""
    made = table(comparison, ui=ui, date=date)
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, _AS_STRINGS)
    book.set_properties({"title": made.word("title"), "created": datetime.datetime.combine(date, datetime.time())})
    formats = _formats(book)
    _rows(_Sheet(book, formats, made, "title", _TABLE_WIDTHS), made)
    _findings(_Sheet(book, formats, made, "findings", _FINDING_WIDTHS), made)
    _summary(_Sheet(book, formats, made, "summary", _SUMMARY_WIDTHS), made, comparison)
    book.close()
    return file.getvalue()


def _formats(book: Any) -> dict[str, Any]:
    """How words are set. Colour only adds to what a black-and-white printer shows."""
    text = {"font_name": _FONT, "font_size": _SIZE}
    cell = {**text, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
    wanted: dict[str, dict[str, object]] = {
        "plain": text,
        "strong": {**text, "bold": True},
        "insert": {**text, "bold": True, "underline": 1, "font_color": "#1F4E79"},
        "delete": {**text, "font_strikeout": True, "font_color": "#9C0006"},
        "cell": cell,
        "centred": {**cell, "align": "center"},
        "left": {**cell, "align": "left"},
        "head": {**cell, **_HEAD},
    }
    wanted |= {f"cell {name}": {**cell, **wanted[name]} for name in ("plain", "strong", "insert", "delete")}
    return {name: book.add_format(properties) for name, properties in wanted.items()}


# --------------------------------------------------------------------------------------------- cells


@dataclass(slots=True)
class _Sheet:
    """A sheet that is filled from the top, row by row, in columns of these widths."""

    book: Any
    formats: dict[str, Any]
    made: Table
    name: str
    widths: Sequence[int]
    at: int = 0
    sheet: Any = None

    def __post_init__(self) -> None:
        self.sheet = self.book.add_worksheet(self.made.word(self.name))
        for place, wide in enumerate(self.widths):
            self.sheet.set_column(place, place, wide)
        self.sheet.set_landscape()
        self.sheet.set_paper(_A4)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self.sheet.fit_to_pages(1, 0)
        page = TABLE["page"][self.made.ui].format(page="&P", pages="&N")
        self.sheet.set_footer(f"&C{page}")

    def head(self, keys: Sequence[str]) -> None:
        """The first row: it stays in view, stands on every page printed and filters what is below it."""
        for place, key in enumerate(keys):
            self.sheet.write_string(0, place, self.made.word(key), self.formats["head"])
        self.sheet.freeze_panes(1, 1)
        self.sheet.repeat_rows(0)
        self.at = 1

    def filtered(self) -> None:
        """Filters over all that has been written."""
        self.sheet.autofilter(0, 0, max(self.at - 1, 0), len(self.widths) - 1)

    def row(self, *cells: str | int | Sequence[Fragment]) -> None:
        """A row of strings, numbers and redlines, as high as its words need: not every program finds that out."""
        lines = [_lines(cell, wide) for cell, wide in zip(cells, self.widths, strict=True)]
        self.sheet.set_row(self.at, min(_LINE_HIGH * max(lines) + 3, _HIGHEST))
        for place, cell in enumerate(cells):
            if isinstance(cell, int):
                self.sheet.write_number(self.at, place, cell, self.formats["left" if place else "centred"])
            elif isinstance(cell, str):
                self.sheet.write_string(self.at, place, cut(cell), self.formats["cell"])
            else:
                self._redline(place, cell)
        self.at += 1

    def _redline(self, place: int, fragments: Sequence[Fragment]) -> None:
        """Words with their marks; Excel wants no empty fragment, and more than one."""
        whole = _cut_fragments([(name, words) for name, words in fragments if words])
        if len(whole) == 1:
            [(name, words)] = whole
            self.sheet.write_string(self.at, place, words, self.formats[f"cell {name}"])
        elif whole:
            parts = [part for name, words in whole for part in (self.formats[name], words)]
            self.sheet.write_rich_string(self.at, place, *parts, self.formats["cell"])
        else:
            self.sheet.write_blank(self.at, place, None, self.formats["cell"])


def _lines(cell: str | int | Sequence[Fragment], wide: int) -> int:
    """About how many lines a cell takes in a column so wide."""
    if isinstance(cell, int):
        return 1
    words = cell if isinstance(cell, str) else "".join(fragment for _, fragment in cell)
    return sum(1 + int(width(line) / (wide * _NARROW)) for line in words.split("\n"))


def cut(words: str, limit: int = CELL_LIMIT) -> str:
    """The words, or as many of them as a cell may hold, with a mark where they are cut."""
    if _units(words) <= limit:
        return words
    room, at = limit - len(_CUT), 0
    while at < len(words) and (room := room - _units(words[at])) >= 0:
        at += 1
    return words[:at] + _CUT


def _units(words: str) -> int:
    return len(words) + sum(char > "\uffff" for char in words)


def _cut_fragments(fragments: Sequence[Fragment]) -> list[Fragment]:
    """The fragments, or as many as a cell may hold."""
    kept: list[Fragment] = []
    room = CELL_LIMIT - len(_CUT) - 1
    for name, words in fragments:
        if _units(words) > room:
            return [*kept, (name, cut(words, room + len(_CUT)))]
        kept.append((name, words))
        room -= _units(words)
    return kept


# -------------------------------------------------------------------------------------------- sheets


def _rows(sheet: _Sheet, made: Table) -> None:
    sheet.head(
        ("number", "base-place", "base", "target-place", "target", "kind", "shape", "finding-kinds", "notes"),
    )
    for line in made.lines:
        _row(sheet, line, made)
    sheet.filtered()


def _row(sheet: _Sheet, line: Line, made: Table) -> None:
    comma = made.word("and")
    sheet.row(
        line.number,
        comma.join(passage.label for passage in line.base),
        _passages(line.base, made),
        comma.join(passage.label for passage in line.target),
        _passages(line.target, made),
        line.kind,
        comma.join(line.shapes),
        comma.join(line.finding_kinds),
        _notes(line.notes, made),
    )


def _passages(passages: Sequence[Passage], made: Table) -> list[Fragment]:
    """The words of a cell; where there are several provisions each stands on a line of its own after its label."""
    if not passages:
        return [("plain", made.word("absent"))]
    fragments: list[Fragment] = []
    for place, passage in enumerate(passages):
        if len(passages) > 1:
            between = "\n" if place else ""
            fragments.append(("strong", f"{between}{passage.label} "))
        fragments += [(_name(run), run.text) for run in passage.runs]
    return fragments


def _name(run: Run) -> str:
    return run.style if run.style in ("insert", "delete") else "plain"


def _notes(notes: Sequence[Note], made: Table) -> str:
    return "\n".join(f"{note.head}{made.word('colon')}{note.words}" for note in notes)


def _findings(sheet: _Sheet, made: Table) -> None:
    sheet.head(
        ("row", "finding", "base-place", "target-place", "base-words", "target-words", "says", "rule", "review"),
    )
    for flag in made.flags:
        _flag(sheet, flag, made)
    sheet.filtered()


def _flag(sheet: _Sheet, flag: Flag, made: Table) -> None:
    row = made.word("whole") if flag.number is None else flag.number
    places = (flag.base_place, flag.target_place, flag.base, flag.target)
    sheet.row(row, flag.kind, *places, flag.says, flag.rule, flag.review)


def _summary(sheet: _Sheet, made: Table, comparison: Comparison) -> None:
    sheet.row([("strong", made.word("title"))], "")
    for (name, title), document in zip(made.titles, (comparison.base, comparison.target), strict=True):
        _document(sheet, made, name, title, document)
    sheet.row(made.word("date"), made.dated)
    sheet.row(made.word("rows"), len(made.lines))
    for name, count in made.counts:
        sheet.row(name, count)
    sheet.row(made.word("found"), made.to_check)
    for name, count in made.finding_counts:
        sheet.row(f"{made.word('found')}{made.word('colon')}{name}", count)
    sheet.row(made.word("marks"), [(_name(run), run.text) for run in made.key])


def _document(sheet: _Sheet, made: Table, name: str, title: str, document: Document) -> None:
    sheet.row(name, title)
    sheet.row(f"{name} {made.word('file')}", visible(document.source.origin))
    sheet.row(f"{name} {made.word('digest')}", document.source.sha256)
