"""Clauses that every rule has, known by their form: they correspond whatever their words.

A rule has at most one of each, so that no other evidence is needed: the clause of purpose and basis, the clause that
says who interprets, and the clause that says when the rule enters into force (立法技术规范（试行）（一）, 2009). The
sentence by which a notice passes the rule on stands outside the rule.

And what a text is that names a penalty, of which a rule has many.
"""

from __future__ import annotations

import re

from policydiff.alignment.units import Units
from policydiff.model import Language
from policydiff.text import without_stray_blanks

Pattern = re.Pattern[str]

LONGEST = 160  # characters of a clause at the end of a rule that is one of these and no more
_OPENING = ("notice", "purpose")
_CHINESE_MARKS = tuple(zip("｡,:;", "。，：；", strict=True))  # as the patterns have them; those of English have none

_THIS_RULE = r"本(?!行政|地|级|省|市|县|区|乡|镇|辖|流域|部门|单位|系统|行业|企业)"  # and no plan for one's own area
_DECIDED = rf"(?:提出|制[定订]|作出|明确)(?:以下|如下|{_THIS_RULE}|了)[^。]{{0,12}}"
_RULE_ITSELF = r"(?:本|此)[^。，]{1,12}"

_PASSED_ON = r"(?:印发|转发|下发|发布|公布|颁布)"

ROLES: dict[Language, tuple[tuple[str, Pattern], ...]] = {
    "zh": (
        (
            "purpose",
            re.compile(
                r"(?:根据|依据|依照|按照|贯彻|为了?|遵照)[^。]{0,240}"
                rf"(?:制[定订](?:{_THIS_RULE}|如下|以下)|{_DECIDED})[^。]{{0,20}}[。：]"
            ),
        ),
        (
            "notice",
            re.compile(rf"^(?:现将?|经[^。]{{2,40}})[^。]{{2,120}}{_PASSED_ON}[^。]{{0,40}}[请希][^。]{{0,60}}。"),
        ),
        ("interpretation", re.compile(rf"{_RULE_ITSELF}由[^。]{{2,60}}(?:负责)?解释。")),
        (
            "force",
            re.compile(rf"{_RULE_ITSELF}[^。]{{0,12}}(?:自|从|于)[^。]{{2,40}}起?(?:施行|实施|执行|生效|试行)"),
        ),
    ),
    "en": (
        (
            "purpose",
            re.compile(
                r"(?:these|this) [^.]{3,60}(?:formulated|enacted|made|adopted)|(?:formulated|enacted) in accordance",
                re.IGNORECASE,
            ),
        ),
        ("notice", re.compile(r"(?:are|is) hereby (?:issued|promulgated|printed|forwarded)", re.IGNORECASE)),
        (
            "interpretation",
            re.compile(r"responsible for (?:the )?interpret|power (?:of|to) interpret|interpreted by", re.IGNORECASE),
        ),
        (
            "force",
            re.compile(
                r"(?:come|enter|go|be|take) ?(?:into|in) (?:force|effect)|effective (?:as of|from|on)|take effect",
                re.IGNORECASE,
            ),
        ),
    ),
}

_SANCTION: dict[Language, Pattern] = {
    "zh": re.compile(r"罚款|处分|责令|没收|吊销|追究|赔偿"),
    "en": re.compile(
        r"\bfine[sd]?\b|confiscat|revo[ck]|sanction|punish|penalt|criminal|compensat|ordered? to|demerit", re.IGNORECASE
    ),
}


def roles(document_units: Units, language: Language) -> dict[str, int]:
    """The leaf that plays each role, by number; of several the first where the role opens a text, else the last."""
    out: dict[str, int] = {}
    texts = document_units.leaf_texts()
    for name, pattern in ROLES[language]:
        at = next((i for i in _places(name, len(texts)) if _plays(name, pattern, texts[i])), None)
        if at is not None:
            out[name] = at
    return out


def _places(name: str, of: int) -> range:
    """Where a clause of that role may stand, the likeliest place first: at the opening, or late."""
    return range(min(of, max(4, of // 10))) if name in _OPENING else range(of - 1, of // 2 - 1, -1)


def _plays(name: str, pattern: Pattern, text: str) -> bool:
    """Whether a leaf has the words of that role; at the end of a rule only a short one."""
    bare = without_stray_blanks(text)
    for mark, chinese in _CHINESE_MARKS:
        bare = bare.replace(mark, chinese)
    return (name in _OPENING or len(bare) <= LONGEST) and bool(pattern.search(bare))


def punishes(text: str, language: Language) -> bool:
    """Whether a text names a penalty or another consequence of a breach."""
    return _SANCTION[language].search(text) is not None
