"""The comparison table in Excel: three sheets of strings, filters, marks, and nothing that Excel would run."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from xml.etree import ElementTree

import pytest
from tests.report.tables import DAY, HOSTILE, saying

from policydiff.model import Comparison, Edit, Finding, FindingType, Lack
from policydiff.report.sheets import CELL_LIMIT, cut
from policydiff.report.terminal import visible
from policydiff.report.xlsx import render

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parts(*comparisons: Comparison, ui: str = "zh", lacks: Sequence[Lack] = ()) -> dict[str, str]:
    """The parts of the file; Excel's writer warns of what it leaves out, which is an error here."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        lacks = lacks or ["omitted"] * len(comparisons)
        made = render(*comparisons, ui="en" if ui == "en" else "zh", date=DAY, lacks=lacks)
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        return {name: file.read(name).decode("utf-8") for name in file.namelist()}


def strings(found: dict[str, str]) -> list[str]:
    """The shared strings, each with its fragments joined."""
    items = ElementTree.fromstring(found["xl/sharedStrings.xml"]).findall(f"{SPACE}si")
    return ["".join(text.text or "" for text in item.iter(f"{SPACE}t")) for item in items]


def cells(found: dict[str, str], sheet: int) -> list[list[str]]:
    """A sheet as rows of words and numbers."""
    shared = strings(found)
    rows = ElementTree.fromstring(found[f"xl/worksheets/sheet{sheet}.xml"]).iter(f"{SPACE}row")
    return [
        [
            shared[int(cell.findtext(f"{SPACE}v") or 0)] if cell.get("t") == "s" else cell.findtext(f"{SPACE}v") or ""
            for cell in row
        ]
        for row in rows
    ]


def test_the_table_has_a_row_for_every_row_and_a_column_for_every_filter(comparison: Comparison) -> None:
    head, *rows = cells(parts(comparison), 1)
    assert head == [
        "序号",
        "上位法条款",
        "上位法条文",
        "本规定条款",
        "本规定条文",
        "对照类型",
        "标注",
        "提示类型",
        "说明及依据",
    ]
    assert rows[1] == [
        "2",
        "第二条",
        "蓄须者应当每月修剪一次。",
        "第二条",
        "蓄须者可以每月修剪一次。",
        "变更",
        "重点核对、移位",
        "义务强度",
        "义务强度：义务变为许可\n对应依据：结构位置\n移位：在本规定中排在第一条之后。",
    ]
    assert [row[5] for row in rows] == ["一致", "变更", "遗漏", "新增"]
    assert rows[2][4] == "（无对应条文）"


def test_the_head_stays_in_view_stands_on_every_page_and_filters(comparison: Comparison) -> None:
    found = parts(comparison)
    assert '<autoFilter ref="A1:I5"/>' in found["xl/worksheets/sheet1.xml"]
    assert 'state="frozen"' in found["xl/worksheets/sheet1.xml"]
    assert "_xlnm.Print_Titles" in found["xl/workbook.xml"]
    assert 'orientation="landscape"' in found["xl/worksheets/sheet1.xml"]


def test_what_came_is_bold_and_underlined_and_what_went_is_struck_through(comparison: Comparison) -> None:
    shared = parts(comparison)["xl/sharedStrings.xml"]
    went, came = (re.search(rf"<r><rPr>((?:(?!<r>).)*)</rPr><t[^>]*>{words}</t>", shared) for words in ("应当", "可以"))
    assert went
    assert "<strike/>" in went.group(1)
    assert came
    assert "<b/>" in came.group(1)
    assert "<u/>" in came.group(1)


def test_a_sheet_lists_the_findings_and_one_sums_up(comparison: Comparison) -> None:
    found = parts(comparison)
    head, first, last = cells(found, 2)
    assert (head[0], head[4], head[7]) == ("表中序号", "上位法用语", "规则")
    assert first[:8] == ["2", "义务强度", "第二条", "第二条", "应当", "可以", "义务变为许可", "modality.weakened"]
    assert last[0] == "对全文的提示"
    summary = {row[0]: row[1] for row in cells(found, 3)}
    assert summary["本规定"] == "《某街道胡须管理细则》"
    assert (summary["制表日期"], summary["行数"], summary["待核对的提示"]) == ("2026年1月5日", "4", "2")
    assert summary["待核对：义务强度"] == "1"
    assert (summary["上位法 文件日期"], summary["本规定 文件日期"]) == ("日期不明", "日期不明")


def test_the_sheets_are_named_in_the_language_of_the_interface(comparison: Comparison) -> None:
    for ui, names in (
        ("zh", ["条文对照表", "提示", "概要"]),
        ("en", ["Comparison table", "Findings", "Summary"]),
    ):
        assert re.findall(r'<sheet name="([^"]+)"', parts(comparison, ui=ui)["xl/workbook.xml"]) == names


@pytest.mark.parametrize("words", HOSTILE)
def test_the_words_of_a_text_are_strings_whatever_they_look_like(comparison: Comparison, words: str) -> None:
    found = parts(saying(comparison, words))
    sheets = "".join(text for name, text in found.items() if name.startswith("xl/worksheets/"))
    assert "<f>" not in sheets
    assert "hyperlink" not in sheets
    shown = cells(found, 1)[3][2].replace("_x005F_", "_")  # how a file spells a _ that starts no escape
    assert shown == visible(words)


def test_a_text_longer_than_a_cell_is_cut_with_a_mark(comparison: Comparison) -> None:
    long = "胡" * (CELL_LIMIT + 5)
    row = replace(
        comparison.rows[1],
        edits=(Edit(op="keep", text=long), Edit(op="delete", text="应当"), Edit(op="insert", text="可以")),
    )
    base, target = (
        replace(document, provisions=(document.provisions[1]._replace(text=long + last),))
        for document, last in ((comparison.base, "应当"), (comparison.target, "可以"))
    )
    shown = cells(parts(replace(comparison, rows=(row,), base=base, target=target)), 1)[1]
    assert len(shown[2]) <= CELL_LIMIT
    assert shown[2].endswith(" […]")


def test_a_cut_counts_as_excel_does() -> None:
    assert cut("胡须", 2) == "胡须"
    assert cut("𠀀" * 6, 10) == "𠀀𠀀𠀀 […]"
    assert cut("胡" * 11, 10) == "胡胡胡胡胡胡 […]"


def test_the_same_comparison_gives_the_same_bytes(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    first = render(comparison, ui="zh", date=DAY, lacks=["omitted"])
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    assert render(comparison, ui="zh", date=DAY, lacks=["omitted"]) == first


# --------------------------------------------------------------------------------- several targets


def west(comparison: Comparison) -> Comparison:
    """Another rule beside the same base: it keeps the second article, has the third, and adds nothing."""
    first, second, third, _ = comparison.rows
    kept = replace(second, status="unchanged", edits=(Edit(op="keep", text="蓄须者应当每月修剪一次。"),), findings=())
    has = replace(third, status="unchanged", link=third.link._replace(target=("art_3",), candidates=()))
    target = replace(comparison.target, id="west", title="西区胡须管理细则")
    return replace(comparison, target=target, rows=(first, kept, has), findings=())


def test_each_provision_of_the_base_stands_beside_what_every_target_made_of_it(comparison: Comparison) -> None:
    found = parts(comparison, west(comparison))
    above, head, *rows = cells(found, 1)
    assert [name for name in above if name] == ["《胡须管理办法》", "《某街道胡须管理细则》", "《西区胡须管理细则》"]
    assert re.findall(r'<mergeCell ref="([^"]+)"', found["xl/worksheets/sheet1.xml"]) == ["A1:D1", "E1:G1", "H1:J1"]
    assert head[:4] == ["序号", "上位法条款", "上位法条文", "遗漏份数"]
    assert head[4:7] == head[7:] == ["对照类型", "条文", "说明及依据"]
    by_place = {row[1]: row for row in rows}
    assert by_place["第二条"][4:6] == ["变更", "第二条  蓄须者应当可以每月修剪一次。"]
    assert by_place["第二条"][6].splitlines()[:2] == ["待核对：义务强度 “应当” → “可以”", "标注：重点核对、移位"]
    assert by_place["第二条"][7] == "一致"
    assert (by_place["第三条"][3], by_place["第三条"][4], by_place["第三条"][7]) == ("1", "遗漏", "一致")


def test_of_many_findings_of_a_provision_the_gravest_are_quoted_and_the_others_counted(comparison: Comparison) -> None:
    def found(type: FindingType, rule: str, words: str) -> Finding:
        return Finding(type=type, base=words, target="", message="请核对", rule=rule)

    actors = [found("actor", "actor", words) for words in ("理发店", "街道")]
    numbers = [found("number", "number", words) for words in ("三日", "五日", "七日")]
    first, second, *others = comparison.rows
    much = replace(comparison, rows=(first, replace(second, findings=(*actors, *numbers)), *others))
    by_place = {row[1]: row for row in cells(parts(much, west(comparison)), 1)}
    assert by_place["第二条"][6].splitlines()[0] == "待核对：数字 “三日”；数字 “五日”；数字 “七日”；另有主体 2"


def test_what_is_said_of_several_provisions_that_stand_together_is_said_at_the_first(comparison: Comparison) -> None:
    first, second, _, added = comparison.rows
    both = second.link._replace(base=("art_2", "art_3"))
    merged = replace(comparison, rows=(first, replace(second, link=both), added))
    by_place = {row[1]: row[6].splitlines() for row in cells(parts(merged, west(comparison)), 1)}
    assert by_place["第二条"][0] == "待核对：义务强度 “应当” → “可以”"
    assert by_place["第三条"] == ["待核对：见第二条一行。"]


def test_what_a_text_that_only_quotes_does_not_quote_is_not_counted_as_left_out(comparison: Comparison) -> None:
    found = parts(comparison, comparison, lacks=("omitted", "unquoted"))
    [third] = [row for row in cells(found, 1) if row[1] == "第三条"]
    assert (third[3], third[4], third[7]) == ("1", "遗漏", "未引用")
    assert "未引用" in [row[5] for row in cells(found, 3)]
    assert {"遗漏", "未引用"} < {row[0] for row in cells(found, 5)}


def test_of_several_rules_both_rows_of_heads_stay_and_stand_on_every_page(comparison: Comparison) -> None:
    found = parts(comparison, west(comparison))
    assert '<pane xSplit="3" ySplit="2"' in found["xl/worksheets/sheet1.xml"]
    assert "$1:$2" in found["xl/workbook.xml"]


def test_what_a_target_adds_stands_behind_what_it_follows_and_concerns_no_other(comparison: Comparison) -> None:
    rows = cells(parts(comparison, west(comparison)), 1)
    [added] = [row for row in rows if row[4] == "新增"]
    assert rows.index(added) == 5
    assert added[1:6] == ["", "（无对应条文）", "", "新增", "第三条  设立胡须节。"]
    assert set(added[7:]) == {""}


def test_every_target_has_a_table_of_its_own_and_its_findings_name_it(comparison: Comparison) -> None:
    found = parts(comparison, west(comparison), comparison)
    assert re.findall(r'<sheet name="([^"]+)"', found["xl/workbook.xml"]) == [
        "各规定并列",
        "1 《某街道胡须管理细则》",
        "2 《西区胡须管理细则》",
        "3 《某街道胡须管理细则》",
        "提示",
        "概要",
    ]
    head, first, *_ = cells(found, 5)
    assert (head[0], first[0], first[1]) == ("本规定", "《某街道胡须管理细则》", "2")
    assert '<autoFilter ref="A2:M7"/>' in found["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize(
    ("lacks", "superior", "rule"),
    [
        (("omitted", "omitted"), "上位法条款", "本规定"),
        (("omitted", "unquoted"), "上位法条款", "对照文本"),
        (("revised", "unrelated"), "基准文本条款", "对照文本"),
    ],
)
def test_of_several_rules_what_stands_for_all_is_true_of_each(
    comparison: Comparison, lacks: tuple[Lack, Lack], superior: str, rule: str
) -> None:
    found = parts(comparison, comparison, lacks=lacks)
    assert superior in cells(found, 1)[1]
    assert cells(found, 4)[0][0] == rule


def test_of_several_rules_the_summary_has_a_column_for_each(comparison: Comparison) -> None:
    summary = {row[0]: row[1:] for row in cells(parts(comparison, west(comparison)), 5)}
    assert summary["本规定"] == ["《某街道胡须管理细则》", "《西区胡须管理细则》"]
    assert (summary["行数"], summary["遗漏"]) == (["4", "3"], ["1", "0"])
    assert (summary["待核对：义务强度"], summary["待核对：文字"]) == (["1", "0"], ["1", "0"])


@pytest.mark.parametrize("words", [*HOSTILE, "'名'", "a/b\\c?*[d]:e", "很长的名称" * 20, "History"])
def test_a_title_names_a_sheet_whatever_it_holds(comparison: Comparison, words: str) -> None:
    hostile = saying(comparison, words)
    found = parts(hostile, hostile)
    assert "<f>" not in "".join(text for name, text in found.items() if name.startswith("xl/worksheets/"))
    names = re.findall(r'<sheet name="([^"]+)"', found["xl/workbook.xml"])
    assert len(set(names)) == 5
    assert all(len(name) <= 31 for name in map(unescape, names))
