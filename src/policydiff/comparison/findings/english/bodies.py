"""Who acts in one English text and not in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policydiff.comparison.findings.english.pairing import Pair, is_said
from policydiff.comparison.findings.english.quoted import quoted
from policydiff.comparison.findings.english.sides import Sides
from policydiff.comparison.findings.english.statements import Statement
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.terms.english_names import Office, offices
from policydiff.comparison.findings.terms.english_words import stems


class _Body(NamedTuple):
    """An office in its sentence."""

    office: Office
    sentence: Statement

    def quote(self) -> str:
        """The sentence as far as it is quoted around the name."""
        start = self.sentence.start
        return quoted(self.sentence, (start + self.office.start, start + self.office.end))


def findings(pair: Pair, sides: Sides) -> Iterator[Found]:
    """Another department, court or committee than the other side names at that place.

    Found as well: the body of a province where the other side has that of a city, and the like. Not found: a body of
    the place for one of the State Council, a body named by its head alone (the
    competent department), one that either side names somewhere else in the row.
    """
    old, new = _bodies(pair.base), _bodies(pair.target)
    yield from _of_another_level(old, new)
    said = [
        " ".join((side.introduction, text))
        for side, text in ((sides.base_says, sides.base), (sides.target_says, sides.target))
    ]
    held = [frozenset(stems(text)) for text in said]
    gone = [one for one in old if not _is_named(one, new, held[1])]
    come = [one for one in new if not _is_named(one, old, held[0])]
    for one, other in zip(gone, come, strict=False):
        yield Found("actor", "actor", one.quote(), other.quote())
    lone = gone[len(come) :] or come[len(gone) :]
    for one in lone[:1]:
        if len(gone) > len(come) and new:
            yield Found("dropped-actor", "actor", one.quote(), quoted(pair.target[0]))
        elif len(come) > len(gone) and old:
            yield Found("added-actor", "actor", quoted(pair.base[0]), one.quote())


def _of_another_level(old: Sequence[_Body], new: Sequence[_Body]) -> Iterator[Found]:
    """An office for which the other side has one of the same kind and of another level of the realm alone."""
    for one in old:
        kin = [other for other in new if one.office.is_kin(other.office)]
        if one.office.level and kin and all(other.office.level not in ("", one.office.level) for other in kin):
            yield Found("actor", "actor", one.quote(), kin[0].quote())
            return


def _bodies(sentences: Sequence[Statement]) -> list[_Body]:
    return [_Body(office, sentence) for sentence in sentences for office in offices(sentence.text)]


def _is_named(body: _Body, others: Sequence[_Body], held: frozenset[str]) -> bool:
    """Whether others name an office, or one that it may be, or a side speaks of its field."""
    if any(_may_be_one(body.office, other.office) for other in others):
        return True
    says = body.office.says
    return all(is_said(stem, held) for stem in says) if says else not others


def _may_be_one(one: Office, other: Office) -> bool:
    """Whether two names may be one office's: of the same field, or of a field that one of them leaves unsaid."""
    if one.field and other.field:
        return all(is_said(stem, frozenset(other.field)) for stem in one.field)
    return one.may_be(other)
