"""How much a clause fines, and how that is reckoned.

处五百元以上一千元以下罚款           500 to 1,000 yuan
处每平方米十元以下罚款               up to 10 yuan a square metre
并处货值金额百分之二十的罚款         0.2 times the value of the goods
可以并处罚款                         open
受到罚款处罚、每日加处罚款           none
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.comparison.findings.terms.quantity import Quantity
from policydiff.expressions import expression

OPEN = "open"  # how a fine is reckoned that says no amount
_FINE = re.compile("罚款")
# What speaks of a fine and sets none: 受到罚款处罚, 罚款的决定, and what is added day by day (行政处罚法 2021 art. 72).
_SETS_NONE = expression(r"(?:加处|受到?|缴纳|交纳|收缴|逾期|每日|每天|不得|免予|减免|免除|作出|做出)[^，。；]{0,10}$")
_SPOKEN_OF = expression(r"的?(?:行政)?处罚|的?(?:数额|决定|金额|款项|收入|票据|缴纳|幅度|标准|权)")
_BEHIND = re.compile(r"(?:人民币|的|之|等值|\s)*$")  # between an amount and 罚款
_OPEN = expression(r"(?:处|给予|予以|课|科)以?(?:相应|适当|一定)?(?:数额)?的?$|(?:可以|可|并)$")
_PER = expression(r"每一?(?P<unit>[^，。；、\d〇零一二两三四五六七八九十百千万每处]{1,6})")
_OF_WHAT = expression(
    r"违法所得|非法所得|非法收入|违法收入|货值|经营额|经营总额|销售额|销售总额|销售收入|价值|总值"
    r"|合同价款|工程款|造价|标的|水费|电费|租金|费用|工资|收入"
)
_ONE_THING = dict.fromkeys(("非法所得", "非法收入", "违法收入"), "违法所得") | {"总值": "价值", "销售总额": "销售额"}
_SHARES = {"%": 100, "‰": 1000, "‱": 10000}
_BARE_LOW = re.compile(r"以上[、，]?$")  # 二千以上五千元以下


class Range(NamedTuple):
    """From how much to how much; None where that cannot be read."""

    low: Decimal | None
    high: Decimal | None

    def holds(self, other: Range) -> bool:
        """Whether another range lies within this one, as far as both are read."""
        from_below = self.low is None or other.low is None or self.low <= other.low
        return from_below and (self.high is None or other.high is None or other.high <= self.high)


class FineAmount(NamedTuple):
    """A fine as a clause sets it: where its words end, where its amount stands, how it is reckoned and how much."""

    end: int
    amount: range
    reckoned: str
    range: Range


@lru_cache(maxsize=4096)  # a clause is asked for each of its changes
def fine_amounts(clause: str) -> tuple[FineAmount, ...]:
    """The fines that a Chinese clause sets, in order."""
    return tuple(_read(clause)) if _FINE.search(clause) else ()


def _read(clause: str) -> Iterator[FineAmount]:
    counted = [one for one in quantities(clause, "zh") if one.kind in ("money", "share") and one.unit]
    ends = [found.span() for found in _FINE.finditer(clause)]
    for (start, end), before in zip(ends, [0, *(end for _, end in ends)], strict=False):
        if _SPOKEN_OF.match(clause, end) or _SETS_NONE.search(clause[before:start]):
            continue
        own = [one for one in counted if before <= one.start and one.end <= start]
        if own and _BEHIND.fullmatch(clause, own[-1].end, start):
            yield _counted(clause, _last(own), before, end)
        elif behind := [one for one in counted if one.start == end]:
            yield _counted(clause, [*behind, *(one for one in counted if one.start == behind[0].end)], before, end)
        elif not own and _OPEN.search(clause[before:start]):
            yield FineAmount(end, range(start, start), OPEN, Range(None, None))


def _last(own: Sequence[Quantity]) -> Sequence[Quantity]:
    """The last of some amounts, with the lower end of its range where it is one."""
    is_range = len(own) > 1 and own[-1].bound == "以下" and own[-2].bound == "以上" and _unit(own[-1]) == _unit(own[-2])
    return own[-2:] if is_range else own[-1:]


def _counted(clause: str, own: Sequence[Quantity], before: int, end: int) -> FineAmount:
    first, last = own[0], own[-1]
    low, high = _value(first), _value(last)
    if len(own) == 1:
        low = high if last.bound in ("以上", "超过", "") else Decimal(0)
        high = Decimal("Infinity") if last.bound in ("以上", "超过") else high
        low = None if _BARE_LOW.search(clause[before : first.start]) else low
    amount = range(first.start, last.end)
    return FineAmount(max(end, last.end), amount, _reckoned(clause[before : first.start], last), Range(low, high))


def _reckoned(before: str, amount: Quantity) -> str:
    """How a fine is reckoned: in yuan, in yuan for each of something, or as so many times something."""
    unit = _unit(amount)
    if unit == "元":
        per = [*_PER.finditer(before)]
        return f"元/{per[-1]['unit']}" if per else unit
    of = [found.group() for found in _OF_WHAT.finditer(before)]
    return f"倍{_ONE_THING.get(of[-1], of[-1])}" if of else "倍"


def _unit(amount: Quantity) -> str:
    unit = amount.meaning[1]
    return "倍" if unit in _SHARES or unit.endswith("分之") else unit


def _value(amount: Quantity) -> Decimal | None:
    value, unit, _ = amount.meaning
    try:
        return Decimal(value) / _SHARES.get(unit, 1)
    except InvalidOperation:
        return None
