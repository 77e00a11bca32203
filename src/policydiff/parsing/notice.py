"""A notice that issues a rule: where the rule begins that it carries, below it or as an annex.

关于印发《胡须管理办法》的通知          notice
一、各理发店应当认真执行。
胡须管理办法                          rule
第一条 …
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, takewhile
from typing import Literal

from policydiff.expressions import expression
from policydiff.model import Language
from policydiff.parsing.annexes import Annex
from policydiff.parsing.line import Line, is_prose
from policydiff.parsing.markers import Marker
from policydiff.text import skeleton
from policydiff.titles import RULE_TITLE

_ISSUES = expression(r"印发|发布|公布|颁布|转发|下发|\b(?:issu|print|promulgat|publish|distribut)", re.IGNORECASE)
_MOST_LINES = 3  # of a title
_LONGEST_OPENING = 30  # lines; who looks for a title looks no farther


def carried_as(
    body: Sequence[Line], annexes: Sequence[tuple[Annex, Sequence[Line]]], language: Language
) -> Literal["alone", "issued", ""]:
    """Whether the first annex is the rule itself: nothing but headlines stand above it (`alone`), or a notice that
    issues it (`issued`). Of several rules that a notice issues none is the one."""
    if not any(is_prose(line) or line.marker for line in body):
        return "alone"
    first, *others = (_rule_in(*annex) for annex in annexes)
    several = any(other is not None and other.style.level is not None for other in others)
    return "issued" if first is not None and not several and _is_notice(body, language) else ""


def _rule_in(mark: Annex, below: Sequence[Line]) -> Marker | None:
    """The first number in an annex that bears the title of a rule and begins as one; None in any other."""
    if not any(map(RULE_TITLE.fullmatch, _names((mark.title,) if mark.title else below))):
        return None
    first = next((marker for line in below if (marker := line.marker)), None)
    return first if first is not None and first.value == 1 else None


def _is_notice(lines: Sequence[Line], language: Language) -> bool:
    """Whether the lines issue another text: their title says so, and no article stands among them."""
    if any(_is_unit(line) for line in lines):
        return False
    for line in lines[:_LONGEST_OPENING]:
        if line.marker:
            return False
        if _ISSUES.search(line.text) and ("《" in line.text or not is_prose(line) or language == "en"):
            return True
    return False


def cut_notice(lines: tuple[Line, ...], language: Language) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The notice and the rule that it carries without a mark, if it has numbers of its own; else all is the rule."""
    cut = _rule_below_notice(lines, language)
    return lines[:cut], lines[cut:]


def _rule_below_notice(lines: Sequence[Line], language: Language) -> int:
    """Where a rule with articles begins whose title the notice above has named; 0 where there is none."""
    numbers = (i for i, line in enumerate(lines) if line.marker)
    first = next(numbers, None)
    if first is None or _is_unit(lines[first]):
        return 0
    unit = next((i for i in numbers if _is_unit(lines[i])), None)
    if unit is None or not _is_notice(lines[:unit], language):
        return 0
    above = skeleton("".join(line.text for line in lines[:unit]))
    found = 0
    for i in range(unit - 1, max(first, unit - 1 - _LONGEST_OPENING), -1):
        if lines[i].marker or is_prose(lines[i]) or (found and found - i >= _MOST_LINES):
            break
        names = _names(lines[i:unit])[found - i if found else 0 :]
        if any(RULE_TITLE.fullmatch(name) and above.count(skeleton(name)) > 1 for name in names):
            found = i
    return found


def _names(lines: Sequence[Line]) -> list[str]:
    """What the first line says, and it with the next ones, over which a title may go on."""
    said = takewhile(lambda line: not (line.marker or line.row or is_prose(line)), lines[:_MOST_LINES])
    return list(accumulate(line.text.replace("\0", "").strip() for line in said))


def _is_unit(line: Line) -> bool:
    """Whether a line begins with the number of an article or of what holds articles."""
    return line.marker is not None and line.marker.style.level is not None
