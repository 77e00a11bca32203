"""What of a query that found nothing stands nowhere, and what of it is left to be looked for.

罚缴分离         罚缴 stands nowhere; left is 分离
第二条 罚款      either is left: the word stands in other places
"""

from __future__ import annotations

from collections.abc import Callable

from policydiff.search.index import Opened
from policydiff.search.most import standing_words
from policydiff.search.query import SAYS_NOTHING, Query
from policydiff.search.questions import telling, without_asking
from policydiff.search.records import Allowed
from policydiff.search.tokens import RUN, is_letters, stem


def missing(
    index: Opened, asked: Query, allowed: Allowed, finds: Callable[[str], bool]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parts of a query that nothing has, and those that `finds` something by themselves; of one that has no parts
    the words."""
    if len(asked.parts) > 1:
        found = {part: finds(part) for part in dict.fromkeys(asked.parts)}
        return tuple(part for part in found if not found[part]), tuple(part for part in found if found[part])
    if asked.citations or asked.exact:
        return asked.parts, ()
    words = without_asking(asked.text)
    clauses = telling(words, SAYS_NOTHING)
    standing = tuple(dict.fromkeys(standing_words(index, clauses, allowed)))
    return tuple(one for one in _without(words, standing) if one and one not in SAYS_NOTHING), standing


def _without(text: str, words: tuple[str, ...]) -> list[str]:
    """What is left of a text without some words, those of letters by their stems."""
    for word in sorted(words, key=len, reverse=True):
        if not is_letters(word):
            text = text.replace(word, " ")
    return [run.strip("的") for run in RUN.findall(text) if stem(run) not in words]
