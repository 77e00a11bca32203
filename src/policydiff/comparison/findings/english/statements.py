"""An English text as its sentences, each cut into clauses that lay something down, set a case or except from it.

If the fee is not paid, | the authority may suspend the licence, | unless the operator is ill.
  case                        lays down                              excepts
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from policydiff.comparison.findings.terms.english_words import stems
from policydiff.expressions import expression

Part = Literal["main", "case", "exception"]

_SENTENCE = expression(r"(?:[.;!?:]+[\"”’)]{0,2}(?=\s|$)|\n)+")
_ABBREVIATED = expression(r"\b(?:no|nos|art|e\.g|i\.e|a\.m|p\.m|etc|cf|para|approx|vs|mr|ms|dr)\.$", re.IGNORECASE)
_EXCEPT = (
    r"except(?:ing|ion)?(?! (?:of|to) the rules)|unless|save (?:for|as|that|where|in)|other than|excluding"
    r"|(?:(?<![a-z] )|(?<=but ))apart from"
    r"|with the exception of"
    r"|(?:but|though|although) not (?!more|less|exceed|later|longer|to exceed)|not including|with the exclusion of"
    r"|(?:does|do|shall) not apply|not applicable|however|provided,? (?:however,? )?that|notwithstanding|despite"
    r"|otherwise (?:provided|prescribed|stipulated|specified)"
)
_CASE = (
    r"if|where|when|whenever|in case|in the case of|in the event|in any case where"
    r"|(?<!is )(?<!are )(?<!be )subject to"  # subject to approval; but is subject to a fine
    r"|on condition that|on the condition|as long as|so long as|only (?:if|where|when|after|upon|with)|until"
    r"|without(?! (?:any |undue |further |unreasonable )?delay\b)"
    r"|with the (?:prior )?(?:written )?consent|before|after|prior to|upon"
    r"|once(?! (?:in|every|each|an?|per|again|or)\b)|during"
)
_CUT = expression(
    r"(?P<mark>,(?!\d)|\s[–—]\s)|(?P<joins>\sand (?=(?:shall|must|may|is|are|the|an?|its|be)\b))"
    rf"|(?P<except>\b(?:{_EXCEPT})\b)|(?P<case>\b(?:{_CASE})\b)",
    re.IGNORECASE,
)
_ONLY_MARKS = expression(r"^[\s,;:.()“”\"'–—-]*(?:(?:and|or|but|then)\b[\s,]*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """Where something stands in the text."""

    within: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words as printed."""
        return self.within[self.start : self.end]

    @property
    def stems(self) -> tuple[str, ...]:
        """What it says, each word once."""
        return stems(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(_Stretch):
    """A part of a sentence: where it stands in the text, and what it does there."""

    part: Part

    @property
    def opening(self) -> str:
        """Its first word, folded."""
        return self.text.split(maxsplit=1)[0].lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(_Stretch):
    """A sentence, or an item of a list: where it stands, and its clauses."""

    clauses: tuple[Clause, ...]

    def clause_at(self, place: int) -> Clause | None:
        """The clause that holds a place of the text."""
        return next((clause for clause in self.clauses if clause.start <= place < clause.end), None)

    def part(self, start: int, end: int) -> Clause:
        """What stands between two places of the sentence, without the blanks around it."""
        return _clause(self.within, self.start + start, self.start + end, "main")


@lru_cache(maxsize=2048)  # of the two rules that are compared
def statements(text: str) -> tuple[Statement, ...]:
    """The sentences of a text in order, those that say nothing left out."""
    return tuple(_statement(text, start, end) for start, end in _sentences(text) if stems(text[start:end]))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each sentence goes, without the blanks around it."""
    start = 0
    for found in _SENTENCE.finditer(text):
        if found.group().startswith(".") and _ABBREVIATED.search(text[max(0, found.start() - 8) : found.start() + 1]):
            continue
        yield _stripped(text, start, found.start())
        start = found.end()
    yield _stripped(text, start, len(text))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), max(start, end - len(words) + len(words.rstrip()))


def _statement(text: str, start: int, end: int) -> Statement:
    return Statement(within=text, start=start, end=end, clauses=tuple(_clauses(text, start, end)))


def _clauses(text: str, start: int, end: int) -> Iterator[Clause]:
    """The clauses of a sentence; one that sets a case or excepts goes on to the next mark."""
    at = start
    part: Part = "main"
    for found in _CUT.finditer(text, start, end):
        cut, opens = found.start(), _opened_by(found, part)
        if not _ONLY_MARKS.match(text[at:cut]):
            yield _clause(text, at, cut, part)
        at, part = found.end() if found["mark"] else cut, opens
    if not _ONLY_MARKS.match(text[at:end]):
        yield _clause(text, at, end, part)


def _opened_by(found: re.Match[str], part: Part) -> Part:
    """What the clause does that a mark or a word opens; what only joins goes on with the one before."""
    if found["except"]:
        return "exception"
    if found["case"]:
        return "case"
    return "main" if found["mark"] else part


def _clause(text: str, start: int, end: int, part: Part) -> Clause:
    start, end = _stripped(text, start, end)
    return Clause(within=text, start=start, end=end, part=part)
