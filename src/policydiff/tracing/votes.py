"""Which central rules a document sounds like: what it implements, where it names nothing.

What sounds like the rules that implement a law sounds like that law too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from policydiff.alignment.grams import NAME
from policydiff.library.describe import title_key
from policydiff.library.editions import Editions
from policydiff.model import Document
from policydiff.tracing.candidates import compared
from policydiff.tracing.collection import Collection, Holding, Unit, units_of
from policydiff.tracing.treatment import treatment

_CANDIDATES = 30  # of a provision
_OF_A_FOLLOWER = 0.95  # of a vote for a rule's own implementing rules counts for the rule
_SURE = 0.25  # the share of a rule's provisions that must be like those of what is found by words alone
_WEIGHED = 5  # so many of the rules that provisions sound like are compared with them


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A rule that provisions of a document sound like, and the share of them, from 0 to 1, that are like one of its."""

    holding: Holding
    share: float


class Votes:
    """What the provisions of documents sound like, of the central rules in force."""

    def __init__(self, collection: Collection, editions: Editions[Holding]) -> None:
        self._collection, self._editions = collection, editions
        self._rules = [one for one in collection.holdings if one.kind == "central" and editions.in_force(one)]

    def sure(self, document: Document) -> tuple[Holding, ...]:
        """The rule that most of a document's provisions come from, if they plainly do."""
        return tuple(vote.holding for vote in self.of(document)[:1] if vote.share >= _SURE)

    def of(self, document: Document) -> tuple[Vote, ...]:
        """The rules that a document sounds like, the first of them the one that it likely implements."""
        units = [unit for unit in units_of(document) if not unit.stock]
        return tuple(
            Vote(holding=holding, share=_share(units, document, self._collection, holding))
            for holding in self.ranked([unit.text for unit in units], document)[:_WEIGHED]
        )

    def ranked(self, texts: Sequence[str], document: Document) -> tuple[Holding, ...]:
        """The rules that texts sound like, the most likely first; never an edition of the document itself. Titles in
        《》 are not looked at."""
        collection = self._collection
        own = title_key(document.title)
        among = collection.among(rule for rule in self._rules if rule.key != own)
        near = collection.index.near([NAME.sub("", text) for text in texts], document.language, _CANDIDATES, among)
        best: dict[tuple[int, str], float] = defaultdict(float)
        for text, place, score in zip(near.text.tolist(), near.candidate.tolist(), near.score.tolist(), strict=True):
            rule = collection.holding(place).id
            best[text, rule] = max(best[text, rule], score)
            if law := self._grounds.get(rule):
                best[text, law] = max(best[text, law], _OF_A_FOLLOWER * score)
        total: dict[str, float] = defaultdict(float)
        for (_, rule), score in best.items():
            total[rule] += score
        order = sorted(total, key=lambda rule: (-round(total[rule], 6), rule))
        return tuple(collection.by_id[rule] for rule in order)

    @cached_property
    def _grounds(self) -> dict[str, str]:
        """For each of the rules that names a ground among the central ones the first one, by their ids."""
        out = {}
        for rule in self._rules:
            named = (self._editions.named(title) for title in rule.bases)
            if law := next((one for one in named if one and one.kind == "central" and one.key != rule.key), None):
                out[rule.id] = law.id
        return out


def _share(units: Sequence[Unit], document: Document, collection: Collection, rule: Holding) -> float:
    """How many of the provisions are like one of the rule's."""
    language = document.language
    alike = compared(units, language, collection, [rule])
    like = sum(any(treatment(one, "from", language) for one in found.values()) for found in alike)
    return round(like / len(units), 3) if units else 0.0
