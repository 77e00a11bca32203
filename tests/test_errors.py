"""A mistake is told in the language of whoever made it."""

from __future__ import annotations

import ast
import contextlib
import errno
import importlib
import os
import pickle
import pkgutil
import re
from pathlib import Path

import pytest
from tests.cli.calls import call, one_line

import policydiff
from policydiff.errors import LibraryError, PolicydiffError, ReadError, refusal
from policydiff.ingest import pdf


def told(*arguments: str) -> str:
    return one_line(call(*arguments))


def test_a_message_is_told_in_the_language_that_is_asked_for() -> None:
    error = ReadError(en="a.txt: empty.", zh="a.txt：空文件。")
    assert (error.told("zh"), error.told("en"), str(error)) == ("a.txt：空文件。", "a.txt: empty.", "a.txt: empty.")


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
    result = call("compare", "a.txt", "b.txt", "-o", "t.xyz", "--ui", "zh")
    assert "不能写出 .xyz 文件" in result.stderr


def kinds(of: type[PolicydiffError] = PolicydiffError) -> set[str]:
    """The names of every kind of error that a user is told of."""
    return {of.__name__}.union(*(kinds(kind) for kind in of.__subclasses__()))


def raised() -> list[tuple[str, dict[str | None, ast.expr]]]:
    """Wherever an error for a user is made, in the whole package, and what is said by which name."""
    root = Path(policydiff.__file__).parent
    for module in pkgutil.walk_packages([str(root)], "policydiff."):
        if module.name != "policydiff.__main__":
            with contextlib.suppress(ImportError):  # what an extra brings that is not installed
                importlib.import_module(module.name)
    names = kinds() | {"error", "wrong"}  # what a reader of a file names, and how its tables make it
    return [
        (f"{path.relative_to(root)}:{node.lineno}", {one.arg: one.value for one in node.keywords})
        for path in sorted(root.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in names
    ]


def said(message: ast.expr) -> str:
    """The words of a message as they stand in the code, what is set into it left out."""
    constants = (node.value for node in ast.walk(message) if isinstance(node, ast.Constant))
    return "".join(value for value in constants if isinstance(value, str))


def test_whatever_a_user_is_told_is_said_in_english_and_in_chinese() -> None:
    calls = raised()
    assert len(calls) > 150
    assert [place for place, told in calls if list(told) != ["en", "zh"]] == []
    english, chinese = re.compile("[A-Za-z]"), re.compile("[\u4e00-\u9fff]")
    made_here = [(place, told) for place, told in calls if any(english.search(said(one)) for one in told.values())]
    assert [place for place, told in made_here if not chinese.search(said(told["zh"]))] == []
    assert pdf._SAID.keys() == pdf._SAID_ZH.keys()


def test_what_a_message_begins_with_is_the_same_in_both_languages() -> None:
    """The file or the folder that it is about."""
    unlike = []
    for place, told in raised():
        first = [one.values[0] for one in told.values() if isinstance(one, ast.JoinedStr)]
        named = [ast.unparse(one.value) for one in first if isinstance(one, ast.FormattedValue)]
        named = [one.replace("：", ": ").replace(".zh", ".en") for one in named]
        if len(named) == 2 and named[0] != named[1]:
            unlike.append(place)
    assert unlike == []


def test_a_loop_of_links_is_told_in_the_words_of_the_system_whatever_python_raises() -> None:
    loop = OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    assert refusal(RuntimeError("Symlink loop from '/a'")) == refusal(loop)
    assert refusal(loop).zh == "链接循环"


def test_what_the_system_refuses_is_told_in_chinese_and_what_is_rare_in_its_own_words() -> None:
    full = refusal(OSError(errno.ENOSPC, "No space left on device", "x"))
    assert (full.en, full.zh) == ("No space left on device", "磁盘已满")
    rare = refusal(OSError(errno.EXDEV, "Invalid cross-device link"))
    assert rare.zh == rare.en == "Invalid cross-device link"
    assert refusal(OSError("nothing known")).zh == "nothing known"
    assert refusal(ValueError("embedded null byte")).en == "embedded null byte"


def test_an_error_goes_from_one_process_to_another_with_both_its_messages() -> None:
    error = pickle.loads(pickle.dumps(LibraryError(en="a", zh="甲")))
    assert (type(error), error.told("en"), error.told("zh")) == (LibraryError, "a", "甲")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("compare", "a.txt"), "错误：缺少规定"),
        (("compare", "a.txt", "b.txt", "--exit"), "错误：没有选项 --exit，是不是 --exit-code"),
        (("check", "a.txt", "--format", "xml"), "错误：--format 不对："),
    ],
)
def test_a_command_called_wrongly_is_told_so_in_chinese(arguments: tuple[str, ...], words: str) -> None:
    result = call("--ui", "zh", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("用法：")
    assert words in result.stderr
    assert call("--ui", "en", *arguments).stderr.startswith("Usage:")
