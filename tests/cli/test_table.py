"""`policydiff compare` as a maker of comparison tables: formats, endings, the date, mistakes."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from click.testing import Result
from tests.beards import CENTRAL, LOCAL, entry, write_pair
from tests.cli.calls import call


def run(*arguments: str) -> Result:
    return call("--ui", "zh", "compare", "a.txt", "b.txt", *arguments)


@pytest.mark.parametrize(("name", "part"), [("t.docx", "word/document.xml"), ("t.XLSX", "xl/workbook.xml")])
def test_the_ending_of_the_file_chooses_the_format(here: Path, name: str, part: str) -> None:
    made = run("-o", name)
    assert (made.exit_code, made.stdout, made.stderr) == (0, "", f"已写入 {name}\n")
    with zipfile.ZipFile(here / name) as parts:
        assert part in parts.namelist()


def test_markdown_is_chosen_by_its_ending_and_shown_where_no_file_is_named(here: Path) -> None:
    assert run("-o", "t.md", "--date", "2026-01-05").exit_code == 0
    written = (here / "t.md").read_text(encoding="utf-8")
    assert written.startswith("# 条文对照表\n")
    shown = run("--format", "markdown", "--date", "2026-01-05").stdout
    assert re.fullmatch(re.escape(shown) + r"<!-- policydiff:[0-9a-f]{16} -->\n", written)


def test_a_format_that_is_named_wins_over_the_ending(here: Path) -> None:
    run("-o", "t.bak", "--format", "docx")
    assert zipfile.is_zipfile(here / "t.bak")


@pytest.mark.parametrize("format_", ["docx", "xlsx"])
def test_a_file_that_no_terminal_shows_needs_a_name(here: Path, format_: str) -> None:
    result = run("--format", format_)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"-o table.{format_}" in result.stderr


@pytest.mark.parametrize("name", ["t.docx", "t.xlsx", "t.md"])
def test_the_same_date_gives_the_same_bytes_and_another_date_another_file(here: Path, name: str) -> None:
    made = []
    for day in ("2026-01-05", "2026-01-05", "2026-01-06"):
        run("-o", name, "--date", day)
        made.append((here / name).read_bytes())
    assert made[0] == made[1] != made[2]


def test_the_dates_of_corpus_toml_stand_above_a_table(here: Path) -> None:
    catalogue = write_pair(here) / "corpus" / "corpus.toml"
    dated = catalogue.read_text(encoding="utf-8").replace('id = "central"\n', 'id = "central"\ndate = "2017-08-15"\n')
    catalogue.write_text(dated, encoding="utf-8")
    shown = call("--ui", "zh", "compare", "central", "local", "--format", "markdown")
    assert "（2017年8月15日；central.txt）" in shown.stdout


def test_a_date_that_is_none_is_a_mistake_of_the_user(here: Path) -> None:
    result = run("-o", "t.docx", "--date", "yesterday")
    assert result.exit_code == 2
    assert not (here / "t.docx").exists()


def test_a_file_that_cannot_be_written_leaves_nothing_behind(here: Path) -> None:
    result = run("-o", "nowhere/t.docx")
    assert result.exit_code == 2
    assert result.stderr.startswith("policydiff: nowhere")
    assert sorted(path.name for path in here.iterdir()) == ["a.txt", "b.txt"]


def test_several_targets_are_an_excel_file_and_nothing_else(here: Path) -> None:
    (here / "c.txt").write_text(LOCAL.replace("某街道", "东区"), encoding="utf-8")
    assert run("c.txt", "-o", "t.xlsx").exit_code == 0
    with zipfile.ZipFile(here / "t.xlsx") as parts:
        assert "各规定并列" in parts.read("xl/workbook.xml").decode("utf-8")
    for refused in (("c.txt",), ("c.txt", "-o", "t.docx"), ("c.txt", "--format", "json")):
        result = run(*refused)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "-o table.xlsx" in result.stderr


def test_the_exit_code_speaks_for_every_target(here: Path) -> None:
    (here / "same.txt").write_text(CENTRAL, encoding="utf-8")
    for targets, code in ((("same.txt", "same.txt"), 0), (("same.txt", "b.txt"), 1), (("b.txt", "same.txt"), 1)):
        arguments = ["compare", "a.txt", *targets, "-o", "t.xlsx", "--exit-code"]
        assert call(*arguments).exit_code == code


def test_what_a_text_of_the_library_only_quotes_is_called_that_in_the_table(here: Path) -> None:
    (here / "corpus").mkdir()
    for name, text in (("central", CENTRAL), ("notes", CENTRAL.partition("第二条")[0])):
        (here / "corpus" / f"{name}.txt").write_text(text, encoding="utf-8")
    catalogue = entry("central", "central") + entry("notes", "commentary", 'quotes = ["central"]')
    (here / "corpus" / "corpus.toml").write_text(catalogue, encoding="utf-8")
    command = ["--ui", "zh", "compare", "central", "notes", "--format", "markdown"]
    told = call(*command).stdout
    assert "未引用 2" in told
    assert "遗漏 " not in told
    by_file = call("--ui", "zh", "compare", "corpus/central.txt", "notes", *command[-2:])
    assert "删除 2" in by_file.stdout  # of a file the library says nothing: its title is that of the rule
