"""Tables → lines: a row is a line, and two texts that stand side by side are read one by one (side_by_side.py).

项目     金额     备注       a line each, a tab between the cells:  项目\\t金额\\t备注
修剪     十元
         五元     学生       an empty cell keeps its place:         \\t五元\\t学生
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from policydiff.eid import NUMBERED
from policydiff.expressions import expression
from policydiff.ingest.content import Cell, Line, Rows, Run, merged
from policydiff.ingest.side_by_side import side_by_side

_NUMBERED = expression(rf"\s*(?:{NUMBERED})")
_FEWEST_ROWS = 2
_MOST_LINES, _LONGEST_ROW = 8, 1_000  # of a cell, of a row with such cells: what is more lays out a page
_ENDS = tuple("。；;.")


def lines(rows: Rows, path: Path, *, original: bool) -> list[Line]:
    """The lines of a table in the order in which they are read."""
    beside = side_by_side(rows, path, original=original)
    return row_by_row(rows) if beside is None else beside


def row_by_row(rows: Rows) -> list[Line]:
    """The lines of a table whose columns are no texts of their own."""
    alone = lone_cells(rows)
    return [alone.get(id(line), line) for row in rows for line in row_lines(row)]


def lone_cells(rows: Rows) -> dict[int, Line]:
    """The lines of the rows that have one cell with words, in a table of which other rows have more, and those of cells
    beside a table: each in its place in the row, by its identity."""
    filled = [[cell for cell in row if cell.lines] for row in rows]
    several = sum(len(row) > 1 for row in filled)
    if not several or any(_NUMBERED.match(line.text) for row in filled for cell in row for line in cell.lines):
        return {}
    alone = {
        id(line): replace(line, row=True, runs=merged(_in_places(row)))
        for row, cells in zip(rows, filled, strict=True)
        if len(cells) == 1 and len(cells[0].lines) == 1
        for line in cells[0].lines
        if several >= _FEWEST_ROWS or not line.text.rstrip().endswith(_ENDS)
    }
    return alone | {id(line): replace(line, row=True) for row in filled for line in _beside_table(row)}


def _beside_table(row: Sequence[Cell]) -> list[Line]:
    """The lines of the cells of one name in a row of which another cell holds a table of several rows."""
    tables = [cell for cell in row if len(cell.lines) > 1 and all("\t" in line.text for line in cell.lines)]
    names = [cell.lines[0] for cell in row if len(cell.lines) == 1]
    return [line for line in names if tables and "\t" not in line.text and not line.text.rstrip().endswith(_ENDS)]


def row_lines(row: Sequence[Cell]) -> list[Line]:
    """A row as a line with tabs, unless a cell of several lines holds numbered provisions, a table of its own or the
    text of a page: then the cells' lines."""
    cells = [cell.lines for cell in row if cell.lines]
    several = any(len(cell) > 1 for cell in cells)
    fits = not several or (all(map(_is_one, cells)) and sum(len(cell.text) for cell in row) <= _LONGEST_ROW)
    if len(cells) > 1 and fits:
        return [Line(runs=merged(_in_places(row)))]
    return [line for cell in cells for line in cell]


def _is_one(cell: tuple[Line, ...]) -> bool:
    """Whether a cell's lines are one piece of its row."""
    if len(cell) == 1:
        return True
    apart = any("\t" in line.text or _NUMBERED.match(line.text) for line in cell)
    return len(cell) <= _MOST_LINES and not apart


def _in_places(row: Sequence[Cell]) -> Iterator[Run]:
    """The words of a row, a tab before each cell and each column that a cell above reaches into, but the first."""
    place = printed = end = 0
    for cell in row:
        place += max(cell.column - end, 0)
        if cell.lines:
            yield from [Run(text="\t" * (place - printed))] if place > printed else []
            yield from _one_line(cell.lines)
            printed = place
        place, end = place + 1, cell.column + cell.span


def _one_line(cell: tuple[Line, ...]) -> Iterator[Run]:
    for place, line in enumerate(cell):
        if place:
            yield Run(text=" ")
        yield from line.runs
