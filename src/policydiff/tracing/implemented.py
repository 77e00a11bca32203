"""Which rules of a library a rule implements: what the catalogue says, what it names itself, what its words come from.

    catalogue    implements = ["central-2017"] in corpus.toml
    text         东省实施《胡须法》办法, 根据《胡须法》制定本办法: the edition in force
    words        no citation: the rule that most of its provisions sound like
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from policydiff.library.describe import describe, title_key
from policydiff.model import Document
from policydiff.tracing.collection import Collection, Holding, Unit, units_of
from policydiff.tracing.editions import Editions
from policydiff.tracing.sources import compared, relation

How = Literal["catalogue", "text", "words"]

_CANDIDATES = 30
_OF_A_FOLLOWER = 0.95  # of a vote for a rule's own implementing rules counts for the rule
_SURE = 0.25  # the share of a rule's provisions that must be like those of what is found by words alone
_WEIGHED = 5  # so many of the rules that provisions sound like are compared with them
_NAME = re.compile(r"《[^《》]{2,80}》")


@dataclass(frozen=True, slots=True, kw_only=True)
class Superior:
    """A rule that a document implements, `how` that is known, and the title by which the text names it."""

    holding: Holding
    how: How
    named: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A rule that provisions of a document sound like, and the share of them, from 0 to 1, that are like one of its."""

    holding: Holding
    share: float


def implemented(
    document: Document, collection: Collection, editions: Editions, catalogue: Sequence[str] = ()
) -> tuple[Superior, ...]:
    """What a document implements: the catalogue's word, else its own, else the rule that its words come from."""
    said = [collection.by_id[named] for named in catalogue if named in collection.by_id]
    if said:
        return tuple(Superior(holding=holding, how="catalogue") for holding in said)
    own = title_key(document.title)
    named = {name: editions.named(name) for name in describe(document).bases}
    by_title = {holding.id: (holding, name) for name, holding in named.items() if holding and holding.key != own}
    if by_title:
        return tuple(Superior(holding=holding, how="text", named=name) for holding, name in by_title.values())
    best = votes(document, collection, editions)[:1]
    return tuple(Superior(holding=vote.holding, how="words") for vote in best if vote.share >= _SURE)


def votes(document: Document, collection: Collection, editions: Editions) -> tuple[Vote, ...]:
    """The central rules that a document sounds like, the first of them the one that it likely implements."""
    units = [unit for unit in units_of(document) if not unit.stock]
    return tuple(
        Vote(holding=holding, share=_share(units, document, collection, holding))
        for holding in ranked([unit.text for unit in units], document, collection, editions)[:_WEIGHED]
    )


def ranked(
    texts: Sequence[str], document: Document, collection: Collection, editions: Editions
) -> tuple[Holding, ...]:
    """The central rules that texts sound like, the most likely first; never an edition of the document itself.

    Titles in 《》 are not looked at. What sounds like the rules that implement a law sounds like that law too.
    """
    own = title_key(document.title)
    rules = [h for h in collection.holdings if h.kind == "central" and h.key != own and editions.in_force(h)]
    bare = [_NAME.sub("", text) for text in texts]
    near = collection.index.near(bare, document.language, _CANDIDATES, collection.among(rules))
    best: dict[tuple[int, str], float] = defaultdict(float)
    for text, place, score in zip(near.text.tolist(), near.candidate.tolist(), near.score.tolist(), strict=True):
        rule = collection.holdings[int(collection.owner[place])].id
        best[text, rule] = max(best[text, rule], score)
        if law := editions.grounds.get(rule):
            best[text, law] = max(best[text, law], _OF_A_FOLLOWER * score)
    total: dict[str, float] = defaultdict(float)
    for (_, rule), score in best.items():
        total[rule] += score
    order = sorted(total, key=lambda rule: (-round(total[rule], 6), rule))
    return tuple(collection.by_id[rule] for rule in order)


def _share(units: Sequence[Unit], document: Document, collection: Collection, rule: Holding) -> float:
    """How many of the provisions are like one of the rule's."""
    language = document.language
    alike = compared(units, language, collection, [rule])
    like = sum(any(relation(one, "from", language) for one in found.values()) for found in alike)
    return round(like / len(units), 3) if units else 0.0
