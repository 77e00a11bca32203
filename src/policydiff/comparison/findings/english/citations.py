"""Instruments that one English text names and the other does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from policydiff.comparison.findings.english.pairing import Pair
from policydiff.comparison.findings.english.quoted import quoted
from policydiff.comparison.findings.english.sides import Sides
from policydiff.comparison.findings.english.statements import Statement, statements
from policydiff.comparison.findings.found import Found
from policydiff.expressions import expression
from policydiff.titles import english_titles, plain_english_title

_CITED = expression(
    r"(?:\b(?:articles?|sections?)|§{1,2})\s{0,2}"
    r"(?P<numbers>\d{1,4}(?:(?:, | and | or |, and |, or )\d{1,4}\b){0,8})",
    re.IGNORECASE,
)


def of_instruments(sides: Sides) -> Iterator[Found]:
    """An instrument that only one side of the row names, or another one in its place.

    Not found: what a document calls itself, the basis that it names in the title of the other.
    """
    old, new = english_titles(sides.base), english_titles(sides.target)
    own = {plain_english_title(sides.base_says.title), plain_english_title(sides.target_says.title)} - {""}
    gone = [found for name, found in old.items() if not _is_among(name, new) and not _is_among(name, own)]
    come = [found for name, found in new.items() if not _is_among(name, old) and not _is_among(name, own)]
    for one, other in zip(gone, come, strict=False):
        yield Found("instrument", "reference", _around(sides.base, *one), _around(sides.target, *other))
    for one in gone[len(come) :]:
        yield Found("dropped-instrument", "reference", _around(sides.base, *one), "")
    for other in come[len(gone) :]:
        yield Found("added-instrument", "reference", "", _around(sides.target, *other))


def of_articles(pair: Pair, sides: Sides) -> Iterator[Found]:
    """An article that the target cites where the base cites one with another counterpart.

    Not found: a citation that only one side makes, one of an article whose counterpart is not known, where the number
    of the other is that of a known one.
    """
    old, new = _cited(pair.base), _cited(pair.target)
    gone, come = [one for one in old if one not in new], [one for one in new if one not in old]
    for one, other in zip(gone, come, strict=False):
        meant = {theirs for ours, theirs in sides.cited if ours == one}
        if meant and sides.in_articles and other not in meant:
            yield Found("citation", "reference", old[one], new[other])
        elif not meant and sides.in_articles and not any(theirs == other for _, theirs in sides.cited):
            yield Found("reference", "reference", old[one], new[other])


def _cited(sentences: Sequence[Statement]) -> dict[str, str]:
    """The articles that some sentences cite by number, each with the words around it."""
    out: dict[str, str] = {}
    for sentence in sentences:
        for found in _CITED.finditer(sentence.text):
            around = quoted(sentence, (sentence.start + found.start(), sentence.start + found.end()))
            out.update(dict.fromkeys(re.findall(r"\d+", found["numbers"]), around))
    return out


def _is_among(name: str, names: Iterable[str]) -> bool:
    return any(name.endswith(other) or other.endswith(name) for other in names)


def _around(text: str, start: int, end: int) -> str:
    """The sentence as far as it is quoted around a title."""
    sentence = next((one for one in statements(text) if one.start <= start < one.end), None)
    return quoted(sentence, (start, end)) if sentence else text[start:end]
