"""Setting the lines of a page: each block is a line of its own, a row of a table is one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from policydiff.eid import CIRCLED, IN_ONE, ITEM_NUMBER
from policydiff.ingest import tables
from policydiff.ingest.content import Cell, Line, Run
from policydiff.ingest.side_by_side import side_by_side
from policydiff.ingest.web.blanks import Piece, collapsed
from policydiff.ingest.web.lists import LISTS, OpenList, integer
from policydiff.ingest.web.main_text import Block
from policydiff.model import HintKind

_LINE_END = re.compile(r"\r\n|[\n\r\f]")
_NUMBERED_ALREADY = re.compile(rf"\s*(?:[（(]?{ITEM_NUMBER}[）).．、]|第|Article\b|[{CIRCLED}{IN_ONE}])")
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none")
MOST_ELEMENTS = 200_000
DEEPEST = 2_000
_LONGEST_HEADING = 80
_INDENT = "   "
_MOST_COLUMNS = 1_000

_LEFT_OUT = frozenset(
    {"head", "script", "style", "noscript", "template", "iframe", "frameset", "noframes", "object", "embed", "applet",
    "audio", "video", "canvas", "svg"}
)  # fmt: skip
_BLOCKS = frozenset(
    {"html", "body", "address", "article", "aside", "blockquote", "button", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "legend", "li", "listing", "main", "menu", "nav", "ol", "option", "p",
    "plaintext", "pre", "search", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th",
    "thead", "tr", "ul", "xmp"}
)  # fmt: skip
_HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}
_PRE = frozenset({"pre", "listing", "plaintext", "xmp", "textarea"})
_KINDS: dict[str, HintKind] = {"rt": "comment", "rp": "comment"}


@dataclass(slots=True)
class _Open:
    """An element that is open, and what it changes for what is in it."""

    tag: str
    block: Block
    kind: HintKind | None
    linked: bool
    pre: bool


@dataclass(slots=True)
class _Row:
    """An open table row: the lines of its cells from `first` on become one if they are one row. Each cell is the place
    of its first line, its column and how many it spans. Cells of rows above may reach into columns: so many rows more
    from this one on."""

    first: int
    above: Mapping[int, int] = field(default_factory=dict)
    cells: list[tuple[int, int, int]] = field(default_factory=list)
    reaching: dict[int, int] = field(default_factory=dict)

    def add(self, place: int, span: int, height: int) -> None:
        """A cell begins, in the first column that is free."""
        column = sum(self.cells[-1][1:]) if self.cells else 0
        while column in self.above:
            column += 1
        span = min(max(1, span), _MOST_COLUMNS)
        self.cells.append((place, column, span))
        if height > 1:
            self.reaching.update(dict.fromkeys(range(column, column + span), height))

    def below(self) -> dict[int, int]:
        """The columns into which cells reach from here, and for how many rows."""
        return {column: rows - 1 for column, rows in {**self.above, **self.reaching}.items() if rows > 1}


@dataclass(slots=True)
class _Table:
    """An open table: its rows as they are read, whatever becomes of their lines, and the columns into which their cells
    reach from above."""

    first: int
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    reaching: Mapping[int, int] = field(default_factory=dict)


class TooMuchError(Exception):
    """A page beyond what is read; the message says in what."""


class Setter:
    """Is told of a page from its beginning to its end and sets its lines; `root` is the tree of its blocks, `named`
    what it calls itself, `generator` the program that made it, if it says so."""

    def __init__(self, path: Path, *, original: bool) -> None:
        self.lines: list[Line] = []
        self.root = Block(tag="html")
        self.named: list[str] = []
        self.generator = ""
        self._path = path
        self._original = original
        self._gone = frozenset({"ins"}) if original else frozenset({"del", "s", "strike"})
        self._elements = 0
        self._left_out = 0
        self._in_title = False
        self._open = [_Open(tag="html", block=self.root, kind=None, linked=False, pre=False)]
        self._runs: list[Piece] = []
        self._lists: list[OpenList] = []
        self._rows: list[_Row] = []
        self._tables: list[_Table] = []
        self._number = ""
        self._rank = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise TooMuchError(f"has more than {MOST_ELEMENTS} elements")
        if len(self._open) + self._left_out > DEEPEST:
            raise TooMuchError(f"is nested deeper than {DEEPEST} elements")
        self._name(tag, attributes)
        if self._left_out or tag in _LEFT_OUT:
            self._left_out += 1
        else:
            self._begin(tag, attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        self._in_title = False
        if self._left_out:
            self._left_out -= 1
        else:
            self._end(tag)

    def data(self, text: str) -> None:
        """Characters, a piece at a time."""
        if self._in_title:
            self.named[-1] += text
        elif not self._left_out:
            self._text(text)

    def close(self) -> None:
        """The page ends."""
        self._flush()
        for one in self._open:
            one.block.after = len(self.lines)

    def _name(self, tag: str, attributes: Mapping[str, str]) -> None:
        """What the page's head calls it, and which program made it."""
        if tag == "title":
            self._in_title = True
            self.named.append("")
        if tag == "meta" and attributes.get("name", "").lower() in ("articletitle", "title"):
            self.named.append(attributes.get("content", ""))
        if tag == "meta" and attributes.get("name", "").lower() == "generator":
            self.generator = attributes.get("content", "")

    # ---------------------------------------------------------------------------------- open and close

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        above = self._open[-1]
        style = attributes.get("style", "").lower()
        block = above.block
        if tag in _BLOCKS:
            self._flush()
            block = Block(tag=tag, first=len(self.lines))
            above.block.children.append(block)
            self._rank = _HEADINGS.get(tag, self._rank)
        hidden = "hidden" in attributes or (style and _HIDDEN.search(style))
        self._open.append(
            _Open(
                tag=tag,
                block=block,
                kind=above.kind or ("hidden" if hidden else "deleted" if tag in self._gone else _KINDS.get(tag)),
                linked=above.linked or (tag == "a" and "href" in attributes),
                pre=tag in _PRE or above.pre or "white-space:pre" in style.replace(" ", ""),
            )
        )
        match tag:
            case "a" if self._open[-1].linked:
                block.links += 1
            case "br":
                self._flush()
            case tag if tag in LISTS:
                self._lists.append(OpenList.of(tag, attributes, style))
            case "li" if self._lists:
                self._number = self._lists[-1].next(attributes) or self._number
            case "table":
                self._tables.append(_Table(first=len(self.lines)))
            case "tr":
                reaching = self._tables[-1].reaching if self._tables else {}
                self._rows.append(_Row(first=len(self.lines), above=reaching))
            case "td" | "th" if self._rows:
                span, height = (integer(attributes.get(name), 1) for name in ("colspan", "rowspan"))
                self._rows[-1].add(len(self.lines), span, height)

    def _end(self, tag: str) -> None:
        closed = self._open.pop()
        if tag not in _BLOCKS:
            return
        self._flush()
        self._number = "" if tag == "li" else self._number
        self._rank = 0 if tag in _HEADINGS else self._rank
        if tag in LISTS and self._lists:
            self._lists.pop()
        if tag == "tr" and self._rows:
            self._row(self._rows.pop(), closed.block)
        if tag == "table" and self._tables:
            self._table(self._tables.pop(), closed.block)
        closed.block.after = len(self.lines)

    def _row(self, row: _Row, block: Block) -> None:
        """The row's lines as one, if it is one (tables.py); a row without a cell has none to put together."""
        if self._tables:
            self._tables[-1].reaching = row.below()
        if not row.cells:
            return
        ends = [*(place for place, _, _ in row.cells[1:]), len(self.lines)]
        found = tuple(
            Cell(column=column, span=span, lines=tuple(self.lines[place:end]))
            for (place, column, span), end in zip(row.cells, ends, strict=True)
        )
        if self._tables:
            self._tables[-1].rows.append(found)
        made = tables.row_lines(found)
        if len(made) != 1 or row.cells[0][0] != row.first or len(self.lines) == row.first + 1:
            return
        if any(len(cell.lines) > 1 for cell in found) and any(below.links for below in block.walk()):
            return  # a bar of links beside the text of a page
        self.lines[row.first :] = [replace(made[0], rank=self.lines[row.first].rank)]
        block.take_all()

    def _table(self, table: _Table, block: Block) -> None:
        """Two texts that stand side by side, column by column."""
        beside = side_by_side(table.rows, self._path, original=self._original)
        if beside is not None:
            self.lines[table.first :] = [Line(runs=tuple(line.runs)) for line in beside]
            block.take_all()
            block.own = list(range(table.first, len(self.lines)))
            return
        alone = tables.lone_cells(table.rows)
        for at in range(table.first, len(self.lines)) if alone else ():
            self.lines[at] = alone.get(id(self.lines[at]), self.lines[at])

    # --------------------------------------------------------------------------------------- characters

    def _text(self, text: str) -> None:
        now = self._open[-1]
        if not now.pre:
            self._runs.append((text, now.kind, now.linked))
            return
        for at, piece in enumerate(_LINE_END.split(text)):
            if at:
                self._flush()
            self._runs.append((piece.replace(" ", "\xa0"), now.kind, now.linked))

    def _flush(self) -> None:
        """What has been gathered is a line of the innermost block, if there is anything to be seen in it."""
        gathered, self._runs = self._runs, []
        runs, linked = collapsed(gathered)
        length = sum(len(run.text) for run in runs)
        if not length or not any(run.text.strip() for run in runs):
            return
        if self._number and not _NUMBERED_ALREADY.match("".join(run.text for run in runs)):
            held = _INDENT * (len(self._lists) - 1)  # a list in a list, whose numbers may look alike
            runs.insert(0, Run(text=held + self._number))
        self._number = ""
        rank = self._rank if length <= _LONGEST_HEADING else 0
        self.lines.append(Line(runs=tuple(runs), rank=rank))
        block = self._open[-1].block
        block.own.append(len(self.lines) - 1)
        block.linked += linked
        block.characters += length
