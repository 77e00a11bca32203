"""The offices that an English text names, each by what it is in charge of."""

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
