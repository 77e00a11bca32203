"""A block: one provision's worth of text, with the markers that stand before it, and how its words end.

…由胡须办负责，在       open: whatever follows goes on with it
第二章 修剪             a title: nothing goes on with it
…违反本法              cites on: 第二章 in the next line is a place that is cited
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from policydiff.eid import ordinal
from policydiff.expressions import expression
from policydiff.model import Span
from policydiff.parsing.line import Line, has_ended
from policydiff.parsing.markers import Marker, dangles, is_division
from policydiff.titles import KINDS

PROSE = re.compile("[，。；：,;]")
# Something is said, named or put in brackets, and the end of it is still to come.
_UNCLOSED = re.compile(r"“[^”]+$|「[^」]*$|《[^》]*$|[（(][^）)]*$")
_RECKONS = re.compile("(?:[＝＋÷]|(?<!×)×)$")
_DIVISIONS = "编章节条款项"
# What names the rule itself, or a place in it, and is followed by a place that is cited: 违反本法 ¶ 第二章有关规定.
_CITES_ON = expression(rf"(?<![日基根资版原文])本(?:{KINDS})(?:{ordinal(_DIVISIONS)}){{0,3}}$")
# What leads on to a place that is cited: registered under ¶ Subpart B. The end of an item (…; and) does not.
_LEADS_ON = (" under", " of", " in", " and", " or", " by", " to", " with", " from", " per", " than", " the", " this")
_MAY_CITE_ON = tuple({*_DIVISIONS, *(kind[-1] for kind in KINDS.split("|"))}) + _LEADS_ON  # how such words end
_ITEM_ENDS = re.compile(r"[,;] (?:and|or)$")
# Of a line that no stop ends, in characters: so long a one breaks off in a sentence; a shorter one than this behind an
# item's number may be its heading; the longest heading; so long a one behind an article's number is none.
LONG_HEADING, LONG_LINE = 40, 30
LONGEST_HEADING = 60
_LONG_ARTICLE_HEADING = 15
_TAIL = 200  # of a block's words, which tell whether a sentence is open


@dataclass(slots=True)
class Block:
    """Markers, then the places of the words that follow them, in the source. `rank` as in `Line`; `row` where the
    words are the cells of a table's row.

    A block grows while lines are read, and is left as it is from then on. Until then `last` is the length of its last
    line, `longest` that of its longest, and `begin` where the words of the last stand in `text`; `cut` is where it has
    one line alone, whose first words are those of another provision.
    """

    markers: list[Marker]
    spans: list[Span]
    rank: int
    cut: bool
    text: str
    begin: int = 0
    row: bool = False
    longest: int = 0
    last: int = 0

    @property
    def tail(self) -> str:
        """How the words of the last line end."""
        if not self.spans:
            return ""
        end = self.spans[-1].end
        return self.text[max(end - _TAIL, self.begin) : end].removesuffix("\n")

    def is_open(self) -> bool:
        """Whether the words surely end in mid sentence, so that even a number in the next line may go on with them.

        A short numbered line without a stop is a heading and no open sentence, but one with a comma behind a bare
        number, which may be none.
        """
        return self._may_go_on() and self._breaks_off()

    def _may_go_on(self) -> bool:
        """Whether there are words, set neither as a heading nor as cells, and no stop behind them."""
        return bool(self.spans) and not self.rank and not self.row and not has_ended(self.tail)

    def _breaks_off(self) -> bool:
        """Whether words that no stop ends surely end in mid sentence."""
        if self.longest >= LONG_HEADING or self.is_unfinished():
            return True
        if self.markers and self.longest < LONG_LINE:
            style = self.markers[-1].style
            if style.level is None and not style.is_bare():
                return False
        return PROSE.search(self.tail) is not None

    def takes_words(self, *, full: int) -> bool:
        """Whether a line without a number goes on with the words; `full` is the length of what is no item's heading.

        Headings of articles and of items in them are short; those of points 一、 and （一） in a text without articles
        may fill a line. No heading begins behind other words of its line.
        """
        if not self._may_go_on():
            return False
        if self._breaks_off():
            return True
        if self.cut and not self.is_title():
            return True
        if self.markers and self.markers[-1].style.level == "article":
            return self.longest >= _LONG_ARTICLE_HEADING
        return self.longest >= full

    def is_unfinished(self) -> bool:
        """Whether the words end in what something must follow: a word or sign that leads on, or what is named or in
        brackets and not closed."""
        return dangles(self.tail) or is_unclosed(self.tail) or _RECKONS.search(self.tail) is not None

    def is_title(self) -> bool:
        """Whether the words are the title of a chapter or another division."""
        return bool(self.markers) and is_division(self.markers[-1])

    def cites_on(self) -> bool:
        """Whether the words end in the name of the rule itself, or lead on, so that a place in it is cited next."""
        if not self.spans or self.row or self.is_title():
            return False
        if not self.text.endswith(_MAY_CITE_ON, self.begin, self.spans[-1].end):
            return False
        if self.tail.endswith(_LEADS_ON):
            return _ITEM_ENDS.search(self.tail) is None
        return _CITES_ON.search(self.tail) is not None


def is_unclosed(words: str) -> bool:
    """Whether something is said, named or put in brackets, and not closed."""
    return _UNCLOSED.search(words) is not None


def is_open_line(line: Line, text: str, number: Marker | None) -> bool:
    """Whether a line alone ends in mid sentence, as `Block.is_open`; `number` is what it begins with."""
    start = number.end if number is not None else line.start
    if start >= line.end:
        return False
    length = line.end - line.start
    markers, words = [number] if number is not None else [], [Span(start, line.end)]
    return Block(markers, words, line.rank, False, text, start, line.row, length, length).is_open()
