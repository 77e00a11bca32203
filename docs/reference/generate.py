"""Writes cli.md and cli.zh.md, beside this file, from the help texts themselves: `python3 tasks.py docs`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from policydiff.cli import main
from policydiff.cli.interface import LANGUAGES, note_ui
from policydiff.model import Language

PAGES: dict[Language, Path] = {
    "en": Path(__file__).with_name("cli.md"),
    "zh": Path(__file__).with_name("cli.zh.md"),
}
WIDE: dict[str, Any] = {"terminal_width": 88}
HEADS: dict[Language, str] = {
    "en": """\
# The command line

[中文](cli.zh.md)

<!-- Written by `python3 tasks.py docs`; a test compares it with the help texts. -->

Results go to stdout, talk and progress to stderr. Exit codes:

| code | meaning |
|---|---|
| 0 | it ran |
| 1 | `compare --exit-code`: something is changed, omitted, added or found |
| 1 | `check --exit-code`: something is omitted or found |
| 2 | bad input, a document that was left out: a line on stderr says what, where and what to do |
| 2 | a wrong call: the usage of the command, then a line that says what is wrong |
| 70 | a fault of policydiff itself; the lines on stderr are for its makers |
| 130 | stopped with Ctrl-C; what was there before is as it was |

Colour is left out where stdout is no terminal and where `NO_COLOR` is set.
""",
    "zh": """\
# 命令行

[English](cli.md)

<!-- Written by `python3 tasks.py docs`; a test compares it with the help texts. -->

结果写到标准输出，提示和进度写到标准错误输出。系统语言是中文的，说明和提示用中文；否则加 `--ui zh`。退出码：

| 退出码 | 含义 |
|---|---|
| 0 | 正常结束 |
| 1 | `compare --exit-code`：有变更、遗漏、新增或者提示 |
| 1 | `check --exit-code`：有遗漏或者提示 |
| 2 | 输入有误，或者有文件略去：标准错误输出中有一行，说明是什么、在哪里、怎么办 |
| 2 | 用法有误：标准错误输出中先写用法，再用一行写明错在哪里 |
| 70 | policydiff 自身的差错；标准错误输出中的各行供开发者查找原因 |
| 130 | 用 Ctrl-C 中止；原有内容不变 |

标准输出不是终端，或者设置了 `NO_COLOR` 的，不用颜色。
""",
}


def page(ui: Language) -> str:
    """The whole page."""
    return "\n".join([HEADS[ui], *_sections(ui)])


def _sections(ui: Language) -> Iterator[str]:
    top = click.Context(main, info_name="policydiff", **{**main.context_settings, **WIDE})
    note_ui(top, ("--ui", ui))
    yield _section("policydiff", main, top)
    for name in sorted(main.commands):
        command = main.commands[name]
        context = click.Context(command, info_name=name, parent=top, **WIDE)
        yield _section(f"policydiff {name}", command, context)


def _section(title: str, command: click.Command, context: click.Context) -> str:
    return f"## {title}\n\n```text\n{command.get_help(context).rstrip()}\n```\n"


if __name__ == "__main__":
    for ui in LANGUAGES:
        PAGES[ui].write_text(page(ui), encoding="utf-8", newline="\n")
