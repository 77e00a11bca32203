"""All that differs between two English texts, rule by rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from policydiff.comparison.findings.english import (
    amounts,
    bodies,
    cases,
    citations,
    force,
    lists,
    manner,
    said,
    single_words,
    turning,
)
from policydiff.comparison.findings.english.pairing import Pair, pairs_of
from policydiff.comparison.findings.english.sides import Sides
from policydiff.comparison.findings.english.statements import statements
from policydiff.comparison.findings.found import Found

# The rules on sentences that answer each other.
PAIR_RULES: tuple[Callable[[Pair, Sides], Iterator[Found]], ...] = (
    force.findings,
    cases.findings,
    bodies.findings,
    said.findings,
    single_words.findings,
    manner.findings,
    turning.findings,
    lists.findings,
    citations.of_articles,
)


def findings(sides: Sides) -> Iterator[Found]:
    """What the rules find in a row of two English texts."""
    pairs = pairs_of(statements(sides.base), statements(sides.target))
    for pair in pairs.paired:
        for rule in PAIR_RULES:
            yield from rule(pair, sides)
    yield from amounts.findings(pairs, sides)
    yield from citations.of_instruments(sides)
    yield from said.alone(pairs, sides)
