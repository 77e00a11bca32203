"""A redline is shown without a word lost, and marks nothing that is no change to a reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cats import redline

from policydiff.model import Edit, Op
from policydiff.presentation.redlines import combined, combined_for, cut, kept, side_of

OPS: dict[Op, str] = {"keep": "=", "delete": "-", "insert": "+"}


def shown(edits: tuple[Edit, ...]) -> str:
    return " ".join(f"{OPS[edit.op]}{edit.text}" for edit in edits)


def test_a_redline_is_cut_where_the_leaves_meet() -> None:
    edits = redline("猫可以睡{+觉。\n狗+}不得进入。")
    assert [shown(piece) for piece in cut(edits, ["猫可以睡觉。", "狗不得进入。"])] == [
        "=猫可以睡 +觉。",
        "+狗 =不得进入。",
    ]


def test_what_differs_in_form_alone_is_no_change_that_a_reader_is_shown() -> None:
    edits = redline("，猫[-，-]{+,+}睡[-。-]{+；狗+}叫{+ +}")
    assert shown(side_of(edits, "base")) == "=，猫 =， =睡 -。 =叫"
    assert shown(side_of(edits, "target")) == "=，猫 =, =睡 +；狗 =叫 + "
    assert shown(side_of(edits, "target", form=True)) == "=，猫 +, =睡 +；狗 =叫 + "
    assert shown(combined(edits)) == "=，猫,睡 -。 +；狗 =叫 "


def test_of_a_redline_each_leaf_has_what_is_gone_of_it() -> None:
    edits = redline("猫可以[-睡觉。\n狗-]{+喝水，+}不得[-进入-]。")
    leaves = ["猫可以睡觉。", "狗不得进入。"]
    assert shown(combined_for(edits, leaves, 0)) == "=猫可以 -睡觉。 +喝水， =不得。"
    assert shown(combined_for(edits, leaves, 1)) == "=猫可以 -狗 +喝水， =不得 -进入 =。"
    assert combined_for(edits, ["猫可以睡觉。", "鱼"], 0) == ()


def test_a_mark_that_is_gone_beside_one_that_is_kept_is_shown() -> None:
    edits = redline("，[-，-]")
    assert combined(edits) == edits


def test_a_cut_redline_keeps_what_moved_apart() -> None:
    edits = (Edit(op="insert", text="猫。\n"), Edit(op="insert", text="狗睡觉", move=2), Edit(op="insert", text="。"))
    assert cut(edits, ["猫。", "狗睡觉。"])[1] == edits[1:]


def test_a_redline_that_does_not_spell_the_leaves_leaves_them_unmarked() -> None:
    assert [shown(piece) for piece in cut((Edit(op="delete", text="鱼"),), ["猫", "狗"])] == ["=猫", "=狗"]


@given(st.lists(st.text("猫狗鱼。", min_size=1, max_size=6), min_size=1, max_size=4))
def test_cutting_loses_no_word_and_invents_none(texts: list[str]) -> None:
    ops: tuple[Op, ...] = ("keep", "insert")
    edits = [Edit(op=ops[i % 2], text=character) for i, character in enumerate("\n".join(texts))]
    assert ["".join(edit.text for edit in piece) for piece in cut(edits, texts)] == texts


@pytest.mark.parametrize(
    ("edits", "part"),
    [
        ((Edit(op="keep", text="猫"),), 1.0),
        (redline("[-猫-]{+狗+}"), 0.0),
        (redline("猫[-狗-]{+鱼鱼鱼+}"), 0.5),
    ],
)
def test_how_much_both_sides_share_is_a_part_of_the_shorter(edits: tuple[Edit, ...], part: float) -> None:
    assert kept(edits) == part


def test_blanks_that_came_or_went_are_not_marked() -> None:
    edits = redline("瘫痪{+ +}6{+ 个半+}小时")
    assert cut(edits, ["瘫痪 6 个半小时"]) == (redline("瘫痪 6{+ 个半+}小时"),)
