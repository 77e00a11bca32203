"""Numbers in the writings that Chinese texts have for them, and the short ones of English.

处1万元以上10万元以下罚款 = 处10000元以上100000元以下罚款 = 处一万元以上十万元以下罚款     3% = 百分之三
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from policydiff.eid import chinese_number, chinese_numeral

_NUMBER = re.compile(
    r"(?<![\da-zA-Z.])(?P<n>\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(?:\.(?P<part>\d{1,4}))?(?![\d.]*[\da-zA-Z])"
    r"\s?(?P<sign>[万亿%‰](?!分))?(?P<year>年(?!以|之?内|度?期))?"
)
_SHARES = {"%": "百分之", "‰": "千分之"}
_TIMES = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
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
            out += (chinese_numeral(many) if many < _TIMES["万"] else _in_words(many)) + name
    return out or "零"


def _figures(digits: str) -> str:
    return "".join(_DIGITS[int(digit)] for digit in digits)


# ---------------------------------------------------------------------------------------- every writing

# What a number goes on with on either side: where one of these stands, the number is another one.
GOES_ON = "0123456789./%‰点零〇○一二两三四五六七八九十百千万亿"
# What is counted, by the first character: of a single figure or numeral it says that it is a number (三日, not 三农).
_COUNTED = (
    "年月日天周时分秒元角倍人名户家个次项条款章节类级种份岁代届里米亩吨克升度台辆件层座张所处小工公平立海毫厘至到"
)
_NOT_COUNTED = "以之的至到和与或及、"  # what is read by itself behind a number
_BEFORE_OR_WITHIN = "内前后"  # likewise, behind what is counted
_PARTS_OF_DATE = ("年月", "月日")
_DAYS = {"日": "天", "天": "日"}
_ENGLISH = {
    2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten",
    11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen", 17: "seventeen",
    18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty",
    70: "seventy", 80: "eighty", 90: "ninety",
}  # fmt: skip
_OF_ENGLISH = {word: number for number, word in _ENGLISH.items()}
_MOST = 10**13  # which a page can still reckon with
_ZEROS = re.compile("[零〇○]")
_LIKE_TWO = re.compile("(?<![十百千])二(?=[百千万亿])|^二$")
_WRITTEN = re.compile(
    rf"(?<![\da-z])(?P<word>{'|'.join(_OF_ENGLISH)})(?![\da-z])|"
    r"(?<![\d./])(?P<over>\d{1,2})/(?P<under>\d{1,2})(?![\d./])|"
    r"(?P<of>[二三四五六七八九十]{1,3})分之(?P<parts>[一二两三四五六七八九十]{1,3})|"
    r"(?P<share>百分之|千分之|第)?(?:"
    r"(?<![\da-z./])(?P<n>\d{1,3}(?:,\d{3}){1,3}|\d{1,11})(?:\.(?P<part>\d{1,4}))?(?![\d./]*[\da-z])"
    r"(?P<times>(?:[十百千]?[万亿]|[百千])(?!分))?(?P<sign>[%‰])?"
    r"|(?P<numeral>[零〇○一二两三四五六七八九十百千万亿]{1,16})(?:点(?P<point>[零〇○一二三四五六七八九]{1,4}))?)",
    re.ASCII,
)


class Written(NamedTuple):
    """A run of words in every writing of its numbers, as it stands first; whether it begins with one, and ends."""

    ways: tuple[str, ...]
    begins: bool
    ends: bool


def written(run: str) -> Written:
    """A run of words, folded, in every writing of its numbers: 500元 is 五百元, 30日 is 三十天, 2/3 is 三分之二. Where
    several stand in it they are written alike; a figure alone is no number unless something is counted by it, but in
    English."""
    found = [(one, ways) for one in _WRITTEN.finditer(run) if (ways := _ways(one))]
    out = [run]
    for way, days in product(range(len(found[0][1]) if found else 0), (False, True)):
        at, text = 0, ""
        for one, ways in found:
            text += run[at : one.start()] + ways[way]
            at = one.end()
            if days and _counts_days(one):
                text, at = text + _DAYS[run[at]], at + 1
        out.append(text + run[at:])
    begins, ends = bool(found) and found[0][0].start() == 0, bool(found) and found[-1][0].end() == len(run)
    return Written(tuple(dict.fromkeys(out)), begins, ends)


def cut_at_numbers(run: str) -> Iterator[tuple[str, bool]]:
    """A run, folded, in pieces, each with whether it is a number, which has one character of what is counted with it:
    罚款 | 500元 | 以上, 三十日 | 内 | 报告; a date is one."""
    at = number = 0
    for one in _WRITTEN.finditer(run):
        if one.start() < at or not _ways(one):
            continue
        is_date = one.start() == at > number and run[at - 1] + run[one.end() : one.end() + 1] in _PARTS_OF_DATE
        if not is_date:
            yield from _apart(run, number, at, one.start())
            number = one.start()
        at = one.end() + _is_name_of_unit(one)
    yield from _apart(run, number, at, len(run))


def _apart(run: str, number: int, behind: int, end: int) -> Iterator[tuple[str, bool]]:
    """A number in a run and what stands between it and the next."""
    if behind > number:
        yield run[number:behind], True
        if not run[behind - 1].isascii() and run[behind : behind + 1] in tuple(_BEFORE_OR_WITHIN):
            yield run[behind], False
            behind += 1
    if end > behind:
        yield run[behind:end], False


def _ways(found: re.Match[str]) -> tuple[str, ...]:
    """A number in figures, in figures with 万, in numerals, in numerals with 两, and in an English word; none of what
    is no number."""
    if found["word"]:
        return (str(_OF_ENGLISH[found["word"]]),) * 5
    if found["over"] or found["of"]:
        return _ways_of_fraction(found)
    following = found.string[found.end() : found.end() + 1]
    share, sign = found["share"] or "", found["sign"] or ""
    if sign and (share or found["times"]):
        return ()
    whole, part = _read(found)
    if whole is None:
        return ()
    of = "第" if share == "第" else ""
    shares = share.removesuffix("第") or _SHARES.get(sign, "")
    if not (shares or of or part or len(found.group()) > 1 or _is_counted(following)):
        english = _in_english(found, found.group()) if found["n"] else ""
        return (found.group(),) * 4 + (english,) if english != found.group() and english else ()
    after = f".{part}" if part else ""
    if shares:
        signed = next(sign for sign, words in _SHARES.items() if words == shares)
        words = shares + _in_words(whole) + (f"点{_figures(part)}" if part else "")
        return f"{whole}{after}{signed}", f"{shares}{whole}{after}", words, words, words
    if following == "年" and whole in _YEARS and not part:
        figures = _figures(str(whole))
        ways = (str(whole), figures, figures.replace("〇", "○"), figures.replace("〇", "零"))
    else:
        words = _in_words(whole) + (f"点{_figures(part)}" if part else "")
        is_bare = whole in _YEARS and not part and not _is_counted(following)
        second = _figures(str(whole)) if is_bare else _in_ten_thousands(whole) + after
        ways = (f"{whole}{after}", second, words, _LIKE_TWO.sub("两", words))
    return tuple(of + way for way in (*ways, _in_english(found, ways[0])))


def _ways_of_fraction(found: re.Match[str]) -> tuple[str, ...]:
    """A proper fraction in figures and in words."""
    part, whole = (
        int(one) if one.isascii() else chinese_number(one.replace("两", "二"))
        for one in (found["over"] or found["parts"], found["under"] or found["of"])
    )
    words = f"{_in_words(whole)}分之{_in_words(part)}"
    return (f"{part}/{whole}",) * 2 + (words,) * 3 if 0 < part < whole else ()


def _is_name_of_unit(found: re.Match[str]) -> bool:
    """Whether what is counted follows a number: not behind a share, nor where the number is the end of a range."""
    following = found.string[found.end() : found.end() + 1]
    is_share = found["over"] or found["of"] or found["sign"] or (found["share"] or "第") != "第"
    return not (following.isascii() or following in _NOT_COUNTED or is_share)


def _counts_days(found: re.Match[str]) -> bool:
    """Whether days are counted, which a day of a month is not: 三日, not 五月三日 nor 第三日."""
    run, (start, end) = found.string, found.span()
    return run[end : end + 1] in _DAYS and not found["share"] and not run.endswith("月", 0, start)


def _in_english(found: re.Match[str], number: str) -> str:
    """A number in an English word, where it stands by itself and there is one; else as it is."""
    run, (start, end) = found.string, found.span()
    alone = run[start - 1 : start] in " " and run[end : end + 1] in " " and number.isdecimal()
    return _ENGLISH.get(int(number), number) if alone else number


def _is_counted(following: str) -> bool:
    return following != "" and following in _COUNTED


def _read(found: re.Match[str]) -> tuple[int | None, str]:
    """The whole part of a number and the figures behind its point; None where it is printed as no number is."""
    if found["n"]:
        value = Decimal(f"{found['n'].replace(',', '')}.{found['part'] or 0}")
        for times in found["times"] or "":
            value *= 10 if times == "十" else _TIMES[times]
        part = found["part"] or "" if not found["times"] else f"{value % 1:f}".removeprefix("0").strip(".").rstrip("0")
        return (int(value), part) if value < _MOST else (None, "")
    printed = found["numeral"]
    above, many, below = printed.rpartition("亿")
    if "亿" in above or below.count("万") > 1 or above.count("万") or (many and not above):
        return None, ""
    whole = (chinese_number(above) * _TIMES["亿"] if many else 0) + (chinese_number(below) if below else 0)
    point = "".join(str(chinese_number(figure)) for figure in found["point"] or "")
    bare = _ZEROS.sub("", printed.replace("两", "二"))
    is_year = len(printed) == 4 and whole in _YEARS and _ZEROS.sub("〇", printed) == _figures(str(whole))
    return (whole, point) if is_year or (whole < _MOST and bare == _ZEROS.sub("", _in_words(whole))) else (None, "")


def _in_ten_thousands(whole: int) -> str:
    """20000 as 2万, 15000 as 1.5万, 5000 as 5千; what would take more than two figures behind the point as it is."""
    for times in (_TIMES["亿"], _TIMES["万"]):
        if whole >= times and whole * 100 % times == 0:
            many, rest = divmod(whole, times)
            part = f".{rest * 100 // times:02}".rstrip("0") if rest else ""
            return f"{many}{part}{'亿' if times > _TIMES['万'] else '万'}"
    for name in "千百":
        if 0 < whole < 10 * _TIMES[name] and whole % _TIMES[name] == 0:
            return f"{whole // _TIMES[name]}{name}"
    return str(whole)
