"""What a text cites of its own document: 本办法第七条, 违反第九条."""

from __future__ import annotations

import re
from collections.abc import Mapping

from policydiff.eid import clean_number, find_citation
from policydiff.text import fold

_KIND = r"(?:法|条例|办法|规定|细则|意见|规则|决定|实施办法|实施细则|章程|规程)"
_NUMBER = r"第[一二三四五六七八九十百零〇\d]{1,9}条(?:之[一二三四五六七八九十])?"
OWN = re.compile(rf"本{_KIND}{_NUMBER}(?:(?:、|和|或者|或|至|以及){_NUMBER})*")
_EACH = re.compile(_NUMBER)
# 违反第九条 in a rule cites its own article as well as 违反本办法第九条; 《…法》第九条 does not.
_OF_ITS_OWN = re.compile(
    r"(?:本[^，。；《》第]{1,6}|(?<![》法例定则]))(?=第[一二三四五六七八九十百零〇\d]{1,9}条)|\b(?=Article \d)"
)


def cited_words(words: str, texts: Mapping[str, str]) -> tuple[str, frozenset[str]]:
    """What some words cite of their own document, whose leaves are given: its words, and the numbers of its
    articles."""
    found = [find_citation(words[own.end() :]) for own in _OF_ITS_OWN.finditer(words)]
    cited = [one[0] for one in found if one]
    held = [text for eid, text in texts.items() if any(one.matches(eid) for one in cited)]
    return "\n".join(held), frozenset(number for one in cited for level, number in one.steps if level == "art")


def own_articles(text: str) -> dict[str, str]:
    """The document's own articles that a text cites: their numbers, each with the words that cite it."""
    found = [found.group() for found in OWN.finditer(fold(text))]
    return {clean_number(number): words for words in found for number in _EACH.findall(words)}
