"""The comparison table as an Excel file: to be filtered and worked on; its findings and a summary beside it.

Of one base and several targets there is a first sheet of all of them: each provision of the base with what every
target made of it. The same comparisons on the same date give the same bytes.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

import xlsxwriter

from policydiff.model import Comparison, Lack, Language
from policydiff.report.notes import Note
from policydiff.report.sheets import A3, A4, AS_STRINGS, Book, Cell, Fragment, Sheet, fragments
from policydiff.report.side_by_side import SideBySide, Standing, Version, side_by_side
from policydiff.report.table import Flag, Passage, Table, TableLine
from policydiff.report.terminal import visible
from policydiff.report.writer import Dates, table
from policydiff.wording import AND, COLON, ROLES

_TABLE_WIDTHS = (7, 14, 44, 14, 44, 10, 10, 13, 56)
_FINDING_WIDTHS = (10, 12, 18, 18, 34, 34, 56, 18, 26)
_NAME_WIDTH, _ALONE_WIDTH, _BESIDE_WIDTH = 26, 90, 45
_RULE_WIDTH = 30
_BASE_WIDTHS, _VERSION_WIDTHS = (6, 13, 40, 9), (9, 38, 40)
_TABLE_HEADS = ("number", "base-place", "base", "target-place", "target", "kind", "shape", "finding-kinds", "notes")
_FINDING_HEADS = (
    *("row", "finding", "base-place", "target-place"),
    *("base-words", "target-words", "says", "rule", "review"),
)
_A4_HOLDS = 2  # versions, beyond which the sheet of all is printed on A3


def render(
    comparison: Comparison,
    *others: Comparison,
    ui: Language,
    date: datetime.date,
    lacks: Sequence[Lack],
    dates: Sequence[Dates] = (),
) -> bytes:
    """The comparison as an .xlsx file in the language of the interface; with `others` of the same base, all of them.
    `lacks` and `dates` are those of `table`, for each."""
    comparisons = (comparison, *others)
    told = zip(comparisons, lacks, dates or [("", "")] * len(comparisons), strict=True)
    tables = [table(one, ui=ui, date=date, lack=lack, dates=both) for one, lack, both in told]
    first = _together(tables)
    file = io.BytesIO()
    made = xlsxwriter.Workbook(file, AS_STRINGS)
    made.set_properties({"title": first.word("title"), "created": datetime.datetime.combine(date, datetime.time())})
    book = Book(made, ui)
    if others:
        _versions(book, side_by_side(comparisons, lacks, ui=ui), first)
    for number, one in enumerate(tables, 1):
        _rows(book.sheet(f"{number} {one.target_title}" if others else one.word("title"), _TABLE_WIDTHS), one)
    _findings(book, tables)
    _summary(book, tables, comparisons)
    made.close()
    return file.getvalue()


def _together(tables: Sequence[Table]) -> Table:
    """The first table, for what is said of all: a side that is not the same in each is a text and no more."""
    first, *others = tables
    known = {
        side: words if all(one.roles[side] == words for one in others) else ROLES["unrelated"][side]
        for side, words in first.roles.items()
    }
    return replace(first, roles=known)


# --------------------------------------------------------------------------------------- all versions


def _versions(book: Book, all_: SideBySide, words: Table) -> None:
    """What every target made of each provision; how many left it out can be filtered."""
    paper = A4 if len(all_.targets) <= _A4_HOLDS else A3
    sheet = book.sheet(words.word("versions"), (*_BASE_WIDTHS, *_VERSION_WIDTHS * len(all_.targets)), paper=paper)
    own = [words.word(key) for key in ("number", "base-place", "base", "left-out")]
    of_each = [words.word(key) for key in ("kind", "words", "notes")]
    above = [(words.base_title, len(own)), *((target, len(of_each)) for target in all_.targets)]
    sheet.head([*own, *of_each * len(all_.targets)], stays=3, above=above)
    for number, row in enumerate(all_.rows, 1):
        sheet.row(number, *_standing(row, words))
    sheet.filtered()


def _standing(row: Standing, words: Table) -> Iterator[Cell]:
    yield row.place
    yield row.text or words.word("absent")
    yield row.omitted if row.place else ""
    for version in row.versions:
        yield from _version(version, words)


def _version(version: Version, words: Table) -> Iterator[Cell]:
    yield version.kind
    place = [("strong", f"{version.place}  ")] if version.place else []
    yield words.word("absent") if version.status == "omitted" else [*place, *fragments(version.runs)]
    yield _notes(version.notes, words)


# -------------------------------------------------------------------------------------- one by one


def _rows(sheet: Sheet, made: Table) -> None:
    sheet.head([made.word(key) for key in _TABLE_HEADS])
    for line in made.lines:
        _row(sheet, line, made)
    sheet.filtered()


def _row(sheet: Sheet, line: TableLine, made: Table) -> None:
    comma = AND[made.ui]
    sheet.row(
        line.numbers or line.number,
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
    parts: list[Fragment] = []
    for place, passage in enumerate(passages):
        if len(passages) > 1:
            between = "\n" if place else ""
            parts.append(("strong", f"{between}{passage.label} "))
        parts += fragments(passage.runs)
    return parts


def _notes(notes: Sequence[Note], made: Table) -> str:
    return "\n".join(f"{note.head}{COLON[made.ui]}{note.words}" for note in notes)


# ------------------------------------------------------------------------------ findings and summary


def _findings(book: Book, tables: Sequence[Table]) -> None:
    """Every finding, one a row; of several targets, in which of them."""
    several = len(tables) > 1
    words = _together(tables)
    sheet = book.sheet(words.word("findings"), (*((_RULE_WIDTH,) if several else ()), *_FINDING_WIDTHS))
    sheet.head([words.word(key) for key in ((("target-title",) if several else ()) + _FINDING_HEADS)])
    for made in tables:
        for flag in made.flags:
            sheet.row(*((made.target_title,) if several else ()), *_flag(flag, made))
    sheet.filtered()


def _flag(flag: Flag, made: Table) -> tuple[Cell, ...]:
    row = made.word("whole") if flag.number is None else flag.number
    places = (flag.base_place, flag.target_place, flag.base, flag.target)
    return row, flag.kind, *places, flag.says, flag.rule, flag.review


def _summary(book: Book, tables: Sequence[Table], comparisons: Sequence[Comparison]) -> None:
    """What was compared and how it fared, each target in a column of its own."""
    first, base = _together(tables), comparisons[0].base
    others = [""] * (len(tables) - 1)
    wide = _BESIDE_WIDTH if others else _ALONE_WIDTH
    sheet = book.sheet(first.word("summary"), (_NAME_WIDTH, *[wide] * len(tables)))
    name, of_rule = first.names
    sheet.row([("strong", first.word("title"))], "", *others)
    sheet.row(first.word("date"), first.dated, *others)
    sheet.row(name, first.base_title, *others)
    sheet.row(f"{name} {first.word('dated')}", first.dates[0], *others)
    sheet.row(f"{name} {first.word('file')}", visible(base.source.origin), *others)
    sheet.row(f"{name} {first.word('digest')}", base.source.sha256, *others)
    targets = [comparison.target.source for comparison in comparisons]
    name = of_rule
    sheet.row(name, *(made.target_title for made in tables))
    sheet.row(f"{name} {first.word('dated')}", *(made.dates[1] for made in tables))
    sheet.row(f"{name} {first.word('file')}", *(visible(source.origin) for source in targets))
    sheet.row(f"{name} {first.word('digest')}", *(source.sha256 for source in targets))
    if any(made.notices for made in tables):
        sheet.row(first.word("notice"), *("\n".join(made.notices) for made in tables))
    for said, counts in _counted(tables):
        sheet.row(said, *counts)
    sheet.row(first.word("marks"), fragments(first.key), *others)
    if any(made.legend for made in tables):
        sheet.row(first.word("terms"), *(made.legend for made in tables))


def _counted(tables: Sequence[Table]) -> Iterator[tuple[str, list[int]]]:
    """What is counted, and how often it is in each table."""
    first = tables[0]
    yield first.word("rows"), [made.rows for made in tables]
    for alike in zip(*(made.counts for made in tables), strict=True):
        for name in dict.fromkeys(name for name, _ in alike):
            yield name, [count if own == name else 0 for own, count in alike]
    yield first.word("found-of"), [made.to_check for made in tables]
    for kind in dict.fromkeys(kind for made in tables for kind, _ in made.finding_counts):
        counts = [dict(made.finding_counts).get(kind, 0) for made in tables]
        yield f"{first.word('found')}{COLON[first.ui]}{kind}", counts
