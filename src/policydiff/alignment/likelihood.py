"""How likely two units of rules belong together: a logistic regression over a few traits of the pair.

Its weights were learned from pairs of a law and its local measures that lawyers had read (training/likelihood.py). Of
some sixty traits that were tried, these carried over to pairs not learned from. None knows which document is the base.
Chinese rules, English rules and one of each have weights of their own.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from policydiff.alignment.citations import cited_of_other
from policydiff.alignment.evidence import Evidence, Scores
from policydiff.alignment.holdings import Mask
from policydiff.alignment.leads import lead
from policydiff.alignment.position import out_of_place
from policydiff.alignment.selection import unexplained
from policydiff.alignment.sides import Side
from policydiff.alignment.units import Units
from policydiff.model import Language

TABLE = Path(__file__).with_name("likelihood.json")

Traits = dict[str, Scores]

_NEAREST = 8  # a unit may belong to one of so many that have most evidence for it
_LETTERS: dict[Language, int] = {"zh": 1, "en": 3}  # so many letters say what one Chinese character says


def traits(
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
    """
    around = np.zeros([size + 2 for size in evidence.matrix.shape])  # with a row and a column of nothing on each side
    around[1:-1, 1:-1] = evidence.matrix
    words = around[1:-1, 1:-1]
    best = words.max(axis=1, keepdims=True, initial=0), words.max(axis=0, keepdims=True, initial=0)
    size = [np.log([length / _LETTERS[side.language] + 1 for length in side.unit_lengths]) for side in (base, target)]
    sanctions = np.logical_and.outer(base.punishes, target.punishes).astype(np.float64)
    return {
        "words": _own(evidence),
        "part": _best_part(_own(leaves), base.units, target.units),
        "rarest": _rarest(evidence, nearest(evidence)),
        "subject": lead(subject),
        "votes": votes,
        "clauses": clauses,
        "place": out_of_place(evidence.matrix).astype(np.float64),
        "beside": np.maximum(around[:-2, :-2], around[2:, 2:]),
        "around": np.maximum.reduce([around[1:-1, :-2], around[1:-1, 2:], around[:-2, 1:-1], around[2:, 1:-1]]),
        "most": np.maximum(*best),
        "least": np.minimum(*best),
        "length": np.maximum.outer(*size),
        "sanctions": sanctions,
        "punished": sanctions * _punished(words, base.cited, target.cited),
        "cited": _cited(base, target),
    }


def nearest(evidence: Evidence) -> Mask:
    """The pairs that may be linked: of each unit those with most evidence."""
    matrix = evidence.matrix
    if not matrix.size:
        return np.zeros(matrix.shape, bool)
    near = np.zeros(matrix.shape, bool)
    for axis in (0, 1):
        place = max(0, matrix.shape[axis] - _NEAREST)
        near |= matrix >= np.partition(matrix, place, axis=axis).take([place], axis=axis)
    return near & (matrix > 0)


def likelihood(known: Traits, possible: Mask, languages: tuple[Language, Language]) -> Scores:
    """For every pair from 0 to 1 how likely a lawyer would put the two side by side; 0 where it is not possible."""
    constant, weights = _table()[kind(languages)]
    if not possible.any():
        return np.zeros(possible.shape)
    logit = constant + sum(weight * known[name] for name, weight in weights.items())
    out: Scores = np.where(possible, np.round(1 / (1 + np.exp(-logit)), 5), 0.0)
    return out


def kind(languages: tuple[Language, Language]) -> str:
    """The name of the weights for documents in these languages."""
    return languages[0] if languages[0] == languages[1] else "across"


@cache
def _table() -> dict[str, tuple[float, dict[str, float]]]:
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    return {name: (learned["constant"], learned["weights"]) for name, learned in table.items()}


def _own(evidence: Evidence) -> Scores:
    """The evidence of the nearest pairs, as far as it rests on words that no stronger pair explains."""
    near = np.where(nearest(evidence), evidence.matrix, np.float32(0))
    return near * np.sqrt(unexplained(evidence, near))


def _best_part(matrix: Scores, base: Units, target: Units) -> Scores:
    """Leaves × leaves → units × units, the largest of each."""
    if not matrix.size:
        return np.zeros((len(base.members), len(target.members)))
    first = [[member[0] for member in side.members] for side in (base, target)]
    out: Scores = np.maximum.reduceat(np.maximum.reduceat(matrix, first[0], axis=0), first[1], axis=1)
    return out


def _rarest(evidence: Evidence, possible: Mask) -> Scores:
    """How much the rarest run that both hold weighs, of every pair that may be linked."""
    out = np.zeros(possible.size)
    weight = evidence.weight[evidence.common.base.feature]
    for some in evidence.common:
        np.maximum.at(out, some.pair, weight[some.base])
    return np.where(possible, out.reshape(possible.shape), 0.0)


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
