"""Rows that name the columns of a table, and rows that say something."""

from __future__ import annotations

import pytest
from tests.texts import parsed

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.ingest import markdown
from policydiff.model import Document, Source
from policydiff.parsing import parse


def read(*rows: str) -> Document:
    text = "第一条 标准如下：\n" + "\n".join(rows) + "\n第二条 胡须应当整洁。\n"
    return parsed(text)


def heads(document: Document) -> list[str]:
    return [one.heading for one in document.walk() if one.level == "row" and one.heading]


@pytest.mark.parametrize(
    "rows",
    [
        ("序号\t事项\t依据", "1\t修剪\t本办法第一条"),
        ("编号\t名称", "（一）\t山羊须"),
        ("项目\t标准", "修剪上唇\t十元"),
        ("违法行为\t处罚依据\t裁量标准", "未梳须的\t本办法\t处200元罚款"),
        ("种类\t费用\t备注", "山羊须\t20元\t含税"),
        ("收费项目\t单位\t标准", "登记费\t每人\t10元"),
    ],
)
def test_a_row_that_only_names_the_columns_is_a_heading(rows: tuple[str, ...]) -> None:
    document = read(*rows)
    assert heads(document) == [rows[0]]
    assert rows[0] not in [leaf.text for leaf in document.leaves()]


def test_cells_of_a_row_stay_apart_empty_ones_too() -> None:
    head = "第一条 收费如下：\n\n| 类别 | | 单位 | 标准 |\n|---|---|---|---|\n"
    text = head + "| 须 | | 每次 | 20元 |\n| | 长须 | | 30 元 |\n"
    made = parsed(text, hints=markdown.hints(text))
    assert [leaf.text for leaf in made.leaves()][-2:] == ["须\t\t每次\t20元", "\t长须\t\t30 元"]
    assert [leaf.text for leaf in read("须\t\t每次", "短须\t五元").leaves()][1] == "须\t\t每次"


@pytest.mark.parametrize(
    "rows",
    [
        ("甲类\t免费", "乙类\t200元"),  # says what is free of charge
        ("项目\t金额（元）", "修剪\t20"),  # the unit may change
        ("名称\t须梳\t须剪", "数量\t3把\t1把"),  # rows are named, not columns
        ("姓名\t住址\t须长", "申请人：\t日期："),  # a form asks for these
        ("项目\t地点\t单位", "内容\t3天\t1人"),
        ("对象\t留须的老人", "补贴\t300元"),  # says for whom
        ("条件\t本市户籍", "补贴\t300元"),
        ("项目\t每次", "修剪上唇\t十元"),  # may be every month
        ("项目\t成人\t儿童", "修剪\t20元\t10元"),
        ("序号\t项目\t儿童", "1\t修剪\t10元"),
        ("项目\t最高标准", "修剪\t20元"),
        ("处罚对象\t单位", "罚款\t3万元"),  # says who is fined
        ("序号\t事项", "修剪\t理发店"),
        ("项目\t标准",),
    ],
)
def test_a_row_that_may_say_something_is_a_provision(rows: tuple[str, ...]) -> None:
    assert heads(read(*rows)) == []


def test_a_row_that_names_the_columns_again_on_another_page_is_a_heading_too() -> None:
    assert heads(read("序号\t事项", "1\t修剪", "序号\t事项", "2\t染须")) == ["序号\t事项"] * 2


def test_the_rows_below_a_heading_keep_their_places() -> None:
    rows = [one for one in read("序号\t事项", "1\t修剪", "2\t染须").leaves() if one.level == "row"]
    assert [row.eid[-5:] for row in rows] == ["row_2", "row_3"]


def test_a_row_that_names_columns_is_neither_added_nor_omitted() -> None:
    base, target = read("序号\t事项", "1\t修剪"), read("1\t修剪")
    assert compare(align(base, target)).summary()["omitted"] == 0
    assert compare(align(target, base)).summary()["added"] == 0


def test_the_bars_of_markdown_part_the_names_of_columns() -> None:
    text = "第一条 收费如下：\n\n| 项目 | 标准 |\n|---|---|\n| 修剪 | 20元 |\n"
    source = Source(text=text, origin="", sha256="", language="zh", hints=markdown.hints(text))
    assert heads(parse(source)) == ["项目\t标准"]


def test_an_article_below_a_row_that_ends_in_a_citation_is_not_cited() -> None:
    document = read("1\t修剪\t本办法第一条", "2\t染须\t本办法第一条")
    assert [one.num for one in document.provisions] == ["第一条", "第二条"]
    assert document.problems == ()


@pytest.mark.parametrize(("said", "changed"), [("每次", "每月"), ("儿童", "老人"), ("最低标准", "最高标准")])
def test_what_changes_in_a_first_row_that_says_something_is_told(said: str, changed: str) -> None:
    base, target = read(f"项目\t{said}", "修剪\t20元"), read(f"项目\t{changed}", "修剪\t20元")
    comparison = compare(align(base, target))
    assert comparison.summary()["changed"] == 1
    assert comparison.all_findings()


def test_a_tab_behind_a_stop_in_a_numbered_sentence_parts_no_cells() -> None:
    text = "办法\n第一条 会议应当报告；\t也可以登记。\n第二条 收费如下：\n（一）梳须\t十元\n（二）剪须\t五元\n"
    leaves = parsed(text).leaves()
    assert [leaf.text for leaf in leaves] == ["会议应当报告； 也可以登记。", "收费如下：", "梳须\t十元", "剪须\t五元"]
