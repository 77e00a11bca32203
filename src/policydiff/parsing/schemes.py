"""Numbers that only the whole of a text tells from an amount, a row's first cell or a heading.

    3 职责                 a number alone, where such numbers count on and stand above words (`1`)
    3.1 主任负责。          of the second of two levels, where the numbers count on (`1.1`)
    3.1.1 每月检查。        of the third (`1.1.1`)

What may be an amount (1.5米, 2 个月), what goes on with an open sentence, and what does not count on stays text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from policydiff.expressions import expression
from policydiff.model import Language
from policydiff.parsing.block import is_open_line
from policydiff.parsing.line import BLANKS, Line
from policydiff.parsing.markers import DECIMALS, PLAIN, Marker, Style, is_cited_in
from policydiff.parsing.sections import is_section
from policydiff.parsing.view import View

_DECIMAL = re.compile(r"(\d{1,2}(?:[.．]\d{1,2}){1,4})(?:[.．](?!\d))?(?=[\s\0]|[^\d.．%％\s\0])")
_BARE = re.compile(r"(\d{1,2})([A-Z]?)[ \t\xa0\u3000\0]+(?=\S)")
_FEWEST = 2  # numbers that make a scheme, where others bear them out
_MOST_WRONG = 0.2  # of the numbers that may be of a scheme, those that do not count on
_FEWEST_ALONE = 3  # numbers that no others bear out
# What is counted or measured by the number before it. A word that begins alike and names a thing (人员, 年度) is none.
_RANGE = r"[～~—–\-−至到/×]\s?\d|[％%‰℃°、]"
_UNIT: dict[Language, re.Pattern[str]] = {
    "zh": expression(
        rf"{_RANGE}|个(?!人|体|案|性)|天(?!然|线|气|平)|周(?!边|围|期|转)|日(?!常|志|程|间)|月(?!报|度|台)"
        r"|年(?!度|检|审|龄|报)|[小工课学]时|时(?!间|限|效)|分(?!类|级|工|析|包|公|支|配|布|项|部|区|段|期|管)|秒|人(?!员|力|事|身|工|类|才|口|民)"
        r"|名(?!称|词|单)|位(?!置)|岁|元(?!旦|数|件|素|器)|角|[万亿千百]|[倍折米里丈吨斤亩克辆份页套件把]|尺(?!寸)|成(?!立|员|果|品|本|绩|分)"
        r"|[厘毫分千]米|公[里斤顷分尺升]|[平立]方|升(?!级|降)|毫[升克]|版(?!面|本|权|式)|号(?!码|牌|角)|次(?!序|要|级|生)"
        r"|种(?!植|子|类|畜)|类(?!别|型)|家(?!具|庭|长|禽|畜|用|属)|户(?!籍|外|内|型)|层(?!级|高|数|间)|级(?!别|配)|项(?!目)"
        r"|条(?!件|款|例|约)|款(?!项|式)|章(?!程|节)|节(?!能|水|约|日|点)|张(?!贴|力)|台(?!账|帐|阶)|间(?!隔|距)|度(?!量)|点(?!检)|股(?!东|份|权)"
        r"|以[上下内外前后]|至|到(?!岗|货|场|期|达)|或|和(?!谐)|及(?!时)|与(?!会)|的|之"
    ),
    "en": expression(
        rf"{_RANGE}|(?:to|and|or)\s\d|or\s(?:more|less)\b|(?:[cmk]?m|[mk]?g|mm|per|percent|million|billion|thousand|hundred|dozen|times?|days?|weeks?|months?"
        r"|quarters?|years?|hours?|minutes?|seconds?|persons?|people|copies|met(?:er|re)s?|lit(?:er|re)s?|(?:kilo|centi"
        r"|milli)[a-z]+|feet|foot|inch(?:es)?|miles?|acres?|tons?|tonnes?|pounds?|dollars?|yuan|euros?|USD|RMB|EUR|GBP"
        r"|CNY|of|in|January|February|March|April|May|June|July|August|September|October|November|December)\b"
    ),
}


def with_schemes(seen: View) -> View:
    """The view, those of its lines marked as numbered whose numbers the others explain."""
    lines = seen.lines
    may = [i for i, line in enumerate(lines) if line.number is None and line.text[0].isdecimal()]
    if len(may) < _FEWEST:
        return seen
    found = _plain(seen, may)
    levels = _decimals(seen, [i for i in may if i not in found], found)
    if len(found) < _FEWEST_ALONE and not levels:
        return seen
    found |= levels
    numbered = (_numbered(line, found[i], seen.text) if i in found else line for i, line in enumerate(lines))
    return replace(seen, lines=tuple(numbered))


def _numbered(line: Line, number: Marker, text: str) -> Line:
    """A line that begins with a number. A tab behind it parts no cells."""
    cited = is_cited_in(number, text, line.end)
    row = line.row and "\t" in line.text[number.end - line.start :].strip()
    return replace(line, number=number, marker=None if cited else number, row=row)


def _marker(style: Style, line: Line, printed: str, number: str, end: int) -> Marker:
    return Marker(style, printed, number, int(number.partition("-")[0]), line.start, line.start + end)


def _may_begin(seen: View, at: int, end: int, found: dict[int, Marker]) -> bool:
    """Whether what a line begins with may be the number of a provision: no amount, and the line above is not open."""
    if _is_amount(seen.lines[at], end, seen.language):
        return False
    above = seen.lines[at - 1]
    return at == 0 or not is_open_line(above, seen.text, found.get(at - 1) or above.number)


def _is_amount(line: Line, end: int, language: Language) -> bool:
    """Whether a unit stands behind the number at the head of a line; one of three levels is no amount."""
    two_levels = len(re.findall("[.．]", line.text[: end - 1])) < 2
    return two_levels and _UNIT[language].match(line.text[end:].lstrip(BLANKS)) is not None


# ---------------------------------------------------------------------------------------- decimals


def _decimals(seen: View, may: Sequence[int], plain: dict[int, Marker]) -> dict[int, Marker]:
    """The numbers of several levels, where nearly all that stand at the head of a line count on."""
    lines, language = seen.lines, seen.language
    candidates = {
        i: found
        for i in may
        if (found := _DECIMAL.match(lines[i].text)) and not _is_amount(lines[i], found.end(), language)
    }
    if len(candidates) < _FEWEST:
        return {}
    out: dict[int, Marker] = {}
    last: tuple[int, ...] = ()
    above = 0
    borne_out = False  # whether a unit above has the first number of one
    for i in range(max(candidates) + 1):
        unit = plain.get(i) or lines[i].marker
        if unit is not None and _holds_decimals(unit, language):
            above = unit.value
        if i not in candidates:
            continue
        printed = candidates[i][1]
        value = tuple(int(one) for one in re.split("[.．]", printed))
        value = value[:1] if value[1:] == (0,) else value  # 2.0 holds 2.1
        unit_above = above or _unit_above(lines, i)
        end = candidates[i].end()
        if _follows(last, value, unit_above) and _may_begin(seen, i, end, plain | out):
            last = value
            borne_out = borne_out or value[0] == unit_above
            style = DECIMALS[len(value) - 2] if len(value) > 1 else PLAIN
            out[i] = _marker(style, lines[i], printed, str(value[-1]), end)
    enough = len(out) >= (_FEWEST if borne_out else _FEWEST_ALONE)
    return out if enough and len(candidates) - len(out) <= _MOST_WRONG * len(candidates) else {}


def _holds_decimals(unit: Marker, language: Language) -> bool:
    """Whether a unit may hold numbers of several levels that begin with its own."""
    if unit.style is PLAIN or unit.style.name == "1." or unit.style.level == "article":
        return True
    return language == "en" and unit.style.level == "section"


def _unit_above(lines: Sequence[Line], at: int) -> int:
    """The number of the article or point that stands right above a line; 0 where none does."""
    number = lines[at - 1].marker if at else None
    return number.value if number is not None else 0


def _follows(last: tuple[int, ...], value: tuple[int, ...], above: int) -> bool:
    """Whether a number counts on from the last, or is the first below a higher one (2.1, 2.1.1, 2.0.1). Only a unit
    above with its first number lets one be left out."""
    if last and value[0] == last[0]:
        return any(value == (*last[:of], last[of] + 1) for of in range(1, len(last))) or value == (*last, 1)
    if value[1:] != (1,) * (len(value) - 1) and value[1:] != (0, 1):
        return False
    return value[0] == above or value[0] == (last[0] + 1 if last else 1)


# -------------------------------------------------------------------------------------- numbers alone


def _plain(seen: View, may: Sequence[int]) -> dict[int, Marker]:
    """The numbers without a sign behind them, where they count on, words stand between them and no other number is
    above them."""
    lines, language = seen.lines, seen.language
    if any(_ranks_above(line.number, language) for line in lines):
        return {}
    if language == "en" and sum(map(is_section, lines)) >= _FEWEST:
        return {}
    out: dict[int, Marker] = {}
    value = 0
    for i in may:
        found = _BARE.match(lines[i].text)
        if found is None or (found[2] and language == "zh") or not _heads(lines[i], found.end(), language):
            continue
        if not _may_begin(seen, i, found.end(), out):
            continue
        is_next = int(found[1]) == value + 1 or (found[2] and int(found[1]) == value)
        if not is_next and not (found[1] == "1" and _stands_below_unit(lines, i)):
            continue
        value = int(found[1])
        printed = found[1] + found[2]
        number = f"{value}-{ord(found[2]) - ord('A') + 1}" if found[2] else str(value)
        out[i] = _marker(PLAIN, lines[i], printed, number, len(printed))
    apart = sum(after - i > 1 for i, after in pairwise([*sorted(out), len(lines)]))
    return out if len(out) >= _FEWEST and 2 * apart >= len(out) else {}


def _ranks_above(number: Marker | None, language: Language) -> bool:
    """Whether a text with such a number has numbers of its own for what it is made of."""
    if number is None or number.style.level in ("part", "chapter", "section"):
        return False
    return number.style.level == "article" or (language == "zh" and number.style.rank < PLAIN.rank + 3)


def _heads(line: Line, end: int, language: Language) -> bool:
    """Whether the words behind a number are a heading or a sentence and no cells."""
    words = line.text[end:].replace("\0", "").strip()
    if language == "en" and words[:1].islower():
        return False
    return "\t" not in words and bool(words) and not words[0].isdecimal() and len(words) > 1


def _stands_below_unit(lines: Sequence[Line], at: int) -> bool:
    """Whether a part, or a title of one line below its number, stands right above a line."""
    above = [line.marker for line in lines[max(0, at - 2) : at]]
    return any(one is not None and one.style.level in ("part", "chapter") for one in above)
