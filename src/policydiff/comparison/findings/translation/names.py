"""Offices and instruments for which a translation names others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.terms.english_names import Office, offices
from policydiff.comparison.findings.translation.gloss import glosses_of, heard, is_known, is_rendered, rendered, spoken
from policydiff.expressions import expression
from policydiff.titles import english_titles

_TITLE = expression(r"《(?P<name>[^《》]{2,60})》")
_OFFICE = expression(r"[\u4e00-\u9fff]{2,10}?(?:部门|机关|机构|法院|检察院|委员会|(?<![布大结格])局)")
_BEHIND = expression(r"向|由|经|报|会同|和|与|及")  # what stands before the name of an office
_KINDS = "law act regulation measures rules provisions code ordinance statute decree decision interpretation"
_ANY_ONE = expression(r"(?:[本各该其]|其他|相关|有关)(?:地区|单位|行业|系统|级)?(?:部门|机关|机构)$")
_JOINED = expression(r"[\w-]{1,20} and $")
_POINTS = expression(r"\b(?:it|they|them|he|she|the (?:same|latter|former)|those)\b", re.IGNORECASE)
_LOCAL = expression(r"\b(?:provincial|municipal|city|county|district|town|township|local)\b", re.IGNORECASE)
_BEFORE = 24  # characters
_OF_ANY = expression(
    r"中华人民共和国|国务院|人民政府|主管|行政|部门|机关|机构|负责|有关|相关|[县市省]级|以上|地方|所在地|当地|同级|本级"
    r"|上级|下级|各级|法律|法规|条例|规定|办法|细则|实施"
)


class _Level(NamedTuple):
    """A level of the realm: how an office of it is named, and by what either language speaks of it."""

    office: re.Pattern[str]
    said: re.Pattern[str]
    english: re.Pattern[str]

    @classmethod
    def of(cls, said: str, english: str) -> _Level:
        office = rf"(?:{said})级?(?:人民政府|政府|[\u4e00-\u9fff]{{2,10}}?(?:部门|机关|机构|委员会|法院))"
        return cls(expression(office), expression(said), expression(rf"\b(?:{english})", re.IGNORECASE))


_LEVELS = {
    "province": _Level.of("省|自治区|直辖市", "provin|autonomous region|municipalit"),
    "city": _Level.of("(?<!直辖)市|自治州|州", "municipal|city|cities|prefect"),
    "county": _Level.of("县|(?<!自治)区(?!域|分|别)", "count(?:y|ies)|district"),
    "township": _Level.of("乡|镇|街道", "town|sub-?district|village|street"),
}


def actor(chinese: str, english: str) -> Iterator[Found]:
    """An office whose name renders no word of the Chinese sentence, where no office is named for one that this names.

    Not found: those who hold no office; one of several offices that the translation leaves out; a name with a word that
    the dictionary lacks.
    """
    rendering, given = glosses_of(spoken(chinese)), [*offices(english)]
    strange = [one for one in given if one.field and _is_strange(_says(one, english), rendering)]
    named = frozenset().union(*(_says(one, english) for one in given))
    for office in _OFFICE.finditer(chinese) if strange else ():
        said = spoken(_OF_ANY.sub(" ", office.group()))
        if strange and said and not _ANY_ONE.search(office.group()) and not rendered(said, named):
            one = strange.pop(0)
            yield Found("actor", "actor", _BEHIND.split(office.group())[-1], english[one.start : one.until])


def _is_strange(says: frozenset[str], rendering: frozenset[str]) -> bool:
    """Whether none of what a name says renders any Chinese word, and each word of it is known."""
    return rendering.isdisjoint(says) and all(map(is_known, says))


def _says(office: Office, english: str) -> frozenset[str]:
    """What the name of an office says beside its kind, with a word before it that may be a part of it: the fire and
    rescue agency."""
    before = _JOINED.search(english[max(0, office.start - _BEFORE) : office.start])
    name = english[office.start : office.end - len(office.head)] + english[office.end : office.until]
    return heard(f"{before.group() if before else ''}{_LOCAL.sub(' ', name)}")


def level(chinese: str, english: str) -> Iterator[Found]:
    """An authority of a province given as one of a city, and the like: the translation names an office of another
    level, and no word for the level of the Chinese one."""
    given = [one for one in offices(english) if one.level]
    for one in _LEVELS.values():
        found = one.office.search(chinese)
        strange = [office for office in given if not _LEVELS[office.level].said.search(chinese)]
        if found and strange and not one.english.search(english):
            says = next((it for it in strange if _is_of_a_level(it, english)), strange[0])
            yield Found("actor", "actor", found.group(), english[says.start : says.end])
            return


def _is_of_a_level(office: Office, english: str) -> bool:
    """Whether the name of an office itself says its level, and not what stands behind it."""
    return bool(_LEVELS[office.level].english.search(english[office.start : office.end]))


def dropped_actor(chinese: str, english: str) -> Iterator[Found]:
    """An office whose field no word of the translation renders, which names no office and points at none."""
    if any(offices(english)) or _POINTS.search(english):
        return
    held = heard(english)
    for office in _OFFICE.finditer(chinese):
        name = _BEHIND.split(office.group())[-1]
        said = spoken(_OF_ANY.sub(" ", name))
        acts = len(name) < len(office.group()) or chinese[: office.start()][-1:] in ("", "，", "；")
        if said and acts and not _ANY_ONE.search(name) and not any(is_rendered(word, held) for word in said):
            yield Found("dropped-actor", "actor", name, "")
            return


def instrument(chinese: str, english: str) -> Iterator[Found]:
    """An instrument (《…》) for which the translation names another, of whose title no word renders the Chinese one.

    Not found: an instrument that the translation does not name by its title.
    """
    cited = [(found.group(), spoken(_OF_ANY.sub(" ", found["name"]))) for found in _TITLE.finditer(chinese)]
    given = [english[start:end] for start, end in english_titles(english).values()]
    kinds = heard(_KINDS)  # one of which any title has
    rendering = glosses_of([word for _, said in cited for word in said]) - kinds
    named = heard(" ".join(given)) - kinds
    strange = [title for title in given if rendering.isdisjoint(heard(title))]
    for title, said in cited:
        if strange and said and not rendered(said, named):
            yield Found("instrument", "reference", title, strange.pop(0))
