"""Identifiers and citations: the one home of `art_8__para_2__point_3` and 第八条第二款第（三）项.

Identifiers follow the Akoma Ntoso naming convention (OASIS, version 1.0, part 5): a short prefix for the
level, an Arabic number, two underscores between levels. Articles number on through the chapters of a rule
(立法法 2023, art. 65), so an article's identifier carries no chapter:

    第三十一条之一第二款第（三）项      art_31-1__para_2__point_3      Article 31-1(2)(iii)
    三、（二）1.                       lvl_3__lvl_2__lvl_1            三（二）1
    附件2第三条                        annex_2__art_3                 Annex 2, Article 3
    附件2：一（二）                     annex_2__lvl_1__lvl_2          Annex 2, 1(2)
    第五条表第二行                      art_5__para_1__row_2           Article 5, table row 2

What stands in an annex, and in a notice that carries the rule (`preamble`), is numbered apart from the rule.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from policydiff.expressions import expression
from policydiff.model import Document, Language, Level, Provision

PREFIX: dict[Level, str] = {
    "annex": "annex",
    "part": "part",
    "chapter": "chp",
    "section": "sec",
    "article": "art",
    "paragraph": "para",
    "point": "point",
    "indent": "indent",
    "level": "lvl",
    "row": "row",
}
PREAMBLE = "preamble"
SEPARATOR = "__"
_APART = (PREAMBLE, PREFIX["annex"])

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
_IN_ONE = re.compile(f"[{IN_ONE}]")
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


def child_eid(parent: str, level: Level, number: str) -> str:
    """The identifier of a provision below `parent`; an article's starts anew in its rule or annex, whatever holds
    it."""
    above = _apart(parent) if level == "article" else parent
    return f"{above}{SEPARATOR}{PREFIX[level]}_{number}" if above else f"{PREFIX[level]}_{number}"


def _apart(eid: str) -> str:
    """The annex or the notice that a provision stands in; empty for one of the rule."""
    if not eid.startswith(_APART):
        return ""
    first = eid.partition(SEPARATOR)[0]
    return first if first == PREAMBLE or first.startswith(f"{PREFIX['annex']}_") else ""


# ---------------------------------------------------------------------------------------------- labels


def labels(document: Document) -> dict[str, str]:
    """How a drafter cites each provision of the document: 第八条第二款第（三）项, Article 8(2)(iii), 三（二）1.

    A paragraph is named only where its article has more than one.
    """
    cite = _ChineseLabels() if document.language == "zh" else _EnglishLabels()
    out: dict[str, str] = {}
    preamble = [p for p in document.provisions if p.eid.startswith(PREAMBLE) and p.level == "paragraph"]
    for provision in document.provisions:
        if provision in preamble:
            out[provision.eid] = name = cite.preamble(preamble.index(provision) + 1, len(preamble))
            for child in provision.children:
                _label_below(cite, child, name if child.level == "row" else "", out, apart="")
        elif provision.level == "annex":
            _label_annex(cite, provision, out)
        else:
            apart = cite.preamble(1, 1) if provision.eid.startswith(PREAMBLE) else ""
            _label_below(cite, provision, apart, out, apart=apart)
    return out


def label(eid: str, document: Document | None, language: Language) -> str:
    """How a drafter cites a provision of the document. What is not there (any more) is cited by its identifier alone,
    in the language of the document or, where that is gone, in this one: art_8__para_2 is 第八条第二款."""
    if document is None:
        return said(eid, language)
    return labels(document).get(eid) or said(eid, document.language)


def said(eid: str, language: Language) -> str:
    """An identifier as a citation; an identifier that is none as it is."""
    out, depth = "", 0
    for prefix, number in _steps(eid):
        words = _SAID[language].get(prefix)
        if prefix == PREFIX["level"]:
            words, depth = _LEVELS[language][min(depth, 2)], depth + 1
        if words is None or not (_STEP_NUMBER.fullmatch(number) or prefix == PREAMBLE):
            return eid
        first, *inserted = number.partition("~")[0].split("-")
        if language == "en":
            out += words.format(n="-".join((first, *inserted)))
        else:
            numeral, *behind = (chinese_numeral(int(one)) if one.isdecimal() else "" for one in (first, *inserted))
            out += words.format(n=first, numeral=numeral) + "".join(f"之{one}" for one in behind)
    return out.strip()


_STEP_NUMBER = re.compile(r"\d{1,4}(?:-\d{1,4})*(?:~\d+)?")  # ~2: the second of one number
_SAID: dict[Language, dict[str, str]] = {
    "zh": {
        "annex": "附件{n}", "part": "第{numeral}编", "chp": "第{numeral}章", "sec": "第{numeral}节",
        "art": "第{numeral}条", "para": "第{numeral}款", "point": "第（{numeral}）项", "indent": "第{n}目",
        "row": "表第{numeral}行", PREAMBLE: "引言",
    },
    "en": {
        "annex": "Annex {n} ", "part": "Part {n} ", "chp": "Chapter {n} ", "sec": "Section {n} ", "art": "Article {n}",
        "para": "({n})", "point": "({n})", "indent": "({n})", "row": ", table row {n}", PREAMBLE: "Preamble",
    },
}  # fmt: skip
_LEVELS: dict[Language, tuple[str, str, str]] = {
    "zh": ("{numeral}", "（{numeral}）", "{n}"),
    "en": ("{n}", "({n})", "({n})"),
}

_Labels: TypeAlias = "_ChineseLabels | _EnglishLabels"


def _label_annex(cite: _Labels, annex: Provision, out: dict[str, str]) -> None:
    """Name an annex and what it holds: its only paragraph is cited as the annex."""
    out[annex.eid] = name = cite.annex(annex)
    paragraphs = [child for child in annex.children if child.level == "paragraph"]
    for child in annex.children:
        if child.level != "paragraph":
            above = cite.inside(name) if child.level == "level" else name
            _label_below(cite, child, above, out, apart=cite.unit_of(name))
            continue
        only = len(annex.children) == 1
        out[child.eid] = label = name if only else name + cite.paragraph(paragraphs.index(child) + 1, "level")
        for below in child.children:
            inside = label if below.level == "row" else cite.inside(name)
            _label_below(cite, below, inside, out, apart=cite.unit_of(name))


def _label_below(cite: _Labels, provision: Provision, above: str, out: dict[str, str], *, apart: str) -> None:
    """Name `provision`, whose parent is cited as `above`, and everything below it; `apart` is how what is numbered
    apart from the rule is cited, before an article of it."""
    out[provision.eid] = name = _own_label(cite, provision, above, apart)
    paragraphs = [child for child in provision.children if child.level == "paragraph"]
    first = 1 if provision.text else 0
    for child in provision.children:
        if child.level == "paragraph":
            only = len(paragraphs) + first == 1 and len(provision.children) == 1
            place = paragraphs.index(child) + 1 + first
            out[child.eid] = label = name if only else name + cite.paragraph(place, provision.level)
            for below in child.children:
                inside = label if provision.level == "article" or below.level == "row" else name
                _label_below(cite, below, inside, out, apart=apart)
        else:
            _label_below(cite, child, name, out, apart=apart)


def _own_label(cite: _Labels, provision: Provision, above: str, apart: str) -> str:
    if provision.level == "row":
        return above + cite.row(int(provision.eid.rpartition("_")[2].partition("~")[0]))
    if provision.level in ("part", "chapter", "section", "article"):
        alone = provision.level == "article" or not above
        return (apart if alone else above) + cite.unit(provision)
    return above + cite.item(provision, above)


def _below(number: str, after: str) -> str:
    """What of a number of several levels (3.1.2) is not in the citation of what holds it (3.1); empty for another."""
    above, dot, last = number.rpartition(".")
    return dot + last if dot and re.search(rf"(?<![\d.]){re.escape(above)}$", after) else ""


class _ChineseLabels:
    """Citations as Chinese drafters write them."""

    def preamble(self, place: int, of: int) -> str:
        return "引言" if of == 1 else f"引言第{chinese_numeral(place)}段"

    def annex(self, provision: Provision) -> str:
        word = re.sub(r"[\s【】\[\]]+", "", provision.num)
        return "附件" if word == "附" else word

    def unit_of(self, annex: str) -> str:
        return annex

    def inside(self, annex: str) -> str:
        return f"{annex}："

    def row(self, place: int) -> str:
        return f"表第{chinese_numeral(place)}行"

    def unit(self, provision: Provision) -> str:
        return re.sub(r"\s+", "", provision.num).rstrip("：:")

    def paragraph(self, place: int, within: Level) -> str:
        return f"第{chinese_numeral(place)}{'款' if within == 'article' else '段'}"

    def item(self, provision: Provision, after: str) -> str:
        printed = _IN_ONE.sub(lambda found: unicodedata.normalize("NFKC", found.group()), provision.num).strip()
        number = printed.strip("（）()、.．。,，:： \u3000")
        if below := _below(number, after):
            return below
        match provision.level:
            case "paragraph":
                return "正文"
            case "point":
                return f"第（{number}）项" if number[:1] in NUMERALS else f"第{number}项"
            case "indent":
                return f"第{number}目"
        if number[:1] in NUMERALS and printed[:1] in "（(":
            return f"（{number}）"
        return f".{number}" if after[-1:].isascii() and after[-1:].isdigit() else number


class _EnglishLabels:
    """Citations as English texts of Chinese law write them."""

    def preamble(self, place: int, of: int) -> str:
        return "Preamble" if of == 1 else f"Preamble, paragraph {place}"

    def annex(self, provision: Provision) -> str:
        return " ".join(provision.num.split())

    def unit_of(self, annex: str) -> str:
        return f"{annex}, "

    def inside(self, annex: str) -> str:
        return f"{annex}, "

    def row(self, place: int) -> str:
        return f", table row {place}"

    def unit(self, provision: Provision) -> str:
        return " ".join(provision.num.split())

    def paragraph(self, place: int, within: Level) -> str:
        return f"({place})" if within == "article" else f", paragraph {place}"

    def item(self, provision: Provision, after: str) -> str:
        if provision.level == "paragraph":
            return "Text"
        number = provision.num.strip().strip("()（）.、: ")
        if below := _below(number, after):
            return below
        named = number[:1].isupper() and len(number) > 1  # Section 2.04
        if named:
            return f", {number}" if after and not after.endswith(", ") else number
        return f"({number})" if after and not after.endswith(", ") else number


# ------------------------------------------------------------------------------------------- citations


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A place in a rule as somebody cites it: steps such as ("art", "8"), ("para", "2"), ("point", "3")."""

    steps: tuple[tuple[str, str], ...]

    def matches(self, eid: str) -> bool:
        """Whether `eid` is the place or lies below it; a citation may leave out the paragraph, the chapter or
        whatever holds the article it starts with, but not the annex, and of levels not the uppermost."""
        path, first = _steps(eid), self.steps[0]
        if path[0][0] in _APART and path[0][0] != first[0]:
            return False  # 第三条 is one of the rule
        of_levels = first[0] == PREFIX["level"]  # 四（三） is not 二（四）3
        start = next((i for i, step in enumerate(path) if (step[0] == first[0] if of_levels else step == first)), None)
        return start is not None and _follows(path[start:], self.steps)


def _steps(eid: str) -> list[tuple[str, str]]:
    """The steps of an identifier: `art_8__para_2` is [("art", "8"), ("para", "2")]."""
    parts = (part.partition("_") for part in eid.split(SEPARATOR))
    return [(level, number) for level, _, number in parts]


def _follows(path: list[tuple[str, str]], cited: tuple[tuple[str, str], ...]) -> bool:
    """Whether the path goes through all cited steps in order, stepping over uncited paragraphs alone."""
    at = 0
    for step in path:
        if at == len(cited):
            return True
        if step == cited[at]:
            at += 1
        elif step[0] != PREFIX["paragraph"]:
            return False
    return at == len(cited)


_WITHIN = rf"(?P<within>附[件录表图])\s*(?P<annex>{NUMBER}(?:-\d{{1,2}})?|[A-Z])?\s*[：:]?\s*"
_ROW = rf"(?:\s*表第\s*(?P<row>{NUMBER})\s*行)?"
_LAST = r"\d{1,4}(?:\.\d{1,4})*+"  # 1 and what is numbered below it: 1.3
_PART = rf"(?:\s*第\s*(?P<part>{NUMBER})\s*段)?{_ROW}"  # a paragraph of what is no article
_CHINESE_CITATION = expression(
    rf"(?:{_WITHIN})?第\s*(?P<art>{NUMBER})\s*条(?:之(?P<sub>{NUMBER}))?"
    rf"(?:\s*第\s*(?P<para>{NUMBER})\s*款)?"
    rf"(?:\s*第\s*[（(]?\s*(?P<point>{NUMBER})\s*[）)]?\s*项|\s*[（(]\s*(?P<short>{NUMBER})\s*[）)]\s*项?)?"
    rf"(?:\s*第\s*(?P<indent>{NUMBER})\s*目)?{_ROW}"
)
_LETTERS = r"(?:Annex|Appendix|Schedule|Attachment)\s+(?P<annex>\d{1,3}(?:-\d{1,2})?|[ivxlc]{1,6}|[a-z])"
_ENGLISH_CITATION = expression(
    rf"\b(?:{_LETTERS}\s*,?\s*)?(?:Article|Art\.?)\s*(?P<art>\d{{1,5}}(?:-\d{{1,3}})?)"
    r"(?:\s*\(\s*(?P<para>\d{1,4})\s*\))?(?:\s*\(\s*(?P<point>[ivxlc]{1,8}|[a-z]|\d{1,4})\s*\))?",
    re.IGNORECASE,
)
_LEVEL_CITATION = expression(
    rf"^\s*(?P<first>{ITEM_NUMERAL})\s*、?(?:\s*[（(](?P<second>{ITEM_NUMBER})[）)](?:\s*(?P<third>{_LAST}))?)?{_PART}\s*$"
)
_PREAMBLE_CITATION = expression(
    rf"^\s*(?P<preamble>引言)\s*(?:(?P<first>{ITEM_NUMERAL})\s*、?)?"
    rf"(?:\s*[（(](?P<second>{ITEM_NUMBER})[）)](?:\s*(?P<third>{_LAST}))?)?{_PART}\s*$"
)
_ENGLISH_PREAMBLE = expression(
    r"^\s*(?P<preamble>Preamble)\s*,\s*paragraph\s+(?P<part>\d{1,4})\s*$", re.IGNORECASE
)
# Of an annex without articles; 附件 alone is a word, unless a place in it follows.
_CHINESE_ANNEX = expression(
    rf"^\s*{_WITHIN}(?:(?P<first>{ITEM_NUMERAL}|\d{{1,4}})\s*、?)?(?:\s*[（(](?P<second>{ITEM_NUMBER})[）)])?"
    rf"(?:[\s.]*(?P<third>{_LAST}))?{_PART}\s*$"
)
_ENGLISH_ANNEX = expression(rf"^\s*{_LETTERS}\s*$", re.IGNORECASE)


def find_citation(text: str) -> tuple[Citation, tuple[int, int]] | None:
    """The first citation in a text and where it stands, or None.

    Understood are 第八条第二款第（三）项, Article 8(2)(iii), 附件2第三条, and where the whole text is one 三（二）1.3,
    三（二）第二段, 引言第二段, 附件2, 附件2：三（二）.
    """
    if found := _CHINESE_CITATION.search(text):
        return Citation(steps=tuple(_cited(found, roman=False))), found.span()
    if found := _ENGLISH_CITATION.search(text):
        return Citation(steps=tuple(_cited(found, roman=True))), found.span()
    for pattern, places in _ALONE:
        if (found := pattern.search(text)) and any(found.groupdict().get(group) for group in places):
            return Citation(steps=(*_annex(found), *_levels(found))), found.span()
    return None


_STEP = rf"(?:{'|'.join(PREFIX.values())})_\d{{1,4}}(?:[-~]\d{{1,4}})*+"
_IDENTIFIER = expression(
    rf"(?<![a-z0-9_-])(?:{PREAMBLE}{SEPARATOR})?{_STEP}(?:{SEPARATOR}{_STEP})*+(?![a-z0-9_])", re.IGNORECASE | re.ASCII
)


def find_place(text: str) -> tuple[Citation, tuple[int, int]] | None:
    """The first place that somebody names by its identifier (art_8__para_2), else the first citation, and where it
    stands in what he typed. In the text of a rule there are citations alone: `find_citation`."""
    if named := _IDENTIFIER.search(text):
        return Citation(steps=tuple(_steps(named.group().lower()))), named.span()
    return find_citation(text)


# What is a citation only where the whole text is one, and the groups of which it must have one: 三 alone is a number.
_PLACES = ("annex", "first", "second", "third", "part", "row")
_ALONE = (
    (_LEVEL_CITATION, ("second", "part", "row")),
    (_PREAMBLE_CITATION, ("preamble",)),
    (_ENGLISH_PREAMBLE, ("preamble",)),
    (_CHINESE_ANNEX, _PLACES),
    (_ENGLISH_ANNEX, _PLACES),
)


def _annex(found: re.Match[str]) -> Iterable[tuple[str, str]]:
    """The annex that a citation names, or the notice before the rule; the only annex of a rule may have no number."""
    groups = found.groupdict()
    if groups.get("preamble"):
        yield PREAMBLE, ""
    if groups.get("annex") or groups.get("within"):
        printed = groups["annex"] or "1"
        yield PREFIX["annex"], clean_number(printed, roman=_is_roman(printed))


def _levels(found: re.Match[str]) -> Iterable[tuple[str, str]]:
    groups = found.groupdict()
    for group in ("first", "second", "third"):
        for printed in (groups.get(group) or "").split("."):
            if printed:
                yield PREFIX["level"], clean_number(printed)
    for group, prefix in (("part", PREFIX["paragraph"]), ("row", PREFIX["row"])):
        if printed := groups.get(group):
            yield prefix, clean_number(printed)


def _cited(found: re.Match[str], *, roman: bool) -> Iterable[tuple[str, str]]:
    groups = found.groupdict()
    yield from _annex(found)
    article = clean_number(groups["art"])
    yield "art", f"{article}-{clean_number(groups['sub'])}" if groups.get("sub") else article
    for level in ("para", "point", "short", "indent", "row"):
        if printed := groups.get(level):
            named = "point" if level == "short" else level  # 第五条（三） is short for 第五条第（三）项
            yield named, clean_number(printed, roman=roman and _is_roman(printed))


def _is_roman(printed: str) -> bool:
    """Whether a citation's (i), (iv), (v) is a Roman numeral; another letter alone, (a) or (c), is a letter."""
    plain = printed.lower()
    return plain in ("i", "v", "x") or (len(plain) > 1 and set(plain) <= set(_ROMAN))
