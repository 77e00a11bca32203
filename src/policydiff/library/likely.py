"""Which rules a text that names no ground may rest on, by the words of their titles.

某市胡须登记办法, which says 胡须 on every page  →  胡须管理条例, then 食堂管理条例
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeVar

from policydiff.library.describe import title_key
from policydiff.model import Document
from policydiff.text import simplified
from policydiff.words import search_words

Rule = TypeVar("Rule")

LIKELY = 0.4  # of a title's weight in words that the text says most often of all
_OF_ANY_RULE = frozenset("管理监督条例办法规定实施细则暂行试若干意见决通知")  # what a word such as 管理条例 is made of
_OFTEN = 5  # what a text says less often it is hardly about


def likeliest(document: Document, rules: Sequence[tuple[Rule, str]]) -> tuple[tuple[Rule, float], ...]:
    """The rules of these titles with how much of each the text says, from 0 to 1, the most first; of the same score in
    the order given."""
    titles = [frozenset(_telling(title)) for _, title in rules]
    having = Counter(word for title in titles for word in title)
    text = simplified("\n".join((document.title, *(leaf.text for leaf in document.leaves()))))
    whole = {word: _weight(having[word], len(titles)) for word in having}
    times = {word: text.count(word) for word in having}
    most = max((_OFTEN, *times.values()))
    tells = {word: whole[word] * times[word] / most for word in having}
    scored = [
        (rule, sum(tells[word] for word in title) / (sum(whole[word] for word in title) or 1))
        for (rule, _), title in zip(rules, titles, strict=True)
    ]
    return tuple(sorted(scored, key=lambda one: -one[1]))


def _telling(title: str) -> Iterator[str]:
    """The words of a title that say what its rule is about: 胡须 of 胡须管理条例."""
    for word in search_words(simplified(title_key(title))):
        if len(word) > 1 and not set(word) <= _OF_ANY_RULE:
            yield word


def _weight(having: int, titles: int) -> float:
    """What a word tells that so many of the titles have."""
    return math.log(1 + titles / having)
