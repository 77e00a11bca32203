"""What holds for every command: its help, the language it answers in, where the library is."""

from __future__ import annotations

import ctypes
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
from tests.cli.calls import Run, command

import policydiff
from policydiff import __version__
from policydiff.cli import main
from policydiff.cli.help import Command, in_chinese
from policydiff.cli.interface import ui_of_locale
from policydiff.report import terminal


def test_help_is_quick_and_ends_in_an_example() -> None:
    command("--help")
    quickest = min(_seconds(lambda: command("--help")) for _ in range(3))
    assert quickest < 0.5  # on a busy machine; 0.07 s on an idle one


def test_from_within_an_archive_it_says_that_it_is_to_be_unpacked(tmp_path: Path) -> None:
    archive = shutil.make_archive(str(tmp_path / "program"), "zip", Path(policydiff.__file__).parents[1], "policydiff")
    for ui, said in (("en", "Unpack it"), ("zh", "请解压")):
        call = [sys.executable, "-m", "policydiff", "--ui", ui, "list"]
        done = subprocess.run(call, env={**os.environ, "PYTHONPATH": archive}, capture_output=True, encoding="utf-8")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"policydiff: {archive}")
        assert said in done.stderr


def _seconds(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def test_help_loads_click_and_of_this_program_the_command_line_alone() -> None:
    code = (
        "import sys; from policydiff.cli import main; main(['--help'], standalone_mode=False);"
        "heavy = ('jieba', 'numpy', 'lxml', 'whoosh', 'jinja2', 'rapidfuzz', 'markdown_it');"
        "print([m for m in heavy if m in sys.modules]);"
        "floors = {m.split('.')[1] for m in sys.modules if m.startswith('policydiff.')};"
        "print(floors - {'cli', 'errors', 'files', 'model'})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\nset()\n")


def test_help_in_chinese_is_quick_too() -> None:
    quickest = min(_seconds(lambda: command("--ui", "zh", "--help")) for _ in range(3))
    assert quickest < 0.5  # on a busy machine; 0.08 s on an idle one


EVERY: list[click.Command] = [main, *main.commands.values()]
CHINESE, ENGLISH = re.compile("[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]{2,} [a-z]{2,}")


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.name)
def test_every_command_and_option_is_explained_in_chinese(one: click.Command) -> None:
    assert isinstance(one, Command)
    assert CHINESE.search(one.zh)
    options = [option for option in one.params if isinstance(option, click.Option)]
    assert [option.name for option in options if not CHINESE.search(getattr(option, "zh", ""))] == []
    named = {in_chinese(option.human_readable_name) for option in one.params if isinstance(option, click.Argument)}
    words = {name for several in named for name in several.strip("[].").split("|")}
    assert {name for name in words if not CHINESE.match(name) or name not in one.zh} == set()


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.name)
def test_help_in_chinese_holds_all_that_the_english_has_and_no_english_sentence(run: Run, one: click.Command) -> None:
    names = [] if one is main else [str(one.name)]
    chinese = run(*names, "--help", "--ui", "zh").stdout
    english = run(*names, "--help", "--ui", "en").stdout
    assert chinese.startswith("用法：")
    typed = re.compile(r"^  (-[^ ]+(?:, --[^ ]+)?(?: [^ ]+)?)", re.MULTILINE)
    options = typed.findall(english.split("Options:\n")[1])
    assert typed.findall(chinese.split("选项：\n")[1]) == list(map(in_chinese, options)) != []
    assert not re.search(r"\b[A-Z]{4,}\b", chinese.replace("YYYY-MM-DD", "").replace("JSON", ""))
    told, examples = chinese.split("\n  示例：\n")
    assert examples.splitlines() == re.split(r"\n  Examples?:\n", english)[1].splitlines()
    assert ENGLISH.findall("".join(told.splitlines()[1:])) == []


@pytest.mark.parametrize("columns", [60, 90])
def test_help_in_chinese_is_no_wider_than_the_terminal(columns: int) -> None:
    told = command("trace", "--help", "--ui", "zh", COLUMNS=str(columns)).stdout.split("示例：")[0]
    assert columns - 6 <= max(map(terminal.width, told.splitlines())) <= columns


def test_help_is_in_the_language_of_the_line_wherever_it_says_so_and_else_in_the_locales(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for line in (["--ui", "zh", "show", "--help"], ["show", "--help", "--ui", "zh"], ["--help", "--ui=zh"]):
        assert run(*line).stdout.startswith("用法：")
    assert run("show", "--help").stdout.startswith("Usage:")
    assert run("--ui", "zh", "show", "--help", "--ui", "en").stdout.startswith("Usage:")
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert run("show", "--help").stdout.startswith("用法：")
    assert run("show", "--help", "--ui", "en").stdout.startswith("Usage:")
    assert run("show", "--help", "--", "--ui", "en").stdout.startswith("用法：")


def test_of_an_option_s_default_and_range_the_help_tells_in_chinese(run: Run) -> None:
    assert "最多列出多少条。（默认：20；不小于1）" in run("search", "--help", "--ui", "zh").stdout
    assert "（默认：8000；0至65535）" in run("serve", "--help", "--ui", "zh").stdout


@pytest.mark.parametrize("name", [None, *sorted(main.commands)])
def test_every_help_ends_in_an_example_that_starts_with_the_command(run: Run, name: str | None) -> None:
    shown = run(*([name] if name else []), "--help")
    assert shown.exit_code == 0
    examples = shown.stdout.rstrip().split("Example")[-1].splitlines()[1:]
    assert examples
    assert all(line.strip().startswith("policydiff ") and (name or "") in line for line in examples)


def test_the_version_is_the_packages(run: Run) -> None:
    assert run("--version").stdout == f"policydiff, version {__version__}\n"


def test_the_interface_speaks_the_language_asked_for_and_else_the_locales(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "− 遗漏  第三条" in run("--ui", "zh", "compare", "a.txt", "b.txt").stdout
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "− 遗漏  第三条" in run("compare", "a.txt", "b.txt").stdout
    assert "− omitted  第三条" in run("--ui", "en", "compare", "a.txt", "b.txt").stdout


def test_the_language_may_stand_after_the_command_and_then_it_wins(run: Run, here: Path) -> None:
    assert "− 遗漏  第三条" in run("compare", "a.txt", "b.txt", "--ui", "zh").stdout
    assert "− omitted  第三条" in run("--ui", "zh", "compare", "--ui", "en", "a.txt", "b.txt").stdout
    for name in ("show", "parse"):
        asked_after, asked_before = run(name, "a.txt", "--ui", "zh"), run("--ui", "zh", name, "a.txt")
        assert asked_after.exit_code == 0
        assert asked_after.stdout == asked_before.stdout != run(name, "a.txt").stdout


def test_the_language_may_stand_after_the_commands_of_a_library(run: Run, library: Path) -> None:
    assert run("build", "--ui", "zh").stderr.startswith("已建成：")
    assert run("list", "--ui", "zh").stdout == run("--ui", "zh", "list").stdout != run("list").stdout
    assert run("search", "通报", "--ui", "zh").stderr == "共 1 条，列出 1 条。\n"
    assert run("search", "通报 -鲸鱼", "--ui", "zh").stderr == "不列含有“鲸鱼”的。\n共 1 条，列出 1 条。\n"
    assert run("search", "通报", "-鲸鱼", "--ui", "zh").stdout == run("search", "通报").stdout
    assert run("search", "通报 -“鲸鱼”", "--ui", "en").stderr == "Left out is what has 鲸鱼.\n1 of 1 shown.\n"


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_takes_the_language_and_no_other_than_there_is(run: Run, name: str) -> None:
    assert "--ui [zh|en]" in run(name, "--help").stdout
    assert run(name, "--ui", "fr").exit_code == 2


def test_a_library_elsewhere_is_named_with_an_option(
    run: Run, library: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert run("--library", str(library), "compare", "central", "local").exit_code == 0


@pytest.mark.parametrize(("number", "language"), [(0x0804, "zh"), (0x0404, "zh"), (0x0409, "en"), (0x0411, "en")])
def test_windows_is_asked_in_which_language_it_speaks(
    monkeypatch: pytest.MonkeyPatch, number: int, language: str
) -> None:
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: number)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert ui_of_locale() == language
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert ui_of_locale() == "en"


def test_the_tests_pass_also_for_whom_reads_chinese() -> None:
    assert not {"LC_ALL", "LC_MESSAGES", "LANG"} & os.environ.keys()


def test_every_example_of_the_help_that_names_documents_of_the_bundled_library_runs(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(Path(__file__).parents[2] / "corpus", tmp_path / "corpus")
    monkeypatch.chdir(tmp_path)
    run("build")
    lines = [line.strip() for one in EVERY for line in (one.epilog or "").splitlines()]
    named = [line for line in lines if "central-2017" in line or "subdistrict" in line or line.endswith("通报")]
    ran = [line for line in named if "draft" not in line]
    assert len(ran) > 10
    for line in ran:
        program, *arguments = shlex.split(line)
        assert program == "policydiff"
        done = run(*arguments)
        assert done.exit_code == 0, (line, done.stderr)
        assert "Nothing found" not in done.stderr, line
