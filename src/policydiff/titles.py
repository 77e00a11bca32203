"""What rules are called: 办法, Measures; what stands before it; how the number of a document looks; and how a title is
cited. Pieces of patterns, for every floor that looks for one."""

from __future__ import annotations

import re

from policydiff.eid import NUMERALS
from policydiff.expressions import expression
from policydiff.model import Language
from policydiff.text import is_chinese, skeleton

# What stands before the title of a law in full, and may be left out of it.
REPUBLIC = "中华人民共和国"
# What a rule may call itself (本办法), and what else may be the title of a text.
KINDS = "法|条例|办法|规定|细则|规则|规程|规范|章程|准则|决定|意见"
_OTHER_KINDS = "方案|制度|标准|通知|公告|纲要|规划|措施"
_ENGLISH_KINDS = (
    "Law|Measures|Regulations|Regulation|Rules|Provisions|Decision|Opinions|Opinion|Notice|Code|Act|Ordinance|Policy"
    "|Guidelines|Directive|Bylaws|Charter"
)
# The first heading of a rule is no title of one: 一般规定.
RULE_TITLE = re.compile(
    r"(?:(?!(?:一般|特别|附加|其他|其它|共同|基本|补充|通用)规定$)"
    rf".*(?:{KINDS}|{_OTHER_KINDS})(?:[（(].{{0,20}}[）)])?"
    rf"|.*\b(?:{_ENGLISH_KINDS}|{_ENGLISH_KINDS.upper()})\b.*)"
)

# The number of a document. There are more documents than provisions in one: 第10086号.
OF_DOCUMENT = rf"第?\s?[{NUMERALS}\d]{{1,6}}\s?号"

# The title of an instrument as it is cited.
TITLE = re.compile("《[^《》]{2,60}》")
_CITED = re.compile("《[^《》]*》")
_INNER = str.maketrans("《》", "〈〉")


def of_edition(title: str, edition: str, language: Language) -> str:
    """A title that other documents bear as well, with the year or date of this one: 科学技术普及法（2024）."""
    if not edition:
        return title
    return f"{title}（{edition}）" if language == "zh" else f"{title} ({edition})"


def cited(title: str) -> str:
    """The title of a Chinese document between 《》, as it is cited; a title within it between 〈〉."""
    if not any(map(is_chinese, title)) or _CITED.fullmatch(title):
        return title
    return f"《{title.translate(_INNER)}》"


def same_title(one: str, other: str) -> bool:
    """Whether two citations name one instrument, in full (中华人民共和国…) or not."""
    return without_realm(one) == without_realm(other)


def without_realm(title: str) -> str:
    """The letters of a title, between 《》 or not, without 中华人民共和国 before them."""
    return skeleton(title).removeprefix(REPUBLIC)


# How the title of an instrument looks in a running English text.
_CITED_KINDS = "Law|Act|Regulations?|Measures|Rules|Provisions|Code|Ordinance|Statute|Decree|Interpretation"
_NAME = r"[A-Z][\w'’-]{1,30}"
_LINKS = "(?:(?:of|on|for|and|the|in) ){0,3}"
_ENGLISH_TITLE = expression(
    rf"\b(?:(?!(?:{_CITED_KINDS})\b){_NAME} {_LINKS}){{1,9}}(?:{_CITED_KINDS})\b"
    rf"(?: of the People['’]s Republic of China| of (?:the )?{_NAME}(?: {_NAME}){{0,3}})?"
    rf"(?: (?:on|for|concerning|governing) (?:the )?{_NAME}(?: {_LINKS}{_NAME}){{0,9}})?"
    rf"|\b(?:{_CITED_KINDS})(?: of the People['’]s Republic of China)? (?:on|for|concerning|governing) (?:the )?{_NAME}"
    rf"(?: {_LINKS}{_NAME}){{0,9}}"
)
_POINTING = expression(
    rf"^(?:(?:{_NAME} ){{0,9}}?(?:This|These|Present) )?"
    r"(?:(?:This|These|The|That|Those|Such|Said|Any|In|Under|Of|Where|If|When|For|By|Present|Relevant) )*"
)
_PEOPLES_REPUBLIC = expression(r" of the People['’]s Republic of China|People['’]s Republic of China ", re.IGNORECASE)
_LITTLE_WORDS = expression(r"\b(?:of|on|for|and|the|in|a|an)\b|[^a-z0-9]", re.IGNORECASE)


def english_titles(text: str) -> dict[str, tuple[int, int]]:
    """The instruments that a text names, by their plain names, and where each stands first."""
    out: dict[str, tuple[int, int]] = {}
    for found in _ENGLISH_TITLE.finditer(text):
        pointed = _POINTING.match(found.group())
        start = found.start() + (pointed.end() if pointed else 0)
        name = plain_english_title(text[start : found.end()])
        if name and text[start : found.end()] not in _CITED_KINDS.replace("?", "").split("|"):
            out.setdefault(name, (start, found.end()))
    return out


def plain_english_title(title: str) -> str:
    """A title without its articles, and without of which state it is, as it is compared."""
    return _LITTLE_WORDS.sub("", _PEOPLES_REPUBLIC.sub(" ", title)).lower()
