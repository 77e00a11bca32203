"""The numbers of provisions: how they look in print, and what they are: 第三十一条之一 is 31-1, （三） 3, (iv) 4."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# What a number of a provision looks like in print: pieces of patterns, for every floor that looks for one. No rule has
# ten thousand articles (九千九百九十九) nor a list a thousand items (九百九十九): what is longer is a sum, a year or a
# run of digits, and 万 stands in none. A circle is what many web pages print for 〇.
_ZEROS, _OTHERS = "零〇○", "一二三四五六七八九十百千两"
NUMERALS = _ZEROS + _OTHERS
NUMERAL = f"[{NUMERALS}]"
NUMBER = rf"(?:{NUMERAL}{{1,7}}|\d{{1,4}})"  # of what 第 stands before
ITEM_NUMERAL = rf"[{_OTHERS}]{NUMERAL}{{0,4}}"  # a circle alone is a box to tick
ITEM_NUMBER = rf"(?:{ITEM_NUMERAL}|\d{{1,3}})"  # of （三）, 三、, 3.
INSERTED = f"之{ITEM_NUMERAL}"  # behind the number of an article that was inserted: 第三十一条之一
GAP = r"\s?"  # within a number, as some texts set it
IN_ONE = "㈠-㈩⑴-⒛"  # a number and what stands around it in one character: ㈠ is （一）
CIRCLED = "①-⑳"


def ordinal(units: str, blank: str = "") -> str:
    """The pattern of 第…条 and what else is counted so, each unit one character; `blank` may stand in it."""
    return f"第{blank}{NUMBER}{blank}[{units}]"


# What a line begins with where a provision does, in most texts; parsing knows every way.
NUMBERED = (
    rf"{ordinal('编章节条', GAP)}|[（(]{ITEM_NUMBER}[）)]|{ITEM_NUMERAL}、|\d{{1,2}}[.．、](?!\d)|[{IN_ONE}]"
    r"|Article\s+\d"
)

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | dict.fromkeys(_ZEROS, 0) | {"两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def chinese_number(numeral: str) -> int:
    """The value of a Chinese numeral: 二十三 is 23, 一百零二 and 百二 are 102, 二〇一七 is 2017, 五十万 is 500,000."""
    above, ten_thousand, below = numeral.rpartition("万")
    if ten_thousand:
        return (chinese_number(above) if above else 1) * 10_000 + (chinese_number(below) if below else 0)
    if not any(c in _UNITS for c in numeral):
        return int("".join(str(_DIGITS[c]) for c in numeral))
    total = digit = 0
    for c in numeral:
        if c in _DIGITS:
            digit = _DIGITS[c]
        else:
            total += (digit or 1) * _UNITS[c]
            digit = 0
    return total + digit


def chinese_numeral(number: int) -> str:
    """The numeral that statutes print for a number below ten thousand: 12 is 十二, 102 is 一百零二."""
    out = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            out += "零一二三四五六七八九"[digit] + name
        elif out and number and not out.endswith("零"):
            out += "零"
    return out.removeprefix("一") if out.startswith("一十") else out or "零"


def roman_number(numeral: str) -> int:
    """The value of a lower-case Roman numeral below 400: iv is 4."""
    values = [_ROMAN[c] for c in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


@lru_cache(maxsize=4096)  # numbers are few
def clean_number(printed: str, *, roman: bool = False) -> str:
    """The Arabic number in what was printed: 第三十一条之一 is `31-1`, （三） is `3`, (b) is `2`.

    `roman` reads i, v, x as Roman numerals instead of as letters.
    """
    plain = unicodedata.normalize("NFKC", printed)
    if found := re.findall(rf"\d+|{NUMERAL}+", plain):
        return "-".join(str(int(n) if n.isdecimal() else chinese_number(n)) for n in found)
    if letter := re.search(r"[a-z]+", plain.lower()):
        word = letter.group()
        return str(roman_number(word) if roman else ord(word[0]) - ord("a") + 1)
    return ""


def is_roman(printed: str) -> bool:
    """Whether a citation's (i), (iv), (v) is a Roman numeral; another letter alone, (a) or (c), is a letter."""
    plain = printed.lower()
    return plain in ("i", "v", "x") or (len(plain) > 1 and set(plain) <= set(_ROMAN))
