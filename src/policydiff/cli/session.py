"""What holds for one call: its library, the language it is answered in, the terminal it is read on."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from policydiff.cli.interface import ui_asked, ui_of
from policydiff.cli.options import in_language
from policydiff.cli.streams import is_terminal, talk
from policydiff.model import Language

_PLAIN = re.compile(r"[\w~./\\:+@%,=-]+")  # what no shell takes apart, Chinese characters too


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What holds for every command of one call; `asked` is the language that its line asks for, if it does."""

    root: Path
    ui: Language
    asked: Language | None
    colour: bool
    columns: int | None

    def say(self, *, en: str, zh: str) -> None:
        """Talk to the user, on stderr, in the language of the interface."""
        talk(zh if self.ui == "zh" else en)

    def command(self, words: str) -> str:
        """A command on the library of this call, as one types it."""
        return command_on(self.root, words)

    def misuse(self, *, en: str, zh: str) -> click.UsageError:
        """A mistake in how a command was called, told in the language of the interface."""
        return click.UsageError(zh if self.ui == "zh" else en)

    def set_text(self, render: Callable[..., str], *values: object, **options: object) -> str:
        """A text as this terminal shows it."""
        return render(*values, colour=self.colour, ui=self.ui, columns=self.columns, **options)


def command_on(root: Path, words: str) -> str:
    """A command on the library in a folder, as one types it; a folder with a blank in its name in quotation marks."""
    from policydiff.report.terminal import visible

    if root == Path():
        return f"policydiff {words}"
    name = visible(str(root))
    return f"policydiff --library {name if _PLAIN.fullmatch(name) else _quoted(name)} {words}"


def _quoted(name: str) -> str:
    """A name as the shell of this system takes it for one word."""
    import shlex

    return f'"{name}"' if os.name == "nt" else shlex.quote(name)


def begin(context: click.Context, root: Path, colour: str) -> Session:
    """The session of a call: what its options say, and else what the environment and the terminal do."""
    ui, asked = ui_of(context), ui_asked(context)
    return Session(root=root, ui=ui, asked=asked, colour=_wants_colour(colour), columns=_columns())


def in_session(function: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command its session, and the option of its language behind its name, too."""
    return in_language(click.pass_obj(function))


def _columns() -> int | None:
    """How wide the terminal is; None where stdout is none, so that no line of a file or a pipe is broken."""
    import shutil

    return shutil.get_terminal_size().columns if is_terminal(sys.stdout) else None


def _wants_colour(asked: str) -> bool:
    if asked != "auto":
        return asked == "always"
    return is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
