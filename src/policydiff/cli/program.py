"""The program itself: the options before a command, and the commands there are."""

from __future__ import annotations

from pathlib import Path

import click

from policydiff import __version__
from policydiff.cli.commands.add import add
from policydiff.cli.commands.build import build
from policydiff.cli.commands.check import check
from policydiff.cli.commands.compare import compare
from policydiff.cli.commands.decide import decide
from policydiff.cli.commands.evaluate import evaluate
from policydiff.cli.commands.init import init
from policydiff.cli.commands.list import list_
from policydiff.cli.commands.parse import parse
from policydiff.cli.commands.report import report
from policydiff.cli.commands.search import search
from policydiff.cli.commands.serve import serve
from policydiff.cli.commands.show import show
from policydiff.cli.commands.trace import trace
from policydiff.cli.group import Group
from policydiff.cli.options import LANGUAGES, example
from policydiff.cli.session import UI_HELP, begin
from policydiff.model import Language

COMMANDS = (init, add, list_, build, compare, check, report, decide, evaluate, parse, show, search, trace, serve)


@click.group(
    cls=Group,
    commands=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=example(
        "policydiff compare central.txt local.md",
        "policydiff build",
        "policydiff search 通报",
    ),
)
@click.version_option(__version__, prog_name="policydiff")
@click.option(
    "--library",
    "root",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    metavar="DIR",
    help="The folder that holds corpus/, indexes/ and site/.  [default: the current one]",
)
@click.option("--ui", type=click.Choice(LANGUAGES), help=UI_HELP)
@click.option(
    "--colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour on a terminal; elsewhere deletions are [-…-] and insertions {+…+}.",
)
@click.pass_context
def main(context: click.Context, root: Path, ui: Language | None, colour: str) -> None:
    """Compare local implementation rules with the central measures they implement, provision by provision.

    Each provision of one text is set beside its counterpart in the other: unchanged, changed, omitted or added.
    """
    context.obj = begin(root, ui, colour)
