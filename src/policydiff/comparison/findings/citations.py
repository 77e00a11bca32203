"""Citations of a document's own provisions, followed through the alignment.

base:   违反本办法第七条规定的，…        第七条 of the base stands beside 第八条 of the target
target: 违反本细则第八条规定的，…        right, though the number differs
target: 违反本细则第七条规定的，…        left over from before an article was inserted
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from policydiff.comparison.findings.rules.rule import Quotes
from policydiff.eid import clean_number, find_citation
from policydiff.model import Link
from policydiff.text import fold

Articles = frozenset[tuple[str, str]]

_KIND = r"(?:法|条例|办法|规定|细则|意见|规则|决定|实施办法|实施细则|章程|规程)"
_NUMBER = r"第[一二三四五六七八九十百零〇\d]{1,9}条(?:之[一二三四五六七八九十])?"
OWN = re.compile(rf"本{_KIND}{_NUMBER}(?:(?:、|和|或者|或|至|以及){_NUMBER})*")
_EACH = re.compile(_NUMBER)
_ARTICLE = re.compile(r"art_([\d-]+)")
# 违反第九条 in a rule cites its own article as well as 违反本办法第九条; 《…法》第九条 does not.
_OF_ITS_OWN = re.compile(
    r"(?:本[^，。；《》第]{1,6}|(?<![》法例定则]))(?=第[一二三四五六七八九十百零〇\d]{1,9}条)|\b(?=Article \d)"
)


def articles(links: tuple[Link, ...]) -> Articles:
    """Which articles of the base stand beside which of the target, by number."""
    return frozenset(
        (ours, theirs) for link in links for ours in _articles_of(link.base) for theirs in _articles_of(link.target)
    )


def _articles_of(eids: tuple[str, ...]) -> set[str]:
    return {found.group(1) for eid in eids if (found := _ARTICLE.match(eid))}


def citation(base: str, target: str, beside: Articles) -> Iterator[Quotes]:
    """An article of its own (本办法第八条) that the target cites where the base cites one with another counterpart.

    Not found: a citation where the base has none, one of an article without a counterpart, and any in a row whose words
    are the same: a copy that was only numbered anew is no change. 立法技术规范（试行）（一） 2009, on citing: after
    articles are inserted or dropped the numbers cited must follow.
    """
    cited = own_articles(base)
    for number, words in own_articles(target).items() if cited else ():
        ours = {a for a, b in beside if b == number}
        meant = {b for a, b in beside if a in cited}
        if ours and meant and number not in meant:
            quoted = next((said for a, said in cited.items() if a == number), next(iter(cited.values())))
            yield quoted, words


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
