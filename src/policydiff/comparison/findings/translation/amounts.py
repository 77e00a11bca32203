"""Amounts, times, thresholds and frequencies that a translation gives otherwise or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.terms.english_quantities import numbers
from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.comparison.findings.terms.quantity import Quantity
from policydiff.expressions import expression

_UNITS = {
    "日": ("day", 1), "工作日": ("working day", 1), "交易日": ("working day", 1), "周": ("day", 7), "月": ("month", 1),
    "季度": ("month", 3), "年": ("month", 12), "周岁": ("month", 12), "岁": ("month", 12), "小时": ("minute", 60),
    "分钟": ("minute", 1), "元": ("yuan", 1), "%": ("%", 1), "倍": ("times", 1),
}  # fmt: skip
_LARGE = {"万": 10_000, "亿": 100_000_000}
_TIMES = frozenset(("day", "working day", "month", "minute"))
_ONE = frozenset((1.0,))  # which is among the numbers of any text
_OR_SO = {"以上": "least", "以下": "most", "以内": "most", "内": "most"}
_BEYOND = {"超过": "least", "低于": "most"}
_ENGLISH_OR_SO = {"at least": "least", "at most": "most"}
_ENGLISH_BEYOND = {"more than": "least", "less than": "most"}
_PERIODS = {
    "半年": "6 month", "年": "12 month", "季度": "3 month", "月": "1 month", "周": "7 day", "日": "1 day",
}  # fmt: skip
_EACH = expression(r"\b(?:each|every|per|any|an?)\b|ly\b|\bper cent\b")


def number(chinese: str, english: str) -> Iterator[Found]:
    """A quantity that the translation does not give, or gives in another unit: 工作日 as days, 日 as working days.

    Not found: how soon (及时), numbers of provisions, dates; what the number counts.
    """
    given, held = quantities(english, "en"), numbers(english)
    own = [one for one in quantities(chinese, "zh") if one.unit and one.value[0].isdigit()]
    meant = {_meaning(one) for one in own}
    for one in own:
        value, unit = _meaning(one)
        if any((other.value, other.unit) == (value, unit) for other in given):
            continue
        free = (other for other in given if (other.value, other.unit) not in meant)
        other = next((other for other in free if _is_in_another_unit(other, one)), None)
        if other or not _readings(one) & held:
            left = [other for other in given if other.unit == unit and (other.value, other.unit) not in meant]
            yield Found("number", "number", one.text, _printed(other or (left[0] if left else None), english))


def threshold(chinese: str, english: str) -> Iterator[Found]:
    """以上, 以下 rendered by more than, less than, which leave the number itself out, or by the contrary; 超过, 不满 by
    at least, at most.

    民法典 art. 1259: 以上, 以下, 以内, 届满 include the number; 不满, 超过, 以外 do not.
    """
    for one in quantities(chinese, "zh"):
        given = [other for other in quantities(english, "en") if other.value == _meaning(one)[0]]
        side, beyond = _OR_SO.get(one.bound), _BEYOND.get(one.bound)
        wrong = [
            other
            for other in given
            if (side and _ENGLISH_BEYOND.get(other.bound) == side)
            or (side and _ENGLISH_OR_SO.get(other.bound, side) != side)
            or (beyond and _ENGLISH_OR_SO.get(other.bound) == beyond)
        ]
        if wrong and len(wrong) == len(given):
            yield Found("threshold", "number", one.text, _printed(wrong[0], english))


def frequency(chinese: str, english: str) -> Iterator[Found]:
    """每季度 given as another frequency, or as none."""
    given = [one for one in quantities(english, "en") if " per " in one.value]
    for one in quantities(chinese, "zh"):
        period = _PERIODS.get(one.value.removeprefix("每").removeprefix("个").replace("年度", "年"))
        if one.unit or not one.value.startswith("每") or not period:
            continue
        if any(other.value.endswith(f" per {period}") for other in given):
            continue
        if given or not _EACH.search(english):
            yield Found("number", "number", one.text, _printed(given[0] if given else None, english))


def _meaning(one: Quantity) -> tuple[str, str]:
    """The value of a Chinese quantity in the unit of the English ones: 五万元 is 50,000 yuan, 三年 36 months."""
    times, printed = _LARGE.get(one.unit[:1], 1), one.unit
    if times > 1:
        printed = one.unit[1:]
    unit, each = _UNITS.get(printed, ("count", 1))
    try:
        return f"{(Decimal(one.value) * times * each).normalize():f}", unit
    except InvalidOperation:
        return one.value, unit


def _is_in_another_unit(other: Quantity, one: Quantity) -> bool:
    """Whether an English time has the number of a Chinese one, and is of another length: 24 days for 24 hours."""
    value, unit = _meaning(one)
    if not {unit, other.unit} <= _TIMES or (other.value, other.unit) == (value, unit):
        return False
    return not _readings(one).isdisjoint(numbers(other.text) - _ONE)


def _readings(one: Quantity) -> set[float]:
    """The numbers that a quantity may be given as: 五万元 is 5 (ten thousand) and 50,000."""
    try:
        value = float(one.value)
    except ValueError:
        return set()
    out = {value, value * _LARGE.get(one.unit[:1], 1)}
    if one.unit == "%":
        out.add(value / 100)
    return out


def _printed(one: Quantity | None, english: str) -> str:
    return english[one.start : one.end] if one else ""
