"""How the words of a power are written down: as patterns in either language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from policydiff.expressions import expression
from policydiff.model import Language

Pattern = re.Pattern[str]
Match = re.Match[str]
Words = Mapping[Language, Pattern]
ByKind = Mapping[Language, Mapping[str, Pattern]]


def zh(*alternatives: str) -> Pattern:
    """What any of some Chinese expressions finds."""
    return expression("|".join(alternatives))


def en(*alternatives: str) -> Pattern:
    """What any of some English expressions finds, in capitals or not."""
    return expression("|".join(alternatives), re.IGNORECASE)
