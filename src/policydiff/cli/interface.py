"""The language in which a call is answered: as its line asks, else as the environment does."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import get_args

import click

from policydiff.model import Language

LANGUAGES: tuple[Language, ...] = get_args(Language)
_UI = "--ui"
_ASKED, _LINE = "policydiff.ui", "policydiff.line"
_LANGUAGE, _CHINESE = 0x3FF, 0x04  # of a number of Windows: the language without the country, and this one


def note_ui(context: click.Context, arguments: Sequence[str]) -> None:
    """What the line of a call asks for holds for all of its commands, and for its help and what is wrong with it, too:
    before either is told nothing else of the line may have been understood. The line itself is kept for that, too."""
    context.meta.setdefault(_LINE, tuple(arguments))
    for asked in _asked(arguments):
        context.meta[_ASKED] = asked


def ui_of(context: click.Context | None) -> Language:
    """The language of a call."""
    return ui_asked(context) or ui_of_locale()


def line_of(context: click.Context | None) -> tuple[str, ...]:
    """The words of a call as they were typed, as far as it was begun."""
    line: tuple[str, ...] = context.meta.get(_LINE, ()) if context else ()
    return line


def ui_asked(context: click.Context | None) -> Language | None:
    """The language that the line of a call asks for; None where the environment alone does."""
    asked: Language | None = context.meta.get(_ASKED) if context else None
    return asked


def ui_of_line(arguments: Sequence[str]) -> Language:
    """The language of a call of which nothing is known but its line."""
    return next(reversed([*_asked(arguments)]), None) or ui_of_locale()


def ui_of_locale() -> Language:
    """The language of the interface, as the environment asks for it."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    asked = next((value for name in names if (value := os.environ.get(name))), "") or _of_windows()
    return "zh" if asked.lower().startswith("zh") else "en"


def _of_windows() -> str:
    """The language of Windows' own windows, for it sets none of these variables; nothing elsewhere."""
    if sys.platform != "win32":
        return ""
    import ctypes

    return "zh" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & _LANGUAGE == _CHINESE else ""


def _asked(arguments: Sequence[str]) -> Iterator[Language]:
    """The languages that a line asks for, the last of which holds; what stands behind -- is no option."""
    options = [*takewhile(lambda one: one != "--", arguments), ""]
    for option, following in pairwise(options):
        named = following if option == _UI else option.partition("=")[2] if option.startswith(f"{_UI}=") else ""
        yield from (language for language in LANGUAGES if language == named)
