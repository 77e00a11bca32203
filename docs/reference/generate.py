"""Writes cli.md, beside this file, from the help texts themselves: `python3 tasks.py docs`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from policydiff.cli import main

PAGE = Path(__file__).with_name("cli.md")
WIDE: dict[str, Any] = {"terminal_width": 88}
HEAD = """\
# The command line

<!-- Written by `python3 tasks.py docs`; a test compares it with the help texts. -->

Results go to stdout, talk and progress to stderr. Exit codes:

| code | meaning |
|---|---|
| 0 | it ran |
| 1 | `compare --exit-code`: something is changed, omitted, added or found |
| 1 | `check --exit-code`: something is omitted or found |
| 2 | bad input or usage; one line on stderr says what, where and what to do |
| 70 | a fault of policydiff itself; the lines on stderr are for its makers |

Colour is left out where stdout is no terminal and where `NO_COLOR` is set.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_sections()])


def _sections() -> Iterator[str]:
    top = click.Context(main, info_name="policydiff", **{**main.context_settings, **WIDE})
    yield _section("policydiff", main, top)
    for name in sorted(main.commands):
        command = main.commands[name]
        context = click.Context(command, info_name=name, parent=top, **WIDE)
        yield _section(f"policydiff {name}", command, context)


def _section(title: str, command: click.Command, context: click.Context) -> str:
    return f"## {title}\n\n```text\n{command.get_help(context).rstrip()}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
