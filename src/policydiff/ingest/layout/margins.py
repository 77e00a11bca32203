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
from policydiff.ingest.layout.page import SAME_PLACE, Fragment, Page, Row, line_of

_SHORTEST_LINE = 6  # characters; what is shorter shows no edge of the text
_FEWEST_PAGES = 2
_FEWEST_NUMBERS = 5
_SMALL, _RAISED = 0.9, 0.8  # notes beside the text, and their numbers beside the notes
_FEWEST_ROWS = 3
_NOTE = re.compile(rf"\s*(?:[{CIRCLED}]|\[\d{{1,2}}\]|〔\d{{1,2}}〕|[*＊†])\s*\S")


def with_margins(pages: Sequence[Page]) -> list[Page]:
    """The pages, what stands in their margins marked as askew: words in the same place of several pages, and the
    numbers of lines."""
    margins = [_in_margins(page) for page in pages]
    places = Counter(key for found in margins for key in {_key(one) for one in found})
    has_numbers = sum(map(_counts, margins)) >= _FEWEST_PAGES

    def is_beside(one: Fragment) -> bool:
        return places[_key(one)] >= _FEWEST_PAGES or (has_numbers and one.text.strip().isdecimal())

    return [
        _with_askew(page, list(filter(is_beside, found))) if found else page
        for page, found in zip(pages, margins, strict=True)
    ]


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


def _key(one: Fragment) -> tuple[str, int, int]:
    return one.text.strip(), round(one.left / SAME_PLACE), round(one.baseline / SAME_PLACE)


def _counts(found: Sequence[Fragment]) -> bool:
    """Whether the margin of a page numbers its lines, from one on."""
    ordered = sorted(found, key=lambda one: -one.baseline)
    numbers = [int(one.text) for one in ordered if one.text.strip().isdecimal()]
    return len(numbers) >= _FEWEST_NUMBERS and numbers == list(range(1, len(numbers) + 1))


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
