"""Amounts, times, thresholds and frequencies that a translation gives otherwise or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.terms.english_quantities import numbers, rate
from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.comparison.findings.terms.quantity import Quantity
from policydiff.eid import chinese_number
from policydiff.expressions import expression

_UNITS = {
    "日": ("day", 1), "工作日": ("working day", 1), "交易日": ("working day", 1), "周": ("day", 7), "月": ("month", 1),
    "季度": ("month", 3), "年": ("month", 12), "周岁": ("month", 12), "岁": ("month", 12), "小时": ("minute", 60),
    "分钟": ("minute", 1), "元": ("yuan", 1), "%": ("%", 1), "倍": ("times", 1),
}  # fmt: skip
_LARGE = {"万": 10_000, "亿": 100_000_000}
_TIMES = frozenset(("day", "working day", "month", "minute"))
_SAID_IN_PASSING = frozenset(("1", "2"))
_ONE, _SAID_BY_ANY = frozenset((1.0,)), "1"  # which is among the numbers of any text
_OR_SO = {"以上": "least", "以下": "most", "以内": "most", "内": "most"}
_BEYOND = {"超过": "least", "低于": "most"}
_ENGLISH_OR_SO = {"at least": "least", "at most": "most"}
_ENGLISH_BEYOND = {"more than": "least", "less than": "most"}
_PERIODS = {
    "半年": "6 month", "年": "12 month", "季度": "3 month", "月": "1 month", "周": "7 day", "日": "1 day",
}  # fmt: skip
_HALVES = frozenset(("半数", "过半数"))
# What a part is, and into how many parts a whole is cut.
_PARTS = {"半数": "1/2", "过半数": "1/2"} | {name: str(n) for n, name in enumerate("二三四五六七八九十", 2)}
_MEASURED = frozenset(("month", "day", "working day", "minute", "yuan", "%"))
_ONE_UNIT = expression(r"[一半当次同每两二]个?(?P<unit>年|月|日|天|周|小时)")  # of which so few may be said in passing
_ONE_OF = {"年": ("12", "month"), "月": ("1", "month"), "日": ("1", "day"), "天": ("1", "day"), "周": ("7", "day"),
           "小时": ("60", "minute")}  # fmt: skip
_OFTEN = expression("[每次年月日天周季]|定期|经常|小时|元|倍")
_EVERY = expression("每[^，。；]{0,24}$")
_TIMES_BEHIND = expression(r"[^，。；]{0,20}?(?<!第)(?P<n>[一两二三四五六七八九十]{1,3}|\d{1,3})次")
_EACH = expression(r"\b(?:each|every|per|any|an?)\b|ly\b|\bper cent\b")


def number(chinese: str, english: str) -> Iterator[Found]:
    """A quantity that the translation does not give, or gives in another unit: 工作日 as days, 日 as working days.

    Not found: how soon (及时), numbers of provisions, dates; what the number counts.
    """
    given, held = quantities(english, "en"), numbers(english)
    own = [one for one in quantities(chinese, "zh") if _is_compared(one, chinese)]
    meant = {_meaning(one) for one in own}
    for one in own:
        value, unit = _meaning(one)
        if any((other.value, other.unit) == (value, unit) for other in given):
            continue
        free = (other for other in given if (other.value, other.unit) not in meant)
        other = next((other for other in free if _is_in_another_unit(other, one)), None)
        left = [other for other in given if other.unit == unit and (other.value, other.unit) not in meant]
        if other or not _readings(one) & held or (one.value == _SAID_BY_ANY and left):
            near = other or next(iter(left), None) or _measured_alike(one, given, own)
            yield Found("number", "number", one.text, _printed(near, english))


def _measured_alike(one: Quantity, given: Sequence[Quantity], own: Sequence[Quantity]) -> Quantity | None:
    """What the translation alone gives in the place of a Chinese measure, of whose unit no table knows the name: 500
    millilitres for 四百毫升. Of several nobody can tell."""
    if _meaning(one)[1] != "count":
        return None
    said = {_meaning(each)[0] for each in own}
    free = [other for other in given if _is_set(other) and other.unit not in _MEASURED and other.value not in said]
    return free[0] if len(free) == 1 else None


def is_given(words: str, chinese: str, english: str) -> bool:
    """Whether the English side of a row gives a quantity of its Chinese side as often as that, in whatever sentence."""
    own = [_meaning(one) for one in quantities(chinese, "zh") if _is_compared(one, chinese)]
    given = [(one.value, one.unit) for one in quantities(english, "en")]
    return all(own.count(meant) <= given.count(meant) for meant in map(_meaning, quantities(words, "zh")))


def added_number(chinese: str, english: str) -> Iterator[Found]:
    """A time, a sum, a share, a measure or a frequency that the translation alone has; of a count only its bound tells
    that it is set, and no word: at least three clerks.

    Not found: a count of one or two, which Chinese may say in passing.
    """
    for one in quantities(english, "en"):
        is_often = " per " in one.value and not _OFTEN.search(chinese)
        is_set = one.unit in _MEASURED or (" per " not in one.value and _is_set(one))
        if is_often or (is_set and _is_new(one, chinese)):
            yield Found("number", "number", "", _printed(one, english))


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
    said = {_often(one, chinese) for one in quantities(chinese, "zh")}
    for one in quantities(chinese, "zh"):
        often = _often(one, chinese)
        if often and not any(other.value == often for other in given) and (given or not _EACH.search(english)):
            free = (other for other in given if other.value not in said)
            yield Found("number", "number", one.text, _printed(next(free, None), english))


def _is_compared(one: Quantity, chinese: str) -> bool:
    """Whether a Chinese quantity is a number with its unit, and none of how often: 每半年两次."""
    often = _is_often(one) or (one.unit == "次" and _EVERY.search(chinese[: one.start]))
    return bool(one.unit) and one.value[0].isdigit() and not often


def _is_often(one: Quantity) -> bool:
    return one.bound == "每" and one.unit in ("年", "月", "季度", "周", "日")


def _often(one: Quantity, chinese: str) -> str:
    """How often a Chinese frequency says, as the English ones do; empty where it is none."""
    printed = one.value.removeprefix("每").removeprefix("个").replace("年度", "年")
    period = _PERIODS.get(printed if not one.unit else one.unit if _is_often(one) else "")
    if not period:
        return ""
    number, unit = period.split()
    times = _TIMES_BEHIND.match(chinese, one.end)
    many = chinese_number(times["n"].replace("两", "二")) if times and not times["n"].isdecimal() else None
    said = str(many) if many else times["n"] if times else "1"
    return " per ".join(rate(said, f"{int(number) * int(one.value if one.unit else 1)} {unit}"))


def _is_new(other: Quantity, chinese: str) -> bool:
    """Whether a quantity of the translation has neither its length nor its number in the Chinese text."""
    own = {_meaning(one) for one in quantities(chinese, "zh")}
    own |= {_ONE_OF[found["unit"]] for found in _ONE_UNIT.finditer(chinese)}
    said = set[float]().union(*(_readings(one) for one in quantities(chinese, "zh")))
    return (other.value, other.unit) not in own and said.isdisjoint(numbers(other.text) - _ONE)


def _is_set(one: Quantity) -> bool:
    """Whether a quantity of another unit sets how much there must or may be."""
    return bool(one.unit and one.bound) and one.value not in _SAID_IN_PASSING


def _meaning(one: Quantity) -> tuple[str, str]:
    """The value of a Chinese quantity in the unit of the English ones: 五万元 is 50,000 yuan, 三年 36 months."""
    if part := _PARTS.get(one.unit) or _PARTS.get(one.unit[:1] if one.unit.endswith("分之") else ""):
        return part if one.unit in _HALVES else f"{one.value}/{part}", "%"
    times, printed = _LARGE.get(one.unit[:1], 1), one.unit
    if times > 1:
        printed = one.unit[1:]
    unit, each = _UNITS.get(printed, ("count", 1))
    try:
        return f"{(Decimal(one.value) * times * each).normalize():f}", unit
    except InvalidOperation:
        return one.value, unit


def _is_in_another_unit(other: Quantity, one: Quantity) -> bool:
    """Whether an English time that is of another length has the number of a Chinese one: 24 days for 24 hours."""
    are_times = {_meaning(one)[1], other.unit} <= _TIMES
    return are_times and not _readings(one).isdisjoint(numbers(other.text) - _ONE)


def _readings(one: Quantity) -> set[float]:
    """The numbers that a quantity may be given as: 五万元 is 5 (ten thousand) and 50,000."""
    if _meaning(one)[1] == "%" and "/" in _meaning(one)[0]:
        return set()
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
