"""The passes of an alignment, from what is certain to what is likely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from policydiff.alignment.equality import equal_pairs
from policydiff.alignment.evidence import Evidence, Matrix
from policydiff.alignment.grouping import Group, Pair, groups, in_reading_order, moved
from policydiff.alignment.selection import chosen
from policydiff.alignment.sides import Side, side
from policydiff.alignment.units import Units
from policydiff.alignment.weighing import Look, looks, set_apart, with_place, with_subject
from policydiff.alignment.wholes import formal_clauses, linked_units
from policydiff.model import Alignment, Basis, Candidate, Document, Language, Link

CANDIDATES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The least evidence for a link: between leaves inside units that belong together; of prose that restates what it
    quotes. A link with less than `sure` is doubtful; in units that surely belong together one with less than `faint`
    (docs/explanation/alignment.md)."""

    inside: float
    restated: float
    sure: float
    faint: float


# English has no learned rarities, and glosses match more than words do: there the evidence of unrelated leaves is
# higher. Their thresholds let as few unrelated leaves of a translation pass as the Chinese ones do.
CHINESE = Thresholds(inside=0.02, restated=0.08, sure=0.25, faint=0.1)
ENGLISH = Thresholds(inside=0.035, restated=0.14, sure=0.32, faint=0.14)
ACROSS_LANGUAGES = Thresholds(inside=0.20, restated=0.32, sure=0.42, faint=0.32)
_ELSEWHERE = 0.6  # the least evidence between leaves of units that do not belong together: nearly the same words
_UNLIKE = 0.06  # what an introduction beside an item loses
_FEWEST_QUOTATIONS = 3
_SURELY = 0.8  # the likelihood of units that surely belong together


def align(base: Document, target: Document) -> Alignment:
    """Link the leaves of two documents, many to many and in any order; every leaf is in at least one link.

    The documents may be in different languages. Exchanging them exchanges the sides of the links.
    """
    ours, theirs = side(base), side(target)
    found = looks(ours, theirs)
    formal = formal_clauses(ours, theirs)
    likely = _with_place_in_lists(_likely(found.leaves, (base.language, target.language)), ours, theirs)
    known = _Known(
        base=ours.units,
        target=theirs.units,
        languages=(base.language, target.language),
        wording=found.leaves.wording.matrix,
        leaves=set_apart(likely, formal),
        same=equal_pairs(ours, theirs),
        formal={(i, j) for i, j in formal if i is not None and j is not None},
        linked=linked_units(ours, theirs, formal, found),
    )
    return Alignment(base=base, target=target, links=_links(_pairs(known), likely.matrix, ours.units, theirs.units))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the passes go by: the evidence of words alone and all evidence for each pair of leaves, the leaves of the
    same words, those that correspond by their form, and the units that belong together, each pair with its
    likelihood."""

    base: Units
    target: Units
    languages: tuple[Language, Language]
    wording: Matrix
    leaves: Evidence
    same: set[tuple[int, int]]
    formal: set[tuple[int, int]]
    linked: Mapping[tuple[int, int], float]

    @property
    def least(self) -> Thresholds:
        """The least evidence for a link."""
        if self.languages[0] != self.languages[1]:
            return ACROSS_LANGUAGES
        return CHINESE if self.languages[0] == "zh" else ENGLISH


def _likely(leaves: Look, languages: tuple[Language, Language]) -> Evidence:
    """The evidence of words with that of subject and place; of English leaves too little is known of their subject to
    choose between them by it."""
    telling = leaves.subject if languages == ("zh", "zh") else np.zeros_like(leaves.subject)
    return with_place(with_subject(leaves.wording, telling), leaves.wording)


def _with_place_in_lists(evidence: Evidence, base: Side, target: Side) -> Evidence:
    """The evidence less what speaks against an introduction to a list beside an item of one."""
    matrix = evidence.matrix.copy()
    matrix[np.ix_(base.introductions, target.items)] -= _UNLIKE
    matrix[np.ix_(base.items, target.introductions)] -= _UNLIKE
    return replace(evidence, matrix=matrix)


def _pairs(known: _Known) -> list[Pair]:
    """The pairs of leaves that are linked; of what speaks for one the most certain is what it rests on."""
    by_words = _by_words(known)
    prose = _prose(known.base, {i for i, _ in known.same}), _prose(known.target, {j for _, j in known.same})
    basis: dict[tuple[int, int], Basis] = {pair: _plain(pair, known) for pair in by_words}
    basis |= dict.fromkeys(_introductions_of_linked_items(by_words, known.base, known.target), "structure")
    basis |= dict.fromkeys(_restated_in_prose(known.leaves, *prose, known.least.restated), "restatement")
    basis |= dict.fromkeys(known.formal, "role")
    basis |= dict.fromkeys(known.same, "quotation" if any(prose) else "text")
    return [
        Pair(i=i, j=j, score=float(known.wording[i, j]), basis=basis[i, j], equal=(i, j) in known.same)
        for i, j in sorted(basis)
    ]


def _plain(pair: tuple[int, int], known: _Known) -> Basis:
    """What a pair rests on that was found by words: too few of them leave it doubtful."""
    owners = known.base.owner[pair[0]], known.target.owner[pair[1]]
    surely = known.linked.get(owners, 0.0) >= _SURELY
    if known.wording[pair] < (known.least.faint if surely else known.least.sure):
        return "doubtful"
    return "text" if known.languages[0] == known.languages[1] else "translation"


def _by_words(known: _Known) -> set[tuple[int, int]]:
    """The pairs of leaves: inside units that belong together those with evidence enough, and the best one at least,
    elsewhere those of nearly the same words."""
    base, target, leaves, same = known.base, known.target, known.leaves, known.same
    together = np.zeros((len(base.members), len(target.members)), bool)
    together[[k for k, _ in known.linked], [m for _, m in known.linked]] = True
    needed = np.where(together[np.ix_(base.owner, target.owner)], known.least.inside, _ELSEWHERE)
    matrix = np.where(leaves.matrix >= needed, leaves.matrix, 0)
    found = {(i, j) for i, j, _ in chosen(leaves, matrix, known.least.inside, same)} | same
    told = {i for i, _ in same}, {j for _, j in same}
    joined = {(base.owner[i], target.owner[j]) for i, j in found}
    for k, m in known.linked:
        if (k, m) not in joined:
            ours = [i for i in base.members[k] if i not in told[0]]
            theirs = [j for j in target.members[m] if j not in told[1]]
            found |= _best_inside(leaves.matrix, ours, theirs)
    return found


def _introductions_of_linked_items(
    found: set[tuple[int, int]], base: Units, target: Units
) -> set[tuple[int, int]]:
    """Introductions, one of the two without a counterpart, most of whose linked items are linked with each other's."""
    taken = {i for i, _ in found}, {j for _, j in found}
    ties = Counter((base.above[i], target.above[j]) for i, j in found)
    of_base, of_target = Counter(base.above[i] for i, _ in found), Counter(target.above[j] for _, j in found)
    return {
        (a, b)
        for (a, b), count in ties.items()
        if a is not None and b is not None and (a not in taken[0] or b not in taken[1])
        if 2 * count > max(of_base[a], of_target[b])
    }


def _restated_in_prose(
    leaves: Evidence, base_prose: Sequence[int], target_prose: Sequence[int], least: float
) -> set[tuple[int, int]]:
    """What the prose of a document that quotes the other restates in its own words, though it is quoted as well."""
    rows, columns = (range(texts) for texts in leaves.matrix.shape)
    if not (base_prose or target_prose):
        return set()
    return _chosen_among(leaves, rows, target_prose, least) | _chosen_among(leaves, base_prose, columns, least)


def _prose(side: Units, quotations: set[int]) -> list[int]:
    """The leaves outside articles of a document whose articles are quotations; none of a document that is a rule."""
    articles = {n for n, leaf in enumerate(side.leaves) if leaf.eid.startswith("art_")}
    if len(quotations & articles) < _FEWEST_QUOTATIONS or 2 * len(quotations & articles) < len(articles):
        return []
    return [n for n in range(len(side.leaves)) if n not in articles and n not in quotations]


def _chosen_among(
    leaves: Evidence, rows: Sequence[int], columns: Sequence[int], least: float
) -> set[tuple[int, int]]:
    """The pairs chosen from some leaves of the base and some of the target, as if the others were not there."""
    matrix = np.zeros_like(leaves.matrix)
    matrix[np.ix_(rows, columns)] = leaves.matrix[np.ix_(rows, columns)]
    return {(i, j) for i, j, _ in chosen(leaves, matrix, least)}


def _best_inside(matrix: Matrix, base: Sequence[int], target: Sequence[int]) -> set[tuple[int, int]]:
    """The strongest pair of these leaves, if there is one; of equals the one in the same place of both."""
    every = [(i, j) for i in base for j in target]
    best = sorted(every, key=lambda pair: (-matrix[pair], abs(pair[0] - base[0] - pair[1] + target[0]), sum(pair)))
    return set(best[:1])


def _links(pairs: list[Pair], matrix: Matrix, base: Units, target: Units) -> tuple[Link, ...]:
    found = groups(pairs)
    out_of_order = moved(found)
    linked = [(group, _link(group, base, target, moved=k in out_of_order)) for k, group in enumerate(found)]
    taken_base = {i for group in found for i in group.base}
    taken_target = {j for group in found for j in group.target}
    left_base = [i for i in range(len(base.leaves)) if i not in taken_base]
    left_target = [j for j in range(len(target.leaves)) if j not in taken_target]
    omitted = {
        i: Link(base=(base.leaves[i].eid,), target=(), basis="none", score=0.0, candidates=nearest)
        for i, nearest in zip(left_base, _nearest(matrix[left_base], target), strict=True)
    }
    added = {
        j: Link(base=(), target=(target.leaves[j].eid,), basis="none", score=0.0, candidates=nearest)
        for j, nearest in zip(left_target, _nearest(matrix[:, left_target].T, base), strict=True)
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


def _largest(scores: Matrix, most: int) -> NDArray[np.int64]:
    """The places of the largest of each row, the largest first; of equals the first."""
    left = scores.copy()
    out = np.zeros((len(scores), min(most, scores.shape[1])), np.int64)
    for place in out.T:
        place[:] = left.argmax(axis=1)
        left[np.arange(len(left)), place] = -np.inf
    return out


def _nearest(scores: Matrix, other: Units) -> list[tuple[Candidate, ...]]:
    """For each row the nearest leaves of the other document, best first: they were looked at, even if they have next
    to nothing."""
    order = _largest(scores, CANDIDATES)
    found = np.round(np.clip(np.take_along_axis(scores, order, axis=1).astype(np.float64), 0, 1), 3)
    eids = [leaf.eid for leaf in other.leaves]
    return [
        tuple([Candidate(eid=eids[n], score=score) for n, score in zip(*row, strict=True)])
        for row in zip(order.tolist(), found.tolist(), strict=True)
    ]
