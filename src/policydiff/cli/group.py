"""How a call ends: every mistake of the user is a line on stderr and a code, in the language of the interface."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

from policydiff.cli.help import Command, in_chinese, usage
from policydiff.cli.interface import line_of, ui_of, ui_of_line, ui_of_locale
from policydiff.cli.meant import ELSEWHERE, name_in_pieces, without_command
from policydiff.cli.streams import speak_utf_8, tell
from policydiff.errors import FaultError, PolicydiffError, refusal
from policydiff.model import Language

_WHOLE_HELP = getattr(click.exceptions, "NoArgsIsHelpError", ())  # what newer clicks answer to no word at all
_TOO_MUCH = re.compile(r"^Got unexpected extra arguments? \((.*)\)$")

_FAULT = 70  # the exit code

# Values that are made between two searches for rings of them. Python's own 700 have it search some hundred times among
# all that a command loads and reads, where hardly any are; a program that runs for days still gets rid of them.
RINGS = 1_000_000


class Group(Command, click.Group):
    """A group that turns every mistake of the user into one line on stderr and exit code 2.

    A mistake of this program shows its traceback, or a line where it knows of it, and is 70, for 1 means that texts
    differ.
    """

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; of one by the name that it has elsewhere, what it is called here, and of files
        without a command, which is likely meant."""
        if known := ELSEWHERE.get(args[0]):
            en, zh = f"No such command {args[0]!r}. Did you mean {known!r}?", f"没有命令 {args[0]}，是不是 {known}？"
            raise click.UsageError(zh if ui_of(ctx) == "zh" else en, ctx=ctx)
        if args[0] not in self.commands and (command := without_command(args)):
            call = " ".join(("policydiff", command, *(f'"{one}"' if " " in one else one for one in args)))
            en, zh = f"The command is missing. Did you mean: {call}", f"缺少命令。是不是：{call}"
            raise click.UsageError(zh if ui_of(ctx) == "zh" else en, ctx=ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, context: click.Context) -> Any:
        """What the system refuses and no command foresaw is a mistake of the user, or of the machine's."""
        try:
            return super().invoke(context)
        except FaultError as error:
            tell(error.told(context.obj.ui))
            return _FAULT
        except PolicydiffError as error:
            tell((_in_pieces(line_of(context)) or error).told(context.obj.ui))
        except OSError as error:
            tell(_refused(error).told(context.obj.ui))
        return 2

    def main(self, *arguments: Any, standalone_mode: bool = True, **options: Any) -> Any:
        """Every way in which a call can end has its exit code."""
        gc.set_threshold(RINGS)
        run: Callable[..., Any] = super().main
        speak_utf_8(sys.stdout, sys.stderr)
        try:
            result = run(*arguments, standalone_mode=False, **options)
            code = result if isinstance(result, int) else 0
        except click.ClickException as error:
            if one := _in_pieces(line_of(error.ctx) if isinstance(error, click.UsageError) else ()):
                tell(one.told(ui_of(getattr(error, "ctx", None))))
            else:
                _misused(error)
            code = 2
        except click.Abort:
            code = 130
        except Exception:  # noqa: BLE001  (the one place that catches all: its exit code would be 1)
            _broke(ui_of_line(options.get("args") or sys.argv[1:]))
            code = _FAULT
        if standalone_mode:
            gc.freeze()  # the system takes back what is left, rings or none
            sys.exit(code)
        return code


def _in_pieces(words: Sequence[str]) -> PolicydiffError | None:
    """What is wrong with a call that failed and names a file in pieces; None of any other."""
    if not (name := name_in_pieces(words)):
        return None
    return PolicydiffError(
        en=f'{name}: a name with blanks in it stands in quotation marks: "{name}"',
        zh=f'{name}：文件名中有空格的，两边要加半角引号："{name}"',
    )


def _refused(error: OSError) -> PolicydiffError:
    """What the system says, and of which file."""
    where, what = error.filename, refusal(error)
    return PolicydiffError(
        en=f"{f'{where}: ' if where is not None else ''}{what.en}. Check the name, the permissions and the disk space.",
        zh=f"{f'{where}：' if where is not None else ''}{what.zh}。请检查文件名、访问权限和磁盘空间。",
    )


def _misused(error: click.ClickException) -> None:
    """How a command was called wrongly, in the language of the interface; click itself speaks English."""
    context = getattr(error, "ctx", None)
    if ui_of(context) != "zh" or isinstance(error, _WHOLE_HELP):
        (_plain(error) if isinstance(error, click.BadParameter) else error).show()
        return
    if context:
        asked = "" if ui_of_locale() == "zh" else " --ui zh"
        click.echo(usage(context), err=True)
        click.echo(f"详见：{context.command_path} --help{asked}", err=True)
    click.echo(f"错误：{_misuse_in_chinese(error)}", err=True)


def _misuse_in_chinese(error: click.ClickException) -> str:
    match error:
        case click.MissingParameter():
            return f"缺少{_parameter(error)}".rstrip()
        case click.NoSuchOption():
            return f"没有选项 {error.option_name}{_or_rather(error.possibilities)}"
        case click.BadOptionUsage(message=said):
            return f"{error.option_name} 后面{'不能写值' if 'does not take' in said else '缺少值'}"
        case click.UsageError(message=said) if much := _TOO_MUCH.match(said):
            return f"多余的内容：{much.group(1)}"
        case click.BadParameter():
            return f"{_parameter(error)}不对：{_wanted(error)}".lstrip()
        case click.UsageError(message="Missing command."):
            return "缺少命令"
        case click.UsageError() if name := getattr(error, "command_name", ""):  # of an error that old clicks lack
            return f"没有命令 {name}{_or_rather(getattr(error, 'possibilities', ()))}"
        case _:
            return error.format_message()


def _or_rather(names: Sequence[str] | None) -> str:
    return f"，是不是 {'、'.join(names)}？" if names else ""


def _wanted(error: click.BadParameter) -> str:
    """What a value should have been, for the types that options here have; what click says for any other."""
    match error.param.type if error.param else None:
        case click.Choice(choices=choices):
            return f"应为其中之一：{'、'.join(map(str, choices))}"
        case click.IntRange(min=least, max=most):
            return f"应为{least}至{most}的整数" if most is not None else f"应为不小于{least}的整数"
        case click.DateTime():
            return "没有这一天" if _is_of_no_day(error) else "应写作 2026-01-05 这样的日期"
        case click.Path(file_okay=False):
            return "这是文件，请指定文件夹"
        case click.Path(dir_okay=False):
            return "这是文件夹，请指定文件"
        case _:
            return error.message


def _is_of_no_day(error: click.BadParameter) -> bool:
    """Whether a date is written as one is, and is none: 2026-02-30."""
    return bool(re.search(r"'\d{4}-\d{1,2}-\d{1,2}'", error.message))


def _plain(error: click.BadParameter) -> click.BadParameter:
    """The error as a person says it in English, where click speaks of formats and ranges."""
    match error.param.type if error.param else None:
        case click.IntRange(min=least, max=None):
            said = f"write a whole number, {least} or more."
        case click.IntRange(min=least, max=most):
            said = f"write a whole number from {least} to {most}."
        case click.DateTime():
            said = "there is no such day." if _is_of_no_day(error) else "write a day like 2026-01-05."
        case _:
            return error
    return click.BadParameter(said, ctx=error.ctx, param=error.param)


def _parameter(error: click.BadParameter) -> str:
    """The option that an error is about, as one types it, with a blank on either side; or what the argument is."""
    if error.param is None:
        return "参数"
    if isinstance(error.param, click.Option):
        return f" {error.param.opts[0]} "
    named = in_chinese(error.param.human_readable_name).strip("[].")  # which say that it may be left out, or come again
    return named.replace("|", "或者")


def _broke(ui: Language) -> None:
    """A fault of this program: what happened, for whoever mends it."""
    import traceback

    traceback.print_exc()
    zh = "policydiff: 这是 policydiff 自身的差错，不是您的。请将以上各行报告给开发者。"
    en = "policydiff: this is a fault of policydiff, not yours. Please report it with the lines above."
    click.echo(zh if ui == "zh" else en, err=True)
