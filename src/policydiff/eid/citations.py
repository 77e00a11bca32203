"""Citations read: 第八条第二款第（三）项, Article 8(2)(iii), 附件2第三条, and what provisions they name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from policydiff.eid.identifiers import APART, PREAMBLE, PREFIX, SEPARATOR, steps
from policydiff.eid.numbers import CIRCLED, ITEM_NUMBER, ITEM_NUMERAL, NUMBER, clean_number, is_roman
from policydiff.expressions import expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A place in a rule as somebody cites it: steps such as ("art", "8"), ("para", "2"), ("point", "3")."""

    steps: tuple[tuple[str, str], ...]

    @property
    def division(self) -> str:
        """The prefix of the part, chapter or section that is cited; "" of another place."""
        last = self.steps[-1][0]
        return last if last in _OF_DIVISIONS else ""

    def ends_before(self, eid: str) -> bool:
        """Whether a division that is cited does not go on at `eid`, which stands behind its heading."""
        path = steps(eid)
        is_heading = path[-1][0] in _OF_DIVISIONS
        return path[0][0] in APART or (is_heading and _of_rank(path[-1][0]) <= _of_rank(self.division))

    def matches(self, eid: str) -> bool:
        """Whether `eid` is the place or lies below it; a citation may leave out the paragraph, the chapter or
        whatever holds the article it starts with, but not the annex, and of levels not the uppermost."""
        path, first = steps(eid), self.steps[0]
        if path[0][0] in APART and path[0][0] != first[0]:
            return False  # 第三条 is one of the rule
        of_levels = first[0] == PREFIX["level"]  # 四（三） is not 二（四）3
        start = next((i for i, step in enumerate(path) if (step[0] == first[0] if of_levels else step == first)), None)
        return start is not None and _follows(path[start:], self.steps)


def _of_rank(division: str) -> int:
    return _OF_DIVISIONS.index(division)


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
_DEEPER = rf"(?:\s*[（(](?P<fourth>{ITEM_NUMBER})[）)])?(?:\s*(?P<fifth>[{CIRCLED}]))?"  # （1） and ① below 1
_PART = rf"(?:\s*第\s*(?P<part>{NUMBER})\s*段)?{_ROW}"  # a paragraph of what is no article
_CHINESE_CITATION = expression(
    rf"(?:{_WITHIN})?第\s*(?P<art>{NUMBER})\s*条(?:之(?P<sub>{NUMBER}))?"
    rf"(?:\s*第\s*(?P<para>{NUMBER})\s*款)?"
    rf"(?:\s*第\s*[（(]?\s*(?P<point>{NUMBER})\s*[）)]?\s*项|\s*[（(]\s*(?P<short>{NUMBER})\s*[）)]\s*项?)?"
    rf"(?:\s*第\s*(?P<indent>{NUMBER})\s*目(?:\s*[（(]\s*(?P<below>{NUMBER})\s*[）)])?)?{_ROW}"
)
_LETTERS = r"(?:Annex|Appendix|Schedule|Attachment)\s+(?P<annex>\d{1,3}(?:-\d{1,2})?|[ivxlc]{1,6}|[a-z])"
_BLANK, _COMMA = r"\s{1,3}", r"(?:\s{0,3},\s{0,3}|\s{1,3})"
_ENGLISH_ITEM = r"[ivxlc]{1,8}|[a-z]|\d{1,4}"
_PARAGRAPH, _ITEM = rf"(?:paragraph|para\.?){_BLANK}", rf"(?:item|point|sub-?paragraph){_BLANK}"
_ENGLISH_CITATION = expression(
    rf"\b(?:{_ITEM}\(?(?P<point_of>{_ENGLISH_ITEM})\b\)?{_COMMA}(?:of{_BLANK})?"
    rf"(?=(?:{_PARAGRAPH}\(?\d{{1,4}}\)?{_COMMA}of{_BLANK})?Art))?"
    rf"(?:{_PARAGRAPH}\(?(?P<para_of>\d{{1,4}})\)?{_COMMA}of{_BLANK}(?=Art))?"
    rf"(?:{_LETTERS}\s*,?\s*)?(?:Article|Art\.?)\s*(?P<art>\d{{1,5}}(?:-\d{{1,3}})?)"
    rf"(?:\s*\(\s*(?P<para>\d{{1,4}})\s*\)|\.(?P<para_dotted>\d{{1,4}})\b"
    rf"|{_COMMA}{_PARAGRAPH}\(?(?P<para_behind>\d{{1,4}})\b\)?)?"
    rf"(?:\s*\(\s*(?P<point>{_ENGLISH_ITEM})\s*\)|{_COMMA}{_ITEM}\(?(?P<point_behind>{_ENGLISH_ITEM})\b\)?)?",
    re.IGNORECASE,
)
_LEVEL_CITATION = expression(
    rf"^\s*(?P<first>{ITEM_NUMERAL})\s*、?(?:\s*[（(](?P<second>{ITEM_NUMBER})[）)](?:\s*(?P<third>{_LAST}){_DEEPER})?)?{_PART}\s*$"
)
_PREAMBLE_CITATION = expression(
    rf"^\s*(?P<preamble>引言)\s*(?:(?P<first>{ITEM_NUMERAL})\s*、?)?"
    rf"(?:\s*[（(](?P<second>{ITEM_NUMBER})[）)](?:\s*(?P<third>{_LAST}){_DEEPER})?)?{_PART}\s*$"
)
_ENGLISH_PREAMBLE = expression(r"^\s*(?P<preamble>Preamble)\s*,\s*paragraph\s+(?P<part>\d{1,4})\s*$", re.IGNORECASE)
# Of an annex without articles; 附件 alone is a word, unless a place in it follows.
_CHINESE_ANNEX = expression(
    rf"^\s*{_WITHIN}(?:(?P<first>{ITEM_NUMERAL}|\d{{1,4}})\s*、?)?(?:\s*[（(](?P<second>{ITEM_NUMBER})[）)])?"
    rf"(?:[\s.]*(?P<third>{_LAST}){_DEEPER})?{_PART}\s*$"
)
_ENGLISH_ANNEX = expression(rf"^\s*{_LETTERS}\s*$", re.IGNORECASE)


def find_citation(text: str) -> tuple[Citation, tuple[int, int]] | None:
    """The first citation in a text and where it stands, or None.

    Understood are 第八条第二款第（三）项, Article 8(2)(iii), item (3) of paragraph 2 of Article 8, 附件2第三条, and
    where the whole text is one 三（二）1.3, 三（二）1（1）①, 三（二）第二段, 引言第二段, 附件2, 附件2：三（二）.
    """
    if found := _CHINESE_CITATION.search(text):
        return Citation(steps=tuple(_cited(found, roman=False))), found.span()
    if found := _ENGLISH_CITATION.search(text):
        return Citation(steps=tuple(_cited(found, roman=True))), found.span()
    for pattern, places in _ALONE:
        if (found := pattern.search(text)) and any(found.groupdict().get(group) for group in places):
            return Citation(steps=(*_annex(found), *_levels(found))), found.span()
    return None


_OF_DIVISIONS = tuple(PREFIX[level] for level in ("part", "chapter", "section"))
_CHAPTER, _SECTION = "章(?!程)", "节(?![能约日假点水电目])"
_DIVISION = expression(
    rf"(?=第\s*{NUMBER}\s*(?:编|{_CHAPTER}|{_SECTION}))(?:第\s*(?P<part>{NUMBER})\s*编\s*)?"
    rf"(?:第\s*(?P<chp>{NUMBER})\s*{_CHAPTER}\s*)?(?:第\s*(?P<sec>{NUMBER})\s*{_SECTION})?"
)
_DIVISION_NUMBER = r"(?:\d{1,3}|[ivx]|[ivxlc]{2,7})\b(?!\.\d)"
_BELOW_IT = rf"(?:{_COMMA}(?=(?:Chapter|Section){_BLANK}{_DIVISION_NUMBER}))?"
_ENGLISH_DIVISION = expression(
    rf"\b(?=(?:Part|Chapter|Section){_BLANK}{_DIVISION_NUMBER})"
    rf"(?:Section{_BLANK}(?P<sec_of>{_DIVISION_NUMBER}){_BLANK}of{_BLANK}"
    rf"(?=(?:Part|Chapter){_BLANK}{_DIVISION_NUMBER}))?"
    rf"(?:Part{_BLANK}(?P<part>{_DIVISION_NUMBER}){_BELOW_IT})?(?:Chapter{_BLANK}(?P<chp>{_DIVISION_NUMBER}){_BELOW_IT})?"
    rf"(?:Section{_BLANK}(?P<sec>{_DIVISION_NUMBER}))?(?:{_COMMA}(?=Art(?:icle|\.)?\s?\d))?",
    re.IGNORECASE,
)


def find_division(text: str) -> tuple[Citation, tuple[int, int]] | None:
    """The first part, chapter or section that somebody names, 第二章第一节, Chapter II Section 1, and where it stands
    in what he typed. What stands in it is told by the order of the text, as the identifiers of articles do not name it:
    `ends_before`."""
    if found := _DIVISION.search(text) or _ENGLISH_DIVISION.search(text):
        groups = found.groupdict()
        named = ((of, groups[of] or groups.get(f"{of}_of")) for of in _OF_DIVISIONS)
        cited = tuple((of, clean_number(number, roman=is_roman(number))) for of, number in named if number)
        return Citation(steps=cited), found.span()
    return None


_STEP = rf"(?:{'|'.join(PREFIX.values())})_\d{{1,4}}(?:[-~]\d{{1,4}})*+"
_IDENTIFIER = expression(
    rf"(?<![a-z0-9_-])(?:{PREAMBLE}{SEPARATOR})?{_STEP}(?:{SEPARATOR}{_STEP})*+(?![a-z0-9_])", re.IGNORECASE | re.ASCII
)


def find_place(text: str) -> tuple[Citation, tuple[int, int]] | None:
    """The first place that somebody names by its identifier (art_8__para_2), else the first citation, and where it
    stands in what he typed. In the text of a rule there are citations alone: `find_citation`."""
    if named := _IDENTIFIER.search(text):
        return Citation(steps=tuple(steps(named.group().lower()))), named.span()
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
        yield PREFIX["annex"], clean_number(printed, roman=is_roman(printed))


def _levels(found: re.Match[str]) -> Iterable[tuple[str, str]]:
    groups = found.groupdict()
    for group in ("first", "second", "third", "fourth", "fifth"):
        for printed in (groups.get(group) or "").split("."):
            if printed:
                yield PREFIX["level"], clean_number(printed)
    for group, prefix in (("part", PREFIX["paragraph"]), ("row", PREFIX["row"])):
        if printed := groups.get(group):
            yield prefix, clean_number(printed)


_WRITTEN = ("", "_of", "_behind", "_dotted")  # Article 9(2); paragraph 2 of Article 9; Article 9, paragraph 2; 9.2
_NAMED = {"short": "point", "below": PREFIX["level"]}  # 第五条（三） is short for 第五条第（三）项


def _cited(found: re.Match[str], *, roman: bool) -> Iterable[tuple[str, str]]:
    groups = found.groupdict()
    yield from _annex(found)
    article = clean_number(groups["art"])
    yield "art", f"{article}-{clean_number(groups['sub'])}" if groups.get("sub") else article
    for level in ("para", "point", "short", "indent", "below", "row"):
        if printed := next((one for where in _WRITTEN if (one := groups.get(level + where))), ""):
            named = _NAMED.get(level, level)
            yield named, clean_number(printed, roman=roman and is_roman(printed))
