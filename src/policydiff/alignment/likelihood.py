"""How likely two texts belong together: a logistic regression over a few traits of the pair.

The weights were learned from what readers judged: those of units from pairs of a law and its local measures
(training/likelihood.py), those of leaves from provisions beside their candidates (training/leaves.py). Chinese rules,
English rules and one of each have weights of their own; of leaves only Chinese ones were read.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np

from policydiff.alignment.evidence import Scores
from policydiff.alignment.holdings import Mask
from policydiff.alignment.traits import Traits
from policydiff.model import Language

OF_UNITS = Path(__file__).with_name("likelihood.json")
OF_LEAVES = Path(__file__).with_name("likelihood_of_leaves.json")


def likelihood(known: Traits, possible: Mask, table: Path, kind: str) -> Scores:
    """For every pair from 0 to 1 how likely a lawyer would put the two side by side; 0 where it is not possible."""
    constant, weights = _tables(table)[kind]
    if not possible.any():
        return np.zeros(possible.shape)
    logit = constant + sum(weight * known[name] for name, weight in weights.items())
    out: Scores = np.where(possible, np.round(1 / (1 + np.exp(-logit)), 5), 0.0)
    return out


def kind(languages: tuple[Language, Language]) -> str:
    """The name of the weights for documents in these languages."""
    return languages[0] if languages[0] == languages[1] else "across"


@cache
def _tables(table: Path) -> dict[str, tuple[float, dict[str, float]]]:
    held = json.loads(table.read_text(encoding="utf-8"))
    return {name: (learned["constant"], learned["weights"]) for name, learned in held.items()}
