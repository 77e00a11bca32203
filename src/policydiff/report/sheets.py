"""What every sheet of an Excel file has: its formats, its head that filters, rows of strings, numbers and redlines.

Every cell is a string or a number. The text of a document is never read as a formula, a link or a number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from policydiff.model import Language
from policydiff.report.strings import TABLE
from policydiff.report.terminal import Run, beside_signs, width

CELL_LIMIT = 32_767  # code units of UTF-16, beyond which Excel offers to repair the file
AS_STRINGS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
A3, A4 = 8, 9
_CUT = " […]"
_FONT, _SIZE = "仿宋", 11
_LINE_HIGH, _HIGHEST = 15.0, 409.0  # points; the second is what Excel allows
_NARROW = 0.92  # of a column's width is filled when a line of Chinese is broken
_HEAD = {"font_name": "黑体", "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#E7E6E6"}
_NAME_LIMIT = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")

Fragment = tuple[str, str]  # the name of a format, the words
Cell = str | int | Sequence[Fragment]


def fragments(runs: Sequence[Run]) -> list[Fragment]:
    """Words with their marks, as a cell has them."""
    marked = ("insert", "delete", "strong")
    return [(run.style if run.style in marked else "plain", run.text) for run in beside_signs(runs)]


@dataclass(slots=True)
class Book:
    """A file to which sheets are added, in the language of the interface."""

    book: Any
    ui: Language
    formats: dict[str, Any] = field(init=False)
    names: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.formats = _formats(self.book)

    def sheet(self, name: str, widths: Sequence[int], *, paper: int = A4) -> Sheet:
        """A new sheet, in landscape and as wide as a page when printed."""
        sheet = self.book.add_worksheet(self._free(name))
        for place, wide in enumerate(widths):
            sheet.set_column(place, place, wide)
        sheet.set_landscape()
        sheet.set_paper(paper)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        page = TABLE["page"][self.ui].format(page="&P", pages="&N")
        sheet.set_footer(f"&C{page}")
        return Sheet(sheet=sheet, formats=self.formats, widths=tuple(widths))

    def _free(self, name: str) -> str:
        """The name as Excel takes it, which no other sheet has."""
        bare = cut(_NOT_IN_NAMES.sub("", name).strip(), _NAME_LIMIT, "…") or "…"
        numbered = (f"{cut(bare, _NAME_LIMIT - 4, '…')} {number}" for number in range(2, len(self.names) + 3))
        free = next(one for one in (bare, *numbered) if one.casefold() not in self.names)
        self.names.add(free.casefold())
        return free


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


@dataclass(slots=True)
class Sheet:
    """A sheet that is filled from the top, row by row, in columns of these widths."""

    sheet: Any
    formats: dict[str, Any]
    widths: tuple[int, ...]
    at: int = 0
    headed: int | None = None

    def head(self, names: Sequence[str], *, stays: int = 1, above: Sequence[tuple[str, int]] = ()) -> None:
        """The heads of the columns: they and the first columns stay in view, stand on every page and filter what is
        below. `above` are heads that each stand over so many of them."""
        if above:
            self._over(above)
            self.at = 1
        lines = max(_lines(name, wide) for name, wide in zip(names, self.widths, strict=True))
        self.sheet.set_row(self.at, _LINE_HIGH * lines + 3)
        for place, name in enumerate(names):
            self.sheet.write_string(self.at, place, cut(name), self.formats["head"])
        self.sheet.freeze_panes(self.at + 1, stays)
        self.sheet.repeat_rows(0, self.at)
        self.headed = self.at
        self.at += 1

    def _over(self, above: Sequence[tuple[str, int]]) -> None:
        """A row of heads, each over the next so many columns."""
        place, lines = 0, 1
        for name, columns in above:
            last = place + columns - 1
            lines = max(lines, _lines(name, sum(self.widths[place : last + 1])))
            if columns > 1:
                self.sheet.merge_range(0, place, 0, last, "", self.formats["head"])
            self.sheet.write_string(0, place, cut(name), self.formats["head"])
            place = last + 1
        self.sheet.set_row(0, _LINE_HIGH * lines + 3)

    def filtered(self) -> None:
        """Filters over all that has been written."""
        first = self.headed or 0
        self.sheet.autofilter(first, 0, max(self.at - 1, first), len(self.widths) - 1)

    def row(self, *cells: Cell) -> None:
        """A row of strings, numbers and redlines, as high as its words need: not every program finds that out."""
        lines = [_lines(cell, wide) for cell, wide in zip(cells, self.widths, strict=True)]
        self.sheet.set_row(self.at, min(_LINE_HIGH * max(lines) + 3, _HIGHEST))
        for place, cell in enumerate(cells):
            if isinstance(cell, int):
                under_head = self.formats["left" if self.headed is None else "centred"]
                self.sheet.write_number(self.at, place, cell, under_head)
            elif isinstance(cell, str):
                self.sheet.write_string(self.at, place, cut(cell), self.formats["cell"])
            else:
                self._redline(place, cell)
        self.at += 1

    def _redline(self, place: int, parts: Sequence[Fragment]) -> None:
        """Words with their marks; Excel wants no empty fragment, and more than one."""
        whole = _cut_fragments([(name, words) for name, words in parts if words])
        if len(whole) == 1:
            [(name, words)] = whole
            self.sheet.write_string(self.at, place, words, self.formats[f"cell {name}"])
        elif whole:
            formatted = [part for name, words in whole for part in (self.formats[name], words)]
            self.sheet.write_rich_string(self.at, place, *formatted, self.formats["cell"])
        else:
            self.sheet.write_blank(self.at, place, None, self.formats["cell"])


def _lines(cell: Cell, wide: int) -> int:
    """About how many lines a cell takes in a column so wide."""
    if isinstance(cell, int):
        return 1
    words = cell if isinstance(cell, str) else "".join(fragment for _, fragment in cell)
    return sum(1 + int(width(line) / (wide * _NARROW)) for line in words.split("\n"))


def cut(words: str, limit: int = CELL_LIMIT, mark: str = _CUT) -> str:
    """The words, or as many of them as fit, with a mark where they are cut."""
    if _units(words) <= limit:
        return words
    room, at = limit - len(mark), 0
    while at < len(words) and (room := room - _units(words[at])) >= 0:
        at += 1
    return words[:at] + mark


def _units(words: str) -> int:
    return len(words) + sum(char > "\uffff" for char in words)


def _cut_fragments(parts: Sequence[Fragment]) -> list[Fragment]:
    """The fragments, or as many as a cell may hold."""
    kept: list[Fragment] = []
    room = CELL_LIMIT - len(_CUT) - 1
    for name, words in parts:
        if _units(words) > room:
            return [*kept, (name, cut(words, room + len(_CUT)))]
        kept.append((name, words))
        room -= _units(words)
    return kept
