"""Of which rank a rule is, by who made it: on that depends what it may set.

    山东省人民代表大会常务委员会    a province's regulation (地方性法规)
    青岛市人民政府令第300号         a city government's rule (地方政府规章)
    青岛市人民政府文件              a document below the rules (其他规范性文件), as is what any office of a place issues
"""

from __future__ import annotations

import re
from typing import Literal, get_args

from policydiff.library.describe import Description
from policydiff.model import Document

Rank = Literal[
    "state-council", "department", "province", "city", "provincial-government", "city-government", "document", ""
]
RANKS: tuple[Rank, ...] = get_args(Rank)

_CONGRESS = re.compile(r"人民代表大会|人大(?:常委会)?$")
_GOVERNMENT = re.compile(r"人民政府$")
_PROVINCIAL = re.compile(r"^(?:(?:北京|天津|上海|重庆)市|[^市县]{2,4}省|[^省市县]{2,8}自治区)")
_CITY = re.compile(r"^(?:[^省]{2,3}省|[^区]{2,8}自治区)?[^市县区]{1,8}(?:市|自治州)人民政府$")
_PARTY = re.compile(r"^(?:中共|中国共产党)|党委|党组")
_DEPARTMENT = re.compile(r"(?:部|委员会|总局|署|局|银行|办公室)$")
_ORDER = re.compile(r"令|常务会议")
_OF_PLACE = re.compile(r"街道|办事处|[镇乡](?!.{0,4}企业)|[厅局]$|办公室$|人民政府|管理委员会|管委会")


def rank(document: Document, said: Description) -> Rank:
    """The rank of a rule, by what it says of itself; nothing of a Party rule, or where it does not say."""
    issuer = said.issuer.value if said.issuer.sure else ""
    if _PARTY.search(issuer) or said.kind.value not in ("central", "local"):
        return ""
    if said.kind.value == "central":
        return _central(issuer)
    if _CONGRESS.search(issuer):
        return "province" if _PROVINCIAL.match(issuer) else "city"
    if _GOVERNMENT.search(issuer) and _is_by_order(document):
        return _of_a_government(issuer)
    return "document" if _OF_PLACE.search(issuer or document.title) else ""


def _central(issuer: str) -> Rank:
    if issuer == "国务院":
        return "state-council"
    return "department" if _DEPARTMENT.search(issuer) and not _CONGRESS.search(issuer) else ""


def _of_a_government(issuer: str) -> Rank:
    """What a government orders: a rule where it is that of a province or of a city, else a document."""
    if _PROVINCIAL.match(issuer) and not _CITY.match(re.sub(_PROVINCIAL, "", issuer)):
        return "provincial-government"
    return "city-government" if _CITY.match(issuer) else "document"


def _is_by_order(document: Document) -> bool:
    """Whether a government's order, or its meeting, made a text; a notice of its makes a document."""
    told = (one for one in document.residue if one.reason in ("approval", "document-number"))
    return any(_ORDER.search(document.source.text[one.span.start : one.span.end]) for one in told)
