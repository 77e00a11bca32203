"""What a rule has found, before it is told."""

from __future__ import annotations

from typing import NamedTuple

from policydiff.comparison.findings.row.changes import Quotation
from policydiff.comparison.findings.row.rule import Quotes
from policydiff.gravity import POWERS
from policydiff.messages import marked, message
from policydiff.model import WHOLE, Cut, Finding, FindingType, Language

LONE = ("dropped-duty", "added-duty")  # of what one side alone says: the base, the target
# Rules on what is gone, and on what is new: of the other side they only show what comes near.
DROPPED, ADDED = frozenset(("dropped-duty", "dropped-here")), frozenset(("added-duty", "added-here", *POWERS))


class Found(NamedTuple):
    """The rule, its type, the words of base and target, empty where a side says nothing; of the target as a whole,
    where in it; for how many it stands."""

    rule: str
    kind: FindingType
    base: str
    target: str
    eid: str = ""
    number: int = 1

    @property
    def quotes(self) -> Quotes:
        """The words of both sides, in the order of the two."""
        return self.base, self.target

    def told(self, ui: Language) -> Finding:
        """The finding, with its message in that language."""
        base_cut, target_cut = cut(self.base), cut(self.target)
        quoted = marked(self.base, base_cut), marked(self.target, target_cut)
        return Finding(
            type=self.kind,
            base=str(self.base),
            target=str(self.target),
            message=message(self.rule, *quoted, ui, count=self.number),
            rule=self.rule,
            eid=self.eid,
            base_cut=base_cut,
            target_cut=target_cut,
            count=self.number,
        )


def cut(words: str) -> Cut:
    """Whether words around these were left out."""
    return words.cut if isinstance(words, Quotation) else WHOLE
