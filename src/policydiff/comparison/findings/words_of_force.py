"""The words that make a duty, a prohibition or a permission (立法技术规范（试行）（一）, 2009, part 3)."""

from __future__ import annotations

import re

from policydiff.model import Language

DUTY: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(
        r"应当|(?<![相适对供响反效感理])应(?![当对急用邀变激力届聘试酬收付有])|必须"
        r"|(?<![无不])须(?=[经由在持凭按向报有具符遵先征将对与取])|务必"
    ),
    "en": re.compile(
        r"(?<!no )\b(?:shall|must|(?:is|are) (?:required|obliged) to|(?:has|have) to)\b(?! not)", re.IGNORECASE
    ),
}
PROHIBITION: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"不得|禁止|严禁|不准|不予(?!以)|无权"),
    "en": re.compile(
        r"\b(?:(?:no|neither) (?:\w+[ ,]+){1,8}?(?:shall|may|must)\b|shall not|may not|must not|prohibit\w*|forbid\w*"
        r"|not (?:be )?(?:allowed|permitted))\b",
        re.IGNORECASE,
    ),
}
PERMISSION: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"可以|(?<!所)有权|鼓励|提倡|(?<![不许认许])可(?=[由向对依按要处并给])"),
    "en": re.compile(
        r"\b(?:may(?! not)|can(?!not)|should|ought to|has the right|is entitled|encourage\w*)\b", re.IGNORECASE
    ),
}
FORCES = ((3, PROHIBITION), (2, DUTY), (1, PERMISSION))


def force_of(words: str, language: Language) -> int:
    """3 for a prohibition, 2 for a duty, 1 for a permission, 0 for a statement."""
    for force, pattern in FORCES:
        if pattern[language].search(words):
            return force
    return 0
