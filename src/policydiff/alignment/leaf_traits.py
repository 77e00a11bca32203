"""What tells of two leaves whether the one restates, adapts or implements the other.

Of some seventy traits that were tried, these carried over to laws and local rules not learned from.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from policydiff.alignment.evidence import Evidence, Scores
from policydiff.alignment.sides import Side
from policydiff.alignment.traits import Traits, best, longer, nearest, own, rarest


def of_leaves(
    base: Side,
    target: Side,
    evidence: Evidence,
    votes: Scores,
    linked: Mapping[tuple[int, int], float],
) -> Traits:
    """What is known of every pair of leaves, each a matrix; exchanging the documents turns the matrices.

    `words`       the evidence, as far as it rests on words that no stronger pair explains
    `rarest`      how rare the rarest run is that both hold
    `votes`       how much of what their sentences are about they find in each other
    `units`       how likely their units belong together; 0 where these are not linked
    `most`, `least`   the best evidence that the one and the other has for any leaf
    `length`      the longer one's
    `first`       whether both begin their unit
    `sanction`    whether one of them alone names a penalty, itself or in what introduces it
    """
    most, least = best(evidence.matrix)
    return {
        "words": own(evidence),
        "rarest": rarest(evidence, nearest(evidence)),
        "votes": votes,
        "units": likelihood_of_units(base, target, linked),
        "most": most,
        "least": least,
        "length": longer((base.leaf_lengths, target.leaf_lengths), (base.language, target.language)),
        "first": np.logical_and.outer(base.begins, target.begins).astype(np.float64),
        "sanction": np.logical_xor.outer(base.leaf_punishes, target.leaf_punishes).astype(np.float64),
    }


def likelihood_of_units(base: Side, target: Side, linked: Mapping[tuple[int, int], float]) -> Scores:
    """For every pair of leaves how likely their units belong together; 0 where these are not linked."""
    of_units = np.zeros((len(base.units.members), len(target.units.members)))
    for pair, likely in linked.items():
        of_units[pair] = likely
    out: Scores = of_units[np.ix_(base.units.owner, target.units.owner)]
    return out
