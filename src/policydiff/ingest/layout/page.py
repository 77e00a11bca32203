"""Fragments on a page → rows, and a row as one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from policydiff.eid import CIRCLED, IN_ONE, INSERTED, ITEM_NUMBER, ordinal
from policydiff.ingest.ruled import Rule
from policydiff.text import is_chinese

SAME_PLACE = 4.0  # points
# Other places are measured in heights of a character.
_SAME_ROW = 0.5
_APART = 1.0  # a wider gap parts cells of a row
_BLANK = {0: 0.15, 1: 0.6, 2: 0.7}  # a gap this wide is a blank, by how many of its two sides are Chinese
_NUMBER = (
    rf"(?:{ordinal('编章节条')}(?:{INSERTED})?"
    rf"|[（(]?(?:{ITEM_NUMBER}|[A-Za-z]{{1,4}})[）).．、]|[{CIRCLED}{IN_ONE}]"
    r"|(?:Part|Chapter|Section|Article) [\dIVXLC]{1,5}[.:]?)"
)
NUMBER_ALONE = re.compile(_NUMBER)
BEGINS_ANEW = re.compile(rf"{_NUMBER}\s")
_FEWEST_GAPS, _ALIKE = 3, 1.15
_NO_CELL = re.compile("[，。；、：！？）”’」』》〉】〕]")
_WORDS = re.compile("[a-z]{2}")
_HYPHEN = re.compile(r"(?<=[A-Za-z]{2})-$")
_LONGEST_WORD = 200
# Where a word ends in a mark that holds its parts together (Wi-, and/, https://www.), or one goes on with such (.org).
_IS_CUT = re.compile(r"(?:[A-Za-z\d][-/]|(?:://|www\.)[!-~]{0,200}[./_=&?-])$")
_GOES_ON = re.compile(r"[./][A-Za-z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A run of characters on one baseline; places in points, the baseline counted from below.

    Of a whole row, `cells` are the places where words begin that stand apart; `in_table` is one that goes on with a
    cell of the row above; `goes_on` one that goes on with what stands before it in its row, however far that is.
    """

    text: str
    left: float
    right: float
    baseline: float
    height: float
    askew: bool = False
    cells: tuple[float, ...] = ()
    in_table: bool = False
    goes_on: bool = False


Row = tuple[Fragment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, the fragments on it and the rules that are drawn on it."""

    width: float
    height: float
    fragments: tuple[Fragment, ...]
    across: tuple[Rule, ...] = ()
    upright: tuple[Rule, ...] = ()


def rows_of(fragments: Sequence[Fragment]) -> list[Row]:
    """The fragments that stand on one baseline together, from above and from the left; of blanks alone none is left."""
    rows: list[list[Fragment]] = []
    for fragment in sorted((one for one in fragments if one.text.strip()), key=lambda one: -one.baseline):
        row = rows[-1] if rows else None
        if row and abs(row[0].baseline - fragment.baseline) <= _SAME_ROW * min(row[0].height, fragment.height):
            row.append(fragment)
        else:
            rows.append([fragment])
    return [tuple(sorted(row, key=lambda one: one.left)) for row in rows]


def line_of(row: Row) -> Fragment:
    """A row as one line: neighbours put together, a tab between those that stand apart (not after a number)."""
    parts = [row[0].text]
    cells = [row[0].left]
    end = row[0].right
    is_spread = _is_spread(row)
    for last, fragment in pairwise(row):
        gap = 0.0 if fragment.goes_on else (fragment.left - end) / max(last.height, fragment.height, 0.1)
        before, after = last.text.rstrip(), fragment.text.lstrip()
        sides = _wide_sides(before, after)
        is_apart = gap > _BLANK[sides] and not (is_spread and sides)
        blank = last.text != before or fragment.text != after or is_apart
        is_number = last is row[0] and NUMBER_ALONE.fullmatch(before.strip())
        parts[-1] = parts[-1].rstrip()
        is_cell = gap > _APART and not is_number and not is_spread
        parts += ["\t" if is_cell else " " if blank else "", after]
        cells += [fragment.left] if is_cell else []
        end = max(end, fragment.right)
    widest = max(row, key=lambda one: one.right - one.left)
    return replace(widest, text="".join(parts), left=row[0].left, right=end, cells=tuple(cells) if cells[1:] else ())


def _is_spread(row: Row) -> bool:
    """Whether words are spread over a line: a stop stands apart as no cell does, or all gaps are alike."""
    if any(_NO_CELL.match(one.text.lstrip()) for one in row[1:]):
        return True
    gaps = [fragment.left - last.right for last, fragment in pairwise(row)]
    if len(gaps) < _FEWEST_GAPS or max(gaps) > _ALIKE * min(gaps):
        return False
    return 2 * sum(_WORDS.search(one.text) is not None for one in row) > len(row)


def _wide_sides(before: str, after: str) -> int:
    return sum(is_wide(char) for char in (before[-1:], after[:1]))


def is_wide(char: str) -> bool:
    """Whether a character is set on the full square: nothing parts it from its neighbours."""
    if not char:
        return False
    return is_chinese(char) or "\u3000" <= char <= "\u303f" or "\uff00" <= char <= "\uffef" or char in "“”‘’…—·"


def as_before(words: str, after: str) -> str:
    """A line as it stands before the next: Chinese lines carry no blank between them, English ones do."""
    if is_wide(words[-1:]) or is_wide(after[:1]):
        return words
    if _HYPHEN.search(words) and after[:1].islower():
        return words[:-1]
    is_cut = _IS_CUT.search(words[-_LONGEST_WORD:]) and after[:1].isalnum()
    return words if is_cut or _GOES_ON.match(after) else f"{words} "
