"""Learn from pairs that were read what comes nearest to a provision that has no counterpart in a row, and write the
weights that are shipped.

    pip install scikit-learn
    python -m training.candidates FOLDER_OF_LAWS

It is the mean of two regressions. One was learned from the pairs of training/links and of tests/quality/laws, those
that are held out excepted, and knows articles: every leaf of an article no leaf of which is linked, beside it the
nearest leaf of each article of the other side, and whether the readers laid those two articles side by side. The other
was learned from leaves that were judged one beside the other (training/leaves.json) and whose words do not come near.
What is printed first was measured on each pair of rules by weights learned without it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from training.laws import as_read
from training.leaves import READ
from training.likelihood import FOLDERS
from training.regression import regression

from policydiff.alignment import align
from policydiff.alignment.evidence import Scores
from policydiff.alignment.leaves import votes_of_leaves
from policydiff.alignment.nearest import CANDIDATES, OF_CANDIDATES, SAID, candidate_traits
from policydiff.alignment.sides import side
from policydiff.alignment.units import Units
from policydiff.alignment.weighing import looks
from policydiff.alignment.wholes import formal_clauses, likely_units
from policydiff.evaluation import Gold, read
from policydiff.evaluation.evaluate import source
from policydiff.parsing import parse

STRENGTH = 1.0  # of the weights, against being pulled to nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """A leaf without a counterpart: the traits of it and the nearest leaf of each article, a row an article, and which
    of those the readers laid beside its own."""

    names: tuple[str, ...]
    rows: Scores
    beside: NDArray[np.bool_]


def readings(gold: Gold, laws: Path) -> Iterator[Alone]:
    """The leaves of a pair of rules that stand in no row with a counterpart, nor does any leaf of their articles."""
    base, target = (parse(source(one, laws, laws)) for one in (gold.base, gold.target))
    ours, theirs = side(base), side(target)
    found = looks(ours, theirs)
    likely, _ = likely_units(ours, theirs, formal_clauses(ours, theirs), found)
    known = candidate_traits(ours, theirs, found, likely, votes_of_leaves(ours, theirs, found))
    linked = {(b, t) for link in gold.links for b in link.base for t in link.target} | gold.optional
    links = align(base, target).links
    for at, (own, other) in enumerate(((ours.units, theirs.units), (theirs.units, ours.units))):
        told = {_article(eid) for link in links if link.base and link.target for eid in (link.base, link.target)[at]}
        traits = {name: trait if at == 0 else trait.T for name, trait in known.items()}
        for n in (n for n, leaf in enumerate(own.leaves) if _article(leaf.eid) not in told):
            near = _of_each_article(traits["words"][n], other)
            pairs = [(_article(own.leaves[n].eid), _article(other.leaves[m].eid)) for m in near]
            beside = [(pair if at == 0 else pair[::-1]) in linked for pair in pairs]
            rows = np.stack([trait[n][near] for trait in traits.values()], axis=1)
            yield Alone(names=tuple(traits), rows=rows, beside=np.array(beside))


def judged(laws: Path) -> Iterator[Alone]:
    """The leaves that were judged one beside the other and whose words do not come near, a pair of rules after the
    other."""
    for pair in json.loads(READ.read_text(encoding="utf-8")):
        base, target = (parse(as_read(laws, pair[one])) for one in ("base", "target"))
        ours, theirs = side(base), side(target)
        found = looks(ours, theirs)
        likely, _ = likely_units(ours, theirs, formal_clauses(ours, theirs), found)
        known = candidate_traits(ours, theirs, found, likely, votes_of_leaves(ours, theirs, found))
        places = [{leaf.eid: n for n, leaf in enumerate(one.leaves())} for one in (base, target)]
        said = [
            (places[0][b], places[1][t], mark == "together") for mark in ("together", "apart") for b, t in pair[mark]
        ]
        far = [one for one in said if known["words"][one[:2]] < SAID]
        if far:
            at = [i for i, _, _ in far], [j for _, j, _ in far]
            rows = np.stack([trait[at] for trait in known.values()], axis=1)
            yield Alone(names=tuple(known), rows=rows, beside=np.array([beside for _, _, beside in far]))


def _of_each_article(words: Scores, side: Units) -> list[int]:
    """The leaf of each unit that there is most evidence for."""
    return [max(member, key=lambda m: float(words[m])) for member in side.members]


def _article(eid: str) -> str:
    return eid.split("__")[0]


def _learned(*found: Sequence[Alone]) -> tuple[float, Scores]:
    """The constant and the weights, of several regressions the mean."""
    learned = [
        regression(np.concatenate([one.rows for one in some]), np.concatenate([one.beside for one in some]), STRENGTH)
        for some in found
    ]
    weights: Scores = np.mean([weights for _, weights in learned], axis=0)
    return float(np.mean([constant for constant, _ in learned])), weights


def main(laws: Path) -> None:
    """Learn from the readings of these laws and write the weights, and print both what they reach and them."""
    _write(0.0, {})  # what is linked does not depend on it, but an alignment reads it
    files = [file for folder in FOLDERS for file in sorted(folder.glob("*.json"))]
    found = [[*readings(gold, laws)] for gold in map(read, files) if not gold.held_out]
    single = [*judged(laws)]
    reached = list[tuple[bool, bool]]()
    for pair in found:
        constant, weights = _learned([one for other in found if other is not pair for one in other], single)
        for one in pair:
            order = np.argsort(-(constant + one.rows @ weights), kind="stable")[:CANDIDATES]
            reached += [(bool(one.beside[order[0]]), bool(one.beside[order].any()))] if one.beside.any() else []
    first, named = np.mean(reached, axis=0)
    print(f"{len(reached)} leaves that have a counterpart: it stands first for {first:.3f}, is named for {named:.3f}")
    constant, weights = _learned([one for pair in found for one in pair], single)
    _write(constant, dict(zip(found[0][0].names, weights.tolist(), strict=True)))
    print(OF_CANDIDATES.read_text(encoding="utf-8"))


def _write(constant: float, weights: dict[str, float]) -> None:
    table = {"constant": round(constant, 4), "weights": {name: round(weight, 4) for name, weight in weights.items()}}
    OF_CANDIDATES.write_text(json.dumps({"zh": table}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
