"""The known names that are offered for a mistaken one."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.model import Language
from policydiff.wording import AND, STOP

MOST_OFFERED = 3
_MOST_KNOWN = 10  # names that are told where none is near
_ALIKE = 60  # of 100: so like a name is one that may be meant


def near(name: str, known: tuple[str, ...], language: Language = "en") -> str:
    """A sentence that offers the known names nearest to a mistaken one."""
    if not known:
        return "文件库还是空的。" if language == "zh" else "There is none yet."
    from rapidfuzz import fuzz, process  # for a mistake alone

    alike = process.extract(name, known, scorer=fuzz.WRatio, limit=MOST_OFFERED, score_cutoff=_ALIKE)
    if alike:
        return offer([found for found, _, _ in alike], language)
    are = "已有的是" if language == "zh" else "Known are"
    return f"{are} {AND[language].join(known[:_MOST_KNOWN])}{'…' if known[_MOST_KNOWN:] else STOP[language]}"


def offer(names: Sequence[str], language: Language = "en") -> str:
    """A sentence that offers these names."""
    return f"是不是 {' 或者 '.join(names)}？" if language == "zh" else f"Did you mean {' or '.join(names)}?"
