"""The rules that the tests of the command line compare, and policydiff as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

CENTRAL = "胡须管理办法\n\n第一条 蓄须者应当每月修剪一次。\n\n第二条 禁止在食堂梳须。\n\n第三条 违反的，予以通报。\n"
LOCAL = "某街道胡须管理细则\n\n第一条 蓄须者可以每月修剪一次。\n\n第二条 禁止在食堂梳须。\n"
ENGLISH = "Beard Measures\n\nArticle 1 Beards shall be trimmed once a month.\n\nArticle 2 No combing in canteens.\n\n"
CATALOGUE = """
[[document]]
id = "central"
file = "central.txt"
language = "zh"
kind = "central"
title = "胡须管理办法"

[[document]]
id = "local"
file = "local.txt"
language = "zh"
kind = "local"
implements = ["central"]
"""

Run = Callable[..., Result]


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
