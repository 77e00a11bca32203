"""A number with its unit, as it can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_PLAIN = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_LARGE = {"万": 10_000, "亿": 100_000_000}
# Spans of time that are so many of a shorter one, by the calendar; and how often, as the span between.
_SPANS = {"年": (12, "月"), "季度": (3, "月"), "周": (7, "日"), "小时": (60, "分钟")}
_EVERY = re.compile("每个?(?P<period>半年|年度?|季度|月|周|日)")
_PERIODS = {
    "半年": ("6", "月"), "年": ("12", "月"), "年度": ("12", "月"), "季度": ("3", "月"), "月": ("1", "月"),
    "周": ("7", "日"), "日": ("1", "日"),
}  # fmt: skip
_KINDS = (
    ("day", re.compile(r"^月日$")),  # of the calendar: no length of time answers it
    ("money", re.compile(r"元|倍|工资|yuan|rmb|times")),  # a fine is an amount, or so many times another
    ("time", re.compile(r"日|周$|月|季度|年|小时|分钟|day|hour|week|month|year|minute")),
    ("share", re.compile(r"%|‰|‱|分之|半数|百分点|per ?cent")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit and whether the number itself is included, as printed and where."""

    value: str
    unit: str
    bound: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    @property
    def kind(self) -> str:
        """What it measures: time, money, or what its unit counts."""
        return next((kind for kind, units in _KINDS if units.search(self.unit)), self.unit)

    @property
    def meaning(self) -> tuple[str, str, str]:
        """What two printed forms of one quantity share: 5万元 and 五万元 are one, so are 一年内 and 十二个月内.

        A day and 24 hours are not, for a day is counted from the next one on (民法典 arts. 200 to 203).
        """
        if often := _EVERY.fullmatch(self.value):
            value, unit = _PERIODS[often["period"]]
            return value, unit, "每"
        times = _LARGE.get(self.unit[:1])
        if times and _PLAIN.fullmatch(self.value):
            return f"{(Decimal(self.value) * times).normalize():f}", self.unit[1:], self.bound
        length, unit = _SPANS.get(self.unit, (1, self.unit))
        if length > 1 and _PLAIN.fullmatch(self.value):
            return f"{(Decimal(self.value) * length).normalize():f}", unit, self.bound
        return self.value, self.unit, self.bound
