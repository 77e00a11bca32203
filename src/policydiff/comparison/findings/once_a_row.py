"""What several rules find in one row, told once and not without what it is said of.

    a body beside two others              beside the one whose name is most like its own
    an amount in the name of a body       as the amount that it is
    a clause as gone, its echo as new     as what the longer one says
    an element told as one of a list      not again in what differs in the clause around it
    a clause quoted with another one      not again by itself

What several rows say of one thing is told once in once.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from policydiff.comparison.clauses import bag, clauses, cover, sets_the_case, shared
from policydiff.comparison.findings.found import ADDED, DROPPED, LONE, NEARLY_SAID, Found, cut
from policydiff.comparison.findings.row.changes import RowReading
from policydiff.comparison.findings.row.context import in_context
from policydiff.comparison.findings.row.made_precise import without_amounts
from policydiff.comparison.findings.terms.laying_down import lays_down
from policydiff.comparison.findings.terms.quantities import quantities
from policydiff.gravity import POWERS
from policydiff.model import WHOLE, Both, Finding

MOST_OF_A_RULE = 3
_STANDS = 0.7  # of the words of a clause: the other side says it too


def without_named_elements(found: Sequence[Found]) -> Iterator[Found]:
    """What is found in a row, and of what differs in a clause only what is not told as an element of a list."""
    gone = {element for one in found if one.rule == "dropped-element" for element in one.base.split("、")}
    new = {element for one in found if one.rule == "added-element" for element in one.target.split("、")}
    for one in found:
        left = tuple(pair for pair in one.differing if not (pair[0] in {"", *gone} and pair[1] in {"", *new}))
        if left or not one.differing:
            yield one._replace(differing=left)


def with_one_counterpart(found: Sequence[Found]) -> list[Found]:
    """What is found in a row, a body laid beside the one whose name is most like its own and no other: who is named in
    two clauses of one side is one."""
    pairs = sorted((one for one in found if one.rule == "actor"), key=_unlike_names)
    kept = list[Found]()
    for one in pairs:
        if not any(one.base == other.base or one.target == other.target for other in kept):
            kept.append(one)
    return [one for one in found if one.rule != "actor" or one in kept]


def without_amounts_as_bodies(found: Sequence[Found]) -> list[Found]:
    """What is found in a row, without two bodies that differ in an amount alone (三成以上的业主) where that is told."""
    tells = any(one.rule == "number" for one in found)
    return [one for one in found if not (tells and one.rule == "actor" and _differ_in_amount(one))]


def _differ_in_amount(found: Found) -> bool:
    base, target = (without_amounts(name, quantities(name, "zh")) for name in found.quotes)
    return base == target and base not in found.quotes


def _unlike_names(found: Found) -> float:
    """How little of the longer of two names the other has."""
    one, other = (bag(name, "zh") for name in found.quotes)
    return -shared(one, other) / (max(sum(one.values()), sum(other.values())) or 1.0)


def without_echoes(found: Sequence[Found]) -> list[Found]:
    """What is found in a doubtful row, two clauses once of which each is told beside the other, the one as gone and the
    other as new: as what the longer one says."""
    gone, new = ({one.quotes for one in found if one.rule == rule} for rule in LONE)
    echoes = {(LONE[len(base) >= len(target)], (base, target)) for base, target in gone & new}
    return [one for one in found if (one.rule, one.quotes) not in echoes]


def once_in_part(found: Sequence[Found]) -> list[Found]:
    """What is found in a row, two clauses once each of which is told as what comes nearest to the other: as gone."""
    gone = [one.quotes for one in found if one.rule in NEARLY_SAID.base]
    return [
        one
        for one in found
        if one.rule not in NEARLY_SAID.target or not any(all(map(_overlap, one.quotes, quotes)) for quotes in gone)
    ]


def _overlap(words: str, others: str) -> bool:
    """Whether of two quotations one holds the other."""
    return words in others or others in words


def quoted_in_context(found: Sequence[Found], reading: RowReading) -> list[Found]:
    """What is found in a row, what is gone or new with what it is said of; what is then quoted of another is not told
    again."""
    told = [_with_context(one, reading) for one in found]
    again = {n for n, one in enumerate(told) for m, other in enumerate(told) if _is_quoted_by(one, other, n > m)}
    return [one for n, one in enumerate(told) if n not in again]


def _with_context(found: Found, reading: RowReading) -> Found:
    if found.rule not in DROPPED | ADDED or found.rule in POWERS:
        return found
    base, target = found.quotes
    told = found._replace(
        base=in_context(base, cut(base), reading.base), target=in_context(target, cut(target), reading.target)
    )
    is_new = found.rule in ADDED
    (own, _), (words, _) = found.quotes.turned(when=is_new), told.quotes.turned(when=is_new)
    _, other = reading.sides.turned(when=is_new)
    if cut(own) != WHOLE or not _says_what_stands(words, own, other.text):
        return told
    return told._replace(differing=(Both(own, "").turned(when=is_new),))


def _says_what_stands(words: str, own: str, other: str) -> bool:
    """Whether words lay down, besides their own part that is gone or new, what the other side of the row says too."""
    rest = clauses(words.replace(own, "", 1), "zh") if own in words else ()
    laid_down = [clause for clause in rest if lays_down(clause.text) and not sets_the_case(clause.text, "zh")]
    return any(cover(clause, held.bag) >= _STANDS for clause in laid_down for held in clauses(other, "zh"))


def _is_quoted_by(found: Found, other: Found, is_behind: bool) -> bool:
    """Whether another finding of the rule quotes what this one does, and more, or the same before it."""
    if found.rule != other.rule or found.rule not in LONE:
        return False
    own, held = (one.quotes.turned(when=found.rule == LONE.target).base for one in (found, other))
    return own in held and (own != held or is_behind)


def foremost(ranked: Iterable[Finding], most: int, *, doubtful: bool) -> tuple[Finding, ...]:
    """The first findings of a row, of one rule no more than a reader takes in, and the first of each power that is set;
    of a pair beyond doubt every amount besides, for none answers for another. The redline shows the rest."""
    counts: Counter[str] = Counter()
    out: list[Finding] = []
    beyond = 0  # amounts that take no other's place
    for finding in ranked:
        counts[finding.rule] += 1
        is_first_power = finding.rule in POWERS and counts[finding.rule] == 1
        if is_first_power or (counts[finding.rule] <= MOST_OF_A_RULE and len(out) - beyond < most):
            out.append(finding)
        elif finding.type == "number" and not doubtful:
            out.append(finding)
            beyond += 1
    return tuple(out)
