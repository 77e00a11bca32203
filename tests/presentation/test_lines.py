"""A comparison as a reader meets it, line by line."""

from __future__ import annotations

from dataclasses import replace

from tests.cats import redline
from tests.texts import parsed

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.model import Comparison, Edit, Finding
from policydiff.presentation.contents import contents
from policydiff.presentation.lines import table


def test_each_side_of_a_row_reads_as_its_document_does(compared: Comparison) -> None:
    shown = table(compared)
    for reading, side in ((shown.base, "base"), (shown.target, "target")):
        for line in shown.lines:
            for cell in getattr(line, side):
                assert "".join(edit.text for edit in cell.edits) == reading.text(cell.eid)


def test_a_leaf_has_its_anchor_in_the_first_row_it_stands_in_and_in_no_other(compared: Comparison) -> None:
    twice = replace(compared, rows=(*compared.rows, compared.rows[0]))
    anchors = [cell.anchor for line in table(twice).lines for cell in (*line.base, *line.target) if cell.anchor]
    assert len(anchors) == len(set(anchors))
    assert {"base-art_1", "target-preamble"} <= set(anchors)
    assert table(twice).lines[-1].permalink == f"row-{len(twice.rows)}"


def test_the_headings_above_a_leaf_are_said_once_until_they_change(compared: Comparison) -> None:
    shown = table(compared)
    trails = [cell.trail for line in shown.lines for cell in line.base]
    assert trails[0] == ("第一章 总则",)
    assert trails[1] == ()
    assert [trail for trail in trails if trail] == [("第一章 总则",), ("第二章 行为规范与责任",)]


def test_what_names_the_columns_of_a_table_is_said_above_its_rows() -> None:
    text = "第一章 总则\n第一条 收费如下：\n项目\t标准\n修剪\t十元\n染须\t二十元\n第二条 须刷免费。\n"
    document = parsed(text)
    trails = [cell.trail for line in table(compare(align(document, document))).lines for cell in line.base]
    assert trails == [("第一章 总则",), ("第一章 总则", "项目\t标准"), (), ("第一章 总则",)]


def test_splits_and_mergers_are_named(compared: Comparison) -> None:
    assert [line.shape for line in table(compared).lines] == ["", "", "", "merged", "", "", "split", ""]


def test_marks_count_the_rows_that_bear_them_and_what_is_read_first_and_doubts_come_first(compared: Comparison) -> None:
    assert table(compared).marks == {"weighty": 2, "split": 1, "merged": 1, "moved": 1}
    first, *others = compared.rows
    doubtful = replace(first, link=first.link._replace(basis="doubtful"))
    marks = table(replace(compared, rows=(*others, doubtful))).marks
    assert list(marks.items())[1] == ("doubtful", 1)


def test_in_a_pair_in_doubt_only_a_power_newly_set_is_read_first(compared: Comparison) -> None:
    first, *_ = compared.rows
    number = Finding(type="number", base="三日", target="五日", message="", rule="number")
    power = replace(number, type="added-duty", base="", rule="new-penalty")
    in_doubt = first.link._replace(basis="doubtful")
    for link, finding, is_first in (
        (first.link._replace(basis="text"), number, True),
        (in_doubt, number, False),
        (in_doubt, power, True),
    ):
        shown = table(replace(compared, rows=(replace(first, link=link, findings=(finding,)),)))
        assert ("weighty" in shown.lines[0].marks) == is_first


def test_findings_are_counted_by_type_on_rows_and_on_the_whole(compared: Comparison) -> None:
    shown = table(compared)
    assert shown.found == {"actor": 1, "modality": 1, "number": 1, "dropped-duty": 1, "drafting": 1}
    assert sum(shown.found.values()) == shown.to_check
    (named,) = [line.place for line in shown.lines if shown.named_by_whole(line)]
    assert shown.lines[named - 1].row.link.target == ("lvl_2__lvl_3",)


def test_what_reviewers_did_is_counted_after_what_was_found(reviewed: Comparison) -> None:
    shown = table(reviewed)
    assert list(shown.marks.items())[-4:] == [("reviewed", 3), ("noted", 1), ("dismissed", 1), ("stale", 1)]
    assert "modality" not in shown.found
    assert (shown.to_check, shown.dismissed) == (3, 2)


def test_a_remark_and_what_was_taken_from_a_row_that_stands_leave_it_to_be_reviewed(reviewed: Comparison) -> None:
    paired, alone = reviewed.rows[0], reviewed.rows[4]
    remark, rejected = reviewed.rows[5].decisions[0], alone.decisions[1]
    for row, settled in ((paired, False), (alone, True)):
        assert not replace(row, decisions=(remark,)).settled
        assert replace(row, decisions=(rejected,)).settled == settled


def test_a_stale_decision_is_at_the_line_of_what_is_left_of_its_provisions(reviewed: Comparison) -> None:
    shown = table(reviewed)
    assert [[one.decision.number for one in line.stale] for line in shown.lines] == [[]] * 7 + [[8]]
    changed, gone = (shown.line_of(one.decision) for one in reviewed.stale)
    assert changed is shown.lines[7]
    assert gone is None


def test_the_contents_name_annexes_and_their_articles_and_no_rows_of_tables() -> None:
    text = "第一条 收费：\n项目\t金额\n附件1\n胡须登记表\n姓名\t住址\n附件2：守则\n第一条 不得染须。\n"
    headings = contents(parsed(text))
    assert [(one.num, one.words, one.depth) for one in headings] == [
        ("第一条", "收费：", 0),
        ("附件1", "胡须登记表", 0),
        ("附件2", "守则", 0),
        ("第一条", "不得染须。", 1),
    ]


def test_the_contents_stop_at_the_article(compared: Comparison) -> None:
    headings = contents(compared.base)
    assert [(heading.num, heading.depth) for heading in headings[:4]] == [
        ("第一章", 0),
        ("第一条", 1),
        ("第二条", 1),
        ("第二章", 0),
    ]
    assert headings[0].words == "总则"


def test_rows_that_differ_in_punctuation_alone_are_told_apart(compared: Comparison) -> None:
    lines = table(compared).lines
    assert not any(line.in_form_alone for line in lines)
    edits = redline("猫[-，-]{+,+}")
    assert replace(lines[2], row=replace(lines[2].row, edits=edits)).in_form_alone


def test_nothing_is_said_to_be_taken_where_a_reviewer_decided(compared: Comparison, reviewed: Comparison) -> None:
    assert [line.taken for line in table(compared).lines if line.taken] == [("第二条第二款",)]
    assert [line.taken for line in table(reviewed).lines if line.taken] == []


def test_a_moved_line_and_the_one_it_was_moved_behind_know_each_other(compared: Comparison) -> None:
    shown = table(compared)
    assert [[(way.direction, way.label, way.anchor) for way in shown.ways(line)] for line in shown.lines[2:7:4]] == [
        [("after", "二（二）", "target-lvl_2__lvl_2")],
        [("before", "二（三）", "target-lvl_2__lvl_3")],
    ]
    assert sum(len(shown.ways(line)) for line in shown.lines) == 2


def test_the_lines_that_share_a_provision_know_each_other(compared: Comparison) -> None:
    shown = table(replace(compared, rows=(*compared.rows[:2], compared.rows[1])))
    assert [(way.direction, way.label, way.anchor) for way in shown.ways(shown.lines[1])] == [
        ("also", "第二条", "row-3"),
        ("also", "一（一）", "row-3"),
    ]


def test_a_table_says_of_the_very_words_on_both_sides_that_they_are_the_same(compared: Comparison) -> None:
    lines = table(compared).lines
    assert [line.place for line in lines if line.same] == [3]  # 第三条 is merged, and its rows are not
    wrong = redline("问[-题-]{+提+}")
    assert not replace(lines[2], row=replace(lines[2].row, edits=wrong)).same


def test_a_wrong_character_is_more_than_form(compared: Comparison) -> None:
    line = table(compared).lines[2]
    slip = redline("[-间-]{+问+}题")
    blank = redline("[-（-]{+(+}题")
    said = [replace(line, row=replace(line.row, edits=edits)).in_form_alone for edits in (slip, blank)]
    assert said == [False, True]


def test_what_differs_in_form_alone_is_marked_where_nothing_else_differs(compared: Comparison) -> None:
    row = compared.rows[2]
    words = row.edits[0].text.removesuffix("。")
    edits = (Edit(op="keep", text=words), Edit(op="delete", text="。"), Edit(op="insert", text="."))
    alone, among = table(
        replace(compared, rows=(replace(row, edits=edits), replace(row, status="changed", edits=edits)))
    ).lines
    assert [edit.op for edit in alone.base[0].edits] == ["keep", "delete"]
    assert [edit.op for edit in among.base[0].edits] == ["keep"]


def test_a_table_of_which_only_a_rewritten_row_has_moves_marks_none(compared: Comparison) -> None:
    moved = Edit(op="delete", text="猫应当登记", move=1), Edit(op="insert", text="猫应当登记", move=1)
    for kept in ("", "家中养猫的人"):
        edits = (*((Edit(op="keep", text=kept),) if kept else ()), *moved)
        shown = table(replace(compared, rows=(replace(compared.rows[2], status="changed", edits=edits),)))
        assert (shown.lines[0].rewritten, shown.has_moves) == (not kept, bool(kept))
