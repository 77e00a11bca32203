"""What rules are called: 办法, Measures; what stands before it; how the number of a document looks; and how a title is
cited. Pieces of patterns, for every floor that looks for one."""

from __future__ import annotations

import re

from policydiff.eid import NUMERALS
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
