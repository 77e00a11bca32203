"""Of which rank a rule is, by who made it: on that depends what it may set.

    山东省人民代表大会常务委员会    a province's regulation (地方性法规)
    青岛市人民政府令第300号         a city government's rule (地方政府规章)
    青岛市人民政府文件              a document below the rules (其他规范性文件), as is what any office of a place issues
    People's Congress of East Province      a province's regulation too

Where no issuer is found the title tells as much as it can. Nothing below the regulations may be called 条例
(行政法规制定程序条例 art. 5, 规章制定程序条例 art. 7), and below a city no government makes rules.
"""

from __future__ import annotations

import re
from typing import Literal, get_args

from policydiff.expressions import expression
from policydiff.library.describe import Description, Fact
from policydiff.model import Document
from policydiff.report.places import Place, place, titled
from policydiff.text import simplified

Rank = Literal[
    "state-council",
    "department",
    "province",
    "city",
    "provincial-government",
    "city-government",
    "document",
    "regulation",
    "",
]
# What a rule is that is called 条例 and of which no more is known.
REGULATIONS: tuple[Rank, ...] = ("state-council", "province")
RANKS: tuple[Rank, ...] = get_args(Rank)

_CONGRESS = re.compile(r"人民代表大会|人大(?:常委会)?$")
_GOVERNMENT = re.compile(r"人民政府$")
_PARTY = re.compile(r"^(?:中共|中国共产党)|党委|党组")
_PARTY_TITLE = re.compile(r"^(?:中国共产党|中共|党政)")
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
# Of an English issuer: the congress, the government and the office, and the place by what it calls itself.
_ENGLISH_CONGRESS = expression(r"\bPeople['’]s Congress\b", re.IGNORECASE)
_ENGLISH_GOVERNMENT = expression(r"\bPeople['’]s Government\b", re.IGNORECASE)
_ENGLISH_STATE_COUNCIL = expression(r"(?:the )?State Council(?: of the People['’]s Republic of China)?", re.IGNORECASE)
_ENGLISH_DEPARTMENT = expression(r"^(?:The )?(?:Ministry of|(?:State|General|National) [\w ]{0,30}Administration\b)")
_ENGLISH_OFFICE = expression(
    r"\b(?:Department|Bureau|Commission|Office|Committee|Administration)\b(?!.*\bPeople['’]s Congress\b)"
)
_ENGLISH_ORDER = expression(r"\b(?:Decree|Order|Executive Meeting)\b")
_ENGLISH_PLACES: tuple[tuple[Place, re.Pattern[str]], ...] = (
    ("below", expression(r"\b(?:County|District|Township|Town|Sub-?district|Banner)\b")),
    ("province", expression(r"\b(?:Beijing|Tianjin|Shanghai|Chongqing)\b")),
    ("city", expression(r"\b(?:City|Municipality|Municipal|Prefecture|Prefectural)\b")),
    ("province", expression(r"\b(?:Province|Provincial|Autonomous Region)\b")),
)


def rank(document: Document, said: Description) -> Rank:
    """The rank of a rule, by what it says of itself; nothing of a Party rule, or where it does not say."""
    if document.language == "en":
        return _of_english(document, said)
    issuer = _issuer(said)
    title = simplified(document.title)
    if _PARTY.search(issuer) or _PARTY_TITLE.match(title):
        return ""
    if not issuer and title.endswith("条例"):
        return "state-council" if said.kind == Fact(value="central", sure=True) else _of_a_regulation(title)
    if said.kind.value == "central":
        return _central(issuer)
    if said.kind.value != "local":
        return ""
    if _CONGRESS.search(issuer):
        return _of_a_congress(issuer, title)
    if _GOVERNMENT.search(issuer) and _is_by_order(document):
        return _of_a_government(issuer)
    return _of_an_office(issuer, title)


def unlisted_city(document: Document, said: Description) -> str:
    """The city whose government ordered a rule and is not known to have districts, so that the rule is taken for a
    document; empty of any other."""
    name = _GOVERNMENT.split(_issuer(said))[0]
    ordered = _GOVERNMENT.search(_issuer(said)) and _is_by_order(document)
    return name if ordered and name.endswith("市") and place(name) == "below" else ""


def _issuer(said: Description) -> str:
    return simplified(said.issuer.value) if said.issuer.value and said.issuer.sure else ""


def _of_a_regulation(title: str) -> Rank:
    """What a 条例 is of which nobody says who made it, by the place that its title begins with; below a city with
    districts only an autonomous county makes one (自治条例, 单行条例)."""
    name = titled(title)
    of: dict[str, Rank] = {"province": "province", "city": "city"}
    return of.get(place(name), "") if name else "regulation"


def _central(issuer: str) -> Rank:
    if issuer == "国务院":
        return "state-council"
    return "department" if _DEPARTMENT.search(issuer) and not _CONGRESS.search(issuer) else ""


def _of_a_congress(issuer: str, title: str) -> Rank:
    """What a congress makes: a regulation where it is that of a province or of a city; of any other it is not known
    (单行条例, 决议). A city whose congress makes a 条例 is one that may."""
    made: dict[str, Rank] = {"province": "province", "city": "city"}
    name = _CONGRESS.split(issuer)[0]
    if title.endswith("条例") and name.endswith("市"):
        made["below"] = "city"
    return made.get(place(name), "")


def _of_a_government(issuer: str) -> Rank:
    """What a government orders: a rule where it is that of a province or of a city, else a document."""
    made: dict[str, Rank] = {"province": "provincial-government", "city": "city-government"}
    return made.get(place(_GOVERNMENT.split(issuer)[0]), "document")


def _of_an_office(issuer: str, title: str) -> Rank:
    """What any other office issues: a document, but nothing that is called 条例 is one. Where no issuer is found, the
    office or the place below a city that a title begins with tells as much."""
    if title.endswith("条例"):
        return ""
    if issuer:
        return "document" if _OFFICE.search(issuer) else ""
    name = titled(title)
    return "document" if _OFFICE_IN_TITLE.search(title) or (name and place(name) == "below") else ""


def _is_by_order(document: Document) -> bool:
    """Whether a government's order, or its meeting, made a text; a notice of its makes a document."""
    ordered = _ENGLISH_ORDER if document.language == "en" else _ORDER
    told = (one for one in document.residue if one.reason in ("approval", "document-number"))
    return any(ordered.search(document.source.text[one.span.start : one.span.end]) for one in told)


# --------------------------------------------------------------------------------------------- English


def _of_english(document: Document, said: Description) -> Rank:
    """The rank of a rule in English by its issuer alone, as one word stands for several kinds of rule (Regulations:
    条例 and 规定); a translation has that of its original. Which cities have districts their English names do not say:
    a city's congress is taken to be that of one that may make regulations, its government's orders are left
    open."""
    issuer = _issuer(said)
    if said.kind.value == "central":
        if _ENGLISH_STATE_COUNCIL.fullmatch(issuer):
            return "state-council"
        return "department" if _ENGLISH_DEPARTMENT.search(issuer) else ""
    if said.kind.value != "local":
        return ""
    of = next((of for of, names in _ENGLISH_PLACES if names.search(issuer)), None)
    if _ENGLISH_CONGRESS.search(issuer):
        return "" if of in (None, "below") else "province" if of == "province" else "city"
    if _ENGLISH_GOVERNMENT.search(issuer) and not _ENGLISH_OFFICE.search(issuer) and _is_by_order(document):
        made: dict[Place | None, Rank] = {"province": "provincial-government", "below": "document"}
        return made.get(of, "")
    return "document" if _ENGLISH_OFFICE.search(issuer) or _ENGLISH_GOVERNMENT.search(issuer) else ""
