"""What an English text names: its offices, each by what it is in charge of, and the instruments that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from policydiff.comparison.findings.terms.english_words import stems
from policydiff.expressions import expression

_OFFICE = (
    r"departments?|authorit(?:y|ies)|bureaus?|commissions?|ministr(?:y|ies)|courts?|governments?|offices?"
    r"|agenc(?:y|ies)|councils?|committees?|administrations?|organs?|inspectorates?|police|secretariats?|tribunals?|boards?|brigades?"
)
_OFFICE_NAME = expression(
    r"(?<![\w'’&-])(?P<name>(?:\b(?!(?:the|an?|any|by|to|of|with|and|or|for|in|at|that|which|from|as|shall"
    r"|may|must|is|are|under|its|their"
    rf"|such|each|every)\b)[\w'’&-]{{1,30}}\s){{0,6}}\b(?P<head>{_OFFICE}))\b(?!'s|’s)",
    re.IGNORECASE,
)
# What says of which level a body is, or that it is the one concerned: in a local rule another than in its law.
_OF_A_LEVEL = expression(
    r"\b(?:state|council|central|national|provincial|municipal|city|town|township|county|district|subdistrict|local|prefecture"
    r"|people(?:'s|’s|s)?|governments?|level|higher|lower|upper|superior|same|above|competent|relevant|related|concerned"
    r"|respective|responsible|administrative|area|region|designated|licensing|regulatory|public|in charge"
    r"|administration)\b",
    re.IGNORECASE,
)
# The levels of the realm below the centre, as a name says them, and what stands behind it or before it in a list.
_LEVELS = {"provinc": "province", "municipal": "city", "city": "city", "count": "county", "district": "county",
           "town": "township", "subdistrict": "township"}  # fmt: skip
_LEVEL = expression(r"\b(?P<level>provinc|municipal|city|count(?=y|ies)|district|town|subdistrict)", re.IGNORECASE)
_OF_WHERE = expression(
    r"\s(?:of|in) (?:the |this |that |each |its |a )?(?=provinc|municipal|city|county|district|town)", re.IGNORECASE
)
_JOINS_LEVELS = expression(
    r"(?:\b(?:provincial|municipal|city|county|district|local|central|national|higher|lower)"
    r"(?:, | and | or |, and |, or )|\babove )$",
    re.IGNORECASE,
)
# A body of its own, whatever stands before it.
_OF_A_KIND = frozenset(("court", "police", "tribunal", "council", "committee", "commission"))
_CENTRE = expression(
    r"\b(?:(?:of|under) the )?State Council\b|\b(?:of|under) (?:the )?(?:local )?people['’]s governments?\b",
    re.IGNORECASE,
)
_KINDS = "Law|Act|Regulations?|Measures|Rules|Provisions|Code|Ordinance|Statute|Decree|Interpretation"
_NAME = r"[A-Z][\w'’-]{1,30}"
_LINKS = "(?:(?:of|on|for|and|the|in) ){0,3}"
_TITLE = expression(
    rf"\b(?:(?!(?:{_KINDS})\b){_NAME} {_LINKS}){{1,9}}(?:{_KINDS})\b"
    rf"(?: of the People['’]s Republic of China| of (?:the )?{_NAME}(?: {_NAME}){{0,3}})?"
    rf"(?: (?:on|for|concerning|governing) (?:the )?{_NAME}(?: {_LINKS}{_NAME}){{0,9}})?"
    rf"|\b(?:{_KINDS})(?: of the People['’]s Republic of China)? (?:on|for|concerning|governing) (?:the )?{_NAME}"
    rf"(?: {_LINKS}{_NAME}){{0,9}}"
)
_POINTS = expression(
    rf"^(?:(?:{_NAME} ){{0,9}}?(?:This|These|Present) )?"
    r"(?:(?:This|These|The|That|Those|Such|Said|Any|In|Under|Of|Where|If|When|For|By|Present|Relevant) )*"
)
_OF_WHAT = (
    r"[a-z]{3,20}(?: (?:affairs|resources|security|health|relations|planning|protection|safety|construction|management"
    r"|development|technology|environment|supervision|regulation|education|services?|welfare|defen[cs]e|transport|trade"
    r"|industry|administration))?"
)
_IN_CHARGE = expression(
    r"\s(?:of|for|in charge of|responsible for) (?!(?:the|an?|each|this|that|its|such)\b)"
    rf"(?P<field>{_OF_WHAT}(?:(?:, | and ){_OF_WHAT}){{0,3}})",
    re.IGNORECASE,
)
_LONGEST_LEVEL, _LONGEST_LIST, _LONGEST_FIELD = 12, 40, 100
_REPUBLIC = expression(r" of the People['’]s Republic of China|People['’]s Republic of China ", re.IGNORECASE)
_LITTLE = expression(r"\b(?:of|on|for|and|the|in|a|an)\b|[^a-z0-9]", re.IGNORECASE)


class Office(NamedTuple):
    """An office: what it is in charge of, what kind of office it is, where it is named (and until where what it is of
    stands behind), and the one level below the centre that its name says, if any."""

    field: tuple[str, ...]
    head: str
    start: int
    end: int
    until: int
    level: str = ""

    @property
    def says(self) -> tuple[str, ...]:
        """The words that tell it from other offices: its field, and its kind where there are few of the kind."""
        return (*self.field, *({self.head} & _OF_A_KIND))

    def may_be(self, other: Office) -> bool:
        """Whether two names are of one kind at the least, where one of them leaves its field unsaid."""
        return self.head == other.head or not {self.head, other.head} & _OF_A_KIND

    def is_kin(self, other: Office) -> bool:
        """Whether two names say the same but for the level."""
        return self.head == other.head and self.field == other.field


def offices(text: str) -> Iterator[Office]:
    """The offices that a text names, in order; the State Council, and whose department one is, are none."""
    plain = _CENTRE.sub(lambda found: " " * len(found.group()), text)
    for found in _OFFICE_NAME.finditer(plain):
        field = stems(_OF_A_LEVEL.sub(" ", found["name"][: -len(found["head"])]))
        until = found.end()
        if not field:
            field, length = _field_behind(plain[until : until + _LONGEST_FIELD])
            until += length
        level = _level(found["name"], text[: found.start("name")], text[found.end() :])
        yield Office(field, found["head"].lower().removesuffix("s"), found.start("name"), found.end(), until, level)


def _field_behind(text: str) -> tuple[tuple[str, ...], int]:
    """What an office is of, where its name says it behind, and how long that is: the department of agriculture."""
    found = _IN_CHARGE.match(text)
    field = stems(_OF_A_LEVEL.sub(" ", found["field"])) if found else ()
    return field, found.end() if found and field else 0


def _level(name: str, before: str, behind: str) -> str:
    """The one level that a name says, or what stands behind it: the department of the province."""
    where = _OF_WHERE.match(behind)
    said = f"{name} {behind[where.end() :][:_LONGEST_LEVEL]}" if where else name
    levels = {_LEVELS[found["level"].lower()] for found in _LEVEL.finditer(said)}
    return levels.pop() if len(levels) == 1 and not _JOINS_LEVELS.search(before[-_LONGEST_LIST:]) else ""


def titles(text: str) -> dict[str, tuple[int, int]]:
    """The instruments that a text names, by their plain names, and where each stands first."""
    out: dict[str, tuple[int, int]] = {}
    for found in _TITLE.finditer(text):
        pointed = _POINTS.match(found.group())
        start = found.start() + (pointed.end() if pointed else 0)
        name = plain_title(text[start : found.end()])
        if name and text[start : found.end()] not in _KINDS.replace("?", "").split("|"):
            out.setdefault(name, (start, found.end()))
    return out


def plain_title(title: str) -> str:
    """A title without its articles, and without of which state it is, as it is compared."""
    return _LITTLE.sub("", _REPUBLIC.sub(" ", title)).lower()
