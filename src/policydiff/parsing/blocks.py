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
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import zip_longest

from policydiff.eid import IN_ONE, ITEM_NUMBER, ITEM_NUMERAL, NUMERALS, ordinal
from policydiff.model import Language, Problem, Span
from policydiff.parsing.lines import Line, full_line, has_ended, is_more_of_title, stretches
from policydiff.parsing.markers import (
    BLANK,
    DOTTED,
    Marker,
    Style,
    as_letter,
    dangles,
    is_cited,
    is_division,
    is_spaced,
    is_taken_for,
    is_title,
    is_told_with_next,
    marker_at,
    marker_before_amount,
    may_be_letter,
    may_number,
)
from policydiff.parsing.noise import KINDS

_PROSE = re.compile("[，。；：,;]")
# What makes a word with the 一 after it: 统一、准确 broken over two lines begins no list.
_BEFORE_ONE = re.compile(r"[统唯同单之任某每逐专第]$")
# Something is said, named or put in brackets, and the end of it is still to come.
_UNCLOSED = re.compile(r"“[^”]+$|「[^」]+$|《[^》]+$|（[^）]+$")
_DIVISIONS = "编章节条款项"
# What names the rule itself, or a place in it, and is followed by a place that is cited: 违反本法 ¶ 第二章有关规定.
_CITES_ON = re.compile(
    rf"(?<![日基根资版原文])本(?:{KINDS})(?:{ordinal(_DIVISIONS)}){{0,3}}$"
)
_MAY_CITE_ON = tuple({*_DIVISIONS, *(kind[-1] for kind in KINDS.split("|"))})  # how such a name ends
_HAS_ENDED = re.compile(r"[。；;][ \xa0\u3000\t\0]*$")
_MAY_BEGIN = re.compile(r"[\n\r\f。；：;:][ \xa0\u3000\t\0]*")
_INTRODUCES_LIST = re.compile(r"[：:][ \xa0\u3000\t\0]*$")
_CANNOT_BEGIN = re.compile(r"[，。；、：！？）)”’』」》,;:!?]|[a-z]")
_ARTICLE_NUMBER = re.compile(ordinal("条"))
_YEAR = re.compile(r"\d{4}年")
_GLUED_PARAGRAPH = re.compile(r"[。；：！？”）][ \xa0\u3000\t]{2,}(?=\S)")
_GLUED_CHINESE = re.compile(
    rf"[。；：！？;:”）)][ \xa0\u3000\t\0]*(?={ordinal('条章节', ' ?')}"
    rf"|[（(]{BLANK}?{ITEM_NUMBER}{BLANK}?[）)]|{ITEM_NUMERAL}、|\d{{1,2}}[.．、]|[{IN_ONE}])"
)
_GLUED_ENGLISH = re.compile(r"[.;:][ \t\0]+(?=Article \d|\([ivxl]{1,5}\)|\([a-z]\)|\(\d{1,2}\)|\d{1,2}\.\s)")
# What every cut inside a line stands behind.
_MAY_CUT = re.compile(rf"[。；：！？.;:”）)][ \xa0\u3000\t\0第（({NUMERALS}\d{IN_ONE}]")
_LONG_ARTICLE_HEADING, _LONG_ITEM_HEADING = 15, 20
_LONG_LINE = 30
_PARTS_WORDS = re.compile(r"[、．](?!第)|\.(?!\d)")  # behind an article's number
_LONG_HEADING = 40
_SHORT_LINE = 15
_MOST_LEFT_OUT = 3
_LONGEST_ITEM = 400
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

        A short numbered line without a stop is a heading and no open sentence.
        """
        if not self.spans or self.rank or self.row or has_ended(self.tail):
            return False
        if dangles(self.tail) or self.longest >= _LONG_HEADING or _UNCLOSED.search(self.tail):
            return True
        may_be_heading = self.markers and self.markers[-1].style.level is None and self.longest < _LONG_LINE
        return _PROSE.search(self.tail) is not None and not may_be_heading

    def takes_words(self, *, full: int) -> bool:
        """Whether a line without a number goes on with the words; `full` is the length of what is no item's heading.

        Headings of articles and of items in them are short; those of points 一、 and （一） in a text without articles
        may fill a line. No heading begins behind other words of its line.
        """
        if self.is_open():
            return True
        if not self.spans or self.rank or self.row or has_ended(self.tail):
            return False
        if self.cut and not (self.markers and is_division(self.markers[-1])):
            return True
        if self.markers and self.markers[-1].style.level == "article":
            return self.longest >= _LONG_ARTICLE_HEADING
        return self.longest >= full


@dataclass(slots=True)
class _Counter:
    """What numbers have been set so far: of the styles in use the last number of each, the higher styles first."""

    used: dict[str, Marker] = field(default_factory=dict)
    article: Marker | None = None
    chapter: Marker | None = None
    items: dict[str, Marker] = field(default_factory=dict)  # the last of each style, whatever has been closed since
    restarted: set[str] = field(default_factory=set)  # styles that began anew once

    def copy(self) -> _Counter:
        return _Counter(dict(self.used), self.article, self.chapter, dict(self.items), set(self.restarted))

    def last(self, style: Style) -> Marker | None:
        return self.used.get(style.name)

    def continues(self, marker: Marker) -> bool:
        """Whether the number is the next of its style, or the first of a style not in use. Chapters may count on
        through the parts of a code."""
        last = self.article if marker.style.level == "article" else self.last(marker.style)
        if last is None:
            runs_on = marker.style.level == "chapter" and self.chapter and marker.value == self.chapter.value + 1
            return marker.value == 1 or bool(runs_on)
        return marker.value == last.value + (0 if marker.inserted else 1)

    def counts_through(self, marker: Marker) -> bool:
        """Whether the number counts on over the points of a higher style, as in opinions without articles:
        一、（一）（二） 二、（三）. Where it began anew before, below another point, it does not."""
        last = self.items.get(marker.style.name)
        through = self.article is None and marker.style.name not in self.restarted
        return through and last is not None and marker.value == last.value + 1

    def set(self, marker: Marker, *, nested: bool = False) -> None:
        """Count the marker; `nested` where it stands right after another one (1. 第八条)."""
        style = marker.style
        if style.level is not None and not nested:
            self.used = {name: last for name, last in self.used.items() if last.style.rank < style.rank}
        while style.name in self.used:
            self.used.popitem()
        self.used[style.name] = marker
        if style.level == "article":
            self.article = marker
        elif style.level == "chapter":
            self.chapter = marker
        elif style.level is None:
            if marker.value == 1 and style.name in self.items:
                self.restarted.add(style.name)
            self.items[style.name] = marker


def blocks(text: str, lines: tuple[Line, ...], language: Language) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of a text in reading order, and what is odd about its numbers."""
    reader = _Reader(text, lines, language)
    for at, (line, below) in enumerate(zip_longest(lines, lines[1:])):
        if line.number is None and reader.blocks and is_more_of_title(lines, at):
            reader.go_on(line)
        else:
            reader.read(line, below)
    return tuple(reader.blocks), tuple(reader.problems)


class _Reader:
    """Goes through the lines once and keeps the block that is still open."""

    def __init__(self, text: str, lines: Sequence[Line], language: Language) -> None:
        self.text = text
        self.lines = lines
        self.language = language
        self.counter = _Counter()
        self.line: tuple[int, int] = (0, 0)  # where the one stands that is being read
        self.number: Marker | None = None  # what it begins with
        self.blocks: list[Block] = []
        self.problems: list[Problem] = []
        self.sets_close = False  # whether articles are set without a blank after the number

    def go_on(self, line: Line) -> None:
        """Take a line as more of the last block."""
        self._extend(self.blocks[-1], stretches(self.text, line.start, line.end), line)

    def read(self, line: Line, below: Line | None) -> None:
        """Take a line as what begins in it and as more of what is open; `below` is the next line."""
        self.line = line.start, line.end
        is_whole = len(line.text) == line.end - line.start  # and not put together of several
        self.number = line.number if is_whole else marker_at(self.text, line.start, line.end, self.language)
        first = below.marker if below is not None else None
        if first is not None and first.value == 1 and self._heads_list(line, first):
            self._add([], stretches(self.text, line.start, line.end), line)
            return
        at = line.start
        for cut, double in self._cuts(line):
            if self._begins(at, cut, line, double=double):
                self._piece(at, cut, line)
                at = cut
        self._piece(at, line.end, line)

    def _heads_list(self, line: Line, first: Marker) -> bool:
        """Whether a short line without a number stands above the number one, which begins a list anew: 第二类 ¶ 1.长须.
        The end of a bracket or of a sentence is none."""
        if first.style.level is not None or len(line.text) >= _SHORT_LINE:
            return False
        above = self.blocks[-1].tail if self.blocks else ""
        if _UNCLOSED.search(above) or dangles(above):
            return False
        bare = self.number is None and not line.row
        return bare and self.counter.last(first.style) is not None and not _PROSE.search(line.text)

    def _cuts(self, line: Line) -> list[tuple[int, bool]]:
        """Where a provision might begin inside the line, and whether a double blank stands before it."""
        titled = self.number is not None and is_division(self.number)
        if not titled and _MAY_CUT.search(self.text, line.start, line.end) is None:
            return []
        glued = _GLUED_CHINESE if self.language == "zh" else _GLUED_ENGLISH
        behind = [found.end() for found in glued.finditer(self.text, line.start, line.end)]
        cuts = dict.fromkeys(behind, False)
        if self.language == "zh":
            for at in (line.start, *behind):
                if (place := self._below_title(at, line)) is not None:
                    cuts[place] = False
            for found in _GLUED_PARAGRAPH.finditer(self.text, line.start, line.end):
                cuts[found.end()] = True
        return sorted((cut, double) for cut, double in cuts.items() if line.start < cut < line.end)

    def _below_title(self, at: int, line: Line) -> int | None:
        """Where an article's number stands on the line of the chapter's title: 第六章附则第四十条本办法自…"""
        marker = self._number_at(at, line.end)
        if marker is None or not is_division(marker):
            return None
        found = _ARTICLE_NUMBER.search(self.text, marker.end, min(line.end, marker.end + 2 * _LONG_HEADING))
        return found.start() if found and is_title(self.text[marker.end : found.start()]) else None

    def _begins(self, start: int, cut: int, line: Line, *, double: bool) -> bool:
        """Whether a provision begins at a cut inside the line, given what [start, cut) sets first."""
        before = self._markers(start, cut)
        first = self._marker_at(cut, line.end, before)
        if line.row and (first is None or first.style.level is None):
            return False  # a cell is no provision
        if first is None or is_cited(first, self.text, line.end):
            return double
        if first.value == 1 and _INTRODUCES_LIST.search(self.text, max(start, cut - _SHORT_LINE), cut):
            return True  # another list, though one of its style stands above it in the article
        counter = self._counted(before)
        if double or counter.continues(self._read_as(first, counter)) or self._is_glued_title(first, line):
            return True
        return self._is_counted_on(first, cut)

    def _is_counted_on(self, marker: Marker, cut: int) -> bool:
        """Whether an item's number that does not count on itself, behind what has ended, is the one that the next
        number counts on from."""
        if marker.style.level is not None or not _HAS_ENDED.search(self.text, max(0, cut - _SHORT_LINE), cut):
            return False
        for place in _MAY_BEGIN.finditer(self.text, marker.end, marker.end + _LONGEST_ITEM):
            following = marker_at(self.text, place.end(), len(self.text), self.language)
            if following is not None:
                return following.style == marker.style and following.value == marker.value + 1
        return False

    def _is_glued_title(self, marker: Marker, line: Line) -> bool:
        """Whether a chapter's number and title stand behind the words of an article, and no other words with them."""
        below = self._below_title(marker.start, line)
        return is_division(marker) and (below is not None or is_title(self.text[marker.end : line.end]))

    def _piece(self, start: int, end: int, line: Line) -> None:
        """Take [start, end) as a block, or as more of the last one."""
        markers = self._markers(start, end)
        spans = stretches(self.text, markers[-1].end if markers else start, end)
        if markers:
            for place, marker in enumerate(markers):
                self._note(marker)
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
            counter = self._counted(out)
            marker = self._read_as(marker, counter)
            again = bool(out) and marker.style.name in [m.style.name for m in out]
            if again or not self._is_start(marker, end, counter, first=not out):
                break
            if marker.style.level == "article" and not out and _PARTS_WORDS.match(self.text, marker.end, end):
                marker = replace(marker, end=marker.end + 1)  # no word of the article begins with it
            out.append(marker)
            at = marker.end
        return out

    def _counted(self, markers: Sequence[Marker]) -> _Counter:
        """What numbers have been set so far, and these after them."""
        if not markers:
            return self.counter
        counter = self.counter.copy()
        for place, marker in enumerate(markers):
            counter.set(marker, nested=place > 0)
        return counter

    def _marker_at(self, at: int, end: int, behind: Sequence[Marker]) -> Marker | None:
        """The marker at a place behind others; the number before an amount where it counts on, or where the amount is
        a year."""
        known = self._is_known(at, end)
        if not known and not may_number(self.text, at, end):
            return None
        found = self.number if known else marker_at(self.text, at, end, self.language)
        if found is not None or self.language != "zh":
            return found
        before = marker_before_amount(self.text, at, end)
        if before is None or (self.blocks and self.blocks[-1].is_open()) or not self._counted(behind).continues(before):
            return None
        return before if before.value > 1 or _YEAR.match(self.text, before.end, end) else None

    def _number_at(self, at: int, end: int) -> Marker | None:
        """The number at a place of the line that is read; what the line begins with is known."""
        return self.number if self._is_known(at, end) else marker_at(self.text, at, end, self.language)

    def _is_known(self, at: int, end: int) -> bool:
        """Whether it is known which number stands at a place: that of the line, or none where the line has none."""
        return (at, end) == self.line or (self.number is not None and at == self.line[0] and self.number.end <= end)

    def _read_as(self, marker: Marker, counter: _Counter) -> Marker:
        """A bracketed i, v, x or l as the letter where letters are being counted and it is the next; a number in
        another style than the list that is open as one of that list, if it counts on there and in none of its own."""
        if marker.style.level is not None:
            return marker
        if marker.style.name not in counter.used:
            for last in reversed(counter.used.values()):
                if is_taken_for(marker.style, last.style) and marker.value == last.value + 1:
                    return replace(marker, style=last.style)
        if not may_be_letter(marker):
            return marker
        letter = as_letter(marker)
        roman, letters = counter.last(marker.style), counter.last(letter.style)
        return letter if letters is not None and counter.continues(letter) and roman is None else marker

    def _is_start(self, marker: Marker, end: int, counter: _Counter, *, first: bool) -> bool:
        """Whether the marker begins a provision and is no citation."""
        follows = counter.continues(marker)
        cited = is_cited(marker, self.text, end)
        if first and marker.num.startswith("一") and self._is_broken() and _BEFORE_ONE.search(self.blocks[-1].tail):
            return False
        if is_told_with_next(marker, self.text, end) and (not follows or marker.value == 1):
            return False
        if first and marker.style.level is not None and self._cites_on():
            return False
        if marker.style.level == "article":
            if follows:
                if first and _PARTS_WORDS.match(self.text, marker.end, end) and self._is_broken():
                    return False
                return not cited or (self.language == "zh" and is_spaced(marker, self.text, end))
            return not cited and self._begins_article(marker, end, first=first) and not (first and self._is_broken())
        if cited or (marker.style.level is not None and not self._is_titled(marker, end)):
            return False
        if follows or not first or not self._is_broken():
            return True
        return marker.style.level is None and self._begins_list(marker, counter)

    def _is_broken(self) -> bool:
        """Whether what stands above is a sentence that is open."""
        return bool(self.blocks) and self.blocks[-1].is_open()

    def _is_titled(self, marker: Marker, end: int) -> bool:
        """Whether what follows the number of a division may be its title."""
        return is_spaced(marker, self.text, end) or is_title(self.text[marker.end : end])

    def _begins_article(self, marker: Marker, end: int, *, first: bool) -> bool:
        """Whether an article may begin though its number does not count on."""
        if is_spaced(marker, self.text, end) or self.sets_close or self.counter.article is None:
            return True
        return first and self._goes_ahead(marker)

    def _cites_on(self) -> bool:
        """Whether what stands above ends in the name of the rule itself, so that a place in it is cited next."""
        above = self.blocks[-1] if self.blocks else None
        if above is None or not above.spans or not self.text.endswith(_MAY_CITE_ON, above.begin, above.spans[-1].end):
            return False
        titled = bool(above.markers) and is_division(above.markers[-1])
        return not titled and _CITES_ON.search(above.tail) is not None

    def _goes_ahead(self, marker: Marker) -> bool:
        """Whether an article's number that does not count on leaves only few out, below a sentence that has ended or
        the title of a chapter."""
        last, above = self.counter.article, self.blocks[-1] if self.blocks else None
        if last is None or above is None or not 0 < marker.value - last.value <= _MOST_LEFT_OUT:
            return False
        return has_ended(above.tail) or bool(above.markers and is_division(above.markers[-1]))

    def _begins_list(self, marker: Marker, counter: _Counter) -> bool:
        """Whether a number one begins a list anew: what stands above it is a short line and no part of a sentence."""
        above = self.blocks[-1]
        short = above.last < _SHORT_LINE and not dangles(above.tail) and not _UNCLOSED.search(above.tail)
        return marker.value == 1 and short and counter.last(marker.style) is not None

    def _note(self, marker: Marker) -> None:
        """Say where a number does not count on."""
        if self.counter.continues(marker) or (marker.value == 1 and marker.style.level is None):
            return
        last = self.counter.article if marker.style.level == "article" else self.counter.last(marker.style)
        if marker.style is DOTTED or (last is not None and last.number == marker.number):
            return  # it counts in each chapter anew; the tree tells that it stands twice
        if last is None and self.counter.counts_through(marker):
            return
        span = Span(marker.start, marker.end)
        if last is None:
            self.problems.append(Problem(span=span, kind="first", num=marker.num))
        else:
            self.problems.append(Problem(span=span, kind="follows", num=marker.num, last=last.num))

    def _note_doubt(self, start: int, end: int, line: Line) -> None:
        """Say where a line begins with an article's number that is read as cited, though nothing shows a citation."""
        marker = self._number_at(start, end) if start == line.start else None
        if marker is None or marker.style.level != "article" or is_cited(marker, self.text, end):
            return
        if not self.blocks or not self.blocks[-1].takes_words(full=self._full()):
            self.problems.append(Problem(span=Span(marker.start, marker.end), kind="cited", num=marker.num))

    def _words(self, start: int, spans: list[Span], line: Line) -> None:
        """Words without a marker: more of an open sentence, or a paragraph."""
        last = self.blocks[-1] if self.blocks else None
        apart = line.rank or line.listed or self._is_row(spans, line) or (last is not None and last.row)
        if last and last.spans and start == line.start and not apart and self._goes_on(last, spans):
            self._extend(last, spans, line)
            return
        self._add([], spans, line, cut=start > line.start)

    def _goes_on(self, last: Block, spans: list[Span]) -> bool:
        """Whether the words of a line go on with those above: they cannot begin a sentence, cite, or are awaited."""
        if _CANNOT_BEGIN.match(self.text, spans[0].start) or last.takes_words(full=self._full()):
            return True
        return self.number is not None and self._cites_on()

    def _full(self) -> int:
        return self.full if self.counter.article is None else _LONG_ITEM_HEADING

    @cached_property
    def full(self) -> int:
        """The length of a line that goes on outside articles, though it ends in no comma."""
        return min(full_line(self.lines) or _LONG_LINE, _LONG_LINE)

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
