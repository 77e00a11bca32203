"""The marks of annexes: which lines begin with one, what its title is, and which only name annexes.

    附件：1.胡须管理办法 2.胡须登记表        a list of annexes: named, and no annex
    附件2                                  annex
    胡须登记表

An annex begins where a line holds its mark and at most its title, and no sentence is open above. A mark with a title
and nothing below it names an annex that stands elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from policydiff.eid import ITEM_NUMERAL, clean_number
from policydiff.expressions import expression
from policydiff.model import Language
from policydiff.parsing import noise
from policydiff.parsing.line import LONGEST_TITLE, Line, ends_in_stop, full_line, is_prose
from policydiff.parsing.markers import Marker, dangles, first_marker, marker_before_amount
from policydiff.titles import KINDS

_MARK: dict[Language, re.Pattern[str]] = {
    "zh": expression(
        r"(?P<mark>[【\[]?(?:附[ \u3000]?[件录表图]|附(?=[：:]|$))"
        rf"(?:[\s\0]{{0,4}}(?P<number>{ITEM_NUMERAL}(?=[\s：:.．、】\]\0]|$)|\d{{1,3}}(?:[-－—]\d{{1,2}})?(?!\d)"
        r"|[A-Z](?![A-Za-z])))?[】\]]?)"
        r"(?P<gap>[\s\0]*[：:.．、]?[\s\0]*)(?P<title>.*)"
    ),
    "en": expression(
        r"(?P<mark>(?:Annex|Appendix|Schedule|Attachment|ANNEX|APPENDIX|SCHEDULE|ATTACHMENT)(?:es|ES|s|S)?"
        r"(?:[\s\0]{1,4}(?:No\.?\s?)?(?P<number>\d{1,3}(?:-\d{1,2})?|[IVXLC]{1,6}|[A-Z])\b)?)"
        r"(?P<gap>[\s\0]*[：:.\u2013\u2014-]?[\s\0]*)(?P<title>.*)"
    ),
}
_BEGINS_MARK = frozenset("附【[AS")
_CHINESE_MARK = re.compile("附[件录表图]")
# What goes on after a number that is cited: 附件1所列…, 附表2的规定.
_GLUED_MARK = expression(r"(?<=[。；])[ \xa0\u3000\t]{2,}(?=附[件录表图])")
_GOES_ON = expression(r"所[列示称述附]|[的为是和与及或将等至第]|中(?![华国央共外])|规定|载明|应当|修改|以[下上内外]")
_A_NAME_ENDS = expression(
    rf"(?:{KINDS}|表|式样|样式|样本|样张|图|图案|图样|清单|名单|名录|目录|标准|书|证|单|函|卡|册|说明|"
    r"流程|程序|范围|格式|范本|文本|方案|制度|协议|合同|要求|要点|分工|指标|分类|公式|方法|通知)(?:[（(].{1,30}[）)])?$"
)
_MOST_LINES_OF_A_TITLE = 4
_SHORT_LINE = 40  # characters; a longer line that no stop ends breaks off
_BROKEN = re.compile(r"[，、,《（(“]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """The mark of an annex: as printed, its number as in an identifier (empty where it has none), where the mark
    stands, and the line of the title beside it, if any."""

    num: str
    number: str
    line: Line
    end: int
    title: Line | None


def marked(text: str, lines: tuple[Line, ...], language: Language) -> tuple[tuple[Line, ...], dict[int, Annex]]:
    """The lines of a view, cut where a mark stands behind a sentence and put together over which its title is broken;
    and the marks that they begin with, by the places of the lines."""
    lines = _cut_at_marks(text, lines, language)
    marks = _marks(lines, language)
    if language == "zh" and any(mark.title for mark in marks.values()):
        lines = _with_whole_titles(lines, marks, language)
        marks = _marks(lines, language)
    return lines, _without_mentions(marks, lines)


def _cut_at_marks(text: str, lines: tuple[Line, ...], language: Language) -> tuple[Line, ...]:
    """The lines, cut where the mark of an annex and its title stand behind a sentence and a wide blank."""
    if language != "zh" or _CHINESE_MARK.search(text) is None:
        return lines
    out: list[Line] = []
    for line in lines:
        found = None if line.row else _GLUED_MARK.search(line.text)
        mark = found and _MARK[language].fullmatch(line.text, found.end())
        if found and mark and _is_mark(mark, language):
            at = line.start + found.end()
            out.append(line.with_words(line.start, line.start + found.start(), line.text[: found.start()], language))
            line = line.with_words(at, line.end, line.text[found.end() :], language, glued=True)
        out.append(line)
    return tuple(out)


def _with_whole_titles(lines: tuple[Line, ...], marks: dict[int, Annex], language: Language) -> tuple[Line, ...]:
    """The lines, those put together over which the title beside a mark is broken."""
    full, out, at = full_line(lines), list[Line](), 0
    while at < len(lines):
        titled = at in marks and marks[at].title
        pieces = lines[at : at + (_lines_of_title(lines, at, full) if titled else 1)]
        out.append(pieces[0] if len(pieces) == 1 else _whole(pieces, language))
        at += len(pieces)
    return tuple(out)


def _whole(pieces: Sequence[Line], language: Language) -> Line:
    """Lines as one."""
    words, first = "".join(line.text for line in pieces), pieces[0]
    return first.with_words(first.start, pieces[-1].end, words, language, glued=first.glued)


def _lines_of_title(lines: Sequence[Line], at: int, full: int) -> int:
    """Over how many lines a title goes: on from one that is full or stands behind a sentence, and to the end of a
    bracket."""
    words = lines[at].text
    for place, line in enumerate(lines[at + 1 : at + _MOST_LINES_OF_A_TITLE], at + 1):
        opened = words.count("（") + words.count("(") - words.count("）") - words.count(")")
        in_bracket = opened > 0 and any(re.search("[）)]", later.text) for later in lines[place : place + 2])
        no_room = lines[place - 1].glued or 0 < full <= len(lines[place - 1].text)
        ended = ends_in_stop(words.rstrip("\0 ")) or names_a_text(words)
        if line.row or line.marker or not (in_bracket or (no_room and not ended)):
            return place - at
        words += line.text
    return min(_MOST_LINES_OF_A_TITLE, len(lines) - at)


def _marks(lines: Sequence[Line], language: Language) -> dict[int, Annex]:
    """The marks of annexes that lines begin with, by the places of the lines."""
    may_begin = [at for at, line in enumerate(lines) if line.text[:1] in _BEGINS_MARK]
    return {at: mark for at in may_begin if (mark := _begins(lines, at, language))}


def _begins(lines: Sequence[Line], at: int, language: Language) -> Annex | None:
    """The mark of an annex that a line begins with, unless a sentence goes on or the words are no title."""
    line = lines[at]
    if at and _is_open(lines[at - 1]):
        return None
    found = _MARK[language].fullmatch(line.text)
    return None if found is None or not _is_mark(found, language) else _annex(found, line, language)


def _is_open(line: Line) -> bool:
    """Whether a line ends in mid sentence."""
    text = line.text.rstrip("\0 ")
    long = len(text) >= _SHORT_LINE and "\t" not in text and "|" not in text
    broken = long or _BROKEN.search(text) is not None or dangles(text)
    return not line.rank and broken and (not ends_in_stop(text) or text[-1:] in "，、,")


def _is_mark(found: re.Match[str], language: Language) -> bool:
    """Whether the words beside a mark are its title, or a list of names."""
    number, gap, title = found["number"], found["gap"].replace("\0", " "), found["title"].replace("\0", "").strip()
    if not title:
        return True
    if _first_number(title, language):
        return bool(gap.strip()) and (number is None or gap.strip() in ":：")
    if not is_name(title, language) or (number and title.isnumeric()):
        return False
    if not set(gap) & {":", "："} and _GOES_ON.match(title):
        return False
    if language == "en":
        parted = ":" in gap or "：" in gap or (number is not None and (bool(gap.strip()) or title[0].isupper()))
        return parted and not title[0].islower()
    if gap.strip() or (gap and number):
        return bool(number) or gap.strip() in ":："
    return _A_NAME_ENDS.search(title) is not None and (bool(gap) or bool(number))


def is_name(words: str, language: Language) -> bool:
    """Whether words may be the title of an annex: short, and no sentence."""
    stops, ends = ("。；！？", "，、,：:") if language == "zh" else (";!?", ".,:")
    short = 0 < len(words) <= LONGEST_TITLE[language]
    return short and words[-1] not in ends and not any(stop in words for stop in stops)


def names_a_text(words: str) -> bool:
    """Whether words end as the titles of annexes and rules do."""
    return _A_NAME_ENDS.search(words.replace("\0", "").strip()) is not None


def _annex(found: re.Match[str], line: Line, language: Language) -> Annex:
    printed = found["number"] or ""
    roman = language == "en" and printed.isalpha() and (len(printed) > 1 or printed in "IVX")
    title = found["title"].replace("\0", "").strip()
    start = line.start + found.start("title")
    return Annex(
        num=" ".join(found["mark"].replace("\0", "").split()),
        number=clean_number(printed.lower(), roman=roman),
        line=line,
        end=start if title else line.end,
        title=line.with_words(start, line.end, found["title"], language, glued=line.glued) if title else None,
    )


def _without_mentions(marks: dict[int, Annex], lines: Sequence[Line]) -> dict[int, Annex]:
    """The marks without those of one word that stand above a line that goes on with a sentence (附件 ¶ 所列的…)."""
    return {
        i: mark
        for i, mark in marks.items()
        if mark.title or i + 1 == len(lines) or not _GOES_ON.match(lines[i + 1].text) or not is_prose(lines[i + 1])
    }


# ------------------------------------------------------------------------------------------- lists


def _first_number(title: str, language: Language) -> Marker | None:
    """The number one that a list of names begins with."""
    marker = _number(title, language)
    return marker if marker and marker.value == 1 and marker.style.level is None else None


def _number(words: str, language: Language) -> Marker | None:
    """The number that a name in a list begins with, also before a year: 1.2027年指标."""
    return first_marker(words, language) or (marker_before_amount(words, 0, len(words)) if language == "zh" else None)


def lists(marks: dict[int, Annex], lines: Sequence[Line], language: Language) -> set[int]:
    """The lines that only name annexes: lists of names, and marks with a title and nothing below it."""
    listed = _of_lists(marks, lines, language)
    return listed | _of_nothing(marks, lines, listed)


def _of_lists(marks: dict[int, Annex], lines: Sequence[Line], language: Language) -> set[int]:
    """The lines of lists that begin beside a mark or right below it."""
    out: set[int] = set()
    for i, after in pairwise([*sorted(marks), len(lines)]):
        mark = marks[i]
        first = _first_number(mark.title.text, language) if mark.title else None
        if first:
            out.update(range(i, _end_of_list(lines, i + 1, after, first, language)))
        elif not mark.title and not mark.number and i + 1 < after:
            first = _first_number(lines[i + 1].text, language)
            end = _end_of_list(lines, i + 2, after, first, language) if first else i
            if first and all(_names(lines[k], language) for k in range(i + 1, end)):
                out.update(range(i, end))
    return out


def _of_nothing(marks: dict[int, Annex], lines: Sequence[Line], listed: set[int]) -> set[int]:
    """Of the marks that are not listed those of annexes that hold nothing and stand elsewhere: none below holds
    anything, or one of the same number does."""
    ends = dict(pairwise([*sorted(marks), len(lines)]))
    out: set[int] = set()
    later: set[str] = set()  # the numbers of the annexes below that hold something
    for i in sorted(marks.keys() - listed, reverse=True):
        number, is_empty = marks[i].number, bool(marks[i].title) and _only_closes(lines[i + 1 : ends[i]])
        if not is_empty:
            later.add(number)
        elif not later or not number or number in later:
            out.add(i)
    return out


def _names(line: Line, language: Language) -> bool:
    """Whether a line of a list is a name and no sentence."""
    return is_name(line.text.replace("\0", "").strip(), language) or len(line.text) < _SHORT_LINE // 2


def _end_of_list(lines: Sequence[Line], at: int, end: int, first: Marker, language: Language) -> int:
    """Where the list that counts on from its first number ends; a name may run over a line."""
    expected = 2
    while at < end:
        here = [line.number or _number(line.text, language) for line in lines[at : min(at + 2, end)]]
        counts = [m is not None and m.style.name == first.style.name and m.value == expected for m in here]
        if not any(counts):
            break
        at += 1 if counts[0] else 2
        expected += 1
    return at


def _only_closes(lines: Sequence[Line]) -> bool:
    """Whether nothing but a signature and a date stand in the lines."""
    dates = [noise.reason_in_closing(line.text.replace("\0", "").strip()) is not None for line in lines]
    signs = [is_date or (k + 1 < len(dates) and dates[k + 1]) for k, is_date in enumerate(dates)]
    return all(sign and not is_prose(line) for sign, line in zip(signs, lines, strict=True))
