"""The passes of an alignment, from what is certain to what is likely."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from policydiff.alignment.evidence import Evidence, Matrix, evidence
from policydiff.alignment.grouping import Group, Pair, groups, in_reading_order, moved
from policydiff.alignment.roles import roles
from policydiff.alignment.selection import chosen
from policydiff.alignment.translation import translation_evidence
from policydiff.alignment.units import Units, units
from policydiff.model import Alignment, Candidate, Document, Language, Link
from policydiff.text import skeleton

LEAST = {"text": 0.10, "translation": 0.30}
LEAST_IN_LINKED_UNITS = {"text": 0.05, "translation": 0.20}
LEAST_UNIT = {"text": 0.08, "translation": 0.30}
CANDIDATES = 3
_LEAST_CANDIDATE = 0.02


def align(base: Document, target: Document) -> Alignment:
    """Link the leaves of two documents, many to many and in any order; every leaf is in at least one link.

    The documents may be in different languages. Exchanging them exchanges the sides of the links.
    """
    base_units, target_units = units(base), units(target)
    basis = "text" if base.language == target.language else "translation"
    languages = base.language, target.language
    leaves = _evidence([leaf.text for leaf in base_units.leaves], [leaf.text for leaf in target_units.leaves], languages)
    whole = _evidence(base_units.texts(), target_units.texts(), languages)
    pairs = _pairs(leaves, whole, base_units, target_units, basis)
    pairs = _with_roles(pairs, leaves.matrix, roles(base_units, base.language), roles(target_units, target.language))
    return Alignment(base=base, target=target, links=_links(pairs, leaves.matrix, base_units, target_units))


def _evidence(base: Sequence[str], target: Sequence[str], languages: tuple[Language, Language]) -> Evidence:
    if languages[0] == languages[1]:
        return evidence(base, target, languages[0])
    if languages[0] == "zh":
        return translation_evidence(base, target)
    turned = translation_evidence(target, base)
    return Evidence(turned.matrix.T, turned.target, turned.base, turned.weight)


def _pairs(leaves: Evidence, whole: Evidence, base: Units, target: Units, basis: str) -> list[Pair]:
    linked = list(chosen(whole, whole.matrix, LEAST_UNIT[basis]))
    inside = np.zeros(leaves.matrix.shape, bool)
    for k, m, _ in linked:
        inside[np.ix_(base.members[k], target.members[m])] = True
    matrix = np.where(inside | (leaves.matrix >= LEAST[basis]), leaves.matrix, 0)
    found = {(i, j): score for i, j, score in chosen(leaves, matrix, LEAST_IN_LINKED_UNITS[basis])}
    for k, m, score in linked:
        if not any((i, j) in found for i in base.members[k] for j in target.members[m]):
            found.setdefault(_best_inside(leaves.matrix, base.members[k], target.members[m]), score)
    same = _equal(base, target)
    return [
        Pair(i=i, j=j, score=float(leaves.matrix[i, j]), basis=basis, equal=(i, j) in same)
        for (i, j) in sorted(found.keys() | same)
    ]


def _best_inside(matrix: Matrix, base: Sequence[int], target: Sequence[int]) -> tuple[int, int]:
    """The strongest pair of leaves inside two units."""
    within = matrix[np.ix_(base, target)]
    i, j = np.unravel_index(int(within.argmax()), within.shape)
    return base[int(i)], target[int(j)]


def _equal(base: Units, target: Units) -> set[tuple[int, int]]:
    """Pairs of equal words, where they are the only such pair."""
    places: dict[str, tuple[list[int], list[int]]] = {}
    for side, side_units in enumerate((base, target)):
        for n, leaf in enumerate(side_units.leaves):
            places.setdefault(skeleton(leaf.text), ([], []))[side].append(n)
    return {(own[0], other[0]) for own, other in places.values() if len(own) == len(other) == 1}


def _with_roles(pairs: list[Pair], matrix: Matrix, base: dict[str, int], target: dict[str, int]) -> list[Pair]:
    """The clauses of purpose, interpretation and entry into force beside each other."""
    known = {(pair.i, pair.j) for pair in pairs}
    extra = [
        Pair(i=base[name], j=target[name], score=float(matrix[base[name], target[name]]), basis="role")
        for name in base.keys() & target.keys()
        if (base[name], target[name]) not in known
    ]
    return [*pairs, *sorted(extra, key=lambda pair: (pair.i, pair.j))]


def _links(pairs: list[Pair], matrix: Matrix, base: Units, target: Units) -> tuple[Link, ...]:
    found = groups(pairs)
    out_of_order = moved(found)
    linked = [(group, _link(group, base, target, moved=k in out_of_order)) for k, group in enumerate(found)]
    taken_base = {i for group in found for i in group.base}
    taken_target = {j for group in found for j in group.target}
    omitted = {
        i: Link(base=(leaf.eid,), target=(), basis="none", score=0.0, candidates=_nearest(matrix[i], target))
        for i, leaf in enumerate(base.leaves)
        if i not in taken_base
    }
    added = {
        j: Link(base=(), target=(leaf.eid,), basis="none", score=0.0, candidates=_nearest(matrix[:, j], base))
        for j, leaf in enumerate(target.leaves)
        if j not in taken_target
    }
    return in_reading_order(linked, omitted, added)


def _link(group: Group, base: Units, target: Units, *, moved: bool) -> Link:
    return Link(
        base=tuple(base.leaves[i].eid for i in group.base),
        target=tuple(target.leaves[j].eid for j in group.target),
        basis=group.basis,
        score=round(group.score, 3),
        moved=moved,
    )


def _nearest(scores: Matrix, other: Units) -> tuple[Candidate, ...]:
    """The nearest leaves of the other document, best first."""
    order = np.argsort(-scores, kind="stable")[:CANDIDATES]
    return tuple(
        Candidate(eid=other.leaves[int(n)].eid, score=round(float(scores[n]), 3))
        for n in order
        if scores[n] >= _LEAST_CANDIDATE
    )
