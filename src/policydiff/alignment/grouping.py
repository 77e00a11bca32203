"""Pairs of leaves → links: what belongs in one row.

Pairs that share a leaf are a split (one base leaf, several of the target) or a merger (the other way round). A leaf
stands in two links only where several meet several, or where one of its pairs is in doubt; equal words always have a
link of their own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from policydiff.model import Basis, Link


class Pair(NamedTuple):
    """Base leaf i beside target leaf j, by number. A hundred are made for two rules."""

    i: int
    j: int
    score: float
    basis: Basis
    equal: bool = False


class Group(NamedTuple):
    """Leaves, by number, that stand in one link."""

    base: tuple[int, ...]
    target: tuple[int, ...]
    score: float
    basis: Basis


def groups(pairs: Iterable[Pair]) -> list[Group]:
    """The pairs put together, each in exactly one group, ordered by the base."""
    pairs = [*pairs]
    own, other = (Counter(side) for side in ([pair.i for pair in pairs], [pair.j for pair in pairs]))
    left: dict[bool, dict[tuple[int, int], Pair]] = {False: {}, True: {}}
    out: list[Group] = []
    for pair in pairs:
        if pair.equal or own[pair.i] == other[pair.j] == 1:
            out.append(_alone(pair))
        else:
            left[pair.basis == "doubtful"][pair.i, pair.j] = pair
    for joined in (*_joined(left[False]), *_joined(left[True])):
        while len(joined) > 1:
            out.append(_group([joined.pop(key) for key in _largest_star(joined)]))
        out += map(_alone, joined.values())
    return sorted(out, key=lambda group: (group.base, group.target))


def _joined(pairs: Mapping[tuple[int, int], Pair]) -> Iterator[dict[tuple[int, int], Pair]]:
    """The pairs taken apart into those that leaves in several of them join, each in the order given."""
    of_base: dict[int, list[tuple[int, int]]] = defaultdict(list)
    of_target: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for i, j in pairs:
        of_base[i].append((i, j))
        of_target[j].append((i, j))
    place = {key: n for n, key in enumerate(pairs)}
    left = dict.fromkeys(pairs)
    while left:
        found = [left.popitem()[0]]
        for i, j in found:
            for key in (*of_base.pop(i, ()), *of_target.pop(j, ())):
                if key in left:
                    del left[key]
                    found.append(key)
        yield {key: pairs[key] for key in sorted(found, key=place.__getitem__)}


def _largest_star(pairs: dict[tuple[int, int], Pair]) -> list[tuple[int, int]]:
    """The pairs of the leaf that is in most of them; of equals, the one whose weakest pair is best, then the first."""
    stars: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for i, j in pairs:
        stars["base", i].append((i, j))
        stars["target", j].append((i, j))
    most = max(map(len, stars.values()))
    return max(
        (star for star in stars.values() if len(star) == most),
        key=lambda star: (min(pairs[key].score for key in star), -min(i + j for i, j in star)),
    )


def _alone(pair: Pair) -> Group:
    return Group((pair.i,), (pair.j,), pair.score, pair.basis)


def _group(star: list[Pair]) -> Group:
    best = max(star, key=lambda pair: pair.score)
    return Group(
        base=tuple(sorted({pair.i for pair in star})),
        target=tuple(sorted({pair.j for pair in star})),
        score=best.score,
        basis=best.basis,
    )


def moved(found: list[Group]) -> set[int]:
    """Which groups, by place in the list, are out of order in the target: those outside the longest run in order."""
    firsts = [group.target[0] for group in found]
    tails: list[int] = []
    at_tail: list[int] = []
    before: list[int | None] = []
    for k, value in enumerate(firsts):
        place = bisect_left(tails, value + 1)
        before.append(at_tail[place - 1] if place else None)
        tails[place : place + 1] = [value]
        at_tail[place : place + 1] = [k]
    in_order: set[int] = set()
    at = at_tail[-1] if at_tail else None
    while at is not None:
        in_order.add(at)
        at = before[at]
    return {k for k in range(len(found)) if k not in in_order}


def in_reading_order(
    linked: list[tuple[Group, Link]], omitted: dict[int, Link], added: dict[int, Link]
) -> tuple[Link, ...]:
    """All links by the base; an added leaf stands after the link of the leaf before it in the target."""
    rows: list[tuple[int, Link]] = [(group.base[0], link) for group, link in linked]
    rows += list(omitted.items())
    rows.sort(key=lambda row: row[0])
    place_of = {id(link): k for k, (_, link) in enumerate(rows)}
    after: dict[int, int] = {}
    for group, link in linked:
        for j in group.target:
            after.setdefault(j, place_of[id(link)])
    placed: dict[int, list[Link]] = defaultdict(list)
    place = -1
    last = max([*after, *added], default=-1)
    for j in range(last + 1):
        if j in after:
            place = after[j]
        elif j in added:
            placed[place].append(added[j])
    out = list(placed[-1])
    for k, (_, link) in enumerate(rows):
        out += [link, *placed[k]]
    return tuple(out)
