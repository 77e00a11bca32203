"""Small words that turn round what an English sentence says, where nothing else of it is put otherwise.

notified before the work begins     notified after the work begins        when
all members sign                    one member signs                      how many
may only be sold to adults          may be sold to adults                 whether to them alone
who fails to keep records           who keeps records                     whether done or not
if he knows of it                   whether or not he knows of it         in which case
inspected by the police             inspected by any person               by whom
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from policydiff.comparison.findings.english import force, lists
from policydiff.comparison.findings.english.pairing import Pair
from policydiff.comparison.findings.english.quoted import quoted
from policydiff.comparison.findings.english.sides import Sides
from policydiff.comparison.findings.english.statements import Statement
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.terms.english_force import FORBIDS, marks
from policydiff.comparison.findings.terms.english_names import offices
from policydiff.expressions import expression
from policydiff.text import fold

_ONE_ORDER = 0.72  # how alike two sentences are whose words stand in one order
_FEW = 3  # words: of more a clause or an element is new, which other rules tell
_WORD = expression(r"[\w'’-]+")
# Of each pair one turns the other round.
_CONTRARY = tuple(
    (expression(rf"\b(?:{one})\b"), expression(rf"\b(?:{other})\b"))
    for one, other in (
        ("before|prior to", "after|upon|following"),
        ("all|every|each|both", "one|some"),
        ("first|earliest", "last|latest|final"),
        ("maximum|highest|longest|largest", "minimum|lowest|shortest|smallest"),
        ("beginning|start|commencement", "end|expiry"),
        ("provincial", "municipal|county|township"),
        ("if|where|when", "whether or not|even (?:if|where|when)|regardless|irrespective"),
    )
)
_ONLY = expression(r"\b(?:only|solely|exclusively)\b")
_JOINS = {"and", "or"}
_OF_ANY = expression(r"\b(?:any|every|each|no|not|either|neither|nor|whether|never)\b")
_UNDONE = expression(r"\b(?:fail(?:s|ed|ing|ure)?|no|not)\b")
_MEASURES = expression(r"\b(?:no|not|never) (?:to )?(?:be )?(?:less|more|exceed\w*|only|includ\w+|\w+er than)\b")
_NEGATES = expression(
    r"\b(?:no|not|nor|never|neither|none|nobody|cannot|without|unless|except|only|fail\w{0,4}|refus\w{1,4}|lack\w{0,4}"
    r"|omi[st]\w{1,6}|neglect\w{0,4}|prevent\w{0,4}|prohibit\w{0,4}|forbid\w{0,6}|un(?!i)\w{4,20})\b"
)
_ANYONE = expression(
    r"\b(?:(?:any|every|all) (?:persons?|individuals?)|any(?:one|body)|every(?:one|body)|the public)\b"
)


class _Read(NamedTuple):
    """A sentence with its words, where each stands."""

    sentence: Statement
    words: tuple[re.Match[str], ...]

    def said(self, start: int, end: int) -> str:
        """Some of its words, as they are compared."""
        return " ".join(found.group() for found in self.words[start:end])

    def is_in_an_office(self, start: int, end: int) -> bool:
        """Whether some of its words are of the name of an office, which is told as who acts."""
        words = self.words[start:end]
        return bool(words) and any(
            one.start <= words[0].start() < one.end for one in offices(self.sentence.text) if one.level
        )

    def quote(self, start: int, end: int) -> str:
        """The sentence as far as it is quoted around some words; where there are none, around where they would be."""
        words = self.words[start:end] or self.words[max(0, start - 1) : start + 1]
        at = self.sentence.start
        return quoted(self.sentence, (at + words[0].start(), at + words[-1].end()))


def findings(pair: Pair, _: Sides) -> Iterator[Found]:
    """Before against after, all against one, if against whether or not; only, or a negation, on one side alone; anyone
    for an office; or between what and joins on the other side.

    Not found: the same in sentences that were put in another order.
    """
    if len(pair.base) != 1 or len(pair.target) != 1 or force.is_said_with_only(pair):
        return
    one, other = _read(pair.base[0]), _read(pair.target[0])
    words, others = ([word.group() for word in side.words] for side in (one, other))
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    if matcher.ratio() < _ONE_ORDER:
        return
    for _act, start, end, begin, stop in matcher.get_opcodes():
        had, has = one.said(start, end), other.said(begin, stop)
        if {had, has} == _JOINS and not any(lists.alternatives(pair)) and not _is_of_any(one) and not _is_of_any(other):
            yield Found("alternative", "modality", one.quote(start, end), other.quote(begin, stop))
        elif _is_other_actor(had, has):
            yield Found("actor", "actor", one.quote(start, end), other.quote(begin, stop))
        elif not one.is_in_an_office(start, end) and (
            _is_turned(had, has)
            or _is_for_it_alone(had, has, one, other)
            or _is_undone(had, one, other)
            or _is_undone(has, other, one)
        ):
            yield Found("scope", "scope", one.quote(start, end), other.quote(begin, stop))


def _read(sentence: Statement) -> _Read:
    return _Read(sentence, tuple(_WORD.finditer(fold(sentence.text))))


def _is_of_any(read: _Read) -> bool:
    """Whether and may stand for or in a sentence: any operator or user, operators and users; neither this nor that."""
    return bool(_OF_ANY.search(read.said(0, len(read.words))))


def _is_turned(had: str, has: str) -> bool:
    """Whether a word stands against its contrary."""
    return any(
        (one.search(had) and other.search(has)) or (other.search(had) and one.search(has)) for one, other in _CONTRARY
    )


def _is_for_it_alone(had: str, has: str, one: _Read, other: _Read) -> bool:
    """Whether one side says only, and the other nowhere."""
    if had and has:
        return False
    lacks = other if had else one
    return bool(_ONLY.fullmatch(had or has)) and not _ONLY.search(lacks.said(0, len(lacks.words)))


def _is_undone(said: str, own: _Read, other: _Read) -> bool:
    """Whether something is not done here, where the other side has no negation at all; what a word of force forbids,
    and how much is not less than something, is told by itself."""
    if len(said.split()) > _FEW or not _UNDONE.search(said) or _MEASURES.search(own.said(0, len(own.words))):
        return False
    forbids = any(mark.force == FORBIDS for mark in marks(own.sentence.text))
    return not forbids and not _NEGATES.search(other.said(0, len(other.words)))


def _is_other_actor(had: str, has: str) -> bool:
    """Whether anyone stands for an office."""
    return any(_ANYONE.search(one) and any(offices(other)) for one, other in ((had, has), (has, had)))
