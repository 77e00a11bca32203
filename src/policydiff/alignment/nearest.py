"""What of the other document comes nearest to a leaf that has no counterpart: the evidence of absence.

What says nearly the same stands first. Behind it stands, of each unit, what readers would most likely have laid beside
the leaf: by how likely the units belong together, and by what they are about. Of four counterparts that readers saw and
that no row shows, three are among the three that are named (training/candidates.py).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from policydiff.alignment.evidence import Matrix, Scores
from policydiff.alignment.likelihood import likelihood
from policydiff.alignment.sides import Side
from policydiff.alignment.traits import Traits
from policydiff.alignment.units import Units
from policydiff.alignment.weighing import Clauses, Looks, of_formal
from policydiff.model import Candidate

OF_CANDIDATES = Path(__file__).with_name("likelihood_of_candidates.json")
CANDIDATES = 3  # that are named of a leaf without a counterpart

SAID = 0.3  # evidence of words from which on they come near
_BY_SUBJECT = 0.29  # by its subject alone nothing comes nearer than that
_RISE = 5.0  # how fast what is likely comes so near: one in twenty is 0.06, one in five 0.18, one in two 0.27
_SHARED = 0.75  # how much of the evidence of words counts that do not come near: a passage may be the same
_LEAST = 1e-4


def nearness(words: Matrix, known: Traits | None, formal: Clauses) -> Scores:
    """How near each leaf of the base comes to each of the target, from 0 to 1, if they are not linked.

    `words` is the evidence for each pair of leaves, `known` what else tells of Chinese ones. From 0.3 on it is the
    words that come near. Of other texts, of which too little was read, and of `formal` clauses (本办法自…起施行), which
    are known by their form, the words alone tell.
    """
    told = np.clip(words.astype(np.float64), 0, 1)
    if known is None or not told.size:
        return told
    subject = likelihood(known, ~of_formal(formal, told.shape), OF_CANDIDATES, "zh")
    far = np.maximum(_SHARED * told, _BY_SUBJECT * (1 - np.exp(-_RISE * subject)))
    out: Scores = np.where(told >= SAID, told, far)
    return out


def candidate_traits(base: Side, target: Side, found: Looks, likely: Scores, votes: Scores) -> Traits:
    """What tells of each two leaves that are not linked whether one is the other's counterpart all the same.

    `likely` says how likely each two units belong together, `votes` what the leaves' sentences give each other.

    `units`  how likely their units belong together, as a logit
    `whole`  how much their units are about the same
    `votes`  how much of what their sentences are about the two find in each other
    `words`  the evidence of their own words and their subject
    """
    owners = np.ix_(base.units.owner, target.units.owner)
    held = np.clip(likely, _LEAST, 1 - _LEAST)
    return {
        "units": np.log(held / (1 - held))[owners],
        "whole": found.units.subject[owners],
        "votes": votes,
        "words": found.leaves.weighed.matrix.astype(np.float64),
    }


def nearest(scores: Scores, other: Units) -> tuple[Candidate, ...]:
    """The nearest leaves of the other document, best first: they were looked at, even if they have next to nothing.

    Of one unit there is one, but for leaves whose words come near.
    """
    out: list[Candidate] = []
    told: set[int] = set()
    for n in np.argsort(-scores, kind="stable").tolist():
        if scores[n] >= SAID or other.owner[n] not in told:
            told.add(other.owner[n])
            out.append(Candidate(eid=other.leaves[n].eid, score=round(float(scores[n]), 3)))
        if len(out) == CANDIDATES:
            break
    return tuple(out)
