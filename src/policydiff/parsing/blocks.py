"""Lines → blocks: a block is one provision's worth of text, with the markers that stand before it.

Two things that printing has done are undone here. Provisions glued on one line are cut apart:

    第三条…是：  （一）…；  （二）…        ⇒  第三条…是：  |  （一）…；  |  （二）…

and a sentence broken over lines, blank lines or pages is put together:

    …由胡须办负责，在 ¶ ¶ 每年三月底以前报告…    ⇒  …由胡须办负责，在每年三月底以前报告…

A number begins a provision only where it counts on from what came before; otherwise it is cited and stays text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise, zip_longest

from policydiff.model import Language, Problem, Span
from policydiff.parsing.block import LONG_LINE, LONGEST_HEADING, PROSE, Block
from policydiff.parsing.counting import Counter
from policydiff.parsing.glued import NumberedLine, stops_before_cuts
from policydiff.parsing.indents import Indents
from policydiff.parsing.line import Line, full_line, has_ended, is_more_of_title, stretches
from policydiff.parsing.markers import (
    FEWEST_TITLES,
    LETTERED,
    Marker,
    dangles,
    is_cited,
    is_spaced,
    is_title,
    is_told_with_next,
    marker_at,
    marker_before_amount,
    may_number,
)
from policydiff.parsing.view import View

# What makes a word with the 一 after it: 统一、准确 broken over two lines begins no list.
_BEFORE_ONE = re.compile(r"[统唯同单之任某每逐专第]$")
_INTRODUCES_LIST = re.compile(r"[：:][ \xa0\u3000\t\0]*$")
_CANNOT_BEGIN = re.compile(r"[，。；、：！？）)”’』」》,;:!?＝＋÷]|[a-z]")
_FORMULA = re.compile("[^，。；]*[＝=][^，。；：]+")
_SAID_OF = re.compile(r"[^，。；：、《》（）\s\0]{1,12}：(?=.)")  # what a line says something of: 胡须：面部的毛发
_LONG_ITEM_HEADING = 20  # characters, in an article
_SHORT_LINE = 15  # characters of what may stand above a list or be a title, and is no sentence
_YEAR = re.compile(r"\d{4}年")
_PARTS_WORDS = re.compile(r"[、．](?!第)|\.(?!\d)")  # behind an article's number
_MOST_LEFT_OUT = 3  # numbers of articles that a text may leave out
_NUMBER_OF_SENTENCE = re.compile(r"\d|第[（(]")


def blocks(seen: View, lines: tuple[Line, ...]) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of some lines in reading order, and what is odd about their numbers."""
    reader = _Reader(seen.text, lines, seen.language)
    for at, (line, below) in enumerate(zip_longest(lines, lines[1:])):
        if line.number is None and reader.blocks and is_more_of_title(lines, at):
            reader.go_on(line)
        else:
            reader.read(line, below)
        reader.above = line
    return tuple(reader.blocks), tuple(reader.problems)


def _is_titled(line: Line, below: Line) -> bool:
    """Whether an article's number stands beside what may be its title, above words that no number begins."""
    number = line.marker
    if number is None or number.style.level != "article" or below.number is not None or below.row:
        return False
    words = line.text[number.end - line.start :].strip()
    begins_so = _NUMBER_OF_SENTENCE.match(below.text) is not None
    return is_title(words) and len(words) <= _SHORT_LINE and not dangles(words) and not begins_so


class _Reader:
    """Goes through the lines once and keeps the block that is still open."""

    def __init__(self, text: str, lines: Sequence[Line], language: Language) -> None:
        self.text = text
        self.lines = lines
        self.language = language
        self.counter = Counter()
        self.blocks: list[Block] = []
        self.problems: list[Problem] = []
        self.stops = stops_before_cuts(text, lines[0].start, lines[-1].end) if lines else []
        self.sets_close = False  # whether articles are set without a blank after the number
        self.indents = Indents(text, lines)
        self.above: Line | None = None  # the line that was read last
        self.below: Line | None = None  # the line below the one that is read

    def go_on(self, line: Line) -> None:
        """Take a line as more of the last block."""
        self._extend(self.blocks[-1], stretches(self.text, line.start, line.end), line)

    def read(self, line: Line, below: Line | None) -> None:
        """Take a line as what begins in it and as more of what is open; `below` is the next line."""
        self.numbered = NumberedLine.of(line, self.text, self.language)
        self.below = below
        first = below.marker if below is not None else None
        if first is not None and first.value == 1 and self._heads_list(line, first):
            self._add([], stretches(self.text, line.start, line.end), line)
            return
        at = line.start
        for cut, double in self.numbered.cuts(self.stops):
            if self._begins(at, cut, line, double=double):
                self._piece(at, cut, line)
                at = cut
        self._piece(at, line.end, line)

    def _heads_list(self, line: Line, first: Marker) -> bool:
        """Whether a short line without a number stands above the number one, which begins a list anew: 第二类 ¶ 1.长须.
        The end of a bracket or of a sentence is none."""
        if first.style.level is not None or len(line.text) >= _SHORT_LINE:
            return False
        if self.blocks and self.blocks[-1].is_unfinished():
            return False
        bare = self.numbered.number is None and not line.row
        return bare and self.counter.last(first.style) is not None and not PROSE.search(line.text)

    def _begins(self, start: int, cut: int, line: Line, *, double: bool) -> bool:
        """Whether a provision begins at a cut inside the line, given what [start, cut) sets first."""
        before = self._markers(start, cut)
        first = self._marker_at(cut, line.end, before)
        if line.row and (first is None or first.style.level is None):
            return False  # a cell is no provision
        if first is None or is_cited(first, self.text, line.end):
            return double
        if first.value == 1 and is_told_with_next(first, self.text, line.end):
            return double  # 一、二级文物
        if first.value == 1 and first.style.level is None and self.numbered.goes_on_in_sentence(first):
            return double  # its items would be cut here alone
        if first.value == 1 and _INTRODUCES_LIST.search(self.text, max(start, cut - _SHORT_LINE), cut):
            return True  # another list, though one of its style stands above it in the article
        counter = self.counter.after(before)
        if double or counter.continues(counter.read_as(first)) or self.numbered.is_glued_title(first):
            return True
        return self.numbered.is_counted_on(first, cut)

    def _piece(self, start: int, end: int, line: Line) -> None:
        """Take [start, end) as a block, or as more of the last one."""
        markers = self._markers(start, end)
        spans = stretches(self.text, markers[-1].end if markers else start, end)
        if markers:
            for place, marker in enumerate(markers):
                if problem := self.counter.oddity(marker):
                    self.problems.append(problem)
                self.counter.set(marker, nested=place > 0)
                if marker.style.level == "article":
                    self.sets_close = not is_spaced(marker, self.text, end)
            self._add(markers, spans, line, cut=start > line.start)
        elif spans:
            self._note_doubt(start, end, line)
            self._words(start, spans, line)

    def _markers(self, start: int, end: int) -> list[Marker]:
        """The markers that stand at `start`: one, or several directly after each other (1. 第八条)."""
        out: list[Marker] = []
        at = start
        while (marker := self._marker_at(at, end, out)) is not None:
            counter = self.counter.after(out) if out else self.counter
            marker = counter.read_as(marker)
            again = bool(out) and marker.style.name in [m.style.name for m in out]
            if again or not self._is_start(marker, end, counter, first=not out):
                break
            if marker.style.level == "article" and not out and _PARTS_WORDS.match(self.text, marker.end, end):
                marker = replace(marker, end=marker.end + 1)  # no word of the article begins with it
            out.append(marker)
            at = marker.end
        return out

    def _marker_at(self, at: int, end: int, behind: Sequence[Marker]) -> Marker | None:
        """The marker at a place behind others; the number before an amount where it counts on, or where the amount is
        a year."""
        known = self.numbered.is_known(at, end)
        if not known and not may_number(self.text, at, end):
            return None
        found = self.numbered.number if known else marker_at(self.text, at, end, self.language)
        if found is not None or self.language != "zh":
            return found
        before = marker_before_amount(self.text, at, end)
        if before is None or self._is_broken() or not self.counter.after(behind).continues(before):
            return None
        borne_out = before.value > 1 or _YEAR.match(self.text, before.end, end) or self._counts_below(before)
        return before if borne_out else None

    def _counts_below(self, before: Marker) -> bool:
        """Whether the next line begins with the next number and its sign: 1．1—苯基 ¶ 2．3，4—亚甲基."""
        number = f"{before.value + 1}{before.num[-1]}"
        if self.below is None or not self.below.text.startswith(number):
            return False
        return number.endswith("．") or not self.below.text[len(number) : len(number) + 1].isdecimal()

    def _is_start(self, marker: Marker, end: int, counter: Counter, *, first: bool) -> bool:
        """Whether the marker begins a provision and is no citation."""
        follows = counter.continues(marker)
        if first and marker.num.startswith("一") and self._is_broken() and _BEFORE_ONE.search(self.blocks[-1].tail):
            return False
        if marker.style.name in LETTERED and not self._is_letter_of_list(marker, follows=follows):
            return False
        if is_told_with_next(marker, self.text, end) and (not follows or marker.value == 1):
            return False
        if first and marker.style.level is not None and self._is_cited_on():
            return False
        if marker.style.level == "article" and follows:
            if self.language == "zh" and is_spaced(marker, self.text, end):
                return True
            if first and _PARTS_WORDS.match(self.text, marker.end, end) and self._is_broken():
                return False
            return not is_cited(marker, self.text, end)
        cited = is_cited(marker, self.text, end)
        if marker.style.level == "article":
            return not cited and self._begins_article(marker, end, first=first) and not (first and self._is_broken())
        if cited or (marker.style.level is not None and not self._is_titled(marker, end)):
            return False
        if follows or not first or not self._is_broken() or self._counts_through(marker):
            return True
        return marker.style.level is None and self._begins_list(marker, counter)

    def _is_letter_of_list(self, marker: Marker, *, follows: bool) -> bool:
        """Whether a letter numbers an item: the line's own does; one behind another number (1. a) 长须) where it counts
        on, and a list goes on with its second."""
        if self.numbered.number is not None and self.numbered.number.start == marker.start:
            return True
        return follows and (marker.value > 1 or marker.style.name in self.seconds)

    @cached_property
    def seconds(self) -> frozenset[str]:
        """The styles of the second numbers that lines begin with."""
        return frozenset(line.number.style.name for line in self.lines if line.number and line.number.value == 2)

    def _is_broken(self) -> bool:
        """Whether what stands above is a sentence that is open."""
        return bool(self.blocks) and self.blocks[-1].is_open()

    def _is_cited_on(self) -> bool:
        """Whether what stands above ends in the name of the rule, so that a place in it is cited next."""
        return bool(self.blocks) and self.blocks[-1].cites_on()

    def _is_titled(self, marker: Marker, end: int) -> bool:
        """Whether what follows the number of a division may be its title."""
        return is_spaced(marker, self.text, end) or is_title(self.text[marker.end : end])

    def _begins_article(self, marker: Marker, end: int, *, first: bool) -> bool:
        """Whether an article may begin though its number does not count on."""
        if is_spaced(marker, self.text, end) or self.sets_close or self.counter.article is None:
            return True
        return first and self._goes_ahead(marker)

    def _goes_ahead(self, marker: Marker) -> bool:
        """Whether an article's number that does not count on leaves only few out, below a sentence that has ended or
        the title of a chapter."""
        last, above = self.counter.article, self.blocks[-1] if self.blocks else None
        if last is None or above is None or not 0 < marker.value - last.value <= _MOST_LEFT_OUT:
            return False
        return has_ended(above.tail) or above.is_title()

    def _counts_through(self, marker: Marker) -> bool:
        """Whether a number that counts on over the points of a higher style stands below a blank line, so that not
        even words that seem open go on with it."""
        if not self.counter.counts_through(marker):
            return False
        above = self.text[self.blocks[-1].spans[-1].end : marker.start]
        return "\0" not in above and above.count("\n") > 1

    def _begins_list(self, marker: Marker, counter: Counter) -> bool:
        """Whether a number one begins a list anew: what stands above it is a short line and no part of a sentence."""
        above = self.blocks[-1]
        short = above.last < _SHORT_LINE and not above.is_unfinished()
        return marker.value == 1 and short and counter.last(marker.style) is not None

    def _note_doubt(self, start: int, end: int, line: Line) -> None:
        """Say where a line begins with an article's number that is read as cited, though nothing shows a citation."""
        if start != line.start or self.numbered.number is None:
            return
        marker = self.numbered.number_at(start, end)
        if marker is None or marker.style.level != "article" or is_cited(marker, self.text, end):
            return
        if not self.blocks or not self.blocks[-1].takes_words(full=self._full()):
            self.problems.append(Problem(span=Span(marker.start, marker.end), kind="cited", num=marker.num))

    def _words(self, start: int, spans: list[Span], line: Line) -> None:
        """Words without a marker: more of an open sentence, or a paragraph."""
        last = self.blocks[-1] if self.blocks else None
        apart = line.rank or line.listed or self._is_row(spans, line) or (last is not None and last.row)
        goes_on = self._goes_on(last, spans, line) or self._is_in_paragraph(line) if last and last.spans else False
        if last and start == line.start and not apart and goes_on:
            self._extend(last, spans, line)
            return
        self._add([], spans, line, cut=start > line.start)

    def _is_in_paragraph(self, line: Line) -> bool:
        """Whether a line stands in the paragraph of the one above by its indent."""
        return self.above is not None and self.indents.go_on(self.above, line)

    def _goes_on(self, last: Block, spans: list[Span], line: Line) -> bool:
        """Whether the words of a line go on with those above: they cannot begin a sentence, cite, or are awaited."""
        if _CANNOT_BEGIN.match(self.text, spans[0].start):
            return True
        if last.takes_words(full=self._full()):
            return not self._is_whole(last, spans, line)
        if self.numbered.number is not None and last.cites_on():
            return True
        return self._is_broken_article(last) and self._begins_with_number(spans[0].start)

    def _is_broken_article(self, last: Block) -> bool:
        """Whether the words beside an article's number are the first line of a sentence: no stop ends them, and the
        articles of the text have no titles."""
        is_article = bool(last.markers) and last.markers[-1].style.level == "article" and len(last.spans) == 1
        return is_article and not last.rank and not has_ended(last.tail) and not self.titled

    def _begins_with_number(self, start: int) -> bool:
        """Whether a number of the sentence stands at a place: a year, an amount, an article that is cited."""
        return self.numbered.number is not None or _NUMBER_OF_SENTENCE.match(self.text, start) is not None

    @cached_property
    def titled(self) -> bool:
        """Whether the articles of a text have titles beside their numbers: short words above a line without a number.

        `tree` asks again, and sees titles above points too; but whether lines belong together is asked before that.
        """
        if self.language == "en":
            return True
        return sum(_is_titled(line, below) for line, below in pairwise(self.lines)) >= FEWEST_TITLES

    def _is_whole(self, last: Block, spans: list[Span], line: Line) -> bool:
        """Whether the line above is whole though no stop ends it: a heading that had room for more, a formula, or one
        that says something of a name, as the words of the next do of another."""
        if last.is_unfinished() or 0 < self.width <= last.last:
            return False
        if self._is_long_heading(last, line):
            return True
        above = self.text[last.begin : last.spans[-1].end]
        if _FORMULA.fullmatch(above):
            return True
        return _SAID_OF.match(above) is not None and _SAID_OF.match(self.text, spans[0].start) is not None

    def _is_long_heading(self, last: Block, line: Line) -> bool:
        """Whether the line above is a point's heading: its words broke off though a line may go far beyond them."""
        if self.counter.article is not None or not last.markers or len(last.spans) > 1:
            return False
        style = last.markers[-1].style
        is_point = style.level is None and not style.is_bare()
        had_room = last.last <= LONGEST_HEADING and len(line.text) >= last.last + LONG_LINE
        return is_point and had_room and "\0" not in self.text[last.spans[-1].end : line.start]

    def _full(self) -> int:
        return self.full if self.counter.article is None else _LONG_ITEM_HEADING

    @cached_property
    def full(self) -> int:
        """The length of a line that goes on outside articles, though it ends in no comma."""
        return min(self.width or LONG_LINE, LONG_LINE)

    @cached_property
    def width(self) -> int:
        """The length of a line that had no room for more; 0 where the text was not broken into lines."""
        return full_line(self.lines)

    def _is_row(self, spans: list[Span], line: Line) -> bool:
        """Whether the words are cells: parted by bars, or by a tab that does not stand behind a number."""
        return line.row and ("\t" not in line.text or "\t" in self.text[spans[0].start : spans[-1].end])

    def _add(self, markers: list[Marker], spans: list[Span], line: Line, *, cut: bool = False) -> None:
        """A block of what begins in a line."""
        if not spans:
            self.blocks.append(Block(markers, [], line.rank, cut, self.text))
            return
        length = spans[-1].end - line.start
        is_row = line.row and self._is_row(spans, line)
        self.blocks.append(Block(markers, spans, line.rank, cut, self.text, spans[0].start, is_row, length, length))

    def _extend(self, block: Block, spans: list[Span], line: Line) -> None:
        """More words for a block, from a line or a piece of it."""
        if not spans:
            return
        block.row = block.row or self._is_row(spans, line)
        block.cut = block.cut and not block.spans
        block.spans += spans
        block.last = spans[-1].end - line.start
        block.longest = max(block.longest, block.last)
        block.begin = spans[0].start
