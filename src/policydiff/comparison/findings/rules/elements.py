"""One element of a short list, gone from a clause that stays or new in it.

base    危害国家安全、公共利益的        target    危害公共利益的
        └─ 国家安全 ─┘
"""

from __future__ import annotations

import re

from policydiff.comparison.findings.row.changes import Change, Passage, RowReading
from policydiff.comparison.findings.row.rule import Quotes
from policydiff.comparison.findings.rules.binding import adds_something, takes_something
from policydiff.comparison.findings.rules.lists import (
    JOIN,
    enumerations,
    holds,
    is_of_other_places,
    missing,
    written_out,
)
from policydiff.comparison.findings.rules.scope import scope
from policydiff.text import skeleton

_MARKS = "，。；：！？,;:\n"
_ELEMENT = rf"[^、{_MARKS}]{{2,}}(?:、[^、{_MARKS}]{{2,}})*?"
_JOIN = rf"(?:{JOIN}|与(?!其))"
_JOINED = re.compile(rf"{_JOIN}(?P<last>{_ELEMENT})|(?:的|{_JOIN})?(?P<first>{_ELEMENT}){_JOIN}")
# What the state does with what follows (提倡、鼓励…), of which `modality` speaks, what ends a case, a bracket alone.
_NO_ELEMENT = re.compile(r"(?:鼓励|提倡|倡导|支持|引导|扶持|推动|促进|但是?|规章$|.*的$|[（(][^（）()]*[）)]$)")
_ANY = re.compile(
    r"^(?:各种|各类|各项|有关|相关|必要的?|[（(][^（）()]*[）)]、)"
)  # before the first element, and no part of it
# What stands before the last element of a longer list, and behind its first.
_BEFORE, _BEHIND = re.compile(rf"、[^、{_MARKS}]{{1,12}}$"), re.compile(rf"[^、{_MARKS}]{{1,12}}、")


def dropped_element(change: Change, reading: RowReading) -> Quotes | None:
    """An element of a list of the base (A、B; A、B和C) that the same clause of the target leaves out.

    Not found: what `scope` passes over, one of two things joined by a word (`scope`), one of a long list, which is
    looked for in the whole row, a body that acts (`actor`). 立法法 2023 art. 82: a list restated in part is the known
    failure.
    """
    if change.target.words or not scope(change, reading):
        return None
    element = _element(change.base, change.target.clause, reading.target)
    return (element, change.target.quote()) if element else None


def added_element(change: Change, reading: RowReading) -> Quotes | None:
    """An element of a list of the target that the same clause of the base does not name.

    Not found: what `scope` passes over, one of two things joined by a word (`scope`), one of a long list, which is
    looked for in the whole row, a body that acts (`actor`). 行政处罚法 arts. 10–16: what a lower rule may add is
    limited.
    """
    if change.base.words or not scope(change, reading):
        return None
    element = _element(change.target, change.base.clause, reading.base)
    return (change.base.quote(), element) if element else None


def binds(change: Change, reading: RowReading) -> bool:
    """Whether an element that `dropped_element` or `added_element` finds changes what anybody must or may do."""
    base, target = change.base, change.target
    if not target.words:
        return takes_something(base, reading.base, base.before + base.after, target)
    element = _element(target, base.clause, reading.base)
    return adds_something(element, target.clause, reading.target, base.clause, base.after)


def _element(side: Passage, other: str, row: str) -> str:
    """The words that one side alone has, if they are elements of a 、 list with what joins them to it; else nothing.

    其他… names nothing of its own, what the other clause has at another place has only moved, and one of a long list is
    looked for with all of its list.
    """
    for start, end in side.places():
        found = _JOINED.fullmatch(side.clause[start:end])
        if found and _is_of_list(found, side.clause[:start], side.clause[end:]):
            element = _ANY.sub("", found["last"] or found["first"])
            says_nothing = element.startswith("其他") or is_of_other_places(element)
            named = says_nothing or holds(skeleton(other), skeleton(element)) or _are_written_as_one(element, other)
            told = any(element.endswith(one) for listed in enumerations(side.clause) for one in missing(listed, row))
            return "" if named or told or _NO_ELEMENT.match(element) else element
    return ""


def _are_written_as_one(elements: str, other: str) -> bool:
    """Whether the other clause writes two elements as one: 高温、低温 as 高（低）温."""
    held = written_out(other)
    return held != other and all(element in held for element in elements.split("、"))


def _is_of_list(found: re.Match[str], before: str, behind: str) -> bool:
    """Whether 、 joins what was found to its list, or the rest of the list: A和B alone is no list."""
    joined = found.group().startswith("、") if found["last"] else found.group().endswith("、")
    rest = _BEFORE.search(before) if found["last"] else _BEHIND.match(behind)
    return joined or bool(rest)
