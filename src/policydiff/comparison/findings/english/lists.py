"""What English texts enumerate: an element that one of them lacks, a list left open, and against or."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from policydiff.comparison.findings.english import cases, said
from policydiff.comparison.findings.english.pairing import Pair, is_said, stems_of
from policydiff.comparison.findings.english.quoted import quoted
from policydiff.comparison.findings.english.sides import Sides
from policydiff.comparison.findings.english.statements import Clause, Statement
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.terms.english_force import DEGREES
from policydiff.comparison.findings.terms.english_quantities import COUNT
from policydiff.comparison.findings.terms.english_words import are_one, stems
from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.expressions import expression

# At or above the level of the county is no list of two.
_SEPARATES = expression(
    r",(?!\d)|\b(?:and/or|and|or)\b(?! (?:above|below|over|under|more|less|fewer|higher|lower)\b)", re.IGNORECASE
)
_NO_ELEMENT = expression(r"\d|\b(?:shall|must|may)\b|^(?:if|where|when|unless|except|in case)\b", re.IGNORECASE)
_LONGEST_ELEMENT = 4  # words
_LEFT_OPEN = expression(
    r"\b(?:and|or) (?:any )?(?:other|similar)\b|\betc\b|\bsuch as\b|\band the like\b|\band so (?:on|forth)\b",
    re.IGNORECASE,
)
_JOINED = expression(
    r"(?<![\w-])(?P<one>[\w-]{1,30}) (?P<join>and|or) (?:(?:the|an?|of|to|in|any|its|their) ){0,2}"
    r"(?P<other>[\w-]{1,30})\b",
    re.IGNORECASE,
)
_ANYONE = expression(r"\b(?:any|every|each|no|either|whether|neither)\b", re.IGNORECASE)
_BEFORE = 30  # characters: any operator or user, operators and users


class _Chunk(NamedTuple):
    """What stands between two commas, or words that join, of a sentence."""

    stems: tuple[str, ...]
    clause: Clause


def findings(pair: Pair, sides: Sides) -> Iterator[Found]:
    """An element of a list that one side lacks; a list left open that is closed, or the other way round; and made or.

    Not found: an element longer than a few words (`dropped-duty`), one that the other side names in other words; any
    operator or user against operators and users.
    """
    yield from _elements(pair, sides)
    yield from _open_lists(pair)
    yield from alternatives(pair)


def _elements(pair: Pair, sides: Sides) -> Iterator[Found]:
    gone, new = unnamed(pair, sides), unnamed(pair.turned(), sides.turned())
    for one, other in zip_longest(gone, new):
        if one and other:
            yield Found("scope", "scope", quoted(one), quoted(other))
        elif one:
            yield Found("dropped-element", "dropped-duty", quoted(one), quoted(pair.target[0]))
        elif other:
            yield Found("added-element", "added-duty", quoted(pair.base[0]), quoted(other))


def unnamed(pair: Pair, sides: Sides) -> Iterator[Clause]:
    """The elements of the base's lists that the target's side does not name, though it names their neighbours; none of
    a case or a clause that is told whole."""
    held = stems_of(pair.target) | sides.target_says.introduced
    told = [*cases.unsaid(pair, sides), *said.unsaid(pair, sides)]
    for chunks in map(_chunks, pair.base):
        for n, (words, clause) in enumerate(chunks):
            beside = [*chunks[max(0, n - 1) : n], *chunks[n + 1 : n + 2]]
            if not 0 < len(words) <= _LONGEST_ELEMENT or _is_no_element(clause):
                continue
            if any(one.start <= clause.start < one.end for one in told):
                continue
            if any(is_said(stem, held) for near in beside for stem in near.stems) and _is_unnamed(words, held):
                yield clause


def _is_no_element(clause: Clause) -> bool:
    """Whether words between two commas hold a number or a word of force, or say how far the sentence binds."""
    measures = any(one.unit != COUNT and not one.start for one in quantities(clause.text, "en"))
    return measures or bool(_NO_ELEMENT.search(clause.text) or DEGREES.search(clause.text))


def _is_unnamed(words: Sequence[str], held: frozenset[str]) -> bool:
    """Whether others hold none of the words of an element, and say no more than half of them in their own."""
    named = any(are_one(stem, other) for stem in words for other in held)
    return not named and 2 * sum(is_said(stem, held) for stem in words) <= len(words)


def _chunks(sentence: Statement) -> list[_Chunk]:
    ends = [found.span() for found in _SEPARATES.finditer(sentence.text)]
    starts, stops = [0, *(end for _, end in ends)], [*(start for start, _ in ends), len(sentence.text)]
    cut = (sentence.part(start, stop) for start, stop in zip(starts, stops, strict=True))
    return [_Chunk(stems(one.text), one) for one in cut if one.text]


def _open_lists(pair: Pair) -> Iterator[Found]:
    had, has = (next((one for one in side if _LEFT_OPEN.search(one.text)), None) for side in (pair.base, pair.target))
    if bool(had) != bool(has):
        yield Found("open-list", "scope", quoted(had or pair.base[0]), quoted(has or pair.target[0]))


class _Joined(NamedTuple):
    """Two words, and by which they are joined."""

    join: str
    quote: str


def alternatives(pair: Pair) -> Iterator[Found]:
    """And made or, or the other way round, between two words that both sides join."""
    old, new = _joined(pair.base), _joined(pair.target)
    for words, one in old.items():
        other = new.get(words)
        if other and other.join != one.join:
            yield Found("alternative", "modality", one.quote, other.quote)


def _joined(sentences: Sequence[Statement]) -> dict[tuple[str, ...], _Joined]:
    """The words that and, or join, where that is not said of anyone."""
    out: dict[tuple[str, ...], _Joined] = {}
    for sentence in sentences:
        for found in _JOINED.finditer(sentence.text):
            words = stems(found["one"])[:1] + stems(found["other"])[:1]
            if len(words) == 2 and not _ANYONE.search(sentence.text[max(0, found.start() - _BEFORE) : found.start()]):
                place = sentence.start + found.start(), sentence.start + found.end()
                out[words] = _Joined(found["join"].lower(), quoted(sentence, place))
    return out
