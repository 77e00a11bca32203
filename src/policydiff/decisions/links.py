"""An alignment as the reviewers decided it: pairs taken apart, made, and kept.

    found      第三条 → 二（一）、二（二）      reject 第三条, 二（二）      第三条 → 二（一）
                                                                        (nothing) → 二（二）

Decisions are applied in the order of the file, so that a later one has the last word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from policydiff.alignment.grouping import Group, in_reading_order, moved
from policydiff.alignment.nearest import CANDIDATES
from policydiff.model import Alignment, Candidate, Decision, Document, Link, Sides

_ON_PAIRS = ("confirm", "reject", "pair")


def linked(alignment: Alignment, decisions: Iterable[Decision]) -> Alignment:
    """The alignment with what was rejected apart and what was confirmed or paired together.

    Every leaf is still in at least one link, in reading order; without a decision that changes anything the
    alignment is returned as it is.
    """
    found = [link for link in alignment.links if link.base and link.target]
    links, decided = found, set[Sides]()
    held = [decision for decision in decisions if decision.verdict in _ON_PAIRS]
    for decision in held:
        if decision.verdict == "reject":
            links = [part for link in links for part in _parted(link, decision)]
        else:
            links = _joined(links, decision, decided, alignment)
            decided.add(decision.sides)
    complete = alignment.links if links == found else _complete(alignment, links)
    told = tuple(_with_ruled_out(link, held) for link in complete)
    return alignment if told == alignment.links else replace(alignment, links=told)


def _with_ruled_out(link: Link, decisions: Sequence[Decision]) -> Link:
    """The link with those of its candidates marked that a reviewer said are no counterparts."""
    return link._replace(
        candidates=tuple(
            near._replace(ruled_out=any(_rules_out(decision, link, near) for decision in decisions))
            for near in link.candidates
        )
    )


def _rules_out(decision: Decision, link: Link, near: Candidate) -> bool:
    """Whether a decision says that a lone leaf and a candidate do not belong together: it rejects the two, or puts one
    of them together with others or with nothing."""
    base, target = (link.base, (near.eid,)) if link.base else ((near.eid,), link.target)
    names_base, names_target = not set(base).isdisjoint(decision.base), not set(target).isdisjoint(decision.target)
    if decision.verdict == "reject":
        return names_base and names_target
    return names_base != names_target


def _parted(link: Link, decision: Decision) -> Iterator[Link]:
    """The link without the pairs that were rejected: the base leaves that keep the same counterparts stay together."""
    kept: dict[tuple[str, ...], list[str]] = {}
    for leaf in link.base:
        rejected = decision.target if leaf in decision.base else ()
        kept.setdefault(tuple(eid for eid in link.target if eid not in rejected), []).append(leaf)
    for target, base in kept.items():
        if target:
            yield link._replace(base=tuple(base), target=target)


def _joined(links: list[Link], decision: Decision, decided: set[Sides], alignment: Alignment) -> list[Link]:
    """The decision's leaves in one link and in no other, but for those that other decisions have put together."""
    if any(link.sides == decision.sides for link in links):
        return links
    rest = [part for link in links for part in ((link,) if link.sides in decided else _without(link, decision))]
    if not all(decision.sides):
        return rest
    score = _known_score(alignment, decision)
    return [*rest, Link(base=decision.base, target=decision.target, basis="review", score=score)]


def _without(link: Link, decision: Decision) -> Iterator[Link]:
    base = tuple(eid for eid in link.base if eid not in decision.base)
    target = tuple(eid for eid in link.target if eid not in decision.target)
    if base and target:
        yield link._replace(base=base, target=target)


def _known_score(alignment: Alignment, decision: Decision) -> float:
    """The best score that the alignment gave any of the leaves paired; 0 where it considered none of them."""
    scores = [0.0]
    for link in alignment.links:
        near = {candidate.eid: candidate.score for candidate in link.candidates}
        if set(link.base) & set(decision.base):
            scores += [near.get(eid, link.score if eid in link.target else 0.0) for eid in decision.target]
        elif set(link.target) & set(decision.target):
            scores += [near.get(eid, 0.0) for eid in decision.base]
    return max(scores)


# ------------------------------------------------------------------------------- every leaf, in order


def _complete(alignment: Alignment, links: Sequence[Link]) -> tuple[Link, ...]:
    """All the links of an alignment whose links with two sides are these."""
    base, target = _places(alignment.base), _places(alignment.target)
    grouped = sorted(((_group(link, base, target), link) for link in links), key=lambda one: _order(one[0]))
    out_of_order = moved([group for group, _ in grouped])
    placed = [(group, link._replace(moved=k in out_of_order)) for k, (group, link) in enumerate(grouped)]
    with_base = {eid for link in links for eid in link.base}
    with_target = {eid for link in links for eid in link.target}
    lone: dict[Sides, Link] = {link.sides: link for link in alignment.links if not all(link.sides)}
    omitted: dict[int, Sides] = {place: ((eid,), ()) for eid, place in base.items() if eid not in with_base}
    added: dict[int, Sides] = {place: ((), (eid,)) for eid, place in target.items() if eid not in with_target}
    return in_reading_order(
        placed,
        {place: lone.get(sides) or _left_alone(alignment, sides) for place, sides in omitted.items()},
        {place: lone.get(sides) or _left_alone(alignment, sides) for place, sides in added.items()},
    )


def _places(document: Document) -> dict[str, int]:
    return {leaf.eid: place for place, leaf in enumerate(document.leaves())}


def _group(link: Link, base: dict[str, int], target: dict[str, int]) -> Group:
    return Group(
        base=tuple(base[eid] for eid in link.base),
        target=tuple(target[eid] for eid in link.target),
        score=link.score,
        basis=link.basis,
    )


def _order(group: Group) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return group.base, group.target


def _left_alone(alignment: Alignment, sides: Sides) -> Link:
    """A link of one leaf that has lost its counterpart; the counterpart stands as the nearest that was considered."""
    near: dict[str, float] = {}
    for link in alignment.links:
        if link.base and link.target and (set(sides[0]) & set(link.base) or set(sides[1]) & set(link.target)):
            near |= dict.fromkeys(link.target if sides[0] else link.base, link.score)
    best = sorted(near.items(), key=lambda one: -one[1])[:CANDIDATES]
    candidates = tuple(Candidate(eid=eid, score=score) for eid, score in best)
    return Link(base=sides[0], target=sides[1], basis="none", score=0.0, candidates=candidates)
