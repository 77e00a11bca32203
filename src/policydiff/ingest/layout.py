"""Fragments of text on pages → paragraphs: what printing broke over lines, columns and pages is put together.

        胡须市规章汇编            the same on every page, in the same place: a running head
        第五条 胡须由公民本
    或者理发师修剪。理发师        a line that is full goes on in the next …
    应当备有镜子。               … and one that had room for more has ended,
        公民应当付费。公民        as it has where the next is indented
              - 1 -
        胡须市规章汇编            a paragraph goes on over the end of a page, and what stands between comes after it
    不付费的，理发师可以

Where this is in doubt a line stays one of its own: parsing mends a sentence that is broken, but cannot cut a paragraph
that was none.
"""

from __future__ import annotations

import re
import statistics
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from policydiff.eid import CIRCLED, IN_ONE, INSERTED, ITEM_NUMBER, ordinal
from policydiff.ingest.content import Line, Run
from policydiff.ingest.ruled import Grid, Rule, grids
from policydiff.ingest.tables import Cell, Rows, row_by_row
from policydiff.model import HintKind
from policydiff.text import CLOSING, STOPS, is_chinese

_EDGE_ROWS = 4  # how many rows from the top and from the bottom of a page may be running heads
_SAME_PLACE = 4.0  # points
_FEWEST_PAGES, _SHARE_OF_PAGES = 2, 0.3
# Places are measured in heights of a character.
_SAME_ROW = 0.5
_APART = 1.0  # a wider gap parts cells of a row
_BLANK = {0: 0.15, 1: 0.6, 2: 0.7}  # a gap this wide is a blank, by how many of its two sides are Chinese
_INDENT = 0.8
_ROOM = 0.7
_SAME_SIZE = 0.15
_LEADING = 1.35  # times the distance of lines: more sets paragraphs apart
_FEWEST_IN_A_COLUMN = 6
_FILLS, _FULL_LINES = 0.8, 0.25
_NARROWEST = 8
_WIDEST_INDENT = 4
_MOST_ACROSS = 0.35
_WORD = re.compile(r"[（(《〈「『【〔“‘]*(?:[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+|\S)")
_CANNOT_BEGIN = re.compile("[，。；、：！？）)”’」』》〉】〕…—%,;:!?]+")
_STOPS = re.compile(f"[{STOPS}.{CLOSING}]$")
_NUMBER = (
    rf"(?:{ordinal('编章节条')}(?:{INSERTED})?"
    rf"|[（(]?(?:{ITEM_NUMBER}|[A-Za-z]{{1,4}})[）).．、]|[{CIRCLED}{IN_ONE}]"
    r"|(?:Part|Chapter|Section|Article) [\dIVXLC]{1,5}[.:]?)"
)
_NUMBER_ALONE = re.compile(_NUMBER)
_BEGINS_ANEW = re.compile(rf"{_NUMBER}\s")
_ARTICLE = re.compile(ordinal("条"))
_DOTS = re.compile(r"(?:[.]{4}|…{2}|[·]{4}|(?:[.] ){4})[.…· ]{0,3}\d{1,4}$")
_DIGITS = re.compile(r"\d+")
_PAGE_MARK = re.compile(
    r"[\W_]*+(?:第|page|p)?[\W_]*+(?:\d++|[ivxl]++)[\W_]*+(?:页|of)?[\W_]*+共?[\W_]*+\d*+[\W_]*+页?[\W_]*+",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"(?<=[A-Za-z]{2})-$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A run of characters on one baseline; places in points, the baseline counted from below.

    Of a whole row, `cells` are the places where words begin that stand apart; `in_table` is one that goes on with a
    cell of the row above.
    """

    text: str
    left: float
    right: float
    baseline: float
    height: float
    askew: bool = False
    cells: tuple[float, ...] = ()
    in_table: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, the fragments on it and the rules that are drawn on it."""

    width: float
    height: float
    fragments: tuple[Fragment, ...]
    across: tuple[Rule, ...] = ()
    upright: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Flow:
    """A column of a page, or a band of it: its lines from above, the edges of its text and the distance of lines; `of`
    so many bands between two tables."""

    lines: tuple[Fragment, ...]
    left: float
    right: float
    leading: float
    of: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A table drawn with rules: its upper edge, the places of its columns' edges, its rows; `full` are the columns in
    which the words of the last row break off where there is no more room."""

    top: float
    columns: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    full: frozenset[int]


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that still grows."""

    lines: list[Fragment]
    flow: _Flow

    def text(self) -> str:
        words = [line.text.strip() for line in self.lines]
        return "".join([*(_before(one, after) for one, after in pairwise(words)), words[-1]])


SetTable = Callable[[Rows], Iterable[Line]]


def paragraphs(pages: Sequence[Page], set_table: SetTable = row_by_row) -> Iterator[Line]:
    """The paragraphs of a document in reading order, its tables as `set_table` reads them, and what stands on its pages
    beside them."""
    drawn = [_tables(page) for page in pages]
    rows = [_rows([one for one in loose if not one.askew]) for _, loose in drawn]
    heads = _running_heads(pages, rows)
    bodies = [found[len(above) : len(found) - len(below)] for found, (above, below) in zip(rows, heads, strict=True)]
    columns = [
        _with_tables(body, gutter, found)
        for body, gutter, (found, _) in zip(bodies, _gutters(bodies), drawn, strict=True)
    ]
    setter = _Setter(set_table)
    for page, (above, below), on_page in zip(pages, heads, _with_edges(pages, columns), strict=True):
        for one in on_page:
            yield from setter.table(one) if isinstance(one, _Table) else setter.flow(one)
        beside = [_line(row) for row in (*above, *below)] + [one for one in page.fragments if one.askew]
        setter.waiting += [_beside(one) for one in beside if one.text.strip()]
    yield from setter.close()


class _Setter:
    """Puts lines together to paragraphs, and tables over the ends of pages; `waiting` stands beside the text and comes
    after what goes on."""

    def __init__(self, set_table: SetTable) -> None:
        self.waiting: list[Line] = []
        self._set_table = set_table
        self._open: _Paragraph | None = None
        self._tables: list[_Table] = []

    def flow(self, flow: _Flow) -> Iterator[Line]:
        """The paragraphs that end in a column; the last one stays open."""
        yield from self._end_table()
        for place, line in enumerate(flow.lines):
            over = flow.lines[place - 1] if place else None
            if self._open is not None and _continues(self._open, line, flow, over):
                self._open.lines.append(line)
                self._open.flow = flow
                continue
            yield from self._end_paragraph()
            self._open = _Paragraph(lines=[line], flow=flow)

    def table(self, table: _Table) -> Iterator[Line]:
        """A table: one that stands below another with the same columns goes on with it."""
        yield from self._end_paragraph()
        if self._tables and not _same_columns(self._tables[-1], table):
            yield from self._end_table()
        self._tables.append(table)

    def close(self) -> Iterator[Line]:
        """The document ends."""
        yield from self._end_table()
        yield from self._end_paragraph()
        yield from self.waiting

    def _end_paragraph(self) -> Iterator[Line]:
        if self._open is not None:
            yield Line(runs=(Run(text=self._open.text()),), row=any(line.in_table for line in self._open.lines))
            self._open = None
            yield from self._waited()

    def _end_table(self) -> Iterator[Line]:
        if not self._tables:
            return
        head, rows = self._tables[0].rows[0], list(self._tables[0].rows)
        for above, table in pairwise(self._tables):
            repeats = [cell.text for cell in table.rows[0]] == [cell.text for cell in head]
            self.waiting += [_as_head(line) for cell in table.rows[0] for line in cell.lines] if repeats else []
            fresh = table.rows[repeats:]
            if fresh and _row_goes_on(rows[-1], fresh[0], above.full):
                rows[-1] = _one_row(rows[-1], fresh[0], above.full)
                fresh = fresh[1:]
            rows += fresh
        self._tables = []
        yield from self._set_table(rows)
        yield from self._waited()

    def _waited(self) -> Iterator[Line]:
        waiting, self.waiting = self.waiting, []
        yield from waiting


def _as_head(line: Line) -> Line:
    return Line(runs=tuple(replace(run, kind="running-head") for run in line.runs))


def _same_columns(one: _Table, other: _Table) -> bool:
    pairs = zip(one.columns, other.columns, strict=False)
    return len(one.columns) == len(other.columns) and all(abs(a - b) <= _SAME_PLACE for a, b in pairs)


def _row_goes_on(row: tuple[Cell, ...], below: tuple[Cell, ...], full: frozenset[int]) -> bool:
    """Whether a row is the rest of the one above, which the end of a page has cut: it has words only where that has
    some, and in a column that is full a sentence has not ended."""
    if [cell.column for cell in row] != [cell.column for cell in below]:
        return False
    pairs = [(cell, rest) for cell, rest in zip(row, below, strict=True) if rest.lines]
    if len(pairs) == len(row) and not full.issuperset(cell.column for cell in row):
        return False
    return all(cell.lines for cell, _ in pairs) and any(
        cell.column in full and not _STOPS.search(cell.lines[-1].text) for cell, _ in pairs
    )


def _one_row(row: tuple[Cell, ...], below: tuple[Cell, ...], full: frozenset[int]) -> tuple[Cell, ...]:
    return tuple(_one_cell(*both, full=both[0].column in full) for both in zip(row, below, strict=True))


def _one_cell(cell: Cell, rest: Cell, *, full: bool) -> Cell:
    """A cell and the rest of it: a line that was full goes on in the first one of the rest."""
    if not (full and cell.lines and rest.lines):
        return replace(cell, lines=(*cell.lines, *rest.lines))
    words, after = cell.lines[-1].text, rest.lines[0].text
    line = Line(runs=(Run(text=_before(words, after) + after),))
    return replace(cell, lines=(*cell.lines[:-1], line, *rest.lines[1:]))


def _beside(line: Fragment) -> Line:
    """A line that is no text of the document, and why."""
    text = line.text.strip()
    kind: HintKind = "page-mark" if _PAGE_MARK.fullmatch(text) else "running-head"
    return Line(runs=(Run(text=text, kind=kind),))


# ------------------------------------------------------------------------------------------ tables


def _tables(page: Page) -> tuple[list[_Table], list[Fragment]]:
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


def _table(grid: Grid, boxes: dict[tuple[int, int], list[Fragment]]) -> _Table:
    rows: dict[int, list[Cell]] = defaultdict(list)
    full: dict[int, set[int]] = defaultdict(set)
    for box in sorted({*grid.holder.values()}):
        flow = _cell_flow(boxes.get(box, []), grid.columns[box[1]], grid.right(box))
        lines = () if flow is None else _cell_lines(flow)
        rows[box[0]].append(Cell(column=box[1], span=grid.span(box), lines=lines))
        if flow is not None and _ends_full(flow):
            full[box[0]].add(box[1])
    filled = {place: tuple(row) for place, row in sorted(rows.items()) if any(cell.lines for cell in row)}
    last = max(filled, default=0)
    return _Table(top=grid.top, columns=grid.columns, rows=tuple(filled.values()), full=frozenset(full[last]))


def _cell_flow(fragments: list[Fragment], left: float, right: float) -> _Flow | None:
    """The lines of a cell: its words stand as far from its right edge as from its left one, at the least."""
    lines = [replace(_line(row), cells=()) for row in _rows(fragments)]
    if not lines:
        return None
    return replace(_flow(lines), right=right - max(0.0, min(line.left for line in lines) - left))


def _cell_lines(flow: _Flow) -> tuple[Line, ...]:
    """The paragraphs in a cell."""
    out: list[_Paragraph] = []
    for line in flow.lines:
        plain = replace(line, text=line.text.replace("\t", " "))
        if out and _continues(out[-1], plain, flow, out[-1].lines[-1]):
            out[-1].lines.append(plain)
        else:
            out.append(_Paragraph(lines=[plain], flow=flow))
    return tuple(Line(runs=(Run(text=one.text()),)) for one in out)


def _ends_full(flow: _Flow) -> bool:
    """Whether the last line has no room for another character."""
    last = flow.lines[-1]
    return flow.right - last.right < (1 + _ROOM) * last.height


def _with_tables(rows: list[Row], gutter: float | None, found: list[_Table]) -> list[_Flow | _Table]:
    """The columns of a page, its tables between them."""
    out: list[_Flow | _Table] = []
    for table in found:
        above = [row for row in rows if row[0].baseline > table.top]
        out += [*_bands(above, gutter), table]
        rows = rows[len(above) :]
    return [*out, *_bands(rows, gutter)]


def _bands(rows: list[Row], gutter: float | None) -> list[_Flow]:
    flows = _flows(rows, gutter)
    return [replace(flow, of=len(flows)) for flow in flows]


# ------------------------------------------------------------------------------------------- rows

Row = tuple[Fragment, ...]


def _rows(fragments: Sequence[Fragment]) -> list[Row]:
    """The fragments that stand on one baseline together, from above and from the left; of blanks alone none is left."""
    rows: list[list[Fragment]] = []
    for fragment in sorted((one for one in fragments if one.text.strip()), key=lambda one: -one.baseline):
        row = rows[-1] if rows else None
        if row and abs(row[0].baseline - fragment.baseline) <= _SAME_ROW * min(row[0].height, fragment.height):
            row.append(fragment)
        else:
            rows.append([fragment])
    return [tuple(sorted(row, key=lambda one: one.left)) for row in rows]


def _line(row: Row) -> Fragment:
    """A row as one line: neighbours put together, a tab between those that stand apart (not after a number)."""
    parts = [row[0].text]
    cells = [row[0].left]
    end = row[0].right
    for last, fragment in pairwise(row):
        gap = (fragment.left - end) / max(last.height, fragment.height, 0.1)
        before, after = last.text.rstrip(), fragment.text.lstrip()
        blank = last.text != before or fragment.text != after or gap > _BLANK[_wide_sides(before, after)]
        is_number = last is row[0] and _NUMBER_ALONE.fullmatch(before.strip())
        parts[-1] = parts[-1].rstrip()
        is_cell = gap > _APART and not is_number
        parts += ["\t" if is_cell else " " if blank else "", after]
        cells += [fragment.left] if is_cell else []
        end = max(end, fragment.right)
    widest = max(row, key=lambda one: one.right - one.left)
    return replace(widest, text="".join(parts), left=row[0].left, right=end, cells=tuple(cells) if cells[1:] else ())


def _wide_sides(before: str, after: str) -> int:
    return sum(_is_wide(char) for char in (before[-1:], after[:1]))


def _is_wide(char: str) -> bool:
    """Whether a character is set on the full square: nothing parts it from its neighbours."""
    if not char:
        return False
    return is_chinese(char) or "\u3000" <= char <= "\u303f" or "\uff00" <= char <= "\uffef" or char in "“”‘’…—·"


# ---------------------------------------------------------------------------------- running heads


def _running_heads(pages: Sequence[Page], rows: Sequence[list[Row]]) -> list[tuple[list[Row], list[Row]]]:
    """The rows at the top and at the bottom of each page that stand in the same place on others, whatever their
    numbers, with nothing but such rows between them and the edge of the page."""
    tops = [
        [(_said(row), page.height - row[0].baseline) for row in found[:_EDGE_ROWS]]
        for page, found in zip(pages, rows, strict=True)
    ]
    above = _repeated(tops)
    left = [found[count:] for found, count in zip(rows, above, strict=True)]
    bottoms = [[(_said(row), row[0].baseline) for row in found[: -_EDGE_ROWS - 1 : -1]] for found in left]
    below = _repeated(bottoms)
    for at, found in enumerate(left):
        if not below[at] and found and _is_own_number(found[-1], at + 1, len(pages)):
            below[at] = 1
    return [
        (found[:count], rest[len(rest) - last :])
        for found, rest, count, last in zip(rows, left, above, below, strict=True)
    ]


def _repeated(edges: Sequence[list[tuple[str, float]]]) -> list[int]:
    """How many rows from the edge of each page are running heads, given what each says and how far from the edge."""
    places: dict[str, list[float]] = defaultdict(list)
    for edge in edges:
        for said, place in edge:
            places[said].append(place)
    for found in places.values():
        found.sort()
    needed = max(_FEWEST_PAGES, round(_SHARE_OF_PAGES * len(edges)))

    def is_repeated(said: str, place: float) -> bool:
        found = places[said]
        if _ARTICLE.match(said):
            return False
        return bisect_right(found, place + _SAME_PLACE) - bisect_left(found, place - _SAME_PLACE) >= needed

    return [len(list(takewhile(lambda one: is_repeated(*one), edge))) for edge in edges]


def _is_own_number(row: Row, page: int, pages: int) -> bool:
    """Whether a row is, or ends in, this page's number of the document's (1/1), as web pages are printed."""
    return "".join(row[-1].text.split()) == f"{page}/{pages}"


def _said(row: Row) -> str:
    """What a row says, whatever its numbers and blanks."""
    return _DIGITS.sub("0", "".join("".join(one.text.split()) for one in row))


# ---------------------------------------------------------------------------------------- columns


def _gutters(pages: Sequence[list[Row]]) -> list[float | None]:
    """The gutter of each page; a page with too few lines to tell has that of the others, if it leaves it blank."""
    found = [_gutter(rows) for rows in pages]
    usual = statistics.median_low([one for one in found if one is not None] or [0.0])
    return [
        usual if gutter is None and usual and rows and _across(rows, usual) <= _MOST_ACROSS * len(rows) else gutter
        for rows, gutter in zip(pages, found, strict=True)
    ]


def _across(rows: list[Row], gutter: float) -> int:
    return sum(one.left < gutter < one.right for row in rows for one in row)


def _flows(rows: list[Row], gutter: float | None) -> list[_Flow]:
    """The lines of a page in the order in which they are read: as one column, or two beside each other.

    A row across both columns (a title) ends what stands above it.
    """
    if gutter is None:
        return [_flow([_line(row) for row in rows])] if rows else []
    whole = _flow([_line(row) for row in rows])
    out: list[_Flow] = []
    columns: tuple[list[Fragment], list[Fragment]] = ([], [])
    for row in rows:
        left, right = tuple(o for o in row if o.right <= gutter), tuple(o for o in row if o.left >= gutter)
        if len(left) + len(right) < len(row):
            out += [*map(_flow, filter(None, columns)), replace(whole, lines=(_line(row),))]
            columns = ([], [])
            continue
        for side, column in zip((left, right), columns, strict=True):
            if side:
                column.append(_line(side))
    return [*out, *map(_flow, filter(None, columns))]


def _gutter(rows: list[Row]) -> float | None:
    """Where a blank strip parts a page into two columns of running text; None where there is one column."""
    fragments = [one for row in rows for one in row]
    if len(rows) < _FEWEST_IN_A_COLUMN or len(fragments) < 2 * _FEWEST_IN_A_COLUMN:
        return None
    first, last = min(one.left for one in fragments), max(one.right for one in fragments)
    middle = range(round(first + 0.35 * (last - first)), round(first + 0.65 * (last - first)) + 1)
    if not middle:
        return None
    lefts, rights = sorted(one.left for one in fragments), sorted(one.right for one in fragments)
    # What begins left of a place and does not end left of it lies across it.
    across = {place: bisect_left(lefts, place) - bisect_right(rights, place) for place in middle}
    gutter = float(min(across, key=lambda place: across[place]))
    if across[round(gutter)] > _MOST_ACROSS * len(rows):
        return None
    left = [_line(side) for row in rows if (side := tuple(one for one in row if one.right <= gutter))]
    right = [_line(side) for row in rows if (side := tuple(one for one in row if one.left >= gutter))]
    return gutter if all(_is_running_text(one) for one in (left, right)) else None


def _is_running_text(lines: list[Fragment]) -> bool:
    """Whether lines fill a column: the cells of a table seldom do."""
    if len(lines) < _FEWEST_IN_A_COLUMN:
        return False
    column = max(one.right for one in lines) - min(one.left for one in lines)
    full = sum(one.right - one.left >= _FILLS * column for one in lines)
    return full >= _FULL_LINES * len(lines) and column >= _NARROWEST * statistics.median(one.height for one in lines)


def _flow(lines: list[Fragment]) -> _Flow:
    size = statistics.median(one.height for one in lines)
    left, right = -_edge([-one.left for one in lines], size), _edge([one.right for one in lines], size)
    # Paragraphs may stand apart: of the distances that occur, a short one is that of lines in a paragraph.
    steps = sorted(above.baseline - below.baseline for above, below in pairwise(lines))
    leading = steps[len(steps) // 10] if steps else 0.0
    return _Flow(lines=tuple(_with_cells(lines, leading)), left=left, right=right, leading=leading)


def _with_cells(lines: list[Fragment], leading: float) -> Iterator[Fragment]:
    """The lines, those marked that go on with a cell of a table without rules: right below a row, and no wider than the
    cell that they stand under."""
    row: Fragment | None = None
    last = 0.0
    for line in lines:
        below = row is not None and last - line.baseline <= _LEADING * max(leading, line.height)
        if line.cells:
            row = line
        elif row is not None and below and _stands_under(line, row):
            line = replace(line, in_table=True)
        else:
            row = None
        last = line.baseline
        yield line


def _stands_under(line: Fragment, row: Fragment) -> bool:
    edges = [*row.cells, float("inf")]
    begins = [at for at, left in enumerate(row.cells) if abs(line.left - left) <= _INDENT * line.height]
    return any(line.right < edges[at + 1] for at in begins) and not _BEGINS_ANEW.match(line.text.lstrip())


def _edge(ends: list[float], size: float) -> float:
    """The outermost place where lines end: several of them, for one alone may stick out."""
    ordered = sorted(ends, reverse=True)
    return next((end for end, other in pairwise(ordered) if end - other <= _INDENT * size), ordered[0])


def _with_edges(pages: Sequence[Page], columns: list[list[_Flow | _Table]]) -> list[list[_Flow | _Table]]:
    """The flows, those that do not show where their edges are given those that others have in the document, or their
    page: a flow of too few lines, or of short paragraphs alone."""
    large = [
        flow
        for flows in columns
        for flow in flows
        if isinstance(flow, _Flow) and len(flow.lines) >= _FEWEST_IN_A_COLUMN
    ]
    lefts = sorted(flow.left for flow in large)
    widths: dict[int, list[float]] = defaultdict(list)
    for flow in large:
        if flow.of > 1 or _breaks_a_sentence(flow):
            widths[flow.of].append(flow.right - flow.left)
    usual = {count: statistics.median(found) for count, found in widths.items()}

    def widened(flow: _Flow, page: Page) -> _Flow:
        left, width = flow.left, usual.get(flow.of, 0.0)
        few = len(flow.lines) < _FEWEST_IN_A_COLUMN
        if few:
            farthest = left - _WIDEST_INDENT * flow.lines[0].height
            left = next((edge for edge in reversed(lefts) if farthest <= edge <= left), left)
        if not width and flow.of == 1 and (few or not _breaks_a_sentence(flow)):
            width = page.width - 2 * left
        return replace(flow, left=left, right=max(flow.right, left + width))

    return [
        [one if isinstance(one, _Table) else widened(one, page) for one in flows]
        for page, flows in zip(pages, columns, strict=True)
    ]


def _breaks_a_sentence(flow: _Flow) -> bool:
    """Whether a line ends at the right edge in mid sentence. Where none does, the longest line need not be full."""
    at_edge = (one for one in flow.lines[:-1] if flow.right - one.right <= _INDENT * one.height)
    return any(not _STOPS.search(one.text.rstrip()) for one in at_edge)


# ------------------------------------------------------------------------------------- paragraphs


def _continues(paragraph: _Paragraph, line: Fragment, flow: _Flow, above: Fragment | None) -> bool:
    """Whether a line goes on with the paragraph before it; `above` is the line over it in its own column."""
    last = paragraph.lines[-1]
    size = max(last.height, line.height)
    if abs(last.height - line.height) > _SAME_SIZE * size or "\t" in last.text + line.text:
        return False
    if last.in_table or line.in_table:
        return False
    if _DOTS.search(last.text) or _BEGINS_ANEW.match(line.text.lstrip()):
        return False
    if above is last and last.baseline - line.baseline > _LEADING * flow.leading:
        return False
    if _first_word(line) + _ROOM * size <= paragraph.flow.right - last.right:
        return False
    return _stands_below(paragraph, line, flow, _INDENT * size)


def _first_word(line: Fragment) -> float:
    """How wide the first word of a line is, about: what the line before had no room for."""
    text = line.text.strip()
    word = _WORD.match(text)
    if word is None:
        return 0.0
    stops = _CANNOT_BEGIN.match(text, word.end())
    count = sum(1.0 if _is_wide(char) else 0.5 for char in text[: stops.end() if stops else word.end()])
    return count * line.height


def _stands_below(paragraph: _Paragraph, line: Fragment, flow: _Flow, indent: float) -> bool:
    """Whether the line starts where the next line of the paragraph would, by the paragraph's own indents."""
    first = paragraph.lines[0].left - paragraph.flow.left if len(paragraph.lines) == 1 else None
    last = paragraph.lines[-1].left - paragraph.flow.left
    here = line.left - flow.left
    if first is None:  # two lines or more: the next starts where the last did
        return abs(here - last) <= indent
    if here <= indent:  # the first line of an indented paragraph, or of one in a block
        return True
    return here > first + indent and first <= indent  # a hanging indent


def _before(words: str, after: str) -> str:
    """A line as it stands before the next: Chinese lines carry no blank between them, English ones do."""
    if _is_wide(words[-1:]) or _is_wide(after[:1]):
        return words
    if _HYPHEN.search(words) and after[:1].islower():
        return words[:-1]
    return f"{words} "
