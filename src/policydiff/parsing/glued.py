"""Where provisions that printing has glued on one line may be cut apart.

第三条…是：  （一）…；  （二）…        ⇒  第三条…是：  |  （一）…；  |  （二）…
第六章附则第四十条本办法自…            ⇒  第六章附则  |  第四十条本办法自…
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.eid import IN_ONE, ITEM_NUMBER, ITEM_NUMERAL, NUMERALS, ordinal
from policydiff.expressions import expression
from policydiff.model import Language
from policydiff.parsing.block import LONG_HEADING
from policydiff.parsing.line import Line
from policydiff.parsing.markers import BLANK, Marker, is_division, is_title, marker_at
from policydiff.text import PAUSES

_HAS_ENDED = expression(r"[。；;][ \xa0\u3000\t\0]*$")
_MAY_BEGIN = expression(r"[\n\r\f。；：;:][ \xa0\u3000\t\0]*")
_PARTS = expression(r"[，,、。；：;:][ \xa0\u3000\t\0]*")
_ARTICLE_NUMBER = expression(ordinal("条"))
_GLUED_PARAGRAPH = expression(r"[。；：！？”）][ \xa0\u3000\t]{2,}(?=\S)")
_GLUED_CHINESE = expression(
    rf"[。；：！？;:”）)][ \xa0\u3000\t\0]*(?={ordinal('条章节', ' ?')}"
    rf"|[（(]{BLANK}?{ITEM_NUMBER}{BLANK}?[）)]|{ITEM_NUMERAL}、|\d{{1,2}}[.．、]|[{IN_ONE}])"
)
_GLUED_ENGLISH = expression(r"[.;:][ \t\0]+(?=Article \d|\([ivxl]{1,5}\)|\([a-z]\)|\(\d{1,2}\)|\d{1,2}\.\s)")
# What every cut inside a line stands behind.
_MAY_CUT = re.compile(rf"[。；：！？.;:”）)][ \xa0\u3000\t\0第（({NUMERALS}\d{IN_ONE}]")
_LONGEST_ITEM = 400  # characters behind a number in which the next one is looked for
_MOST_BLANKS = 15  # between the end of a sentence and the number behind it


def stops_before_cuts(text: str, start: int, end: int) -> list[int]:
    """Where in [start, end) of a text the stops stand behind which a line may be cut; in most texts there is none."""
    return [found.start() for found in _MAY_CUT.finditer(text, start, end)]


@dataclass(slots=True)
class NumberedLine:
    """A line of a text, and the number that it begins with. Not frozen for the time, as a `Marker` is not."""

    text: str
    line: Line
    language: Language
    number: Marker | None

    @classmethod
    def of(cls, line: Line, text: str, language: Language) -> NumberedLine:
        """A line as it stands in the text, with its number; of one put together of several it is looked for again."""
        is_whole = len(line.text) == line.end - line.start
        number = line.number if is_whole else marker_at(text, line.start, line.end, language)
        return cls(text, line, language, number)

    def is_known(self, at: int, end: int) -> bool:
        """Whether it is known which number stands at a place: that of the line, or none where the line has none."""
        if at != self.line.start:
            return False
        return end == self.line.end or self.number is None or self.number.end <= end

    def number_at(self, at: int, end: int) -> Marker | None:
        """The number at a place of the line that is read; what the line begins with is known."""
        return self.number if self.is_known(at, end) else marker_at(self.text, at, end, self.language)

    def cuts(self, stops: Sequence[int]) -> list[tuple[int, bool]]:
        """Where a provision might begin inside the line, and whether a double blank stands before it; `stops` are the
        `stops_before_cuts` of the text."""
        at = bisect_left(stops, self.line.start)
        if at == len(stops) or stops[at] + 1 >= self.line.end:
            titled = self.number is not None and is_division(self.number) and self.language == "zh"
            below = self._below_title(self.line.start) if titled else None
            return [] if below is None else [(below, False)]
        glued = _GLUED_CHINESE if self.language == "zh" else _GLUED_ENGLISH
        behind = [found.end() for found in glued.finditer(self.text, self.line.start, self.line.end)]
        cuts = dict.fromkeys(behind, False)
        if self.language == "zh":
            for at in (self.line.start, *behind):
                if (place := self._below_title(at)) is not None:
                    cuts[place] = False
            for found in _GLUED_PARAGRAPH.finditer(self.text, self.line.start, self.line.end):
                cuts[found.end()] = True
        return sorted((cut, double) for cut, double in cuts.items() if self.line.start < cut < self.line.end)

    def is_glued_title(self, marker: Marker) -> bool:
        """Whether a chapter's number and title stand behind the words of an article, and no other words with them."""
        below = self._below_title(marker.start)
        return is_division(marker) and (below is not None or is_title(self.text[marker.end : self.line.end]))

    def is_counted_on(self, marker: Marker, cut: int) -> bool:
        """Whether an item's number that does not count on itself, behind what has ended, is the one that the next
        number counts on from."""
        if marker.style.level is not None or not _HAS_ENDED.search(self.text, max(0, cut - _MOST_BLANKS), cut):
            return False
        for place in _MAY_BEGIN.finditer(self.text, marker.end, marker.end + _LONGEST_ITEM):
            following = marker_at(self.text, place.end(), len(self.text), self.language)
            if following is not None:
                return following.style == marker.style and following.value == marker.value + 1
        return False

    def goes_on_in_sentence(self, marker: Marker) -> bool:
        """Whether the next number of an item's list stands behind a comma of the sentence: （1）甲、（2）乙两类."""
        for place in _PARTS.finditer(self.text, marker.end, min(self.line.end, marker.end + _LONGEST_ITEM)):
            following = marker_at(self.text, place.end(), self.line.end, self.language)
            if following is not None and following.style == marker.style and following.value == marker.value + 1:
                return place[0][0] in PAUSES
        return False

    def _below_title(self, at: int) -> int | None:
        """Where an article's number stands on the line of the chapter's title: 第六章附则第四十条本办法自…"""
        marker = self.number_at(at, self.line.end)
        if marker is None or not is_division(marker):
            return None
        found = _ARTICLE_NUMBER.search(self.text, marker.end, min(self.line.end, marker.end + 2 * LONG_HEADING))
        return found.start() if found and is_title(self.text[marker.end : found.start()]) else None
