"""What a text cites of its own document: 本办法第七条, 违反第九条; and of a rule of another title: 《理发法》第七条."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from policydiff.eid import (
    INSERTED,
    ITEM_NUMERAL,
    PREFIX,
    SEPARATOR,
    Citation,
    article_of,
    clean_number,
    find_citation,
    ordinal,
)
from policydiff.text import fold, skeleton
from policydiff.titles import KINDS

OWN_NAME = rf"本(?<![日基根资版原文]本)(?:实施)?(?:{KINDS})"  # what a document calls itself; 基本法 is another's name
AND = "(?:、|和|或者|或|至|以及)"  # between two numbers
ARTICLE = rf"{ordinal('条')}(?:{INSERTED})?"
OWN = re.compile(rf"{OWN_NAME}{ARTICLE}(?:{AND}{ARTICLE})*")
_EACH = re.compile(ARTICLE)
# 违反第九条 in a rule cites its own article as well as 违反本办法第九条; 《…法》第九条 does not.
_OF_ITS_OWN = re.compile(rf"(?:本[^，。；《》第]{{1,6}}|(?<![》法例定则]))(?={ordinal('条')})|\b(?=Article \d)")
_OF_ANOTHER = re.compile(rf"《(?P<title>[^》]{{2,60}})》(?P<places>{ARTICLE}(?:(?:{AND})?{ordinal('条款项')})*)")
_ITEMS = re.compile(rf"(?<![条款项])(?P<first>{ordinal('项')})(?:至(?P<last>{ordinal('项')}))?")
_NUMERAL = rf"第?[（(]?{ITEM_NUMERAL}[）)]?"
_ITEM = re.compile(rf"(?P<first>{_NUMERAL})(?:项|(?=[、和或至]))(?:至(?P<last>{_NUMERAL})项)?")
_PARAGRAPH = re.compile(rf"{SEPARATOR}{PREFIX['paragraph']}_(?P<number>\d+)")
_PLACE = re.compile(rf"{ARTICLE}(?:{ordinal('款')})?(?:{ordinal('项')})?")


def cited_of(title: str, texts: Iterable[str]) -> Iterator[Citation]:
    """The places of the rule of a title that texts cite by it, with or without the state's name before it."""
    named = skeleton(title)
    for text in texts:
        for found in _OF_ANOTHER.finditer(text):
            if named.endswith(skeleton(found["title"]).removeprefix("中华人民共和国")):
                places = map(find_citation, _PLACE.findall(found["places"]))
                yield from (place[0] for place in places if place)


def cited_words(words: str, texts: Mapping[str, str]) -> tuple[str, frozenset[str]]:
    """What some words cite of their own document, whose leaves are given: its words, and the numbers of its
    articles."""
    found = [find_citation(words[own.end() :]) for own in _OF_ITS_OWN.finditer(words)]
    cited = [one[0] for one in found if one]
    held = [text for eid, text in texts.items() if any(one.matches(eid) for one in cited)]
    return "\n".join(held), frozenset(number for one in cited for level, number in one.steps if level == "art")


def cited_items(words: str, introduction: str, texts: Mapping[str, str]) -> str | None:
    """What the items lay down that some words cite without their article (违反第一项、第三项至第五项), of the one
    article that what introduces the words cites: nothing where it has no such items, or has them in several
    paragraphs. None where no items are cited so."""
    found = [find_citation(introduction[own.end() :]) for own in _OF_ITS_OWN.finditer(introduction)]
    articles = [one[0] for one in found if one]
    numbers = [str(number) for span in _ITEMS.finditer(words) for number in _counted(span)]
    if len(articles) != 1 or not numbers:
        return None
    items = [Citation(steps=(*articles[0].steps, (PREFIX["point"], number))) for number in numbers]
    cited = [eid for eid in texts if any(item.matches(eid) for item in items)]
    holders = {eid.rpartition(SEPARATOR)[0] for eid in cited}
    return "\n".join(texts[eid] for eid in cited) if len(holders) == 1 else ""


def cited_here(words: str, eid: str, texts: Mapping[str, str]) -> str:
    """What some words of a leaf cite of the article that they stand in: items by their numbers (有前款（一）至（三）项
    行为的), here or in the paragraph before, or all that this says. Behind a list, where the words stand with its last
    item, 前款 is that list."""
    article = article_of(eid)
    found = _PARAGRAPH.match(eid, len(article)) if article else None
    if found is None:
        return ""
    before = int("前款" in words and PREFIX["point"] not in eid)
    place = f"{article}{SEPARATOR}{PREFIX['paragraph']}_{int(found['number']) - before}"
    items = [str(number) for item in _ITEM.finditer(words) for number in _counted(item)] if "项" in words else []
    places = [f"{place}{SEPARATOR}{PREFIX['point']}_{number}" for number in items] or [place] * before
    held = (leaf for one in places for leaf in texts if leaf == one or leaf.startswith(one + SEPARATOR))
    return "\n".join(texts[leaf] for leaf in held if leaf != eid)


def _counted(span: re.Match[str]) -> range:
    """The numbers from one item to another."""
    first, last = clean_number(span["first"]), clean_number(span["last"] or span["first"])
    return range(int(first), int(last) + 1)


def own_articles(text: str) -> dict[str, str]:
    """The document's own articles that a text cites: their numbers, each with the words that cite it."""
    found = [found.group() for found in OWN.finditer(fold(text))]
    return {clean_number(number): words for words in found for number in _EACH.findall(words)}
