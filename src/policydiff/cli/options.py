"""Options that several commands have, and the form of a help text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from policydiff.cli.help import Option
from policydiff.cli.interface import LANGUAGES

FC = TypeVar("FC", bound=Callable[..., Any] | click.Command)  # what click decorates

_KINDS = ("central", "local", "translation", "commentary")
_KINDS_ZH = "central 上位法，local 地方规定，translation 译文，commentary 解读"
ORIGINAL_HELP = "Read a text as it was before its changes (tracked in Word, <del> and <ins> of a page, 原条文/修订后)"
ORIGINAL_ZH = "按修订前的文字读取（Word 的修订、网页的 <del> 和 <ins>、原条文/修订后对照表）"

# The group notes what it says (interface.py), wherever on the line it stands.
in_language = click.option(
    "--ui",
    cls=Option,
    type=click.Choice(LANGUAGES),
    expose_value=False,
    help="Language of the interface.  [default: the locale's]",
    zh="界面语言：zh 中文，en 英文。（默认：按系统语言）",
)
text_or_json = click.option(
    "--format",
    "format_",
    cls=Option,
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="What to write: for people, or for other programs.",
    zh="text 供人阅读，json 供其他程序读取。",
)


def language_of(name: str, help_: str, zh: str) -> Callable[[FC], FC]:
    """One of the languages, of that name on the line."""
    return click.option(name, cls=Option, type=click.Choice(LANGUAGES), help=help_, zh=zh)


half_to_read = language_of(
    "--lang", "The half to read of a file in two languages.", "文件含中英两种文字时，读取哪一种。"
)


def written_to(help_: str, zh: str) -> Callable[[FC], FC]:
    """The file that a result goes to, and whether it may be written over whatever it is."""
    output = click.option(
        "-o", "--output", cls=Option, type=click.Path(dir_okay=False, path_type=Path), help=help_, zh=zh
    )
    overwrite = click.option(
        "--overwrite",
        cls=Option,
        is_flag=True,
        help="Write over a file that is not as policydiff wrote it: changed since, or never written by it.",
        zh="要写的文件已存在，写出后经人修改过，或者本来就不是 policydiff 写出的，也覆盖。",
    )
    return lambda function: output(overwrite(function))


def at_most(help_: str, zh: str, default: int | None = None) -> Callable[[FC], FC]:
    """How many are shown."""
    return click.option(
        "--limit",
        cls=Option,
        type=click.IntRange(min=1),
        metavar="N",
        default=default,
        show_default=True,
        help=help_,
        zh=zh,
    )


def exits_with_1(help_: str, zh: str) -> Callable[[FC], FC]:
    """Whether the exit code tells what was found."""
    return click.option(
        "--exit-code", cls=Option, is_flag=True, help=f"Exit with 1 if {help_}.", zh=f"{zh}，退出码为 1。"
    )


def of_kinds(help_: str, zh: str) -> Callable[[FC], FC]:
    """Which kinds of documents are meant; all where none is given."""
    return click.option(
        "--kind",
        "kinds",
        cls=Option,
        multiple=True,
        type=click.Choice(_KINDS),
        help=help_,
        zh=f"{zh}：{_KINDS_ZH}。",
    )


def date_of(help_: str, zh: str) -> Callable[[FC], FC]:
    """The date that stands on a paper, today's where none is given."""
    return click.option(
        "--date",
        cls=Option,
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help=f"{help_}  [default: today]",
        zh=f"{zh}（默认：当天）",
    )


def example(*lines: str) -> str:
    """The end of a help text: what one would really type."""
    return "\n".join(["\b", "Example:" if len(lines) == 1 else "Examples:", *(f"  {line}" for line in lines)])
