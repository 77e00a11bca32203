"""The known names that are offered for a mistaken one."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.model import Language

MOST_OFFERED = 3


def near(name: str, known: tuple[str, ...], language: Language = "en") -> str:
    """A sentence that offers the known names nearest to a mistaken one."""
    zh = language == "zh"
    if not known:
        return "文件库还是空的。" if zh else "There is none yet."
    from rapidfuzz import fuzz, process  # for a mistake alone

    alike = process.extract(name, known, scorer=fuzz.WRatio, limit=MOST_OFFERED, score_cutoff=60)
    if alike:
        return offer([found for found, _, _ in alike], language)
    more = "…" if known[10:] else "。" if zh else "."
    return f"已有的是 {'、'.join(known[:10])}{more}" if zh else f"Known are {', '.join(known[:10])}{more}"


def offer(names: Sequence[str], language: Language = "en") -> str:
    """A sentence that offers these names."""
    return f"是不是 {' 或者 '.join(names)}？" if language == "zh" else f"Did you mean {' or '.join(names)}?"
