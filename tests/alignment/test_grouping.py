"""Pairs put together: splits, mergers, moves and the order of the rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policydiff.alignment.grouping import Group, Pair, groups, in_reading_order, moved
from policydiff.model import Link


def pair(i: int, j: int, score: float = 0.5, *, equal: bool = False) -> Pair:
    return Pair(i=i, j=j, score=score, basis="text", equal=equal)


def sides(*pairs: Pair) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(group.base, group.target) for group in groups(pairs)]


def group(base: int, target: int) -> Group:
    return Group(base=(base,), target=(target,), score=1.0, basis="text")


def test_pairs_that_share_no_leaf_stay_apart() -> None:
    assert sides(pair(0, 1), pair(1, 0)) == [((0,), (1,)), ((1,), (0,))]


def test_one_leaf_with_several_is_a_split() -> None:
    assert sides(pair(0, 0), pair(0, 2)) == [((0,), (0, 2))]


def test_several_leaves_with_one_are_a_merger() -> None:
    assert sides(pair(0, 1), pair(3, 1)) == [((0, 3), (1,))]


def test_equal_words_have_a_link_of_their_own() -> None:
    assert sides(pair(0, 0, 1.0, equal=True), pair(0, 1)) == [((0,), (0,)), ((0,), (1,))]


def test_a_pair_in_doubt_is_put_with_others_in_doubt_alone() -> None:
    doubtful = [pair(0, n)._replace(basis="doubtful") for n in (1, 2)]
    assert sides(pair(0, 0), *doubtful) == [((0,), (0,)), ((0,), (1, 2))]


def test_of_a_chain_the_leaf_with_the_most_pairs_keeps_them() -> None:
    chain = (pair(0, 0), pair(1, 0), pair(2, 0), pair(2, 1))
    assert sides(*chain) == [((0, 1, 2), (0,)), ((2,), (1,))]


def test_a_groups_score_is_that_of_its_strongest_pair() -> None:
    assert [g.score for g in groups([pair(0, 0, 0.3), pair(0, 1, 0.8)])] == [0.8]


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=20))
def test_every_pair_is_in_exactly_one_group_and_every_group_is_a_star(found: set[tuple[int, int]]) -> None:
    made = groups(pair(i, j) for i, j in sorted(found))
    assert all(len(g.base) == 1 or len(g.target) == 1 for g in made)
    assert sorted((i, j) for g in made for i in g.base for j in g.target) == sorted(found)


def test_nothing_has_moved_where_the_order_is_kept() -> None:
    assert moved([group(0, 0), group(1, 1), group(2, 5)]) == set()


def test_one_that_goes_to_the_front_has_moved_and_not_those_it_passes() -> None:
    assert moved([group(0, 1), group(1, 2), group(2, 0), group(3, 3)]) == {2}


def test_links_that_share_a_leaf_of_the_target_have_not_passed_each_other() -> None:
    assert moved([group(0, 1), group(1, 1), group(2, 2)]) == set()


def test_without_links_nothing_has_moved() -> None:
    assert moved([]) == set()


@given(st.permutations(range(7)))
def test_without_the_moved_the_rest_is_in_order(order: list[int]) -> None:
    found = [group(i, j) for i, j in enumerate(order)]
    rest = [g.target[0] for k, g in enumerate(found) if k not in moved(found)]
    assert rest == sorted(rest)


def link(base: tuple[str, ...], target: tuple[str, ...]) -> Link:
    return Link(base=base, target=target, basis="text", score=0.0)


def test_rows_follow_the_base_and_added_ones_stand_behind_their_neighbour_in_the_target() -> None:
    linked = [(group(0, 2), link(("a",), ("z",))), (group(2, 0), link(("c",), ("x",)))]
    omitted = {1: link(("b",), ())}
    added = {1: link((), ("y",)), 3: link((), ("w",))}
    rows = in_reading_order(linked, omitted, added)
    assert [(row.base, row.target) for row in rows] == [
        (("a",), ("z",)), ((), ("w",)), (("b",), ()), (("c",), ("x",)), ((), ("y",))
    ]  # fmt: skip


def test_what_is_added_before_all_else_stands_first() -> None:
    rows = in_reading_order([(group(0, 1), link(("a",), ("y",)))], {}, {0: link((), ("x",))})
    assert [row.target for row in rows] == [("x",), ("y",)]
