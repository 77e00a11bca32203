"""Paragraphs that a text of broken lines tells by indents:

第二条 须匠应当自开业之日起三十日内备案。
逾期未备案的，由胡须局责令改正。              a line without an indent below a full one goes on with it,
须匠应当每年报告。                     though a sentence ends there; one with an indent does not
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from policydiff.parsing.line import Line, ends_in_stop

_INDENTS = "\u3000 \t\xa0"
_LEAST_INDENT = 2  # in half characters
_WIDEST_INDENT = 100
_FEWEST, _MOST = 3, 0.9  # lines that bear it out
_UNEVEN = 6  # half characters by which a line with no room for more may be shorter than the widest


class Indents:
    """The indents of a text's lines, and whether they tell its paragraphs."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.text = text
        self.full = self._full(lines)

    def _full(self, lines: Sequence[Line]) -> int:
        """How wide a line with no room for more is at the least, in half characters; 0 where indents tell nothing:
        where the numbered lines have none, or no line without one goes on with the sentence above it."""
        numbered = [line for line in lines if line.marker is not None]
        if len(numbered) < _FEWEST or sum(map(self._is_indented, numbered)) < _MOST * len(numbered):
            return 0
        pairs = [(above, line) for above, line in pairwise(lines) if self._is_below(above, line)]
        broken = [above for above, line in pairs if not self._is_indented(line) and not ends_in_stop(above.text)]
        if len(broken) < _FEWEST:
            return 0
        least = max(map(self._width, broken)) - _UNEVEN
        return least if sum(self._width(line) >= least for line in broken) >= _MOST * len(broken) else 0

    def go_on(self, above: Line, line: Line) -> bool:
        """Whether a line goes on with the paragraph of the one above, by its indent alone."""
        if not self.full or self._width(above) < self.full or self._is_indented(line):
            return False
        return line.number is None and not (line.rank or line.row or line.listed) and self._is_below(above, line)

    def _is_below(self, above: Line, line: Line) -> bool:
        """Whether nothing stands between two lines but what is masked: the mark of a page, its head."""
        between = self.text[above.end : line.start].split("\n")
        return len(between) > 1 and all("\0" in one for one in between[1:-1])

    def _indent(self, line: Line) -> str:
        before = self.text[max(0, line.start - _WIDEST_INDENT) : line.start]
        return before[before.rfind("\n") + 1 :]

    def _is_indented(self, line: Line) -> bool:
        indent = self._indent(line)
        return not indent.strip(_INDENTS) and _wide(indent) >= _LEAST_INDENT

    def _width(self, line: Line) -> int:
        return _wide(self._indent(line) + line.text)


def _wide(words: str) -> int:
    """How wide words are in half characters; a tab is one of them."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in words)
