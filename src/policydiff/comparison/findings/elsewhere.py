"""What a document says at any place, to tell what is gone from what stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from policydiff.comparison.clauses import Clause, Held, clauses, cover
from policydiff.model import Document, Provision

_HELD_ELSEWHERE = 0.6
_NEARLY_SAID, _HELD_NEARLY = 0.6, 0.4  # clauses this much alike say nearly one thing, if the one holds so much
_PENALTY = re.compile(r"罚款|处分|没收|吊销|责令|\bfined?\b|\bconfiscat", re.IGNORECASE)
_BREACH = "违反"


class Elsewhere:
    """What a document says in any of its clauses."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def says(self, clause: Clause, *, naming: str = "") -> bool:
        """Whether one clause of the document holds nearly all of this one's words; the naming of a breach does not.

        `naming` are words that must be among them.
        """
        if not clause.bag:
            return True
        held = (found.text for _, found, _ in self.most_of(clause, _HELD_ELSEWHERE))
        return any(_BREACH not in text and naming in text for text in held)

    def most_of(self, clause: Clause, least: float) -> Iterator[tuple[Provision, Clause, float]]:
        """The clauses that hold at least this share of a clause's words, in order, each with its leaf and the share."""
        for number, share in self._held.most_of(clause, least):
            yield *self._said[number], share

    def nearest(self, words: str, row: str) -> str:
        """The clause that says nearly what the chief clause of some words says, if it stands outside of a row; or
        nothing. A penalty said elsewhere is that of another breach.

        `row` are the words of the row; of what comes near nothing in it comes nearer.
        """
        chief = max(clauses(words, self._document.language), key=lambda clause: clause.weight, default=None)
        if chief is None or _PENALTY.search(chief.text):
            return ""
        best = self._held.nearest(chief, _NEARLY_SAID)
        if best is None:
            return ""
        nearest = self._said[best][1]
        is_held = cover(chief, nearest.bag) >= _HELD_NEARLY
        return nearest.text if is_held and _BREACH not in nearest.text and nearest.within not in row else ""

    @cached_property
    def _said(self) -> list[tuple[Provision, Clause]]:
        leaves, language = self._document.leaves(), self._document.language
        return [(leaf, clause) for leaf in leaves for clause in clauses(leaf.text, language)]

    @cached_property
    def _held(self) -> Held:
        return Held([clause for _, clause in self._said])
