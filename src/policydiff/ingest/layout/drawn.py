"""Tables that are drawn with rules: what stands in which cell, and which table goes on over the end of a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from policydiff.ingest.content import Cell, Line, Run
from policydiff.ingest.layout.columns import ENDS_A_SENTENCE, Flow, flow_of
from policydiff.ingest.layout.joining import ROOM, Paragraph, continues, first_word
from policydiff.ingest.layout.page import SAME_PLACE, Fragment, Page, as_before, line_of, rows_of
from policydiff.ingest.ruled import Grid, grids


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnTable:
    """A table drawn with rules: its upper edge, the places of its columns' edges, its rows; `room` is what each
    column leaves behind the words of the last row, in heights of a character."""

    top: float
    columns: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    room: Mapping[int, float]


def drawn_tables(page: Page) -> tuple[list[DrawnTable], list[Fragment]]:
    """The tables of a page that are drawn with rules and hold words, and the fragments outside them."""
    found = grids(page.across, page.upright)
    loose: list[Fragment] = []
    boxes: dict[tuple[int, tuple[int, int]], list[Fragment]] = defaultdict(list)
    for one in page.fragments:
        across, up = (one.left + one.right) / 2, one.baseline + one.height / 4
        place = next(((n, box) for n, grid in enumerate(found) if (box := grid.box_at(across, up)) is not None), None)
        if place is None or one.askew:
            loose.append(one)
        else:
            boxes[place].append(one)
    tables = [_table(grid, {box: held for (n, box), held in boxes.items() if n == at}) for at, grid in enumerate(found)]
    return [table for table in tables if table.rows], loose


def _table(grid: Grid, boxes: dict[tuple[int, int], list[Fragment]]) -> DrawnTable:
    rows: dict[int, list[Cell]] = defaultdict(list)
    room: dict[int, dict[int, float]] = defaultdict(dict)
    numbers = _numbers(grid, min((one.height for held in boxes.values() for one in held), default=0.0))
    for box in sorted({*grid.holder.values()}):
        flow = cell_flow(boxes.get(box, []), grid.columns[box[1]], grid.right(box))
        column, end = numbers[box[1]], numbers[box[1] + grid.span(box)]
        if flow is None and column == end:
            continue
        lines = () if flow is None else cell_lines(flow)
        rows[box[0]].append(Cell(column=column, span=max(1, end - column), lines=lines))
        if flow is not None:
            room[box[0]][column] = (flow.right - flow.lines[-1].right) / flow.lines[-1].height
    filled = {place: tuple(row) for place, row in sorted(rows.items()) if any(cell.lines for cell in row)}
    last = max(filled, default=0)
    return DrawnTable(top=grid.top, columns=grid.columns, rows=tuple(filled.values()), room=room[last])


def _numbers(grid: Grid, size: float) -> list[int]:
    """The numbers of a table's columns by their edges: one that a character has no room in, as where two rules nearly
    meet, is none."""
    return list(accumulate((right - left >= size for left, right in pairwise(grid.columns)), initial=0))


def cell_flow(fragments: list[Fragment], left: float, right: float) -> Flow | None:
    """The lines of a cell: its words stand as far from its right edge as from its left one, at the least."""
    lines = [replace(line_of(row), cells=()) for row in rows_of(fragments)]
    if not lines:
        return None
    return replace(flow_of(lines), right=right - max(0.0, min(line.left for line in lines) - left))


def cell_lines(flow: Flow) -> tuple[Line, ...]:
    """The paragraphs in a cell."""
    out: list[Paragraph] = []
    for line in flow.lines:
        plain = replace(line, text=line.text.replace("\t", " "))
        if out and continues(out[-1], plain, flow, out[-1].lines[-1]):
            out[-1].lines.append(plain)
        else:
            out.append(Paragraph(lines=[plain], flow=flow))
    return tuple(Line(runs=(Run(text=one.text()),)) for one in out)


def same_columns(one: DrawnTable, other: DrawnTable) -> bool:
    pairs = zip(one.columns, other.columns, strict=False)
    return len(one.columns) == len(other.columns) and all(abs(a - b) <= SAME_PLACE for a, b in pairs)


def full_columns(room: Mapping[int, float], below: tuple[Cell, ...]) -> frozenset[int]:
    """The columns that have no room for the first word of the row below."""
    words = ((cell.column, cell.lines[0].text if cell.lines else "") for cell in below)
    return frozenset(at for at, text in words if at in room and room[at] < max(1.0, first_word(text)) + ROOM)


def goes_on(row: tuple[Cell, ...], below: tuple[Cell, ...], full: frozenset[int]) -> bool:
    """Whether a row is the rest of the one above, which the end of a page has cut: it has words only where that has
    some, and in a column that is full a sentence has not ended."""
    if [cell.column for cell in row] != [cell.column for cell in below]:
        return False
    pairs = [(cell, rest) for cell, rest in zip(row, below, strict=True) if rest.lines]
    if len(pairs) == len(row) and not full.issuperset(cell.column for cell in row):
        return False
    return all(cell.lines for cell, _ in pairs) and any(
        cell.column in full and not ENDS_A_SENTENCE.search(cell.lines[-1].text) for cell, _ in pairs
    )


def one_row(row: tuple[Cell, ...], below: tuple[Cell, ...], full: frozenset[int]) -> tuple[Cell, ...]:
    return tuple(_one_cell(*both, full=both[0].column in full) for both in zip(row, below, strict=True))


def _one_cell(cell: Cell, rest: Cell, *, full: bool) -> Cell:
    """A cell and the rest of it: a line that was full goes on in the first one of the rest."""
    if not (full and cell.lines and rest.lines):
        return replace(cell, lines=(*cell.lines, *rest.lines))
    words, after = cell.lines[-1].text, rest.lines[0].text
    line = Line(runs=(Run(text=as_before(words, after) + after),))
    return replace(cell, lines=(*cell.lines[:-1], line, *rest.lines[1:]))
