"""Two texts that a table or the lines of a text set side by side: they are never read into one another.

    第一条 甲。   Article 1 A.    one column after the other, so that either language can be read
    第二条 乙。   Article 2 B.

    修订前       修订后           one column is read, the one that stands now (with `original` the one before); the
    第一条 甲。   第一条 丙。      other is residue
    第二条 乙。   同左

Two texts in one language whose columns do not say which is which are refused: nobody could tell which one to compare.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from policydiff.eid import GAP, INSERTED, ITEM_NUMERAL, ordinal
from policydiff.errors import ReadError
from policydiff.expressions import expression
from policydiff.ingest import language
from policydiff.ingest.content import Cell, Line, Rows, Run, merged

_ARTICLE = expression(rf"[\s（(]*(?:{ordinal('条', GAP)}|Article\s+\d)")
_POINT = expression(rf"\s*{ITEM_NUMERAL}、")
_NUMBER_ALONE = expression(rf"\s*(?:{ordinal('条', GAP)}(?:{INSERTED})?|Article\s+\d{{1,4}})\s*")
_CHANGE = "(?:修订|修改|修正|调整|变更)"
_BEFORE = expression(rf"原|现行|旧|{_CHANGE}[之以]?前|\b(?:before|current|old|original|existing)\b", re.IGNORECASE)
_AFTER = expression(
    rf"{_CHANGE}(?:[之以]?后|稿|草案|案|条文|内容|文本)?|新|草案|送审稿|征求意见稿"
    r"|\b(?:after|new|revised|amended|proposed|draft)\b",
    re.IGNORECASE,
)
_NOTES = expression(r"说明|备注|理由|依据|解释|\b(?:notes?|remarks?|reasons?|comments?)\b", re.IGNORECASE)
_THE_SAME = expression(
    r"[（(]?(?:同左|同上栏|同前|不变|未修改|未作修改|无修改|无变化|保持不变|same|unchanged)[）)]?[。.]?", re.IGNORECASE
)
_NOTHING = expression(r"[（(]?(?:删除|删去|删|取消|无|deleted|none)[）)]?[。.]?|[-—/]+", re.IGNORECASE)
_A_LANGUAGE = expression(
    r"(?:中文|英文|汉语|英语|原文|译文|Chinese|English)(?:文本|版本?| version| text)?", re.IGNORECASE
)
_FEWEST_ARTICLES, _FEWEST_POINTS = 2, 3
_COLUMNS = expression(r"[\t|]|(?<! ) {3,}")
_LONGEST_HEAD = 20


def side_by_side(rows: Rows, path: Path, *, original: bool) -> list[Line] | None:
    """The lines of a table that sets two texts side by side; None for any other table."""
    before, after, head = _named(rows)
    texts = _columns_with_provisions(rows, named=before is not None)
    if before is not None and after is not None and texts:
        read, other = (before, after) if original else (after, before)
        numbers = _numbers(rows, texts, (before, after))
        return list(_Change(rows=rows, read=read, other=other, head=head, numbers=numbers).lines())
    if len(texts) < 2:
        return None
    spoken = {column: language.detect(_text(rows, column)) for column in texts}
    if len({*spoken.values()}) < 2:
        names = "、".join(filter(None, (_heading(rows, column) for column in texts)))
        raise ReadError(
            en=f"{path}: a table sets several texts side by side{f' ({names})' if names else ''}. Save each column as "
            "a file of its own, or head the columns 修订前 and 修订后.",
            zh=f"{path}：表格中并排列有几个文本{f'（{names}）' if names else ''}。请将每一栏另存为一个文件，"
            "或者在表头注明“修订前”“修订后”。",
        )
    return [line for column in texts for line in _column(rows, column, first=column == texts[0])] + [
        _residue(line)
        for row in rows
        for cell in row
        if cell.span == 1 and cell.column not in texts
        for line in cell.lines
    ]


def refuse_interleaved(text: str, path: Path) -> None:
    """Refuse a text whose lines hold provisions of two texts side by side, as columns set in lines do."""
    if not ("\t" in text or "|" in text or "   " in text):
        return
    count = 0
    for line in text.splitlines():
        if "\t" in line or "|" in line or "   " in line:
            count += sum(_ARTICLE.match(cell) is not None for cell in _COLUMNS.split(line)) > 1
        if count >= _FEWEST_ARTICLES:
            raise ReadError(
                en=f"{path}: two texts stand side by side on the same lines. Save each as a file of its own, or the "
                "table as .docx.",
                zh=f"{path}：同一行并排列有两个文本。请将每个文本另存为一个文件，或者将表格存为 .docx。",
            )


# ------------------------------------------------------------------------------- before and after a change


def _named(rows: Rows) -> tuple[int | None, int | None, int]:
    """The columns headed as the text before and the text after a change, and the row where that stands."""
    for place, row in enumerate(rows[:3]):
        heads = {cell.column: cell.text for cell in row if cell.lines and len(cell.text) <= _LONGEST_HEAD}
        heads = {column: text for column, text in heads.items() if not _NOTES.search(text) and not _ARTICLE.match(text)}
        before = next((column for column, text in heads.items() if _BEFORE.search(text)), None)
        after = next((c for c, text in heads.items() if c != before and _AFTER.search(text)), None)
        if before is not None and after is not None:
            return before, after, place
    return None, None, -1


def _numbers(rows: Rows, texts: list[int], sides: tuple[int, int]) -> int | None:
    """The column that holds the articles' numbers alone, where the texts stand without them."""
    for column in texts:
        cells = [cell.text for row in rows for cell in row if cell.column == column and _ARTICLE.match(cell.text)]
        if column not in sides and cells and all(map(_NUMBER_ALONE.fullmatch, cells)):
            return column
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """A table of a text before and after a change: the column that is `read`, the `other`, the row that `head`s them,
    and the column that holds the `numbers` of articles alone, if one does."""

    rows: Rows
    read: int
    other: int
    head: int
    numbers: int | None

    def lines(self) -> Iterator[Line]:
        """The lines of the one column, what stands across all of them too; those of the others as residue, row by
        row."""
        for place, row in enumerate(self.rows):
            if place == self.head:
                yield from (_residue(line) for cell in row for line in cell.lines)
            else:
                yield from self._row({cell.column: cell for cell in row}, row)

    def _row(self, cells: dict[int, Cell], row: Sequence[Cell]) -> Iterator[Line]:
        for cell in row:
            is_own = cell.column == self.read
            is_read = is_own or cell.span > 1 or len(row) == 1
            if is_own and self.other in cells and _THE_SAME.fullmatch(cell.text):
                yield from _numbered(cells[self.other].lines, self._number(cells))
                yield from map(_residue, cell.lines)
            elif is_read and not _NOTHING.fullmatch(cell.text):
                yield from _numbered(cell.lines, self._number(cells) if is_own else None)
            elif not self._is_taken(cell, cells):
                yield from map(_residue, cell.lines)

    def _number(self, cells: dict[int, Cell]) -> Cell | None:
        return None if self.numbers is None else cells.get(self.numbers)

    def _is_taken(self, cell: Cell, cells: dict[int, Cell]) -> bool:
        """Whether a cell's words have been read in the place of the cell that refers to it, or before its text."""
        if self.read not in cells:
            return False
        read = cells[self.read]
        same = cell.column == self.other and _THE_SAME.fullmatch(read.text) is not None
        number = cell.column == self.numbers and bool(read.lines) and not _NOTHING.fullmatch(read.text)
        return same or number


def _numbered(found: tuple[Line, ...], number: Cell | None) -> Iterator[Line]:
    """The lines of a cell, behind the number that stands in a cell of its own."""
    if number is None or not number.lines or not found or _ARTICLE.match(found[0].text):
        yield from found
        return
    runs = [*number.lines[0].runs, Run(text=" "), *found[0].runs]
    yield replace(found[0], runs=merged(runs))
    yield from found[1:]


# ------------------------------------------------------------------------------------------- columns


def _columns_with_provisions(rows: Rows, *, named: bool) -> list[int]:
    """The columns in which provisions begin, from the left."""
    articles, points = Counter[int](), Counter[int]()
    for row in rows:
        for cell in row:
            if cell.span == 1:
                articles[cell.column] += sum(_ARTICLE.match(line.text) is not None for line in cell.lines)
                points[cell.column] += sum(_POINT.match(line.text) is not None for line in cell.lines)
    if named:
        return sorted(column for column in {*articles, *points} if articles[column] or points[column])
    found = sorted(column for column, count in articles.items() if count >= _FEWEST_ARTICLES)
    return found or sorted(column for column, count in points.items() if count >= _FEWEST_POINTS)


def _column(rows: Rows, column: int, *, first: bool) -> Iterator[Line]:
    """The lines of a column; what stands across columns goes with the first."""
    for row in rows:
        for cell in row:
            if cell.column == column and (cell.span == 1 or first):
                yield from map(_residue, cell.lines) if _A_LANGUAGE.fullmatch(cell.text) else cell.lines


def _text(rows: Rows, column: int) -> str:
    return "\n".join(cell.text for row in rows for cell in row if cell.column == column and cell.span == 1)


def _heading(rows: Rows, column: int) -> str:
    first = next((cell.text for row in rows[:1] for cell in row if cell.column == column), "")
    return first if len(first) <= _LONGEST_HEAD and not _ARTICLE.match(first) else ""


def _residue(line: Line) -> Line:
    return Line(runs=tuple(replace(run, kind=run.kind or "other-column") for run in line.runs))
