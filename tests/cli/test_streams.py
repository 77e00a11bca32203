"""What goes to stdout and stderr, under any locale, whoever reads it and whatever a text holds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.beards import LOCAL
from tests.cli.calls import Run, command, one_line


def test_chinese_comes_out_whole_under_a_locale_that_knows_none(here: Path) -> None:
    for locale in ({"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        done = command("compare", "a.txt", "b.txt", cwd=here, **locale)
        assert done.returncode == 0
        assert "[-应当-]{+可以+}" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="a pipe of the shell")
def test_a_reader_that_goes_away_is_no_failure(here: Path) -> None:
    (here / "long.txt").write_text("".join(f"第{n}条 胡须应当整洁。\n" for n in range(1, 9000)), encoding="utf-8")
    shell = f'"{sys.executable}" -m policydiff parse long.txt | head -1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, cwd=here, timeout=60)
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "0"


@pytest.mark.skipif(os.name == "nt", reason="a pipe of the shell")
def test_talk_that_nobody_reads_is_no_failure(here: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    arguments = [sys.executable, "-m", "policydiff", "compare", "a.txt", "b.txt", "-o", "c.txt"]
    done = subprocess.run(arguments, stderr=writing, cwd=here, timeout=60)
    os.close(writing)
    assert done.returncode == 0
    assert (here / "c.txt").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_stdout_that_is_full_is_one_line_and_2(here: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "policydiff", "parse", "a.txt"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            cwd=here,
            timeout=60,
        )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


@pytest.mark.skipif(os.name == "nt", reason="a redirection of the shell")
def test_a_stdout_that_is_closed_is_one_line_and_2_and_is_not_missed_where_a_file_is_written(here: Path) -> None:
    def closed(arguments: str, streams: str) -> subprocess.CompletedProcess[str]:
        shell = f'"{sys.executable}" -m policydiff {arguments} {streams}'
        return subprocess.run(["bash", "-c", shell], stderr=subprocess.PIPE, text=True, cwd=here, timeout=60)

    done = closed("compare a.txt b.txt", ">&-")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "stdout is closed. Leave it open" in done.stderr
    assert closed("compare a.txt b.txt -o c.txt", ">&- 2>&-").returncode == 0
    assert "应当" in (here / "c.txt").read_text(encoding="utf-8")


def test_a_file_name_cannot_steer_the_terminal(run: Run, here: Path) -> None:
    assert "\\x1b[2J" in one_line(run("compare", "a.txt", "\x1b[2J.txt"))


def test_a_text_cannot_steer_the_terminal_nor_become_markup(run: Run, here: Path) -> None:
    (here / "b.txt").write_text(LOCAL + "\n第三条 \x1b[2J<script>alert(1)</script>\u202e。\n", encoding="utf-8")
    for arguments in (["compare", "a.txt", "b.txt"], ["show", "b.txt"], ["parse", "b.txt"]):
        shown = run(*arguments).stdout
        assert "\x1b" not in shown
        assert "\u202e" not in shown
    assert "<script>alert(1)" not in run("compare", "a.txt", "b.txt", "--format", "html").stdout
