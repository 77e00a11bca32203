"""Which clause an exception belongs to.

base    顾客应当凭证进店，但是老主顾除外      target  每周二应当休业，但是老主顾除外
        └ host                                        └ host

Two exceptions answer each other only where their hosts stand in one article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from policydiff.comparison.clauses import Clause, ClausePairs, is_exception
from policydiff.comparison.findings.row.changes import Change, Passage

Provisions = tuple[tuple[str, str], ...]  # an article's identifier and its words

_LEAST_NEAR = 0.03


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosts:
    """The clauses of the base that may have an exception, each with its partner in the target; none where the base
    makes no exception.

    `provisions` are the articles that the target's side comes from.
    """

    partners: tuple[tuple[Clause, Clause], ...]
    provisions: Provisions

    @classmethod
    def of(cls, pairs: ClausePairs, provisions: Provisions) -> Hosts:
        """The clauses of a row that are no exceptions, each with its partner or with what comes near it."""
        has_exceptions = any(is_exception(clause) for clause in pairs.base)
        return cls(partners=tuple(_partners(pairs)) if has_exceptions else (), provisions=provisions)

    def are_of_one_article(self, one: Clause, other: Clause) -> bool:
        """Whether the clauses of a pair may answer each other: they are not two exceptions of different articles."""
        partner = self._partner(one) if is_exception(one) and is_exception(other) else None
        return partner is None or self._article(partner) == self._article(other)

    def beside(self, first: Clause, change: Change) -> Change:
        """A clause that is gone as a change; beside an exception stands what the target says of what it excepts."""
        partner = self._partner(first) if is_exception(first) else None
        return replace(change, near=Passage.of(partner.text), other=self._article(partner)) if partner else change

    def _partner(self, exception: Clause) -> Clause | None:
        """What the target says for the clause that an exception belongs to: the next one for 除…外, else the last."""
        after = [
            partner
            for host, partner in self.partners
            if host.start > exception.start and host.sentence == exception.sentence
        ]
        if exception.text.startswith("除") and after:
            return after[0]
        before = [partner for host, partner in self.partners if host.start < exception.start]
        return before[-1] if before else None

    def _article(self, clause: Clause) -> str:
        """The words of the article that a clause of the target stands in; the whole side where that is not known."""
        return next((words for _, words in self.provisions if clause.text in words), clause.within)


def _partners(pairs: ClausePairs) -> Iterator[tuple[Clause, Clause]]:
    for clause in pairs.base:
        if not is_exception(clause):
            partner = next((other for one, other, _ in pairs.paired if one.start <= clause.start < one.end), None)
            if partner is None:
                near, score = pairs.likeness.most_alike(clause, pairs.target)
                partner = near if score >= _LEAST_NEAR else None
            if partner is not None:
                yield clause, partner
