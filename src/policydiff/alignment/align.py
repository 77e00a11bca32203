"""The passes of an alignment, from what is certain to what is likely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from policydiff.alignment.equality import equal_pairs
from policydiff.alignment.evidence import Evidence, Matrix, Scores
from policydiff.alignment.grouping import Group, Pair, groups, in_reading_order, moved
from policydiff.alignment.introductions import beside_their_items, introductions_of_linked_items
from policydiff.alignment.leaves import Known, Pairs, leaf_evidence, likely_leaves, linked_leaves, votes_of_leaves
from policydiff.alignment.nearest import candidate_traits, nearest, nearness
from policydiff.alignment.selection import chosen
from policydiff.alignment.sides import side
from policydiff.alignment.units import Units
from policydiff.alignment.weighing import looks, set_apart
from policydiff.alignment.wholes import formal_clauses, likely_units, linked_units
from policydiff.errors import TooLargeError
from policydiff.model import Alignment, Basis, Document, Link

_MOST_PAIRS = 50_000_000  # of sentences: each takes some 200 bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The least evidence for a link: between leaves inside units that belong together; of prose that restates what it
    quotes. A link with less than `sure` is doubtful; in units that surely belong together one with less than `faint`,
    but for Chinese leaves, of which their likelihood tells (docs/explanation/alignment.md)."""

    inside: float
    restated: float
    sure: float
    faint: float = 0.0


# English has no learned rarities, and glosses match more than words do: there the evidence of unrelated leaves is
# higher. Their thresholds let as few unrelated leaves of a translation pass as the Chinese ones do.
CHINESE = Thresholds(inside=0.02, restated=0.08, sure=0.25)
ENGLISH = Thresholds(inside=0.035, restated=0.14, sure=0.32, faint=0.14)
ACROSS_LANGUAGES = Thresholds(inside=0.20, restated=0.32, sure=0.42, faint=0.32)
_FEWEST_QUOTATIONS = 3
_SURELY = 0.8  # the likelihood of units that surely belong together
_LIKELY = 0.6  # a link of Chinese leaves that are less likely to belong together is doubtful


def align(base: Document, target: Document) -> Alignment:
    """Link the leaves of two documents, many to many and in any order; every leaf is in at least one link.

    The documents may be in different languages. Exchanging them exchanges the sides of the links. TooLargeError where
    both are so long that the table of their sentences would not fit in memory.
    """
    _refuse_too_large(base, target)
    ours, theirs = side(base), side(target)
    found = looks(ours, theirs)
    formal = formal_clauses(ours, theirs)
    likely, possible = likely_units(ours, theirs, formal, found)
    linked = linked_units(likely, possible)
    evidence = leaf_evidence(ours, theirs, found.leaves)
    apart = set_apart(evidence, formal)
    are_chinese = (base.language, target.language) == ("zh", "zh")
    votes = votes_of_leaves(ours, theirs, found) if are_chinese else None
    known = Known(
        base=ours,
        target=theirs,
        evidence=apart,
        linked=linked,
        same=equal_pairs(ours, theirs),
        likely=None if votes is None else likely_leaves(ours, theirs, apart, votes, linked),
    )
    by_form = {(i, j) for i, j in formal if i is not None and j is not None}
    pairs = _pairs(known, by_form, found.leaves.wording.matrix)
    traits = None if votes is None else candidate_traits(ours, theirs, found, likely, votes)
    near = nearness(evidence.matrix, traits, formal)
    return Alignment(base=base, target=target, links=_links(pairs, near, ours.units, theirs.units))


def _refuse_too_large(base: Document, target: Document) -> None:
    ours, theirs = (len(side(document).cut_leaves.texts) for document in (base, target))
    if ours * theirs > _MOST_PAIRS:
        one, other = base.source.origin, target.source.origin
        raise TooLargeError(
            en=f"{one}, {other}: the texts are too long to be laid beside each other ({ours:,} and {theirs:,} "
            "sentences). Split them into single rules.",
            zh=f"{one}、{other}：文本过长，无法逐条对照（各 {ours:,} 句、{theirs:,} 句）。请拆分为单个规定。",
        )


def _thresholds(known: Known) -> Thresholds:
    """The least evidence for a link between documents in these languages."""
    if known.base.language != known.target.language:
        return ACROSS_LANGUAGES
    return CHINESE if known.base.language == "zh" else ENGLISH


def _pairs(known: Known, by_form: Pairs, wording: Matrix) -> list[Pair]:
    """The pairs of leaves that are linked; of what speaks for one the most certain is what it rests on.

    `wording` is the evidence of their words alone."""
    base, target, least = known.base.units, known.target.units, _thresholds(known)
    by_words = linked_leaves(known, least.inside)
    prose = _prose(base, {i for i, _ in known.same}), _prose(target, {j for _, j in known.same})
    basis = _but_for_idle({pair: _plain(pair, known, wording, least) for pair in by_words}, known)
    basis |= dict.fromkeys(introductions_of_linked_items(by_words, base, target), "structure")
    sure = {pair for pair, rests_on in basis.items() if rests_on != "doubtful"}
    basis |= dict.fromkeys(beside_their_items(sure, basis.keys() - sure, base, target), "structure")
    basis |= dict.fromkeys(_restated_in_prose(known.evidence, *prose, least.restated), "restatement")
    basis |= dict.fromkeys(by_form, "role")
    basis |= dict.fromkeys(known.same, "quotation" if any(prose) else "text")
    return [
        Pair(i=i, j=j, score=float(wording[i, j]), basis=basis[i, j], equal=(i, j) in known.same)
        for i, j in sorted(basis)
    ]


def _plain(pair: tuple[int, int], known: Known, wording: Matrix, least: Thresholds) -> Basis:
    """What a pair rests on that was found by words: where these are too few, or the two unlikely, it is doubtful."""
    units = known.base.units.owner[pair[0]], known.target.units.owner[pair[1]]
    likely = known.linked.get(units, 0.0)
    if known.likely is not None and likely:
        is_doubtful = known.likely[pair] < _LIKELY
    else:
        is_doubtful = wording[pair] < (least.faint if likely >= _SURELY else least.sure)
    if is_doubtful:
        return "doubtful"
    return "text" if known.base.language == known.target.language else "translation"


def _but_for_idle(basis: dict[tuple[int, int], Basis], known: Known) -> dict[tuple[int, int], Basis]:
    """Without the doubtful pairs that nothing asks for: both leaves have a sure one, and so have their units."""
    owner = known.base.units.owner, known.target.units.owner
    sure = [pair for pair, rests_on in basis.items() if rests_on != "doubtful"]
    told = {i for i, _ in sure}, {j for _, j in sure}
    joined = {(owner[0][i], owner[1][j]) for i, j in sure}
    return {
        (i, j): rests_on
        for (i, j), rests_on in basis.items()
        if rests_on != "doubtful" or i not in told[0] or j not in told[1] or (owner[0][i], owner[1][j]) not in joined
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


def _chosen_among(leaves: Evidence, rows: Sequence[int], columns: Sequence[int], least: float) -> set[tuple[int, int]]:
    """The pairs chosen from some leaves of the base and some of the target, as if the others were not there."""
    matrix = np.zeros_like(leaves.matrix)
    matrix[np.ix_(rows, columns)] = leaves.matrix[np.ix_(rows, columns)]
    return {(i, j) for i, j, _ in chosen(leaves, matrix, least)}


def _links(pairs: list[Pair], near: Scores, base: Units, target: Units) -> tuple[Link, ...]:
    found = groups(pairs)
    out_of_order = moved(found)
    linked = [(group, _link(group, base, target, moved=k in out_of_order)) for k, group in enumerate(found)]
    taken_base = {i for group in found for i in group.base}
    taken_target = {j for group in found for j in group.target}
    omitted = {
        i: Link(base=(leaf.eid,), target=(), basis="none", score=0.0, candidates=nearest(near[i], target))
        for i, leaf in enumerate(base.leaves)
        if i not in taken_base
    }
    added = {
        j: Link(base=(), target=(leaf.eid,), basis="none", score=0.0, candidates=nearest(near[:, j], base))
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
