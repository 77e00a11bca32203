"""The comparison table before any format: its columns, its words, its marks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.report.decided import decision, dismissed
from tests.report.tables import DAY, HOSTILE, saying

from policydiff.messages import message
from policydiff.model import Candidate, Comparison, Edit, Finding
from policydiff.report import markdown
from policydiff.report.criteria import asks
from policydiff.report.strings import TABLE
from policydiff.report.terminal import Run, visible
from policydiff.report.writer import table
from policydiff.titles import cited


def test_the_columns_are_those_of_the_table_that_drafters_hand_in(comparison: Comparison) -> None:
    assert table(comparison, ui="zh", date=DAY).heads == ("序号", "上位法条文", "本规定条文", "对照类型", "说明及依据")
    assert table(comparison, ui="en", date=DAY).heads[0] == "No."


def test_every_row_stands_in_it_with_its_citation_and_its_kind(comparison: Comparison) -> None:
    lines = table(comparison, ui="zh", date=DAY).lines
    assert [(line.number, line.kind, line.shapes) for line in lines] == [
        (1, "一致", ()),
        (2, "变更", ("重点核对", "移位")),
        (3, "遗漏", ()),
        (4, "新增", ()),
    ]
    assert [passage.label for passage in lines[2].base] == ["第三条"]
    assert lines[2].target == ()


def test_a_moved_provision_says_behind_what_it_stands_now(comparison: Comparison) -> None:
    assert ("移位", "在本规定中排在第一条之后。") in heads_and_words(comparison, 1)


def test_a_provision_that_stands_in_two_rows_leads_to_the_other(comparison: Comparison) -> None:
    first, *rest = comparison.rows
    again = replace(first, link=first.link._replace(target=("art_3",), moved=False))
    shared = replace(comparison, rows=(first, again, *rest))
    assert ("另见", "第一条（序号 2）") in heads_and_words(shared, 0)
    assert ("另见", "第一条（序号 1）、第三条（序号 5）") in heads_and_words(shared, 1)


def test_what_came_nowhere_near_is_not_given_with_a_score(comparison: Comparison) -> None:
    row = comparison.rows[2]
    far = replace(row, link=row.link._replace(candidates=(Candidate(eid="art_2", score=0.01),)))
    assert heads_and_words(replace(comparison, rows=(far,)), 0) == [("相近条款", "未见。")]


def heads_and_words(comparison: Comparison, row: int) -> list[tuple[str, str]]:
    return [(note.head, note.words) for note in table(comparison, ui="zh", date=DAY).lines[row].notes]


def test_each_side_has_its_own_words_and_marks_what_the_other_has_not(comparison: Comparison) -> None:
    changed = table(comparison, ui="zh", date=DAY).lines[1]
    assert changed.base[0].runs[1] == Run(text="应当", style="delete")
    assert changed.target[0].runs[1] == Run(text="可以", style="insert")
    assert changed.base[0].text == "蓄须者应当每月修剪一次。"
    assert changed.target[0].text == "蓄须者可以每月修剪一次。"


def test_what_is_omitted_or_added_as_a_whole_is_not_marked_word_by_word(comparison: Comparison) -> None:
    rows = list(comparison.rows)
    rows[2] = replace(rows[2], edits=(Edit(op="delete", text="禁止在食堂梳须。"),))
    rows[3] = replace(rows[3], edits=(Edit(op="insert", text="设立胡须节。"),))
    lines = table(replace(comparison, rows=tuple(rows)), ui="zh", date=DAY).lines
    assert lines[2].base[0].runs == (Run(text="禁止在食堂梳须。"),)
    assert lines[3].target[0].runs == (Run(text="设立胡须节。"),)


def test_the_notes_say_what_was_found_what_the_pair_rests_on_and_what_came_near(comparison: Comparison) -> None:
    lines = table(comparison, ui="zh", date=DAY).lines
    assert [(note.head, note.words) for note in lines[1].notes] == [
        ("义务强度", "义务变为许可"),
        ("对应依据", "结构位置"),
        ("移位", "在本规定中排在第一条之后。"),
    ]
    [note] = lines[2].notes
    assert (note.head, note.words) == ("最接近", "第三条“设立胡须节”（接近程度 0.31）；均未认定为对应。")


def test_a_finding_on_an_addition_names_the_provision_that_it_quotes(comparison: Comparison) -> None:
    near = (Candidate(eid="art_3", score=0.6), Candidate(eid="art_2", score=0.3))
    finding = Finding(type="number", base="每月修剪一次", target="设立胡须节", message="请核对", rule="number")
    link = comparison.rows[3].link._replace(candidates=near)
    rows = (replace(comparison.rows[3], link=link, findings=(finding,)),)
    made = table(replace(comparison, rows=rows, findings=()), ui="zh", date=DAY)
    assert [flag.base_place for flag in made.flags] == ["第二条"]
    assert made.lines[0].notes[0].words.endswith("请核对。（相近处：第二条）")


def test_a_near_provision_that_stands_against_another_is_said_to_be_taken(comparison: Comparison) -> None:
    rows = list(comparison.rows)
    near = rows[2].link._replace(candidates=(Candidate(eid="art_2", score=0.62),))
    rows[2] = replace(rows[2], link=near)
    said = table(replace(comparison, rows=tuple(rows)), ui="zh", date=DAY).lines[2].notes[-1].words
    taken = "第二条未认定为对应：它已与第二条对应，再与本条对应的可能性不足。"
    assert said == f"第二条“蓄须者可以每月修剪一次”（接近程度 0.62）；均未认定为对应。{taken}"


def test_a_finding_is_told_in_the_language_of_the_interface_with_long_quotations_shortened(
    comparison: Comparison,
) -> None:
    long = "蓄须者、修须者和梳须者以及其他与胡须有关的单位和个人，" * 5 + "在公共场所的一切活动都可以照旧"
    finding = Finding(
        type="modality", base="应当", target=long, message=message("modality", "应当", long, "zh"), rule="modality"
    )
    rows = (replace(comparison.rows[1], findings=(finding,)),)
    told = table(replace(comparison, rows=rows), ui="en", date=DAY).lines[0].notes[0].words
    assert told.startswith("“应当” becomes “蓄须者、修须者和梳须者以及其他与胡须有关的单位和个人，蓄须者")
    assert "…" in told
    assert "都可以照旧”: duty" in told
    assert long not in told
    assert long in table(replace(comparison, rows=rows), ui="en", date=DAY).flags[0].target


def test_a_quotation_that_was_cut_shows_it_in_the_notes_and_in_the_list(comparison: Comparison) -> None:
    cut = Finding(
        type="scope",
        base="每月修剪",
        target="每季",
        message="",
        rule="scope",
        base_cut=(True, True),
        target_cut=(False, True),
    )
    for several in (1, 2):
        row = replace(comparison.rows[1], findings=(cut,) * several)
        made = table(replace(comparison, rows=(row,)), ui="zh", date=DAY)
        assert "“…每月修剪…”" in made.lines[0].notes[0].words
        assert "“每季…”" in made.lines[0].notes[0].words
        assert (made.flags[0].base, made.flags[0].target) == ("…每月修剪…", "每季…")


def test_a_list_of_findings_names_the_rule_of_each_as_people_do(comparison: Comparison) -> None:
    first, second, *others = comparison.rows
    [finding] = second.findings
    known, unknown = replace(finding, rule="modality"), replace(finding, rule="beard.length")
    rows = (first, replace(second, findings=(known, unknown)), *others)
    flags = {ui: table(replace(comparison, rows=rows), ui=ui, date=DAY).flags for ui in ("zh", "en")}
    assert [flag.rule for flag in flags["zh"]][:2] == ["应当、可以", "beard.length"]
    assert flags["en"][0].rule == "shall and may"


def test_what_is_asked_of_several_findings_of_a_rule_is_said_once_after_the_words_of_each(
    comparison: Comparison,
) -> None:
    findings = tuple(
        Finding(type="scope", base=base, target=target, message="", rule=rule)
        for rule, base, target in (
            ("scope", "每月", "每季"),
            ("scope", "一次", "两次"),
            ("added-condition", "修剪", "成年的"),
            ("added-condition", "", "已婚的"),
        )
    )
    made = table(replace(comparison, rows=(replace(comparison.rows[1], findings=findings),)), ui="zh", date=DAY)
    assert [(note.head, note.words) for note in made.lines[0].notes][:2] == [
        ("范围", f"“成年的”（相近处：“修剪”）；“已婚的”。{asks('added-condition', 'zh')}"),
        ("范围", f"“每月” → “每季”；“一次” → “两次”。{asks('scope', 'zh')}"),
    ]


def test_that_two_sides_may_not_belong_together_is_said_of_the_row_before_all_else(comparison: Comparison) -> None:
    row = comparison.rows[1]
    found = Finding(type="scope", base="每月", target="每季", message="", rule="scope")
    doubtful = replace(row, link=row.link._replace(basis="doubtful", score=0.13), findings=(found,))
    [line] = table(replace(comparison, rows=(doubtful,)), ui="zh", date=DAY).lines
    assert line.shapes[0] == "对应存疑"
    assert (line.notes[0].head, line.notes[0].words) == ("对应存疑", "请先核对两边是否对应（文字相似度 0.13）。")
    assert [note.head for note in line.notes].count("对应存疑") == 1
    assert "对应依据" not in [note.head for note in line.notes]


def test_a_power_in_a_pair_in_doubt_says_so_where_the_powers_are_listed(comparison: Comparison) -> None:
    power = Finding(type="added-duty", base="", target="修剪", message="", rule="new-penalty")
    row = replace(comparison.rows[1], findings=(power,))
    doubtful = replace(row, link=row.link._replace(basis="doubtful"))
    for one, says in ((row, False), (doubtful, True)):
        [note] = table(replace(comparison, rows=(one,)), ui="zh", date=DAY).newly_set
        assert ("疑似新设处罚（对应存疑）" in note.head) == says


def test_words_that_only_show_where_something_would_stand_are_not_read_out(comparison: Comparison) -> None:
    findings = tuple(
        Finding(type="dropped-duty", base=base, target=target, message="", rule="dropped-duty", apart=target == "申领")
        for base, target in (("修剪", "申领"), ("染色", "染须"))
    )
    made = table(replace(comparison, rows=(replace(comparison.rows[1], findings=findings),)), ui="zh", date=DAY)
    [note] = [note for note in made.lines[0].notes if note.head == "缺失义务"]
    assert note.words == f"“修剪”；“染色”（相近处：“染须”）。{asks('dropped-duty', 'zh')}"


def test_a_count_in_a_finding_is_not_lost_on_the_way_to_the_other_language(comparison: Comparison) -> None:
    finding = Finding(type="actor", base="街道", target="社区", message="", rule="renamed", count=7)
    made = table(replace(comparison, findings=(finding,)), ui="en", date=DAY)
    assert made.whole[0].words == message("renamed", "街道", "社区", "en", count=7)


def test_a_decision_without_a_reason_says_who_and_when_alone(comparison: Comparison) -> None:
    row = replace(comparison.rows[1], findings=(), decisions=(decision("confirm", by="王某", date="2026-01-05"),))
    assert heads_and_words(replace(comparison, rows=(row,)), 0)[0] == ("已确认", "王某 2026年1月5日")


def test_what_a_reviewer_decided_and_dismissed_is_part_of_the_basis(comparison: Comparison) -> None:
    settled = dismissed(comparison, decision(reason="语气相同", by="张三", date="2026-01-02"))
    made = table(replace(comparison, rows=(settled,)), ui="zh", date=DAY)
    assert made.lines[0].notes[0].head == "已排除 义务强度"
    assert made.lines[0].notes[0].words == "“应当” → “可以”；语气相同（张三 2026年1月2日）"
    assert made.flags[0].review == "已排除：语气相同（张三 2026年1月2日）"
    assert made.to_check == len(comparison.findings)


def test_the_summary_counts_rows_and_findings(comparison: Comparison) -> None:
    assert table(comparison, ui="zh", date=DAY).summary == (
        "共 4 行：一致 1、变更 1、遗漏 1、新增 1；待核对 2 条提示：义务强度 1、文字 1。"
    )
    assert table(comparison, ui="en", date=DAY).summary == (
        "4 rows: unchanged 1, changed 1, omitted 1, added 1; 2 findings to check: modality 1, drafting 1."
    )


def test_the_powers_that_seem_newly_set_stand_before_the_rows_and_the_other_findings(comparison: Comparison) -> None:
    first, second, *others = comparison.rows
    fine = Finding(type="added-duty", base="", target="设立胡须节", message="", rule="new-penalty")
    ban = replace(fine, rule="new-prohibition")
    added = replace(others[-1], findings=(ban, fine))
    made = table(replace(comparison, rows=(first, second, *others[:-1], added)), ui="zh", date=DAY)
    row = len(comparison.rows)
    assert [note.head for note in made.newly_set] == [
        f"第三条 疑似新设处罚（序号 {row}）",
        f"第三条 疑似新设禁止（序号 {row}）",
    ]
    assert [note.words for note in made.newly_set] == ["“设立胡须节”"] * 2
    assert made.newly_set_head == "疑似新设的许可、处罚、强制、收费、证明和禁止等（2 条）"
    assert [flag.number for flag in made.flags] == [row, row, 2, None]
    assert made.to_check == len(made.flags) == sum(count for _, count in made.finding_counts)


def test_the_date_is_the_one_that_was_asked_for(comparison: Comparison) -> None:
    assert table(comparison, ui="zh", date=DAY).dated == "2026年1月5日"
    assert table(comparison, ui="en", date=DAY).dated == "2026-01-05"


def test_a_text_that_quotes_is_called_no_rule(comparison: Comparison) -> None:
    quoting = table(comparison, ui="zh", date=DAY, lack="unquoted")
    assert quoting.names == ("上位法", "本文")
    assert ("移位", "在本文中排在第一条之后。") in [(note.head, note.words) for note in quoting.lines[1].notes]
    assert "仅见于本文的文字" in "".join(run.text for run in quoting.key)


def test_a_new_text_of_a_rule_stands_beside_the_present_one_and_deletes(comparison: Comparison) -> None:
    revised = table(comparison, ui="zh", date=DAY, lack="revised")
    assert revised.names == ("现行文本", "修订文本")
    assert revised.heads[1:3] == ("现行文本条文", "修订文本条文")
    assert revised.lines[2].kind == "删除"
    lost = Finding(type="dropped-duty", base="每月", target="", message="", rule="dropped-duty")
    row = replace(comparison.rows[1], findings=(lost,))
    for several in (1, 2):
        many = replace(row, findings=(lost,) * several)
        said = table(replace(comparison, rows=(many,)), ui="zh", date=DAY, lack="revised").lines[0].notes[0].words
        assert "现行文本的" in said
        assert "上位法" not in said


def test_the_terms_of_a_table_are_explained_above_it_and_no_others(comparison: Comparison) -> None:
    made = table(comparison, ui="zh", date=DAY)
    assert made.legend == "移位，先后次序与上位法不同；接近程度，从 0 到 1，0.30 以上为文字相近，以下为内容可能相关。"
    assert f"<b>用语：</b>{made.legend}" in markdown.render(comparison, ui="zh", date=DAY)
    split = replace(comparison.rows[1], link=comparison.rows[1].link._replace(target=("art_2", "art_3"), moved=False))
    assert "拆分，上位法一处在本规定中分为几处" in table(replace(comparison, rows=(split,)), ui="zh", date=DAY).legend
    assert table(replace(comparison, rows=comparison.rows[:1]), ui="zh", date=DAY).legend == ""


def test_it_is_explained_above_the_table_what_a_pairing_by_the_kind_of_clause_rests_on(comparison: Comparison) -> None:
    row = replace(comparison.rows[0], link=comparison.rows[0].link._replace(basis="role"))
    legend = table(replace(comparison, rows=(row,)), ui="zh", date=DAY).legend
    assert legend.startswith("条款性质，两边是同一性质的条款")


def test_a_table_says_of_which_edition_either_text_is_and_that_a_superior_is_later_than_the_rule(
    comparison: Comparison,
) -> None:
    later = table(comparison, ui="zh", date=DAY, dates=("2021-04-29", "2012"))
    assert later.head[:2] == (
        ("上位法", "《胡须管理办法》（2021年4月29日；base.txt）"),
        ("本规定", "《某街道胡须管理细则》（2012年；target.txt）"),
    )
    assert later.later == "《胡须管理办法》（2021年4月29日）晚于本规定（2012年），本规定可能尚未随之修改，请核对。"
    assert later.later in markdown.render(comparison, ui="zh", date=DAY, dates=("2021-04-29", "2012"))
    for base, target in (("2012", "2021"), ("2021-04-29", "2021"), ("2021", ""), ("", "2021")):
        assert table(comparison, ui="zh", date=DAY, dates=(base, target)).later == ""
    assert table(comparison, ui="zh", date=DAY, lack="revised", dates=("2021", "2012")).later == ""


def test_a_file_beside_what_it_was_before_its_changes_says_which_is_which(comparison: Comparison) -> None:
    base, target = comparison.base, comparison.target
    one = replace(base, source=replace(base.source, origin="draft.docx", sha256="1"))
    other = replace(target, source=replace(target.source, origin="draft.docx", sha256="1"))
    made = table(replace(comparison, base=one, target=other), ui="zh", date=DAY)
    assert made.files == ("draft.docx，修订前", "draft.docx，接受修订后")


def test_two_languages_bear_other_heads_and_promise_no_marks(comparison: Comparison) -> None:
    english = replace(comparison, target=replace(comparison.target, language="en"))
    across = table(english, ui="zh", date=DAY, lack="untranslated")
    assert across.heads[1:3] == ("原文条文", "译文条文")
    assert across.names == ("原文", "译文")
    assert table(english, ui="zh", date=DAY).names == ("上位法", "本规定")
    assert all(run.style == "plain" for run in across.key)
    assert across.word("marks") == "标记"


def test_a_chinese_title_stands_between_its_brackets_once() -> None:
    assert [cited("胡须管理办法"), cited("《胡须管理办法》"), cited("Beard Measures")] == [
        "《胡须管理办法》",
        "《胡须管理办法》",
        "Beard Measures",
    ]
    assert cited("东省实施《胡须法》办法") == "《东省实施〈胡须法〉办法》"
    assert cited("《胡须法》实施办法") == "《〈胡须法〉实施办法》"


def test_every_word_of_the_table_is_there_in_both_languages() -> None:
    assert [key for key, words in TABLE.items() if not (words["zh"] and words["en"])] == []


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_the_table_is_more_than_visible_text(comparison: Comparison, words: str) -> None:
    made = table(saying(comparison, words), ui="zh", date=DAY)
    texts = [made.base_title, made.target_title, *(note.words for note in made.whole)]
    for line in made.lines:
        texts += [note.words for note in line.notes]
        for passage in (*line.base, *line.target):
            texts += [passage.trail, passage.label, *(run.text for run in passage.runs)]
    for flag in made.flags:
        texts += [flag.base, flag.target, flag.says, flag.rule, flag.target_place]
    assert [text for text in texts if text != visible(text)] == []
    assert any(visible(words).strip() in text for text in texts)


def test_across_languages_unchanged_is_explained_as_no_difference_that_was_found(comparison: Comparison) -> None:
    row = replace(comparison.rows[0], status="unchanged")
    beside = replace(comparison, rows=(row,))
    across = replace(beside, target=replace(comparison.target, language="en"))
    for one, told in ((beside, False), (across, True)):
        assert any("no promise" in said for _, said in table(one, ui="en", date=DAY).terms) == told
