"""Of an omitted item it is known which others of its list are there."""

from __future__ import annotations

from typing import Any

from policydiff.model import Link, Provision, Row
from policydiff.presentation.lists import kept_of_lists

ONE, TWO, THREE = (f"art_7__point_{n}" for n in (1, 2, 3))


def row(*base: str, target: str = "", basis: Any = "text") -> Row:
    link = Link(base=base, target=(target,) if target else (), basis=basis, score=0.9)
    return Row(link=link, status="changed" if target else "omitted")


def kept(*rows: Row, last: str = "倒卖胡须。") -> dict[str, tuple[str, ...]]:
    texts = {"art_7": "不得有下列行为：", ONE: "夜间修剪；", TWO: "在食堂梳须；", THREE: last}
    leaves = [Provision(eid=eid, level="point", num="", text=text) for eid, text in texts.items()]
    return dict(kept_of_lists(rows, leaves))


def test_an_omitted_item_knows_the_items_of_its_list_that_are_kept_in_their_order() -> None:
    assert kept(row(THREE, target="art_6"), row(TWO), row(ONE, target="art_5")) == {TWO: (ONE, THREE)}


def test_a_list_of_which_one_item_is_kept_or_another_list_or_a_doubtful_pair_proves_nothing() -> None:
    assert kept(row(ONE), row(TWO), row(THREE, target="art_6")) == {}
    assert kept(row(ONE), row("art_8__point_1", target="art_5"), row("art_8__point_2", target="art_5")) == {}
    assert kept(row(ONE), row(TWO, target="art_5", basis="doubtful"), row(THREE, target="art_6")) == {}
    assert kept(row("art_7__para_1"), *(row(f"art_7__para_{n}", target="art_5") for n in (2, 3))) == {}


def test_an_item_that_only_leaves_the_list_open_is_not_missed() -> None:
    rows = row(ONE, target="art_5"), row(TWO, target="art_6"), row(THREE)
    assert kept(*rows) == {THREE: (ONE, TWO)}
    for last in (
        "其他违反规定的行为。",
        "法律、行政法规规定的其他行为。",
        "法律、行政法规规定店主可以拒绝修剪的其他情形。",
        "other acts that violate the rules.",
    ):
        assert kept(*rows, last=last) == {}
    assert kept(*rows, last="按照规定修剪的，其他时间染须；") != {}


def test_items_that_are_restated_in_one_sentence_are_kept_and_one_beside_the_words_before_its_list_may_not_be() -> None:
    assert kept(row("art_7", ONE, TWO, target="art_5"), row(THREE)) == {THREE: (ONE, TWO)}
    assert kept(row("art_7", ONE, target="art_5"), row(TWO, target="art_6"), row(THREE)) == {}


def test_a_list_of_which_more_is_missing_than_there_is_not_restated() -> None:
    texts = {f"art_7__point_{n}": f"第{n}种行为；" for n in range(1, 6)}
    one, two, *others = texts
    leaves = [Provision(eid=eid, level="point", num="", text=text) for eid, text in texts.items()]
    there = row(one, target="art_5"), row(two, target="art_6")
    assert kept_of_lists([*there, *map(row, others[:2])], leaves) == dict.fromkeys(others[:2], (one, two))
    assert kept_of_lists([*there, *map(row, others)], leaves) == {}
