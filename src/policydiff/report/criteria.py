"""By what a reviewer judges each kind of finding: how much hangs on it, and where that is laid down.

The tool judges nothing by them: they tell a reviewer where to look. The articles are those of 立法法 as of 2023, of
法规规章备案审查条例 of 2024 and of 行政处罚法 as of 2021.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from policydiff.model import Finding, Language

Weight = Literal["first", "then", "drafting"]
Words = Mapping[Language, str]

_CONTRARY: Words = {
    "zh": "《立法法》第一百零七条第（二）项、《法规规章备案审查条例》第十三条第（三）项：下位法是否违反上位法的规定",
    "en": "Legislation Law, Article 107(2), and Regulation on Filing and Review of Regulations and Rules, "
    "Article 13(3): whether a lower rule contravenes its superior",
}
_COMPETENCE: Words = {
    "zh": "《立法法》第一百零七条第（一）项、《法规规章备案审查条例》第十三条第（二）项：是否超越权限",
    "en": "Legislation Law, Article 107(1), and Regulation on Filing and Review of Regulations and Rules, "
    "Article 13(2): whether powers are exceeded",
}
_BURDEN: Words = {
    "zh": "《立法法》第九十三条第六款：没有上位依据，地方政府规章不得减损权利或者增加义务",
    "en": "Legislation Law, Article 93(6): without a basis in a superior rule, a local government rule may not "
    "derogate from rights or add duties",
}
_PENALTY: Words = {
    "zh": "《行政处罚法》第十二条、第十四条、第十六条：处罚的设定权限，行为、种类和幅度的范围",
    "en": "Administrative Penalty Law, Articles 12, 14 and 16: who may set penalties, and within which acts, kinds and "
    "ranges",
}
_USAGE: Words = {
    "zh": "立法技术规范（试行）关于常用词语的规定：{words}",
    "en": "Technical Norms for Legislation (trial), on words commonly used: {words}",
}
_REFERENCE: Words = {
    "zh": "立法技术规范（试行）关于援引的规定：援引应当准确、所指条款应当存在",
    "en": "Technical Norms for Legislation (trial), on citations: they must be exact and lead somewhere",
}
_STRUCTURE: Words = {
    "zh": "《立法法》第六十五条：编、章、节、条、款、项、目的序号",
    "en": "Legislation Law, Article 65: how parts, chapters, articles, items and sub-items are numbered",
}
_STYLE: Words = {
    "zh": "立法技术规范（试行）：用语规范、同一概念用同一词语",
    "en": "Technical Norms for Legislation (trial): correct words, one word for one thing",
}
REPEATING: Words = {
    "zh": "对上位法已经明确规定的内容一般不作重复性规定（《立法法》第八十二条第四款），未见对应条款本身不表示有误；"
    "需要核对的是：义务、例外、标准、程序或者列举项是否在转述时遗漏。",
    "en": "What the superior rule already states is generally not repeated (Legislation Law, Article 82(4)): that a "
    "provision has no counterpart is not by itself an error. To be checked is whether a duty, an exception, a "
    "threshold, a procedure or an element of a list was lost on the way.",
}


def _usage(zh: str, en: str) -> Words:
    return {"zh": _USAGE["zh"].format(words=zh), "en": _USAGE["en"].format(words=en)}


_SCOPE_WORDS = _usage("除…外、但书、以及限定语", "exceptions, provisos and qualifications")

# By the name of a finding's rule.
_CRITERIA: Mapping[str, tuple[Weight, tuple[Words, ...]]] = {
    "prohibition": ("first", (_CONTRARY, _usage("不得、禁止", "不得 and 禁止"))),
    "modality": ("first", (_CONTRARY, _usage("应当、必须、可以", "应当, 必须 and 可以"))),
    "number": ("first", (_CONTRARY,)),
    "threshold": ("first", (_usage("以上、以下、以内、不满、超过", "以上, 以下, 以内, 不满 and 超过"),)),
    "exception": ("first", (_CONTRARY, _SCOPE_WORDS)),
    "dropped-exception": ("first", (_CONTRARY, _SCOPE_WORDS)),
    "added-exception": ("first", (_CONTRARY, _SCOPE_WORDS)),
    "dropped-duty": ("first", (_CONTRARY,)),
    "dropped-element": ("first", (_CONTRARY,)),
    "sanction-without-duty": ("first", (_CONTRARY,)),
    "untranslated": ("first", ()),
    "actor": ("then", (_COMPETENCE,)),
    "renamed": ("then", (_COMPETENCE,)),
    "dropped-condition": ("then", (_CONTRARY,)),
    "added-condition": ("then", (_CONTRARY,)),
    "alternative": ("then", (_usage("和、以及、或者；依照、参照", "和, 以及, 或者; 依照, 参照"),)),
    "open-list": ("then", (_usage("等", "等"),)),
    "scope": ("then", (_CONTRARY,)),
    "added-element": ("then", (_BURDEN,)),
    "added-duty": ("then", (_BURDEN,)),
    "instrument": ("then", (_REFERENCE,)),
    "reference": ("then", (_REFERENCE,)),
    "citation": ("then", (_REFERENCE,)),
    "cited-title": ("drafting", (_REFERENCE,)),
    "dead-citation": ("drafting", (_REFERENCE,)),
    "numbering": ("drafting", (_STRUCTURE,)),
    "look-alike": ("drafting", (_STYLE,)),
    "own-name": ("drafting", (_STYLE,)),
    "two-names": ("drafting", (_STYLE,)),
}
RULES = frozenset(_CRITERIA)
_PENALISES = re.compile(r"罚款|处罚|没收|吊销|拘留|\bfines?\b|\bpenalt", re.IGNORECASE)
WEIGHTS: tuple[Weight, ...] = ("first", "then", "drafting")


def weight(rule: str) -> Weight:
    """How much hangs on what a rule finds."""
    return _CRITERIA[rule][0] if rule in _CRITERIA else "then"


def sources(finding: Finding, language: Language) -> tuple[str, ...]:
    """Where it is laid down by what a finding is judged; of one in which there is talk of a penalty, that too."""
    found = _CRITERIA[finding.rule][1] if finding.rule in _CRITERIA else ()
    if _PENALISES.search(finding.base + finding.target):
        found = (*found, _PENALTY)
    return tuple(words[language] for words in found)
