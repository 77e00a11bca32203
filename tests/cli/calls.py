"""policydiff as a function and as a process, and a rule in English."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner, Result

from policydiff.cli import main

ENGLISH = "Beard Measures\n\nArticle 1 Beards shall be trimmed once a month.\n\nArticle 2 No combing in canteens.\n\n"

Run = Callable[..., Result]


def call(*arguments: object) -> Result:
    """What policydiff answers, called in this process."""
    return CliRunner().invoke(main, [*map(str, arguments)], catch_exceptions=False)


def command(*arguments: str, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    """policydiff as a user runs it, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "policydiff", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env=os.environ | env,
        timeout=60,
    )


def one_line(result: Result) -> str:
    """What a mistake of the user is: exit code 2, nothing on stdout, one line on stderr, no traceback."""
    assert result.exit_code == 2
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    assert line.startswith("policydiff: ")
    return line
