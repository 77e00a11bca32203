"""Rules on the words that make a duty, a permission or a prohibition (立法技术规范（试行）（一）, 2009, part 3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydiff.model import Finding, Language

_DUTY = {"zh": re.compile(r"应当|必须|须"), "en": re.compile(r"\b(?:shall|must)(?! not)\b", re.I)}
_PROHIBITION = {
    "zh": re.compile(r"不得|禁止|严禁|不准"),
    "en": re.compile(r"\b(?:shall not|may not|must not|prohibit\w*|forbid\w*|is not allowed)\b", re.I),
}
_PERMISSION = {"zh": re.compile(r"可以|有权"), "en": re.compile(r"\b(?:may(?! not)|can|has the right)\b", re.I)}
_AROUND = 12


def modality(base: str, target: str, base_language: Language, target_language: Language) -> Iterator[Finding]:
    """A duty of the base (应当, shall) that the target makes a permission or a bare statement, or the other way round.

    Not found: a duty that moved to another provision, and one of several duties in a row.
    """
    had = _DUTY[base_language].search(base)
    has = _DUTY[target_language].search(target)
    permits = _PERMISSION[target_language].search(target)
    permitted = _PERMISSION[base_language].search(base)
    if had and not has and (base_language == target_language or permits):
        weaker = f"可以（{permits.group()}）" if permits else "一般陈述"
        yield Finding(
            type="modality",
            base=_quote(base, had),
            target=_quote(target, permits) if permits else "",
            message=f"“{had.group()}”变为{weaker}，义务强度减弱；疑似降低上位法要求，请核对。",
            rule="modality",
        )
    elif has and not had and permitted and base_language == target_language:
        yield Finding(
            type="modality",
            base=_quote(base, permitted),
            target=_quote(target, has),
            message=f"“{permitted.group()}”变为“{has.group()}”，授权变为义务，请核对。",
            rule="modality",
        )


def prohibition(base: str, target: str, base_language: Language, target_language: Language) -> Iterator[Finding]:
    """A prohibition of the base (不得, 禁止, may not) that the target no longer states."""
    had = _PROHIBITION[base_language].search(base)
    if had and not _PROHIBITION[target_language].search(target):
        yield Finding(
            type="modality",
            base=_quote(base, had),
            target="",
            message=f"上位法的禁止性表述“{had.group()}”在对应条文中不再出现，请核对。",
            rule="prohibition",
        )


def _quote(text: str, found: re.Match[str]) -> str:
    """The word with a little of what stands around it, cut at punctuation."""
    left = re.split(r"[，。；：,;.\n]", text[max(0, found.start() - _AROUND) : found.start()])[-1]
    right = re.split(r"[，。；：,;.\n]", text[found.end() : found.end() + _AROUND])[0]
    return f"{left}{found.group()}{right}".strip()
