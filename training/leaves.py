"""Learn from provisions that readers judged beside their candidates how likely two leaves belong together, and write
the weights that are shipped.

    pip install scikit-learn
    python -m training.leaves FOLDER_OF_LAWS

leaves.json names the pairs of provisions that were judged, of 87 pairs of a law and a local rule: provisions
drawn at random with what comes nearest to each, and rows of comparisons drawn at random. What is printed first was
measured on each pair of rules by weights learned without it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from training.laws import as_read
from training.regression import regression

from policydiff.alignment.evidence import Scores
from policydiff.alignment.leaves import TOGETHER, leaf_traits
from policydiff.alignment.likelihood import OF_LEAVES
from policydiff.parsing import parse

READ = Path(__file__).with_name("leaves.json")
STRENGTH = 0.1  # of the weights, against being pulled to nothing
PARTS = 10  # one of which is kept aside in turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The pairs of leaves of two documents that were judged: their traits, a row a pair, and whether they belong
    together."""

    names: tuple[str, ...]
    rows: Scores
    together: NDArray[np.bool_]


def readings(laws: Path) -> Iterator[Judged]:
    """What was judged, a pair of rules after the other."""
    for pair in json.loads(READ.read_text(encoding="utf-8")):
        base, target = (parse(as_read(laws, pair[side])) for side in ("base", "target"))
        known = leaf_traits(base, target)
        places = [{leaf.eid: n for n, leaf in enumerate(side.leaves())} for side in (base, target)]
        judged = [(b, t, said) for said in ("together", "apart") for b, t in pair[said]]
        at = [places[0][b] for b, _, _ in judged], [places[1][t] for _, t, _ in judged]
        yield Judged(
            names=tuple(known),
            rows=np.stack([trait[at] for trait in known.values()], axis=1),
            together=np.array([said == "together" for _, _, said in judged]),
        )


def main(laws: Path) -> None:
    """Learn from the readings of these laws and write the weights, and print both what they reach and them."""
    found = [*readings(laws)]
    rows, together = np.concatenate([one.rows for one in found]), np.concatenate([one.together for one in found])
    pair = np.repeat(np.arange(len(found)), [len(one.together) for one in found])
    likely = np.zeros(len(rows))
    for some, others in GroupKFold(PARTS).split(rows, together, pair):
        constant, weights = regression(rows[some], together[some], STRENGTH)
        likely[others] = 1 / (1 + np.exp(-constant - rows[others] @ weights))
    made = likely >= TOGETHER
    print(f"{len(rows)} pairs of leaves of {len(found)} pairs of rules, {together.sum()} of which belong together")
    print(f"area under the curve {roc_auc_score(together, likely):.3f}")
    print(f"precision {together[made].mean():.3f}, recall {made[together].mean():.3f}")
    constant, weights = regression(rows, together, STRENGTH)
    named = {name: round(float(weight), 4) for name, weight in zip(found[0].names, weights, strict=True)}
    table = {"zh": {"constant": round(constant, 4), "weights": named}}
    OF_LEAVES.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    print(OF_LEAVES.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
