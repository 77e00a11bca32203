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
from policydiff.cli.commands.remove import remove
from policydiff.cli.commands.report import report
from policydiff.cli.commands.search import search
from policydiff.cli.commands.serve import serve
from policydiff.cli.commands.show import show
from policydiff.cli.commands.trace import trace
from policydiff.cli.group import Group
from policydiff.cli.help import Option
from policydiff.cli.options import example, in_language
from policydiff.cli.session import begin
from policydiff.errors import PolicydiffError

COMMANDS = (
    *(init, add, remove, list_, build, compare, check, report),
    *(decide, evaluate, parse, show, search, trace, serve),
)


@click.group(
    cls=Group,
    commands=COMMANDS,
    zh="将地方规定与其所实施的上位法逐条对照。\n\n"
    "一份文件的每一条、款、项都与另一份文件的对应条文并列：一致、变更、遗漏或者新增。",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=example(
        "policydiff compare central.txt local.md",
        "policydiff build",
        "policydiff search 通报",
    ),
)
@click.version_option(__version__, prog_name="policydiff", cls=Option, zh="显示版本号。")
@click.option(
    "--library",
    "root",
    cls=Option,
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    metavar="DIR",
    help="The folder that holds corpus/, indexes/ and site/.  [default: the current one]",
    zh="文件库所在的文件夹，其中有 corpus、indexes、site。（默认：当前文件夹）",
)
@in_language
@click.option(
    "--colour",
    cls=Option,
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour on a terminal; elsewhere deletions are [-…-] and insertions {+…+}.",
    zh="是否用颜色：auto 在终端上用，always 用，never 不用；不用颜色时，删去的写作 [-…-]，增加的写作 {+…+}。",
)
@click.pass_context
def main(context: click.Context, root: Path, colour: str) -> None:
    """Compare local implementation rules with the central measures they implement, provision by provision.

    Each provision of one text is set beside its counterpart in the other: unchanged, changed, omitted or added.
    """
    context.obj = begin(context, root, colour)
    _refuse_archive(Path(__file__).parent)


def _refuse_archive(home: Path) -> None:
    """PolicydiffError where the program lies in an archive (.pyz): its tables and templates are read as files."""
    if not home.is_dir() and (archive := next((place for place in home.parents if place.is_file()), None)):
        raise PolicydiffError(
            en=f"{archive}: policydiff does not run from within an archive. Unpack it and run python -m policydiff in "
            "its folder, or install policydiff with pip.",
            zh=f"{archive}：policydiff 不能在归档文件中直接运行。请解压后在该文件夹中运行 python -m policydiff，"
            "或者用 pip 安装。",
        )
