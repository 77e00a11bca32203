"""Which provisions of a library a provision cites by the titles of their rules, and which cite it.

依照《胡须法》第八条、第九条第二款的规定   ──▶ 第八条 and 第九条 of that law, in the edition in force
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from policydiff.eid import INSERTED, ITEM_NUMBER, find_citation, ordinal
from policydiff.library.describe import title_key
from policydiff.library.editions import Editions
from policydiff.model import Document
from policydiff.tracing.collection import Collection, Holding, Unit

_CITED = re.compile(
    rf"《([^《》]{{2,80}})》((?:[、，和及或与至]{{0,2}}{ordinal('条')}(?:{INSERTED})?(?:{ordinal('款')})?(?:第?（{ITEM_NUMBER}）项)?)+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedArticle:
    """An article of another rule that a provision cites: the rule's title, the article's identifier and how it is
    written."""

    title: str
    eid: str
    label: str


def citations(text: str) -> Iterator[CitedArticle]:
    """The articles of other rules that a text cites: 《胡须法》第八条、第九条第二款 are two."""
    for found in _CITED.finditer(text):
        rest = found.group(2)
        while place := find_citation(rest):
            citation, (start, end) = place
            level, number = citation.steps[0]
            article = rest[start:end].partition("条")
            yield CitedArticle(title=found.group(1), eid=f"{level}_{number}", label=article[0] + article[1])
            rest = rest[end:]


def cited_by(text: str, collection: Collection, editions: Editions[Holding]) -> set[int]:
    """The provisions of the library that the words of one cite."""
    found = ((editions.named(citation.title), citation.eid) for citation in citations(text))
    places = (collection.place(holding, eid) for holding, eid in found if holding)
    return {place for place in places if place is not None}


def citing(
    document: Document, wanted: Sequence[Unit], collection: Collection, among: Sequence[Holding]
) -> list[set[int]]:
    """For each provision of a document those of the library that cite it by the document's title."""
    key = title_key(document.title)
    by_eid: dict[str, set[int]] = {unit.eid: set() for unit in wanted}
    for n in np.flatnonzero(collection.among(among)).tolist() if key else ():
        for citation in citations(collection.texts[n]):
            if citation.eid in by_eid and title_key(citation.title) == key:
                by_eid[citation.eid].add(n)
    return [by_eid[unit.eid] for unit in wanted]
