"""Which units of two documents belong together: articles, or numbered points with all that is below them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from policydiff.alignment.evidence import Evidence, Scores
from policydiff.alignment.likelihood import Mask, Traits, likelihood, nearest, traits
from policydiff.alignment.meanings import likeness
from policydiff.alignment.roles import roles
from policydiff.alignment.units import Units, units
from policydiff.alignment.weighing import Clauses, Languages, above_usual, set_apart, with_subject, wording_evidence
from policydiff.model import Document

TOGETHER = 0.3  # the likelihood from which two units are linked


def formal_clauses(base: Units, target: Units, languages: Languages) -> Clauses:
    """The clauses known by their form, each with its like in the other document, or None.

    A purpose clause without a like may be spread over other clauses, and is left to the evidence of its words.
    """
    ours, theirs = roles(base, languages[0]), roles(target, languages[1])
    names = sorted((ours.keys() | theirs.keys()) - ({"purpose"} - (ours.keys() & theirs.keys())))
    return [(ours.get(name), theirs.get(name)) for name in names]


def unit_traits(base: Document, target: Document) -> tuple[Traits, Mask, Mask]:
    """What is known of every pair of units of two documents, which may be linked, and which are by their form.

    It is what the weights of the likelihood are learned from.
    """
    ours, theirs = units(base), units(target)
    languages = base.language, target.language
    formal = formal_clauses(ours, theirs, languages)
    leaves = weighed_leaves(ours, theirs, languages)
    known, possible = _known(ours, theirs, (base.title, target.title), languages, formal, leaves)
    linked = np.zeros(possible.shape, bool)
    for i, j in formal:
        if i is not None and j is not None:
            linked[ours.owner[i], theirs.owner[j]] = True
    return known, possible, linked


def linked_units(
    base: Units, target: Units, titles: tuple[str, str], languages: Languages, formal: Clauses, leaves: Evidence
) -> dict[tuple[int, int], float]:
    """The pairs of units that belong together, formal clauses excepted, and how likely each is.

    `leaves` is the evidence for all leaves, `weighed`.
    """
    likely = likelihood(*_known(base, target, titles, languages, formal, leaves), languages)
    return {(int(k), int(m)): float(likely[k, m]) for k, m in np.argwhere(likely >= TOGETHER)}


def _known(
    base: Units, target: Units, titles: tuple[str, str], languages: Languages, formal: Clauses, leaves: Evidence
) -> tuple[Traits, Mask]:
    """The traits of all pairs of units, and which may be linked: a unit that is a formal clause and no more may not."""
    texts = base.texts(), target.texts()
    subject = likeness(*texts, languages)
    found = weighed(wording_evidence(*texts, languages), subject, *texts, languages)
    whole = set_apart(found, _formal_units(base, target, formal))
    return traits(base, target, titles, languages, whole, set_apart(leaves, formal), subject), nearest(whole)


def weighed_leaves(base: Units, target: Units, languages: Languages) -> Evidence:
    """What speaks for each pair of leaves, `weighed`."""
    texts = [leaf.text for leaf in base.leaves], [leaf.text for leaf in target.leaves]
    return weighed(wording_evidence(*texts, languages), likeness(*texts, languages), *texts, languages)


def weighed(
    wording: Evidence, subject: Scores, base: Sequence[str], target: Sequence[str], languages: Languages
) -> Evidence:
    """What speaks for each pair of texts, wherever they stand: words above the usual, and subject."""
    return with_subject(above_usual(wording, base, target, languages), subject)


def _formal_units(base: Units, target: Units, formal: Clauses) -> Clauses:
    """The units that are a formal clause and no more."""
    return [
        (
            base.owner[i] if i is not None and len(base.members[base.owner[i]]) == 1 else None,
            target.owner[j] if j is not None and len(target.members[target.owner[j]]) == 1 else None,
        )
        for i, j in formal
    ]
