"""What tells of two units whether they belong together.

Of some sixty traits that were tried, these carried over to pairs of a law and its local measures not learned from.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from policydiff.alignment.citations import cited_of_other
from policydiff.alignment.evidence import Evidence, Scores
from policydiff.alignment.leads import lead
from policydiff.alignment.position import out_of_place
from policydiff.alignment.sides import Side
from policydiff.alignment.traits import Traits, best, longer, nearest, own, rarest
from policydiff.alignment.units import Units


def of_units(
    base: Side, target: Side, evidence: Evidence, leaves: Evidence, subject: Scores, votes: Scores, clauses: Scores
) -> Traits:
    """What is known of every pair of units, each a matrix; exchanging the documents turns the matrices.

    `words`       the evidence, as far as it rests on words that no stronger pair explains
    `part`        the same of a leaf of the one and a leaf of the other, the best of them
    `rarest`      how rare the rarest run is that both hold
    `subject`     by how much this is the nearest in subject to one of the two
    `votes`       how much of what their sentences are about they find in each other
    `clauses`     how far ahead of all others the two are for single clauses of each other (between Chinese documents)
    `place`       how far it is from where the order would be kept
    `beside`      the evidence of the pairs of neighbours, before and after
    `around`      the evidence of either one beside the other's neighbours
    `most`, `least`   the best evidence that the one and the other has for any unit
    `length`      the longer one's
    `sanctions`   whether both punish
    `punished`    the evidence for what both punish the breach of (between Chinese documents)
    `cited`       whether one cites the other (between Chinese documents)
    `free`        whether one of the documents is not cut into articles: it restates in words of its own, and what
                  belongs together shares less (between Chinese documents)
    """
    around = np.zeros([size + 2 for size in evidence.matrix.shape])  # with a row and a column of nothing on each side
    around[1:-1, 1:-1] = evidence.matrix
    words = around[1:-1, 1:-1]
    most, least = best(words)
    sanctions = np.logical_and.outer(base.punishes, target.punishes).astype(np.float64)
    return {
        "words": own(evidence),
        "part": _best_part(own(leaves), base.units, target.units),
        "rarest": rarest(evidence, nearest(evidence)),
        "subject": lead(subject),
        "votes": votes,
        "clauses": clauses,
        "place": out_of_place(evidence.matrix).astype(np.float64),
        "beside": np.maximum(around[:-2, :-2], around[2:, 2:]),
        "around": np.maximum.reduce([around[1:-1, :-2], around[1:-1, 2:], around[:-2, 1:-1], around[2:, 1:-1]]),
        "most": most,
        "least": least,
        "length": longer((base.unit_lengths, target.unit_lengths), (base.language, target.language)),
        "sanctions": sanctions,
        "punished": sanctions * _punished(words, base.cited, target.cited),
        "cited": _cited(base, target),
        "free": np.full(words.shape, float(base.is_free or target.is_free)),
    }


def _best_part(matrix: Scores, base: Units, target: Units) -> Scores:
    """Leaves × leaves → units × units, the largest of each."""
    if not matrix.size:
        return np.zeros((len(base.members), len(target.members)))
    first = [[member[0] for member in side.members] for side in (base, target)]
    out: Scores = np.maximum.reduceat(np.maximum.reduceat(matrix, first[0], axis=0), first[1], axis=1)
    return out


def _punished(words: Scores, base: Sequence[Sequence[int]], target: Sequence[Sequence[int]]) -> Scores:
    """For two units that cite others of their documents, the best evidence for any pair of those."""
    out = np.zeros(words.shape)
    for i, ours in enumerate(base):
        for j, theirs in enumerate(target) if ours else ():
            if theirs:
                out[i, j] = words[np.ix_(ours, theirs)].max()
    return out


def _cited(base: Side, target: Side) -> Scores:
    """1 for two units of which one cites the other by the title of its rule."""
    out = np.zeros((len(base.unit_texts), len(target.unit_texts)))
    for j, found in enumerate(cited_of_other(target.named, base.title, base.units)):
        for i in found:
            out[i, j] = 1
    for i, found in enumerate(cited_of_other(base.named, target.title, target.units)):
        for j in found:
            out[i, j] = 1
    return out
