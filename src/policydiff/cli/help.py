"""Help in both languages: in English the page that click sets, in Chinese one like it, with what is said of each
command and option beside the English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import copy
from itertools import takewhile
from typing import Any

import click

from policydiff.cli.interface import note_ui, ui_of
from policydiff.cli.meant import with_hyphens
from policydiff.model import Language

_NAMES = 30  # columns; what stands behind longer names begins on a line of its own
_HELP = "显示本说明。"  # of the one option that click makes itself
# What click itself adds to an option's help, and what it says in a line of usage.
_ADDED = re.compile(r"  \[([^\[\]]*)\]$")
_OF_CLICK = (
    (re.compile(r"default: "), "默认："),
    (re.compile(r"; "), "；"),
    (re.compile(r"(\d{1,9})<=x<=(\d{1,9})"), r"\1至\2"),
    (re.compile(r"x>=(\d{1,9})"), r"不小于\1"),
)
# What an argument, or the value of an option, is called where it is typed.
_NAMED = {
    "BASE": "上位法",
    "TARGET": "规定",
    "DRAFT": "草案",
    "DOC": "文件",
    "FILE": "文件",
    "FOLDER": "文件夹",
    "DIR": "文件夹",
    "ID": "编号",
    "VERDICT": "意见",
    "PLACE": "条款",
    "CITATION": "条款",
    "QUERY": "检索内容",
    "GOLD": "细读结果",
    "WHO": "姓名",
    "TEXT": "文字",
    "NUMBER": "序号",
    "N": "数",
    "PORT": "端口",
    "ADDRESS": "地址",
}
_OF_USAGE = {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]..."}
_EXAMPLES = re.compile(r"^Examples?:")


def in_chinese(typed: str) -> str:
    """What is typed, with the names of arguments and values in Chinese: [PLACE]... is [条款]..."""
    return re.sub(r"[A-Z]+", lambda found: _NAMED.get(found.group(), found.group()), typed)


class Argument(click.Argument):
    """An argument; one without a word in it, as of a variable that nobody set, is missing. To a `Path` it would be the
    folder that one is in."""

    def type_cast_value(self, context: click.Context, value: Any) -> Any:
        """The value as what it stands for."""
        if _is_blank(value) or (isinstance(value, tuple) and any(map(_is_blank, value))):
            raise click.MissingParameter(ctx=context, param=self)
        return super().type_cast_value(context, value)


class Option(click.Option):
    """An option that is explained in Chinese as well; one that names a file or a folder names some."""

    def __init__(self, *names: Any, zh: str, **attributes: Any) -> None:
        super().__init__(*names, **attributes)
        self.zh = zh

    def type_cast_value(self, context: click.Context, value: Any) -> Any:
        """The value as what it stands for."""
        if isinstance(self.type, click.Path) and _is_blank(value):
            raise click.BadOptionUsage(self.opts[0], f"Option {self.opts[0]!r} requires an argument.", ctx=context)
        return super().type_cast_value(context, value)

    def in_chinese(self, context: click.Context) -> tuple[str, str] | None:
        """How it is typed, and what it does."""
        told = copy(self)
        told.help = self.zh
        record = click.Option.get_help_record(told, context)
        return record and (in_chinese(record[0]), _ADDED.sub(_added, record[1]))


def _is_blank(value: object) -> bool:
    return isinstance(value, str) and not value.strip()


class Command(click.Command):
    """A command that is explained in Chinese as well, in paragraphs; lines under one that begins with \\b stay as they
    are."""

    def __init__(self, *names: Any, zh: str, **attributes: Any) -> None:
        super().__init__(*names, **attributes)
        self.zh = zh

    def parse_args(self, context: click.Context, arguments: list[str]) -> list[str]:
        """The language of the line is known before anything of it is understood, and of what is wrong with it is known
        in which command."""
        note_ui(context, arguments)
        self._refuse_long_dashes(context, arguments)
        try:
            return super().parse_args(context, arguments)
        except click.UsageError as error:
            if error.ctx is None:
                error.ctx = context
            if isinstance(error, click.NoSuchOption) and (place := _place(error.option_name, context, arguments)):
                raise click.UsageError(place[ui_of(context)], ctx=context) from error
            raise

    def _refuse_long_dashes(self, context: click.Context, arguments: Sequence[str]) -> None:
        """UsageError where an option begins with a dash that is no hyphen."""
        options = {name for one in self.get_params(context) for name in one.opts}
        for word in takewhile(lambda one: one != "--", arguments):
            if right := with_hyphens(word, options):
                en = f"{word} begins with a dash that is no hyphen, as word processors put it: type {right}"
                zh = f"{word} 开头的不是半角减号，请写 {right}"
                raise click.UsageError(zh if ui_of(context) == "zh" else en, ctx=context)

    def get_help(self, context: click.Context) -> str:
        """The page in the language of the call."""
        return _page(self, context) if ui_of(context) == "zh" else super().get_help(context)


def _place(option: str, context: click.Context, arguments: Sequence[str]) -> dict[Language, str] | None:
    """Where an option stands that a command does not have, or the program itself: before the command or behind it; None
    of one that neither has. Those that end the call, --version and --help, stand before no command."""
    root = context.find_root().command
    if context.parent is not None:
        if not any(option in one.opts and not one.is_eager for one in root.params):
            return None
        call = f"policydiff {option} … {context.info_name}"
        return {"en": f"{option} stands before the command: {call}", "zh": f"{option} 应写在命令前面：{call}"}
    commands = root.commands if isinstance(root, click.Group) else {}
    named = next((word for word in arguments if word in commands), "")
    if not named or not any(option in one.opts for one in commands[named].params):
        return None
    call = f"policydiff {named} … {option}"
    return {"en": f"{option} stands behind the command: {call}", "zh": f"{option} 应写在命令后面：{call}"}


def _page(command: Command, context: click.Context) -> str:
    """What a command does, its options and the commands that it holds, in Chinese, as wide as click's own page."""
    width = context.make_formatter().width
    blocks = [[usage(context)], *(_paragraph(words, width) for words in command.zh.split("\n\n"))]
    options = [record for one in command.get_params(context) if (record := _record(one, context))]
    blocks.append(["选项：", *_rows(options, width)])
    if isinstance(command, click.Group):
        held = [(name, _first_sentence(one)) for name, one in sorted(command.commands.items())]
        blocks.append(["命令：", *_rows(held, width)])
    blocks.append([f"  {_EXAMPLES.sub('示例：', line)}" for line in (command.epilog or "").splitlines()[1:]])
    return "\n\n".join("\n".join(block) for block in blocks)


def usage(context: click.Context) -> str:
    """How the command is typed, in Chinese."""
    pieces = (_OF_USAGE.get(piece) or in_chinese(piece) for piece in context.command.collect_usage_pieces(context))
    return " ".join(("用法：" + context.command_path, *pieces))


def _record(one: click.Parameter, context: click.Context) -> tuple[str, str] | None:
    """An option as it is typed, and what it does; None of an argument, which the text explains."""
    if isinstance(one, Option):
        return one.in_chinese(context)
    record = one.get_help_record(context) if isinstance(one, click.Option) else None
    return record and (record[0], _HELP)


def _added(found: re.Match[str]) -> str:
    added = found.group(1)
    for english, chinese in _OF_CLICK:
        added = english.sub(chinese, added)
    return f"（{added}）"


def _first_sentence(command: click.Command) -> str:
    return f"{getattr(command, 'zh', '').partition('。')[0]}。"


def _paragraph(words: str, width: int) -> list[str]:
    """A paragraph, indented."""
    from policydiff.report.terminal import Run, paragraph

    if words.startswith("\b\n"):
        return [f"  {line}" for line in words.splitlines()[1:]]
    return paragraph([Run(text=words)], columns=width, indent=2, colour=False)


def _rows(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Names and what is said of each, beside each other."""
    from policydiff.report.terminal import Run, paragraph
    from policydiff.report.terminal import width as wide

    beside = min(max(wide(name) for name, _ in rows), _NAMES) + 2
    for name, told in rows:
        indent = " " * (beside + 2)
        first, *more = paragraph([Run(text=told)], columns=width - len(indent), indent=0, colour=False)
        if wide(name) <= beside - 2:
            yield f"  {name}{' ' * (beside - wide(name))}{first}"
        else:
            yield f"  {name}"
            yield f"{indent}{first}"
        yield from (f"{indent}{line}" for line in more)
