"""What is forbidden, commanded or allowed in one English text and not in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policydiff.comparison.findings.english.pairing import Pair, share, share_of_both
from policydiff.comparison.findings.english.quoted import quoted
from policydiff.comparison.findings.english.sides import Sides
from policydiff.comparison.findings.english.statements import Clause, Statement
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.terms.english_force import COMMANDS, DEGREES, FORBIDS, Mark, marks
from policydiff.comparison.findings.terms.english_words import say_the_same, stems
from policydiff.expressions import expression

_LEAST_ALIKE = 0.34  # what is said around two words of force that may answer each other
_SAME_FORCE = 0.05  # what two of them gain that bind alike
_ONE_ACT = 0.5
_ONLY_THEN = expression(
    r"\b(?:only|solely|exclusively)\b|\b(?:shall|must|may)(?: \w{1,20}){0,4} subject to\b", re.IGNORECASE
)
_FORBIDS_WITHOUT = expression(
    r"\b(?:no|not|nobody|never|cannot|prohibited|forbidden)\b[^.;]{0,120}"
    r"\b(?:without|unless|until|before|except|other than)\b"
    r"|\b(?:without|unless|(?:while|if|where|when|who)\b[^,.;]{0,40}\b(?:no|not))\b[^.;]{0,120}\b(?:not|no|prohibited)\b",
    re.IGNORECASE,
)
_LIMIT = expression(
    r"\b(?:not|never) (?:be |to )?(?:exceed\w{0,3}|more|higher|larger|greater|longer|less|fewer)\b"
    r"|\bno (?:more|fewer|less)\b|\bat (?:most|least)\b|\bup to\b",
    re.IGNORECASE,
)
_SETS_A_CASE = ("if", "where", "when", "in case", "in the", "once", "unless", "except")


class _Bond(NamedTuple):
    """A word of force in its sentence, and what it binds to."""

    mark: Mark
    sentence: Statement
    stems: tuple[str, ...]

    def quote(self) -> str:
        """The sentence as far as it is quoted around the word."""
        start = self.sentence.start
        return quoted(self.sentence, (start + self.mark.start, start + self.mark.end))


def findings(pair: Pair, _: Sides) -> Iterator[Found]:
    """A prohibition that is none any more; a duty made a permission or a piece of advice, a permission made a duty; a
    word that says how far a clause binds (as far as possible) put in or taken out.

    Not found: a duty stated without a word of force, as an English rule may do; what a condition says; a prohibition
    of what is not so, where the other side says only; a limit that the other side sets in other words.
    """
    if is_said_with_only(pair):
        return
    old, new = [*_bonds(pair.base)], [*_bonds(pair.target)]
    differing = [(one, other) for one, other in _answering(old, new) if _differ(one, other)]
    for one, other in differing:
        rule = "prohibition" if one.mark.force == FORBIDS else "modality"
        yield Found(rule, "modality", one.quote(), other.quote())
    if differing:
        return
    lost = next((one for one in old if one.mark.force == FORBIDS), None)
    limits = any(_LIMIT.search(one.text) for one in pair.target)
    if lost and not limits and not any(one.mark.force == FORBIDS for one in new) and _speaks_of(pair.target, lost):
        yield Found("prohibition", "modality", lost.quote(), quoted(pair.target[0]))
    else:
        yield from _in_degree(pair)


def is_said_with_only(pair: Pair) -> bool:
    """Whether one side forbids what has not been done or is not so, and the other allows or commands it only then:
    no shop opens without a licence, a shop may open only with a licence."""
    sides = [" ".join(one.text for one in side) for side in (pair.base, pair.target)]
    return any(
        _FORBIDS_WITHOUT.search(one) and _ONLY_THEN.search(other) and not _ONLY_THEN.search(one)
        for one, other in (sides, sides[::-1])
    )


def _bonds(sentences: Sequence[Statement]) -> Iterator[_Bond]:
    """The words of force of some sentences, but those of a condition; each with what stands around it."""
    for sentence in sentences:
        found = [*_commanding(sentence)]
        for n, (mark, clause) in enumerate(found):
            start = found[n - 1][0].end if n and found[n - 1][1] == clause else clause.start - sentence.start
            end = found[n + 1][0].start if n + 1 < len(found) else len(sentence.text)
            yield _Bond(mark, sentence, stems(sentence.text[start:end]))


def _commanding(sentence: Statement) -> Iterator[tuple[Mark, Clause]]:
    for mark in marks(sentence.text):
        clause = sentence.clause_at(sentence.start + mark.start)
        if clause and not _is_condition(clause):
            yield mark, clause


def _is_condition(clause: Clause) -> bool:
    """Whether a clause sets a case with a verb of its own, as one behind "without" does not."""
    return clause.part != "main" and clause.text.lower().startswith(_SETS_A_CASE)


def _answering(old: Sequence[_Bond], new: Sequence[_Bond]) -> Iterator[tuple[_Bond, _Bond]]:
    """The words of force that bind to one thing, the likest first, each once; one of each side answers the other."""
    if len(old) == len(new) == 1:
        yield old[0], new[0]
        return
    scored = [
        (near + _SAME_FORCE * (one.mark.force == other.mark.force), i, j)
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if (near := share_of_both(one.stems, other.stems)) >= _LEAST_ALIKE
    ]
    taken = set[tuple[str, int]]()
    for _, i, j in sorted(scored, key=lambda one: (-one[0], abs(one[1] - one[2]), one[1])):
        if not taken & {("base", i), ("target", j)}:
            taken |= {("base", i), ("target", j)}
            yield old[i], new[j]


def _differ(one: _Bond, other: _Bond) -> bool:
    """Whether two words of force bind otherwise; what is commanded and forbidden must be one act, for to keep a thing
    is not to disclose it."""
    forces = {one.mark.force, other.mark.force}
    if forces != {COMMANDS, FORBIDS}:
        return len(forces) > 1
    acts = [next(iter(stems(bond.sentence.text[bond.mark.end :])), "") for bond in (one, other)]
    return say_the_same(*acts)


def _speaks_of(sentences: Sequence[Statement], lost: _Bond) -> bool:
    """Whether some sentences speak of what was forbidden."""
    return any(share(lost.stems, one.stems) >= _ONE_ACT for one in sentences)


def _in_degree(pair: Pair) -> Iterator[Found]:
    """A word on one side alone that says how far a clause binds."""
    had, has = (next(_degrees(side), "") for side in (pair.base, pair.target))
    if bool(had) != bool(has):
        yield Found("modality", "modality", had or quoted(pair.base[0]), has or quoted(pair.target[0]))


def _degrees(sentences: Sequence[Statement]) -> Iterator[str]:
    for sentence in sentences:
        for found in DEGREES.finditer(sentence.text):
            yield quoted(sentence, (sentence.start + found.start(), sentence.start + found.end()))
