"""Clauses of a superior rule that name acts, and which of them speaks of an act of another rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from policydiff.comparison.clauses import Clause, Held, clauses
from policydiff.comparison.findings.powers.words.bodies import ANYBODY
from policydiff.comparison.findings.terms.mentions import subject_of
from policydiff.model import Language

# Clauses so much alike, or of which either holds so much of the other, speak of one act; much is forbidden in other
# words, and English clauses share more words that say nothing.
_HELD = 0.55
SAME_ACT: Mapping[Language, float] = {"zh": 0.31, "en": 0.5}
NEAR_ACT: Mapping[Language, float] = {"zh": 0.2, "en": 0.34}  # of a power of the same kind, what comes so near is shown
LEAST_SAID = 2.0  # by what names an act; 违反本法规定的, 有下列行为之一的, 拒不改正的 name none


class Acts(Held):
    """Clauses that name acts: what a superior punishes, what it forbids, for what it asks leave."""

    def of(self, act: Clause, least: float) -> Iterator[int]:
        """Which of them speak of an act, by number."""
        for number, common in self.common_with(act).items():
            if common >= _HELD * min(act.weight, max(self.among[number].weight, LEAST_SAID)):
                yield number
        if (nearest := self.nearest(act, least)) is not None:
            yield nearest

    def first_of(self, act: Clause, least: float) -> str:
        """The first of them that speaks of an act; or nothing."""
        return next((self.among[number].text for number in self.of(act, least)), "")

    def nearest_to(self, acts: Sequence[Clause], least: Mapping[Language, float]) -> str:
        """Which of them comes nearest to the chief one of some acts, if it comes so near; or nothing."""
        chief = max(acts, key=lambda one: one.weight, default=None)
        number = self.nearest(chief, least[chief.language]) if chief else None
        return "" if number is None else self.among[number].text


def without_subject(clause: Clause) -> Clause:
    """What is said in a clause, without of whom: 任何单位和个人 stands in many a prohibition."""
    if clause.language == "en":
        return clause
    subject = subject_of(clause.text) or ANYBODY.match(clause.text)
    if subject is None:
        return clause
    return said_from(clause, subject.end() if isinstance(subject, re.Match) else subject.end)


def said_from(clause: Clause, at: int) -> Clause:
    """What a clause says from a place on."""
    held = clauses(clause.text[at:], clause.language)
    return held[0] if held else clause
