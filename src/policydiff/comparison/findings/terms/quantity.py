"""A number with its unit, as it can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_PLAIN = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_LARGE = {"万": 10_000, "亿": 100_000_000}
_KINDS = (
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
        """What two printed forms of one quantity share: 5万元 and 五万元 are one."""
        times = _LARGE.get(self.unit[:1])
        if times and _PLAIN.fullmatch(self.value):
            return f"{(Decimal(self.value) * times).normalize():f}", self.unit[1:], self.bound
        return self.value, self.unit, self.bound
