"""Who made a rule and when, by the notes below its title.

（2017年8月15日东区人民代表大会通过  2021年5月1日东区          one note, though it is printed over lines;
人民政府令第3号修正）                                        the last act gives the rule its date
(Adopted at the 24th Session of the Beard Congress on May 3, 2019; amended on June 5, 2020)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from policydiff.dates import days, english_days
from policydiff.eid import ordinal
from policydiff.expressions import expression
from policydiff.model import Document
from policydiff.text import simplified
from policydiff.titles import OF_DOCUMENT, REPUBLIC

_MADE = re.compile(r"通过|批准|公布|发布|印发|颁布|修订|修正|制定")
_ISSUED, _PASSED = re.compile(r"公布|发布|印发|颁布"), re.compile(r"通过")
_WHO_ENDS = re.compile(
    rf"{ordinal('次')}|{OF_DOCUMENT}|令|会议|公布|发布|印发|颁布|通过|批准|修订|修正|制定|公告|[《（(，。;；]"
)
_TERM = re.compile(ordinal("届"))
_TOGETHER = re.compile(r"(?<=[院委部局会府署])\s+(?!常务)(?=\S{1,20}[院委部局会府署](?:\s|$))")
_HEAD_OF_STATE = re.compile(r"(?:国家)?主席$")
_LONGEST_ISSUER = 60  # characters; what is longer is no name

_DONE_IN_ENGLISH = expression(
    r"\b(?:adopted|approved|passed|enacted|promulgated|issued|published|amended|revised|effective|force|effect)\b",
    re.IGNORECASE,
)
_IN_FORCE = ("effective", "force", "effect")
_ISSUED_IN_ENGLISH, _CHANGED_IN_ENGLISH = ("promulgated", "issued", "published"), ("amended", "revised")
_ENGLISH_BODY = expression(
    r"\b(?:(?i:session|meeting|conference|decree|order|announcement)\s(?:No\.?\s?\d{1,4}\s)?of\s"
    r"|by\s(?!(?:the\s)?(?:Decree|Order|Announcement|President)\b))(?:the\s)?"
    r"(?P<who>[A-Z][\w'’-]*(?:,? (?:of|the|and|for|on|[A-Z\d][\w'’-]*)){0,16})"
)
_BEHIND_DAY = expression(r",?\s(?:at|by)\s[^;,.)]{1,160}")
_LOOSE_END = re.compile(r"(?:,? (?:of|the|and|for|on|in)){1,4}$")
_ENGLISH_TERM = expression(
    r"\b(?:(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|Thirteenth"
    r"|Fourteenth|Fifteenth|\d{1,2}(?:st|nd|rd|th))\s)(?=[A-Z])"
)
_IS_NO_BODY = re.compile(r"^President\b|\b(?:Session|Meeting)\b")
_BLANKS = " \t\r\n\f\v\u3000\xa0\ufeff#*_>"
_How = Literal["issued", "passed", "made"]  # who issued a rule is named before who passed it


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act of making a rule, as a note tells it: on a date somebody did something; `who` is empty where nobody is
    named."""

    date: str
    who: str
    how: _How


def acts(document: Document) -> tuple[Act, ...]:
    """The acts by which the rule was made and got the form that it has, in the order of its notes."""
    told = _told_in_english if document.language == "en" else _told
    return tuple(act for note in _notes(document) for act in told(note))


def maker(acts: Sequence[Act]) -> str:
    """Who made the rule."""
    return next((act.who for how in get_args(_How) for act in acts if act.how == how and act.who), "")


def _notes(document: Document) -> Iterator[str]:
    """The notes of a document, each with the lines on which it goes on."""
    text, joint = document.source.text, " " if document.language == "en" else ""
    note, end = "", 0
    for piece in (one.span for one in document.residue if one.reason == "approval"):
        words = text[piece.start : piece.end].strip()
        if note and text[end : piece.start].strip(_BLANKS):
            yield note
            note = ""
        apart = " " if text[end : piece.start].count("\n") > 1 else joint  # paragraphs, and no line that is broken
        note, end = f"{note}{apart}{words}" if note else words, piece.end
    if note:
        yield note


def _told(note: str) -> Iterator[Act]:
    """The acts of a Chinese note: what stands behind each day, up to the next one."""
    found = list(days(note))
    for at, day in enumerate(found):
        told = note[day.end : found[at + 1].start if at + 1 < len(found) else len(note)]
        plain = simplified(told)
        if _MADE.search(plain):
            how: _How = "issued" if _ISSUED.search(plain) else "passed" if _PASSED.search(plain) else "made"
            yield Act(date=day.iso, who=_who(told), how=how)


def _who(told: str) -> str:
    """Who did it, without the number of the term, the session or the order."""
    found = _WHO_ENDS.search(simplified(told))
    who = told[: found.start()] if found else told
    for term in reversed(list(_TERM.finditer(simplified(who)))):
        who = who[: term.start()] + who[term.end() :]
    who = re.sub(r"\s", "", _TOGETHER.sub("、", who.strip())).strip("，、")
    who = who[len(REPUBLIC) :] if simplified(who) == f"{REPUBLIC}国务院" else who
    return "" if len(who) > _LONGEST_ISSUER or _HEAD_OF_STATE.search(simplified(who)) else who


def _told_in_english(note: str) -> Iterator[Act]:
    """The acts of an English note: what stands before each day, from the one before."""
    at = 0
    for day in english_days(note):
        told, at = note[at : day.start], day.end
        verb = next((found.group().lower() for found in reversed(list(_DONE_IN_ENGLISH.finditer(told)))), "")
        after = _BEHIND_DAY.match(note, at)
        named = _ENGLISH_BODY.search(f"{told} {after.group()}" if after else told)
        if verb and verb not in _IN_FORCE:
            how: _How = "issued" if verb in _ISSUED_IN_ENGLISH else "made" if verb in _CHANGED_IN_ENGLISH else "passed"
            yield Act(date=day.iso, who=_english_name(named["who"]) if named else "", how=how)


def _english_name(printed: str) -> str:
    """A body without the number of its term; a head of state is none."""
    name = _LOOSE_END.sub("", _ENGLISH_TERM.sub("", printed))
    return "" if _IS_NO_BODY.search(name) else name
