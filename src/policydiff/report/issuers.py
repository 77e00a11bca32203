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
from policydiff.report.places import place
from policydiff.text import simplified

Rank = Literal[
    "state-council", "department", "province", "city", "provincial-government", "city-government", "document", ""
]
RANKS: tuple[Rank, ...] = get_args(Rank)

_CONGRESS = re.compile(r"人民代表大会|人大(?:常委会)?$")
_GOVERNMENT = re.compile(r"人民政府$")
_PARTY = re.compile(r"^(?:中共|中国共产党)|党委|党组")
_DEPARTMENT = re.compile(r"(?:部|委员会|总局|署|局|银行|办公室)$")
_ORDER = re.compile(r"令|常务会议")
_OFFICE = re.compile(r"(?:[厅局委]|委员会|办公室|办事处|管委会|人民政府|街道|[镇乡])$")
# An office that a title begins with, behind the places that it is in; 城镇, 乡村 and 街道办事处 name a matter.
_OFFICE_IN_TITLE = re.compile(
    r"^(?:[^省市县区]{1,8}[省市县区]){0,3}(?:"
    r"[^省市县区镇乡]{2,4}(?<![城村集小名族制返点心色古建])(?:[镇乡](?![镇乡村市])|街道)"
    r"|(?:市[场政]|[^省市县区的《》]){2,12}(?:(?<![布格结])局|(?<![舞餐展客大乐])(?<!营业)厅|(?:管理|建设|改革|健康|工作)委员会)"
    r"|人民政府(?:办公[厅室])?关于.*(?:通知|意见|方案|通告|批复)$)"
)


def rank(document: Document, said: Description) -> Rank:
    """The rank of a rule, by what it says of itself; nothing of a Party rule, or where it does not say."""
    issuer = simplified(said.issuer.value) if said.issuer.sure else ""
    if _PARTY.search(issuer) or said.kind.value not in ("central", "local"):
        return ""
    if said.kind.value == "central":
        return _central(issuer)
    if _CONGRESS.search(issuer):
        return _of_a_congress(issuer)
    if _GOVERNMENT.search(issuer) and _is_by_order(document):
        return _of_a_government(issuer)
    return _of_an_office(issuer, simplified(document.title))


def _central(issuer: str) -> Rank:
    if issuer == "国务院":
        return "state-council"
    return "department" if _DEPARTMENT.search(issuer) and not _CONGRESS.search(issuer) else ""


def _of_a_congress(issuer: str) -> Rank:
    """What a congress makes: a regulation where it is that of a province or of a city; of any other it is not known
    (单行条例, 决议)."""
    made: dict[str, Rank] = {"province": "province", "city": "city"}
    return made.get(place(_CONGRESS.split(issuer)[0]), "")


def _of_a_government(issuer: str) -> Rank:
    """What a government orders: a rule where it is that of a province or of a city, else a document."""
    made: dict[str, Rank] = {"province": "provincial-government", "city": "city-government"}
    return made.get(place(_GOVERNMENT.split(issuer)[0]), "document")


def _of_an_office(issuer: str, title: str) -> Rank:
    """What any other office issues: a document, but nothing that is called 条例 is one."""
    if title.endswith("条例"):
        return ""
    found = _OFFICE.search(issuer) if issuer else _OFFICE_IN_TITLE.search(title)
    return "document" if found else ""


def _is_by_order(document: Document) -> bool:
    """Whether a government's order, or its meeting, made a text; a notice of its makes a document."""
    told = (one for one in document.residue if one.reason in ("approval", "document-number"))
    return any(_ORDER.search(document.source.text[one.span.start : one.span.end]) for one in told)
