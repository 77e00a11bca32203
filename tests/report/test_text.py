"""A comparison on the terminal: complete, in colour or not, and never a way for a text to steer the terminal."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.decided import decision, dismissed

from policydiff.messages import message
from policydiff.model import (
    Basis,
    Candidate,
    Comparison,
    Document,
    Edit,
    Finding,
    Source,
    StaleDecision,
)
from policydiff.parsing import parse
from policydiff.report.criteria import asks
from policydiff.report.terminal import Run, paint, paragraph, visible, width
from policydiff.report.text import document, render, residue
from policydiff.wording import STALE, VERDICT

COLOUR = re.compile(r"\x1b\[[0-9;]+m")


def test_without_colour_the_marks_say_what_went_and_what_came(comparison: Comparison) -> None:
    shown = render(comparison, colour=False, ui="zh")
    assert "≠ 变更  第二条 → 第二条  (结构位置、移位)" in shown
    assert "蓄须者[-应当-]{+可以+}每月修剪一次。" in shown
    assert "\x1b" not in shown


def test_with_colour_what_went_is_struck_and_what_came_is_underlined(comparison: Comparison) -> None:
    shown = render(comparison, colour=True, ui="zh")
    assert "\x1b[31;9m应当\x1b[0m\x1b[32;4m可以\x1b[0m" in shown
    assert "[-" not in shown


@pytest.mark.parametrize(
    ("colour", "shown"),
    [
        (False, "[-每月修剪→1-]，{+1→每月修剪+}"),
        (True, "\x1b[31;9m每月修剪→1\x1b[0m，\x1b[32;4m1→每月修剪\x1b[0m"),
    ],
)
def test_what_moved_bears_the_number_of_its_other_place(colour: bool, shown: str) -> None:
    runs = [
        Run(text="每月修剪", style="delete", move=1),
        Run(text="，"),
        Run(text="每月修剪", style="insert", move=1),
    ]
    assert paint(runs, colour=colour) == shown
    assert paragraph(runs, columns=None, indent=0, colour=colour) == [shown]


def test_the_head_names_both_texts_and_counts_every_status(comparison: Comparison) -> None:
    lines = render(comparison, colour=False, ui="en").splitlines()
    assert lines[0] == "Superior rule  胡须管理办法"
    assert lines[1] == "This rule      某街道胡须管理细则"
    assert "= unchanged 1   ≠ changed 1   − omitted 1   + added 1" in lines


def test_the_head_counts_the_findings_by_kind_and_lists_the_powers_that_seem_newly_set(
    comparison: Comparison,
) -> None:
    fine = Finding(type="added-duty", base="", target="设立胡须节", message="", rule="new-penalty")
    rows = (*comparison.rows[:-1], replace(comparison.rows[-1], findings=(fine,)))
    head, below = render(replace(comparison, rows=rows), colour=False, ui="zh").split("\n= 一致  第一条", 1)
    assert "\n待核对 3 条提示：新设 1、义务强度 1、文字 1\n" in head
    assert "禁止等（1 条）\n  !! 第三条 疑似新设处罚：“设立胡须节”\n" in head
    assert "疑似新设行政处罚" in below


def test_a_text_that_only_quotes_omits_nothing(comparison: Comparison) -> None:
    shown = render(comparison, colour=False, ui="zh", lack="unquoted")
    assert shown.splitlines()[:2] == ["上位法  胡须管理办法", "本文    某街道胡须管理细则"]
    assert "\n· 未引用  第三条\n" in shown
    assert "遗漏" not in shown


def test_two_rules_of_one_kind_owe_each_other_nothing(comparison: Comparison) -> None:
    lost = Finding(type="dropped-duty", base="每月", target="", message="", rule="dropped-duty")
    rows = (*comparison.rows[:1], replace(comparison.rows[1], findings=(lost,)), *comparison.rows[2:])
    shown = render(replace(comparison, rows=rows), colour=False, ui="zh", lack="unrelated")
    assert shown.splitlines()[:2] == ["基准文本  胡须管理办法", "对照文本  某街道胡须管理细则"]
    assert "\n− 未见  第三条\n" in shown
    assert "基准文本的“每月”" in shown


def test_every_status_that_occurs_shows_in_the_bar(comparison: Comparison) -> None:
    many = replace(comparison, rows=comparison.rows[:1] * 500 + comparison.rows[1:])
    bar = render(many, colour=False, ui="zh").splitlines()[3]
    assert set(bar) == set("=≠−+")


def test_an_omission_shows_its_words_and_what_was_considered(comparison: Comparison) -> None:
    shown = render(comparison, colour=False, ui="zh")
    assert "− 遗漏  第三条\n  禁止在食堂梳须。\n  最接近：第三条 0.31\n" in shown
    assert "+ 新增  第三条\n  设立胡须节。\n" in shown


@pytest.mark.parametrize(("score", "said"), [(0.3, True), (0.29, False)])
def test_a_near_provision_that_stands_against_another_is_said_to_be_taken(
    comparison: Comparison, score: float, said: bool
) -> None:
    rows = list(comparison.rows)
    rows[2] = replace(rows[2], link=rows[2].link._replace(candidates=(Candidate(eid="art_1", score=score),)))
    near = replace(comparison, rows=tuple(rows))
    assert (
        "  第一条未认定为对应：它已与第一条对应，再与本条对应的可能性不足。\n" in render(near, colour=False, ui="zh")
    ) == said
    english = "第一条 was not taken: it answers 第一条, and hardly answers this one as well."
    assert (english in render(near, colour=False, ui="en")) == said


@pytest.mark.parametrize(("basis", "word"), [("quotation", "引文"), ("restatement", "转述")])
def test_a_row_that_quotes_or_restates_says_so_behind_its_labels(
    comparison: Comparison, basis: Basis, word: str
) -> None:
    rows = list(comparison.rows)
    rows[0] = replace(rows[0], link=rows[0].link._replace(basis=basis))
    assert f"= 一致  第一条 → 第一条  ({word})\n" in render(
        replace(comparison, rows=tuple(rows)), colour=False, ui="zh"
    )


def test_a_finding_quotes_both_sides(comparison: Comparison) -> None:
    modal = Finding(type="modality", base="应当", target="可以", message="", rule="modality")
    slip = Finding(type="drafting", base="", target="三、", message="", rule="numbering", eid="art_3")
    row = replace(comparison.rows[1], findings=(modal,))
    shown = render(replace(comparison, rows=(row,), findings=(slip,)), colour=False, ui="zh")
    assert f"! 义务强度：{message('modality', '应当', '可以', 'zh')}\n" in shown
    assert f"! 文字 第三条：{message('numbering', '', '三、', 'zh')}\n" in shown.split("对全文的提示")[1]


def test_what_is_asked_of_several_findings_of_a_rule_is_said_once(comparison: Comparison) -> None:
    actors = tuple(
        Finding(type="actor", base=base, target=target, message="", rule="actor")
        for base, target in (("理发店", "美发店"), ("市", "街道"))
    )
    shown = render(replace(comparison, rows=(replace(comparison.rows[1], findings=actors),)), colour=False, ui="zh")
    assert f"  ! 主体：“理发店” → “美发店”；“市” → “街道”。{asks('actor', 'zh')}\n" in shown


def test_what_came_nowhere_near_an_omission_is_named_without_a_score(comparison: Comparison) -> None:
    link = comparison.rows[2].link._replace(candidates=(Candidate(eid="art_2", score=0.04),))
    shown = render(replace(comparison, rows=(replace(comparison.rows[2], link=link),)), colour=False, ui="zh")
    assert "  相近条款：未见。\n" in shown


def test_marks_of_a_redline_stay_with_its_words_where_a_line_breaks() -> None:
    runs = [Run(text="胡须应当整洁"), Run(text="美观大方得体", style="insert"), Run(text="。")]
    for columns in range(20, 34):
        for line in paragraph(runs, columns=columns, indent=0, colour=False):
            assert not line.endswith(("{", "{+"))
            assert not line.startswith(("+}", "}"))


def test_what_reviewers_decided_is_told_with_their_reasons(comparison: Comparison) -> None:
    said = {"reason": "语气\x1b相同", "by": "王某"}
    decisions = decision("confirm", **said), decision("reject", **said)
    row = replace(dismissed(comparison, decision(**said)), decisions=decisions)
    stale = StaleDecision(decision=decision("pair", **said), why="changed")
    shown = render(replace(comparison, rows=(row,), stale=(stale,)), colour=False, ui="zh")
    assert f"✓ {VERDICT['confirm']['zh']}：语气\\x1b相同（王某）\n" in shown
    assert f"✓ {VERDICT['reject']['zh']}：第二条 → 第二条；语气\\x1b相同（王某）\n" in shown
    assert f"✓ {VERDICT['dismiss']['zh']} 义务强度：“应当” → “可以”；语气\\x1b相同（王某）\n" in shown
    assert "! 义务强度" not in shown
    why = f"{STALE['changed']['zh']}；语气\\x1b相同（王某）\n"
    assert f"3  {VERDICT['pair']['zh']}  第二条 → 第二条：{why}" in shown.split("不再应用")[1]


def test_the_shape_of_a_row_is_called_what_the_tables_call_it(comparison: Comparison) -> None:
    link = comparison.rows[1].link._replace(basis="text", moved=False)
    shapes = {
        (("art_1", "art_2"), ("art_2",)): "合并",
        (("art_2",), ("art_1", "art_2")): "拆分",
        (("art_1", "art_2"), ("art_1", "art_2")): "重组",
    }
    for (base, target), word in shapes.items():
        row = replace(comparison.rows[1], link=link._replace(base=base, target=target))
        heading = render(replace(comparison, rows=(row,)), colour=False, ui="zh").splitlines()[7]
        assert heading.endswith(f"({word})")


def test_a_long_unchanged_provision_is_shortened_and_an_omitted_one_is_not(comparison: Comparison) -> None:
    assert "结合本地实际，制定本办法。" not in render(comparison, colour=False, ui="zh")
    omitted = replace(comparison.rows[2], link=comparison.rows[2].link._replace(base=("art_1",)))
    shown = render(replace(comparison, rows=(omitted,)), colour=False, ui="zh")
    assert "结合本地实际，制定本办法。" in shown


def test_a_row_across_two_languages_shows_both_sides(comparison: Comparison) -> None:
    shown = render(replace(comparison, rows=(replace(comparison.rows[1], edits=()),)), colour=False, ui="zh")
    assert "蓄须者应当每月修剪一次。\n  → 蓄须者可以每月修剪一次。" in shown


def test_across_two_languages_unchanged_is_said_to_be_no_promise(comparison: Comparison) -> None:
    same = replace(comparison, rows=(replace(comparison.rows[1], status="unchanged", edits=(), findings=()),))
    across = replace(same, target=replace(comparison.target, language="en"))
    said = "一致：两种语言之间未见差异，不等于没有差异"
    assert [said in render(one, colour=False, ui="zh") for one in (same, across)] == [False, True]


def test_no_line_is_wider_than_the_terminal(comparison: Comparison) -> None:
    shown = COLOUR.sub("", render(comparison, colour=True, ui="zh", columns=30))
    assert max(map(width, shown.splitlines())) <= 30
    assert words(shown) == words(COLOUR.sub("", render(comparison, colour=True, ui="zh")))


def words(shown: str) -> str:
    return re.sub(r"[\s█]+", "", shown)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"),
        ("\x07\x00\x7f\x9b", "\\x07\\x00\\x7f\\x9b"),
        ("\u202e\u2066\u200f", "\\u202e\\u2066\\u200f"),
        ("甲\r\n乙\t丙", "甲 乙 | 丙"),
        ("\u2028", "\\u2028"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_what_could_steer_a_terminal_shows_as_its_escape(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@given(st.text())
def test_nothing_that_steers_a_terminal_comes_through_from_a_title_a_provision_or_an_edit(text: str) -> None:
    shown = hostile(text)
    assert not [c for c in COLOUR.sub("", shown) if c != "\n" and unicodedata.category(c) in ("Cc", "Cf")]


def hostile(text: str) -> str:
    """A comparison with the text in every place, in colour."""
    from policydiff.model import Finding, Link, Provision, Row, Source

    source = Source(text=text, origin=text, sha256="", language="zh")
    leaf = Provision(eid="art_1", level="article", num=text, heading=text, text=text or "空")
    page = Document(id="", title=text, language="zh", source=source, provisions=(leaf,))
    finding = Finding(type="actor", base=text, target=text, message=text, rule=text, eid="art_1")
    row = Row(
        link=Link(base=("art_1",), target=("art_1",), basis="text", score=1.0),
        status="changed",
        edits=(Edit(op="delete", text=text), Edit(op="insert", text=text)),
        findings=(finding,),
    )
    comparison = Comparison(base=page, target=page, rows=(row,), findings=(finding,))
    return render(comparison, colour=True, ui="zh", columns=40) + document(page, colour=True, ui="en")


def test_chinese_breaks_anywhere_but_before_a_closing_mark_and_latin_words_stay_whole() -> None:
    lines = paragraph([Run(text="胡须应当整洁美观大方，beards shall be tidy。")], columns=22, indent=0, colour=False)
    assert lines == ["胡须应当整洁美观大方，", "beards shall be tidy。"]


@given(st.lists(st.sampled_from(["胡", "须", "，", "。", "beard ", "（", "）", " "]), max_size=60).map("".join))
def test_breaking_lines_loses_nothing_but_blanks(text: str) -> None:
    lines = paragraph([Run(text=text)], columns=24, indent=2, colour=False)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(line.startswith("  ") for line in lines)


def test_an_empty_run_leaves_no_marks() -> None:
    assert paint([Run(text="", style="delete"), Run(text="甲", style="insert")], colour=False) == "{+甲+}"


def test_a_document_shows_each_provision_once_as_it_is_cited(base: Document) -> None:
    shown = document(base, colour=False, ui="zh", only=frozenset({"art_2"}))
    assert shown == "胡须管理办法  (中文)\n\n第二条\n  蓄须者应当每月修剪一次。\n"


def test_the_residue_is_shown_with_place_and_reason(base: Document) -> None:
    shown = residue(base, colour=False, ui="zh")
    assert "  第 1 行  标题：胡须管理办法\n" in shown
    assert "  第 1 行  编号：胡重复\n" in shown


def test_an_oddity_names_the_provision_that_it_is_about() -> None:
    text = "胡须管理办法\n\n第一条 蓄须者应当：\n（一）修剪；\n（三）梳理。\n"
    made = parse(Source(text=text, origin="", sha256="", language="zh"))
    assert residue(made, colour=False, ui="zh").splitlines()[-1].startswith("  第 5 行  第一条第（三）项  编号：")
    assert residue(made, colour=False, ui="en").splitlines()[-1].startswith("  line 5  第一条第（三）项  numbering: ")


@pytest.mark.parametrize("colour", [False, True])
def test_no_line_begins_with_a_mark_that_closes_the_words_before_it_also_in_another_run(colour: bool) -> None:
    runs = [Run(text="甲乙丙丁戊己庚辛壬癸", style="insert"), Run(text="。子丑“"), Run(text="寅", style="delete")]
    for columns in range(20, 40):
        lines = [line.replace("\x1b[0m", "") for line in paragraph(runs, columns=columns, indent=0, colour=colour)]
        bare = [re.sub(r"\x1b\[[\d;]*m|\[-|-\]|\{\+|\+\}", "", line) for line in lines]
        assert "".join(bare) == "甲乙丙丁戊己庚辛壬癸。子丑“寅"
        assert not any(line.startswith("。") or line.endswith("“") for line in bare)
