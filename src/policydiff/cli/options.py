"""Options that several commands have, and the form of a help text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

FC = TypeVar("FC", bound=Callable[..., Any] | click.Command)  # what click decorates

LANGUAGES = ("zh", "en")
KINDS = ("central", "local", "translation", "commentary")
ORIGINAL_HELP = "Read a Word document as it was before its tracked changes"

half_to_read = click.option("--lang", type=click.Choice(LANGUAGES), help="The half to read of a file in two languages.")
text_or_json = click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True
)


def date_of(help_: str) -> Callable[[FC], FC]:
    """The date that stands on a paper, today's where none is given."""
    return click.option(
        "--date", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help=f"{help_}  [default: today]"
    )


def example(*lines: str) -> str:
    """The end of a help text: what one would really type."""
    return "\n".join(["\b", "Example:" if len(lines) == 1 else "Examples:", *(f"  {line}" for line in lines)])
