"""How a call ends: every mistake of the user is a line on stderr and a code, in the language of the interface."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from policydiff.cli.session import ui_of_locale
from policydiff.cli.streams import speak_utf_8, tell
from policydiff.errors import PolicydiffError


class Group(click.Group):
    """A group that turns every mistake of the user into one line on stderr and exit code 2.

    A mistake of this program shows its traceback and is 70, for 1 means that texts differ.
    """

    def invoke(self, context: click.Context) -> Any:
        """What the system refuses and no command foresaw is a mistake of the user, or of the machine's."""
        try:
            return super().invoke(context)
        except PolicydiffError as error:
            tell(error.told(context.obj.ui))
        except OSError as error:
            tell(_refused(error).told(context.obj.ui))
        return 2

    def main(self, *arguments: Any, standalone_mode: bool = True, **options: Any) -> Any:
        """Every way in which a call can end has its exit code."""
        run: Callable[..., Any] = super().main
        speak_utf_8(sys.stdout, sys.stderr)
        try:
            result = run(*arguments, standalone_mode=False, **options)
            code = result if isinstance(result, int) else 0
        except click.ClickException as error:
            _misused(error)
            code = 2
        except click.Abort:
            code = 130
        except Exception:  # noqa: BLE001  (the one place that catches all: its exit code would be 1)
            _broke()
            code = 70
        if standalone_mode:
            sys.exit(code)
        return code


def _refused(error: OSError) -> PolicydiffError:
    """What the system says, and of which file."""
    where, what = error.filename, error.strerror or error
    return PolicydiffError(
        f"{f'{where}: ' if where is not None else ''}{what}. Check the name, the permissions and the disk space.",
        f"{f'{where}：' if where is not None else ''}{what}。请检查文件名、访问权限和磁盘空间。",
    )


def _misused(error: click.ClickException) -> None:
    """How a command was called wrongly, in the language of the interface; click itself speaks English."""
    context = getattr(error, "ctx", None)
    session = context.find_root().obj if context else None
    if (session.ui if session else ui_of_locale()) != "zh":
        error.show()
        return
    if context:
        click.echo(context.get_usage().replace("Usage: ", "用法："), err=True)
        click.echo(f"详见：{context.command_path} --help", err=True)
    click.echo(f"错误：{_misuse_in_chinese(error)}", err=True)


def _misuse_in_chinese(error: click.ClickException) -> str:
    match error:
        case click.MissingParameter():
            return f"缺少 {_parameter(error)}"
        case click.NoSuchOption():
            near = f"，是不是 {'、'.join(error.possibilities)}？" if error.possibilities else ""
            return f"没有选项 {error.option_name}{near}"
        case click.BadParameter():
            return f"{_parameter(error)} 不对：{error.message}"
        case _:
            return error.format_message()


def _parameter(error: click.BadParameter) -> str:
    """The option or argument that an error is about, as one types it."""
    if error.param is None:
        return "参数"
    return str(error.param.opts[0] if isinstance(error.param, click.Option) else error.param.human_readable_name)


def _broke() -> None:
    """A fault of this program: what happened, for whoever mends it."""
    import traceback

    traceback.print_exc()
    click.echo("policydiff: this is a fault of policydiff, not yours. Please report it with the lines above.", err=True)
