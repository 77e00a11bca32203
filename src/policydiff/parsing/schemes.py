"""Numbers that only the whole of a text tells from an amount, a row's first cell or a heading.

    3 职责                 a number alone, where such numbers count on and stand above words (`1`)
    3.1 主任负责。          of the second of two levels, where the numbers count on (`1.1`)
    3.1.1 每月检查。        of the third (`1.1.1`)
    Section 2.04 Notice.   an English section, where it holds no articles: an article itself, or what one holds
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from policydiff.model import Language
from policydiff.parsing.lines import Line
from policydiff.parsing.markers import (
    DECIMALS,
    DOTTED,
    PLAIN,
    SECTION,
    Marker,
    Style,
    article_style,
    is_cited_in,
    is_title,
)

_DECIMAL = re.compile(r"(\d{1,2}(?:[.．]\d{1,2}){1,4})(?=[\s\0]|[^\d.．%％\s\0])")
_BARE = re.compile(r"(\d{1,2})([A-Z]?)[ \t\xa0\u3000\0]+(?=\S)")
_FEWEST, _MOST_WRONG = 2, 0.2
_MOST_LEFT_OUT = 5


def with_schemes(text: str, lines: tuple[Line, ...], language: Language) -> tuple[Line, ...]:
    """The lines, those marked as numbered whose numbers the others explain. `text` is the view's."""
    if language == "en" and any(_is_section(line) for line in lines):
        lines = _sections(lines)
    may = [i for i, line in enumerate(lines) if line.number is None and line.text[0].isdecimal()]
    if len(may) < _FEWEST:
        return lines
    found = _plain(lines, may, language)
    found |= _decimals(lines, may, found)
    if not found:
        return lines
    return tuple(_numbered(line, found[i], text) if i in found else line for i, line in enumerate(lines))


def _numbered(line: Line, number: Marker, text: str) -> Line:
    """A line that begins with a number. A tab behind it parts no cells."""
    cited = is_cited_in(number, text, line.end)
    row = line.row and "\t" in line.text[number.end - line.start :].strip()
    return replace(line, number=number, marker=None if cited else number, row=row)


def _marker(style: Style, line: Line, printed: str, number: str) -> Marker:
    return Marker(style, printed, number, int(number.partition("-")[0]), line.start, line.start + len(printed))


# ---------------------------------------------------------------------------------------- decimals


def _decimals(lines: Sequence[Line], may: Sequence[int], plain: dict[int, Marker]) -> dict[int, Marker]:
    """The numbers of several levels, where nearly all that stand at the head of a line count on."""
    candidates = {i: found for i in may if i not in plain and (found := _DECIMAL.match(lines[i].text))}
    if len(candidates) < _FEWEST:
        return {}
    out: dict[int, Marker] = {}
    last: tuple[int, ...] = ()
    above = 0
    for i in range(max(candidates) + 1):
        unit = plain.get(i) or lines[i].marker
        if unit is not None and (unit.style is PLAIN or unit.style.level == "article" or unit.style.name == "1."):
            above = unit.value
        if i not in candidates:
            continue
        printed = candidates[i][1]
        value = tuple(int(one) for one in re.split("[.．]", printed))
        value = value[:1] if value[1:] == (0,) else value  # 2.0 holds 2.1
        if _follows(last, value, above or _unit_above(lines, i)):
            last = value
            style = DECIMALS[len(value) - 2] if len(value) > 1 else PLAIN
            out[i] = _marker(style, lines[i], printed, str(value[-1]))
    enough = len(out) >= _FEWEST and len(candidates) - len(out) <= _MOST_WRONG * len(candidates)
    return out if enough else {}


def _unit_above(lines: Sequence[Line], at: int) -> int:
    """The number of the article or point that stands right above a line; 0 where none does."""
    number = lines[at - 1].marker if at else None
    return number.value if number is not None else 0


def _follows(last: tuple[int, ...], value: tuple[int, ...], above: int) -> bool:
    """Whether a number counts on from the last, or is the first below a higher one."""
    if last and value[0] == last[0]:
        return any(value == (*last[:of], last[of] + 1) for of in range(1, len(last))) or value == (*last, 1)
    if value[1:] != (1,) * (len(value) - 1):
        return False
    return value[0] == above or (0 < value[0] - last[0] <= _MOST_LEFT_OUT if last else value[0] == 1)


# -------------------------------------------------------------------------------------- numbers alone


def _plain(lines: Sequence[Line], may: Sequence[int], language: Language) -> dict[int, Marker]:
    """The numbers without a sign behind them, where they count on, words stand between them and no other number is
    above them."""
    if any(_ranks_above(line.number, language) for line in lines):
        return {}
    out: dict[int, Marker] = {}
    value = 0
    for i in may:
        found = _BARE.match(lines[i].text)
        if found is None or (found[2] and language == "zh") or not _heads(lines[i], found.end()):
            continue
        is_next = int(found[1]) == value + 1 or (found[2] and int(found[1]) == value)
        if not is_next and not (found[1] == "1" and _stands_below_unit(lines, i)):
            continue
        value = int(found[1])
        printed = found[1] + found[2]
        number = f"{value}-{ord(found[2]) - ord('A') + 1}" if found[2] else str(value)
        out[i] = _marker(PLAIN, lines[i], printed, number)
    apart = sum(after - i > 1 for i, after in pairwise([*sorted(out), len(lines)]))
    return out if len(out) >= _FEWEST and 2 * apart >= len(out) else {}


def _ranks_above(number: Marker | None, language: Language) -> bool:
    """Whether a text with such a number has numbers of its own for what it is made of."""
    if number is None or number.style.level in ("part", "chapter", "section"):
        return False
    return number.style.level == "article" or (language == "zh" and number.style.rank < PLAIN.rank + 3)


def _heads(line: Line, end: int) -> bool:
    """Whether the words behind a number are a heading or a sentence and no cells."""
    words = line.text[end:].replace("\0", "").strip()
    return "\t" not in words and bool(words) and not words[0].isdecimal() and len(words) > 1


def _stands_below_unit(lines: Sequence[Line], at: int) -> bool:
    """Whether a part, or a title of one line below its number, stands right above a line."""
    above = [line.marker for line in lines[max(0, at - 2) : at]]
    return any(one is not None and one.style.level in ("part", "chapter") for one in above)


# ------------------------------------------------------------------------------------ English sections


def _is_section(line: Line) -> bool:
    return line.number is not None and line.number.style.level == "section"


def _sections(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The sections of an English text as what they are: titles above articles, or provisions with words of their own,
    below articles where there are any."""
    units = [line for line in lines if line.number is not None and line.number.style.level is not None]
    holds = sum(
        _is_section(line) and below.number is not None and below.number.style.level == "article" and _titled(line)
        for line, below in pairwise(units)
    )
    count = sum(map(_is_section, units))
    if count < _FEWEST or 2 * holds >= count:
        return lines
    has_articles = any(line.number is not None and line.number.style.level == "article" for line in units)
    style = SECTION if has_articles else article_style("en")
    return tuple(
        replace(line, number=number, marker=None if line.marker is None else number, row=False)
        if (number := _as_provision(line, style))
        else line
        for line in lines
    )


def _titled(line: Line) -> bool:
    number = line.number
    return number is not None and is_title(line.text[number.end - line.start :] or "-")


def _as_provision(line: Line, style: Style) -> Marker | None:
    """The number of a section in another style; that of one within an article is the last of its two."""
    marker = line.number
    if marker is None or not _is_section(line):
        return None
    of = marker.number.rpartition("-")
    number = of[2] if style is SECTION else marker.number
    style = DOTTED if of[0] and style is not SECTION else style
    return replace(marker, style=style, number=number, value=int(of[2] or 0))
