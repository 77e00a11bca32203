"""Words that only moved within a row are shown as moved."""

from __future__ import annotations

import pytest

from policydiff.model import Edit
from policydiff.redline import edits, with_moves


def moved(base: str, target: str) -> dict[int, list[str]]:
    """For each move the words at both of its places."""
    out: dict[int, list[str]] = {}
    for edit in with_moves(edits(base, target)):
        if edit.move:
            out.setdefault(edit.move, []).append(f"{edit.op} {edit.text}")
    return out


CLAUSE = "理发店应当每月公开账目"


def test_a_clause_that_changed_places_is_one_move() -> None:
    base = f"{CLAUSE}，胡须剪刀、胡须刷和围布由分会统一登记编号后发放。"
    target = f"胡须剪刀、胡须刷和围布由分会统一登记编号后发放，{CLAUSE}。"
    assert moved(base, target) == {1: [f"delete {CLAUSE}", f"insert {CLAUSE}"]}


def test_a_short_element_of_a_list_that_moved_is_marked() -> None:
    base = "禁止携带：假胡须道具、剃刀、剪刀、镊子、染膏。"
    target = "禁止携带：剃刀、剪刀、镊子、染膏、假胡须道具。"
    assert list(moved(base, target)) == [1]


def test_the_redline_still_spells_both_sides() -> None:
    base = f"{CLAUSE}，剪刀由分会登记编号后发放，围布每日清洗。"
    target = f"剪刀由分会统一登记编号后发放，围布逐日清洗，{CLAUSE}，违者警告。"
    marked = with_moves(edits(base, target))
    assert "".join(edit.text for edit in marked if edit.op != "insert") == base
    assert "".join(edit.text for edit in marked if edit.op != "delete") == target
    assert any(edit.move for edit in marked)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("分会应当登记剪刀。", "剪刀应当由分会登记。"),
        (f"{CLAUSE}。", f"{CLAUSE}。"),
        ("蓄须者应当每月修剪。", "理发店应当每日清扫店堂。"),
        ("", f"{CLAUSE}。"),
    ],
)
def test_short_words_and_what_did_not_move_bear_no_mark(base: str, target: str) -> None:
    assert moved(base, target) == {}


@pytest.mark.parametrize(("again", "numbers"), [("", {0, 1}), (f"，{CLAUSE}", {0})])
def test_what_stands_in_several_places_is_a_name_and_no_passage_that_moved(again: str, numbers: set[int]) -> None:
    redline = (
        Edit(op="delete", text=f"{CLAUSE}，"),
        Edit(op="keep", text=f"围布每日清洗{again}"),
        Edit(op="insert", text=f"，{CLAUSE}"),
    )
    assert {edit.move for edit in with_moves(redline)} == numbers


@pytest.mark.parametrize("before", ["", "当", "凡是", "应当在", "店主应当", "店主们应当"])
def test_a_long_run_that_is_no_clause_by_itself_is_marked_wherever_it_begins(before: str) -> None:
    run = "每月修剪胡须并且清洗围布"
    redline = (
        Edit(op="delete", text=f"{before}{run}时"),
        Edit(op="keep", text="，店堂应当敞亮，"),
        Edit(op="insert", text=f"他{run}者"),
    )
    assert [edit.text for edit in with_moves(redline) if edit.move] == [run, run]
