"""What a rule has found, before it is told."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from policydiff.comparison.findings.row.changes import Quotation
from policydiff.comparison.findings.row.rule import Quotes
from policydiff.gravity import POWERS
from policydiff.messages import message, quotations
from policydiff.model import WHOLE, Both, Cut, Finding, FindingType, Language

LONE = Both("dropped-duty", "added-duty")  # of what one side alone says
# Of what is gone, and of what is new: how it is told where it is nearly said elsewhere, or may be said in part.
NEARLY_SAID = Both(("dropped-here", "dropped-in-part"), ("added-here", "added-in-part"))
# Rules on what is gone, and on what is new: of the other side they only show what comes near.
DROPPED = frozenset(("dropped-duty", "dropped-here", "dropped-in-part"))
ADDED = frozenset(("added-duty", "added-here", "added-in-part", *POWERS))

_SAYS_CHINESE = re.compile("[\u4e00-\u9fff]").search


class Found(NamedTuple):
    """The rule, its type, the words of base and target, empty where a side says nothing; of the target as a whole,
    where in it; for how many it stands; the words in which the two differ, where the rule names them; what the target's
    words cite of their own document, where they name nothing else."""

    rule: str
    kind: FindingType
    base: str
    target: str
    eid: str = ""
    number: int = 1
    differing: tuple[Quotes, ...] = ()
    cited: str = ""

    @property
    def quotes(self) -> Both[str]:
        """The words of both sides."""
        return Both(self.base, self.target)

    def told(self, ui: Language) -> Finding:
        """The finding, with its message in that language; its words are plain, for a build files it."""
        found = Finding(
            type=self.kind,
            base=str(self.base),
            target=str(self.target),
            message="",
            rule=self.rule,
            eid=self.eid,
            base_cut=cut(self.base),
            target_cut=cut(self.target),
            count=self.number,
            apart=self.rule in LONE and _are_apart(self.base, self.target),
            differing=tuple((str(old), str(new)) for old, new in self.differing),
            cited=str(self.cited),
        )
        said, count, differing = quotations(found), self.number, found.differing
        words = message(self.rule, *said, ui, count=count, differing=differing, cited=found.cited)
        return replace(found, message=words)


def _are_apart(base: str, target: str) -> bool:
    """Whether words only show where others would stand, as those of two Chinese texts do: were they near, another rule
    would lay the two beside each other. In English, and across languages, that is not known."""
    return all(map(_SAYS_CHINESE, (base, target)))


def cut(words: str) -> Cut:
    """Whether words around these were left out."""
    return words.cut if isinstance(words, Quotation) else WHOLE
