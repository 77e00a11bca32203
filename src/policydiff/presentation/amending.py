"""A text that only amends or repeals others is no rule to be compared: what it changes is not worked into the rule.

关于修改《胡须办法》的决定     amends
一、将第五条修改为：“…”
刑法修正案（七）              amends
关于废止《胡须条例》的决定     repeals
"""

from __future__ import annotations

import re

from policydiff.expressions import expression
from policydiff.model import Decides, Document, Language

_AMENDS: dict[Language, re.Pattern[str]] = {
    "zh": expression(
        r"关于(?!印发|公布|发布)[^。]{0,40}?(?:修改|修正)[^。]*的(?:决定|决议|通知|公告|命令)(?:[（(].*[）)])?$"
        r"|修正案(?:草案)?(?:[（(].*[）)])?$"
    ),
    "en": expression(r"\b(?:Amendments?|Amending|to Amend)\b", re.IGNORECASE),
}
_REPEALS: dict[Language, re.Pattern[str]] = {
    "zh": expression(r"关于(?!印发|公布|发布)[^。]{0,40}?废止[^。]*的(?:决定|决议|通知|公告|命令)(?:[（(].*[）)])?$"),
    "en": expression(r"\b(?:Repeal|Repealing|to Repeal)\b", re.IGNORECASE),
}
# What is done to a place in another text.
_CHANGES: dict[Language, re.Pattern[str]] = {
    "zh": expression(r"(?:修改|修正|改)为|增加(?:规定|[一二三四五六七八九十]{1,3}[条款项章节句])|删去|删除|废止"),
    "en": expression(
        r"\b(?:is|are|shall be|hereby) (?:amended|revised|deleted|repealed|replaced|inserted|added)\b", re.IGNORECASE
    ),
}
_LEAST = 0.25  # of what stands in articles changes something: the whole of an amended rule bears such a title as well


def decides(document: Document) -> Decides | None:
    """Whether a document amends or repeals others and lays down no rule of its own, by its title and what it says."""
    language = document.language
    amends, repeals = (kind[language].search(document.title) is not None for kind in (_AMENDS, _REPEALS))
    if not (amends or repeals):
        return None
    leaves = document.leaves()
    changing = sum(_CHANGES[language].search(leaf.text) is not None for leaf in leaves)
    has_articles = any(provision.level == "article" for provision in document.provisions)
    if not changing or (has_articles and changing < _LEAST * len(leaves)):
        return None
    return "amends" if amends else "repeals"
