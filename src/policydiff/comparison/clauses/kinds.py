"""When a clause sets a case, makes an exception, lays down a duty or names the breach of one: told from its words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from policydiff.comparison.clauses.cutting import Clause
from policydiff.expressions import expression
from policydiff.model import Language

EXCEPTION: dict[Language, re.Pattern[str]] = {
    # 排除管道外部的隐患 excepts nothing.
    "zh": re.compile(r"(?<![排清解拆免消废扣开删铲驱剔根])除[^，。；]{1,60}?(?:以外|之外|外)|(?:的|情形)除外"),
    "en": expression(r"\b(?:except|unless|other than|otherwise provided)\b", re.IGNORECASE),
}
CONDITION: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(
        r"的(?:情形|情况下|条件下|时候)?$|(?:时|后|前|期间|之日起|期限?(?:届)?满|届满)$"
        r"|^(?:根据需要$|有条件的(?:地方|地区|单位)$|情节|确有|确需|经[^，。；]{1,30}(?:批准|同意|许可)后?$)"
    ),
    "en": expression(r"^(?:if|where|when|in case|subject to|as needed|on condition|within the scope)\b", re.IGNORECASE),
}
PROVISO = re.compile(EXCEPTION["zh"].pattern + r"|除外|(?<![^，。；：！？\n,;:])但是?(?!书|未|没有|尚未|逾期)")
FORBIDS = re.compile(r"不得|禁止|严禁")
_BREACH = re.compile(r"的$|^(?:违反|未|拒不)")
_FORCE = re.compile(r"应当|必须|不得|禁止|可以")
_OPENING = re.compile(r"由|经|报|向|按照?|自|凭|从|应当|不得|可以")


class Kind(NamedTuple):
    """How a clause opens and ends, and whether it names a breach, lays down a duty or excepts."""

    opening: str
    end: str
    is_breach: bool
    is_duty: bool
    excepts: bool


@lru_cache(maxsize=4096)  # of the two rules that are compared
def kind(text: str) -> Kind:
    """How a Chinese clause of these words opens and ends, and what it does."""
    is_breach = bool(_BREACH.search(text))
    is_duty = not is_breach and bool(_FORCE.search(text))
    return Kind(_opening(text), text[-2:], is_breach, is_duty, bool(PROVISO.search(text)))


def is_exception(clause: Clause) -> bool:
    """Whether a Chinese clause makes an exception or a proviso, which belongs to the sentence that it stands in."""
    return kind(clause.text).excepts


def sets_the_case(clause: str, language: Language) -> bool:
    """Whether a clause says when a rule holds or whom it meets, and not what it lays down."""
    return bool(CONDITION[language].search(clause) or EXCEPTION[language].search(clause))


def have_one_opening(one: str, other: str) -> bool:
    """Whether two clauses open with the same preposition or word of force, and so say the same of what came before."""
    return _opening(one) == _opening(other) != ""


def _opening(clause: str) -> str:
    """The preposition or word of force that a clause opens with."""
    found = _OPENING.match(clause)
    return found.group() if found else ""
