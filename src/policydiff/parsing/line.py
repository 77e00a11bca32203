"""A line of the text that is read, and how its words end: a sentence, a part of one, a title that goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policydiff.model import Language, Span
from policydiff.parsing.markers import Marker, is_cited_in, is_division, is_title, marker_at
from policydiff.text import CLOSING, PAUSES, QUOTED, STOPS

BLANKS = " \t\xa0\u3000\u2002\u2003\u2009\u200b\ufeff\0"
LEAST_BROKEN = 20  # characters that a line has, at the least, which had no room for more
FULL_LINE = 30  # characters, from which on a line with a stop inside is running text
LONGEST_TITLE: dict[Language, int] = {"zh": 60, "en": 160}  # characters of the title of a rule, or of an annex
_STRETCH = re.compile(rf"[^{BLANKS}](?:[^\0]*[^{BLANKS}])?")
_BEHIND_STOPS = f"{CLOSING}\0 "
_FULL_STOPS, _STOPS = (*STOPS, "."), frozenset((*STOPS, *PAUSES, "."))
_CLAUSE_STOP = re.compile("[，。；,;]")
# Where a title broken over two lines shows it.
_TITLE_GOES_ON, _TITLE_IS_OPEN = tuple("和与及或的、"), (*"和与及或的、", "或者")
_FEWEST_BROKEN, _MOST = 5, 0.9  # lines of one width, and the share of all such lines that have it
_UNEVEN = 7  # characters by which a line with no room for more may differ from that width


@dataclass(slots=True)
class Line:
    """A line of the view, blanks and masked characters at its ends left out.

    `rank` is that of a heading the format names, or 0; `row` is a line with cells, parted by tabs or by bars that the
    format has set; `glued` one that other words stand before, `listed` one that a bullet sets
    off. `number` is the marker that the line begins with, at its place in the view, `marker` the same unless it cites.
    """

    start: int
    end: int
    text: str
    rank: int
    number: Marker | None
    marker: Marker | None
    row: bool = False
    glued: bool = False
    listed: bool = False

    def with_words(self, start: int, end: int, text: str, language: Language, *, glued: bool = False) -> Line:
        """A line with other words: a piece of this one, or this one and more."""
        number = marker_at(text, 0, len(text), language)
        is_cited = number is not None and is_cited_in(number, text, len(text))
        number = number and number.moved(start)
        marker = None if is_cited else number
        return replace(self, start=start, end=end, text=text, number=number, marker=marker, glued=glued)


def stretches(text: str, start: int, end: int) -> list[Span]:
    """The stretches of [start, end) of a view that are not masked, without blanks at their ends."""
    words = text[start:end].strip(BLANKS)
    if "\0" in words:
        places = map(re.Match.span, _STRETCH.finditer(text, start, end))
        return [Span(*place) for place in places]
    if not words:
        return []
    first = text.index(words[0], start)
    return [Span(first, first + len(words))]


def ends_in_stop(text: str) -> bool:
    """Whether a sentence or a part of one, or what is quoted, ends where the text does."""
    return text.rstrip(_BEHIND_STOPS)[-1:] in _STOPS or text.endswith(QUOTED)


def has_ended(text: str) -> bool:
    """Whether a sentence, or what is quoted, ends where the text does, and no more of it follows."""
    return text.endswith(QUOTED) or text.rstrip(_BEHIND_STOPS).endswith(_FULL_STOPS)


def is_prose(line: Line) -> bool:
    """Whether a line reads as running text: it ends with a stop, or is long and has one inside."""
    text = line.text
    return ends_in_stop(text) or (len(text) > FULL_LINE and _CLAUSE_STOP.search(text) is not None)


def full_line(lines: Sequence[Line]) -> int:
    """How long a line is, at the least, that had no room for more, in a text that was broken into lines of one width;
    0 where a text was not. Indents, marks and numbers make some full lines shorter than others."""
    broken = sorted(len(line.text) for line in lines if len(line.text) >= LEAST_BROKEN and not _ends(line))
    if len(broken) < _FEWEST_BROKEN:
        return 0
    width = broken[int(_MOST * (len(broken) - 1))]
    alike = sum(width - _UNEVEN <= length for length in broken)
    longer = sum(len(line.text) > width + _UNEVEN for line in lines)
    is_broken = alike >= _MOST * len(broken) and longer <= (1 - _MOST) * len(lines) and 5 * len(broken) >= len(lines)
    return width - _UNEVEN if is_broken else 0


def _ends(line: Line) -> bool:
    """Whether a line is whole by its looks: it ends with a stop, or is a heading or a row."""
    return bool(line.rank) or line.row or ends_in_stop(line.text)


def is_more_of_title(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the title of the chapter whose number stands alone above it, or goes on with the title there:

    第二章 审查工作报告、审查国民经济        what comes next
    和社会发展计划                        has a number of its own
    第三十四条 …
    """
    if lines[at].number is not None or not 0 < at < len(lines) - 1:
        return False
    above, after = lines[at - 1].number, lines[at + 1].number
    if above is None or not is_division(above) or after is None or not is_title(lines[at].text):
        return False
    title = lines[at - 1].text[above.end - lines[at - 1].start :].replace("\0", "").strip()
    if after.style.level is None:
        return not title
    return not title or is_broken_title(title, lines[at].text)


def is_broken_title(title: str, after: str) -> bool:
    """Whether the words of a title go on in the next line."""
    return after.startswith(_TITLE_GOES_ON) or title.endswith(_TITLE_IS_OPEN)
