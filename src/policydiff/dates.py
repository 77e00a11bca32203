"""Days as texts print them.

    2021年5月1日    2021 年 5 月 1 日    二〇二一年五月一日    二○二一年5月1日        2021-05-01
    May 1, 2021    1 May 2021                                                    2021-05-01
    2018年13月40日                                                               no day

The zero of a Chinese date is printed as 〇 and as whatever looks like it: a circle, a letter, an Arabic digit.
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
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MONTH = rf"(?:{'|'.join(_MONTHS)})"
ENGLISH_DATE = rf"(?:{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{_MONTH}\s+\d{{4}})"
_ENGLISH_PARTS = expression(rf"\b{ENGLISH_DATE}\b")
_NUMBERS = expression(r"\d+")
_PARTS = expression(rf"({YEAR})\s*年\s*({_MONTH_OR_DAY})\s*月\s*({_MONTH_OR_DAY})\s*日")


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day, 2021-05-01, and where a text prints it."""

    iso: str
    start: int
    end: int


def days(text: str) -> Iterator[Day]:
    """The days that a Chinese text names in full, in its order; what is no day of the calendar is none."""
    for found in _PARTS.finditer(text):
        yield from _day(found.span(), *map(_number, found.groups()))


def english_days(text: str) -> Iterator[Day]:
    """The days that an English text names in full, as `days`."""
    for found in _ENGLISH_PARTS.finditer(text):
        day, year = map(int, _NUMBERS.findall(found.group()))
        month = next(n for n, name in enumerate(_MONTHS, 1) if name in found.group())
        yield from _day(found.span(), year, month, day)


def _day(place: tuple[int, int], year: int, month: int, day: int) -> Iterator[Day]:
    try:
        iso = datetime.date(year, month, day).isoformat()
    except ValueError:
        return
    yield Day(iso=iso, start=place[0], end=place[1])


def _number(printed: str) -> int:
    return int(printed) if printed.isdecimal() else chinese_number(printed.translate(_AS_PRINTED_IN_LAWS))


def is_before(one: str, other: str) -> bool:
    """Whether a date is before another as far as both are known: 2021 is not before 2021-05-01."""
    known = min(len(one), len(other))
    return bool(known) and one[:known] < other[:known]
