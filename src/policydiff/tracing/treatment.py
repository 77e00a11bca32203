"""What a local provision does with a superior one, as far as the words of both tell."""

from __future__ import annotations

from typing import Literal

from policydiff.model import Language, Treatment
from policydiff.tracing.likeness import Likeness

Direction = Literal["from", "to"]  # whether sources of a provision are sought, or what follows it

_RESTATES = 0.8  # of the local provision's words stand in the superior one
_LEAST: dict[Language, float] = {"zh": 0.3, "en": 0.42}  # the score from which two provisions belong together
_PART = 0.6  # so much of either in the other, and they do too where the other holds much more
_LEAST_OF_PART: dict[Language, float] = {"zh": 0.2, "en": 0.34}
FAINTEST = min(*_LEAST.values(), *_LEAST_OF_PART.values())  # with a lower score no provision does anything with another


def treatment(like: Likeness, direction: Direction, language: Language) -> Treatment | None:
    """Whether the local provision restates or adapts the superior one; None where their words do not say so."""
    local, superior = (like.own, like.other) if direction == "from" else (like.other, like.own)
    part = max(local, superior) >= _PART and like.score >= _LEAST_OF_PART[language]
    if like.score < _LEAST[language] and not part:
        return None
    return "restates" if local >= _RESTATES or min(local, superior) >= _PART else "adapts"
