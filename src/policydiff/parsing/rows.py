"""Rows of tables that plain text sets: cells parted by blanks, line below line, or by bars.

胡须种类    长度    费用
络腮胡须    三寸    十元
"""

from __future__ import annotations

import re
from dataclasses import replace

from policydiff.expressions import expression
from policydiff.parsing.line import LEAST_BROKEN, Line

_STOP = re.compile("[，。；：！？,;:!?“”《》〈〉]")
_SAYS = expression(r"[\u3400-\u9fff〇\d%％]")
_DIGIT, _ANNEX = re.compile(r"\d"), re.compile(r"附\s?[件录表图]")
# Of a line that blanks part into cells, in characters: a longer one, or one of more cells, is running text.
LONGEST_CELL, _LONGEST_ROW = 15, 80
_MOST_CELLS = 12


def with_rows(lines: list[Line]) -> list[Line]:
    """The lines, those marked as rows whose cells are parted by blanks: two or more that stand below each other. A row
    that is broken over two lines is put together."""
    spaced = [line.marker is None and _is_spaced_row(line) for line in lines]
    if sum(spaced) < 2:
        return lines
    lines, spaced = _with_whole_rows(lines, spaced)
    beside = [above or below for above, below in zip([False, *spaced], [*spaced[1:], False], strict=False)]
    return [
        replace(line, row=True) if is_row and has_another else line
        for line, is_row, has_another in zip(lines, spaced, beside, strict=True)
    ]


def _with_whole_rows(lines: list[Line], spaced: list[bool]) -> tuple[list[Line], list[bool]]:
    """The lines with the broken rows put together, and which of them are rows, as `spaced` says of those given."""
    out: list[Line] = []
    rows: list[bool] = []
    for line, is_row in zip(lines, spaced, strict=True):
        if is_row and len(out) >= 2 and rows[-2] and _may_break_off(out[-1]):
            out[-1] = out[-1].with_words(out[-1].start, line.end, out[-1].text + line.text, "zh")
            rows[-1] = _is_spaced_row(out[-1])
        else:
            out.append(line)
            rows.append(is_row)
    return out, rows


def _may_break_off(line: Line) -> bool:
    """Whether a line may be the first of a row that is broken: as long as lines are, of one cell and without a stop."""
    words = line.text
    whole = line.row or line.rank or line.marker or _STOP.search(words) or len(words.split()) > 1
    return not whole and len(words) >= LEAST_BROKEN


def _is_spaced_row(line: Line) -> bool:
    """Whether a short line without any stop holds words parted by blanks, as running Chinese does not, and is no mark
    of an annex (附件 2). A long cell with no number beside it is running text that a blank has got into."""
    if line.marker or line.row or line.rank or len(line.text) > _LONGEST_ROW:
        return False
    cells = line.text.split()
    if not 2 <= len(cells) <= _MOST_CELLS or _STOP.search(line.text) or _ANNEX.match(cells[0]):
        return False
    if len(max(cells, key=len)) > LONGEST_CELL and not _DIGIT.search(line.text):
        return False
    return all(map(_SAYS.search, cells))


def is_barred(text: str, printed: str) -> bool:
    """Whether bars part the cells of a line: the format has masked them, or the line begins and ends with one."""
    if "|" not in printed:
        return False
    return any(char == "|" and seen == "\0" for char, seen in zip(printed, text, strict=True)) or (
        text.startswith("|") and text.endswith("|") and len(text) > 1
    )
