"""What stands in the margins of pages, and the notes at their feet: neither is a line of the text.

装   第一条 码头应当整洁①。        5  No person shall moor a ship
订   第二条 …                    6  without a permit.
线   ────
     ① 包括栈桥。
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from policydiff.eid import CIRCLED
from policydiff.ingest.content import Line, Run
from policydiff.ingest.layout.page import SAME_PLACE, Fragment, Page, Row, line_of, rows_of

_SHORTEST_LINE = 6  # characters; what is shorter shows no edge of the text
_FEWEST_PAGES = 2
_FEWEST_NUMBERS = 15
_MOST_HEADS = 4  # rows above and below the numbered ones
_WIDE = 0.5  # of a page
_STOPS = tuple("。；：！？.;:!?")
_SIGNS_OF_BINDING = "装订密封线"
_BINDING = re.compile(rf"[{_SIGNS_OF_BINDING}┊┆┇┋│|…·.○〇:：-]{{1,12}}")
_SMALL, _RAISED = 0.9, 0.8  # notes beside the text, and their numbers beside the notes
_FEWEST_ROWS = 3
_NOTE = re.compile(rf"\s*(?:[{CIRCLED}]|\[\d{{1,2}}\]|〔\d{{1,2}}〕|[*＊†])\s*\S")


def with_margins(pages: Sequence[Page]) -> list[Page]:
    """The pages, what stands in their margins marked as askew: where to bind them, in the same place of several, and
    the numbers of lines. Whatever else stands there may be the number of a provision or a cell."""
    margins = [_in_margins(page) for page in pages]
    bindings = [_binding(found) for found in margins]
    places = Counter(key for found in bindings for key in {_key(one) for one in found})
    numbers = [_line_numbers(page, found) for page, found in zip(pages, margins, strict=True)]
    has_numbers = sum(len(found) >= _FEWEST_NUMBERS for found in numbers) >= _FEWEST_PAGES
    beside = [
        [*(one for one in binding if places[_key(one)] >= _FEWEST_PAGES), *(counted if has_numbers else ())]
        for binding, counted in zip(bindings, numbers, strict=True)
    ]
    return [_with_askew(page, found) if found else page for page, found in zip(pages, beside, strict=True)]


def _in_margins(page: Page) -> list[Fragment]:
    """The words that stand left or right of all lines of a page."""
    lines = [one for one in page.fragments if not one.askew and len(one.text.strip()) >= _SHORTEST_LINE]
    if len(lines) < _FEWEST_ROWS:
        return []
    left, right = min(one.left for one in lines), max(one.right for one in lines)
    return [
        one
        for one in page.fragments
        if not one.askew and one.text.strip() and (one.right < left - SAME_PLACE or one.left > right + SAME_PLACE)
    ]


def _binding(found: Sequence[Fragment]) -> list[Fragment]:
    """The marks of where pages are bound or sealed, at least two different ones."""
    marks = [one for one in found if _BINDING.fullmatch("".join(one.text.split()))]
    signs = {char for one in marks for char in one.text if char in _SIGNS_OF_BINDING}
    return marks if len(signs) > 1 else []


def _key(one: Fragment) -> tuple[str, int, int]:
    return one.text.strip(), round(one.left / SAME_PLACE), round(one.baseline / SAME_PLACE)


def _line_numbers(page: Page, found: Sequence[Fragment]) -> list[Fragment]:
    """The numbers in the margin of a page that number its lines, from one on: each line from the first to the last has
    one, and they are lines of running text, not rows of a table or points of a list."""
    numbers = sorted((one for one in found if one.text.strip().isdecimal()), key=lambda one: -one.baseline)
    if len(numbers) < _FEWEST_ROWS or [int(one.text) for one in numbers] != list(range(1, len(numbers) + 1)):
        return []
    known = {id(one) for one in numbers}
    rows = rows_of([one for one in page.fragments if not one.askew])
    numbered = [at for at, row in enumerate(rows) if any(id(one) in known for one in row)]
    lines = [[one for one in row if id(one) not in known] for row in rows[numbered[0] : numbered[-1] + 1]]
    beside = numbered[0] + len(rows) - numbered[-1] - 1
    if not len(lines) == len(numbered) == len(numbers) or beside > _MOST_HEADS:
        return []
    return numbers if 2 * sum(_runs_on(line, page.width) for line in lines) > len(lines) else []


def _runs_on(line: Sequence[Fragment], width: float) -> bool:
    """Whether a line is one of running text: wide, and the sentence goes on."""
    if not line or line[-1].right - line[0].left < width * _WIDE:
        return False
    return not line[-1].text.rstrip().endswith(_STOPS)


def _with_askew(page: Page, askew: Sequence[Fragment]) -> Page:
    beside = {id(one) for one in askew}
    fragments = tuple(replace(one, askew=True) if id(one) in beside else one for one in page.fragments)
    return replace(page, fragments=fragments)


def rows_of_notes(rows: Sequence[Row]) -> int:
    """How many rows at the foot of a page are notes: smaller than the text, the first with a mark."""
    sizes = [max(one.height for one in row) for row in rows]
    if len(rows) <= _FEWEST_ROWS:
        return 0
    usual = statistics.median_high(sizes)
    first = len(rows)
    while first > 0 and sizes[first - 1] < _SMALL * usual:
        first -= 1
    begins = next((at for at in range(max(first, _FEWEST_ROWS), len(rows)) if _begins_note(rows[at])), len(rows))
    return len(rows) - begins


def _begins_note(row: Row) -> bool:
    """Whether a row begins with the mark of a note: a sign of its own, or a raised number."""
    raised = row[0].text.strip().isdecimal() and row[0].height < _RAISED * max(one.height for one in row)
    return raised or _NOTE.match(line_of(row).text) is not None


def as_note(row: Row) -> Line:
    return Line(runs=(Run(text=line_of(row).text.strip(), kind="footnote"),))
