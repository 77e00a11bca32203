"""Which units of two documents belong together: articles, or numbered points with all that is below them."""

from __future__ import annotations

import numpy as np

from policydiff.alignment.evidence import Scores
from policydiff.alignment.holdings import Mask
from policydiff.alignment.likelihood import OF_UNITS, kind, likelihood
from policydiff.alignment.sides import Side, side
from policydiff.alignment.traits import Traits, nearest
from policydiff.alignment.unit_traits import of_units
from policydiff.alignment.units import Units
from policydiff.alignment.votes import subject_votes
from policydiff.alignment.weighing import Clauses, Looks, looks, set_apart
from policydiff.model import Document

TOGETHER = 0.3  # the likelihood from which two units are linked


def formal_clauses(base: Side, target: Side) -> Clauses:
    """The clauses known by their form, each with its like in the other document, or None.

    A purpose clause without a like may be spread over other clauses, and is left to the evidence of its words.
    """
    ours, theirs = base.roles, target.roles
    names = sorted((ours.keys() | theirs.keys()) - ({"purpose"} - (ours.keys() & theirs.keys())))
    return [(ours.get(name), theirs.get(name)) for name in names]


def unit_traits(base: Document, target: Document) -> tuple[Traits, Mask, Mask]:
    """What is known of every pair of units of two documents, which may be linked, and which are by their form.

    It is what the weights of the likelihood are learned from.
    """
    ours, theirs = side(base), side(target)
    formal = formal_clauses(ours, theirs)
    known, possible = _known(ours, theirs, formal, looks(ours, theirs))
    linked = np.zeros(possible.shape, bool)
    for i, j in formal:
        if i is not None and j is not None:
            linked[ours.units.owner[i], theirs.units.owner[j]] = True
    return known, possible, linked


def likely_units(base: Side, target: Side, formal: Clauses, found: Looks) -> tuple[Scores, Mask]:
    """How likely each two units belong together, by what speaks for the pair alone, and which of them may be linked.

    `found` is what speaks for each pair of them.
    """
    known, possible = _known(base, target, formal, found)
    every = np.ones(possible.shape, bool)
    return likelihood(known, every, OF_UNITS, kind((base.language, target.language))), possible


def linked_units(likely: Scores, possible: Mask) -> dict[tuple[int, int], float]:
    """The pairs of units that belong together, formal clauses excepted, and how likely each is."""
    return {(int(k), int(m)): float(likely[k, m]) for k, m in np.argwhere(possible & (likely >= TOGETHER))}


def _known(base: Side, target: Side, formal: Clauses, found: Looks) -> tuple[Traits, Mask]:
    """The traits of all pairs of units, and which may be linked: a unit that is a formal clause and no more may not."""
    leaves = set_apart(found.leaves.weighed, formal)
    whole = set_apart(found.units.weighed, _formal_units(base.units, target.units, formal))
    votes = subject_votes(base.cut_units, target.cut_units, found.sentences, whole.matrix.shape)
    return of_units(base, target, whole, leaves, found.units.subject, votes, found.clauses), nearest(whole)


def _formal_units(base: Units, target: Units, formal: Clauses) -> Clauses:
    """The units that are a formal clause and no more."""
    return [
        (
            base.owner[i] if i is not None and len(base.members[base.owner[i]]) == 1 else None,
            target.owner[j] if j is not None and len(target.members[target.owner[j]]) == 1 else None,
        )
        for i, j in formal
    ]
