"""Letters at the head of a line that number the items of a list, told from words and from what goes on.

分为下列两类：
a）长须；            the first of a list: what stands above has ended, and b) stands below
b）短须。            counts on

甲类设施（附图
a）和…              goes on with what is open
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from policydiff.model import Language
from policydiff.parsing.block import is_open_line, is_unclosed
from policydiff.parsing.line import Line, has_ended
from policydiff.parsing.markers import LETTERED, Marker, as_letter, dangles, marker_at, may_be_letter
from policydiff.parsing.view import View

_ABBREVIATED = re.compile(r"(?:i\.\s?e|e\.\s?g|[ap]\.\s?m)\.")
_ENDS_ITEM = re.compile(r"[,;，；、]\s?(?:and|or|和|或|及|以及|或者)?$")
_TAIL = 200  # of a line's words, which tell whether something is open


def with_letters(seen: View) -> View:
    """The view, those of its lines without a number whose letter is none."""
    text, lines = seen.text, seen.lines
    if not any(line.number is not None and line.number.style.name in LETTERED for line in lines):
        return seen
    last: dict[str, int] = {}
    words = set[int]()
    for at, line in enumerate(lines):
        number = line.number
        if number is None:
            continue
        if number.style.name not in LETTERED:
            last = _below(last, line, _behind(text, line, number, seen.language))
        elif (counted := _counted(text, lines, at, last)) is not None:
            last[counted.style.name] = counted.value
        else:
            words.add(at)
    told = (replace(one, number=None, marker=None) if at in words else one for at, one in enumerate(lines))
    return replace(seen, lines=tuple(told))


def _behind(text: str, line: Line, number: Marker, language: Language) -> Marker | None:
    """The letter that stands right behind a line's number, or behind several."""
    behind = marker_at(text, number.end, line.end, language)
    while behind is not None and behind.style.name not in LETTERED:
        behind = marker_at(text, behind.end, line.end, language)
    return behind


def _below(last: dict[str, int], line: Line, behind: Marker | None) -> dict[str, int]:
    """The last letters of each style below another number, and the letter behind that: 1. a) 长须."""
    level = line.marker is not None and line.marker.style.level is not None
    begun = {behind.style.name: 1} if behind is not None and behind.value == 1 else {}
    return ({} if level else last) | begun


def _counted(text: str, lines: Sequence[Line], at: int, last: dict[str, int]) -> Marker | None:
    """The letter of a line as the list counts it; None where it is no number."""
    number = lines[at].number
    if number is None or _ABBREVIATED.match(lines[at].text):
        return None
    for read in (as_letter(number), number) if may_be_letter(number) else (number,):
        if read.value > 1 and last.get(read.style.name) == read.value - 1:
            return read if at == 0 or _may_count_on(lines[at - 1]) else None
    if number.value != 1 or not _is_counted_on(lines, at, number):
        return None
    above = lines[at - 1] if at else None
    begins = above is None or has_ended(above.text) or not is_open_line(above, text, above.number)
    return number if begins or (above is not None and above.text.endswith("—")) else None


def _may_count_on(above: Line) -> bool:
    """Whether an item may end in a line: nothing is open there but the list."""
    words = above.text[-_TAIL:].replace("\0", "")
    return not is_unclosed(words) and (not dangles(words) or _ENDS_ITEM.search(words) is not None)


def _is_counted_on(lines: Sequence[Line], at: int, first: Marker) -> bool:
    """Whether the second letter of a list stands below its first, and no article between them."""
    for below in range(at + 1, len(lines)):
        line = lines[below]
        if line.marker is not None and line.marker.style.level is not None:
            return False
        if line.number is not None and line.number.style.name == first.style.name:
            return line.number.value == 2
    return False
