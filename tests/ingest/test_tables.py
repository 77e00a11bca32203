"""Tables: rows stay rows, and two texts side by side are read as one of them, as two, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ingest.words import p, package

from policydiff.eid import labels
from policydiff.errors import ReadError
from policydiff.ingest import read
from policydiff.ingest.content import Cell, Line, Run
from policydiff.ingest.tables import row_lines
from policydiff.model import Language
from policydiff.parsing import parse

Table = tuple[tuple[str, ...], ...]

CHANGED: Table = (
    ("原条文", "修订后条文", "修改说明"),
    ("第一章 总则",),
    ("第一条 须长不过膝。", "第一条 须长不过腰。", "膝太低。"),
    ("第二条 每月修剪：|（一）上唇；|（二）下颏。", "第二条 每周修剪：|（一）上唇；|（二）两颊。", ""),
    ("第三条 不得染须。", "（删除）", "无必要。"),
    ("第四条 须屑归店。", "同左", ""),
    ("", "第五条 假须应当登记。", "新增。"),
)
ORIGINAL = [
    "第一条 | 须长不过膝。",
    "第二条 | 每月修剪：",
    "第二条第（一）项 | 上唇；",
    "第二条第（二）项 | 下颏。",
    "第三条 | 不得染须。",
    "第四条 | 须屑归店。",
]
REVISED = [
    "第一条 | 须长不过腰。",
    "第二条 | 每周修剪：",
    "第二条第（一）项 | 上唇；",
    "第二条第（二）项 | 两颊。",
    "第四条 | 须屑归店。",
    "第五条 | 假须应当登记。",
]


def as_word(table: Table) -> bytes:
    """A row of one cell spans all columns; a cell's paragraphs are parted by bars."""
    width = max(map(len, table))
    rows = ""
    for row in table:
        span = f'<w:tcPr><w:gridSpan w:val="{width}"/></w:tcPr>' if len(row) == 1 else ""
        cells = "".join(f"<w:tc>{span}{''.join(p(text) for text in cell.split('|'))}</w:tc>" for cell in row)
        rows += f"<w:tr>{cells}</w:tr>"
    return package(p("胡须管理办法") + f"<w:tbl>{rows}</w:tbl>")


def as_page(table: Table) -> bytes:
    width = max(map(len, table))
    rows = ""
    for row in table:
        span = f" colspan={width}" if len(row) == 1 else ""
        cells = "".join(f"<td{span}>{''.join(f'<p>{text}' for text in cell.split('|') if text)}</td>" for cell in row)
        rows += f"<tr>{cells}</tr>"
    return f"<!doctype html><meta charset=utf-8><h1>胡须管理办法</h1><table>{rows}</table>".encode()


@pytest.fixture(params=["docx", "html"])
def saved(request: pytest.FixtureRequest, tmp_path: Path) -> SavedAs:
    return SavedAs(request.param, tmp_path)


class SavedAs:
    """Saves a table in one format and reads it."""

    def __init__(self, ending: str, folder: Path) -> None:
        self.ending = ending
        self.folder = folder

    def path(self, table: Table) -> Path:
        file = self.folder / f"beards.{self.ending}"
        file.write_bytes(as_word(table) if self.ending == "docx" else as_page(table))
        return file

    def provisions(self, table: Table, language: Language | None = None, *, original: bool = False) -> list[str]:
        made = parse(read(self.path(table), language, original=original))
        cited = labels(made)
        return [f"{cited[leaf.eid]} | {leaf.text}" for leaf in made.leaves()]


def test_of_a_table_of_changes_what_stands_now_is_read(saved: SavedAs) -> None:
    assert saved.provisions(CHANGED) == REVISED
    assert saved.provisions(CHANGED, original=True) == ORIGINAL


def test_what_is_not_read_of_a_table_of_changes_is_residue_and_said(saved: SavedAs) -> None:
    made = parse(read(saved.path(CHANGED)))
    left = {made.source.text[r.span.start : r.span.end] for r in made.residue if r.reason == "other-column"}
    assert {"原条文", "修订后条文", "修改说明", "第一条 须长不过膝。", "（一）上唇；", "膝太低。"} <= left
    assert {"（删除）", "同左"} <= left
    assert "第四条 须屑归店。" not in left
    assert [one.kind for one in made.problems] == ["other-column", "follows"]
    assert [one.heading for one in made.walk() if one.level == "chapter"] == ["总则"]


def test_numbers_in_a_column_of_their_own_stand_before_the_text_that_is_read(saved: SavedAs) -> None:
    table = (("条号", "修改前", "修改后"), ("第一条", "甲须。", "乙须。"), ("第二条", "丙须。", "不变"))
    assert saved.provisions(table) == ["第一条 | 乙须。", "第二条 | 丙须。"]
    assert saved.provisions(table, original=True) == ["第一条 | 甲须。", "第二条 | 丙须。"]


def test_two_languages_side_by_side_are_two_texts(saved: SavedAs) -> None:
    table = (
        ("中文", "English"),
        ("第一条 须应当洁净。|不洁净的，应当剃除。", "Article 1 Beards shall be clean.|Others shall be shaved off."),
        ("第二条 不得染须。", "Article 2 Nobody may dye a beard."),
    )
    assert saved.provisions(table, "zh") == [
        "第一条第一款 | 须应当洁净。",
        "第一条第二款 | 不洁净的，应当剃除。",
        "第二条 | 不得染须。",
    ]
    assert saved.provisions(table, "en") == [
        "Article 1(1) | Beards shall be clean.",
        "Article 1(2) | Others shall be shaved off.",
        "Article 2 | Nobody may dye a beard.",
    ]


def test_two_texts_that_do_not_say_which_is_which_are_refused(saved: SavedAs) -> None:
    table = (("甲市", "乙市"), ("第一条 须长。", "第一条 须短。"), ("第二条 须黑。", "第二条 须白。"))
    with pytest.raises(ReadError, match=r"several texts side by side \(甲市、乙市\)\. Save each column as a file"):
        read(saved.path(table))


@pytest.mark.parametrize(
    ("ending", "line"),
    [
        ("txt", "第{n}条 须长。\t第{n}条 须短。"),
        ("txt", "第{n}条 须长。     第{n}条 须短。"),
        ("md", "| 第{n}条 须长 | Article {d} Long |"),
    ],
)
def test_two_texts_on_the_same_lines_are_refused(ending: str, line: str, tmp_path: Path) -> None:
    file = tmp_path / f"beards.{ending}"
    file.write_text("\n".join(line.format(n=n, d=d) for d, n in enumerate("一二三", 1)), encoding="utf-8")
    with pytest.raises(ReadError, match="two texts stand side by side on the same lines"):
        read(file)


def test_an_ordinary_table_with_a_column_of_articles_is_read_row_by_row(saved: SavedAs) -> None:
    table = (("条款", "罚款"), ("第四条", "十元"), ("第五条", "二十元"), ("第六条", "三十元"))
    assert saved.provisions(table)[:2] == ["第四条 | 十元", "第五条 | 二十元"]


def test_a_cell_of_a_form_with_several_lines_stays_in_its_row(tmp_path: Path) -> None:
    made = parse(read(SavedAs("docx", tmp_path).path((("胡须的|长度", "颜色", "样式"), ("□长|□短", "", "□山羊须")))))
    assert [leaf.text for leaf in made.leaves()] == ["胡须的 长度\t颜色\t样式", "□长 □短\t\t□山羊须"]


def test_an_empty_cell_keeps_its_place(saved: SavedAs) -> None:
    table = (
        ("项目", "金额", "备注"),
        ("修剪", "", "免费"),
        ("染色", "十元", ""),
        ("", "五元", "学生"),
        ("", "", "另议"),
    )
    rows = [row.text or row.heading for row in parse(read(saved.path(table))).walk() if row.level == "row"]
    assert rows == ["项目\t金额\t备注", "修剪\t\t免费", "染色\t十元", "\t五元\t学生", "\t\t另议"]


def test_a_cell_that_reaches_into_the_rows_below_is_an_empty_one_there(tmp_path: Path) -> None:
    page = tmp_path / "beards.html"
    page.write_text(
        "<h1>胡须管理办法</h1><p>第一条 费用：<table><tr><th>项目<th>人员<th>金额"
        "<tr><td rowspan=3>修剪<td>学生<td>五元<tr><td rowspan=2>其他<td>十元<tr><td>二十元<tr><td>染色<td>学生<td>六元"
        "</table>",
        encoding="utf-8",
    )
    assert read(page).text.splitlines()[2:] == [
        "项目\t人员\t金额",
        "修剪\t学生\t五元",
        "\t其他\t十元",
        "\t\t二十元",
        "染色\t学生\t六元",
    ]


def test_sentences_in_the_cells_of_a_row_are_one_row(saved: SavedAs) -> None:
    table = (
        ("序号", "行为", "裁量标准"),
        ("1", "未备案的。", "首次：警告。|再次：处一百元罚款。"),
        ("2", "未梳须的。", "警告。"),
        ("3", "染须。", "处罚如下：|（一）警告；|（二）罚款。"),
    )
    found = [row.partition(" | ")[2] for row in saved.provisions(table)]
    assert "1\t未备案的。\t首次：警告。 再次：处一百元罚款。" in found
    assert "2\t未梳须的。\t警告。" in found
    assert found[-2:] == ["警告；", "罚款。"], "numbered provisions in a cell are provisions"


def test_what_stands_beside_a_table_in_a_cell_is_a_row_and_no_paragraph(tmp_path: Path) -> None:
    def table(*rows: tuple[str, str]) -> str:
        cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"

    inner = table((p("长须"), p("十元")), (p("短须"), p("五元")))
    outer = table((p("街道"), p("标准")), (p("东区"), inner))
    path = tmp_path / "rule.docx"
    path.write_bytes(package(p("第一条 按下表收费：") + outer + p("第二条 剪须。")))
    held = [(one.eid, one.text) for one in parse(read(path)).leaves()]
    rows = ("街道\t标准", "东区", "长须\t十元", "短须\t五元")
    assert held[1:-1] == [(f"art_1__para_1__row_{n}", row) for n, row in enumerate(rows, 1)]


def test_a_row_that_lays_out_a_page_is_read_cell_by_cell() -> None:
    def row(*lines: str) -> list[str]:
        cells = (tuple(Line(runs=(Run(text=line),)) for line in cell.split("|")) for cell in lines)
        return [line.text for line in row_lines([Cell(column=at, lines=cell) for at, cell in enumerate(cells)])]

    assert len(row("左", "|".join(["须。"] * 9))) == 10
    assert len(row("左", "须" * 600 + "|" + "须" * 600)) == 3
    assert row("左", "须。|梳。") == ["左\t须。 梳。"]
