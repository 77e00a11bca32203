"""Pages → paragraphs and tables, put together over the ends of columns and pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from policydiff.ingest.content import Line, Rows, Run
from policydiff.ingest.layout.asides import Aside, without_asides
from policydiff.ingest.layout.columns import Flow, bands, gutters, with_edges
from policydiff.ingest.layout.drawn import DrawnTable, drawn_tables, full_columns, goes_on, one_row, same_columns
from policydiff.ingest.layout.joining import Paragraph, continues
from policydiff.ingest.layout.margins import as_note, rows_of_notes, with_margins
from policydiff.ingest.layout.page import Fragment, Page, Row, line_of, rows_of
from policydiff.ingest.layout.running_heads import as_head, beside_the_text, running_heads
from policydiff.ingest.tables import row_by_row

SetTable = Callable[[Rows], Iterable[Line]]


def paragraphs(pages: Sequence[Page], set_table: SetTable = row_by_row) -> Iterator[Line]:
    """The paragraphs of a document in reading order, its tables as `set_table` reads them, and what stands on its pages
    beside them."""
    pages = with_margins(pages)
    drawn = [drawn_tables(page) for page in pages]
    apart = [without_asides(page, loose) for page, (_, loose) in zip(pages, drawn, strict=True)]
    rows = [rows_of([one for one in loose if not one.askew]) for _, loose in apart]
    heads = running_heads(pages, rows)
    bodies = [found[len(above) : len(found) - len(below)] for found, (above, below) in zip(rows, heads, strict=True)]
    notes = [rows_of_notes(body) for body in bodies]
    feet = [body[len(body) - count :] for body, count in zip(bodies, notes, strict=True)]
    bodies = [body[: len(body) - count] for body, count in zip(bodies, notes, strict=True)]
    columns = [
        _with_tables(body, gutter, found)
        for body, gutter, (found, _) in zip(bodies, gutters(bodies), drawn, strict=True)
    ]
    setter = _Setter(set_table)
    framed = zip(pages, apart, heads, feet, with_edges(pages, columns), strict=True)
    for page, (asides, _), (above, below), foot, on_page in framed:
        setter.asides = asides
        for one in on_page:
            yield from setter.table(one) if isinstance(one, DrawnTable) else setter.flow(one)
        setter.wait_for_asides()
        beside = [line_of(row) for row in (*above, *below)] + [one for one in page.fragments if one.askew]
        setter.waiting += [*map(as_note, foot), *(beside_the_text(one) for one in beside if one.text.strip())]
    yield from setter.close()


class _Setter:
    """Puts lines together to paragraphs, and tables over the ends of pages; `waiting` stands beside the text and comes
    after what goes on; `asides` are those of the page that have not been met."""

    def __init__(self, set_table: SetTable) -> None:
        self.waiting: list[Line] = []
        self.asides: list[Aside] = []
        self._set_table = set_table
        self._open: Paragraph | None = None
        self._tables: list[DrawnTable] = []

    def flow(self, flow: Flow) -> Iterator[Line]:
        """The paragraphs that end in a column; the last one stays open."""
        yield from self._end_table()
        for place, line in enumerate(flow.lines):
            if self.asides:
                self._meet_asides(line, flow)
            over = flow.lines[place - 1] if place else None
            if self._open is not None and continues(self._open, line, flow, over):
                self._open.lines.append(line)
                self._open.flow = flow
                continue
            yield from self._end_paragraph()
            yield from self._waited()
            self._open = Paragraph(lines=[line], flow=flow)

    def table(self, table: DrawnTable) -> Iterator[Line]:
        """A table: one that stands below another with the same columns goes on with it."""
        yield from self._end_paragraph()
        if self._tables and not same_columns(self._tables[-1], table):
            yield from self._end_table()
        self._tables.append(table)

    def wait_for_asides(self) -> None:
        """What has stood beside the text, and beside none of its lines."""
        self.waiting += [line for one in self.asides for line in one.lines]
        self.asides = []

    def _meet_asides(self, line: Fragment, flow: Flow) -> None:
        """What begins above a line, in its column or in the margin, waits for the end of its paragraph."""
        met = [one for one in self.asides if one.top > line.baseline and (flow.of == 1 or _is_in(one, flow))]
        self.waiting += [words for one in met for words in one.lines]
        self.asides = [one for one in self.asides if one not in met]

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
            self.waiting += [as_head(line) for cell in table.rows[0] for line in cell.lines] if repeats else []
            fresh = table.rows[repeats:]
            full = full_columns(above.room, fresh[0]) if fresh else frozenset()
            if fresh and goes_on(rows[-1], fresh[0], full):
                rows[-1] = one_row(rows[-1], fresh[0], full)
                fresh = fresh[1:]
            rows += fresh
        self._tables = []
        yield from self._set_table(rows)
        yield from self._waited()

    def _waited(self) -> Iterator[Line]:
        waiting, self.waiting = self.waiting, []
        yield from waiting


def _is_in(aside: Aside, flow: Flow) -> bool:
    return flow.left <= (aside.left + aside.right) / 2 <= flow.right


def _with_tables(rows: list[Row], gutter: float | None, found: list[DrawnTable]) -> list[Flow | DrawnTable]:
    """The columns of a page, its tables between them."""
    out: list[Flow | DrawnTable] = []
    for table in found:
        above = [row for row in rows if row[0].baseline > table.top]
        out += [*bands(above, gutter), table]
        rows = rows[len(above) :]
    return [*out, *bands(rows, gutter)]
