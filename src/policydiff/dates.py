"""Days as Chinese texts print them.

    2021年5月1日    2021 年 5 月 1 日    二〇二一年五月一日    二○二一年5月1日        2021-05-01
    2018年13月40日                                                               no day

The zero of such a date is printed as 〇 and as whatever looks like it: a circle, a letter, an Arabic digit.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from policydiff.eid import chinese_number
from policydiff.expressions import expression

_ZEROS = "〇○零ＯOo０0"
_NUMERALS = f"{_ZEROS}一二三四五六七八九"
_AS_PRINTED_IN_LAWS = str.maketrans(_ZEROS, "〇" * len(_ZEROS))
YEAR = rf"(?:\d{{4}}|[一二][{_NUMERALS}]{{3}})"
_MONTH_OR_DAY = rf"(?:\d{{1,2}}|[{_NUMERALS}十]{{1,3}})"
DATE = rf"(?:{YEAR}\s*年\s*{_MONTH_OR_DAY}\s*月\s*{_MONTH_OR_DAY}\s*日)"  # the form alone: there may be no such day
_PARTS = expression(rf"({YEAR})\s*年\s*({_MONTH_OR_DAY})\s*月\s*({_MONTH_OR_DAY})\s*日")


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day, 2021-05-01, and where a text prints it."""

    iso: str
    start: int
    end: int


def days(text: str) -> Iterator[Day]:
    """The days that a text names in full, in its order; what is no day of the calendar is none."""
    for found in _PARTS.finditer(text):
        try:
            day = datetime.date(*map(_number, found.groups()))
        except ValueError:
            continue
        yield Day(iso=day.isoformat(), start=found.start(), end=found.end())


def _number(printed: str) -> int:
    return int(printed) if printed.isdecimal() else chinese_number(printed.translate(_AS_PRINTED_IN_LAWS))
