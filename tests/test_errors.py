"""A mistake is told in the language of whoever made it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from click.testing import CliRunner

import policydiff
from policydiff.cli import main
from policydiff.errors import PolicydiffError, ReadError

ERRORS = ("ReadError", "NoProvisionError", "LibraryError", "QueryError")


def told(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert (result.exit_code, result.stdout) == (2, "")
    [line] = result.stderr.splitlines()
    return line


def test_a_message_is_told_in_chinese_where_somebody_has_said_it_so() -> None:
    error = ReadError("a.txt: empty.", "a.txt：空文件。")
    assert (error.told("zh"), error.told("en"), str(error)) == ("a.txt：空文件。", "a.txt: empty.", "a.txt: empty.")
    assert PolicydiffError("a.txt: empty.").told("zh") == "a.txt: empty."


@pytest.mark.parametrize("arguments", [("--ui", "zh", "parse", "no.txt"), ("parse", "no.txt", "--ui", "zh")])
def test_a_missing_file_is_told_in_the_language_of_the_interface(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert told(*arguments) == "policydiff: no.txt：没有这个文件。请检查文件名和所在文件夹。"


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", ""), ("table.xls", "第一条 剃须。"), ("folder", None), ("rule.txt", "\n"), ("marks.txt", "——")],
)
def test_what_cannot_be_read_is_told_in_chinese(
    name: str, content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if content is None:
        Path(name).mkdir()
    else:
        Path(name).write_text(content, encoding="utf-8")
    line = told("parse", name, "--ui", "zh")
    assert line.startswith(f"policydiff: {name}：")
    assert line.endswith("。")


def test_a_misused_option_and_an_unknown_document_are_told_in_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "没有文件库" in told("--ui", "zh", "list")
    result = CliRunner().invoke(main, ["compare", "a.txt", "b.txt", "-o", "t.xyz", "--ui", "zh"])
    assert "不能写出 .xyz 文件" in result.stderr


@pytest.mark.parametrize("floor", ["ingest", "parsing", "library", "decisions/making.py", "decisions/places.py"])
def test_what_is_refused_is_said_in_both_languages(floor: str) -> None:
    """An error made of one argument has been said in English alone."""
    at = Path(policydiff.__file__).parent / floor
    calls = [
        (path.name, node)
        for path in ([at] if at.is_file() else sorted(at.glob("*.py")))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS
    ]
    assert calls
    told = [(name, node) for name, node in calls if not any(isinstance(one, ast.Starred) for one in node.args)]
    assert [f"{name}:{node.lineno}" for name, node in told if len(node.args) != 2] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("compare", "a.txt"), "错误：缺少 TARGET..."),
        (("compare", "a.txt", "b.txt", "--exit"), "错误：没有选项 --exit，是不是 --exit-code"),
        (("check", "a.txt", "--format", "xml"), "错误：--format 不对："),
    ],
)
def test_a_command_called_wrongly_is_told_so_in_chinese(arguments: tuple[str, ...], words: str) -> None:
    result = CliRunner().invoke(main, ["--ui", "zh", *arguments])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("用法：")
    assert words in result.stderr
    assert CliRunner().invoke(main, ["--ui", "en", *arguments]).stderr.startswith("Usage:")
