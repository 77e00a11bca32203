"""The comparison table in Word: its page, its marks, its fonts, and that LibreOffice sets it."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_UNDERLINE
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.run import Run
from tests.report.tables import DAY, HOSTILE, saying

from policydiff.model import Comparison, Edit
from policydiff.report.docx import COLUMNS, render
from policydiff.report.terminal import visible
from policydiff.report.word import FALLBACKS
from policydiff.report.writer import table


def opened(comparison: Comparison, ui: str = "zh") -> Document:
    """The Word file as Word's own reader of the tests sees it."""
    return docx.Document(io.BytesIO(render(comparison, ui="en" if ui == "en" else "zh", date=DAY)))


def runs(document: Document, row: int, column: int) -> list[Run]:
    return [run for paragraph in document.tables[0].rows[row].cells[column].paragraphs for run in paragraph.runs]


def test_the_page_is_a4_landscape_and_the_columns_fill_it(comparison: Comparison) -> None:
    document = opened(comparison)
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    sizes = (section.page_width, section.page_height, section.left_margin, section.right_margin)
    wide, high, left, right = (size or Mm(0) for size in sizes)
    assert (round(wide.mm), round(high.mm)) == (297, 210)
    assert abs(sum(COLUMNS) - (wide - left - right)) < Mm(0.1)
    grid = document.tables[0]
    assert grid.autofit is False
    for cell, wide in zip(grid.rows[1].cells, COLUMNS, strict=True):
        assert abs(cell.width - wide) < Mm(0.1)


def test_the_head_says_what_is_compared_when_and_how_many(comparison: Comparison) -> None:
    texts = [paragraph.text for paragraph in opened(comparison).paragraphs]
    assert texts[:5] == [
        "条文对照表",
        "上位法：《胡须管理办法》（日期不明；base.txt）",
        "本规定：《某街道胡须管理细则》（日期不明；target.txt）",
        "制表日期：2026年1月5日",
        "共 4 行：一致 1、变更 1、遗漏 1、新增 1；待核对 2 条提示：义务强度 1、文字 1。",
    ]
    assert texts[-2:] == ["对全文的提示", "1. 文字：第三条：序号缺失"]


def test_the_rows_to_read_first_may_be_broken_over_lines(
    comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = replace(table(comparison, ui="zh", date=DAY), first="重点核对 3 行、5 条提示：序号 3、16、18。")
    monkeypatch.setattr("policydiff.report.docx.table", lambda *_, **__: made)
    said = [paragraph.text for paragraph in opened(comparison).paragraphs]
    assert "重点核对 3 行、5 条提示：序号 3、\u200b16、\u200b18。" in said


def test_a_superior_that_is_later_than_the_rule_is_told_above_the_table(comparison: Comparison) -> None:
    made = docx.Document(io.BytesIO(render(comparison, ui="zh", date=DAY, dates=("2021", "2012"))))
    assert made.paragraphs[4].text.startswith("《胡须管理办法》（2021年）晚于本规定（2012年）")


def test_the_table_can_be_had_in_english(comparison: Comparison) -> None:
    document = opened(comparison, "en")
    assert [cell.text for cell in document.tables[0].rows[0].cells] == [
        "No.",
        "Superior rule",
        "This rule",
        "Relation",
        "Notes and basis",
    ]
    assert document.paragraphs[3].text == "Date: 2026-01-05"


@pytest.mark.parametrize(("times", "whole"), [(20, {qn("w:cantSplit")}), (60, set())])
def test_the_head_of_the_table_is_repeated_and_a_row_of_a_third_of_a_page_stays_whole(
    comparison: Comparison, times: int, whole: set[str]
) -> None:
    long = replace(comparison.base, provisions=(comparison.base.provisions[2]._replace(text="禁止梳须。" * times),))
    rows = opened(replace(comparison, base=long, rows=comparison.rows[2:])).tables[0].rows
    marks = [{child.tag for child in row._tr.trPr} if row._tr.trPr is not None else set() for row in rows]
    assert marks[0] == {qn("w:cantSplit"), qn("w:tblHeader")}
    assert marks[1] == whole
    assert marks[2] == {qn("w:cantSplit")}


def test_a_citation_is_bold_before_its_words(comparison: Comparison) -> None:
    document = opened(comparison)
    first = runs(document, 2, 1)[0]
    assert first.text == "第二条\u3000"
    assert first.style.name == "Provision Label"
    assert first.style.font.bold


def test_what_came_is_bold_and_underlined_and_what_went_is_struck_through(comparison: Comparison) -> None:
    document = opened(comparison)
    went = [run.text for run in runs(document, 2, 1) if run.font.strike]
    came = [run.text for run in runs(document, 2, 2) if run.bold and run.underline]
    assert (went, came) == (["应当"], ["可以"])
    assert "".join(run.text for run in runs(document, 2, 2)) == "第二条\u3000蓄须者可以每月修剪一次。"


def test_what_only_moved_is_marked_doubly_and_bears_its_number(comparison: Comparison) -> None:
    moved = (
        Edit(op="delete", text="每月修剪一次", move=1),
        Edit(op="keep", text="，蓄须者"),
        Edit(op="insert", text="每月修剪一次", move=1),
    )
    texts = ("每月修剪一次，蓄须者", "，蓄须者每月修剪一次")
    base, target = (
        replace(document, provisions=(document.provisions[1]._replace(text=text),))
        for document, text in zip((comparison.base, comparison.target), texts, strict=True)
    )
    row = replace(comparison.rows[1], edits=moved)
    document = opened(replace(comparison, base=base, target=target, rows=(row,)))
    [went] = [run for run in runs(document, 1, 1) if run.font.double_strike]
    [came] = [run for run in runs(document, 1, 2) if run.underline is WD_UNDERLINE.DOUBLE]
    assert (went.text, came.text) == ("每月修剪一次", "每月修剪一次")
    assert [run.text for run in runs(document, 1, 1)] == ["第二条\u3000", "每月修剪一次", "→1", "，蓄须者"]
    assert [run.text for run in runs(document, 1, 2)][2:] == ["1→", "每月修剪一次"]
    assert not any(run.font.strike for run in runs(document, 1, 1))
    assert any("编号相同" in paragraph.text for paragraph in document.paragraphs)


def test_a_side_without_a_provision_says_so(comparison: Comparison) -> None:
    document = opened(comparison)
    assert document.tables[0].rows[3].cells[2].text == "（无对应条文）"
    assert document.tables[0].rows[4].cells[1].text == "（无对应条文）"


def test_text_is_set_in_fangsong_and_heads_in_heiti_with_names_to_fall_back_on(comparison: Comparison) -> None:
    document = opened(comparison)
    for style, font in (("Normal", "仿宋"), ("Table Title", "黑体"), ("Provision Label", "黑体")):
        fonts = document.styles[style].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == font
        assert fonts.get(qn("w:eastAsiaTheme")) is None
    with zipfile.ZipFile(io.BytesIO(render(comparison, ui="zh", date=DAY))) as parts:
        table = ElementTree.fromstring(parts.read("word/fontTable.xml"))
    named = {font.get(qn("w:name")): font.find(qn("w:altName")) for font in table}
    for font, names in FALLBACKS.items():
        alternatives = named[font]
        assert alternatives is not None
        assert alternatives.get(qn("w:val")) == ",".join(names)


def test_the_foot_counts_the_pages(comparison: Comparison) -> None:
    foot = opened(comparison).sections[0].footer.paragraphs[0]
    assert foot.text == "第 1 页 共 1 页"
    assert [field.text for field in foot._p.iter(qn("w:instrText"))] == [" PAGE ", " NUMPAGES "]


def test_the_same_comparison_gives_the_same_bytes_whenever_it_is_made(
    comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = render(comparison, ui="zh", date=DAY)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    assert render(comparison, ui="zh", date=DAY) == first
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert docx.Document(io.BytesIO(first)).core_properties.created.date() == DAY


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_a_text_holds_the_file_opens_and_shows_it(comparison: Comparison, words: str) -> None:
    document = opened(saying(comparison, words))
    shown = document.tables[0].rows[3].cells[1].text
    assert shown.endswith(visible(words))
    assert len(document.tables) == 1


def test_libreoffice_sets_the_table_on_pages(comparison: Comparison, tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("no LibreOffice on this machine (Debian: apt install libreoffice-writer)")
    (tmp_path / "table.docx").write_bytes(render(saying(comparison, HOSTILE[3]), ui="zh", date=DAY))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "table.docx"]
    subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=120)
    page = (tmp_path / "table.pdf").read_bytes()
    assert page.startswith(b"%PDF-")
    assert b"/MediaBox[0 0 841" in page.replace(b"/MediaBox [", b"/MediaBox[")
