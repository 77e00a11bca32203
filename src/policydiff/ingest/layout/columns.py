"""Rows → the columns of a page, in the order in which they are read, and where each begins and ends."""

from __future__ import annotations

import re
import statistics
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from policydiff.ingest.layout.page import BEGINS_ANEW, Fragment, Page, Row, line_of
from policydiff.text import CLOSING, STOPS

Other = TypeVar("Other")

# Places are measured in heights of a character.
INDENT = 0.8
LEADING = 1.35  # times the distance of lines: more sets paragraphs apart
_FEWEST_IN_A_COLUMN = 6
_FILLS, _FULL_LINES = 0.8, 0.25
_NARROWEST = 8
_WIDEST_INDENT = 4
_MOST_ACROSS = 0.35
_FEW = 8  # one of so many
SAME_SIZE, _NEXT_LINE = 0.15, 2.0
_ENDS_WITHIN, _SMALL = re.compile(r"[A-Za-z] [A-Za-z-]+,?\s{0,3}$"), re.compile(r"\s{0,9}[a-z]{2}")
_ENDS_A_LINE = re.compile(f"[{STOPS}.{CLOSING}]$|[A-Za-z]—$")  # a dash leads to the items below it
ENDS_A_SENTENCE = re.compile(f"[{STOPS}.{CLOSING}]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A column of a page, or a band of it: its lines from above, the edges of its text and the distance of lines; `of`
    so many bands between two tables."""

    lines: tuple[Fragment, ...]
    left: float
    right: float
    leading: float
    of: int = 1


def gutters(pages: Sequence[list[Row]]) -> list[float | None]:
    """The gutter of each page; a page with too few lines to tell has that of the others, if it leaves it blank."""
    found = [_gutter(rows) for rows in pages]
    usual = statistics.median_low([one for one in found if one is not None] or [0.0])
    return [
        usual if gutter is None and usual and rows and _across(rows, usual) <= _MOST_ACROSS * len(rows) else gutter
        for rows, gutter in zip(pages, found, strict=True)
    ]


def _across(rows: list[Row], gutter: float) -> int:
    return sum(one.left < gutter < one.right for row in rows for one in row)


def bands(rows: list[Row], gutter: float | None) -> list[Flow]:
    flows = _flows(rows, gutter)
    return [replace(flow, of=len(flows)) for flow in flows]


def _flows(rows: list[Row], gutter: float | None) -> list[Flow]:
    """The lines of a page in the order in which they are read: as one column, or two beside each other.

    A row across both columns (a title) ends what stands above it.
    """
    if gutter is None:
        return [flow_of([line_of(row) for row in rows])] if rows else []
    whole = flow_of([line_of(row) for row in rows])
    out: list[Flow] = []
    columns: tuple[list[Fragment], list[Fragment]] = ([], [])
    for row in rows:
        left, right = tuple(o for o in row if o.right <= gutter), tuple(o for o in row if o.left >= gutter)
        if len(left) + len(right) < len(row):
            out += [*map(flow_of, filter(None, columns)), replace(whole, lines=(line_of(row),))]
            columns = ([], [])
            continue
        for side, column in zip((left, right), columns, strict=True):
            if side:
                column.append(line_of(side))
    return [*out, *map(flow_of, filter(None, columns))]


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
    left = [line_of(side) for row in rows if (side := tuple(one for one in row if one.right <= gutter))]
    right = [line_of(side) for row in rows if (side := tuple(one for one in row if one.left >= gutter))]
    return gutter if all(_is_running_text(one) for one in (left, right)) else None


def _is_running_text(lines: list[Fragment]) -> bool:
    """Whether lines fill a column: the cells of a table seldom do."""
    if len(lines) < _FEWEST_IN_A_COLUMN:
        return False
    column = max(one.right for one in lines) - min(one.left for one in lines)
    full = sum(one.right - one.left >= _FILLS * column for one in lines)
    return full >= _FULL_LINES * len(lines) and column >= _NARROWEST * statistics.median(one.height for one in lines)


def flow_of(lines: list[Fragment]) -> Flow:
    size = statistics.median(one.height for one in lines)
    broken = [(above, below) for above, below in pairwise(lines) if _breaks_within(above, below)]
    left, right = -_edge([-one.left for one in lines], size), _edge([one.right for one in lines], size)
    right = max([right, *(above.right for above, _ in broken)])
    # Paragraphs may stand apart: of the distances that occur, a short one is that of lines in a paragraph.
    steps = sorted(above.baseline - below.baseline for above, below in broken or pairwise(lines))
    leading = steps[len(steps) // 10] if steps else 0.0
    return Flow(lines=tuple(_with_cells(lines, leading)), left=left, right=right, leading=leading)


def _breaks_within(above: Fragment, below: Fragment) -> bool:
    """Whether a line surely had no room for more: it breaks off in mid sentence, and a small letter goes on below. In
    an English text of short lines few reach the edge, and those that end near each other need not."""
    same = not above.cells and not below.cells and abs(above.height - below.height) <= SAME_SIZE * above.height
    near = above.baseline - below.baseline <= _NEXT_LINE * above.height
    return same and near and _ENDS_WITHIN.search(above.text) is not None and _SMALL.match(below.text) is not None


def _with_cells(lines: list[Fragment], leading: float) -> Iterator[Fragment]:
    """The lines, those marked that go on with a cell of a table without rules: right below a row, and no wider than the
    cell that they stand under."""
    row: Fragment | None = None
    last = 0.0
    for line in lines:
        below = row is not None and last - line.baseline <= LEADING * max(leading, line.height)
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
    begins = [at for at, left in enumerate(row.cells) if abs(line.left - left) <= INDENT * line.height]
    return any(line.right < edges[at + 1] for at in begins) and not BEGINS_ANEW.match(line.text.lstrip())


def _edge(ends: list[float], size: float) -> float:
    """The outermost place where lines end: several of them, for one alone may stick out, and few of many."""
    ordered = sorted(ends, reverse=True)
    outermost = ordered[: 3 + len(ordered) // _FEW]
    return next((end for end, other in pairwise(outermost) if end - other <= INDENT * size), ordered[0])


def with_edges(pages: Sequence[Page], columns: list[list[Flow | Other]]) -> list[list[Flow | Other]]:
    """The flows, those that do not show where their edges are given those that others have in the document, or their
    page: a flow of too few lines, or of short paragraphs alone."""
    large = [
        flow for flows in columns for flow in flows if isinstance(flow, Flow) and len(flow.lines) >= _FEWEST_IN_A_COLUMN
    ]
    lefts = sorted(flow.left for flow in large)
    widths: dict[int, list[float]] = defaultdict(list)
    for flow in large:
        if flow.of > 1 or _breaks_a_sentence(flow):
            widths[flow.of].append(flow.right - flow.left)
    usual = {count: statistics.median(found) for count, found in widths.items()}

    def widened(flow: Flow, page: Page) -> Flow:
        left, width = flow.left, usual.get(flow.of, 0.0)
        few = len(flow.lines) < _FEWEST_IN_A_COLUMN
        if few:
            farthest = left - _WIDEST_INDENT * flow.lines[0].height
            left = next((edge for edge in reversed(lefts) if farthest <= edge <= left), left)
        if not width and flow.of == 1 and (few or not _breaks_a_sentence(flow)):
            width = page.width - 2 * left
        return replace(flow, left=left, right=max(flow.right, left + width))

    return [
        [widened(one, page) if isinstance(one, Flow) else one for one in flows]
        for page, flows in zip(pages, columns, strict=True)
    ]


def _breaks_a_sentence(flow: Flow) -> bool:
    """Whether a line ends at the right edge in mid sentence. Where none does, the longest line need not be full."""
    at_edge = (one for one in flow.lines[:-1] if abs(flow.right - one.right) <= INDENT * one.height)
    return any(not _ENDS_A_LINE.search(one.text.rstrip()) for one in at_edge)
