"""Numbers in one form, so that clauses which write them otherwise are laid beside each other as the same words.

处1万元以上10万元以下罚款 = 处10000元以上100000元以下罚款 = 处一万元以上十万元以下罚款     3% = 百分之三
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from policydiff.eid import chinese_numeral

_NUMBER = re.compile(
    r"(?<![\da-zA-Z.])(?P<n>\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(?:\.(?P<part>\d{1,4}))?(?![\d.]*[\da-zA-Z])"
    r"\s?(?P<sign>[万亿%‰](?!分))?(?P<year>年(?!以|之?内|度?期))?"
)
_SHARES = {"%": "百分之", "‰": "千分之"}
_TIMES = {"万": 10_000, "亿": 100_000_000}
_DIGITS = "〇一二三四五六七八九"
_YEARS = range(1000, 3000)  # a number of a year, and not of years
_TWO = re.compile(r"两(?=[百千万亿])")


@lru_cache(maxsize=4096)
def in_one_numeral(text: str) -> str:
    """A Chinese text with its numbers as statutes print them: in Chinese numerals, and a share in words."""
    plain = _TWO.sub("二", text) if "两" in text else text
    return _NUMBER.sub(_numeral, plain)


def _numeral(found: re.Match[str]) -> str:
    """One number in Chinese numerals; that of a year figure by figure."""
    whole, part, sign, year = int(found["n"].replace(",", "")), found["part"], found["sign"], found["year"] or ""
    if year and not part and not sign and whole in _YEARS:
        return _figures(str(whole)) + year
    if sign in _SHARES or not sign:
        return _SHARES.get(sign or "", "") + _in_words(whole) + (f"点{_figures(part)}" if part else "") + year
    value = Decimal(f"{whole}.{part or 0}") * _TIMES[sign]
    return (_in_words(int(value)) if value == int(value) else found.group().removesuffix(year)) + year


def _in_words(number: int) -> str:
    """The numeral of a number of any size: 150000 is 十五万."""
    out = ""
    for times, name in ((_TIMES["亿"], "亿"), (_TIMES["万"], "万"), (1, "")):
        many, number = divmod(number, times)
        if many:
            out += chinese_numeral(many) + name
    return out or "零"


def _figures(digits: str) -> str:
    return "".join(_DIGITS[int(digit)] for digit in digits)
