"""Amounts, shares, times and thresholds that differ between two English texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from policydiff.comparison.findings.english import cases, lists, said
from policydiff.comparison.findings.english.pairing import Pairs
from policydiff.comparison.findings.english.quoted import quoted
from policydiff.comparison.findings.english.sides import Sides
from policydiff.comparison.findings.english.statements import Statement
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.terms.english_quantities import COUNT
from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.comparison.findings.terms.quantity import Quantity

_INCLUDE = frozenset(("", "at least", "at most"))  # the number itself
_SIDE = {"at least": "least", "more than": "least", "at most": "most", "less than": "most"}


class _Told(NamedTuple):
    """A quantity in its sentence, and in which pair of sentences it stands."""

    quantity: Quantity
    sentence: Statement
    pair: int


def findings(pairs: Pairs, sides: Sides) -> Iterator[Found]:
    """An amount, share, deadline, threshold or frequency that only one side has; days against working days; at least
    against more than.

    Not found: dates, numbers of provisions, what is done regularly or at once where the other side says no time; what
    stands in a clause, a case or an element that is told as gone or new.
    """
    old, new = _unmatched(pairs)
    left = [*new]
    for one in old:
        other = _counterpart(one, left)
        if other:
            left.remove(other)
        if other or (_tells(one.quantity) and not _is_told(one, pairs, sides)):
            yield Found("number", "number", _around(one), _around(other) if other else _facing(one, pairs, 1))
    for one in left:
        if _tells(one.quantity) and not _is_told(one, pairs.turned(), sides.turned()):
            yield Found("number", "number", _facing(one, pairs, 0), _around(one))


def _unmatched(pairs: Pairs) -> tuple[list[_Told], list[_Told]]:
    """What either side alone has: first sentences that answer each other are compared, then all that is left."""
    old, new = [], []
    for number, pair in enumerate(pairs.paired):
        sides = [*_of(pair.base, number)], [*_of(pair.target, number)]
        old += _without(sides[0], sides[1])
        new += _without(sides[1], sides[0])
    lone = [*_of(pairs.gone, -1)], [*_of(pairs.new, -1)]
    return _without(old, [*new, *lone[1]]), _without(new, [*old, *lone[0]])


def _of(sentences: Sequence[Statement], pair: int) -> Iterator[_Told]:
    for sentence in sentences:
        for found in quantities(sentence.text, "en"):
            yield _Told(found, sentence, pair)


def _without(own: Sequence[_Told], others: Sequence[_Told]) -> list[_Told]:
    return [one for one in own if not any(agree(one.quantity, other.quantity) for other in others)]


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are one; a bound that the other leaves unsaid is none, if it includes the number."""
    if (_value(one), one.unit) != (_value(other), other.unit):
        return one.bound == other.bound != "" and _are_one_age(one, other)
    if one.bound == other.bound:
        return True
    return "" in (one.bound, other.bound) and {one.bound, other.bound} <= _INCLUDE


def _value(quantity: Quantity) -> str | Fraction:
    """Its value; of a share the part of the whole, for one-half is 50 per cent."""
    if quantity.unit != "%":
        return quantity.value
    return Fraction(quantity.value) / (1 if "/" in quantity.value else 100)


def _are_one_age(one: Quantity, other: Quantity) -> bool:
    """Whether a bare number is an age that the other says in years: not yet sixteen, under 16 years of age."""
    count, years = sorted((one, other), key=lambda it: it.unit)
    return (count.unit, years.unit) == (COUNT, "month") and f"{Decimal(count.value) * 12:f}" == years.value


def _counterpart(one: _Told, others: Sequence[_Told]) -> _Told | None:
    """What the other side has of the same kind in the sentence that answers; of the same bound, if there is any."""
    kin = [other for other in others if other.pair == one.pair and _kind(other.quantity) == _kind(one.quantity)]
    side = _SIDE.get(one.quantity.bound)
    return next((other for other in kin if _SIDE.get(other.quantity.bound) == side), next(iter(kin), None))


def _kind(quantity: Quantity) -> str:
    return "often" if " per " in quantity.value else quantity.kind


def _tells(quantity: Quantity) -> bool:
    """Whether it is worth telling that one side alone has a quantity: not how soon or how regularly."""
    return bool(quantity.unit) or " per " in quantity.value or quantity.value == "at once"


def _is_told(one: _Told, pairs: Pairs, sides: Sides) -> bool:
    """Whether a quantity of the base's side stands in what is told as gone."""
    pair, at = pairs.paired[one.pair], one.sentence.start + one.quantity.start
    gone = (*cases.unsaid(pair, sides), *said.unsaid(pair, sides), *lists.unnamed(pair, sides))
    return any(part.start <= at < part.end for part in gone)


def _around(one: _Told) -> str:
    """The sentence as far as it is quoted around a quantity."""
    start = one.sentence.start + one.quantity.start
    return quoted(one.sentence, (start, start + len(one.quantity.text)))


def _facing(one: _Told, pairs: Pairs, side: int) -> str:
    """What the other side says in the sentence that answers."""
    pair = pairs.paired[one.pair]
    return quoted((pair.base, pair.target)[side][0])
