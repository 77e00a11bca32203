"""Citations of a document's own provisions, followed through the alignment.

base:   违反本办法第七条规定的，…        第七条 of the base stands beside 第八条 of the target
target: 违反本细则第八条规定的，…        right, though the number differs
target: 违反本细则第七条规定的，…        left over from before an article was inserted
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydiff.comparison.findings.row.rule import Quotes
from policydiff.comparison.findings.terms.citations import own_articles
from policydiff.model import Link

Articles = frozenset[tuple[str, str]]

_ARTICLE = re.compile(r"art_([\d-]+)")


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
