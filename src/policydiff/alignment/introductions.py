"""What introduces a list stands beside what its items stand beside.

An introduction says too little to be known by its words (应当履行下列职责); its items tell where it belongs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set

from policydiff.alignment.units import Units

Pairs = Set[tuple[int, int]]

_SEVERAL = 2  # items that one leaf answers, so that it answers what introduces them as well


def introductions_of_linked_items(found: Pairs, base: Units, target: Units) -> set[tuple[int, int]]:
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


def beside_their_items(sure: Pairs, doubtful: Pairs, base: Units, target: Units) -> set[tuple[int, int]]:
    """Introductions without a sure counterpart, on either side, each beside the leaf outside any list that surely
    answers more than half of its linked items: several of them, or one if the two are a doubtful pair already."""
    turned = {(j, i) for i, j in sure}, {(j, i) for i, j in doubtful}
    of_target = {(i, j) for j, i in _beside_items(*turned, target, base)}
    return {*_beside_items(sure, doubtful, base, target), *of_target}


def _beside_items(sure: Pairs, doubtful: Pairs, own: Units, other: Units) -> Iterator[tuple[int, int]]:
    """The introductions of the first document."""
    answered = {i for i, _ in sure}
    of_items = [(above, j) for i, j in sure if (above := own.above[i]) is not None and own.leaves[i].num]
    linked = Counter(above for above, _ in of_items)
    for (above, j), count in Counter(of_items).items():
        is_prose = other.above[j] is None and above not in answered
        enough = count >= _SEVERAL or (above, j) in doubtful
        if is_prose and enough and 2 * count > linked[above]:
            yield above, j
