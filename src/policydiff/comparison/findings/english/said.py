"""What one English text says and the other does not: sentences and clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydiff.comparison.findings.english.pairing import Pair, Pairs, is_said, stems_of
from policydiff.comparison.findings.english.quoted import nearest, quoted
from policydiff.comparison.findings.english.sides import Sides
from policydiff.comparison.findings.english.statements import Clause, Statement
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.terms.english_force import marks

_LEAST_SAID = 3  # words: a sentence that says fewer lays nothing down, unless it binds
_LEAST_OF_CLAUSE = 2
_LOST = 0.6  # which share of a clause the other side must leave unsaid
_LONGEST_ELEMENT = 6  # words of what is no clause of its own


def findings(pair: Pair, sides: Sides) -> Iterator[Found]:
    """A clause that one side alone lays down."""
    new, gone = [*unsaid(pair.turned(), sides.turned())], [*unsaid(pair, sides)]
    left = [*new]
    for one in gone:
        other = next((other for other in left if len(other.stems) <= 2 * len(one.stems) + _LEAST_OF_CLAUSE), None)
        if other:
            left.remove(other)
            yield Found("scope", "scope", quoted(one), quoted(other))
        else:
            rule = "dropped-element" if _is_element(one) else "dropped-duty"
            yield Found(rule, "dropped-duty", quoted(one), nearest(pair.target, one.stems))
    for other in left:
        rule = "added-element" if _is_element(other) else "added-duty"
        yield Found(rule, "added-duty", nearest(pair.base, other.stems), quoted(other))


def unsaid(pair: Pair, sides: Sides) -> Iterator[Clause]:
    """The clauses of the base's side that lay down what the target's side does not say; conditions and exceptions are
    told by themselves, and so are the elements of lists."""
    held = stems_of(pair.target) | sides.target_says.introduced
    for clause in (clause for one in pair.base for clause in one.clauses if clause.part == "main"):
        lost = sum(not is_said(stem, held) for stem in clause.stems)
        least = 1 if any(marks(clause.text)) else _LEAST_OF_CLAUSE
        if len(clause.stems) >= least and lost >= _LOST * len(clause.stems):
            yield clause


def _is_element(clause: Clause) -> bool:
    """Whether a clause lays nothing down by itself."""
    return not any(marks(clause.text)) and len(clause.stems) <= _LONGEST_ELEMENT


def alone(pairs: Pairs, sides: Sides) -> Iterator[Found]:
    """The sentences that no sentence of the other side of the row answers, unless another provision there says them.

    立法法 2023 art. 82: what the superior rule states need not be repeated, so a gap is a question and no error.
    """
    for one in pairs.gone:
        beside = [said for pair in pairs.paired for said in pair.target]
        if (found := _lone(one, "dropped", sides, beside)) is not None:
            yield found
    for other in pairs.new:
        beside = [said for pair in pairs.paired for said in pair.base]
        if (found := _lone(other, "added", sides.turned(), beside)) is not None:
            yield found._replace(base=found.target, target=found.base)


def _lone(sentence: Statement, fate: str, sides: Sides, beside: Sequence[Statement]) -> Found | None:
    """What is told of a sentence that the base's side alone says; nothing of one that lays nothing down."""
    stems, says = sentence.stems, sides.target_says
    if says.says(stems, sides.target):
        return None
    if sentence.clauses[0].part == "exception":
        return Found(f"{fate}-exception", "scope", quoted(sentence), nearest(beside, stems))
    if len(stems) < _LEAST_SAID - any(marks(sentence.text)):
        return None
    near = says.nearly_says(stems, sides.target)
    rule = f"{fate}-here" if near else f"{fate}-duty"
    return Found(
        rule, "dropped-duty" if fate == "dropped" else "added-duty", quoted(sentence), near or nearest(beside, stems)
    )
