"""Who acts in one English text and not in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policydiff.comparison.findings.english.pairing import Pair, is_said
from policydiff.comparison.findings.english.quoted import quoted
from policydiff.comparison.findings.english.sides import Sides
from policydiff.comparison.findings.english.statements import Statement
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.terms.english_words import stems
from policydiff.expressions import expression

_OFFICE = (
    r"departments?|authorit(?:y|ies)|bureaus?|commissions?|ministr(?:y|ies)|courts?|governments?|offices?|agenc(?:y|ies)|councils?"
    r"|committees?|administrations?|organs?|inspectorates?|police|secretariats?|tribunals?|boards?|brigades?"
)
_NAME = expression(
    r"(?<![\w'’&-])(?P<name>(?:\b(?!(?:the|an?|any|by|to|of|with|and|or|for|in|at|that|which|from|as|shall|may|must|is|are|under|its|their"
    rf"|such|each|every)\b)[\w'’&-]{{1,30}}\s){{0,6}}\b(?P<head>{_OFFICE}))\b(?!'s|’s)",
    re.IGNORECASE,
)
# What says of which level a body is, or that it is the one concerned: in a local rule another than in its law.
_OF_A_LEVEL = expression(
    r"\b(?:state|council|central|national|provincial|municipal|city|town|township|county|district|subdistrict|local|prefecture"
    r"|people(?:'s|’s|s)?|governments?|level|higher|lower|upper|superior|same|above|competent|relevant|related|concerned|respective|responsible"
    r"|administrative|area|region|designated|licensing|regulatory|public|in charge|administration)\b",
    re.IGNORECASE,
)
# A body of its own, whatever stands before it.
_OF_A_KIND = frozenset(("court", "police", "tribunal", "council", "committee", "commission"))
_CENTRE = expression(
    r"\b(?:(?:of|under) the )?State Council\b|\b(?:of|under) (?:the )?(?:local )?people['’]s governments?\b",
    re.IGNORECASE,
)


class _Body(NamedTuple):
    """A body: what it is the body of, and where it is named."""

    field: tuple[str, ...]
    head: str
    sentence: Statement
    start: int
    end: int


def findings(pair: Pair, sides: Sides) -> Iterator[Found]:
    """Another department, court or committee than the other side names at that place.

    Not found: a body of another level (of the State Council, of the city), a body named by its head alone (the
    competent department), one that either side names somewhere else in the row.
    """
    old, new = [*_bodies(pair.base)], [*_bodies(pair.target)]
    said = [
        " ".join((side.introduction, text))
        for side, text in ((sides.base_says, sides.base), (sides.target_says, sides.target))
    ]
    held = [frozenset(stems(text)) for text in said]
    gone = [one for one in old if not _is_named(one, new, held[1])]
    come = [one for one in new if not _is_named(one, old, held[0])]
    for one, other in zip(gone, come, strict=False):
        yield Found("actor", "actor", _quoted(one), _quoted(other))
    lone = gone[len(come) :] or come[len(gone) :]
    for one in lone[:1]:
        if len(gone) > len(come) and new:
            yield Found("dropped-actor", "actor", _quoted(one), quoted(pair.target[0]))
        elif len(come) > len(gone) and old:
            yield Found("added-actor", "actor", quoted(pair.base[0]), _quoted(one))


def _bodies(sentences: Sequence[Statement]) -> Iterator[_Body]:
    for sentence in sentences:
        plain = _CENTRE.sub(lambda found: " " * len(found.group()), sentence.text)
        for found in _NAME.finditer(plain):
            words = stems(_OF_A_LEVEL.sub(" ", found["name"][: -len(found["head"])]))
            start = sentence.start + found.start("name")
            head = found["head"].lower().removesuffix("s")
            yield _Body(words, head, sentence, start, sentence.start + found.end())


def _is_named(body: _Body, others: Sequence[_Body], held: frozenset[str]) -> bool:
    """Whether others name a body, or at least one that it may be; one that is named by its level alone is any."""
    if any(_may_be_one(body, other) for other in others):
        return True
    stems = (*body.field, *({body.head} & _OF_A_KIND))
    return all(is_said(stem, held) for stem in stems) if stems else not others


def _may_be_one(one: _Body, other: _Body) -> bool:
    """Whether two names may be one body's: of the same field, or of a field that one of them leaves unsaid."""
    if one.field and other.field:
        return all(is_said(stem, frozenset(other.field)) for stem in one.field)
    return one.head == other.head or not {one.head, other.head} & _OF_A_KIND


def _quoted(body: _Body) -> str:
    return quoted(body.sentence, (body.start, body.end))
