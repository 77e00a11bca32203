"""Which leaves are linked: inside units that belong together those that likely do, elsewhere those of nearly the same
words.

How likely leaves belong together was learned of Chinese rules. Where a document is English, what their words say
decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from policydiff.alignment.evidence import Evidence, Scores
from policydiff.alignment.leaf_traits import likelihood_of_units, of_leaves
from policydiff.alignment.likelihood import OF_LEAVES, likelihood
from policydiff.alignment.selection import chosen
from policydiff.alignment.sides import Side, side
from policydiff.alignment.traits import Traits
from policydiff.alignment.votes import subject_votes
from policydiff.alignment.weighing import Look, Looks, looks, set_apart, with_place, with_subject
from policydiff.alignment.wholes import formal_clauses, likely_units, linked_units
from policydiff.model import Document

TOGETHER = 0.35  # the likelihood from which two leaves of linked units are linked

Pairs = set[tuple[int, int]]

_HARDLY = 0.15  # with less than that no leaves are linked
_PART = 0.5  # so much of the smaller one of two linked units is linked at least, if it can be
_ELSEWHERE = 0.6  # the least evidence between leaves of units that do not belong together: nearly the same words
_UNLIKE = 0.06  # what an introduction beside an item loses


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the choice of leaves goes by: the evidence for each pair, the units that belong together, each pair with
    its likelihood, the leaves of the same words, and, between Chinese rules, how likely leaves of linked units belong
    together (elsewhere 0)."""

    base: Side
    target: Side
    evidence: Evidence
    linked: Mapping[tuple[int, int], float]
    same: Pairs
    likely: Scores | None


def leaf_evidence(base: Side, target: Side, look: Look) -> Evidence:
    """The evidence of words with that of subject and place; of English leaves too little is known of their subject to
    choose between them by it."""
    are_chinese = (base.language, target.language) == ("zh", "zh")
    found = with_subject(look.wording, look.subject if are_chinese else np.zeros_like(look.subject))
    found = with_place(found, look.wording)
    matrix = found.matrix.copy()
    matrix[np.ix_(base.introductions, target.items)] -= _UNLIKE
    matrix[np.ix_(base.items, target.introductions)] -= _UNLIKE
    return replace(found, matrix=matrix)


def likely_leaves(
    base: Side, target: Side, evidence: Evidence, votes: Scores, linked: Mapping[tuple[int, int], float]
) -> Scores:
    """For every pair of leaves of linked units of Chinese rules, from 0 to 1, how likely they belong together."""
    known = of_leaves(base, target, evidence, votes, linked)
    return likelihood(known, (known["units"] > 0) & (evidence.matrix > 0), OF_LEAVES, "zh")


def leaf_traits(base: Document, target: Document) -> Traits:
    """What is known of every pair of leaves of two documents. It is what the weights of the likelihood are learned
    from."""
    ours, theirs = side(base), side(target)
    found, formal = looks(ours, theirs), formal_clauses(ours, theirs)
    evidence = set_apart(leaf_evidence(ours, theirs, found.leaves), formal)
    linked = linked_units(*likely_units(ours, theirs, formal, found))
    return of_leaves(ours, theirs, evidence, votes_of_leaves(ours, theirs, found), linked)


def votes_of_leaves(base: Side, target: Side, found: Looks) -> Scores:
    """For every pair of leaves how much of what their sentences are about they find in each other."""
    return subject_votes(base.cut_leaves, target.cut_leaves, found.sentences, found.leaves.subject.shape)


def linked_leaves(known: Known, least: float) -> Pairs:
    """The pairs of leaves that are linked; of English ones, inside linked units, those with at least that evidence."""
    together = likelihood_of_units(known.base, known.target, known.linked) > 0
    needed = np.where(together, least, _ELSEWHERE)
    matrix = np.where(known.evidence.matrix >= needed, known.evidence.matrix, 0)
    found = {(i, j) for i, j, _ in chosen(known.evidence, matrix, least, known.same)}
    if known.likely is None:
        return _with_best_inside(found | known.same, known)
    return {pair for pair in found if not together[pair]} | known.same | _inside(known, known.likely)


def _inside(known: Known, likely: Scores) -> Pairs:
    """The leaves of linked units that likely belong together, and as many of the next likely ones as it takes until
    a good part of the smaller unit is linked: two articles do not belong together for the sake of an aside."""
    base, target = known.base, known.target
    rows, columns = ([pair[n] for pair in known.same] for n in (0, 1))
    matrix = likely.copy()
    matrix[rows, :] = matrix[:, columns] = 0
    matrix[rows, columns] = 1
    found: Pairs = set()
    for k, m in known.linked:
        ours, theirs = base.units.members[k], target.units.members[m]
        block = matrix[np.ix_(ours, theirs)]
        part = _PART * min(base.unit_lengths[k], target.unit_lengths[m])
        least = min(
            TOGETHER,
            _reaching(block.max(axis=1), [base.leaf_lengths[i] for i in ours], part),
            _reaching(block.max(axis=0), [target.leaf_lengths[j] for j in theirs], part),
        )
        found |= {(ours[i], theirs[j]) for i, j in np.argwhere(block >= max(least, _HARDLY)).tolist()}
    return found


def _reaching(best: Scores, lengths: Sequence[int], part: float) -> float:
    """The likelihood that, each leaf's best being so much, leaves of that length in all have at least."""
    order = np.argsort(-best)
    enough = np.cumsum(np.array(lengths)[order]) >= part
    return float(best[order][enough.argmax()])


def _with_best_inside(found: Pairs, known: Known) -> Pairs:
    """With the strongest pair of two linked units of which no leaves are linked; of equals the one in the same place of
    both."""
    base, target = known.base.units, known.target.units
    told = {i for i, _ in known.same}, {j for _, j in known.same}
    joined = {(base.owner[i], target.owner[j]) for i, j in found}
    out = set(found)
    for k, m in known.linked:
        if (k, m) not in joined:
            ours = [i for i in base.members[k] if i not in told[0]]
            theirs = [j for j in target.members[m] if j not in told[1]]
            every = [(i, j) for i in ours for j in theirs]
            score = known.evidence.matrix
            out |= {*sorted(every, key=lambda p: (-score[p], abs(p[0] - ours[0] - p[1] + theirs[0]), sum(p)))[:1]}
    return out
