"""What holds for every command: its help, the language it answers in, where the library is."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.calls import Run, command

from policydiff import __version__
from policydiff.cli import main


def test_help_is_quick_and_ends_in_an_example() -> None:
    command("--help")
    quickest = min(_seconds(lambda: command("--help")) for _ in range(3))
    assert quickest < 0.5  # on a busy machine; 0.07 s on an idle one


def _seconds(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def test_help_loads_click_and_of_this_program_the_command_line_alone() -> None:
    code = (
        "import sys; from policydiff.cli import main; main(['--help'], standalone_mode=False);"
        "heavy = ('jieba', 'numpy', 'lxml', 'whoosh', 'jinja2', 'rapidfuzz', 'markdown_it');"
        "print([m for m in heavy if m in sys.modules]);"
        "print({m.split('.')[1] for m in sys.modules if m.startswith('policydiff.')} - {'cli', 'errors', 'model'})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\nset()\n")


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


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_takes_the_language_and_no_other_than_there_is(run: Run, name: str) -> None:
    assert "--ui [zh|en]" in run(name, "--help").stdout
    assert run(name, "--ui", "fr").exit_code == 2


def test_a_library_elsewhere_is_named_with_an_option(
    run: Run, library: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert run("--library", str(library), "compare", "central", "local").exit_code == 0
